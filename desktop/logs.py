"""The log: what the program did, kept beside the register, without anything the user wrote."""

import logging
import os
import time
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import cast

NAME = "samverkan.log"

_OURS = __package__ or "desktop"
_LARGEST = 1_000_000
"""Bytes of one file; with the older ones below a register's log stays under four megabytes."""
_OLDER = 3

_ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Begin to keep the log in a folder, in a file that the user alone may read.

    From ``desktop`` everything at ``level`` or above is kept; from libraries only that they warned, and where.

    Args:
        folder: An existing folder.
        level: The least level that is kept, as in ``logging``.

    Returns:
        The handler to hand to ``stop``.

    Raises:
        OSError: The file cannot be written.
    """
    handler = _PrivateFile(folder / NAME, maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8")
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)-8s %(name)s %(message)s"))
    handler.addFilter(_worth_keeping)
    logging.getLogger(_OURS).setLevel(level)
    logging.getLogger().addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """End the log that ``start`` began."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name == _OURS or record.name.startswith(f"{_OURS}.")


def _worth_keeping(record: logging.LogRecord) -> bool:
    return _is_ours(record) or record.levelno >= logging.WARNING


class _PrivateFile(RotatingFileHandler):
    """A log file that rotates and is born closed to others."""

    def _open(self) -> TextIOWrapper:
        def born_private(name: str, flags: int) -> int:
            return os.open(name, flags, 0o600)

        return cast("TextIOWrapper", open(self.baseFilename, self.mode, encoding=self.encoding, opener=born_private))


class _Discreet(logging.Formatter):
    """Lines without personal data.

    Our own messages are written so that they hold none. Those of libraries, and the texts of exceptions, may quote
    names, addresses or whole statements: of them only kind and place are kept.
    """

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        kept = {**record.__dict__, "exc_text": None, "stack_info": None}  # another formatter may have left its own
        if not _is_ours(record):
            kept |= {"msg": f"(at {record.module}:{record.lineno})", "args": None}
        return super().format(logging.makeLogRecord(kept))

    def formatException(self, ei: _ErrorInfo) -> str:
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            lines += [
                f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
                for frame, line in walk_tb(error.__traceback__)
            ]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
            if error is not None:
                lines.append("because of")
        return "\n".join(lines)

"""Files that are either whole and on disk, or not there at all."""

import os
from pathlib import Path

from desktop.paths import make_private

PART = ".part"
"""The ending of a file that is not finished."""


def part_of(path: Path) -> Path:
    """Where a file is made before it is put in its place."""
    return path.with_name(path.name + PART)


def write_durably(path: Path, content: bytes) -> None:
    """Write a file, private to the user, so that a power cut leaves the old content or the new.

    Raises:
        OSError: It could not be written; the old content is untouched.
    """
    part = part_of(path)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    put_in_place(part, path)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, once its content is safe on disk.

    Raises:
        OSError: It could not be done; what was at ``path`` is untouched.
    """
    make_private(part)
    _sync(part, os.O_RDWR)
    part.replace(path)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the rename is logged by the file system
        _sync(path.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

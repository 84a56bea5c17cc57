"""Files that come with an invitation: attached to its mail, or written into the calendar itself (RFC 5545, 3.8.1.1)."""

import base64
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from typing import Any, cast

from desktop.domain.attachment import LARGEST_ATTACHMENT
from desktop.domain.file_names import kept_name
from desktop.domain.meetings.invitation import InvitedFile
from desktop.exchange.findings import quoted

MOST_FILES = 20
_NAMES = ("FILENAME", "X-FILENAME", "X-APPLE-FILENAME", "X-ORACLE-FILENAME")
_THE_INVITATION_ITSELF = frozenset({"text/calendar", "application/ics", "application/ms-tnef"})

Note = Callable[[str], None]


def mail_files(message: EmailMessage, note: Note) -> tuple[InvitedFile, ...]:
    """The files of a mail; pictures of its text and the invitation itself are none.

    Args:
        message: The mail.
        note: Gets a sentence about every file that cannot be taken.
    """
    return _taken(_attached(message, note), note)


def event_files(event: Any, note: Note) -> tuple[InvitedFile, ...]:
    """The files that are written into a meeting of a calendar; addresses on the net are told of, never fetched."""
    written: Any = event.get("ATTACH", [])
    values = cast("list[Any]", written) if isinstance(written, list) else [written]
    return _taken(_inline(values, note), note)


def _taken(files: Iterable[InvitedFile], note: Note) -> tuple[InvitedFile, ...]:
    taken: list[InvitedFile] = []
    for file in files:
        if not file.content:
            note(f"Den bifogade filen {quoted(file.name)} är tom och tas inte med.")
        elif len(file.content) > LARGEST_ATTACHMENT:
            note(f"Den bifogade filen {quoted(file.name)} är för stor och tas inte med.")
        elif len(taken) == MOST_FILES:
            note(f"Kallelsen har fler än {MOST_FILES} bifogade filer; de övriga tas inte med.")
            break
        else:
            taken.append(file)
    return tuple(taken)


def _attached(message: EmailMessage, note: Note) -> Iterator[InvitedFile]:
    for part in _leaves(message):
        name = part.get_filename() or ""
        kind = part.get_content_type()
        if kind == "message/rfc822":
            note("Ett mejl är bifogat till kallelsen; det tas inte med.")
        elif name and kind not in _THE_INVITATION_ITSELF and not _belongs_to_text(part):
            content = part.get_payload(decode=True)
            yield InvitedFile(kept_name(name), content if isinstance(content, bytes) else b"")


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something themselves; what is in an attached mail stays there."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        for inner in cast("Iterator[EmailMessage]", part.iter_parts()):
            yield from _leaves(inner)
    else:
        yield part


def _belongs_to_text(part: EmailMessage) -> bool:
    """Whether it is a picture that the text of the mail shows, such as a logotype."""
    inline = part.get_content_disposition() != "attachment" and part.get("Content-ID") is not None
    return inline and part.get_content_maintype() == "image"


def _inline(values: Iterable[Any], note: Note) -> Iterator[InvitedFile]:
    for value in values:
        try:
            if str(value.params.get("VALUE", "")).upper() == "BINARY":
                name = next((str(value.params[key]) for key in _NAMES if key in value.params), "")
                yield InvitedFile(kept_name(name), base64.b64decode(value.to_ical(), validate=True))
            elif str(value).lower().startswith(("http:", "https:")):
                note(f"Kallelsen hänvisar till {quoted(str(value))}; det hämtas inte.")
        except Exception:  # noqa: BLE001 - property types of a hostile file have no end
            note("En bifogad fil i kallelsen är skadad och tas inte med.")

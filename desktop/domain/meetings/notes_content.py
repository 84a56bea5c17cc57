"""The fixed content of finalised notes: one text for one value, and the value back from the text (R12).

The text is JSON with sorted keys and without blanks, in UTF-8, with dates and instants as ISO 8601. What tells of the
paper rather than of the meeting (status, digest, instant of making) is left out.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from desktop.domain.dates import SWEDEN
from desktop.domain.meetings.meeting import SecrecyMarking
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.domain.meetings.notes_document import ActionLine, AttendanceLine, NotesDocument, NotesLine

_OF_THE_PAPER = frozenset({"status", "created", "digest"})


def content_of(document: NotesDocument) -> str:
    """What a finalised version fixes of the notes."""
    fixed = {name: value for name, value in asdict(document).items() if name not in _OF_THE_PAPER}
    return json.dumps(fixed, default=_iso, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(content: str) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def document_of(content: str, *, status: str, digest: str, created: datetime) -> NotesDocument:
    """The notes exactly as a content has them, on paper that says this.

    Raises:
        ValueError: The text is not the content of notes.
    """
    try:
        return _document(json.loads(content), status=status, digest=digest, created=created)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not the content of notes") from error


def _document(kept: Mapping[str, Any], **paper: Any) -> NotesDocument:
    secrecy = kept["secrecy"]
    return NotesDocument(
        **{
            **kept,
            "agency": PartyHead(**kept["agency"]),
            "counterpart": PartyHead(**kept["counterpart"]),
            "starts": datetime.fromisoformat(kept["starts"]).astimezone(SWEDEN),
            "ends": datetime.fromisoformat(kept["ends"]).astimezone(SWEDEN),
            "participants": tuple(AttendanceLine(**line) for line in kept["participants"]),
            "items": tuple(_item(line) for line in kept["items"]),
            "secrecy": SecrecyMarking(**_dated(secrecy, "marked_on")) if secrecy else None,
        },
        **paper,
    )


def _item(line: Mapping[str, Any]) -> NotesLine:
    told: dict[str, Any] = {**line, **{name: tuple(line[name]) for name in ("decisions", "information")}}
    told["actions"] = tuple(ActionLine(**_dated(action, "due_on")) for action in line["actions"])
    return NotesLine(**told)


def _dated(kept: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What was kept, with the date of that name as a date."""
    return {**kept, name: date.fromisoformat(kept[name]) if kept[name] else None}


def _iso(value: object) -> str:
    if isinstance(value, date):  # an instant is one too
        return value.isoformat()
    raise TypeError(f"notes hold no {type(value).__name__}")

"""What the contact lists that SSC sent say about one person, whatever shape their content has (R17)."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.disposal import ANONYMOUS
from desktop.models.contact_list import ReceivedListRecord
from desktop.models.scrubbing import PERSONAL
from desktop.services.contacts.privacy.marks import Marks

_NAMES = frozenset({"name", "family_name"})
_PARTICULARS = frozenset(PERSONAL["contact"]) | _NAMES


class ToldInList(NamedTuple):
    """What one list says of the person, as lines of "field: value"."""

    file_name: str
    read_on: date
    said: str


def told_in_lists(session: Session, people: Iterable[Contact]) -> Iterator[ToldInList]:
    """What each list says of a person, the latest list first."""
    marks = Marks.of(people)
    newest = select(ReceivedListRecord).order_by(ReceivedListRecord.read_on.desc(), ReceivedListRecord.id)
    for record in session.scalars(newest):
        for entry in entries_of(json.loads(record.content), marks):
            said = "\n".join(f"{key}: {value}" for key, value in entry.items() if isinstance(value, str) and value)
            yield ToldInList(record.file_name, record.read_on, said)


def entries_of(content: object, marks: Marks) -> Iterator[dict[str, Any]]:
    """The innermost objects of a JSON value that are about the person."""
    if isinstance(content, dict):
        entry = cast("dict[str, Any]", content)
        if is_about(entry, marks):
            yield entry
        else:
            yield from entries_of([*entry.values()], marks)
    elif isinstance(content, list):
        for each in cast("list[object]", content):
            yield from entries_of(each, marks)


def is_about(entry: dict[str, Any], marks: Marks) -> bool:
    """Whether an object holds the person's name, in one piece or two, or an address or number of theirs."""
    texts = [value for value in entry.values() if isinstance(value, str) and value.strip()]
    if any(marks.is_any(text) for text in texts):
        return True
    return any(marks.is_name(f"{first} {second}") for first in texts for second in texts if first is not second)


def without_person(content: str, marks: Marks) -> str:
    """The content of a list, JSON, without what it says of the person; the same text where it says nothing."""
    whole = json.loads(content)
    entries = list(entries_of(whole, marks))
    for entry in entries:
        for key, value in entry.items():
            if isinstance(value, str) and value and (key in _PARTICULARS or marks.is_any(value)):
                entry[key] = ANONYMOUS if key in _NAMES else ""
    return json.dumps(whole, ensure_ascii=False) if entries else content

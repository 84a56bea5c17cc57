"""Everything that is connected to one contact, wherever in the register it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.contacts.contact import Contact, comparable_name
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.disposal import Disposal
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A meeting that the contact is or was invited to.

    Attributes:
        is_coming: Whether it has not ended yet.
        item: The title of the one item they are invited to; empty for the whole meeting.
        replaced_by: Who came instead of them.
        instead_of: In whose place they came, if they were not invited themselves.
    """

    meeting_id: UUID
    title: str
    day: date
    level: Level
    is_coming: bool
    attendance: Attendance = Attendance.UNKNOWN
    item: str = ""
    replaced_by: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """An agenda item that the contact presents or presented."""

    item_id: UUID
    meeting_id: UUID
    title: str
    meeting_title: str
    day: date
    state: ItemState


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInNotes:
    """Finalised notes in force that name the contact (R12)."""

    meeting_id: UUID
    title: str
    day: date
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """What is connected to a contact, each kind in the order it is read.

    Attributes:
        deputy: Who answers when the contact cannot.
        deputy_for: For whom the contact answers then.
        merged: Those who have been merged into the contact.
        meetings: Coming ones first, the nearest first; then past ones, the latest first.
        actions: Open ones first, overdue before them all; then those done, the latest first.
        disposals: The entries of the log, the latest first (R39).
    """

    deputy: Contact | None = None
    deputy_for: tuple[Contact, ...] = ()
    merged: tuple[Contact, ...] = ()
    meetings: tuple[Attended, ...] = ()
    items: tuple[Presented, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notices: tuple[ContactNotice, ...] = ()
    notes: tuple[NamedInNotes, ...] = ()
    disposals: tuple[Disposal, ...] = ()


class Called:
    """What a person is called, to be found in what others wrote.

    Args:
        people: The contact, and those who have been merged into it.
    """

    def __init__(self, people: Iterable[Contact]) -> None:
        named = (comparable_name(one.given_name, one.family_name) for one in people)
        self._names = frozenset(name for name in named if name)
        words = "|".join(re.escape(name) for name in sorted(self._names, key=len, reverse=True))
        self._anywhere = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

    def is_name(self, written: str) -> bool:
        """Whether a text is the name and nothing else."""
        return comparable_name(written, "") in self._names

    def is_named_in(self, text: str) -> bool:
        """Whether the whole name stands somewhere in a text."""
        return self._anywhere is not None and self._anywhere.search(comparable_name(text, "")) is not None

"""What is written down during a meeting: the notes of its items, and what came of them (R10–R12, R25)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.capture import Captured, OutcomeKind, Person
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.note_sheet import EarlierNotes, NoteSheet, Outcome
from desktop.domain.meetings.notes import ItemNote
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.meetings.carrying import settle_in
from desktop.services.meetings.earlier_items import earlier_in
from desktop.services.meetings.fixed_notes import check_open, number_in_force
from desktop.services.meetings.followup_rules import checked_action, checked_decision, checked_information
from desktop.services.meetings.followups import Followups

LONGEST_NOTE = 50_000
"""The longest note of one item, in characters."""

_RECORDS: tuple[type[DecisionRecord] | type[ActionRecord] | type[InformationRecord], ...] = (
    DecisionRecord,
    ActionRecord,
    InformationRecord,
)


class Notes:
    """Keeps what is written down during meetings. Finalised notes are read only until they are reopened (R12).

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now
        self._followups = Followups(database, now)

    def sheet(self, meeting_id: UUID) -> NoteSheet:
        """Everything written down at a meeting; empty for one that is gone."""
        with self._database.reading() as session:
            return NoteSheet(
                meeting_id=meeting_id,
                texts=_texts(session, meeting_id),
                outcomes=outcomes_in(session, meeting_id),
                people=_people(session, meeting_id),
                version=number_in_force(session, meeting_id),
            )

    def earlier(self, item_id: UUID) -> EarlierNotes | None:
        """What was written down about an item the last time it was up, or None if it never was.

        Raises:
            InputError: The item is not in the register any more.
        """
        with self._database.reading() as session:
            found, seen = earlier_in(session, _item(session, item_id)), {item_id}
            while found is not None and found.id not in seen:
                told = told_in(session, found)
                if told.text or told.outcomes:
                    return told
                seen.add(found.id)
                found = earlier_in(session, found)
        return None

    def write(self, item_id: UUID, text: str, *, group: UUID | None = None) -> None:
        """Keep the notes of an item.

        Raises:
            InputError: The item is gone, the text is too long, or the notes are finalised.
        """
        with self._database.writing(Act("note.write", self._title(item_id)), group=group) as session:
            _write(session, _open_item(session, item_id), text)

    def capture(self, item_id: UUID, captured: Captured, text: str | None = None) -> UUID:
        """Keep an outcome of an item and, at once with it, the notes that it was taken out of.

        One undo gives the notes their words back and takes the outcome away.

        Args:
            item_id: The item.
            captured: What came of it.
            text: The notes without the captured words, or None if they stay as they are.

        Raises:
            InputError: The item is gone, the outcome would be refused by ``Followups``, or the notes are finalised.

        Returns:
            The key of the outcome.
        """
        with self._database.writing(Act(f"{captured.kind}.add", captured.text)) as session:
            item = _open_item(session, item_id)
            if text is not None:
                _write(session, item, text)
            record = self._record(session, item, captured)
            session.add(record)
            return record.id

    def change(self, outcome: Outcome, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of an outcome a new content, by the names its value has for them.

        Raises:
            InputError: The outcome is gone, would be refused by ``Followups``, or the notes are finalised.
        """
        self._check_open(outcome)
        if isinstance(outcome, Decision):
            self._followups.change_decision(outcome.id, group=group, **fields)
        elif isinstance(outcome, Action):
            self._followups.change_action(outcome.id, group=group, **fields)
        else:
            self._followups.change_information(outcome.id, group=group, **fields)

    def remove(self, outcome: Outcome) -> None:
        """Remove an outcome; undo brings it back.

        Raises:
            InputError: The outcome is gone, or the notes are finalised.
        """
        self._check_open(outcome)
        if isinstance(outcome, Decision):
            self._followups.remove_decision(outcome.id)
        elif isinstance(outcome, Action):
            self._followups.remove_action(outcome.id)
        else:
            self._followups.remove_information(outcome.id)

    def settle(self, item_id: UUID, state: ItemState) -> None:
        """Say what became of an item; deferring it counts once more, taking that back once less (R10).

        Raises:
            InputError: The item is gone, the notes are finalised, or ``settle_in`` has another reason to refuse.
        """
        with self._database.writing(Act("agenda.settle", self._title(item_id))) as session:
            settle_in(session, item_id, state)

    def _title(self, item_id: UUID) -> str:
        with self._database.reading() as session:
            return _item(session, item_id).title

    def _check_open(self, outcome: Outcome) -> None:
        if outcome.meeting_id is not None:
            with self._database.reading() as session:
                check_open(session, outcome.meeting_id)

    def _record(self, session: Session, item: AgendaItemRecord, captured: Captured) -> Record:
        meeting = session.get_one(MeetingRecord, item.meeting_id)
        level, key, day = meeting.level, new_id(), self._now()
        if captured.kind is OutcomeKind.DECISION:
            made_on = min(meeting.to_value().day, day)  # words for a decision can be prepared before the meeting
            decision = Decision(
                id=key, meeting_id=meeting.id, level=level, text=captured.text, decided_on=made_on, item_id=item.id
            )
            return DecisionRecord.of(checked_decision(decision, day))
        if captured.kind is OutcomeKind.INFORMATION:
            told = Information(id=key, meeting_id=meeting.id, level=level, text=captured.text, item_id=item.id)
            return InformationRecord.of(checked_information(told))
        action = Action(
            id=key,
            meeting_id=meeting.id,
            level=level,
            text=captured.text,
            party=captured.party,
            owner=captured.owner,
            due_on=captured.due_on,
            item_id=item.id,
        )
        return ActionRecord.of(checked_action(action, day))


def outcomes_in(session: Session, meeting_id: UUID) -> tuple[Outcome, ...]:
    """What came of the items of a meeting, in the order it was written down."""
    found: list[Outcome] = []
    for kind in _RECORDS:
        wanted = select(kind).where(kind.meeting_id == meeting_id, kind.item_id.is_not(None))
        found += [record.to_value() for record in session.scalars(wanted)]
    return tuple(sorted(found, key=lambda outcome: outcome.id))


def told_in(session: Session, item: AgendaItemRecord) -> EarlierNotes:
    """What was written down about an item."""
    meeting = session.get_one(MeetingRecord, item.meeting_id).to_value()
    note = _note(session, item.id)
    outcomes = tuple(outcome for outcome in outcomes_in(session, meeting.id) if outcome.item_id == item.id)
    return EarlierNotes(
        meeting_title=meeting.title,
        meeting_day=meeting.day,
        title=item.title,
        text=note.text.strip() if note else "",
        outcomes=outcomes,
    )


def _texts(session: Session, meeting_id: UUID) -> dict[UUID, str]:
    wanted = (
        select(ItemNoteRecord)
        .join(AgendaItemRecord, AgendaItemRecord.id == ItemNoteRecord.item_id)
        .where(AgendaItemRecord.meeting_id == meeting_id, ItemNoteRecord.text != "")
    )
    return {record.item_id: record.text for record in session.scalars(wanted)}


def _people(session: Session, meeting_id: UUID) -> tuple[Person, ...]:
    """The participants and who came instead of them, and then everyone else of the register."""
    wanted = select(ParticipantRecord).where(ParticipantRecord.meeting_id == meeting_id).order_by(ParticipantRecord.id)
    listed = session.scalars(wanted).all()
    came = [(one.name, one.party) for one in listed] + [(one.replaced_by, one.party) for one in listed]
    people = [Person(name, party, takes_part=True) for name, party in came if name]
    contacts = select(ContactRecord).order_by(ContactRecord.sort_key, ContactRecord.id)
    names = {person.name for person in people}
    known = [(f"{one.given_name} {one.family_name}".strip(), one.party) for one in session.scalars(contacts)]
    return (*people, *(Person(name, party) for name, party in known if name and name not in names))


def _write(session: Session, item: AgendaItemRecord, text: str) -> None:
    if len(text) > LONGEST_NOTE:
        raise InputError(f"En anteckning får ha högst {LONGEST_NOTE} tecken.", "Korta texten.")
    record = _note(session, item.id)
    if record is not None:
        record.text = text
    elif text:
        session.add(ItemNoteRecord.of(ItemNote(item_id=item.id, text=text)))


def _note(session: Session, item_id: UUID) -> ItemNoteRecord | None:
    return session.scalars(select(ItemNoteRecord).where(ItemNoteRecord.item_id == item_id)).one_or_none()


def _open_item(session: Session, item_id: UUID) -> AgendaItemRecord:
    item = _item(session, item_id)
    check_open(session, item.meeting_id)
    return item


def _item(session: Session, item_id: UUID) -> AgendaItemRecord:
    record = session.get(AgendaItemRecord, item_id)
    if record is None:
        raise InputError("Punkten finns inte längre på dagordningen.")
    return record

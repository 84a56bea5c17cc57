"""The agenda of a meeting: its items, their private preparation and what is proposed for it."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import LONGEST_SECTION, MINUTES_LARGEST, AgendaItem, Preparation, moved
from desktop.domain.meetings.agenda_rules import place_for, propose
from desktop.domain.meetings.closing import deferred_item
from desktop.domain.meetings.proposal import Proposal
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, DismissalRecord, PreparationRecord
from desktop.models.database import Database
from desktop.models.removal import remove
from desktop.services.meetings.fixed_notes import check_open, check_takes_items
from desktop.services.meetings.situation import situation_in


class Agendas:
    """Prepares agendas (R8)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, meeting_id: UUID) -> tuple[AgendaItem, ...]:
        """The items in order."""
        with self._database.reading() as session:
            return tuple(record.to_value() for record in _ordered(session, meeting_id))

    def add(self, meeting_id: UUID, title: str, *, at: int | None = None) -> UUID:
        """Add an item of our own, last or at an index.

        Raises:
            InputError: The title is empty, or the meeting is closed (R10).
        """
        item = AgendaItem(id=new_id(), meeting_id=meeting_id, position=0, title=_titled(title))
        with self._database.writing(Act("agenda.add", item.title)) as session:
            check_takes_items(session, meeting_id)
            records = _ordered(session, meeting_id)
            record = AgendaItemRecord.of(item)
            session.add(record)
            records.insert(len(records) if at is None else at, record)
            _number(records)
        return item.id

    def change(self, item_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of an item a new content, by the names ``AgendaItem`` has for them.

        Raises:
            InputError: The item is gone, its title would be empty, its section is too long, its minutes are out of
                bounds, or the notes of the meeting are finalised (R12).
        """
        if "title" in fields:
            fields["title"] = _titled(fields["title"])
        if "section" in fields:
            fields["section"] = _section(fields["section"])
        if not 0 <= fields.get("minutes", 0) <= MINUTES_LARGEST:
            raise InputError(f"Tiden för en punkt är 0–{MINUTES_LARGEST} minuter.")
        with self._database.writing(Act("agenda.change", self._title(item_id)), group=group) as session:
            _changeable(session, item_id).change(**fields)

    def move(self, item_id: UUID, to: int) -> None:
        """Put an item at an index of its agenda.

        Raises:
            InputError: The item is not in the register any more, or the notes of the meeting are finalised (R12).
        """
        with self._database.writing(Act("agenda.move", self._title(item_id))) as session:
            records = {record.id: record for record in _ordered(session, _changeable(session, item_id).meeting_id)}
            _number(records[key] for key in moved(list(records), item_id, to))

    def remove(self, item_id: UUID) -> None:
        """Remove an item with its preparation; undo brings both back.

        Raises:
            InputError: The item is not in the register any more, or the notes of the meeting are finalised (R12).
        """
        with self._database.writing(Act("agenda.remove", self._title(item_id))) as session:
            record = _changeable(session, item_id)
            rest = [other for other in _ordered(session, record.meeting_id) if other.id != item_id]
            remove(session, record)
            _number(rest)

    def proposals(self, meeting_id: UUID) -> tuple[Proposal, ...]:
        """What the agenda could take up and does not have yet, most important first (R8).

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            return propose(situation_in(session, meeting_id))

    def accept(self, meeting_id: UUID, keys: Sequence[str]) -> None:
        """Add the proposals with these keys, each where its rank puts it; one undo takes them all back.

        Raises:
            InputError: The meeting is gone or closed (R10).
        """
        with self._database.reading() as session:
            offered = propose(situation_in(session, meeting_id))
        chosen = sorted((p for p in offered if p.key in keys), key=lambda p: p.rank)
        if not chosen:
            return
        subject = chosen[0].title if len(chosen) == 1 else str(len(chosen))
        with self._database.writing(Act("agenda.accept", subject)) as session:
            add_proposals_in(session, meeting_id, chosen)

    def dismiss(self, meeting_id: UUID, key: str) -> None:
        """Do not propose this for this meeting again."""
        with self._database.reading() as session:
            title = next((p.title for p in propose(situation_in(session, meeting_id)) if p.key == key), None)
        if title is None:
            return
        with self._database.writing(Act("agenda.dismiss", title)) as session:
            session.add(DismissalRecord(meeting_id=meeting_id, key=key))

    def dismissed_count(self, meeting_id: UUID) -> int:
        """How many proposals have been dismissed for the meeting."""
        wanted = select(func.count(DismissalRecord.id)).where(DismissalRecord.meeting_id == meeting_id)
        with self._database.reading() as session:
            return session.scalar(wanted) or 0

    def recall_dismissed(self, meeting_id: UUID) -> None:
        """Propose what was dismissed for the meeting again."""
        with self._database.writing(Act("agenda.recall")) as session:
            for record in session.scalars(select(DismissalRecord).where(DismissalRecord.meeting_id == meeting_id)):
                session.delete(record)

    def preparation(self, item_id: UUID) -> str:
        """The private preparation of an item, or an empty text (R11)."""
        with self._database.reading() as session:
            record = _preparation(session, item_id)
            return record.text if record else ""

    def prepared(self, meeting_id: UUID) -> frozenset[UUID]:
        """The items of a meeting that have private preparation; not what it says (R11)."""
        wanted = (
            select(PreparationRecord.item_id)
            .join(AgendaItemRecord, AgendaItemRecord.id == PreparationRecord.item_id)
            .where(AgendaItemRecord.meeting_id == meeting_id, PreparationRecord.text != "")
        )
        with self._database.reading() as session:
            return frozenset(session.scalars(wanted))

    def prepare(self, item_id: UUID, text: str, *, group: UUID | None = None) -> None:
        """Keep the private preparation of an item (R11).

        Raises:
            InputError: The item is not in the register any more.
        """
        with self._database.writing(Act("agenda.prepare", self._title(item_id)), group=group) as session:
            record = _preparation(session, _known(session, item_id).id)
            if record is None:
                session.add(PreparationRecord.of(Preparation(item_id=item_id, text=text)))
            else:
                record.text = text

    def _title(self, item_id: UUID) -> str:
        with self._database.reading() as session:
            return _known(session, item_id).title


def add_proposals_in(session: Session, meeting_id: UUID, chosen: Sequence[Proposal]) -> None:
    """Put proposals on an agenda, each where its rank puts it, within a change that someone else began.

    Raises:
        InputError: The meeting is closed (R10).
    """
    check_takes_items(session, meeting_id)
    records = _ordered(session, meeting_id)
    items = [record.to_value() for record in records]
    for proposal in chosen:
        item = _item(meeting_id, proposal)
        place = place_for(proposal, items)
        record = AgendaItemRecord.of(item)
        session.add(record)
        records.insert(place, record)
        items.insert(place, item)
    _number(records)


def _ordered(session: Session, meeting_id: UUID) -> list[AgendaItemRecord]:
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    return list(session.scalars(wanted.order_by(AgendaItemRecord.position, AgendaItemRecord.id)))


def _number(records: Iterable[AgendaItemRecord]) -> None:
    for position, record in enumerate(records):
        if record.position != position:
            record.position = position


def _item(meeting_id: UUID, proposal: Proposal) -> AgendaItem:
    return AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        position=-1,
        title=proposal.title,
        kind=proposal.kind,
        presenter=proposal.presenter,
        minutes=proposal.minutes,
        source=proposal.source,
        origin=proposal.key,
        deferrals=proposal.deferrals,
        carried_from=deferred_item(proposal.key),
    )


def _preparation(session: Session, item_id: UUID) -> PreparationRecord | None:
    return session.scalars(select(PreparationRecord).where(PreparationRecord.item_id == item_id)).one_or_none()


def _known(session: Session, item_id: UUID) -> AgendaItemRecord:
    record = session.get(AgendaItemRecord, item_id)
    if record is None:
        raise InputError("Punkten finns inte längre på dagordningen.")
    return record


def _changeable(session: Session, item_id: UUID) -> AgendaItemRecord:
    """An item that may be changed: the notes of its meeting are not finalised (R12)."""
    record = _known(session, item_id)
    check_open(session, record.meeting_id)
    return record


def _section(section: str) -> str:
    plain = " ".join(section.split())
    if len(plain) > LONGEST_SECTION:
        raise InputError(f"Ett avsnitt får ha högst {LONGEST_SECTION} tecken.", "Korta namnet.")
    return plain


def _titled(title: str) -> str:
    plain = " ".join(title.split())
    if not plain:
        raise InputError("Punkten behöver en rubrik.")
    return plain

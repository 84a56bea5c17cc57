"""Every field that changes is written down, in the same transaction, for good."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.domain.contacts.contact import Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.meetings.agenda import AgendaItem, Preparation
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.domain.money import Money
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.change import ChangeFieldRecord, ChangeRecord
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.removal import remove

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
MATTER = Matter(
    id=new_id(), number="2026-014", kind=MatterKind.INCIDENT, title="Fel i lönefilen", level=Level.TACTICAL,
    reported_on=date(2026, 11, 2), cost=Money(8_600_000),
)  # fmt: skip


def fields(database: Database, verb: str) -> dict[tuple[str, str], tuple[object, object]]:
    """The fields of the one change with that verb, by table and name."""
    query = select(ChangeFieldRecord).join(ChangeRecord).where(ChangeRecord.verb == verb)
    with database.reading() as session:
        return {(row.table_name, row.field): (_read(row.old), _read(row.new)) for row in session.scalars(query)}


def _read(kept: str | None) -> object:
    return None if kept is None else json.loads(kept)


@pytest.fixture
def kept(database: Database) -> Database:
    with database.writing(Act("matter.create", "2026-014")) as session:
        session.add(MatterRecord.of(MATTER))
    return database


def test_what_is_new_is_written_down(kept: Database) -> None:
    assert fields(kept, "matter.create") == {
        ("matter", "id"): (None, str(MATTER.id)),
        ("matter", "number"): (None, "2026-014"),
        ("matter", "kind"): (None, "incident"),
        ("matter", "title"): (None, "Fel i lönefilen"),
        ("matter", "level"): (None, "tactical"),
        ("matter", "reported_on"): (None, "2026-11-02"),
        ("matter", "status"): (None, "open"),
        ("matter", "cost_ore"): (None, 8_600_000),
    }


def test_a_change_tells_before_and_after(kept: Database) -> None:
    with kept.writing(Act("matter.change")) as session:
        session.get_one(MatterRecord, MATTER.id).change(title="Annat", cost=None, closed_on=date(2026, 12, 2))
    assert fields(kept, "matter.change") == {
        ("matter", "title"): ("Fel i lönefilen", "Annat"),
        ("matter", "cost_ore"): (8_600_000, None),
        ("matter", "closed_on"): (None, "2026-12-02"),
    }


def test_a_removal_keeps_everything_that_was(kept: Database) -> None:
    with kept.writing(Act("matter.remove")) as session:
        record = session.get_one(MatterRecord, MATTER.id)
        record.title = "Ändrad i samma andetag"
        session.delete(record)
    gone = fields(kept, "matter.remove")
    assert gone == {name: (new, None) for name, (_, new) in fields(kept, "matter.create").items()}


def test_several_steps_within_one_change_count_as_one(kept: Database) -> None:
    with kept.writing(Act("matter.change")) as session:
        record = session.get_one(MatterRecord, MATTER.id)
        for title in ("A", "B", "C"):
            record.title = title
            session.flush()
    assert fields(kept, "matter.change") == {("matter", "title"): ("Fel i lönefilen", "C")}


def test_a_change_says_who_when_and_what(kept: Database) -> None:
    group, undone = new_id(), new_id()
    with kept.reading() as session:
        first = session.scalars(select(ChangeRecord)).one()
    assert (first.who, first.verb, first.subject) == ("Maja Ek", "matter.create", "2026-014")
    assert (first.group_id, first.undoes) == (None, None)
    assert abs((datetime.now(UTC) - first.at).total_seconds()) < 60
    with kept.writing(Act("matter.change"), group=group, undoes=first.id) as session:
        session.get_one(MatterRecord, MATTER.id).title = "Ny"
    with kept.reading() as session:
        second = session.scalars(select(ChangeRecord).where(ChangeRecord.undoes == first.id)).one()
    assert second.group_id == group
    with pytest.raises(IntegrityError), kept.writing(Act("x"), undoes=undone) as session:
        session.get_one(MatterRecord, MATTER.id).title = "Ännu nyare"


def test_what_is_derived_is_left_out(database: Database) -> None:
    with database.writing(Act("contact.create")) as session:
        session.add(ContactRecord.of(Contact(id=new_id(), party=Party.SSC, family_name="Öberg")))
    assert {name for _, name in fields(database, "contact.create")} == {"id", "party", "family_name"}


@pytest.mark.parametrize("table", ["change", "change_field"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = ''", "DELETE FROM {}"])
def test_history_is_for_good(kept: Database, table: str, statement: str) -> None:
    column = {"change": "who", "change_field": "field"}[table]
    with pytest.raises(IntegrityError, match="append-only"), kept.writing(Act("x")) as session:
        session.connection().exec_driver_sql(statement.format(table, column))


def test_what_is_part_of_a_record_goes_with_it_and_is_written_down(database: Database) -> None:
    meeting, item, person = new_id(), new_id(), new_id()
    guest = Participant(id=new_id(), meeting_id=meeting, contact_id=person)
    with database.writing(Act("meeting.create")) as session:
        session.add_all(
            [
                PreparationRecord.of(Preparation(item_id=item, text="Endast för oss")),
                AgendaItemRecord.of(AgendaItem(id=item, meeting_id=meeting, position=0, title="Avgifter")),
                ParticipantRecord.of(guest),
                MeetingRecord.of(Meeting(id=meeting, title="Möte", level=Level.TACTICAL, starts_at=AT, ends_at=AT)),
                ContactRecord.of(Contact(id=person, party=Party.SSC, family_name="Öberg")),
            ]
        )
    with database.writing(Act("contact.remove")) as session:
        remove(session, session.get_one(ContactRecord, person))
    assert fields(database, "contact.remove")["participant", "contact_id"] == (str(person), None)
    with database.writing(Act("meeting.remove")) as session:
        remove(session, session.get_one(MeetingRecord, meeting))
    gone = {table for (table, name) in fields(database, "meeting.remove") if name == "id"}
    assert gone == {"meeting", "participant", "agenda_item", "preparation"}
    with database.reading() as session:
        assert not session.scalars(select(PreparationRecord)).all()


def test_a_part_points_to_what_it_is_part_of(database: Database) -> None:
    meeting = new_id()
    with database.writing(Act("meeting.create")) as session:
        session.add(MeetingRecord.of(Meeting(id=meeting, title="M", level=Level.TACTICAL, starts_at=AT, ends_at=AT)))
        session.add(AgendaItemRecord(meeting_id=meeting, position=0, title="Avgifter"))
    with database.reading() as session:
        parents = {(row.table_name, row.parent_id) for row in session.scalars(select(ChangeFieldRecord))}
    assert parents == {("meeting", None), ("agenda_item", meeting)}

"""Whatever was done can be taken back and done again, unless somebody else has been there since."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule
from sqlalchemy import func, select

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.meetings.agenda import (
    AgendaItem,
    ItemKind,
    Preparation,
    Presenter,
    PresenterRole,
    Source,
    SourceKind,
)
from desktop.domain.meetings.meeting import Meeting, MeetingState, SecrecyMarking
from desktop.domain.money import Money
from desktop.errors import ConflictError, StoreError
from desktop.models import cipher
from desktop.models.agenda import AgendaItemRecord, DismissalRecord, PreparationRecord
from desktop.models.change import ChangeRecord
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord
from desktop.models.records import RECORDS
from desktop.models.removal import remove
from desktop.services.history import REDO, UNDO, History

KEY = bytes(range(32))
AT = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "register.db", KEY, "Maja Ek")
    yield opened
    opened.close()


@pytest.fixture
def colleague(database: Database, tmp_path: Path) -> Iterator[Database]:
    """The same register, opened once more."""
    opened = Database.open(tmp_path / "register.db", KEY, "Nils Ö")
    yield opened
    opened.close()


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


def matter(number: str = "2026-014") -> Matter:
    return Matter(
        id=new_id(), number=number, kind=MatterKind.INCIDENT, title="Fel i lönefilen", level=Level.TACTICAL,
        reported_on=date(2026, 11, 2), cost=Money(8_600_000),
    )  # fmt: skip


def create(database: Database, value: Matter) -> UUID:
    with database.writing(Act("matter.create", value.number)) as session:
        session.add(MatterRecord.of(value))
    return value.id


def change(database: Database, key: UUID, *, group: UUID | None = None, **fields: object) -> None:
    with database.writing(Act("matter.change", "2026-014"), group=group) as session:
        session.get_one(MatterRecord, key).change(**fields)


def kept(database: Database, key: UUID) -> Matter | None:
    with database.reading() as session:
        record = session.get(MatterRecord, key)
        return record and record.to_value()


def test_there_is_nothing_to_undo_at_first(database: Database, history: History) -> None:
    assert (history.undoable(), history.redoable()) == (None, None)
    with pytest.raises(ConflictError, match="inget att ångra"):
        history.undo()
    with pytest.raises(ConflictError, match="inget att göra om"):
        history.redo()


def test_a_change_is_taken_back_and_done_again(database: Database, history: History) -> None:
    value = matter()
    key = create(database, value)
    change(database, key, title="Ny", cost=None, level=Level.STRATEGIC)
    changed = kept(database, key)
    assert history.undoable() == Act("matter.change", "2026-014")
    assert history.undo() == Act("matter.change", "2026-014")
    assert kept(database, key) == value
    assert history.redoable() == Act("matter.change", "2026-014")
    assert history.redo() == Act("matter.change", "2026-014")
    assert kept(database, key) == changed
    assert history.redoable() is None


def test_what_came_goes_and_what_went_comes_back_under_its_key(database: Database, history: History) -> None:
    value = matter()
    key = create(database, value)
    with database.writing(Act("matter.remove", value.number)) as session:
        remove(session, session.get_one(MatterRecord, key))
    history.undo()
    assert kept(database, key) == value
    history.undo()
    assert kept(database, key) is None
    history.redo()
    assert kept(database, key) == value
    history.redo()
    assert kept(database, key) is None


def test_undo_does_not_go_behind_a_lasting_act(database: Database, history: History) -> None:
    key = create(database, matter())
    change(database, key, title="Före")
    with database.writing(Act("notes.finalise", "Möte"), lasting=True) as session:
        session.get_one(MatterRecord, key).change(title="Fast")
    assert (history.undoable(), history.redoable()) == (None, None)
    with pytest.raises(ConflictError, match="och inte heller det som gjordes före"):
        history.undo()
    change(database, key, title="Efter")
    assert history.undo() == Act("matter.change", "2026-014")
    assert kept(database, key).title == "Fast"
    with pytest.raises(ConflictError, match="och inte heller det som gjordes före"):
        history.undo()
    history.redo()
    assert kept(database, key).title == "Efter"


def test_a_lasting_act_ends_what_could_be_done_again(database: Database, history: History) -> None:
    key = create(database, matter())
    change(database, key, title="Ångrad")
    history.undo()
    with database.writing(Act("notes.finalise", "Möte"), lasting=True) as session:
        session.get_one(MatterRecord, key).change(title="Fast")
    with pytest.raises(ConflictError, match="inget att göra om"):
        history.redo()


def test_typing_that_goes_on_after_a_lasting_act_is_taken_back_to_it(database: Database, history: History) -> None:
    key, group = create(database, matter()), new_id()
    change(database, key, group=group, title="F")
    with database.writing(Act("notes.finalise", "Möte"), lasting=True) as session:
        session.get_one(MatterRecord, key).change(cost=None)
    for title in ("Fö", "För"):
        change(database, key, group=group, title=title)
    history.undo()
    assert (kept(database, key).title, history.undoable()) == ("F", None)


def test_a_new_change_ends_what_could_be_done_again(database: Database, history: History) -> None:
    key = create(database, matter())
    change(database, key, title="A")
    history.undo()
    change(database, key, title="B")
    assert history.redoable() is None
    assert history.undoable() == Act("matter.change", "2026-014")


def test_one_editing_session_is_taken_back_at_once(database: Database, history: History) -> None:
    value = matter()
    key = create(database, value)
    group = new_id()
    for title in ("L", "Lö", "Lön"):
        change(database, key, group=group, title=title)
    history.undo()
    assert kept(database, key) == value
    assert history.undoable() == Act("matter.create", value.number)
    history.redo()
    assert getattr(kept(database, key), "title", None) == "Lön"
    history.undo()
    assert kept(database, key) == value


def test_what_came_and_went_within_an_editing_session_is_passed_over(database: Database, history: History) -> None:
    value, passing = matter(), matter("2026-015")
    key = create(database, value)
    group = new_id()
    change(database, key, group=group, title="A")
    with database.writing(Act("matter.change"), group=group) as session:
        session.add(MatterRecord.of(passing))
    with database.writing(Act("matter.change"), group=group) as session:
        session.delete(session.get_one(MatterRecord, passing.id))
    history.undo()
    assert kept(database, key) == value
    assert kept(database, passing.id) is None


def test_an_editing_session_that_ended_where_it_began_is_no_step(database: Database, history: History) -> None:
    value = matter()
    key = create(database, value)
    group = new_id()
    change(database, key, group=group, title="A")
    change(database, key, group=group, title=value.title)
    assert history.undo() == Act("matter.create", value.number)
    assert kept(database, key) is None


def test_what_comes_between_ends_an_editing_session(database: Database, history: History) -> None:
    key = create(database, matter())
    group = new_id()
    change(database, key, group=group, title="A")
    change(database, key, grade=None, support_case="C-1")
    change(database, key, group=group, title="B")
    history.undo()
    assert getattr(kept(database, key), "title", None) == "A"


def test_hundreds_of_rows_are_one_step(database: Database, history: History) -> None:
    with database.writing(Act("import.matters", "arendelista.csv")) as session:
        session.add_all(MatterRecord.of(matter(f"2026-{number:03}")) for number in range(400))
    history.undo()
    assert _count(database) == 0
    history.redo()
    assert _count(database) == 400


def test_a_meeting_comes_back_with_all_that_is_part_of_it(database: Database, history: History) -> None:
    meeting = Meeting(
        id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=AT, ends_at=AT, state=MeetingState.CONVENED,
        secrecy=SecrecyMarking(provision="18 kap. 8 §", marked_on=date(2026, 11, 1), authority="Provmyndigheten"),
    )  # fmt: skip
    item = AgendaItem(
        id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter", kind=ItemKind.DECISION, minutes=0,
        presenter=Presenter(PresenterRole.SSC, None, "Ylva Å"), source=Source(SourceKind.MATTER, new_id(), "2026-014"),
    )  # fmt: skip
    with database.writing(Act("meeting.create", "Möte")) as session:
        session.add_all([MeetingRecord.of(meeting), AgendaItemRecord.of(item)])
        session.add_all(
            [
                PreparationRecord.of(Preparation(item_id=item.id, text="Endast för oss")),
                DismissalRecord(meeting_id=meeting.id, key="standing:fees"),
            ]
        )
    with database.writing(Act("meeting.remove", "Möte")) as session:
        remove(session, session.get_one(MeetingRecord, meeting.id))
    history.undo()
    with database.reading() as session:
        assert session.get_one(MeetingRecord, meeting.id).to_value() == meeting
        assert session.get_one(AgendaItemRecord, item.id).to_value() == item
        assert session.scalars(select(PreparationRecord.text)).one() == "Endast för oss"
        assert session.scalars(select(DismissalRecord.key)).one() == "standing:fees"


def test_what_somebody_else_changed_is_not_overwritten(
    database: Database, colleague: Database, history: History
) -> None:
    key = create(database, matter())
    change(database, key, title="Min", level=Level.STRATEGIC)
    change(colleague, key, title="Kollegans")
    with pytest.raises(ConflictError, match=r"Ärendet har ändrats sedan dess \(rubrik\)"):
        history.undo()
    assert getattr(kept(database, key), "title", None) == "Kollegans"
    assert getattr(kept(database, key), "level", None) == Level.STRATEGIC
    assert history.undoable() == Act("matter.create", "2026-014")


def test_other_fields_that_somebody_else_changed_stay(
    database: Database, colleague: Database, history: History
) -> None:
    key = create(database, matter())
    change(database, key, title="Min")
    change(colleague, key, support_case="C-77")
    history.undo()
    after = kept(database, key)
    assert after is not None
    assert (after.title, after.support_case) == ("Fel i lönefilen", "C-77")


def test_what_somebody_else_removed_cannot_be_changed_back(
    database: Database, colleague: Database, history: History
) -> None:
    key = create(database, matter())
    change(database, key, title="Min")
    with colleague.writing(Act("matter.remove")) as session:
        remove(session, session.get_one(MatterRecord, key))
    with pytest.raises(ConflictError, match="Ärendet finns inte kvar"):
        history.undo()


def test_what_somebody_else_has_changed_since_it_came_stays(
    database: Database, colleague: Database, history: History
) -> None:
    key = create(database, matter())
    change(colleague, key, description="Mer att veta")
    with pytest.raises(ConflictError, match="beskrivning"):
        history.undo()
    assert kept(database, key) is not None


def test_what_others_have_built_on_stays(database: Database, colleague: Database, history: History) -> None:
    person = Contact(id=new_id(), party=Party.SSC, family_name="Öberg")
    with database.writing(Act("contact.create", "Öberg")) as session:
        session.add(ContactRecord.of(person))
    with colleague.writing(Act("contact.change", "Öberg")) as session:
        session.add(AssignmentRecord.of(Assignment(id=new_id(), contact_id=person.id, level=Level.TACTICAL)))
    with pytest.raises(ConflictError, match="bygger på det"):
        history.undo()
    with database.reading() as session:
        assert session.get(ContactRecord, person.id) is not None


def test_what_somebody_else_brought_back_is_not_made_twice(
    database: Database, colleague: Database, history: History
) -> None:
    value = matter()
    key = create(database, value)
    with database.writing(Act("matter.remove")) as session:
        remove(session, session.get_one(MatterRecord, key))
    create(colleague, value)
    with pytest.raises(ConflictError, match="finns redan igen"):
        history.undo()


def test_a_busy_register_does_not_lose_the_step(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "_WAIT_SECONDS", 0.05)
    impatient = Database.open(tmp_path / "register.db", KEY, "Maja Ek")
    history = History(impatient)
    value = matter()
    key = create(impatient, value)
    change(impatient, key, title="Min")
    with database.writing(Act("test")), pytest.raises(StoreError, match="används just nu"):
        history.undo()
    history.undo()
    assert kept(impatient, key) == value
    impatient.close()


def test_taking_back_is_itself_in_the_history(database: Database, history: History) -> None:
    value = matter()
    key = create(database, value)
    change(database, key, title="Ny")
    history.undo()
    history.redo()
    entries = history.of(key)
    assert [(e.act.verb, e.field, e.old, e.new) for e in entries][:3] == [
        (REDO, "title", "Fel i lönefilen", "Ny"),
        (UNDO, "title", "Ny", "Fel i lönefilen"),
        ("matter.change", "title", "Fel i lönefilen", "Ny"),
    ]
    assert {(e.who, e.kind, e.record_id) for e in entries} == {("Maja Ek", "matter", key)}
    assert ("id", "", str(key)) in {(e.field, e.old, e.new) for e in entries}
    assert entries[0].at >= entries[-1].at
    with database.reading() as session:
        verbs = select(ChangeRecord).where(ChangeRecord.undoes.is_not(None)).order_by(ChangeRecord.at)
        undone, redone = session.scalars(verbs)
        assert redone.undoes == undone.id


def test_the_history_of_a_record_tells_of_its_parts(database: Database, history: History) -> None:
    meeting, item = new_id(), new_id()
    with database.writing(Act("meeting.create", "Möte")) as session:
        session.add(MeetingRecord.of(Meeting(id=meeting, title="M", level=Level.TACTICAL, starts_at=AT, ends_at=AT)))
    with database.writing(Act("agenda.add", "Avgifter")) as session:
        session.add(AgendaItemRecord.of(AgendaItem(id=item, meeting_id=meeting, position=0, title="Avgifter")))
    with database.writing(Act("agenda.prepare", "Avgifter")) as session:
        session.add(PreparationRecord.of(Preparation(item_id=item, text="Endast för oss")))
    assert {entry.act.verb for entry in history.of(meeting)} == {"meeting.create", "agenda.add"}
    assert {entry.act.verb for entry in history.of(item)} == {"agenda.add", "agenda.prepare"}
    assert ("agenda", "title", "", "Avgifter") in {(e.kind, e.field, e.old, e.new) for e in history.of(meeting)}
    assert history.of(new_id()) == ()


def test_only_what_was_done_here_can_be_undone(database: Database, colleague: Database, history: History) -> None:
    create(colleague, matter())
    assert history.undoable() is None


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(MatterRecord)) or 0


WORDS = st.sampled_from(["", "Lön", "Avgifter 2027", "Öberg", "åäö ”citat”\n"])


class UndoMachine(RuleBasedStateMachine):
    """Any mixture of work, undo and redo leads back and forth through the same states."""

    matters = Bundle("matters")
    contacts = Bundle("contacts")
    meetings = Bundle("meetings")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.database = Database.open(self.folder / "register.db", KEY, "Maja Ek")
        self.history = History(self.database)
        self.past: list[frozenset[object]] = []
        self.future: list[frozenset[object]] = []
        self.group: UUID | None = None

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    def state(self) -> frozenset[object]:
        with self.database.reading() as session:
            return frozenset(
                (record.__tablename__, *(getattr(row, column.key) for column in _all_but_version(record)))
                for record in RECORDS
                for row in session.scalars(select(record))
            )

    def work(self, before: frozenset[object], group: UUID | None = None) -> None:
        if self.state() == before:
            return
        if group is None or group != self.group:
            self.past.append(before)
        self.group = group
        self.future.clear()

    @rule(target=matters, number=WORDS, cost=st.none() | st.integers(0, 10**9))
    def create_matter(self, number: str, cost: int | None) -> UUID:
        before, key = self.state(), new_id()
        with self.database.writing(Act("matter.create", number)) as session:
            session.add(
                MatterRecord(
                    id=key, number=number, title="", kind=MatterKind.RISK, level=Level.TACTICAL,
                    reported_on=date(2026, 1, 1), cost_ore=cost,
                )
            )  # fmt: skip
        self.work(before)
        return key

    @rule(key=matters, title=WORDS, status=st.sampled_from(MatterStatus), grouped=st.booleans())
    def change_matter(self, key: UUID, title: str, status: MatterStatus, *, grouped: bool) -> None:
        before, group = self.state(), key if grouped else None
        with self.database.writing(Act("matter.change"), group=group) as session:
            record = session.get(MatterRecord, key)
            if record is not None:
                record.change(title=title, status=status, closed_on=date(2026, 2, 1) if title else None)
        self.work(before, group)

    @rule(target=contacts, family=WORDS, given=WORDS)
    def create_contact(self, family: str, given: str) -> UUID:
        before, key = self.state(), new_id()
        with self.database.writing(Act("contact.create", family)) as session:
            session.add(ContactRecord(id=key, party=Party.SSC, family_name=family, given_name=given))
            session.add(AssignmentRecord(contact_id=key, level=Level.TACTICAL))
        self.work(before)
        return key

    @rule(key=contacts, family=WORDS)
    def rename_contact(self, key: UUID, family: str) -> None:
        before = self.state()
        with self.database.writing(Act("contact.change", family)) as session:
            record = session.get(ContactRecord, key)
            if record is not None:
                record.change(family_name=family)
        self.work(before)

    @rule(target=meetings, title=WORDS, contact=contacts, count=st.integers(0, 3))
    def create_meeting(self, title: str, contact: UUID, count: int) -> UUID:
        before, key = self.state(), new_id()
        with self.database.writing(Act("meeting.create", title)) as session:
            session.add(MeetingRecord(id=key, title=title, level=Level.TACTICAL, starts_at=AT, ends_at=AT))
            presenter = contact if session.get(ContactRecord, contact) else None
            for position in range(count):
                item = AgendaItemRecord(
                    id=new_id(), meeting_id=key, position=position, title=title, presenter_id=presenter
                )
                session.add_all([item, PreparationRecord(item_id=item.id, text=title)])
        self.work(before)
        return key

    @rule(key=meetings)
    def turn_agenda_around(self, key: UUID) -> None:
        before = self.state()
        with self.database.writing(Act("agenda.move")) as session:
            items = session.scalars(select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == key)).all()
            for item in items:
                item.position = len(items) - 1 - item.position
        self.work(before)

    @rule(removed=st.one_of(consumes(matters), consumes(contacts), consumes(meetings)))
    def remove_one(self, removed: UUID) -> None:
        before = self.state()
        with self.database.writing(Act("remove")) as session:
            for kind in (MatterRecord, ContactRecord, MeetingRecord):
                record = session.get(kind, removed)
                if record is not None:
                    remove(session, record)
        self.work(before)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        now = self.state()
        expected = self.past.pop()
        while expected == now and self.past:  # an editing session that ended where it began
            expected = self.past.pop()
        self.history.undo()
        assert self.state() == expected
        if expected != now:
            self.future.append(now)
        self.group = None

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.state())
        self.history.redo()
        assert self.state() == self.future.pop()
        self.group = None

    @invariant()
    def knows_what_can_be_done(self) -> None:
        assert (self.history.undoable() is None) == (not self.past)
        assert (self.history.redoable() is None) == (not self.future)


def _all_but_version(record: type) -> list:
    return [column for column in record.__table__.columns if column.key != "version"]


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)

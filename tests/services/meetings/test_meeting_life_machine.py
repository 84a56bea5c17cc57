"""Whatever is done to meetings, in any order and with undo: no item is lost or doubled, and what is fixed stays."""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from desktop.domain.agreement import Agreement
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, ItemState
from desktop.domain.meetings.closing import CLOSING, OUTCOMES, Carry, deferred_item
from desktop.domain.meetings.life import furthest
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.notes_content import content_of
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.base import Kept
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord, MeetingStepRecord
from desktop.models.notes import ItemNoteRecord, NotesVersionRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.closings import Closings
from desktop.services.meetings.lives import Lives
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.notes import Notes
from desktop.services.meetings.notes_versions import NotesVersions

if TYPE_CHECKING:
    from desktop.domain.meetings.notes import NotesVersion

KEY = bytes(range(32))
FIRST = datetime(2026, 12, 1, 12, tzinfo=UTC)
LATER = date(2030, 1, 1)
PLACES = st.integers(0, 11)
STATES = st.sampled_from(ItemState)


KINDS = (MeetingRecord, MeetingStepRecord, AgendaItemRecord, PreparationRecord, ItemNoteRecord, NotesVersionRecord)


@dataclass
class Expected:
    """What the machine knows of items: how many topics there are, and how often each item was carried on before."""

    topics: int = 0
    carried: dict[UUID, int] = field(default_factory=dict)

    def copy(self) -> "Expected":
        return Expected(self.topics, dict(self.carried))


class MeetingLifeMachine(RuleBasedStateMachine):
    """Meetings of one forum, a month apart, lived through in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.database = Database.open(self.folder / "register.db", KEY, "Maja Ek")
        self.meetings, self.agendas = Meetings(self.database), Agendas(self.database)
        self.lives, self.notes = Lives(self.database, lambda: LATER), Notes(self.database, lambda: LATER)
        self.closings = Closings(self.database, lambda: LATER)
        self.versions = NotesVersions(self.database, lambda: datetime(2030, 1, 1, 12, tzinfo=UTC))
        Agreements(self.database).save(Agreement(agency_name="Exempelmyndigheten"))
        for month in (0, 1, 2):
            self.meetings.create(self.planned(month, ours=month == 1))
        self.history = History(self.database)
        self.expected = Expected()
        self.past: list[tuple[object, Expected]] = []
        self.future: list[tuple[object, Expected]] = []
        self.fixed: dict[UUID, NotesVersion] = {}

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    # What there is

    def state(self) -> object:
        """Every row of what a meeting is, but its version."""
        with self.database.reading() as session:
            columns = [[c for c in kind.__table__.columns if c.key != "version"] for kind in KINDS]
            return [sorted(map(repr, session.execute(select(*of_kind)))) for of_kind in columns]

    def planned(self, month: int, *, ours: bool) -> Meeting:
        """A meeting of that month, after those that are planned for it."""
        starts = FIRST + timedelta(days=28 * month, minutes=len(self.all(MeetingRecord)))
        return Meeting(
            id=new_id(),
            title=f"Möte {month}",
            level=Level.TACTICAL,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            notes_by=Party.AGENCY if ours else Party.SSC,
        )

    def all(self, kind: type[Kept]) -> list:
        """The values of one kind, in the order they were made."""
        with self.database.reading() as session:
            return [record.to_value() for record in session.scalars(select(kind).order_by(kind.id))]

    def meeting(self, place: int) -> Meeting:
        meetings = sorted(self.all(MeetingRecord), key=lambda meeting: meeting.starts_at)
        return meetings[place % len(meetings)]

    def items(self) -> list[AgendaItem]:
        return self.all(AgendaItemRecord)

    def items_of(self, meeting_id: UUID) -> list[AgendaItem]:
        return [item for item in self.items() if item.meeting_id == meeting_id]

    def item(self, place: int) -> AgendaItem:
        items = self.items()
        return items[place % len(items)]

    def closed(self) -> list[UUID]:
        return [step.meeting_id for step in self.all(MeetingStepRecord) if step.state is CLOSING]

    def do(self, act: Callable[[], object], *, lasting: bool = False) -> bool:
        """Do something; whether it was done. What is refused must change nothing."""
        before, known = self.state(), self.expected.copy()
        try:
            act()
        except InputError:
            assert self.state() == before
            return False
        if self.state() != before:
            self.future.clear()
            self.past.append((before, known))
            if lasting:
                self.past.clear()
        return True

    # What can be done

    @rule(month=st.integers(0, 4), ours=st.booleans())
    def plan(self, month: int, ours: bool) -> None:
        if len(self.all(MeetingRecord)) < 6:
            self.do(lambda: self.meetings.create(self.planned(month, ours=ours)))

    @rule(place=PLACES, state=st.sampled_from([MeetingState.CONVENED, MeetingState.CANCELLED, MeetingState.PLANNED]))
    def step(self, place: int, state: MeetingState) -> None:
        """Convene a meeting, cancel it, or take a cancelled one up again."""
        meeting = self.meeting(place)
        if state is MeetingState.CONVENED:
            self.do(lambda: self.lives.take(meeting.id, state, meeting.day))
        elif state is MeetingState.CANCELLED:
            self.do(lambda: self.lives.cancel(meeting.id))
        else:
            self.do(lambda: self.lives.resume(meeting.id))

    @rule(place=PLACES)
    def add_item(self, place: int) -> None:
        meeting, closed, made = self.meeting(place), self.closed(), []
        taken = self.do(lambda: made.append(self.agendas.add(meeting.id, f"Punkt {self.expected.topics}")))
        assert taken is not (meeting.id in closed)
        if taken:
            self.expected.topics += 1
            self.expected.carried[made[0]] = 0

    @precondition(lambda self: self.items())
    @rule(place=PLACES, to=st.integers(0, 5))
    def move_item(self, place: int, to: int) -> None:
        self.do(lambda: self.agendas.move(self.item(place).id, to))

    @precondition(lambda self: self.items())
    @rule(place=PLACES, words=st.sampled_from(["", "SSC rättar.", "Vi väntar."]))
    def note(self, place: int, words: str) -> None:
        self.do(lambda: self.notes.write(self.item(place).id, words))

    @precondition(lambda self: self.items())
    @rule(place=PLACES, outcome=STATES, among=st.sampled_from(["all", "fixed", "deferred"]))
    def settle(self, place: int, outcome: ItemState, among: str) -> None:
        items = self.items()
        fixed = {one.meeting_id for one in self.fixed.values()}
        some = {
            "fixed": [item for item in items if item.meeting_id in fixed],
            "deferred": [item for item in items if item.state is ItemState.DEFERRED],
        }.get(among) or items
        item = some[place % len(some)]
        self.do(lambda: self.closings.settle(item.id, outcome))

    @precondition(lambda self: self.items())
    @rule(place=PLACES, to=PLACES, way=st.sampled_from(Carry), again=st.booleans())
    def carry(self, place: int, to: int, way: Carry, again: bool) -> None:
        """Carry a deferred item on, at times one that has gone on already."""
        deferred = [item for item in self.items() if item.state is ItemState.DEFERRED] or self.items()
        gone_on = {item.carried_from for item in self.items()}
        deferred = [item for item in deferred if again and item.id in gone_on] or deferred
        item, made = deferred[place % len(deferred)], []
        targets = self.closings.get(item.meeting_id).targets or [self.meeting(to)]
        target = targets[to % len(targets)]
        if self.do(lambda: made.append(self.closings.carry(item.id, target.id, way))):
            self.expected.carried[made[0]] = self.expected.carried[item.id] + 1

    @rule(place=PLACES)
    def accept(self, place: int) -> None:
        """Take up everything that earlier meetings deferred."""
        meeting = self.meeting(place)
        keys = [one.key for one in self.agendas.proposals(meeting.id) if deferred_item(one.key)]
        before = {item.id: item for item in self.items()}
        if self.do(lambda: self.agendas.accept(meeting.id, keys)):
            for item in self.items():
                if item.id not in before and item.carried_from:
                    was = before[item.carried_from]
                    counted = was.state is ItemState.DEFERRED
                    self.expected.carried[item.id] = self.expected.carried[was.id] + counted

    @rule(place=PLACES, rest=st.sampled_from([None, *OUTCOMES]))
    def close(self, place: int, rest: ItemState | None) -> None:
        """Close a meeting, most often after saying the same of all that is left."""
        meeting = self.meeting(place)
        for item in self.items_of(meeting.id) if rest else ():
            if item.state is ItemState.OPEN:
                self.do(lambda item=item: self.closings.settle(item.id, rest))
        self.do(lambda: self.closings.close(meeting.id))

    @rule(place=PLACES)
    def reopen(self, place: int) -> None:
        self.do(lambda: self.closings.reopen(self.meeting(place).id))

    @rule(place=PLACES, rest=st.sampled_from([None, *OUTCOMES]))
    def finalise(self, place: int, rest: ItemState | None) -> None:
        """Finalise the notes of a meeting, most often after closing it."""
        closed = self.closed() or [self.meeting(place).id]
        meeting_id, made = closed[place % len(closed)], []
        if rest is not None and len(self.fixed) < 2:
            self.close(place, rest)
            meeting_id = self.meeting(place).id
        if self.do(lambda: made.append(self.versions.finalise(meeting_id)), lasting=True):
            self.fixed[made[0].id] = made[0]

    @precondition(lambda self: self.fixed)
    @rule(place=PLACES)
    def reopen_notes(self, place: int) -> None:
        version = list(self.fixed.values())[place % len(self.fixed)]
        self.do(lambda: self.versions.reopen(version.meeting_id, "Fel belopp"), lasting=True)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self._turn(self.history.undo, self.past, self.future)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self._turn(self.history.redo, self.future, self.past)

    def _turn(
        self, turn: Callable[[], object], source: list[tuple[object, Expected]], target: list[tuple[object, Expected]]
    ) -> None:
        target.append((self.state(), self.expected.copy()))
        turn()
        state, self.expected = source.pop()
        assert self.state() == state

    # What always holds

    @invariant()
    def no_item_is_lost_or_doubled(self) -> None:
        items = {item.id: item for item in self.items()}
        carried = [item.carried_from for item in items.values() if item.carried_from]
        assert len(carried) == len(set(carried)), "an item goes on at one place only"
        assert set(carried) <= items.keys()
        assert len(items) - len(carried) == self.expected.topics
        for of_one in self._by_meeting().values():
            assert sorted(item.position for item in of_one) == list(range(len(of_one)))

    @invariant()
    def the_count_is_the_number_of_deferrals(self) -> None:
        for item in self.items():
            assert item.deferrals == self.expected.carried[item.id] + (item.state is ItemState.DEFERRED)

    @invariant()
    def what_waits_is_proposed_to_the_last_meeting_until_it_is_taken_up(self) -> None:
        items, meetings = self.items(), {one.id: one for one in self.all(MeetingRecord)}
        last = max(meetings.values(), key=lambda meeting: meeting.starts_at)
        gone_on = {item.carried_from for item in items}
        offered = {deferred_item(one.key): one.deferrals for one in self.agendas.proposals(last.id)}
        for item in items:
            if item.state is ItemState.DEFERRED and item.id not in gone_on and item.meeting_id != last.id:
                assert offered.get(item.id) == item.deferrals

    @invariant()
    def states_are_legal_and_closed_meetings_have_an_outcome_for_every_item(self) -> None:
        taken: dict[UUID, set[MeetingState]] = defaultdict(set)
        for step in self.all(MeetingStepRecord):
            taken[step.meeting_id].add(step.state)
        items = self._by_meeting()
        for meeting in self.all(MeetingRecord):
            steps = taken[meeting.id]
            cancelled = MeetingState.CANCELLED in steps
            assert meeting.state is (MeetingState.CANCELLED if cancelled else furthest(steps))
            if CLOSING in steps:
                assert MeetingState.HELD in steps
                assert all(item.state is not ItemState.OPEN for item in items[meeting.id])

    @invariant()
    def what_was_finalised_never_changes(self) -> None:
        versions: dict[UUID, list[NotesVersion]] = defaultdict(list)
        for version in self.all(NotesVersionRecord):
            versions[version.meeting_id].append(version)
        for meeting_id, of_one in versions.items():
            assert [one.number for one in of_one] == list(range(1, len(of_one) + 1))
            assert all(one.reopened_at for one in of_one[:-1])
            if of_one[-1].reopened_at is None:
                assert meeting_id in self.closed()
                assert content_of(self.versions.draft(meeting_id)) == of_one[-1].content
            for one in of_one:
                assert replace(one, reopened_at=None, reopened_reason="") == self.fixed[one.id]
                assert self.versions.verify(one.id)
                assert content_of(self.versions.document(one.id)) == one.content
        assert sum(map(len, versions.values())) == len(self.fixed)

    def _by_meeting(self) -> dict[UUID, list[AgendaItem]]:
        found: dict[UUID, list[AgendaItem]] = defaultdict(list)
        for item in self.items():
            found[item.meeting_id].append(item)
        return found

    @invariant()
    def undo_and_redo_know_what_they_can_do(self) -> None:
        assert (self.history.undoable() is None) == (not self.past)
        assert (self.history.redoable() is None) == (not self.future)


TestMeetingLife = MeetingLifeMachine.TestCase
TestMeetingLife.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)

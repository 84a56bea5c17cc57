"""Escalation on a real register: only legal steps, a complete history, and everything can be undone (R1, R20)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.climb import Climb
from desktop.domain.matters.escalating import disorder, rung
from desktop.domain.matters.escalation import EscalationReason, StepRequest
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.matters.matter_path import MarkKind
from desktop.domain.meetings.agenda import AgendaItem, Source, SourceKind
from desktop.domain.meetings.meeting import Meeting
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.agreement import AgreementRecord, LevelChoiceRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.history import History
from desktop.services.matters.escalations import Escalations
from desktop.services.matters.matters import Matters

DAY = date(2026, 11, 24)
KEY = bytes(range(32))
OP, TAC, STR = Level


def request(matter_id: Any, to_level: Level, **more: Any) -> StepRequest:
    said: dict[str, Any] = {
        "taken_on": DAY,
        "reason": EscalationReason.INCIDENT_NOT_REMEDIED,
        "explanation": "Felet är kvar.",
        "tried": "Omkörning två gånger",
        "asked": "En plan för rättning",
        "answer_by": DAY + timedelta(days=7),
        **more,
    }
    return StepRequest(matter_id=matter_id, to_level=to_level, **said)


def add(database: Database, kind: MatterKind = MatterKind.INCIDENT) -> Matter:
    matter = Matter(id=new_id(), number="2026-014", kind=kind, title="Fel", level=OP, reported_on=date(2026, 11, 1))
    with database.writing(Act("matter.add", matter.number)) as session:
        session.add(MatterRecord.of(matter))
    return matter


@contextmanager
def register() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "register.db", KEY, "Maja Ek")
        yield database
        database.close()


@pytest.fixture
def opened() -> Iterator[Database]:
    with register() as database:
        yield database


def test_a_step_moves_the_matter_and_keeps_what_was_said(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    step = escalations.take(request(matter.id, TAC, to_name="Per Holmér"))
    climb = escalations.of(matter.id)
    assert climb.steps == (step,)
    assert (step.taken_by, step.to_name, step.from_level) == ("Maja Ek", "Per Holmér", OP)
    assert (climb.matter.level, climb.matter.escalated_on) == (TAC, DAY)
    assert (climb.above, climb.below) == (STR, OP)


def test_the_way_shows_the_coming_meeting_where_the_matter_is_on_the_agenda(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY, lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))
    escalations.take(request(matter.id, TAC))
    source = Source(SourceKind.MATTER, matter.id, "Ärende")
    for days in (-7, 7, 14):
        starts = datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(days=days)
        meeting = Meeting(
            id=new_id(), title="Taktiskt möte", level=TAC, starts_at=starts, ends_at=starts + timedelta(hours=1)
        )
        item = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Fel", source=source)
        with opened.writing(Act("meeting.add", "")) as session:
            session.add(MeetingRecord.of(meeting))
            session.flush()
            session.add(AgendaItemRecord.of(item))
    climb, path = escalations.way(matter.id)
    assert climb == escalations.of(matter.id)
    assert [(mark.kind, mark.level, mark.day) for mark in path.marks] == [
        (MarkKind.REPORTED, OP, date(2026, 11, 1)),
        (MarkKind.RAISED, TAC, DAY),
        (MarkKind.PLANNED, TAC, date(2026, 12, 1)),
    ]


def test_a_skipped_level_is_refused_with_the_section_and_nothing_is_written(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    with pytest.raises(InputError, match="Ingen nivå får hoppas över") as told:
        escalations.take(request(matter.id, STR))
    assert "avsnitt 2" in str(told.value)
    assert escalations.of(matter.id) == Climb(matter=matter, model=LevelModel.THREE)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"reason": None}, "Skälet"),
        ({"reason": EscalationReason.OTHER, "explanation": " "}, "Förklaringen"),
        ({"tried": ""}, "prövats"),
        ({"asked": ""}, "begärs"),
        ({"answer_by": None}, "Dagen för svar"),
        ({"answer_by": DAY - timedelta(days=1)}, "före steget"),
        ({"taken_on": DAY + timedelta(days=1)}, "ännu inte har varit"),
        ({"taken_on": date(2026, 10, 31)}, "2026-11-01"),
    ],
)
def test_what_a_step_takes_is_asked_for(opened: Database, change: dict[str, Any], what: str) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    with pytest.raises(InputError, match=what):
        escalations.take(request(matter.id, TAC, **change))
    assert escalations.of(matter.id).steps == ()


def test_a_matter_returns_and_climbs_again_as_a_new_climb(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    for level in (TAC, STR, TAC, OP, TAC):
        escalations.take(request(matter.id, level))
    climb = escalations.of(matter.id)
    assert not disorder(climb.steps)
    assert [each.ended_on for each in climb.escalations] == [DAY, None]
    assert climb.matter.escalated_on == DAY


def test_an_answer_is_kept_and_can_be_taken_away(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    step = escalations.take(request(matter.id, TAC))
    escalations.answer(step.id, DAY, "Planen kommer på fredag.")
    assert escalations.of(matter.id).steps[0].answer == "Planen kommer på fredag."
    with pytest.raises(InputError):
        escalations.answer(step.id, DAY - timedelta(days=1), "För tidigt")


def test_one_undo_takes_a_step_back_wholly(opened: Database) -> None:
    matter = add(opened)
    history = History(opened)
    escalations = Escalations(opened, lambda: DAY)
    escalations.take(request(matter.id, TAC))
    history.undo()
    assert escalations.of(matter.id) == Climb(matter=matter, model=LevelModel.THREE)


def test_closing_a_matter_ends_its_climb(opened: Database) -> None:
    matter = add(opened)
    escalations = Escalations(opened, lambda: DAY)
    escalations.take(request(matter.id, TAC))
    Matters(opened).change(matter.id, status=MatterStatus.CLOSED, closed_on=DAY)
    assert [each.ended_on for each in escalations.of(matter.id).escalations] == [DAY]


def test_a_risk_is_raised_and_never_escalated(opened: Database) -> None:
    matter = add(opened, MatterKind.RISK)
    with pytest.raises(InputError, match="lyfts"):
        Escalations(opened, lambda: DAY).take(request(matter.id, TAC))


class Climbing(RuleBasedStateMachine):
    """Escalate, return, close and reopen in any order and with any number of levels."""

    @initialize(model=st.sampled_from(LevelModel))
    def begin(self, model: LevelModel) -> None:
        self.context = register()
        self.database = self.context.__enter__()
        self.model = model
        with self.database.writing(Act("agreement.change")) as session:
            session.add(AgreementRecord.of(Agreement(agency_name="Provmyndigheten")))
            session.add(LevelChoiceRecord.of(LevelChoice(starts_on=date(2020, 1, 1), model=model)))
        self.day = DAY
        self.matter = add(self.database)
        self.escalations = Escalations(self.database, lambda: self.day)
        self.matters = Matters(self.database)
        self.taken = 0

    def teardown(self) -> None:
        if hasattr(self, "context"):
            self.context.__exit__(None, None, None)

    @rule(days=st.integers(0, 40))
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(level=st.sampled_from(Level))
    def go(self, level: Level) -> None:
        before = self.escalations.of(self.matter.id)
        allowed = before.matter.is_open and abs(rung(level, self.model) - rung(before.matter.level, self.model)) == 1
        asked = request(self.matter.id, level, taken_on=self.day, answer_by=self.day)
        if allowed:
            self.escalations.take(asked)
            self.taken += 1
            assert self.escalations.of(self.matter.id).matter.level is level
        else:
            with pytest.raises(InputError):
                self.escalations.take(asked)
            assert self.escalations.of(self.matter.id) == before

    @precondition(lambda self: self.escalations.of(self.matter.id).matter.is_open)
    @rule()
    def close(self) -> None:
        self.matters.change(self.matter.id, status=MatterStatus.CLOSED, closed_on=self.day)

    @precondition(lambda self: not self.escalations.of(self.matter.id).matter.is_open)
    @rule()
    def reopen(self) -> None:
        self.matters.change(self.matter.id, status=MatterStatus.OPEN)

    @invariant()
    def history_is_whole(self) -> None:
        if not hasattr(self, "escalations"):
            return
        climb = self.escalations.of(self.matter.id)
        assert len(climb.steps) == self.taken
        assert not disorder(climb.steps)
        assert climb.matter.level is (climb.steps[-1].to_level if climb.steps else OP)
        owners = {each.id for each in climb.escalations}
        assert {step.escalation_id for step in climb.steps} == owners
        assert sum(each.ended_on is None for each in climb.escalations) <= 1
        assert all(offer is None or climb.why_not(offer) is None for offer in (climb.above, climb.below))


Climbing.TestCase.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
TestClimbing = Climbing.TestCase

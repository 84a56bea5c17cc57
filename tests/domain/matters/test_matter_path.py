"""The way of a matter is drawn as it was, and told in the same words (R20)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Channel, Level, LevelModel
from desktop.domain.matters.escalation import EscalationReason, EscalationStep
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.domain.matters.matter_path import MOST_MARKS, MarkKind, PlannedMeeting, lanes_of, path_of

DAY = date(2026, 11, 12)
OP, TAC, STR = Level
MATTER = Matter(
    id=new_id(), number="2026-014", kind=MatterKind.INCIDENT, title="Fel", level=TAC, reported_on=DAY, report_on=None
)


def step(from_level: Level, to_level: Level, days: int) -> EscalationStep:
    return EscalationStep(
        id=new_id(),
        escalation_id=new_id(),
        matter_id=MATTER.id,
        from_level=from_level,
        to_level=to_level,
        taken_on=DAY + timedelta(days=days),
        reason=EscalationReason.INCIDENT_NOT_REMEDIED if to_level.rank > from_level.rank else None,
    )


def contact(days: int, **more: object) -> MatterEntry:
    at = datetime(2026, 11, 12, 10, tzinfo=UTC) + timedelta(days=days)
    said: dict[str, object] = {"channel": Channel.PHONE, **more}
    return MatterEntry(id=new_id(), matter_id=MATTER.id, happened_at=at, written_at=at, text="Ringde", **said)


def test_the_way_of_the_screen() -> None:
    matter = replace(MATTER, report_on=DAY + timedelta(days=2))
    path = path_of(
        matter,
        LevelModel.THREE,
        [step(OP, TAC, 6)],
        (),
        [PlannedMeeting(day=DAY + timedelta(days=19), level=TAC, title="Taktiskt möte")],
    )
    assert [(mark.kind, mark.level) for mark in path.marks] == [
        (MarkKind.REPORTED, OP),
        (MarkKind.REPORT, OP),
        (MarkKind.RAISED, TAC),
        (MarkKind.PLANNED, TAC),
    ]
    assert path.marks[2].words == "18\u00a0november eskalerat: ej åtgärdat"
    assert [path.lane_of(mark) for mark in path.marks] == [2, 2, 1, 1]
    assert "Eskalerat från operativ nivå till taktisk nivå" in path.told()


def test_two_levels_that_share_a_forum_are_one_lane() -> None:
    assert [lane.levels for lane in lanes_of(LevelModel.TWO)] == [{STR}, {OP, TAC}]
    path = path_of(replace(MATTER, level=STR), LevelModel.TWO, [step(OP, STR, 1)])
    assert [path.lane_of(mark) for mark in path.marks] == [1, 0]


def test_what_is_for_our_own_eyes_is_not_drawn() -> None:
    path = path_of(MATTER, LevelModel.THREE, [], [contact(1, is_internal=True), contact(2, channel=None), contact(3)])
    assert [mark.kind for mark in path.marks] == [MarkKind.REPORTED, MarkKind.CONTACT]


def test_a_closed_matter_ends_and_plans_nothing() -> None:
    closed = replace(MATTER, status=MatterStatus.CLOSED, closed_on=DAY + timedelta(days=30))
    path = path_of(closed, LevelModel.THREE, [], (), [PlannedMeeting(day=DAY, level=TAC, title="Möte")])
    assert path.marks[-1].kind is MarkKind.CLOSED


@given(st.lists(st.integers(0, 100), max_size=40))
def test_every_step_is_drawn_however_many_contacts_there_were(days: list[int]) -> None:
    steps = [step(OP, TAC, 5), step(TAC, STR, 50)]
    path = path_of(replace(MATTER, level=STR), LevelModel.THREE, steps, [contact(each) for each in days])
    assert len(path.marks) <= MOST_MARKS
    assert [mark.kind for mark in path.marks if mark.kind is not MarkKind.CONTACT] == [
        MarkKind.REPORTED,
        MarkKind.RAISED,
        MarkKind.RAISED,
    ]
    assert list(path.marks) == sorted(path.marks, key=lambda mark: mark.day)

"""A matter goes one rung at a time, whatever is tried (R1, R20)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.escalating import disorder, level_above, level_below, offered, refusal, rung, waiting
from desktop.domain.matters.escalation import EscalationStep
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus

DAY = date(2026, 11, 24)
MODELS = st.sampled_from(LevelModel)
LEVELS = st.sampled_from(Level)
OP, TAC, STR = Level


def matter(
    level: Level = OP, kind: MatterKind = MatterKind.INCIDENT, status: MatterStatus = MatterStatus.OPEN
) -> Matter:
    return Matter(id=new_id(), number="2026-014", kind=kind, title="Fel", level=level, reported_on=DAY, status=status)


def step(from_level: Level, to_level: Level, days: int = 0) -> EscalationStep:
    return EscalationStep(
        id=new_id(),
        escalation_id=new_id(),
        matter_id=new_id(),
        from_level=from_level,
        to_level=to_level,
        taken_on=DAY + timedelta(days=days),
    )


@pytest.mark.parametrize(
    ("level", "model", "above"),
    [
        (OP, LevelModel.THREE, TAC),
        (TAC, LevelModel.THREE, STR),
        (STR, LevelModel.THREE, None),
        (OP, LevelModel.TWO, STR),
        (TAC, LevelModel.TWO, STR),
        (STR, LevelModel.TWO, None),
    ],
)
def test_the_way_up_goes_one_rung_and_is_shorter_where_levels_share_a_forum(
    level: Level, model: LevelModel, above: Level | None
) -> None:
    assert level_above(level, model) is above


@given(LEVELS, LEVELS, MODELS)
def test_only_the_next_rung_is_ever_allowed(here: Level, there: Level, model: LevelModel) -> None:
    allowed = refusal(matter(here), there, model) is None
    assert allowed == (abs(rung(here, model) - rung(there, model)) == 1)


@given(LEVELS, MODELS)
def test_what_is_offered_is_allowed_and_up_comes_first(level: Level, model: LevelModel) -> None:
    ways = offered(matter(level), model)
    assert all(refusal(matter(level), way, model) is None for way in ways)
    assert sorted(ways, key=lambda way: -rung(way, model)) == list(ways)
    assert len(ways) >= 1


def test_a_skipped_level_is_named_with_the_section() -> None:
    why = refusal(matter(OP), STR, LevelModel.THREE)
    assert why is not None
    assert why.section == "2"
    assert "taktisk nivå" in why.result
    assert refusal(matter(OP), STR, LevelModel.TWO) is None


@given(LEVELS, LEVELS, MODELS)
def test_what_is_closed_or_a_risk_goes_nowhere(here: Level, there: Level, model: LevelModel) -> None:
    assert refusal(matter(here, status=MatterStatus.CLOSED), there, model) is not None
    risk = refusal(matter(here, MatterKind.RISK), there, model)
    assert risk is not None
    assert risk.section == "3.2"


def test_a_matter_returns_to_the_level_it_came_from_where_two_share_a_forum() -> None:
    assert level_below(STR, LevelModel.TWO, [step(OP, STR)]) is OP
    assert level_below(STR, LevelModel.TWO) is TAC
    assert level_below(STR, LevelModel.THREE, [step(OP, STR)]) is TAC


def test_a_history_with_a_hole_is_told() -> None:
    assert not disorder([step(OP, TAC), step(TAC, STR, 2), step(STR, TAC, 2)])
    assert "taktisk nivå" in disorder([step(OP, TAC), step(OP, TAC, 1)])
    assert "före" in disorder([step(OP, TAC, 1), step(TAC, STR)])
    assert "ingenstans" in disorder([step(TAC, TAC)])


def test_an_answer_is_waited_for_from_the_day_after() -> None:
    late = EscalationStep(
        id=new_id(),
        escalation_id=new_id(),
        matter_id=new_id(),
        from_level=OP,
        to_level=TAC,
        taken_on=DAY,
        answer_by=DAY,
    )
    assert waiting([late], DAY) == ()
    assert waiting([late], DAY + timedelta(days=1)) == (late,)

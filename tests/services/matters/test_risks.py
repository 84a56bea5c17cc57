"""Risks have a magnitude, a place on the map, and two levels they are raised to (R24)."""

from datetime import date, timedelta

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.errors import InputError
from desktop.models.matter import MatterRecord
from desktop.services.history import History
from desktop.services.matters.risks import Risks
from tests.services.conftest import Register

DAY = date(2026, 11, 24)


@pytest.fixture
def risks(register: Register) -> Risks:
    return Risks(register.database, lambda: DAY)


def risk(register: Register, number: str = "2026-011", **more: object) -> Matter:
    return register.matter(number, MatterKind.RISK, Level.OPERATIONAL, **more)


def test_the_particulars_are_empty_until_something_is_said(register: Register, risks: Risks) -> None:
    matter, history = risk(register), History(register.database)
    assert risks.of(matter.id).magnitude is None
    risks.change(matter.id, cause="Driftstopp", probability=3)
    assert risks.of(matter.id).magnitude is None
    risks.change(matter.id, impact=4)
    assert (risks.of(matter.id).cause, risks.of(matter.id).magnitude) == ("Driftstopp", 12)
    history.undo()
    assert risks.of(matter.id).magnitude is None


def test_the_map_has_open_risks_alone_the_gravest_first(register: Register, risks: Risks) -> None:
    unjudged = risk(register, "2026-001")
    small, grave = risk(register, "2026-002"), risk(register, "2026-003")
    risk(register, "2026-004", status=MatterStatus.CLOSED, closed_on=DAY)
    risk(register, "2026-005", merged_into=grave.id)
    register.matter("2026-006", MatterKind.QUESTION, Level.OPERATIONAL)
    risks.change(small.id, probability=1, impact=2)
    risks.change(grave.id, probability=4, impact=4)
    assert [matter.id for matter, _ in risks.map()] == [grave.id, small.id, unjudged.id]


@pytest.mark.parametrize("field", ["probability", "impact"])
@pytest.mark.parametrize("degree", [0, 5, -1])
def test_a_degree_is_one_to_four(register: Register, risks: Risks, field: str, degree: int) -> None:
    matter = risk(register)
    with pytest.raises(InputError, match="1 till 4"):
        risks.change(matter.id, **{field: degree})


def test_a_risk_is_raised_to_both_levels(register: Register, risks: Risks) -> None:
    matter = risk(register)
    risks.raise_to(matter.id, Level.OPERATIONAL, DAY - timedelta(days=2))
    risks.raise_to(matter.id, Level.TACTICAL, DAY)
    with register.database.reading() as session:
        kept = session.get_one(MatterRecord, matter.id).to_value()
    assert (kept.raised_on(Level.OPERATIONAL), kept.raised_on(Level.TACTICAL)) == (DAY - timedelta(days=2), DAY)


def test_what_cannot_be_raised_is_refused(register: Register, risks: Risks) -> None:
    matter = risk(register)
    question = register.matter("2026-006", MatterKind.QUESTION, Level.OPERATIONAL)
    with pytest.raises(InputError, match="operativ och taktisk"):
        risks.raise_to(matter.id, Level.STRATEGIC, DAY)
    with pytest.raises(InputError, match="ännu inte har varit"):
        risks.raise_to(matter.id, Level.TACTICAL, DAY + timedelta(days=1))
    with pytest.raises(InputError, match="Bara en risk"):
        risks.raise_to(question.id, Level.TACTICAL, DAY)
    with pytest.raises(InputError, match="finns inte"):
        risks.change(new_id(), cause="x")

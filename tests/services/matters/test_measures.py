"""Measures are added, finished and verified, each as one act that can be taken back."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.measure import Measure
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.matters.measures import LONGEST_MEASURE, LONGEST_NAME, Measures
from tests.services.conftest import Register

DAY = date(2026, 11, 24)
YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def matter(register: Register) -> Matter:
    return register.matter("2026-011", MatterKind.RISK, Level.TACTICAL)


@pytest.fixture
def measures(register: Register) -> Measures:
    return Measures(register.database, lambda: DAY)


def measure(matter: Matter, text: str = "Flytta driftstoppet", **more: Any) -> Measure:
    return Measure(id=new_id(), matter_id=matter.id, text=text, party=Party.SSC, **more)


def test_open_measures_stand_first_by_date(measures: Measures, matter: Matter) -> None:
    done = measures.add(measure(matter, "Gjord", due_on=YESTERDAY, done_on=YESTERDAY))
    later = measures.add(measure(matter, "Sedan", due_on=DAY + timedelta(days=9)))
    undated = measures.add(measure(matter, "Utan dag"))
    soon = measures.add(measure(matter, "  Snart  nog ", due_on=DAY))
    assert measures.of(matter.id) == (soon, later, undated, done)
    assert soon.text == "Snart nog"


def test_a_measure_is_finished_verified_and_taken_back(measures: Measures, matter: Matter, register: Register) -> None:
    history = History(register.database)
    kept = measures.add(measure(matter))
    measures.change(kept.id, done_on=YESTERDAY)
    measures.change(kept.id, effect="Inget stopp", verified_on=DAY, verified_by="  Maja  Ek ")
    (found,) = measures.of(matter.id)
    assert (found.done_on, found.verified_on, found.verified_by) == (YESTERDAY, DAY, "Maja Ek")
    history.undo()
    assert measures.of(matter.id)[0].verified_on is None
    history.undo()
    assert measures.of(matter.id) == (kept,)


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ({"text": " "}, "saknar text"),
        ({"text": "x" * (LONGEST_MEASURE + 1)}, "högst"),
        ({"owner": "x" * (LONGEST_NAME + 1)}, "namn"),
        ({"done_on": DAY + timedelta(days=1)}, "ännu inte har varit"),
        ({"verified_on": DAY, "verified_by": "Maja Ek"}, "innan åtgärden är gjord"),
        ({"done_on": DAY, "verified_on": YESTERDAY, "verified_by": "Maja Ek"}, "innan åtgärden är gjord"),
        ({"done_on": DAY, "verified_on": DAY}, "vem som har bekräftat"),
    ],
)
def test_what_makes_no_sense_is_refused(measures: Measures, matter: Matter, bad: dict[str, Any], what: str) -> None:
    kept = measures.add(measure(matter))
    with pytest.raises(InputError, match=what):
        measures.change(kept.id, **bad)
    assert measures.of(matter.id) == (kept,)


def test_only_what_was_not_done_is_taken_away(measures: Measures, matter: Matter) -> None:
    kept = measures.add(measure(matter, done_on=YESTERDAY))
    with pytest.raises(InputError, match="gjord"):
        measures.remove(kept.id)
    measures.change(kept.id, done_on=None)
    measures.remove(kept.id)
    assert measures.of(matter.id) == ()
    with pytest.raises(InputError, match="finns inte"):
        measures.remove(kept.id)

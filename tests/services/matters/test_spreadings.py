"""Information to spread: what is open stands first, and what was sent stays (R25, R39)."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Channel, Party
from desktop.domain.matters.spreading import Spreading
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.matters.spreadings import LONGEST_INFORMATION, Spreadings
from tests.services.conftest import Register

DAY = date(2026, 11, 24)
CAME = DAY - timedelta(days=5)


@pytest.fixture
def spreadings(register: Register) -> Spreadings:
    return Spreadings(register.database, lambda: DAY)


def told(text: str = "Nya öppettider", **more: Any) -> Spreading:
    return Spreading(id=new_id(), text=text, source=Party.SSC, came_on=CAME, **more)


def test_what_is_open_stands_first(spreadings: Spreadings) -> None:
    over = spreadings.add(told("Klar", done_on=DAY - timedelta(days=1)))
    just_over = spreadings.add(told("Nyss klar", done_on=DAY))
    undated, soon = spreadings.add(told("Utan dag")), spreadings.add(told("Snart", due_on=DAY))
    assert spreadings.all() == (soon, undated, just_over, over)
    assert spreadings.all(open_only=True) == (soon, undated)


def test_what_is_done_can_be_taken_back(spreadings: Spreadings, register: Register) -> None:
    history = History(register.database)
    kept = spreadings.add(told(audience="Löneenheten"))
    spreadings.change(kept.id, channel=Channel.EMAIL, sent_on=DAY, done_on=DAY)
    assert spreadings.all(open_only=True) == ()
    history.undo()
    assert spreadings.all() == (kept,)


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ({"text": " "}, "saknar text"),
        ({"text": "x" * (LONGEST_INFORMATION + 1)}, "högst"),
        ({"sent_on": DAY + timedelta(days=1)}, "ännu inte varit"),
        ({"done_on": CAME - timedelta(days=1)}, "innan den kom"),
    ],
)
def test_what_makes_no_sense_is_refused(spreadings: Spreadings, bad: dict[str, Any], what: str) -> None:
    kept = spreadings.add(told())
    with pytest.raises(InputError, match=what):
        spreadings.change(kept.id, **bad)
    assert spreadings.all() == (kept,)


def test_what_was_sent_is_not_taken_away(spreadings: Spreadings) -> None:
    kept, mistake = spreadings.add(told(sent_on=DAY)), spreadings.add(told())
    with pytest.raises(InputError, match="skickad"):
        spreadings.remove(kept.id)
    spreadings.remove(mistake.id)
    assert spreadings.all() == (kept,)

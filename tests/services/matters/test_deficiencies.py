"""Deficiencies on a real register: what is kept, what is refused, and the sums per area and year (R22)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.money import Money
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.history import History
from desktop.services.matters.deficiencies import Deficiencies
from desktop.services.matters.matters import Matters


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "register.db", bytes(range(32)), "Maja Ek")
    yield database
    database.close()


def add(opened: Database, day: date, kind: MatterKind = MatterKind.DEFICIENCY) -> UUID:
    matter = Matter(id=new_id(), number="008", kind=kind, title="Brist", level=Level.OPERATIONAL, reported_on=day)
    with opened.writing(Act("matter.add", matter.number)) as session:
        session.add(MatterRecord.of(matter))
    return matter.id


def test_particulars_and_cost_are_kept_together_and_undone_together(opened: Database) -> None:
    key, history, deficiencies = add(opened, date(2026, 11, 1)), History(opened), Deficiencies(opened)
    deficiencies.change(key, failing_party=Party.SSC, minutes=90, cost=Money(8_650_050), proposed_ssc_percent=75)
    kept = deficiencies.of(key)
    assert (kept.failing_party, kept.minutes, kept.proposed_ssc_percent) == (Party.SSC, 90, 75)
    assert Matters(opened).get(key).cost == Money(8_650_050)
    history.undo()
    assert deficiencies.of(key).minutes is None
    assert Matters(opened).get(key).cost is None


@pytest.mark.parametrize(
    "fields",
    [{"proposed_ssc_percent": 101}, {"agreed_ssc_percent": -1}, {"minutes": -1}, {"cost": Money(-1)}],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(opened: Database, fields: dict[str, Any]) -> None:
    key, deficiencies = add(opened, date(2026, 11, 1)), Deficiencies(opened)
    with pytest.raises(InputError):
        deficiencies.change(key, type="Fel lön", **fields)
    assert deficiencies.of(key).type == ""


def test_totals_are_summed_per_area_and_year_and_of_deficiencies_only(opened: Database) -> None:
    deficiencies = Deficiencies(opened)
    for day, cost, minutes in ((date(2025, 12, 31), 100, 30), (date(2026, 1, 1), 250, 60), (date(2026, 6, 1), 1, None)):
        deficiencies.change(add(opened, day), cost=Money(cost), minutes=minutes)
    add(opened, date(2026, 6, 1), MatterKind.QUESTION)
    told = [(total.year, total.area, total.count, total.cost.ore, total.minutes) for total in deficiencies.totals()]
    assert told == [(2026, "", 2, 251, 60), (2025, "", 1, 100, 30)]

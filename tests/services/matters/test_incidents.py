"""Incidents on a real register: the grade follows the answers, its reason, the times and the report (R21)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, Matter, MatterKind
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.history import History
from desktop.services.matters.incidents import Incidents
from desktop.services.matters.matters import Matters

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "register.db", bytes(range(32)), "Maja Ek")
    yield database
    database.close()


@pytest.fixture
def incidents(opened: Database) -> Incidents:
    return Incidents(opened, lambda: NOW, lambda: DAY)


@pytest.fixture
def key(opened: Database) -> UUID:
    matter = Matter(
        id=new_id(), number="014", kind=MatterKind.INCIDENT, title="Fel", level=Level.OPERATIONAL, reported_on=DAY
    )
    with opened.writing(Act("matter.add", matter.number)) as session:
        session.add(MatterRecord.of(matter))
    return matter.id


def grade(opened: Database, key: UUID) -> Grade | None:
    return Matters(opened).get(key).grade


def test_the_grade_follows_the_answers_and_both_are_undone_together(
    opened: Database, incidents: Incidents, key: UUID
) -> None:
    history = History(opened)
    incidents.change(key, risks_breach=False)
    assert grade(opened, key) is None
    incidents.change(key, risks_damage=False)
    assert grade(opened, key) is Grade.NEGLIGIBLE
    incidents.change(key, risks_damage=True)
    assert grade(opened, key) is Grade.SIGNIFICANT
    history.undo()
    assert (grade(opened, key), incidents.of(key).risks_damage) == (Grade.NEGLIGIBLE, False)


def test_a_grade_that_somebody_set_stays_when_the_answers_change(
    opened: Database, incidents: Incidents, key: UUID
) -> None:
    incidents.change(key, risks_breach=True, risks_damage=False)
    incidents.grade(key, Grade.SERIOUS, "Lönen uteblev för alla.")
    incidents.change(key, risks_breach=False)
    assert grade(opened, key) is Grade.SERIOUS
    assert incidents.of(key).justification == "Lönen uteblev för alla."


def test_a_grade_beside_the_answers_needs_a_reason(opened: Database, incidents: Incidents, key: UUID) -> None:
    incidents.change(key, risks_breach=True, risks_damage=True)
    with pytest.raises(InputError, match="Motiveringen saknas"):
        incidents.grade(key, Grade.MODERATE, "  ")
    assert grade(opened, key) is Grade.SERIOUS
    incidents.grade(key, Grade.SERIOUS, "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"we_knew_at": NOW + HOUR}, "framtiden"),
        ({"occurred_at": NOW - HOUR, "ended_at": NOW - 2 * HOUR}, "före den då incidenten inträffade"),
    ],
)
def test_times_in_the_future_or_out_of_order_are_refused_and_nothing_is_kept(
    incidents: Incidents, key: UUID, fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        incidents.change(key, **fields)
    assert incidents.of(key).occurred_at is None
    assert incidents.of(key).we_knew_at is None


def test_the_report_ends_the_lack_of_one_whoever_wrote_it(opened: Database, incidents: Incidents, key: UUID) -> None:
    history = History(opened)
    incidents.change(key, risks_breach=True, risks_damage=True)
    assert Matters(opened).get(key).lacks_report
    incidents.report(key, made_on=None, sent_on=None, ssc_on=DAY)
    assert not Matters(opened).get(key).lacks_report
    history.undo()
    assert Matters(opened).get(key).lacks_report


@pytest.mark.parametrize(
    ("made", "sent"), [(None, DAY), (DAY, DAY - timedelta(days=1)), (DAY + timedelta(days=1), None)]
)
def test_a_report_is_not_sent_before_it_is_drawn_up(
    incidents: Incidents, key: UUID, made: date | None, sent: date | None
) -> None:
    with pytest.raises(InputError):
        incidents.report(key, made_on=made, sent_on=sent, ssc_on=None)
    assert incidents.of(key).report_made_on is None

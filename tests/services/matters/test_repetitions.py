"""What the register finds as repeated is what the rule says of all deficiencies (R23)."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import DeficiencyMark, Matter, MatterKind, MatterStatus, RepetitionRule, repetition
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.matters.matters import Matters, repetitions_in
from tests.services.conftest import KEY, Register

FIRST = date(2020, 1, 1)
deficiencies = st.lists(st.tuples(st.integers(0, 2200), st.booleans()), max_size=40)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deficiencies, st.integers(0, 2400), st.integers(2, 4), st.integers(1, 9))
def test_reading_windows_finds_what_reading_everything_finds(
    tmp_path: Path, drawn: list[tuple[int, bool]], day: int, times: int, months: int
) -> None:
    rule, on = RepetitionRule(times, months), FIRST + timedelta(days=day)
    database = Database.open(tmp_path / f"{new_id()}.db", KEY, "provaren")
    made = [
        Matter(
            id=new_id(),
            number=f"{number:03}",
            kind=MatterKind.DEFICIENCY,
            title="x",
            level=Level.OPERATIONAL,
            reported_on=FIRST + timedelta(days=days),
            status=MatterStatus.OPEN if still_open else MatterStatus.CLOSED,
        )
        for number, (days, still_open) in enumerate(drawn)
    ]
    with database.writing(Act("test.put")) as session:
        session.add_all(MatterRecord.of(matter) for matter in made)
    with database.reading() as session:
        found = repetitions_in(session, on, rule)
    database.close()
    marks = [
        DeficiencyMark(id=m.id, number=m.number, area_id=None, reported_on=m.reported_on, is_open=m.is_open)
        for m in made
    ]
    expected = repetition(marks, on, rule)
    assert [[mark.id for mark in group] for group in found] == ([[mark.id for mark in expected]] if expected else [])


def test_the_matters_behind_a_repetition_are_shown_oldest_first(register: Register) -> None:
    area = register.area("Lön")
    for number, month in (("2026-008", 6), ("2026-003", 2), ("2026-006", 4)):
        register.matter(
            number, MatterKind.DEFICIENCY, Level.OPERATIONAL, area_id=area, reported_on=date(2026, month, 11)
        )
    matters = Matters(register.database)
    found = matters.in_repetition(area, date(2026, 12, 1))
    assert [matter.number for matter in found] == ["2026-003", "2026-006", "2026-008"]
    assert not matters.in_repetition(register.area("Ekonomi"), date(2026, 12, 1))

"""Repeated deficiencies (R23)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.matters.matter import DeficiencyMark, RepetitionRule, repetition

DAY = date(2026, 12, 1)


def mark(number: str, day: date, *, is_open: bool = False) -> DeficiencyMark:
    return DeficiencyMark(id=new_id(), number=number, area_id=None, reported_on=day, is_open=is_open)


PAYROLL = [
    mark("2026-003", date(2026, 2, 11)),
    mark("2026-006", date(2026, 4, 20)),
    mark("2026-008", date(2026, 6, 15), is_open=True),
]


def test_three_within_six_months_the_last_still_open() -> None:
    assert [m.number for m in repetition(PAYROLL, DAY, RepetitionRule())] == ["2026-003", "2026-006", "2026-008"]


def test_closed_and_older_than_the_window_is_past() -> None:
    closed = [mark(m.number, m.reported_on) for m in PAYROLL]
    assert repetition(closed, date(2026, 12, 15), RepetitionRule())
    assert not repetition(closed, date(2026, 12, 16), RepetitionRule())


def test_two_are_not_repeated() -> None:
    assert not repetition(PAYROLL[1:], DAY, RepetitionRule())


def test_what_comes_later_than_the_day_is_not_known_yet() -> None:
    assert not repetition(PAYROLL, date(2026, 6, 14), RepetitionRule())


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(days, st.booleans()), max_size=12), days, st.integers(2, 4), st.integers(1, 12))
def test_a_group_is_found_exactly_when_the_rule_says_so(
    drawn: list[tuple[date, bool]], day: date, times: int, months: int
) -> None:
    marks = [mark(f"{n:03}", reported, is_open=still) for n, (reported, still) in enumerate(drawn)]
    rule = RepetitionRule(times, months)

    def counts(last: DeficiencyMark) -> bool:
        within = [m for m in marks if add_months(last.reported_on, -months) <= m.reported_on <= last.reported_on]
        alive = last.is_open or last.reported_on >= add_months(day, -months)
        return last.reported_on <= day and alive and len(within) >= times

    group = repetition(marks, day, rule)
    assert bool(group) == any(counts(m) for m in marks)
    if group:
        assert list(group) == sorted(group, key=lambda m: m.reported_on)
        assert group[0].reported_on >= add_months(group[-1].reported_on, -months)

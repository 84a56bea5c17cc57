"""Who is missing again and again: counted over the latest meetings that anything is known of (R7)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.level import Level, Party
from desktop.domain.meetings.attendance import LOOKED_BACK, OFTEN, TOOK_PART, Missed, PastMeeting, Seat, often_missed
from desktop.domain.meetings.meeting import Attendance

FIRST = date(2026, 1, 1)
TACTICAL = frozenset({Level.TACTICAL})


def seat(party: Party | None, attendance: Attendance, level: Level = Level.TACTICAL) -> Seat:
    return Seat(party=party, levels=frozenset({level}), attendance=attendance)


def meeting(place: int, *seats: Seat) -> PastMeeting:
    return PastMeeting(day=FIRST + timedelta(days=place), seats=seats)


OURS = seat(Party.AGENCY, Attendance.PRESENT)
seats = st.builds(
    Seat,
    party=st.sampled_from([*Party, None]),
    levels=st.frozensets(st.sampled_from(Level)),
    attendance=st.sampled_from(Attendance),
)
meetings = st.lists(
    st.builds(
        PastMeeting,
        day=st.dates(min_value=FIRST, max_value=FIRST + timedelta(days=2000)),
        seats=st.lists(seats, max_size=5).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.day,
)


def test_twice_of_three_is_told_and_once_is_not() -> None:
    absent, there = seat(Party.SSC, Attendance.ABSENT), seat(Party.SSC, Attendance.REMOTE)
    twice = [meeting(1, OURS, absent), meeting(2, OURS, there), meeting(3, OURS)]
    assert often_missed(twice, TACTICAL) == (Missed(party=Party.SSC, level=Level.TACTICAL, times=2, of=3),)
    assert often_missed([*twice, meeting(4, OURS, there), meeting(5, OURS, there)], TACTICAL) == ()


def test_who_has_somebody_come_instead_is_not_missing() -> None:
    instead = seat(Party.SSC, Attendance.REPLACED)
    assert often_missed([meeting(place, OURS, instead) for place in range(3)], TACTICAL) == ()


def test_a_meeting_where_nobody_noted_anything_says_nothing() -> None:
    silent = [meeting(place, seat(Party.SSC, Attendance.UNKNOWN)) for place in range(3)]
    assert often_missed(silent, TACTICAL) == ()


def test_a_role_of_another_level_does_not_count() -> None:
    other = seat(Party.SSC, Attendance.PRESENT, Level.OPERATIONAL)
    (missed,) = often_missed([meeting(place, OURS, other) for place in range(2)], TACTICAL)
    assert (missed.party, missed.times, missed.of) == (Party.SSC, 2, 2)


@given(meetings, st.frozensets(st.sampled_from(Level), min_size=1))
def test_what_is_told_can_be_counted_again(past: list[PastMeeting], levels: frozenset[Level]) -> None:
    told = often_missed(past, levels)
    known = [one for one in past if any(seat.attendance is not Attendance.UNKNOWN for seat in one.seats)]
    latest = sorted(known, key=lambda one: one.day)[-LOOKED_BACK:]
    for level in levels:
        for party in Party:
            times = sum(
                not [s for s in one.seats if s.party is party and level in s.levels and s.attendance in TOOK_PART]
                for one in latest
            )
            found = [one for one in told if (one.party, one.level) == (party, level)]
            expected = [Missed(party=party, level=level, times=times, of=len(latest))] if times >= OFTEN else []
            assert found == expected
    assert list(told) == sorted(told, key=lambda one: -one.times)


@given(meetings)
def test_the_order_they_are_given_in_does_not_matter(past: list[PastMeeting]) -> None:
    assert often_missed(past, TACTICAL) == often_missed(reversed(past), TACTICAL)

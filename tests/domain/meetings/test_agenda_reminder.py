"""One is reminded in working days, per level, and never of what is not SSC's to send."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.holidays import working_day
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, SentState, Source, SourceKind
from desktop.domain.meetings.agenda_reminder import AGENDA_DAYS, agenda_reminder, working_days_until
from desktop.domain.meetings.meeting import Meeting, MeetingState

MEETING = Meeting(
    id=new_id(),
    title="Taktiskt möte",
    level=Level.TACTICAL,
    starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
    ends_at=datetime(2026, 12, 1, 13, tzinfo=UTC),
)


def item(sent: SentState = SentState.NOT_SENT, kind: SourceKind = SourceKind.OWN) -> AgendaItem:
    return AgendaItem(id=new_id(), meeting_id=MEETING.id, position=0, title="x", sent=sent, source=Source(kind))


@pytest.mark.parametrize(
    ("today", "days"),
    [("2026-11-24", 5), ("2026-11-30", 1), ("2026-12-01", 0), ("2026-11-28", 2), ("2026-12-05", 0)],
)
def test_working_days_are_counted(today: str, days: int) -> None:
    assert working_days_until(date(2026, 12, 1), date.fromisoformat(today)) == days


def test_christmas_is_no_working_time() -> None:
    assert working_days_until(date(2027, 1, 4), date(2026, 12, 23)) == 4


@pytest.mark.parametrize(("level", "days"), AGENDA_DAYS.items())
def test_the_agenda_is_missed_from_its_day_on(level: Level, days: int) -> None:
    meeting = replace(MEETING, level=level)
    missed = [
        working_days_until(meeting.day, day)
        for number in range(40)
        if agenda_reminder(meeting, (), day := meeting.day - timedelta(days=number)).agenda_missing
    ]
    assert (min(missed), max(missed)) == (0, days)


def test_what_was_not_proposed_is_counted_in_time_to_be_on_the_agenda() -> None:
    items = [item(), item(SentState.PROPOSED), item(kind=SourceKind.RECEIVED), item(kind=SourceKind.STANDING)]
    assert agenda_reminder(MEETING, items, date(2026, 11, 17)).unsent == 1
    assert agenda_reminder(MEETING, items, date(2026, 11, 16)).unsent == 0, "eleven working days are enough"


@pytest.mark.parametrize(
    "meeting",
    [
        replace(MEETING, convener=Party.AGENCY),
        replace(MEETING, state=MeetingState.AGENDA_AVAILABLE),
        replace(MEETING, state=MeetingState.CANCELLED),
        replace(MEETING, state=MeetingState.HELD),
    ],
)
def test_nobody_is_reminded_of_what_is_not_late(meeting: Meeting) -> None:
    assert not agenda_reminder(meeting, [item()], date(2026, 11, 30))


def test_points_in_the_register_are_an_agenda_whatever_the_step_says() -> None:
    day = date(2026, 11, 30)
    assert agenda_reminder(MEETING, (), day).agenda_missing
    assert not agenda_reminder(MEETING, (), day, received=True).agenda_missing
    assert agenda_reminder(MEETING, [item()], day, received=True).unsent == 1


def test_a_meeting_that_has_been_needs_no_agenda() -> None:
    assert not agenda_reminder(MEETING, [item()], date(2026, 12, 2))


@given(start=st.dates(date(2000, 1, 1), date(2100, 1, 1)), ahead=st.integers(-5, 60))
def test_one_day_further_is_one_working_day_more_or_none(start: date, ahead: int) -> None:
    day = start + timedelta(days=ahead)
    further = working_days_until(day + timedelta(days=1), start) - working_days_until(day, start)
    assert further == int(ahead >= 0 and working_day(day + timedelta(days=1)))

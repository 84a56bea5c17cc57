"""The days of a series, and what of them became meetings (R4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from desktop.domain.dates import SWEDEN, WEEKDAYS, add_months
from desktop.domain.holidays import holiday_on, next_working_day, working_day
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.series import Series, SeriesUnit

LAST = -1
"""The place in the month of its last weekday of a kind."""
FEW = 3
"""With fewer coming meetings than this, a series that goes on is worth extending."""
LONGEST_INTERVAL = 60
"""The most weeks or months that can lie between two meetings."""
HELD = frozenset(
    {MeetingState.HELD, MeetingState.NOTES_AWAITED, MeetingState.NOTES_RECEIVED, MeetingState.NOTES_CHECKED}
)
_HORIZON = 12
_LAST_DAY = date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """A day on which a series would meet.

    Attributes:
        day: The day that the frequency gives.
        closed: Why agencies are closed that day: the holiday, the eve or the day of the weekend; else empty.
        proposed: The next working day; the day itself unless it is closed.
    """

    day: date
    closed: str
    proposed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTally:
    """What was planned in a period, and what became of it: how many meetings.

    Attributes:
        planned: All of them.
        held: Those that took place.
        moved: Those that lie on another day than the series had planned, whatever became of them.
        cancelled: Those that did not take place.
        coming: Those that have not ended yet.
        untold: Those that have ended, of which nobody has said whether they took place.
    """

    planned: int = 0
    held: int = 0
    moved: int = 0
    cancelled: int = 0
    coming: int = 0
    untold: int = 0


def place_in_month(day: date) -> int:
    """Which of its weekday in the month a day is, from 1 to 4, or ``LAST``; a fourth that is the last is the last."""
    is_last = (day + timedelta(days=7)).month != day.month
    return LAST if is_last else (day.day - 1) // 7 + 1


def days_of(series: Series, since: date, until: date) -> tuple[date, ...]:
    """The days of a series within a period, both ends included."""
    end = min(day for day in (until, series.ends_on, _LAST_DAY) if day is not None)
    found: list[date] = []
    for day in _days(series):
        if day > end:
            break
        if day >= since:
            found.append(day)
    return tuple(found)


def planned_days(series: Series, since: date, until: date) -> tuple[SeriesDay, ...]:
    """The same days, each with why it is closed and what lies next; which of them to meet on is the user's choice."""
    return tuple(SeriesDay(day, closed_word(day), next_working_day(day)) for day in days_of(series, since, until))


def closed_word(day: date) -> str:
    """Why agencies are closed that day: "Trettondedag jul" or "lördag"; empty on a working day."""
    holiday = holiday_on(day)
    if holiday is not None:
        return holiday.name
    return "" if working_day(day) else WEEKDAYS[day.weekday()]


def horizon(series: Series, today: date) -> date:
    """How far the meetings of a series are laid out: a year from its beginning, or from today if it has begun."""
    ahead = add_months(max(series.starts_on, today), _HORIZON)
    return min(ahead, series.ends_on) if series.ends_on else ahead


def extension(series: Series, last_planned: date | None, today: date) -> tuple[date, date]:
    """The period in which another year of meetings lies: after the last one that is planned, and never in the past."""
    since = max(today, last_planned + timedelta(days=1)) if last_planned else today
    return since, horizon(series, since)


def hours_on(series: Series, day: date) -> tuple[datetime, datetime]:
    """The instants in UTC at which a meeting of the series begins and ends on a day.

    The clock on the wall is the same summer and winter; a time that the change to summer time skips is an hour later.
    """
    begins = datetime.combine(day, time(*divmod(series.starts_minute, 60)), SWEDEN).astimezone(UTC)
    return begins, begins + timedelta(minutes=series.minutes)


def tally(meetings: Iterable[Meeting], since: date, until: date, moment: datetime) -> SeriesTally:
    """Count the meetings of a series whose planned day lies in a period, both ends included."""
    counted = [one for one in meetings if since <= (one.series_day or one.day) <= until]
    cancelled = sum(one.state is MeetingState.CANCELLED for one in counted)
    held = sum(one.state in HELD for one in counted)
    coming = sum(one.state not in HELD and one.state is not MeetingState.CANCELLED and one.ends_at >= moment
                 for one in counted)  # fmt: skip
    return SeriesTally(
        planned=len(counted),
        held=held,
        moved=sum(is_moved(one) for one in counted),
        cancelled=cancelled,
        coming=coming,
        untold=len(counted) - cancelled - held - coming,
    )


def is_moved(meeting: Meeting) -> bool:
    """Whether a meeting lies on another day than its series had planned."""
    return meeting.series_day is not None and meeting.day != meeting.series_day


def weeks_without(series: Series, last_held: date | None, today: date) -> int:
    """For how many weeks the forum has not met, where that is longer than agreed; else 0.

    It tells a deviation from what was agreed, which is nobody's breach (R4). A monthly meeting on the same weekday may
    be up to six days later in its month than the one before, and a closed day may push it to the next working day.
    Without a meeting that was held, the time runs from the beginning of the series.
    """
    if series.ends_on is not None and series.ends_on < today:
        return 0
    since = last_held or series.starts_on
    return (today - since).days // 7 if today > next_working_day(_at_latest(series, since)) else 0


def worth_extending(series: Series, planned: Iterable[date], today: date) -> bool:
    """Whether few coming days of the series have a meeting, though the series goes on.

    Args:
        series: The series.
        planned: The days of the series that have a meeting.
        today: Where "coming" begins.
    """
    known = list(planned)
    wanted = min(FEW, len(days_of(series, today, horizon(series, today))))
    few = sum(day >= today for day in known) < wanted
    return few and bool(days_of(series, *extension(series, max(known, default=None), today)))


def half_interval(series: Series) -> timedelta:
    """Half of what lies between two meetings: nearer than that, one meeting stands for another."""
    days = series.every * (7 if series.unit is SeriesUnit.WEEK else 30)
    return timedelta(days=days) / 2


def _days(series: Series) -> Iterator[date]:
    """The days without an end; the first is the day the series starts on."""
    if series.unit is SeriesUnit.WEEK:
        day = series.starts_on
        while day <= _LAST_DAY:
            yield day
            day += timedelta(weeks=series.every)
        return
    months = 0
    while True:
        yield _day_in_month(series, months)
        months += series.every


def _day_in_month(series: Series, months: int) -> date:
    """The day of the series so many months after its first one."""
    if not series.by_weekday:
        return add_months(series.starts_on, months)
    first = add_months(series.starts_on.replace(day=1), months)
    to_weekday = (series.starts_on.weekday() - first.weekday()) % 7
    place = place_in_month(series.starts_on)
    if place != LAST:
        return first + timedelta(days=to_weekday + 7 * (place - 1))
    end = add_months(first, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - series.starts_on.weekday()) % 7)


def _at_latest(series: Series, since: date) -> date:
    """When the next meeting is due at the latest, by the frequency."""
    if series.unit is SeriesUnit.WEEK:
        return since + timedelta(weeks=series.every)
    return add_months(since, series.every) + timedelta(days=6 if series.by_weekday else 0)

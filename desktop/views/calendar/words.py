"""What the calendar says of days and meetings, aloud and in tips."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import clock_span, week, with_weekday
from desktop.domain.holidays import holiday_on
from desktop.domain.meetings.meeting import MeetingRow
from desktop.views.parts.marks import forum_badge_word
from desktop.views.wording import meeting_state_word


def meeting_words(row: MeetingRow) -> str:
    """A meeting of a day that is told already."""
    return ", ".join((
        clock_span(row.starts_at, row.ends_at), row.title, forum_badge_word(row.forum), meeting_state_word(row.state),
    ))  # fmt: skip


def dated_meeting_words(row: MeetingRow) -> str:
    """A meeting with its day and week."""
    return ", ".join((with_weekday(row.day), week(row.day), meeting_words(row)))


def day_title(day: date) -> str:
    """A day, its week and its holiday."""
    holiday = holiday_on(day)
    return " · ".join((with_weekday(day), week(day), *((holiday.name,) if holiday else ())))


def day_words(day: date, meetings: Sequence[MeetingRow], today: date) -> str:
    """Everything that a day shows."""
    holiday = holiday_on(day)
    parts = [with_weekday(day), week(day)]
    if day == today:
        parts.insert(0, QCoreApplication.translate("Calendar", "i dag"))
    if holiday:
        parts.append(holiday.name)
    if not meetings:
        parts.append(QCoreApplication.translate("Calendar", "inget möte"))
    elif len(meetings) > 1:
        parts.append(QCoreApplication.translate("Calendar", "{count} möten").format(count=len(meetings)))
    return "; ".join([", ".join(parts), *(meeting_words(row) for row in meetings)])


def tip(*lines: str) -> str:
    """Lines as a tip; what looks like markup in a title stays the characters that it is."""
    return "<p>" + "<br>".join(escape(line) for line in lines) + "</p>"

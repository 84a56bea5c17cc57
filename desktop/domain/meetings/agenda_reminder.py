"""What is late before a meeting that SSC convenes: their agenda, or our proposals for it (R6, model section 1.2).

The model says that the agenda is there before the meeting, not how long before. The days here are when the liaison
wants to know; nothing is called a breach.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.holidays import working_day
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, SentState
from desktop.domain.meetings.comparing import proposable
from desktop.domain.meetings.meeting import Meeting, MeetingState

AGENDA_DAYS = {Level.OPERATIONAL: 3, Level.TACTICAL: 5, Level.STRATEGIC: 10}
"""How many working days before a meeting of each level one asks for the agenda."""
PROPOSAL_DAYS = 5
"""How many working days before that our proposals should have gone, so that they can still be on it."""

_HORIZON = timedelta(days=60)
"""Nothing can be late for a meeting further away; counting its working days would only take time."""

_BEFORE_AGENDA = frozenset({MeetingState.PLANNED, MeetingState.CONVENED})


@dataclass(frozen=True, slots=True)
class AgendaReminder:
    """What is late.

    Attributes:
        working_days: How many working days are left until the meeting, its own day counted.
        agenda_missing: Whether SSC's agenda should be here by now.
        unsent: How many of our items have not been proposed to SSC, if they should have been by now.
    """

    working_days: int
    agenda_missing: bool
    unsent: int

    def __bool__(self) -> bool:
        return self.agenda_missing or self.unsent > 0


def working_days_until(day: date, today: date) -> int:
    """The number of working days after today up to and with a day; 0 for a day that has come."""
    days = (today + timedelta(days=number) for number in range(1, (day - today).days + 1))
    return sum(map(working_day, days))


def agenda_reminder(
    meeting: Meeting, items: Iterable[AgendaItem], today: date, *, received: bool = False
) -> AgendaReminder:
    """What is late for a meeting on a day; nothing for one that we convene, that has been, or that is cancelled.

    ``received`` tells that SSC's points are in the register, whatever step the meeting is said to have come to.
    """
    if not today <= meeting.day <= today + _HORIZON:
        return AgendaReminder(0, agenda_missing=False, unsent=0)
    left = working_days_until(meeting.day, today)
    if meeting.convener is not Party.SSC or meeting.state not in _BEFORE_AGENDA:
        return AgendaReminder(left, agenda_missing=False, unsent=0)
    wanted = AGENDA_DAYS[meeting.level]
    unsent = sum(item.sent is SentState.NOT_SENT for item in proposable(items)) if left <= wanted + PROPOSAL_DAYS else 0
    return AgendaReminder(left, agenda_missing=left <= wanted and not received, unsent=unsent)

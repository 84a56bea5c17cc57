"""Everything that happened in a matter as one line of time, and who has the ball (R19, R20)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from desktop.domain.dates import SWEDEN
from desktop.domain.matters.ball import Ball, ball, working_days_with
from desktop.domain.matters.escalation import EscalationStep
from desktop.domain.matters.matter import Matter
from desktop.domain.matters.matter_entry import Holder, MatterEntry

Moment: TypeAlias = MatterEntry | EscalationStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The entries and steps of one matter, as they were written; corrected entries are among them."""

    matter: Matter
    entries: tuple[MatterEntry, ...] = ()
    steps: tuple[EscalationStep, ...] = ()

    @property
    def ball(self) -> Ball:
        """Who has to act, since when and until when."""
        return ball(self.entries, self.matter.reported_on)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything, the newest first; what was corrected stands where it stood."""
        return tuple(sorted((*self.entries, *self.steps), key=_when, reverse=True))

    def correction_of(self, entry: MatterEntry) -> MatterEntry | None:
        """The entry that puts this one right; None while it holds."""
        return next((each for each in self.entries if each.corrects_id == entry.id), None)

    def working_days(self, until: date) -> dict[Holder, int]:
        """How many working days each has had the ball, up to but not including a day."""
        last = min(until, self.matter.closed_on) if self.matter.closed_on else until
        return working_days_with(self.entries, self.matter.reported_on, last)


def _when(moment: Moment) -> tuple[datetime, str]:
    if isinstance(moment, MatterEntry):
        return moment.happened_at, str(moment.id)
    return datetime.combine(moment.taken_on, time(23, 59), SWEDEN), str(moment.id)

"""Who has the ball in a matter, since when and until when: computed from its timeline, never stored (R19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile

from desktop.domain.dates import SWEDEN
from desktop.domain.holidays import working_day
from desktop.domain.matters.matter_entry import Holder, MatterEntry


@dataclass(frozen=True, slots=True)
class Ball:
    """Who has to act, since when, and by when if that was said; ``entry`` is where it was passed."""

    holder: Holder
    since: date
    until: date | None = None
    entry: MatterEntry | None = None

    def overdue(self, day: date) -> bool:
        """Whether they should have acted before that day."""
        return self.until is not None and self.until < day


def standing(entries: Iterable[MatterEntry]) -> tuple[MatterEntry, ...]:
    """The entries that hold, in the order things happened: those that were corrected give way to their corrections."""
    known = list(entries)
    corrected = {entry.corrects_id for entry in known if entry.corrects_id}
    return tuple(sorted((each for each in known if each.id not in corrected), key=_when))


def ball(entries: Iterable[MatterEntry], reported_on: date) -> Ball:
    """Who has the ball now; from the day a matter was reported until somebody passes it on, we have it."""
    passes = [entry for entry in standing(entries) if entry.passes_to]
    if not passes:
        return Ball(Holder.AGENCY, reported_on)
    last = passes[-1]
    assert last.passes_to is not None
    *_, since = takewhile(lambda entry: entry.passes_to is last.passes_to, reversed(passes))
    return Ball(last.passes_to, _day(since), last.passes_until, last)


def working_days_with(entries: Iterable[MatterEntry], reported_on: date, until: date) -> dict[Holder, int]:
    """How many working days each has had the ball, up to but not including a day."""
    days = dict.fromkeys(Holder, 0)
    holder, since = Holder.AGENCY, reported_on
    for entry in standing(entries):
        if entry.passes_to is None:
            continue
        days[holder] += _working_days(since, min(_day(entry), until))
        holder, since = entry.passes_to, _day(entry)
    days[holder] += _working_days(since, until)
    return days


def _when(entry: MatterEntry) -> tuple[datetime, datetime, object]:
    return entry.happened_at, entry.written_at, entry.id


def _day(entry: MatterEntry) -> date:
    return entry.happened_at.astimezone(SWEDEN).date()


def _working_days(since: date, until: date) -> int:
    return sum(working_day(since + timedelta(days=each)) for each in range(max(0, (until - since).days)))

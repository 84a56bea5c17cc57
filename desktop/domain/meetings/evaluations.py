"""How meetings are valued over time: the mean of what was answered, and whether it rises (R14, section 3.8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from desktop.domain.meetings.notes import Evaluation, Survey

QUESTIONS = ("purpose", "preparation", "outcome", "time_well_spent")
"""The four questions, by the names ``Evaluation`` has for them."""
LOWEST, HIGHEST = 1, 4
LATEST = 5
"""How many of the latest meetings a mean is taken over."""
NOTICEABLE = 0.25
"""How much two means have to differ before one is said to be higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A meeting that was evaluated: its day and the mean of what was answered."""

    day: date
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How the meetings of a forum have been valued.

    Attributes:
        rated: The evaluated meetings, oldest first, at most twice ``LATEST``.
        mean: Over the latest ``count`` of them.
        before: Over those before these; nothing where there are none.
    """

    rated: tuple[Rated, ...]
    mean: float
    count: int
    before: float | None = None

    @property
    def direction(self) -> int:
        """1 if the latest are valued noticeably higher than those before, -1 if lower, else 0."""
        if self.before is None or abs(self.mean - self.before) < NOTICEABLE:
            return 0
        return 1 if self.mean > self.before else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFile:
    """What is known afterwards of how a meeting was: our own evaluation, its forum's trend, and SSC's surveys."""

    evaluation: Evaluation | None = None
    trend: Trend | None = None
    surveys: tuple[Survey, ...] = ()


def mean_of(evaluation: Evaluation) -> float | None:
    """The mean of the questions that were answered; nothing if none was."""
    given = [answer for question in QUESTIONS if (answer := getattr(evaluation, question))]
    return fmean(given) if given else None


def trend_of(evaluated: Iterable[tuple[date, Evaluation]]) -> Trend | None:
    """How a forum's meetings have been valued, from the day of each and its evaluation; nothing without answers."""
    rated = sorted(
        (Rated(day=day, mean=mean) for day, one in evaluated if (mean := mean_of(one)) is not None),
        key=lambda one: one.day,
    )[-2 * LATEST :]
    if not rated:
        return None
    latest, before = rated[-LATEST:], rated[:-LATEST]
    return Trend(rated=tuple(rated), mean=_mean(latest), count=len(latest), before=_mean(before) if before else None)


def _mean(rated: Sequence[Rated]) -> float:
    return fmean(one.mean for one in rated)

"""Series of meetings with an agreed frequency (R4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.level import Level, Party


class SeriesUnit(StrEnum):
    """What the frequency of a series counts."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A forum's meetings as the parties have agreed on them (R4).

    Attributes:
        starts_on: The day of the first meeting; it gives the weekday and, for months, which one of the month.
        every: How many units lie between two meetings.
        by_weekday: Whether monthly meetings fall on the same weekday of the month rather than on the same date.
        ends_on: The last day a meeting may fall on; without it the series goes on.
        starts_minute: When meetings begin, in minutes after midnight in Sweden.
        minutes: How long they are.
        reason: Why this frequency was agreed.
        agreed_on: When.
        review_on: When the parties will talk about it again.
        template_id: The template of its agendas; without one, the shipped template of the forum on the meeting's day.
    """

    id: UUID
    title: str
    level: Level
    starts_on: date
    unit: SeriesUnit = SeriesUnit.MONTH
    every: int = 1
    by_weekday: bool = True
    ends_on: date | None = None
    starts_minute: int = 9 * 60
    minutes: int = 90
    is_council: bool = False
    area_id: UUID | None = None
    place: str = ""
    convener: Party = Party.SSC
    notes_by: Party = Party.SSC
    reason: str = ""
    agreed_on: date | None = None
    review_on: date | None = None
    template_id: UUID | None = None

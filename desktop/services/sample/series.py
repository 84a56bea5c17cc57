"""The agreed frequencies of two forums, with the meetings that are there already (R4)."""

from datetime import date, timedelta
from typing import Any

from desktop.domain.dates import SWEDEN, add_months
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.series_rules import days_of, hours_on, place_in_month
from desktop.models.meeting import MeetingRecord
from desktop.models.series import SeriesRecord
from desktop.services.sample.stage import Stage

_ROOMY = 3


def add_series(stage: Stage) -> None:
    """The tactical forum four times a year, of which few meetings are planned, and payroll's every month."""
    tactical = sorted(_meetings(stage, Level.TACTICAL), key=lambda record: record.starts_at)
    _into_series(
        stage,
        tactical,
        every=3,
        begun=-9,
        reason="Fyra möten om året räcker sedan det operativa forumet träffas varje månad.",
        agreed_on=add_months(stage.day, -10),
        review_on=stage.day + timedelta(days=45),
    )
    payroll = [record for record in _meetings(stage, Level.OPERATIONAL) if record.area_id == stage.areas["Lön"].id]
    series = _into_series(
        stage,
        payroll,
        every=1,
        begun=0,
        reason="Lönen körs varje månad, och felen i OB-tillägg behöver följas tätt.",
        agreed_on=add_months(stage.day, -1),
        review_on=add_months(stage.day, -1) + timedelta(days=24),
    )
    _go_on(stage, series)


def _meetings(stage: Stage, level: Level) -> list[MeetingRecord]:
    return [record for record in stage.records if isinstance(record, MeetingRecord) and record.level is level]


def _into_series(stage: Stage, records: list[MeetingRecord], *, every: int, begun: int, **more: Any) -> Series:
    """A series on whose days the last of the meetings lies; the earlier ones are the moved meetings of days before."""
    last = records[-1]
    begins = last.starts_at.astimezone(SWEDEN)
    series = Series(
        id=new_id(),
        title=last.title,
        level=last.level,
        starts_on=_same_weekday(begins.date(), begun),
        every=every,
        starts_minute=begins.hour * 60 + begins.minute,
        minutes=round((last.ends_at - last.starts_at).total_seconds() / 60),
        area_id=last.area_id,
        place=last.place,
        **more,
    )
    stage.records.append(SeriesRecord.of(series))
    days = days_of(series, series.starts_on, begins.date())[-len(records) :]
    for record, day in zip(records, days, strict=True):
        record.series_id, record.series_day = series.id, day
    return series


def _go_on(stage: Stage, series: Series) -> None:
    """The meetings after the first one, so that enough are planned."""
    for day in days_of(series, series.starts_on, add_months(series.starts_on, _ROOMY))[1:]:
        begins, ends = hours_on(series, day)
        made = MeetingRecord(
            id=new_id(),
            title=series.title,
            level=series.level,
            starts_at=begins,
            ends_at=ends,
            area_id=series.area_id,
            series_id=series.id,
            series_day=day,
            own_registry_number=f"EXM {day.year}/118",
            ssc_registry_number=f"SSC {day.year}-00412",
        )
        stage.records.append(made)


def _same_weekday(day: date, months: int) -> date:
    """The day of another month that has the same weekday and the same place among its like."""
    first = add_months(day.replace(day=1), months)
    days = (first + timedelta(days=number) for number in range(31))
    return next(one for one in days if one.weekday() == day.weekday() and place_in_month(one) == place_in_month(day))

"""Series of meetings with their agreed frequency, and what was planned against what was held (R4)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import SWEDEN, add_months, now
from desktop.domain.forum import forum_of
from desktop.domain.history import Act
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.series_file import SeriesFile, SeriesOutcome
from desktop.domain.meetings.series_rules import (
    HELD,
    LONGEST_INTERVAL,
    days_of,
    extension,
    horizon,
    is_moved,
    tally,
    weeks_without,
    worth_extending,
)
from desktop.errors import InputError
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.removal import remove
from desktop.models.series import SeriesRecord
from desktop.services.agreements import agreement_in
from desktop.services.meetings.meetings import LONGEST_MINUTES
from desktop.services.meetings.series_meetings import (
    Places,
    SeriesChange,
    add_meeting_on,
    follow,
    last_held_in,
    meetings_in,
    take_in,
    untouched_in,
    without_those_covered,
)

_RHYTHM = ("starts_on", "unit", "every", "by_weekday")
_NOWHERE: Mapping[date, date] = {}


class MeetingSeries:
    """Lays out series of meetings, changes, extends and ends them; each is one act that undo takes back.

    Args:
        database: The open register.
        clock: Says what time it is; only meetings after it are made, changed or removed.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> tuple[SeriesFile, ...]:
        """Every series with what its meetings tell, by forum and then by title."""
        with self._database.reading() as session:
            files = [self._file(session, record.to_value()) for record in session.scalars(select(SeriesRecord))]
        return tuple(sorted(files, key=lambda file: (file.forum.rank, file.series.title.casefold())))

    def get(self, series_id: UUID) -> SeriesFile:
        """One series with what its meetings tell.

        Raises:
            InputError: The series is not in the register any more.
        """
        with self._database.reading() as session:
            return self._file(session, _known(session, series_id).to_value())

    def create(self, series: Series, places: Places = _NOWHERE) -> SeriesOutcome:
        """Keep a series and plan its meetings for the year to come.

        Meetings of the forum that belong to no series and lie on its days, past ones too, become part of it.

        Args:
            series: The series.
            places: On which day to meet instead of a day of the series, for instance after a holiday.

        Raises:
            InputError: The series has no title, no coming day, or a frequency or length that cannot be.
        """
        _check(series)
        days = days_of(series, series.starts_on, horizon(series, self._today))
        coming = [day for day in days if day >= self._today]
        if not coming:
            raise InputError("Serien får inga möten framåt.", "Ändra första dagen eller slutdatumet.")
        with self._database.writing(Act("series.create", series.title)) as session:
            session.add(SeriesRecord.of(series))
            session.flush()
            taken = take_in(session, series, days, places)
            return _lay_out(session, series, [day for day in coming if day not in taken], places, len(taken))

    def change(self, series: Series, places: Places = _NOWHERE) -> SeriesOutcome:
        """Change a series; coming meetings that nobody has touched follow, all others stay as they are.

        A meeting is untouched while it is planned and not convened, lies where the series had it, and has neither
        items, files, guests nor decisions of its own.

        Raises:
            InputError: The series is gone, or what makes no series is asked for.
        """
        return self._change(series, places, "series.change")

    def end(self, series_id: UUID, ends_on: date) -> SeriesOutcome:
        """Let a series end; coming meetings after that day are removed if nobody has touched them.

        Raises:
            InputError: The series is gone, or would end before it begins.
        """
        return self._change(replace(self.get(series_id).series, ends_on=ends_on), _NOWHERE, "series.end")

    def extend(self, series_id: UUID, places: Places = _NOWHERE) -> SeriesOutcome:
        """Plan the meetings of another year after the last one that is planned.

        Raises:
            InputError: The series is gone, or has ended.
        """
        file = self.get(series_id)
        days = days_of(file.series, *extension(file.series, file.last_planned, self._today))
        if not days:
            raise InputError("Serien har inga fler dagar.", "Flytta fram slutdatumet först.")
        with self._database.writing(Act("series.extend", file.series.title)) as session:
            taken = take_in(session, file.series, days, places)
            return _lay_out(session, file.series, [day for day in days if day not in taken], places, len(taken))

    def remove(self, series_id: UUID) -> SeriesOutcome:
        """Remove a series and its coming meetings that nobody has touched; the others stay as meetings of their own.

        Raises:
            InputError: The series is not in the register any more.
        """
        series = self.get(series_id).series
        with self._database.writing(Act("series.remove", series.title)) as session:
            records = meetings_in(session, series_id)
            gone = untouched_in(session, series, self._coming(records))
            for record in gone:
                remove(session, record)
            rest = [record for record in records if record not in gone]
            for record in rest:
                record.change(series_id=None, series_day=None)
            session.flush()
            remove(session, _known(session, series_id))
            return SeriesOutcome(series_id=series_id, removed=len(gone), stayed=len(self._coming(rest)))

    @property
    def _today(self) -> date:
        return self._clock().astimezone(SWEDEN).date()

    def _coming(self, records: Sequence[MeetingRecord]) -> list[MeetingRecord]:
        moment = self._clock()
        return [record for record in records if record.starts_at >= moment]

    def _change(self, series: Series, places: Places, verb: str) -> SeriesOutcome:
        _check(series)
        with self._database.writing(Act(verb, series.title)) as session:
            record = _known(session, series.id)
            before = record.to_value()
            record.take(series)
            coming = self._coming(meetings_in(session, series.id))
            untouched = untouched_in(session, before, coming)
            kept = [one.to_value() for one in coming if one not in untouched]
            days = self._days_to_follow(before, series, untouched, kept)
            done = follow(session, SeriesChange(before, series, places), untouched, days)
            return replace(done, stayed=len(kept))

    def _days_to_follow(
        self, before: Series, after: Series, untouched: Sequence[MeetingRecord], kept: Sequence[Meeting]
    ) -> list[date]:
        """On which days of the series meetings lie after a change.

        A new rhythm is laid out anew; with the rhythm as it was, no meeting comes back that was removed by hand, and
        only a later end brings more.
        """
        own = [day for record in untouched if (day := record.series_day) is not None]
        until = max([horizon(after, self._today), *own])
        if any(getattr(before, name) != getattr(after, name) for name in _RHYTHM):
            return without_those_covered(after, days_of(after, self._today, until), kept)
        last = max([*own, *(one.series_day for one in kept if one.series_day is not None)], default=self._today)
        goes_further = before.ends_on is not None and (after.ends_on is None or after.ends_on > before.ends_on)
        more = days_of(after, last + timedelta(days=1), until) if goes_further else ()
        return [day for day in own if after.ends_on is None or day <= after.ends_on] + list(more)

    def _file(self, session: Session, series: Series) -> SeriesFile:
        moment, today = self._clock(), self._today
        meetings = [record.to_value() for record in meetings_in(session, series.id)]
        coming = [one for one in meetings if one.ends_at >= moment and one.state is not MeetingState.CANCELLED]
        planned = [day for one in meetings if (day := one.series_day) is not None]
        held = last_held_in(session, series, HELD, moment)
        last_held = held.day if held else None
        area = session.get(ServiceAreaRecord, series.area_id) if series.area_id else None
        return SeriesFile(
            series=series,
            forum=forum_of(series.level, series.is_council, max(today, series.starts_on), agreement_in(session)),
            area_name=area.name if area else "",
            next_meeting=coming[0] if coming else None,
            coming=len(coming),
            placed=tuple((day, one.day) for one in coming if is_moved(one) and (day := one.series_day)),
            last_planned=max(planned, default=None),
            last_held=last_held,
            weeks_without=weeks_without(series, last_held, today),
            this_year=tally(meetings, date(today.year, 1, 1), date(today.year, 12, 31), moment),
            past_year=tally(meetings, add_months(today, -12), today, moment),
            can_extend=worth_extending(series, planned, today),
        )


def _lay_out(session: Session, series: Series, days: Sequence[date], places: Places, taken_in: int) -> SeriesOutcome:
    for day in days:
        add_meeting_on(session, series, day, places)
    return SeriesOutcome(series_id=series.id, made=len(days), taken_in=taken_in)


def _known(session: Session, series_id: UUID) -> SeriesRecord:
    record = session.get(SeriesRecord, series_id)
    if record is None:
        raise InputError("Serien finns inte längre i registret.")
    return record


def _check(series: Series) -> None:
    if not series.title.strip():
        raise InputError("Serien saknar rubrik.")
    if not 1 <= series.every <= LONGEST_INTERVAL:
        raise InputError(f"Mellan två möten kan det gå 1–{LONGEST_INTERVAL} veckor eller månader.")
    if not 0 < series.minutes <= LONGEST_MINUTES:
        raise InputError("Mötena behöver en längd på högst ett dygn.", "Rätta tiderna.")
    if not 0 <= series.starts_minute < LONGEST_MINUTES:
        raise InputError("Mötena börjar inte på något klockslag.", "Rätta tiderna.")
    if series.ends_on is not None and series.ends_on < series.starts_on:
        raise InputError("Serien slutar innan den börjar.", "Ta bort serien om den inte ska bli av.")

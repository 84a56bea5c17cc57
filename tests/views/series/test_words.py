"""What is said of a series, in plain Swedish."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.dates import SWEDEN
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.series_file import SeriesFile, SeriesOutcome
from desktop.domain.meetings.series_rules import SeriesTally
from desktop.views.series.words import (
    belongs_words,
    changed_words,
    frequency_words,
    interval_words,
    laid_out_words,
    notices,
    tally_words,
)

TODAY = date(2026, 11, 24)
WEEK, MONTH = SeriesUnit.WEEK, SeriesUnit.MONTH


def series(**more: Any) -> Series:
    values: dict[str, Any] = {"title": "Taktiskt möte", "starts_on": date(2026, 12, 1), "starts_minute": 780, **more}
    return Series(id=new_id(), level=Level.TACTICAL, **values)


def file(given: Series, **more: Any) -> SeriesFile:
    return SeriesFile(series=given, forum=Forum.TACTICAL, **more)


@pytest.mark.parametrize(
    ("unit", "every", "words"),
    [
        (WEEK, 1, "varje vecka"),
        (WEEK, 2, "varannan vecka"),
        (WEEK, 6, "var sjätte vecka"),
        (WEEK, 8, "var 8:e vecka"),
        (WEEK, 11, "var 11:e vecka"),
        (WEEK, 21, "var 21:a vecka"),
        (MONTH, 1, "varje månad"),
        (MONTH, 3, "var tredje månad"),
        (MONTH, 12, "varje år"),
        (MONTH, 24, "vartannat år"),
        (MONTH, 36, "vart tredje år"),
    ],
)
def test_intervals(qapp: object, unit: SeriesUnit, every: int, words: str) -> None:
    assert interval_words(series(unit=unit, every=every)) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (series(every=3), "var tredje månad, första tisdagen, kl.\u00a013.00–14.30"),
        (series(starts_on=date(2026, 11, 27)), "varje månad, sista fredagen, kl.\u00a013.00–14.30"),
        (series(unit=WEEK, every=2), "varannan vecka, på tisdagar, kl.\u00a013.00–14.30"),
        (series(by_weekday=False), "varje månad, den 1:a, kl.\u00a013.00–14.30"),
        (
            series(by_weekday=False, starts_on=date(2026, 12, 31)),
            "varje månad, den 31:a eller månadens sista dag, kl.\u00a013.00–14.30",
        ),
        (series(every=12), "varje år, första tisdagen i december, kl.\u00a013.00–14.30"),
        (series(every=12, by_weekday=False), "varje år, den 1\u00a0december, kl.\u00a013.00–14.30"),
    ],
)
def test_frequencies(qapp: object, given: Series, words: str) -> None:
    assert frequency_words(given) == words


def test_planned_against_held(qapp: object) -> None:
    told = tally_words(SeriesTally(planned=6, held=2, moved=1, cancelled=1, coming=2, untold=1))
    assert told.replace("\u00a0", " ") == (
        "6 planerade, 2 genomförda, 1 flyttat, 1 inställt, 2 återstår, 1 utan uppgift om det hölls"
    )
    assert tally_words(SeriesTally()) == "inget möte planerat"


def test_a_forum_that_has_not_met_is_told_and_blamed_for_nothing(qapp: object) -> None:
    every_eighth = series(unit=WEEK, every=8)
    (told,) = notices(file(every_eighth, weeks_without=14, last_held=date(2026, 8, 18)), TODAY)
    assert told == "Forumet har inte träffats på 14 veckor; överenskommet är var 8:e vecka."
    (never,) = notices(file(series(starts_on=date(2026, 3, 3), every=3), weeks_without=38), TODAY)
    assert "sedan serien började 3\u00a0mars\u00a02026; överenskommet är var tredje månad" in never
    assert not any(word in (told + never).lower() for word in ("brott", "bryt", "försen", "avvik", "brist"))


def test_a_review_that_is_due_and_few_meetings_are_told(qapp: object) -> None:
    due = series(review_on=date(2026, 11, 24))
    first, second = notices(file(due, can_extend=True, coming=1), TODAY)
    assert "ses över den 24\u00a0november\u00a02026" in first
    assert second == "Ett möte återstår av dem som är planerade."
    assert not notices(file(series(review_on=date(2026, 11, 25))), TODAY)
    assert not notices(file(series(review_on=date(2026, 1, 1), ends_on=date(2026, 11, 1))), TODAY)


def test_a_meeting_tells_its_series_and_from_where_it_was_moved(qapp: object) -> None:
    begins = datetime(2026, 11, 10, 13, tzinfo=SWEDEN)
    meeting = Meeting(
        id=new_id(),
        title="Möte",
        level=Level.TACTICAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        series_id=new_id(),
        series_day=date(2026, 11, 3),
    )
    assert belongs_words(meeting, "Taktiskt") == "Ingår i serien ”Taktiskt”, flyttat från 3\u00a0november"
    assert not belongs_words(replace(meeting, series_id=None), "")


def test_outcomes(qapp: object) -> None:
    key = new_id()
    assert laid_out_words(SeriesOutcome(series_id=key, made=4, taken_in=1)) == (
        "4 möten är upplagda, 1 som redan fanns ingår i serien."
    )
    assert laid_out_words(SeriesOutcome(series_id=key, taken_in=2)) == (
        "Inget nytt möte behövdes, 2 som redan fanns ingår i serien."
    )
    assert changed_words(SeriesOutcome(series_id=key, followed=3, removed=1, stayed=1)) == (
        "3 möten följde med, 1 orört togs bort, 1 kommande ligger kvar som det var"
    )

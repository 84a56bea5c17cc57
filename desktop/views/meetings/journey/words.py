"""The Swedish words of a topic's journey: how long it has been followed, and what became of it each time."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import with_weekday
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import times
from desktop.domain.meetings.journey import Journey, Stop
from desktop.domain.vocabulary import forum_words
from desktop.views.meetings.notes.words import outcome_line
from desktop.views.wording import item_state_word

_WEEKS_FROM = 14
_YEARS_FROM = 24


def followed(journey: Journey) -> str:
    """How long a topic has been followed: "Har följts i 8 månader genom 3 möten."."""
    if journey.meetings < 2:
        return QCoreApplication.translate("Journey", "Punkten har bara varit uppe på det här mötet.")
    if not journey.days:
        told = QCoreApplication.translate("Journey", "Har varit uppe på {meetings} möten samma dag.")
    else:
        told = QCoreApplication.translate("Journey", "Har följts i {span} genom {meetings} möten.")
    return told.format(span=_span(journey), meetings=journey.meetings)


def heading(stop: Stop) -> str:
    """When and where it was up: "tis 1 december 2026 · Taktisk nivå"."""
    return f"{with_weekday(stop.day)} · {forum_words(stop.forum)}"


def facts(stop: Stop, *, here: bool) -> list[str]:
    """What became of it, how often it had been deferred, and whether this is where one came from."""
    told = [_fate(stop)]
    if stop.deferrals > (stop.state is ItemState.DEFERRED):
        total = QCoreApplication.translate("Journey", "bordlagd {times} hittills")
        told.append(total.format(times=times(stop.deferrals)))
    if here:
        told.append(QCoreApplication.translate("Journey", "det här mötet"))
    return told


def said(stop: Stop) -> list[str]:
    """The notes and what came of the topic, paragraph by paragraph."""
    return [*filter(str.strip, stop.text.splitlines()), *map(outcome_line, stop.outcomes)]


def silence(stop: Stop) -> str:
    """What stands where nothing was written down."""
    if stop.state is ItemState.OPEN or stop.cancelled:
        return ""
    return QCoreApplication.translate("Journey", "Inget är antecknat.")


def _fate(stop: Stop) -> str:
    if stop.cancelled:
        return QCoreApplication.translate("Journey", "Mötet ställdes in")
    return item_state_word(stop.state)


def _span(journey: Journey) -> str:
    if not journey.months:
        return _counted(journey.days // 7, _weeks()) if journey.days >= _WEEKS_FROM else _counted(journey.days, _days())
    if journey.months < _YEARS_FROM:
        return _counted(journey.months, _months())
    years, months = divmod(journey.months, 12)
    whole = _counted(years, _years())
    if not months:
        return whole
    both = QCoreApplication.translate("Journey", "{years} och {months}")
    return both.format(years=whole, months=_counted(months, _months()))


def _counted(count: int, words: tuple[str, str]) -> str:
    return words[0] if count == 1 else words[1].format(count=count)


def _days() -> tuple[str, str]:
    return QCoreApplication.translate("Journey", "en dag"), QCoreApplication.translate("Journey", "{count} dagar")


def _weeks() -> tuple[str, str]:
    return QCoreApplication.translate("Journey", "en vecka"), QCoreApplication.translate("Journey", "{count} veckor")


def _months() -> tuple[str, str]:
    return QCoreApplication.translate("Journey", "en månad"), QCoreApplication.translate("Journey", "{count} månader")


def _years() -> tuple[str, str]:
    return QCoreApplication.translate("Journey", "ett år"), QCoreApplication.translate("Journey", "{count} år")

"""The Swedish words of a meeting's life: its steps, who is waited for, and the next step as a verb (R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import day_and_month, in_prose
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.views.wording import meeting_state_word, party_word

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.meetings.life import Life, LifeStep

_NOTES = {MeetingState.NOTES_AWAITED, MeetingState.NOTES_RECEIVED, MeetingState.NOTES_CHECKED}


def step_word(state: MeetingState, meeting: Meeting) -> str:
    """A step by its full name: "Anteckningar mottagna", or "Anteckningar skickade" where we write them."""
    if state is MeetingState.NOTES_RECEIVED and meeting.notes_by is Party.AGENCY:
        return QCoreApplication.translate("Life", "Anteckningar skickade")
    if state is MeetingState.NOTES_AWAITED:
        return QCoreApplication.translate("Life", "Anteckningar inväntas")
    if state is MeetingState.AGENDA_AVAILABLE:
        return QCoreApplication.translate("Life", "Dagordning tillgänglig")
    if state is MeetingState.HELD:
        return QCoreApplication.translate("Life", "Hållet")
    return meeting_state_word(state)


def strip_word(state: MeetingState, meeting: Meeting, *, after_notes: bool) -> str:
    """A step in the strip; after another step of the notes the word for notes is not said again."""
    if state is MeetingState.AGENDA_AVAILABLE:
        return QCoreApplication.translate("Life", "Dagordning")
    whole = step_word(state, meeting)
    return whole.split(" ", 1)[1] if state in _NOTES and after_notes else whole


def is_of_notes(state: MeetingState) -> bool:
    """Whether a step is one of the notes."""
    return state in _NOTES


def spoken_step(step: LifeStep, meeting: Meeting, life: Life) -> str:
    """Everything a step tells: "Kallat, 12 november 2026, Statens servicecenter, hit har mötet kommit"."""
    if step.on is not None:
        when = in_prose(step.on)
    elif step.passed:
        when = QCoreApplication.translate("Life", "inget datum")
    else:
        when = QCoreApplication.translate("Life", "inte än")
    here = ""
    if step.state is life.current and not life.is_cancelled:
        here = QCoreApplication.translate("Life", "hit har mötet kommit")
    elif step.state is life.next:
        here = QCoreApplication.translate("Life", "nästa steg")
    who = party_word(step.responsible) if step.responsible else ""
    said = (step_word(step.state, meeting), when, who, here, step.note)
    return ", ".join(part for part in said if part)


def short_day(day: date) -> str:
    """``12/11``, where the year is plain."""
    return f"{day.day}/{day.month}"


def waiting_words(life: Life, meeting: Meeting, today: date, *, short: bool = False) -> str:
    """Whose turn it is and since when, or what is ahead: "Väntar på Statens servicecenter i 12 dagar"."""
    if life.is_cancelled:
        return _cancelled_words(life, today)
    if life.next is None:
        return QCoreApplication.translate("Life", "Klart, anteckningarna är granskade")
    if life.next is MeetingState.HELD:
        return _day_words((meeting.day - today).days)
    if life.turn is Party.AGENCY:
        return _our_words(life, today)
    return _their_words(life, short=short)


def days(count: int) -> str:
    """``1 dag`` or ``12 dagar``, with a no-break space."""
    if count == 1:
        return QCoreApplication.translate("Life", "1\u00a0dag")
    return QCoreApplication.translate("Life", "{count}\u00a0dagar").format(count=count)


def _our_words(life: Life, today: date) -> str:
    if life.since is None:
        return QCoreApplication.translate("Life", "Vår tur")
    since = QCoreApplication.translate("Life", "i dag") if life.since >= today else _near(life.since, today)
    return QCoreApplication.translate("Life", "Vår tur sedan {day}").format(day=since)


def _their_words(life: Life, *, short: bool) -> str:
    name = QCoreApplication.translate("Life", "SSC") if short else party_word(Party.SSC)
    if life.waited is None:
        return QCoreApplication.translate("Life", "Väntar på {party}").format(party=name)
    if life.waited == 0:
        return QCoreApplication.translate("Life", "Väntar på {party} sedan i dag").format(party=name)
    return QCoreApplication.translate("Life", "Väntar på {party} i {days}").format(party=name, days=days(life.waited))


def _cancelled_words(life: Life, today: date) -> str:
    told = life.cancelled
    if told is None:
        return QCoreApplication.translate("Life", "Mötet är inställt")
    words = QCoreApplication.translate("Life", "Inställt {day}").format(day=_near(told.taken_on, today))
    return f"{words}: {told.note}" if told.note else words


def _day_words(ahead: int) -> str:
    near = {
        -1: QCoreApplication.translate("Life", "Mötet var i går"),
        0: QCoreApplication.translate("Life", "Mötet är i dag"),
        1: QCoreApplication.translate("Life", "Mötet är i morgon"),
    }
    if ahead in near:
        return near[ahead]
    words = (
        QCoreApplication.translate("Life", "Mötet är om {days}")
        if ahead > 0
        else QCoreApplication.translate("Life", "Mötet var för {days} sedan")
    )
    return words.format(days=days(abs(ahead)))


def _near(day: date, today: date) -> str:
    return day_and_month(day) if day.year == today.year else in_prose(day)

"""The next step of a meeting as the one thing to do: its verb, and what choosing it does (R5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.views.meetings.meeting_tabs import Tab

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.meetings.life import Life


class Way(StrEnum):
    """How the next step is taken."""

    TAKE = "take"
    """At once, as of a day that is known."""

    GO = "go"
    """Where the work for it is done."""

    INVITE = "invite"
    """By an invitation for others' calendars."""

    MAIL = "mail"
    """By a mail draft with the agenda; when it is sent, its day is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What the primary button says and does.

    Attributes:
        words: The verb.
        way: How the step is taken.
        state: The step.
        on: The day that is proposed for it.
        tab: Where one goes for it, or after it.
    """

    words: str
    way: Way
    state: MeetingState
    on: date
    tab: Tab | None = None


def next_step(life: Life, meeting: Meeting, moment: datetime, today: date) -> NextStep | None:
    """The next step of a meeting at a moment; nothing when its life is over."""
    state = life.next
    if state is None:
        return None
    if state is MeetingState.HELD:
        return _meeting_itself(meeting, moment, today)
    ours = life.turn is Party.AGENCY
    words = {
        (MeetingState.CONVENED, True): QCoreApplication.translate("Life", "Gör kallelse"),
        (MeetingState.CONVENED, False): QCoreApplication.translate("Life", "Kallelsen är mottagen"),
        (MeetingState.AGENDA_AVAILABLE, True): QCoreApplication.translate("Life", "Skicka dagordning"),
        (MeetingState.AGENDA_AVAILABLE, False): QCoreApplication.translate("Life", "Dagordningen är mottagen"),
        (MeetingState.NOTES_AWAITED, True): QCoreApplication.translate("Life", "Avsluta mötet"),
        (MeetingState.NOTES_RECEIVED, True): QCoreApplication.translate("Life", "Fastställ anteckningarna"),
        (MeetingState.NOTES_RECEIVED, False): QCoreApplication.translate("Life", "Anteckningarna är mottagna"),
        (MeetingState.NOTES_CHECKED, True): QCoreApplication.translate("Life", "Granska anteckningarna"),
        (MeetingState.NOTES_CHECKED, False): QCoreApplication.translate("Life", "Anteckningarna är granskade"),
    }[state, ours]
    way = Way.TAKE
    if ours:
        way = {MeetingState.CONVENED: Way.INVITE, MeetingState.AGENDA_AVAILABLE: Way.MAIL}.get(state, Way.GO)
    tab = None if state in {MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE} else Tab.AFTER
    return NextStep(words=words, way=way, state=state, on=today, tab=tab)


def _meeting_itself(meeting: Meeting, moment: datetime, today: date) -> NextStep:
    """What is left when only the meeting itself lies ahead: to prepare it, and from its beginning to have held it."""
    if moment < meeting.starts_at:
        words = QCoreApplication.translate("Life", "Förbered mötet")
        return NextStep(words=words, way=Way.GO, state=MeetingState.HELD, on=today, tab=Tab.BRIEF)
    words = QCoreApplication.translate("Life", "Mötet är hållet")
    return NextStep(words=words, way=Way.TAKE, state=MeetingState.HELD, on=meeting.day, tab=Tab.AFTER)

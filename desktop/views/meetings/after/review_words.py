"""How far the check of SSC's notes has come, in Swedish (R5, R13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import in_prose
from desktop.domain.meetings.notes import Verdict
from desktop.domain.meetings.notes_review import counted
from desktop.views.wording import verdict_word

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.meetings.notes_review import NotesReview


def waiting_words(review: NotesReview, day: date) -> str:
    """Where SSC's notes are: how long they are awaited, when they came, when the check was done."""
    meeting_day = in_prose(review.meeting.day)
    if review.is_ours:
        return QCoreApplication.translate("Review", "Vi skriver anteckningarna från det här mötet.")
    if review.meeting.day > day:
        words = QCoreApplication.translate("Review", "Mötet är den {day}. Anteckningarna kommer efter det.")
        return words.format(day=meeting_day)
    if review.received_on is None:
        if review.is_received:
            return QCoreApplication.translate("Review", "Anteckningarna har kommit; dagen är inte angiven.")
        words = QCoreApplication.translate("Review", "Mötet var den {day}. Vi har väntat på anteckningarna {days}.")
        return words.format(day=meeting_day, days=_days(review.days_waited(day)))
    words = QCoreApplication.translate("Review", "Anteckningarna kom den {day}, {days} efter mötet.")
    came = words.format(day=in_prose(review.received_on), days=_days(review.days_waited(day)))
    if review.checked_on is None:
        return came
    checked = QCoreApplication.translate("Review", "Granskningen blev klar den {day}.")
    return f"{came} {checked.format(day=in_prose(review.checked_on))}"


def progress_words(review: NotesReview) -> str:
    """How many items are compared and with what outcome: "2 av 5 punkter är jämförda: 1 stämmer, 1 avviker."."""
    total = len(review.items)
    if not total:
        return QCoreApplication.translate("Review", "Dagordningen har inga punkter; bedöm anteckningarna som helhet.")
    if not review.judged:
        return QCoreApplication.translate("Review", "Ingen av {total} punkter är jämförd än.").format(total=total)
    counts = counted(item.check for item in review.items)
    parts = [f"{counts[verdict]} {verdict_word(verdict).lower()}" for verdict in Verdict if counts[verdict]]
    words = (
        QCoreApplication.translate("Review", "Alla {total} punkter är jämförda: {counts}.")
        if review.judged == total
        else QCoreApplication.translate("Review", "{judged} av {total} punkter är jämförda: {counts}.")
    )
    return words.format(judged=review.judged, total=total, counts=", ".join(parts))


def _days(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Review", "en dag")
    return QCoreApplication.translate("Review", "{count} dagar").format(count=count)

"""The Swedish words of a timeline and of who has the ball."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import SWEDEN, clock, day_and_month, in_prose
from desktop.domain.matters.ball import Ball
from desktop.domain.matters.escalation import EscalationStep
from desktop.domain.matters.matter_entry import Holder, MatterEntry
from desktop.views.matters.words import level_phrase
from desktop.views.wording import channel_word, escalation_reason_word, side_word


def day_words(day: date, today: date) -> str:
    """A day in prose, without its year where that is this one."""
    return day_and_month(day) if day.year == today.year else in_prose(day)


def holder_phrase(holder: Holder) -> str:
    """Who has the ball, inside a sentence: "oss"."""
    return {
        Holder.AGENCY: QCoreApplication.translate("Matters", "oss"),
        Holder.SSC: QCoreApplication.translate("Matters", "SSC"),
        Holder.OTHER: QCoreApplication.translate("Matters", "någon annan"),
    }[holder]


def ball_words(ball: Ball, today: date) -> str:
    """Who has to act: "Bollen hos SSC sedan 3 november, svar senast 10 november"."""
    words = QCoreApplication.translate("Matters", "Bollen hos {whom} sedan {day}").format(
        whom=holder_phrase(ball.holder), day=day_words(ball.since, today)
    )
    if ball.until is None:
        return words
    until = day_words(ball.until, today)
    if ball.overdue(today):
        return QCoreApplication.translate("Matters", "{ball}, svaret är försenat sedan {day}").format(
            ball=words, day=until
        )
    return QCoreApplication.translate("Matters", "{ball}, svar senast {day}").format(ball=words, day=until)


def passing_words(entry: MatterEntry) -> str:
    """To whom an entry passes the ball; nothing when it stays where it was."""
    if entry.passes_to is None:
        return ""
    words = QCoreApplication.translate("Matters", "Bollen går till {whom}").format(whom=holder_phrase(entry.passes_to))
    if entry.passes_until is None:
        return words
    until = in_prose(entry.passes_until)
    return QCoreApplication.translate("Matters", "{ball}, svar senast {day}").format(ball=words, day=until)


def when_words(entry: MatterEntry) -> str:
    """When a contact was made: "24 november 2026 kl. 14.30"."""
    day = in_prose(entry.happened_at.astimezone(SWEDEN).date())
    return QCoreApplication.translate("Matters", "{day} kl. {time}").format(day=day, time=clock(entry.happened_at))


def contact_words(entry: MatterEntry) -> str:
    """How and with whom: "Telefon · SSC · Per Holmér"; a note of our own says so."""
    parts = (
        channel_word(entry.channel) if entry.channel else "",
        side_word(entry.party) if entry.party else "",
        entry.person,
    )
    told = " · ".join(part for part in parts if part)
    return told or QCoreApplication.translate("Matters", "Egen anteckning")


def step_words(step: EscalationStep) -> str:
    """What an escalation step did: "Återfört till operativ nivå"."""
    if step.is_return:
        words = QCoreApplication.translate("Matters", "Återfört, nu {level}")
    else:
        words = QCoreApplication.translate("Matters", "Eskalerat, nu {level}")
    return words.format(level=level_phrase(step.to_level))


def step_notes(step: EscalationStep) -> tuple[str, ...]:
    """Why a step was taken, what was asked, of whom, and what was answered; a sentence for each."""
    tr = QCoreApplication.translate
    reason = escalation_reason_word(step.reason) if step.reason else ""
    why = ": ".join(part for part in (reason, step.explanation) if part)
    asked = tr("Matters", "Det vi ber om: {asked}").format(asked=step.asked) if step.asked else ""
    whom = tr("Matters", "Till {name}").format(name=step.to_name) if step.to_name else ""
    by = tr("Matters", "Svar senast {day}").format(day=in_prose(step.answer_by)) if step.answer_by else ""
    answer = ""
    if step.answered_on is not None:
        answer = tr("Matters", "Svar {day}: {answer}").format(day=in_prose(step.answered_on), answer=step.answer)
    return tuple(part for part in (why, asked, whom, by, answer) if part)

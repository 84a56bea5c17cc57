"""How the meetings of a forum are valued, in Swedish (R14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.domain.meetings.evaluations import Trend


def question_words(name: str) -> str:
    """One of the four questions by its name."""
    return {
        "purpose": QCoreApplication.translate("Evaluation", "Nådde mötet sitt syfte?"),
        "preparation": QCoreApplication.translate("Evaluation", "Var underlaget klart i tid?"),
        "outcome": QCoreApplication.translate("Evaluation", "Blev det tydliga beslut och åtgärder?"),
        "time_well_spent": QCoreApplication.translate("Evaluation", "Var tiden väl använd?"),
    }[name]


def trend_words(trend: Trend | None) -> str:
    """How the forum's latest meetings were valued, and whether that is more than before."""
    if trend is None:
        return QCoreApplication.translate("Evaluation", "Inget möte i forumet är utvärderat än.")
    mean = number(trend.mean)
    if trend.count == 1:
        told = QCoreApplication.translate(
            "Evaluation", "Medelvärdet är {mean} av 4. Det är forumets första utvärdering."
        )
        return told.format(mean=mean)
    told = QCoreApplication.translate(
        "Evaluation", "Medelvärdet för forumets {count} senaste utvärderade möten är {mean} av 4."
    )
    sentence = told.format(count=trend.count, mean=mean)
    if trend.before is None:
        return sentence
    compared = {
        1: QCoreApplication.translate("Evaluation", "Det är högre än för mötena före dem ({before})."),
        0: QCoreApplication.translate("Evaluation", "Det är ungefär som för mötena före dem ({before})."),
        -1: QCoreApplication.translate("Evaluation", "Det är lägre än för mötena före dem ({before})."),
    }[trend.direction]
    return f"{sentence} {compared.format(before=number(trend.before))}"


def number(value: float) -> str:
    """A mean with one decimal and a decimal comma."""
    return f"{value:.1f}".replace(".", ",")

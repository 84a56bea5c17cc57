"""The Swedish words of the notes: what kinds of outcome are called."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.capture import OutcomeKind
from desktop.domain.level import Party


def outcome_word(kind: OutcomeKind) -> str:
    """What a kind of outcome is called: "Beslut"."""
    return {
        OutcomeKind.DECISION: QCoreApplication.translate("Notes", "Beslut"),
        OutcomeKind.ACTION: QCoreApplication.translate("Notes", "Åtgärd"),
        OutcomeKind.INFORMATION: QCoreApplication.translate("Notes", "Information"),
    }[kind]


def removed_words(kind: OutcomeKind) -> str:
    """What is said when one has been removed."""
    return {
        OutcomeKind.DECISION: QCoreApplication.translate("Notes", "Beslutet är borttaget."),
        OutcomeKind.ACTION: QCoreApplication.translate("Notes", "Åtgärden är borttagen."),
        OutcomeKind.INFORMATION: QCoreApplication.translate("Notes", "Informationen är borttagen."),
    }[kind]


def added_words(kind: OutcomeKind) -> str:
    """What is said when one has been added."""
    return {
        OutcomeKind.DECISION: QCoreApplication.translate("Notes", "Beslutet är sparat."),
        OutcomeKind.ACTION: QCoreApplication.translate("Notes", "Åtgärden är sparad."),
        OutcomeKind.INFORMATION: QCoreApplication.translate("Notes", "Informationen är sparad."),
    }[kind]


def side_word(party: Party) -> str:
    """A side in a narrow place: "SSC"."""
    return {
        Party.AGENCY: QCoreApplication.translate("Notes", "Vi"),
        Party.SSC: QCoreApplication.translate("Notes", "SSC"),
    }[party]

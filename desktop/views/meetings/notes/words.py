"""The Swedish words of the notes: what kinds of outcome are called, and an outcome as a line."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Party
from desktop.domain.meetings.capture import OutcomeKind
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.note_sheet import Outcome, kind_of


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


def outcome_line(outcome: Outcome) -> str:
    """An outcome as a line of text; an action with who does it, and by when."""
    said = f"{outcome_word(kind_of(outcome))}: {outcome.text}"
    if not isinstance(outcome, Action):
        return said
    more = [outcome.owner or side_word(outcome.party), outcome.due_on.isoformat() if outcome.due_on else ""]
    return f"{said} ({', '.join(word for word in more if word)})"

"""The Swedish words of escalation."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Level


def escalate_words(level: Level) -> str:
    """The next step upwards, as a verb."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "Eskalera till operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Matters", "Eskalera till taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "Eskalera till strategisk nivå"),
    }[level]


def return_words(level: Level) -> str:
    """The way back, as a verb."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "Återför till operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Matters", "Återför till taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "Återför till strategisk nivå"),
    }[level]


def taken_words(level: Level, *, is_return: bool) -> str:
    """What has happened, for the message bar."""
    up = {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "Ärendet är eskalerat till operativ nivå."),
        Level.TACTICAL: QCoreApplication.translate("Matters", "Ärendet är eskalerat till taktisk nivå."),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "Ärendet är eskalerat till strategisk nivå."),
    }
    down = {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "Ärendet är återfört till operativ nivå."),
        Level.TACTICAL: QCoreApplication.translate("Matters", "Ärendet är återfört till taktisk nivå."),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "Ärendet är återfört till strategisk nivå."),
    }
    return (down if is_return else up)[level]

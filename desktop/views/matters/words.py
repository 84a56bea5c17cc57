"""The Swedish words of the register of matters."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Level
from desktop.domain.matter import Grade, Matter, MatterKind, MatterStatus


def kind_word(kind: MatterKind) -> str:
    """The kind of a matter: "Leveransbrist"."""
    return {
        MatterKind.QUESTION: QCoreApplication.translate("Matters", "Fråga"),
        MatterKind.DEFICIENCY: QCoreApplication.translate("Matters", "Leveransbrist"),
        MatterKind.INCIDENT: QCoreApplication.translate("Matters", "Incident"),
        MatterKind.RISK: QCoreApplication.translate("Matters", "Risk"),
    }[kind]


def grade_word(grade: Grade) -> str:
    """The grade of an incident: "Betydande" (R21)."""
    return {
        Grade.SERIOUS: QCoreApplication.translate("Matters", "Allvarlig"),
        Grade.SIGNIFICANT: QCoreApplication.translate("Matters", "Betydande"),
        Grade.MODERATE: QCoreApplication.translate("Matters", "Måttlig"),
        Grade.NEGLIGIBLE: QCoreApplication.translate("Matters", "Försumbar"),
    }[grade]


def status_word(status: MatterStatus) -> str:
    """Whether a matter is open: "Öppet"."""
    return {
        MatterStatus.OPEN: QCoreApplication.translate("Matters", "Öppet"),
        MatterStatus.CLOSED: QCoreApplication.translate("Matters", "Avslutat"),
    }[status]


def level_phrase(level: Level) -> str:
    """A level inside a sentence: "på taktisk nivå"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "på operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Matters", "på taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "på strategisk nivå"),
    }[level]


def summary(matter: Matter, area_name: str) -> str:
    """The line of facts below a title: "2026-014 · Incident, betydande · Lön"."""
    kind = kind_word(matter.kind)
    if matter.grade is not None:
        kind = f"{kind}, {grade_word(matter.grade).lower()}"
    parts = [matter.number, kind, area_name]
    if not matter.is_open:
        parts.append(status_word(matter.status))
    return " · ".join(part for part in parts if part)

"""The Swedish words of the register of matters."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter
from desktop.views.wording import grade_word, matter_kind_word, matter_status_word


def level_phrase(level: Level) -> str:
    """A level inside a sentence: "på taktisk nivå"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Matters", "på operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Matters", "på taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Matters", "på strategisk nivå"),
    }[level]


def levels_phrase(levels: frozenset[Level]) -> str:
    """The levels of a forum inside a sentence: "på operativ och taktisk nivå"."""
    if len(levels) == 1:
        return level_phrase(*levels)
    return QCoreApplication.translate("Matters", "på operativ och taktisk nivå")


def summary(matter: Matter, area_name: str) -> str:
    """The line of facts below a title: "2026-014 · Incident, betydande · Lön"."""
    kind = matter_kind_word(matter.kind)
    if matter.grade is not None:
        kind = f"{kind}, {grade_word(matter.grade).lower()}"
    parts = [matter.number, kind, area_name]
    if not matter.is_open:
        parts.append(matter_status_word(matter.status))
    return " · ".join(part for part in parts if part)

"""Which matters the list shows, and how they are found in the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import ALL_LEVELS
from desktop.domain.matters.matter import MatterSearch
from desktop.views.matters.words import levels_phrase

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop.domain.level import Level
    from desktop.domain.matters.matter import Matter, MatterKind
    from desktop.services.agreements import Agreements
    from desktop.services.matters.matters import Matters

LIMIT = 500
"""How many matters the list shows at most, the newest ones."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """The matters behind a repeated deficiency: their service area and the day they were counted (R23)."""

    area_id: UUID | None
    day: date


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which matters the list shows; a repetition shows its matters whether they are open or not."""

    open_only: bool = True
    levels: frozenset[Level] = ALL_LEVELS
    repetition: Repetition | None = None
    kind: MatterKind | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The matters of a narrowing, how many it has in all, whether the register has any, and the service areas."""

    narrowing: Narrowing
    matters: tuple[Matter, ...]
    count: int
    any_at_all: bool
    area_names: dict[UUID, str]

    def words(self) -> str:
        """What the list is narrowed to, beside open or all; empty when it is not."""
        repetition, levels = self.narrowing.repetition, self.narrowing.levels
        if repetition is not None:
            area = self.area_names.get(repetition.area_id, "") if repetition.area_id else ""
            if not area:
                return QCoreApplication.translate("Matters", "Upprepad leveransbrist")
            return QCoreApplication.translate("Matters", "Upprepad leveransbrist: {area}").format(area=area)
        if levels != ALL_LEVELS:
            return QCoreApplication.translate("Matters", "Bara {level}").format(level=levels_phrase(levels))
        return ""

    def emptiness(self) -> tuple[str, str]:
        """What to say when there is nothing to show: a title and a sentence."""
        if not self.any_at_all:
            return (
                QCoreApplication.translate("Matters", "Inga ärenden ännu"),
                QCoreApplication.translate(
                    "Matters",
                    "Här samlas frågor, leveransbrister, incidenter och risker. Börja med er ärendelista.",
                ),
            )
        if self.words() or self.narrowing.kind is not None or self.narrowing.words:
            return (
                QCoreApplication.translate("Matters", "Inga ärenden här"),
                QCoreApplication.translate("Matters", "Inget ärende hör till det som listan visar."),
            )
        return (
            QCoreApplication.translate("Matters", "Inga öppna ärenden"),
            QCoreApplication.translate("Matters", "Alla ärenden i registret är avslutade."),
        )


def find(narrowing: Narrowing, matters: Matters, agreements: Agreements) -> Found:
    """Read the matters of a narrowing from the register."""
    names = {area.id: area.name for area in agreements.areas()}
    if narrowing.repetition is not None:
        behind = matters.in_repetition(narrowing.repetition.area_id, narrowing.repetition.day)
        return Found(narrowing, behind, len(behind), True, names)
    wanted = MatterSearch(narrowing.kind, narrowing.words)
    rows = matters.rows(open_only=narrowing.open_only, levels=narrowing.levels, limit=LIMIT, search=wanted)
    count = len(rows)
    if count == LIMIT:
        count = matters.count(open_only=narrowing.open_only, levels=narrowing.levels, search=wanted)
    any_at_all = bool(rows) or matters.count(open_only=False) > 0
    return Found(narrowing, rows, count, any_at_all, names)

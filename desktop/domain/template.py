"""Templates of agendas: copied into a meeting, never linked to it."""

from dataclasses import dataclass
from uuid import UUID

from desktop.domain.agenda import ItemKind, PresenterRole
from desktop.domain.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateItem:
    """One item of a template."""

    title: str
    kind: ItemKind = ItemKind.INFORMATION
    presenter_role: PresenterRole = PresenterRole.US
    minutes: int = 10
    wanted_outcome: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An agenda to begin with, for the forum of a level or for Kundråd."""

    id: UUID
    name: str
    level: Level
    is_council: bool = False
    items: tuple[TemplateItem, ...] = ()

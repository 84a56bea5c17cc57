"""Templates of agendas: copied into a meeting, never linked to it."""

from dataclasses import dataclass
from uuid import UUID

from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import ItemKind, PresenterRole

NAME_LENGTH = 80
"""The longest name of a template, in characters."""

FROM_TEMPLATE = "template:"
"""How the origin of an item begins that a template has put on an agenda; its standing topic follows, if it has one."""


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

    @property
    def is_shipped(self) -> bool:
        """Whether it comes with the program: it can be used and not be changed."""
        return False

    def suits(self, forum: Forum) -> bool:
        """Whether it was made for a forum: the same one, or one of its levels before a decision on levels (R1)."""
        return self.is_council == forum.is_council and (forum.is_council or self.level in forum.levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTemplate(Template):
    """A template that comes with the program, for one forum."""

    forum: Forum

    @property
    def is_shipped(self) -> bool:
        """Whether it comes with the program, as it does."""
        return True

    def suits(self, forum: Forum) -> bool:
        """Whether it is the one of a forum."""
        return self.forum is forum

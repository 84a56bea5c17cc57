"""What a list of matters, ärendelista, said, before it meets the register (R19–R24)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.contacts.contact_list import LeftOutRow
from desktop.domain.importing import Problem
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMatter:
    """A matter as listed; what the list does not say is empty.

    ``grade_read`` is the word in the description that the grade was read from.
    """

    row: int
    number: str
    title: str
    kind: MatterKind | None = None
    level: Level | None = None
    reported_on: date | None = None
    description: str = ""
    area: str = ""
    status: MatterStatus | None = None
    cost: Money | None = None
    support_case: str = ""
    grade: Grade | None = None
    grade_read: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterList:
    """A whole list of matters."""

    file_name: str
    matters: tuple[ListedMatter, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
    problems: tuple[Problem, ...] = ()

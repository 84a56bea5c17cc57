"""What a matter is connected to: meetings, decisions, actions, orders, persons and other matters (R19)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class LinkKind(StrEnum):
    """What is linked."""

    MATTER = "matter"
    MEETING = "meeting"
    DECISION = "decision"
    ACTION = "action"
    ORDER = "order"
    CONTACT = "contact"


class LinkRole(StrEnum):
    """How the other end stands to the matter."""

    RELATED = "related"
    EVIDENCE = "evidence"
    SPLIT_FROM = "split_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLink:
    """A link from a matter to something else in the register; it is seen from both ends."""

    id: UUID
    matter_id: UUID
    kind: LinkKind
    target_id: UUID
    role: LinkRole = LinkRole.RELATED
    linked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """That a matter became another kind: a risk an incident, an incident a deficiency. All it had stays."""

    id: UUID
    matter_id: UUID
    from_kind: str
    to_kind: str
    converted_on: date
    reason: str = ""

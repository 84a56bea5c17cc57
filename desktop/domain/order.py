"""Orders of services, at the depth the agenda needs: what waits for a forum (R30–R35)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desktop.domain.level import Level
from desktop.domain.money import Money


class OrderKind(StrEnum):
    """The three kinds (R30)."""

    SPECIAL_SERVICE = "special_service"
    ADDITIONAL_SERVICE = "additional_service"
    SERVICE_CHANGE = "service_change"


class OrderState(StrEnum):
    """How far an order has come (R35)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    QUOTED = "quoted"
    IN_PROGRESS = "in_progress"
    DELIVERED = "delivered"
    SUPPLEMENT_DRAFTED = "supplement_drafted"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class ForumNeed(StrEnum):
    """What an order waits for that a forum can give (R8)."""

    CONSULTATION = "consultation"
    QUOTE_DECISION = "quote_decision"
    APPROVAL = "approval"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order of a service."""

    id: UUID
    number: str
    kind: OrderKind
    title: str
    state: OrderState = OrderState.DRAFT
    area_id: UUID | None = None
    value: Money | None = None
    consulted: bool = False

    def need(self) -> ForumNeed | None:
        """What it waits for: consultation (R30), a decision on a quote (R31), approval (R33) or supplement (R34)."""
        match self.state:
            case OrderState.DRAFT if self.kind is not OrderKind.SPECIAL_SERVICE and not self.consulted:
                return ForumNeed.CONSULTATION
            case OrderState.QUOTED:
                return ForumNeed.QUOTE_DECISION
            case OrderState.DELIVERED if self.kind is OrderKind.SPECIAL_SERVICE:
                return ForumNeed.APPROVAL
            case OrderState.SUPPLEMENT_DRAFTED:
                return ForumNeed.SUPPLEMENT
            case _:
                return None

    def forums(self) -> frozenset[Level]:
        """The levels where what it waits for belongs.

        An additional service is ordered in consultation with the operational or tactical level, a change begins at
        the tactical one (R30); the agreement as a whole, and so supplements and quotes, is tactical (R2).
        """
        match self.need():
            case None:
                return frozenset()
            case ForumNeed.CONSULTATION if self.kind is OrderKind.ADDITIONAL_SERVICE:
                return frozenset({Level.OPERATIONAL, Level.TACTICAL})
            case ForumNeed.APPROVAL:
                return frozenset({Level.OPERATIONAL})
            case _:
                return frozenset({Level.TACTICAL})

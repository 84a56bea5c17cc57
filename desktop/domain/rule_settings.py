"""The numbers in the rules that an agency may set for itself."""

from dataclasses import dataclass
from uuid import UUID

RULE_LIMITS = {"stale_after_months": range(1, 61), "right_warning_days": range(1, 366)}
"""What each number may be; the names are those of ``RuleSettings``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """One number that the agency has set; ``name`` is the field of ``RuleSettings``."""

    id: UUID
    name: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """The numbers in force.

    Attributes:
        stale_after_months: After how many months a contact needs to be confirmed again (R17).
        right_warning_days: How many days before its end a right to order is warned about (R32).
    """

    stale_after_months: int = 12
    right_warning_days: int = 60

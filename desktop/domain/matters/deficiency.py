"""What is kept of a deficiency beside the matter: the promise, the party that failed, the cost and its split (R22)."""

import re
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.level import Party
from desktop.domain.money import Money

_WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Deficiency:
    """The particulars of a deficiency; its cost in kronor is the matter's.

    That the party that failed bears the cost is where the parties start, not a verdict (section 3.4).

    Attributes:
        type: What kind of deficiency it is, in the agency's own words; repetition looks at the same type (R23).
        promise: Which promise was not kept.
        minutes: Extra work, in minutes.
        proposed_ssc_percent: How much of the cost SSC should bear by our proposal.
        agreed_ssc_percent: How much SSC bears as agreed.
        decision_id: The decision on the split.
    """

    id: UUID
    matter_id: UUID
    type: str = ""
    promise: str = ""
    failing_party: Party | None = None
    minutes: int | None = None
    proposed_ssc_percent: int | None = None
    agreed_ssc_percent: int | None = None
    decision_id: UUID | None = None
    cost_basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaYear:
    """What the deficiencies of one service area came to in one year.

    Attributes:
        area: The name of the area; empty for those without one.
        count: How many there were, by the day they were reported.
        cost: What they cost together, as far as that is known.
        minutes: Extra work together, in minutes.
    """

    year: int
    area: str
    count: int
    cost: Money
    minutes: int


def shares(cost: Money, ssc_percent: int) -> tuple[Money, Money]:
    """What the agency and SSC bear of a cost, to the öre and together exactly the cost; half an öre falls on SSC."""
    ssc = Money((cost.ore * ssc_percent * 2 + 100) // 200)
    return Money(cost.ore - ssc.ore), ssc


def parse_percent(written: str) -> int:
    """Read a share, ``75`` or ``75 %``, as whole percent of 0 to 100.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    plain = written.strip().removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,3}", plain) or int(plain) > _WHOLE:
        raise ValueError(f"”{written.strip()}” är inte en andel i hela procent, från 0 till 100.")
    return int(plain)


def parse_hours(written: str) -> int:
    """Read a time of work, ``1,5``, ``1:30`` or ``2 tim``, as minutes.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    plain = re.sub(r"\s*(?:tim|timmar|timme|h)\.?$", "", written.strip().lower())
    if match := re.fullmatch(r"(\d{1,4}):([0-5]\d)", plain):
        return 60 * int(match[1]) + int(match[2])
    if match := re.fullmatch(r"(\d{1,4})(?:[.,](\d{1,2}))?", plain):
        return 60 * int(match[1]) + round(int((match[2] or "0").ljust(2, "0")) * 60 / 100)
    raise ValueError(f"”{written.strip()}” är inte en tid i timmar, till exempel 1,5 eller 1:30.")


def hours_words(minutes: int) -> str:
    """``1:30``: hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"

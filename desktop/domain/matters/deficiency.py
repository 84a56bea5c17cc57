"""What is kept of a deficiency beside the matter: the promise, the party that failed, the cost and its split (R22)."""

from dataclasses import dataclass
from uuid import UUID

from desktop.domain.level import Party


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

"""What is kept of a risk beside the matter: cause, event, consequence and how grave it is (R24)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """The particulars of a risk; ``probability`` and ``impact`` are 1 to 4, or nothing until they are judged."""

    id: UUID
    matter_id: UUID
    cause: str = ""
    event: str = ""
    consequence: str = ""
    probability: int | None = None
    impact: int | None = None
    operational_answer: str = ""
    tactical_answer: str = ""

    @property
    def magnitude(self) -> int | None:
        """Probability times impact, 1 to 16."""
        return self.probability * self.impact if self.probability and self.impact else None

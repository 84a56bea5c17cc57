"""What meetings leave behind: decisions and actions of either party (model, section 1.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.level import Level, Party

LONGEST_TEXT = 1000
"""The longest wording of a decision, an action, an information or a result, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a forum decided, and when it should be looked at again.

    ``item_id`` is the item it was made under, ``replaces_id`` the decision it takes the place of, ``source_document``
    where the wording stands, with its page.
    """

    id: UUID
    meeting_id: UUID | None
    level: Level
    text: str
    decided_on: date
    review_on: date | None = None
    item_id: UUID | None = None
    decided_by: str = ""
    valid_until: date | None = None
    source_document: str = ""
    replaces_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a party has undertaken to do; done needs a short result."""

    id: UUID
    meeting_id: UUID | None
    level: Level
    text: str
    party: Party
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""
    item_id: UUID | None = None

    def overdue(self, day: date) -> bool:
        """Whether it should have been done before that day and is not."""
        return self.done_on is None and self.due_on is not None and self.due_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """What a meeting was told and somebody has to know (R25)."""

    id: UUID
    meeting_id: UUID | None
    level: Level
    text: str
    item_id: UUID | None = None

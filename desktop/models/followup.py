"""How actions, decisions and information are kept."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.models.base import Kept, Record, refers_to


class ActionRecord(Kept[Action], Record):
    """Something a party has undertaken to do; it outlives the meeting it came from."""

    __tablename__ = "action"
    __table_args__ = (Index(None, "done_on", "level", "due_on"),)
    news: ClassVar[str] = "action"

    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    level: Mapped[Level]
    text: Mapped[str]
    party: Mapped[Party]
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")
    item_id: Mapped[UUID | None] = refers_to("agenda_item.id")

    def to_value(self) -> Action:
        """The action."""
        return Action(**self.same(Action))


class DecisionRecord(Kept[Decision], Record):
    """What a forum decided; it outlives the meeting it came from."""

    __tablename__ = "decision"
    news: ClassVar[str] = "decision"

    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    level: Mapped[Level]
    text: Mapped[str]
    decided_on: Mapped[date] = mapped_column(index=True)
    review_on: Mapped[date | None]
    item_id: Mapped[UUID | None] = refers_to("agenda_item.id")
    decided_by: Mapped[str] = mapped_column(default="")
    valid_until: Mapped[date | None]
    source_document: Mapped[str] = mapped_column(default="")
    replaces_id: Mapped[UUID | None] = refers_to("decision.id")

    def to_value(self) -> Decision:
        """The decision."""
        return Decision(**self.same(Decision))


class InformationRecord(Kept[Information], Record):
    """What a meeting was told; it outlives the meeting it came from (R25)."""

    __tablename__ = "information"
    news: ClassVar[str] = "information"

    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    level: Mapped[Level]
    text: Mapped[str]
    item_id: Mapped[UUID | None] = refers_to("agenda_item.id")

    def to_value(self) -> Information:
        """The information."""
        return Information(**self.same(Information))

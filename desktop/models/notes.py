"""How notes, their fixed versions, the check of SSC's notes, evaluations and surveys are kept (R12–R14)."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.meetings.notes import Evaluation, ItemNote, NotesCheck, NotesVersion, Survey, Verdict
from desktop.models.base import Kept, Record, refers_to


class ItemNoteRecord(Kept[ItemNote], Record):
    """What was said under an item: a table of its own, so that typing notes never rewrites the agenda."""

    __tablename__ = "item_note"
    news: ClassVar[str] = "note"
    parent: ClassVar[str | None] = "item_id"

    item_id: Mapped[UUID] = refers_to("agenda_item.id", unique=True)
    text: Mapped[str]

    def to_value(self) -> ItemNote:
        """The note."""
        return ItemNote(**self.same(ItemNote))


class NotesVersionRecord(Kept[NotesVersion], Record):
    """A fixed version of a meeting's notes; ``FIXED_NOTES`` keeps its content from being changed (R12)."""

    __tablename__ = "notes_version"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)
    news: ClassVar[str] = "notes_version"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    number: Mapped[int]
    finalised_at: Mapped[datetime]
    finalised_by: Mapped[str]
    content: Mapped[str]
    digest: Mapped[str]
    reopened_at: Mapped[datetime | None]
    reopened_reason: Mapped[str] = mapped_column(default="")

    def to_value(self) -> NotesVersion:
        """The version."""
        return NotesVersion(**self.same(NotesVersion))


class NotesCheckRecord(Kept[NotesCheck], Record):
    """The check of one item in SSC's notes (R13)."""

    __tablename__ = "notes_check"
    __table_args__ = (UniqueConstraint("meeting_id", "item_id"),)
    news: ClassVar[str] = "notes_check"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    item_id: Mapped[UUID | None] = refers_to("agenda_item.id")
    verdict: Mapped[Verdict]
    comment: Mapped[str] = mapped_column(default="")

    def to_value(self) -> NotesCheck:
        """The check."""
        return NotesCheck(**self.same(NotesCheck))


class EvaluationRecord(Kept[Evaluation], Record):
    """The liaison's own evaluation of a meeting (R14)."""

    __tablename__ = "evaluation"
    news: ClassVar[str] = "evaluation"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", unique=True)
    made_on: Mapped[date]
    purpose: Mapped[int] = mapped_column(default=0)
    preparation: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[int] = mapped_column(default=0)
    time_well_spent: Mapped[int] = mapped_column(default=0)
    comment: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Evaluation:
        """The evaluation."""
        return Evaluation(**self.same(Evaluation))


class SurveyRecord(Kept[Survey], Record):
    """A survey that SSC sent after a meeting (R14)."""

    __tablename__ = "survey"
    news: ClassVar[str] = "survey"

    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    arrived_on: Mapped[date]
    answered_on: Mapped[date | None]
    answers: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Survey:
        """The survey."""
        return Survey(**self.same(Survey))


FIXED_NOTES = (
    "CREATE TRIGGER IF NOT EXISTS notes_version_fixed BEFORE UPDATE OF meeting_id, number, finalised_at, finalised_by, "
    "content, digest ON notes_version BEGIN SELECT RAISE(ABORT, 'finalised notes are fixed'); END"
)
"""What keeps the content of a finalised version as it was (R12); made again after migrations."""

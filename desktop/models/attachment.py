"""How attached files are kept: what is known of each as a record, the bytes beside it in pieces, once per content."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column, Integer, LargeBinary, String, Table
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.attachment import Attachment, AttachmentPurpose
from desktop.models.base import Kept, Record, refers_to


class AttachmentRecord(Kept[Attachment], Record):
    """An attached file; its bytes lie in ``CONTENT`` under its digest."""

    __tablename__ = "attachment"
    news: ClassVar[str] = "attachment"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    matter_id: Mapped[UUID | None] = refers_to("matter.id")
    entry_id: Mapped[UUID | None] = refers_to("matter_entry.id")
    name: Mapped[str]
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime]
    dated_on: Mapped[date]
    purpose: Mapped[AttachmentPurpose] = mapped_column(default=AttachmentPurpose.OTHER)
    received: Mapped[bool] = mapped_column(default=False)
    sender: Mapped[str] = mapped_column(default="")
    replaced_by: Mapped[UUID | None] = refers_to("attachment.id")

    def to_value(self) -> Attachment:
        """What is known of the file."""
        return Attachment(**self.same(Attachment))


CONTENT = Table(
    "attachment_content",
    Record.metadata,
    Column("digest", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("piece", LargeBinary, nullable=False),
)
"""The bytes of attached files in pieces; not a record, because history keeps no bytes and undo must find them again."""

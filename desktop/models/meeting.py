"""How meetings, their participants and the points SSC sent are kept (R4–R7)."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import (
    Attendance,
    Meeting,
    MeetingState,
    MeetingStep,
    Participant,
    ReceivedPoint,
    SecrecyMarking,
)
from desktop.models.base import Kept, Record, refers_to


class MeetingRecord(Kept[Meeting], Record):
    """A meeting; the secrecy marking (R37) is there when its date is."""

    __tablename__ = "meeting"
    __table_args__ = (Index(None, "level", "starts_at"),)
    news: ClassVar[str] = "meeting"

    title: Mapped[str]
    level: Mapped[Level]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    is_council: Mapped[bool] = mapped_column(default=False)
    series_id: Mapped[UUID | None] = refers_to("series.id")
    series_day: Mapped[date | None]
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    place: Mapped[str] = mapped_column(default="")
    convener: Mapped[Party] = mapped_column(default=Party.SSC)
    notes_by: Mapped[Party] = mapped_column(default=Party.SSC)
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    calendar_uid: Mapped[str] = mapped_column(default="", index=True)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    invitation: Mapped[str] = mapped_column(default="")
    own_registry_number: Mapped[str] = mapped_column(default="")
    ssc_registry_number: Mapped[str] = mapped_column(default="")
    secrecy_provision: Mapped[str] = mapped_column(default="")
    secrecy_marked_on: Mapped[date | None]
    secrecy_authority: Mapped[str] = mapped_column(default="")

    def take(self, value: Meeting) -> None:
        """Keep the meeting."""
        super().take(value)
        marking = value.secrecy
        self.secrecy_provision = marking.provision if marking else ""
        self.secrecy_marked_on = marking.marked_on if marking else None
        self.secrecy_authority = marking.authority if marking else ""

    def to_value(self) -> Meeting:
        """The meeting."""
        marking = None
        if self.secrecy_marked_on is not None:
            marking = SecrecyMarking(
                provision=self.secrecy_provision,
                marked_on=self.secrecy_marked_on,
                authority=self.secrecy_authority,
            )
        return Meeting(**self.same(Meeting), secrecy=marking)


class ParticipantRecord(Kept[Participant], Record):
    """Someone invited to a meeting."""

    __tablename__ = "participant"
    news: ClassVar[str] = "meeting"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id")
    contact_id: Mapped[UUID | None] = refers_to("contact.id")
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    party: Mapped[Party | None]
    title: Mapped[str] = mapped_column(default="")
    required: Mapped[bool] = mapped_column(default=True)
    item_id: Mapped[UUID | None] = refers_to("agenda_item.id")
    attendance: Mapped[Attendance] = mapped_column(default=Attendance.UNKNOWN)
    replaced_by: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Participant:
        """The participant."""
        return Participant(**self.same(Participant))


class ReceivedPointRecord(Kept[ReceivedPoint], Record):
    """A point of SSC's own agenda."""

    __tablename__ = "received_point"
    __table_args__ = (Index(None, "meeting_id", "number"),)
    news: ClassVar[str] = "meeting"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    number: Mapped[int]
    text: Mapped[str]

    def to_value(self) -> ReceivedPoint:
        """The point."""
        return ReceivedPoint(**self.same(ReceivedPoint))


class MeetingStepRecord(Kept[MeetingStep], Record):
    """A step of a meeting's life that has been taken (R5)."""

    __tablename__ = "meeting_step"
    __table_args__ = (UniqueConstraint("meeting_id", "state"),)
    news: ClassVar[str] = "meeting"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    state: Mapped[MeetingState]
    taken_on: Mapped[date]
    party: Mapped[Party]
    note: Mapped[str] = mapped_column(default="")

    def to_value(self) -> MeetingStep:
        """The step."""
        return MeetingStep(**self.same(MeetingStep))

"""How what keeps the contact list right is kept: notices, SSC's lists, told-apart pairs, checks, the log (R17, R18)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.contacts.contact_notice import ContactNotice, NoticeChannel
from desktop.domain.contacts.disposal import Disposal, DisposalKind
from desktop.domain.contacts.distinct_pair import DistinctPair
from desktop.domain.contacts.received_list import ColumnMapping, ReceivedList
from desktop.domain.contacts.roster_check import Roster, RosterCheck
from desktop.domain.rule_settings import RuleSetting
from desktop.models.base import Kept, Record, refers_to


class ContactNoticeRecord(Kept[ContactNotice], Record):
    """A change of contact to announce (R18)."""

    __tablename__ = "contact_notice"
    news: ClassVar[str] = "contact_notice"
    parent: ClassVar[str | None] = "contact_id"

    title: Mapped[str]
    effective_on: Mapped[date]
    made_on: Mapped[date]
    body: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[UUID | None] = refers_to("contact.id")
    successor_id: Mapped[UUID | None] = refers_to("contact.id")
    channel: Mapped[NoticeChannel | None]
    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    announced_on: Mapped[date | None] = mapped_column(index=True)
    reference: Mapped[str] = mapped_column(default="")
    known: Mapped[str] = mapped_column(default="")

    def to_value(self) -> ContactNotice:
        """The notice."""
        return ContactNotice(**self.same(ContactNotice))


class ReceivedListRecord(Kept[ReceivedList], Record):
    """A contact list that SSC sent (R17)."""

    __tablename__ = "received_list"
    news: ClassVar[str] = "received_list"

    file_name: Mapped[str]
    read_on: Mapped[date] = mapped_column(index=True)
    content: Mapped[str]
    version_on: Mapped[date | None]

    def to_value(self) -> ReceivedList:
        """The list."""
        return ReceivedList(**self.same(ReceivedList))


class ColumnMappingRecord(Kept[ColumnMapping], Record):
    """Which column means what in files with these headings."""

    __tablename__ = "column_mapping"
    news: ClassVar[str] = "column_mapping"

    headings: Mapped[str] = mapped_column(unique=True)
    columns: Mapped[str]

    def to_value(self) -> ColumnMapping:
        """The mapping."""
        return ColumnMapping(**self.same(ColumnMapping))


class DistinctPairRecord(Kept[DistinctPair], Record):
    """Two contacts that look alike and are not the same."""

    __tablename__ = "distinct_pair"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)
    news: ClassVar[str] = "distinct_pair"
    parent: ClassVar[str | None] = "first_id"

    first_id: Mapped[UUID] = refers_to("contact.id", index=False)
    second_id: Mapped[UUID] = refers_to("contact.id")

    def to_value(self) -> DistinctPair:
        """The pair."""
        return DistinctPair(**self.same(DistinctPair))


class RosterCheckRecord(Kept[RosterCheck], Record):
    """A check of a list (R17, R29)."""

    __tablename__ = "roster_check"
    news: ClassVar[str] = "roster_check"

    roster: Mapped[Roster]
    checked_on: Mapped[date]
    checked_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    def to_value(self) -> RosterCheck:
        """The check."""
        return RosterCheck(**self.same(RosterCheck))


class DisposalRecord(Kept[Disposal], Record):
    """An entry of the log of ended and anonymised contacts (R39)."""

    __tablename__ = "disposal"
    news: ClassVar[str] = "disposal"
    parent: ClassVar[str | None] = "contact_id"

    contact_id: Mapped[UUID] = refers_to("contact.id")
    kind: Mapped[DisposalKind]
    made_on: Mapped[date]
    basis: Mapped[str]
    made_by: Mapped[str] = mapped_column(default="")
    kept: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Disposal:
        """The entry."""
        return Disposal(**self.same(Disposal))


class RuleSettingRecord(Kept[RuleSetting], Record):
    """A number in the rules that the agency has set."""

    __tablename__ = "rule_setting"
    news: ClassVar[str] = "rule_setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[int]

    def to_value(self) -> RuleSetting:
        """The setting."""
        return RuleSetting(**self.same(RuleSetting))

"""How series of meetings and templates of agendas are kept (R4)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import ItemKind, PresenterRole
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.template import Template, TemplateItem
from desktop.models.base import Kept, Record, refers_to


class SeriesRecord(Kept[Series], Record):
    """A series; its meetings are records of their own."""

    __tablename__ = "series"
    news: ClassVar[str] = "series"

    title: Mapped[str]
    level: Mapped[Level]
    starts_on: Mapped[date]
    unit: Mapped[SeriesUnit] = mapped_column(default=SeriesUnit.MONTH)
    every: Mapped[int] = mapped_column(default=1)
    by_weekday: Mapped[bool] = mapped_column(default=True)
    ends_on: Mapped[date | None]
    starts_minute: Mapped[int] = mapped_column(default=9 * 60)
    minutes: Mapped[int] = mapped_column(default=90)
    is_council: Mapped[bool] = mapped_column(default=False)
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    place: Mapped[str] = mapped_column(default="")
    convener: Mapped[Party] = mapped_column(default=Party.SSC)
    notes_by: Mapped[Party] = mapped_column(default=Party.SSC)
    reason: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]
    review_on: Mapped[date | None]
    template_id: Mapped[UUID | None] = refers_to("template.id")

    def to_value(self) -> Series:
        """The series."""
        return Series(**self.same(Series))


class TemplateRecord(Kept[Template], Record):
    """A template of the agency's own; its items are records of their own."""

    __tablename__ = "template"
    news: ClassVar[str] = "template"

    name: Mapped[str]
    level: Mapped[Level]
    is_council: Mapped[bool] = mapped_column(default=False)

    def to_value(self, items: tuple[TemplateItem, ...] = ()) -> Template:
        """The template with the items that were read beside it."""
        return Template(**self.same(Template), items=items)


class TemplateItemRecord(Kept[TemplateItem], Record):
    """One item of a template."""

    __tablename__ = "template_item"
    __table_args__ = (Index(None, "template_id", "position"),)
    news: ClassVar[str] = "template"
    parent: ClassVar[str | None] = "template_id"

    template_id: Mapped[UUID] = refers_to("template.id", index=False)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.INFORMATION)
    presenter_role: Mapped[PresenterRole] = mapped_column(default=PresenterRole.US)
    minutes: Mapped[int] = mapped_column(default=10)
    wanted_outcome: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")

    def to_value(self) -> TemplateItem:
        """The item."""
        return TemplateItem(**self.same(TemplateItem))

"""How contacts, their assignments and their rights to order are kept (R15–R17, R32)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.domain.swedish_order import sort_key
from desktop.models.base import Kept, Record, refers_to


class ContactRecord(Kept[Contact], Record):
    """A person or a mailbox; ``sort_key`` gives Swedish order by family name."""

    __tablename__ = "contact"
    news: ClassVar[str] = "contact"
    derived: ClassVar[frozenset[str]] = frozenset({"sort_key"})

    party: Mapped[Party]
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    mobile: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    function_email: Mapped[str] = mapped_column(default="")
    deputy_id: Mapped[UUID | None] = refers_to("contact.id")
    notes: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    anonymised_on: Mapped[date | None]
    merged_into: Mapped[UUID | None] = refers_to("contact.id")
    sort_key: Mapped[str] = mapped_column(default="", index=True)

    def derive(self) -> None:
        """Keep Swedish order by family name, then given name."""
        self.sort_key = sort_key(self.family_name or "", self.given_name or "")

    def to_value(
        self,
        assignments: tuple[Assignment, ...] = (),
        orderer_rights: tuple[AuthorisedOrderer, ...] = (),
        former: tuple[Contact, ...] = (),
    ) -> Contact:
        """The contact with the assignments, the rights and those merged into it that were read beside it."""
        return Contact(**self.same(Contact), assignments=assignments, orderer_rights=orderer_rights, former=former)


class AssignmentRecord(Kept[Assignment], Record):
    """A role held by a person."""

    __tablename__ = "assignment"
    news: ClassVar[str] = "contact"
    parent: ClassVar[str | None] = "contact_id"

    contact_id: Mapped[UUID] = refers_to("contact.id")
    level: Mapped[Level | None]
    function: Mapped[str] = mapped_column(default="")
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    def to_value(self) -> Assignment:
        """The assignment."""
        return Assignment(**self.same(Assignment))


class AuthorisedOrdererRecord(Kept[AuthorisedOrderer], Record):
    """A person's right to order (R32); ``limit_ore`` is its limit in öre."""

    __tablename__ = "authorised_orderer"
    news: ClassVar[str] = "contact"
    parent: ClassVar[str | None] = "contact_id"

    contact_id: Mapped[UUID] = refers_to("contact.id")
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    kind: Mapped[OrderKind | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    limit_ore: Mapped[int | None]
    evidence: Mapped[str] = mapped_column(default="")

    def take(self, value: AuthorisedOrderer) -> None:
        """Keep the right."""
        super().take(value)
        self.limit_ore = None if value.limit is None else value.limit.ore

    def to_value(self) -> AuthorisedOrderer:
        """The right to order."""
        limit = None if self.limit_ore is None else Money(self.limit_ore)
        return AuthorisedOrderer(**self.same(AuthorisedOrderer), limit=limit)

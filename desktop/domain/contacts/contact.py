"""Persons and the roles they hold; a person is not a role (R15–R18)."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind

FUNCTIONS = ("Verksjurist", "Informationsansvarig", "Dataskyddsombud", "Kundsupport")
"""The functions outside the levels that the model names (R16); the list may grow."""


def valid_on(starts_on: date | None, ends_on: date | None, day: date) -> bool:
    """Whether a period, open where an end is unknown, covers the day; both ends are included."""
    return (starts_on is None or starts_on <= day) and (ends_on is None or day <= ends_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A role held by a person: a level in a service area, or a function (R15, R16).

    Exactly one of ``level`` and ``function`` says which. No ``area`` means every area.
    """

    id: UUID
    contact_id: UUID
    level: Level | None = None
    function: str = ""
    area_id: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether the role was held that day; both ends are included."""
        return valid_on(self.starts_on, self.ends_on, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisedOrderer:
    """The right to order: its area and kind, its time, its limit and the evidence for it (R32).

    No ``area_id`` means every area, no ``kind`` every kind of order, no ``limit`` any value.
    """

    id: UUID
    contact_id: UUID
    area_id: UUID | None = None
    kind: OrderKind | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    limit: Money | None = None
    evidence: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether the right holds that day."""
        return valid_on(self.starts_on, self.ends_on, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person, or a mailbox of a function, at either party.

    Phone numbers are kept as they were written. A contact that has left is ended, and may be anonymised (R39); one
    that turned out to be someone else in the list is merged into them and leads there.

    Attributes:
        function_email: The mailbox of the function that the person answers for.
        deputy_id: Who answers when this contact cannot.
        confirmed_on: When someone last said that the particulars are right (R17).
        merged_into: The contact that has taken over everything this one had.
        former: Those who were merged into this one, as they were; their names and addresses are signs of it still.
    """

    id: UUID
    party: Party
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    function_email: str = ""
    deputy_id: UUID | None = None
    notes: str = ""
    confirmed_on: date | None = None
    ended_on: date | None = None
    anonymised_on: date | None = None
    merged_into: UUID | None = None
    assignments: tuple[Assignment, ...] = ()
    orderer_rights: tuple[AuthorisedOrderer, ...] = ()
    former: tuple["Contact", ...] = ()

    @property
    def name(self) -> str:
        """Given name and family name, or what stands for them when a function has only a mailbox."""
        full = f"{self.given_name} {self.family_name}".strip()
        functions = ", ".join(a.function for a in self.assignments if a.function)
        return full or functions or self.title or self.email

    @property
    def is_mailbox(self) -> bool:
        """Whether this is a mailbox of a function rather than a person."""
        return not (self.given_name or self.family_name)


def comparable_email(written: str) -> str:
    """The address as compared: without surrounding space, in lower case."""
    return written.strip().lower()


def comparable_phone(written: str) -> str:
    """The number as compared: digits with the country's prefix, ``+46 (0)26 12`` as ``+462612`` (R17)."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    if digits.startswith("00"):
        return "+" + digits[2:]
    return "+46" + digits[1:] if digits.startswith("0") else digits


def comparable_name(given: str, family: str) -> str:
    """The name as compared: folded case and single spaces; å, ä and ö stay letters of their own."""
    return " ".join(f"{given} {family}".casefold().split())

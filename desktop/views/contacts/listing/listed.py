"""One line of the list: what its columns say on a day, what it is ordered by and what it is found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.contact import comparable_phone
from desktop.domain.contacts.contact_matrix import holds, may_order
from desktop.domain.contacts.freshness import is_stale
from desktop.domain.dates import in_prose
from desktop.domain.swedish_order import folded, sort_key
from desktop.views.contacts.matrix.words import areas_phrase, orderer_word
from desktop.views.contacts.words import level_noun, period_words
from desktop.views.parts.marks import level_word
from desktop.views.wording import side_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact import Assignment, Contact
    from desktop.domain.level import Level
    from desktop.views.contacts.words import AreaNames

NAME, PARTY, ROLES, PHONE, EMAIL, CONFIRMED = range(6)


def headings() -> tuple[str, ...]:
    """What stands above the columns."""
    return (
        QCoreApplication.translate("Contacts", "Namn"),
        QCoreApplication.translate("Contacts", "Part"),
        QCoreApplication.translate("Contacts", "Uppdrag"),
        QCoreApplication.translate("Contacts", "Telefon"),
        QCoreApplication.translate("Contacts", "E-post"),
        QCoreApplication.translate("Contacts", "Bekräftad"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A contact as listed on a day.

    Attributes:
        cells: A text for each column.
        keys: What each column is ordered by, in Swedish order; the name decides where they are equal.
        text: Everything one can be found by, folded, one thing to a line.
        levels: The levels that are held that day.
        area_ids: The service areas of those; none for who holds a level for all of them.
        is_ended: Whether the contact has been ended before that day.
        is_stale: Whether the particulars need to be confirmed again today (R17).
    """

    contact: Contact
    cells: tuple[str, ...]
    keys: tuple[str, ...]
    text: str
    levels: frozenset[Level]
    area_ids: frozenset[UUID | None]
    has_role: bool
    is_ended: bool
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list is made for: the day asked about, and what day it is."""

    areas: AreaNames
    day: date
    today: date
    stale_after_months: int

    def of(self, contacts: Iterable[Contact]) -> tuple[Listed, ...]:
        """The lines of everyone."""
        return tuple(self._listed(contact) for contact in contacts)

    def _listed(self, contact: Contact) -> Listed:
        held = [role for role in contact.assignments if holds(contact, role, self.day)]
        confirmed = contact.confirmed_on.isoformat() if contact.confirmed_on else ""
        stale = is_stale(contact, self.today, self.stale_after_months)
        said = confirmed or (QCoreApplication.translate("Contacts", "Aldrig") if stale else "")
        ended = contact.ended_on is not None and contact.ended_on < self.day
        roles = " · ".join(self._roles(contact, held, ended=ended))
        phone = contact.phone or contact.mobile
        email = contact.email or contact.function_email
        side = side_word(contact.party)
        levels = frozenset(role.level for role in held if role.level)
        return Listed(
            contact=contact,
            cells=(contact.name, side, roles, phone, email, said),
            keys=(
                sort_key(contact.family_name or contact.name, contact.given_name),
                sort_key(side),
                sort_key(_rank(held), roles),
                comparable_phone(phone),
                sort_key(email),
                confirmed,
            ),
            text=_text(contact, roles, levels),
            levels=levels,
            area_ids=frozenset(role.area_id for role in held if role.level or role.area_id),
            has_role=bool(held),
            is_ended=ended,
            is_stale=stale,
        )

    def _roles(self, contact: Contact, held: Sequence[Assignment], *, ended: bool) -> Iterator[str]:
        if ended and contact.ended_on is not None:
            yield QCoreApplication.translate("Contacts", "Avslutad {day}").format(day=in_prose(contact.ended_on))
            return
        for what, areas in self._by_role(held).items():
            phrase = areas_phrase(areas, self.areas) if areas else ""
            yield f"{what}: {phrase}" if phrase else what
        coming = [role for role in contact.assignments if role.starts_on is not None and role.starts_on > self.day]
        if coming and not held:
            first = min(coming, key=lambda role: role.starts_on or self.day)
            yield f"{_what(first)} {period_words(first.starts_on, None)}"
        if may_order(contact, self.day):
            yield orderer_word()

    def _by_role(self, held: Iterable[Assignment]) -> Mapping[str, Sequence[UUID]]:
        """The roles with their areas, none for all areas, from the strategic level down and then the functions."""
        found: dict[str, set[UUID] | None] = {}
        for role in sorted(held, key=lambda role: -role.level.rank if role.level else 1):
            known = found.setdefault(_what(role), set())
            if role.area_id is None:
                found[_what(role)] = None
            elif known is not None:
                known.add(role.area_id)
        places = {area: place for place, area in enumerate(self.areas)}
        return {
            what: sorted(areas or (), key=lambda area: places.get(area, len(places))) for what, areas in found.items()
        }


def _text(contact: Contact, roles: str, levels: Iterable[Level]) -> str:
    said = (contact.name, contact.title, roles, contact.email, contact.function_email, *map(level_noun, levels))
    numbers = [number for number in (contact.phone, contact.mobile) if number]
    return "\n".join((*map(folded, (*said, *numbers)), *map(comparable_phone, numbers)))


def _what(role: Assignment) -> str:
    return level_word(role.level) if role.level else role.function


def _rank(held: Iterable[Assignment]) -> str:
    """The strategic level before the others, those before functions, and nobody without a role before any of them."""
    return min((str(2 - role.level.rank) if role.level else "3" for role in held), default="4")

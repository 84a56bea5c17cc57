"""Contacts as visiting cards, visitkort, of version 4.0 or 3.0 (RFC 6350, RFC 2426).

The same input gives the same bytes. Our own notes, the evidence of a right to order and when somebody was confirmed
never leave in a card: it is for those who want to reach a person. What stands in the register is made plain on one line
and escaped, so that no text can become a property of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_export import CardVersion
from desktop.domain.level import Party
from desktop.domain.vocabulary import LEVEL
from desktop.exchange.plain_text import plain_line
from desktop.exchange.vcard_in import FUNCTION_MAILBOX, PARTY, RIGHT, ROLE

_PRODUCT = "-//Samverkan//Samverkan//SV"
_LONGEST = 75
"""The most octets of a line before it is folded (RFC 6350, section 3.2)."""

AreaNames = Mapping[UUID, str]


def visiting_cards(
    contacts: Sequence[Contact],
    version: CardVersion,
    *,
    organisations: Mapping[Party, str],
    areas: AreaNames,
    stamp: datetime,
) -> bytes:
    """A card of each contact, one after the other, as the bytes of a ``.vcf`` file.

    Args:
        contacts: Whom to make cards of.
        version: Which version.
        organisations: The name of each party.
        areas: The names of the service areas.
        stamp: When the cards are made, in UTC.
    """
    lines = (
        line
        for contact in contacts
        for line in _card(contact, version, organisations.get(contact.party, ""), areas, stamp)
    )
    return b"".join(_folded(line) for line in lines)


def _card(
    contact: Contact, version: CardVersion, organisation: str, areas: AreaNames, stamp: datetime
) -> Iterator[str]:
    is_current = version is CardVersion.CURRENT
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"PRODID:{_PRODUCT}"
    yield f"UID:urn:uuid:{contact.id}"
    yield f"REV:{stamp:%Y%m%dT%H%M%SZ}" if is_current else f"REV:{stamp:%Y-%m-%dT%H:%M:%SZ}"
    yield f"N:{_structured(contact.family_name, contact.given_name, '', '', '')}"
    yield f"FN:{_escaped(_shown(contact))}"
    yield from _said("ORG", organisation)
    yield from _said("TITLE", contact.title)
    yield from _said("TEL;TYPE=work" if is_current else "TEL;TYPE=work,voice", contact.phone)
    yield from _said("TEL;TYPE=work,cell" if is_current else "TEL;TYPE=work,cell,voice", contact.mobile)
    yield from _said("EMAIL;PREF=1;TYPE=work" if is_current else "EMAIL;TYPE=internet,work,pref", contact.email)
    if contact.function_email:
        yield f"item1.EMAIL;TYPE={'work' if is_current else 'internet,work'}:{_escaped(contact.function_email)}"
        yield f"item1.X-ABLabel:{FUNCTION_MAILBOX}"
    yield from _categories(contact)
    yield f"{PARTY}:{contact.party}"
    for role in contact.assignments:
        yield f"{ROLE}:{_role(role, areas)}"
    for right in contact.orderer_rights:
        yield f"{RIGHT}:{_right(right, areas)}"
    yield "END:VCARD"


def _shown(contact: Contact) -> str:
    """What the card is called; a card must be called something."""
    return contact.name or contact.function_email or contact.mobile or contact.phone or "Kontakt"


def _categories(contact: Contact) -> Iterator[str]:
    """What other programs can group the card by: levels, functions and the right to order."""
    words = [LEVEL[role.level].capitalize() if role.level else role.function for role in contact.assignments]
    if contact.orderer_rights:
        words.append("Behörig beställare")
    if words:
        yield f"CATEGORIES:{','.join(_escaped(word) for word in dict.fromkeys(words))}"


def _role(role: Assignment, areas: AreaNames) -> str:
    area = areas.get(role.area_id, "") if role.area_id else ""
    return _structured(role.level or "", role.function, area, _day(role.starts_on), _day(role.ends_on))


def _right(right: AuthorisedOrderer, areas: AreaNames) -> str:
    area = areas.get(right.area_id, "") if right.area_id else ""
    limit = str(right.limit) if right.limit is not None else ""
    return _structured(area, right.kind or "", _day(right.starts_on), _day(right.ends_on), limit)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _said(name: str, text: str) -> Iterator[str]:
    if plain_line(text):
        yield f"{name}:{_escaped(text)}"


def _structured(*parts: str) -> str:
    return ";".join(_escaped(part) for part in parts)


def _escaped(text: str) -> str:
    """The text as a value: on one line, with a backslash before every sign that would part it."""
    return plain_line(text).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> bytes:
    """The line with its end, folded after at most 75 octets and never inside a letter."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)) + b"\r\n"

"""What contacts, their roles and their rights to order must be like to be kept (R15–R17, R32)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.errors import InputError

LONGEST_NAME = 200
"""The longest given name, family name or title, in characters."""
LONGEST_ADDRESS = 254
"""The longest address that mail can carry (RFC 5321, 4.5.3.1.3)."""
LONGEST_NUMBER = 100
"""The longest phone number; people write more than digits there."""
LONGEST_NOTES = 10_000
LONGEST_EVIDENCE = 400

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(?:\.[^\s@<>,;:\"()\[\]\\.]+)+")
_NAMES = ("given_name", "family_name", "title")
_WAYS = ("phone", "mobile", "email", "function_email")
_WORDS = {
    "given_name": ("Förnamnet", LONGEST_NAME),
    "family_name": ("Efternamnet", LONGEST_NAME),
    "title": ("Titeln", LONGEST_NAME),
    "phone": ("Telefonnumret", LONGEST_NUMBER),
    "mobile": ("Mobilnumret", LONGEST_NUMBER),
    "email": ("E-postadressen", LONGEST_ADDRESS),
    "function_email": ("Funktionsbrevlådans adress", LONGEST_ADDRESS),
    "notes": ("Anteckningarna", LONGEST_NOTES),
}


def looks_like_address(written: str) -> bool:
    """Whether a text has the shape of one mail address; å, ä and ö are letters like others."""
    return _ADDRESS.fullmatch(written) is not None


def checked_contact(contact: Contact, day: date, before: Contact | None = None) -> Contact:
    """The contact with single spaces in its names; numbers and addresses as written, but for what is around them.

    Args:
        contact: What is to be kept.
        day: What day it is.
        before: What is kept now; what is wrong there already and stays as it is, is let be.

    Raises:
        InputError: There is nothing to call the contact by, something is too long, an address is none, or the contact
            would have been confirmed a day that is still to come.
    """
    tidy = {name: " ".join(getattr(contact, name).split()) for name in _NAMES}
    clean = replace(contact, **tidy, **{name: getattr(contact, name).strip() for name in (*_WAYS, "notes")})
    for name, what, remedy in _problems(clean, day):
        if before is None or getattr(before, name) != getattr(clean, name):
            raise InputError(what, remedy)
    if not clean.name:
        raise InputError("Kontakten har inget att kallas vid.", "Skriv ett namn, en titel eller en e-postadress.")
    return clean


def _problems(contact: Contact, day: date) -> Iterator[tuple[str, str, str]]:
    for name, (what, longest) in _WORDS.items():
        if len(getattr(contact, name)) > longest:
            yield name, f"{what} får ha högst {longest} tecken.", "Korta texten."
    for name in ("email", "function_email"):
        address = getattr(contact, name)
        if address and not looks_like_address(address):
            yield name, f"”{address}” är ingen e-postadress.", "Skriv den som namn@myndighet.se."
    if contact.confirmed_on is not None and contact.confirmed_on > day:
        yield "confirmed_on", "Uppgifterna kan inte vara bekräftade en dag som ännu inte har varit.", "Rätta datumet."


def check_deputy(contact_id: UUID, deputy_id: UUID, deputies: Mapping[UUID, UUID | None]) -> None:
    """Nobody answers for themselves, neither at once nor round about.

    Args:
        contact_id: Who is to have a deputy.
        deputy_id: The deputy.
        deputies: Whose deputy everyone has now, by their keys.

    Raises:
        InputError: The deputy would be the contact.
    """
    following: UUID | None = deputy_id
    passed: set[UUID] = set()
    while following is not None and following not in passed:
        if following == contact_id:
            if following == deputy_id:
                raise InputError("Ingen kan vara sin egen ersättare.", "Välj någon annan.")
            raise InputError("De två skulle bli ersättare för varandra, direkt eller i flera led.", "Välj någon annan.")
        passed.add(following)
        following = deputies.get(following)


def checked_assignment(role: Assignment, held: Iterable[Assignment] = ()) -> Assignment:
    """The role with single spaces in the name of a function.

    Args:
        role: What is to be kept.
        held: The roles that the contact has, itself among them or not.

    Raises:
        InputError: It is not exactly one of a level and a function, its time ends before it begins, or the contact
            has the same role during some of that time.
    """
    clean = replace(role, function=" ".join(role.function.split()))
    if (clean.level is None) == (not clean.function):
        raise InputError("Ett uppdrag gäller antingen en nivå eller en funktion.", "Välj en av dem.")
    if len(clean.function) > LONGEST_NAME:
        raise InputError(f"Funktionens namn får ha högst {LONGEST_NAME} tecken.", "Korta det.")
    _check_period(clean.starts_on, clean.ends_on, "Uppdraget")
    for other in held:
        if other.id != clean.id and _is_same(other, clean) and _overlap(other, clean):
            raise InputError("Kontakten har redan det uppdraget under den tiden.", "Ändra tiden för det i stället.")
    return clean


def checked_right(right: AuthorisedOrderer) -> AuthorisedOrderer:
    """The right to order with its evidence on one line.

    Raises:
        InputError: Its time ends before it begins, its limit is nothing or less, or its evidence is too long (R32).
    """
    clean = replace(right, evidence=" ".join(right.evidence.split()))
    _check_period(clean.starts_on, clean.ends_on, "Rätten")
    if clean.limit is not None and clean.limit.ore <= 0:
        raise InputError("Beloppsgränsen måste vara större än noll.", "Utan gräns: lämna fältet tomt.")
    if len(clean.evidence) > LONGEST_EVIDENCE:
        raise InputError(f"Underlaget får ha högst {LONGEST_EVIDENCE} tecken.", "Korta texten.")
    return clean


def _check_period(starts_on: date | None, ends_on: date | None, what: str) -> None:
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise InputError(f"{what} skulle sluta innan det börjar.", "Rätta ett av datumen.")


def _is_same(one: Assignment, other: Assignment) -> bool:
    functions = one.function.casefold(), other.function.casefold()
    return (one.level, one.area_id) == (other.level, other.area_id) and functions[0] == functions[1]


def _overlap(one: Assignment, other: Assignment) -> bool:
    starts = [role.starts_on or date.min for role in (one, other)]
    ends = [role.ends_on or date.max for role in (one, other)]
    return max(starts) <= min(ends)

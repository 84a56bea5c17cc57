"""The letter that asks everyone of a party whether what the contact list says of them is right (R17, R40)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.dates import in_prose
from desktop.domain.level import Level
from desktop.domain.swedish_order import sort_key
from desktop.domain.vocabulary import LEVEL, ORDER_KIND

Held = TypeVar("Held", Assignment, AuthorisedOrderer)

SECTION = "1.5"
"""The section of the model that makes both parties answer for the list."""

_EVERY_AREA = "alla tjänsteområden"


def letter_subject(sender: str, counterpart: str) -> str:
    """What the mail is about."""
    return f"Stämmer kontaktuppgifterna? Kontaktförteckningen för {sender} och {counterpart}"


def letter_body(
    people: Sequence[Contact], areas: Mapping[UUID, str], deputies: Mapping[UUID, str], sender: str, day: date
) -> str:
    """What the mail says: how each of them stands in our list, and what to answer.

    Notes are for our own eyes and never in it (R11).

    Args:
        people: Those who are asked, in the order they stand.
        areas: The names of the service areas.
        deputies: The names of those who answer for others.
        sender: Who asks.
        day: The day whose list it is; roles that had ended by then are left out.
    """
    entries = "\n\n".join("\n".join(_entry(person, areas, deputies, day)) for person in people)
    return (
        f"Hej!\n\nEnligt samverkansmodellen, avsnitt {SECTION}, ansvarar båda parter för att kontaktförteckningen är "
        "aktuell. Vi går igenom den nu och behöver er hjälp.\n\n"
        f"Så här står ni i vår förteckning {in_prose(day)}:\n\n"
        f"{entries}\n\n"
        "Stämmer uppgifterna? Svara då bara att de stämmer.\n"
        "Är något fel, eller har någon slutat eller kommit till? Skriv vad som ska ändras och från vilken dag.\n\n"
        f"Med vänlig hälsning\n{sender}\n"
    )


def _entry(person: Contact, areas: Mapping[UUID, str], deputies: Mapping[UUID, str], day: date) -> Iterator[str]:
    yield person.name
    facts = (
        ("Titel", person.title if person.title != person.name else ""),
        ("Telefon", person.phone),
        ("Mobil", person.mobile),
        ("E-post", person.email),
        ("Funktionsbrevlåda", person.function_email),
        ("Ersättare", deputies.get(person.deputy_id, "") if person.deputy_id else ""),
        *(("Uppdrag", words) for words in role_lines(person.assignments, areas, day)),
        *(("Behörig beställare", _right_line(right, areas)) for right in _lasting(person.orderer_rights, day)),
    )
    yield from (f"  {label}: {' '.join(words.split())}" for label, words in facts if words)


def role_lines(roles: Iterable[Assignment], areas: Mapping[UUID, str], day: date) -> Iterator[str]:
    """Roles that have not ended, from the highest level to the functions; those that differ only in area in one line.

    "Taktisk nivå, Ekonomi och Lön".
    """
    grouped: dict[tuple[str, str], set[str]] = defaultdict(set)
    for role in sorted(_lasting(roles, day), key=_top_down):
        what = LEVEL[role.level].capitalize() if role.level else role.function
        everywhere = _EVERY_AREA if role.level else ""
        named = areas.get(role.area_id, "") if role.area_id else everywhere
        grouped[what, _period(role.starts_on, role.ends_on, day)].add(named)
    for (what, period), named in grouped.items():
        yield _joined(what, listed(sorted(filter(None, named), key=sort_key)), period)


def _top_down(role: Assignment) -> tuple[int, str, date, date]:
    height = -role.level.rank if role.level else len(Level)
    return height, sort_key(role.function), role.starts_on or date.min, role.ends_on or date.max


def listed(words: Iterable[str]) -> str:
    """Words as a Swedish list: "Lön, Ekonomi och E-handel"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} och {last}" if first else last


def _right_line(right: AuthorisedOrderer, areas: Mapping[UUID, str]) -> str:
    return _joined(
        areas.get(right.area_id, "") if right.area_id else _EVERY_AREA,
        ORDER_KIND[right.kind].lower() if right.kind else "",
        f"högst {right.limit}" if right.limit is not None else "",
        _period(right.starts_on, right.ends_on, None),
    )


def _period(starts_on: date | None, ends_on: date | None, day: date | None) -> str:
    """From when, where that is still to come, and until when."""
    coming = starts_on is not None and (day is None or starts_on > day)
    begins = f"från {in_prose(starts_on)}" if starts_on and coming else ""
    ends = f"till och med {in_prose(ends_on)}" if ends_on else ""
    return f"{begins} {ends}".strip()


def _lasting(held: Iterable[Held], day: date) -> list[Held]:
    return [each for each in held if each.ends_on is None or each.ends_on >= day]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)

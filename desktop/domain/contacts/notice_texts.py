"""What a notice of a changed contact says, and what the other party knew before (R17, R18)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact, comparable_email, comparable_phone
from desktop.domain.dates import in_prose
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.domain.vocabulary import LEVEL, ORDER_KIND

AreaNames = Mapping[UUID, str]

_FIELDS = ("given_name", "family_name", "title", "phone", "mobile", "email", "function_email")
_LABELS = {
    "name": "Namn",
    "title": "Titel",
    "phone": "Telefon",
    "mobile": "Mobil",
    "email": "E-post",
    "function_email": "Funktionsbrevlåda",
}
_COMPARED = {
    "phone": comparable_phone,
    "mobile": comparable_phone,
    "email": comparable_email,
    "function_email": comparable_email,
}


@dataclass(frozen=True, slots=True)
class Change:
    """Something that differs: ``what`` names it ("telefon"), ``line`` says how ("Telefon: 08-1 → 08-2")."""

    what: str
    line: str


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What a notice says: in one sentence, and in whole."""

    title: str
    body: str


def is_listed(contact: Contact, day: date) -> bool:
    """Whether the other party's list carries the contact: who has a role or a right, that day or later."""
    return bool(_roles(contact, day) or _rights(contact, day))


def changes(before: Contact, after: Contact, areas: AreaNames, day: date) -> tuple[Change, ...]:
    """How two states of a contact differ in what the other party's list carries, as of a day (R17).

    Numbers and addresses that are only written otherwise are the same. What had ended before the day is left out.
    """
    return (*_of_fields(before, after), *_of_roles(before, after, areas, day), *_of_rights(before, after, areas, day))


def notice_text(before: Contact, after: Contact, areas: AreaNames, day: date) -> NoticeText | None:
    """What the other party has to be told when a contact goes from one state to another; nothing if they need not.

    They need not know of one who has no role and no right, before or after.
    """
    listed, listed_before = is_listed(after, day), is_listed(before, day)
    found = changes(before, after, areas, day)
    if not found or not (listed or listed_before):
        return None
    if not listed_before:
        return NoticeText(f"{after.name} är ny kontaktperson", "\n".join(card_lines(after, areas, day)))
    if not listed:
        lines = (change.line for change in found)
        return NoticeText(f"{after.name} är inte längre kontaktperson", _whole(after.name, lines))
    what = list(dict.fromkeys(change.what for change in found))
    title = f"Ändrade uppgifter för {after.name}: {in_a_row(what)}"
    return NoticeText(title, _whole(after.name, (change.line for change in found)))


def card_lines(contact: Contact, areas: AreaNames, day: date) -> Iterator[str]:
    """Everything the other party's list carries of a contact, one line each."""
    yield f"Namn: {contact.name}"
    for name in ("title", "phone", "mobile", "email", "function_email"):
        if getattr(contact, name):
            yield f"{_LABELS[name]}: {getattr(contact, name)}"
    for role in _roles(contact, day):
        yield f"Uppdrag: {_with_period(role_text(role, areas), role, day)}"
    for right in _rights(contact, day):
        yield f"Behörig beställare: {_with_period(right_text(right, areas), right, day)}"


def role_text(role: Assignment, areas: AreaNames) -> str:
    """A role in words: "taktisk nivå, Lön"."""
    what = LEVEL[role.level] if role.level else role.function
    return ", ".join(part for part in (what, _area(role.area_id, areas)) if part)


def roles_text(roles: Iterable[Assignment], areas: AreaNames) -> str:
    """Several roles in words, the areas of each together: "taktisk nivå (Lön och Ekonomi) och Verksjurist"."""
    found: dict[str, list[str]] = {}
    for role in roles:
        named = found.setdefault(LEVEL[role.level] if role.level else role.function, [])
        named += [name for name in [_area(role.area_id, areas)] if name and name not in named]
    return in_a_row([f"{what} ({in_a_row(named)})" if named else what for what, named in found.items()])


def right_text(right: AuthorisedOrderer, areas: AreaNames) -> str:
    """A right to order in words: "Lön, specialtjänst, högst 100 000 kr"."""
    kind = ORDER_KIND[right.kind].lower() if right.kind else ""
    limit = f"högst {right.limit}" if right.limit is not None else ""
    return ", ".join(part for part in (_area(right.area_id, areas) or "alla tjänsteområden", kind, limit) if part)


def in_a_row(words: list[str]) -> str:
    """Words as a sentence lists them: "telefon, e-post och uppdrag"."""
    return f"{', '.join(words[:-1])} och {words[-1]}" if len(words) > 1 else "".join(words)


def known_text(contact: Contact) -> str:
    """What the other party knows of a contact, as a notice keeps it."""
    kept: dict[str, Any] = {name: getattr(contact, name) for name in _FIELDS}
    kept["assignments"] = [_plain(role, ("level", "function", "area_id")) for role in contact.assignments]
    kept["rights"] = [
        _plain(right, ("area_id", "kind", "evidence")) | {"limit": right.limit.ore if right.limit else None}
        for right in contact.orderer_rights
    ]
    return json.dumps(kept, ensure_ascii=False)


def known_contact(known: str, after: Contact) -> Contact:
    """The contact as the other party knew it, by what a notice keeps; what is not kept is as it is now.

    Raises:
        ValueError: It is not what ``known_text`` made.
    """
    kept: dict[str, Any] = json.loads(known)
    found = replace(after, **{name: str(kept[name]) for name in _FIELDS if name in kept})
    if "assignments" in kept:
        found = replace(found, assignments=tuple(_role(after.id, each) for each in kept["assignments"]))
    if "rights" in kept:
        found = replace(found, orderer_rights=tuple(_right(after.id, each) for each in kept["rights"]))
    return found


def _whole(name: str, lines: Iterator[str]) -> str:
    return "\n".join((f"Ändrade uppgifter för {name}:", *lines))


def _of_fields(before: Contact, after: Contact) -> Iterator[Change]:
    for name, label in _LABELS.items():
        old, new = str(getattr(before, name)), str(getattr(after, name))
        compared = _COMPARED.get(name, str.strip)
        if compared(old) != compared(new):
            yield Change(label[:1].lower() + label[1:], f"{label}: {old or 'saknades'} → {new or 'tas bort'}")


def _of_roles(before: Contact, after: Contact, areas: AreaNames, day: date) -> Iterator[Change]:
    old = {_same_role(role): role for role in _roles(before, day)}
    new = {_same_role(role): role for role in _roles(after, day)}
    past = {_same_role(role): role for role in after.assignments}
    for key, role in old.items():
        now = new.get(key)
        what = role_text(role, areas)
        if now is None:
            yield Change("uppdrag", f"Uppdrag upphör: {what}{_until(past.get(key))}")
        elif _period(now, day) != _period(role, day):
            yield Change("uppdrag", f"Uppdrag: {what}: {_period(role, day)} → {_period(now, day)}")
    for key, role in new.items():
        if key not in old:
            yield Change("uppdrag", f"Nytt uppdrag: {_with_period(role_text(role, areas), role, day)}")


def _of_rights(before: Contact, after: Contact, areas: AreaNames, day: date) -> Iterator[Change]:
    old = {right_text(right, areas): right for right in _rights(before, day)}
    new = {right_text(right, areas): right for right in _rights(after, day)}
    past = {right_text(right, areas): right for right in after.orderer_rights}
    for what, right in old.items():
        now = new.get(what)
        if now is None:
            yield Change("beställningsrätt", f"Beställningsrätt upphör: {what}{_until(past.get(what))}")
        elif _period(now, day) != _period(right, day):
            yield Change("beställningsrätt", f"Beställningsrätt: {what}: {_period(right, day)} → {_period(now, day)}")
    for what, right in new.items():
        if what not in old:
            yield Change("beställningsrätt", f"Ny beställningsrätt: {_with_period(what, right, day)}")


def _roles(contact: Contact, day: date) -> list[Assignment]:
    return [role for role in contact.assignments if role.ends_on is None or role.ends_on >= day]


def _rights(contact: Contact, day: date) -> list[AuthorisedOrderer]:
    return [right for right in contact.orderer_rights if right.ends_on is None or right.ends_on >= day]


def _same_role(role: Assignment) -> tuple[Level | None, str, UUID | None]:
    return role.level, role.function.casefold(), role.area_id


def _period(held: Assignment | AuthorisedOrderer, day: date) -> str:
    begins = f"från den {in_prose(held.starts_on)}" if held.starts_on and held.starts_on > day else ""
    ends = f"till och med den {in_prose(held.ends_on)}" if held.ends_on else ""
    return " ".join(part for part in (begins, ends) if part) or "tills vidare"


def _with_period(what: str, held: Assignment | AuthorisedOrderer, day: date) -> str:
    period = _period(held, day)
    return what if period == "tills vidare" else f"{what}, {period}"


def _until(held: Assignment | AuthorisedOrderer | None) -> str:
    return f", sista dag {in_prose(held.ends_on)}" if held and held.ends_on else ""


def _area(area_id: UUID | None, areas: AreaNames) -> str:
    return areas.get(area_id, "okänt tjänsteområde") if area_id else ""


def _plain(held: Assignment | AuthorisedOrderer, names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: getattr(held, name) for name in (*names, "starts_on", "ends_on")}
    return {name: None if value is None else str(value) for name, value in found.items()}


def _role(contact_id: UUID, kept: dict[str, Any]) -> Assignment:
    return Assignment(
        id=new_id(),
        contact_id=contact_id,
        level=Level(kept["level"]) if kept["level"] else None,
        function=kept["function"],
        **_read(kept),
    )


def _right(contact_id: UUID, kept: dict[str, Any]) -> AuthorisedOrderer:
    return AuthorisedOrderer(
        id=new_id(),
        contact_id=contact_id,
        kind=OrderKind(kept["kind"]) if kept["kind"] else None,
        limit=None if kept["limit"] is None else Money(kept["limit"]),
        evidence=kept["evidence"],
        **_read(kept),
    )


def _read(kept: dict[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(kept[name]) if kept[name] else None for name in ("starts_on", "ends_on")}
    return {"area_id": UUID(kept["area_id"]) if kept["area_id"] else None, **days}

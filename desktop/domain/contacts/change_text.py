"""What the other party is told of a change of contact, as one notice that covers both persons (R18)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_change import ChangeFacts, Outcome
from desktop.domain.contacts.notice_texts import AreaNames, NoticeText, card_lines, in_a_row, right_text, roles_text
from desktop.domain.dates import in_prose
from desktop.domain.level import Party
from desktop.domain.vocabulary import LEVEL


def change_text(facts: ChangeFacts, after: Outcome, areas: AreaNames) -> NoticeText | None:
    """What the other party has to be told; nothing for a change of theirs, and where no role and no right changes."""
    if facts.party is not Party.AGENCY:
        return None
    leaves = _Gone(facts.leaver, after.leaver)
    comes = _Come(facts.successor, after.successor)
    if not (leaves.anything or comes.anything):
        return None
    lines = [f"Byte av kontaktperson från den {in_prose(facts.day)}.", *leaves.lines(areas, facts.day)]
    lines += comes.lines(areas, facts.day)
    if leaves.roles and not comes.roles:
        lines += ["", "Ingen efterträdare är utsedd ännu. Vi återkommer när det är klart."]
    return NoticeText(_title(leaves, comes, facts.day), "\n".join(lines))


class _Gone:
    """What someone loses by the change."""

    def __init__(self, before: Contact | None, after: Contact | None) -> None:
        kept = {one.id: one for one in (*after.assignments, *after.orderer_rights)} if after else {}
        self.person = before
        self.roles = [one for one in before.assignments if kept.get(one.id) != one] if before else []
        self.rights = [one for one in before.orderer_rights if kept.get(one.id) != one] if before else []
        self.anything = bool(self.roles or self.rights)

    def lines(self, areas: AreaNames, day: date) -> Iterator[str]:
        if self.person is None or not self.anything:
            return
        last = f"sista dag {in_prose(day - timedelta(days=1))}"
        yield from ("", f"Lämnar: {_named(self.person)}")
        for when in dict.fromkeys(_last(role, day, last) for role in self.roles):
            ending = [role for role in self.roles if _last(role, day, last) == when]
            yield f"Uppdrag som upphör: {roles_text(ending, areas)}, {when}"
        for right in self.rights:
            yield f"Beställningsrätt som upphör: {right_text(right, areas)}, {_last(right, day, last)}"


class _Come:
    """What someone gets by the change."""

    def __init__(self, before: Contact | None, after: Contact | None) -> None:
        had = {one.id for one in (*before.assignments, *before.orderer_rights)} if before else set[UUID]()
        self.person = after
        self.roles = [one for one in after.assignments if one.id not in had] if after else []
        self.rights = [one for one in after.orderer_rights if one.id not in had] if after else []
        self.anything = bool(self.roles or self.rights)

    def lines(self, areas: AreaNames, day: date) -> Iterator[str]:
        if self.person is None or not self.anything:
            return
        yield from ("", "Ny kontaktperson:")
        yield from card_lines(self.person, areas, day - timedelta(days=1))


def _title(leaves: _Gone, comes: _Come, day: date) -> str:
    when = f"den {in_prose(day)}"
    if leaves.anything and comes.anything and leaves.person and comes.person:
        return f"{comes.person.name} efterträder {leaves.person.name}{_where(comes.roles, 'på')} {when}"
    if leaves.anything and leaves.person:
        return f"{leaves.person.name} lämnar{_where(leaves.roles, '') or ' sin beställningsrätt'} {when}"
    assert comes.person is not None, "somebody leaves or comes"
    return f"{comes.person.name} är ny kontaktperson{_where(comes.roles, 'på')} från {when}"


def _where(roles: Iterable[Assignment], preposition: str) -> str:
    """The levels and functions that are concerned: " på taktisk nivå och strategisk nivå"."""
    known = list(roles)
    levels = [LEVEL[role.level] for role in known if role.level]
    functions = [f"uppdraget som {role.function.lower()}" for role in known if not role.level]
    places = list(dict.fromkeys(levels if preposition else [*levels, *functions]))
    if not places:
        return f" i {in_a_row(list(dict.fromkeys(functions)))}" if functions else ""
    return " ".join(("", *([preposition] if preposition else []), in_a_row(places)))


def _named(person: Contact) -> str:
    return f"{person.name}, {person.title.lower()}" if person.title and person.title != person.name else person.name


def _last(held: Assignment | AuthorisedOrderer, day: date, last: str) -> str:
    begins = held.starts_on
    return "tillträder inte" if begins is not None and begins >= day else last

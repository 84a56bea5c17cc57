"""Making one contact of two: what is chosen where they differ, and how their roles and seats become one (R15, R39)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact, comparable_email, comparable_phone
from desktop.domain.contacts.name_likeness import ComparedName, plain
from desktop.domain.level import Party

FIELDS = (
    "party",
    "given_name",
    "family_name",
    "title",
    "phone",
    "mobile",
    "email",
    "function_email",
    "deputy_id",
    "confirmed_on",
    "ended_on",
)
"""The fields that are chosen one by one. The notes of both are kept."""
_COMPARABLE: Mapping[str, Callable[[str], str]] = {
    "phone": comparable_phone,
    "mobile": comparable_phone,
    "email": comparable_email,
    "function_email": comparable_email,
}
_WORDS: Mapping[str, str] = {
    "party": "part",
    "given_name": "förnamn",
    "family_name": "efternamn",
    "title": "titel",
    "phone": "telefon",
    "mobile": "mobil",
    "email": "e-post",
    "function_email": "funktionsbrevlåda",
    "deputy_id": "ersättare",
    "ended_on": "avslutad",
}
_PARTY = {Party.AGENCY: "myndigheten", Party.SSC: "Statens servicecenter"}

_Dated = TypeVar("_Dated", Assignment, AuthorisedOrderer)


class Side(StrEnum):
    """Whose value is chosen."""

    KEPT = "kept"
    DROPPED = "dropped"


class MoveKind(StrEnum):
    """What moves to the contact that is kept."""

    ROLES = "roles"
    RIGHTS = "rights"
    MEETINGS = "meetings"
    ITEMS = "items"
    NOTICES = "notices"
    DEPUTIES = "deputies"
    LOG = "log"
    MERGED = "merged"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Move:
    """How many of a kind move, and how many of those become one with what the kept contact has already."""

    kind: MoveKind
    count: int
    joined: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeField:
    """A field of two contacts. Values are texts, a party or dates; a deputy is told by name.

    Attributes:
        proposed: Whose value is chosen unless the user chooses otherwise.
        loses: Both have something there and it differs; what is chosen away is written in the notes.
    """

    name: str
    kept: str | Party | date | None
    dropped: str | Party | date | None
    proposed: Side
    loses: bool = False

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return (self.kept or None) != (self.dropped or None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What merging two contacts would do, before it is done."""

    kept: Contact
    dropped: Contact
    fields: tuple[MergeField, ...]
    moves: tuple[Move, ...] = ()

    @property
    def crosses_parties(self) -> bool:
        """Whether they belong to different parties, which has to be said before they become one."""
        return self.kept.party is not self.dropped.party

    @property
    def loses(self) -> tuple[str, ...]:
        """The fields where what is chosen away goes to the notes."""
        return tuple(field.name for field in self.fields if field.loses)


def in_keeping_order(first: Contact, second: Contact) -> tuple[Contact, Contact]:
    """Whom of two to keep, unless the user says otherwise: who is active, has more roles, or was there first."""

    def weight(one: Contact) -> tuple[bool, int, UUID]:
        return one.ended_on is not None, -len(one.assignments) - len(one.orderer_rights), one.id

    kept, dropped = sorted((first, second), key=weight)
    return kept, dropped


def merge_fields(kept: Contact, dropped: Contact, names: Mapping[UUID, str]) -> tuple[MergeField, ...]:
    """Both values of each field with the proposed choice; ``names`` are those of the deputies."""
    return tuple(
        MergeField(
            name=name,
            kept=_shown(kept, name, names),
            dropped=_shown(dropped, name, names),
            proposed=proposed_side(kept, dropped, name),
            loses=_loses(kept, dropped, name),
        )
        for name in FIELDS
    )


def proposed_side(kept: Contact, dropped: Contact, name: str) -> Side:
    """Whose value to propose: the only one there is, the latest confirmation, who is still active, the fuller name."""
    mine, other = getattr(kept, name), getattr(dropped, name)
    if name == "ended_on":
        return Side.DROPPED if mine and (not other or other > mine) else Side.KEPT
    if not mine or not other:
        return Side.DROPPED if other else Side.KEPT
    if name == "confirmed_on":
        return Side.DROPPED if other > mine else Side.KEPT
    if name in {"given_name", "family_name"}:
        return Side.DROPPED if _is_fuller(other, mine) else Side.KEPT
    return Side.KEPT


def merged(
    kept: Contact, dropped: Contact, choices: Mapping[str, Side], names: Mapping[UUID, str], on: date
) -> Contact:
    """The contact that is left: each field as chosen or proposed, the notes of both, and in them what was chosen away.

    Args:
        kept: The contact that is kept.
        dropped: The contact that is merged into it.
        choices: Whose value is chosen, by the name of the field.
        names: The names of deputies.
        on: The day it is done.
    """
    chosen: dict[str, Any] = {}
    away: list[str] = []
    for name in FIELDS:
        side = choices.get(name) or proposed_side(kept, dropped, name)
        winner, loser = (kept, dropped) if side is Side.KEPT else (dropped, kept)
        chosen[name] = getattr(winner, name)
        if name in _WORDS and getattr(loser, name) and not _same(kept, dropped, name):
            away.append(f"{_WORDS[name]} {_written(loser, name, names)}")
    if chosen["deputy_id"] in {kept.id, dropped.id}:
        chosen["deputy_id"] = None
    told = f"Från sammanslagningen med {dropped.name} {on.isoformat()}: {'; '.join(away)}." if away else ""
    notes = dict.fromkeys(part for part in (kept.notes.strip(), dropped.notes.strip(), told) if part)
    return replace(kept, **chosen, notes="\n\n".join(notes))


def united(kept: Sequence[_Dated], moved: Sequence[_Dated], contact_id: UUID) -> tuple[list[_Dated], list[UUID]]:
    """The roles or rights of one contact after those of another have come to it.

    Identical ones that overlap in time become one over both periods; an unknown beginning gives way to a known one.

    Returns:
        Those that are left, all of the contact, and the keys of those that became part of another.
    """
    left, gone = list(kept), list[UUID]()
    for one in moved:
        coming = replace(one, contact_id=contact_id)
        while (same := next((each for each in left if _join(each, coming)), None)) is not None:
            left.remove(same)
            gone.append(coming.id)
            coming = _over_both(same, coming)
        left.append(coming)
    return left, gone


def _is_fuller(name: str, other: str) -> bool:
    """Whether a name says more than another form of it: more parts, whole words for initials, its own letters."""
    parts, others = ComparedName.of(name, "").given, ComparedName.of(other, "").given
    if parts == others:
        return _marks(name) > _marks(other)
    longer = set(others) < set(parts)
    spelled = len(parts) >= len(others) and all(
        a == b or (len(b) == 1 and a.startswith(b)) for a, b in zip(parts, others, strict=False)
    )
    return longer or spelled


def _marks(name: str) -> int:
    """How many letters have marks, such as å or ễ."""
    return sum(letter != bare for letter, bare in zip(name.casefold(), plain(name), strict=False))


def _same(kept: Contact, dropped: Contact, name: str) -> bool:
    mine, other = getattr(kept, name), getattr(dropped, name)
    comparable = _COMPARABLE.get(name)
    return comparable(mine) == comparable(other) if comparable else (mine or None) == (other or None)


def _loses(kept: Contact, dropped: Contact, name: str) -> bool:
    both = bool(getattr(kept, name) and getattr(dropped, name))
    return both and name in _WORDS and not _same(kept, dropped, name)


def _shown(contact: Contact, name: str, names: Mapping[UUID, str]) -> str | Party | date | None:
    return names.get(contact.deputy_id, "") if name == "deputy_id" and contact.deputy_id else getattr(contact, name)


def _written(contact: Contact, name: str, names: Mapping[UUID, str]) -> str:
    value = _shown(contact, name, names)
    return _PARTY[value] if isinstance(value, Party) else str(value)


def _join(one: _Dated, other: _Dated) -> bool:
    """Whether they are the same role or right, and hold on some day both."""
    later, earlier = max(one.starts_on or date.min, other.starts_on or date.min), min(_end(one), _end(other))
    return _what(one) == _what(other) and later <= earlier


def _end(one: Assignment | AuthorisedOrderer) -> date:
    return one.ends_on or date.max


def _what(one: Assignment | AuthorisedOrderer) -> tuple[object, ...]:
    """What a role or a right is, whenever it holds."""
    if isinstance(one, Assignment):
        return (one.level, one.function.casefold(), one.area_id)
    return (one.area_id, one.kind, one.limit)


def _over_both(one: _Dated, other: _Dated) -> _Dated:
    known = [day for day in (one.starts_on, other.starts_on) if day]
    joined = replace(one, starts_on=min(known, default=None), ends_on=max(one, other, key=_end).ends_on)
    if isinstance(joined, AuthorisedOrderer) and isinstance(other, AuthorisedOrderer):
        evidence = dict.fromkeys(part for part in (joined.evidence, other.evidence) if part)
        return replace(joined, evidence="; ".join(evidence))
    return joined

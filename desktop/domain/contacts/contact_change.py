"""A change of contact: who leaves, who comes, from when, and what follows from it (R15, R18, R32)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from desktop.domain.contacts.contact import FUNCTIONS, Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_matrix import vacancy_key
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.domain.period import without

Held = TypeVar("Held", Assignment, AuthorisedOrderer)

_THEIRS_ALONE = frozenset({"Kundsupport"})
"""Functions that only SSC has (R16)."""


class FollowKind(StrEnum):
    """What follows from a change of contact, in the order it is shown."""

    ROLE = "role"
    VACATED = "vacated"
    VACANCY = "vacancy"
    RIGHT = "right"
    NEW_RIGHT = "new_right"
    ACTION = "action"
    PRESENTING = "presenting"
    SEAT = "seat"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """One thing that follows, to be ticked or not.

    Attributes:
        key: Its kind and the key of what it concerns.
        chosen: Whether it follows unless the user says otherwise.
        role: The role that ends, is taken over or is filled.
        right: The right to order that ends, or is given anew.
        what: The action, the item, or whose deputy it is.
        meeting: The meeting that it concerns, with its day.
    """

    key: str
    kind: FollowKind
    chosen: bool = True
    role: Assignment | None = None
    right: AuthorisedOrderer | None = None
    what: str = ""
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequest:
    """A change of contact as it is asked for.

    Attributes:
        day: From when the one who comes has what the other had; the one who leaves has it to the day before.
        leaver_id: Who leaves; nobody where an empty place is filled.
        successor_id: Who comes, of those in the register.
        newcomer: Who comes and is not in the register yet.
        party: At which side, where nobody leaves.
        chosen: The keys of what is to follow; what follows by itself if nothing was chosen yet.
        evidence: What the rights rest on that are given anew; a right is personal and never handed over (R32).
    """

    day: date
    leaver_id: UUID | None = None
    successor_id: UUID | None = None
    newcomer: Contact | None = None
    party: Party = Party.AGENCY
    chosen: frozenset[str] | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFacts:
    """What the register has that a change of contact may touch.

    Attributes:
        people: Everyone at their side.
        areas: The service areas.
        actions: The open actions that the one who leaves answers for.
        presenting: What they are to present at coming meetings.
        seats: The coming meetings they are invited to.
        deputy_of: Those they are the deputy of.
    """

    day: date
    party: Party
    leaver: Contact | None = None
    successor: Contact | None = None
    people: tuple[Contact, ...] = ()
    areas: tuple[UUID, ...] = ()
    actions: tuple[Action, ...] = ()
    presenting: tuple[tuple[AgendaItem, Meeting], ...] = ()
    seats: tuple[tuple[Participant, Meeting], ...] = ()
    deputy_of: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Both persons as the change leaves them."""

    leaver: Contact | None
    successor: Contact | None


def follows(facts: ChangeFacts) -> tuple[Follow, ...]:
    """Everything that may follow from the change, in the order it is shown."""
    if facts.leaver is None:
        return tuple(_vacancies(facts))
    return (
        *_roles(facts, facts.leaver),
        *_rights(facts, facts.leaver),
        *_actions(facts),
        *(_meant_for(facts, FollowKind.PRESENTING, item.id, item.title, at) for item, at in facts.presenting),
        *(_meant_for(facts, FollowKind.SEAT, seat.id, at.title, at) for seat, at in facts.seats),
        *_deputyships(facts),
    )


def chosen_by_itself(found: Iterable[Follow]) -> frozenset[str]:
    """The keys of what follows unless the user says otherwise."""
    return frozenset(follow.key for follow in found if follow.chosen)


def outcome(facts: ChangeFacts, chosen: Iterable[Follow], evidence: str) -> Outcome:
    """Both persons with the roles and rights that the change leaves them (R15).

    A role of the one who leaves ends the day before, or goes away if it would have begun later; who comes has it from
    the day on, for as long as it was to be held, except for the days on which they have it already.
    """
    leaver, successor = facts.leaver, facts.successor
    for follow in chosen:
        if follow.role is not None:
            if leaver is not None and follow.kind is FollowKind.ROLE:
                leaver = replace(leaver, assignments=tuple(_ended(leaver.assignments, follow.role.id, facts.day)))
            if successor is not None:
                successor = _taking(successor, follow.role, facts.day)
        elif follow.right is not None and follow.kind is FollowKind.RIGHT and leaver is not None:
            leaver = replace(leaver, orderer_rights=tuple(_ended(leaver.orderer_rights, follow.right.id, facts.day)))
        elif follow.right is not None and successor is not None:
            successor = replace(
                successor,
                orderer_rights=(*successor.orderer_rights, _given(successor, follow.right, facts.day, evidence)),
            )
    return Outcome(leaver, successor)


def left_empty(facts: ChangeFacts, after: Outcome) -> tuple[Assignment, ...]:
    """The roles that the one who leaves had and nobody at their side has on the day (R15)."""
    if facts.leaver is None or after.leaver is None:
        return ()
    changed = {one.id: one for one in (after.leaver, after.successor) if one is not None}
    people = [changed.pop(one.id, one) for one in facts.people]
    held = [role for one in (*people, *changed.values()) for role in one.assignments if role.held_on(facts.day)]
    kept = {role.id: role for role in after.leaver.assignments}
    return tuple(
        role
        for role in facts.leaver.assignments
        if role != kept.get(role.id) and not any(covers(other, role) for other in held)
    )


def covers(role: Assignment, wanted: Assignment) -> bool:
    """Whether a role is the other one, or the same for every service area."""
    same = role.level is wanted.level and role.function.casefold() == wanted.function.casefold()
    return same and role.area_id in {None, wanted.area_id}


def _taking(successor: Contact, role: Assignment, day: date) -> Contact:
    """The one who comes, with a role from the day on; where they have it already, nothing is added."""
    starts = max(day, role.starts_on) if role.starts_on else day
    ends = role.ends_on if role.ends_on is None or role.ends_on >= day else None
    held = [(mine.starts_on, mine.ends_on) for mine in successor.assignments if covers(mine, role)]
    taken = tuple(
        replace(role, id=new_id(), contact_id=successor.id, starts_on=first, ends_on=last)
        for first, last in without((starts, ends), held)
    )
    return replace(successor, assignments=(*successor.assignments, *taken))


def _given(successor: Contact, right: AuthorisedOrderer, day: date, evidence: str) -> AuthorisedOrderer:
    starts = max(day, right.starts_on) if right.starts_on else day
    return replace(right, id=new_id(), contact_id=successor.id, starts_on=starts, evidence=evidence)


def _ended(held: Iterable[Held], which: UUID, day: date) -> Iterator[Held]:
    """What is held, where one of them ends the day before, or goes away if it would have begun later."""
    for one in held:
        if one.id != which:
            yield one
        elif one.starts_on is None or one.starts_on < day:
            yield replace(one, ends_on=day - timedelta(days=1))


def _roles(facts: ChangeFacts, leaver: Contact) -> Iterator[Follow]:
    others = [role for one in facts.people if one.id != leaver.id for role in one.assignments]
    mine = [role for role in leaver.assignments if role.ends_on is None or role.ends_on >= facts.day]
    for role in mine:
        yield Follow(key=_key(FollowKind.ROLE, role.id), kind=FollowKind.ROLE, role=role)
    if facts.successor is None:
        return
    vacated = {_what(role): role for role in leaver.assignments if role not in mine}  # of each the latest
    for what, role in vacated.items():
        if what not in map(_what, mine) and not _held(others, role, facts.day):
            yield Follow(key=_key(FollowKind.VACATED, role.id), kind=FollowKind.VACATED, role=role)


def _what(role: Assignment) -> tuple[Level | None, str, UUID | None]:
    return role.level, role.function.casefold(), role.area_id


def _held(roles: Iterable[Assignment], wanted: Assignment, day: date) -> bool:
    return any(covers(role, wanted) and role.held_on(day) for role in roles)


def _rights(facts: ChangeFacts, leaver: Contact) -> Iterator[Follow]:
    """A right to order ends with the person; who comes is given one only where the user says so (R32)."""
    for right in leaver.orderer_rights:
        if right.ends_on is None or right.ends_on >= facts.day:
            yield Follow(key=_key(FollowKind.RIGHT, right.id), kind=FollowKind.RIGHT, right=right)
            if facts.successor is not None:
                kind = FollowKind.NEW_RIGHT
                yield Follow(key=_key(kind, right.id), kind=kind, chosen=False, right=right)


def _actions(facts: ChangeFacts) -> Iterator[Follow]:
    if facts.successor is not None:
        for action in facts.actions:
            yield Follow(key=_key(FollowKind.ACTION, action.id), kind=FollowKind.ACTION, what=action.text)


def _deputyships(facts: ChangeFacts) -> Iterator[Follow]:
    for one in facts.deputy_of:
        yield Follow(key=_key(FollowKind.DEPUTY, one.id), kind=FollowKind.DEPUTY, what=one.name)


def _meant_for(facts: ChangeFacts, kind: FollowKind, key: UUID, what: str, meeting: Meeting) -> Follow:
    """Without anyone who comes, the invitation and the item stay unless the user says otherwise."""
    return Follow(key=_key(kind, key), kind=kind, chosen=facts.successor is not None, what=what, meeting=meeting)


def _vacancies(facts: ChangeFacts) -> Iterator[Follow]:
    """The roles that nobody at the side holds on the day; ticked where there is only one."""
    held = [role for one in facts.people for role in one.assignments if role.held_on(facts.day)]
    empty = list(_empty(facts, held))
    for role in empty:
        key = vacancy_key(role.level, role.function, role.area_id)
        yield Follow(key=key, kind=FollowKind.VACANCY, chosen=len(empty) == 1, role=role)


def _empty(facts: ChangeFacts, held: list[Assignment]) -> Iterator[Assignment]:
    nobody = new_id()
    for level in sorted(Level, key=lambda each: -each.rank):
        if not any(role.level is level for role in held):
            yield Assignment(id=new_id(), contact_id=nobody, level=level)
            continue
        for area in facts.areas:
            wanted = Assignment(id=new_id(), contact_id=nobody, level=level, area_id=area)
            if level is not Level.STRATEGIC and not any(covers(role, wanted) for role in held):
                yield wanted
    for function in FUNCTIONS:
        theirs = function in _THEIRS_ALONE
        if theirs is (facts.party is Party.SSC) and not any(role.function == function for role in held):
            yield Assignment(id=new_id(), contact_id=nobody, function=function)


def _key(kind: FollowKind, key: UUID) -> str:
    return f"{kind}:{key}"

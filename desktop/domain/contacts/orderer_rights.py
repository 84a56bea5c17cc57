"""What an authorised orderer's right covers, and when it runs out (R32)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from desktop.domain.contacts.contact import AuthorisedOrderer, Contact
from desktop.domain.dates import in_prose
from desktop.domain.money import Money
from desktop.domain.order import OrderKind


class RightState(StrEnum):
    """Where a right to order is in its time."""

    COMING = "coming"
    VALID = "valid"
    ENDING = "ending"
    ENDED = "ended"


def ends_soon(right: AuthorisedOrderer, day: date, days: int) -> bool:
    """Whether a right has its last day within so many days, today and the last of them included."""
    return right.ends_on is not None and day <= right.ends_on <= day + timedelta(days=days)


def right_state(right: AuthorisedOrderer, day: date, days: int) -> RightState:
    """Where a right is in its time; one that has begun is ending when it ``ends_soon``."""
    if right.ends_on is not None and right.ends_on < day:
        return RightState.ENDED
    if right.starts_on is not None and right.starts_on > day:
        return RightState.COMING
    return RightState.ENDING if ends_soon(right, day, days) else RightState.VALID


def covers(right: AuthorisedOrderer, area_id: UUID | None, kind: OrderKind, value: Money | None, day: date) -> bool:
    """Whether a right allows an order: it holds that day, covers area and kind, and reaches the value (R32).

    Args:
        right: The right.
        area_id: The service area of the order; none where it has none, which only a right to every area covers.
        kind: The kind of the order.
        value: Its value; none where it is not known, which only a right without limit reaches. A value that is exactly
            the limit is reached.
        day: The day it is placed.
    """
    return not shortcoming(right, area_id, kind, value, day)


def shortcoming(right: AuthorisedOrderer, area_id: UUID | None, kind: OrderKind, value: Money | None, day: date) -> str:
    """Why a right does not allow an order, as a sentence; an empty text where it does. See ``covers``."""
    return _out_of_time(right, day) or _out_of_scope(right, area_id, kind) or _out_of_reach(right, value)


def why_not(contact: Contact, area_id: UUID | None, kind: OrderKind, value: Money | None, day: date) -> str:
    """Why a person may not place an order, as a sentence; an empty text where one of their rights allows it.

    Of several rights that fall short, the one that comes nearest says why: one that holds that day and covers the
    area and the kind before one that does not.
    """
    reasons = [
        (_nearness(right, area_id, kind, day), shortcoming(right, area_id, kind, value, day))
        for right in contact.orderer_rights
    ]
    if any(not reason for _, reason in reasons):
        return ""
    if not reasons:
        return f"{contact.name} är inte behörig beställare."
    return max(reasons, key=lambda each: each[0])[1]


def _out_of_time(right: AuthorisedOrderer, day: date) -> str:
    if right.starts_on is not None and day < right.starts_on:
        return f"Rätten att beställa börjar gälla först {in_prose(right.starts_on)}."
    if right.ends_on is not None and day > right.ends_on:
        return f"Rätten att beställa gällde till och med {in_prose(right.ends_on)}."
    return ""


def _out_of_scope(right: AuthorisedOrderer, area_id: UUID | None, kind: OrderKind) -> str:
    if right.area_id is not None and area_id is None:
        return "Rätten att beställa gäller ett visst tjänsteområde, och beställningen anger inget."
    if right.area_id not in {None, area_id}:
        return "Rätten att beställa gäller ett annat tjänsteområde."
    if right.kind not in {None, kind}:
        return "Rätten att beställa gäller en annan typ av beställning."
    return ""


def _out_of_reach(right: AuthorisedOrderer, value: Money | None) -> str:
    if right.limit is None:
        return ""
    if value is None:
        return f"Rätten att beställa gäller högst {right.limit}, och beställningens värde är inte angivet."
    if value > right.limit:
        return f"Rätten att beställa gäller högst {right.limit}, och beställningen är på {value}."
    return ""


def _nearness(right: AuthorisedOrderer, area_id: UUID | None, kind: OrderKind, day: date) -> int:
    """How many conditions a right meets before the first that it does not, in the order they are tried."""
    met = (right.valid_on(day), right.area_id in {None, area_id}, right.kind in {None, kind})
    return met.index(False) if False in met else len(met)


def is_followed(right: AuthorisedOrderer, others: Iterable[AuthorisedOrderer]) -> bool:
    """Whether another right of the same person goes on where this one ends: same or wider scope, a later end."""
    return any(_follows(other, right) for other in others if other.contact_id == right.contact_id)


def _follows(other: AuthorisedOrderer, right: AuthorisedOrderer) -> bool:
    if right.ends_on is None or other.id == right.id:
        return False
    lasts = other.ends_on is None or other.ends_on > right.ends_on
    return lasts and other.area_id in {None, right.area_id} and other.kind in {None, right.kind}


def needs_attention(
    contact: Contact, right: AuthorisedOrderer, day: date, days: int, checked_on: date | None = None
) -> bool:
    """Whether somebody should be told of a right that runs out, or has, and nothing follows it (R32).

    One that has ended is told of while the person still holds a role, until the orderers have been checked: whoever
    checked them has seen it.

    Args:
        contact: Whose right it is.
        right: The right.
        day: Today.
        days: How many days ahead one is warned.
        checked_on: When the authorised orderers were last checked.
    """
    if contact.ended_on is not None and contact.ended_on < day:
        return False
    if is_followed(right, contact.orderer_rights):
        return False
    if right.ends_on is None or right.ends_on >= day:
        return ends_soon(right, day, days)
    seen = checked_on is not None and checked_on > right.ends_on
    return not seen and any(role.held_on(day) for role in contact.assignments)

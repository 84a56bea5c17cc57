"""The roles and rights of a person as rows: what, since when, and whether it holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.contacts.person.entry_list import Entry
from desktop.views.contacts.words import area_words, period_words
from desktop.views.wording import order_kind_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer
    from desktop.views.contacts.words import AreaNames
    from desktop.views.parts.badge import Tone


def role_entries(roles: Iterable[Assignment], areas: AreaNames, day: date) -> list[Entry]:
    """The roles: those held now, then those to come, then former ones, the latest first."""
    return [_role_entry(role, areas, day) for role in sorted(roles, key=lambda role: _order(role, day))]


def right_entries(rights: Iterable[AuthorisedOrderer], areas: AreaNames, day: date) -> list[Entry]:
    """The rights to order in the same order (R32)."""
    return [_right_entry(right, areas, day) for right in sorted(rights, key=lambda right: _order(right, day))]


def _role_entry(role: Assignment, areas: AreaNames, day: date) -> Entry:
    area = area_words(role.area_id, areas) if role.level or role.area_id else ""
    words = area[:1].upper() + area[1:] if role.level else " · ".join(part for part in (role.function, area) if part)
    period = period_words(role.starts_on, role.ends_on) or QCoreApplication.translate(
        "Contacts", "tiden är inte angiven"
    )
    state, tone = _state(role, day)
    return Entry(
        key=role.id,
        words=words,
        note=period[:1].upper() + period[1:],
        state=state,
        tone=tone,
        level=role.level,
        can_end=_has_not_ended(role, day),
    )


def _right_entry(right: AuthorisedOrderer, areas: AreaNames, day: date) -> Entry:
    kind = (
        order_kind_word(right.kind)
        if right.kind
        else QCoreApplication.translate("Contacts", "alla slag av beställningar")
    )
    area = area_words(right.area_id, areas)
    limit = (
        QCoreApplication.translate("Contacts", "högst {amount}").format(amount=right.limit)
        if right.limit
        else QCoreApplication.translate("Contacts", "ingen beloppsgräns")
    )
    period = period_words(right.starts_on, right.ends_on)
    state, tone = _state(right, day)
    note = " · ".join(part for part in (limit, period, right.evidence) if part)
    return Entry(
        key=right.id,
        words=f"{area[:1].upper()}{area[1:]} · {kind[:1].lower()}{kind[1:]}",
        note=note[:1].upper() + note[1:],
        state=state,
        tone=tone,
        can_end=_has_not_ended(right, day),
    )


def _state(entry: Assignment | AuthorisedOrderer, day: date) -> tuple[str, Tone]:
    if entry.starts_on is not None and entry.starts_on > day:
        return QCoreApplication.translate("Contacts", "Kommande"), "neutral"
    if entry.ends_on is not None and entry.ends_on < day:
        return QCoreApplication.translate("Contacts", "Tidigare"), "neutral"
    return QCoreApplication.translate("Contacts", "Nu"), "good"


def _has_not_ended(entry: Assignment | AuthorisedOrderer, day: date) -> bool:
    return entry.ends_on is None or entry.ends_on > day


def _order(entry: Assignment | AuthorisedOrderer, day: date) -> tuple[int, int, int]:
    coming = entry.starts_on is not None and entry.starts_on > day
    former = entry.ends_on is not None and entry.ends_on < day
    ends = -entry.ends_on.toordinal() if former and entry.ends_on else 0
    return 2 if former else int(coming), ends, entry.starts_on.toordinal() if entry.starts_on else 0

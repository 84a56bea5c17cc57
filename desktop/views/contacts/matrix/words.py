"""The Swedish words of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.contact_matrix import may_order
from desktop.domain.contacts.freshness import is_stale, months_since
from desktop.domain.dates import day_and_month, in_prose
from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.views.contacts.words import area_words, level_noun, period_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_matrix import Gap, Holder
    from desktop.views.contacts.words import AreaNames


def row_noun(forum: Forum) -> str:
    """A row of the matrix as a noun: "Taktisk nivå"."""
    if forum is Forum.COMBINED:
        return QCoreApplication.translate("Contacts", "Taktisk och operativ nivå")
    return level_noun(forum.level)


def purpose_words(forum: Forum) -> str:
    """What is dealt with on a level (model, section 1.1)."""
    return {
        Forum.STRATEGIC: QCoreApplication.translate("Contacts", "Övergripande frågor"),
        Forum.TACTICAL: QCoreApplication.translate("Contacts", "Överenskommelsen som helhet"),
        Forum.OPERATIONAL: QCoreApplication.translate("Contacts", "Den dagliga leveransen"),
        Forum.COMBINED: QCoreApplication.translate(
            "Contacts", "Den dagliga leveransen och överenskommelsen som helhet"
        ),
    }[forum]


def staffing_words(forum: Forum) -> str:
    """Who usually holds a level at an agency, as help and never as a rule (R2; model, section 1.4)."""
    usual = {
        Level.STRATEGIC: QCoreApplication.translate(
            "Contacts",
            "Strategisk nivå: ansvarig för överenskommelsen. Avdelningschef, personalchef, ekonomichef eller "
            "motsvarande.",
        ),
        Level.TACTICAL: QCoreApplication.translate(
            "Contacts",
            "Taktisk nivå: bred kunskap om tjänsteområdet och överenskommelsen. Enhetschef eller motsvarande.",
        ),
        Level.OPERATIONAL: QCoreApplication.translate(
            "Contacts",
            "Operativ nivå: detaljerad kunskap om tjänsten på aktivitetsnivå. Ekonomi- eller lönehandläggare eller "
            "motsvarande.",
        ),
    }
    return "\n".join(usual[level] for level in reversed(Level) if level in forum.levels)


def near_day(day: date, today: date) -> str:
    """A day in prose, its year left out where it is this one: "1 november"."""
    return day_and_month(day) if day.year == today.year else in_prose(day)


def vacancy_words(gap: Gap, areas: AreaNames, today: date) -> str:
    """That nobody holds a role, for which area and since when: "Lön: vakant sedan 1 november" (R15)."""
    since = near_day(gap.since, today) if gap.since else ""
    if gap.area_id is None:
        words = QCoreApplication.translate("Contacts", "Vakant sedan {day}") if since else ""
        return (words or QCoreApplication.translate("Contacts", "Vakant")).format(day=since)
    words = QCoreApplication.translate("Contacts", "{area}: vakant sedan {day}") if since else ""
    words = words or QCoreApplication.translate("Contacts", "{area}: vakant")
    return words.format(area=area_words(gap.area_id, areas), day=since)


def areas_phrase(area_ids: Sequence[UUID], areas: AreaNames) -> str:
    """The service areas of a holder: "Ekonomi, Lön", or that it is all of them."""
    return ", ".join(area_words(area, areas) for area in area_ids) or area_words(None, areas)


def holder_words(holder: Holder, areas: AreaNames, day: date, *, with_all: bool) -> str:
    """What stands below a name: title, areas, when it begins or ends, and the right to order.

    Args:
        holder: The person and the roles.
        areas: The names of the service areas.
        day: The day that is asked about.
        with_all: Whether to say that it is for all areas, because others in the cell have some of them.
    """
    contact = holder.contact
    period = ""
    if holder.starts_on is not None and holder.starts_on > day:
        period = period_words(holder.starts_on, None)
    elif holder.ends_on is not None:
        period = period_words(None, holder.ends_on)
    parts = (
        contact.title if contact.title != contact.name else "",
        areas_phrase(holder.area_ids, areas) if holder.area_ids or with_all else "",
        period,
        orderer_word() if may_order(contact, day) else "",
    )
    return " · ".join(part for part in parts if part)


def orderer_word() -> str:
    """That someone may order (R32)."""
    return QCoreApplication.translate("Contacts", "behörig beställare")


def stale_words(contact: Contact, today: date, months: int) -> str:
    """That someone needs to be confirmed again: "Ej bekräftad på 14 månader"; empty where nobody does (R17)."""
    if not is_stale(contact, today, months):
        return ""
    if contact.confirmed_on is None:
        return QCoreApplication.translate("Contacts", "Ej bekräftad")
    past = months_since(contact.confirmed_on, today)
    if past == 1:
        return QCoreApplication.translate("Contacts", "Ej bekräftad på 1 månad")
    return QCoreApplication.translate("Contacts", "Ej bekräftad på {count} månader").format(count=past)

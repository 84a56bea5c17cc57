"""The Swedish words of the contact list."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.domain.contact import Assignment, AuthorisedOrderer
from desktop.domain.dates import in_prose
from desktop.domain.level import Level, Party
from desktop.views.wording import party_word

AreaNames = Mapping[UUID, str]


def party_name(party: Party, agency: str) -> str:
    """The name of a side; ours is called "Vi" until its name is known."""
    return agency if agency and party is Party.AGENCY else party_word(party)


def level_noun(level: Level) -> str:
    """A level as a noun: "Taktisk nivå"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Contacts", "Operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Contacts", "Taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Contacts", "Strategisk nivå"),
    }[level]


def gap_words(level: Level, party: Party) -> str:
    """That nobody holds the role of a level at a side (R15)."""
    side = {
        Party.AGENCY: QCoreApplication.translate("Contacts", "hos oss"),
        Party.SSC: QCoreApplication.translate("Contacts", "hos Statens servicecenter"),
    }[party]
    return QCoreApplication.translate("Contacts", "Ingen kontaktperson på {level} {side}").format(
        level=level_noun(level).lower(), side=side
    )


def period_words(starts_on: date | None, ends_on: date | None) -> str:
    """From when to when, as far as it is known."""
    if starts_on and ends_on:
        return QCoreApplication.translate("Contacts", "{start} – {end}").format(
            start=in_prose(starts_on), end=in_prose(ends_on)
        )
    if starts_on:
        return QCoreApplication.translate("Contacts", "från {start}").format(start=in_prose(starts_on))
    if ends_on:
        return QCoreApplication.translate("Contacts", "till {end}").format(end=in_prose(ends_on))
    return ""


def area_words(area_id: UUID | None, areas: AreaNames) -> str:
    """The service area of a role; no area means every one."""
    if area_id is None:
        return QCoreApplication.translate("Contacts", "alla tjänsteområden")
    return areas.get(area_id, QCoreApplication.translate("Contacts", "okänt tjänsteområde"))


def role_words(role: Assignment, areas: AreaNames) -> str:
    """A role in one line: "Taktisk nivå · Lön · från 1 mars 2026"."""
    what = level_noun(role.level) if role.level else role.function
    area = area_words(role.area_id, areas) if role.level or role.area_id else ""
    return _joined(what, area, period_words(role.starts_on, role.ends_on))


def orderer_words(right: AuthorisedOrderer, areas: AreaNames) -> str:
    """A right to order in one line (R32)."""
    limit = ""
    if right.limit is not None:
        limit = QCoreApplication.translate("Contacts", "högst {amount}").format(amount=right.limit)
    return _joined(
        QCoreApplication.translate("Contacts", "Behörig beställare"),
        area_words(right.area_id, areas),
        limit,
        period_words(right.starts_on, right.ends_on),
        right.evidence,
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

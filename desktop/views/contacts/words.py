"""The Swedish words of the contact list."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.freshness import Confirmation
from desktop.domain.contacts.orderer_rights import RightState
from desktop.domain.dates import in_prose
from desktop.domain.expectation import Expectation, ExpectationState
from desktop.domain.level import Level, Party
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from desktop.views.parts.badge import Tone

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


def confirmation_words(each: Confirmation) -> str:
    """How fresh a contact is: "Ej bekräftad på 14 månader", "Aldrig bekräftad" or when it was confirmed (R17)."""
    confirmed_on = each.contact.confirmed_on
    if confirmed_on is None or each.months is None:
        return QCoreApplication.translate("Contacts", "Aldrig bekräftad")
    if not each.is_stale:
        return QCoreApplication.translate("Contacts", "Bekräftad {day}").format(day=in_prose(confirmed_on))
    if each.months == 1:
        return QCoreApplication.translate("Contacts", "Ej bekräftad på en månad")
    return QCoreApplication.translate("Contacts", "Ej bekräftad på {count} månader").format(count=each.months)


def right_state_words(state: RightState, days_left: int | None) -> str:
    """Where a right to order is in its time: "Går ut om 23 dagar" (R32)."""
    if state is RightState.ENDING:
        if days_left == 0:
            return QCoreApplication.translate("Contacts", "Går ut i dag")
        if days_left == 1:
            return QCoreApplication.translate("Contacts", "Går ut i morgon")
        return QCoreApplication.translate("Contacts", "Går ut om {count} dagar").format(count=days_left)
    return {
        RightState.VALID: QCoreApplication.translate("Contacts", "Gäller"),
        RightState.COMING: QCoreApplication.translate("Contacts", "Kommande"),
        RightState.ENDED: QCoreApplication.translate("Contacts", "Gäller inte längre"),
    }[state]


def check_words(expected: Expectation, day: date) -> tuple[str, "Tone"]:
    """How far a half-yearly check has come, and how good or bad that is (R29)."""
    state, due = expected.state(day), in_prose(expected.due_on)
    if state is ExpectationState.DONE and expected.done_on is not None:
        done = QCoreApplication.translate("Contacts", "Kontrollerad {day}")
        return done.format(day=in_prose(expected.done_on)), "good"
    if state is ExpectationState.LATE:
        return QCoreApplication.translate("Contacts", "Kontrollen är försenad sedan {day}").format(day=due), "danger"
    words = QCoreApplication.translate("Contacts", "Kontrolleras senast {day}").format(day=due)
    return words, "warning" if state is ExpectationState.DUE else "neutral"

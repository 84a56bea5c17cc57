"""How the invitation of an expert and the absence of a contact are told in Swedish (R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import clock
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import clock_times

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.attendance import Missed


def item_words(starts_at: datetime, items: Sequence[AgendaItem]) -> dict[UUID, str]:
    """Which item an expert comes to and when, if every item takes its time: "till punkt 4, kl. 13.40"."""
    words = QCoreApplication.translate("Participants", "till punkt {number}, kl. {time}")
    times = clock_times(starts_at, items)
    return {
        item.id: words.format(number=number, time=clock(begins))
        for number, (item, (begins, _)) in enumerate(zip(items, times, strict=True), 1)
    }


def missed_words(missed: Missed) -> str:
    """Whose contact was missing how often: "Vår taktiska kontakt saknades vid 2 av de 3 senaste mötena."."""
    contact = {
        (Party.AGENCY, Level.OPERATIONAL): QCoreApplication.translate("Participants", "Vår operativa kontakt"),
        (Party.AGENCY, Level.TACTICAL): QCoreApplication.translate("Participants", "Vår taktiska kontakt"),
        (Party.AGENCY, Level.STRATEGIC): QCoreApplication.translate("Participants", "Vår strategiska kontakt"),
        (Party.SSC, Level.OPERATIONAL): QCoreApplication.translate("Participants", "SSC:s operativa kontakt"),
        (Party.SSC, Level.TACTICAL): QCoreApplication.translate("Participants", "SSC:s taktiska kontakt"),
        (Party.SSC, Level.STRATEGIC): QCoreApplication.translate("Participants", "SSC:s strategiska kontakt"),
    }[missed.party, missed.level]
    if missed.times == missed.of:
        words = QCoreApplication.translate("Participants", "{contact} saknades vid de {of} senaste mötena.")
    else:
        words = QCoreApplication.translate("Participants", "{contact} saknades vid {times} av de {of} senaste mötena.")
    return words.format(contact=contact, times=missed.times, of=missed.of)

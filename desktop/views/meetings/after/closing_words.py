"""How far the closing of a meeting has come, in Swedish (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import in_prose
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import OFTEN

if TYPE_CHECKING:
    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.closing import Closing, LaterMeeting


def progress_words(closing: Closing) -> str:
    """How many items nobody has said anything about yet: "3 av 8 punkter kvar"."""
    count = len(closing.items)
    if not count:
        return QCoreApplication.translate("Closing", "Dagordningen har inga punkter.")
    if not closing.remaining and count == 1:
        return QCoreApplication.translate("Closing", "Punkten har ett utfall")
    if not closing.remaining:
        return QCoreApplication.translate("Closing", "Alla {count} punkter har ett utfall").format(count=count)
    words = QCoreApplication.translate("Closing", "{left} av {count} punkter kvar")
    return words.format(left=closing.remaining, count=count)


def hint_words(closing: Closing) -> str:
    """What the closing waits for, or what it has brought."""
    if closing.fixed is not None:
        words = QCoreApplication.translate(
            "Closing", "Anteckningarna är fastställda, version {number}. Öppna dem igen för att ändra."
        )
        return words.format(number=closing.fixed)
    if closing.closed:
        return QCoreApplication.translate(
            "Closing", "Mötet är avslutat. Utfallen kan ändras tills anteckningarna fastställs."
        )
    if not closing.can_close:
        return QCoreApplication.translate("Closing", "Mötet kan avslutas när det har hållits.")
    if closing.remaining:
        return QCoreApplication.translate(
            "Closing", "Ange för varje punkt om den är behandlad, bordlagd eller struken."
        )
    return QCoreApplication.translate(
        "Closing", "Alla punkter har ett utfall. Avsluta mötet, så inväntas anteckningarna."
    )


def count_words(item: AgendaItem) -> str:
    """How often an item has been deferred, this time included, and what to think of when it is often."""
    if not item.deferrals:
        return ""
    if item.deferrals == 1:
        words = QCoreApplication.translate("Closing", "Bordlagd en gång")
    else:
        words = QCoreApplication.translate("Closing", "Bordlagd {count} gånger").format(count=item.deferrals)
    if item.deferrals < OFTEN or item.state is not ItemState.DEFERRED:
        return words
    return QCoreApplication.translate("Closing", "{words}. Överväg att eskalera frågan.").format(words=words)


def later_words(meeting: LaterMeeting) -> str:
    """A later meeting as it stands in a list: "Taktiskt samverkansmöte, 12 januari 2027"."""
    return f"{meeting.title}, {in_prose(meeting.day)}"

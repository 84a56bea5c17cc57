"""Telling assistive technology what has changed on screen."""

from PySide6.QtCore import QObject


def announce(source: QObject, sentence: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a sentence (EN 301 549, 11.4.1.3: status messages).

    Args:
        source: The widget the sentence is about.
        sentence: What to say.
        urgent: Interrupt what is being read; only for what went wrong.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not needed by the first window

    event = QAccessibleAnnouncementEvent(source, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)

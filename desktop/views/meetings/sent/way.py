"""Leads through proposing items to SSC and comparing their agenda: which panel is open, and what it asks for (R9)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.dates import today
from desktop.domain.meetings.agenda_reminder import agenda_reminder
from desktop.views.meetings.sent.card import SentCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.meeting import MeetingFile
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.sent.comparing import ComparingPanel
    from desktop.views.meetings.sent.sending import SendingPanel


class WayToSsc(QObject):
    """Owns the card and the two panels, and speaks with the register for them.

    Args:
        desk: The way to the register.
        today: Says what day it is, for what is late.
        parent: The owning object.

    Attributes:
        opened: A panel (``QWidget``) is to take the place of the agenda.
        closed: The agenda is to come back.
        mail_asked: The meeting's key and the keys of items to propose in a mail draft.
        preview_asked: The same, as a document to look at.
        reminder_asked: The key of the meeting whose agenda SSC is to be reminded of.
    """

    opened = Signal(object)
    closed = Signal()
    mail_asked = Signal(object, object)
    preview_asked = Signal(object, object)
    reminder_asked = Signal(object)

    def __init__(self, desk: Desk, today: Callable[[], date] = today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._desk = desk
        self._meeting: UUID | None = None
        self._items: tuple[AgendaItem, ...] = ()
        self.card = SentCard()
        self.card.sending_asked.connect(self.begin_sending)
        self.card.comparing_asked.connect(self.begin_comparing)
        self.card.reminding_asked.connect(self._remind)

    @cached_property
    def sending(self) -> SendingPanel:
        """Where items to propose are chosen, built when it is first needed."""
        from desktop.views.meetings.sent.sending import SendingPanel

        made = SendingPanel()
        made.left.connect(self.closed)
        made.marking_asked.connect(self._mark)
        made.mail_asked.connect(self._mail)
        made.preview_asked.connect(self._preview)
        return made

    @cached_property
    def comparing(self) -> ComparingPanel:
        """Where SSC's agenda is compared, built when it is first needed."""
        from desktop.views.meetings.sent.comparing import ComparingPanel

        made = ComparingPanel()
        made.left.connect(self.closed)
        made.text_changed.connect(self._compare)
        made.file_asked.connect(self.read)
        made.keeping_asked.connect(self._keep)
        return made

    def show_items(self, file: MeetingFile, items: Sequence[AgendaItem]) -> None:
        """Follow the items of a meeting; those of another one close what is open."""
        meeting = file.meeting
        if meeting.id != self._meeting:
            self.leave()
        self._meeting, self._items = meeting.id, tuple(items)
        self.card.show_items(self._items, agenda_reminder(meeting, items, self._today(), received=bool(file.received)))

    def leave(self) -> None:
        """Belong to no meeting any more."""
        if self._meeting is not None:
            self._meeting = None
            self.closed.emit()
            if "comparing" in self.__dict__:
                self.comparing.clear()

    def begin_sending(self) -> None:
        """Offer the items to propose."""
        self.sending.show_items(self._items)
        self._open(self.sending)
        self.sending.begin()

    def begin_comparing(self) -> None:
        """Offer to paste SSC's agenda."""
        self._open(self.comparing)
        self.comparing.begin()

    @property
    def compares(self) -> bool:
        """Whether SSC's agenda is being compared on screen, so that a dropped file is one."""
        return "comparing" in self.__dict__ and self.comparing.isVisible()

    def read(self, path: Path) -> None:
        """Compare the agenda in a file."""
        sent_items = self._desk.services.sent_items
        self._desk.read(
            "agendaFile",
            lambda: sent_items.read(path),
            self.comparing.show_text,
            lambda error: self.comparing.show_trouble(str(error)),
        )

    def _open(self, panel: QWidget) -> None:
        self.opened.emit(panel)

    def _mark(self, keys: tuple[UUID, ...]) -> None:
        """Note that items have been proposed."""
        sent_items, meeting = self._desk.services.sent_items, self._meeting
        if meeting is None:
            return

        def tell(count: int) -> None:
            words = self.tr("En punkt är föreslagen.") if count == 1 else self.tr("{count} punkter är föreslagna.")
            self._desk.message.emit(words.format(count=count), "good", True)

        self.closed.emit()
        self._desk.write(lambda: sent_items.mark_sent(meeting, keys), tell)

    def _mail(self, keys: tuple[UUID, ...]) -> None:
        if self._meeting is not None:
            meeting = self._meeting
            self._mark(keys)
            self.mail_asked.emit(meeting, keys)  # last, so that what became of the draft is what one reads

    def _preview(self, keys: tuple[UUID, ...]) -> None:
        if self._meeting is not None:
            self.preview_asked.emit(self._meeting, keys)

    def _remind(self) -> None:
        if self._meeting is not None:
            self.reminder_asked.emit(self._meeting)

    def _compare(self, text: str) -> None:
        sent_items, meeting = self._desk.services.sent_items, self._meeting
        if meeting is not None:
            self._desk.read(
                "comparison",
                lambda: sent_items.compare(meeting, text),
                self.comparing.show_comparison,
                lambda error: self.comparing.show_trouble(str(error)),
            )

    def _keep(self, points: tuple[str, ...], verdicts: dict[UUID, int | None]) -> None:
        sent_items, meeting = self._desk.services.sent_items, self._meeting
        if meeting is None:
            return
        sentence = self.tr("Statens servicecenters dagordning är sparad och jämförd.")

        def kept(_: object) -> None:
            self.comparing.clear()
            self._desk.message.emit(sentence, "good", True)

        self.closed.emit()
        self._desk.write(lambda: sent_items.keep(meeting, points, verdicts), kept)

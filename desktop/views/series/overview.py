"""All series, one card each, and what to do where there are none (R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.heading import PageHead
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.series.card import SeriesCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.series_file import SeriesFile


class SeriesOverview(QWidget):
    """Shows the series.

    Attributes:
        new_asked: A new series is wanted.
        left: The user is done here.
        meeting_chosen: The key of a meeting to open.
        change_asked: A ``SeriesFile`` to change.
        extend_asked: One that more meetings are wanted of.
        end_asked: One to end today.
        removal_asked: One to remove.
    """

    new_asked = Signal()
    left = Signal()
    meeting_chosen = Signal(object)
    change_asked = Signal(object)
    extend_asked = Signal(object)
    end_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seriesOverview")
        self._shown: tuple[tuple[SeriesFile, ...], date] | None = None
        self.cards: list[SeriesCard] = []
        self._head = PageHead(
            self.tr("Serier"), self.tr("Hur ofta forumen träffas anpassas i dialog mellan parterna (avsnitt 1.2).")
        )
        leave = SecondaryButton(self.tr("Till mötena"))
        leave.setObjectName("seriesBack")
        leave.clicked.connect(self.left)
        self._new = PrimaryButton(self.tr("Ny serie"), "plus")
        self._new.setObjectName("newSeries")
        self._new.clicked.connect(self.new_asked)
        self._head.add_action(leave)
        self._head.add_action(self._new)
        self._empty = EmptyState(
            self.tr("Inga serier ännu"),
            self.tr(
                "En serie lägger upp ett forums möten så som parterna har kommit överens: hur ofta, vilken dag och "
                "vilken tid. Sedan syns här vad som var planerat och vad som blev av."
            ),
            self.tr("Lägg upp en serie"),
            "calendar",
        )
        self._empty.action.setObjectName("firstSeries")
        self._empty.action_chosen.connect(self.new_asked)
        self._inside = ScrolledColumn()
        self._scroll = VerticalScroll(self._inside)
        self._scroll.setObjectName("seriesScroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self._head)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._scroll, 1)
        self._empty.hide()

    def show_series(self, files: Sequence[SeriesFile], today: date) -> None:
        """Show the series; the button that had the focus has it again."""
        shown = (tuple(files), today)
        if shown == self._shown:
            return
        self._shown = shown
        focus = self._focused()
        for card in self.cards:
            self._inside.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(file, today) for file in files]
        for place, card in enumerate(self.cards):
            self._inside.column.insertWidget(place, card)
        self._empty.setVisible(not files)
        self._scroll.setVisible(bool(files))
        self._new.setVisible(bool(files))
        if focus is not None:
            self._focus_again(*focus)

    def begin(self) -> None:
        """Take the focus."""
        first = self._new if self._new.isVisible() else self._empty.action
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, file: SeriesFile, today: date) -> SeriesCard:
        card = SeriesCard(file, today)
        card.open_asked.connect(lambda: self.meeting_chosen.emit(file.next_meeting.id if file.next_meeting else None))
        card.change_asked.connect(lambda: self.change_asked.emit(file))
        card.extend_asked.connect(lambda: self.extend_asked.emit(file))
        card.end_asked.connect(lambda: self.end_asked.emit(file))
        card.removal_asked.connect(lambda: self.removal_asked.emit(file))
        return card

    def _focused(self) -> tuple[UUID, str] | None:
        """In which series, and on which button, the focus is."""
        widget = self.focusWidget()
        if not widget or not widget.hasFocus():
            return None
        found = next((card for card in self.cards if card.isAncestorOf(widget)), None)
        return (found.file.series.id, widget.objectName()) if found else None

    def _focus_again(self, series_id: UUID, name: str) -> None:
        card = next((card for card in self.cards if card.file.series.id == series_id), None)
        button = card.findChild(QWidget, name) if card else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()

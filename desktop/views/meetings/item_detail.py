"""What belongs to one item besides its row: wanted outcome, section, and what is for us alone (R8, R11)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.meetings.agenda import SentState
from desktop.views.icons import icon_pixmap
from desktop.views.meetings.section_field import SectionField
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.badge import SourceChip, StateChip, Tone
from desktop.views.parts.buttons import IconButton, QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text
from desktop.views.wording import sent_state_word

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.views.meetings.desk import Desk

_TEXT_HEIGHT = 44
_SENT_TONES: dict[SentState, Tone] = {
    SentState.NOT_SENT: "neutral",
    SentState.PROPOSED: "neutral",
    SentState.ON_AGENDA: "good",
    SentState.LEFT_OUT: "warning",
}


class ItemDetail(Card):
    """Shows and saves what belongs to the chosen item.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        typed: An item's key, the name of a field, its text and the key of the editing session.
        source_asked: The chip of the source was chosen.
        journey_asked: The item's journey through the meetings is wanted.
        move_asked: The item is to go up (-1) or down (1).
        removal_asked: The item is to be removed.
    """

    typed = Signal(object, str, str, object)
    source_asked = Signal()
    journey_asked = Signal()
    move_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("itemDetail")
        self.setAccessibleName(self.tr("Om punkten"))
        self._desk = desk
        self._item: AgendaItem | None = None
        self._title = Text("", "section")
        self._title.setObjectName("itemTitle")
        self._source = SourceChip("")
        self._source.setObjectName("itemSource")
        self._source.clicked.connect(self.source_asked)
        self._sent = StateChip("")
        self._sent.setObjectName("itemSent")
        self._outcome = _text_field("itemOutcome", self.tr("Önskat resultat"))
        self._private = _text_field("itemPreparation", self.tr("Endast för oss: egen förberedelse"))
        self.sections = SectionField()
        self._lock = QLabel()
        self.outcome = Autosave(self._outcome)
        self.section = Autosave(self.sections)
        self.preparation = Autosave(self._private)
        self.body.addLayout(self._head())
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(self._outcome_column(), 1)
        columns.addWidget(self._private_card(), 1)
        self.body.addLayout(columns, 1)
        self.show_item(None)
        self._tint()

    def show_item(self, item: AgendaItem | None) -> None:
        """Show an item, or nothing. News about the item already shown leave unsaved typing alone."""
        former, self._item = self._item, item
        self.setVisible(item is not None)
        if item is None:
            for field in (self.outcome, self.section, self.preparation):
                field.release()
            return
        self._source.setVisible(bool(item.source.label))
        self._source.set_source(item.source.label)
        self._sent.setVisible(item.sent is not SentState.NOT_SENT)
        self._sent.set_state(sent_state_word(item.sent), _SENT_TONES[item.sent])
        if former is not None and former.id == item.id:
            self.outcome.offer(item.wanted_outcome)
            self.section.offer(item.section)
        else:
            self._bind(item)
        self._read_preparation(item.id)

    def set_number(self, number: int, title: str) -> None:
        """Say which item it is."""
        whole = self.tr("Punkt {number} · {title}").format(number=number, title=title)
        self._title.setText(self.tr("Punkt {number}").format(number=number))
        self._title.setToolTip("")
        self._title.setAccessibleName(whole)

    def flush(self) -> None:
        """Save what waits in the fields."""
        for field in (self.outcome, self.section, self.preparation):
            field.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lock again when the theme has changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _bind(self, item: AgendaItem) -> None:
        self.preparation.release()
        self._private.setReadOnly(True)  # until it is read: typing must not replace what is not on screen yet

        def save(field: str, text: str, group: UUID) -> bool:
            self.typed.emit(item.id, field, text, group)
            return True

        self.outcome.bind(item.id, item.wanted_outcome, partial(save, "wanted_outcome"))
        self.section.bind(item.id, item.section, partial(save, "section"))

    def _read_preparation(self, key: UUID) -> None:
        agendas = self._desk.services.agendas

        def save(text: str, group: UUID) -> bool:
            self._desk.write(lambda: agendas.prepare(key, text, group=group))
            return True

        def arrived(text: str) -> None:
            if self._item is None or self._item.id != key:
                return
            if self._private.isReadOnly():
                self.preparation.bind(key, text, save)
                self._private.setReadOnly(False)
            else:
                self.preparation.offer(text)

        self._desk.read("preparation", lambda: agendas.preparation(key), arrived)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._source)
        row.addWidget(self._sent)
        row.addStretch(1)
        journey = QuietButton(self.tr("Resa"))
        journey.setObjectName("itemJourney")
        journey.setAccessibleName(self.tr("Visa punktens resa genom mötena"))
        journey.setToolTip(self.tr("Visa punktens resa genom mötena"))
        journey.clicked.connect(self.journey_asked)
        row.addWidget(journey)
        for icon_name, name, key, act in (
            ("up", self.tr("Flytta upp (Alt+Upp)"), "itemUp", lambda: self.move_asked.emit(-1)),
            ("down", self.tr("Flytta ned (Alt+Ned)"), "itemDown", lambda: self.move_asked.emit(1)),
            ("trash", self.tr("Ta bort punkten"), "itemRemove", self.removal_asked.emit),
        ):
            button = IconButton(icon_name, name, bare=True)
            button.setObjectName(key)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _outcome_column(self) -> QVBoxLayout:
        label = Text(self.tr("Önskat resultat"), "muted")
        label.setBuddy(self._outcome)
        column = QVBoxLayout()
        column.setContentsMargins(0, 9, 0, 9)  # level with the text inside the private card
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self._outcome, 1)
        column.addLayout(self._section_row())
        return column

    def _section_row(self) -> QHBoxLayout:
        label = Text(self.tr("Avsnitt"), "muted")
        label.setBuddy(self.sections)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.sections, 1)
        return row

    def _private_card(self) -> QWidget:
        card = Card(padding=8, private=True)
        card.setObjectName("privateCard")
        label = Text(self.tr("Endast för oss, kommer aldrig med i dokument"), "muted", wrap=True)
        label.setObjectName("privateLabel")
        label.setBuddy(self._private)
        words = QHBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(label, 1)
        card.body.setSpacing(6)
        card.body.addLayout(words)
        card.body.addWidget(self._private, 1)
        return card

    def _tint(self) -> None:
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self._lock.setPixmap(icon_pixmap("lock", muted, 14, self.devicePixelRatioF()))


def _text_field(name: str, label: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setAccessibleName(label)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(_TEXT_HEIGHT)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return field

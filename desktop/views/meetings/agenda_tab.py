"""The tab of the agenda: table, sum, proposals, and what belongs to the chosen item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.meetings.agenda import Source
from desktop.views.meetings.agenda_editors import presenters
from desktop.views.meetings.agenda_model import AgendaModel
from desktop.views.meetings.agenda_table import AgendaTable
from desktop.views.meetings.item_detail import ItemDetail
from desktop.views.meetings.journey.opening import ItemJourney
from desktop.views.meetings.proposals import ProposalsPanel
from desktop.views.meetings.sent.way import WayToSsc
from desktop.views.parts.addition_field import AdditionField
from desktop.views.parts.badge import StateChip
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.meeting import MeetingFile, Participant
    from desktop.domain.meetings.proposal import Proposal
    from desktop.views.meetings.desk import Desk

_LONGEST_TITLE = 300
_DETAIL_HEIGHT = 184
_ANY_HEIGHT = 16_777_215
"""Qt's word for no limit (``QWIDGETSIZE_MAX``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What the tab shows of one meeting."""

    file: MeetingFile
    items: tuple[AgendaItem, ...]
    prepared: frozenset[UUID]
    proposals: tuple[Proposal, ...] | None
    dismissed: int


class AgendaTab(QWidget):
    """Prepares the agenda of one meeting (R8); every change is on screen at once and stored behind it.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        source_opened: The ``Source`` of an item is to be opened.
        meeting_opened: The key of a meeting to be opened.
    """

    source_opened = Signal(object)
    meeting_opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agendaTab")
        self._desk = desk
        self._meeting: UUID | None = None
        self._minutes = 0
        self.model = AgendaModel(self)
        self.table = AgendaTable(self.model)
        self.detail = ItemDetail(desk)
        self.proposals = ProposalsPanel()
        self.way = WayToSsc(desk, parent=self)
        self.journey = ItemJourney(desk, self)
        self._detail_height = _DETAIL_HEIGHT
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._share_height)
        self._lay_out()
        self._connect()

    def show_agenda(self, agenda: Agenda) -> None:
        """Show a meeting's agenda; for the meeting already shown, only what has changed."""
        meeting = agenda.file.meeting
        other = meeting.id != self._meeting
        if other:
            self.journey.leave()
        self._meeting, self._minutes = meeting.id, meeting.minutes
        self._show_presenters(agenda.file.participants)
        self.model.show_items(agenda.items, agenda.prepared)
        self.proposals.show_proposals(agenda.proposals, agenda.dismissed)
        self.way.show_items(agenda.file, agenda.items)
        self.journey.refresh()
        if (other or self.table.current_row < 0) and agenda.items:
            self.table.choose(0)
        self._show_sum()
        self._show_item()

    def flush(self) -> None:
        """Save everything that is typed here and not saved yet."""
        self._save_typing()
        self._add()

    def leave(self) -> None:
        """Save, and show no meeting any more."""
        self.flush()
        self._meeting = None
        self.way.leave()
        self.journey.leave()
        self.model.show_items(())
        self.detail.show_item(None)

    def begin_item(self) -> None:
        """Go to where a new item is typed."""
        self._addition.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._later.start(0)

    def _lay_out(self) -> None:
        self._card = Card()
        self._card.setObjectName("agendaCard")
        self._card.body.addWidget(self.table)
        self._divider = Divider()
        self._card.body.addWidget(self._divider)
        self._card.body.addLayout(self._last_row())
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._card)
        self._splitter.addWidget(self.detail)
        self._splitter.splitterMoved.connect(self._note_share)
        for part in (self.proposals, self.way.card):
            part.setMinimumWidth(216)
            part.setMaximumWidth(320)
        left = QVBoxLayout()
        left.addWidget(self._splitter, 1)
        left.addStretch(0)  # what the table leaves over while there is no item
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.proposals, 1)
        right.addWidget(self.way.card)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 7)
        row.addLayout(right, 3)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(main)

    def _show_panel(self, panel: QWidget) -> None:
        """Let a panel take the place of the agenda until it closes."""
        if self._pages.indexOf(panel) < 0:
            self._pages.addWidget(panel)
        self._pages.setCurrentWidget(panel)

    def _begin_journey(self) -> None:
        """Show the journey of the chosen item in place of the agenda."""
        row = self.table.current_row
        if 0 <= row < self.model.rowCount():
            self._save_typing()
            self.journey.open(self.model.item(row).id)

    def _leave_journey(self) -> None:
        """Bring the agenda back, and the focus to it if it was in what goes."""
        focus = QApplication.focusWidget()
        from_panel = focus is not None and self.journey.panel.isAncestorOf(focus)
        self._pages.setCurrentIndex(0)
        if from_panel:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_meeting(self, key: UUID) -> None:
        """Go to a meeting of the journey, which ends there."""
        self.journey.leave()
        if key != self._meeting:
            self.meeting_opened.emit(key)

    def _share_height(self) -> None:
        """Give the table what its rows need, and the chosen item the rest, which is never less than it asks for."""
        self._divider.setVisible(self.model.rowCount() > 0)  # the line below the headings is enough
        needed = self._card.sizeHint().height()
        self._card.setMaximumHeight(needed)
        chosen = self.detail.isVisibleTo(self)
        self._splitter.setMaximumHeight(_ANY_HEIGHT if chosen else needed)
        if chosen:
            room = self.height() - self._splitter.handleWidth()
            upper = max(self._card.minimumSizeHint().height(), min(needed, room - self._detail_height))
            self._splitter.setSizes([upper, room - upper])

    def _note_share(self) -> None:
        self._detail_height = self._splitter.sizes()[1]

    def _last_row(self) -> QHBoxLayout:
        self._addition = AdditionField()
        self._addition.setObjectName("agendaAddition")
        self._addition.setAccessibleName(self.tr("Lägg till punkt"))
        self._addition.setPlaceholderText(self.tr("+ Lägg till punkt"))
        self._addition.setMaxLength(_LONGEST_TITLE)
        self._addition.setStyleSheet("QLineEdit:!focus { border-color: transparent; background: transparent; }")
        self._sum = Text("")
        self._sum.setObjectName("agendaSum")
        self._over = StateChip("", "danger")
        self._over.setObjectName("agendaOver")
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._addition, 1)
        row.addWidget(self._over)
        row.addWidget(self._sum)
        return row

    def _connect(self) -> None:
        self.model.edited.connect(self._store_edit)
        self.model.moved.connect(self._store_move)
        self.model.rearranged.connect(self._show_sum)
        self.model.rearranged.connect(self._name_item)
        self.table.chosen.connect(self._show_item)
        self.table.fitted.connect(lambda: self._later.start(0))
        self.table.removal_asked.connect(self._remove)
        self.table.source_asked.connect(self._open_source)
        self.table.addition_asked.connect(self.begin_item)
        self._addition.returnPressed.connect(self._add)
        self.detail.typed.connect(self._store_typed)
        self.detail.sections.entered.connect(self._offer_sections)
        self.detail.source_asked.connect(lambda: self._open_source(self.table.current_row))
        self.detail.journey_asked.connect(self._begin_journey)
        self.detail.move_asked.connect(self.table.move_current)
        self.detail.removal_asked.connect(lambda: self._remove(self.table.current_row))
        self.proposals.accepted.connect(self._accept)
        self.proposals.dismissed.connect(self._dismiss)
        self.proposals.left.connect(self.table.setFocus)
        self.proposals.recall_asked.connect(self._recall)
        self.way.opened.connect(self._show_panel)
        self.way.closed.connect(lambda: self._pages.setCurrentIndex(0))
        self.journey.opened.connect(self._show_panel)
        self.journey.closed.connect(self._leave_journey)
        self.journey.meeting_asked.connect(self._open_meeting)

    def _show_presenters(self, participants: Sequence[Participant]) -> None:
        self.table.editors.set_presenters(presenters(participants))

    def _show_sum(self) -> None:
        planned = self.model.planned
        words = self.tr("{planned} av {minutes} min planerade").format(planned=planned, minutes=self._minutes)
        over = planned - self._minutes
        self._sum.setText(words)
        self._over.setText(self.tr("{minutes} min för mycket").format(minutes=over))
        self._over.setVisible(over > 0)

    def _show_item(self) -> None:
        row = self.table.current_row
        self.detail.show_item(self.model.item(row) if 0 <= row < self.model.rowCount() else None)
        self._name_item()

    def _name_item(self) -> None:
        row = self.table.current_row
        if 0 <= row < self.model.rowCount():
            self.detail.set_number(row + 1, self.model.item(row).title)

    def _offer_sections(self) -> None:
        row = self.table.current_row
        self.detail.sections.offer(item.section for place, item in enumerate(self.model.items) if place != row)

    def _store_edit(self, key: UUID, fields: Mapping[str, Any], group: UUID) -> None:
        agendas = self._desk.services.agendas
        self._desk.write(lambda: agendas.change(key, group=group, **fields))

    def _store_typed(self, key: UUID, field: str, text: str, group: UUID) -> None:
        row, fields = self.model.row_of(key), {field: " ".join(text.split()) if field == "section" else text}
        if row >= 0:
            self.model.edit(row, fields, group)
        else:
            self._store_edit(key, fields, group)

    def _store_move(self, key: UUID, to: int) -> None:
        agendas = self._desk.services.agendas
        self._desk.write(lambda: agendas.move(key, to))

    def _add(self) -> None:
        title, meeting = " ".join(self._addition.text().split()), self._meeting
        if not title or meeting is None:
            return
        agendas = self._desk.services.agendas
        self._addition.clear()
        self._desk.write(lambda: agendas.add(meeting, title))

    def _save_typing(self) -> None:
        self.table.editors.flush()
        self.detail.flush()

    def _remove(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        self._save_typing()
        item = self.model.take(row)
        agendas = self._desk.services.agendas
        sentence = self.tr("Punkten ”{title}” är borttagen.").format(title=item.title)
        self._desk.write(lambda: agendas.remove(item.id), lambda _: self._desk.message.emit(sentence, "info", True))

    def _open_source(self, row: int) -> None:
        source = self.model.item(row).source if 0 <= row < self.model.rowCount() else Source()
        if source.label:
            self.source_opened.emit(source)

    def _accept(self, keys: tuple[str, ...]) -> None:
        agendas, meeting = self._desk.services.agendas, self._meeting
        if meeting is not None:
            self._save_typing()  # so that undo takes back the proposals first
            self._desk.write(lambda: agendas.accept(meeting, keys))

    def _dismiss(self, key: str) -> None:
        agendas, meeting = self._desk.services.agendas, self._meeting
        if meeting is not None:
            self._desk.write(lambda: agendas.dismiss(meeting, key))

    def _recall(self) -> None:
        agendas, meeting = self._desk.services.agendas, self._meeting
        if meeting is not None:
            self._desk.write(lambda: agendas.recall_dismissed(meeting))

"""The page of matters: the register at the left, one matter at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.forum import levels_of
from desktop.views.matters.desk import MatterDesk
from desktop.views.matters.filter_bar import FilterBar
from desktop.views.matters.matter_view import MatterView
from desktop.views.matters.narrowing import Found, Narrowing, Repetition, find
from desktop.views.matters.rows import MatterRows
from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.heading import PageHead
from desktop.views.parts.list_row import RowList
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import date
    from typing import Any
    from uuid import UUID

    from PySide6.QtCore import QModelIndex

    from desktop.domain.forum import Forum
    from desktop.domain.matters.matter import Matter
    from desktop.tasks import Tasks
    from desktop.views.matters.calls.panel import CallPanel
    from desktop.views.matters.desk import MatterServices
    from desktop.views.matters.new_matter import NewMatterForm

_CONCERNED = frozenset({"matter", "agreement"})
_BESIDE = frozenset({"incident", "deficiency", "matter_entry", "escalation", "attachment", "agenda", "meeting"})
"""The news of what the tabs of a matter read by themselves."""
_CALLS_CONCERNED = _CONCERNED | {"contact", "rule_setting"}
CALL_KEYS = "Ctrl+Shift+R"
"""The shortcut of "Vem ringer jag nu?"."""


class MattersPage(QWidget):
    """The register of matters as far as the agenda needs it.

    Args:
        tasks: The door to the services.
        services: What does the work.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        import_asked: The user wants to import the list of matters.
        contact_opened: A contact is to be shown (``UUID``).
        source_opened: Something else in the register is to be shown (``Source``).
        handed_out: Something is to be made and leave the program, as ``Panels.hand_out`` takes it.
        attachment_opened: An ``Attachment`` is to be opened in its own program.
        attachment_saved: An ``Attachment`` is to be saved somewhere.
    """

    message = Signal(str, str, bool)
    import_asked = Signal()
    contact_opened = Signal(object)
    source_opened = Signal(object)
    handed_out = Signal(object)
    attachment_opened = Signal(object)
    attachment_saved = Signal(object)

    def __init__(self, tasks: Tasks, services: MatterServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mattersPage")
        self._tasks = tasks
        self._matters = services.matters
        self._agreements = services.agreements
        self._calls = services.call_list
        self.desk = MatterDesk(tasks, services, parent=self)
        self.desk.message.connect(self.message)
        self.desk.refused.connect(self._load)
        self._call_panel: CallPanel | None = None
        self._form: NewMatterForm | None = None
        self._narrowing = Narrowing()
        self._wanted: UUID | None = None
        self._opening: UUID | None = None
        self._build()
        self._detail.parts.attachment_opened.connect(self.attachment_opened)
        self._detail.parts.attachment_saved.connect(self.attachment_saved)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the register again if the news concern it."""
        if kinds & _CONCERNED:
            self._load()
        elif kinds & _BESIDE:
            self._detail.refresh()
        if kinds & _CALLS_CONCERNED and self._call_panel is not None and self._call_panel.isVisibleTo(self):
            self._call_panel.refresh()

    def flush(self) -> None:
        """Store what is being typed."""
        self._detail.flush()

    def open_calls(self) -> None:
        """Show whom to call in the matter that is shown."""
        matter_id = self._detail.matter_id
        if matter_id is not None:
            panel = self._panel_of_calls()
            panel.open_matter(matter_id)
            self._layers.setCurrentWidget(panel)
            panel.setFocus()

    def close_calls(self) -> None:
        """Go back to the matter."""
        if self._layers.currentIndex():
            self._layers.setCurrentIndex(0)
            self._detail.focus_calls()

    def new_matter(self) -> None:
        """Offer the form for a new matter."""
        self.flush()
        if self._form is None:
            from desktop.views.matters.new_matter import NewMatterForm

            self._form = NewMatterForm(self.desk)
            self._form.made.connect(self.open_matter)
            self._form.left.connect(self._leave_form)
            self._layers.addWidget(self._form)
        self._layers.setCurrentWidget(self._form)
        self._form.begin()

    def open_matter(self, matter_id: UUID) -> None:
        """Show a matter, whatever the list was narrowed to."""
        self._layers.setCurrentIndex(0)
        self._opening = matter_id
        if self._rows.index_of(matter_id).isValid():
            self._wanted = matter_id
            self._choose_wanted()
            return
        self._tasks.run(lambda: self._matters.get(matter_id), self, self._open_found)

    def show_forum(self, forum: Forum | None) -> None:
        """Narrow the list to the matters of a forum's levels; Kundråd has none and shows them all (R3)."""
        self._opening = None
        self._layers.setCurrentIndex(0)
        self._narrow(replace(self._narrowing, levels=levels_of(forum), repetition=None))

    def show_repetition(self, area_id: UUID | None, day: date) -> None:
        """Narrow the list to the matters behind a repeated deficiency (R23)."""
        self._wanted = self._opening = None
        self._layers.setCurrentIndex(0)
        self._narrow(Narrowing(open_only=self._narrowing.open_only, repetition=Repetition(area_id, day)))

    def _build(self) -> None:
        self._head = PageHead(self.tr("Ärenden"))
        self._new = self._head.add_action(PrimaryButton(self.tr("Nytt ärende")))
        self._new.setObjectName("newMatterButton")
        self._new.clicked.connect(self.new_matter)
        self._filters = FilterBar()
        self._filters.narrowed.connect(self._narrow)
        self._rows = MatterRows()
        self._list = RowList(self.tr("Ärenden"))
        self._list.setObjectName("matterList")
        self._list.setModel(self._rows)
        self._list.selectionModel().currentChanged.connect(self._row_chosen)
        self._more = Text("", "note")
        self._more.setObjectName("matterMore")
        self._more.setContentsMargins(12, 8, 12, 8)
        self._detail = MatterView(self.desk)
        self._detail.parts.changed.connect(self._save)
        self._detail.parts.source_opened.connect(self.source_opened)
        self._detail.parts.handed_out.connect(self.handed_out)
        self._detail.calls_asked.connect(self.open_calls)
        shortcut = QShortcut(QKeySequence(CALL_KEYS), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_calls)
        self._empty = EmptyState("", "", self.tr("Importera ärendelistan"), "matters")
        self._empty.action_chosen.connect(self.import_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._side_by_side())
        self._pages.addWidget(self._empty)

        register = QWidget()
        column = QVBoxLayout(register)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._filters)
        column.addWidget(self._pages, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(register)

    def _panel_of_calls(self) -> CallPanel:
        if self._call_panel is None:
            from desktop.views.matters.calls.panel import CallPanel

            panel = CallPanel(self._tasks, self._calls)
            panel.closed.connect(self.close_calls)
            panel.contact_opened.connect(self.contact_opened)
            panel.message.connect(self.message)
            self._layers.addWidget(panel)
            self._call_panel = panel
        return self._call_panel

    def _leave_form(self) -> None:
        self._layers.setCurrentIndex(0)
        self._new.setFocus()

    def _side_by_side(self) -> QSplitter:
        register = Card()
        register.body.addWidget(self._list, 1)
        register.body.addWidget(self._more)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("mattersSplitter")
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        register.setMinimumWidth(260)
        self._detail.setMinimumWidth(320)
        splitter.addWidget(register)
        splitter.addWidget(self._detail)
        splitter.setSizes([440, 580])
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 4)
        return splitter

    def _narrow(self, narrowing: Narrowing) -> None:
        self._narrowing = narrowing
        self._filters.show_narrowing(narrowing)
        self._load()

    def _load(self) -> None:
        narrowing = self._narrowing
        self._tasks.run(lambda: find(narrowing, self._matters, self._agreements), self, self._show)

    def _show(self, found: Found) -> None:
        if found.narrowing != self._narrowing:
            return  # a later question is already under way
        self._rows.show_matters(found.matters, found.area_names)
        self._filters.show_found(found)
        shown = len(found.matters)
        self._more.setText(self.tr("Visar de {shown} senaste av {count}.").format(shown=shown, count=found.count))
        self._more.setVisible(found.count > shown)
        self._show_emptiness(found)
        self._choose_wanted()

    def _show_emptiness(self, found: Found) -> None:
        self._pages.setCurrentIndex(0 if found.matters else 1)
        self._empty.action.setVisible(not found.any_at_all)
        self._empty.set_texts(*found.emptiness())

    def _open_found(self, matter: Matter) -> None:
        if matter.id == self._opening:
            self._wanted = matter.id
            self._narrow(Narrowing(open_only=self._narrowing.open_only and matter.is_open))
            self._detail.show_matter(matter, self._rows.area_name(matter))

    def _choose_wanted(self) -> None:
        """Select the wanted row, else the first one; a matter beyond the list stays shown without a row."""
        index = self._rows.index_of(self._wanted)
        if not index.isValid() and self._wanted is not None and self._wanted == self._detail.matter_id:
            return
        if not index.isValid():
            index = self._rows.index(0, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        self._show_row(index)

    def _row_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_row(index)

    def _show_row(self, index: QModelIndex) -> None:
        matter = self._rows.matter_at(index)
        self._wanted = matter.id if matter else None
        self._detail.show_matter(matter, self._rows.area_name(matter) if matter else "")

    def _save(self, matter_id: UUID, fields: dict[str, Any]) -> None:
        closing = fields.get("closed_on") is not None

        def saved(_: None) -> None:
            if closing:
                self.message.emit(self.tr("Ärendet är avslutat."), "good", True)

        self.desk.write(lambda: self._matters.change(matter_id, **fields), saved)

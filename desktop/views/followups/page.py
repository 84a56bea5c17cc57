"""The page of actions and decisions across meetings (R8, R10)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.forum import levels_of
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import Listing, days_overdue, due_for_review
from desktop.views.followups.cells import ACTION_COLUMNS, DECISION_COLUMNS, Column
from desktop.views.followups.decision_pane import DecisionPane
from desktop.views.followups.emptiness import no_actions, no_decisions
from desktop.views.followups.filters import Filters
from desktop.views.followups.model import FollowupModel
from desktop.views.followups.narrowing import Found, find
from desktop.views.followups.pane import FollowupPane
from desktop.views.meetings.desk import Desk
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from desktop.domain.forum import Forum
    from desktop.services.meetings.followups import Followups
    from desktop.tasks import Tasks
    from desktop.views.followups.narrowing import Narrowing
    from desktop.views.meetings.desk import MeetingServices

Pane = TypeVar("Pane", bound=FollowupPane)
ACTIONS, DECISIONS = 0, 1
_CONCERNED = frozenset({"action", "decision", "meeting"})
_SHOWN = 60
"""How much of a text a message repeats, in characters."""


class FollowupsPage(QWidget):
    """What meetings of every forum have left behind; every change is on screen at once and stored behind it.

    Args:
        tasks: The door to the services.
        followups: The actions and decisions.
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        meeting_opened: The meeting (``UUID``) that an entry comes from is to be opened.
        export_asked: A list is wanted outside: ``actions.pdf``, ``actions.xlsx``, ``actions.csv``, ``decisions.pdf`` …
    """

    message = Signal(str, str, bool)
    meeting_opened = Signal(object)
    export_asked = Signal(str)

    def __init__(
        self, tasks: Tasks, followups: Followups, now: Callable[[], date] = today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("followupsPage")
        self._followups = followups
        self._now = now
        self._wanted: UUID | None = None
        self._told: Narrowing | None = None
        # the desk carries work; which services that work asks is the page's own affair
        self._desk = Desk(tasks, cast("MeetingServices", None), self)
        self._desk.message.connect(self.message)
        self._desk.refused.connect(self._load)
        self._build()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the lists again if the news concern them."""
        if kinds & _CONCERNED:
            self._load()

    def show_forum(self, forum: Forum | None) -> None:
        """Narrow the lists to the levels of a forum; Kundråd has none and shows them all (R3)."""
        self.flush()
        self.filters.show_levels(levels_of(forum))

    def open_action(self, action_id: UUID) -> None:
        """Show an action, whatever the list was narrowed to."""
        self._open(ACTIONS, action_id)

    def open_decision(self, decision_id: UUID) -> None:
        """Show a decision, whatever the list was narrowed to."""
        self._open(DECISIONS, decision_id)

    def flush(self) -> None:
        """Save everything that is typed here and not saved yet."""
        for pane in (self.action_pane, self.decision_pane):
            pane.flush()

    def _build(self) -> None:
        self._head = PageHead(self.tr("Beslut och åtgärder"))
        export = SecondaryButton(self.tr("Exportera"), "export")
        export.setObjectName("followupExport")
        export.setMenu(self._export_menu(export))
        self._head.add_action(export)
        self.tabs = UnderlinedTabs(self.tr("Åtgärder eller beslut"))
        self.tabs.addTab(self.tr("Åtgärder"))
        self.tabs.addTab(self.tr("Beslut"))
        self.filters = Filters()
        self.action_pane = self._pane(
            ACTION_COLUMNS, self.tr("Åtgärder"), self.tr("+ Lägg till åtgärd"), "actionTable", FollowupPane
        )
        self.decision_pane = self._pane(
            DECISION_COLUMNS, self.tr("Beslut"), self.tr("+ Lägg till beslut"), "decisionTable", DecisionPane
        )
        self.decision_pane.decision_asked.connect(self.open_decision)
        self.action_pane.added.connect(self._add_action)
        self.decision_pane.added.connect(self._add_decision)
        self.action_pane.table.followups.finished.connect(self._finish)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.action_pane)
        self._panes.addWidget(self.decision_pane)
        self.tabs.currentChanged.connect(self._show_tab)
        self.filters.narrowed.connect(self._load)
        self.filters.show_list(decisions=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._head, self.tabs, self.filters):
            column.addWidget(widget)
        column.addWidget(self._panes, 1)

    def _pane(self, columns: tuple[Column, ...], name: str, addition: str, object_name: str, kind: type[Pane]) -> Pane:
        model = FollowupModel(columns, self._now, self)
        pane = kind(name, model, addition)
        pane.table.setObjectName(object_name)
        pane.addition.setObjectName(object_name.replace("Table", "Addition"))
        model.edited.connect(partial(self._store, model))
        model.rearranged.connect(self._count)
        pane.table.removal_asked.connect(self._remove)
        pane.table.meeting_asked.connect(self._open_meeting)
        pane.table.menu_asked.connect(self._show_menu)
        pane.table.editors.problem.connect(self._warn)
        return pane

    def _export_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for words, form in (
            (self.tr("Förhandsgranska som PDF"), "pdf"),
            (self.tr("Spara som Excel (.xlsx)"), "xlsx"),
            (self.tr("Spara som text (.csv)"), "csv"),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, form=form: self._ask_for_export(form))
        return menu

    @property
    def _shown(self) -> FollowupPane:
        return self.decision_pane if self.tabs.currentIndex() == DECISIONS else self.action_pane

    def _ask_for_export(self, form: str) -> None:
        self.flush()
        listing = Listing.DECISIONS if self.tabs.currentIndex() == DECISIONS else Listing.ACTIONS
        self.export_asked.emit(f"{listing}.{form}")

    def _show_tab(self, tab: int) -> None:
        self.flush()
        self._panes.setCurrentIndex(tab)
        self.filters.show_list(decisions=tab == DECISIONS)
        self._choose_wanted()
        self._count()

    # Reading

    def _load(self) -> None:
        narrowing = self.filters.narrowing
        self._desk.read("lists", lambda: find(narrowing, self._followups), self._show)

    def _show(self, found: Found) -> None:
        if found.narrowing != self.filters.narrowing:
            return  # a later question is already under way
        self.action_pane.table.followups.show_entries(found.actions, found.origins)
        self.decision_pane.show_decisions(found)
        self.action_pane.show_emptiness(*no_actions(found))
        self.decision_pane.show_emptiness(*no_decisions(found))
        self._choose_wanted()
        if found.narrowing != self._told:
            self._told = found.narrowing
            announce(self.filters.count, self.filters.count.text())

    def _choose_wanted(self) -> None:
        table = self._shown.table
        row = table.followups.row_of(self._wanted)
        if row >= 0:
            self._wanted = None
            table.choose(row)
            table.scrollTo(table.currentIndex())
        elif table.current_row < 0 and table.followups.rowCount():
            table.choose(0)

    def _count(self) -> None:
        entries, day = self._shown.table.followups.entries, self._now()
        if self._shown is self.decision_pane:
            replaced = self._shown.table.followups.replaced
            due = sum(isinstance(each, Decision) and due_for_review(each, replaced, day) for each in entries)
            words = self.tr("{due} att följa upp").format(due=due) if due else ""
        else:
            late = sum(isinstance(each, Action) and days_overdue(each, day) > 0 for each in entries)
            several = self.tr("{late} försenade").format(late=late) if late else ""
            words = self.tr("1 försenad") if late == 1 else several
        total = self.tr("{count} i listan").format(count=len(entries))
        self.filters.count.setText(f"{total}, {words}" if words else total)

    def _open(self, tab: int, key: UUID) -> None:
        self._wanted = key
        self.tabs.setCurrentIndex(tab)
        self.filters.show_all()

    def _open_meeting(self, row: int) -> None:
        self.flush()
        key = self._shown.table.followups.entry(row).meeting_id
        if key is not None:
            self.meeting_opened.emit(key)

    # Writing

    def _add_action(self, text: str) -> None:
        narrowing = self.filters.narrowing
        made = Action(
            id=new_id(),
            meeting_id=None,
            level=narrowing.level_of_new,
            text=text,
            party=narrowing.party or Party.AGENCY,
        )
        self._wanted = made.id
        self._desk.write(lambda: self._followups.add_action(made))

    def _add_decision(self, text: str) -> None:
        level = self.filters.narrowing.level_of_new
        made = Decision(id=new_id(), meeting_id=None, level=level, text=text, decided_on=self._now())
        self._wanted = made.id
        self._desk.write(lambda: self._followups.add_decision(made))

    def _store(self, model: FollowupModel, key: UUID, fields: dict[str, Any], group: UUID) -> None:
        is_action = model is self.action_pane.table.followups
        change = self._followups.change_action if is_action else self._followups.change_decision
        self._desk.write(lambda: change(key, group=group, **fields))

    def _warn(self, sentence: str) -> None:
        self.message.emit(sentence, "warning", False)

    def _finish(self, key: UUID, result: str) -> None:
        day, row = self._now(), self.action_pane.table.followups.row_of(key)
        text = _shortened(self.action_pane.table.followups.entry(row).text)
        sentence = self.tr("Åtgärden ”{text}” är klar.").format(text=text)
        self._desk.write(lambda: self._followups.finish(key, result, day), self._telling(sentence, "good"))

    def _reopen(self, key: UUID) -> None:
        self._shown.table.editors.flush()
        sentence = self.tr("Åtgärden är öppen igen.")
        self._desk.write(lambda: self._followups.reopen(key), self._telling(sentence, "info"))

    def _remove(self, row: int) -> None:
        table = self._shown.table
        table.editors.flush()
        entry = table.followups.take(row)
        if isinstance(entry, Action):
            remove, words = self._followups.remove_action, self.tr("Åtgärden ”{text}” är borttagen.")
        else:
            remove, words = self._followups.remove_decision, self.tr("Beslutet ”{text}” är borttaget.")
        sentence = words.format(text=_shortened(entry.text))
        self._desk.write(lambda: remove(entry.id), self._telling(sentence, "info"))

    def _telling(self, sentence: str, tone: str) -> Callable[[None], None]:
        """Tell once it is stored, so that the undo that is offered means this act and no other."""
        return lambda _: self.message.emit(sentence, tone, True)

    def _show_menu(self, row: int, place: QPoint) -> None:
        table, menu = self._shown.table, QMenu(self)
        entry = table.followups.entry(row)
        menu.setObjectName("followupMenu")
        if isinstance(entry, Action) and entry.done_on is None:
            menu.addAction(self.tr("Markera klar")).triggered.connect(lambda: table.edit_result(row))
        elif isinstance(entry, Action):
            menu.addAction(self.tr("Öppna igen")).triggered.connect(lambda: self._reopen(entry.id))
        if entry.meeting_id is not None:
            menu.addAction(self.tr("Visa mötet")).triggered.connect(lambda: self._open_meeting(row))
        menu.addAction(self.tr("Ta bort")).triggered.connect(lambda: self._remove(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"

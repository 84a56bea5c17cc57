"""The page "Vem ringer jag nu?": everyone to call in one matter, both sides beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.level import Party
from desktop.views.matters.calls.callee_card import CalleeCard
from desktop.views.matters.calls.words import group_heading, group_note, missing_words, vacant_words
from desktop.views.matters.words import summary
from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.heading import PageHead, SectionHeading
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.call_list import CallGroup, CallSheet, CallSide
    from desktop.services.contacts.call_list import CallList
    from desktop.tasks import Tasks


class CallPanel(QWidget):
    """Shows whom to call in a matter, read from the register alone, so that it works without a network.

    Args:
        tasks: The door to the services.
        calls: Finds the persons.
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        closed: The user goes back to the matter.
        contact_opened: A contact is to be shown (``UUID``).
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    closed = Signal()
    contact_opened = Signal(object)
    message = Signal(str, str, bool)

    def __init__(
        self, tasks: Tasks, calls: CallList, now: Callable[[], date] = today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("callPanel")
        self._tasks = tasks
        self._calls = calls
        self._now = now
        self._matter_id: UUID | None = None
        self._head = PageHead(self.tr("Vem ringer jag nu?"))
        self._scroll: VerticalScroll | None = None
        back = QuietButton(self.tr("← Ärendet"))
        back.setObjectName("callBack")
        back.setAccessibleName(self.tr("Tillbaka till ärendet"))
        back.clicked.connect(self.closed)
        self._back = back
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 20)
        self._column.setSpacing(12)
        self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._head)
        self.setFocusProxy(back)

    def open_matter(self, matter_id: UUID) -> None:
        """Show whom to call in a matter today."""
        self._matter_id = matter_id
        self._tasks.run(lambda: self._calls.of(matter_id, self._now()), self, self._show, self._refused)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._matter_id is not None:
            self.open_matter(self._matter_id)

    def _refused(self, error: Exception) -> None:
        self.message.emit(str(error), "danger", False)
        self.closed.emit()

    def _show(self, sheet: CallSheet) -> None:
        if sheet.matter.id != self._matter_id:
            return  # a later question is already under way
        self._head.set_subtitle(f"{sheet.matter.title} · {summary(sheet.matter, sheet.area_name)}")
        self._head.set_badge(LevelBadge(sheet.matter.level))
        content = ScrolledColumn(gap=20)
        content.column.setContentsMargins(0, 0, 12, 0)
        for place, group in enumerate(sheet.groups):
            content.column.insertWidget(place, self._group(group, sheet))
        shown = VerticalScroll(content)
        shown.setObjectName("callScroll")
        if self._scroll is not None:
            shown.verticalScrollBar().setValue(self._scroll.verticalScrollBar().value())
            self._column.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = shown
        self._column.addWidget(shown, 1)

    def _group(self, group: CallGroup, sheet: CallSheet) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SectionHeading(group_heading(group)))
        words.addWidget(Text(group_note(group), "note", wrap=True))
        column.addLayout(words)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for side in group.sides:
            sides.addLayout(self._side(group, side, sheet), 1)
        column.addLayout(sides)
        return whole

    def _side(self, group: CallGroup, side: CallSide, sheet: CallSheet) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        ours = sheet.agency if side.party is Party.AGENCY else ""
        column.addWidget(Text(ours or party_word(side.party), "caption", wrap=True))
        if side.is_vacant:
            column.addWidget(_gap(self.tr("Vakant"), vacant_words(group)))
        for function in side.missing:
            column.addWidget(_gap(self.tr("Saknas"), missing_words(function)))
        for callee in side.callees:
            card = CalleeCard(callee, f"{sheet.matter.number} {sheet.matter.title}")
            card.link_chosen.connect(self._open_link)
            card.copy_chosen.connect(self._copy)
            card.contact_chosen.connect(self.contact_opened)
            column.addWidget(card)
        if not side.says_something:
            column.addWidget(Text(self.tr("Ingen i registret."), "muted"))
        column.addStretch(1)
        return column

    def _open_link(self, link: str) -> None:
        if not QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            rings = link.startswith("tel:")
            self.message.emit(
                self.tr("Inget program på datorn kan ringa. Slå numret själv eller kopiera det.")
                if rings
                else self.tr("Inget e-postprogram öppnades. Kopiera adressen i stället."),
                "warning",
                False,
            )

    def _copy(self, what: str) -> None:
        QGuiApplication.clipboard().setText(what)
        self.message.emit(self.tr("{what} är kopierat.").format(what=what), "good", False)


def _gap(state: str, sentence: str) -> QWidget:
    """A gap as a word and a sentence."""
    gap = QWidget()
    gap.setObjectName("callGap")
    row = QHBoxLayout(gap)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(StateChip(state, "warning"), 0, Qt.AlignmentFlag.AlignTop)
    words = Text(sentence, wrap=True)
    words.setObjectName("callGapWords")
    row.addWidget(words, 1)
    return gap

"""The changes of contacts that SSC remains to be told of (R17, R18)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.contacts.contact_notice import NoticeState
from desktop.views.contacts.change.words import notice_state
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import Button, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.contacts.contact_notice import NoticeRow


class NoticesCard(Card):
    """A line for each change, with the two ways to announce it.

    Args:
        parent: The owning widget.

    Attributes:
        opened: A notice (``UUID``) is to be shown.
        planned: A notice (``NoticeRow``) is to be taken up at the next meeting.
        told: A notice (``NoticeRow``) was taken up at the meeting it was planned for.
    """

    opened = Signal(object)
    planned = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticesCard")
        self._shown: tuple[tuple[NoticeRow, ...], date] | None = None

    def show_notices(self, rows: tuple[NoticeRow, ...], today: date) -> None:
        """Show the changes, or that there are none."""
        if (rows, today) == self._shown:
            return
        self._shown = rows, today
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(Divider())
            line = self._line(row, today)
            self.body.addWidget(line)
            line.show()
        if not rows:
            none = Text(self.tr("Det finns inga ändringar att meddela."), "muted", wrap=True)
            none.setObjectName("noNotices")
            none.setContentsMargins(12, 12, 12, 12)
            self.body.addWidget(none)

    def _line(self, row: NoticeRow, today: date) -> QWidget:
        notice = row.notice
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(4, 8, 12, 8)
        box.setSpacing(8)
        title = Button(notice.title.replace("&", "&&"), "notice")
        title.setObjectName("noticeTitle")
        title.setToolTip(notice.title)
        title.clicked.connect(partial(self.opened.emit, notice.id))
        box.addWidget(title, 1)
        words, tone = notice_state(row, today)
        box.addWidget(StateChip(words, tone if row.state is NoticeState.PASSED else "neutral"))
        if row.state is NoticeState.PASSED:
            told = SecondaryButton(self.tr("Ja, togs upp"))
            told.setObjectName("noticeWasTold")
            told.setAccessibleName(f"{words} {told.text()}: {notice.title}")
            told.clicked.connect(partial(self.told.emit, row))
            box.addWidget(told)
        web = SecondaryButton(self.tr("Via Kundwebben"))
        web.setObjectName("noticeByWeb")
        web.setAccessibleName(self.tr("Meddela via Kundwebben: {change}").format(change=notice.title))
        web.clicked.connect(partial(self.opened.emit, notice.id))
        box.addWidget(web)
        forum = SecondaryButton(self.tr("På nästa möte"))
        forum.setObjectName("noticeAtForum")
        forum.setAccessibleName(self.tr("Meddela på nästa möte: {change}").format(change=notice.title))
        forum.clicked.connect(partial(self.planned.emit, row))
        box.addWidget(forum)
        web.setVisible(row.state is not NoticeState.PASSED)
        forum.setVisible(row.state is not NoticeState.PLANNED)
        return line

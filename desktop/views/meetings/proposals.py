"""The panel of proposals: what the agenda could take up, each with its reason (R8)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QSizePolicy,
    QStyledItemDelegate,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.views.meetings.sectioned import SectionedList, SectionedModel
from desktop.views.parts.buttons import IconButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.text import Text
from desktop.views.parts.wrapped import Wrapped, WrappedTexts, semibold, small
from desktop.views.wording import proposal_group_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.domain.meetings.proposal import Proposal
    from desktop.views.meetings.sectioned import Index

_PADDING = 10
_BUTTONS = 36
_HEADING_HEIGHT = 30
_LEAST_HEIGHT = 72


class ProposalModel(SectionedModel["Proposal"]):
    """Proposals under the heading of where they come from."""

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Group the proposals; groups stand in the order of their most important proposal."""
        groups: dict[str, list[Proposal]] = {}
        for proposal in proposals:
            groups.setdefault(proposal_group_word(proposal.source.kind), []).append(proposal)
        self.show_sections(groups.items())

    def key(self, row: Proposal) -> object:
        """The proposal's own key."""
        return row.key

    def shown(self, row: Proposal) -> str:
        """The title of the item it would be."""
        return row.title

    def spoken(self, row: Proposal) -> str:
        """Title, reason and the section behind it."""
        return f"{row.title}. {self.why(row)}"

    def why(self, row: Proposal) -> str:
        """The reason, and the section of the cooperation model behind it."""
        if not row.section:
            return row.reason
        section = self.tr("Samverkansmodellen, avsnitt {section}.").format(section=row.section)
        return f"{row.reason} {section}"


class ProposalDelegate(QStyledItemDelegate):
    """Paints title and reason over as many lines as they need, beside the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrapped = WrappedTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the wrapped texts in the list's width."""
        model, view = cast("ProposalModel", index.model()), cast("QAbstractItemView", option.widget)
        width = view.viewport().width()
        if model.entry(index) is None:
            return QSize(0, _HEADING_HEIGHT)
        height = sum(text.size.height() for text in self._texts(option, index, width))
        return QSize(0, max(round(height) + 2 * _PADDING + 3, _LEAST_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, or a proposal."""
        model = cast("ProposalModel", index.model())
        rect, palette = option.rect, option.palette
        painter.save()
        if model.entry(index) is None:
            painter.setFont(semibold(small(option.font)))
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            place = rect.adjusted(_PADDING + 2, 0, 0, -5)
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        else:
            self.initStyleOption(option, index)
            paint_ground(painter, option)
            y = rect.top() + _PADDING - 1.0
            roles = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
            for text, role in zip(self._texts(option, index, rect.width()), roles, strict=True):
                painter.setPen(palette.color(role))
                text.paint(painter, rect.left() + _PADDING + 2, y)
                y += text.size.height() + 2
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Answer "Varför?" in a tip, which is plain text whatever the register holds."""
        model = cast("ProposalModel", index.model()) if index.isValid() else None
        proposal = model.entry(index) if model is not None else None
        if model is None or proposal is None or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        tip = f"<p>{escape(self.tr('Varför? {why}').format(why=model.why(proposal)))}</p>"
        QToolTip.showText(event.globalPos(), tip, view)
        return True

    def _texts(self, option: QStyleOptionViewItem, index: Index, width: int) -> tuple[Wrapped, Wrapped]:
        model = cast("ProposalModel", index.model())
        proposal = cast("Proposal", model.entry(index))
        room = width - 2 * _PADDING - 2 - _BUTTONS
        note = small(option.font)
        return self._wrapped.of(proposal.title, option.font, room), self._wrapped.of(proposal.reason, note, room)


class ProposalList(SectionedList):
    """The proposals with their buttons; Enter adds the current one, Delete dismisses it.

    Attributes:
        accepted: The key of a proposal that is to be added.
        dismissed: The key of a proposal that is to be dismissed.
    """

    accepted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, model: ProposalModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Förslag till dagordningen"))
        self.setObjectName("proposalList")
        self.proposals = model
        self.setModel(model)
        self.setItemDelegate(ProposalDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        model.modelReset.connect(self._add_buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add or dismiss the current proposal."""
        proposal = self.proposals.entry(self.currentIndex())
        if proposal is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit(proposal.key)
        elif proposal is not None and event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit(proposal.key)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """High enough for all proposals."""
        return QSize(super().sizeHint().width(), self.content_height())

    def content_height(self) -> int:
        """The height of all rows, in pixels."""
        rows = range(self.proposals.rowCount())
        return sum(self.sizeHintForRow(row) for row in rows) + 2

    def _add_buttons(self) -> None:
        for row in range(self.proposals.rowCount()):
            index = self.proposals.index(row)
            if (proposal := self.proposals.entry(index)) is not None:
                self.setIndexWidget(index, self._buttons(proposal))

    def _buttons(self, proposal: Proposal) -> QWidget:
        """Add and dismiss; the keys for them lie in the list, so Tab does not stop at each of them."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, _PADDING - 4, 6)
        column.setSpacing(2)
        for icon_name, name, signal, bare in (
            ("plus", self.tr("Lägg till: {title}"), self.accepted, False),
            ("close", self.tr("Avfärda: {title}"), self.dismissed, True),
        ):
            button = IconButton(icon_name, name.format(title=proposal.title), bare=bare)
            button.setToolTip(self.tr("Avfärda förslaget") if bare else self.tr("Lägg till på dagordningen"))
            button.setObjectName("dismissProposal" if bare else "acceptProposal")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, told=signal: told.emit(proposal.key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        return holder


class ProposalsPanel(QWidget):
    """The proposals, adding all of them, and bringing dismissed ones back.

    Attributes:
        accepted: The keys (``tuple[str, ...]``) of proposals that are to be added.
        dismissed: The key of a proposal that is to be dismissed.
        recall_asked: Dismissed proposals are wanted back.
        left: Nothing here can hold the focus any more, which it had.
    """

    accepted = Signal(object)
    dismissed = Signal(str)
    recall_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposalsPanel")
        self.model = ProposalModel(self)
        self.list = ProposalList(self.model)
        self.list.accepted.connect(self._accept)
        self.list.dismissed.connect(self._dismiss)
        self._card = Card()
        self._none = Text(self.tr("Inga fler förslag"), "muted", wrap=True)
        self._none.setObjectName("proposalNone")
        self._none.setContentsMargins(12, 14, 12, 14)
        self._card.body.addWidget(self.list)
        self._card.body.addWidget(self._none)
        self._all = SecondaryButton("")
        self._all.setObjectName("acceptAll")
        self._all.clicked.connect(self._accept_all)
        self._recall = QuietButton("")
        self._recall.setObjectName("recallDismissed")
        self._recall.clicked.connect(self.recall_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Förslag till dagordningen")))
        column.addWidget(self._card, 1)
        column.addWidget(self._all)
        column.addWidget(self._recall)
        column.addStretch(0)  # has only what the card has no rows for
        self._shown: object = ()
        self.show_proposals((), 0)

    def show_proposals(self, proposals: Sequence[Proposal] | None, dismissed: int) -> None:
        """Show what is proposed, or nothing while that is not known yet, and how many have been dismissed."""
        shown = (None if proposals is None else tuple(proposals), dismissed)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        here = self.list.currentIndex().row()
        current = self.model.entry(self.list.currentIndex())
        self.model.show_proposals(proposals or ())
        found = self.model.index_of(current.key) if current else self.list.currentIndex()
        if current is not None and not found.isValid():
            found = self._nearest(here)
        if found.isValid():
            self.list.setCurrentIndex(found)
        self._show_counts(len(self.model.rows), dismissed)
        self._none.setVisible(proposals is not None and not proposals)
        self._fit()
        if focused:
            self._hold_focus()

    def resizeEvent(self, event: object) -> None:
        """The card is as high as its rows, and scrolls when there is no room for them."""
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType] - Qt hands a QResizeEvent
        self._fit()

    def _hold_focus(self) -> None:
        """Qt hands the focus of what is hidden to just anything; it belongs to what is proposed, or to the agenda."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            return
        if self.model.rows:
            self.list.setFocus()
        else:
            self.left.emit()

    def _show_counts(self, count: int, dismissed: int) -> None:
        self.list.setVisible(count > 0)
        self._none.setVisible(count == 0)
        self._all.setVisible(count > 1)
        self._all.setText(self.tr("Lägg till alla {count}").format(count=count))
        self._recall.setVisible(dismissed > 0)
        words = self.tr("1 avfärdat – visa igen") if dismissed == 1 else self.tr("{count} avfärdade – visa igen")
        self._recall.setText(words.format(count=dismissed))
        self._dismissed_count = dismissed

    def _fit(self) -> None:
        needed = self.list.content_height()
        self.list.setMinimumHeight(min(needed, 2 * QFontMetrics(self.font()).height() + 60))
        self.list.setMaximumHeight(needed)
        self.list.updateGeometry()
        self._card.setMaximumHeight(self._card.sizeHint().height())

    def _nearest(self, row: int) -> Index:
        """The row that took a vanished one's place, or the one before it."""
        for place in (*range(row, self.model.rowCount()), *reversed(range(row))):
            if self.model.entry(self.model.index(place)) is not None and place < self.model.rowCount():
                return self.model.index(place)
        return self.model.index(-1)

    def _accept(self, key: str) -> None:
        self._leave_out({key}, 0)
        self.accepted.emit((key,))

    def _accept_all(self) -> None:
        keys = tuple(proposal.key for proposal in self.model.rows)
        self._leave_out(set(keys), 0)
        self.accepted.emit(keys)

    def _dismiss(self, key: str) -> None:
        self._leave_out({key}, 1)
        self.dismissed.emit(key)

    def _leave_out(self, keys: set[str], more_dismissed: int) -> None:
        """Take proposals off the screen at once; the register follows."""
        rest = [proposal for proposal in self.model.rows if proposal.key not in keys]
        self.show_proposals(rest, self._dismissed_count + more_dismissed)

"""What came of one item: decisions, actions and information, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.meetings.notes.outcome_row import NewOutcome, OutcomeRow
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.domain.meetings.capture import Person
    from desktop.domain.meetings.note_sheet import Outcome

_FRAME = 4
_LEAST, _MOST = 44, 116
"""The list is never lower than the one, and asks for no more than the other, in pixels; with room it shows all."""


class OutcomeList(Card):
    """The outcomes of one item.

    Attributes:
        changed: An outcome, its changed fields and the key of the editing session.
        removal_asked: An outcome is to be removed.
        taken: A kind and words: a new outcome.
        left: The row for a new outcome was left.
    """

    changed = Signal(object, object, object)
    removal_asked = Signal(object)
    taken = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomeList")
        self.setAccessibleName(self.tr("Utfall av punkten"))
        self._rows: dict[UUID, OutcomeRow] = {}
        self._none = Text(self.tr("Inga beslut, åtgärder eller information på punkten än."), "muted", wrap=True)
        self._none.setObjectName("outcomesNone")
        self._none.setContentsMargins(12, 10, 12, 10)
        self._new = NewOutcome()
        self._new.taken.connect(self.taken)
        self._new.gone.connect(self._leave)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)
        self._column.addWidget(self._new)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("outcomesScroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it scrolls takes the focus
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the ground of the card shows through
        self._area.viewport().setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        self.body.addWidget(self._area)
        self._fit()

    @property
    def rows(self) -> tuple[OutcomeRow, ...]:
        """The rows in order."""
        return tuple(self._rows.values())

    def show_outcomes(self, outcomes: Sequence[Outcome], people: Sequence[Person], *, fixed: bool) -> None:
        """Show these outcomes; rows that stay keep the focus and what is being typed."""
        wanted = {outcome.id for outcome in outcomes}
        for key in [key for key in self._rows if key not in wanted]:
            self._drop(self._rows.pop(key))
        for place, outcome in enumerate(outcomes):
            if outcome.id not in self._rows:
                self._insert(place, outcome)
            self._rows[outcome.id].show_outcome(outcome, people, fixed=fixed)
        self._none.setVisible(not outcomes and not self._new.isVisibleTo(self))
        if fixed:
            self._new.hide()

    def begin(self, kind: object) -> None:
        """Offer a row for a new outcome of a kind."""
        self._none.hide()
        self._new.begin(kind)  # pyright: ignore[reportArgumentType] -- as the signal carries it
        self._area.ensureWidgetVisible(self._new)

    def flush(self) -> None:
        """Save everything that is typed here."""
        for row in self.rows:
            row.flush()
        self._new.take()

    def clear(self) -> None:
        """Save, and show nothing."""
        self.flush()
        self._new.hide()
        self.show_outcomes((), (), fixed=False)

    def remark(self, key: UUID, words: str) -> None:
        """Say below an outcome what was not understood of it."""
        if key in self._rows:
            self._rows[key].say(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as the rows are, within reason."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._later.start(0)
        return super().eventFilter(watched, event)

    def _insert(self, place: int, outcome: Outcome) -> None:
        row = OutcomeRow(outcome)
        row.changed.connect(self.changed)
        row.removal_asked.connect(self.removal_asked)
        self._rows[outcome.id] = row
        self._column.insertWidget(1 + place, row)

    def _drop(self, row: OutcomeRow) -> None:
        focus = QApplication.focusWidget()
        had_focus = bool(focus) and row.isAncestorOf(focus)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if had_focus:
            self.left.emit()

    def _leave(self) -> None:
        self._none.setVisible(not self._rows)
        self.left.emit()

    def _fit(self) -> None:
        width = self._area.viewport().width()
        needed = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else 0
        needed = max(needed, self._column.totalMinimumSize().height()) + _FRAME
        self.setMinimumHeight(min(max(needed, _LEAST), _MOST))
        self.setMaximumHeight(max(needed, _LEAST))

"""One outcome of an item, changed in place; each field saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.capture import OutcomeKind, owner_of
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.note_sheet import kind_of
from desktop.views.meetings.notes.note_field import GrowingText
from desktop.views.meetings.notes.words import outcome_word, side_word
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.capture import Person
    from desktop.domain.meetings.note_sheet import Outcome

_KIND_WIDTH = 84
_OWNER_WIDTH = 190
_DAY_WIDTH = 112
_QUIET = "{kind}:!focus {{ border-color: transparent; background: transparent; }}"
_TOP = Qt.AlignmentFlag.AlignTop


class OutcomeRow(QWidget):
    """Shows a decision, an action or an information, and changes it in place.

    Args:
        outcome: What came of the item.
        parent: The owning widget.

    Attributes:
        changed: The outcome, its changed fields and the key of the editing session.
        removal_asked: The outcome is to be removed.
    """

    changed = Signal(object, object, object)
    removal_asked = Signal(object)

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomeRow")
        self.outcome = outcome
        self._people: Sequence[Person] = ()
        self._kind = outcome_word(kind_of(outcome))
        self._text = GrowingText()
        self._text.setObjectName("outcomeText")
        self._text.setAccessibleName(self._kind)
        self._text.setStyleSheet(_QUIET.format(kind="QPlainTextEdit"))
        self._typed = Autosave(self._text)
        self._text.left.connect(self._typed.flush)
        self._remark = Text("", "note", wrap=True)
        self._remark.setObjectName("outcomeRemark")
        self._remark.hide()
        self._removal = IconButton("trash", self.tr("Ta bort: {kind}").format(kind=self._kind.lower()), bare=True)
        self._removal.setObjectName("outcomeRemove")
        self._removal.clicked.connect(lambda: self.removal_asked.emit(self.outcome))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 4, 6, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, _KIND_WIDTH)
        self._grid.setColumnStretch(1, 1)
        chip = StateChip(self._kind)
        chip.setObjectName("outcomeKind")
        level = QVBoxLayout()
        level.setContentsMargins(0, 6, 0, 0)  # level with the first line of the text
        level.addWidget(chip)
        level.addStretch(1)
        self._grid.addLayout(level, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._removal, 0, 2, _TOP)
        self._responsible = _Responsible(self) if isinstance(outcome, Action) else None
        if self._responsible is not None:
            self._grid.addWidget(self._responsible, 1, 1)
        self._grid.addWidget(self._remark, 2, 1)
        self._typed.bind(outcome.id, outcome.text, self._save_text)

    def show_outcome(self, outcome: Outcome, people: Sequence[Person], *, fixed: bool) -> None:
        """Show the outcome as the register has it; what is typed and not saved yet stays."""
        self.outcome, self._people = outcome, people
        self._typed.offer(outcome.text)
        self._text.setReadOnly(fixed)
        self._removal.setVisible(not fixed)
        if self._responsible is not None and isinstance(outcome, Action):
            self._responsible.show_action(outcome)
            self._responsible.setEnabled(not fixed)

    def flush(self) -> None:
        """Save what is typed here."""
        self._typed.flush()
        if self._responsible is not None:
            self._responsible.flush()

    def begin(self) -> None:
        """Go to its words."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Control removes the outcome, from any of its fields."""
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.removal_asked.emit(self.outcome)
        else:
            super().keyPressEvent(event)

    def say(self, remark: str) -> None:
        """Say below the row what was not understood; nothing for an empty text."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def choose_owner(self, written: str, group: UUID) -> bool:
        """Have the person that is meant answer for the action, and the person's party with them."""
        owner = owner_of(written, self._people)
        self.say(owner.remark)
        fields: dict[str, Any] = {"owner": owner.name}
        if written.strip() and not owner.remark:
            fields["party"] = owner.party
        self.changed.emit(self.outcome, fields, group)
        return True

    def _save_text(self, text: str, group: UUID) -> bool:
        if not text.strip():
            self.say(self.tr("Skriv något, eller ta bort raden."))
            return False
        self.say("")
        self.changed.emit(self.outcome, {"text": text}, group)
        return True


class _Responsible(QWidget):
    """Who answers for an action, at which side, and until when."""

    def __init__(self, row: OutcomeRow) -> None:
        super().__init__()
        self._row = row
        self._shown: Action | None = None
        self._owner = QLineEdit()
        self._owner.setObjectName("outcomeOwner")
        self._owner.setAccessibleName(self.tr("Ansvarig"))
        self._owner.setPlaceholderText(self.tr("Ansvarig"))
        self._owner.setMaximumWidth(_OWNER_WIDTH)
        self._owner.setStyleSheet(_QUIET.format(kind="QLineEdit"))
        self._named = Autosave(self._owner, on_pause=False)
        self._side = QComboBox()
        self._side.setObjectName("outcomeParty")
        self._side.setAccessibleName(self.tr("Part"))
        for party in Party:
            self._side.addItem(side_word(party))
        self._side.activated.connect(self._choose_side)
        self._due = DayField()
        self._due.setObjectName("outcomeDue")
        self._due.setAccessibleName(self.tr("Klar senast"))
        self._due.setPlaceholderText(self.tr("Klar senast"))
        self._due.setFixedWidth(_DAY_WIDTH)
        self._due.setStyleSheet(_QUIET.format(kind="QLineEdit"))
        self._due.day_changed.connect(self._choose_day)
        self._due.problem_changed.connect(row.say)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._owner, 3)
        line.addWidget(self._side)
        line.addWidget(self._due)
        line.addStretch(1)

    def show_action(self, action: Action) -> None:
        """Show the action; what is typed and not saved yet stays."""
        if self._shown is None:
            self._named.bind(action.id, action.owner, self._row.choose_owner)
        else:
            self._named.offer(action.owner)
        if self._shown is None or self._shown.due_on != action.due_on:
            self._due.set_day(action.due_on)
        self._side.setCurrentIndex(list(Party).index(action.party))
        self._shown = action

    def flush(self) -> None:
        """Save what is typed here and can be understood."""
        self._named.flush()
        if self._due.text().strip() or self._due.day is not None:
            self._due.finish()

    def _choose_day(self, day: date | None) -> None:
        self._row.changed.emit(self._row.outcome, {"due_on": day}, new_id())

    def _choose_side(self, place: int) -> None:
        self._row.changed.emit(self._row.outcome, {"party": list(Party)[place]}, new_id())


class NewOutcome(QWidget):
    """The last row while an outcome is added by a button: Enter keeps it, Escape leaves.

    Attributes:
        taken: The kind and what was typed.
        gone: The row is left without anything to keep.
    """

    taken = Signal(object, str)
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newOutcome")
        self._kind = OutcomeKind.DECISION
        self._chip = StateChip("")
        self._field = QLineEdit()
        self._field.setObjectName("newOutcomeText")
        self._field.returnPressed.connect(self.take)
        leave = IconButton("close", self.tr("Lägg inte till"), bare=True)
        leave.setObjectName("newOutcomeClose")
        leave.clicked.connect(self._leave)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 6, 4)
        line.setSpacing(8)
        line.addWidget(self._chip)
        line.addWidget(self._field, 1)
        line.addWidget(leave)
        self.hide()

    def begin(self, kind: OutcomeKind) -> None:
        """Offer the row for an outcome of this kind; what is typed already stays."""
        self._kind = kind
        self._chip.set_state(outcome_word(kind))
        hint = {
            OutcomeKind.DECISION: self.tr("Skriv beslutet och tryck Enter"),
            OutcomeKind.ACTION: self.tr("Skriv åtgärden @namn ->datum och tryck Enter"),
            OutcomeKind.INFORMATION: self.tr("Skriv informationen och tryck Enter"),
        }[kind]
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(self.tr("Nytt utfall: {kind}").format(kind=outcome_word(kind)))
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Hand on what is typed, if anything is."""
        words = self._field.text().strip()
        if words:
            self._field.clear()
            self.taken.emit(self._kind, words)

    def give_back(self, words: str) -> None:
        """Put words back that could not be kept."""
        self._field.setText(words)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._field.clear()
        self.hide()
        self.gone.emit()

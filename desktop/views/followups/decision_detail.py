"""What belongs to one decision besides its row: who made it, how long it holds, where it stands, what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.dates import parse_day
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.badge import SourceChip
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.meetings.followup import Decision

_LONGEST = 1000
_SHOWN = 70
"""How much of another decision a choice shows, in characters."""


class DecisionDetail(Card):
    """Shows and changes the chosen decision; each field saves itself.

    Args:
        today: Says what day it is, for dates that are relative.
        parent: The owning widget.

    Attributes:
        edited: A decision's key, its changed fields and the key of the editing session.
        chosen: Another decision (``UUID``) is to be shown.
    """

    edited = Signal(object, object, object)
    chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("decisionDetail")
        self.setAccessibleName(self.tr("Om beslutet"))
        self._today = today
        self._decision: Decision | None = None
        self._offered: tuple[UUID | None, ...] = ()
        self._rows: dict[str, FormRow] = {}
        self._autosaves: dict[str, Autosave] = {}
        for name, label in (
            ("decided_by", self.tr("Beslutat av")),
            ("valid_until", self.tr("Gäller till")),
            ("source_document", self.tr("Källdokument och sida")),
        ):
            field = QLineEdit()
            field.setObjectName(f"decision-{name}")
            field.setMaxLength(_LONGEST)
            self._rows[name] = FormRow(label, field)
            self._autosaves[name] = Autosave(field, on_pause=name != "valid_until")
        self._replaces = QComboBox()
        self._replaces.setObjectName("decisionReplaces")
        self._replaces.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._replaces.setMinimumContentsLength(20)
        self._replaces.activated.connect(self._choose_replaced)
        self._rows["replaces_id"] = FormRow(self.tr("Ersätter"), self._replaces)
        self._successor = SourceChip("")
        self._successor.setObjectName("decisionSuccessor")
        self._successor.clicked.connect(self._open_successor)
        self._successor_id: UUID | None = None
        self._lay_out()
        self.show_decision(None, (), {})

    def show_decision(
        self, decision: Decision | None, every: Sequence[Decision], replaced: Mapping[UUID, Decision]
    ) -> None:
        """Show a decision, or nothing; news about the one already shown leave unsaved typing alone."""
        former, self._decision = self._decision, decision
        self.setVisible(decision is not None)
        if decision is None:
            for autosave in self._autosaves.values():
                autosave.release()
            return
        other = former is None or former.id != decision.id
        for name, text in _texts(decision).items():
            if other:
                self._rows[name].set_problem("")
                self._autosaves[name].bind((decision.id, name), text, self._saver(name))
            else:
                self._autosaves[name].offer(text)
        self._offer_older(decision, every)
        self._show_successor(replaced.get(decision.id))

    def flush(self) -> None:
        """Save what is typed and can be saved."""
        for autosave in self._autosaves.values():
            autosave.flush()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, name in enumerate(("decided_by", "valid_until", "source_document", "replaces_id")):
            grid.addWidget(self._rows[name], *divmod(place, 2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._rows["valid_until"].field.setPlaceholderText(self.tr("Tills vidare"))  # type: ignore[attr-defined]
        self._by = Text(self.tr("Ersatt av"), "muted")
        successor = QHBoxLayout()
        successor.setSpacing(8)
        successor.addWidget(self._by)
        successor.addWidget(self._successor)
        successor.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(successor)

    def _offer_older(self, decision: Decision, every: Sequence[Decision]) -> None:
        """Decisions that can be replaced: made no later; those of the same level first."""
        older = [each for each in every if each.id != decision.id and each.decided_on <= decision.decided_on]
        older.sort(key=lambda each: each.level is not decision.level)
        self._offered = (None, *(each.id for each in older))
        self._replaces.clear()
        self._replaces.addItem(self.tr("Inget beslut"))
        for each in older:
            self._replaces.addItem(f"{each.decided_on.isoformat()} {_shortened(each.text)}")
        place = self._offered.index(decision.replaces_id) if decision.replaces_id in self._offered else 0
        self._replaces.setCurrentIndex(place)

    def _show_successor(self, successor: Decision | None) -> None:
        self._successor_id = successor.id if successor else None
        self._by.setVisible(successor is not None)
        self._successor.setVisible(successor is not None)
        if successor is not None:
            self._successor.set_source(f"{successor.decided_on.isoformat()} {_shortened(successor.text)}")

    def _open_successor(self) -> None:
        if self._successor_id is not None:
            self.chosen.emit(self._successor_id)

    def _choose_replaced(self, place: int) -> None:
        decision, chosen = self._decision, self._offered[place]
        if decision is not None and chosen != decision.replaces_id:
            from desktop.domain.identity import new_id

            self.edited.emit(decision.id, {"replaces_id": chosen}, new_id())

    def _saver(self, name: str) -> Callable[[str, UUID], bool]:
        decision = self._decision
        assert decision is not None, "a field saves the decision that is shown"

        def save(text: str, group: UUID) -> bool:
            try:
                value: Any = self._read(name, " ".join(text.split()))
            except ValueError as error:
                self._rows[name].set_problem(str(error))
                return False
            self._rows[name].set_problem("")
            if value != getattr(decision, name):
                self.edited.emit(decision.id, {name: value}, group)
            return True

        return save

    def _read(self, name: str, text: str) -> str | date | None:
        if name != "valid_until":
            return text
        return parse_day(text, self._today()) if text else None


def _texts(decision: Decision) -> dict[str, str]:
    return {
        "decided_by": decision.decided_by,
        "valid_until": decision.valid_until.isoformat() if decision.valid_until else "",
        "source_document": decision.source_document,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"

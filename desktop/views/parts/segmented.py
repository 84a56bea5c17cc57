"""One choice of a few that all stand in view, beside each other, each with a key of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class Choice(NamedTuple):
    """Something to choose: its value, its word, and the letter that chooses it from the keyboard, if any."""

    value: object
    word: str
    key: str = ""


class SegmentedChoice(QWidget):
    """Radio buttons in frames side by side; at first none may be chosen.

    Arrow keys move among them, their letters choose from anywhere among them.

    Args:
        name: What is chosen, for assistive technology; read before each word.
        choices: What there is to choose.
        parent: The owning widget.

    Attributes:
        chosen: The value that the user has chosen.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.choices = tuple(choices)
        self._name = name
        self._group = QButtonGroup(self)
        self._showing = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, choice in enumerate(self.choices):
            button = self._button(choice)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._group.button(0))
        self._group.idToggled.connect(self._tell)

    def set_name(self, name: str) -> None:
        """Say that something else is chosen."""
        if name != self._name:
            self._name = name
            self.setAccessibleName(name)
            for choice, button in zip(self.choices, self._group.buttons(), strict=True):
                button.setAccessibleName(f"{name}: {choice.word}")

    @property
    def value(self) -> object:
        """What is chosen, or nothing."""
        place = self._group.checkedId()
        return self.choices[place].value if place >= 0 else None

    def set_value(self, value: object) -> None:
        """Show what is chosen, or that nothing is, without telling anyone."""
        self._showing = True
        place = next((place for place, choice in enumerate(self.choices) if choice.value == value), None)
        if place is None:
            self._group.setExclusive(False)
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            self._group.button(place).setChecked(True)
        self._showing = False

    def press(self, key: str) -> bool:
        """Choose by a letter; whether there is such a choice."""
        for place, choice in enumerate(self.choices):
            if choice.key and choice.key.casefold() == key.casefold():
                button = self._group.button(place)
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.setChecked(True)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters choose."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if not (plain and event.text() and self.press(event.text())):
            super().keyPressEvent(event)

    def _button(self, choice: Choice) -> QRadioButton:
        button = QRadioButton(choice.word)
        button.setProperty("segment", True)
        button.setAccessibleName(f"{self._name}: {choice.word}")
        if choice.key:
            tip = self.tr("{word} (tangent {key})").format(word=choice.word, key=choice.key)
            button.setToolTip(tip)
        return button

    def _tell(self, place: int, checked: bool) -> None:
        if checked and not self._showing:
            self.chosen.emit(self.choices[place].value)

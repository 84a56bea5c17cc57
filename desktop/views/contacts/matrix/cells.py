"""What stands in the cells of the matrix: persons to open, and vacancies to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import Button, QuietButton
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

_INSET = 8


class PersonCell(Button):
    """A person in a cell, a button that opens them (``clicked``).

    Args:
        contact_id: Who it is.
        name: Their name, as plain text.
        note: What stands below it, or nothing.
        warning: Why their particulars need a look, or nothing.
        place: Where in the matrix they stand, for assistive technology.
    """

    def __init__(self, contact_id: UUID, name: str, note: str = "", warning: str = "", place: str = "") -> None:
        super().__init__("", "person")
        self.setObjectName("matrixPerson")
        self.contact_id = contact_id
        said = ", ".join(part for part in (name, note, warning) if part)
        self.setAccessibleName(f"{place}: {said}" if place else said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 4, _INSET, 4)
        column.setSpacing(2)
        column.addWidget(Text(name, "body", wrap=True))
        if note:
            column.addWidget(Text(note, "note", wrap=True))
        if warning:
            column.addWidget(StateChip(warning, "warning"))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As large as what stands in it."""
        return self._column().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word allows."""
        return self._column().minimumSize()

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped texts need."""
        return self._column().heightForWidth(width)

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        return column


class GapCell(QWidget):
    """What is vacant in a cell, each with the button that fills it.

    Args:
        vacant: What is vacant and since when, in words.
        place: Where in the matrix it is, for assistive technology.

    Attributes:
        buttons: The buttons, in the order of what is vacant.
    """

    def __init__(self, vacant: Iterable[str], place: str) -> None:
        super().__init__()
        self.setObjectName("matrixGap")
        self.buttons: list[QuietButton] = []
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_INSET, 0, _INSET, 0)
        whole.addWidget(inside)
        flow = FlowLayout(inside, 4)
        for words in vacant:
            flow.addWidget(self._one(words, place))

    def _one(self, words: str, place: str) -> QWidget:
        button = QuietButton(self.tr("Utse"))
        button.setObjectName("appoint")
        button.setAccessibleName(self.tr("{place}: {words}. Utse någon").format(place=place, words=words))
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that what is vacant keeps its distance on other days too
        button.setSizePolicy(policy)
        self.buttons.append(button)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(StateChip(words, "danger"))
        row.addWidget(button)
        return whole

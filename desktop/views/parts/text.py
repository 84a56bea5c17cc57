"""Texts on screen; always plain, because what they show may come from files and from others (no rich text)."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

TextRole = Literal["body", "title", "section", "caption", "muted", "note", "problem"]


class Text(QLabel):
    """A plain text in one of the few roles of the type scale.

    Args:
        text: What to show; never read as markup.
        role: ``title`` 20, ``section`` 14 semibold, ``body`` and ``muted`` 13, ``note`` and ``problem`` 11,
            ``caption`` 11 semibold.
        wrap: Whether long text goes on over several lines.
        parent: The owning widget.
    """

    def __init__(
        self, text: str = "", role: TextRole = "body", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text_role", role)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            policy = self.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

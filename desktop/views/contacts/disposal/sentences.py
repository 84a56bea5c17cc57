"""A card with a heading and sentences below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


class Sentences(Card):
    """Shows sentences under a heading; without any it is not seen.

    Args:
        heading: What they are about.
        name: The name of the card, and of the sentences in it.
    """

    def __init__(self, heading: str, name: str) -> None:
        super().__init__(padding=16)
        self.setObjectName(name)
        self._shown: list[QWidget] = []
        self.body.addWidget(SectionHeading(heading))

    def show_sentences(self, sentences: Iterable[str]) -> None:
        """Show these instead of those before."""
        for shown in self._shown:
            self.body.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._shown = []
        for sentence in sentences:
            text = Text(f"•  {sentence}", wrap=True)
            text.setObjectName(f"{self.objectName()}Sentence")
            self._shown.append(text)
            self.body.addWidget(text)
        self.setVisible(bool(self._shown))

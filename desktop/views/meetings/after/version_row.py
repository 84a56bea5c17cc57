"""One finalised version of the notes: its number, when, who, how it is known again, and why it was opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import SWEDEN, clock, in_prose
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.meetings.notes import NotesVersion

_SHORT = 12
"""How much of a digest is shown at first, in characters."""


class VersionRow(QWidget):
    """Shows one version; its digest in full on demand.

    Args:
        version: The version; what it fixes never changes.
        parent: The owning widget.

    Attributes:
        opened: What this version (``NotesVersion``) holds is to be shown.
        printed: The version is to be looked at as the document that was fixed.
    """

    opened = Signal(object)
    printed = Signal(object)

    def __init__(self, version: NotesVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionRow")
        name = self.tr("Version {number}").format(number=version.number)
        in_force = version.reopened_at is None
        self._version = version
        self._chip = StateChip(self.tr("Gäller") if in_force else self.tr("Öppnad igen"))
        self._chip.set_state(self._chip.text(), "good" if in_force else "neutral")
        facts = Text(f"{moment_words(version.finalised_at)} · {version.finalised_by}", "muted", wrap=True)
        facts.setObjectName("versionFacts")
        self._digest = Text("", "muted", wrap=True)
        self._digest.setObjectName("versionDigest")
        self._digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._whole = QuietButton("")
        self._whole.setObjectName("versionWhole")
        self._whole.clicked.connect(lambda: self._show_digest(whole=self._digest.text().endswith("…")))
        show = QuietButton(self.tr("Visa"))
        show.setObjectName("showVersion")
        show.setAccessibleName(self.tr("Visa version {number}").format(number=version.number))
        show.clicked.connect(lambda: self.opened.emit(self._version))
        paper = QuietButton(self.tr("Som PDF"))
        paper.setObjectName("printVersion")
        paper.setAccessibleName(self.tr("Förhandsgranska version {number} som PDF").format(number=version.number))
        paper.clicked.connect(lambda: self.printed.emit(self._version))
        self._lay_out(Text(name), facts, (show, paper))
        self._show_digest(whole=False)

    def _lay_out(self, name: Text, facts: Text, actions: tuple[QuietButton, ...]) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(name)
        first.addWidget(self._chip)
        first.addWidget(facts, 1)
        for action in actions:
            first.addWidget(action)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._digest, 1)
        second.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(2)
        column.addLayout(first)
        if self._version.reopened_at is not None:
            reason = self.tr("Öppnad igen {when}: {reason}").format(
                when=moment_words(self._version.reopened_at), reason=self._version.reopened_reason
            )
            column.addWidget(Text(reason, wrap=True))
        column.addLayout(second)

    def _show_digest(self, *, whole: bool) -> None:
        digest = self._version.digest
        shown = _in_groups(digest) if whole else f"{digest[:_SHORT]}…"
        self._digest.setText(self.tr("Kontrollsumma (SHA-256) {digest}").format(digest=shown))
        words = self.tr("Visa kort") if whole else self.tr("Visa hela")
        self._whole.setText(words)
        self._whole.setAccessibleName(
            self.tr("{words}: kontrollsumman för version {number}").format(words=words, number=self._version.number)
        )


def moment_words(at: datetime) -> str:
    """``2 december 2026 kl. 09.14`` in Swedish time."""
    return f"{in_prose(at.astimezone(SWEDEN).date())} kl.\u00a0{clock(at)}"


def _in_groups(digest: str) -> str:
    """A digest in groups of eight, which can be read aloud and wrap."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))

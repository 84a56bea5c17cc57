"""One moment of a timeline: an entry, or a step of an escalation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.attachment import size_words
from desktop.domain.dates import in_prose
from desktop.domain.matters.matter_entry import Trend
from desktop.views.matters.timeline.words import contact_words, passing_words, step_notes, step_words, when_words
from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.text import Text
from desktop.views.wording import trend_word

if TYPE_CHECKING:
    from desktop.domain.attachment import Attachment
    from desktop.domain.matters.escalation import EscalationStep
    from desktop.domain.matters.matter_entry import MatterEntry
    from desktop.views.parts.badge import Tone

_TONES: dict[Trend, Tone] = {Trend.BETTER: "good", Trend.UNCHANGED: "neutral", Trend.WORSE: "warning"}


class StepCard(Card):
    """A step of an escalation among the entries.

    Args:
        step: The step.
    """

    def __init__(self, step: EscalationStep) -> None:
        super().__init__(padding=12)
        self.setObjectName("timelineStep")
        head = QHBoxLayout()
        head.setSpacing(8)
        title = Text(step_words(step), "section", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(LevelBadge(step.to_level), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        taken = " · ".join(part for part in (in_prose(step.taken_on), step.taken_by) if part)
        self.body.addWidget(Text(taken, "muted", wrap=True))
        for note in step_notes(step):
            self.body.addWidget(_words(note))


class EntryCard(Card):
    """An entry with its files; one that was corrected is struck out above its correction.

    Args:
        entry: The entry.
        correction: What puts it right, if it was wrong.
        files: The files that came with it.

    Attributes:
        correction_asked: The entry (``MatterEntry``) is wrong and is to be put right.
        file_opened: An ``Attachment`` is to be opened in its own program.
        file_saved: An ``Attachment`` is to be saved somewhere.
    """

    correction_asked = Signal(object)
    file_opened = Signal(object)
    file_saved = Signal(object)

    def __init__(self, entry: MatterEntry, correction: MatterEntry | None, files: tuple[Attachment, ...]) -> None:
        super().__init__(padding=12, private=entry.is_internal)
        self.setObjectName("timelineEntry")
        self._entry = entry
        self.body.addLayout(self._head(correction is not None))
        self.body.addWidget(Text(self._note(), "muted", wrap=True))
        said = _words(entry.text, "muted" if correction else "body")
        said.setObjectName("entryText")
        self.body.addWidget(said)
        if passing := passing_words(entry):
            self.body.addWidget(Text(passing, wrap=True))
        if correction is not None:
            _strike(said)
            self.body.addWidget(_words(self.tr("Rättad till: {text}").format(text=correction.text)))
        for file in files:
            self.body.addLayout(self._file_row(file))

    def _head(self, corrected: bool) -> QHBoxLayout:
        chips = FlowLayout()
        chips.addWidget(Text(contact_words(self._entry), "section"))
        if corrected:
            chips.addWidget(StateChip(self.tr("Rättad"), "warning"))
        if self._entry.corrects_id is not None:
            chips.addWidget(StateChip(self.tr("Rättelse")))
        if self._entry.is_internal:
            chips.addWidget(StateChip(self.tr("Endast för oss")))
        if self._entry.trend is not None:
            chips.addWidget(StateChip(trend_word(self._entry.trend), _TONES[self._entry.trend]))
        if self._entry.level is not None:
            chips.addWidget(LevelBadge(self._entry.level))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(chips, 1)
        if not corrected:
            button = QuietButton(self.tr("Rätta"))
            button.setObjectName("entryCorrect")
            button.setAccessibleName(self.tr("Rätta anteckningen {when}").format(when=when_words(self._entry)))
            button.clicked.connect(lambda: self.correction_asked.emit(self._entry))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _note(self) -> str:
        when = when_words(self._entry)
        if not self._entry.written_by:
            return when
        return self.tr("{when}, antecknat av {who}").format(when=when, who=self._entry.written_by)

    def _file_row(self, file: Attachment) -> FlowLayout:
        row = FlowLayout()
        row.addWidget(Text(f"{file.name} ({size_words(file.size)})"))
        ways = [(self.tr("Spara som …"), "entryFileSave", self.file_saved)]
        if file.may_be_opened:
            ways.insert(0, (self.tr("Öppna"), "entryFileOpen", self.file_opened))
        for words, name, signal in ways:
            button = QuietButton(words)
            button.setObjectName(name)
            button.setAccessibleName(f"{words.removesuffix(' …')}: {file.name}")
            button.clicked.connect(partial(signal.emit, file))
            row.addWidget(button)
        return row


def _words(text: str, role: str = "body") -> Text:
    made = Text(text, "muted" if role == "muted" else "body", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _strike(text: Text) -> None:
    font = text.font()
    font.setStrikeOut(True)
    text.setFont(font)

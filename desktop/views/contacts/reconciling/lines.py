"""One person in three ways: what we have, what SSC has now, what SSC had last, and what becomes of each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.contacts.reconciling import Choice, Finding, chosen
from desktop.views.contacts.reconciling.words import (
    before_word,
    choice_word,
    finding_word,
    line_word,
    outcome_word,
    possible,
    side_word,
    told_word,
)
from desktop.views.parts.announce import announce
from desktop.views.parts.card import Card
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.segmented import Choice as Segment
from desktop.views.parts.segmented import SegmentedChoice
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.contacts.reconciling import Choices, ComparedPerson, Line
    from desktop.domain.contacts.reconciling_notices import Telling

_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_OURS, _THEIRS = 1, 2
"""The columns that can be clicked."""


class LineTable(RowsTable):
    """The lines of a person: 1, 2 and 3 choose for the current one, the space bar takes the next choice.

    Attributes:
        picked: The choice with this number, counted from 0, was made for the current line; -1 takes the next one.
    """

    picked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures choose, the space bar goes on to the next choice."""
        if event.key() in _KEYS:
            self.picked.emit(_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self.picked.emit(-1)
        else:
            super().keyPressEvent(event)


class PersonLines(Card):
    """Shows the lines of one person, and takes the choices.

    Attributes:
        chosen: For the person shown, the line with this key (``LineKey``) is to go this way (``Choice``).
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("comparedPerson")
        self._person: ComparedPerson | None = None
        self._lines: tuple[Line, ...] = ()
        self._choices: Choices = {}
        self._name = Text("", "section", wrap=True)
        self._name.setObjectName("comparedName")
        self._side = Text("", "muted", wrap=True)
        self._side.setObjectName("comparedSide")
        self.model = RowsModel(_columns(), self)
        self.table = LineTable(self.tr("Uppgifter att jämföra"), self.model)
        self.table.setObjectName("comparedLines")
        self.table.picked.connect(self._pick)
        self.table.clicked.connect(self._click)
        self.table.selectionModel().currentChanged.connect(self._show_choice)
        self._card = Text("", "muted", wrap=True)
        self._card.setObjectName("comparedCard")
        self._same = Text("", "muted", wrap=True)
        self._same.setObjectName("comparedSame")
        self._about = Text("", wrap=True)
        self._about.setObjectName("comparedAbout")
        self._segments = QHBoxLayout()
        self._segmented: SegmentedChoice | None = None
        self._words: tuple[str, ...] = ()
        self._notice = Text("", "muted", wrap=True)
        self._notice.setObjectName("comparedNotice")
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._side)
        self.body.setSpacing(12)
        self.body.addLayout(words)
        self.body.addWidget(self.table)
        self.body.addWidget(self._about)
        self.body.addLayout(self._segments)
        self.body.addWidget(self._notice)
        self.body.addWidget(self._same)
        self.body.addWidget(self._card)
        self.body.addStretch(1)

    def show_person(
        self, person: ComparedPerson, choices: Choices, telling: Telling | None, card: Sequence[str]
    ) -> None:
        """Show a person, what was chosen so far, what SSC has to be told, and all of one who is in one list only."""
        another = self._person is None or self._person.key != person.key
        here = 0 if another else max(0, self.table.currentIndex().row())
        self._person, self._choices = person, choices
        self._lines = person.differences or person.lines
        alike = [line_word(line) for line in person.lines if line.finding is Finding.AGREES]
        same = self.tr("Lika i båda: {fields}.").format(fields=", ".join(alike))
        self._same.setText(same if person.differences and alike else "")
        self._same.setVisible(bool(self._same.text()))
        self._name.setText(person.name)
        self._side.setText(side_word(person.party))
        self._card.setText("\n".join(card))
        self._card.setVisible(bool(card))
        self.model.show_rows([self._row(line) for line in self._lines])
        self.table.selectRow(min(here, len(self._lines) - 1))
        self._notice.setText(self.tr("Blir en anmälan: {title}.").format(title=telling.title) if telling else "")
        self._notice.setVisible(telling is not None)
        self._show_choice()

    def _row(self, line: Line) -> TextRow:
        person = self._person
        assert person is not None
        told = told_word(line, line.ours), told_word(line, line.theirs), before_word(line)
        return TextRow(line.key, (line_word(line), *told, outcome_word(person, line, self._choices)))

    @property
    def _current(self) -> Line | None:
        row = self.table.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show_choice(self) -> None:
        """Show what can be chosen for the current line."""
        line, person = self._current, self._person
        if line is None or person is None:
            return
        self._about.setText(self.tr("{what}: {finding}.").format(what=line_word(line), finding=_lower(line)))
        words = tuple(choice_word(person, line, way) for way in possible(person, line)) if line.differs else ()
        if words != self._words:
            self._words = words
            self._offer(possible(person, line), words)
        if self._segmented is not None:
            self._segmented.set_name(self.tr("Val för {what}").format(what=line_word(line)))
            self._segmented.set_value(chosen(person, line, self._choices))

    def _offer(self, ways: tuple[Choice, ...], words: tuple[str, ...]) -> None:
        """Offer other choices; a single one is none."""
        if self._segmented is not None:
            self._segments.removeWidget(self._segmented)
            self._segmented.hide()
            self._segmented.deleteLater()
            self._segmented = None
        if len(words) > 1:
            pairs = zip(ways, words, strict=True)
            segments = [Segment(way, word, str(number)) for number, (way, word) in enumerate(pairs, 1)]
            self._segmented = SegmentedChoice("", segments)
            self._segmented.setObjectName("comparedChoice")
            self._segmented.chosen.connect(self._choose)
            self._segments.addWidget(self._segmented)

    def _click(self, index: QModelIndex) -> None:
        """A click on what one side says takes it."""
        if index.column() in {_OURS, _THEIRS}:
            self._choose(Choice.OURS if index.column() == _OURS else Choice.THEIRS)

    def _pick(self, number: int) -> None:
        line, person = self._current, self._person
        if line is None or person is None:
            return
        ways = possible(person, line)
        if number < 0:
            number = (ways.index(chosen(person, line, self._choices)) + 1) % len(ways)
        if number < len(ways):
            self._choose(ways[number])

    def _choose(self, choice: object) -> None:
        line, person = self._current, self._person
        if line is None or person is None or not line.differs or choice not in possible(person, line):
            return
        way = Choice(str(choice))
        if way is not chosen(person, line, self._choices):
            self.chosen.emit(line.key, way)
            announce(self.table, choice_word(person, line, way))


def _lower(line: Line) -> str:
    word = finding_word(line.finding)
    return word if word.startswith("SSC") else word[:1].lower() + word[1:]


def _columns() -> tuple[TextColumn, ...]:
    return (
        TextColumn(QCoreApplication.translate("Reconciling", "Uppgift"), 4),
        TextColumn(QCoreApplication.translate("Reconciling", "Hos oss"), 5),
        TextColumn(QCoreApplication.translate("Reconciling", "SSC nu"), 5),
        TextColumn(QCoreApplication.translate("Reconciling", "SSC senast"), 5),
        TextColumn(QCoreApplication.translate("Reconciling", "Val"), 4),
    )

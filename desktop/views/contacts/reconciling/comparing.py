"""The differences between our list and SSC's: who, what, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.contacts.partial_list import lacks_of
from desktop.domain.contacts.reconciling import accept_all_of_theirs
from desktop.domain.level import Party
from desktop.views.contacts.reconciling.lines import PersonLines
from desktop.views.contacts.reconciling.people import People
from desktop.views.contacts.reconciling.words import counted, lacks_words, problems_words
from desktop.views.parts.badge import StateChip, Tone
from desktop.views.parts.buttons import QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.list_row import RowList
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.contacts.reconciling import Choice, Choices, ComparedPerson, Comparison, LineKey
    from desktop.domain.contacts.reconciling_notices import Telling, Tellings

_LIST_WIDTH = 228
_TITLES_SHOWN = 3


class ComparisonView(QWidget):
    """Shows a comparison and gathers the choices.

    Attributes:
        counted: How many differences and notices there are has changed.
    """

    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonView")
        self._comparison: Comparison | None = None
        self._tellings: Tellings | None = None
        self._told: dict[str, Telling] = {}
        self.choices: dict[tuple[str, LineKey], Choice] = {}
        self._chips = FlowLayout()
        self._accept = SecondaryButton(self.tr("Godkänn alla SSC:s ändringar för SSC:s personer"), "check")
        self._accept.setObjectName("acceptTheirs")
        self._accept.clicked.connect(self._accept_theirs)
        self._more = QuietButton("")
        self._more.setObjectName("showAgreeing")
        self._more.clicked.connect(self._unfold)
        self._all_shown = False
        self.people = People()
        self.list = RowList(self.tr("Personer med skillnader"))
        self.list.setObjectName("comparedPeople")
        self.list.setModel(self.people)
        self.list.setUniformItemSizes(True)
        self.list.selectionModel().currentChanged.connect(self._show_person)
        self.lines = PersonLines()
        self.lines.chosen.connect(self._choose)
        self._problems = Text("", "muted", wrap=True)
        self._problems.setObjectName("comparedProblems")
        self._lacks = Text("", "problem", wrap=True)
        self._lacks.setObjectName("comparedLacks")
        self._notices = Text("", wrap=True)
        self._notices.setObjectName("comparedNotices")
        self._lay_out()

    def show_comparison(
        self, comparison: Comparison, tellings: Tellings, told: Mapping[str, Telling], choices: Choices
    ) -> None:
        """Show a comparison; of the choices those that still answer something are kept.

        Args:
            comparison: What differs.
            tellings: Says what has to be told after other choices.
            told: What has to be told as it is, by the person's key.
            choices: What was chosen before.
        """
        self._comparison, self._tellings, self._told = comparison, tellings, dict(told)
        asked = {(person.key, line.key) for person in comparison.different for line in person.differences}
        self.choices = {key: choice for key, choice in choices.items() if key in asked}
        answered = {key for key, _line in self.choices}
        for person in comparison.different:
            if person.key in answered:
                self._tell_again(person)
        self._show_chips(comparison)
        self._lacks.setText(lacks_words(lacks_of(comparison.persons)))
        self._lacks.setVisible(bool(self._lacks.text()))
        self._problems.setText(problems_words(comparison.problems))
        self._problems.setVisible(bool(comparison.problems))
        agreeing = len(comparison.persons) - len(comparison.different)
        self._more.setVisible(agreeing > 0)
        self._accept.setVisible(any(person.party is Party.SSC for person in comparison.different))
        self._show_people()
        self._show_notices()

    def begin(self) -> None:
        """Take the focus to the first person."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def notices(self) -> int:
        """How many persons SSC will have to be told about."""
        return len(self._told)

    # Showing

    def _show_chips(self, comparison: Comparison) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        sides = [person.party for person in comparison.different]
        theirs, ours = sides.count(Party.SSC), sides.count(Party.AGENCY)
        agreeing = len(comparison.persons) - len(sides)
        told: tuple[tuple[int, str, Tone], ...] = (
            (theirs, self.tr("{count} av SSC:s personer skiljer sig"), "warning"),
            (ours, self.tr("{count} av våra personer skiljer sig"), "warning"),
            (agreeing, self.tr("{count} utan skillnad"), "good"),
        )
        for count, words, tone in told:
            if count:
                self._chips.addWidget(StateChip(counted(count, words, words), tone))

    def _show_people(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        agreeing = self._all_shown
        current = self.people.person_at(self.list.currentIndex())
        shown = comparison.in_order if agreeing else comparison.in_order[: len(comparison.different)]
        self.people.show_persons(shown)
        number = len(comparison.persons) - len(comparison.different)
        one, many = self.tr("Visa {count} utan skillnad"), self.tr("Visa {count} utan skillnad")
        self._more.setText(self.tr("Dölj dem utan skillnad") if agreeing else counted(number, one, many))
        self._pages.setCurrentIndex(0 if shown else 1)
        if shown:
            self.list.setCurrentIndex(self.people.index(self.people.row_of(current.key if current else ""), 0))
            self._show_person()

    def _unfold(self) -> None:
        """Show those without differences too, or fold them away again."""
        self._all_shown = not self._all_shown
        self._show_people()

    def _show_person(self) -> None:
        person = self.people.person_at(self.list.currentIndex())
        if person is not None:
            card = self._tellings.card(person) if self._tellings else ()
            self.lines.show_person(person, self.choices, self._told.get(person.key), card)

    def _show_notices(self) -> None:
        titles = [telling.title for telling in self._told.values()]
        one = self.tr("{count} anmälan till Statens servicecenter görs: ")
        many = self.tr("{count} anmälningar till Statens servicecenter görs: ")
        rest = len(titles) - _TITLES_SHOWN
        more = counted(rest, *[self.tr(" och {count} till")] * 2) if rest > 0 else ""
        listed = "; ".join(titles[:_TITLES_SHOWN]) + more
        self._notices.setText(f"{counted(len(titles), one, many)}{listed}." if titles else "")
        self._notices.setVisible(bool(titles))
        self.counted.emit()

    # Choosing

    def _choose(self, key: LineKey, choice: Choice) -> None:
        person = self.people.person_at(self.list.currentIndex())
        if person is not None:
            self.choices[person.key, key] = choice
            self._tell_again(person)
            self._show_person()
            self._show_notices()

    def _accept_theirs(self) -> None:
        """SSC's word for everything about SSC's own people."""
        if self._comparison is not None:
            self.choices |= accept_all_of_theirs(self._comparison)
            self._show_person()
            self._show_notices()

    def _tell_again(self, person: ComparedPerson) -> None:
        telling = self._tellings.of(person, self.choices) if self._tellings else None
        if telling is None:
            self._told.pop(person.key, None)
        else:
            self._told[person.key] = telling

    # Building

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(12)
        facts.addLayout(self._chips, 1)
        facts.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignTop)
        card = Card()
        card.body.addWidget(self.list)
        card.setFixedWidth(_LIST_WIDTH)
        abreast = QWidget()
        row = QHBoxLayout(abreast)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(card)
        row.addWidget(VerticalScroll(self.lines), 1)
        none = EmptyState(
            self.tr("Listorna säger samma sak"),
            self.tr("Genomför avstämningen, så antecknas att uppgifterna är bekräftade."),
            icon_name="check",
        )
        none.setObjectName("nothingDiffers")
        self._pages = QStackedWidget()
        self._pages.addWidget(abreast)
        self._pages.addWidget(none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(facts)
        column.addWidget(self._lacks)
        column.addWidget(self._problems)
        column.addWidget(self._pages, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._notices, 1)
        below.addStretch(0)
        below.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

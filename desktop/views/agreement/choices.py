"""The joint decisions on the number of levels, each from its date (R1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.agreement import LevelChoice
from desktop.domain.dates import in_prose
from desktop.domain.level import LevelModel
from desktop.views.parts.buttons import QuietButton, SecondaryButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text


class LevelChoices(QWidget):
    """Shows from when there are two or three levels, and takes further decisions.

    Attributes:
        unfolded: The fields for a further decision have been shown, and take more room.
    """

    unfolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[LevelChoice] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._model = QComboBox()
        self._model.setObjectName("choiceModel")
        self._model.addItem(self.tr("Två nivåer"), LevelModel.TWO.value)
        self._model.addItem(self.tr("Tre nivåer"), LevelModel.THREE.value)
        self._day = DayField()
        self._day.setObjectName("choiceDay")
        self._day_row = FormRow(self.tr("Från och med"), self._day)
        self._day.problem_changed.connect(self._day_row.set_problem)
        self._decision = QLineEdit()
        self._decision.setObjectName("choiceDecision")
        self._decision.setPlaceholderText(self.tr("Till exempel strategiskt möte 2026-10-05, punkt 4"))
        self._decision_row = FormRow(self.tr("Parternas beslut"), self._decision)
        self._form = self._lay_out_form()
        self._form.hide()
        self._open = QuietButton(self.tr("Ändra antalet nivåer"))
        self._open.setObjectName("choiceOpen")
        self._open.clicked.connect(self._open_form)
        line = QHBoxLayout()
        line.addWidget(self._open)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self._form)
        column.addLayout(line)
        self.show_choices(())

    @property
    def choices(self) -> tuple[LevelChoice, ...]:
        """The decisions, oldest first."""
        return tuple(self._choices)

    def show_choices(self, choices: tuple[LevelChoice, ...]) -> None:
        """Show the decisions of an agreement."""
        self._choices = sorted(choices, key=lambda choice: choice.starts_on)
        self._close_form()
        self._show_list()

    def finish(self) -> bool:
        """Take a decision that was filled in but not added; tells whether nothing is left unfinished."""
        return self._form.isHidden() or not (self._day.text() or self._decision.text()) or self._add()

    def _lay_out_form(self) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(FormRow(self.tr("Antal nivåer"), self._model), 0, 0)
        grid.addWidget(self._day_row, 0, 1)
        grid.addWidget(self._decision_row, 1, 0, 1, 2)
        add = SecondaryButton(self.tr("Lägg till beslutet"), "plus")
        add.setObjectName("choiceAdd")
        add.clicked.connect(self._add)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addStretch(1)
        grid.addLayout(buttons, 2, 0, 1, 2)
        return form

    def _open_form(self) -> None:
        self._form.show()
        self._open.hide()
        self._model.setFocus()
        self.unfolded.emit()

    def _close_form(self) -> None:
        self._form.hide()
        self._open.show()
        self._day.set_day(None)
        self._decision.clear()
        self._decision_row.set_problem("")

    def _add(self) -> bool:
        self._day.finish()
        if not self._day.is_readable:
            self._day.setFocus()
            return False
        day, decision = self._day.day, self._decision.text().strip()
        if day is None:
            self._day_row.set_problem(self.tr("Skriv från vilken dag beslutet gäller."))
            self._day.setFocus()
            return False
        if not decision:
            self._decision_row.set_problem(self.tr("Skriv var parterna beslutade det gemensamt."))
            self._decision.setFocus()
            return False
        added = LevelChoice(starts_on=day, model=LevelModel(self._model.currentData()), decision=decision)
        self.show_choices((*(choice for choice in self._choices if choice.starts_on != day), added))
        return True

    def _show_list(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._list.addWidget(Text(self.tr("Tre nivåer: operativ, taktisk och strategisk."), wrap=True))
        for choice in self._choices:
            self._list.addWidget(self._line(choice))

    def _line(self, choice: LevelChoice) -> QWidget:
        two = self.tr("Två nivåer från {day}: taktiska och operativa frågor tas i samma forum. Beslut: {decision}.")
        three = self.tr("Tre nivåer från {day}. Beslut: {decision}.")
        words = (two if choice.model is LevelModel.TWO else three).format(
            day=in_prose(choice.starts_on), decision=choice.decision.rstrip(".")
        )
        remove = QuietButton(self.tr("Ta bort"))
        remove.setAccessibleName(self.tr("Ta bort beslutet från {day}").format(day=in_prose(choice.starts_on)))
        remove.clicked.connect(lambda: self._remove(choice))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(words, wrap=True), 1)
        row.addWidget(remove)
        return line

    def _remove(self, choice: LevelChoice) -> None:
        self._choices.remove(choice)
        self._show_list()
        self._open.setFocus()

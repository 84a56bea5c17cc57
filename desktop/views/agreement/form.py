"""The form for the agency and its agreement with Statens servicecenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.agreement import REGISTRY_NUMBER_LENGTH, SSC_NAME, SSC_NUMBER, Agreement
from desktop.domain.organisation import OrganisationNumber
from desktop.views.agreement.choices import LevelChoices
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.facts import Facts
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import PageHead, SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop.errors import AppError
    from desktop.services.agreements import Agreements
    from desktop.tasks import Tasks

_WIDTH = 720


class AgreementForm(QWidget):
    """Asks who we are and how we cooperate; the first page of a new register, and later a page of its own.

    Args:
        tasks: The door to the services.
        agreements: Where the agreement is kept.
        parent: The owning widget.

    Attributes:
        saved: This ``Agreement`` has been kept.
        closed: The form can go: it was saved, skipped or left.
        import_asked: The user wants to begin with the contact list.
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    saved = Signal(object)
    closed = Signal()
    import_asked = Signal()
    message = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, agreements: Agreements, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreementForm")
        self._tasks = tasks
        self._agreements = agreements
        self._kept: Agreement | None = None
        self._first_run = False
        self._name = _field("agencyName")
        self._number = _field("agencyNumber")
        self._number.setPlaceholderText(self.tr("NNNNNN-NNNN"))
        self._own = _field("ownRegistryNumber")
        self._theirs = _field("sscRegistryNumber")
        self._name_row = FormRow(self.tr("Myndighetens namn"), self._name)
        self._number_row = FormRow(self.tr("Organisationsnummer"), self._number)
        self._own_row = FormRow(self.tr("Vårt diarienummer"), self._own)
        self._theirs_row = FormRow(self.tr("Statens servicecenters diarienummer"), self._theirs)
        self._choices = LevelChoices()
        self._number.editingFinished.connect(self._check_number)
        self._own.editingFinished.connect(lambda: self._check_registry_number(self._own, self._own_row))
        self._theirs.editingFinished.connect(lambda: self._check_registry_number(self._theirs, self._theirs_row))
        for field in (self._name, self._number, self._own, self._theirs):
            field.returnPressed.connect(self._save_by_enter)
        self._name.textEdited.connect(lambda: self._name_row.set_problem(""))
        self._build()

    def welcome(self) -> None:
        """Greet at the first run: the form can be filled in, skipped, or left to the contact list."""
        self._set_up(first_run=True)
        self._head.set_title(self.tr("Välkommen till Samverkan"))

    def edit(self) -> None:
        """Show the agreement as it is kept, to change it."""
        self._set_up(first_run=False)
        self._head.set_title(self.tr("Myndighet och överenskommelse"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = PageHead()
        self._cancel = self._head.add_action(SecondaryButton(self.tr("Avbryt")))
        self._cancel.setObjectName("agreementCancel")
        self._cancel.clicked.connect(self.closed)
        self._save = self._head.add_action(PrimaryButton(self.tr("Spara uppgifterna")))
        self._save.setObjectName("agreementSave")
        self._save.clicked.connect(lambda: self._keep(self.closed.emit))
        self._greeting = self._lay_out_greeting()
        card = self._lay_out_card()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(card, 1000, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        area.setObjectName("agreementScroll")
        self._choices.unfolded.connect(  # queued, so that the layout has given the fields their room
            self._scroll_to_choices, Qt.ConnectionType.QueuedConnection
        )
        middle.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(self._greeting)
        column.addWidget(area, 1)

    def _lay_out_greeting(self) -> QWidget:
        """What the first run says, and the two other ways to begin."""
        greeting = QWidget()
        begin = SecondaryButton(self.tr("Importera kontaktförteckningen"), "import")
        begin.setObjectName("agreementImport")
        begin.clicked.connect(self._begin_with_import)
        skip = QuietButton(self.tr("Hoppa över nu"))
        skip.setObjectName("agreementSkip")
        skip.clicked.connect(self.closed)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(begin)
        ways.addWidget(skip)
        ways.addStretch(1)
        column = QVBoxLayout(greeting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = self.tr(
            "Börja med vem ni är. Uppgifterna står på dagordningar och andra dokument, och kan ändras senare. "
            "Du kan också börja med kontaktförteckningen som ni redan har."
        )
        column.addWidget(Text(words, "muted", wrap=True))
        column.addLayout(ways)
        return greeting

    def _lay_out_card(self) -> Card:
        card = Card(padding=20)
        card.setMaximumWidth(_WIDTH)
        card.body.setSpacing(16)
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        fields.addWidget(self._name_row, 0, 0, 1, 2)
        fields.addWidget(self._number_row, 1, 0, top)
        fields.addWidget(self._own_row, 2, 0, top)
        fields.addWidget(self._theirs_row, 2, 1, top)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        counterpart = Facts()
        counterpart.show_facts(
            [(self.tr("Motpart"), SSC_NAME), (self.tr("Motpartens organisationsnummer"), str(SSC_NUMBER))]
        )
        card.body.addWidget(SectionHeading(self.tr("Vår myndighet")))
        card.body.addLayout(fields)
        card.body.addWidget(Divider())
        card.body.addWidget(SectionHeading(self.tr("Överenskommelsen")))
        card.body.addWidget(counterpart)
        card.body.addWidget(Divider())
        card.body.addWidget(SectionHeading(self.tr("Samverkansnivåer")))
        card.body.addWidget(self._choices)
        return card

    def _set_up(self, *, first_run: bool) -> None:
        self._first_run = first_run
        self._greeting.setVisible(first_run)
        self._cancel.setVisible(not first_run)
        self._show(None)
        self._tasks.run(self._agreements.get, self, self._show)

    def _show(self, agreement: Agreement | None) -> None:
        self._kept = agreement
        number = agreement.agency_number if agreement else None
        self._name.setText(agreement.agency_name if agreement else "")
        self._number.setText(str(number) if number else "")
        self._own.setText(agreement.own_registry_number if agreement else "")
        self._theirs.setText(agreement.ssc_registry_number if agreement else "")
        self._choices.show_choices(agreement.choices if agreement else ())
        for row in (self._name_row, self._number_row, self._own_row, self._theirs_row):
            row.set_problem("")
        self._name.setFocus()

    def _check_number(self) -> bool:
        """Say beside the field what is wrong with the organisation number; write a right one in its usual form."""
        written = self._number.text().strip()
        try:
            shown = str(OrganisationNumber.parse(written)) if written else ""
        except ValueError as error:
            self._number_row.set_problem(str(error))
            return False
        self._number.setText(shown)
        self._number_row.set_problem("")
        return True

    def _check_registry_number(self, field: QLineEdit, row: FormRow) -> bool:
        over = len(field.text().strip()) - REGISTRY_NUMBER_LENGTH
        words = self.tr("Ett diarienummer får ha högst {most} tecken. Det här är {over} för långt.")
        row.set_problem(words.format(most=REGISTRY_NUMBER_LENGTH, over=over) if over > 0 else "")
        return over <= 0

    def _check_name(self) -> bool:
        named = bool(self._name.text().strip())
        self._name_row.set_problem("" if named else self.tr("Skriv namnet så som det ska stå i dokument."))
        return named

    def _is_right(self) -> bool:
        """Whether everything can be kept; the first field that cannot gets the focus."""
        checked = (
            (self._name, self._check_name()),
            (self._number, self._check_number()),
            (self._own, self._check_registry_number(self._own, self._own_row)),
            (self._theirs, self._check_registry_number(self._theirs, self._theirs_row)),
        )
        for field, right in checked:
            if not right:
                field.setFocus()
                announce(field, field.accessibleDescription(), urgent=True)
                return False
        return self._choices.finish()

    def _agreement(self) -> Agreement:
        number = self._number.text().strip()
        return Agreement(
            agency_name=" ".join(self._name.text().split()),
            agency_number=OrganisationNumber.parse(number) if number else None,
            own_registry_number=self._own.text().strip(),
            ssc_registry_number=self._theirs.text().strip(),
            choices=self._choices.choices,
            areas=self._kept.areas if self._kept else (),
        )

    def _keep(self, then: Callable[[], object]) -> None:
        if not self._is_right():
            return
        agreement = self._agreement()
        self._save.setEnabled(False)

        def kept(_: None) -> None:
            self._save.setEnabled(True)
            self._kept = agreement
            self.message.emit(self.tr("Uppgifterna är sparade."), "good", not self._first_run)
            self.saved.emit(agreement)
            then()

        def fail(error: AppError) -> None:
            self._save.setEnabled(True)
            self.message.emit(str(error), "danger", False)

        self._tasks.run(lambda: self._agreements.save(agreement), self, kept, fail)

    def _scroll_to_choices(self) -> None:
        self._area.ensureWidgetVisible(self._choices)

    def _save_by_enter(self) -> None:
        """Enter in a field saves, as the button does; not twice while it is being saved."""
        self._save.click()

    def _begin_with_import(self) -> None:
        """Keep what has been filled in first: typing is never lost."""
        if self._name.text().strip():
            self._keep(self.import_asked.emit)
        else:
            self.import_asked.emit()


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    return field

"""The panel that asks for the passphrase of the register, or says why the register cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.progress_panel import ProgressPanel
from desktop.views.parts.text import Text
from desktop.views.unlock.passphrase import LEAST_LENGTH, PassphraseField, strength_words

_WIDTH = 460


class UnlockPanel(QWidget):
    """Asks for a passphrase where no keyring service keeps the key; what is typed is handed on and forgotten.

    Attributes:
        given: The passphrase (``str``); answer with ``show_wrong``, ``show_trouble`` or another page.
        retry_asked: The user wants the register opened once more.
        quit_asked: The user wants to leave the program.
    """

    given = Signal(str)
    retry_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlockPanel")
        self._choosing = False
        self._title = Text("", "title", wrap=True)
        self._title.setObjectName("unlockTitle")
        self._why = Text("", "muted", wrap=True)
        self._why.setObjectName("unlockWhy")
        self._first = PassphraseField()
        self._first.setObjectName("passphrase")
        self._again = PassphraseField()
        self._again.setObjectName("passphraseAgain")
        self._first_row = FormRow(self.tr("Lösenfras"), self._first)
        self._again_row = FormRow(self.tr("Lösenfrasen en gång till"), self._again)
        self._strength = Text("", "note", wrap=True)
        self._strength.setObjectName("passphraseStrength")
        self._caps = Text(self.tr("Skiftlåset (Caps Lock) verkar vara på."), "note", wrap=True)
        self._caps.setObjectName("capsLock")
        self._visible = QCheckBox(self.tr("Visa lösenfrasen"))
        self._visible.setObjectName("showPassphrase")
        self._progress = ProgressPanel()
        self._connect()
        self._build()

    def ask_first(self, why: str) -> None:
        """Have a new passphrase chosen, typed twice.

        Args:
            why: One sentence on why it is needed here.
        """
        self._ask(self.tr("Välj en lösenfras för registret"), why, self.tr("Skapa registret"), choosing=True)
        self._warning.setText(self.tr("Lösenfrasen sparas ingenstans. Utan den kan ingen öppna registret."))

    def ask(self, why: str) -> None:
        """Have the passphrase of this register entered.

        Args:
            why: One sentence on why it is needed here.
        """
        self._ask(self.tr("Lås upp registret"), why, self.tr("Lås upp"), choosing=False)

    def show_wrong(self, sentence: str = "") -> None:
        """Say that the passphrase did not open the register, and ask again."""
        words = sentence or self.tr("Lösenfrasen öppnar inte registret. Kontrollera stavningen och försök igen.")
        self._set_busy(busy=False)
        self._first_row.set_problem(words)
        self._first.setFocus()
        announce(self._first, words, urgent=True)

    def show_trouble(self, sentence: str, remedy: str = "") -> None:
        """Say why the register cannot be opened and what to do about it; nothing is asked for."""
        self._set_busy(busy=False)
        self._forget()
        self._title.setText(self.tr("Registret kan inte öppnas"))
        self._why.setText(f"{sentence} {remedy}".strip())
        self._form.hide()
        self._open.hide()
        self._retry.show()
        self._retry.setFocus()
        announce(self, self._why.text(), urgent=True)

    def _connect(self) -> None:
        self._visible.toggled.connect(self._first.set_visible)
        self._visible.toggled.connect(self._again.set_visible)
        self._first.textChanged.connect(self._typed)
        self._again.textChanged.connect(lambda: self._again_row.set_problem(""))
        self._first.returnPressed.connect(self._first_entered)
        self._again.returnPressed.connect(self._give)
        self._first.caps_lock_noticed.connect(self._caps.setVisible)
        self._again.caps_lock_noticed.connect(self._caps.setVisible)

    def _build(self) -> None:
        self._open = PrimaryButton("")
        self._open.setObjectName("unlockOpen")
        self._open.clicked.connect(self._give)
        self._retry = PrimaryButton(self.tr("Försök igen"))
        self._retry.setObjectName("unlockRetry")
        self._retry.clicked.connect(self.retry_asked)
        leave = SecondaryButton(self.tr("Avsluta"))
        leave.setObjectName("unlockQuit")
        leave.clicked.connect(self.quit_asked)
        self._warning = Text("", "muted", wrap=True)
        self._form = QWidget()
        fields = QVBoxLayout(self._form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        for part in (self._first_row, self._strength, self._again_row, self._caps, self._visible, self._warning):
            fields.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (leave, self._retry, self._open):
            buttons.addWidget(button)
        card = Card(padding=24)
        card.setMaximumWidth(_WIDTH)
        card.setMinimumWidth(360)
        card.body.setSpacing(12)
        for part in (self._title, self._why, self._form, self._progress):
            card.body.addWidget(part)
        card.body.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def _ask(self, title: str, why: str, verb: str, *, choosing: bool) -> None:
        self._choosing = choosing
        self._set_busy(busy=False)
        self._forget()
        self._title.setText(title)
        self._why.setText(why)
        self._open.setText(verb)
        self._first_row.set_problem("")
        for part in (self._again_row, self._strength, self._warning):
            part.setVisible(choosing)
        self._caps.hide()
        self._form.show()
        self._open.show()
        self._retry.hide()
        self._first.setFocus()

    def _typed(self) -> None:
        self._strength.setText(strength_words(self._first.text()))
        if self._first.text():
            self._first_row.set_problem("")

    def _first_entered(self) -> None:
        if self._choosing:
            if self._is_long_enough():
                self._again.setFocus()
        else:
            self._give()

    def _give(self) -> None:
        if not self._is_usable():
            return
        self._again.take()
        passphrase = self._first.take()
        self._visible.setChecked(False)
        self._set_busy(busy=True)
        self.given.emit(passphrase)

    def _is_usable(self) -> bool:
        """Whether what stands in the fields can be handed on; says beside the field what is wrong."""
        if not self._is_long_enough():
            return False
        if self._choosing and self._again.text() != self._first.text():
            self._complain(self._again_row, self.tr("De två lösenfraserna är inte lika."))
            return False
        return True

    def _is_long_enough(self) -> bool:
        if self._first.text() and (not self._choosing or len(self._first.text()) >= LEAST_LENGTH):
            return True
        least = self.tr("Lösenfrasen ska ha minst {least} tecken.").format(least=LEAST_LENGTH)
        self._complain(self._first_row, least if self._choosing else self.tr("Skriv lösenfrasen."))
        return False

    def _complain(self, row: FormRow, sentence: str) -> None:
        row.set_problem(sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(row.field, sentence, urgent=True)

    def _set_busy(self, *, busy: bool) -> None:
        self._form.setEnabled(not busy)
        self._open.setEnabled(not busy)
        if busy:
            self._progress.begin(self.tr("Öppnar registret …"), can_cancel=False)
        else:
            self._progress.end()

    def _forget(self) -> None:
        self._first.take()
        self._again.take()
        self._visible.setChecked(False)
        self._strength.setText(strength_words(""))

"""The field for a passphrase, and how strong one is in words."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LEAST_LENGTH = 12
"""The fewest characters of a new passphrase."""

_FEW_DIFFERENT = 6
_LONG = 20


class PassphraseField(QLineEdit):
    """Takes a passphrase, hidden unless the user wants to see it; Caps Lock is noticed from what is typed.

    Attributes:
        caps_lock_noticed: Whether letters come out in the wrong case (``bool``).
    """

    caps_lock_noticed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.set_visible(False)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the characters."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password)

    def take(self) -> str:
        """The passphrase; the field forgets it, its undo steps included."""
        given = self.text()
        self.setText("")  # unlike clear(), setText leaves nothing to undo
        return given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare each letter's case with the Shift key."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_noticed.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)


def strength_words(passphrase: str) -> str:
    """How strong a new passphrase is; length counts most, and nothing beyond the least length is demanded."""
    length = len(passphrase)
    if not passphrase:
        return QCoreApplication.translate(
            "Unlock", "Minst {least} tecken. Flera ord som inte hör ihop är lättast att minnas."
        ).format(least=LEAST_LENGTH)
    if length < LEAST_LENGTH:
        return QCoreApplication.translate("Unlock", "För kort: {missing} tecken till behövs.").format(
            missing=LEAST_LENGTH - length
        )
    if len(set(passphrase.casefold())) < _FEW_DIFFERENT:
        return QCoreApplication.translate("Unlock", "Svag: den har få olika tecken.")
    if length < _LONG:
        return QCoreApplication.translate("Unlock", "Godtagbar. Ett ord till gör den stark.")
    return QCoreApplication.translate("Unlock", "Stark.")

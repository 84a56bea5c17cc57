"""The ways to reach a person, each one press away: mail, telephone, and everything to paste elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts.contact import comparable_phone
from desktop.views.parts.buttons import Button, QuietButton, SecondaryButton
from desktop.views.parts.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.domain.contacts.contact import Contact

_LONGEST = 24


class ReachBar(QWidget):
    """Buttons that begin a mail or a call in the program the system has for it, and one that copies.

    Args:
        parent: The owning widget.

    Attributes:
        said: A sentence for the message bar.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personReach")
        self._contact: Contact | None = None
        self._mail = self._button("personMail", "send")
        self._function_mail = self._button("personFunctionMail", "send")
        self._phone = self._button("personCall")
        self._mobile = self._button("personCallMobile")
        self._copy = QuietButton(self.tr("Kopiera"))
        self._copy.setAccessibleName(self.tr("Kopiera uppgifterna"))
        self._copy.setToolTip(self.tr("Kopiera namn, titel, telefon och e-post"))
        self._copy.setObjectName("personCopy")
        self._mail.clicked.connect(lambda: self._write(self._contact.email if self._contact else ""))
        self._function_mail.clicked.connect(lambda: self._write(self._contact.function_email if self._contact else ""))
        self._phone.clicked.connect(lambda: self._call(self._contact.phone if self._contact else ""))
        self._mobile.clicked.connect(lambda: self._call(self._contact.mobile if self._contact else ""))
        self._copy.clicked.connect(self._copy_all)
        flow = FlowLayout(self)
        for button in (self._mail, self._function_mail, self._phone, self._mobile, self._copy):
            flow.addWidget(button)

    def show_contact(self, contact: Contact) -> None:
        """Offer the ways that there are."""
        self._contact = contact
        _offer(self._mail, self.tr("Skriv e-post"), contact.email)
        _offer(self._function_mail, self.tr("Skriv till funktionsbrevlådan"), contact.function_email)
        _offer(self._phone, self.tr("Ring {number}").format(number=_shortened(contact.phone)), contact.phone)
        _offer(self._mobile, self.tr("Ring {number}").format(number=_shortened(contact.mobile)), contact.mobile)
        self.setVisible(any((contact.email, contact.function_email, contact.phone, contact.mobile)))

    def _button(self, name: str, icon_name: str | None = None) -> SecondaryButton:
        button = SecondaryButton("", icon_name)
        button.setObjectName(name)
        return button

    def _write(self, address: str) -> None:
        self._open(_url("mailto", address), address, self.tr("Det finns inget e-postprogram att öppna."))

    def _call(self, number: str) -> None:
        self._open(_url("tel", comparable_phone(number)), number, self.tr("Det finns inget program att ringa med."))

    def _open(self, url: QUrl, written: str, trouble: str) -> None:
        """Open the program; where there is none, the address or number can at least be pasted."""
        if not QDesktopServices.openUrl(url):
            QGuiApplication.clipboard().setText(written)
            self.said.emit(self.tr("{trouble} {written} är kopierat.").format(trouble=trouble, written=written))

    def _copy_all(self) -> None:
        contact = self._contact
        if contact is None:
            return
        ways = (contact.phone, contact.mobile, contact.email, contact.function_email)
        QGuiApplication.clipboard().setText(
            "\n".join(filter(None, dict.fromkeys((contact.name, contact.title, *ways))))
        )
        self.said.emit(self.tr("Uppgifterna om {name} är kopierade.").format(name=contact.name))


def _offer(button: Button, words: str, written: str) -> None:
    """Offer a way if there is one; address and number stand whole in the tip."""
    button.setVisible(bool(written))
    button.setText(words.replace("&", "&&"))
    button.setToolTip(written)
    button.setAccessibleName(words)
    button.setAccessibleDescription(written)


def _shortened(written: str) -> str:
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"


def _url(scheme: str, written: str) -> QUrl:
    """The address of a mail or a call; nothing in it can add headers or recipients."""
    url = QUrl()
    url.setScheme(scheme)
    url.setPath(written, QUrl.ParsingMode.DecodedMode)
    return url

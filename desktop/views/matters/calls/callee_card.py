"""One person to call: name, role, and every way to reach them in figures large enough to dial from."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionButton, QStylePainter, QVBoxLayout, QWidget

from desktop.domain.contacts.call_list import Callee
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.reach import mail_link, numbers_in, ring_link
from desktop.views.matters.calls.words import role_words, stale_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import Button, QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.text import Text

_LEAST_WIDTH = 120
"""Where a number or address has less room than it needs, this much of it is seen, in device-independent pixels."""


class _WayToReach(NamedTuple):
    """A number or address: what it is, as it is written, and the link that rings or writes; empty if none can."""

    label: str
    written: str
    link: str
    rings: bool


class CalleeCard(Card):
    """Shows a callee.

    Args:
        callee: Whom to call.
        subject: What a mail is about: the number and title of the matter.
        parent: The owning widget.

    Attributes:
        link_chosen: A number is to be rung or a mail to be begun (``str``, the link).
        copy_chosen: A number or address is to be copied (``str``).
        contact_chosen: The contact is to be shown (``UUID``).
    """

    link_chosen = Signal(str)
    copy_chosen = Signal(str)
    contact_chosen = Signal(object)

    def __init__(self, callee: Callee, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("callee")
        self._callee = callee
        self._subject = subject
        self.body.addLayout(self._head())
        ways = [*self._ways(callee.contact)]
        for way in ways:
            self.body.addWidget(self._line(way))
        if not ways:
            self.body.addWidget(Text(self.tr("Varken nummer eller adress finns i registret."), "muted", wrap=True))
        if callee.deputy is not None:
            self._add_deputy(callee.deputy)

    def _head(self) -> QVBoxLayout:
        contact = self._callee.contact
        name = Text(contact.name, "section", wrap=True)
        name.setObjectName("calleeName")
        shown = QuietButton(self.tr("Visa"))
        shown.setObjectName("calleeShow")
        shown.setAccessibleName(self.tr("Visa kontakten {name}").format(name=contact.name))
        shown.clicked.connect(lambda: self.contact_chosen.emit(contact.id))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(name, 1)
        first.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        told = dict.fromkeys([contact.title, role_words(self._callee)])
        as_what = " · ".join(part for part in told if part not in {"", contact.name})
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(first)
        if as_what:
            role = Text(as_what, "muted", wrap=True)
            role.setObjectName("calleeRole")
            head.addWidget(role)
        if stale := stale_words(self._callee):
            chip = StateChip(stale, "warning")
            chip.setObjectName("calleeStale")
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _ways(self, contact: Contact) -> Iterator[_WayToReach]:
        for label, written in ((self.tr("Telefon"), contact.phone), (self.tr("Mobil"), contact.mobile)):
            for number in numbers_in(written):
                yield _WayToReach(label, number, ring_link(number), rings=True)
        addresses = ((self.tr("E-post"), contact.email), (self.tr("Funktionsbrevlåda"), contact.function_email))
        for label, address in addresses:
            if address:
                yield _WayToReach(label, address, mail_link(address, self._subject), rings=False)

    def _line(self, way: _WayToReach) -> QWidget:
        copy = Button(self.tr("Kopiera"), "chip")
        copy.setObjectName("calleeCopy")
        copy.setAccessibleName(self.tr("Kopiera {what}").format(what=way.written))
        copy.clicked.connect(lambda: self.copy_chosen.emit(way.written))
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(Text(way.label, "note"), 1)
        above.addWidget(copy)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._reach(way, large=True), 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _reach(self, way: _WayToReach, *, large: bool) -> QWidget:
        """The number as a button that rings; what no program could ring or write to is text to read."""
        if not way.link:
            text = Text(way.written, "section" if large else "body", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            return text
        button = _Link(way.written, "number" if way.rings and large else "address")
        button.setObjectName("calleeRing" if way.rings else "calleeWrite")
        verb = self.tr("Ring {what}") if way.rings else self.tr("Skriv till {what}")
        button.setAccessibleName(verb.format(what=way.written))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.link_chosen.emit(way.link))
        return button

    def _add_deputy(self, deputy: Contact) -> None:
        name = Text(self.tr("Ersättare: {name}").format(name=deputy.name), wrap=True)
        name.setObjectName("calleeDeputy")
        self.body.addWidget(name)
        held = QWidget()
        flow = FlowLayout(held, gap=4)
        for way in self._ways(deputy):
            flow.addWidget(self._reach(way, large=False))
        self.body.addWidget(held)


class _Link(Button):
    """A number or address as a button, shortened where there is less room than it needs."""

    def __init__(self, written: str, kind: str) -> None:
        super().__init__(written.replace("&", "&&"), kind)
        self.setToolTip(written)

    def minimumSizeHint(self) -> QSize:
        """Room for some of it."""
        hint = super().sizeHint()
        return QSize(min(_LEAST_WIDTH, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Paint as much of it as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        missing = super().sizeHint().width() - self.width()
        if missing > 0:
            room = self.fontMetrics().horizontalAdvance(option.text) - missing
            option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

"""What the register knows about one contact, or about a role that nobody holds."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.dates import in_prose
from desktop.views.contacts.words import AreaNames, orderer_words, party_name, role_words
from desktop.views.parts.badge import StateChip, Tone
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.facts import Facts
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text


class ContactDetail(Card):
    """Name, ways to reach, roles past and present, and rights to order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactDetail")
        self._name = Text("", "section", wrap=True)
        self._name.setObjectName("contactName")
        self._title = Text("", "muted", wrap=True)
        self._title.setObjectName("contactTitle")
        self._facts = Facts()
        self._roles_head = SectionHeading(self.tr("Uppdrag"))
        self._roles = QVBoxLayout()
        self._roles.setSpacing(10)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._title)
        column.addLayout(words)
        column.addWidget(self._facts)
        self._divider = Divider()
        column.addWidget(self._divider)
        column.addWidget(self._roles_head)
        column.addLayout(self._roles)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        content.setAutoFillBackground(False)  # the card's own ground shows
        self.body.addWidget(area)
        self.hide()

    def show_contact(self, contact: Contact, agency: str, areas: AreaNames, day: date) -> None:
        """Show a contact as of a day."""
        self._name.setText(contact.name)
        side = party_name(contact.party, agency)
        title = contact.title if contact.title != contact.name else ""
        self._title.setText(" · ".join(part for part in (title, side) if part))
        confirmed = in_prose(contact.confirmed_on) if contact.confirmed_on else self.tr("Inte bekräftad")
        self._facts.show_facts(
            [
                (self.tr("Telefon"), contact.phone),
                (self.tr("E-post"), contact.email),
                (self.tr("Uppgifterna bekräftades"), confirmed),
            ]
        )
        rows = [self._role_row(role, areas, day) for role in _newest_first(contact.assignments)]
        rows += [self._right_row(right, areas, day) for right in contact.orderer_rights]
        self._show_roles(rows or [Text(self.tr("Inga uppdrag är antecknade."), "muted")])
        self._facts.show()

    def show_gap(self, title: str) -> None:
        """Say that a role is vacant and what follows (R15, R18)."""
        self._name.setText(title)
        self._title.setText(
            self.tr(
                "Båda parter utser kontaktpersoner för varje nivå. En ny kontaktperson anmäls på Kundwebben eller vid "
                "ett möte, och kommer hit när kontaktförteckningen importeras igen."
            )
        )
        self._facts.hide()
        self._show_roles([])

    def _show_roles(self, rows: list[QWidget]) -> None:
        while (item := self._roles.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._roles.addWidget(row)
        self._roles_head.setVisible(bool(rows))
        self._divider.setVisible(bool(rows))
        self.show()

    def _role_row(self, role: Assignment, areas: AreaNames, day: date) -> QWidget:
        if role.held_on(day):
            return _row(role_words(role, areas), self.tr("Nu"), "good")
        ended = role.ends_on is not None and role.ends_on < day
        return _row(role_words(role, areas), self.tr("Tidigare") if ended else self.tr("Kommande"), "neutral")

    def _right_row(self, right: AuthorisedOrderer, areas: AreaNames, day: date) -> QWidget:
        if right.valid_on(day):
            return _row(orderer_words(right, areas), self.tr("Gäller"), "good")
        return _row(orderer_words(right, areas), self.tr("Gäller inte nu"), "neutral")


def _row(words: str, state: str, tone: Tone) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(Text(words, wrap=True), 1)
    line.addWidget(StateChip(state, tone), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _newest_first(roles: Iterable[Assignment]) -> list[Assignment]:
    return sorted(roles, key=lambda role: role.ends_on or date.max, reverse=True)

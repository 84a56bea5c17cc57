"""The room of the authorised orderers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import in_prose
from desktop.domain.expectation import Expected, open_expectation
from desktop.views.contacts.orderers.rows import RightsTable
from desktop.views.contacts.orderers.warnings import RightWarnings
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.contacts.rule_field import RuleField
from desktop.views.contacts.words import check_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.roster_check import RosterCheck
    from desktop.domain.expectation import Expectation
    from desktop.services.contacts.roster_checks import HeldRight
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.words import AreaNames

_CONCERNED = frozenset({"contact", "agreement", "roster_check", "rule_setting"})
_LONGEST_NOTE = 1000
_SHOWN_CHECKS = 6
_TOP = Qt.AlignmentFlag.AlignTop


class _Found(NamedTuple):
    """What the room shows."""

    rights: tuple[HeldRight, ...]
    areas: AreaNames
    check: Expectation | None
    checks: tuple[RosterCheck, ...]
    warning_days: int


class OrderersRoom(RoomView):
    """Shows who may order what and until when, warns of rights that run out, and keeps the half-yearly check.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("orderersRoom")
        self._rights: tuple[HeldRight, ...] = ()
        self.head.set_title(self.tr("Behöriga beställare"))
        self.head.set_subtitle(
            self.tr(
                "Beställningar görs skriftligen av en behörig beställare (samverkansmodellen, avsnitt 4). "
                "Gå igenom listan två gånger om året."
            )
        )
        done = PrimaryButton(self.tr("Kontrollen är gjord"), "check")
        done.setObjectName("orderersChecked")
        done.clicked.connect(self._record)
        self.head.add_action(done)
        self.body.addLayout(self._settings())
        self._pages = QStackedWidget()
        self._pages.addWidget(VerticalScroll(self._content()))
        empty = EmptyState(
            self.tr("Inga behöriga beställare ännu"),
            self.tr(
                "Här står vem som får beställa vad, till vilket belopp och hur länge. "
                "Öppna en kontakt hos er och ge den rätt att beställa."
            ),
            self.tr("Till kontakterna"),
            "orders",
        )
        empty.action_chosen.connect(lambda: self.left_for.emit(Way(Room.OVERVIEW)))
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)
        ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show the rights as they stand today."""
        self.desk.read("orderers", self._find, self._show)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the rights again if the news concern them."""
        if kinds & _CONCERNED:
            self.enter(None)

    def flush(self) -> None:
        """Keep the number that is being typed."""
        self._days.flush()

    # What it is made of

    def _settings(self) -> QHBoxLayout:
        self._note = QLineEdit()
        self._note.setObjectName("checkNote")
        self._note.setMaxLength(_LONGEST_NOTE)
        self._note.setPlaceholderText(self.tr("Till exempel vad ni stämde av mot"))
        self._note.returnPressed.connect(self._record)
        self._days = RuleField(
            "right_warning_days", self.tr("Varna innan en rätt går ut"), self.tr(" dag före"), self.tr(" dagar före")
        )
        self._days.chosen.connect(self._set_days)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(warns_of_numbers(FormRow(self.tr("Notering till kontrollen, om du vill"), self._note)), 1, _TOP)
        line.addWidget(self._days, 0, _TOP)
        line.addStretch(1)
        return line

    def _content(self) -> QWidget:
        self._warnings = RightWarnings()
        self._warnings.opened.connect(self._open)
        self._table = RightsTable()
        self._table.setObjectName("rightsTable")
        self._table.activated.connect(self._open_row)
        self._table.clicked.connect(self._open_row)
        card = Card()
        card.body.addWidget(self._table)
        self._checks_head = SectionHeading(self.tr("Tidigare kontroller"))
        self._checks = Text("", "muted", wrap=True)
        self._checks.setObjectName("orderersChecks")
        content = ScrolledColumn()
        for place, widget in enumerate((self._warnings, card, self._checks_head, self._checks)):
            content.column.insertWidget(place, widget)
        return content

    # Reading

    def _find(self) -> _Found:
        services, day = self.desk.services, self.desk.now()
        checks = services.roster_checks
        expected = [each for each in checks.expectations(day) if each.what is Expected.ORDERER_CHECK]
        return _Found(
            checks.rights(day),
            {area.id: area.name for area in services.agreements.areas()},
            open_expectation(expected, day),
            checks.checks(Roster.ORDERERS),
            services.agency_rules.get().right_warning_days,
        )

    def _show(self, found: _Found) -> None:
        day = self.desk.now()
        self._rights = found.rights
        self.head.set_badge(StateChip(*check_words(found.check, day)) if found.check else None)
        self._days.show_number(found.warning_days)
        self._warnings.show_warnings([held for held in found.rights if held.needs_attention], day)
        self._table.show_rights(found.rights, found.areas, day)
        self._checks.setText("\n".join(map(self._check_words, found.checks[:_SHOWN_CHECKS])))
        for widget in (self._checks_head, self._checks):
            widget.setVisible(bool(found.checks))
        self._pages.setCurrentIndex(0 if found.rights or found.checks else 1)

    def _check_words(self, check: RosterCheck) -> str:
        words = self.tr("{day}, {who}") if check.checked_by else "{day}"
        told = words.format(day=in_prose(check.checked_on), who=check.checked_by)
        return f"{told}: {check.note}" if check.note else told

    # Doing

    def _record(self) -> None:
        checks, day, note = self.desk.services.roster_checks, self.desk.now(), self._note.text()
        words = self.tr("Kontrollen av behöriga beställare är gjord {day}.").format(day=in_prose(day))

        def tell(_id: UUID) -> None:
            self._note.clear()
            self.desk.message.emit(words, "good", True)

        self.desk.write(lambda: checks.record(Roster.ORDERERS, day, note), tell)

    def _set_days(self, days: int) -> None:
        rules = self.desk.services.agency_rules
        several = self.tr("Du varnas {count} dagar innan en rätt går ut.").format(count=days)
        words = self.tr("Du varnas en dag innan en rätt går ut.") if days == 1 else several
        self.desk.write(
            lambda: rules.set("right_warning_days", days), lambda _: self.desk.message.emit(words, "good", True)
        )

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._open(self._rights[index.row()].contact.id)

    def _open(self, contact_id: UUID) -> None:
        self.left_for.emit(Way(Room.PERSON, contact_id))

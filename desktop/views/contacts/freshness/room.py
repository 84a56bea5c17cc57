"""The room where the contact list is gone through and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import in_prose
from desktop.domain.expectation import Expected, open_expectation
from desktop.domain.level import Party
from desktop.views.contacts.freshness.rows import ConfirmationRows, confirmation_row
from desktop.views.contacts.freshness.table import ConfirmationTable
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.contacts.rule_field import RuleField
from desktop.views.contacts.words import check_words, party_name
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.freshness import ListFreshness, PartyFreshness
    from desktop.domain.contacts.roster_check import RosterCheck
    from desktop.domain.expectation import Expectation
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.words import AreaNames

_CONCERNED = frozenset({"contact", "agreement", "roster_check", "rule_setting"})
_PARTIES = tuple(Party)


class _Found(NamedTuple):
    """What the room shows."""

    freshness: ListFreshness
    areas: AreaNames
    check: Expectation | None


class FreshnessRoom(RoomView):
    """Shows who of either party needs to be confirmed again, confirms them, and asks them by mail (R17).

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("freshnessRoom")
        self._found: _Found | None = None
        self.head.set_title(self.tr("Gå igenom och bekräfta"))
        through = PrimaryButton(self.tr("Förteckningen är genomgången"), "check")
        through.setObjectName("listGoneThrough")
        through.clicked.connect(self._go_through)
        self.head.add_action(through)
        self.body.addLayout(self._settings())
        self._tabs = UnderlinedTabs(self.tr("Part"))
        self._tabs.setObjectName("freshnessParties")
        for party in _PARTIES:
            self._tabs.addTab(party_name(party, ""))
        self._tabs.currentChanged.connect(self._show_party)
        self.body.addWidget(self._tabs)
        self.body.addLayout(self._actions())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list())
        self._empty = EmptyState("", "", icon_name="contacts")
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages, 1)
        ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show the list as it stands today."""
        self._day.set_day(self.desk.now())
        self._read()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the list again if the news concern it."""
        if kinds & _CONCERNED:
            self._read()

    def flush(self) -> None:
        """Keep the number that is being typed."""
        self._months.flush()

    # What it is made of

    def _settings(self) -> QHBoxLayout:
        self._day = DayField(self.desk.now)
        self._day.setObjectName("confirmedOn")
        row = FormRow(self.tr("Uppgifterna bekräftades"), self._day)
        self._day.problem_changed.connect(row.set_problem)
        self._day.day_changed.connect(self._word_actions)
        self._months = RuleField(
            "stale_after_months",
            self.tr("Ska bekräftas på nytt efter"),
            self.tr(" månad"),
            self.tr(" månader"),
        )
        self._months.chosen.connect(self._set_months)
        line = QHBoxLayout()
        line.setSpacing(16)
        for field in (row, self._months):
            line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return line

    def _actions(self) -> FlowLayout:
        self._confirm_marked = SecondaryButton("")
        self._confirm_marked.setObjectName("confirmMarked")
        self._confirm_marked.clicked.connect(lambda: self._confirm(self._rows.marked))
        self._confirm_all = SecondaryButton("")
        self._confirm_all.setObjectName("confirmAll")
        self._confirm_all.clicked.connect(lambda: self._confirm(row.contact_id for row in self._rows.rows))
        self._mail = SecondaryButton("", "send")
        self._mail.setObjectName("confirmationMail")
        self._mail.clicked.connect(self._ask)
        self._visit = QuietButton(self.tr("Visa kontakten"))
        self._visit.setObjectName("visitContact")
        self._visit.clicked.connect(lambda: self._open(self._table.currentIndex().row()))
        flow = FlowLayout()
        for button in (self._confirm_marked, self._confirm_all, self._mail, self._visit):
            flow.addWidget(button)
        return flow

    def _list(self) -> QWidget:
        self._rows = ConfirmationRows()
        self._rows.marks_changed.connect(self._word_actions)
        self._table = ConfirmationTable(self._rows)
        self._table.setObjectName("confirmationTable")
        self._table.opened.connect(self._open)
        self._table.selectionModel().currentRowChanged.connect(self._word_actions)
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.body.addWidget(self._table)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)
        column.addStretch(0)
        return whole

    # Reading

    def _read(self) -> None:
        self.desk.read("freshness", self._find, self._show)

    def _find(self) -> _Found:
        services, day = self.desk.services, self.desk.now()
        expected = [each for each in services.roster_checks.expectations(day) if each.what is Expected.CONTACT_CHECK]
        return _Found(
            services.freshness.overview(day),
            {area.id: area.name for area in services.agreements.areas()},
            open_expectation(expected, day),
        )

    def _show(self, found: _Found) -> None:
        self._found = found
        self.head.set_subtitle(self._gone_through(found.freshness.gone_through))
        waits = found.check if found.check and found.check.done_on is None else None
        self.head.set_badge(StateChip(*check_words(waits, self.desk.now())) if waits else None)
        self._months.show_number(found.freshness.stale_after_months)
        for place, party in enumerate(found.freshness.parties):
            name = party_name(party.party, party.name)
            words = self.tr("{party} ({count} att bekräfta)").format(party=name, count=party.stale)
            self._tabs.setTabText(place, (words if party.stale else name).replace("&", "&&"))
        self._show_party()

    def _gone_through(self, last: RosterCheck | None) -> str:
        duty = self.tr("Båda parter ansvarar för att den är aktuell (samverkansmodellen, avsnitt 1.5).")
        if last is None:
            return self.tr("Ingen har gått igenom förteckningen än.") + " " + duty
        by = (
            self.tr("Förteckningen gicks igenom {day} av {who}.")
            if last.checked_by
            else self.tr("Förteckningen gicks igenom {day}.")
        )
        return f"{by.format(day=in_prose(last.checked_on), who=last.checked_by)} {duty}"

    @property
    def _party(self) -> PartyFreshness | None:
        return self._found.freshness.parties[self._tabs.currentIndex()] if self._found else None

    def _show_party(self) -> None:
        if self._found is None or self._party is None:
            return
        day, areas = self.desk.now(), self._found.areas
        self._table.setAccessibleName(
            self.tr("Kontakter hos {party}").format(party=party_name(self._party.party, self._party.name))
        )
        self._table.show_rows([confirmation_row(each, areas, day) for each in self._party.confirmations])
        self._pages.setCurrentIndex(0 if self._rows.rows else 1)
        self._empty.set_texts(
            self.tr("Ingen att bekräfta"),
            self.tr("Här står de som har uppdrag eller rätt att beställa. Lägg till dem under Kontakter."),
        )
        self._word_actions()

    def _word_actions(self) -> None:
        ours = self._party is None or self._party.party is Party.AGENCY
        day = self._day.day or self.desk.now()
        when = self.tr("i dag") if day == self.desk.now() else in_prose(day)
        self._confirm_marked.setText(self.tr("Bekräfta markerade {day}").format(day=when))
        self._confirm_all.setText(
            self.tr("Bekräfta alla hos oss") if ours else self.tr("Bekräfta alla hos Statens servicecenter")
        )
        self._mail.setText(
            self.tr("E-postutkast till våra kontakter") if ours else self.tr("E-postutkast till Statens servicecenter")
        )
        self._confirm_marked.setEnabled(bool(self._rows.marked))
        self._visit.setEnabled(self._table.currentIndex().isValid())
        for button in (self._confirm_all, self._mail):
            button.setEnabled(bool(self._rows.rows))

    # Doing

    def _chosen_day(self) -> date | None:
        """The day that stands in the field, today for an empty one; nothing where it cannot be read."""
        self._day.finish()
        if not self._day.is_readable:
            self._day.setFocus()
            return None
        return self._day.day or self.desk.now()

    def _confirm(self, ids: Iterable[UUID]) -> None:
        wanted, day = tuple(ids), self._chosen_day()
        if not wanted or day is None:
            return
        freshness = self.desk.services.freshness

        def tell(count: int) -> None:
            self._rows.unmark()
            several = self.tr("{count} kontakter är bekräftade {day}.").format(count=count, day=in_prose(day))
            one = self.tr("En kontakt är bekräftad {day}.").format(day=in_prose(day))
            none = self.tr("De var redan bekräftade den dagen eller senare.")
            words = none if not count else one if count == 1 else several
            self.desk.message.emit(words, "good" if count else "info", bool(count))

        self.desk.write(lambda: freshness.confirm(wanted, day), tell)

    def _ask(self) -> None:
        if self._party is not None:
            freshness, party = self.desk.services.freshness, self._party.party
            self.handed_out.emit(lambda: freshness.mail(party))

    def _go_through(self) -> None:
        day = self._chosen_day()
        if day is None:
            return
        checks = self.desk.services.roster_checks
        words = self.tr("Förteckningen är genomgången {day}.").format(day=in_prose(day))
        self.desk.write(
            lambda: checks.record(Roster.CONTACTS, day), lambda _id: self.desk.message.emit(words, "good", True)
        )

    def _set_months(self, months: int) -> None:
        rules = self.desk.services.agency_rules
        several = self.tr("Kontakter ska bekräftas på nytt efter {count} månader.").format(count=months)
        words = self.tr("Kontakter ska bekräftas på nytt efter en månad.") if months == 1 else several
        self.desk.write(
            lambda: rules.set("stale_after_months", months), lambda _: self.desk.message.emit(words, "good", True)
        )

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows.rows):
            self.left_for.emit(Way(Room.PERSON, self._rows.rows[row].contact_id))

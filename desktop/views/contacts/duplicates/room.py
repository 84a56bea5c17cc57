"""The room where contacts that may be one person are gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.contacts.duplicates.comparison import Comparison
from desktop.views.contacts.duplicates.pairs import PairRow, PairRows, like_row, other_row, pair_row
from desktop.views.contacts.duplicates.words import searched_words
from desktop.views.contacts.room import RoomView
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.list_row import RowList
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.merging import MergePreview, Side
    from desktop.domain.contacts.suggestion import Search
    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"contact", "distinct_pair", "agreement"})
_LIST_WIDTHS = (240, 320)
_MOST_FOUND = 50


class _Found(NamedTuple):
    """What the room shows; with a subject, also everyone else that it may turn out to be."""

    search: Search
    agency: str
    subject: Contact | None = None
    others: tuple[Contact, ...] = ()


class DuplicatesRoom(RoomView):
    """Suggested pairs at the left, the chosen one side by side at the right.

    Entered for a contact it is about that one: those who look like it, and anyone else by a part of the name.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("duplicatesRoom")
        self._subject: UUID | None = None
        self._found: _Found | None = None
        self._row: PairRow | None = None
        self._swapped = False
        self._build()

    def enter(self, subject: UUID | None) -> None:
        """Look for those who are one person: all, or those like one contact."""
        self._subject = subject
        self._row, self._found = None, None
        self._search.clear()
        self._search.setVisible(subject is not None)
        self._ended.setVisible(subject is None)
        self.head.set_title(self.tr("Slå samman kontakt") if subject else self.tr("Dubbletter"))
        self._read()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Look again if the news concern it."""
        if kinds & _CONCERNED:
            self._read()

    def _build(self) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("duplicateSearch")
        self._search.setPlaceholderText(self.tr("Sök en annan kontakt"))
        self._search.setAccessibleName(self.tr("Sök den som är samma person"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show_rows)
        self._ended = QCheckBox(self.tr("Ta med avslutade kontakter"))
        self._ended.setObjectName("duplicateEnded")
        self._ended.toggled.connect(self._read)
        self._rows = PairRows()
        self._list = RowList(self.tr("Kontakter som kan vara samma person"))
        self._list.setObjectName("duplicateList")
        self._list.setModel(self._rows)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.activated.connect(self._go_on)
        self._none = Text("", "muted", wrap=True)
        self._none.setObjectName("duplicateNone")
        self._none.setContentsMargins(12, 12, 12, 12)
        self._comparison = Comparison()
        self._comparison.merge_asked.connect(self._merge)
        self._comparison.told_apart.connect(self._distinguish)
        self._comparison.swap_asked.connect(self._swap)
        self._empty = EmptyState("", "", icon_name="contacts")
        self._empty.setObjectName("duplicatesEmpty")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._pairs_and_comparison())
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._ended)
        self.body.addWidget(self._pages, 1)

    def _pairs_and_comparison(self) -> QWidget:
        pairs = Card()
        pairs.body.addWidget(self._list, 1)
        pairs.body.addWidget(self._none)
        pairs.body.addStretch(0)
        left = QWidget()
        least, most = _LIST_WIDTHS
        left.setMinimumWidth(least)
        left.setMaximumWidth(most)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(pairs, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 2)
        row.addWidget(self._comparison, 5)
        return whole

    def _read(self) -> None:
        services, subject, with_ended = self.desk.services, self._subject, self._ended.isChecked()

        def work() -> _Found:
            agreement = services.agreements.get()
            agency = agreement.agency_name if agreement else ""
            if subject is None:
                return _Found(services.duplicates.all(with_ended=with_ended), agency)
            one = services.contacts.get(subject)
            others = tuple(each for each in services.contacts.all() if each.id != one.id and not each.anonymised_on)
            return _Found(services.duplicates.of(one.id), agency, one, others)

        self.desk.read("duplicates", work, self._show)

    def _show(self, found: _Found) -> None:
        self._found = found
        searched, count = searched_words(found.search.searched), len(found.search.pairs)
        if found.subject is not None:
            self.head.set_subtitle(self.tr("Vem är samma person som {name}?").format(name=found.subject.name))
        elif count:
            pairs = self.tr("1 par") if count == 1 else self.tr("{count} par").format(count=count)
            self.head.set_subtitle(self.tr("{pairs} att gå igenom {searched}.").format(pairs=pairs, searched=searched))
        else:
            self.head.set_subtitle("")
            self._empty.set_texts(
                self.tr("Inga dubbletter hittades {searched}").format(searched=searched),
                self.tr(
                    "Här visas kontakter med samma e-postadress eller telefonnummer, eller med nästan samma namn. "
                    "De som du har hållit isär visas inte igen."
                ),
            )
        self._pages.setCurrentIndex(0 if found.subject is not None or count else 1)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self._wanted_rows()
        self._rows.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(self._none_words())
        self._list.setCurrentIndex(self._rows.index_of(self._row.pair if self._row else None))
        if not rows:
            self._choose(QModelIndex())

    def _wanted_rows(self) -> list[PairRow]:
        if self._found is None:
            return []
        subject, pairs = self._found.subject, self._found.search.pairs
        if subject is None:
            return [pair_row(pair) for pair in pairs]
        words = self._search.text().casefold().split()
        alike = [like_row(subject.id, pair) for pair in pairs]
        if not words:
            return alike
        known = {row.dropped_id: row for row in alike}
        named = (one for one in self._found.others if all(word in _said(one) for word in words))
        rows = [known.get(one.id) or other_row(subject.id, one, self._found.agency) for one in named]
        return rows[:_MOST_FOUND]

    def _none_words(self) -> str:
        if self._search.text().strip():
            return self.tr("Ingen kontakt passar sökningen.")
        return self.tr("Ingen liknar den här kontakten. Sök den som är samma person.")

    def _choose(self, index: QModelIndex) -> None:
        """Compare the pair of a row."""
        row = self._rows.row_at(index)
        if row is None or self._row is None or row.pair != self._row.pair:
            self._swapped = False
        self._row = row
        self._compare()

    def _go_on(self) -> None:
        self._comparison.focusNextChild()

    def _swap(self) -> None:
        self._swapped = not self._swapped
        self._compare()

    def _sides(self) -> tuple[UUID, UUID] | None:
        """Whom to keep and whom to merge, as the user has it."""
        if self._row is None:
            return None
        kept, dropped = self._row.kept_id, self._row.dropped_id
        return (dropped, kept) if self._swapped else (kept, dropped)

    def _compare(self) -> None:
        sides = self._sides()
        self._comparison.setVisible(sides is not None)
        if sides is not None:
            duplicates = self.desk.services.duplicates
            self.desk.read("merge", lambda: duplicates.preview_merge(*sides), self._show_preview)

    def _show_preview(self, preview: MergePreview) -> None:
        sides = (preview.kept.id, preview.dropped.id)
        if self._row is not None and self._found is not None and sides == self._sides():
            self._comparison.show_preview(preview, self._row.likeness, self._found.agency)

    def _merge(self, choices: dict[str, Side], across_parties: bool) -> None:
        sides = self._sides()
        if sides is None:
            return
        duplicates = self.desk.services.duplicates

        def done(kept: Contact) -> None:
            words = self.tr("Nu är de en kontakt: {name}. Inget har gått förlorat.").format(name=kept.name)
            self.desk.message.emit(words, "good", True)
            if self._subject is not None:
                self.closed.emit()

        self.desk.write(lambda: duplicates.merge(*sides, choices, across_parties=across_parties), done)

    def _distinguish(self) -> None:
        sides = self._sides()
        if sides is None:
            return
        duplicates = self.desk.services.duplicates
        words = self.tr("De hålls isär och föreslås inte igen.")
        self.desk.write(
            lambda: duplicates.distinguish(*sides), lambda _done: self.desk.message.emit(words, "good", True)
        )


def _said(contact: Contact) -> str:
    return f"{contact.name} {contact.title} {contact.email}".casefold()

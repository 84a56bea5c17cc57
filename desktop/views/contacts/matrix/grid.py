"""The grid of levels and parties, walked by the arrow keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.views.contacts.matrix.cells import GapCell, PersonCell
from desktop.views.contacts.matrix.walking import Walk
from desktop.views.contacts.matrix.words import (
    areas_phrase,
    holder_words,
    purpose_words,
    row_noun,
    staffing_words,
    stale_words,
    vacancy_words,
)
from desktop.views.contacts.words import party_name
from desktop.views.parts.badge import ForumBadge
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from desktop.domain.contacts.contact_matrix import Cell, Gap, Holder, Row
    from desktop.domain.forum import Forum
    from desktop.views.contacts.list_of_day import ListOfDay

_LEVEL_WIDTH, _EDGE = 150, 12
MOST = 25
"""So many persons stand in one cell; more of them are for the list."""


class MatrixGrid(Card):
    """Who holds each level at each party on a day, and what is vacant (R1, R15); one stop of Tab, then arrow keys.

    Args:
        parent: The owning widget.

    Attributes:
        opened: A person (``UUID``) is to be shown.
        appointed: A vacant role is to be filled (``Gap``).
        list_asked: Everyone of a level (``Forum``) at a party (``Party``) is to be listed.
    """

    opened = Signal(object)
    appointed = Signal(object)
    list_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactMatrix")
        self.setAccessibleName(self.tr("Kontaktpersoner, nivå för nivå"))
        self._shown: ListOfDay | None = None
        self._inside: QWidget | None = None
        self.walk = Walk(self)

    def show_list(self, shown: ListOfDay) -> None:
        """Show who holds what on the day; what is the same already stays as it is."""
        if self._shown is not None and shown.has_matrix_of(self._shown):
            self._shown = shown
            return
        self._shown = shown
        former, self._inside = self._inside, QWidget()
        focused = former is not None and former.isAncestorOf(self.window().focusWidget() or self)
        self._fill(QGridLayout(self._inside), shown)
        self.body.addWidget(self._inside)
        self._inside.show()
        if focused:
            self.walk.take_focus()
        if former is not None:
            former.hide()
            former.deleteLater()

    def focus_contact(self, contact_id: UUID) -> bool:
        """Give the focus to a person, if they stand in the grid."""
        return self.walk.focus(lambda each: isinstance(each, PersonCell) and each.contact_id == contact_id)

    def _fill(self, grid: QGridLayout, shown: ListOfDay) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _LEVEL_WIDTH)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        heads = (self.tr("Nivå"), *(party_name(party, shown.agency) for party in Party))
        for column, words in enumerate(heads):
            head = Text(words, "caption", wrap=column > 0)
            head.setContentsMargins(_EDGE if column == 0 else 8, 8, 8, 8)
            grid.addWidget(head, 0, column)
        columns: list[list[list[QWidget]]] = []
        for place, row in enumerate(shown.rows):
            grid.addWidget(Divider(), 2 * place + 1, 0, 1, 3)
            grid.addWidget(_level(row.forum), 2 * place + 2, 0)
            cells = [self._cell(row, cell, shown) for cell in row.cells]
            for column, (whole, _) in enumerate(cells, 1):
                grid.addWidget(whole, 2 * place + 2, column)
            columns.append([stops for _, stops in cells])
        self.walk.set_stops(columns)

    def _cell(self, row: Row, cell: Cell, shown: ListOfDay) -> tuple[QWidget, list[QWidget]]:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 4, 4, 4)
        column.setSpacing(0)
        stops: list[QWidget] = []
        place = f"{row_noun(row.forum)}, {party_name(cell.party, shown.agency)}"
        for part, inside in self._parts(row.forum, cell, shown, place):
            column.addWidget(part)
            stops += inside
        column.addStretch(1)
        return whole, stops

    def _parts(
        self, forum: Forum, cell: Cell, shown: ListOfDay, place: str
    ) -> Iterator[tuple[QWidget, Sequence[QWidget]]]:
        """What stands in a cell from the top, each with what in it can have the focus."""
        with_all = any(holder.area_ids for holder in cell.holders)
        for holder in cell.holders[:MOST]:
            person = self._person(holder, shown, place, with_all=with_all)
            yield person, [person]
        if len(cell.holders) > MOST:
            rest = QuietButton(self.tr("Visa alla {count} i listan").format(count=len(cell.holders)))
            rest.setAccessibleName(f"{place}: {rest.text()}")
            rest.clicked.connect(partial(self.list_asked.emit, forum, cell.party))
            yield rest, [rest]
        if cell.gaps:
            vacant = self._gaps(cell.gaps, shown, place)
            yield vacant, vacant.buttons
        for holder in cell.coming[:MOST]:
            person = self._person(holder, shown, place, with_all=with_all)
            yield person, [person]

    def _person(self, holder: Holder, shown: ListOfDay, place: str, *, with_all: bool) -> PersonCell:
        contact = holder.contact
        note = holder_words(holder, shown.areas, shown.day, with_all=with_all)
        warning = stale_words(contact, shown.today, shown.stale_after_months) if shown.is_today else ""
        where = f"{place}, {areas_phrase(holder.area_ids, shown.areas)}"
        person = PersonCell(contact.id, contact.name, note, warning, where)
        person.clicked.connect(lambda: self.opened.emit(contact.id))
        return person

    def _gaps(self, gaps: Sequence[Gap], shown: ListOfDay, place: str) -> GapCell:
        cell = GapCell([vacancy_words(gap, shown.areas, shown.today) for gap in gaps], place)
        for gap, button in zip(gaps, cell.buttons, strict=True):
            button.setVisible(shown.is_today)
            button.clicked.connect(partial(self.appointed.emit, gap))
        return cell


def _level(forum: Forum) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(_EDGE, 8, 0, 8)
    column.setSpacing(4)
    badge = ForumBadge(forum)
    badge.setToolTip(staffing_words(forum))
    column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
    purpose = Text(purpose_words(forum), "note", wrap=True)
    purpose.setToolTip(staffing_words(forum))
    column.addWidget(purpose)
    column.addStretch(1)
    return whole

"""The log of contacts that were ended or anonymised (R39)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from desktop.domain.dates import in_prose
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text
from desktop.views.wording import disposal_kind_word

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.disposal import DisposalRow
    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"disposal", "contact"})


class DisposalLogRoom(RoomView):
    """Lists every entry, the latest first: what was done, on what basis, by whom and what stays.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Gallringslogg"), parent)
        self.setObjectName("disposalLogRoom")
        self.head.set_subtitle(self.tr("Kontakter som har avslutats eller anonymiserats, med grund och datum."))
        empty = EmptyState(
            self.tr("Inget i loggen ännu"),
            self.tr("Här står vilka kontakter som har avslutats eller anonymiserats, när, av vem och på vilken grund."),
            icon_name="contacts",
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show the log."""
        self.desk.read("disposals", self.desk.services.personal_data.log, self._show)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the log again if the news concern it."""
        if kinds & _CONCERNED:
            self.enter(None)

    def _show(self, rows: tuple[DisposalRow, ...]) -> None:
        while (old := self._pages.widget(1)) is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        if not rows:
            return
        inside = ScrolledColumn(gap=8)
        inside.column.setContentsMargins(0, 0, 12, 0)
        for place, row in enumerate(rows):
            inside.column.insertWidget(place, self._entry(row))
        self._pages.addWidget(VerticalScroll(inside))
        self._pages.setCurrentIndex(1)

    def _entry(self, row: DisposalRow) -> Card:
        entry = row.disposal
        card = Card(padding=16)
        card.setObjectName("disposalEntry")
        name = QuietButton(row.contact_name or self.tr("Borttagen kontakt"))
        name.setObjectName("disposalContact")
        name.setAccessibleName(self.tr("Visa kontakten {name}").format(name=row.contact_name))
        name.setEnabled(bool(row.contact_name))
        name.clicked.connect(partial(self.left_for.emit, Way(Room.PERSON, entry.contact_id)))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(StateChip(disposal_kind_word(entry.kind), "neutral"))
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(Text(self._made(row), "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(head)
        card.body.addWidget(Text(self.tr("Grund: {basis}").format(basis=entry.basis), wrap=True))
        for sentence in entry.kept.splitlines():
            card.body.addWidget(Text(sentence, "note", wrap=True))
        return card

    def _made(self, row: DisposalRow) -> str:
        entry = row.disposal
        if not entry.made_by:
            return in_prose(entry.made_on)
        return self.tr("{day} av {who}").format(day=in_prose(entry.made_on), who=entry.made_by)

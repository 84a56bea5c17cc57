"""The head of the overview: what can be done with the list as a whole, and the ways to the longer jobs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.contacts.matrix.words import near_day
from desktop.views.contacts.room import Room, Way
from desktop.views.parts.action_menu import ActionMenu, MenuButton
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop.views.contacts.list_of_day import ListOfDay
    from desktop.views.parts.heading import PageHead


class OverviewHead(QWidget):
    """Puts the actions in the head of the overview, and the line below that says how fresh the list is.

    Args:
        head: The head of the room.
        rooms: The rooms there are; only these are offered.

    Attributes:
        import_asked: The user wants to import a list.
        left_for: The user goes to another room (``Way``).
        more: The ways to the longer jobs.
    """

    import_asked = Signal()
    left_for = Signal(object)

    def __init__(self, head: PageHead, rooms: Collection[Room]) -> None:
        super().__init__()
        self._rooms = rooms
        self._more = MenuButton(self.tr("Mer"), "contactMore")
        self._import = SecondaryButton(self.tr("Importera"))
        self._import.setObjectName("contactImport")
        self._import.clicked.connect(self.import_asked)
        self._export = MenuButton(self.tr("Exportera"), "contactExport")
        self._new = PrimaryButton(self.tr("Ny kontakt"))
        self._new.setObjectName("newContact")
        self._new.clicked.connect(lambda: self.left_for.emit(Way(Room.PERSON)))
        for button in (self._more, self._import, self._export, self._new):
            head.add_action(button)
        self._exports, self.more = self._export.actions_menu, self._more.actions_menu
        self._export.hide()
        self._offer_rooms()
        self._build_line()

    def offer_export(self, words: str, name: str, do: Callable[[], object]) -> None:
        """Add something that the list can leave the program as.

        Args:
            words: What it makes, as a verb.
            name: Its object name.
            do: Called when it is chosen.
        """
        self._exports.offer(words, name, do)
        self._export.show()

    def offer_exports(self, words: str, name: str) -> ActionMenu:
        """Add a menu of things that the list can leave the program as.

        Args:
            words: What they have in common.
            name: Its object name.
        """
        menu = ActionMenu(words, self._exports)
        menu.setObjectName(name)
        self._exports.addMenu(menu)
        self._export.show()
        return menu

    def show_freshness(self, shown: ListOfDay) -> None:
        """Say how fresh the list is as a whole (R17); nothing for an empty list."""
        self.setVisible(bool(shown.lines))
        self._line.setText(" ".join(part for part in (self._confirmed(shown), self._waiting(shown.stale)) if part))

    def _confirmed(self, shown: ListOfDay) -> str:
        if shown.gone_through is not None:
            words, day = self.tr("Förteckningen bekräftades senast {day}."), shown.gone_through
        elif shown.confirmed_since is not None:
            words, day = self.tr("Alla är bekräftade {day} eller senare."), shown.confirmed_since
        else:
            return self.tr("Ingen har gått igenom förteckningen än.")
        return words.format(day=near_day(day, shown.today))

    def _waiting(self, stale: int) -> str:
        if stale == 1:
            return self.tr("En kontakt behöver bekräftas.")
        return self.tr("{count} kontakter behöver bekräftas.").format(count=stale) if stale else ""

    def _offer_rooms(self) -> None:
        for words, room in (
            (self.tr("Byt kontaktperson"), Room.CHANGE),
            (self.tr("Stäm av mot SSC:s förteckning"), Room.RECONCILING),
            (self.tr("Gå igenom och bekräfta"), Room.FRESHNESS),
            (self.tr("Behöriga beställare"), Room.ORDERERS),
            (self.tr("Sök dubbletter"), Room.DUPLICATES),
            (self.tr("Gallringslogg"), Room.DISPOSALS),
        ):
            if room in self._rooms:
                self.more.offer(words, f"{room}Room", partial(self.left_for.emit, Way(room)))
        self._more.setVisible(bool(self.more.actions()))

    def _build_line(self) -> None:
        self._line = Text("", "muted")
        self._line.setObjectName("listFreshness")
        review = QuietButton(self.tr("Gå igenom nu"))
        review.setObjectName("reviewList")
        review.clicked.connect(lambda: self.left_for.emit(Way(Room.FRESHNESS)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._line)
        row.addWidget(review, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        review.setVisible(Room.FRESHNESS in self._rooms)
        self.hide()

"""What the contact list can leave the program as, in the menu "Exportera" of the overview and in that of a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.contacts.contact_export import CardVersion, Group
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup_list import FileForm
from desktop.views.contacts.words import level_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_export import GroupAddresses
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.overview_head import OverviewHead
    from desktop.views.contacts.person.menu import PersonMenu
    from desktop.views.contacts.room import RoomView
    from desktop.views.parts.action_menu import ActionMenu

_TOP_DOWN = (Level.STRATEGIC, Level.TACTICAL, Level.OPERATIONAL)


class Exports(QObject):
    """Offers every way out of the contact list.

    Args:
        desk: The way to the register.
        room: The room that hands out what is made, and owns this.
    """

    def __init__(self, desk: ContactDesk, room: RoomView) -> None:
        super().__init__(room)
        self._desk = desk
        self._room = room

    def offer_in(self, top: OverviewHead) -> None:
        """Add everything that can be made of the whole list, and of groups."""
        files = self._desk.services.contact_files
        self._offer_document(top)
        top.offer_export(
            self.tr("Spara som Excelfil"), "contactsXlsx", self._out(partial(files.table, FileForm.WORKBOOK))
        )
        top.offer_export(
            self.tr("Spara som textfil (CSV)"), "contactsCsv", self._out(partial(files.table, FileForm.DELIMITED))
        )
        own = top.offer_exports(self.tr("Spara med våra anteckningar"), "contactsOwn")
        for words, form in ((self.tr("Excelfil"), FileForm.WORKBOOK), (self.tr("Textfil (CSV)"), FileForm.DELIMITED)):
            own.offer(words, f"contactsOwn-{form}", self._out(partial(files.own_copy, form)))
        cards = top.offer_exports(self.tr("Spara visitkort"), "contactsCards")
        for words, version in (
            (self.tr("För dagens program (vCard 4.0)"), CardVersion.CURRENT),
            (self.tr("För äldre program (vCard 3.0)"), CardVersion.OLDER),
        ):
            cards.offer(words, f"contactsCards-{version}", self._out(partial(files.cards, version)))
        self._offer_groups(top.offer_exports(self.tr("Skriv mejl till"), "contactsMail"), self._write_to)
        self._offer_groups(top.offer_exports(self.tr("Kopiera e-postadresser till"), "contactsCopy"), self._copy)

    def offer_card_in(self, menu: PersonMenu) -> None:
        """Add the card of one person."""
        menu.add(
            self.tr("Spara visitkort"),
            "contactCard",
            lambda contact: self._room.handed_out.emit(partial(self._card, contact)),
            lambda contact: contact.anonymised_on is None,
        )

    def _card(self, contact: Contact) -> object:
        return self._desk.services.contact_files.cards(CardVersion.OLDER, [contact.id])

    def _offer_document(self, top: OverviewHead) -> None:
        files = self._desk.services.contact_files
        document = top.offer_exports(self.tr("Skriv ut eller spara som PDF"), "contactsPdf")
        document.offer(self.tr("Hela förteckningen"), "contactsPdf-all", self._out(files.document))
        for level in _TOP_DOWN:
            document.offer(level_noun(level), f"contactsPdf-{level}", self._out(partial(files.document, level)))

    def _offer_groups(self, menu: ActionMenu, do: Callable[[Group], object]) -> None:
        for words, group in self._groups():
            menu.offer(words, f"{menu.objectName()}-{group.party}-{group.level or 'all'}", partial(do, group))

    def _groups(self) -> Iterator[tuple[str, Group]]:
        for party, side in (
            (Party.SSC, self.tr("hos Statens servicecenter")),
            (Party.AGENCY, self.tr("hos oss")),
        ):
            for level in _TOP_DOWN:
                yield f"{level_noun(level)} {side}", Group(party, level)
            yield self.tr("Alla med uppdrag {side}").format(side=side), Group(party)

    def _out(self, make: Callable[[], object]) -> Callable[[], object]:
        return partial(self._room.handed_out.emit, make)

    def _write_to(self, group: Group) -> None:
        self._room.handed_out.emit(partial(self._desk.services.contact_files.mail, group))

    def _copy(self, group: Group) -> None:
        files = self._desk.services.contact_files
        self._desk.read("addresses", lambda: files.addresses(group), self._take_to_clipboard)

    def _take_to_clipboard(self, found: GroupAddresses) -> None:
        QGuiApplication.clipboard().setText(found.text)
        count = len(found.recipients)
        words = self.tr("1 adress är kopierad.") if count == 1 else self.tr("{count} adresser är kopierade.")
        sentence = words.format(count=count)
        if found.without_address:
            missing = self.tr("E-postadress saknas för {names}.").format(names=", ".join(found.without_address))
            sentence = f"{sentence} {missing}"
        self._desk.message.emit(sentence, "warning" if found.without_address else "good", False)

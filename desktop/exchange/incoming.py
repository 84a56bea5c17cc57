"""The door for files from outside: whatever kind it is, read by what it holds."""

from pathlib import Path
from typing import TypeVar

from desktop.domain.contact_list import ContactList
from desktop.domain.invitation import Invitation
from desktop.domain.matter_list import MatterList
from desktop.errors import FileError
from desktop.exchange import contact_list, matter_list
from desktop.exchange.delimited import delimited_sheet
from desktop.exchange.files import Form, IncomingFile, open_file
from desktop.exchange.findings import quoted
from desktop.exchange.invitation import read_invitation, read_mail
from desktop.exchange.sheets import Sheet
from desktop.exchange.tables import find_table, has_headings
from desktop.exchange.vcard_in import read_cards
from desktop.exchange.workbooks import workbook_sheets

Incoming = ContactList | MatterList | Invitation
_Listed = TypeVar("_Listed", ContactList, MatterList)

_KNOWN_LATER = (
    (frozenset({"servicenivå", "mål", "utfall"}), "en redovisning av servicenivåer"),
    (frozenset({"prognos", "utfall"}), "en avgiftsuppföljning"),
    (frozenset({"prognos", "fakturerat"}), "en avgiftsuppföljning"),
    (frozenset({"kontroll", "resultat"}), "en redovisning av internkontroll"),
)
_READABLE = "Det som kan läsas in är kontaktförteckningar, visitkort, ärendelistor och kallelser."


def read_file(path: Path) -> Incoming:
    """Read a contact list, visiting cards, a list of matters or an invitation, told apart by their content.

    Raises:
        FileError: It cannot be read, or is something else.
    """
    file = open_file(path)
    if file.form is Form.CALENDAR:
        return read_invitation(file.data, file.name)
    if file.form is Form.MAIL:
        return read_mail(file.data, file.name)
    if file.form is Form.CARDS:
        return read_cards(file.data, file.name)
    return _read_table(_sheets(file), file.name)


def _sheets(file: IncomingFile) -> tuple[Sheet, ...]:
    if file.form is Form.WORKBOOK:
        return workbook_sheets(file.data, file.name)
    return (delimited_sheet(file.data, file.name),)


def _read_table(sheets: tuple[Sheet, ...], file_name: str) -> ContactList | MatterList:
    contacts, matters = find_table(sheets, contact_list.SHAPE), find_table(sheets, matter_list.SHAPE)
    if contacts and (matters is None or len(contacts.headings) >= len(matters.headings)):
        contacts.sheet.require_complete(file_name)
        return _filled(contact_list.read_contact_list(contacts, file_name), "kontakter")
    if matters:
        matters.sheet.require_complete(file_name)
        return _filled(matter_list.read_matter_list(matters, file_name), "ärenden")
    raise _unknown(sheets, file_name)


def _filled(found: _Listed, words: str) -> _Listed:
    """The list, if it lists anything at all, were it only something that cannot be taken."""
    if found.left_out or (found.contacts if isinstance(found, ContactList) else found.matters):
        return found
    raise FileError(
        f"Filen {found.file_name} har rubriker men inga {words} under dem.",
        "Kontrollera att rätt fil är vald och att alla rader följde med när den sparades.",
    )


def _unknown(sheets: tuple[Sheet, ...], file_name: str) -> FileError:
    if not any(sheet.lines for sheet in sheets):
        return FileError(f"Filen {file_name} har inget innehåll.", "Kontrollera att rätt fil är vald.")
    for names, words in _KNOWN_LATER:
        sheet = has_headings(sheets, names)
        if sheet:
            where = f" (bladet {quoted(sheet.name)})" if sheet.name else ""
            return FileError(f"Filen {file_name} ser ut att vara {words}{where} och kan inte läsas in här.", _READABLE)
    return FileError(
        f"I filen {file_name} hittades ingen rubrikrad som hör till en kontaktförteckning eller ärendelista.",
        "Kontrollera att kolumnerna har rubriker, till exempel Nivå, Efternamn och E-post, eller Nr, Typ och Rubrik.",
    )

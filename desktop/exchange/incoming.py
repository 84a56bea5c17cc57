"""The door for files from outside: whatever kind it is, read by what it holds."""

from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from desktop.domain.contacts.columns import ColumnQuestion, Columns
from desktop.domain.contacts.contact_list import ContactList
from desktop.domain.matters.matter_list import MatterList
from desktop.domain.meetings.invitation import Invitation
from desktop.errors import FileError
from desktop.exchange import contact_list, contact_table, matter_list
from desktop.exchange.columns import adds, ask_for_columns, read_by
from desktop.exchange.delimited import delimited_sheet
from desktop.exchange.files import Form, IncomingFile, open_file
from desktop.exchange.findings import quoted
from desktop.exchange.invitation import read_invitation, read_mail
from desktop.exchange.sheets import Sheet
from desktop.exchange.tables import Table, find_table, has_headings
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
_CHOOSE_LIST = "Välj filen med kontaktförteckningen."
_READABLE = "Det som kan läsas in är kontaktförteckningar, visitkort, ärendelistor och kallelser."


def read_file(path: Path, known: Collection[Columns] = ()) -> Incoming:
    """Read a contact list, visiting cards, a list of matters or an invitation, told apart by their content.

    Args:
        path: The file.
        known: What the columns mean in contact lists with headings of their own, as the user has said before.

    Raises:
        FileError: It cannot be read, or is something else.
    """
    return _read(open_file(path), known)


def read_contacts(path: Path, known: Collection[Columns] = ()) -> ContactList | ColumnQuestion:
    """Read a contact list, or say what has to be asked about its columns first.

    Args:
        path: The file.
        known: What the columns mean in lists with headings of their own, as the user has said before.

    Raises:
        FileError: It cannot be read, or is something else.
    """
    file = open_file(path)
    if file.form in {Form.WORKBOOK, Form.TEXT}:
        return _read_contacts(_sheets(file), file.name, known)
    content = _read(file, known)
    if isinstance(content, ContactList):
        return content
    raise FileError(f"Filen {file.name} är en kallelse, ingen kontaktförteckning.", _CHOOSE_LIST)


def _read(file: IncomingFile, known: Collection[Columns]) -> Incoming:
    if file.form is Form.CALENDAR:
        return read_invitation(file.data, file.name)
    if file.form is Form.MAIL:
        return read_mail(file.data, file.name)
    if file.form is Form.CARDS:
        return read_cards(file.data, file.name)
    return _read_table(_sheets(file), file.name, known)


def _sheets(file: IncomingFile) -> tuple[Sheet, ...]:
    if file.form is Form.WORKBOOK:
        return workbook_sheets(file.data, file.name)
    return (delimited_sheet(file.data, file.name),)


def _read_contacts(
    sheets: tuple[Sheet, ...], file_name: str, known: Collection[Columns]
) -> ContactList | ColumnQuestion:
    if own := find_table(sheets, contact_table.SHAPE):
        return _own_list(own, file_name)
    if table := read_by(sheets, known):
        return _contact_list(table, file_name)
    contacts, matters = find_table(sheets, contact_list.SHAPE), find_table(sheets, matter_list.SHAPE)
    if matters and (contacts is None or len(matters.headings) > len(contacts.headings)):
        raise FileError(f"Filen {file_name} är en ärendelista, ingen kontaktförteckning.", _CHOOSE_LIST)
    question = None if _known_later(sheets) else ask_for_columns(sheets, file_name)
    if question and (contacts is None or adds(question, contacts)):
        return question
    if contacts is None:
        raise _unknown(sheets, file_name)
    return _contact_list(contacts, file_name)


def _own_list(table: Table, file_name: str) -> ContactList:
    table.sheet.require_complete(file_name)
    return _filled(contact_table.read_contact_table(table, file_name), "kontakter")


def _contact_list(table: Table, file_name: str) -> ContactList:
    table.sheet.require_complete(file_name)
    return _filled(contact_list.read_contact_list(table, file_name), "kontakter")


def _read_table(sheets: tuple[Sheet, ...], file_name: str, known: Collection[Columns]) -> ContactList | MatterList:
    if own := find_table(sheets, contact_table.SHAPE):
        return _own_list(own, file_name)
    if table := read_by(sheets, known):
        return _contact_list(table, file_name)
    contacts, matters = find_table(sheets, contact_list.SHAPE), find_table(sheets, matter_list.SHAPE)
    if contacts and (matters is None or len(contacts.headings) >= len(matters.headings)):
        return _contact_list(contacts, file_name)
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
    if words := _known_later(sheets):
        return FileError(f"Filen {file_name} ser ut att vara {words} och kan inte läsas in här.", _READABLE)
    return FileError(
        f"I filen {file_name} hittades ingen rubrikrad som hör till en kontaktförteckning eller ärendelista.",
        "Kontrollera att kolumnerna har rubriker, till exempel Nivå, Efternamn och E-post, eller Nr, Typ och Rubrik.",
    )


def _known_later(sheets: tuple[Sheet, ...]) -> str:
    """What a file seems to be that is read elsewhere, and on which sheet; an empty text if it is no such thing."""
    for names, words in _KNOWN_LATER:
        if sheet := has_headings(sheets, names):
            return f"{words} (bladet {quoted(sheet.name)})" if sheet.name else words
    return ""

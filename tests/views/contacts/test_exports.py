"""The ways out of the contact list: each entry of the menus makes what it says."""

from datetime import date

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.meetings.followup_list import ExportedFile
from desktop.models.database import Database
from desktop.views.contacts.page import ContactsPage
from tests.data_files import CONTACTS
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 23)
Made = FinishedDocument | ExportedFile | MailDraft


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> ContactsPage:
    desk.bring(CONTACTS)
    made = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    desk.settle()
    return made


def choose(page: ContactsPage, name: str, qtbot: QtBot) -> Made:
    with qtbot.waitSignal(page.handed_out, timeout=500) as out:
        page.findChild(QAction, name).trigger()
    return out.args[0]()


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("contactsXlsx", "Kontaktförteckning 2", ".xlsx"),
        ("contactsCsv", "Kontaktförteckning 2", ".csv"),
        ("contactsOwn-xlsx", "Kontaktförteckning med anteckningar", ".xlsx"),
        ("contactsOwn-csv", "Kontaktförteckning med anteckningar", ".csv"),
        ("contactsCards-4.0", "Visitkort", ".vcf"),
        ("contactsCards-3.0", "Visitkort", ".vcf"),
        ("contactsPdf-all", "Kontaktförteckning 2", ".pdf"),
        ("contactsPdf-tactical", "Kontaktförteckning, taktisk nivå", ".pdf"),
        ("contactsMail-ssc-tactical", "Mejl till taktisk nivå, Statens servicecenter", ".eml"),
        ("contactsMail-agency-all", "Mejl till alla med uppdrag, Exempelmyndigheten", ".eml"),
    ],
)
def test_every_entry_makes_what_it_says(name: str, begins: str, ends: str, page: ContactsPage, qtbot: QtBot) -> None:
    made = choose(page, name, qtbot)
    assert made.file_name.startswith(begins)
    assert made.file_name.endswith(ends)


def test_addresses_go_to_the_clipboard_and_it_is_said(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.message, timeout=2000) as told:
        page.findChild(QAction, "contactsCopy-ssc-tactical").trigger()
    count = QGuiApplication.clipboard().text().count("@")
    assert count > 0
    assert told.args[0].startswith("1 adress är" if count == 1 else f"{count} adresser är")


def test_a_group_without_people_is_told(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    for contact in desk.contacts.all():
        if contact.party == "ssc":
            for role in contact.assignments:
                desk.services.contacts.unassign(role.id)
    QGuiApplication.clipboard().setText("som förut")
    with qtbot.waitSignal(page.message, timeout=2000) as told:
        page.findChild(QAction, "contactsCopy-ssc-tactical").trigger()
    assert told.args[0].startswith("Det finns ingen att skriva till: taktisk nivå, Statens servicecenter")
    assert QGuiApplication.clipboard().text() == "som förut"


def test_a_person_can_be_saved_as_a_card(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    anna = next(one for one in desk.contacts.all() if one.given_name == "Anna")
    page.open_contact(anna.id)
    desk.settle()
    assert page.findChild(QAction, "contactCard").isVisible()
    assert choose(page, "contactCard", qtbot).file_name == "Anna Andersson.vcf"

"""While a contact is typed, whoever is there already is suggested; a no is remembered (R15)."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.views.contacts.desk import ContactDesk
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from desktop.views.contacts.suggestion import PAUSE, Suggestions
from tests.views.registers import Desk, shown

ASA = Contact(id=UUID(int=1), party=Party.SSC, given_name="Åsa", family_name="Berg", title="Lönehandläggare",
              email="asa.berg@x.example")  # fmt: skip
DRAFT = Contact(id=UUID(int=2), party=Party.SSC, given_name="Asa", family_name="Berg")


@pytest.fixture
def asa(database: Database) -> Contact:
    with database.writing(Act("test.put")) as session:
        session.add(ContactRecord.of(ASA))
    return ASA


def box(desk: Desk, qtbot: QtBot, *, is_new: bool) -> Suggestions:
    return shown(qtbot, Suggestions(ContactDesk(desk.tasks, desk.services, lambda: date(2026, 11, 24)), is_new=is_new))


def type_in(made: Suggestions, draft: Contact, desk: Desk, qtbot: QtBot) -> None:
    made.consider(draft)
    qtbot.waitUntil(lambda: not made._pause.isActive(), timeout=PAUSE * 20)
    desk.settle()


def said(made: Suggestions) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()][1:]


def press(made: Suggestions, name: str, desk: Desk, qtbot: QtBot) -> None:
    button = next(each for each in made.findChildren(QAbstractButton, name) if each.isVisible())
    qtbot.keyClick(button, Qt.Key.Key_Space)
    desk.settle()
    desk.settle()


def test_who_is_there_already_is_named_with_the_reason(asa: Contact, desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot, is_new=True)
    type_in(made, DRAFT, desk, qtbot)
    assert said(made) == ["Åsa Berg, Lönehandläggare (namnen skiljer bara i prickar och tecken)"]
    with qtbot.waitSignal(made.left_for) as gone:
        press(made, "suggestionOpen", desk, qtbot)
    assert gone.args == [Way(Room.PERSON, asa.id)]


def test_nothing_is_shown_for_someone_new_or_when_the_typing_goes_on(asa: Contact, desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot, is_new=True)
    type_in(made, DRAFT, desk, qtbot)
    type_in(made, Contact(id=DRAFT.id, party=Party.SSC, given_name="Asa", family_name="Bergman"), desk, qtbot)
    assert not made.isVisible()


def test_a_no_to_a_new_contact_is_kept_with_it(asa: Contact, desk: Desk, database: Database, qtbot: QtBot) -> None:
    made = box(desk, qtbot, is_new=True)
    type_in(made, DRAFT, desk, qtbot)
    press(made, "suggestionApart", desk, qtbot)
    assert not made.isVisible()
    type_in(made, DRAFT, desk, qtbot)
    assert not made.isVisible()
    with database.writing(Act("test.put")) as session:
        session.add(ContactRecord.of(DRAFT))
    made.remember(DRAFT.id, new_id())
    desk.settle()
    assert desk.services.duplicates.all().pairs == ()


def test_a_no_to_one_that_is_kept_is_remembered_at_once(
    asa: Contact, desk: Desk, database: Database, qtbot: QtBot
) -> None:
    with database.writing(Act("test.put")) as session:
        session.add(ContactRecord.of(DRAFT))
    made = box(desk, qtbot, is_new=False)
    type_in(made, DRAFT, desk, qtbot)
    with qtbot.waitSignal(made.left_for) as gone:
        press(made, "suggestionOpen", desk, qtbot)
    assert gone.args == [Way(Room.DUPLICATES, DRAFT.id)]
    press(made, "suggestionApart", desk, qtbot)
    assert desk.services.duplicates.all().pairs == ()
    assert not made.isVisible()


@pytest.fixture
def form(asa: Contact, desk: Desk, qtbot: QtBot) -> ContactsPage:
    """The form of a new contact, with a name typed that is like one of the register."""
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services, now=lambda: date(2026, 11, 24)))
    page.go(Way(Room.PERSON))
    desk.settle()
    for name, text in (("given_name", "Asa"), ("family_name", "Berg"), ("email", asa.email)):
        qtbot.keyClicks(page.findChild(QLineEdit, f"newContact-{name}"), text)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in page.findChildren(Suggestions)), timeout=PAUSE * 20)
    return page


def box_of(page: ContactsPage) -> Suggestions:
    return next(box for box in page.findChildren(Suggestions) if box.isVisible())


def test_the_form_asks_and_one_undo_takes_back_the_contact_with_the_no(
    form: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    press(box_of(form), "suggestionApart", desk, qtbot)
    qtbot.keyClick(form.findChild(QLineEdit, "newContact-given_name"), Qt.Key.Key_Return)
    for _ in range(3):
        desk.settle()
    assert len(desk.contacts.all()) == 2
    assert desk.services.duplicates.all().pairs == ()
    assert desk.services.history.undo() == Act("contact.add", "Asa Berg")
    assert [contact.id for contact in desk.contacts.all()] == [ASA.id]


def test_what_is_typed_is_there_after_a_look_at_who_was_suggested(form: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    press(box_of(form), "suggestionOpen", desk, qtbot)
    form.go_back()
    desk.settle()
    assert form.findChild(QLineEdit, "newContact-family_name").text() == "Berg"


def test_typing_that_rests_when_the_program_is_closing_asks_nobody(asa: Contact, desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot, is_new=True)
    made.consider(DRAFT)
    desk.tasks.close()
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not made._pause.isActive(), timeout=PAUSE * 20)
    assert raised == []

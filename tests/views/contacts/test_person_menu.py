"""The menu of a person, which other parts of the page fill."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.views.contacts.person.menu import PersonMenu

ANNA = Contact(id=new_id(), party=Party.AGENCY, given_name="Anna")
GONE = Contact(id=new_id(), party=Party.AGENCY, given_name="Erik", ended_on=today())


@pytest.fixture
def menu(qtbot: QtBot) -> PersonMenu:
    made = PersonMenu()
    qtbot.addWidget(made)
    return made


def test_an_entry_is_about_whoever_is_shown(menu: PersonMenu) -> None:
    met: list[Contact] = []
    action = menu.add("Avsluta kontakten", "contactEnd", met.append)
    menu.show_contact(ANNA)
    action.trigger()
    menu.show_contact(GONE)
    action.trigger()
    assert met == [ANNA, GONE]


def test_an_entry_is_there_only_for_those_it_suits(menu: PersonMenu) -> None:
    menu.show_contact(GONE)
    end = menu.add("Avsluta kontakten", "contactEnd", print, lambda contact: contact.ended_on is None)
    assert not end.isVisible()
    menu.show_contact(ANNA)
    assert end.isVisible()
    assert not menu.isHidden()
    menu.show_contact(GONE)
    assert menu.isHidden()

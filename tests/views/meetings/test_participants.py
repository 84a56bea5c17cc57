"""Who takes part: contacts found by a part of the name, guests, and who must come."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain.contact import Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meeting import Participant
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.meetings.participant_entry import ParticipantEntry
from tests.views.meetings.conftest import Hands, press, type_text


def contact(database: Database, given: str, family: str, party: Party = Party.SSC) -> UUID:
    made = Contact(
        id=new_id(), party=party, given_name=given, family_name=family, email=f"{given}@{party}.example".lower()
    )
    with database.writing(Act("test.put")) as session:
        session.add(ContactRecord.of(made))
    return made.id


@pytest.fixture
def people(hands: Hands, database: Database) -> Hands:
    """The tab of a meeting without participants, and three contacts without a role."""
    for given, family in (("Åsa", "Öberg"), ("Per", "Holmér"), ("Lars", "Holm")):
        contact(database, given, family)
    hands.open()
    hands.page.view.show_tab(Tab.PARTICIPANTS)
    hands.settle()
    return hands


def entry(hands: Hands) -> ParticipantEntry:
    return hands.page.view.participants.entry


def listed(hands: Hands) -> list[Participant]:
    hands.settle()
    key = hands.page.view.meeting_id
    assert key is not None
    return list(hands.services.meetings.get(key).participants)


def choices(hands: Hands, typed: str) -> list[str]:
    completer = entry(hands)._completer
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    return [model.index(row, 0).data().split(" · ")[0] for row in range(model.rowCount())]


def test_any_part_of_a_name_finds_the_contact(people: Hands) -> None:
    assert choices(people, "holm") == ["Lars Holm", "Per Holmér"]
    assert choices(people, "ÖBER") == ["Åsa Öberg"]


def test_a_word_that_only_one_contact_has_is_enough(people: Hands) -> None:
    type_text(people.field("participantName"), "lars")
    press(people.field("participantName"), Qt.Key.Key_Return)
    assert [one.name for one in listed(people)] == ["Lars Holm"]
    type_text(people.field("participantName"), "ssc.example")
    people.find(QPushButton, "participantEntryAdd").click()
    assert len(listed(people)) == 1, "two have that word, so nobody is added yet"
    assert entry(people)._completer.popup().isVisible()
    entry(people)._completer.popup().hide()


def test_a_choice_adds_the_contact_and_is_undone(people: Hands) -> None:
    field = people.field("participantName")
    type_text(field, "ö")
    popup = entry(people)._completer.popup()
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    (one,) = listed(people)
    assert (one.name, one.party, one.contact_id is not None) == ("Åsa Öberg", Party.SSC, True)
    assert field.text() == ""
    assert choices(people, "öb") == [], "nobody is offered twice"
    people.undo()
    assert listed(people) == []
    assert choices(people, "öb") == ["Åsa Öberg"]


def test_the_whole_name_of_a_contact_is_the_contact(people: Hands) -> None:
    type_text(people.field("participantName"), "per holmér")
    people.find(QPushButton, "participantEntryAdd").click()
    (one,) = listed(people)
    assert (one.name, one.contact_id is not None) == ("Per Holmér", True)


def test_a_guest_is_added_with_address_and_party(people: Hands) -> None:
    type_text(people.field("participantName"), "Ängla Gäst")
    type_text(people.field("participantEmail"), "angla@gast.example")
    entry(people)._party.setCurrentIndex(1)
    press(people.field("participantEmail"), Qt.Key.Key_Return)
    (one,) = listed(people)
    assert (one.name, one.email, one.party, one.contact_id) == (
        "Ängla Gäst", "angla@gast.example", Party.AGENCY, None,
    )  # fmt: skip
    assert people.field("participantName").text() == people.field("participantEmail").text() == ""


def test_what_is_refused_stays_to_be_corrected(people: Hands) -> None:
    type_text(people.field("participantName"), "Ängla Gäst")
    type_text(people.field("participantEmail"), "angla")
    people.find(QPushButton, "participantEntryAdd").click()
    assert listed(people) == []
    assert "ingen e-postadress" in people.messages[-1][0]
    assert people.field("participantName").text() == "Ängla Gäst"
    type_text(people.field("participantEmail"), "@gast.example")
    people.find(QPushButton, "participantEntryAdd").click()
    assert [one.email for one in listed(people)] == ["angla@gast.example"]


def test_required_and_optional_change_places_and_back(people: Hands) -> None:
    meeting = people.page.view.meeting_id
    assert meeting is not None
    for name in ("Ett", "Två"):
        people.services.meetings.add_guest(meeting, name, "", Party.SSC)
    people.settle()
    tab = people.page.view.participants
    tab.table.selectRow(0)
    turn = people.find(QPushButton, "participantTurn")
    assert isinstance(turn, QPushButton)
    assert turn.text() == "Gör frivillig"
    turn.click()
    assert [(row.cells[0], row.cells[4]) for row in tab.model.rows] == [("Två", "Obligatorisk"), ("Ett", "Frivillig")]
    assert tab.table.currentIndex().row() == 1, "the one that was turned is still current"
    assert [one.required for one in listed(people) if one.name == "Ett"] == [False]
    press(tab.table, Qt.Key.Key_Space)
    assert all(one.required for one in listed(people))
    people.undo()
    assert turn.text() == "Gör obligatorisk"
    people.undo()
    assert [row.cells[4] for row in tab.model.rows] == ["Obligatorisk"] * 2

"""Who takes part: contacts found by a part of the name, guests, and who must come."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import Attendance, Participant
from desktop.models.contact import AssignmentRecord, ContactRecord
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
        people.services.participants.add_guest(meeting, name, "", Party.SSC)
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


@pytest.fixture
def four(people: Hands) -> Hands:
    """The tab with four guests of SSC and an agenda of two items."""
    meeting = people.page.view.meeting_id
    assert meeting is not None
    for name in ("Ada", "Bo", "Cia", "Dan"):
        people.services.participants.add_guest(meeting, name, "", Party.SSC)
    for title in ("Inledning", "Avtal"):
        people.services.agendas.add(meeting, title)
    people.settle()
    return people


def came(hands: Hands) -> list[str]:
    """The column of attendance, as it is on screen."""
    return [row.cells[5] for row in hands.page.view.participants.model.rows]


def noted(hands: Hands) -> dict[str, tuple[Attendance, str]]:
    return {one.name: (one.attendance, one.replaced_by) for one in listed(hands)}


def test_letters_in_the_table_note_how_everyone_came(four: Hands) -> None:
    table = four.page.view.participants.table
    table.setFocus()
    for row, key in enumerate((Qt.Key.Key_N, Qt.Key.Key_D, Qt.Key.Key_F)):
        table.selectRow(row)
        press(table, key)
    assert came(four) == ["Närvarande", "På distans", "Frånvarande", "–"], "shown before it is stored"
    assert noted(four)["Cia"] == (Attendance.ABSENT, "")
    assert table.currentIndex().row() == 2
    press(table, Qt.Key.Key_A)
    assert came(four)[3] == "Närvarande"
    assert noted(four)["Dan"] == (Attendance.PRESENT, "")
    assert noted(four)["Cia"] == (Attendance.ABSENT, ""), "what is noted stays"
    assert four.messages[-1] == ("Dan är angiven som närvarande.", "good", True)
    assert not four.find(QPushButton, "participantsAllPresent").isEnabled()


def test_the_button_says_that_all_are_present_and_is_undone_at_once(four: Hands) -> None:
    four.find(QPushButton, "participantsAllPresent").click()
    assert came(four) == ["Närvarande"] * 4
    four.settle()
    assert four.messages[-1][0] == "4 deltagare är angivna som närvarande."
    four.undo()
    assert came(four) == ["–"] * 4
    assert {how for how, _ in noted(four).values()} == {Attendance.UNKNOWN}


def test_who_came_instead_is_asked_for_at_once(four: Hands) -> None:
    table, field = four.page.view.participants.table, four.field("participantReplacedBy")
    table.setFocus()
    table.selectRow(1)
    assert not field.isVisible()
    press(table, Qt.Key.Key_E)
    assert field.hasFocus()
    type_text(field, "Eva Ny")
    table.selectRow(0)
    four.settle()
    assert noted(four)["Bo"] == (Attendance.REPLACED, "Eva Ny")
    assert came(four)[1] == "Ersatt av Eva Ny"
    assert noted(four)["Ada"] == (Attendance.UNKNOWN, ""), "the name belongs to the one it was typed for"
    table.selectRow(1)
    assert field.text() == "Eva Ny"


def test_the_choices_are_radio_buttons_that_follow_the_current_participant(four: Hands) -> None:
    tab = four.page.view.participants
    tab.table.selectRow(0)
    tab.detail.attendance.press("d")
    four.settle()
    assert noted(four)["Ada"] == (Attendance.REMOTE, "")
    tab.table.selectRow(1)
    assert tab.detail.attendance.value is None
    tab.table.selectRow(0)
    assert tab.detail.attendance.value is Attendance.REMOTE
    chosen = [button for button in tab.detail.findChildren(QRadioButton) if button.isChecked()]
    assert [button.accessibleName() for button in chosen] == ["Närvaro: På distans"]


def test_an_expert_is_invited_to_one_item_and_told_when(four: Hands) -> None:
    tab = four.page.view.participants
    tab.table.selectRow(3)
    part = four.find(QComboBox, "participantItem")
    assert isinstance(part, QComboBox)
    assert [part.itemText(place) for place in range(part.count())] == ["Hela mötet", "1. Inledning", "2. Avtal"]
    part.setCurrentIndex(2)
    part.activated.emit(2)
    four.settle()
    row = next(row for row in tab.model.rows if row.cells[0] == "Dan")
    assert row.cells[4] == "Obligatorisk, till punkt 2, kl. 13.10"
    assert [one.item_id is not None for one in listed(four) if one.name == "Dan"] == [True]
    part.activated.emit(0)
    assert [one.item_id for one in listed(four) if one.name == "Dan"] == [None]


def test_who_was_often_missing_is_told_quietly(hands: Hands, database: Database) -> None:
    for party, given in ((Party.AGENCY, "Anna"), (Party.SSC, "Per")):
        key = contact(database, given, "Ek", party)
        with database.writing(Act("test.put")) as session:
            held = Assignment(id=new_id(), contact_id=key, level=Level.TACTICAL)
            session.add(AssignmentRecord.of(held))
    for day in (1, 2, 3):
        meeting = hands.meeting(day=day)
        for one in hands.services.meetings.get(meeting).participants:
            there = one.party is Party.AGENCY or day == 2
            how = Attendance.PRESENT if there else Attendance.ABSENT
            hands.services.participants.attend(one.id, how)
    hands.page.open_meeting(hands.meeting(day=20))
    hands.page.view.show_tab(Tab.PARTICIPANTS)
    hands.settle()
    told = hands.find(QLabel, "participantsMissed")
    assert isinstance(told, QLabel)
    assert told.isVisible()
    assert told.text() == "SSC:s taktiska kontakt saknades vid 2 av de 3 senaste mötena."

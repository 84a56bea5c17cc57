"""A change of contact on screen: who, when, what follows, and one press that does all of it (R15, R18, R32)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_matrix import Gap
from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.models.database import Database
from desktop.views.contacts.change.notice_room import NoticeRoom
from desktop.views.contacts.change.room import ChangeRoom
from desktop.views.contacts.overview import Overview
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from tests.views.registers import Desk, shown

DAY = today()


def contact(given: str, family: str, level: Level, party: Party = Party.AGENCY) -> Contact:
    key = new_id()
    role = Assignment(id=new_id(), contact_id=key, level=level)
    right = AuthorisedOrderer(id=new_id(), contact_id=key, evidence="Beslut 1")
    rights = (right,) if level is Level.TACTICAL else ()
    return Contact(
        id=key, party=party, given_name=given, family_name=family, assignments=(role,), orderer_rights=rights
    )


ERIK = contact("Erik", "Sund", Level.TACTICAL)
ANNA = contact("Anna", "Berg", Level.OPERATIONAL)
PER = contact("Per", "Holm", Level.STRATEGIC, Party.SSC)


class Shown:
    """The room, and short ways to what is in it."""

    def __init__(self, page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
        self.page, self.desk, self.qtbot = page, desk, qtbot
        self.told: list[tuple[str, str, bool]] = []
        page.message.connect(lambda *said: self.told.append(said))

    def enter(self, leaver: Contact | None = None) -> None:
        self.page.go(Way(Room.CHANGE, leaver.id if leaver else None))
        self.desk.settle()

    @property
    def room(self) -> ChangeRoom:
        found = self.page.findChild(ChangeRoom)
        assert found is not None
        return found

    def find(self, kind: type, name: str):  # whatever is asked for
        found = self.room.findChild(kind, name)
        assert found is not None, name
        return found

    def write(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.desk.settle()

    def choose(self, word: str) -> None:
        next(button for button in self.room.findChildren(QRadioButton) if button.text() == word).click()
        self.desk.settle()

    def boxes(self) -> dict[str, QCheckBox]:
        return {box.accessibleName(): box for box in self.room.findChildren(QCheckBox) if box.isVisible()}

    def do(self) -> None:
        button = self.find(QPushButton, "changeDo")
        assert button.isEnabled()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.desk.settle()


@pytest.fixture
def change(desk: Desk, database: Database, qtbot: QtBot) -> Shown:
    for each in (ERIK, ANNA, PER):
        desk.services.contacts.add(each)
    page = ContactsPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, page.refresh)
    made = Shown(shown(qtbot, page), desk, qtbot)
    for row in desk.services.contact_notices.open():
        desk.services.contact_notices.remove(row.notice.id)
    return made


def test_everything_is_shown_before_it_is_done_and_undone_as_one(change: Shown, desk: Desk) -> None:
    change.enter(ERIK)
    assert change.find(QLineEdit, "changeLeaver").text().startswith("Erik Sund")
    change.write("changeSuccessor", "berg")
    assert change.find(QLineEdit, "changeSuccessor").text() == "Anna Berg"
    assert {words: box.isChecked() for words, box in change.boxes().items()} == {
        "Taktisk nivå går över till Anna Berg": True,
        "Rätten för Erik Sund upphör: alla tjänsteområden": True,
        "Anna Berg får en egen rätt: alla tjänsteområden": False,
    }
    assert change.find(QLabel, "changePersonal").isVisible()
    assert change.find(QLabel, "changeToldTitle").text().startswith("Anna Berg efterträder Erik Sund på taktisk nivå")
    before = desk.services.contacts.all()
    change.do()
    assert change.told[-1][1:] == ("good", True)
    (row,) = desk.services.contact_notices.open()
    assert row.successor == "Anna Berg"
    notice_room = change.page.findChild(NoticeRoom)
    assert notice_room is not None
    assert notice_room.isVisible()
    change.page.go_back()
    assert not change.room.isVisible(), "the way back does not lead to a change that is done"
    desk.history.undo()
    assert desk.services.contacts.all() == before
    assert desk.services.contact_notices.open() == ()


def test_a_day_can_be_typed_and_says_until_when_the_other_has_the_roles(change: Shown) -> None:
    change.enter(ERIK)
    change.write("changeDay", "+2v")
    wanted = DAY + timedelta(days=14)
    assert change.find(QLineEdit, "changeDay").text() == wanted.isoformat()
    assert str((wanted - timedelta(days=1)).day) in change.find(QLabel, "changeDayRemark").text()


def test_without_anyone_who_comes_it_says_what_becomes_vacant(change: Shown, desk: Desk) -> None:
    change.enter(ERIK)
    change.choose("Ingen ännu")
    assert change.find(QLabel, "changeLeftEmpty").text() == "Ingen har taktisk nivå efter bytet."
    change.do()
    assert desk.services.contacts.get(ERIK.id).assignments[0].ends_on == DAY - timedelta(days=1)


def test_a_newcomer_is_written_on_the_same_page(change: Shown, desk: Desk) -> None:
    change.enter(ERIK)
    change.choose("Ny kontakt")
    change.write("changeNew_given_name", "Åsa")
    change.write("changeNew_family_name", "Öhrn")
    assert "Taktisk nivå går över till Åsa Öhrn" in change.boxes()
    change.do()
    assert "Åsa Öhrn" in {one.name for one in desk.services.contacts.all()}


def test_a_personal_number_in_the_name_of_a_newcomer_warns(change: Shown) -> None:
    change.enter(ERIK)
    change.choose("Ny kontakt")
    change.write("changeNew_family_name", "Öhrn 19811218-9876")
    assert "personnummer" in change.find(QLabel, "changeNew_family_nameWarning").text()


def test_a_right_given_anew_asks_for_its_evidence_and_nothing_is_done_without(change: Shown, desk: Desk) -> None:
    change.enter(ERIK)
    change.write("changeSuccessor", "Anna Berg")
    assert not change.find(QLineEdit, "changeEvidence").isVisible()
    change.boxes()["Anna Berg får en egen rätt: alla tjänsteområden"].click()
    change.desk.settle()
    change.do()
    assert "personlig" in change.told[-1][0]
    assert desk.services.contacts.get(ANNA.id).orderer_rights == ()
    change.write("changeEvidence", "Beslut 2")
    change.do()
    assert [one.evidence for one in desk.services.contacts.get(ANNA.id).orderer_rights] == ["Beslut 2"]


def test_what_is_unticked_stays(change: Shown, desk: Desk) -> None:
    change.enter(ERIK)
    change.write("changeSuccessor", "Anna Berg")
    box = change.boxes()["Rätten för Erik Sund upphör: alla tjänsteområden"]
    box.setFocus()
    change.qtbot.keyClick(box, Qt.Key.Key_Space)
    change.desk.settle()
    change.do()
    assert desk.services.contacts.get(ERIK.id).orderer_rights[0].ends_on is None


def test_a_change_at_ssc_says_that_nothing_is_told_and_leads_to_the_person(change: Shown, desk: Desk) -> None:
    change.enter()
    assert not change.find(QPushButton, "changeDo").isEnabled()
    change.choose("Statens servicecenter")
    change.write("changeLeaver", "holm")
    change.choose("Ingen ännu")
    assert change.find(QLabel, "changeToldBody").text().startswith("Inget.")
    change.do()
    assert desk.services.contact_notices.all() == ()
    assert desk.services.contacts.get(PER.id).assignments[0].ends_on is not None


def test_a_name_that_nobody_has_says_so(change: Shown) -> None:
    change.enter(ERIK)
    change.write("changeSuccessor", "Finns Inte")
    assert "heter så" in change.find(QLineEdit, "changeSuccessor").accessibleDescription()
    assert change.find(QWidget, "changeFollows").isVisible()


def test_an_empty_place_is_filled_by_who_is_ticked_for_it(change: Shown, desk: Desk) -> None:
    change.enter()
    change.write("changeSuccessor", "Anna Berg")
    change.boxes()["Strategisk nivå"].click()
    change.desk.settle()
    change.do()
    assert [one.level for one in desk.services.contacts.get(ANNA.id).assignments] == [
        Level.OPERATIONAL,
        Level.STRATEGIC,
    ]


def test_before_anybody_is_chosen_it_says_what_will_be_shown(change: Shown) -> None:
    change.enter()
    assert change.find(QWidget, "changeEmpty").isVisible()
    change.write("changeLeaver", "Erik Sund")
    assert not change.find(QWidget, "changeEmpty").isVisible()


@pytest.mark.parametrize("written", ["", "Finns Inte"])
def test_a_name_that_is_not_understood_is_never_taken_for_nobody(change: Shown, desk: Desk, written: str) -> None:
    before = desk.services.contacts.all()
    change.enter(ERIK)
    change.write("changeSuccessor", "Anna Berg")
    field = change.find(QLineEdit, "changeSuccessor")
    change.write("changeSuccessor", written) if written else (field.clear(), change.desk.settle())
    change.do()
    assert field.accessibleDescription()
    assert desk.services.contacts.all() == before


def test_somebody_new_without_a_name_is_asked_for_it(change: Shown, desk: Desk) -> None:
    before = desk.services.contacts.all()
    change.enter(ERIK)
    change.choose("Ny kontakt")
    change.write("changeNew_title", "Ekonomichef")
    change.do()
    assert "namnet" in change.find(QLineEdit, "changeNew_given_name").accessibleDescription()
    assert desk.services.contacts.all() == before


def suggestion(change: Shown, name: str) -> QPushButton:
    change.qtbot.waitUntil(lambda: change.room.findChild(QPushButton, name) is not None)
    return change.find(QPushButton, name)


def test_somebody_new_who_is_there_already_can_be_chosen_instead(change: Shown) -> None:
    change.enter(ERIK)
    change.choose("Ny kontakt")
    change.write("changeNew_given_name", "Anna")
    change.write("changeNew_family_name", "Berg")
    suggestion(change, "suggestionOpen").click()
    change.desk.settle()
    assert change.find(QLineEdit, "changeSuccessor").isVisible()
    assert change.find(QLineEdit, "changeSuccessor").text() == "Anna Berg"


def test_a_namesake_told_apart_while_typed_is_not_suggested_again_and_one_undo_takes_all(
    change: Shown, desk: Desk
) -> None:
    before = desk.services.contacts.all()
    change.enter(ERIK)
    change.choose("Ny kontakt")
    change.write("changeNew_given_name", "Anna")
    change.write("changeNew_family_name", "Berg")
    suggestion(change, "suggestionApart").click()
    change.desk.settle()
    change.do()
    desk.settle()
    assert len(desk.services.contacts.all()) == len(before) + 1
    assert desk.services.duplicates.all().pairs == ()
    desk.history.undo()
    assert desk.services.contacts.all() == before


def test_a_vacancy_is_filled_by_naming_who_comes(change: Shown, desk: Desk) -> None:
    desk.services.contacts.unassign(ANNA.assignments[0].id)
    desk.settle()
    overview = change.page.findChild(Overview)
    gap = Gap(party=Party.AGENCY, level=Level.OPERATIONAL)
    overview.appointed.emit(gap)
    desk.settle()
    assert change.find(QLineEdit, "changeLeaver").text() == ""
    said = [label.text() for label in change.room.head.findChildren(QLabel)]
    assert "Operativ nivå är vakant. Välj vem som kommer." in said
    assert change.page.window().focusWidget() is change.find(QLineEdit, "changeSuccessor")
    change.write("changeSuccessor", "berg")
    assert [words for words, box in change.boxes().items() if box.isChecked()] == ["Operativ nivå"]
    change.do()
    assert [role.level for role in desk.services.contacts.get(ANNA.id).assignments] == [Level.OPERATIONAL]


def test_a_vacancy_at_ssc_is_filled_there(change: Shown, desk: Desk) -> None:
    change.page.findChild(Overview).appointed.emit(Gap(party=Party.SSC, level=Level.TACTICAL, former=PER))
    desk.settle()
    chosen = [button.text() for button in change.room.findChildren(QRadioButton) if button.isChecked()]
    assert "Statens servicecenter" in chosen
    assert change.find(QLineEdit, "changeLeaver").text() == ""  # Per still holds the strategic level

"""The room of a person: particulars that save themselves, roles, rights, and everything connected."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.disposal import Disposal, DisposalKind
from desktop.domain.contacts.personal_number import WARNING
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.domain.money import Money
from desktop.models.contact import ContactRecord
from desktop.models.contact_list import DisposalRecord
from desktop.models.database import Database
from desktop.models.followup import ActionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 24)
ANNA = Contact(
    id=new_id(),
    party=Party.AGENCY,
    given_name="Anna",
    family_name="Öst",
    title="Ekonomichef",
    phone="08-123 45 60",
    email="anna.ost@exempel.example",
)
BO = Contact(id=new_id(), party=Party.AGENCY, given_name="Bo", family_name="Ek")
PER = Contact(id=new_id(), party=Party.SSC, given_name="Per", family_name="Holmér")


class Open:
    """The page with a person on it, and short ways to its parts."""

    def __init__(self, desk: Desk, database: Database, qtbot: QtBot, contact: Contact | None = ANNA) -> None:
        self.desk, self.database, self.qtbot = desk, database, qtbot
        for person in (ANNA, BO, PER):
            desk.services.contacts.add(person)
        self.page = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
        desk.refresh_on_news(database, self.page.refresh)
        shown(qtbot, self.page)
        if contact is not None:
            self.open(contact)

    def open(self, contact: Contact) -> None:
        self.page.open_contact(contact.id)
        self.desk.settle()
        self.desk.settle()

    def field(self, name: str) -> QLineEdit:
        return self.page.findChild(QLineEdit, name)

    def type_in(self, name: str, text: str) -> None:
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(field, text)
        else:
            field.insert(text)

    def press(self, name: str, which: int = 0) -> None:
        found = [button for button in self.page.findChildren(QPushButton, name) if button.isVisible()]
        self.qtbot.mouseClick(found[which], Qt.MouseButton.LeftButton)
        self.desk.settle()
        self.desk.settle()

    def choose(self, name: str, text: str) -> None:
        box = self.page.findChild(QComboBox, name)
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())

    def says(self, root: str = "personRoom") -> str:
        room = self.page.findChild(QWidget, root)
        return "\n".join(label.text() for label in room.findChildren(QLabel) if label.isVisible())

    def kept(self, contact: Contact = ANNA) -> Contact:
        self.desk.settle()
        return self.desk.services.contacts.get(contact.id)

    def put(self, *records: Any) -> None:
        with self.database.writing(Act("test.put")) as session:
            session.add_all(records)
        self.desk.settle()
        self.desk.settle()

    def ties(self) -> list[str]:
        model = self.page.findChild(QListView, "personTies").model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def on(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[Open]:
    made = Open(desk, database, qtbot)
    yield made
    made.page.flush()  # nothing is on its way to a page that goes
    desk.settle()
    desk.settle()


def test_what_is_typed_is_saved_when_the_field_is_left(on: Open) -> None:
    on.type_in("person-title", "Chef för å, ä och ö")
    on.field("person-phone").setFocus()
    assert on.kept().title == "Chef för å, ä och ö"


def test_what_is_no_address_is_told_below_the_field_and_stays_there(on: Open) -> None:
    on.type_in("person-email", "anna")
    on.field("person-phone").setFocus()
    assert "”anna” är ingen e-postadress" in on.says()
    assert on.kept().email == ANNA.email
    on.open(BO)
    assert on.field("person-email").text() == ""
    on.open(ANNA)
    assert on.field("person-email").text() == "anna"


def test_typing_survives_news_of_the_same_person(on: Open) -> None:
    on.type_in("person-email", "anna@")
    on.desk.services.contacts.change(ANNA.id, title="Generaldirektör")
    on.desk.settle()
    on.desk.settle()
    assert on.field("person-email").text() == "anna@"
    assert on.field("person-title").text() == "Generaldirektör"


def test_a_personal_number_in_the_notes_is_warned_of(on: Open) -> None:
    notes = on.page.findChild(QPlainTextEdit, "person-notes")
    notes.setFocus()
    on.qtbot.keyClicks(notes, "Born 19640823-3234")
    assert WARNING in on.says()
    on.field("person-title").setFocus()
    assert on.kept().notes == "Born 19640823-3234"  # a warning hinders nobody
    assert WARNING in on.says()
    notes.clear()
    assert WARNING not in on.says()


def test_a_personal_number_is_warned_of_in_every_free_text(on: Open) -> None:
    on.press("rightAdd")
    on.press("roleAdd")
    for name in ("person-title", "person-family_name", "rightEvidence"):
        field = on.field(name)
        field.setText("19640823-3234")
        assert on.page.findChild(QLabel, f"{name}Warning").isVisible(), name
        assert WARNING in field.accessibleDescription()
        field.setText("Ek")
        assert WARNING not in on.says(), name
    role = on.page.findChild(QComboBox, "roleWhat")
    role.setCurrentText("Ombud 19640823-3234")
    assert WARNING in on.says()
    role.setCurrentText("Ombud")
    assert WARNING not in on.says()


def test_a_deputy_is_chosen_by_a_part_of_the_name_at_the_same_party(on: Open) -> None:
    on.type_in("person-deputy", "holm")
    on.field("person-title").setFocus()
    assert "Ingen hos samma part heter så." in on.says()
    on.type_in("person-deputy", "ek")
    choices = on.field("person-deputy").completer().popup()
    on.qtbot.keyClick(choices, Qt.Key.Key_Down)
    on.qtbot.keyClick(choices, Qt.Key.Key_Return)
    on.qtbot.waitUntil(lambda: on.field("person-deputy").text() == "Bo Ek")
    assert on.kept().deputy_id == BO.id
    on.open(BO)
    assert on.ties() == ["Ersätter (1)", "Anna Öst"]


def test_confirming_says_so_and_can_be_undone(on: Open) -> None:
    assert "Inte bekräftad" in on.says()
    with on.qtbot.waitSignal(on.page.message) as told:
        on.press("personConfirm")
    assert told.args == ["Uppgifterna om Anna Öst är bekräftade i dag.", "good", True]
    assert on.kept().confirmed_on == DAY
    assert "24\u00a0november\u00a02026" in on.says("personConfirmed")


def test_a_role_is_given_in_the_list(on: Open) -> None:
    on.press("roleAdd")
    what = on.page.findChild(QComboBox, "roleWhat")
    assert what.hasFocus() or what.lineEdit().hasFocus()
    what.setCurrentText("taktisk nivå")
    on.type_in("roleStarts", "1/12")
    on.qtbot.keyClick(on.field("roleStarts"), Qt.Key.Key_Return)
    (role,) = on.kept().assignments
    assert (role.level, role.function, role.starts_on) == (Level.TACTICAL, "", date(2026, 12, 1))
    on.desk.settle()
    assert "Kommande" in on.says("roleList")
    assert not on.page.findChild(QWidget, "roleForm").isVisible()


def test_a_function_may_be_a_new_one(on: Open) -> None:
    on.press("roleAdd")
    on.page.findChild(QComboBox, "roleWhat").setCurrentText("Säkerhetschef")
    on.press("roleAccept")
    (role,) = on.kept().assignments
    assert (role.level, role.function) == (None, "Säkerhetschef")


def give_role(on: Open, **more: Any) -> Assignment:
    role = Assignment(id=new_id(), contact_id=ANNA.id, **{"level": Level.TACTICAL, **more})
    on.desk.services.contacts.assign(role)
    on.desk.settle()
    on.desk.settle()
    return role


def test_a_role_is_ended_and_stays_to_be_read(on: Open) -> None:
    role = give_role(on, starts_on=date(2024, 1, 1))
    on.press("roleEnd")
    ends = on.field("roleEnds")
    assert (ends.text(), ends.hasFocus()) == ("2026-11-24", True)
    on.type_in("roleEnds", "2026-10-31")
    on.qtbot.keyClick(ends, Qt.Key.Key_Return)
    assert on.kept().assignments == (replace(role, ends_on=date(2026, 10, 31)),)
    on.desk.settle()
    assert "Tidigare" in on.says("roleList")


def test_what_makes_no_sense_is_told_in_the_form_and_nothing_is_kept(on: Open) -> None:
    role = give_role(on, starts_on=date(2024, 1, 1))
    on.press("roleChange")
    on.type_in("roleEnds", "2023-01-01")
    on.press("roleAccept")
    assert "sluta innan" in on.says("roleForm")
    assert on.kept().assignments == (role,)
    on.qtbot.keyClick(on.field("roleEnds"), Qt.Key.Key_Escape)
    assert not on.page.findChild(QWidget, "roleForm").isVisible()
    assert on.page.findChild(QWidget, "personRoom").isVisible()


def test_news_leave_the_form_open_and_a_role_that_is_gone_closes_it(on: Open) -> None:
    role = give_role(on)
    on.press("roleChange")
    on.desk.services.contacts.change(ANNA.id, title="Chef")
    on.desk.settle()
    on.desk.settle()
    assert on.page.findChild(QWidget, "roleForm").isVisible()
    on.desk.services.contacts.unassign(role.id)
    on.desk.settle()
    on.desk.settle()
    assert not on.page.findChild(QWidget, "roleForm").isVisible()


def test_a_role_added_by_mistake_is_removed_with_undo(on: Open) -> None:
    give_role(on)
    on.press("roleChange")
    with on.qtbot.waitSignal(on.page.message) as told:
        on.press("roleRemove")
    assert told.args[1:] == ["good", True]
    assert on.kept().assignments == ()


def test_a_right_is_given_with_its_limit(on: Open) -> None:
    on.press("rightAdd")
    on.choose("rightKind", "Specialtjänst")
    on.type_in("rightLimit", "åttio")
    on.field("rightEvidence").setFocus()
    assert "inte ett belopp" in on.says("rightForm")
    on.press("rightAccept")
    assert on.kept().orderer_rights == ()
    on.type_in("rightLimit", "86 000")
    on.type_in("rightEvidence", "Beslut EXM 2026/12")
    on.press("rightAccept")
    (right,) = on.kept().orderer_rights
    assert (right.limit, right.evidence) == (Money(8_600_000), "Beslut EXM 2026/12")
    on.desk.settle()
    assert "Högst 86\u00a0000\u00a0kr" in on.says("rightList")


class Handler(QObject):
    """Stands for the programs of the system that mail and call."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_mail_and_telephone_are_one_press_away(on: Open) -> None:
    handler = Handler()
    for scheme in ("mailto", "tel"):
        QDesktopServices.setUrlHandler(scheme, handler, "open")
    on.press("personMail")
    on.press("personCall")
    for scheme in ("mailto", "tel"):
        QDesktopServices.unsetUrlHandler(scheme)
    assert handler.opened == ["mailto:anna.ost@exempel.example", "tel:+4681234560"]


def test_everything_can_be_copied(on: Open) -> None:
    on.press("personCopy")
    assert QGuiApplication.clipboard().text() == "Anna Öst\nEkonomichef\n08-123 45 60\nanna.ost@exempel.example"


def test_what_is_connected_leads_to_where_it_lies(on: Open) -> None:
    starts = datetime(2026, 12, 1, 12, tzinfo=UTC)
    meeting = Meeting(
        id=new_id(), title="Taktiskt möte", level=Level.TACTICAL, starts_at=starts, ends_at=starts + timedelta(hours=1)
    )
    invited = Participant(id=new_id(), meeting_id=meeting.id, contact_id=ANNA.id, name="Anna Öst")
    action = Action(
        id=new_id(),
        meeting_id=None,
        level=Level.TACTICAL,
        text="Skriv svar",
        party=Party.AGENCY,
        owner="Anna Öst",
        due_on=DAY - timedelta(days=3),
    )
    assert "Ännu finns inget" in on.says()
    on.put(MeetingRecord.of(meeting), ParticipantRecord.of(invited), ActionRecord.of(action))
    assert on.ties()[:2] == ["Öppna åtgärder (1)", "Skriv svar"]
    found = on.page.findChild(QListView, "personTies")
    assert "Försenad 3 dagar" in found.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for title, source in (
        ("Skriv svar", Source(SourceKind.ACTION, action.id)),
        ("Taktiskt möte", Source(SourceKind.ITEM, meeting.id)),
    ):
        with on.qtbot.waitSignal(on.page.source_opened) as asked:
            found.activated.emit(found.model().index(on.ties().index(title), 0))
        assert asked.args == [source]


def test_history_tells_who_did_what(on: Open) -> None:
    on.desk.services.contacts.change(ANNA.id, title="Chef")
    on.desk.settle()
    on.desk.settle()
    on.page.findChild(QTabBar, "personTabs").setCurrentIndex(2)
    model = on.page.findChild(QWidget, "personHistoryTable").model()
    assert [model.index(0, column).data() for column in (1, 2, 3, 4, 5)] == [
        "provaren",
        "Ändra kontakt ”Anna Öst”",
        "Titel",
        "Ekonomichef",
        "Chef",
    ]


def test_a_narrow_room_has_everything_behind_tabs(on: Open) -> None:
    tabs = on.page.findChild(QTabBar, "personTabs")
    connected, details = (on.page.findChild(QWidget, name) for name in ("personConnected", "personDetails"))
    assert (connected.isVisible(), details.isVisible(), tabs.isTabVisible(1)) == (True, True, False)
    on.page.resize(780, 620)
    on.qtbot.waitUntil(lambda: tabs.isTabVisible(1))
    assert (connected.isVisible(), details.isVisible()) == (False, True)
    tabs.setCurrentIndex(1)
    assert (connected.isVisible(), details.isVisible()) == (True, False)
    on.page.resize(1085, 730)
    on.qtbot.waitUntil(lambda: not tabs.isTabVisible(1))
    assert (connected.isVisible(), details.isVisible()) == (True, True)


def test_who_was_anonymised_is_only_read(on: Open) -> None:
    gone = Contact(id=new_id(), party=Party.AGENCY, title="Tidigare kontakt", ended_on=DAY, anonymised_on=DAY)
    entry = Disposal(id=new_id(), contact_id=gone.id, kind=DisposalKind.ANONYMISED, made_on=DAY, basis="Beslut 7")
    on.put(ContactRecord.of(gone), DisposalRecord.of(entry))
    on.open(gone)
    assert "Uppgifterna anonymiserades 24\u00a0november\u00a02026 och kan inte ändras. Grund: Beslut 7." in on.says()
    assert on.field("person-title").isReadOnly()
    assert "Gallring (1)" in on.ties()
    assert "Anonymiserad · 24\u00a0november\u00a02026" in on.ties()
    for name in ("roleAdd", "rightAdd", "personConfirm"):
        assert not on.page.findChild(QPushButton, name).isVisible()
    on.open(ANNA)
    assert not on.field("person-title").isReadOnly()
    assert not on.page.findChild(QWidget, "personState").isVisible()


def test_a_new_contact_comes_with_a_first_role_and_goes_with_one_undo(on: Open) -> None:
    on.page.new_contact()
    on.desk.settle()
    assert on.field("newContact-given_name").hasFocus()
    for name, text in (("given_name", "Thị Ánh"), ("family_name", "Nguyễn-Öhrn"), ("email", "fel")):
        on.field(f"newContact-{name}").setText(text)
    on.choose("newContactParty", "Statens servicecenter")
    on.choose("newContactRole", "Operativ nivå")
    on.press("newContactAccept")
    assert "ingen e-postadress" in on.says("newContactForm")
    on.field("newContact-email").clear()
    on.press("newContactAccept")
    made = next(contact for contact in on.desk.services.contacts.all() if contact.given_name == "Thị Ánh")
    assert made.party is Party.SSC
    assert [(role.level, role.starts_on) for role in made.assignments] == [(Level.OPERATIONAL, DAY)]
    assert on.page.findChild(QLabel, "pageTitle", Qt.FindChildOption.FindChildrenRecursively) is not None
    assert on.field("person-family_name").text() == "Nguyễn-Öhrn"
    on.desk.services.history.undo()
    on.desk.settle()
    on.desk.settle()
    assert not on.page.findChild(QWidget, "personRoom").isVisible() or on.field("person-given_name").text() == "Anna"


def test_a_new_contact_begins_with_the_role_that_is_vacant(on: Open) -> None:
    draft = Contact(id=new_id(), party=Party.SSC)
    role = Assignment(id=new_id(), contact_id=draft.id, level=Level.STRATEGIC)
    on.page.new_contact(replace(draft, assignments=(role,)))
    on.desk.settle()
    assert on.page.findChild(QComboBox, "newContactRole").currentText() == "Strategisk nivå"
    assert on.page.findChild(QComboBox, "newContactParty").currentText() == "Statens servicecenter"


def test_escape_leaves_the_new_contact_for_where_one_was(on: Open) -> None:
    on.page.new_contact()
    on.desk.settle()
    on.qtbot.keyClick(on.field("newContact-given_name"), Qt.Key.Key_Escape)
    on.desk.settle()
    assert on.field("person-given_name").text() == "Anna"


def test_the_way_back_leads_past_the_form_of_a_new_contact(on: Open) -> None:
    on.page.new_contact()
    on.desk.settle()
    on.field("newContact-given_name").setText("Eva")
    on.press("newContactAccept")
    on.page.open_contact(BO.id)
    on.page.go_back()
    on.desk.settle()
    assert on.field("person-given_name").text() == "Eva"
    on.page.go_back()
    on.desk.settle()
    assert on.field("person-given_name").text() == "Anna"


def test_a_contact_on_which_nothing_rests_is_removed_from_the_menu(on: Open) -> None:
    on.page._room(Room.PERSON).menu.actions_menu.actions()[0].trigger()
    on.desk.settle()
    on.desk.settle()
    assert ANNA.id not in {contact.id for contact in on.desk.services.contacts.all()}
    assert on.page._here == Way(Room.OVERVIEW)


def test_a_right_in_force_counts_as_now(on: Open) -> None:
    right = AuthorisedOrderer(id=new_id(), contact_id=ANNA.id, starts_on=DAY, ends_on=DAY)
    on.desk.services.contacts.entitle(right)
    on.desk.settle()
    on.desk.settle()
    assert "Nu" in on.says("rightList").splitlines()


def test_a_room_that_was_left_meanwhile_turns_no_page(on: Open) -> None:
    on.page.open_contact(BO.id)
    on.page.go(Way(Room.OVERVIEW))
    on.desk.settle()
    on.desk.settle()
    assert on.page._here == Way(Room.OVERVIEW)


def test_what_was_done_to_a_role_is_told_and_nothing_when_nothing_was(on: Open) -> None:
    give_role(on, starts_on=date(2024, 1, 1))
    told: list[str] = []
    on.page.message.connect(lambda sentence, _tone, _undoable: told.append(sentence))
    on.press("roleChange")
    on.press("roleAccept")
    assert told == []
    on.press("roleEnd")
    on.press("roleAccept")
    assert told == ["Uppdraget är ändrat för Anna Öst."]

"""The page around the agenda: list, head, details, participants, new meeting, history and empty views."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import MeetingState, SecrecyMarking
from desktop.views.meetings.meeting_tabs import Tab
from tests.views.meetings.conftest import Hands, press, type_text


def replace_text(hands: Hands, name: str, text: str) -> None:
    """Type a field of the meeting's own data anew and leave it."""
    hands.page.view.show_tab(Tab.DETAILS)
    field = hands.field(name)
    field.selectAll()
    type_text(field, text)
    hands.page.flush()
    hands.settle()


def problem(hands: Hands, name: str) -> str:
    return hands.field(name).accessibleDescription()


def test_an_empty_register_offers_the_first_steps(hands: Hands) -> None:
    asked: list[bool] = []
    hands.page.import_asked.connect(lambda: asked.append(True))
    assert hands.find(QWidget, "noMeetings").isVisible()
    hands.find(QPushButton, "openInvitation").click()
    assert asked == [True]
    hands.find(QPushButton, "firstMeeting").click()
    assert hands.page.form.isVisible()


def test_coming_meetings_stand_before_past_ones(hands: Hands) -> None:
    hands.meeting(title="Senare", day=15)
    hands.meeting(title="Först", day=2)
    key = hands.meeting(title="Varit")
    past = datetime(2026, 9, 1, 12, tzinfo=UTC)
    hands.services.meetings.change(key, starts_at=past, ends_at=past.replace(hour=13))
    hands.settle()
    model = hands.page.list.meetings
    assert [model.index(row).data() for row in range(5)] == ["Kommande", "Först", "Senare", "Tidigare", "Varit"]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Först, Taktisk, ons 2")
    assert "13.00–14.30" in spoken
    assert hands.page.list.current is not None


def test_the_list_can_be_of_one_forum(hands: Hands) -> None:
    hands.meeting(title="Taktiskt")
    strategic = hands.meeting(title="Strategiskt", level=Level.STRATEGIC, day=3)
    hands.settle()
    hands.page.show_forum(Forum.STRATEGIC)
    hands.settle()
    assert [row.title for row in hands.page.list.meetings.rows] == ["Strategiskt"]
    assert hands.page.view.meeting_id == strategic
    hands.page.show_forum(Forum.OPERATIONAL)
    hands.settle()
    assert not hands.page.view.isVisible()
    hands.page.show_forum(None)
    hands.settle()
    assert len(hands.page.list.meetings.rows) == 2
    assert hands.page.view.isVisible()


def test_the_head_says_when_where_and_who_convenes(hands: Hands) -> None:
    key = hands.open()
    subtitle = hands.page.view.findChild(QLabel, "pageSubtitle").text().replace("\u00a0", " ")
    assert subtitle == "tis 1 december 2026 13.00–14.30 · Microsoft Teams-möte · SSC kallar"
    asked: list[DocumentRequest] = []
    hands.page.document_asked.connect(asked.append)
    for name in ("previewAgenda", "exportAgenda", "sendAgenda"):
        hands.choose(name)
    press(hands.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    ways = (WayOut.PREVIEW, WayOut.SAVE, WayOut.MAIL, WayOut.PREVIEW)
    assert asked == [DocumentRequest(paper=Paper.AGENDA, meeting_id=key, way=way) for way in ways]


def test_a_cancelled_meeting_says_so_in_its_head(hands: Hands) -> None:
    key = hands.open()
    hands.services.meetings.change(key, state=MeetingState.CANCELLED)
    hands.settle()
    assert hands.page.view.findChild(QLabel, "pageSubtitle").text().startswith("Inställt · ")


def test_the_invitation_is_shown_as_soon_as_it_has_been_read(hands: Hands) -> None:
    key = hands.open()
    hands.page.show_invitation()
    assert hands.page.view.agenda.isVisible(), "nothing was received yet"
    hands.services.meetings.change(key, invitation="Välkomna till mötet")
    hands.settle()
    assert hands.page.view.invitation.isVisible()


def test_asking_for_a_document_saves_first(hands: Hands) -> None:
    key = hands.open("Ett")
    type_text(hands.text("itemOutcome"), "Beslut")
    outcomes: list[str] = []

    def read(asked: object) -> None:
        hands.tasks.run(
            lambda: hands.services.agendas.get(key), hands.page, lambda items: outcomes.append(items[0].wanted_outcome)
        )

    hands.page.document_asked.connect(read)
    hands.choose("previewAgenda")
    hands.settle()
    assert outcomes == ["Beslut"]


def test_details_are_typed_freely_and_saved(hands: Hands) -> None:
    key = hands.open()
    replace_text(hands, "meeting-title", "Möte om löner på Åland")
    replace_text(hands, "meeting-day", "15/12/2026")
    replace_text(hands, "meeting-ends", "16")
    replace_text(hands, "meeting-starts", "1500")
    replace_text(hands, "meeting-own_registry_number", "EXM 2026/118")
    meeting = hands.services.meetings.get(key).meeting
    assert meeting.title == "Möte om löner på Åland"
    assert meeting.day == date(2026, 12, 15)
    assert (meeting.starts_at, meeting.ends_at) == (
        datetime(2026, 12, 15, 14, tzinfo=UTC),
        datetime(2026, 12, 15, 15, tzinfo=UTC),
    )
    assert meeting.own_registry_number == "EXM 2026/118"
    assert hands.page.view.findChild(QLabel, "pageTitle").text() == "Möte om löner på Åland"
    assert hands.field("meeting-day").text() == "2026-12-15"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("meeting-title", " ", "rubrik"),
        ("meeting-day", "snart", "inte ett datum"),
        ("meeting-starts", "25", "inte ett klockslag"),
        ("meeting-ends", "12.30", "slutar innan"),
        ("meeting-ssc_registry_number", "9" * 41, "högst 40"),
    ],
)
def test_what_cannot_be_saved_is_said_beside_the_field_and_stays(
    hands: Hands, name: str, text: str, words: str
) -> None:
    key = hands.open()
    before = hands.services.meetings.get(key)
    replace_text(hands, name, text)
    assert words in problem(hands, name)
    assert hands.field(name).text() == text
    assert hands.services.meetings.get(key) == before
    other = hands.meeting(title="Ett annat", day=9)
    hands.page.open_meeting(other)
    hands.settle()
    assert hands.field(name).text() != text
    hands.page.open_meeting(key)
    hands.settle()
    assert hands.field(name).text() == text, "what could not be saved returns with its meeting"


def test_a_secrecy_marking_is_whole_or_none(hands: Hands) -> None:
    key = hands.open()
    replace_text(hands, "meeting-provision", "18 kap. 8 § OSL")
    assert problem(hands, "meeting-marked_on")
    assert problem(hands, "meeting-authority")
    assert hands.services.meetings.get(key).meeting.secrecy is None
    replace_text(hands, "meeting-marked_on", "2026-11-20")
    replace_text(hands, "meeting-authority", "Exempelmyndigheten")
    assert hands.services.meetings.get(key).meeting.secrecy == SecrecyMarking(
        provision="18 kap. 8 § OSL", marked_on=date(2026, 11, 20), authority="Exempelmyndigheten"
    )
    assert problem(hands, "meeting-marked_on") == ""


def test_a_new_meeting_is_made_and_opened(hands: Hands) -> None:
    hands.page.new_meeting()
    form = hands.page.form
    title = hands.field("newMeeting-title")
    assert title.text() == "Taktiskt samverkansmöte"
    form._forum.setCurrentIndex(form._forums.index(Forum.STRATEGIC))
    assert title.text() == "Strategiskt samverkansmöte"
    make = hands.find(QPushButton, "newMeetingMake")
    make.click()
    assert problem(hands, "newMeeting-day")
    assert hands.field("newMeeting-day").hasFocus()
    for name, text in (("day", "3/2/2027"), ("starts", "9"), ("ends", "10.30"), ("place", "Gävle")):
        type_text(hands.field(f"newMeeting-{name}"), text)
    make.click()
    hands.settle()
    (row,) = hands.services.meetings.rows()
    assert (row.title, row.level, row.day, row.minutes) == (
        "Strategiskt samverkansmöte", Level.STRATEGIC, date(2027, 2, 3), 90,
    )  # fmt: skip
    assert hands.page.view.meeting_id == row.id
    assert hands.page.view.isVisible()
    assert hands.messages[-1] == ("”Strategiskt samverkansmöte” är upplagt.", "good", True)


def test_a_form_that_was_left_still_has_what_was_typed(hands: Hands) -> None:
    hands.open()
    hands.page.new_meeting()
    type_text(hands.field("newMeeting-place"), "Östersund")
    press(hands.field("newMeeting-place"), Qt.Key.Key_Escape)
    assert hands.page.view.isVisible()
    hands.page.new_meeting()
    assert hands.field("newMeeting-place").text() == "Östersund"


def test_a_removed_meeting_makes_room_for_the_next(hands: Hands) -> None:
    first = hands.open()
    second = hands.meeting(title="Nästa", day=9)
    hands.services.meetings.remove(first)
    hands.settle()
    assert hands.page.view.meeting_id == second
    hands.services.meetings.remove(second)
    hands.settle()
    assert hands.find(QWidget, "noMeetings").isVisible()


def test_a_meeting_is_removed_and_comes_back(hands: Hands) -> None:
    first = hands.open("Ett")
    second = hands.meeting(title="Nästa", day=9)
    hands.settle()
    view = hands.page.view
    view.show_tab(Tab.DETAILS)
    field = hands.field("meeting-title")
    field.selectAll()
    type_text(field, "Övning")
    hands.find(QPushButton, "meetingRemove").click()
    assert not view.isVisible(), "gone at once"
    hands.settle()
    assert view.meeting_id == second
    assert view.agenda.isVisible(), "the next meeting's removal is not under the pointer"
    assert [row.id for row in hands.page.list.meetings.rows] == [second]
    assert hands.messages[-1] == ("”Övning” är borttaget.", "info", True)
    hands.undo()
    assert view.meeting_id == first
    assert hands.page.list.current == first
    assert hands.titles() == ["Ett"]
    assert hands.services.meetings.get(first).meeting.title == "Övning", "what was typed last was saved before"


def test_the_last_meeting_is_removed_and_the_empty_page_says_so(hands: Hands) -> None:
    hands.open("Ett")
    hands.page.view.show_tab(Tab.DETAILS)
    hands.find(QPushButton, "meetingRemove").click()
    hands.settle()
    assert hands.find(QWidget, "noMeetings").isVisible()
    hands.undo()
    assert hands.page.view.isVisible()
    assert hands.titles() == ["Ett"]


def test_only_the_agenda_is_built_before_it_is_looked_at(hands: Hands) -> None:
    hands.open("Ett")
    names = ("participantsTab", "invitationTab", "detailsTab", "historyTab", "newMeeting", "noMeetings")
    there = [name for name in names[:-1] if hands.page.findChild(QWidget, name) is not None]
    assert there == []
    assert hands.page.view.tabs.title(Tab.PARTICIPANTS) == "Deltagare 0"
    hands.services.participants.add_guest(hands.page.view.meeting_id, "Åsa Öberg", "", None)
    hands.settle()
    assert hands.page.view.tabs.title(Tab.PARTICIPANTS) == "Deltagare 1"
    hands.page.view.show_tab(Tab.PARTICIPANTS)
    assert hands.page.findChild(QWidget, "participantsTab").isVisible()
    assert hands.page.view.participants.model.rowCount() == 1
    hands.page.view.show_tab(Tab.AGENDA)
    assert hands.page.view.agenda.isVisible()


def test_history_is_told_in_words_without_what_is_private(hands: Hands) -> None:
    key = hands.open("Ett")
    item = hands.stored()[0]
    hands.services.agendas.change(item.id, title="Avgifter 2027", minutes=20, group=new_id())
    hands.services.agendas.prepare(item.id, "Sagt mellan oss")
    hands.settle()
    hands.page.view.show_tab(Tab.HISTORY)
    hands.settle()
    rows = [row.cells[1:] for row in hands.page.view.history.model.rows]
    assert ("provaren", "Ändra punkt ”Ett”", "Rubrik", "Ett", "Avgifter 2027") in rows
    assert ("provaren", "Ändra punkt ”Ett”", "Minuter", "10", "20") in rows
    assert ("provaren", "Lägg upp möte ”Taktiskt möte”", "Tillkom", "", "Taktiskt möte") in rows
    assert not any("Sagt mellan oss" in cell for row in rows for cell in row)
    assert hands.page.view.meeting_id == key


def test_a_narrow_page_has_a_narrow_list(hands: Hands) -> None:
    hands.open()
    roomy = hands.page.list.width()
    hands.page.resize(828, 600)
    hands.settle()
    assert hands.page.list.width() < 70 < roomy
    assert hands.page.width() == 828


def test_a_meeting_that_is_opened_comes_in_front_of_the_form_for_a_new_one(hands: Hands) -> None:
    key = hands.open("Avgifter")
    hands.page.new_meeting()
    assert hands.page.form.isVisible()
    hands.page.open_meeting(key)
    hands.settle()
    assert hands.page.view.isVisible()
    assert not hands.page.form.isVisible()

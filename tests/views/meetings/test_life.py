"""The life of a meeting on screen: the strip, the next step, and what opens in place (R5)."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.domain.level import Party
from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.domain.meetings.life import STEPS
from desktop.domain.meetings.meeting import MeetingState, MeetingStep
from desktop.views.meetings.meeting_tabs import Tab
from tests.views.meetings.conftest import BEFORE, Hands, press, type_text

TODAY = BEFORE.date()
PLANNED, CONVENED, AGENDA, HELD, AWAITED, RECEIVED, CHECKED = STEPS


def steps(hands: Hands) -> dict[MeetingState, MeetingStep]:
    key = hands.page.view.meeting_id
    assert key is not None
    return {step.state: step for step in hands.services.meetings.get(key).steps}


def open_past(hands: Hands, *titles: str) -> None:
    """A meeting that was held in October, two weeks ago by the page's clock."""
    key = hands.open(*titles)
    starts = datetime(2026, 10, 18, 11, tzinfo=UTC)
    hands.services.meetings.change(key, starts_at=starts, ends_at=starts.replace(hour=12))
    hands.settle()


def next_button(hands: Hands) -> QPushButton:
    return hands.page.view.findChild(QPushButton, "nextStep")


def step_button(hands: Hands, state: MeetingState) -> QPushButton:
    return hands.page.view.findChild(QPushButton, f"step-{state}")


def turn(hands: Hands) -> str:
    return hands.page.view.life.strip.turn.replace("\u00a0", " ")


def test_one_click_takes_the_next_step_and_undo_takes_it_back(hands: Hands) -> None:
    hands.open()
    button = next_button(hands)
    assert button.text() == "Kallelsen är mottagen"
    button.click()
    hands.settle()
    assert (steps(hands)[CONVENED].taken_on, steps(hands)[CONVENED].party) == (TODAY, Party.SSC)
    assert hands.messages[-1] == ("Kallat 1\u00a0november\u00a02026.", "good", True)
    assert button.text() == "Dagordningen är mottagen"
    assert turn(hands) == "Väntar på Statens servicecenter sedan i dag"
    hands.undo()
    assert button.text() == "Kallelsen är mottagen"
    assert CONVENED not in steps(hands)


def test_the_whole_life_with_ssc_writing(hands: Hands) -> None:
    open_past(hands)
    key, view, said = hands.page.view.meeting_id, hands.page.view, []
    for state in STEPS[STEPS.index(HELD) :]:
        said.append((next_button(hands).text(), turn(hands)))
        view.show_tab(Tab.AGENDA)
        next_button(hands).click()
        hands.settle()
        assert view.tabs.current is Tab.AFTER, "where the work is done"
        if state not in steps(hands):
            hands.services.lives.take(key, state, TODAY)
            hands.settle()
    assert said == [
        ("Mötet är hållet", "Mötet var för 14 dagar sedan"),
        ("Avsluta mötet", "Vår tur sedan 18 oktober"),
        ("Anteckningarna är mottagna", "Väntar på Statens servicecenter i 14 dagar"),
        ("Granska anteckningarna", "Vår tur sedan i dag"),
    ]
    assert steps(hands)[HELD].taken_on == date(2026, 10, 18)
    assert not next_button(hands).isVisible(), "the life is over"
    assert turn(hands) == "Klart, anteckningarna är granskade"


def test_what_we_do_ourselves_is_said_so(hands: Hands) -> None:
    key = hands.open()
    hands.services.meetings.change(key, convener=Party.AGENCY, notes_by=Party.AGENCY)
    hands.settle()
    asked: list[tuple[object, object]] = []
    mailed: list[DocumentRequest] = []
    hands.page.calendar_asked.connect(lambda *told: asked.append(told))
    hands.page.document_asked.connect(mailed.append)
    assert next_button(hands).text() == "Gör kallelse"
    next_button(hands).click()
    assert asked == [(key, CalendarKind.INVITATION)]
    hands.services.lives.take(key, CONVENED, TODAY)
    hands.settle()
    assert next_button(hands).text() == "Skicka dagordning"
    next_button(hands).click()
    assert mailed == [DocumentRequest(paper=Paper.AGENDA, meeting_id=key, way=WayOut.MAIL)]
    assert hands.find(QWidget, "stepEditor").isVisible(), "whether it was sent is asked for"
    press(hands.field("stepDay"), Qt.Key.Key_Return)
    hands.settle()
    assert (steps(hands)[AGENDA].taken_on, steps(hands)[AGENDA].party) == (TODAY, Party.AGENCY)
    assert next_button(hands).text() == "Förbered mötet"
    assert turn(hands) == "Mötet är om 30 dagar"


def test_a_step_opens_in_place_and_keeps_day_party_and_note(hands: Hands) -> None:
    hands.open()
    press(step_button(hands, CONVENED), Qt.Key.Key_Return)
    editor = hands.find(QWidget, "stepEditor")
    assert editor.isVisible()
    assert not editor.isWindow()
    day = hands.field("stepDay")
    assert day.hasFocus()
    day.selectAll()
    type_text(day, "28/10")
    type_text(hands.field("stepNote"), "Per ringde")
    press(hands.field("stepNote"), Qt.Key.Key_Return)
    hands.settle()
    taken = steps(hands)[CONVENED]
    assert (taken.taken_on, taken.party, taken.note) == (date(2026, 10, 28), Party.SSC, "Per ringde")
    assert not editor.isVisible()
    button = step_button(hands, CONVENED)
    assert button.hasFocus()
    assert "28 oktober 2026, Statens servicecenter" in button.accessibleName().replace("\u00a0", " ")
    assert "Per ringde" in button.accessibleName()
    button.click()
    hands.find(QPushButton, "stepBack").click()
    hands.settle()
    assert CONVENED not in steps(hands)


def test_nonsense_is_refused_in_words_and_stays_to_be_mended(hands: Hands) -> None:
    hands.open()
    step_button(hands, HELD).click()
    hands.find(QPushButton, "stepKeep").click()
    hands.settle()
    sentence, tone, undoable = hands.messages[-1]
    assert "har inte varit än" in sentence
    assert (tone, undoable) == ("danger", False)
    assert hands.find(QWidget, "stepEditor").isVisible()
    day = hands.field("stepDay")
    day.selectAll()
    type_text(day, "snart")
    hands.find(QPushButton, "stepKeep").click()
    assert "inte ett datum" in day.accessibleDescription()
    press(day, Qt.Key.Key_Escape)
    assert not hands.find(QWidget, "stepEditor").isVisible()
    assert list(steps(hands)) == [PLANNED]


def test_a_meeting_is_cancelled_with_its_reason_and_taken_up_again(hands: Hands) -> None:
    hands.open()
    hands.choose("cancelMeeting")
    note = hands.find(QLineEdit, "stepNote")
    assert note.hasFocus()
    type_text(note, "Föredraganden är sjuk")
    press(note, Qt.Key.Key_Return)
    hands.settle()
    assert steps(hands)[MeetingState.CANCELLED].note == "Föredraganden är sjuk"
    assert turn(hands) == "Inställt 1 november: Föredraganden är sjuk"
    assert hands.messages[-1] == ("Mötet är inställt.", "good", True)
    assert not next_button(hands).isVisible()
    visible = {name: hands.page.findChild(QAction, name).isVisible() for name in ("cancelMeeting", "resumeMeeting")}
    assert visible == {"cancelMeeting": False, "resumeMeeting": True}
    step_button(hands, CONVENED).click()
    assert "inställt" in hands.messages[-1][0]
    hands.choose("resumeMeeting")
    hands.settle()
    assert next_button(hands).text() == "Kallelsen är mottagen"
    hands.undo()
    assert turn(hands).startswith("Inställt")


def test_the_strip_is_read_and_walked_by_keyboard(hands: Hands) -> None:
    hands.open()
    hands.settle()
    strip = hands.page.view.life.strip
    assert strip.height() <= 30
    spoken = [step_button(hands, state).accessibleName() for state in STEPS]
    assert spoken[0].startswith("Planerat, ")
    assert spoken[0].endswith("hit har mötet kommit")
    assert spoken[1] == "Kallat, inte än, Statens servicecenter, nästa steg"
    assert spoken[5] == "Anteckningar mottagna, inte än, Statens servicecenter"
    step_button(hands, CONVENED).setFocus(Qt.FocusReason.TabFocusReason)
    press(step_button(hands, CONVENED), Qt.Key.Key_Right)
    assert step_button(hands, AGENDA).hasFocus()
    press(step_button(hands, AGENDA), Qt.Key.Key_Left)
    press(step_button(hands, CONVENED), Qt.Key.Key_Left)
    press(step_button(hands, PLANNED), Qt.Key.Key_Left)
    assert step_button(hands, PLANNED).hasFocus(), "the first stays the first"


@pytest.mark.parametrize("width", [828, 1084, 1500])
def test_the_strip_says_what_there_is_room_for(hands: Hands, width: int) -> None:
    hands.open()
    next_button(hands).click()
    hands.settle()
    hands.page.resize(width, 600)
    hands.settle()
    strip = hands.page.view.life.strip
    shown = [step_button(hands, state) for state in STEPS]
    assert strip.width() <= width
    for button in shown:
        assert button.width() >= button.sizeHint().width(), "no word is cut"
        assert strip.rect().contains(button.geometry())
    label = hands.page.view.findChild(QWidget, "lifeTurn")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    assert "Kallat" in step_button(hands, CONVENED).text()


def test_what_opens_covers_and_moves_nothing(hands: Hands) -> None:
    hands.open("Ett")
    view = hands.page.view
    before = view.tabs.geometry()
    hands.choose("calendarMenu")
    panel = hands.find(QWidget, "calendarFiles")
    assert panel.isVisible()
    assert view.tabs.geometry() == before
    assert panel.mapTo(view, QPoint()).y() >= view.life.geometry().bottom()
    assert hands.find(QPushButton, "calendar-entry").hasFocus()
    asked: list[tuple[object, object]] = []
    hands.page.calendar_asked.connect(lambda *told: asked.append(told))
    hands.find(QPushButton, "calendar-cancellation").click()
    assert asked == [(view.meeting_id, CalendarKind.CANCELLATION)]
    assert not panel.isVisible()


def test_another_meeting_closes_what_was_open(hands: Hands) -> None:
    hands.open("Ett")
    other = hands.meeting(title="Nästa", day=9)
    hands.choose("cancelMeeting")
    hands.page.open_meeting(other)
    hands.settle()
    assert not hands.find(QWidget, "stepEditor").isVisible()


def test_moving_leads_to_the_day(hands: Hands) -> None:
    hands.open("Ett")
    hands.choose("moveMeeting")
    assert hands.page.view.tabs.current is Tab.DETAILS
    assert hands.field("meeting-day").hasFocus()


def test_who_convenes_and_who_writes_is_chosen_for_the_meeting(hands: Hands) -> None:
    key = hands.open()
    hands.page.view.show_tab(Tab.DETAILS)
    for name in ("meetingConvener", "meetingNotesBy"):
        combo = hands.find(QComboBox, name)
        assert combo.currentText() == "SSC"
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
    assert next_button(hands).text() == "Gör kallelse", "at once, before it is stored"
    hands.settle()
    meeting = hands.services.meetings.get(key).meeting
    assert (meeting.convener, meeting.notes_by) == (Party.AGENCY, Party.AGENCY)
    assert step_button(hands, RECEIVED).accessibleName() == "Anteckningar skickade, inte än, Vi"
    hands.undo()
    assert hands.find(QComboBox, "meetingNotesBy").currentText() == "SSC"


def test_a_day_off_is_named_beside_the_day(hands: Hands) -> None:
    hands.open()
    hands.choose("moveMeeting")
    day = hands.field("meeting-day")
    day.selectAll()
    type_text(day, "2026-12-24")
    remark = hands.find(QLabel, "meeting-dayRemark")
    assert remark.isVisible()
    assert remark.text() == "Julafton, då de flesta myndigheter har stängt."
    day.selectAll()
    type_text(day, "2026-12-03")
    assert not remark.isVisible()
    hands.page.new_meeting()
    type_text(hands.field("newMeeting-day"), "2026-12-26")
    assert hands.find(QLabel, "newMeeting-dayRemark").text() == "Annandag jul är en helgdag."


def test_a_long_reason_is_shortened_on_screen_and_whole_to_a_screen_reader(hands: Hands) -> None:
    key = hands.open()
    reason = "Föredraganden är sjuk och ersättaren är på kurs hela veckan " * 4
    hands.services.lives.cancel(key, reason.strip(), TODAY)
    hands.settle()
    label = hands.page.view.findChild(QLabel, "lifeTurn")
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    assert turn(hands).endswith(reason.strip())
    assert label.toolTip() == label.accessibleName()

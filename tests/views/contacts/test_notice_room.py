"""A notice on screen: written in, copied, planned, announced and opened again (R18)."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact_notice import NoticeChannel, NoticeState
from desktop.domain.dates import today
from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.views.contacts.change.notice_room import NoticeRoom
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from tests.views.registers import Desk, shown

DAY = today()


class Shown:
    """The room, and short ways to what is in it."""

    def __init__(self, page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
        self.page, self.desk, self.qtbot = page, desk, qtbot
        self.told: list[tuple[str, str, bool]] = []
        page.message.connect(lambda *said: self.told.append(said))
        self.notices = desk.services.contact_notices
        self.key = self.notices.make("Erik Sund slutar", DAY, body="Erik slutar.")
        self.open()

    def open(self) -> None:
        self.page.open_notice(self.key)
        self.desk.settle()

    @property
    def room(self) -> NoticeRoom:
        found = self.page.findChild(NoticeRoom)
        assert found is not None
        return found

    def find(self, kind: type, name: str):  # whatever is asked for
        found = self.room.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        button = self.find(QPushButton, name)
        assert button.isVisible(), name
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.desk.settle()

    def state(self) -> str:
        return self.find(QLabel, "noticeState").text()


def meeting(desk: Desk, days: int) -> Meeting:
    starts = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC).timestamp() + days * 86400
    made = Meeting(
        id=new_id(),
        title="Taktiskt samverkansmöte",
        level=Level.TACTICAL,
        starts_at=datetime.fromtimestamp(starts, UTC),
        ends_at=datetime.fromtimestamp(starts + 3600, UTC),
    )
    desk.services.meetings.create(made)
    return made


@pytest.fixture
def notice(desk: Desk, database: Database, qtbot: QtBot) -> Shown:
    page = ContactsPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, page.refresh)
    return Shown(shown(qtbot, page), desk, qtbot)


def test_the_text_is_saved_as_it_is_typed_and_copied_whole(notice: Shown, qtbot: QtBot) -> None:
    body = notice.find(QPlainTextEdit, "noticeBody")
    body.setFocus()
    qtbot.keyClicks(body, "Nu: ")
    notice.press("noticeCopy")
    assert QGuiApplication.clipboard().text() == "Erik Sund slutar\n\nNu: Erik slutar."
    assert notice.notices.get(notice.key).notice.body == "Nu: Erik slutar."


def test_an_emptied_heading_is_not_taken_and_is_not_lost(notice: Shown, qtbot: QtBot) -> None:
    title = notice.find(QLineEdit, "noticeTitle")
    title.setFocus()
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Backspace)
    notice.page.flush()
    notice.desk.settle()
    assert notice.notices.get(notice.key).notice.title == "Erik Sund slutar"
    assert notice.told == []


def test_it_is_announced_on_the_customer_web_and_can_be_undone(notice: Shown, qtbot: QtBot) -> None:
    assert notice.state() == "Ej meddelad"
    day = notice.find(QLineEdit, "noticeDay")
    assert day.text() == DAY.isoformat()
    qtbot.keyClicks(notice.find(QLineEdit, "noticeReference"), "KW-77")
    notice.press("noticeToldOnWeb")
    told = notice.notices.get(notice.key).notice
    assert (told.channel, told.announced_on, told.reference) == (NoticeChannel.CUSTOMER_WEB, DAY, "KW-77")
    assert notice.state().startswith("Meddelad")
    assert notice.told[-1][1:] == ("good", True)
    assert notice.find(QLabel, "noticeReceipt").text() == "KW-77"
    assert notice.find(QPlainTextEdit, "noticeBody").isReadOnly()
    notice.desk.history.undo()
    notice.desk.settle()
    assert notice.state() == "Ej meddelad"
    assert not notice.find(QPlainTextEdit, "noticeBody").isReadOnly()


def test_it_is_opened_again(notice: Shown) -> None:
    notice.press("noticeToldOnWeb")
    notice.press("noticeReopen")
    assert notice.state() == "Ej meddelad"
    assert notice.notices.get(notice.key).notice.is_open


@pytest.mark.parametrize(("typed", "words"), [("", "Skriv dagen"), ("snart", "inte ett datum")])
def test_a_day_is_needed_and_asked_for_where_it_is_missing(notice: Shown, qtbot: QtBot, typed: str, words: str) -> None:
    day = notice.find(QLineEdit, "noticeDay")
    day.clear()
    qtbot.keyClicks(day, typed)
    notice.press("noticeToldOnWeb")
    assert words in day.accessibleDescription()
    assert notice.notices.get(notice.key).notice.is_open


def test_it_is_taken_up_at_a_coming_meeting(notice: Shown, desk: Desk) -> None:
    assert notice.find(QLabel, "noticeNoMeeting").isVisible()
    coming = meeting(desk, 7)
    desk.settle()
    notice.press("noticeTakeUp")
    assert notice.notices.get(notice.key).state is NoticeState.PLANNED
    assert notice.state().startswith("Tas upp")
    assert len(desk.services.agendas.get(coming.id)) == 1
    assert not notice.find(QPushButton, "noticeTakeUp").isEnabled(), "it is there already"
    with notice.qtbot.waitSignal(notice.page.meeting_opened, timeout=500) as opened:
        notice.press("noticeToMeeting")
    assert opened.args == [coming.id]


def test_a_meeting_that_has_been_announced_it(notice: Shown, desk: Desk) -> None:
    past = meeting(desk, -3)
    desk.settle()
    assert notice.find(QComboBox, "noticeMeeting").count() == 1
    assert notice.find(QPushButton, "noticeTakeUp").text() == "Markera som meddelad på mötet"
    notice.press("noticeTakeUp")
    told = notice.notices.get(notice.key).notice
    assert (told.channel, told.meeting_id, told.announced_on) == (NoticeChannel.FORUM, past.id, past.day)


def test_when_the_planned_meeting_has_been_one_press_says_that_it_was_taken_up(
    desk: Desk, database: Database, qtbot: QtBot
) -> None:
    coming = meeting(desk, 2)
    page = ContactsPage(desk.tasks, desk.services, now=lambda: coming.day)
    desk.refresh_on_news(database, page.refresh)
    later = Shown(shown(qtbot, page), desk, qtbot)
    later.notices.plan(later.key, coming.id)
    been = {name: getattr(coming, name).replace(year=2020) for name in ("starts_at", "ends_at")}
    desk.services.meetings.change(coming.id, **been)
    desk.settle()
    assert later.find(QWidget, "noticePassed").isVisible()
    assert later.find(QLabel, "noticeQuestion").text().startswith("Togs upp på mötet")
    later.press("noticeWasTakenUp")
    assert later.notices.get(later.key).state is NoticeState.ANNOUNCED


def test_a_notice_made_by_mistake_is_removed_and_the_room_left(notice: Shown) -> None:
    notice.find(QAction, "noticeRemove").trigger()
    notice.desk.settle()
    assert notice.notices.all() == ()
    assert not notice.room.isVisible()
    notice.desk.history.undo()
    assert len(notice.notices.all()) == 1


def test_a_notice_that_is_gone_says_so_and_leads_back(notice: Shown) -> None:
    notice.page.go(Way(Room.NOTICE, new_id()))
    notice.desk.settle()
    assert "finns inte längre" in notice.told[-1][0]


@pytest.mark.parametrize(("button", "kind"), [("noticePdf", FinishedDocument), ("noticeMail", MailDraft)])
def test_it_leaves_as_document_and_as_mail_draft(notice: Shown, desk: Desk, button: str, kind: type) -> None:
    desk.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    with notice.qtbot.waitSignal(notice.page.handed_out, timeout=500) as out:
        notice.press(button)
    assert out.args is not None
    assert isinstance(out.args[0](), kind)


def test_a_way_to_send_needs_one_hook(notice: Shown) -> None:
    sent: list[str] = []
    assert notice.find(QLabel, "noticeByHand").isVisible()
    notice.room.announcing.offer("Skicka till Kundwebben", "noticeSend", lambda: sent.append("skickad"))
    notice.desk.settle()
    notice.press("noticeSend")
    assert sent == ["skickad"]
    assert not notice.find(QLabel, "noticeByHand").isVisible()

"""The tab after a meeting: items answered for, carried on, notes finalised and opened again, all by keyboard too."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.views.meetings.after.after_tab import AfterTab
from desktop.views.meetings.after.closing_row import ClosingRow
from desktop.views.meetings.meeting_tabs import Tab

from .conftest import Hands, press, type_text

DEALT, DEFERRED, STRUCK, OPEN = ItemState.DEALT_WITH, ItemState.DEFERRED, ItemState.STRUCK, ItemState.OPEN


class After:
    """The tab of a meeting that has been, with short ways to use it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def open(self, *titles: str, year: int = 2025, title: str = "Taktiskt möte", **more: object) -> UUID:
        key = self.meeting(*titles, year=year, title=title, **more)
        self.hands.page.open_meeting(key)
        self.hands.settle()
        self.hands.page.view.show_tab(Tab.AFTER)
        self.hands.settle()
        return key

    def meeting(self, *titles: str, year: int = 2025, month: int = 3, title: str = "", **more: object) -> UUID:
        starts = datetime(year, month, 4, 12, tzinfo=UTC)
        made = Meeting(
            id=new_id(), title=title, level=Level.TACTICAL, starts_at=starts, ends_at=starts.replace(hour=13), **more
        )
        self.hands.services.meetings.create(made)
        for item in titles:
            self.hands.services.agendas.add(made.id, item)
        return made.id

    @property
    def tab(self) -> AfterTab:
        tab = self.hands.page.view.tabs.widget(Tab.AFTER)
        assert isinstance(tab, AfterTab)
        return tab

    @property
    def rows(self) -> list[ClosingRow]:
        return sorted(self.tab.findChildren(ClosingRow), key=lambda row: row.y())

    def button(self, name: str, inside: QWidget | None = None) -> QPushButton:
        (found,) = [one for one in (inside or self.tab).findChildren(QPushButton, name) if one.isVisible()]
        return found

    def offered(self, name: str) -> bool:
        return any(one.isVisible() for one in self.tab.findChildren(QPushButton, name))

    def press(self, name: str, inside: QWidget | None = None) -> None:
        button = self.button(name, inside)
        button.setFocus()
        press(button, Qt.Key.Key_Return)
        self.hands.settle()

    def key(self, key: Qt.Key) -> None:
        press(QApplication.focusWidget(), key)
        self.hands.settle()

    def words(self, name: str) -> str:
        return " / ".join(one.text() for one in self.tab.findChildren(QLabel, name) if one.isVisible())

    def outcomes(self) -> list[ItemState]:
        key = self.hands.page.view.meeting_id
        assert key is not None
        return [item.state for item in self.hands.services.agendas.get(key)]

    def close(self, *titles: str, **more: object) -> UUID:
        """A closed meeting, on screen."""
        key = self.open(*titles, **more)
        for item in self.hands.services.agendas.get(key):
            self.hands.services.closings.settle(item.id, DEALT)
        self.hands.settle()
        self.press("closeMeeting")
        return key


@pytest.fixture
def after(hands: Hands) -> Iterator[After]:
    return After(hands)


def test_a_meeting_is_closed_with_letters_and_enter(after: After) -> None:
    key = after.open("Ett", "Två", "Tre")
    assert after.words("closingProgress") == "3 av 3 punkter kvar"
    assert not after.button("closeMeeting").isEnabled()
    after.rows[0].setFocus()
    for letter in (Qt.Key.Key_B, Qt.Key.Key_O, Qt.Key.Key_S):
        after.key(letter)
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert after.outcomes() == [DEALT, DEFERRED, STRUCK]
    assert after.words("closingProgress") == "Alla 3 punkter har ett utfall"
    assert after.words("closingCount") == "Bordlagd en gång"
    after.press("closeMeeting")
    assert after.hands.services.meetings.get(key).meeting.state is MeetingState.NOTES_AWAITED
    assert not after.offered("closeMeeting")
    assert after.hands.messages[-1] == ("Mötet är avslutat.", "good", True)
    after.press("reopenMeeting")
    assert after.offered("closeMeeting")


def test_an_outcome_is_changed_and_taken_back(after: After) -> None:
    after.open("Ett")
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_S)
    assert after.outcomes() == [STRUCK]
    after.key(Qt.Key.Key_B)
    assert after.outcomes() == [DEALT]
    after.hands.undo()
    assert after.rows[0].outcome.value is STRUCK
    after.hands.undo()
    assert after.rows[0].outcome.value is None


def test_a_deferred_item_is_moved_and_the_next_takes_the_focus(after: After) -> None:
    later = after.meeting(month=4, title="Nästa")
    key = after.open("Ett", "Två")
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_O)
    after.press("carryMove", after.rows[0])
    assert [item.title for item in after.hands.services.agendas.get(later)] == ["Ett"]
    assert [item.title for item in after.hands.services.agendas.get(key)] == ["Två"]
    assert len(after.rows) == 1
    assert after.rows[0].isAncestorOf(QApplication.focusWidget())
    assert after.hands.messages[-1] == ("”Ett” är flyttad till Nästa, 4\u00a0april\u00a02025.", "good", True)
    after.hands.undo()
    assert [row.outcome.value for row in after.rows] == [DEFERRED, None]


def test_a_deferred_item_is_copied_to_the_chosen_meeting(after: After) -> None:
    after.meeting(month=4, title="Nästa")
    chosen = after.meeting(month=5, title="Den efter")
    after.open("Ett")
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_O)
    (target,) = after.rows[0].findChildren(QComboBox, "carryTarget")
    assert [target.itemText(place) for place in range(target.count())] == [
        "Nästa, 4\u00a0april\u00a02025", "Den efter, 4\u00a0maj\u00a02025",
    ]  # fmt: skip
    target.setFocus()
    after.key(Qt.Key.Key_Down)
    after.press("carryCopy", after.rows[0])
    assert [item.title for item in after.hands.services.agendas.get(chosen)] == ["Ett"]
    assert after.words("carryWords") == "Tas upp på Den efter, 4\u00a0maj\u00a02025."
    assert not after.offered("carryCopy")


def test_a_refusal_is_told_and_the_screen_shows_what_is_stored(after: After) -> None:
    after.meeting(month=4, title="Nästa")
    after.open("Ett")
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_O)
    after.press("carryCopy", after.rows[0])
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_B)
    sentence, tone, _ = after.hands.messages[-1]
    assert (sentence.startswith("Punkten är redan upptagen på nästa"), tone) == (True, "danger")
    assert after.rows[0].outcome.value is DEFERRED


def test_without_a_later_meeting_the_item_waits_for_one(after: After) -> None:
    after.open("Ett")
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_O)
    assert after.words("carryWords") == "Inget senare möte är planerat. Punkten föreslås när det finns ett."


def test_an_item_deferred_often_suggests_escalation(after: After) -> None:
    key = after.open("Ett")
    item = after.hands.services.agendas.get(key)[0].id
    after.hands.services.agendas.change(item, deferrals=2)
    after.hands.settle()
    assert after.words("closingCount") == "Bordlagd 2 gånger"
    after.rows[0].setFocus()
    after.key(Qt.Key.Key_O)
    assert after.words("closingCount") == "Bordlagd 3 gånger. Överväg att eskalera frågan."


def test_a_meeting_to_come_is_not_closed_yet(after: After) -> None:
    after.open("Ett", year=2040)
    assert not after.button("closeMeeting").isEnabled()
    assert after.words("closingHint") == "Mötet kan avslutas när det har hållits."
    assert not after.offered("finaliseNotes")


def test_notes_are_finalised_shown_and_opened_again_with_a_reason(after: After) -> None:
    key = after.close("Ett")
    services = after.hands.services
    services.notes.write(services.agendas.get(key)[0].id, "SSC rättar felet.")
    after.hands.settle()
    assert after.button("finaliseNotes").text() == "Fastställ version 1"
    after.press("finaliseNotes")
    assert after.words("finalisingState") == "Fastställda, version 1"
    assert after.hands.messages[-1] == (
        "Anteckningarna är fastställda, version 1. Det som gjordes före kan inte ångras.", "good", False,
    )  # fmt: skip
    assert not after.rows[0].outcome.isEnabled()
    assert not after.offered("reopenMeeting")
    after.press("reopenNotes")
    after.press("reopeningGive")
    assert services.closings.get(key).fixed == 1
    reason = after.hands.field("reopeningReason")
    assert reason.hasFocus()
    type_text(reason, "Fel belopp på åtgärden")
    press(reason, Qt.Key.Key_Return)
    after.hands.settle()
    assert services.closings.get(key).fixed is None
    assert after.words("finalisingState") == "Öppnade igen"
    assert after.button("finaliseNotes").text() == "Fastställ version 2"
    assert after.rows[0].outcome.isEnabled()
    services.notes.write(services.agendas.get(key)[0].id, "SSC rättar felet i maj.")
    after.hands.settle()
    after.press("showVersion")
    assert "SSC rättar felet." in preview_texts(after)
    after.key(Qt.Key.Key_Escape)
    assert not after.hands.find(QWidget, "notesPreview").isVisible()
    after.press("showDraft")
    assert "SSC rättar felet i maj." in preview_texts(after)


def test_an_old_version_is_looked_at_as_the_document_that_was_fixed(after: After) -> None:
    key = after.close("Ett")
    after.press("finaliseNotes")
    (version,) = after.hands.services.notes_versions.versions(key)
    asked: list[DocumentRequest] = []
    after.hands.page.document_asked.connect(asked.append)
    after.press("printVersion")
    assert asked == [DocumentRequest(paper=Paper.NOTES, meeting_id=key, version=version.id)]


def test_the_digest_is_shown_in_full_on_demand(after: After) -> None:
    key = after.close("Ett")
    after.press("finaliseNotes")
    (version,) = after.hands.services.notes_versions.versions(key)
    assert after.words("versionDigest") == f"Kontrollsumma (SHA-256) {version.digest[:12]}…"
    after.press("versionWhole")
    assert version.digest in after.words("versionDigest").replace(" ", "")


def test_escape_leaves_the_reason_and_the_notes_as_they_are(after: After) -> None:
    key = after.close("Ett")
    after.press("finaliseNotes")
    after.press("reopenNotes")
    type_text(after.hands.field("reopeningReason"), "Ångrar mig")
    press(after.hands.field("reopeningReason"), Qt.Key.Key_Escape)
    assert not after.hands.find(QLineEdit, "reopeningReason").isVisible()
    assert after.button("reopenNotes").hasFocus()
    assert after.hands.services.closings.get(key).fixed == 1


def test_who_writes_the_notes_is_said_before_they_are_finalised(after: After) -> None:
    after.close("Ett")
    assert after.words("finalisingHint").startswith("Statens servicecenter skriver de officiella anteckningarna;")
    after.close("Ett", title="Vårt", notes_by=Party.AGENCY)
    assert after.words("finalisingHint").startswith("Att fastställa går inte att ångra")


def test_from_the_notes_one_comes_to_where_they_are_opened_again(after: After) -> None:
    after.close("Ett")
    after.press("finaliseNotes")
    after.hands.page.view.show_tab(Tab.NOTES)
    after.hands.settle()
    reopen = after.hands.find(QPushButton, "notesReopen")
    reopen.setFocus()
    press(reopen, Qt.Key.Key_Return)
    after.hands.settle()
    assert after.hands.page.view.tabs.current is Tab.AFTER
    assert after.hands.field("reopeningReason").hasFocus()


def test_another_meeting_shows_nothing_of_the_one_before(after: After) -> None:
    after.close("Ett")
    after.press("finaliseNotes")
    after.press("showVersion")
    after.open("Två", title="Annat")
    assert [row.outcome.value for row in after.rows] == [None]
    assert after.words("finalisingState") == "Utkast"
    assert not after.offered("showVersion")
    assert not after.hands.find(QWidget, "notesPreview").isVisible()


def preview_texts(after: After) -> list[str]:
    preview = after.hands.find(QWidget, "notesPreview")
    return [label.text() for label in preview.findChildren(QLabel) if label.isVisible()]


def test_what_private_preparation_says_is_not_on_the_tab(after: After) -> None:
    key = after.close("Ett")
    after.hands.services.agendas.prepare(after.hands.services.agendas.get(key)[0].id, "Kräv full ersättning")
    after.hands.settle()
    after.press("showDraft")
    assert "ersättning" not in " ".join(label.text() for label in after.tab.findChildren(QLabel))

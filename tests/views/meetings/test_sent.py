"""Items are proposed to SSC, and their agenda compared, from the agenda itself (R9)."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.domain.meetings.agenda import SentState
from desktop.views.meetings.sent.comparing import ComparingPanel
from desktop.views.parts.text import Text
from tests.views.meetings.conftest import Hands, press

PASTED = "Dagordning:\n1. Öppnande\n2. Fel i löneutbetalningen\n"


def states(hands: Hands) -> list[SentState]:
    return [item.sent for item in hands.stored()]


def compared(hands: Hands, text: str = PASTED) -> ComparingPanel:
    """The panel with SSC's agenda pasted and compared."""
    panel = hands.page.view.agenda.way.comparing
    panel.text.insertPlainText(text)
    hands.qtbot.waitUntil(lambda: not panel._pause.isActive())
    hands.settle()
    return panel


def test_items_are_proposed_and_it_can_be_undone(hands: Hands) -> None:
    hands.open("Fel i löneutbetalning", "Gallring av underlag")
    hands.find(QPushButton, "sendProposals").click()
    boxes = [box for box in hands.page.findChildren(QCheckBox, "proposeItem") if box.isVisible()]
    assert [box.isChecked() for box in boxes] == [True, True]
    press(boxes[1], Qt.Key.Key_Space)
    hands.find(QPushButton, "proposeMark").click()
    assert states(hands) == [SentState.PROPOSED, SentState.NOT_SENT]
    assert hands.messages[-1] == ("En punkt är föreslagen.", "good", True)
    assert hands.table.isVisible(), "the agenda is back"
    hands.undo()
    assert states(hands) == [SentState.NOT_SENT, SentState.NOT_SENT]


def test_nothing_is_proposed_without_a_choice(hands: Hands) -> None:
    hands.open("Fel i löneutbetalning")
    hands.find(QPushButton, "sendProposals").click()
    [box] = [box for box in hands.page.findChildren(QCheckBox, "proposeItem") if box.isVisible()]
    box.setChecked(False)
    assert not hands.find(QPushButton, "proposeByMail").isEnabled()


def test_a_mail_draft_is_asked_for_and_the_items_are_marked(hands: Hands) -> None:
    key = hands.open("Fel i löneutbetalning")
    asked: list[tuple[object, object]] = []
    hands.page.view.agenda.way.mail_asked.connect(lambda *what: asked.append(what))
    hands.find(QPushButton, "sendProposals").click()
    hands.find(QPushButton, "proposeByMail").click()
    [item] = hands.stored()
    assert asked == [(key, (item.id,))]
    assert item.sent is SentState.PROPOSED


def test_what_became_of_the_mail_draft_is_the_last_that_is_said(hands: Hands) -> None:
    hands.open("Fel i löneutbetalning")
    way = hands.page.view.agenda.way

    def fail(*_: object) -> None:
        way._desk.read("draft", lambda: None, lambda _: way._desk.message.emit("Inget e-postprogram", "warning", False))

    way.mail_asked.connect(fail)
    hands.find(QPushButton, "sendProposals").click()
    hands.find(QPushButton, "proposeByMail").click()
    hands.settle()
    assert hands.messages[-1] == ("Inget e-postprogram", "warning", False)


def test_their_agenda_is_pasted_looked_through_and_kept(hands: Hands) -> None:
    hands.open("Fel i löneutbetalning", "Gallring av underlag")
    hands.services.sent_items.mark_sent(hands.page._wanted, [item.id for item in hands.stored()])
    hands.settle()
    hands.find(QPushButton, "compareAgenda").click()
    panel = compared(hands)
    choices = [box for box in panel.findChildren(QComboBox) if box.isVisible()]
    assert [box.currentText() for box in choices] == ["Med: 2. Fel i löneutbetalningen", "Ej medtagen"]
    assert [box.accessibleName() for box in choices] == ["Fel i löneutbetalning", "Gallring av underlag"]
    assert "1. Öppnande" in panel._theirs.text()
    panel._keep.click()
    assert states(hands) == [SentState.ON_AGENDA, SentState.LEFT_OUT]
    card = hands.page.view.agenda.way.card
    assert [card.list.item(row).text() for row in range(2)] == [
        "✗ Gallring av underlag – ej medtagen",
        "✓ Fel i löneutbetalning – med på dagordningen",
    ]
    hands.table.choose(1)
    chip = hands.page.view.agenda.detail.findChild(object, "itemSent")
    assert chip.text() == "Ej medtagen"  # type: ignore[union-attr]


def test_a_person_has_the_last_word(hands: Hands) -> None:
    hands.open("Gallring av underlag")
    hands.services.sent_items.mark_sent(hands.page._wanted, [item.id for item in hands.stored()])
    hands.settle()
    hands.find(QPushButton, "compareAgenda").click()
    panel = compared(hands)
    [choice] = [box for box in panel.findChildren(QComboBox) if box.isVisible()]
    choice.setCurrentIndex(1)
    panel._keep.click()
    assert states(hands) == [SentState.ON_AGENDA]


def test_escape_leaves_and_what_was_pasted_stays(hands: Hands) -> None:
    hands.open("Gallring av underlag")
    hands.find(QPushButton, "compareAgenda").click()
    panel = compared(hands)
    press(panel.text, Qt.Key.Key_Escape)
    assert hands.table.isVisible()
    hands.find(QPushButton, "compareAgenda").click()
    assert panel.text.toPlainText() == PASTED
    assert states(hands) == [SentState.NOT_SENT]


def test_another_meeting_closes_the_panel(hands: Hands) -> None:
    hands.open("Gallring av underlag")
    hands.find(QPushButton, "compareAgenda").click()
    panel = compared(hands)
    other = hands.meeting("Risker", day=8)
    hands.page.open_meeting(other)
    hands.settle()
    assert hands.table.isVisible()
    assert panel.text.toPlainText() == ""


def test_a_dropped_file_is_read_and_a_wrong_one_says_so(hands: Hands, tmp_path: Path) -> None:
    hands.open("Fel i löneutbetalning")
    hands.find(QPushButton, "compareAgenda").click()
    panel = hands.page.view.agenda.way.comparing
    file = tmp_path / "dagordning.txt"
    file.write_text(PASTED, encoding="utf-8")
    drop(panel, file)
    hands.settle()
    assert panel.text.toPlainText().strip() == PASTED.strip()
    assert panel._keep.isEnabled()
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    drop(panel, tmp_path / "bild.png")
    hands.settle()
    assert "en bild" in panel._answer.text()
    assert not panel._keep.isEnabled()
    assert not hands.messages


def drop(panel: ComparingPanel, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert panel.text.canInsertFromMimeData(data)
    panel.text.insertFromMimeData(data)


@pytest.mark.parametrize("text", ["<b>fet</b>\n<img src=x>", "1. <i>x</i> & y"])
def test_what_is_pasted_stays_plain_text(hands: Hands, text: str) -> None:
    hands.open("<b>fet</b>")
    hands.find(QPushButton, "compareAgenda").click()
    panel = compared(hands, text)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in panel.findChildren(Text))
    assert panel.text.toPlainText() == text


def test_the_whole_way_goes_by_keyboard(hands: Hands) -> None:
    hands.open("Fel i löneutbetalning")
    button = hands.find(QPushButton, "compareAgenda")
    button.setFocus()
    press(button, Qt.Key.Key_Return)
    panel = compared(hands)
    assert panel.text.hasFocus()
    QTest.keyClick(panel.text, Qt.Key.Key_Tab)
    assert hands.find(QPushButton, "openAgenda").hasFocus()


def test_a_late_agenda_says_so_and_a_reminder_is_asked_for(hands: Hands) -> None:
    asked: list[object] = []
    hands.page.document_asked.connect(asked.append)
    key = hands.open("Gallring av underlag")
    card = hands.page.view.agenda.way.card
    way = hands.page.view.agenda.way
    way._today = lambda: date(2026, 11, 26)
    hands.page.refresh(frozenset({"meeting"}))
    hands.settle()
    assert card._late.text() == "Dagordningen har inte kommit, 3 arbetsdagar kvar. En punkt är inte föreslagen ännu."
    card.reminding.click()
    assert asked == [DocumentRequest(paper=Paper.AGENDA, meeting_id=key, way=WayOut.REMINDER)]
    way._today = lambda: date(2026, 10, 1)
    hands.page.refresh(frozenset({"meeting"}))
    hands.settle()
    assert not card._late.isVisible()
    assert not card.reminding.isVisible()

"""The panel that asks for a passphrase."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.theme import Theme
from desktop.views.unlock.panel import UnlockPanel
from desktop.views.unlock.passphrase import strength_words
from tests.views.registers import shown

WHY = "Datorn har ingen nyckelring där nyckeln till registret kan förvaras."
PHRASE = "rätt häst batteri klammer"


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> UnlockPanel:
    return shown(qtbot, UnlockPanel())


@pytest.fixture
def given(panel: UnlockPanel) -> list[str]:
    heard: list[str] = []
    panel.given.connect(heard.append)
    return heard


def field(panel: UnlockPanel, name: str = "passphrase") -> QLineEdit:
    found = panel.findChild(QLineEdit, name)
    assert found is not None
    return found


def press(qtbot: QtBot, panel: UnlockPanel, name: str = "unlockOpen") -> None:
    qtbot.keyClick(panel.findChild(QPushButton, name), Qt.Key.Key_Space)


def text(panel: UnlockPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def test_it_says_why_and_wants_a_new_passphrase_twice(panel: UnlockPanel, given: list[str], qtbot: QtBot) -> None:
    panel.ask_first(WHY)
    assert text(panel, "unlockWhy") == WHY
    assert field(panel).hasFocus()
    field(panel).setText(PHRASE)
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert field(panel, "passphraseAgain").hasFocus()
    field(panel, "passphraseAgain").setText(PHRASE)
    qtbot.keyClick(field(panel, "passphraseAgain"), Qt.Key.Key_Return)
    assert given == [PHRASE]


@pytest.mark.parametrize(
    ("first", "again", "wrong", "sentence"),
    [
        ("elva tecken", "elva tecken", "passphrase", "Lösenfrasen ska ha minst 12 tecken."),
        (PHRASE, PHRASE[:-1], "passphraseAgain", "De två lösenfraserna är inte lika."),
    ],
)
def test_a_short_or_unlike_passphrase_is_not_given(
    panel: UnlockPanel, given: list[str], qtbot: QtBot, first: str, again: str, wrong: str, sentence: str
) -> None:
    panel.ask_first(WHY)
    field(panel).setText(first)
    field(panel, "passphraseAgain").setText(again)
    press(qtbot, panel)
    assert given == []
    assert field(panel, wrong).accessibleDescription() == sentence
    assert field(panel, wrong).hasFocus()


def test_enter_stays_with_a_passphrase_that_is_too_short(panel: UnlockPanel, qtbot: QtBot) -> None:
    panel.ask_first(WHY)
    field(panel).setText("kort")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert field(panel).hasFocus()
    assert "minst 12 tecken" in field(panel).accessibleDescription()


def test_twelve_characters_are_enough(panel: UnlockPanel, given: list[str], qtbot: QtBot) -> None:
    panel.ask_first(WHY)
    for name in ("passphrase", "passphraseAgain"):
        field(panel, name).setText("tolv tecken!")
    press(qtbot, panel)
    assert given == ["tolv tecken!"]


def test_an_old_passphrase_is_asked_for_once_whatever_its_length(
    panel: UnlockPanel, given: list[str], qtbot: QtBot
) -> None:
    panel.ask(WHY)
    assert not field(panel, "passphraseAgain").isVisible()
    press(qtbot, panel)
    assert given == []
    field(panel).setText("kort")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert given == ["kort"]


def test_what_was_given_is_forgotten(panel: UnlockPanel, given: list[str], qtbot: QtBot) -> None:
    panel.ask(WHY)
    panel.findChild(QCheckBox, "showPassphrase").setChecked(True)
    qtbot.keyClicks(field(panel), "hemlig")
    press(qtbot, panel)
    assert given == ["hemlig"]
    assert field(panel).text() == ""
    panel.show_wrong()
    assert field(panel).echoMode() is QLineEdit.EchoMode.Password
    panel.findChild(QCheckBox, "showPassphrase").setChecked(True)
    field(panel).undo()
    assert field(panel).text() == ""


def test_while_the_register_is_opened_nothing_can_be_given_twice(
    panel: UnlockPanel, given: list[str], qtbot: QtBot
) -> None:
    panel.ask(WHY)
    field(panel).setText("hemlig")
    press(qtbot, panel)
    press(qtbot, panel)
    assert len(given) == 1
    assert not panel.findChild(QPushButton, "unlockOpen").isEnabled()


def test_a_wrong_passphrase_is_told_beside_the_field(panel: UnlockPanel, qtbot: QtBot) -> None:
    panel.ask(WHY)
    field(panel).setText("fel")
    press(qtbot, panel)
    panel.show_wrong()
    assert field(panel).hasFocus()
    assert field(panel).accessibleDescription().startswith("Lösenfrasen öppnar inte registret.")
    qtbot.keyClicks(field(panel), "r")
    assert field(panel).accessibleDescription() == ""


def test_the_passphrase_can_be_looked_at(panel: UnlockPanel, qtbot: QtBot) -> None:
    panel.ask_first(WHY)
    fields = (field(panel), field(panel, "passphraseAgain"))
    assert {each.echoMode() for each in fields} == {QLineEdit.EchoMode.Password}
    qtbot.keyClick(panel.findChild(QCheckBox, "showPassphrase"), Qt.Key.Key_Space)
    assert {each.echoMode() for each in fields} == {QLineEdit.EchoMode.Normal}


def test_caps_lock_is_noticed_from_the_letters(panel: UnlockPanel, qtbot: QtBot) -> None:
    panel.ask(WHY)
    qtbot.keyClicks(field(panel), "a")
    assert text(panel, "capsLock") == ""
    qtbot.keyClick(field(panel), "A")  # no Shift
    assert "Caps Lock" in text(panel, "capsLock")
    qtbot.keyClick(field(panel), "A", Qt.KeyboardModifier.ShiftModifier)
    assert text(panel, "capsLock") == ""


def test_a_register_that_cannot_be_opened_is_explained(panel: UnlockPanel, qtbot: QtBot) -> None:
    panel.show_trouble("Registret är gjort av en nyare version.", "Installera den senaste versionen.")
    assert text(panel, "unlockTitle") == "Registret kan inte öppnas"
    assert text(panel, "unlockWhy") == "Registret är gjort av en nyare version. Installera den senaste versionen."
    assert not field(panel).isVisible()
    with qtbot.waitSignal(panel.retry_asked, timeout=500):
        press(qtbot, panel, "unlockRetry")
    with qtbot.waitSignal(panel.quit_asked, timeout=500):
        press(qtbot, panel, "unlockQuit")
    panel.ask(WHY)
    assert field(panel).isVisible()
    assert not panel.findChild(QPushButton, "unlockRetry").isVisible()


def test_nothing_of_it_is_logged(panel: UnlockPanel, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    panel.ask(WHY)
    field(panel).setText(PHRASE)
    press(qtbot, panel)
    panel.show_wrong()
    assert PHRASE not in caplog.text


@pytest.mark.parametrize(
    ("passphrase", "begins"),
    [
        ("", "Minst 12 tecken."),
        ("elva tecken", "För kort: 1 tecken till behövs."),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "Svag"),
        ("tolv tecken!", "Godtagbar"),
        (PHRASE, "Stark"),
    ],
)
def test_strength_is_told_in_words(passphrase: str, begins: str) -> None:
    assert strength_words(passphrase).startswith(begins)

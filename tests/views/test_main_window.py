"""The window: pages, navigation, menus, messages, dropped files."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.forum import Forum
from desktop.views.frame.drop_hint import DropHint
from desktop.views.main_window import MainWindow
from desktop.views.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    shown = MainWindow(theme, "Exempelmyndigheten")
    qtbot.addWidget(shown)
    shown.add_page("meetings", "Möten", "meetings")
    shown.add_page("matters", "Ärenden", "matters")
    shown.show()
    shown.activateWindow()
    qtbot.waitActive(shown)
    return shown


def view_row(window: MainWindow, key: str) -> QPushButton:
    row = window.findChild(QPushButton, f"view-{key}")
    assert row is not None
    return row


def forum_row(window: MainWindow, forum: Forum) -> QPushButton:
    row = window.findChild(QPushButton, f"forum-{forum.value}")
    assert row is not None
    return row


def test_pages_wait_quietly_until_they_are_filled(window: MainWindow) -> None:
    words = [label.text() for label in window.page("meetings").findChildren(QLabel)]
    assert words == ["Möten", "Öppnar registret …"]
    page = QWidget()
    window.fill_page("meetings", page)
    assert window.page("meetings") is page
    assert page.isVisible()


def test_a_page_is_made_when_it_is_first_shown_and_only_once(window: MainWindow, qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    window.fill_page("matters", make)
    assert made == []
    with qtbot.waitSignal(window.page_shown) as shown:
        window.show_page("matters")
    window.show_page("meetings")
    window.show_page("matters")
    assert shown.args == ["matters"]
    assert made == [window.page("matters")]


def test_a_factory_for_the_open_page_is_called_at_once(window: MainWindow) -> None:
    window.fill_page("meetings", QLineEdit)
    assert isinstance(window.page("meetings"), QLineEdit)


def test_alt_and_a_number_opens_a_view(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert window.current_page == "matters"
    assert view_row(window, "matters").isChecked()
    assert not view_row(window, "meetings").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert window.current_page == "meetings"


def test_arrow_keys_walk_through_the_views(window: MainWindow, qtbot: QtBot) -> None:
    row = view_row(window, "meetings")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert window.focusWidget() is view_row(window, "matters")
    assert window.current_page == "matters"


def test_tab_follows_the_eye(window: MainWindow, qtbot: QtBot) -> None:
    window.add_new_action("Nytt möte", lambda: None)
    page = QLineEdit()
    window.fill_page("meetings", page)
    window.findChild(QPushButton, "new").setFocus()
    order: list[str] = []
    for _ in range(7):
        focus = window.focusWidget()
        order.append("page" if focus is page else focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert order == [
        "new",
        "view-meetings",
        "forum-operational",
        "forum-tactical",
        "forum-strategic",
        "forum-council",
        "page",
    ]


def test_a_counter_is_seen_and_read(window: MainWindow) -> None:
    row = view_row(window, "matters")
    without = row.grab().toImage()
    window.set_counter("matters", 7)
    assert row.accessibleName() == "Ärenden, 7"
    assert row.grab().toImage() != without
    window.set_counter("matters", 0)
    assert row.accessibleName() == "Ärenden"


def test_a_forum_is_chosen_and_let_go(window: MainWindow, qtbot: QtBot) -> None:
    told: list[Forum | None] = []
    window.forum_chosen.connect(told.append)
    for forum in (Forum.TACTICAL, Forum.STRATEGIC, Forum.STRATEGIC):
        qtbot.mouseClick(forum_row(window, forum), Qt.MouseButton.LeftButton)
    assert told == [Forum.TACTICAL, Forum.STRATEGIC, None]
    assert window.forum is None
    window.choose_forum(Forum.OPERATIONAL)
    assert forum_row(window, Forum.OPERATIONAL).isChecked()
    assert window.forum is Forum.OPERATIONAL


def test_new_is_hidden_until_something_can_be_made(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QPushButton, "new")
    assert button.isHidden()
    made: list[str] = []
    window.add_new_action("Nytt möte", lambda: made.append("möte"))
    assert button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert made == ["möte"]


def test_undo_and_redo_say_what_they_would_do(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.undo_action.isEnabled()
    window.set_undo("flytta punkt 3 & 4")
    window.set_redo("ta bort punkt 1")
    assert window.undo_action.text() == "Ångra: flytta punkt 3 && 4"
    assert window.redo_action.text() == "Gör om: ta bort punkt 1"
    with qtbot.waitSignal(window.undo_action.triggered):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(window.redo_action.triggered):
        qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    window.set_undo(None)
    assert (window.undo_action.text(), window.undo_action.isEnabled()) == ("Ångra", False)


def test_import_and_quit_stand_in_the_file_menu(window: MainWindow, qtbot: QtBot) -> None:
    did: list[str] = []
    window.add_file_action("Exportera register", lambda: did.append("exportera"), "Ctrl+E")
    bar = window.findChild(QWidget, "topBar").menus
    [file_menu, _, view_menu, help_menu] = [action.menu() for action in bar.actions()]
    words = [action.text() for action in file_menu.actions() if not action.isSeparator()]
    assert words == ["&Importera …", "Exportera register", "&Avsluta"]
    assert [action.text() for action in view_menu.actions()] == ["Möten", "Ärenden"]
    assert not help_menu.menuAction().isVisible()
    window.add_help_action("Om Samverkan", lambda: did.append("om"))
    assert help_menu.menuAction().isVisible()
    with qtbot.waitSignal(window.import_chosen):
        file_menu.actions()[0].trigger()
    file_menu.actions()[1].trigger()
    assert did == ["exportera"]


def test_no_two_shortcuts_are_the_same(window: MainWindow) -> None:
    window.add_new_action("Nytt möte", lambda: None)
    keys = [each.toString() for action in window.findChildren(type(window.undo_action)) for each in action.shortcuts()]
    keys += [button.shortcut().toString() for button in window.findChildren(QPushButton)]
    keys = [key for key in keys if key]
    assert len(keys) == len(set(keys))
    assert QKeySequence("Ctrl+Z").toString() in keys


def test_the_status_line_tells_what_it_is_told(window: MainWindow) -> None:
    window.set_saved("Allt sparat")
    window.set_backup("Säkerhetskopia i dag 08.40")
    window.set_encryption("Krypterad")
    line = window.findChild(QWidget, "statusLine")
    assert [label.text() for label in line.findChildren(QLabel)] == [
        "Allt sparat",
        "Säkerhetskopia i dag 08.40",
        "Krypterad",
    ]


def test_the_message_bar_pushes_the_page_down_only_while_it_is_open(window: MainWindow) -> None:
    page = window.page("meetings")
    top = page.mapTo(window, QPoint(0, 0)).y()
    window.messages.show_message("Kallelsen är inläst.", "good")
    window.centralWidget().layout().activate()
    QApplication.processEvents()
    assert page.mapTo(window, QPoint(0, 0)).y() > top + 30
    window.messages.clear()
    QApplication.processEvents()
    assert page.mapTo(window, QPoint(0, 0)).y() == top


def drag(paths: list[Path], extra: str = "") -> QMimeData:
    mime = QMimeData()
    urls = [QUrl.fromLocalFile(str(path)) for path in paths]
    mime.setUrls([*urls, QUrl(extra)] if extra else urls)
    return mime


def enter(widget: QWidget, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event


def test_files_can_be_dropped_anywhere(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "kallelse på möte.ics"
    file.touch()
    mime = drag([file, tmp_path], "https://exempel.example/kallelse.ics")
    hint = window.findChild(DropHint)
    assert enter(window, mime).isAccepted()
    assert hint.isVisible()
    assert hint.size().width() > window.width() - 40
    drop = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.files_dropped) as dropped:
        hint.dropEvent(drop)
    assert dropped.args == [[file, tmp_path]]
    assert hint.isHidden()


def test_a_folder_is_taken_so_that_it_can_be_answered(window: MainWindow, tmp_path: Path) -> None:
    assert enter(window, drag([tmp_path])).isAccepted()


def test_what_is_no_file_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not enter(window, drag([tmp_path / "borta.csv"])).isAccepted()
    text = QMimeData()
    text.setText("text")
    assert not enter(window, text).isAccepted()
    assert window.findChild(DropHint).isHidden()


def test_a_locked_window_can_still_be_left_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.set_locked(True)
    with qtbot.waitSignal(window.closing):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_the_hint_goes_when_the_files_leave(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.touch()
    enter(window, drag([file]))
    hint = window.findChild(DropHint)
    hint.dragLeaveEvent(QDragLeaveEvent())
    assert hint.isHidden()


def test_the_window_remembers_its_place(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(750, 612)
    told = window.geometry_text()
    other = MainWindow(theme)
    qtbot.addWidget(other)
    assert other.restore_geometry_text(told)
    assert (other.width(), other.height()) == (750, 612)
    assert not other.restore_geometry_text("")
    assert not other.restore_geometry_text("skräp åäö")


def two_parts(name: str) -> QSplitter:
    splitter = QSplitter()
    splitter.setObjectName(name)
    splitter.addWidget(QTextEdit())
    splitter.addWidget(QTextEdit())
    return splitter


def test_splitters_stand_where_they_stood_also_in_pages_to_come(window: MainWindow, qtbot: QtBot) -> None:
    window.restore_splitter_sizes({"meetings": (200, 500), "matters": (400, 100), "other": (1, 2, 3)})
    window.fill_page("meetings", two_parts("meetings"))
    window.fill_page("matters", lambda: two_parts("matters"))
    assert window.splitter_sizes()["matters"] == (400, 100)  # not made yet, so as it was
    QApplication.processEvents()
    left, right = window.splitter_sizes()["meetings"]
    assert right / left == pytest.approx(2.5, rel=0.05)
    window.show_page("matters")
    QApplication.processEvents()
    left, right = window.splitter_sizes()["matters"]
    assert left > right
    assert window.splitter_sizes()["other"] == (1, 2, 3)


def test_closing_is_told_before_the_window_goes(window: MainWindow, qtbot: QtBot) -> None:
    visible: list[bool] = []
    window.closing.connect(lambda: visible.append(window.isVisible()))
    window.close()
    assert visible == [True]


def test_everything_fits_on_a_small_screen_with_long_words(window: MainWindow, theme: Theme) -> None:
    page = QWidget()
    QVBoxLayout(page).addWidget(QLabel("Dagordning"))
    window.fill_page("meetings", page)
    window.set_agency("Myndigheten för samhällsskydd och beredskapsförvaltning i Östergötland")
    window.set_backup("Säkerhetskopia måndagen den 23 november 2026 08.40")
    window.add_new_action("Nytt möte", lambda: None)
    window.resize(1024, 700)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 700)
    assert window.minimumSizeHint().width() <= 860


def test_the_window_is_there_without_the_engine() -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desktop.views.theme import Theme; from desktop.views.main_window import MainWindow;"
        "window = MainWindow(Theme(app)); window.add_page('meetings', 'Möten', 'meetings'); window.show();"
        "heavy = {'sqlalchemy', 'alembic', 'sqlcipher3', 'reportlab', 'keyring', 'openpyxl', 'dataclasses'};"
        "heavy |= {'PySide6.QtSvg', 'PySide6.QtNetwork'}; print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"

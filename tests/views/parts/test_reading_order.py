"""Tab follows the layout, whatever was made when."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts.form_row import FormRow
from desktop.views.parts.reading_order import ReadingOrder
from tests.views.registers import shown


def walk(first: QWidget) -> list[str]:
    """The words of the buttons that Tab comes to, one after another, from a widget on."""
    found, here = list[str](), first.nextInFocusChain()
    while here is not first:
        found += [here.text()] if isinstance(here, QPushButton) else []
        here = here.nextInFocusChain()
    return found


def test_what_is_made_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    window, whole = QWidget(), QWidget()
    before, after = QPushButton("före"), QPushButton("efter")
    outer = QVBoxLayout(window)
    for part in (before, whole, after):
        outer.addWidget(part)
    column = QVBoxLayout(whole)
    column.addWidget(QPushButton("sist"))
    ReadingOrder(whole)
    shown(qtbot, window)
    inner = QWidget()
    row = QHBoxLayout(inner)
    row.addWidget(QPushButton("först"))
    row.addWidget(QPushButton("sedan"))
    column.insertWidget(0, inner)
    qtbot.waitUntil(lambda: walk(before) == ["först", "sedan", "sist", "efter"])
    column.insertWidget(1, QPushButton("mitt i"))
    qtbot.waitUntil(lambda: walk(before) == ["först", "sedan", "mitt i", "sist", "efter"])


def test_tab_does_not_go_back_through_what_hands_the_focus_on(qtbot: QtBot) -> None:
    window, whole = QWidget(), QWidget()
    before, after = QPushButton("före"), QPushButton("efter")
    outer = QVBoxLayout(window)
    for part in (before, whole, after):
        outer.addWidget(part)
    column = QVBoxLayout(whole)
    column.addWidget(FormRow("Sist", QLineEdit()))
    order = ReadingOrder(whole)
    shown(qtbot, window)
    first = FormRow("Först", QLineEdit())
    column.insertWidget(0, first)
    qtbot.waitUntil(first.isVisible)
    order.arrange()
    before.setFocus()
    reached: list[str] = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        here = window.focusWidget()
        assert here is not None
        reached.append(here.accessibleName() or (here.text() if isinstance(here, QPushButton) else "?"))
    assert reached == ["Först", "Sist", "efter", "före"]
    first.setFocus()
    assert first.field.hasFocus(), "the row hands the focus on as before"

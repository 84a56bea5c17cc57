"""Rearranging the agenda with the mouse, as far as a platform without a screen goes: it starts no drag of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.views.meetings.agenda_model import Column
from tests.views.meetings.conftest import Hands

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def low_in(hands: Hands, row: int) -> QPoint:
    """A point in the lower half of a row."""
    return hands.table.visualRect(hands.table.agenda.index(row, Column.TITLE)).bottomLeft() + QPoint(30, -4)


def carried(hands: Hands, row: int) -> QMimeData:
    return hands.table.agenda.mimeData([hands.table.agenda.index(row, Column.TITLE)])


def drag_over(hands: Hands, data: QMimeData, place: QPoint) -> bool:
    """Whether the table would take what is carried; Qt tells of moves only where something was let in."""
    enter = QDragEnterEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(hands.table.viewport(), enter)
    event = QDragMoveEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(hands.table.viewport(), event)
    return enter.isAccepted() and event.isAccepted()


def drop(hands: Hands, data: QMimeData, place: QPoint) -> Qt.DropAction:
    """What the table did with what is let go over it."""
    drag_over(hands, data, place)
    event = QDropEvent(QPointF(place), MOVE, data, LEFT, NONE)
    QApplication.sendEvent(hands.table.viewport(), event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def marked(hands: Hands, y: int) -> bool:
    """Whether the line of a drop is painted across the whole table at this height."""
    picture = hands.table.viewport().grab().toImage()
    accent = hands.table.palette().color(QPalette.ColorRole.Accent)
    return all(QColor(picture.pixel(x, y)) == accent for x in (3, picture.width() // 2, picture.width() - 4))


def test_pressing_and_moving_the_mouse_takes_the_item_along(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    taken: list[str] = []
    model = hands.table.agenda
    shown = model.mimeData

    def watch(indexes: Sequence[QModelIndex]) -> QMimeData:
        taken.append(model.item(indexes[0].row()).title)
        return shown(indexes)

    model.mimeData = watch  # type: ignore[method-assign]
    viewport, start = hands.table.viewport(), low_in(hands, 1)
    QTest.mousePress(viewport, LEFT, NONE, start)
    for step in (4, 12, 30, 40):
        QTest.mouseMove(viewport, start + QPoint(0, step))
    QTest.mouseRelease(viewport, LEFT, NONE, start + QPoint(0, 40))
    assert taken == ["Två"]
    assert hands.titles() == ["Ett", "Två", "Tre"], "a drag that ends nowhere moves nothing"


def test_the_line_shows_where_the_item_would_land_and_goes_with_the_pointer(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    table = hands.table
    below_two = table._boundary_y(2)
    assert not marked(hands, below_two)
    assert drag_over(hands, carried(hands, 0), low_in(hands, 1))
    assert marked(hands, below_two)
    assert drag_over(hands, carried(hands, 0), low_in(hands, 2))
    assert not marked(hands, below_two)
    assert marked(hands, table._boundary_y(3))
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())
    assert not marked(hands, table._boundary_y(3))


def test_a_drop_reorders_once_and_leaves_the_item_current(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    hands.table.choose(0)
    assert drop(hands, carried(hands, 0), low_in(hands, 1)) == MOVE
    assert not hands.table.agenda.removeRows(0, 1), "after a move a view asks for this"
    assert hands.titles() == ["Två", "Ett", "Tre"]
    assert [item.title for item in hands.stored()] == ["Två", "Ett", "Tre"]
    assert hands.table.current_row == 1
    drop(hands, carried(hands, 2), QPoint(40, 1))
    assert [item.title for item in hands.stored()] == ["Tre", "Två", "Ett"]
    hands.undo()
    hands.undo()
    assert hands.titles() == ["Ett", "Två", "Tre"]


def test_files_and_texts_are_no_items(hands: Hands) -> None:
    hands.open("Ett", "Två")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("kallelse.ics")])
    data.setText("Ett")
    assert not drag_over(hands, data, low_in(hands, 0))
    drop(hands, data, low_in(hands, 1))
    assert [item.title for item in hands.stored()] == ["Ett", "Två"]
    assert hands.table._drop_row == -1

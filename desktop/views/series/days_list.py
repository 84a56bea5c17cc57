"""The days of a series as a list: week, day, and which of them are closed and where the meeting goes instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.dates import week, with_weekday
from desktop.views.icons import icon_pixmap
from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.wrapped import Wrapped, small

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.series_rules import SeriesDay

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_PADDING = 12
_WEEK_WIDTH = 46
_SIGN = 14
_TURNING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day of a series and where its meeting lies; ``is_known`` tells that there is a meeting already."""

    planned: SeriesDay
    on: date
    is_known: bool = False

    @property
    def is_moved(self) -> bool:
        """Whether the meeting lies on another day."""
        return self.on != self.planned.day


class DaysModel(QAbstractListModel):
    """The days with the choice that has been made for each closed one; a choice stays while its day is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[date, date] = {}
        self.days: tuple[ShownDay, ...] = ()

    @property
    def places(self) -> dict[date, date]:
        """Where the meeting of each closed or moved day lies."""
        return {day.planned.day: day.on for day in self.days if day.planned.closed or day.is_moved}

    def choose(self, places: Mapping[date, date]) -> None:
        """Begin with these choices instead of those made so far."""
        self._chosen = dict(places)

    def show_days(self, planned: Sequence[SeriesDay], known: Iterable[date] = ()) -> None:
        """Show other days; ``known`` are those that have a meeting already."""
        taken = set(known)
        days = tuple(self._shown(one, taken) for one in planned)
        if days != self.days:
            self.beginResetModel()
            self.days = days
            self.endResetModel()

    def day(self, index: Index) -> ShownDay | None:
        """The day at an index."""
        return self.days[index.row()] if index.isValid() else None

    def turn(self, index: Index) -> None:
        """Move the meeting of a closed day to the next working day, or back; nothing happens on a working day."""
        found = self.day(index)
        if found is not None and found.planned.closed:
            self._place(index.row(), found.planned.day if found.is_moved else found.planned.proposed)

    def move_all(self) -> None:
        """Move the meetings of all closed days to the next working day."""
        for row, shown in enumerate(self.days):
            if shown.planned.closed and not shown.is_moved:
                self._place(row, shown.planned.proposed)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of days."""
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The day, and everything of it for a screen reader."""
        shown = self.day(index)
        if shown is None or role not in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return None
        if role == _ROLE.DisplayRole:
            return with_weekday(shown.on)
        return ", ".join(filter(None, (with_weekday(shown.on), week(shown.on), self.note(shown))))

    def note(self, shown: ShownDay) -> str:
        """Why the day is closed, what was chosen, and whether there is a meeting already; empty on most days."""
        planned, words = shown.planned, list[str]()
        if shown.is_moved:
            words.append(self.tr("I stället för {day}").format(day=with_weekday(planned.day)))
        if planned.closed:
            words.append(planned.closed[0].upper() + planned.closed[1:] if not words else planned.closed)
        if shown.is_known:
            words.append(self.tr("mötet som finns tas med") if words else self.tr("Mötet som finns tas med"))
        return ": ".join(words[:2]) if shown.is_moved else ", ".join(words)

    def _shown(self, planned: SeriesDay, known: set[date]) -> ShownDay:
        chosen = self._chosen.get(planned.day, planned.day)
        return ShownDay(planned, chosen, planned.day in known or chosen in known)

    def _place(self, row: int, on: date) -> None:
        shown = self.days[row]
        self._chosen[shown.planned.day] = on
        self.days = (*self.days[:row], ShownDay(shown.planned, on, shown.is_known), *self.days[row + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))


class DaysDelegate(QStyledItemDelegate):
    """Paints the week, the day and, below it with a sign, what is to know of the day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, and what the note needs."""
        note = self._note(option, index, cast("QListView", option.widget).viewport().width())
        height = QFontMetrics(option.font).height() + (note.size.height() + 2 if note else 0)
        return QSize(0, round(height) + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        model = cast("DaysModel", index.model())
        shown = model.day(index)
        if shown is None:
            return
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        rect, palette = option.rect, option.palette
        line = QFontMetrics(option.font).height()
        top = rect.top() + _PADDING // 2 - 1
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small(option.font))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRectF(rect.left() + _PADDING, top, _WEEK_WIDTH, line), middle, week(shown.on))
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        left = rect.left() + _PADDING + _WEEK_WIDTH
        painter.drawText(QRectF(left, top, rect.right() - left, line), middle, str(index.data()))
        note = self._note(option, index, rect.width())
        if note:
            top += line + 2
            self._paint_sign(painter, shown, QPointF(left, top), palette)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            note.paint(painter, left + _SIGN + 5, top)
        painter.restore()

    def _note(self, option: QStyleOptionViewItem, index: Index, width: int) -> Wrapped | None:
        model = cast("DaysModel", index.model())
        shown = model.day(index)
        words = model.note(shown) if shown else ""
        room = width - 2 * _PADDING - _WEEK_WIDTH - _SIGN - 5
        return Wrapped(words, small(option.font), room) if words else None

    @staticmethod
    def _paint_sign(painter: QPainter, shown: ShownDay, place: QPointF, palette: QPalette) -> None:
        name = "warning" if shown.planned.closed and not shown.is_moved else "info"
        colour = palette.color(QPalette.ColorRole.PlaceholderText)
        device = painter.device()
        scale = device.devicePixelRatioF() if device else 1.0
        painter.drawPixmap(place, icon_pixmap(name, colour, _SIGN, scale))


class DaysList(QListView):
    """The days of a series; Space, Enter or a double click moves the meeting of a closed day, or moves it back.

    Attributes:
        current_changed: Another day is current, or what is chosen for it has changed.
    """

    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seriesDays")
        self.setAccessibleName(self.tr("Kommande dagar i serien"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.days = DaysModel(self)
        self.setModel(self.days)
        self.setItemDelegate(DaysDelegate(self))
        self.days.dataChanged.connect(self._tell)
        self.days.modelReset.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.days.turn)

    @property
    def current(self) -> ShownDay | None:
        """The current day."""
        return self.days.day(self.currentIndex())

    def begin(self) -> None:
        """Make the first closed day current, or the first one, where none is."""
        if not self.currentIndex().isValid() and self.days.days:
            closed = (row for row, day in enumerate(self.days.days) if day.planned.closed)
            self.setCurrentIndex(self.days.index(next(closed, 0)))

    def turn(self) -> None:
        """Move the meeting of the current day, or move it back."""
        self.days.turn(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the current day, or leave the key to others."""
        current = self.current
        if Qt.Key(event.key()) in _TURNING and current is not None and current.planned.closed:
            self.turn()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.current_changed.emit()

"""The list of meetings at the left: coming ones first, then past ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from desktop.domain.dates import WEEKDAYS, clock_span, day_and_month, in_prose, now
from desktop.domain.forum import Forum
from desktop.domain.meetings.meeting import MeetingRow
from desktop.views.meetings.sectioned import SectionedList, SectionedModel
from desktop.views.parts.badge import ForumBadge
from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.marks import MARK_SIZE, forum_badge_word, paint_forum_mark
from desktop.views.parts.wrapped import Wrapped, WrappedTexts, semibold, small
from desktop.views.wording import meeting_state_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.views.meetings.sectioned import Index

NARROW = 120
"""Below this width, in pixels, a row shows only mark and day."""

_PADDING = 12
_HEADING_HEIGHT = 32
_MOST_KNOWN = 1000


class MeetingModel(SectionedModel[MeetingRow]):
    """The meetings, as they came: coming ones, nearest first, then past ones, latest first."""

    in_place = True

    def show_meetings(self, rows: Sequence[MeetingRow], moment: datetime) -> None:
        """Put the rows under "Kommande" and "Tidigare"."""
        self.show_sections([
            (self.tr("Kommande"), [row for row in rows if row.ends_at >= moment]),
            (self.tr("Tidigare"), [row for row in rows if row.ends_at < moment]),
        ])  # fmt: skip

    def key(self, row: MeetingRow) -> object:
        """The meeting's key."""
        return row.id

    def shown(self, row: MeetingRow) -> str:
        """The meeting's title."""
        return row.title

    def spoken(self, row: MeetingRow) -> str:
        """Everything the row shows."""
        return ", ".join((row.title, forum_badge_word(row.forum), self.when(row), self.progress(row)))

    def when(self, row: MeetingRow) -> str:
        """Day and time; the year only where it is another one than now."""
        day = row.day
        written = day_and_month(day) if day.year == now().year else in_prose(day)
        return f"{WEEKDAYS[day.weekday()][:3]} {written} {clock_span(row.starts_at, row.ends_at)}"

    def progress(self, row: MeetingRow) -> str:
        """How far it has come, and how much of its time is planned."""
        state = meeting_state_word(row.state)
        if not row.items:
            return self.tr("{state} · ingen punkt").format(state=state)
        return self.tr("{state} · {planned} av {minutes} min").format(
            state=state, planned=row.planned_minutes, minutes=row.minutes
        )


class MeetingDelegate(QStyledItemDelegate):
    """Paints title, forum, time and progress; in a narrow list only the mark and the day."""

    def __init__(self, view: SectionedList) -> None:
        super().__init__(view)
        self._badges = {forum: ForumBadge(forum, view) for forum in Forum}
        for badge in self._badges.values():
            badge.hide()
        self._wrapped = WrappedTexts()
        self._known: dict[tuple[MeetingRow, int, int], tuple[Wrapped, ...]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped texts need."""
        model, width = cast("MeetingModel", index.model()), self._width(option)
        row, line = model.entry(index), QFontMetrics(option.font).height()
        if row is None:
            return QSize(0, _HEADING_HEIGHT if width >= NARROW else 1)
        if width < NARROW:
            return QSize(0, 2 * line + 20)
        height = sum(text.size.height() for text in self._texts(model, row, option.font, width)) + line
        return QSize(0, round(height) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a meeting."""
        model = cast("MeetingModel", index.model())
        row = model.entry(index)
        painter.save()
        if row is None:
            if self._width(option) >= NARROW:
                self._paint_heading(painter, option, str(index.data()))
        else:
            self.initStyleOption(option, index)
            paint_ground(painter, option)
            if option.rect.width() < NARROW:
                self._paint_narrow(painter, option, row)
            else:
                self._paint_meeting(painter, option, model, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        painter.setFont(semibold(small(option.font)))
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        place = option.rect.adjusted(_PADDING, 0, 0, -6)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_meeting(
        self, painter: QPainter, option: QStyleOptionViewItem, model: MeetingModel, row: MeetingRow
    ) -> None:
        x, y = option.rect.left() + _PADDING, option.rect.top() + _PADDING - 2.0
        title, when, progress = self._texts(model, row, option.font, option.rect.width())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        title.paint(painter, x, y)
        y += title.size.height() + 1
        painter.setFont(semibold(small(option.font)))
        line = QFontMetrics(option.font).height()
        colour = self._colour(row.forum)
        paint_forum_mark(painter, row.forum, QRectF(x, y + (line - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE), colour)
        painter.setPen(colour)
        place = QRectF(x + MARK_SIZE + 5, y, option.rect.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, forum_badge_word(row.forum))
        y += line + 1
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        for note in (when, progress):
            note.paint(painter, x, y)
            y += note.size.height() + 1

    def _paint_narrow(self, painter: QPainter, option: QStyleOptionViewItem, row: MeetingRow) -> None:
        centre = option.rect.center().x() + 1
        top = option.rect.top() + 12
        place = QRectF(centre - MARK_SIZE / 2, top, MARK_SIZE, MARK_SIZE)
        paint_forum_mark(painter, row.forum, place, self._colour(row.forum))
        painter.setFont(small(option.font))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        below = option.rect.adjusted(2, 12 + MARK_SIZE + 4, -2, 0)
        day = f"{row.day.day}/{row.day.month}"
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, day)

    def _texts(self, model: MeetingModel, row: MeetingRow, font: QFont, width: int) -> tuple[Wrapped, ...]:
        """The texts of a row; wrapped once for a row, a size of text and a width, since a list asks all the time."""
        key = (row, font.pixelSize(), width)
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            room, note = width - 2 * _PADDING, small(font)
            self._known[key] = (
                self._wrapped.of(row.title, semibold(font), room),
                self._wrapped.of(model.when(row), note, room),
                self._wrapped.of(model.progress(row), note, room),
            )
        return self._known[key]

    def _colour(self, forum: Forum) -> QColor:
        badge = self._badges[forum]
        badge.ensurePolished()
        return badge.palette().color(badge.foregroundRole())

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        return cast("SectionedList", option.widget).viewport().width()


class MeetingList(SectionedList):
    """The meetings; the current one is the one that is open.

    Attributes:
        chosen: The key of the meeting that the user has gone to.
    """

    chosen = Signal(object)

    def __init__(self, clock: Callable[[], datetime] = now, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Möten"))
        self.setObjectName("meetingList")
        self._clock = clock
        self._showing = False
        self.meetings = MeetingModel(self)
        self.setModel(self.meetings)
        self.setItemDelegate(MeetingDelegate(self))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show the meetings; the one that was current stays so without being told."""
        current = self.current
        self._showing = True
        self.meetings.show_meetings(rows, self._clock())
        self.choose(current)
        self._showing = False

    @property
    def current(self) -> object:
        """The key of the current meeting, or None."""
        row = self.meetings.entry(self.currentIndex())
        return row.id if row is not None else None

    def choose(self, key: object) -> bool:
        """Go to a meeting; whether it is in the list."""
        index = self.meetings.index_of(key)
        if index.isValid() and QPersistentModelIndex(index) != QPersistentModelIndex(self.currentIndex()):
            self.setCurrentIndex(index)
        return index.isValid()

    def _tell(self, index: QModelIndex) -> None:
        row = self.meetings.entry(index)
        if row is not None and not self._showing:
            self.chosen.emit(row.id)

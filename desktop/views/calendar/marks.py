"""The mark of a meeting: the forum by its shape, what became of the meeting by how the shape is filled."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.domain.forum import Forum
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.parts.marks import paint_forum_mark

_HELD = {MeetingState.HELD, MeetingState.NOTES_AWAITED, MeetingState.NOTES_RECEIVED, MeetingState.NOTES_CHECKED}
_STROKE = 1.6


class MarkForm(Enum):
    """Filled for a meeting that was held, hollow for one to come, crossed for one that was cancelled."""

    FILLED = auto()
    HOLLOW = auto()
    CROSSED = auto()


def form_of(state: MeetingState) -> MarkForm:
    """How the mark of a meeting in this state is drawn (R5)."""
    if state is MeetingState.CANCELLED:
        return MarkForm.CROSSED
    return MarkForm.FILLED if state in _HELD else MarkForm.HOLLOW


def form_word(form: MarkForm) -> str:
    """What a form means, as in the key to the marks."""
    return {
        MarkForm.FILLED: QCoreApplication.translate("Calendar", "genomfört"),
        MarkForm.HOLLOW: QCoreApplication.translate("Calendar", "planerat"),
        MarkForm.CROSSED: QCoreApplication.translate("Calendar", "inställt"),
    }[form]


def paint_meeting_mark(
    painter: QPainter, forum: Forum, form: MarkForm, rect: QRectF, colours: tuple[QColor, QColor]
) -> None:
    """Paint the mark of a meeting.

    Args:
        painter: An active painter; its state is left as it was.
        forum: Whose shape.
        form: Filled, hollow or crossed.
        rect: Where.
        colours: That of the mark, and that of the ground inside a hollow one.
    """
    ink, ground = colours
    paint_forum_mark(painter, forum, rect, ink)
    if form is MarkForm.FILLED:
        return
    paint_forum_mark(painter, forum, rect, ground, inset=_STROKE)
    if form is MarkForm.CROSSED:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, _STROKE))
        wide = rect.adjusted(-1, -1, 1, 1)
        painter.drawLine(wide.topLeft(), wide.bottomRight())
        painter.drawLine(wide.bottomLeft(), wide.topRight())
        painter.restore()

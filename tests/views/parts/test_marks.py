"""The marks of the forums: five shapes that differ without their colours, filled and hollow (never colour alone)."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.forum import Forum
from desktop.views.calendar.marks import MarkForm, paint_meeting_mark
from desktop.views.parts.badge import ForumBadge
from desktop.views.parts.marks import forum_badge_word, forum_word
from desktop.views.theme import Theme

_BLACK, _WHITE = QColor("black"), QColor("white")


def drawn(forum: Forum, form: MarkForm, side: int = 10) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_meeting_mark(painter, forum, form, QRectF(1, 1, side - 2, side - 2), (_BLACK, _WHITE))
    painter.end()
    return image


def ink(image: QImage) -> int:
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("form", MarkForm)
def test_every_forum_has_a_shape_of_its_own(qapp: object, form: MarkForm) -> None:
    pictures = [drawn(forum, form) for forum in Forum]
    assert not any(one == other for place, one in enumerate(pictures) for other in pictures[:place])


@pytest.mark.parametrize("forum", Forum)
def test_a_hollow_mark_has_an_edge_and_ground_inside(qapp: object, forum: Forum) -> None:
    filled, hollow = drawn(forum, MarkForm.FILLED, 24), drawn(forum, MarkForm.HOLLOW, 24)
    assert 0 < ink(hollow) < ink(filled)
    assert filled.pixelColor(12, 14) == _BLACK
    assert hollow.pixelColor(12, 14) == _WHITE


def test_every_forum_has_words_of_its_own(theme: Theme) -> None:
    assert len({forum_word(forum) for forum in Forum}) == len({forum_badge_word(forum) for forum in Forum}) == 5
    badge = ForumBadge(Forum.COUNCIL)
    assert (badge.text(), badge.accessibleName()) == ("Kundråd", "Forum: Kundråd")
    badge.set_forum(Forum.TACTICAL)
    assert (badge.text(), badge.accessibleName()) == ("Taktisk", "Nivå: Taktisk")

"""The drawn way: words that touch nothing, and every mark within reach of the keyboard (R20)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.matter_path import Mark, MarkKind, MatterPath, lanes_of
from desktop.views.matters.path.layout import LANE, Paper, labels_of, points_of
from desktop.views.matters.path.view import PathView
from desktop.views.theme import Theme

DAY = date(2026, 11, 12)


def path(levels: list[Level], model: LevelModel = LevelModel.THREE) -> MatterPath:
    marks = tuple(
        Mark(
            kind=MarkKind.PLANNED if place and place == len(levels) - 1 else list(MarkKind)[place % 5],
            level=level,
            day=DAY + timedelta(days=place),
            words=f"{12 + place} november eskalerat: ej åtgärdat",
            sentence=f"Märke {place}.",
        )
        for place, level in enumerate(levels)
    )
    return MatterPath(lanes=lanes_of(model), marks=marks)


@given(st.lists(st.sampled_from(Level), min_size=1, max_size=9), st.sampled_from(LevelModel), st.integers(150, 900))
def test_words_keep_within_the_drawing_and_apart(levels: list[Level], model: LevelModel, width: int) -> None:
    drawn = path(levels, model)
    inside = QRectF(100, 0, width, LANE * len(drawn.lanes))
    points = points_of(drawn, inside)
    labels = [
        label.rect for label in labels_of(drawn, points, Paper(inside, lambda words: 7.0 * len(words), 16.0)).values()
    ]
    assert labels or width < 400
    for place, rect in enumerate(labels):
        assert inside.contains(rect)
        assert not any(rect.intersects(other) for other in labels[:place])
        assert not any(rect.contains(point) for point in points)


def test_arrows_go_from_mark_to_mark_and_the_whole_is_told(theme: Theme, qtbot: QtBot) -> None:
    view = PathView()
    theme.dress(view)
    qtbot.addWidget(view)
    view.resize(500, 160)
    view.show_path(path([Level.OPERATIONAL, Level.TACTICAL, Level.TACTICAL]))
    view.show()
    assert view.accessibleDescription() == "Märke 0. Märke 1. Märke 2."
    for expected in (1, 2, 2):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert view.current == expected
    assert view.sentence_at(view.points()[1]) == "Märke 1."
    assert view.grab().toImage().pixelColor(view.points()[0].toPoint()) != view.grab().toImage().pixelColor(
        view.points()[2].toPoint()
    )

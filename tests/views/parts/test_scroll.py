"""What scrolls is as high as it needs to be, so that nothing empty can be scrolled to."""

from pytestqt.qtbot import QtBot

from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text
from desktop.views.theme import Theme

WORDS = "Hur ofta forumen träffas anpassas i dialog mellan parterna. " * 6


def test_wrapped_texts_ask_for_the_height_of_the_width_they_have(qtbot: QtBot, theme: Theme) -> None:
    inside = ScrolledColumn()
    texts = [Text(WORDS, wrap=True) for _ in range(3)]
    for place, text in enumerate(texts):
        inside.column.insertWidget(place, text)
    scroll = VerticalScroll(inside)
    qtbot.addWidget(scroll)
    for width in (300, 700):
        scroll.resize(width, 100)
        scroll.show()
        qtbot.waitUntil(lambda width=width: scroll.verticalScrollBar().maximum() > 0 and scroll.width() == width)
        assert inside.height() == inside.heightForWidth(inside.width())
        assert all(text.height() >= text.heightForWidth(text.width()) for text in texts)
    scroll.resize(700, 2000)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)

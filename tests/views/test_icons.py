"""The line icons."""

import re

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette
from pytestqt.qtbot import QtBot

from desktop.assets import asset
from desktop.views.icons import icon, icon_pixmap

NAMES = sorted(path.stem for path in asset("icons").glob("*.svg"))


def test_the_family_is_there() -> None:
    assert {"meetings", "matters", "contacts", "orders", "overview", "follow-up", "lock", "drag"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_of_the_same_family(name: str) -> None:
    source = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    for trait in ('viewBox="0 0 24 24"', 'stroke="currentColor"', 'stroke-linecap="round"', 'fill="none"'):
        assert trait in source
    assert re.search(r'stroke-width="(1\.75|2\.5)"', source)
    assert "#" not in source


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour_and_nothing_else(qtbot: QtBot, name: str) -> None:
    image = icon_pixmap(name, QColor("#b3261e"), 24, 2.0).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = {colour.name() for colour in pixels if colour.alpha() == 255}
    assert solid == {"#b3261e"}
    assert image.width() == 48


def test_an_icon_takes_the_palettes_colours_for_both_states(qtbot: QtBot) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, QColor("#0000ff"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#808080"))
    drawn = icon("close", palette)
    for mode, colour in ((QIcon.Mode.Normal, "#0000ff"), (QIcon.Mode.Disabled, "#808080")):
        assert drawn.pixmap(18, mode).toImage().pixelColor(9, 9).name() == colour

"""Tokens, palette and style sheet, and how they follow the system."""

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.assets import asset
from desktop.views.parts.badge import StateChip
from desktop.views.parts.text import Text
from desktop.views.theme import BASE_FONT, Theme, _base_font_size, font_sizes, palette_of
from desktop.views.tokens import DARK, LIGHT, Tokens, high_contrast

GROUNDS = ("background", "surface")
LEVELS = ("operational", "tactical", "strategic")

TEXT_ON = [
    *product(("ink", "muted", "accent", *LEVELS), (*GROUNDS, "accent_soft")),
    *product(("warning", "danger", "good"), GROUNDS),
    *product(("ink", "muted"), ("neutral_soft", "private_soft")),
    ("warning", "warning_soft"),
    ("danger", "danger_soft"),
    ("good", "good_soft"),
    *product(("accent", "ink"), ("warning_soft", "danger_soft", "good_soft")),
    ("on_accent", "accent"),
]
MARKS_ON = [
    *product(("field_line",), GROUNDS),
    *product(("accent", *LEVELS), (*GROUNDS, "accent_soft", "neutral_soft")),
]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    bright, dim = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON)
def test_marks_can_be_seen(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3


def test_high_contrast_uses_only_the_systems_colours() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    tokens = high_contrast(system)
    assert set(tokens) == {"#000000", "#ffff00"}
    assert tokens.line == tokens.ink == "#ffff00"


def test_the_user_can_choose_and_let_the_system_choose_again(qapp: QApplication, theme: Theme) -> None:
    theme.use("dark")
    assert theme.tokens is DARK
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    theme.use("system")
    assert theme.tokens is LIGHT  # off screen the system says nothing, and that is light
    assert not theme.dark


def test_a_change_of_the_system_is_followed_only_when_the_user_has_not_chosen(
    qapp: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    hints = qapp.styleHints()
    theme.use("system")
    with qtbot.waitSignals([theme.changed, theme.changed], timeout=1000):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    theme.use("light")
    with qtbot.assertNotEmitted(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_widgets_on_screen_change_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    chip = StateChip("Försenad", "danger")
    qtbot.addWidget(chip)
    light = chip.grab().toImage().pixelColor(chip.sizeHint().width() // 2, 1).name()
    theme.use("dark")
    dark = chip.grab().toImage().pixelColor(chip.sizeHint().width() // 2, 1).name()
    assert (light, dark) == (LIGHT.danger_soft, DARK.danger_soft)


def test_every_name_in_the_sheet_is_a_token_or_a_step() -> None:
    sheet = asset("qss/window.qss").read_text(encoding="utf-8").replace("$$", "")
    names = set(re.findall(r"\$(\w+)", sheet))
    assert names <= {*Tokens._fields, *font_sizes(BASE_FONT), "check"}


def test_the_sheet_only_uses_pictures_that_exist() -> None:
    sheet = asset("qss/window.qss").read_text(encoding="utf-8")
    pictures = {
        name.replace("$check", "check-on-light.svg") for name in re.findall(r'url\("resources:([^"]+)"\)', sheet)
    }
    assert pictures
    assert all(asset(name).is_file() for name in pictures)


def test_body_text_is_13_pixels_unless_the_system_asks_for_larger(qapp: QApplication, theme: Theme) -> None:
    assert qapp.font().pixelSize() == 13
    assert theme.text_scale == 1.0
    font = qapp.font()
    font.setPointSizeF(9)
    assert _base_font_size(font, 96) == 13
    font.setPointSizeF(18)
    assert _base_font_size(font, 96) == 24
    assert font_sizes(26)["title"] == "40px"


def test_disabled_text_is_dimmed_in_the_palette() -> None:
    palette = palette_of(LIGHT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    assert disabled == LIGHT.field_line


def test_a_title_is_larger_than_the_body(theme: Theme, qtbot: QtBot) -> None:
    body, title = Text("Möten"), Text("Möten", "title")
    for text in (body, title):
        qtbot.addWidget(text)
        text.ensurePolished()
    assert isinstance(title, QLabel)
    assert title.fontMetrics().height() > body.fontMetrics().height()

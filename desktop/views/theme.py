"""How the program looks: palette, font and style sheet made from the tokens, following the system while it runs."""

from string import Template
from typing import Literal
from weakref import WeakSet

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from desktop.assets import RESOURCES, asset
from desktop.views.tokens import DARK, LIGHT, Tokens, high_contrast

Choice = Literal["system", "light", "dark"]

BASE_FONT = 13
"""The height of body text in device-independent pixels, unless the system asks for more."""

_LARGE_SYSTEM_FONT = 16
"""From this height on, the system's font size is a wish for larger text and not only a platform's habit."""


class Theme(QObject):
    """Dresses the application, and dresses it again when the system changes between light, dark and high contrast.

    Args:
        app: The application to dress.

    Attributes:
        font: The font of body text.
        changed: Emitted after palette and style sheet have been replaced; painters read ``tokens`` anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._windows: WeakSet[QWidget] = WeakSet()
        QDir.addSearchPath("resources", str(RESOURCES))
        self._sheet = Template(asset("qss/window.qss").read_text(encoding="utf-8"))
        app.setStyle(QStyleFactory.create("Fusion"))
        self.font = app.font()
        self.font.setPixelSize(_base_font_size(app.font(), app.primaryScreen().logicalDotsPerInch()))
        app.setFont(self.font)
        self.tokens: Tokens = LIGHT
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground now."""
        return QColor(self.tokens.ink).lightness() > QColor(self.tokens.background).lightness()

    @property
    def text_scale(self) -> float:
        """How much larger than the design the text is; 1.0 unless the system asks for larger text."""
        return self.font.pixelSize() / BASE_FONT

    @property
    def small_font_size(self) -> int:
        """The height of notes and counters in device-independent pixels."""
        return round(11 * self.text_scale)

    def dress(self, window: QWidget) -> None:
        """Give a window, and everything that is or comes inside it, the style sheet, now and whenever it changes.

        The sheet lies on the window and not on the application, since Qt else computes the style of everything that
        is being built again for each parent it gets; a page is built bare and dressed once, when it enters a window.
        """
        self._windows.add(window)
        window.setStyleSheet(self.style_sheet())

    def use(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark whatever the system says."""
        self._choice = choice
        self._dress()

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name, for painters."""
        return QColor(getattr(self.tokens, token))

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._dress()

    def _dress(self) -> None:
        self.tokens = self._choose()
        self._app.setPalette(palette_of(self.tokens))
        sheet = self.style_sheet()
        for window in filter(isValid, tuple(self._windows)):
            window.setStyleSheet(sheet)
        self.changed.emit()

    def style_sheet(self) -> str:
        """The style sheet made from the tokens of now."""
        check = "check-on-light.svg" if self.dark else "check-on-dark.svg"
        return self._sheet.substitute(self.tokens._asdict(), **font_sizes(self.font.pixelSize()), check=check)

    def _choose(self) -> Tokens:
        if self._choice != "system":
            return DARK if self._choice == "dark" else LIGHT
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())  # back to the system's own colours, to read them
            return high_contrast(self._app.palette())
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for everything Fusion and our painters draw; the style sheet is made from the same tokens."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.background),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.danger),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.line),
        (role.Dark, tokens.field_line),
        (role.Shadow, tokens.field_line),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.field_line))
    return palette


def font_sizes(base: int) -> dict[str, str]:
    """The steps of the type scale in pixels: small 11, body 13, section 14 and title 20 when the base is 13."""
    steps = {"small": 11, "body": 13, "section": 14, "product": 15, "title": 20}
    return {name: f"{round(step * base / BASE_FONT)}px" for name, step in steps.items()}


def _base_font_size(system: QFont, dots_per_inch: float) -> int:
    pixels = system.pixelSize() if system.pixelSize() > 0 else round(system.pointSizeF() * dots_per_inch / 72)
    return pixels if pixels >= _LARGE_SYSTEM_FONT else BASE_FONT

"""Buttons in their ranks: one primary per view, secondary beside it, quiet ones inside the text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.views.icons import ICON_SIZE, icon


class Button(QPushButton):
    """A push button whose looks follow its kind and whose icon follows the palette.

    Args:
        text: What the button does, as a verb; plain words without ``&``.
        kind: The name that the style sheet knows the rank by.
        icon_name: A line icon before the text.
        tint: The palette role of the icon.
        parent: The owning widget.
    """

    def __init__(
        self,
        text: str,
        kind: str,
        icon_name: str | None = None,
        tint: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._tint = tint
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._tinted = False

    def sizeHint(self) -> QSize:
        """Asked for before the button is first shown, which is when it gets its icon."""
        if not self._tinted:
            self._tint_icon()
        return super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button as the space bar does, also outside dialogs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the theme has changed."""
        if event.type() == QEvent.Type.PaletteChange and self._tinted:
            self._tint_icon()
        super().changeEvent(event)

    def _tint_icon(self) -> None:
        if self._icon_name is not None:
            self._tinted = True
            self.setIcon(icon(self._icon_name, QApplication.palette(), self._tint))


class PrimaryButton(Button):
    """The one thing to do next; at most one in a view."""

    def __init__(self, text: str, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "primary", icon_name, QPalette.ColorRole.HighlightedText, parent)


class SecondaryButton(Button):
    """What can also be done here."""

    def __init__(self, text: str, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "secondary", icon_name, parent=parent)


class QuietButton(Button):
    """An action inside a text or a bar, without a frame, in the accent colour."""

    def __init__(self, text: str, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet", icon_name, QPalette.ColorRole.Accent, parent)


class IconButton(Button):
    """A framed button that shows only an icon; its name is read aloud and shown as a tip.

    Args:
        icon_name: The line icon.
        name: What the button does, as a verb.
        parent: The owning widget.
        bare: Leave out the frame.
    """

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None, *, bare: bool = False) -> None:
        super().__init__("", "bare" if bare else "icon", icon_name, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

"""Where the next entry of a list is typed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class AdditionField(QLineEdit):
    """The last row of a list: what is typed here and ended with Enter is added to it."""

    def event(self, event: QEvent) -> bool:
        """Ctrl+N stays in the list: the next one is typed here anyway."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_N and event.modifiers() == control:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif not (event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)

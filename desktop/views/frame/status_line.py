"""The quiet line at the bottom of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.parts.text import Text


class StatusLine(QWidget):
    """Tells at the left whether everything is saved, at the right about the copy and the encryption.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("Läge"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved, self.backup, self.encryption = Text(), Text(), Text()
        for name in ("saved", "backup", "encryption"):
            getattr(self, name).setObjectName(f"status-{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(22)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.backup)
        row.addWidget(self.encryption)

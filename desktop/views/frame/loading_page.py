"""What stands in a page's place until the register is open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.parts.heading import PageHead


class LoadingPage(QWidget):
    """The title of the page and a quiet line; nothing moves.

    Args:
        title: The title of the page that will come.
        parent: The owning widget.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.addWidget(PageHead(title, self.tr("Öppnar registret …")))
        column.addStretch(1)

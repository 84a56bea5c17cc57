"""The top of the window: whose program it is, the menus, and the button for new things."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.text import Text

_HEIGHT = 48


class TopBar(QWidget):
    """Product, agency, menus and "Nytt".

    Args:
        agency: The name of the user's own agency; empty until it is known.
        parent: The owning widget.

    Attributes:
        menus: The menu bar.
        new_button: Opens the menu of things that can be made; hidden while there is none.
    """

    def __init__(self, agency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        product = Text("Samverkan")
        product.setObjectName("product")
        self._agency = Text(agency)
        self._agency.setObjectName("agency")
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(True)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._new_menu = QMenu(self)
        self._new_menu.setAccessibleName(self.tr("Nytt"))
        self.new_button = self._make_new_button()

        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(product)
        row.addWidget(self._agency)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.new_button)

    def set_agency(self, name: str) -> None:
        """Show whose program it is."""
        self._agency.setText(name)

    def add_new(self, text: str, make: Callable[[], object]) -> QAction:
        """Add something that can be made; the first entry is the one under Ctrl+N and Enter."""
        action = self._new_menu.addAction(text)

        def act() -> None:  # without the "checked" that Qt hands to whoever takes an argument
            make()

        action.triggered.connect(act)
        self.new_button.show()
        return action

    def _make_new_button(self) -> PrimaryButton:
        button = PrimaryButton(self.tr("Nytt") + "  Ctrl N")
        button.setObjectName("new")
        button.setAccessibleName(self.tr("Nytt"))
        button.setAccessibleDescription(self.tr("Öppnar en meny"))
        button.setShortcut("Ctrl+N")
        button.clicked.connect(self._open_new_menu)
        button.hide()
        return button

    def _open_new_menu(self) -> None:
        button = self.new_button
        width = self._new_menu.sizeHint().width()
        self._new_menu.setMinimumWidth(button.width())
        corner = QPoint(button.width() - max(width, button.width()), button.height() + 4)
        self._new_menu.popup(button.mapToGlobal(corner))
        self._new_menu.setActiveAction(self._new_menu.actions()[0])

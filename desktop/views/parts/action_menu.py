"""Menus of actions, and the button that opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.views.parts.buttons import SecondaryButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class ActionMenu(QMenu):
    """A menu whose entries are added in one line each."""

    def offer(self, words: str, name: str, do: Callable[[], object], keys: QKeySequence | str = "") -> QAction:
        """Add an entry at the end.

        Args:
            words: What it does, as a verb.
            name: Its object name.
            do: Called when it is chosen.
            keys: What else chooses it, wherever the focus is in the window.
        """
        action = self.addAction(words)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        return action


class MenuButton(SecondaryButton):
    """A button that opens a menu.

    Args:
        text: What the menu is about.
        name: The object name of the menu; the button's is made from it.
        parent: The owning widget.

    Attributes:
        actions_menu: The menu, to be filled.
    """

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "chevron-down", parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign of a menu stands after its name
        self.actions_menu = ActionMenu(self)
        self.actions_menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.actions_menu.setObjectName(name)
        self.setObjectName(f"{name}Button")
        self.setMenu(self.actions_menu)

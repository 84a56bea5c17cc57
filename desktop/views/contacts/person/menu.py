"""What else can be done with the person that is shown; other parts of the page add their entries here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.views.parts.action_menu import MenuButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact

    Offered = Callable[[Contact], bool]


class PersonMenu(MenuButton):
    """The menu "Mer" in the head of a person.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "personMenu", parent)
        self.setText(self.tr("Mer"))
        self._contact: Contact | None = None
        self._offered: list[tuple[QAction, Offered]] = []

    def add(
        self, words: str, name: str, do: Callable[[Contact], object], offered: Offered = lambda _contact: True
    ) -> QAction:
        """Add an entry at the end.

        Args:
            words: What it does, as a verb: "Avsluta kontakten …".
            name: Its object name.
            do: Called with the person shown when it is chosen.
            offered: Whether it is there for a person; it is asked whenever another one, or a change, is shown.
        """
        action = self.actions_menu.offer(words, name, lambda: self._do(do))
        self._offered.append((action, offered))
        action.setVisible(self._contact is not None and offered(self._contact))
        return action

    def show_contact(self, contact: Contact) -> None:
        """Be about this person from now on."""
        self._contact = contact
        for action, offered in self._offered:
            action.setVisible(offered(contact))
        self.setVisible(any(action.isVisible() for action, _ in self._offered))

    def _do(self, do: Callable[[Contact], object]) -> None:
        if self._contact is not None:
            do(self._contact)

"""The menus of the window and the shortcuts that live in them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.views.frame.undo_keys import REDO_KEYS, UNDO_KEYS

_LAST_DIGIT = 9


class Menus(QObject):
    """Arkiv, Redigera, Visa and Hjälp.

    Args:
        bar: The menu bar to fill; it owns this object.

    Attributes:
        page_chosen: The key (``str``) of the view the user wants to see.
        import_chosen: The user wants to choose a file to import.
    """

    page_chosen = Signal(str)
    import_chosen = Signal()

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._file = bar.addMenu(self.tr("&Arkiv"))
        self._edit = bar.addMenu(self.tr("&Redigera"))
        self._view = bar.addMenu(self.tr("&Visa"))
        self._help = bar.addMenu(self.tr("&Hjälp"))
        self._view.menuAction().setVisible(False)
        self._help.menuAction().setVisible(False)
        self._pages: dict[str, QAction] = {}
        self._group = QActionGroup(self)

        self._add(self._file, self.tr("&Importera …"), self.import_chosen.emit, "Ctrl+I")
        self._before_quit = self._file.addSeparator()
        self.quit = self._file.addAction(self.tr("&Avsluta"))
        self.quit.setShortcut(QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self._edit.addAction("")
        self.undo.setShortcuts(UNDO_KEYS)
        self.redo = self._edit.addAction("")
        self.redo.setShortcuts(REDO_KEYS)
        self.set_undo(None)
        self.set_redo(None)

    def add_page(self, key: str, title: str, number: int) -> None:
        """Add a view, with Alt and its number as shortcut."""
        action = self._add(self._view, title, lambda: self.page_chosen.emit(key))
        if number <= _LAST_DIGIT:
            action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.setCheckable(True)
        self._group.addAction(action)
        self._pages[key] = action
        self._view.menuAction().setVisible(True)

    def mark_page(self, key: str) -> None:
        """Show which view is open."""
        self._pages[key].setChecked(True)

    def add_file(self, text: str, do: Callable[[], object], shortcut: str) -> QAction:
        """Add an entry to "Arkiv", before "Avsluta"."""
        action = self._add(self._file, text, do, shortcut)
        self._file.removeAction(action)
        self._file.insertAction(self._before_quit, action)
        return action

    def add_help(self, text: str, do: Callable[[], object], shortcut: str) -> QAction:
        """Add an entry to "Hjälp" and show the menu."""
        self._help.menuAction().setVisible(True)
        return self._add(self._help, text, do, shortcut)

    def set_undo(self, what: str | None) -> None:
        """Name what undo would take back."""
        self.undo.setText(self.tr("Ångra") if what is None else self.tr("Ångra: {what}").format(what=_plain(what)))
        self.undo.setEnabled(what is not None)

    def set_redo(self, what: str | None) -> None:
        """Name what redo would do again."""
        self.redo.setText(self.tr("Gör om") if what is None else self.tr("Gör om: {what}").format(what=_plain(what)))
        self.redo.setEnabled(what is not None)

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], shortcut: str = "") -> QAction:
        action = menu.addAction(text)

        def act() -> None:  # without the "checked" that Qt hands to whoever takes an argument
            do()

        action.triggered.connect(act)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        return action


def _plain(text: str) -> str:
    """A text whose ``&`` stays a character."""
    return text.replace("&", "&&")

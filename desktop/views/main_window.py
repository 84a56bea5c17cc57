"""The window: on screen bare at first, then furnished, then filled with pages when the register is open."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QByteArray, QMargins, QSize, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent

    from desktop.domain.forum import Forum
    from desktop.views.frame.splitters import Sizes
    from desktop.views.theme import Theme

PageFactory = Callable[[], QWidget]

_DESIGN_SIZE = QSize(1280, 800)
_TITLE_BAR = QSize(0, 40)
"""What the window manager may put around the window, which is not known before it is shown."""


class _Page(NamedTuple):
    """A view's place in the stack: a quiet line at first, then what the factory makes when it is first shown."""

    holder: QWidget
    place: QVBoxLayout


class MainWindow(QMainWindow):
    """Navigation, top bar, message bar, pages and status line.

    Args:
        theme: How the program looks; without it the window is bare until ``furnish``, which is how it comes on screen
            before anything that furnishes it has been loaded.
        agency: The name of the user's own agency; empty until it is known.

    Attributes:
        page_shown: The key (``str``) of the view that is open now.
        forum_chosen: The ``Forum`` to filter by, or ``None``.
        files_dropped: The files (``list[Path]``) that were dropped on the window.
        import_chosen: The user wants to choose a file to import.
        closing: The window is about to close; save what belongs to it and shut the engine down.
        furniture: Everything in the window.
        messages: The message bar.
        undo_action: Undo in menu and under Ctrl+Z; connect its ``triggered``.
        redo_action: Redo in menu and under Ctrl+Y.
        drop_words: Says what dropping files (``list[Path]``) would do; an empty text for reading them.
    """

    page_shown = Signal(str)
    forum_chosen = Signal(object)
    files_dropped = Signal(list)
    import_chosen = Signal()
    closing = Signal()

    def __init__(self, theme: Theme | None = None, agency: str = "") -> None:
        super().__init__()
        self.setWindowTitle("Samverkan")
        self.resize(_DESIGN_SIZE.boundedTo(self.screen().availableSize() - _TITLE_BAR))
        self.setAcceptDrops(True)
        self._pages: dict[str, _Page] = {}
        self._factories: dict[str, PageFactory] = {}
        self._current = ""
        self._forum: Forum | None = None
        self.drop_words: Callable[[list[Path]], str] | None = None
        self._splitters: Sizes = {}
        if theme is not None:
            self.furnish(theme, agency)

    def furnish(self, theme: Theme, agency: str = "") -> None:
        """Put navigation, top bar, message bar, room for pages and status line into a bare window; once."""
        from desktop.views.frame.drop_hint import DropHint
        from desktop.views.frame.menus import Menus
        from desktop.views.frame.navigation import Navigation
        from desktop.views.frame.status_line import StatusLine
        from desktop.views.frame.top_bar import TopBar
        from desktop.views.parts.message_bar import MessageBar

        self._top = TopBar(agency)
        self._menus = Menus(self._top.menus)
        self.undo_action, self.redo_action = self._menus.undo, self._menus.redo
        self._navigation = Navigation(theme)
        self.messages = MessageBar(margins=QMargins(24, 16, 24, 0))
        self._stack = QStackedWidget()
        self._status = StatusLine()
        self._lay_out()
        theme.dress(self)
        self._drop_hint = DropHint(self)
        self._connect()

    def _connect(self) -> None:
        self._navigation.page_chosen.connect(self.show_page)
        self._navigation.forum_chosen.connect(self._keep_forum)
        self._menus.page_chosen.connect(self.show_page)
        self._menus.import_chosen.connect(self.import_chosen)
        self._menus.quit.triggered.connect(self.close)
        self.addAction(self._menus.quit)  # its keys also leave a register that is locked, when no menu opens
        self._drop_hint.files_dropped.connect(self.files_dropped)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            from desktop.views.frame.undo_keys import UndoKeys

            UndoKeys(app, self)

    # Pages

    def add_page(self, key: str, title: str, icon_name: str, page: QWidget | PageFactory | None = None) -> None:
        """Add a view to navigation, menu and Alt+1…9; the first one is opened.

        Args:
            key: The name the program knows the view by.
            title: What the user calls it.
            icon_name: Its line icon.
            page: The page, or what makes it when it is first shown; without it the view says quietly that the
                register is being opened, until ``fill_page``.
        """
        holder = QWidget()
        place = QVBoxLayout(holder)
        place.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(holder)
        self._pages[key] = _Page(holder, place)
        self._navigation.add_view(key, title, icon_name)
        self._menus.add_page(key, title, len(self._pages))
        if page is None:
            from desktop.views.frame.loading_page import LoadingPage

            place.addWidget(LoadingPage(title))
        else:
            self.fill_page(key, page)
        if len(self._pages) == 1:
            self.show_page(key)
            self._navigation.setFocus()

    def fill_page(self, key: str, page: QWidget | PageFactory) -> None:
        """Put the real page in the place of the quiet line; a factory is called when the page is first shown."""
        if isinstance(page, QWidget):
            self._settle(key, page)
        elif key == self._current:
            self._settle(key, page())
        else:
            self._factories[key] = page

    def show_page(self, key: str) -> None:
        """Open a view; makes its page if that has not been done."""
        changed = key != self._current
        self._current = key
        factory = self._factories.pop(key, None)
        if factory is not None:
            self._settle(key, factory())
        self._stack.setCurrentWidget(self._pages[key].holder)
        self._navigation.mark_view(key)
        self._menus.mark_page(key)
        if changed:
            self.page_shown.emit(key)

    def show_panel(self, panel: QWidget) -> None:
        """Show something that has no place in the navigation, such as a preview, instead of the page.

        The panel stays open, with what was typed in it, if the user goes to a page meanwhile.
        """
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.setFocus()

    def close_panel(self, panel: QWidget) -> None:
        """Take a panel away and show the page that was open before, if the panel was in front of it."""
        if self._stack.currentWidget() is panel and self._current:
            self._stack.setCurrentWidget(self._pages[self._current].holder)
        self._stack.removeWidget(panel)
        panel.hide()

    def set_locked(self, locked: bool) -> None:
        """Let only the panel be used, as long as no register is open."""
        self._navigation.setEnabled(not locked)
        focused = cast("QWidget | None", self.focusWidget())
        if not locked and focused is None:
            self._navigation.setFocus()
        self._top.setEnabled(not locked)
        self.setAcceptDrops(not locked)

    @property
    def current_page(self) -> str:
        """The key of the view that is open; empty before the first one has been added."""
        return self._current

    @property
    def shows_panel(self) -> bool:
        """Whether a panel stands in front of the page."""
        return self._stack.currentWidget() is not self._pages[self._current].holder

    def page(self, key: str) -> QWidget | None:
        """The widget that stands in a view now."""
        item = self._pages[key].place.itemAt(0)
        return item.widget() if item is not None else None

    def set_counter(self, key: str, number: int) -> None:
        """Show after a view's name how many things there ask for attention."""
        self._navigation.set_counter(key, number)

    @property
    def forum(self) -> Forum | None:
        """The forum that is filtered by, or none."""
        return self._forum

    def show_forums(self, forums: Collection[Forum]) -> None:
        """Offer these forums as filters."""
        self._navigation.show_forums(forums)

    def choose_forum(self, forum: Forum | None) -> None:
        """Filter by a forum, or by none; emits ``forum_chosen``."""
        self._navigation.choose_forum(forum)

    # Menus

    def add_new_action(self, text: str, make: Callable[[], object], shortcut: str = "") -> QAction:
        """Add something that can be made to "Nytt" (Ctrl+N); its own keys work wherever one is."""
        action = self._top.add_new(text, make)
        if shortcut:
            action.setShortcut(shortcut)
            self.addAction(action)  # a menu that only pops up hands on no keys
        return action

    def add_file_action(self, text: str, do: Callable[[], object], shortcut: str = "") -> QAction:
        """Add something to the menu "Arkiv", before "Avsluta"."""
        return self._menus.add_file(text, do, shortcut)

    def add_help_action(self, text: str, do: Callable[[], object], shortcut: str = "") -> QAction:
        """Add something to the menu "Hjälp", which is shown when there is something in it."""
        return self._menus.add_help(text, do, shortcut)

    def set_undo(self, what: str | None) -> None:
        """Name what undo would take back ("flytta punkt 3"), or say with ``None`` that there is nothing."""
        self._menus.set_undo(what)

    def set_redo(self, what: str | None) -> None:
        """Name what redo would do again, or say with ``None`` that there is nothing."""
        self._menus.set_redo(what)

    # What the frame tells

    def set_agency(self, name: str) -> None:
        """Show whose program it is."""
        self._top.set_agency(name)

    def set_saved(self, text: str) -> None:
        """Tell whether everything is saved: "Allt sparat", "Sparar …"."""
        self._status.saved.setText(text)

    def set_backup(self, text: str) -> None:
        """Tell when the latest copy was taken."""
        self._status.backup.setText(text)

    def set_encryption(self, text: str) -> None:
        """Tell how the register is protected: "Krypterad"."""
        self._status.encryption.setText(text)

    # Place on the desktop

    def geometry_text(self) -> str:
        """Size and place of the window in base 64, for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> bool:
        """Take the size and place that ``geometry_text`` told; an empty or unusable text changes nothing."""
        return bool(text) and self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore")))

    def splitter_sizes(self) -> dict[str, tuple[int, ...]]:
        """Where the lines between list and detail stand, by the splitters' object names, for the settings."""
        from desktop.views.frame.splitters import sizes_in

        return {**self._splitters, **sizes_in(self._stack)}

    def restore_splitter_sizes(self, sizes: Sizes) -> None:
        """Draw the lines where ``splitter_sizes`` told, also in pages that are yet to come."""
        from desktop.views.frame.splitters import restore_sizes

        self._splitters = dict(sizes)
        restore_sizes(self._stack, sizes)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let the hint for dropped files cover the window; it takes the drag over."""
        from desktop.views.frame.drop_hint import files_of

        if files := files_of(event.mimeData()):
            event.acceptProposedAction()
            self._drop_hint.cover(self.drop_words(files) if self.drop_words else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell it before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addLayout(right, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(middle, 1)
        column.addWidget(self._status)
        self.furniture = whole
        self.setCentralWidget(whole)

    def _settle(self, key: str, page: QWidget) -> None:
        place = self._pages[key].place
        former = place.takeAt(0)
        widget = former.widget() if former is not None else None
        place.addWidget(page)
        page.show()
        from desktop.views.frame.splitters import restore_sizes

        restore_sizes(page, self._splitters)
        if widget is not None:
            widget.hide()
            widget.deleteLater()

    def _keep_forum(self, forum: Forum | None) -> None:
        self._forum = forum
        self.forum_chosen.emit(forum)

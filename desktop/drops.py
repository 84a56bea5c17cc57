"""Where files go that are dropped on the window: beside SSC's agenda or list, to a meeting's files, or to an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.importing import seems_importable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.views.contacts.page import ContactsPage
    from desktop.views.main_window import MainWindow
    from desktop.views.meetings.page import MeetingsPage


class Drops(QObject):
    """Sorts dropped files by what is on screen and by what they seem to be.

    Args:
        window: The window they are dropped on.
        meetings: The page of the meetings.
        contacts: Gives the page of contacts, where there is one yet.
        read: Shows what importing files would do.
        parent: The owning object.
    """

    def __init__(
        self,
        window: MainWindow,
        meetings: MeetingsPage,
        contacts: Callable[[], ContactsPage | None],
        read: Callable[[list[Path]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._meetings = meetings
        self._contacts = contacts
        self._read = read

    def take(self, paths: list[Path]) -> None:
        """Compare what is dropped while SSC's agenda or list is; else attach, and read what can be imported."""
        if self._compares():
            self._meetings.view.agenda.way.read(paths[0])
            return
        if page := self._reconciling:
            page.reconcile(paths[0])
            return
        attached = self._attached_of(paths)
        read = [path for path in paths if path not in attached]
        if attached:
            self._meetings.attach(attached)
        if read:
            self._read(read)

    def words(self, paths: list[Path]) -> str:
        """What the hint over the window says while these files are held over it; nothing for the usual words."""
        if self._compares():
            return self.tr("Släpp dagordningen här för att jämföra den med era punkter")
        if self._reconciling:
            return self.tr("Släpp SSC:s kontaktförteckning här för att jämföra den med er")
        attached = self._attached_of(paths)
        if not attached:
            return ""
        if len(attached) < len(paths):
            return self.tr("Släpp filerna här för att läsa in eller bifoga dem")
        return (
            self.tr("Släpp filen här för att bifoga den till mötet")
            if len(paths) == 1
            else self.tr("Släpp filerna här för att bifoga dem till mötet")
        )

    @property
    def _reconciling(self) -> ContactsPage | None:
        """The page of contacts while it reconciles on screen."""
        page = self._contacts()
        return page if page is not None and page.reconciles and not self._window.shows_panel else None

    @property
    def _shows_meeting(self) -> bool:
        return self._meetings.isVisible() and not self._window.shows_panel and self._meetings.shows_meeting()

    def _compares(self) -> bool:
        return self._shows_meeting and self._meetings.view.agenda.way.compares

    def _attached_of(self, paths: list[Path]) -> list[Path]:
        """Those of some files that would become attachments of the meeting on screen."""
        if not self._shows_meeting:
            return []
        if self._meetings.looks_at_attachments():
            return paths
        return [path for path in paths if not (seems_importable(path) or path.is_dir())]

"""The left side of the window: the views with their counters, and the forums as quick filters."""

from collections.abc import Collection
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.domain.forum import Forum
from desktop.views.frame.navigation_row import ForumRow, NavigationRow, ViewRow
from desktop.views.parts.text import Text
from desktop.views.theme import Theme

_WIDTH = 196


class Navigation(QWidget):
    """The views and the forums.

    Args:
        theme: Where the painted rows take their colours from.
        parent: The owning widget.

    Attributes:
        page_chosen: The key (``str``) of the view the user wants to see.
        forum_chosen: The ``Forum`` whose things alone are to be shown, or ``None`` for all of them.
    """

    page_chosen = Signal(str)
    forum_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Vyer och forum"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(round(_WIDTH * theme.text_scale))
        self._theme = theme
        self._views: dict[str, ViewRow] = {}
        self._group = QButtonGroup(self)
        self._view_column = QVBoxLayout()
        self._view_column.setSpacing(2)
        self._forums = {forum: ForumRow(theme, forum) for forum in Forum}

        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 12)
        column.setSpacing(2)
        column.addLayout(self._view_column)
        column.addSpacing(16)
        column.addWidget(self._forum_caption())
        column.addSpacing(4)
        for forum, row in self._forums.items():
            row.clicked.connect(partial(self._forum_clicked, forum))
            row.setVisible(forum is not Forum.COMBINED)
            column.addWidget(row)
        column.addStretch(1)
        theme.changed.connect(self.update)

    def add_view(self, key: str, title: str, icon_name: str) -> None:
        """Add a view at the end of the list."""
        row = ViewRow(self._theme, title, icon_name)
        row.setObjectName(f"view-{key}")
        row.clicked.connect(lambda: self.page_chosen.emit(key))
        self._group.addButton(row)
        self._views[key] = row
        self._view_column.addWidget(row)
        if self.focusProxy() is None:
            self._lead_to(row)
        for former, following in pairwise((*self._views.values(), *self._forums.values())):
            QWidget.setTabOrder(former, following)

    def mark_view(self, key: str) -> None:
        """Show which view is open."""
        self._views[key].setChecked(True)

    def set_counter(self, key: str, number: int) -> None:
        """Show how many things in a view ask for attention; 0 shows nothing."""
        self._views[key].set_counter(number)

    def show_forums(self, forums: Collection[Forum]) -> None:
        """Offer the forums that the parties have now (R1); one that is filtered by and gone is let go of."""
        for forum, row in self._forums.items():
            if row.isChecked() and forum not in forums:
                self.choose_forum(None)
            row.setVisible(forum in forums)

    def choose_forum(self, forum: Forum | None) -> None:
        """Filter by a forum, or by none; tells it through ``forum_chosen``."""
        for each, row in self._forums.items():
            row.setChecked(each is forum)
        self.forum_chosen.emit(forum)

    def changeEvent(self, event: QEvent) -> None:
        """Rows are painted from the tokens, so they follow a new font by themselves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in self.findChildren(NavigationRow):
                row.updateGeometry()

    def _lead_to(self, row: ViewRow) -> None:
        """Pass the focus on to the first row.

        Tab jumps from here to the row wherever that stands in the tab order, over everything between, so the row has
        to stand here. Only what takes the focus can be given a place in that order.
        """
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(self, row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(row)

    def _forum_clicked(self, forum: Forum) -> None:
        self.choose_forum(forum if self._forums[forum].isChecked() else None)

    def _forum_caption(self) -> Text:
        caption = Text(self.tr("Forum"), "caption")
        caption.setProperty("capitals", True)
        caption.setContentsMargins(10, 0, 0, 0)
        return caption

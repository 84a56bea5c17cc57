"""The head of a meeting: what it is, its next step, and in two menus what else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.domain.dates import clock_span, with_weekday
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.parts.action_menu import MenuButton
from desktop.views.parts.badge import ForumBadge
from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.series.words import moved_words
from desktop.views.wording import convened_words, meeting_state_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import Meeting
    from desktop.views.parts.action_menu import ActionMenu


class MeetingHead(PageHead):
    """Title, time, place and forum of a meeting, with its menus and its one primary button.

    Args:
        parent: The owning widget.

    Attributes:
        documents: What can be looked at, saved or sent.
        more: What else can be done with the meeting as a whole.
        next: The next step of the meeting's life.
        next_chosen: The next step is to be taken.
    """

    next_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._forum: ForumBadge | None = None
        self.documents = self._add_menu(self.tr("Dokument"), "documentsMenu")
        self.more = self._add_menu(self.tr("Mer"), "moreMenu")
        self.next = PrimaryButton("")
        self.next.setObjectName("nextStep")
        self.next.clicked.connect(self.next_chosen)
        self.add_action(self.next)

    def show_meeting(self, meeting: Meeting, forum: Forum) -> None:
        """Show what the meeting is, when, where and who convenes it."""
        when = f"{with_weekday(meeting.day)} {clock_span(meeting.starts_at, meeting.ends_at)}"
        cancelled = meeting_state_word(meeting.state) if meeting.state is MeetingState.CANCELLED else ""
        facts = (
            cancelled,
            when,
            moved_words(meeting),
            " ".join(meeting.place.split()),
            convened_words(meeting.convener),
        )
        self.set_title(meeting.title)
        self.set_subtitle(" · ".join(fact for fact in facts if fact))
        if self._forum is None:
            self._forum = ForumBadge(forum)
            self._forum.setObjectName("meetingBadge")
            self.set_badge(self._forum)
        self._forum.set_forum(forum)

    def show_next(self, words: str) -> None:
        """Say the next step as a verb, or offer none for an empty text."""
        self.next.setText(words)
        self.next.setAccessibleDescription(self.tr("Mötets nästa steg"))
        self.next.setVisible(bool(words))

    def go_to_more(self) -> None:
        """Give the focus back to where what else can be done was chosen."""
        if (button := self.more.parentWidget()) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_menu(self, title: str, name: str) -> ActionMenu:
        button = MenuButton(title, name)
        self.add_action(button)
        return button.actions_menu

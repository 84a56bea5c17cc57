"""The tabs of the meeting on screen by their names, for whoever knows which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from desktop.views.meetings.meeting_tabs import MeetingTabs, Tab

if TYPE_CHECKING:
    from desktop.views.meetings.after.after_tab import AfterTab
    from desktop.views.meetings.agenda_tab import AgendaTab
    from desktop.views.meetings.attachments.tab import AttachmentsTab
    from desktop.views.meetings.details_tab import DetailsTab
    from desktop.views.meetings.invitation_tab import InvitationTab
    from desktop.views.meetings.notes.notes_tab import NotesTab
    from desktop.views.meetings.participants_tab import ParticipantsTab
    from desktop.views.parts.history_table import HistoryTable


class NamedTabs(QWidget):
    """What shows a meeting in tabs; each is built when it is first asked for.

    Attributes:
        tabs: The tabs.
    """

    tabs: MeetingTabs

    @property
    def agenda(self) -> AgendaTab:
        """The tab of the agenda: what one comes for."""
        return cast("AgendaTab", self.tabs.widget(Tab.AGENDA))

    @property
    def participants(self) -> ParticipantsTab:
        """The tab of those who take part."""
        return cast("ParticipantsTab", self.tabs.widget(Tab.PARTICIPANTS))

    @property
    def attachments(self) -> AttachmentsTab:
        """The tab of the attached files."""
        return cast("AttachmentsTab", self.tabs.widget(Tab.ATTACHMENTS))

    @property
    def notes(self) -> NotesTab:
        """The tab of what is written down during the meeting."""
        return cast("NotesTab", self.tabs.widget(Tab.NOTES))

    @property
    def after(self) -> AfterTab:
        """The tab of what there is to do after the meeting."""
        return cast("AfterTab", self.tabs.widget(Tab.AFTER))

    @property
    def awaits_notes(self) -> bool:
        """Whether the tab is looked at where SSC's notes can be taken in."""
        return self.tabs.current is Tab.AFTER and self.after.afterwards.awaits_file

    @property
    def invitation(self) -> InvitationTab:
        """The tab of what SSC sent."""
        return cast("InvitationTab", self.tabs.widget(Tab.INVITATION))

    @property
    def details(self) -> DetailsTab:
        """The tab of the meeting's own data."""
        return cast("DetailsTab", self.tabs.widget(Tab.DETAILS))

    @property
    def history(self) -> HistoryTable:
        """The tab of what was done."""
        return cast("HistoryTable", self.tabs.widget(Tab.HISTORY))

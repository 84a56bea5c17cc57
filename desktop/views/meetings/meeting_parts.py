"""The tabs of one meeting: how each is built and filled, and what each asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.document import Paper, WayOut
from desktop.views.meetings.agenda_tab import AgendaTab
from desktop.views.meetings.meeting_tabs import Part, Tab

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.history import HistoryEntry
    from desktop.domain.meetings.brief import Brief
    from desktop.views.meetings.after.after_tab import AfterTab
    from desktop.views.meetings.attachments.tab import AttachmentsTab
    from desktop.views.meetings.brief_tab import BriefTab
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.details_tab import DetailsTab
    from desktop.views.meetings.invitation_tab import InvitationTab
    from desktop.views.meetings.notes.notes_tab import NotesTab
    from desktop.views.meetings.participants_tab import ParticipantsTab
    from desktop.views.parts.history_table import HistoryTable


class MeetingParts(QObject):
    """Builds the tabs when they are first looked at, and passes on what they ask for.

    Args:
        desk: The way to the register.
        shown: Says which meeting is on screen; an answer about another one comes too late.
        parent: The owning object.

    Attributes:
        source_opened: The ``Source`` of an item is to be opened.
        meeting_opened: The key of another meeting to be opened.
        attachment_opened: An ``Attachment`` is to be opened in its own program.
        attachment_saved: An ``Attachment`` is to be saved somewhere.
        document_asked: A ``Paper`` of the meeting is wanted, its ``WayOut``, and the keys of items it is about.
        version_asked: The key (``UUID``) of the finalised notes that are wanted as they were fixed (R12).
        reopening_asked: Finalised notes are to be opened again.
        changed: The ``Meeting`` as it is now.
        removal_asked: The meeting is to be removed.
    """

    source_opened = Signal(object)
    meeting_opened = Signal(object)
    attachment_opened = Signal(object)
    attachment_saved = Signal(object)
    document_asked = Signal(object, object, object)
    version_asked = Signal(object)
    reopening_asked = Signal()
    changed = Signal(object)
    removal_asked = Signal()

    def __init__(self, desk: Desk, shown: Callable[[], UUID | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = shown

    def all(self) -> tuple[Part, ...]:
        """Every tab, in order."""
        return (
            Part(
                tab=Tab.AGENDA,
                title=self.tr("Dagordning"),
                build=self._build_agenda,
                show=lambda tab, opened: tab.show_agenda(opened.agenda),
                flush=AgendaTab.flush,
                leave=AgendaTab.leave,
            ),
            Part(
                tab=Tab.BRIEF,
                title=self.tr("Inför"),
                build=self._build_brief,
                show=lambda tab, opened: self._read_brief(tab, opened.agenda.file.meeting.id),
            ),
            Part(
                tab=Tab.PARTICIPANTS,
                title=self.tr("Deltagare"),
                build=self._build_participants,
                show=lambda tab, opened: tab.show_participants(
                    opened.agenda.file, opened.agenda.items, opened.proposed
                ),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.NOTES,
                title=self.tr("Anteckningar"),
                build=self._build_notes,
                show=lambda tab, opened: tab.show_notes(opened.agenda),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.AFTER,
                title=self.tr("Efter"),
                build=self._build_after,
                show=lambda tab, opened: tab.show_after(opened.agenda.file.meeting.id),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.ATTACHMENTS,
                title=self.tr("Bilagor"),
                build=self._build_attachments,
                show=lambda tab, opened: tab.show_attachments(opened.agenda.file.meeting.id, opened.attachments),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.INVITATION,
                title=self.tr("Kallelse"),
                build=_build_invitation,
                show=lambda tab, opened: tab.show_invitation(opened.agenda.file),
            ),
            Part(
                tab=Tab.DETAILS,
                title=self.tr("Uppgifter"),
                build=self._build_details,
                show=lambda tab, opened: tab.show_meeting(opened.agenda.file, opened.areas, opened.agreement),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.HISTORY,
                title=self.tr("Historik"),
                build=_build_history,
                show=lambda tab, opened: self._read_history(tab, opened.agenda.file.meeting.id),
            ),
        )

    def _build_agenda(self) -> AgendaTab:
        made = AgendaTab(self._desk)
        made.source_opened.connect(self.source_opened)
        made.meeting_opened.connect(self.meeting_opened)
        made.way.mail_asked.connect(partial(self._propose, WayOut.MAIL))
        made.way.preview_asked.connect(partial(self._propose, WayOut.PREVIEW))
        made.way.reminder_asked.connect(lambda: self._ask(Paper.AGENDA, WayOut.REMINDER))
        return made

    def _build_brief(self) -> BriefTab:
        from desktop.views.meetings.brief_tab import BriefTab

        made = BriefTab()
        made.source_opened.connect(self.source_opened)
        made.preview_asked.connect(lambda: self._ask(Paper.BRIEF, WayOut.PREVIEW))
        return made

    def _build_participants(self) -> ParticipantsTab:
        from desktop.views.meetings.participants_tab import ParticipantsTab

        return ParticipantsTab(self._desk)

    def _build_notes(self) -> NotesTab:
        from desktop.views.meetings.notes.notes_tab import NotesTab

        made = NotesTab(self._desk)
        made.reopening_asked.connect(self.reopening_asked)
        return made

    def _build_after(self) -> AfterTab:
        from desktop.views.meetings.after.after_tab import AfterTab

        made = AfterTab(self._desk)
        made.finalising.document_asked.connect(self.version_asked)
        made.afterwards.file_opened.connect(self.attachment_opened)
        made.afterwards.letter_looked_at.connect(partial(self._ask, Paper.DIFFERENCES, WayOut.PREVIEW))
        made.afterwards.letter_sent.connect(partial(self._ask, Paper.DIFFERENCES, WayOut.MAIL))
        return made

    def _build_attachments(self) -> AttachmentsTab:
        from desktop.views.meetings.attachments.tab import AttachmentsTab

        made = AttachmentsTab(self._desk)
        made.open_asked.connect(self.attachment_opened)
        made.save_asked.connect(self.attachment_saved)
        return made

    def _build_details(self) -> DetailsTab:
        from desktop.views.meetings.details_tab import DetailsTab

        made = DetailsTab(self._desk)
        made.changed.connect(self.changed)
        made.removal_asked.connect(self.removal_asked)
        return made

    def _ask(self, paper: Paper, way: WayOut) -> None:
        self.document_asked.emit(paper, way, ())

    def _propose(self, way: WayOut, _meeting: UUID, items: tuple[UUID, ...]) -> None:
        """Ask for the document with which these items are proposed to SSC (R9)."""
        self.document_asked.emit(Paper.PROPOSALS, way, items)

    def _read_brief(self, tab: BriefTab, key: UUID) -> None:
        """The brief is gathered only while it is looked at."""
        briefs = self._desk.services.briefs

        def arrived(brief: Brief) -> None:
            if self._shown() == key:
                tab.show_brief(brief)

        self._desk.read("brief", lambda: briefs.get(key), arrived)

    def _read_history(self, tab: HistoryTable, key: UUID) -> None:
        """History is read only while it is looked at."""
        history = self._desk.services.history

        def arrived(entries: tuple[HistoryEntry, ...]) -> None:
            if self._shown() == key:
                tab.show_history(entries)

        self._desk.read("history", lambda: history.of(key), arrived)


def _build_invitation() -> InvitationTab:
    from desktop.views.meetings.invitation_tab import InvitationTab

    return InvitationTab()


def _build_history() -> HistoryTable:
    from desktop.views.parts.history_table import HistoryTable

    return HistoryTable()

"""What the meetings page asks of the engine, and its way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.views.parts.register_desk import RegisterDesk

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.services.agreements import Agreements
    from desktop.services.attachments import Attachments
    from desktop.services.contacts.contacts import Contacts
    from desktop.services.history import History
    from desktop.services.meetings.agendas import Agendas
    from desktop.services.meetings.briefs import Briefs
    from desktop.services.meetings.closings import Closings
    from desktop.services.meetings.evaluations import Evaluations
    from desktop.services.meetings.journeys import Journeys
    from desktop.services.meetings.lives import Lives
    from desktop.services.meetings.meeting_series import MeetingSeries
    from desktop.services.meetings.meetings import Meetings
    from desktop.services.meetings.notes import Notes
    from desktop.services.meetings.notes_checks import NotesChecks
    from desktop.services.meetings.notes_versions import NotesVersions
    from desktop.services.meetings.participants import Participants
    from desktop.services.meetings.sent_items import SentItems
    from desktop.services.meetings.templates import Templates
    from desktop.tasks import Tasks


class MeetingServices(Protocol):
    """What the meetings page asks of the engine."""

    @property
    def meetings(self) -> Meetings:
        """The meetings with what belongs to them."""
        ...

    @property
    def participants(self) -> Participants:
        """Who is invited, and how they took part."""
        ...

    @property
    def series(self) -> MeetingSeries:
        """The series that meetings belong to."""
        ...

    @property
    def agendas(self) -> Agendas:
        """Items, proposals and private preparation."""
        ...

    @property
    def agreements(self) -> Agreements:
        """The agreement, asked for its service areas."""
        ...

    @property
    def contacts(self) -> Contacts:
        """Who can be invited."""
        ...

    @property
    def sent_items(self) -> SentItems:
        """What was proposed to SSC, and what came of it."""
        ...

    @property
    def briefs(self) -> Briefs:
        """What to know before a meeting."""
        ...

    @property
    def attachments(self) -> Attachments:
        """The files that are kept with a meeting."""
        ...

    @property
    def notes(self) -> Notes:
        """What is written down during a meeting."""
        ...

    @property
    def journeys(self) -> Journeys:
        """The journeys of topics through the meetings."""
        ...

    @property
    def lives(self) -> Lives:
        """The steps of the meetings."""
        ...

    @property
    def closings(self) -> Closings:
        """What became of every item, and the closing of meetings."""
        ...

    @property
    def notes_versions(self) -> NotesVersions:
        """The finalised versions of notes."""
        ...

    @property
    def history(self) -> History:
        """What was done to a meeting."""
        ...

    @property
    def notes_checks(self) -> NotesChecks:
        """The check of SSC's notes."""
        ...

    @property
    def evaluations(self) -> Evaluations:
        """How meetings were, and the surveys that came."""
        ...

    @property
    def templates(self) -> Templates:
        """Agendas to begin with."""
        ...


class Desk(RegisterDesk):
    """The desk of the meetings page.

    Args:
        tasks: The door to the other threads.
        services: What does the work there.
        parent: The owning object.
    """

    def __init__(self, tasks: Tasks, services: MeetingServices, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self.services = services

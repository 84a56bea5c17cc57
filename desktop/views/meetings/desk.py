"""The way from the meetings page to the register and back: writing in order, reading what is newer than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.errors import AppError
    from desktop.services.agendas import Agendas
    from desktop.services.agreements import Agreements
    from desktop.services.attachments import Attachments
    from desktop.services.briefs import Briefs
    from desktop.services.closings import Closings
    from desktop.services.contacts import Contacts
    from desktop.services.evaluations import Evaluations
    from desktop.services.history import History
    from desktop.services.journeys import Journeys
    from desktop.services.lives import Lives
    from desktop.services.meeting_series import MeetingSeries
    from desktop.services.meetings import Meetings
    from desktop.services.notes import Notes
    from desktop.services.notes_checks import NotesChecks
    from desktop.services.notes_versions import NotesVersions
    from desktop.services.participants import Participants
    from desktop.services.sent_items import SentItems
    from desktop.services.templates import Templates
    from desktop.tasks import Task, Tasks

T = TypeVar("T")


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


class Desk(QObject):
    """Writes to and reads from the register for the page, which shows every change before it is stored.

    The lane of the register keeps its order. So an answer is newer than the screen exactly if nothing was written
    since it was asked for; any other answer is asked for again instead of being shown.

    Args:
        tasks: The door to the other threads.
        services: What does the work there.
        parent: The owning object.

    Attributes:
        message: What happened: a sentence, its tone, and whether "Ångra" takes it back.
        refused: A change was not stored; what is on screen must be read anew.
    """

    message = Signal(str, str, bool)
    refused = Signal()

    def __init__(self, tasks: Tasks, services: MeetingServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._tasks = tasks
        self._written = 0
        self._asked: dict[str, Task] = {}

    def write(self, work: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        """Store a change; ``done`` gets the result. A refusal is told and the screen is read anew."""
        self._written += 1
        self._tasks.run(work, self, done or _nothing, self._refuse)

    def read(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Read something; a question of the same name that still waits is dropped.

        A circumstance is told in the message bar, unless ``failed`` takes care of it.
        """
        if name in self._asked:
            self._asked[name].cancel()
        asked = self._written

        def arrived(answer: T) -> None:
            if asked == self._written:
                done(answer)
            else:
                self.read(name, work, done, failed)

        self._asked[name] = self._tasks.run(work, self, arrived, failed or self._tell)

    def _tell(self, error: AppError) -> None:
        self.message.emit(str(error), "danger", False)

    def _refuse(self, error: AppError) -> None:
        self._tell(error)
        self.refused.emit()


def _nothing(_result: object) -> None:
    """What is done with a result that nobody waits for."""

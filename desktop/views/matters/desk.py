"""What the page of matters asks of the engine, and its way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.domain.dates import now, today
from desktop.views.parts.register_desk import RegisterDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import QObject

    from desktop.services.agreements import Agreements
    from desktop.services.attachments import Attachments
    from desktop.services.contacts.call_list import CallList
    from desktop.services.contacts.contacts import Contacts
    from desktop.services.history import History
    from desktop.services.matters.deficiencies import Deficiencies
    from desktop.services.matters.escalations import Escalations
    from desktop.services.matters.incidents import Incidents
    from desktop.services.matters.matter_papers import MatterPapers
    from desktop.services.matters.matter_timeline import MatterTimeline
    from desktop.services.matters.matters import Matters
    from desktop.services.matters.measures import Measures
    from desktop.services.matters.risks import Risks
    from desktop.services.matters.spreadings import Spreadings
    from desktop.services.meetings.meetings import Meetings
    from desktop.services.saved_filters import SavedFilters
    from desktop.tasks import Tasks


class MatterServices(Protocol):
    """What the page of matters asks of the engine."""

    @property
    def matters(self) -> Matters:
        """The register of matters."""
        ...

    @property
    def agreements(self) -> Agreements:
        """The names of the service areas, and the levels in force."""
        ...

    @property
    def call_list(self) -> CallList:
        """Whom to call in a matter."""
        ...

    @property
    def matter_timeline(self) -> MatterTimeline:
        """What was said and done in a matter."""
        ...

    @property
    def escalations(self) -> Escalations:
        """The climbs of matters."""
        ...

    @property
    def incidents(self) -> Incidents:
        """The particulars of incidents."""
        ...

    @property
    def deficiencies(self) -> Deficiencies:
        """The particulars of deficiencies."""
        ...

    @property
    def risks(self) -> Risks:
        """The particulars of risks."""
        ...

    @property
    def measures(self) -> Measures:
        """What is done about matters."""
        ...

    @property
    def spreadings(self) -> Spreadings:
        """What must be passed on."""
        ...

    @property
    def matter_papers(self) -> MatterPapers:
        """Documents of matters."""
        ...

    @property
    def saved_filters(self) -> SavedFilters:
        """The filters with names."""
        ...

    @property
    def attachments(self) -> Attachments:
        """The files that are kept with a matter."""
        ...

    @property
    def contacts(self) -> Contacts:
        """Whom a matter can be handed to."""
        ...

    @property
    def meetings(self) -> Meetings:
        """The meetings where a matter comes up."""
        ...

    @property
    def history(self) -> History:
        """What was done to a matter."""
        ...


class MatterDesk(RegisterDesk):
    """The desk of the page of matters.

    Args:
        tasks: The door to the other threads.
        services: What does the work there.
        today: Says what day it is.
        now: Says what time it is, for clocks that run.
        parent: The owning object.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: MatterServices,
        today: Callable[[], date] = today,
        now: Callable[[], datetime] = now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self.services = services
        self.today = today
        self.now = now

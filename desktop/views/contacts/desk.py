"""What the contacts page asks of the engine, and its way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.domain.dates import today
from desktop.views.parts.register_desk import RegisterDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject

    from desktop.services.agreements import Agreements
    from desktop.services.contacts.call_list import CallList
    from desktop.services.contacts.contact_changes import ContactChanges
    from desktop.services.contacts.contact_connections import ContactConnections
    from desktop.services.contacts.contact_files import ContactFiles
    from desktop.services.contacts.contact_notices import ContactNotices
    from desktop.services.contacts.contacts import Contacts
    from desktop.services.contacts.duplicates import Duplicates
    from desktop.services.contacts.freshness import Freshness
    from desktop.services.contacts.personal_data import PersonalData
    from desktop.services.contacts.reconciling import Reconciling
    from desktop.services.contacts.roster_checks import RosterChecks
    from desktop.services.history import History
    from desktop.services.meetings.meetings import Meetings
    from desktop.services.rule_settings import AgencyRules
    from desktop.tasks import Tasks


class ContactServices(Protocol):
    """What the contacts page asks of the engine."""

    @property
    def contacts(self) -> Contacts:
        """The persons, their roles and rights."""
        ...

    @property
    def agreements(self) -> Agreements:
        """Gives our side's name and the service areas."""
        ...

    @property
    def meetings(self) -> Meetings:
        """The meetings where a change can be announced."""
        ...

    @property
    def history(self) -> History:
        """What was done to a contact."""
        ...

    @property
    def contact_notices(self) -> ContactNotices:
        """What SSC has to be told."""
        ...

    @property
    def contact_changes(self) -> ContactChanges:
        """The change of contact."""
        ...

    @property
    def contact_connections(self) -> ContactConnections:
        """What is connected to a contact."""
        ...

    @property
    def reconciling(self) -> Reconciling:
        """The comparison with SSC's list."""
        ...

    @property
    def duplicates(self) -> Duplicates:
        """Contacts that look alike."""
        ...

    @property
    def contact_files(self) -> ContactFiles:
        """Contacts as files and documents."""
        ...

    @property
    def personal_data(self) -> PersonalData:
        """What is held about one person."""
        ...

    @property
    def freshness(self) -> Freshness:
        """How fresh the list is."""
        ...

    @property
    def roster_checks(self) -> RosterChecks:
        """The recurring checks."""
        ...

    @property
    def agency_rules(self) -> AgencyRules:
        """The numbers that the agency has set for itself."""
        ...

    @property
    def call_list(self) -> CallList:
        """Whom to call."""
        ...


class ContactDesk(RegisterDesk):
    """The desk of the contacts page.

    Args:
        tasks: The door to the other threads.
        services: What does the work there.
        now: Says what day it is.
        parent: The owning object.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: ContactServices,
        now: Callable[[], date] = today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self.services = services
        self.now = now

"""The engine as the views meet it: there from the start, awake a moment after the first screen.

Views hold the services before their code is loaded. A call waits its turn in the lane of the register like any other
work, behind the waking; so nothing on screen needs to know whether the engine sleeps.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from desktop.assembly import Services
    from desktop.domain.glance import Glance
    from desktop.models.database import News
    from desktop.paths import Paths
    from desktop.services.agreements import Agreements
    from desktop.services.attachments import Attachments
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
    from desktop.services.imports import Imports
    from desktop.services.matters.deficiencies import Deficiencies
    from desktop.services.matters.escalations import Escalations
    from desktop.services.matters.incidents import Incidents
    from desktop.services.matters.matter_papers import MatterPapers
    from desktop.services.matters.matter_timeline import MatterTimeline
    from desktop.services.matters.matters import Matters
    from desktop.services.matters.measures import Measures
    from desktop.services.matters.risks import Risks
    from desktop.services.matters.spreadings import Spreadings
    from desktop.services.meetings.agendas import Agendas
    from desktop.services.meetings.briefs import Briefs
    from desktop.services.meetings.calendars import Calendars
    from desktop.services.meetings.closings import Closings
    from desktop.services.meetings.documents import Documents
    from desktop.services.meetings.evaluations import Evaluations
    from desktop.services.meetings.followups import Followups
    from desktop.services.meetings.item_bank import ItemBank
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
    from desktop.services.rule_settings import AgencyRules
    from desktop.services.saved_filters import SavedFilters
    from desktop.services.sources import Sources
    from desktop.unlocking import Key


class Engine:
    """Opens one register with its key and offers its services.

    Args:
        paths: Where the register lies.
        key: Its key and what protects it.
    """

    def __init__(self, paths: Paths, key: Key) -> None:
        self._paths = paths
        self._key = key
        self._services: Services | None = None
        self._log: logging.Handler | None = None
        self.agreements = cast("Agreements", _Asleep(self, "agreements"))
        self.contacts = cast("Contacts", _Asleep(self, "contacts"))
        self.matters = cast("Matters", _Asleep(self, "matters"))
        self.meetings = cast("Meetings", _Asleep(self, "meetings"))
        self.series = cast("MeetingSeries", _Asleep(self, "series"))
        self.participants = cast("Participants", _Asleep(self, "participants"))
        self.agendas = cast("Agendas", _Asleep(self, "agendas"))
        self.attachments = cast("Attachments", _Asleep(self, "attachments"))
        self.imports = cast("Imports", _Asleep(self, "imports"))
        self.documents = cast("Documents", _Asleep(self, "documents"))
        self.closings = cast("Closings", _Asleep(self, "closings"))
        self.notes_versions = cast("NotesVersions", _Asleep(self, "notes_versions"))
        self.briefs = cast("Briefs", _Asleep(self, "briefs"))
        self.history = cast("History", _Asleep(self, "history"))
        self.lives = cast("Lives", _Asleep(self, "lives"))
        self.calendars = cast("Calendars", _Asleep(self, "calendars"))
        self.followups = cast("Followups", _Asleep(self, "followups"))
        self.notes = cast("Notes", _Asleep(self, "notes"))
        self.journeys = cast("Journeys", _Asleep(self, "journeys"))
        self.item_bank = cast("ItemBank", _Asleep(self, "item_bank"))
        self.sent_items = cast("SentItems", _Asleep(self, "sent_items"))
        self.evaluations = cast("Evaluations", _Asleep(self, "evaluations"))
        self.notes_checks = cast("NotesChecks", _Asleep(self, "notes_checks"))
        self.sources = cast("Sources", _Asleep(self, "sources"))
        self.contact_notices = cast("ContactNotices", _Asleep(self, "contact_notices"))
        self.contact_changes = cast("ContactChanges", _Asleep(self, "contact_changes"))
        self.contact_connections = cast("ContactConnections", _Asleep(self, "contact_connections"))
        self.reconciling = cast("Reconciling", _Asleep(self, "reconciling"))
        self.duplicates = cast("Duplicates", _Asleep(self, "duplicates"))
        self.contact_files = cast("ContactFiles", _Asleep(self, "contact_files"))
        self.personal_data = cast("PersonalData", _Asleep(self, "personal_data"))
        self.freshness = cast("Freshness", _Asleep(self, "freshness"))
        self.roster_checks = cast("RosterChecks", _Asleep(self, "roster_checks"))
        self.agency_rules = cast("AgencyRules", _Asleep(self, "agency_rules"))
        self.call_list = cast("CallList", _Asleep(self, "call_list"))
        self.matter_timeline = cast("MatterTimeline", _Asleep(self, "matter_timeline"))
        self.escalations = cast("Escalations", _Asleep(self, "escalations"))
        self.incidents = cast("Incidents", _Asleep(self, "incidents"))
        self.deficiencies = cast("Deficiencies", _Asleep(self, "deficiencies"))
        self.risks = cast("Risks", _Asleep(self, "risks"))
        self.measures = cast("Measures", _Asleep(self, "measures"))
        self.spreadings = cast("Spreadings", _Asleep(self, "spreadings"))
        self.matter_papers = cast("MatterPapers", _Asleep(self, "matter_papers"))
        self.saved_filters = cast("SavedFilters", _Asleep(self, "saved_filters"))
        self.templates = cast("Templates", _Asleep(self, "templates"))

    @property
    def is_sample(self) -> bool:
        """Whether the register is the sample, which anyone can open."""
        return self._key.protection == "sample"

    def glance(self) -> Glance | None:
        """The first screen, read before waking; None where only the engine can say what there is."""
        from desktop.models.glance import glance

        return glance(self._paths.database, self._key.secret)

    def wake(self, on_news: Callable[[News], None]) -> None:
        """Load the engine and open the register; once, in the lane of the register.

        Args:
            on_news: Told of every change after its commit, in the thread that made it.

        Raises:
            StoreError: The register cannot be used; the sentence says why.
        """
        from desktop import logs
        from desktop.assembly import assemble

        with suppress(OSError):  # a log that cannot be written is no reason not to open the register
            self._log = self._log or logs.start(self._paths.logs)
        _clear(self._paths)
        self._services = assemble(self._paths, self._key.secret, sample=self.is_sample)
        self._services.database.on_news(on_news)

    def close(self) -> None:
        """Let go of the register, remove what was opened from it, and end the log."""
        if self._log is not None:
            from desktop import logs

            logs.stop(self._log)
            self._log = None
        if self._services is not None:
            self._services.database.close()
            self._services = None
            _clear_opened(self._paths)

    def service(self, name: str) -> Any:
        """A service by its name, once the engine is awake."""
        assert self._services is not None, "services are called in the lane of the register, behind the waking"
        return getattr(self._services, name)


def _clear(paths: Paths) -> None:
    """Remove the mail drafts of earlier runs and the files they opened: all are readable, and have been read."""
    for draft in paths.drafts.glob("*.eml"):
        with suppress(OSError):  # one that is still open elsewhere goes next time
            draft.unlink()
    _clear_opened(paths)


def _clear_opened(paths: Paths) -> None:
    """Remove the copies of attached files that other programs were given; one that is held open goes next time."""
    shutil.rmtree(paths.opened, ignore_errors=True)


class _Asleep:
    """Stands for a service; every method is looked up when it is called."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            return getattr(self._engine.service(self._name), method)(*values, **named)

        return call

"""Builds the engine: the open register and everything that works on it. Importing this loads the engine."""

import getpass
from dataclasses import dataclass

from desktop.models.database import Database
from desktop.paths import Paths
from desktop.services.agreements import Agreements
from desktop.services.attachments import Attachments
from desktop.services.contacts.call_list import CallList
from desktop.services.contacts.change_notices import tell_of_change_in
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
from desktop.services.meetings.series_meetings import follow_levels_in
from desktop.services.meetings.templates import Templates
from desktop.services.rule_settings import AgencyRules
from desktop.services.saved_filters import SavedFilters
from desktop.services.sources import Sources


@dataclass(frozen=True, slots=True)
class Services:
    """What one can do with an open register."""

    database: Database
    agreements: Agreements
    contacts: Contacts
    matters: Matters
    meetings: Meetings
    series: MeetingSeries
    participants: Participants
    agendas: Agendas
    imports: Imports
    documents: Documents
    briefs: Briefs
    history: History
    lives: Lives
    calendars: Calendars
    closings: Closings
    notes_versions: NotesVersions
    sources: Sources
    sent_items: SentItems
    item_bank: ItemBank
    followups: Followups
    templates: Templates
    notes_checks: NotesChecks
    evaluations: Evaluations
    attachments: Attachments
    notes: Notes
    journeys: Journeys
    contact_notices: ContactNotices
    contact_changes: ContactChanges
    contact_connections: ContactConnections
    reconciling: Reconciling
    duplicates: Duplicates
    contact_files: ContactFiles
    personal_data: PersonalData
    freshness: Freshness
    roster_checks: RosterChecks
    agency_rules: AgencyRules
    call_list: CallList
    matter_timeline: MatterTimeline
    escalations: Escalations
    incidents: Incidents
    deficiencies: Deficiencies
    risks: Risks
    measures: Measures
    spreadings: Spreadings
    matter_papers: MatterPapers
    saved_filters: SavedFilters


def assemble(paths: Paths, key: bytes, *, sample: bool) -> Services:
    """Open the register, made if missing, and what works on it.

    Args:
        paths: Where the register lies.
        key: Its key.
        sample: Whether to fill a new register with the sample.

    Raises:
        StoreError: The register cannot be used; the sentence says why.
    """
    is_new = not paths.database.exists()
    database = Database.open(paths.database, key, getpass.getuser(), copies=paths.copies)
    if sample and is_new:  # before history listens, so that undo does not empty the sample
        from desktop.services.sample import fill

        fill(database)
    return services_of(database)


def services_of(database: Database) -> Services:
    """Everything that works on an open register."""
    return Services(
        database=database,
        agreements=Agreements(database, follow_levels_in),
        contacts=Contacts(database, after_change=tell_of_change_in),
        matters=Matters(database),
        meetings=Meetings(database),
        series=MeetingSeries(database),
        participants=Participants(database),
        agendas=Agendas(database),
        imports=Imports(database),
        documents=Documents(database),
        briefs=Briefs(database),
        history=History(database),
        lives=Lives(database),
        calendars=Calendars(database),
        closings=Closings(database),
        notes_versions=NotesVersions(database),
        sources=Sources(database),
        sent_items=SentItems(database),
        item_bank=ItemBank(database),
        followups=Followups(database),
        templates=Templates(database),
        notes_checks=NotesChecks(database),
        evaluations=Evaluations(database),
        attachments=Attachments(database),
        notes=Notes(database),
        journeys=Journeys(database),
        contact_notices=ContactNotices(database),
        contact_changes=ContactChanges(database),
        contact_connections=ContactConnections(database),
        reconciling=Reconciling(database),
        duplicates=Duplicates(database),
        contact_files=ContactFiles(database),
        personal_data=PersonalData(database),
        freshness=Freshness(database),
        roster_checks=RosterChecks(database),
        agency_rules=AgencyRules(database),
        call_list=CallList(database),
        matter_timeline=MatterTimeline(database),
        escalations=Escalations(database),
        incidents=Incidents(database),
        deficiencies=Deficiencies(database),
        risks=Risks(database),
        measures=Measures(database),
        spreadings=Spreadings(database),
        matter_papers=MatterPapers(database),
        saved_filters=SavedFilters(database),
    )

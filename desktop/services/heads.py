"""The head of documents from the register: whose they are, under which numbers and of which meeting (R37)."""

from datetime import date

from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME, SSC_NUMBER, Agreement
from desktop.domain.dates import SWEDEN, now
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, PresenterRole
from desktop.domain.meetings.followup_document import ListHead
from desktop.domain.meetings.meeting import MeetingFile
from desktop.domain.meetings.meeting_head import MeetingHead, PartyHead
from desktop.domain.vocabulary import LEVEL, PRESENTER, forum_words
from desktop.errors import InputError
from desktop.services.agreements import agreement_in
from desktop.services.meetings.meetings import with_registry_numbers

DRAFT = "Utkast"


def naming_agreement_in(session: Session) -> Agreement:
    """The agreement, with the agency's name that every document has to give.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    agreement = agreement_in(session)
    if agreement is None or not agreement.agency_name:
        raise InputError(
            "Dokument måste ange myndigheten, och den är inte ifylld än.",
            "Fyll i den under Arkiv, Myndighet och överenskommelse.",
        )
    return agreement


def party_names(agreement: Agreement) -> dict[Party, str]:
    """What documents call the parties; a reader at SSC would take "vi" for themselves."""
    return {Party.AGENCY: agreement.agency_name, Party.SSC: SSC_NAME}


def meeting_head_in(session: Session, file: MeetingFile, status: str = DRAFT) -> MeetingHead:
    """The head of a document of one meeting, as this session sees it.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    agreement = naming_agreement_in(session)
    meeting = with_registry_numbers(session, file.meeting)
    agency, counterpart = _parties(agreement, meeting.own_registry_number, meeting.ssc_registry_number)
    return MeetingHead(
        title=meeting.title,
        level=forum_words(file.forum, file.area_name),
        agency=agency,
        counterpart=counterpart,
        starts=meeting.starts_at.astimezone(SWEDEN),
        ends=meeting.ends_at.astimezone(SWEDEN),
        status=status,
        created=now(),
        place=meeting.place,
        convener=party_names(agreement)[meeting.convener],
        secrecy=meeting.secrecy,
    )


def list_head_in(session: Session, day: date, status: str = DRAFT) -> ListHead:
    """The head of a document about the cooperation as a whole, as this session sees it.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    agreement = naming_agreement_in(session)
    agency, counterpart = _parties(agreement, agreement.own_registry_number, agreement.ssc_registry_number)
    return ListHead(agency=agency, counterpart=counterpart, day=day, status=status, created=now())


def presenter_words(item: AgendaItem, agreement: Agreement) -> str:
    """Who presents an item: the person, or the party that the role speaks for."""
    role = item.presenter.role
    return item.presenter.name or (agreement.agency_name if role is PresenterRole.US else PRESENTER[role])


def level_word(level: Level) -> str:
    """The level's adjective alone, where a heading says already that it is one: "Taktisk"."""
    return LEVEL[level].split()[0].capitalize()


def _parties(agreement: Agreement, own_number: str, ssc_number: str) -> tuple[PartyHead, PartyHead]:
    agency = PartyHead(
        name=agreement.agency_name,
        organisation_number=str(agreement.agency_number or ""),
        registry_number=own_number,
    )
    return agency, PartyHead(name=SSC_NAME, organisation_number=str(SSC_NUMBER), registry_number=ssc_number)

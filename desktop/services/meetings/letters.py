"""The mail that a document is sent with: to whom it goes and what it says."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.dates import clock_span, in_prose, week
from desktop.domain.document import DocumentRequest, FinishedDocument, MailDraft, Paper
from desktop.domain.file_names import file_name
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.errors import InputError
from desktop.exchange.mail_draft import Attachment, Recipient, is_address, mail_draft
from desktop.services.heads import naming_agreement_in
from desktop.services.meetings.agenda_papers import in_order
from desktop.services.meetings.meetings import meeting_file_in

_OPENINGS: Mapping[Paper, str] = {
    Paper.AGENDA: "Här kommer förslaget till dagordning för {meeting}.",
    Paper.PROPOSALS: "Här kommer våra förslag till punkter för {meeting}.",
    Paper.BINDER: "Här kommer handlingarna till {meeting}.",
    Paper.NOTES: "Här kommer minnesanteckningarna från {meeting}.",
    Paper.DECISIONS: "Här kommer besluten från {meeting}.",
    Paper.ACTIONS: "Här kommer åtgärderna från {meeting}.",
    Paper.DIFFERENCES: "Här kommer våra synpunkter på minnesanteckningarna från {meeting}.",
}
_CLOSINGS: Mapping[Paper, str] = {
    Paper.PROPOSALS: "Enligt samverkansmodellen, avsnitt 1.2, sammanställer ni punkterna till mötet. "
    "Skicka gärna dagordningen när den är klar.",
    Paper.DIFFERENCES: "Vi ber er att rätta anteckningarna och skicka en ny version till oss.",
}
_CLOSING = "Hör gärna av er om något saknas eller ska ändras."


def mail_in(session: Session, asked: DocumentRequest, document: FinishedDocument) -> MailDraft:
    """A mail with a document, for the user to look through and send.

    What is written to SSC goes to those of them who take part; all else to everyone who does.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, asked.meeting_id)
    people = [person for person in in_order(file) if not asked.paper.is_for_counterpart or person.party is Party.SSC]
    reachable = [person for person in people if is_address(person.email)]
    content = mail_draft(
        document.title,
        covering_letter(asked.paper, file.meeting, naming_agreement_in(session).agency_name),
        [Recipient(person.name, person.email) for person in reachable],
        Attachment(document.file_name, document.pdf),
    )
    return MailDraft(
        file_name=document.file_name.removesuffix(".pdf") + ".eml",
        content=content,
        recipients=tuple(person.name for person in reachable),
        without_address=_without_address(people, {person.id for person in reachable}),
    )


def reminder_in(session: Session, meeting_id: UUID, day: date) -> MailDraft:
    """A mail that asks SSC for the agenda of a meeting they convene (R6, model section 1.2).

    Raises:
        InputError: The meeting is gone, we convene it ourselves, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    meeting = file.meeting
    if meeting.convener is not Party.SSC:
        raise InputError("Vi kallar själva till mötet, så dagordningen kommer från oss.", "Skicka den till deltagarna.")
    people = [person for person in in_order(file) if person.party is Party.SSC]
    reachable = [person for person in people if is_address(person.email)]
    name = f"{meeting.title[:1].lower()}{meeting.title[1:]}"
    body = (
        f"Hej!\n\nVi har inte sett någon dagordning för {name} {_when(meeting)}.\n\n"
        "Enligt samverkansmodellen, avsnitt 1.2, ska dagordningen finnas för alla före mötet. "
        "Skicka den gärna när den är klar, så att vi hinner förbereda oss.\n\n"
        f"Med vänlig hälsning\n{naming_agreement_in(session).agency_name}\n"
    )
    return MailDraft(
        file_name=f"{file_name(f'Fråga om dagordning {meeting.day} {meeting.title} {day}')}.eml",
        content=mail_draft(
            f"Dagordning till {name} {in_prose(meeting.day)}",
            body,
            [Recipient(person.name, person.email) for person in reachable],
        ),
        recipients=tuple(person.name for person in reachable),
        without_address=_without_address(people, {person.id for person in reachable}),
    )


def covering_letter(paper: Paper, meeting: Meeting, sender: str) -> str:
    """What the mail says, in plain Swedish."""
    opening = _OPENINGS[paper].format(meeting=f"{meeting.title[:1].lower()}{meeting.title[1:]} {_when(meeting)}")
    place = f"Plats: {meeting.place}\n" if meeting.place else ""
    closing = _CLOSINGS.get(paper, _CLOSING)
    return f"Hej!\n\n{opening}\n{place}\n{closing}\n\nMed vänlig hälsning\n{sender}\n"


def _when(meeting: Meeting) -> str:
    return f"{in_prose(meeting.day)} kl. {clock_span(meeting.starts_at, meeting.ends_at)} ({week(meeting.day)})"


def _without_address(people: list[Participant], reachable: set[UUID]) -> tuple[str, ...]:
    return tuple(person.name for person in people if person.id not in reachable)

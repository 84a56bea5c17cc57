"""Plans the import of an invitation (R5–R7, RFC 5546): the meeting by its identity, the participants by address."""

from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.agreement import Agreement
from desktop.domain.attachment import Attachment
from desktop.domain.contact import Contact
from desktop.domain.dates import SWEDEN, clock_span, with_weekday
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.invitation import Invitation, InvitedMeeting
from desktop.domain.level import Level, Party
from desktop.domain.meeting import Meeting, MeetingFile, MeetingState
from desktop.domain.vocabulary import FORUM
from desktop.services.importing.invited_files import plan_files
from desktop.services.importing.invitees import People, plan_participants
from desktop.services.importing.plan import Areas, Plan, difference
from desktop.services.importing.received_points import plan_points

_CONVENED = {MeetingState.PLANNED: MeetingState.CONVENED, MeetingState.CANCELLED: MeetingState.CONVENED}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the register knows that an invitation may concern."""

    agreement: Agreement | None
    contacts: tuple[Contact, ...]
    meetings: tuple[MeetingFile, ...]
    attachments: tuple[Attachment, ...] = ()

    def find(self, one: InvitedMeeting) -> MeetingFile | None:
        """The meeting with the invitation's identity; without one, that with the same title and beginning."""
        for file in self.meetings:
            meeting = file.meeting
            if one.uid and meeting.calendar_uid == one.uid:
                return file
            if not one.uid and (meeting.title, meeting.starts_at) == (one.title, one.starts_at):
                return file
        return None

    def files_of(self, meeting: Meeting) -> list[Attachment]:
        """The files that the meeting has."""
        return [attachment for attachment in self.attachments if attachment.meeting_id == meeting.id]


def plan_invitation(invitation: Invitation, calendar: Calendar, areas: Areas, plan: Plan) -> None:
    """What importing the invitation would do, meeting by meeting."""
    plan.problems.extend(invitation.problems)
    people = People(calendar.contacts)
    sentences = [_plan_meeting(plan, one, calendar, areas, people) for one in invitation.meetings]
    first = invitation.meetings[0]
    more = f" och {len(invitation.meetings) - 1} till" if len(invitation.meetings) > 1 else ""
    kind = "Återbud" if first.cancelled else "Kallelse"
    plan.headline = f"{kind}: {first.title}, {_when(first)}{more}"
    plan.sentence = " ".join(dict.fromkeys(sentences))


def _plan_meeting(plan: Plan, one: InvitedMeeting, calendar: Calendar, areas: Areas, people: People) -> str:
    """Add one meeting to the plan; says what was done when it has been."""
    known = calendar.find(one)
    if known:
        plan.meeting_id = plan.meeting_id or known.meeting.id
    if reason := _left_out(one, known):
        plan.row(None, RowAction.SKIP, one.title, reason)
        return reason
    if known is None:
        meeting = _new_meeting(plan, one, calendar.agreement, areas, people)
        known = MeetingFile(meeting=meeting, forum=meeting.forum_under(calendar.agreement))
        plan.meeting_id = plan.meeting_id or meeting.id
        plan.new.append(meeting)
        details = (_when(one), FORUM[known.forum], one.place or "ingen plats")
        plan.row(None, RowAction.CREATE, one.title, " · ".join(details))
        sentence = f"Mötet {with_weekday(meeting.day)} lades in."
    elif one.cancelled:
        return _cancel(plan, one, known.meeting)
    else:
        sentence = _update(plan, one, known, calendar.agreement)
    before = len(plan.new) + len(plan.changed) + len(plan.gone)
    plan_participants(plan, one, known, people)
    plan_points(plan, one.points, known)
    changed = len(plan.new) + len(plan.changed) + len(plan.gone) > before
    files = plan_files(plan, one, known.meeting, calendar.files_of(known.meeting))
    if not sentence:
        sentence = "Mötets deltagare och punkter uppdaterades." if changed else "" if files else "Allt fanns redan."
    return f"{sentence} {files}".strip()


def _left_out(one: InvitedMeeting, known: MeetingFile | None) -> str:
    """Why a meeting of the file is left alone; an empty text when it is not."""
    if known is None:
        return "Återbudet gäller ett möte som inte finns i registret." if one.cancelled else ""
    meeting = known.meeting
    if one.sequence < meeting.calendar_sequence:
        return "En nyare version av kallelsen är redan inläst."
    if meeting.state is MeetingState.CANCELLED and not one.cancelled and one.sequence == meeting.calendar_sequence:
        return "Mötet är inställt; kallelsen är inte nyare än återbudet."
    return ""


def _new_meeting(plan: Plan, one: InvitedMeeting, agreement: Agreement | None, areas: Areas, people: People) -> Meeting:
    if one.level is None and not one.is_customer_council:
        plan.problem(
            None, "Nivå", f"Rubriken säger ingen nivå; {one.title} läggs in på taktisk nivå. Ändra om det är fel."
        )
    organiser = next((invitee for invitee in one.invitees if invitee.organises), None)
    return Meeting(
        id=new_id(),
        title=one.title,
        level=Forum.COUNCIL.level if one.is_customer_council else one.level or Level.TACTICAL,
        is_council=one.is_customer_council,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        area_id=areas.mentioned(one.title),
        place=one.place,
        convener=(people.party_of(organiser) if organiser else None) or Party.SSC,
        state=MeetingState.CONVENED,
        calendar_uid=one.uid,
        calendar_sequence=one.sequence,
        invitation=one.description,
        own_registry_number=agreement.own_registry_number if agreement else "",
        ssc_registry_number=agreement.ssc_registry_number if agreement else "",
    )


def _cancel(plan: Plan, one: InvitedMeeting, known: Meeting) -> str:
    """The meeting is cancelled; everything that belongs to it stays."""
    if known.state is MeetingState.CANCELLED:
        plan.row(None, RowAction.MATCH, known.title, "redan inställt")
        return "Mötet var redan inställt."
    plan.changed.append(replace(known, state=MeetingState.CANCELLED, calendar_sequence=one.sequence))
    plan.row(
        None,
        RowAction.UPDATE,
        known.title,
        f"{with_weekday(known.day)} ställs in; dagordning och anteckningar finns kvar",
    )
    return f"Mötet {with_weekday(known.day)} ställdes in."


def _update(plan: Plan, one: InvitedMeeting, known: MeetingFile, agreement: Agreement | None) -> str:
    """Give the meeting what the invitation says; its key, level, agenda and registry numbers stay."""
    meeting = known.meeting
    changes: dict[str, Any] = {"calendar_sequence": one.sequence}
    words: list[str] = []
    if one.title != meeting.title:
        changes["title"] = one.title
        words.append(difference("rubrik", meeting.title, one.title))
    if (one.starts_at, one.ends_at) != (meeting.starts_at, meeting.ends_at):
        changes |= {"starts_at": one.starts_at, "ends_at": one.ends_at}
        words.append(difference("tid", _when(meeting), _when(one)))
    if one.place and one.place != meeting.place:
        changes["place"] = one.place
        words.append(difference("plats", meeting.place, one.place))
    if one.description and one.description != meeting.invitation:
        changes["invitation"] = one.description
        words.append("ny text i kallelsen")
    if meeting.state in _CONVENED:
        changes["state"] = _CONVENED[meeting.state]
        words.append("kallat på nytt" if meeting.state is MeetingState.CANCELLED else "kallat")
    if agreement:
        changes["own_registry_number"] = meeting.own_registry_number or agreement.own_registry_number
        changes["ssc_registry_number"] = meeting.ssc_registry_number or agreement.ssc_registry_number
    changed = replace(meeting, **changes)
    if changed != meeting:
        plan.changed.append(changed)
    plan.row(None, RowAction.UPDATE if words else RowAction.MATCH, one.title, "; ".join(words) or "mötet finns redan")
    return f"Mötet {with_weekday(changed.day)} uppdaterades." if words else ""


def _when(one: InvitedMeeting | Meeting) -> str:
    day = one.starts_at.astimezone(SWEDEN).date()
    return f"{with_weekday(day)} kl.\u00a0{clock_span(one.starts_at, one.ends_at)}"

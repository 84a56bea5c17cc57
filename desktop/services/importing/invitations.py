"""Plans the import of an invitation (R5–R7, RFC 5546): the meeting by its identity, the participants by address."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.agreement import Agreement
from desktop.domain.dates import SWEDEN, clock_span, with_weekday
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.level import Level, Party
from desktop.domain.meetings.invitation import Invitation, InvitedMeeting
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState
from desktop.domain.vocabulary import FORUM
from desktop.services.importing.invited_files import plan_files
from desktop.services.importing.invited_steps import plan_steps, state_after
from desktop.services.importing.invitees import People, plan_participants
from desktop.services.importing.matching import Calendar
from desktop.services.importing.plan import Areas, Plan, difference
from desktop.services.importing.received_points import plan_points


def plan_invitation(invitation: Invitation, calendar: Calendar, areas: Areas, plan: Plan, on: date) -> None:
    """What importing the invitation would do, meeting by meeting."""
    plan.problems.extend(invitation.problems)
    people = People(calendar.contacts)
    sentences = [_plan_meeting(_Reading(plan, one, calendar, people, on), areas) for one in invitation.meetings]
    first = invitation.meetings[0]
    more = f" och {len(invitation.meetings) - 1} till" if len(invitation.meetings) > 1 else ""
    kind = "Återbud" if first.cancelled else "Kallelse"
    plan.headline = f"{kind}: {first.title}, {_when(first)}{more}"
    plan.sentence = " ".join(dict.fromkeys(sentences))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One meeting of an invitation while it is planned, with what it is held against and the day it is read."""

    plan: Plan
    one: InvitedMeeting
    calendar: Calendar
    people: People
    on: date


def _plan_meeting(reading: _Reading, areas: Areas) -> str:
    """Add one meeting to the plan; says what was done when it has been."""
    plan, one, calendar = reading.plan, reading.one, reading.calendar
    known = calendar.find(one, areas.mentioned(one.title))
    if known:
        plan.meeting_id = plan.meeting_id or known.meeting.id
    if reason := _left_out(one, known, calendar.fixed):
        plan.row(None, RowAction.SKIP, one.title, reason)
        return reason
    if known is None:
        known, sentence = _add(reading, areas)
    elif one.cancelled:
        return _cancel(reading, known)
    else:
        sentence = _update(reading, known)
    before = len(plan.new) + len(plan.changed) + len(plan.gone)
    plan_participants(plan, one, known, reading.people)
    plan_points(plan, one.points, known)
    changed = len(plan.new) + len(plan.changed) + len(plan.gone) > before
    files = plan_files(plan, one, known.meeting, calendar.files_of(known.meeting))
    if not sentence:
        sentence = "Mötets deltagare och punkter uppdaterades." if changed else "" if files else "Allt fanns redan."
    return f"{sentence} {files}".strip()


def _left_out(one: InvitedMeeting, known: MeetingFile | None, fixed: frozenset[UUID]) -> str:
    """Why a meeting of the file is left alone; an empty text when it is not."""
    if known is None:
        return "Återbudet gäller ett möte som inte finns i registret." if one.cancelled else ""
    meeting = known.meeting
    if meeting.id in fixed:
        return "Mötets anteckningar är fastställda, så mötet ändras inte."
    if meeting.calendar_uid and one.sequence < meeting.calendar_sequence:
        return "En nyare version av kallelsen är redan inläst."
    if meeting.state is MeetingState.CANCELLED and not one.cancelled and one.sequence == meeting.calendar_sequence:
        return "Mötet är inställt; kallelsen är inte nyare än återbudet."
    return ""


def _add(reading: _Reading, areas: Areas) -> tuple[MeetingFile, str]:
    """A meeting that the register does not know yet."""
    plan, one, agreement = reading.plan, reading.one, reading.calendar.agreement
    planned = _new_meeting(plan, one, agreement, areas, reading.people)
    forum = planned.forum_under(agreement)
    meeting = replace(planned, state=state_after(one, MeetingFile(meeting=planned, forum=forum)))
    plan.meeting_id = plan.meeting_id or meeting.id
    plan.new.append(meeting)
    plan.row(None, RowAction.CREATE, one.title, f"{_when(one)} · {FORUM[forum]} · {one.place or 'ingen plats'}")
    plan_steps(plan, one, meeting, MeetingFile(meeting=planned, forum=forum), reading.on)
    return MeetingFile(meeting=meeting, forum=forum), f"Mötet {with_weekday(meeting.day)} lades in."


def _new_meeting(plan: Plan, one: InvitedMeeting, agreement: Agreement | None, areas: Areas, people: People) -> Meeting:
    if one.level is None and not one.is_customer_council:
        plan.problem(
            None, "Nivå", f"Rubriken säger ingen nivå; {one.title} läggs in på taktisk nivå. Ändra om det är fel."
        )
    return Meeting(
        id=new_id(),
        title=one.title,
        level=Forum.COUNCIL.level if one.is_customer_council else one.level or Level.TACTICAL,
        is_council=one.is_customer_council,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        area_id=areas.mentioned(one.title),
        place=one.place,
        convener=_convener(one, people) or Party.SSC,
        calendar_uid=one.uid,
        calendar_sequence=one.sequence,
        invitation=one.description,
        own_registry_number=agreement.own_registry_number if agreement else "",
        ssc_registry_number=agreement.ssc_registry_number if agreement else "",
    )


def _cancel(reading: _Reading, file: MeetingFile) -> str:
    """The meeting is cancelled; everything that belongs to it stays."""
    plan, one, known = reading.plan, reading.one, file.meeting
    if known.state is MeetingState.CANCELLED:
        plan.row(None, RowAction.MATCH, known.title, "redan inställt")
        return "Mötet var redan inställt."
    uid = known.calendar_uid or one.uid
    changed = replace(known, state=MeetingState.CANCELLED, calendar_uid=uid, calendar_sequence=one.sequence)
    plan.changed.append(changed)
    plan_steps(plan, one, changed, file, reading.on)
    day = with_weekday(known.day)
    plan.row(None, RowAction.CANCEL, known.title, f"{day} ställs in; dagordning och anteckningar finns kvar")
    return f"Mötet {day} ställdes in."


def _update(reading: _Reading, known: MeetingFile) -> str:
    """Give the meeting what the invitation says; its key, level, agenda and registry numbers stay."""
    plan, one, meeting = reading.plan, reading.one, known.meeting
    changes, words = _differences(one, meeting)
    if one.uid and not meeting.calendar_uid:
        changes |= {"calendar_uid": one.uid, "convener": _convener(one, reading.people) or meeting.convener}
        words.insert(0, "planerat för hand, får kallelsens identitet")
    changes["state"] = state_after(one, known)
    if changes["state"] is not meeting.state:
        words += _step_words(changes["state"], meeting.state)
    if agreement := reading.calendar.agreement:
        changes["own_registry_number"] = meeting.own_registry_number or agreement.own_registry_number
        changes["ssc_registry_number"] = meeting.ssc_registry_number or agreement.ssc_registry_number
    changed = replace(meeting, **changes)
    if changed != meeting:
        plan.changed.append(changed)
    plan_steps(plan, one, changed, known, reading.on)
    plan.row(None, RowAction.UPDATE if words else RowAction.MATCH, one.title, "; ".join(words) or "mötet finns redan")
    return f"Mötet {with_weekday(changed.day)} uppdaterades." if words else ""


def _differences(one: InvitedMeeting, meeting: Meeting) -> tuple[dict[str, Any], list[str]]:
    """What the invitation says otherwise of title, time, place and text, as fields and in words."""
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
    return changes, words


def _step_words(after: MeetingState, before: MeetingState) -> list[str]:
    """What has happened to a meeting that the invitation brings further."""
    if before is MeetingState.CANCELLED:
        return ["kallat på nytt"]
    convened = ["kallat"] if before is MeetingState.PLANNED else []
    return [*convened, "dagordning mottagen"] if after is MeetingState.AGENDA_AVAILABLE else convened


def _convener(one: InvitedMeeting, people: People) -> Party | None:
    """The party of whoever sent the invitation, if it is known."""
    organiser = next((invitee for invitee in one.invitees if invitee.organises), None)
    return people.party_of(organiser) if organiser else None


def _when(one: InvitedMeeting | Meeting) -> str:
    day = one.starts_at.astimezone(SWEDEN).date()
    return f"{with_weekday(day)} kl.\u00a0{clock_span(one.starts_at, one.ends_at)}"

"""Plans which steps of a meeting's life an invitation tells of (R5): convened, an agenda to read, cancelled."""

from collections.abc import Iterable
from datetime import date

from desktop.domain.attachment import AttachmentPurpose, guessed_purpose
from desktop.domain.identity import new_id
from desktop.domain.meetings.invitation import InvitedMeeting
from desktop.domain.meetings.life import STEPS, furthest
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState, MeetingStep
from desktop.services.importing.plan import Plan

_CANCELLED = MeetingState.CANCELLED


def state_after(one: InvitedMeeting, known: MeetingFile) -> MeetingState:
    """How far a meeting has come once the invitation has been read; what was cancelled goes on where it was."""
    if one.cancelled:
        return _CANCELLED
    return furthest({_state_before(known), *_told(one)})


def plan_steps(plan: Plan, one: InvitedMeeting, meeting: Meeting, known: MeetingFile, on: date) -> None:
    """Record what the invitation tells for the first time, as of the day it is read.

    An invitation that is read after the meeting tells that it was convened, but not when.

    Args:
        plan: What the import will do.
        one: The meeting as the invitation tells of it.
        meeting: The meeting as it will be.
        known: The meeting as it is, with the steps it has taken.
        on: The day the invitation is read.
    """
    taken = {step.state: step for step in known.steps}
    if not one.cancelled and _CANCELLED in taken:
        plan.gone.append(taken[_CANCELLED])
    for state in _told(one):
        if state not in taken and _is_first(state, known) and (one.cancelled or on <= meeting.day):
            step = MeetingStep(id=new_id(), meeting_id=meeting.id, state=state, taken_on=on, party=meeting.convener)
            plan.new.append(step)


def _told(one: InvitedMeeting) -> Iterable[MeetingState]:
    """The steps that the invitation tells of."""
    if one.cancelled:
        return (_CANCELLED,)
    agenda = one.points or any(guessed_purpose(file.name) is AttachmentPurpose.AGENDA for file in one.files)
    return (MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE) if agenda else (MeetingState.CONVENED,)


def _is_first(state: MeetingState, known: MeetingFile) -> bool:
    """Whether the meeting had not come so far before."""
    return state is _CANCELLED or STEPS.index(state) > STEPS.index(_state_before(known))


def _state_before(known: MeetingFile) -> MeetingState:
    if known.meeting.state is not _CANCELLED:
        return known.meeting.state
    return furthest(step.state for step in known.steps)

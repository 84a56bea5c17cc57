"""The life of a meeting, computed whenever it is looked at: its steps, whose turn it is and since when (R5).

Only steps that were taken are kept. How long anyone has waited is never stored: it is another number tomorrow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting, MeetingState, MeetingStep
from desktop.errors import InputError

STEPS = tuple(state for state in MeetingState if state is not MeetingState.CANCELLED)
"""The steps in their order; a cancelled meeting leaves the path wherever it was."""

_PLANNED, _CONVENED, _AGENDA, _HELD, _AWAITED, _RECEIVED, _CHECKED = STEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeStep:
    """One step, taken or not.

    Attributes:
        responsible: Who takes it, or who took it; nothing where both parties do.
        passed: Whether the meeting has come this far.
        on: When it was taken; nothing for one that is ahead, was skipped, or whose day nobody wrote down.
        note: What was noted about it.
    """

    state: MeetingState
    responsible: Party | None
    passed: bool
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Where a meeting stands.

    Attributes:
        steps: Every step, in order.
        current: The furthest step that was taken.
        next: The step to take now; nothing when the notes are checked or the meeting is cancelled.
        turn: Who is to take it; nothing where it is both parties' or nobody's.
        since: Since when it is that party's turn, as far as is known.
        waited: For how many days it has been that.
        cancelled: When, by whom and why the meeting was cancelled, if that was written down.
        is_cancelled: Whether it is cancelled.
    """

    steps: tuple[LifeStep, ...]
    current: MeetingState
    next: MeetingState | None = None
    turn: Party | None = None
    since: date | None = None
    waited: int | None = None
    cancelled: MeetingStep | None = None
    is_cancelled: bool = False

    def step(self, state: MeetingState) -> LifeStep:
        """The step of that name."""
        return self.steps[STEPS.index(state)]


def life_of(meeting: Meeting, steps: Iterable[MeetingStep], today: date) -> Life:
    """Where a meeting stands on a day, from the steps it has taken."""
    taken = {step.state: step for step in steps}
    is_cancelled = meeting.state is MeetingState.CANCELLED
    current = furthest(taken) if is_cancelled else meeting.state
    following = None if is_cancelled else _next(current, meeting.day, today)
    since = _since(meeting, taken, current, following, today)
    return Life(
        steps=tuple(_step(meeting, state, taken.get(state), current) for state in STEPS),
        current=current,
        next=following,
        turn=responsible(meeting, following) if following else None,
        since=since,
        waited=max(0, (today - since).days) if since else None,
        cancelled=taken.get(MeetingState.CANCELLED),
        is_cancelled=is_cancelled,
    )


def responsible(meeting: Meeting, state: MeetingState) -> Party | None:
    """Who takes a step of a meeting (R5); nothing where both parties do.

    The convener convenes, has the agenda ready and cancels. Who writes the notes sends them, and the other party checks
    them. What is planned and what has been gone through to the end is said in our own register, by us.
    """
    if state is _HELD:
        return None
    if state in {_PLANNED, _AWAITED}:
        return Party.AGENCY
    if state is _RECEIVED:
        return meeting.notes_by
    return other(meeting.notes_by) if state is _CHECKED else meeting.convener


def other(party: Party) -> Party:
    """The other side."""
    return Party.SSC if party is Party.AGENCY else Party.AGENCY


def furthest(states: Iterable[MeetingState]) -> MeetingState:
    """The furthest of the steps that were taken; a meeting is at least planned."""
    return max((state for state in states if state in STEPS), key=STEPS.index, default=_PLANNED)


def before(state: MeetingState) -> MeetingState:
    """The step before one; the first for the first, and for a cancellation, which follows none in particular."""
    return STEPS[max(0, STEPS.index(state) - 1)] if state in STEPS else _PLANNED


def refuse_nonsense(meeting: Meeting, steps: Iterable[MeetingStep], state: MeetingState, on: date) -> None:
    """Let a step be taken only on a day when it can have been.

    Raises:
        InputError: The meeting is cancelled, or the day lies on the wrong side of the meeting or of another step.
    """
    if meeting.state is MeetingState.CANCELLED and state not in {MeetingState.CANCELLED, _PLANNED}:
        raise InputError("Mötet är inställt.", "Ta upp det igen först.")
    day = in_prose(meeting.day)
    if state in {_CONVENED, _AGENDA} and on > meeting.day:
        what = "Kallelsen" if state is _CONVENED else "Dagordningen"
        raise InputError(f"{what} kan inte ha kommit efter mötet, som är den {day}.", "Rätta datumet.")
    if state in {_HELD, _AWAITED, _RECEIVED, _CHECKED} and on < meeting.day:
        what = "Mötet kan inte ha hållits" if state is _HELD else "Anteckningarna kan inte ha kommit"
        raise InputError(f"{what} före mötesdagen, den {day}.", "Flytta mötet först om det hölls en annan dag.")
    taken = {step.state: step.taken_on for step in steps}
    received = on if state is _RECEIVED else taken.get(_RECEIVED)
    checked = on if state is _CHECKED else taken.get(_CHECKED)
    if state in {_RECEIVED, _CHECKED} and received and checked and checked < received:
        raise InputError(
            f"Anteckningarna kan inte ha granskats den {in_prose(checked)}, innan de kom den {in_prose(received)}.",
            "Rätta det ena datumet.",
        )


def _step(meeting: Meeting, state: MeetingState, taken: MeetingStep | None, current: MeetingState) -> LifeStep:
    passed = STEPS.index(state) <= STEPS.index(current)
    if taken is None or not passed:
        return LifeStep(state=state, responsible=responsible(meeting, state), passed=passed)
    return LifeStep(state=state, responsible=taken.party, passed=True, on=taken.taken_on, note=taken.note)


def _next(current: MeetingState, day: date, today: date) -> MeetingState | None:
    """The step after the current one; once the day has come, what should have been before it does not matter."""
    if current is _CHECKED:
        return None
    following = STEPS[STEPS.index(current) + 1]
    return _HELD if today >= day and following in {_CONVENED, _AGENDA} else following


def _since(
    meeting: Meeting,
    taken: dict[MeetingState, MeetingStep],
    current: MeetingState,
    following: MeetingState | None,
    today: date,
) -> date | None:
    """Since when the next step is waited for; notes are so from the meeting on, whenever it was gone through."""
    if following is None:
        return None
    if following is _HELD:
        return meeting.day if today >= meeting.day else None
    basis = taken.get(_HELD if following is _RECEIVED else current)
    if basis is not None:
        return basis.taken_on
    return meeting.day if following in {_AWAITED, _RECEIVED} else None

"""SSC's notes beside ours: what has been compared, what remains and what differs (R5, R13)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.domain.attachment import Attachment
from desktop.domain.level import Party
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Meeting, MeetingState, MeetingStep
from desktop.domain.meetings.notes import NotesCheck, Verdict

_FINISHED = MeetingState.NOTES_CHECKED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedItem:
    """One item as we noted it, and what SSC's notes say of it.

    Attributes:
        number: Its number on the agenda.
        noted: What we wrote down under it.
        check: The verdict with its comment, or nothing while it has not been compared.
    """

    item_id: UUID
    number: int
    title: str
    noted: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    check: NotesCheck | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesReview:
    """The check of SSC's notes from one meeting.

    Attributes:
        items: Every item of the agenda, in order.
        whole: The verdict on the notes as a whole, which need not be given.
        steps: What the meeting has gone through.
        notes_file: The newest file with SSC's notes.
    """

    meeting: Meeting
    items: tuple[ReviewedItem, ...] = ()
    whole: NotesCheck | None = None
    steps: tuple[MeetingStep, ...] = ()
    notes_file: Attachment | None = None

    @property
    def received_on(self) -> date | None:
        """When SSC's notes came."""
        return self._taken(MeetingState.NOTES_RECEIVED)

    @property
    def checked_on(self) -> date | None:
        """When the check was finished."""
        return self._taken(_FINISHED)

    @property
    def is_received(self) -> bool:
        """Whether SSC's notes have come, with a day or without."""
        return self.received_on is not None or self.meeting.state in {MeetingState.NOTES_RECEIVED, _FINISHED}

    @property
    def is_ours(self) -> bool:
        """Whether we write the official notes of this meeting, so that there is nothing to check (R5)."""
        return self.meeting.notes_by is Party.AGENCY

    @property
    def judged(self) -> int:
        """How many items have a verdict."""
        return sum(item.check is not None for item in self.items)

    @property
    def remaining(self) -> tuple[ReviewedItem, ...]:
        """The items that have not been compared yet."""
        return tuple(item for item in self.items if item.check is None)

    @property
    def is_complete(self) -> bool:
        """Whether every item has a verdict; notes without items need one as a whole."""
        return not self.remaining if self.items else self.whole is not None

    @property
    def is_finished(self) -> bool:
        """Whether the meeting has come to the end of its life."""
        return self.meeting.state is _FINISHED

    @property
    def differences(self) -> int:
        """How many verdicts are to be told to SSC, the one on the whole included."""
        return sum(map(is_difference, (*(item.check for item in self.items), self.whole)))

    def days_waited(self, day: date) -> int:
        """How many days SSC's notes have been awaited, until they came or until that day (R5)."""
        return max(0, ((self.received_on or day) - self.meeting.day).days)

    def _taken(self, state: MeetingState) -> date | None:
        return next((step.taken_on for step in self.steps if step.state is state), None)


def with_check(review: NotesReview, item_id: UUID | None, check: NotesCheck | None) -> NotesReview:
    """The same check with another verdict or comment on an item, or on the whole."""
    if item_id is None:
        return replace(review, whole=check)
    items = tuple(replace(item, check=check) if item.item_id == item_id else item for item in review.items)
    return replace(review, items=items)


def is_difference(check: NotesCheck | None) -> bool:
    """Whether a verdict is something to tell SSC."""
    return check is not None and check.verdict is not Verdict.AGREES


def counted(checks: Iterable[NotesCheck | None]) -> dict[Verdict, int]:
    """How many verdicts there are of each kind."""
    given = [check.verdict for check in checks if check is not None]
    return {verdict: given.count(verdict) for verdict in Verdict}

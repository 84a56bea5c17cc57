"""Actions and decisions across meetings: which come first, and how late they are (R8, R40)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.meetings.followup import Action, Decision


class Listing(StrEnum):
    """What is listed across meetings."""

    ACTIONS = "actions"
    DECISIONS = "decisions"


class FileForm(StrEnum):
    """The file a list is handed on as."""

    WORKBOOK = "xlsx"
    DELIMITED = "csv"


@dataclass(frozen=True, slots=True)
class Origin:
    """The meeting that an action or a decision comes from."""

    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file as bytes, with the name it is saved under."""

    file_name: str
    content: bytes


def days_overdue(action: Action, day: date) -> int:
    """How many days ago it should have been done; 0 for what is done, has no date or still has time."""
    return (day - action.due_on).days if action.due_on and action.overdue(day) else 0


def overdue_words(days: int) -> str:
    """``Försenad 14 dagar``, or nothing for what is not late."""
    if days < 1:
        return ""
    return "Försenad 1 dag" if days == 1 else f"Försenad {days} dagar"


def replacements(decisions: Iterable[Decision]) -> dict[UUID, Decision]:
    """The decision that has taken the place of each one that was replaced; the latest where there are several."""
    ordered = sorted(decisions, key=lambda decision: (decision.decided_on, decision.id))
    return {decision.replaces_id: decision for decision in ordered if decision.replaces_id is not None}


def in_force(decision: Decision, replaced: Mapping[UUID, Decision], day: date) -> bool:
    """Whether a decision holds that day: it has been made, has not run out and has no successor by then."""
    successor = replaced.get(decision.id)
    if successor is not None and successor.decided_on <= day:
        return False
    return decision.decided_on <= day and (decision.valid_until is None or decision.valid_until >= day)


def due_for_review(decision: Decision, replaced: Mapping[UUID, Decision], day: date) -> bool:
    """Whether the day has come to look at a decision again; nobody need look at one that no longer holds."""
    due = decision.review_on is not None and decision.review_on <= day
    return due and in_force(decision, replaced, day)


def state_words(decision: Decision, replaced: Mapping[UUID, Decision], day: date) -> str:
    """Why a decision no longer holds, or until when it does; nothing for one that simply holds."""
    successor = replaced.get(decision.id)
    if successor is not None and successor.decided_on <= day:
        return f"Ersatt {successor.decided_on.isoformat()}"
    if decision.valid_until is None:
        return ""
    return f"{'Gällde' if decision.valid_until < day else 'Gäller'} till {decision.valid_until.isoformat()}"


def by_urgency(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Open actions by due date, so that overdue ones come first and undated ones last; then what is done."""

    def rank(action: Action) -> tuple[bool, date, str]:
        return action.done_on is not None, action.due_on or date.max, action.text

    return tuple(sorted(actions, key=rank))


def by_day(decisions: Iterable[Decision], day: date, *, review_first: bool) -> tuple[Decision, ...]:
    """The latest decision first; when asked, those due for review come before all others, the longest due first."""
    latest = sorted(decisions, key=lambda decision: (-decision.decided_on.toordinal(), decision.text))
    if not review_first:
        return tuple(latest)
    replaced = replacements(latest)

    def review(decision: Decision) -> date:
        return decision.review_on if decision.review_on and due_for_review(decision, replaced, day) else date.max

    return tuple(sorted(latest, key=review))

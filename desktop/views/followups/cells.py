"""The columns of actions and of decisions, and what stands in each of their cells."""

from __future__ import annotations

import re
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import days_overdue, due_for_review, state_words
from desktop.views.parts.marks import level_word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from desktop.domain.level import Level
    from desktop.domain.meetings.followup_list import Origin
    from desktop.views.parts.badge import Tone

Entry = Action | Decision


class Column(StrEnum):
    """What a column shows; where it can be edited, by the name that the value has for it."""

    TEXT = "text"
    OWNER = "owner"
    LEVEL = "level"
    DUE = "due_on"
    DECIDED = "decided_on"
    REVIEW = "review_on"
    MEETING = "meeting_id"
    RESULT = "result"


ACTION_COLUMNS = (Column.TEXT, Column.OWNER, Column.LEVEL, Column.DUE, Column.MEETING, Column.RESULT)
DECISION_COLUMNS = (Column.TEXT, Column.LEVEL, Column.DECIDED, Column.REVIEW, Column.MEETING)
NOTHING_REPLACED: Mapping[UUID, Decision] = MappingProxyType({})
DAYS = frozenset({Column.DUE, Column.DECIDED, Column.REVIEW})


class Cell(NamedTuple):
    """A cell: its text, a chip or a note below it, or a level; ``leads`` marks a text that does something."""

    text: str
    note: str = ""
    chip: str = ""
    tone: Tone = "neutral"
    level: Level | None = None
    leads: bool = False

    @property
    def spoken(self) -> str:
        """All that the cell says, for a screen reader."""
        return ", ".join(part for part in (self.text, self.chip, self.note) if part)


def heading(column: Column, *, decisions: bool) -> str:
    """The heading of a column."""
    if column is Column.TEXT and decisions:
        return QCoreApplication.translate("Followups", "Beslut")
    return {
        Column.TEXT: QCoreApplication.translate("Followups", "Åtgärd"),
        Column.OWNER: QCoreApplication.translate("Followups", "Ansvarig"),
        Column.LEVEL: QCoreApplication.translate("Followups", "Nivå"),
        Column.DUE: QCoreApplication.translate("Followups", "Klar senast"),
        Column.DECIDED: QCoreApplication.translate("Followups", "Beslutat"),
        Column.REVIEW: QCoreApplication.translate("Followups", "Följs upp"),
        Column.MEETING: QCoreApplication.translate("Followups", "Möte"),
        Column.RESULT: QCoreApplication.translate("Followups", "Klart"),
    }[column]


def cell(
    entry: Entry,
    column: Column,
    origins: Mapping[UUID, Origin],
    today: date,
    replaced: Mapping[UUID, Decision] = NOTHING_REPLACED,
) -> Cell:
    """What stands in a cell of a row; ``replaced`` has the successor of each decision that has one."""
    if column is Column.LEVEL:
        return Cell(level_word(entry.level), level=entry.level)
    if column is Column.MEETING:
        origin = origins.get(entry.meeting_id) if entry.meeting_id else None
        return Cell(origin.day.isoformat(), leads=True) if origin else Cell("")
    if isinstance(entry, Action):
        return _of_action(entry, column, today)
    return _of_decision(entry, column, replaced, today)


def owner_words(party: Party, owner: str) -> str:
    """Who is to do it, as it is shown and typed: ”SSC, Per Holmér”."""
    return ", ".join(part for part in (_side(party), owner) if part)


def read_owner(written: str, before: Party) -> tuple[Party, str]:
    """Read who is to do it; without a party first it stays the one it was."""
    plain = " ".join(written.split())
    match = re.fullmatch(r"(vi|ssc|statens servicecenter)(?:$|[\s,:;·]+)(.*)", plain, re.IGNORECASE)
    if match is None:
        return before, plain
    return (Party.AGENCY if match[1].lower() == "vi" else Party.SSC), match[2]


def overdue_chip(days: int) -> str:
    """How late it is in words: ”Försenad 14 dagar”."""
    if days == 1:
        return QCoreApplication.translate("Followups", "Försenad 1 dag")
    return QCoreApplication.translate("Followups", "Försenad {days} dagar").format(days=days)


def _of_action(action: Action, column: Column, today: date) -> Cell:
    if column is Column.OWNER:
        return Cell(owner_words(action.party, action.owner))
    if column is Column.DUE:
        late = days_overdue(action, today)
        return Cell(_day(action.due_on), chip=overdue_chip(late) if late else "", tone="danger")
    if column is Column.RESULT:
        if action.done_on is None:
            return Cell(QCoreApplication.translate("Followups", "Markera klar"), leads=True)
        return Cell(action.done_on.isoformat(), note=action.result)
    return Cell(action.text)


def _of_decision(decision: Decision, column: Column, replaced: Mapping[UUID, Decision], today: date) -> Cell:
    if column is Column.DECIDED:
        return Cell(_day(decision.decided_on))
    if column is Column.REVIEW:
        is_due = due_for_review(decision, replaced, today)
        due = QCoreApplication.translate("Followups", "Dags nu") if is_due else ""
        return Cell(_day(decision.review_on), chip=due, tone="warning")
    return Cell(decision.text, chip=state_words(decision, replaced, today))


def _side(party: Party) -> str:
    if party is Party.AGENCY:
        return QCoreApplication.translate("Followups", "Vi")
    return QCoreApplication.translate("Followups", "SSC")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

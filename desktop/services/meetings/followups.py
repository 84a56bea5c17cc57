"""Actions and decisions across meetings: the action list of both parties and the decision log (R8, R10)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.document import FinishedDocument
from desktop.domain.history import Act
from desktop.domain.level import ALL_LEVELS, Level, Party
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.followup_list import ExportedFile, FileForm, Listing, Origin, by_day, by_urgency
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.removal import remove
from desktop.services.meetings.decision_chain import check_replaces
from desktop.services.meetings.fixed_notes import check_open
from desktop.services.meetings.followup_papers import list_file, list_pdf, origins_in
from desktop.services.meetings.followup_rules import checked_action, checked_decision, checked_information


class Followups:
    """Keeps what meetings leave behind, of every forum and both parties.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def actions(
        self, *, party: Party | None = None, open_only: bool = True, levels: frozenset[Level] = ALL_LEVELS
    ) -> tuple[Action, ...]:
        """Actions of a party and of levels, or of all: overdue ones first, then by due date, undated ones last."""
        wanted = select(ActionRecord)
        if party is not None:
            wanted = wanted.where(ActionRecord.party == party)
        if open_only:
            wanted = wanted.where(ActionRecord.done_on.is_(None))
        if levels != ALL_LEVELS:
            wanted = wanted.where(ActionRecord.level.in_(levels))
        with self._database.reading() as session:
            return by_urgency(record.to_value() for record in session.scalars(wanted))

    def decisions(self, *, levels: frozenset[Level] = ALL_LEVELS, review_first: bool = False) -> tuple[Decision, ...]:
        """Decisions of levels, newest first; when asked, those due for review come before the others."""
        wanted = select(DecisionRecord)
        if levels != ALL_LEVELS:
            wanted = wanted.where(DecisionRecord.level.in_(levels))
        with self._database.reading() as session:
            found = [record.to_value() for record in session.scalars(wanted)]
        return by_day(found, self._now(), review_first=review_first)

    def origins(self) -> Mapping[UUID, Origin]:
        """The meetings that actions or decisions come from, by their keys."""
        with self._database.reading() as session:
            return origins_in(session)

    def add_action(self, action: Action) -> None:
        """Keep a new action.

        Raises:
            InputError: It says nothing, is too long, its dates and result contradict each other, or the notes of its
                meeting are finalised (R12).
        """
        kept = checked_action(action, self._now())
        with self._database.writing(Act("action.add", kept.text)) as session:
            check_open(session, kept.meeting_id)
            session.add(ActionRecord.of(kept))

    def add_decision(self, decision: Decision) -> None:
        """Keep a new decision.

        Raises:
            InputError: It says nothing, is too long, its dates make no sense, or the notes of its meeting are
                finalised (R12).
        """
        kept = checked_decision(decision, self._now())
        with self._database.writing(Act("decision.add", kept.text)) as session:
            check_replaces(session, kept)
            check_open(session, kept.meeting_id)
            session.add(DecisionRecord.of(kept))

    def change_action(self, action_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of an action a new content, by the names ``Action`` has for them.

        Raises:
            InputError: The action is gone, or would be as ``add_action`` refuses it.
        """
        self._rewrite("action.change", action_id, group, fields)

    def change_decision(self, decision_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a decision a new content, by the names ``Decision`` has for them.

        Raises:
            InputError: The decision is gone, or would be as ``add_decision`` refuses it.
        """
        with self._database.reading() as session:
            before = _known_decision(session, decision_id).to_value()
        changed = checked_decision(replace(before, **fields), self._now())
        with self._database.writing(Act("decision.change", changed.text), group=group) as session:
            check_replaces(session, changed)
            _check_wording(session, before, changed)
            _known_decision(session, decision_id).take(changed)

    def finish(self, action_id: UUID, result: str, day: date) -> None:
        """Note that an action was done that day, with what came of it in short.

        Raises:
            InputError: The action is gone, the result is empty or too long, or the day is still to come.
        """
        self._rewrite("action.finish", action_id, None, {"done_on": day, "result": result})

    def reopen(self, action_id: UUID) -> None:
        """Make an action open again; its result goes, and stays in the history.

        Raises:
            InputError: The action is not in the register any more.
        """
        self._rewrite("action.reopen", action_id, None, {"done_on": None, "result": ""})

    def remove_action(self, action_id: UUID) -> None:
        """Remove an action; undo brings it back.

        Raises:
            InputError: The action is not in the register any more, or the notes of its meeting are finalised (R12).
        """
        with self._database.reading() as session:
            text = _known_action(session, action_id).text
        with self._database.writing(Act("action.remove", text)) as session:
            record = _known_action(session, action_id)
            check_open(session, record.meeting_id)
            remove(session, record)

    def remove_decision(self, decision_id: UUID) -> None:
        """Remove a decision; undo brings it back.

        Raises:
            InputError: The decision is not in the register any more, or the notes of its meeting are finalised (R12).
        """
        with self._database.reading() as session:
            text = _known_decision(session, decision_id).text
        with self._database.writing(Act("decision.remove", text)) as session:
            record = _known_decision(session, decision_id)
            check_open(session, record.meeting_id)
            remove(session, record)

    def change_information(self, information_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of an information a new content, by the names ``Information`` has for them.

        Raises:
            InputError: The information is gone, would say nothing, or would be too long.
        """
        with self._database.reading() as session:
            before = _known_information(session, information_id).to_value()
        changed = checked_information(replace(before, **fields))
        with self._database.writing(Act("information.change", changed.text), group=group) as session:
            _check_wording(session, before, changed)
            _known_information(session, information_id).take(changed)

    def remove_information(self, information_id: UUID) -> None:
        """Remove an information; undo brings it back.

        Raises:
            InputError: The information is not in the register any more, or the notes of its meeting are
                finalised (R12).
        """
        with self._database.reading() as session:
            text = _known_information(session, information_id).text
        with self._database.writing(Act("information.remove", text)) as session:
            record = _known_information(session, information_id)
            check_open(session, record.meeting_id)
            remove(session, record)

    def document(self, listing: Listing) -> FinishedDocument:
        """The open actions of both parties, or the decision log, accessible and archivable.

        Raises:
            InputError: The agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return list_pdf(session, listing, self._now())

    def file(self, listing: Listing, form: FileForm) -> ExportedFile:
        """All actions, also those done, or all decisions as a workbook or a text file with columns."""
        with self._database.reading() as session:
            return list_file(session, listing, form, self._now())

    def _rewrite(self, verb: str, action_id: UUID, group: UUID | None, fields: dict[str, Any]) -> None:
        with self._database.reading() as session:
            before = _known_action(session, action_id).to_value()
        changed = checked_action(replace(before, **fields), self._now())
        with self._database.writing(Act(verb, changed.text), group=group) as session:
            _check_wording(session, before, changed)
            _known_action(session, action_id).take(changed)


def _check_wording(
    session: Session, before: Action | Decision | Information, after: Action | Decision | Information
) -> None:
    """What a meeting agreed on stays as its finalised notes have it; how it is followed up may change (R12)."""
    said = [(one.text, one.meeting_id, one.item_id) for one in (before, after)]
    if said[0] != said[1]:
        check_open(session, before.meeting_id)
        check_open(session, after.meeting_id)


def _known_action(session: Session, action_id: UUID) -> ActionRecord:
    record = session.get(ActionRecord, action_id)
    if record is None:
        raise InputError("Åtgärden finns inte längre i registret.")
    return record


def _known_decision(session: Session, decision_id: UUID) -> DecisionRecord:
    record = session.get(DecisionRecord, decision_id)
    if record is None:
        raise InputError("Beslutet finns inte längre i registret.")
    return record


def _known_information(session: Session, information_id: UUID) -> InformationRecord:
    record = session.get(InformationRecord, information_id)
    if record is None:
        raise InputError("Informationen finns inte längre i registret.")
    return record

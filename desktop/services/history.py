"""What has been done, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.domain.history import Act, HistoryEntry
from desktop.errors import ConflictError
from desktop.models.change import ChangeFieldRecord, ChangeRecord
from desktop.models.database import Database, News
from desktop.models.reversal import reverse
from desktop.models.types import to_text

UNDO = "history.undo"
REDO = "history.redo"


@dataclass(frozen=True, slots=True)
class _Step:
    """What one undo takes back: one change, or those of one editing session."""

    act: Act
    change_ids: tuple[UUID, ...]
    group: UUID | None = None


class History:
    """The history of the register, and the undo and redo of this run of the program.

    A lasting act, such as finalising notes (R12), is a point that undo does not go behind: neither the act itself nor
    anything before it can be taken back, because what it fixed rests on all of that.

    Args:
        database: The open register; every change made through it can be taken back, newest first.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._turned: UUID | None = None
        self._begins_after_lasting = False
        database.on_news(self._note)

    def undoable(self) -> Act | None:
        """What ``undo`` would take back; costs nothing to ask."""
        return self._done[-1].act if self._done else None

    def redoable(self) -> Act | None:
        """What ``redo`` would do again; costs nothing to ask."""
        return self._undone[-1].act if self._undone else None

    def undo(self) -> Act:
        """Take back the latest change; that is itself a change, with history.

        Returns:
            What was taken back.

        Raises:
            ConflictError: The record was changed since, or there is nothing to undo, or only what a lasting act has
                made final. The step is given up.
            StoreError: The register cannot be written.
        """
        if not self._done and self._begins_after_lasting:
            raise ConflictError(
                "Det som gjordes senast går inte att ångra, och inte heller det som gjordes före.",
                "Ändra för hand om något ska bli annorlunda.",
            )
        if not self._done:
            raise ConflictError("Det finns inget att ångra.")
        return self._turn(self._done, self._undone, UNDO)

    def redo(self) -> Act:
        """Do again what was taken back last.

        Returns:
            What was done again.

        Raises:
            ConflictError: The record was changed since, or there is nothing to redo. The step is given up.
            StoreError: The register cannot be written.
        """
        if not self._undone:
            raise ConflictError("Det finns inget att göra om.")
        return self._turn(self._undone, self._done, REDO)

    def of(self, record_id: UUID) -> tuple[HistoryEntry, ...]:
        """What happened to a record and to what is part of it, newest first.

        The field ``id`` tells that a record came to be (no ``old``) or went away (no ``new``).
        """
        with self._database.reading() as session:
            return history_in(session, record_id)

    def _turn(self, source: list[_Step], target: list[_Step], verb: str) -> Act:
        """Take back the last step of ``source`` that left a trace; typing that came and went leaves none."""
        while True:
            step = source[-1]
            try:
                change_id = self._reverse(step.change_ids, Act(verb, step.act.subject))
            except ConflictError:
                source.pop()
                raise
            source.pop()
            if change_id is not None:
                target.append(_Step(step.act, (change_id,)))
            if change_id is not None or not source:
                return step.act

    def _reverse(self, change_ids: Sequence[UUID], act: Act) -> UUID | None:
        self._turned = None
        try:
            with self._database.writing(act, undoes=change_ids[-1]) as session:
                reverse(session, change_ids)
        except IntegrityError as error:
            raise ConflictError(
                "Något som har kommit till sedan dess bygger på det, så det går inte att ångra eller göra om.",
                "Ta bort det nya först.",
            ) from error
        return self._turned

    def _note(self, news: News) -> None:
        if news.undoes is not None:
            self._turned = news.change_id
            return
        self._undone.clear()
        if news.lasting:
            self._done.clear()
            self._begins_after_lasting = True
            return
        last = self._done[-1] if self._done else None
        if last and news.group is not None and last.group == news.group:
            self._done[-1] = _Step(last.act, (*last.change_ids, news.change_id), news.group)
        else:
            self._done.append(_Step(news.act, (news.change_id,), news.group))


def history_in(session: Session, *record_ids: UUID) -> tuple[HistoryEntry, ...]:
    """What happened to records and to what is part of them, newest first, as this session sees it."""
    concerned = or_(ChangeFieldRecord.record_id.in_(record_ids), ChangeFieldRecord.parent_id.in_(record_ids))
    query = (
        select(ChangeFieldRecord, ChangeRecord)
        .join(ChangeRecord, ChangeRecord.id == ChangeFieldRecord.change_id)
        .where(concerned)
        .order_by(ChangeRecord.at.desc(), ChangeRecord.id.desc(), ChangeFieldRecord.position)
    )
    return tuple(_entry(row, change) for row, change in session.execute(query))


def _entry(row: ChangeFieldRecord, change: ChangeRecord) -> HistoryEntry:
    return HistoryEntry(
        at=change.at,
        who=change.who,
        act=Act(change.verb, change.subject),
        kind=row.kind,
        record_id=row.record_id,
        field=row.field,
        old=to_text(row.old),
        new=to_text(row.new),
    )

"""Which decision takes the place of which: a chain without forks in time and without circles."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.meetings.followup import Decision
from desktop.errors import InputError
from desktop.models.followup import DecisionRecord


def check_replaces(session: Session, decision: Decision) -> None:
    """Make sure that what a decision replaces is there, older, and not replaced by way of the decision itself.

    Raises:
        InputError: It is not; the sentence says why.
    """
    if decision.replaces_id is None:
        return
    replaced = session.get(DecisionRecord, decision.replaces_id)
    if replaced is None:
        raise InputError("Beslutet som skulle ersättas finns inte längre i registret.", "Välj ett annat.")
    if any(key == decision.id for key in _chain(session, decision.replaces_id)):
        raise InputError("Ett beslut kan inte ersätta sig självt, inte heller genom andra beslut.", "Välj ett äldre.")
    if replaced.decided_on > decision.decided_on:
        raise InputError("Ett beslut kan bara ersätta ett som är fattat tidigare.", "Rätta ett av datumen.")


def _chain(session: Session, key: UUID | None) -> Iterator[UUID]:
    """A decision and those it replaces, one by one."""
    seen: set[UUID] = set()
    while key is not None and key not in seen:
        seen.add(key)
        yield key
        record = session.get(DecisionRecord, key)
        key = record.replaces_id if record is not None else None

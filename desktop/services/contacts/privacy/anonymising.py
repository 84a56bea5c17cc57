"""What is taken away of a person and what stays: planned once, told before, done in one act (R39)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact, comparable_name
from desktop.domain.contacts.disposal import ANONYMOUS
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import PresenterRole
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.contact import AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, ReceivedListRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import ParticipantRecord
from desktop.models.notes import NotesVersionRecord
from desktop.models.scrubbing import PERSONAL, KeptText
from desktop.services.contacts.contacts import contact_in
from desktop.services.contacts.merging.survivors import merged_ids_in
from desktop.services.contacts.privacy.former import everything_called_in
from desktop.services.contacts.privacy.marks import Marks
from desktop.services.contacts.privacy.received import without_person

_TIED_BY_NAME = frozenset({"participant", "action", "agenda_item", "decision"})
"""Tables where nothing but a name ties a text to the person, unless their key stands beside it."""

_SPEAKS_FOR = {PresenterRole.US: Party.AGENCY, PresenterRole.SSC: Party.SSC}


@dataclass(frozen=True, slots=True)
class Change:
    """New contents for fields of one record."""

    record: Record
    fields: dict[str, Any]


@dataclass(slots=True)
class Plan:
    """What anonymising one person does to the records, and what it leaves.

    Attributes:
        contact: The person.
        ids: The keys of the contact and of those merged into it.
        marks: What tells that a text is about the person.
        fixed: The meetings whose notes have been finalised, whether or not they were opened again (R12).
        has_namesake: Whether another contact of the same party has the same name, so that a name alone tells nobody.
        changes: The new contents.
        kept: The keys of records that keep the name.
        linked: The keys of seats and items that are the person's by key; all their names were theirs.
    """

    contact: Contact
    ids: frozenset[UUID]
    marks: Marks
    fixed: frozenset[UUID]
    has_namesake: bool
    changes: list[Change] = field(default_factory=list[Change])
    kept: set[UUID] = field(default_factory=set[UUID])
    linked: set[UUID] = field(default_factory=set[UUID])

    def counts(self) -> Counter[str]:
        """How many records of each table are changed."""
        return Counter(change.record.__tablename__ for change in self.changes)

    def is_written(self, name: str) -> bool:
        """Whether a name that nothing but the name ties to the person is theirs."""
        return not self.has_namesake and self.marks.is_name(name)

    def change(self, record: Record, **fields: Any) -> None:
        """Plan new contents, where they are new."""
        new = {name: value for name, value in fields.items() if getattr(record, name) != value}
        if new:
            self.changes.append(Change(record, new))

    def subject(self, about: str) -> str:
        """What history says a change was about; where a name tells nobody, it stays."""
        return about if self.has_namesake else self.marks.without(about)

    def told(self, kept: KeptText) -> str:
        """What history tells instead of a text."""
        if kept.table == "contact_notice" and kept.field == "known" and kept.parent_id in self.ids:
            return ""
        if kept.record_id in self.kept or kept.parent_id in self.fixed:
            return kept.text
        if kept.table == "contact":
            return ANONYMOUS if kept.record_id in self.ids else kept.text
        if kept.table == "received_list":
            return without_person(kept.text, self.marks)
        return self._told_by_others(kept)

    def _told_by_others(self, kept: KeptText) -> str:
        if kept.record_id in self.linked and kept.field != "replaced_by":
            return ANONYMOUS
        if self.has_namesake and kept.table in _TIED_BY_NAME:
            return kept.text
        return ANONYMOUS if self.marks.is_any(kept.text) else self.marks.without(kept.text)


def check_can_anonymise(contact: Contact) -> None:
    """Let a contact be anonymised: first it is ended.

    Raises:
        InputError: It is anonymised already, or not ended.
    """
    if contact.anonymised_on is not None:
        raise InputError("Kontakten är redan anonymiserad.")
    if contact.ended_on is None:
        raise InputError("Bara en avslutad kontakt kan anonymiseras.", "Avsluta kontakten först.")


def plan_in(session: Session, contact_id: UUID, day: date) -> Plan:
    """What anonymising a person does, as this session sees the register.

    Raises:
        InputError: The contact is not in the register any more.
    """
    contact = contact_in(session, contact_id)
    ids = frozenset({contact.id, *merged_ids_in(session, contact.id)})
    marks = Marks.of(everything_called_in(session, ids))
    fixed = frozenset(session.scalars(select(NotesVersionRecord.meeting_id).distinct()))
    plan = Plan(contact, ids, marks, fixed, _has_namesake(session, contact, ids, marks))
    _plan_contacts(session, plan, day)
    _plan_participants(session, plan)
    _plan_items(session, plan)
    _plan_followups(session, plan)
    _plan_notices(session, plan)
    for record in session.scalars(select(ReceivedListRecord)):
        plan.change(record, content=without_person(record.content, marks))
    return plan


def carry_out(plan: Plan) -> None:
    """Give the records their new contents."""
    for change in plan.changes:
        for name, value in change.fields.items():
            setattr(change.record, name, value)


def _has_namesake(session: Session, contact: Contact, ids: Iterable[UUID], marks: Marks) -> bool:
    columns = (ContactRecord.given_name, ContactRecord.family_name)
    others = select(*columns).where(ContactRecord.party == contact.party, ContactRecord.id.not_in(ids))
    return any(comparable_name(given, family) in marks.names for given, family in session.execute(others))


def _plan_contacts(session: Session, plan: Plan, day: date) -> None:
    empty = dict.fromkeys(PERSONAL["contact"], "") | {"family_name": ANONYMOUS}
    for record in session.scalars(select(ContactRecord).where(ContactRecord.id.in_(plan.ids))):
        plan.change(record, **empty, deputy_id=None, anonymised_on=day, ended_on=record.ended_on or day)
    for record in session.scalars(
        select(ContactRecord).where(ContactRecord.deputy_id.in_(plan.ids), ContactRecord.id.not_in(plan.ids))
    ):
        plan.change(record, deputy_id=None)
    rights = select(AuthorisedOrdererRecord).where(AuthorisedOrdererRecord.contact_id.in_(plan.ids))
    for record in session.scalars(rights):
        plan.change(record, evidence=plan.marks.without(record.evidence))


def _plan_participants(session: Session, plan: Plan) -> None:
    for record in session.scalars(select(ParticipantRecord)):
        is_theirs = record.contact_id in plan.ids or (
            record.contact_id is None
            and record.party in {plan.contact.party, None}
            and (plan.is_written(record.name) or plan.marks.is_address(record.email))
        )
        came_instead = record.party is plan.contact.party and plan.is_written(record.replaced_by)
        if record.meeting_id in plan.fixed:
            if is_theirs or came_instead:
                plan.kept.add(record.id)
            continue
        if is_theirs:
            plan.linked.add(record.id)
            plan.change(record, name=ANONYMOUS, email="", title="")
        if came_instead:
            plan.change(record, replaced_by=ANONYMOUS)


def _plan_items(session: Session, plan: Plan) -> None:
    named = or_(AgendaItemRecord.presenter_id.in_(plan.ids), AgendaItemRecord.presenter_name != "")
    for record in session.scalars(select(AgendaItemRecord).where(named)):
        speaks_for = _SPEAKS_FOR.get(record.presenter_role, plan.contact.party)
        by_name = speaks_for is plan.contact.party and plan.is_written(record.presenter_name)
        if record.presenter_id in plan.ids or (record.presenter_id is None and by_name):
            if record.meeting_id in plan.fixed:
                plan.kept.add(record.id)
            elif record.presenter_name:
                plan.linked.add(record.id)
                plan.change(record, presenter_name=ANONYMOUS)


def _plan_followups(session: Session, plan: Plan) -> None:
    for action in session.scalars(select(ActionRecord).where(ActionRecord.owner != "")):
        if action.party is plan.contact.party and plan.is_written(action.owner):
            if action.meeting_id in plan.fixed:
                plan.kept.add(action.id)
            else:
                plan.change(action, owner=ANONYMOUS)
    for decision in session.scalars(select(DecisionRecord).where(DecisionRecord.decided_by != "")):
        if not plan.has_namesake and plan.marks.stands_in(decision.decided_by):
            if decision.meeting_id in plan.fixed:
                plan.kept.add(decision.id)
            else:
                plan.change(decision, decided_by=plan.marks.without(decision.decided_by))


def _plan_notices(session: Session, plan: Plan) -> None:
    for record in session.scalars(select(ContactNoticeRecord)):
        is_theirs = record.contact_id in plan.ids or record.successor_id in plan.ids
        texts = {name: getattr(record, name) for name in ("title", "body", "reference")}
        names_them = is_theirs or any(plan.marks.stands_in(text) for text in texts.values())
        if record.contact_id in plan.ids:
            plan.change(record, known="")
        if names_them and record.announced_on is not None:
            plan.kept.add(record.id)
        elif names_them:
            plan.change(record, **{name: plan.marks.without(text) for name, text in texts.items()})

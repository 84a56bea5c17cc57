"""How much about the contacts asks for attention, counted in the database so that a long list costs no more."""

from datetime import date

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.freshness import ContactAttention, last_stale_day, vacant_forums
from desktop.domain.dates import now
from desktop.domain.level import Level, LevelModel, Party
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in
from desktop.services.contacts.roster_checks import expectations_in, rights_in
from desktop.services.rule_settings import rule_settings_in


def attention_in(session: Session, day: date) -> ContactAttention:
    """How much there is to do about the contacts, as this session sees it."""
    agreement = agreement_in(session)
    return ContactAttention(
        notices=_open_notices_in(session),
        rights=sum(held.needs_attention for held in rights_in(session, day)),
        checks=len({each.what for each in expectations_in(session, day) if each.needs_attention(day)}),
        vacancies=_vacancies_in(session, day, agreement.model_on(day) if agreement else LevelModel.THREE),
        stale=_stale_in(session, day),
    )


def _open_notices_in(session: Session) -> int:
    """What SSC has not been told, and is not about to be told at a meeting to come (R18)."""
    planned = exists().where(MeetingRecord.id == ContactNoticeRecord.meeting_id, MeetingRecord.starts_at > now())
    waiting = select(func.count()).select_from(ContactNoticeRecord)
    return session.scalar(waiting.where(ContactNoticeRecord.announced_on.is_(None), ~planned)) or 0


def _vacancies_in(session: Session, day: date, model: LevelModel) -> int:
    """The levels that nobody holds that day, at each party that has contacts at all (R15)."""
    held: dict[Party, set[Level]] = {
        party: set() for party in session.scalars(select(ContactRecord.party).where(*_present(day)).distinct())
    }
    rows = session.execute(
        select(ContactRecord.party, AssignmentRecord.level)
        .join(AssignmentRecord, AssignmentRecord.contact_id == ContactRecord.id)
        .where(
            *_present(day),
            AssignmentRecord.level.is_not(None),
            or_(AssignmentRecord.starts_on.is_(None), AssignmentRecord.starts_on <= day),
            or_(AssignmentRecord.ends_on.is_(None), AssignmentRecord.ends_on >= day),
        )
        .distinct()
    )
    for party, level in rows:
        if level is not None:
            held[party].add(level)
    return sum(vacant_forums(levels, model) for levels in held.values())


def _stale_in(session: Session, day: date) -> int:
    """How many contacts ``is_stale`` would say need to be confirmed again."""
    too_old = last_stale_day(day, rule_settings_in(session).stale_after_months)
    lasting = [
        exists().where(kind.contact_id == ContactRecord.id, or_(kind.ends_on.is_(None), kind.ends_on >= day))
        for kind in (AssignmentRecord, AuthorisedOrdererRecord)
    ]
    stale = or_(ContactRecord.confirmed_on.is_(None), ContactRecord.confirmed_on <= too_old)
    found = select(func.count()).select_from(ContactRecord).where(*_present(day), stale, or_(*lasting))
    return session.scalar(found) or 0


def _present(day: date) -> tuple[ColumnElement[bool], ...]:
    """Who is neither gone nor taken over by another contact."""
    return (
        ContactRecord.merged_into.is_(None),
        ContactRecord.anonymised_on.is_(None),
        or_(ContactRecord.ended_on.is_(None), ContactRecord.ended_on >= day),
    )

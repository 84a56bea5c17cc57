"""A change of contact as one act: who leaves, who comes, from when, and all that follows (R15, R18, R32)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.change_text import change_text
from desktop.domain.contacts.contact import Assignment, Contact, comparable_email
from desktop.domain.contacts.contact_change import (
    ChangeFacts,
    ChangeRequest,
    Follow,
    FollowKind,
    chosen_by_itself,
    follows,
    left_empty,
    outcome,
)
from desktop.domain.contacts.contact_notice import LONGEST_TITLE, ContactNotice
from desktop.domain.contacts.contact_rules import checked_contact
from desktop.domain.contacts.notice_texts import NoticeText, known_text
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.errors import InputError
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.database import Database
from desktop.services.agreements import areas_in
from desktop.services.contacts.change_notices import make_notice_in
from desktop.services.contacts.contact_handover import facts_in, hand_over_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePreview:
    """What a change of contact would do.

    Attributes:
        follows: What may follow, in the order it is shown.
        chosen: The keys of what does.
        left_empty: The roles that nobody holds afterwards (R15).
        text: What SSC is told; nothing for a change on their side.
        leaver: Who leaves, as they are now.
        successor: Who comes, as they are now.
        area_names: The service areas by their keys.
    """

    follows: tuple[Follow, ...]
    chosen: frozenset[str]
    left_empty: tuple[Assignment, ...]
    text: NoticeText | None
    leaver: Contact | None
    successor: Contact | None
    area_names: dict[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDone:
    """What a change of contact has led to: the notice, on our side, and who has come, if anybody has."""

    notice_id: UUID | None
    successor_id: UUID | None


class ContactChanges:
    """Hands over the roles, rights and actions of a contact who leaves to the one who comes.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def preview(self, asked: ChangeRequest) -> ChangePreview:
        """What the change would do; nothing is kept.

        Raises:
            InputError: Who leaves or who comes is not in the register any more.
        """
        with self._database.reading() as session:
            facts = facts_in(session, asked, self._now())
            areas = {area.id: area.name for area in areas_in(session)}
        found = follows(facts)
        chosen = chosen_by_itself(found) if asked.chosen is None else asked.chosen
        after = outcome(facts, [follow for follow in found if follow.key in chosen], asked.evidence.strip())
        return ChangePreview(
            follows=found,
            chosen=chosen,
            left_empty=left_empty(facts, after),
            text=change_text(facts, after, areas),
            leaver=facts.leaver,
            successor=facts.successor,
            area_names=areas,
        )

    def apply(self, asked: ChangeRequest, *, group: UUID | None = None) -> ChangeDone:
        """Carry the change out in one act; one undo takes all of it back (R15, R18).

        On our side one notice covers both persons. One that said already that the person leaves becomes that notice.

        Raises:
            InputError: Somebody is gone, nobody leaves and nobody comes, the same person does both, who comes has no
                name or an address that someone else has, they are of different sides, or a right is given anew and
                nothing says what it rests on.
        """
        asked = replace(asked, evidence=" ".join(asked.evidence.split()))
        with self._database.writing(Act("contact.replace", self._subject(asked)), group=group) as session:
            facts = facts_in(session, asked, self._now())
            if facts.successor is not None and asked.newcomer is not None:
                facts = replace(facts, successor=checked_contact(facts.successor, self._now()))
            found = follows(facts)
            wanted = chosen_by_itself(found) if asked.chosen is None else asked.chosen
            chosen = [follow for follow in found if follow.key in wanted]
            _check(asked, facts, chosen)
            after = outcome(facts, chosen, asked.evidence)
            hand_over_in(session, facts, after, chosen)
            text = change_text(facts, after, {area.id: area.name for area in areas_in(session)})
            notice_id = self._notice_in(session, facts, text) if text else None
        return ChangeDone(notice_id=notice_id, successor_id=after.successor.id if after.successor else None)

    def _subject(self, asked: ChangeRequest) -> str:
        with self._database.reading() as session:
            facts = facts_in(session, asked, self._now())
        return " → ".join(one.name for one in (facts.leaver, facts.successor) if one)

    def _notice_in(self, session: Session, facts: ChangeFacts, text: NoticeText) -> UUID:
        leaver, successor = facts.leaver, facts.successor
        about = leaver or successor
        record = _leaving(session, leaver.id) if leaver else None
        notice = ContactNotice(
            id=record.id if record else new_id(),
            title=text.title[:LONGEST_TITLE],
            body=text.body,
            effective_on=facts.day,
            made_on=record.made_on if record else self._now(),
            contact_id=about.id if about else None,
            successor_id=successor.id if leaver and successor else None,
            known=known_text(leaver) if leaver and not successor else "",
        )
        if record is None:
            make_notice_in(session, notice)
        else:
            record.take(replace(notice, channel=record.channel, meeting_id=record.meeting_id))
        return notice.id


def _check(asked: ChangeRequest, facts: ChangeFacts, chosen: list[Follow]) -> None:
    leaver, successor = facts.leaver, facts.successor
    if leaver is None and successor is None:
        raise InputError("Ingen lämnar och ingen kommer.", "Välj minst en av dem.")
    if not chosen:
        raise InputError("Ingenting är markerat att följa med bytet.", "Markera minst en sak.")
    if leaver and successor and leaver.id == successor.id:
        raise InputError(f"{leaver.name} kan inte efterträda sig själv.", "Välj någon annan.")
    if leaver and successor and leaver.party is not successor.party:
        raise InputError(f"{successor.name} hör till den andra parten.", "Välj någon på samma sida.")
    if successor and successor.ended_on is not None:
        raise InputError(f"{successor.name} är avslutad som kontakt.", "Öppna kontakten igen först.")
    if successor and asked.newcomer is not None:
        _check_newcomer(facts, successor)
    if any(follow.kind is FollowKind.NEW_RIGHT for follow in chosen) and not asked.evidence:
        raise InputError(
            "En beställningsrätt är personlig och behöver ett eget underlag.",
            "Skriv vilket beslut den vilar på, eller avmarkera den.",
        )


def _check_newcomer(facts: ChangeFacts, newcomer: Contact) -> None:
    if newcomer.is_mailbox:
        raise InputError("Den som kommer saknar namn.", "Skriv för- och efternamn.")
    address = comparable_email(newcomer.email)
    for one in facts.people:
        if address and comparable_email(one.email) == address:
            raise InputError(f"{one.name} har redan den e-postadressen.", "Välj den kontakten i stället.")


def _leaving(session: Session, contact_id: UUID) -> ContactNoticeRecord | None:
    """The open notice that says that a contact leaves and names nobody who comes."""
    wanted = select(ContactNoticeRecord).where(
        ContactNoticeRecord.contact_id == contact_id,
        ContactNoticeRecord.announced_on.is_(None),
        ContactNoticeRecord.successor_id.is_(None),
    )
    return session.scalars(wanted.order_by(ContactNoticeRecord.id).limit(1)).one_or_none()

"""Notices that other changes make: a contact of ours is changed and the other party told in the same act (R17, R18)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_notice import LONGEST_BODY, LONGEST_TITLE, ContactNotice
from desktop.domain.contacts.notice_texts import AreaNames, NoticeText, changes, known_contact, known_text, notice_text
from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.removal import remove
from desktop.services.agreements import areas_in


def make_notice_in(session: Session, notice: ContactNotice) -> None:
    """Keep a new notice within a change that someone else began.

    Raises:
        InputError: It has no title, or is too long.
    """
    session.add(ContactNoticeRecord.of(checked_notice(notice)))


def notice_of_change_in(
    session: Session, before: Contact | None, after: Contact, day: date, others: AreaNames | None = None
) -> None:
    """Have the other party told of a change of a contact of ours, within a change that someone else began (R17, R18).

    There is one such notice for each contact: a further change goes into it, and when nothing differs any more from
    what the other party knew it goes away again. What the user has written in it stays; new lines are added. The other
    party's own contacts, and those without role and right, make no notice.

    Args:
        session: The session that changes the contact.
        before: The contact with roles and rights as it was; nothing for a new one.
        after: The same as it is now.
        day: The day the change is made.
        others: The names of areas that only the other party has.
    """
    if after.party is not Party.AGENCY:
        return
    areas = {**(others or {}), **{area.id: area.name for area in areas_in(session)}}
    was = before or Contact(id=after.id, party=after.party)
    record = _running(session, after.id)
    if record is None:
        if text := notice_text(was, after, areas, day):
            make_notice_in(session, _notice(text, was, day))
        return
    known = known_contact(record.known, after)
    made = notice_text(known, was, areas, record.effective_on)
    text = notice_text(known, after, areas, day)
    if text is None:
        _withdraw(session, record, after, day)
        return
    lines = [change.line for change in changes(was, after, areas, day) if change.line not in record.body]
    as_made = made is not None and made.body == record.body
    record.change(
        title=text.title[:LONGEST_TITLE] if made is None or made.title == record.title else record.title,
        body=text.body if as_made else "\n".join((record.body.rstrip(), *lines)),
        effective_on=day,
    )


def tell_of_change_in(session: Session, before: Contact | None, after: Contact | None) -> None:
    """The same as of today, as a service that changes contacts asks for it; a contact that is gone takes its along."""
    if after is not None:
        notice_of_change_in(session, before, after, today())


def checked_notice(notice: ContactNotice) -> ContactNotice:
    """The notice with single spaces in its title.

    Raises:
        InputError: It has no title, or is too long.
    """
    title = " ".join(notice.title.split())
    if not title:
        raise InputError("Anmälan saknar rubrik.", "Skriv i en mening vad som ändras.")
    if len(title) > LONGEST_TITLE:
        raise InputError(f"Rubriken får ha högst {LONGEST_TITLE} tecken.", "Skriv resten i texten.")
    if len(notice.body) > LONGEST_BODY:
        raise InputError(f"Texten får ha högst {LONGEST_BODY} tecken.", "Korta den.")
    return replace(notice, title=title)


def _running(session: Session, contact_id: UUID) -> ContactNoticeRecord | None:
    """The open notice that gathers what has changed about one contact; a change of contact is a notice of its own."""
    wanted = select(ContactNoticeRecord).where(
        ContactNoticeRecord.contact_id == contact_id,
        ContactNoticeRecord.announced_on.is_(None),
        ContactNoticeRecord.successor_id.is_(None),
        ContactNoticeRecord.known != "",
    )
    return session.scalars(wanted.order_by(ContactNoticeRecord.id).limit(1)).one_or_none()


def _notice(text: NoticeText, was: Contact, day: date) -> ContactNotice:
    return ContactNotice(
        id=new_id(),
        title=text.title[:LONGEST_TITLE],
        body=text.body,
        effective_on=day,
        made_on=day,
        contact_id=was.id,
        known=known_text(was),
    )


def _withdraw(session: Session, record: ContactNoticeRecord, after: Contact, day: date) -> None:
    """Let a notice go of which nothing is left; one that is on an agenda stays there and says so."""
    on_agenda = select(AgendaItemRecord.id).where(AgendaItemRecord.source_id == record.id).limit(1)
    if session.scalar(on_agenda) is None:
        remove(session, record)
        return
    record.change(
        title=f"Återtagen ändring för {after.name}"[:LONGEST_TITLE],
        body=f"Uppgifterna om {after.name} är åter som tidigare.",
        effective_on=day,
    )

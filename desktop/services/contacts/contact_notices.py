"""Changes of contacts to announce to the other party, until they have been (R17, R18)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact_notice import ContactNotice, NoticeChannel, NoticePlace, NoticeRow
from desktop.domain.dates import in_prose, today
from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda_rules import proposal_of_notice
from desktop.errors import InputError
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.removal import remove
from desktop.services.contacts.change_notices import checked_notice, make_notice_in
from desktop.services.contacts.notice_papers import notice_mail, notice_pdf
from desktop.services.contacts.notice_rows import (
    coming_meetings_in,
    item_of_notice_in,
    open_notices_in,
    place_of_meeting,
    rows_in,
)
from desktop.services.meetings.agendas import add_proposals_in

_LONGEST_REFERENCE = 200


class ContactNotices:
    """Makes, plans and announces notices of changed contacts.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def open(self) -> tuple[NoticeRow, ...]:
        """The notices that remain to be announced, the change that holds first before others."""
        with self._database.reading() as session:
            return rows_in(session, open_notices_in(session), self._now())

    def all(self) -> tuple[NoticeRow, ...]:
        """Every notice: open ones first, then those announced, the latest first."""
        announced = select(ContactNoticeRecord).where(ContactNoticeRecord.announced_on.is_not(None))
        latest = announced.order_by(ContactNoticeRecord.announced_on.desc(), ContactNoticeRecord.id.desc())
        with self._database.reading() as session:
            done = tuple(record.to_value() for record in session.scalars(latest))
            return rows_in(session, (*open_notices_in(session), *done), self._now())

    def get(self, notice_id: UUID) -> NoticeRow:
        """One notice, and how far it has come.

        Raises:
            InputError: The notice is not in the register any more.
        """
        with self._database.reading() as session:
            return self._row(session, notice_id)

    def next_forum(self, notice_id: UUID) -> NoticePlace | None:
        """The next coming meeting where a notice can be announced, one of the level it concerns before others.

        Raises:
            InputError: The notice is not in the register any more.
        """
        return self.get(notice_id).next_forum

    def coming(self) -> tuple[NoticePlace, ...]:
        """The coming meetings where a notice can be announced, the nearest first."""
        with self._database.reading() as session:
            return tuple(place_of_meeting(meeting) for meeting, _ in coming_meetings_in(session, self._now()))

    def make(
        self,
        title: str,
        effective_on: date,
        *,
        body: str = "",
        contact_id: UUID | None = None,
        successor_id: UUID | None = None,
    ) -> UUID:
        """Make a notice of one's own.

        Raises:
            InputError: It has no title, or is too long.
        """
        notice = ContactNotice(
            id=new_id(),
            title=title,
            body=body,
            effective_on=effective_on,
            made_on=self._now(),
            contact_id=contact_id,
            successor_id=successor_id,
        )
        with self._database.writing(Act("notice.make", checked_notice(notice).title)) as session:
            make_notice_in(session, notice)
        return notice.id

    def change(self, notice_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give title, text or day of an open notice a new content, by the names ``ContactNotice`` has for them.

        Raises:
            InputError: The notice is gone or announced, would have no title, or would be too long.
        """
        changed = checked_notice(replace(self.get(notice_id).notice, **fields))
        with self._database.writing(Act("notice.change", changed.title), group=group) as session:
            _open(session, notice_id).change(**{name: getattr(changed, name) for name in fields})

    def plan(self, notice_id: UUID, meeting_id: UUID) -> None:
        """Have a notice taken up at a coming meeting, with an item on its agenda; one undo takes both back (R18).

        Raises:
            InputError: The notice is gone or announced, or the meeting is gone, over, cancelled or closed.
        """
        with self._database.writing(Act("notice.plan", self._title(notice_id))) as session:
            record = _open(session, notice_id)
            if meeting_id not in {meeting.id for meeting, _ in coming_meetings_in(session, self._now())}:
                raise InputError("Det mötet tar inte upp fler punkter.", "Välj ett möte som kommer.")
            record.change(channel=NoticeChannel.FORUM, meeting_id=meeting_id)
            item = item_of_notice_in(session, notice_id)
            if item is None or item.meeting_id != meeting_id:
                add_proposals_in(session, meeting_id, [proposal_of_notice(record.to_value())])

    def announce(
        self,
        notice_id: UUID,
        channel: NoticeChannel,
        day: date,
        reference: str = "",
        meeting_id: UUID | None = None,
    ) -> None:
        """Note that the other party has been told: how, when, and with which receipt or at which meeting (R18).

        Raises:
            InputError: The notice is gone or announced already, the day has not been yet, a forum is named without
                its meeting, or the reference is too long.
        """
        said = " ".join(reference.split())
        if day > self._now():
            raise InputError(f"Den {in_prose(day)} har inte varit än.", "Skriv dagen då det meddelades.")
        if len(said) > _LONGEST_REFERENCE:
            raise InputError(f"En kvittens får ha högst {_LONGEST_REFERENCE} tecken.", "Korta den.")
        if channel is NoticeChannel.FORUM and meeting_id is None:
            raise InputError("Det framgår inte på vilket möte det meddelades.", "Välj mötet.")
        at = meeting_id if channel is NoticeChannel.FORUM else None
        with self._database.writing(Act("notice.announce", self._title(notice_id))) as session:
            if at is not None and session.get(MeetingRecord, at) is None:
                raise InputError("Mötet finns inte längre i registret.", "Välj ett annat möte.")
            _open(session, notice_id).change(channel=channel, meeting_id=at, announced_on=day, reference=said)

    def reopen(self, notice_id: UUID) -> None:
        """Make an announced notice open again; how it was announced stays in the history.

        Raises:
            InputError: The notice is not in the register any more.
        """
        with self._database.writing(Act("notice.reopen", self._title(notice_id))) as session:
            record = _known(session, notice_id)
            record.change(channel=None, meeting_id=None, announced_on=None, reference="")

    def remove(self, notice_id: UUID) -> NoticePlace | None:
        """Remove an open notice that was made by mistake; undo brings it back.

        Returns:
            The meeting on whose agenda it still stands: an agenda is the user's, and may have been sent (R39).

        Raises:
            InputError: The notice is gone, or has been announced (R39).
        """
        place = self.get(notice_id).place
        with self._database.writing(Act("notice.remove", self._title(notice_id))) as session:
            remove(session, _open(session, notice_id))
        return place

    def document(self, notice_id: UUID) -> FinishedDocument:
        """A notice as a document, accessible and archivable.

        Raises:
            InputError: The notice is gone, or the agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return notice_pdf(session, self._row(session, notice_id), self._now())

    def mail(self, notice_id: UUID) -> MailDraft:
        """A mail draft to SSC with the text of a notice; sending it is not what announces the change (R18).

        Raises:
            InputError: The notice is gone, or the agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return notice_mail(session, self._row(session, notice_id), self._now())

    def _row(self, session: Session, notice_id: UUID) -> NoticeRow:
        return rows_in(session, [_known(session, notice_id).to_value()], self._now())[0]

    def _title(self, notice_id: UUID) -> str:
        with self._database.reading() as session:
            return _known(session, notice_id).title


def _known(session: Session, notice_id: UUID) -> ContactNoticeRecord:
    record = session.get(ContactNoticeRecord, notice_id)
    if record is None:
        raise InputError("Anmälan finns inte längre i registret.")
    return record


def _open(session: Session, notice_id: UUID) -> ContactNoticeRecord:
    """A notice that may be changed: nobody has been told of it yet (R39)."""
    record = _known(session, notice_id)
    if record.announced_on is not None:
        raise InputError(
            f"Anmälan är redan meddelad, {in_prose(record.announced_on)}.", "Öppna den igen om det inte stämmer."
        )
    return record

"""Imports of the files an agency already has: shown first, then done all at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact_list import ContactList
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.importing import ImportKind, ImportPreview, ImportResult
from desktop.domain.matters.matter_list import MatterList
from desktop.domain.meetings.invitation import Invitation
from desktop.domain.meetings.meeting import MeetingFile
from desktop.exchange.incoming import Incoming, read_file
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in, areas_in
from desktop.services.attachments import attachments_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.received_lists import columns_in
from desktop.services.importing.contacts import plan_contacts
from desktop.services.importing.invitations import plan_invitation
from desktop.services.importing.matching import Calendar, days_of
from desktop.services.importing.matters import plan_matters
from desktop.services.importing.merged_again import as_chosen, as_one
from desktop.services.importing.plan import Areas, Plan
from desktop.services.importing.writing import carry_out
from desktop.services.meetings.fixed_notes import number_in_force
from desktop.services.meetings.meetings import meeting_file_in

_KINDS: dict[type, ImportKind] = {
    ContactList: ImportKind.CONTACTS,
    MatterList: ImportKind.MATTERS,
    Invitation: ImportKind.INVITATION,
}


class Imports:
    """Reads contact lists, lists of matters and invitations into the register.

    Args:
        database: The open register.
        now: Says what day it is; what an invitation tells is dated with it.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def preview(self, path: Path) -> ImportPreview:
        """Read a file and say what importing it would do; nothing is written.

        Raises:
            FileError: The file cannot be read, or is something that cannot be imported.
        """
        with self._database.reading() as session:
            content = read_file(path, columns_in(session))
            plan = _plan(session, content, self._now())
        return ImportPreview(
            kind=_KINDS[type(content)],
            file_name=content.file_name,
            headline=plan.headline,
            rows=tuple(plan.rows),
            problems=tuple(sorted(plan.problems, key=lambda problem: problem.row or 0)),
            content=content,
        )

    def apply(self, preview: ImportPreview) -> ImportResult:
        """Import what was previewed, as one change that one undo takes back.

        The plan is made anew from the register as it is now, so nothing that has come since is doubled.

        Raises:
            TypeError: The preview was not made by ``preview``.
            StoreError: The register cannot be written; nothing was.
        """
        content = preview.content
        if not isinstance(content, ContactList | MatterList | Invitation):
            raise TypeError("a preview is applied as it came from preview()")
        with self._database.writing(Act(f"import.{preview.kind}", preview.file_name)) as session:
            plan = _plan(session, content, self._now())
            carry_out(session, plan)
        return ImportResult(sentence=plan.sentence, meeting_id=plan.meeting_id)


def _plan(session: Session, content: Incoming, on: date) -> Plan:
    match content:
        case ContactList():
            contacts = contacts_in(session)
            known = as_chosen(as_one(content, contacts), contacts)
            return plan_contacts(known, agreement_in(session), areas_in(session), contacts)
        case MatterList():
            matters = [record.to_value() for record in session.scalars(select(MatterRecord))]
            return plan_matters(content, areas_in(session), matters)
        case Invitation():
            plan = Plan()
            meetings = _meetings(session, content)
            attachments = [each for file in meetings for each in attachments_in(session, file.meeting.id)]
            fixed = frozenset(file.meeting.id for file in meetings if number_in_force(session, file.meeting.id))
            calendar = Calendar(agreement_in(session), contacts_in(session), meetings, tuple(attachments), fixed)
            plan_invitation(content, calendar, Areas(areas_in(session), plan), plan, on)
            return plan


def _meetings(session: Session, invitation: Invitation) -> tuple[MeetingFile, ...]:
    """The meetings of the register that the invitation may be about."""
    uids = {one.uid for one in invitation.meetings if one.uid}
    titles = {one.title for one in invitation.meetings if not one.uid}
    days = [days_of(one) for one in invitation.meetings]
    first, last = min(begins for begins, _ in days), max(ends for _, ends in days)
    by_hand = (MeetingRecord.calendar_uid == "") & (MeetingRecord.starts_at >= first) & (MeetingRecord.starts_at < last)
    known = MeetingRecord.calendar_uid.in_(uids) | MeetingRecord.title.in_(titles)
    wanted = select(MeetingRecord.id).where(known | by_hand)
    return tuple(
        meeting_file_in(session, meeting_id) for meeting_id in session.scalars(wanted.order_by(MeetingRecord.id))
    )

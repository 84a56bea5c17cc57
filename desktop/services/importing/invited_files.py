"""Plans what becomes of the files that come with an invitation: attachments of the meeting, each once (R5, R6)."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from desktop.domain.attachment import Attachment, AttachmentPurpose, guessed_purpose, size_words
from desktop.domain.dates import now, today
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.meetings.invitation import InvitedFile, InvitedMeeting
from desktop.domain.meetings.meeting import Meeting
from desktop.services.importing.plan import Plan, counted


def plan_files(plan: Plan, one: InvitedMeeting, meeting: Meeting, known: Sequence[Attachment]) -> str:
    """Attach what is not attached yet; a file of the same name takes the place of the one that came before.

    Args:
        plan: What the import will do.
        one: The meeting as the invitation tells of it.
        meeting: The meeting it is in the register.
        known: The files the meeting has.

    Returns:
        What was done when it has been, or an empty text.
    """
    organiser = next((invitee for invitee in one.invitees if invitee.organises), None)
    sender = (organiser.name or organiser.email) if organiser else ""
    digests = {attachment.digest for attachment in known}
    added = 0
    for file in one.files:
        made = _attachment(file, meeting, sender)
        if made.digest in digests:
            plan.row(None, RowAction.MATCH, made.name, "bilagan finns redan")
            continue
        digests.add(made.digest)
        added += 1
        former = [each for each in known if each.received and each.name == made.name and not each.replaced_by]
        _replace(plan, made, former, known)
        plan.new.append(made)
        plan.contents.append(file.content)
        plan.row(None, RowAction.CREATE, made.name, f"{'ny version' if former else 'bilaga'} · {size_words(made.size)}")
    return f"{counted(added, 'bilaga', 'bilagor')} lades till mötet." if added else ""


def _attachment(file: InvitedFile, meeting: Meeting, sender: str) -> Attachment:
    purpose = guessed_purpose(file.name)
    return Attachment(
        id=new_id(),
        meeting_id=meeting.id,
        name=file.name,
        size=len(file.content),
        digest=sha256(file.content).hexdigest(),
        added_at=now(),
        dated_on=today(),
        purpose=AttachmentPurpose.AGENDA if purpose is AttachmentPurpose.OTHER else purpose,
        received=True,
        sender=sender,
    )


def _replace(plan: Plan, made: Attachment, former: Sequence[Attachment], known: Sequence[Attachment]) -> None:
    """Let the former version, and those before it, refer to the new one."""
    newest = {each.id for each in former}
    for each in known:
        if each.id in newest or each.replaced_by in newest:
            plan.changed.append(replace(each, replaced_by=made.id))

"""What the check of SSC's notes stands on: our own notes of each item, and the letter about what differs (R13)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME
from desktop.domain.attachment import Attachment, AttachmentPurpose
from desktop.domain.level import Party
from desktop.domain.meetings.differences_letter import WHOLE, DifferenceLine, DifferencesLetter
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.notes import NotesCheck, Verdict
from desktop.domain.meetings.notes_document import ActionLine
from desktop.domain.meetings.notes_review import NotesReview, ReviewedItem, is_difference
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.attachment import AttachmentRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.notes import ItemNoteRecord, NotesCheckRecord
from desktop.services.heads import meeting_head_in, naming_agreement_in
from desktop.services.meetings.meetings import meeting_file_in

_VERDICTS = {Verdict.AGREES: "Stämmer", Verdict.DIFFERS: "Avviker", Verdict.MISSING: "Saknas"}


def review_in(session: Session, meeting_id: UUID) -> NotesReview:
    """The check of SSC's notes from one meeting, as this session sees it. Private preparation is not read (R11).

    Raises:
        InputError: The meeting is not in the register any more.
    """
    file = meeting_file_in(session, meeting_id)
    items = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    notes = (
        select(ItemNoteRecord)
        .join(AgendaItemRecord, AgendaItemRecord.id == ItemNoteRecord.item_id)
        .where(AgendaItemRecord.meeting_id == meeting_id)
    )
    found = session.scalars(select(NotesCheckRecord).where(NotesCheckRecord.meeting_id == meeting_id))
    checks = {record.item_id: record.to_value() for record in found}
    noted = {record.item_id: record.text for record in session.scalars(notes)}
    decisions, actions = _decisions_in(session, meeting_id), _actions_in(session, meeting_id)
    return NotesReview(
        meeting=file.meeting,
        items=tuple(
            ReviewedItem(
                item_id=record.id,
                number=number,
                title=record.title,
                noted=noted.get(record.id, ""),
                decisions=tuple(decisions[record.id]),
                actions=tuple(actions[record.id]),
                check=checks.get(record.id),
            )
            for number, record in enumerate(session.scalars(items.order_by(AgendaItemRecord.position)), 1)
        ),
        whole=checks.get(None),
        steps=file.steps,
        notes_file=_notes_file_in(session, meeting_id),
    )


def letter_in(session: Session, meeting_id: UUID, day: date) -> DifferencesLetter:
    """The letter about what differs in SSC's notes, dated that day (R13).

    Raises:
        InputError: The meeting is gone, nothing differs, or the agency has no name yet (R37).
    """
    review = review_in(session, meeting_id)
    agreement = naming_agreement_in(session)
    if not review.differences:
        raise InputError(
            "Det finns inget att skriva om: ingen punkt är markerad som avvikande eller saknad.",
            "Jämför punkterna med Statens servicecenters anteckningar först.",
        )
    return DifferencesLetter.under(
        meeting_head_in(session, meeting_file_in(session, meeting_id)),
        written_on=day,
        received_on=review.received_on,
        notes_file=review.notes_file.name if review.notes_file else "",
        differences=_differences(review, agreement.agency_name),
    )


def _differences(review: NotesReview, agency: str) -> tuple[DifferenceLine, ...]:
    parties = {Party.AGENCY: agency, Party.SSC: SSC_NAME}
    lines = [
        DifferenceLine(
            number=item.number,
            title=item.title,
            verdict=_VERDICTS[item.check.verdict],
            remark=item.check.comment,
            noted=item.noted,
            decisions=item.decisions,
            actions=tuple(_action_line(action, parties) for action in item.actions),
        )
        for item in review.items
        if item.check is not None and is_difference(item.check)
    ]
    return (*lines, *_about_the_whole(review.whole))


def _about_the_whole(check: NotesCheck | None) -> Iterable[DifferenceLine]:
    if check is not None and is_difference(check):
        yield DifferenceLine(number=0, title=WHOLE, verdict=_VERDICTS[check.verdict], remark=check.comment)


def _action_line(action: Action, parties: dict[Party, str]) -> ActionLine:
    return ActionLine(text=action.text, party=parties[action.party], owner=action.owner, due_on=action.due_on)


def _decisions_in(session: Session, meeting_id: UUID) -> dict[UUID | None, list[str]]:
    wanted = select(DecisionRecord).where(DecisionRecord.meeting_id == meeting_id).order_by(DecisionRecord.id)
    found: dict[UUID | None, list[str]] = defaultdict(list)
    for record in session.scalars(wanted):
        found[record.item_id].append(record.text)
    return found


def _actions_in(session: Session, meeting_id: UUID) -> dict[UUID | None, list[Action]]:
    wanted = select(ActionRecord).where(ActionRecord.meeting_id == meeting_id).order_by(ActionRecord.id)
    found: dict[UUID | None, list[Action]] = defaultdict(list)
    for record in session.scalars(wanted):
        found[record.item_id].append(record.to_value())
    return found


def _notes_file_in(session: Session, meeting_id: UUID) -> Attachment | None:
    """The newest file with SSC's notes."""
    wanted = select(AttachmentRecord).where(
        AttachmentRecord.meeting_id == meeting_id,
        AttachmentRecord.purpose == AttachmentPurpose.NOTES,
        AttachmentRecord.received.is_(True),
        AttachmentRecord.replaced_by.is_(None),
    )
    newest = wanted.order_by(AttachmentRecord.added_at.desc(), AttachmentRecord.id.desc())
    record = session.scalars(newest.limit(1)).first()
    return record.to_value() if record else None

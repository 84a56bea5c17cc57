"""The action list and the decision log on their way out: as documents and as tables."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME
from desktop.domain.dates import SWEDEN, in_prose
from desktop.domain.document import FinishedDocument
from desktop.domain.level import Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_document import (
    ActionLine,
    ActionListDocument,
    DecisionLine,
    DecisionLogDocument,
    ListHead,
    PartyActions,
)
from desktop.domain.meetings.followup_list import (
    ExportedFile,
    FileForm,
    Listing,
    Origin,
    by_day,
    by_urgency,
    days_overdue,
    due_for_review,
    overdue_words,
    replacements,
    state_words,
)
from desktop.exchange.tables_out import OutCell, OutTable, delimited_file, workbook_file
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in
from desktop.services.heads import level_word, list_head_in

Origins = Mapping[UUID, Origin]
_TITLES = {Listing.ACTIONS: "Åtgärdslista", Listing.DECISIONS: "Beslutslogg"}


def origins_in(session: Session) -> dict[UUID, Origin]:
    """The meetings that actions or decisions come from, by their keys, as this session sees them."""
    wanted = select(MeetingRecord.id, MeetingRecord.title, MeetingRecord.starts_at).where(
        or_(
            MeetingRecord.id.in_(select(ActionRecord.meeting_id).where(ActionRecord.meeting_id.is_not(None))),
            MeetingRecord.id.in_(select(DecisionRecord.meeting_id).where(DecisionRecord.meeting_id.is_not(None))),
        )
    )
    return {key: Origin(title, starts.astimezone(SWEDEN).date()) for key, title, starts in session.execute(wanted)}


def list_pdf(session: Session, listing: Listing, day: date) -> FinishedDocument:
    """The open actions, or the decisions, of that day as a document.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    from desktop.pdf.action_list import action_list_pdf
    from desktop.pdf.decision_log import decision_log_pdf

    head, origins = list_head_in(session, day), origins_in(session)
    if listing is Listing.ACTIONS:
        pdf = action_list_pdf(_action_list(session, head, origins))
    else:
        pdf = decision_log_pdf(_decision_log(session, head, origins))
    title = _TITLES[listing]
    return FinishedDocument(file_name=f"{title} {day}.pdf", title=f"{title} {in_prose(day)}", pdf=pdf)


def list_file(session: Session, listing: Listing, form: FileForm, day: date) -> ExportedFile:
    """All actions, or all decisions, as a file for spreadsheets."""
    origins = origins_in(session)
    table = _actions_table(session, origins, day) if listing is Listing.ACTIONS else _decisions_table(session, origins)
    write = workbook_file if form is FileForm.WORKBOOK else delimited_file
    return ExportedFile(file_name=f"{table.name} {day}.{form}", content=write(table))


def _action_list(session: Session, head: ListHead, origins: Origins) -> ActionListDocument:
    wanted = select(ActionRecord).where(ActionRecord.done_on.is_(None))
    actions = by_urgency(record.to_value() for record in session.scalars(wanted))
    names = {Party.AGENCY: head.agency.name, Party.SSC: head.counterpart.name}
    return ActionListDocument(
        head=head,
        parties=tuple(
            PartyActions(
                party=name,
                actions=tuple(_action_line(each, origins, head.day) for each in actions if each.party is party),
            )
            for party, name in names.items()
        ),
    )


def _action_line(action: Action, origins: Origins, day: date) -> ActionLine:
    return ActionLine(
        text=action.text,
        level=level_word(action.level),
        owner=action.owner,
        due_on=action.due_on,
        days_overdue=days_overdue(action, day),
        meeting=_meeting(action.meeting_id, origins),
    )


def _decision_log(session: Session, head: ListHead, origins: Origins) -> DecisionLogDocument:
    decisions = _decisions(session, head.day)
    replaced = replacements(decisions)
    return DecisionLogDocument(
        head=head,
        decisions=tuple(
            DecisionLine(
                text=decision.text,
                level=level_word(decision.level),
                decided_on=decision.decided_on,
                review_on=decision.review_on,
                due_for_review=due_for_review(decision, replaced, head.day),
                meeting=_meeting(decision.meeting_id, origins),
                decided_by=decision.decided_by,
                source=decision.source_document,
                state=state_words(decision, replaced, head.day),
            )
            for decision in decisions
        ),
    )


def _decisions(session: Session, day: date) -> tuple[Decision, ...]:
    found = session.scalars(select(DecisionRecord))
    return by_day((record.to_value() for record in found), day, review_first=False)


def _actions_table(session: Session, origins: Origins, day: date) -> OutTable:
    agreement = agreement_in(session)
    ours = agreement.agency_name if agreement and agreement.agency_name else "Myndigheten"
    parties = {Party.AGENCY: ours, Party.SSC: SSC_NAME}
    actions = by_urgency(record.to_value() for record in session.scalars(select(ActionRecord)))
    rows: list[tuple[OutCell, ...]] = [
        (
            action.text,
            parties[action.party],
            action.owner,
            level_word(action.level),
            action.due_on,
            overdue_words(days_overdue(action, day)) or ("Klar" if action.done_on else "Öppen"),
            action.done_on,
            action.result,
            *_meeting_cells(action.meeting_id, origins),
        )
        for action in actions
    ]
    headings = ("Åtgärd", "Part", "Ansvarig", "Nivå", "Klar senast", "Läge", "Klar den", "Resultat", "Möte", "Mötesdag")
    return OutTable(name=_TITLES[Listing.ACTIONS], headings=headings, rows=tuple(rows))


def _decisions_table(session: Session, origins: Origins) -> OutTable:
    decisions = _decisions(session, date.min)
    texts, replaced = {decision.id: decision.text for decision in decisions}, replacements(decisions)
    rows: list[tuple[OutCell, ...]] = [
        (
            decision.text,
            level_word(decision.level),
            decision.decided_on,
            decision.decided_by,
            decision.valid_until,
            decision.review_on,
            *_meeting_cells(decision.meeting_id, origins),
            decision.source_document,
            texts.get(decision.replaces_id, "") if decision.replaces_id else "",
            replaced[decision.id].text if decision.id in replaced else "",
        )
        for decision in decisions
    ]
    headings = ("Beslut", "Nivå", "Beslutat", "Beslutat av", "Gäller till", "Följs upp", "Möte", "Mötesdag")
    headings += ("Källdokument", "Ersätter", "Ersatt av")
    return OutTable(name=_TITLES[Listing.DECISIONS], headings=headings, rows=tuple(rows))


def _meeting(meeting_id: UUID | None, origins: Origins) -> str:
    origin = origins.get(meeting_id) if meeting_id else None
    return f"{origin.title} {origin.day}" if origin else ""


def _meeting_cells(meeting_id: UUID | None, origins: Origins) -> tuple[OutCell, OutCell]:
    origin = origins.get(meeting_id) if meeting_id else None
    return (origin.title, origin.day) if origin else ("", None)

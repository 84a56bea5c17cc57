"""What came of one meeting on paper: its decisions, and what both sides undertook (R11, R37)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.meetings.decision_extract import DecisionExtract, ExtractedDecision
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import by_urgency, days_overdue
from desktop.domain.meetings.meeting_actions import MeetingAction, MeetingActions, PartyUndertakings
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.services.heads import level_word, meeting_head_in, naming_agreement_in, party_names
from desktop.services.meetings.agenda_papers import items_in
from desktop.services.meetings.meetings import meeting_file_in


def decision_extract_in(session: Session, meeting_id: UUID) -> DecisionExtract:
    """The decisions of a meeting in the order of its agenda, as this session sees them.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    items = items_in(session, meeting_id)
    places: dict[UUID | None, int] = {item.id: place for place, item in enumerate(items)}
    titles = {item.id: item.title for item in items}
    wanted = select(DecisionRecord).where(
        or_(DecisionRecord.meeting_id == meeting_id, DecisionRecord.item_id.in_(list(titles)))
    )
    decisions = [record.to_value() for record in session.scalars(wanted.order_by(DecisionRecord.id))]
    decisions.sort(key=lambda decision: places.get(decision.item_id, len(places)))
    replaced = _wordings(session, decisions)
    return DecisionExtract.under(
        meeting_head_in(session, file),
        decisions=tuple(_extracted(n, decision, titles, replaced) for n, decision in enumerate(decisions, 1)),
    )


def meeting_actions_in(session: Session, meeting_id: UUID, day: date) -> MeetingActions:
    """What both sides undertook at a meeting, as it stands that day, the most urgent first.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    titles = {item.id: item.title for item in items_in(session, meeting_id)}
    wanted = select(ActionRecord).where(
        or_(ActionRecord.meeting_id == meeting_id, ActionRecord.item_id.in_(list(titles)))
    )
    actions = by_urgency(record.to_value() for record in session.scalars(wanted))
    return MeetingActions.under(
        meeting_head_in(session, file),
        as_of=day,
        parties=tuple(
            PartyUndertakings(
                party=name, actions=tuple(_undertaken(each, titles, day) for each in actions if each.party is party)
            )
            for party, name in party_names(naming_agreement_in(session)).items()
        ),
    )


def _extracted(
    number: int, decision: Decision, titles: Mapping[UUID, str], replaced: Mapping[UUID, str]
) -> ExtractedDecision:
    return ExtractedDecision(
        number=number,
        text=decision.text,
        level=level_word(decision.level),
        decided_on=decision.decided_on,
        decided_by=decision.decided_by,
        item=titles.get(decision.item_id, "") if decision.item_id else "",
        valid_until=decision.valid_until,
        review_on=decision.review_on,
        source=decision.source_document,
        replaces=replaced.get(decision.replaces_id, "") if decision.replaces_id else "",
    )


def _wordings(session: Session, decisions: list[Decision]) -> dict[UUID, str]:
    """The wordings of the decisions that these take the place of."""
    keys = [decision.replaces_id for decision in decisions if decision.replaces_id]
    found = session.scalars(select(DecisionRecord).where(DecisionRecord.id.in_(keys)))
    return {record.id: record.text for record in found}


def _undertaken(action: Action, titles: Mapping[UUID, str], day: date) -> MeetingAction:
    return MeetingAction(
        text=action.text,
        owner=action.owner,
        item=titles.get(action.item_id, "") if action.item_id else "",
        due_on=action.due_on,
        days_overdue=days_overdue(action, day),
        done_on=action.done_on,
        result=action.result,
    )

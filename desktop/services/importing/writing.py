"""Writes a plan down, value by value, in a session that someone else began and will commit."""

from typing import Any

from sqlalchemy.orm import Session

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.attachment import Attachment
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.matters.matter import Matter
from desktop.domain.meetings.meeting import Meeting, MeetingStep, Participant, ReceivedPoint
from desktop.models.agreement import AgreementRecord, ServiceAreaRecord
from desktop.models.attachment import AttachmentRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contents import keep_whole
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord, ReceivedPointRecord
from desktop.models.removal import remove
from desktop.services.importing.plan import Plan

_KEPT_BY: dict[type, Any] = {
    Agreement: AgreementRecord,
    ServiceArea: ServiceAreaRecord,
    Contact: ContactRecord,
    Assignment: AssignmentRecord,
    AuthorisedOrderer: AuthorisedOrdererRecord,
    Matter: MatterRecord,
    Meeting: MeetingRecord,
    Participant: ParticipantRecord,
    ReceivedPoint: ReceivedPointRecord,
    MeetingStep: MeetingStepRecord,
    Attachment: AttachmentRecord,
}


def carry_out(session: Session, plan: Plan) -> None:
    """Do what the plan says; it was made from what this session sees, so every changed value has its record."""
    session.add_all(_KEPT_BY[type(value)].of(value) for value in plan.new)
    for content in plan.contents:
        keep_whole(session, content)
    for value in plan.changed:
        assert not isinstance(value, Agreement)
        session.get_one(_KEPT_BY[type(value)], value.id).take(value)
    for value in plan.gone:
        remove(session, session.get_one(_KEPT_BY[type(value)], value.id))

"""Every mapped record, gathered so that the whole schema is known; and the way from a table's name to its record."""

from typing import Any, cast

from sqlalchemy import Column

from desktop.models.agenda import AgendaItemRecord, BankedItemRecord, DismissalRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord, LevelChoiceRecord, ServiceAreaRecord
from desktop.models.attachment import CONTENT, AttachmentRecord
from desktop.models.base import Record
from desktop.models.change import ChangeFieldRecord, ChangeRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import (
    ColumnMappingRecord,
    ContactNoticeRecord,
    DisposalRecord,
    DistinctPairRecord,
    ReceivedListRecord,
    RosterCheckRecord,
    RuleSettingRecord,
)
from desktop.models.escalation import EscalationRecord, EscalationStepRecord
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.matter import MatterRecord
from desktop.models.matter_kinds import DeficiencyRecord, IncidentRecord, RiskRecord
from desktop.models.matter_timeline import ConversionRecord, MatterEntryRecord, MatterLinkRecord, MeasureRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord, ReceivedPointRecord
from desktop.models.notes import (
    EvaluationRecord,
    ItemNoteRecord,
    NotesCheckRecord,
    NotesVersionRecord,
    SurveyRecord,
)
from desktop.models.order import OrderRecord
from desktop.models.saved_filter import SavedFilterRecord
from desktop.models.series import SeriesRecord, TemplateItemRecord, TemplateRecord
from desktop.models.spreading import SpreadingRecord

RECORDS: tuple[type[Record], ...] = (
    AgreementRecord,
    LevelChoiceRecord,
    ServiceAreaRecord,
    ContactRecord,
    AssignmentRecord,
    AuthorisedOrdererRecord,
    TemplateRecord,
    TemplateItemRecord,
    SeriesRecord,
    MeetingRecord,
    MeetingStepRecord,
    ParticipantRecord,
    ReceivedPointRecord,
    AgendaItemRecord,
    PreparationRecord,
    DismissalRecord,
    BankedItemRecord,
    ItemNoteRecord,
    NotesVersionRecord,
    NotesCheckRecord,
    EvaluationRecord,
    SurveyRecord,
    AttachmentRecord,
    MatterRecord,
    ActionRecord,
    DecisionRecord,
    InformationRecord,
    OrderRecord,
    ContactNoticeRecord,
    ReceivedListRecord,
    ColumnMappingRecord,
    DistinctPairRecord,
    RosterCheckRecord,
    DisposalRecord,
    RuleSettingRecord,
    MatterEntryRecord,
    MatterLinkRecord,
    ConversionRecord,
    MeasureRecord,
    EscalationRecord,
    EscalationStepRecord,
    IncidentRecord,
    DeficiencyRecord,
    RiskRecord,
    SpreadingRecord,
    SavedFilterRecord,
)
HISTORY = (ChangeRecord, ChangeFieldRecord)
BESIDE = (CONTENT,)
"""Tables that are no records."""

_BY_TABLE: dict[str, type[Record]] = {record.__tablename__: record for record in RECORDS}


def record_type(table_name: str) -> type[Record]:
    """The record class of a table.

    Raises:
        KeyError: No record has such a table.
    """
    return _BY_TABLE[table_name]


def columns_of(record: type[Record]) -> tuple[Column[Any], ...]:
    """The columns that history keeps: all but the version and what is derived."""
    skipped = record.derived | {"version"}
    return tuple(cast("Column[Any]", column) for column in record.__table__.columns if column.key not in skipped)

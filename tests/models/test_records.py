"""Every value comes back from its record as it went in."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String
from sqlalchemy.exc import IntegrityError, StatementError

from desktop.domain.agreement import SSC_NUMBER, Agreement, LevelChoice, ServiceArea
from desktop.domain.attachment import Attachment
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.disposal import Disposal
from desktop.domain.contacts.distinct_pair import DistinctPair
from desktop.domain.contacts.received_list import ColumnMapping, ReceivedList
from desktop.domain.contacts.roster_check import RosterCheck
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.matters.deficiency import Deficiency
from desktop.domain.matters.escalation import Escalation, EscalationStep
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.domain.matters.matter_link import Conversion, MatterLink
from desktop.domain.matters.measure import Measure
from desktop.domain.matters.risk import Risk
from desktop.domain.matters.spreading import Spreading
from desktop.domain.meetings.agenda import AgendaItem, BankedItem, Preparation
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Meeting, MeetingStep, Participant, ReceivedPoint
from desktop.domain.meetings.notes import Evaluation, ItemNote, NotesCheck, NotesVersion, Survey
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.template import Template
from desktop.domain.money import Money
from desktop.domain.order import Order
from desktop.domain.organisation import OrganisationNumber
from desktop.domain.rule_settings import RuleSetting
from desktop.domain.saved_filter import SavedFilter
from desktop.models.agenda import AgendaItemRecord, BankedItemRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord, LevelChoiceRecord, ServiceAreaRecord
from desktop.models.attachment import AttachmentRecord
from desktop.models.base import Kept
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
from desktop.models.database import Database
from desktop.models.escalation import EscalationRecord, EscalationStepRecord
from desktop.models.field_names import _FIELDS, record_name
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
from desktop.models.records import RECORDS, columns_of
from desktop.models.saved_filter import SavedFilterRecord
from desktop.models.series import SeriesRecord, TemplateRecord
from desktop.models.spreading import SpreadingRecord
from desktop.models.types import from_json, to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
WHOLE = st.integers(-(2**40), 2**40)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(int, WHOLE)
st.register_type_strategy(UUID, st.builds(new_id))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(OrganisationNumber, st.just(SSC_NUMBER))
NO_CHILDREN = {
    Agreement: {"choices": st.just(()), "areas": st.just(())},
    Contact: {"assignments": st.just(()), "orderer_rights": st.just(()), "former": st.just(())},
    Template: {"items": st.just(())},
}
PAIRS: list[tuple[type, type[Kept]]] = [
    (Agreement, AgreementRecord),
    (LevelChoice, LevelChoiceRecord),
    (ServiceArea, ServiceAreaRecord),
    (Contact, ContactRecord),
    (Assignment, AssignmentRecord),
    (AuthorisedOrderer, AuthorisedOrdererRecord),
    (ContactNotice, ContactNoticeRecord),
    (ReceivedList, ReceivedListRecord),
    (ColumnMapping, ColumnMappingRecord),
    (DistinctPair, DistinctPairRecord),
    (RosterCheck, RosterCheckRecord),
    (Disposal, DisposalRecord),
    (RuleSetting, RuleSettingRecord),
    (MatterEntry, MatterEntryRecord),
    (MatterLink, MatterLinkRecord),
    (Conversion, ConversionRecord),
    (Measure, MeasureRecord),
    (Escalation, EscalationRecord),
    (EscalationStep, EscalationStepRecord),
    (Incident, IncidentRecord),
    (Deficiency, DeficiencyRecord),
    (Risk, RiskRecord),
    (Spreading, SpreadingRecord),
    (SavedFilter, SavedFilterRecord),
    (Meeting, MeetingRecord),
    (Participant, ParticipantRecord),
    (ReceivedPoint, ReceivedPointRecord),
    (AgendaItem, AgendaItemRecord),
    (Preparation, PreparationRecord),
    (BankedItem, BankedItemRecord),
    (MeetingStep, MeetingStepRecord),
    (Series, SeriesRecord),
    (Template, TemplateRecord),
    (ItemNote, ItemNoteRecord),
    (NotesVersion, NotesVersionRecord),
    (NotesCheck, NotesCheckRecord),
    (Evaluation, EvaluationRecord),
    (Survey, SurveyRecord),
    (Attachment, AttachmentRecord),
    (Information, InformationRecord),
    (Matter, MatterRecord),
    (Action, ActionRecord),
    (Decision, DecisionRecord),
    (Order, OrderRecord),
]


class _RolledBackError(Exception):
    """Ends a session without keeping anything."""


@pytest.mark.parametrize(("value_type", "record_type"), PAIRS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_value_comes_back_as_it_went_in(
    database: Database, value_type: type, record_type: type[Kept], data: st.DataObject
) -> None:
    value = data.draw(st.builds(value_type, **{**_all_fields(value_type), **NO_CHILDREN.get(value_type, {})}))
    with pytest.raises(_RolledBackError), database.writing(Act("test")) as session:  # noqa: PT012
        record = record_type.of(value)
        session.add(record)
        session.flush()
        session.expire(record)
        assert record.to_value() == value
        raise _RolledBackError  # keys of other records are made up, so nothing could be committed


def _all_fields(value_type: type) -> dict[str, st.SearchStrategy]:
    """Fields with defaults are drawn as well."""
    return dict.fromkeys(value_type.__dataclass_fields__, ...)


def test_a_change_is_given_in_the_words_of_the_value() -> None:
    record = MatterRecord.of(_matter())
    record.change(title="Ny rubrik", cost=Money(5_000_000), level=Level.STRATEGIC)
    assert (record.title, record.cost_ore, record.level) == ("Ny rubrik", 5_000_000, Level.STRATEGIC)
    with pytest.raises(TypeError):
        record.change(colour="röd")


def test_an_instant_without_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 12, 1, 13)  # noqa: DTZ001
    meeting = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=naive, ends_at=naive)
    with pytest.raises(StatementError, match="time zone"), database.writing(Act("test")) as session:
        session.add(MeetingRecord.of(meeting))


def test_an_instant_of_another_zone_is_kept_in_utc(database: Database) -> None:
    there = datetime(2026, 12, 1, 13, tzinfo=timezone(timedelta(hours=1)))
    meeting = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=there, ends_at=there)
    with database.writing(Act("test")) as session:
        session.add(MeetingRecord.of(meeting))
    with database.reading() as session:
        kept = session.get_one(MeetingRecord, meeting.id).starts_at
    assert kept == there
    assert kept.utcoffset() == timedelta(0)


def test_what_is_no_member_of_an_enumeration_is_kept_out(database: Database) -> None:
    with pytest.raises(IntegrityError, match="ck_matter_level"), database.writing(Act("test")) as session:  # noqa: PT012
        session.add(MatterRecord.of(_matter()))
        session.flush()
        session.connection().exec_driver_sql("UPDATE matter SET level = 'galactic'")


def test_there_is_one_agreement(database: Database) -> None:
    with pytest.raises(IntegrityError, match="single"), database.writing(Act("test")) as session:
        session.add(AgreementRecord(id=new_id(), agency_name="En till"))


def test_contacts_lie_in_swedish_order(database: Database) -> None:
    names = ["Öberg", "Ågren", "Zorn", "Ärlig", "de Geer", "Édouard", "Edvardsson", "Wall", "Vall", "Oskarsson"]
    with database.writing(Act("test")) as session:
        for name in names:
            session.add(ContactRecord.of(Contact(id=new_id(), party=Party.AGENCY, family_name=name)))
    with database.reading() as session:
        found = [record.family_name for record in session.query(ContactRecord).order_by(ContactRecord.sort_key)]
    assert found == ["de Geer", "Édouard", "Edvardsson", "Oskarsson", "Vall", "Wall", "Zorn", "Ågren", "Ärlig", "Öberg"]


def test_every_column_can_go_through_history() -> None:
    samples = {
        UUID: new_id(),
        str: "å”\n",
        int: -3,
        bool: True,
        date: date(2026, 12, 1),
        datetime: datetime(2026, 12, 1, 12, 30, 15, 7, tzinfo=UTC),
    }
    for record in RECORDS:
        for column in columns_of(record):
            kind = column.type.python_type
            sample = samples[kind] if kind in samples else next(iter(kind))
            back = from_json(column, to_json(sample))
            assert back == sample
            assert type(back) is type(sample)


def test_history_can_tell_an_empty_text_from_nothing() -> None:
    """History keeps an empty text as nothing; that is safe while no text column knows both."""
    texts = [c for record in RECORDS for c in columns_of(record) if type(c.type) is String]
    assert texts
    assert not [column for column in texts if column.nullable]


def test_everything_has_a_swedish_name() -> None:
    for record in RECORDS:
        assert record_name(record)
        assert not [c.key for c in columns_of(record) if c.key not in {*_FIELDS, "id", record.parent}]


def _matter() -> Matter:
    return Matter(
        id=new_id(), number="2026-014", kind=MatterKind.INCIDENT, title="Fel", level=Level.TACTICAL,
        reported_on=date(2026, 11, 2),
    )  # fmt: skip


def test_the_number_of_levels_is_kept_with_its_date(database: Database) -> None:
    choice = LevelChoice(starts_on=date(2026, 7, 1), model=LevelModel.TWO, decision="Protokoll 4")
    with database.writing(Act("agreement.change")) as session:
        session.add_all([AgreementRecord.of(Agreement(agency_name="Provmyndigheten")), LevelChoiceRecord.of(choice)])
    with database.reading() as session:
        assert [record.to_value() for record in session.query(LevelChoiceRecord)] == [choice]

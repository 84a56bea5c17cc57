"""What a Kundråd and a forum shared by two levels go on with, and what they leave to others (R1, R3)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.meetings.agenda import ItemState, SourceKind
from desktop.domain.meetings.brief import BriefTopic
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, MeetingState, ReceivedPoint
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import ReceivedPointRecord
from desktop.services.agreements import Agreements
from desktop.services.meetings.agenda_papers import agenda_document_in
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.briefs import Briefs
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.situation import situation_in
from tests.services.conftest import Register

COMING = datetime(2026, 12, 1, 12, tzinfo=UTC)


def meeting(register: Register, forum: Forum, days_before: int = 0, **more: object) -> Meeting:
    starts = COMING - timedelta(days=days_before)
    made = Meeting(
        id=new_id(), title=f"{forum} {days_before}", level=forum.level, is_council=forum.is_council,
        starts_at=starts, ends_at=starts + timedelta(minutes=90), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    Meetings(register.database).create(made)
    return made


def deferred(register: Register, at: Meeting, title: str) -> UUID:
    agendas = Agendas(register.database)
    key = agendas.add(at.id, title)
    agendas.change(key, state=ItemState.DEFERRED, deferrals=1)
    return key


def previous_on(register: Register, of: Meeting) -> date | None:
    with register.database.reading() as session:
        return situation_in(session, of.id).previous_on


@pytest.fixture
def strategic(register: Register) -> Register:
    """Everything that is open at the strategic level."""
    register.matter("2026-008", MatterKind.INCIDENT, Level.STRATEGIC)
    both = {"meeting_id": None, "text": "Utse ny kontaktperson"}
    register.put(
        ActionRecord.of(
            Action(id=new_id(), level=Level.STRATEGIC, party=Party.AGENCY, due_on=date(2026, 11, 1), **both)  # type: ignore[arg-type]
        ),
        DecisionRecord.of(Decision(id=new_id(), level=Level.STRATEGIC, decided_on=date(2026, 9, 1), **both)),  # type: ignore[arg-type]
    )
    return register


def test_a_kundrad_is_prepared_from_its_own_standing_items_and_nothing_of_a_level(strategic: Register) -> None:
    council = meeting(strategic, Forum.COUNCIL)
    point = ReceivedPoint(id=new_id(), meeting_id=council.id, number=1, text="Ny taxa för alla kunder")
    strategic.put(ReceivedPointRecord.of(point))
    found = Agendas(strategic.database).proposals(council.id)
    assert {p.source.kind for p in found} == {SourceKind.RECEIVED, SourceKind.STANDING}
    assert [p.title for p in found if p.source.kind is SourceKind.STANDING] == [
        "Gemensamma frågor för kundsegmentet", "Frågor vi vill ta upp", "Att återföra till vår myndighet",
        "Övriga frågor",
    ]  # fmt: skip
    assert {p.reason for p in found if p.source.kind is SourceKind.STANDING} == {
        "Hör till förberedelsen av varje Kundråd."
    }
    beside = meeting(strategic, Forum.STRATEGIC)
    kinds = {p.source.kind for p in Agendas(strategic.database).proposals(beside.id)}
    assert {SourceKind.MATTER, SourceKind.ACTION} <= kinds


def test_a_kundrad_goes_on_with_kundrad_alone(register: Register) -> None:
    before, between = meeting(register, Forum.COUNCIL, 365), meeting(register, Forum.STRATEGIC, 30)
    earlier = meeting(register, Forum.STRATEGIC, 200)
    left, other = deferred(register, before, "Kundwebben"), deferred(register, between, "Överenskommelsen nästa år")
    council, strategic = meeting(register, Forum.COUNCIL), meeting(register, Forum.STRATEGIC, 1)
    assert previous_on(register, council) == before.day
    assert previous_on(register, strategic) == between.day
    assert previous_on(register, between) == earlier.day
    assert previous_on(register, before) is None
    keys = {p.key for p in Agendas(register.database).proposals(council.id)}
    assert f"item:{left}" in keys
    assert f"item:{other}" not in keys
    keys = {p.key for p in Agendas(register.database).proposals(strategic.id)}
    assert f"item:{left}" not in keys
    assert f"item:{other}" in keys


def test_the_page_before_a_kundrad_tells_of_kundrad(strategic: Register) -> None:
    before = meeting(strategic, Forum.COUNCIL, 300, state=MeetingState.NOTES_AWAITED)
    meeting(strategic, Forum.STRATEGIC, 20, state=MeetingState.NOTES_AWAITED)
    decided = Decision(
        id=new_id(), meeting_id=before.id, level=Level.STRATEGIC, text="Alla kunder får e-arkiv", decided_on=before.day
    )
    strategic.put(DecisionRecord.of(decided))
    council = meeting(strategic, Forum.COUNCIL)
    told = Briefs(strategic.database, lambda: date(2026, 11, 20)).get(council.id)
    assert told.level == "Kundråd"
    topics = {section.topic: section.lines for section in told.sections}
    assert set(topics) == {BriefTopic.DECISIONS, BriefTopic.AWAITED}
    assert len(topics[BriefTopic.AWAITED]) == 1
    (line,) = topics[BriefTopic.DECISIONS]
    assert "e-arkiv" in line.text


def test_a_shared_forum_goes_on_with_both_levels_and_says_so_in_documents(register: Register) -> None:
    before = (meeting(register, Forum.OPERATIONAL, 40), meeting(register, Forum.TACTICAL, 60))
    lefts = [deferred(register, at, f"Från {at.title}") for at in before]
    decision = LevelChoice(starts_on=date(2026, 11, 15), model=LevelModel.TWO, decision="Möte 2026-10-22, punkt 4")
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(decision,)))
    shared = meeting(register, Forum.COMBINED)
    assert previous_on(register, shared) == before[0].day
    keys = [p.key for p in Agendas(register.database).proposals(shared.id)]
    assert {f"item:{left}" for left in lefts} <= set(keys)
    standing = [p for p in Agendas(register.database).proposals(shared.id) if p.key == "standing:delivery"]
    assert [p.title for p in standing] == ["Den dagliga leveransen och servicenivåer"]
    with register.database.reading() as session:
        assert agenda_document_in(session, shared.id).level == "Taktiskt och operativt forum"
        assert agenda_document_in(session, before[0].id).level == "Operativ nivå"
    rows = Meetings(register.database).rows(forum=Forum.COMBINED)
    assert [row.forum for row in rows] == [Forum.COMBINED, Forum.OPERATIONAL, Forum.TACTICAL]
    assert not Meetings(register.database).rows(forum=Forum.COUNCIL)

"""Agendas: edited, ordered, filled from proposals, and private where they should be."""

from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Grade, MatterKind
from desktop.domain.meetings.agenda import ItemKind, ItemState, Presenter, PresenterRole, SourceKind
from desktop.domain.meetings.followup import Decision
from desktop.domain.meetings.meeting import ReceivedPoint
from desktop.errors import InputError
from desktop.models.meeting import ReceivedPointRecord
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.followups import Followups
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting


@pytest.fixture
def meeting_id(register: Register) -> UUID:
    return Meetings(register.database).create(tactical_meeting())


@pytest.fixture
def agendas(register: Register) -> Agendas:
    return Agendas(register.database)


def titles(agendas: Agendas, meeting_id: UUID) -> list[str]:
    items = agendas.get(meeting_id)
    assert [item.position for item in items] == list(range(len(items)))
    return [item.title for item in items]


def test_items_are_added_moved_changed_and_removed(agendas: Agendas, meeting_id: UUID) -> None:
    first, _, third = (agendas.add(meeting_id, title) for title in ("Ett", "Två", " Tre \n punkter "))
    agendas.add(meeting_id, "Noll", at=0)
    agendas.move(third, 1)
    assert titles(agendas, meeting_id) == ["Noll", "Tre punkter", "Ett", "Två"]
    agendas.change(first, title="Första", kind=ItemKind.DECISION, presenter=Presenter(PresenterRole.SSC), minutes=20)
    agendas.change(first, section=" Lön och\n ekonomi ")
    agendas.remove(third)
    assert titles(agendas, meeting_id) == ["Noll", "Första", "Två"]
    changed = agendas.get(meeting_id)[1]
    assert (changed.kind, changed.presenter.role, changed.minutes) == (ItemKind.DECISION, PresenterRole.SSC, 20)
    assert changed.section == "Lön och ekonomi"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 6)), max_size=6))
def test_positions_stay_whole_however_items_move(register: Register, moves: list[tuple[int, int]]) -> None:
    agendas = Agendas(register.database)
    meeting = Meetings(register.database).create(tactical_meeting())
    ids = [agendas.add(meeting, f"Punkt {n}") for n in range(5)]
    expected = [f"Punkt {n}" for n in range(5)]
    for which, to in moves:
        agendas.move(ids[which], to)
        expected.remove(f"Punkt {which}")
        expected.insert(max(0, min(to, 4)), f"Punkt {which}")
    assert titles(agendas, meeting) == expected


@pytest.mark.parametrize("wrong", [{"title": " "}, {"minutes": -1}, {"minutes": 481}, {"section": "x" * 81}])
def test_what_makes_no_item_is_refused(agendas: Agendas, meeting_id: UUID, wrong: dict[str, object]) -> None:
    item = agendas.add(meeting_id, "Punkt")
    with pytest.raises(InputError):
        agendas.change(item, **wrong)
    assert titles(agendas, meeting_id) == ["Punkt"]


def test_all_proposals_are_taken_up_in_the_order_of_a_meeting(
    register: Register, agendas: Agendas, meeting_id: UUID
) -> None:
    register.matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL, grade=Grade.SIGNIFICANT, title="Fel lön")
    for number, text in enumerate(["Inledning", "Avgifter 2027", "Övriga frågor"], 1):
        register.put(
            ReceivedPointRecord.of(ReceivedPoint(id=new_id(), meeting_id=meeting_id, number=number, text=text))
        )
    agendas.add(meeting_id, "Vår egen punkt")
    agendas.accept(meeting_id, [proposal.key for proposal in agendas.proposals(meeting_id)])
    assert not agendas.proposals(meeting_id)
    assert titles(agendas, meeting_id) == [
        "Inledning",
        "Föregående minnesanteckningar",
        "Vår egen punkt",
        "Uppföljning av beslut och åtgärder",
        "Fel lön",
        "Incidentrapport saknas för 2026-014: Fel lön",
        "Tjänsteleverans och servicenivåer",
        "Risker",
        "Avgifter 2027",
        "Övriga frågor",
        "Nästa möte",
    ]
    sources = {item.title: item.source.kind for item in agendas.get(meeting_id)}
    assert sources["Fel lön"] is SourceKind.MATTER
    assert sources["Inledning"] is SourceKind.RECEIVED


def test_dismissals_are_remembered_for_the_meeting_and_can_be_recalled(
    register: Register, agendas: Agendas, meeting_id: UUID
) -> None:
    other = Meetings(register.database).create(tactical_meeting(title="Nästa"))
    before = agendas.proposals(meeting_id)
    agendas.dismiss(meeting_id, before[0].key)
    agendas.dismiss(meeting_id, before[0].key)
    assert agendas.proposals(meeting_id) == before[1:]
    assert agendas.dismissed_count(meeting_id) == 1
    assert before[0].key in {proposal.key for proposal in agendas.proposals(other)}
    agendas.recall_dismissed(meeting_id)
    assert agendas.proposals(meeting_id) == before


def test_repeated_deficiencies_are_found_and_single_ones_are_not(
    register: Register, agendas: Agendas, meeting_id: UUID
) -> None:
    area = register.area("Lön")
    for number, day in (("3", date(2026, 2, 11)), ("6", date(2026, 4, 20)), ("8", date(2026, 6, 15))):
        register.matter(number, MatterKind.DEFICIENCY, Level.STRATEGIC, area_id=area, reported_on=day)
    register.matter("12", MatterKind.DEFICIENCY, Level.OPERATIONAL, area_id=register.area("Ekonomi"))
    found = [p for p in agendas.proposals(meeting_id) if p.source.kind is not SourceKind.STANDING]
    assert [(p.title, p.source.id) for p in found] == [("Upprepad leveransbrist inom lön: 3 gånger", area)]


def test_deferred_items_return_until_an_agenda_takes_them_up(register: Register, agendas: Agendas) -> None:
    meetings = Meetings(register.database)
    earlier = meetings.create(tactical_meeting(starts_at=date_time(9), ends_at=date_time(10)))
    meeting = meetings.create(tactical_meeting())
    item = agendas.add(earlier, "Gallring av underlag")
    agendas.change(item, state=ItemState.DEFERRED, deferrals=2)
    returning = [p for p in agendas.proposals(meeting) if p.source.kind is SourceKind.ITEM]
    assert [(p.title, p.deferrals, p.source.id) for p in returning] == [("Gallring av underlag", 2, earlier)]
    agendas.accept(meeting, [returning[0].key])
    later = meetings.create(tactical_meeting(starts_at=date_time(15), ends_at=date_time(16)))
    assert not [p for p in agendas.proposals(later) if p.source.kind is SourceKind.ITEM]


def test_private_preparation_is_kept_by_itself(register: Register, agendas: Agendas, meeting_id: UUID) -> None:
    item, other = agendas.add(meeting_id, "Punkt"), agendas.add(meeting_id, "Annan")
    agendas.prepare(item, "Kräv ersättning")
    agendas.prepare(item, "Kräv full ersättning")
    assert agendas.preparation(item) == "Kräv full ersättning"
    assert agendas.preparation(other) == ""
    assert agendas.prepared(meeting_id) == {item}
    assert "ersättning" not in repr(agendas.get(meeting_id))


def test_our_vacancies_are_proposed(register: Register, agendas: Agendas, meeting_id: UUID) -> None:
    register.contact("Ali Hassan", Party.AGENCY, Level.OPERATIONAL)
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    assert "vacancy:tactical" in {proposal.key for proposal in agendas.proposals(meeting_id)}


def test_changing_what_is_gone_says_so(agendas: Agendas, meeting_id: UUID) -> None:
    item = agendas.add(meeting_id, "Punkt")
    agendas.remove(item)
    with pytest.raises(InputError, match="finns inte längre"):
        agendas.move(item, 0)


def date_time(hour: int) -> datetime:
    return tactical_meeting().starts_at.replace(month=11 if hour < 12 else 12, day=20, hour=hour)


def test_decisions_in_force_that_are_due_come_up_at_their_level(
    register: Register, agendas: Agendas, meeting_id: UUID
) -> None:
    followups = Followups(register.database, lambda: date(2026, 11, 24))

    def decide(text: str, **more: object) -> UUID:
        values: dict[str, object] = {"level": Level.TACTICAL, "review_on": date(2026, 12, 1), **more}
        made = Decision(id=new_id(), meeting_id=None, text=text, decided_on=date(2026, 3, 2), **values)  # type: ignore[arg-type]
        followups.add_decision(made)
        return made.id

    due = decide("Att följa upp")
    decide("Senare", review_on=date(2026, 12, 2))
    decide("Annan nivå", level=Level.STRATEGIC)
    decide("Slutade gälla", valid_until=date(2026, 11, 30))
    old = decide("Ersatt")
    decide("Ersättare", replaces_id=old, review_on=None)
    assert [p.source.id for p in agendas.proposals(meeting_id) if p.source.kind is SourceKind.DECISION] == [due]

"""Meetings: planned with their participants, changed, removed, listed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.dates import now
from desktop.domain.forum import Forum
from desktop.domain.level import Level, LevelModel, Party
from desktop.errors import InputError
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting


def names(meetings: Meetings, meeting_id: object) -> set[str]:
    return {participant.name for participant in meetings.get(meeting_id).participants}  # type: ignore[arg-type]


def test_role_holders_of_the_day_take_part(register: Register) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL, starts_on=date(2026, 12, 1))
    register.contact("Eva Förr", Party.SSC, Level.TACTICAL, ends_on=date(2026, 11, 30))
    register.contact("Ali Hassan", Party.AGENCY, Level.OPERATIONAL)
    meetings = Meetings(register.database)
    meeting_id = meetings.create(tactical_meeting())
    assert names(meetings, meeting_id) == {"Anna Andersson", "Per Holmér"}


def test_in_two_level_mode_both_levels_take_part(register: Register) -> None:
    register.contact("Ali Hassan", Party.AGENCY, Level.OPERATIONAL)
    two = LevelChoice(starts_on=date(2026, 7, 1), model=LevelModel.TWO, decision="Möte 2026-06-10")
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(two,)))
    meetings = Meetings(register.database)
    assert names(meetings, meetings.create(tactical_meeting())) == {"Ali Hassan"}


def test_registry_numbers_come_from_the_agreement(register: Register) -> None:
    Agreements(register.database).save(
        Agreement(agency_name="Exempelmyndigheten", own_registry_number="EX 2026/12", ssc_registry_number="SSC 34")
    )
    meetings = Meetings(register.database)
    meeting = meetings.get(meetings.create(tactical_meeting(own_registry_number="EX 2026/99"))).meeting
    assert (meeting.own_registry_number, meeting.ssc_registry_number) == ("EX 2026/99", "SSC 34")


def test_coming_meetings_stand_first_and_the_nearest_foremost(register: Register) -> None:
    meetings = Meetings(register.database)
    for days in (-20, 30, 3, -2):
        begins = now() + timedelta(days=days)
        meetings.create(tactical_meeting(title=str(days), starts_at=begins, ends_at=begins + timedelta(hours=1)))
    assert [row.title for row in meetings.rows()] == ["3", "30", "-2", "-20"]
    assert not meetings.rows(forum=Forum.STRATEGIC)


def test_the_list_sums_the_agenda(register: Register) -> None:
    meetings, agendas = Meetings(register.database), Agendas(register.database)
    meeting_id = meetings.create(tactical_meeting())
    agendas.add(meeting_id, "En punkt")
    agendas.change(agendas.add(meeting_id, "Två"), minutes=25)
    (row,) = meetings.rows()
    assert (row.items, row.planned_minutes, row.minutes, row.day) == (2, 35, 90, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": "  "}, "rubrik"),
        ({"ends_at": datetime(2026, 12, 1, 12, tzinfo=UTC)}, "slutar innan"),
        ({"ends_at": datetime(2026, 12, 3, 12, tzinfo=UTC)}, "dygn"),
        ({"own_registry_number": "x" * 41}, "40 tecken"),
    ],
)
def test_what_makes_no_meeting_is_refused_and_nothing_changes(
    register: Register, change: dict[str, object], says: str
) -> None:
    meetings = Meetings(register.database)
    meeting_id = meetings.create(tactical_meeting())
    before = meetings.get(meeting_id)
    with pytest.raises(InputError, match=says):
        meetings.change(meeting_id, **change)
    assert meetings.get(meeting_id) == before


def test_a_meeting_goes_with_all_that_is_part_of_it(register: Register) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    meetings, agendas = Meetings(register.database), Agendas(register.database)
    meeting_id = meetings.create(tactical_meeting())
    agendas.prepare(agendas.add(meeting_id, "En punkt"), "Bara för oss")
    meetings.remove(meeting_id)
    assert not meetings.rows()
    with pytest.raises(InputError, match="finns inte längre"):
        meetings.get(meeting_id)


def test_a_removed_meeting_comes_back_whole(register: Register) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    meetings, agendas, history = Meetings(register.database), Agendas(register.database), History(register.database)
    meeting_id = meetings.create(tactical_meeting())
    agendas.prepare(item := agendas.add(meeting_id, "En punkt"), "Bara för oss")
    before = meetings.get(meeting_id)
    meetings.remove(meeting_id)
    history.undo()
    assert meetings.get(meeting_id) == before
    assert agendas.preparation(item) == "Bara för oss"

"""An invitation finds the meeting it is about, and tells how far that has come (R5, RFC 5546)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.importing import RowAction
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.domain.meetings.meeting import MeetingFile, MeetingState
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.meetings.calendars import Calendars
from desktop.services.meetings.meetings import Meetings
from tests.exchange.making import invitation
from tests.services.conftest import Register, tactical_meeting

READ_ON = date(2026, 11, 20)
SSC = "ORGANIZER;CN=Per Holm:mailto:per.holm@ssc.example"


@pytest.fixture
def imports(register: Register) -> Imports:
    register.contact("Per Holm", Party.SSC, Level.TACTICAL)
    return Imports(register.database, lambda: READ_ON)


@pytest.fixture
def bring(imports: Imports, tmp_path: Path) -> Callable[..., str]:
    """Read an invitation to a meeting on 1 December and say yes; returns what becomes of the meeting."""

    def read(*more: str, title: str = "Taktiskt möte", uid: str = "1@ssc.example", method: str = "REQUEST") -> str:
        lines = (f"UID:{uid}", f"SUMMARY:{title}", "DTSTART:20261201T120000Z", "DTEND:20261201T133000Z")
        preview = imports.preview(invitation(tmp_path, *lines, *more, method=method))
        imports.apply(preview)
        return preview.rows[0].action

    return read


def points(*texts: str) -> str:
    return "DESCRIPTION:Dagordning:" + "".join(f"\\n{n}. {text}" for n, text in enumerate(texts, 1))


def all_of(register: Register) -> list[MeetingFile]:
    meetings = Meetings(register.database)
    return [meetings.get(row.id) for row in meetings.rows()]


def taken(register: Register, key: UUID) -> dict[MeetingState, date]:
    steps = Meetings(register.database).get(key).steps
    return {step.state: step.taken_on for step in steps if step.state is not MeetingState.PLANNED}


def plan(register: Register, **more: object) -> UUID:
    return Meetings(register.database).create(tactical_meeting(**more))


def test_a_meeting_planned_by_hand_is_found_by_level_and_day_and_takes_over_the_identity(
    register: Register, bring: Callable[..., str]
) -> None:
    planned = {"starts_at": datetime(2026, 12, 1, 8, tzinfo=UTC), "ends_at": datetime(2026, 12, 1, 9, tzinfo=UTC)}
    key = plan(register, convener=Party.AGENCY, **planned)
    assert bring(SSC) == RowAction.UPDATE
    (file,) = all_of(register)
    meeting = file.meeting
    assert (meeting.id, meeting.calendar_uid, meeting.convener) == (key, "1@ssc.example", Party.SSC)
    assert (meeting.starts_at.hour, meeting.state) == (12, MeetingState.CONVENED)
    assert taken(register, key) == {MeetingState.CONVENED: READ_ON}
    assert bring(SSC) == RowAction.MATCH
    assert bring("SEQUENCE:1", "LOCATION:Sal 2") == RowAction.UPDATE
    assert len(all_of(register)) == 1
    assert taken(register, key) == {MeetingState.CONVENED: READ_ON}


def test_undo_gives_back_the_meeting_as_it_was_planned(register: Register, bring: Callable[..., str]) -> None:
    history = History(register.database)
    key = plan(register)
    before = Meetings(register.database).get(key)
    bring(points("Inledning"))
    assert Meetings(register.database).get(key) != before
    history.undo()
    assert Meetings(register.database).get(key) == before


@pytest.mark.parametrize(
    "planned",
    [
        {"level": Level.STRATEGIC},
        {"is_council": True, "level": Level.STRATEGIC},
        {"starts_at": datetime(2026, 12, 2, 12, tzinfo=UTC), "ends_at": datetime(2026, 12, 2, 13, tzinfo=UTC)},
        {"calendar_uid": "annat@ssc.example"},
        {"state": MeetingState.CANCELLED},
    ],
)
def test_another_forum_day_or_identity_is_another_meeting(
    register: Register, bring: Callable[..., str], planned: dict[str, object]
) -> None:
    plan(register, **planned)
    assert bring() == RowAction.CREATE
    assert len(all_of(register)) == 2


def test_the_area_decides_between_two_of_a_day_and_doubt_makes_a_meeting(
    register: Register, bring: Callable[..., str]
) -> None:
    pay, finance = register.area("Lön"), register.area("Ekonomi")
    for area in (pay, finance):
        plan(register, level=Level.OPERATIONAL, area_id=area)
    assert bring(title="Operativt möte, lön") == RowAction.UPDATE
    (found,) = [file.meeting for file in all_of(register) if file.meeting.calendar_uid]
    assert found.area_id == pay
    plan(register, level=Level.TACTICAL)
    plan(register, level=Level.TACTICAL)
    assert bring(uid="2@ssc.example") == RowAction.CREATE, "either of the two could be meant"


def test_two_levels_that_share_a_forum_share_its_meetings(register: Register, bring: Callable[..., str]) -> None:
    choice = LevelChoice(starts_on=date(2026, 6, 1), model=LevelModel.TWO, decision="Beslutat gemensamt")
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(choice,)))
    key = plan(register, level=Level.TACTICAL)
    assert bring(title="Operativt möte") == RowAction.UPDATE
    assert [file.meeting.id for file in all_of(register)] == [key]


def test_kundrad_planned_by_hand_is_found_too(register: Register, bring: Callable[..., str]) -> None:
    key = plan(register, title="Kundråd", level=Level.STRATEGIC, is_council=True)
    assert bring(title="Kundråd 2026") == RowAction.UPDATE
    assert [file.meeting.id for file in all_of(register)] == [key]


def test_a_title_without_level_finds_what_was_planned_by_hand_for_the_hour(
    register: Register, bring: Callable[..., str]
) -> None:
    key = plan(register, title="Driftmöte", level=Level.OPERATIONAL)
    assert bring(title="Avstämning", method="CANCEL") == RowAction.SKIP, "it may be another meeting"
    assert bring(title="Avstämning") == RowAction.UPDATE
    (file,) = all_of(register)
    assert (file.meeting.id, file.meeting.level) == (key, Level.OPERATIONAL)


def test_a_title_without_level_is_a_meeting_of_its_own_at_another_hour(
    register: Register, bring: Callable[..., str]
) -> None:
    plan(register, starts_at=datetime(2026, 12, 1, 8, tzinfo=UTC), ends_at=datetime(2026, 12, 1, 9, tzinfo=UTC))
    assert bring(title="Avstämning") == RowAction.CREATE


def test_points_make_the_agenda_available_when_they_first_come(
    register: Register, imports: Imports, bring: Callable[..., str]
) -> None:
    bring()
    key = all_of(register)[0].meeting.id
    imports._now = lambda: date(2026, 11, 25)
    bring("SEQUENCE:1", points("Inledning"))
    assert taken(register, key) == {
        MeetingState.CONVENED: READ_ON,
        MeetingState.AGENDA_AVAILABLE: date(2026, 11, 25),
    }
    assert all_of(register)[0].meeting.state is MeetingState.AGENDA_AVAILABLE


def test_an_invitation_read_after_the_meeting_has_no_day(
    register: Register, imports: Imports, bring: Callable[..., str]
) -> None:
    imports._now = lambda: date(2026, 12, 20)
    bring(points("Inledning"))
    (file,) = all_of(register)
    assert (file.meeting.state, file.steps) == (MeetingState.AGENDA_AVAILABLE, ())


def test_a_cancellation_of_what_was_planned_by_hand_names_its_hour(
    register: Register, bring: Callable[..., str]
) -> None:
    key = plan(register, starts_at=datetime(2026, 12, 1, 8, tzinfo=UTC), ends_at=datetime(2026, 12, 1, 9, tzinfo=UTC))
    assert bring(method="CANCEL") == RowAction.SKIP
    Meetings(register.database).change(key, starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
                                       ends_at=datetime(2026, 12, 1, 13, 30, tzinfo=UTC))  # fmt: skip
    assert bring(method="CANCEL") == RowAction.CANCEL
    assert taken(register, key) == {MeetingState.CANCELLED: READ_ON}
    assert bring("SEQUENCE:1") == RowAction.UPDATE, "invited anew"
    assert taken(register, key) == {MeetingState.CONVENED: READ_ON}


def test_our_own_files_come_back_to_their_meeting(register: Register, imports: Imports, tmp_path: Path) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    key = plan(register, convener=Party.AGENCY)
    calendars, meetings = Calendars(register.database), Meetings(register.database)

    def out_and_in(kind: CalendarKind) -> str:
        file = calendars.make(key, kind)
        path = tmp_path / file.file_name
        path.write_bytes(file.content)
        preview = imports.preview(path)
        imports.apply(preview)
        return preview.rows[0].action

    uid_of_first = None
    for hour, kind in ((12, CalendarKind.INVITATION), (14, CalendarKind.INVITATION), (14, CalendarKind.CANCELLATION)):
        meetings.change(
            key,
            starts_at=datetime(2026, 12, 1, hour, tzinfo=UTC),
            ends_at=datetime(2026, 12, 1, hour + 1, tzinfo=UTC),
        )
        out_and_in(kind)
        (file,) = all_of(register)
        uid_of_first = uid_of_first or file.meeting.calendar_uid
        assert (file.meeting.id, file.meeting.calendar_uid) == (key, uid_of_first)
        assert file.meeting.starts_at.hour == hour
    assert file.meeting.calendar_sequence == 2
    assert file.meeting.state is MeetingState.CANCELLED
    assert out_and_in(CalendarKind.CANCELLATION) == RowAction.MATCH

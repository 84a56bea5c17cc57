"""Calendar files of meetings in the register: identity, sequence and undo."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.calendar_file import CalendarFile, CalendarKind
from desktop.domain.meetings.invitation import InvitedMeeting
from desktop.domain.meetings.meeting import MeetingState
from desktop.errors import InputError
from desktop.exchange.invitation import read_invitation
from desktop.services.history import History
from desktop.services.meetings.calendars import Calendars
from desktop.services.meetings.lives import Lives
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.participants import Participants
from tests.services.conftest import Register, tactical_meeting

STAMP = datetime(2026, 11, 2, 8, tzinfo=UTC)


def planned(register: Register, **more: object) -> UUID:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Per Holm", Party.SSC, Level.TACTICAL)
    return Meetings(register.database).create(tactical_meeting(**{"convener": Party.AGENCY, **more}))


def calendars(register: Register) -> Calendars:
    return Calendars(register.database, lambda: STAMP)


def read(file: CalendarFile) -> InvitedMeeting:
    (meeting,) = read_invitation(file.content, file.file_name).meetings
    return meeting


def test_invitations_keep_their_identity_and_rise(register: Register) -> None:
    key = planned(register)
    made = [read(calendars(register).invitation(key)) for _ in range(3)]
    assert [one.sequence for one in made] == [0, 1, 2]
    assert {one.uid for one in made} == {f"{key}@samverkan.invalid"}
    assert [(one.email, one.organises) for one in made[0].invitees] == [
        ("andersson@agency.example", True),
        ("holm@ssc.example", False),
    ]
    kept = Meetings(register.database).get(key).meeting
    assert (kept.calendar_uid, kept.calendar_sequence) == (f"{key}@samverkan.invalid", 2)


def test_the_files_are_named_after_the_meeting(register: Register) -> None:
    key = planned(register, title='Möte 3/4: "avgifter"')
    assert calendars(register).invitation(key).file_name == "Kallelse 2026-12-01 Möte 3 4 avgifter.ics"
    assert calendars(register).cancellation(key).file_name == "Återbud 2026-12-01 Möte 3 4 avgifter.ics"


def test_a_cancellation_changes_the_meeting_and_undo_takes_it_back(register: Register) -> None:
    key = planned(register)
    history, meetings = History(register.database), Meetings(register.database)
    calendars(register).invitation(key)
    cancelled = read(calendars(register).cancellation(key))
    assert (cancelled.cancelled, cancelled.sequence) == (True, 1)
    assert meetings.get(key).meeting.state is MeetingState.CANCELLED
    assert history.undo().verb == "meeting.cancel"
    assert meetings.get(key).meeting.state is MeetingState.CONVENED, "the invitation had convened it"
    assert history.undo().verb == "meeting.convene"
    assert meetings.get(key).meeting.state is MeetingState.PLANNED


def test_no_number_is_used_twice_even_after_undo(register: Register) -> None:
    key = planned(register)
    history = History(register.database)
    numbers = [read(calendars(register).invitation(key)).sequence]
    numbers.append(read(calendars(register).cancellation(key)).sequence)
    history.undo()
    numbers.append(read(calendars(register).invitation(key)).sequence)
    while history.undoable():
        history.undo()
    numbers.append(read(calendars(register).invitation(key)).sequence)
    assert numbers == [0, 1, 2, 3]


def test_a_meeting_that_came_from_elsewhere_goes_on_counting(register: Register) -> None:
    key = planned(register, calendar_uid="ABC@ssc.example", calendar_sequence=7)
    made = read(calendars(register).invitation(key))
    assert (made.uid, made.sequence) == ("ABC@ssc.example", 8)


def test_an_entry_changes_nothing_and_works_whoever_convenes(register: Register) -> None:
    key = planned(register, convener=Party.SSC, calendar_uid="ABC@ssc.example", calendar_sequence=7)
    before = Meetings(register.database).get(key)
    made = calendars(register).entry(key)
    assert (read(made).uid, read(made).sequence, made.file_name[:4]) == ("ABC@ssc.example", 7, "Möte")
    assert Meetings(register.database).get(key) == before


def test_only_the_convener_sends(register: Register) -> None:
    key = planned(register, convener=Party.SSC)
    for make in (calendars(register).invitation, calendars(register).cancellation):
        with pytest.raises(InputError, match="Statens servicecenter kallar"):
            make(key)
    assert Meetings(register.database).get(key).meeting.state is MeetingState.PLANNED


def test_nothing_goes_out_without_a_sender_or_to_a_cancelled_meeting(register: Register) -> None:
    alone = Meetings(register.database).create(tactical_meeting(convener=Party.AGENCY))
    with pytest.raises(InputError, match="avsändare"):
        calendars(register).invitation(alone)
    key = planned(register)
    calendars(register).cancellation(key)
    with pytest.raises(InputError, match="inställt"):
        calendars(register).invitation(key)
    with pytest.raises(InputError, match="finns inte"):
        calendars(register).entry(new_id())


def test_the_organiser_can_be_chosen(register: Register) -> None:
    key = planned(register)
    meetings = Meetings(register.database)
    Participants(register.database).add_guest(key, "Bo Ek", "bo@agency.example", Party.AGENCY)
    (bo,) = [one for one in meetings.get(key).participants if one.name == "Bo Ek"]
    made = read(calendars(register).invitation(key, bo.id))
    assert next(one.email for one in made.invitees if one.organises) == "bo@agency.example"


def test_inviting_convenes_once_and_cancelling_says_when(register: Register) -> None:
    key = planned(register)
    made = calendars(register)
    assert made.make(key, CalendarKind.INVITATION).file_name == made.name(key, CalendarKind.INVITATION)
    Calendars(register.database, lambda: STAMP.replace(day=9)).invitation(key)
    made.make(key, CalendarKind.CANCELLATION)
    steps = {one.state: (one.taken_on, one.party) for one in Meetings(register.database).get(key).steps}
    assert steps[MeetingState.CONVENED] == (date(2026, 11, 2), Party.AGENCY), "the first invitation counts"
    assert steps[MeetingState.CANCELLED] == (date(2026, 11, 2), Party.AGENCY)


def test_why_a_meeting_was_cancelled_outlives_the_cancellation_that_is_sent(register: Register) -> None:
    key = planned(register)
    Lives(register.database, lambda: date(2026, 11, 20)).cancel(key, "Sjukdom", date(2026, 11, 20))
    calendars(register).cancellation(key)
    told = Meetings(register.database).get(key).steps[-1]
    assert (told.state, told.taken_on, told.note) == (MeetingState.CANCELLED, date(2026, 11, 20), "Sjukdom")


def test_naming_a_file_makes_and_spends_nothing_and_refuses_the_same(register: Register) -> None:
    key = planned(register)
    before = Meetings(register.database).get(key)
    names = [calendars(register).name(key, kind) for kind in CalendarKind]
    assert [name.split(" ")[0] for name in names] == ["Möte", "Kallelse", "Återbud"]
    assert Meetings(register.database).get(key) == before
    Meetings(register.database).change(key, convener=Party.SSC)
    with pytest.raises(InputError, match="Statens servicecenter kallar"):
        calendars(register).name(key, CalendarKind.INVITATION)
    assert calendars(register).make(key, CalendarKind.ENTRY).file_name == names[0]

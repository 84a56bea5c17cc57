"""Steps of meetings in the register: taken, dated anew, taken back, and undone as one (R5)."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import MeetingFile, MeetingState, MeetingStep
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.meetings.lives import Lives, take_in
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 12, 1)
LATER = date(2026, 12, 15)


@pytest.fixture
def lives(register: Register) -> Lives:
    return Lives(register.database, lambda: LATER)


@pytest.fixture
def key(register: Register) -> UUID:
    return Meetings(register.database).create(tactical_meeting())


def file(register: Register, key: UUID) -> MeetingFile:
    return Meetings(register.database).get(key)


def taken(register: Register, key: UUID) -> dict[MeetingState, tuple[date, Party, str]]:
    """The steps but the first."""
    steps = file(register, key).steps
    return {one.state: (one.taken_on, one.party, one.note) for one in steps if one.state is not MeetingState.PLANNED}


def test_a_new_meeting_is_planned_from_today(register: Register, key: UUID) -> None:
    (step,) = file(register, key).steps
    assert (step.state, step.taken_on, step.party) == (MeetingState.PLANNED, today(), Party.AGENCY)


def test_a_step_is_taken_by_who_is_to_unless_said_otherwise(register: Register, lives: Lives, key: UUID) -> None:
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12))
    lives.take(key, MeetingState.HELD, DAY, Party.AGENCY, " Via  Teams ")
    assert taken(register, key) == {
        MeetingState.CONVENED: (date(2026, 11, 12), Party.SSC, ""),
        MeetingState.HELD: (DAY, Party.AGENCY, "Via Teams"),
    }
    assert file(register, key).meeting.state is MeetingState.HELD


def test_an_earlier_step_does_not_bring_the_meeting_back(register: Register, lives: Lives, key: UUID) -> None:
    lives.take(key, MeetingState.HELD, DAY)
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12))
    assert file(register, key).meeting.state is MeetingState.HELD


def test_a_step_is_dated_anew_in_place(register: Register, lives: Lives, key: UUID) -> None:
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12), note="Per ringde")
    before = file(register, key).steps
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 13), note="Per skrev")
    assert [one.id for one in file(register, key).steps] == [one.id for one in before]
    assert taken(register, key) == {MeetingState.CONVENED: (date(2026, 11, 13), Party.SSC, "Per skrev")}


def test_a_step_taken_back_leaves_what_was_taken_before(register: Register, lives: Lives, key: UUID) -> None:
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12))
    lives.take(key, MeetingState.HELD, DAY)
    lives.take_back(key, MeetingState.HELD)
    assert file(register, key).meeting.state is MeetingState.CONVENED
    lives.take(key, MeetingState.HELD, DAY)
    lives.take_back(key, MeetingState.CONVENED)
    assert file(register, key).meeting.state is MeetingState.HELD
    assert list(taken(register, key)) == [MeetingState.HELD]


def test_each_is_undone_as_one(register: Register, lives: Lives, key: UUID) -> None:
    history = History(register.database)
    at_first = file(register, key)
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12))
    convened = file(register, key)
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 13))
    lives.cancel(key, "Sjukdom")
    cancelled = file(register, key)
    lives.resume(key)
    lives.take_back(key, MeetingState.CONVENED)
    assert history.undo().verb == "meeting.step_back"
    assert history.undo().verb == "meeting.resume"
    assert file(register, key) == cancelled
    assert history.undo().verb == "meeting.cancel"
    assert history.undo().verb == "meeting.step"
    assert file(register, key) == convened
    history.undo()
    assert file(register, key) == at_first


def test_a_cancelled_meeting_keeps_why_and_comes_back_where_it_was(register: Register, lives: Lives, key: UUID) -> None:
    lives.take(key, MeetingState.CONVENED, date(2026, 11, 12))
    lives.cancel(key, "Föredraganden är sjuk", date(2026, 11, 28))
    assert file(register, key).meeting.state is MeetingState.CANCELLED
    assert taken(register, key)[MeetingState.CANCELLED] == (date(2026, 11, 28), Party.SSC, "Föredraganden är sjuk")
    with pytest.raises(InputError, match="inställt"):
        lives.take(key, MeetingState.HELD, DAY)
    lives.resume(key)
    assert file(register, key).meeting.state is MeetingState.CONVENED
    assert MeetingState.CANCELLED not in taken(register, key)
    lives.resume(key)
    assert file(register, key).meeting.state is MeetingState.CONVENED


def test_nonsense_is_refused_and_changes_nothing(register: Register, lives: Lives, key: UUID) -> None:
    before = file(register, key)
    with pytest.raises(InputError, match="har inte varit än"):
        lives.take(key, MeetingState.HELD, LATER + timedelta(days=1))
    with pytest.raises(InputError, match="har inte varit än"):
        lives.cancel(key, on=LATER + timedelta(days=1))
    with pytest.raises(InputError, match="före mötesdagen"):
        lives.take(key, MeetingState.HELD, DAY - timedelta(days=1))
    with pytest.raises(InputError, match="alltid åtminstone planerat"):
        lives.take_back(key, MeetingState.PLANNED)
    assert file(register, key) == before
    for do in (
        lambda: lives.take(new_id(), MeetingState.HELD, DAY),
        lambda: lives.take_back(new_id(), MeetingState.HELD),
        lambda: lives.cancel(new_id()),
        lambda: lives.resume(new_id()),
    ):
        with pytest.raises(InputError, match="finns inte"):
            do()


def test_a_meeting_whose_steps_nobody_kept_goes_one_step_back(register: Register, lives: Lives) -> None:
    key = Meetings(register.database).create(tactical_meeting(level=Level.STRATEGIC))
    lives.take_back(key, MeetingState.CONVENED)
    with register.database.writing(Act("test.put")) as session:
        from desktop.models.meeting import MeetingRecord, MeetingStepRecord
        from desktop.models.removal import remove

        (step,) = file(register, key).steps
        remove(session, session.get_one(MeetingStepRecord, step.id))
        session.get_one(MeetingRecord, key).state = MeetingState.NOTES_AWAITED
    lives.take_back(key, MeetingState.NOTES_AWAITED)
    assert file(register, key).meeting.state is MeetingState.HELD


def test_others_take_steps_within_their_own_change(register: Register, key: UUID) -> None:
    history = History(register.database)
    with register.database.writing(Act("meeting.close", "Taktiskt möte")) as session:
        take_in(session, key, MeetingState.HELD, DAY, party=Party.SSC)
        take_in(session, key, MeetingState.NOTES_AWAITED, DAY, party=Party.AGENCY, note="Alla punkter gicks igenom")
    assert file(register, key).meeting.state is MeetingState.NOTES_AWAITED
    assert isinstance(file(register, key).steps[-1], MeetingStep)
    history.undo()
    assert file(register, key).meeting.state is MeetingState.PLANNED

"""Participants: proposed, invited, changed, how they came, and who is often missing (R7)."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.attendance import Missed
from desktop.domain.meetings.meeting import Attendance, MeetingState
from desktop.errors import InputError
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.documents import Documents
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.participants import LONGEST_NAME, Participants
from tests.pdf.structure_reader import TaggedFile
from tests.services.conftest import Register, tactical_meeting


def test_participants_are_proposed_added_and_taken_away(register: Register) -> None:
    meetings, participants = Meetings(register.database), Participants(register.database)
    meeting_id = meetings.create(tactical_meeting())
    anna = register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    assert [contact.id for contact in participants.propose(meeting_id)] == [anna.id]
    participants.add(meeting_id, anna.id)
    participants.add(meeting_id, anna.id)
    (listed,) = meetings.get(meeting_id).participants
    assert not participants.propose(meeting_id)
    participants.remove(listed.id)
    assert not meetings.get(meeting_id).participants


def test_a_guest_is_invited_and_taken_back(register: Register) -> None:
    meetings, history = Meetings(register.database), History(register.database)
    participants = Participants(register.database)
    meeting_id = meetings.create(tactical_meeting())
    participants.add_guest(meeting_id, "  Åsa   Öberg ", " asa@ssc.example ", Party.SSC)
    (guest,) = meetings.get(meeting_id).participants
    assert (guest.name, guest.email, guest.party, guest.contact_id, guest.required) == (
        "Åsa Öberg", "asa@ssc.example", Party.SSC, None, True,
    )  # fmt: skip
    history.undo()
    assert not meetings.get(meeting_id).participants


@pytest.mark.parametrize(
    ("name", "email", "says"),
    [
        (" ", "", "saknar namn"),
        ("Åsa Öberg", "asa", "ingen e-postadress"),
        ("Åsa Öberg", "asa@ssc.example\nBcc: alla@ssc.example", "ingen e-postadress"),
        ("Åsa Öberg", "a@ssc.example, b@ssc.example", "ingen e-postadress"),
        ("Åsa Öberg", "ANDERSSON@agency.example", "Anna Andersson står redan"),
    ],
)
def test_what_makes_no_guest_is_refused(register: Register, name: str, email: str, says: str) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    meetings, participants = Meetings(register.database), Participants(register.database)
    meeting_id = meetings.create(tactical_meeting())
    before = meetings.get(meeting_id).participants
    with pytest.raises(InputError, match=says):
        participants.add_guest(meeting_id, name, email, None)
    assert meetings.get(meeting_id).participants == before


def test_a_participant_is_changed_and_changed_back(register: Register) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    meetings, history = Meetings(register.database), History(register.database)
    participants = Participants(register.database)
    meeting_id = meetings.create(tactical_meeting())
    (anna,) = meetings.get(meeting_id).participants
    participants.change(anna.id, required=False, name=" Anna  A ")
    (changed,) = meetings.get(meeting_id).participants
    assert (changed.required, changed.name, changed.email) == (False, "Anna A", anna.email)
    history.undo()
    assert meetings.get(meeting_id).participants == (anna,)
    with pytest.raises(InputError, match="saknar namn"):
        participants.change(anna.id, name="", email="")
    participants.remove(anna.id)
    with pytest.raises(InputError, match="inte längre"):
        participants.change(anna.id, required=True)


@pytest.fixture
def people(register: Register) -> Participants:
    """The service, with a tactical contact on either side."""
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    return Participants(register.database)


def held(register: Register, month: int, **attendance: Attendance) -> UUID:
    """A meeting in a month of 2026 with how those named came, by their given names."""
    meetings, people = Meetings(register.database), Participants(register.database)
    began, ended = datetime(2026, month, 1, 12, tzinfo=UTC), datetime(2026, month, 1, 13, tzinfo=UTC)
    key = meetings.create(tactical_meeting(starts_at=began, ends_at=ended))
    for one in meetings.get(key).participants:
        how = attendance.get(one.name.split()[0])
        if how is not None:
            people.attend(one.id, how, "Bo Ek" if how is Attendance.REPLACED else "")
    return key


def came(register: Register, meeting_id: UUID) -> dict[str, tuple[Attendance, str]]:
    file = Meetings(register.database).get(meeting_id)
    return {one.name.split()[0]: (one.attendance, one.replaced_by) for one in file.participants}


def test_how_someone_came_is_kept_with_who_came_instead(register: Register, people: Participants) -> None:
    history = History(register.database)
    key = held(register, 6, Anna=Attendance.REPLACED, Per=Attendance.REMOTE)
    assert came(register, key) == {"Anna": (Attendance.REPLACED, "Bo Ek"), "Per": (Attendance.REMOTE, "")}
    anna = next(one for one in Meetings(register.database).get(key).participants if one.name.startswith("Anna"))
    people.attend(anna.id, Attendance.PRESENT, "Bo Ek")
    assert came(register, key)["Anna"] == (Attendance.PRESENT, ""), "nobody came instead of someone who is there"
    history.undo()
    assert came(register, key)["Anna"] == (Attendance.REPLACED, "Bo Ek")
    with pytest.raises(InputError, match=f"högst {LONGEST_NAME}"):
        people.attend(anna.id, Attendance.REPLACED, "x" * (LONGEST_NAME + 1))


def test_all_present_leaves_alone_what_is_noted_and_is_undone_at_once(register: Register, people: Participants) -> None:
    history = History(register.database)
    key = held(register, 6, Anna=Attendance.ABSENT)
    people.add_guest(key, "Åsa Öberg", "", None)
    assert people.all_present(key) == 2
    assert {name: how for name, (how, _) in came(register, key).items()} == {
        "Anna": Attendance.ABSENT, "Per": Attendance.PRESENT, "Åsa": Attendance.PRESENT,
    }  # fmt: skip
    assert people.all_present(key) == 0
    history.undo()
    assert came(register, key)["Per"] == came(register, key)["Åsa"] == (Attendance.UNKNOWN, "")


def test_an_expert_is_invited_to_one_item_of_the_same_meeting(register: Register, people: Participants) -> None:
    agendas, meetings = Agendas(register.database), Meetings(register.database)
    key, other = held(register, 6), held(register, 7)
    item, elsewhere = agendas.add(key, "Avtalsfråga"), agendas.add(other, "Annat")
    one = meetings.get(key).participants[0]
    people.change(one.id, item_id=item)
    assert meetings.get(key).participants[0].item_id == item
    with pytest.raises(InputError, match="inte längre på dagordningen"):
        people.change(one.id, item_id=elsewhere)
    agendas.remove(item)
    assert meetings.get(key).participants[0].item_id is None, "without the item one is invited to all of it"


def test_who_was_often_missing_is_told_from_the_forums_earlier_meetings(
    register: Register, people: Participants
) -> None:
    held(register, 3, Anna=Attendance.PRESENT, Per=Attendance.ABSENT)
    held(register, 6, Anna=Attendance.PRESENT, Per=Attendance.ABSENT)
    last = held(register, 9, Anna=Attendance.PRESENT, Per=Attendance.REMOTE)
    coming = held(register, 12)
    assert people.missed(coming) == (Missed(party=Party.SSC, level=Level.TACTICAL, times=2, of=3),)
    assert people.missed(last) == (Missed(party=Party.SSC, level=Level.TACTICAL, times=2, of=2),)
    Meetings(register.database).change(last, state=MeetingState.CANCELLED)
    assert people.missed(coming)[0].of == 2, "a cancelled meeting is none"
    with pytest.raises(InputError, match="finns inte längre"):
        people.missed(new_id())


def test_another_area_is_another_forum(register: Register, people: Participants) -> None:
    for month in (3, 6):
        held(register, month, Anna=Attendance.PRESENT, Per=Attendance.ABSENT)
    pay = Meetings(register.database).create(tactical_meeting(area_id=register.area("Lön")))
    assert people.missed(pay) == ()


def test_only_the_role_of_that_day_counts(register: Register) -> None:
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL, ends_on=date(2026, 4, 1))
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    people = Participants(register.database)
    held(register, 3, Anna=Attendance.PRESENT, Per=Attendance.PRESENT)
    for month in (5, 6):
        held(register, month, Anna=Attendance.PRESENT)
    assert people.missed(held(register, 12)) == (Missed(party=Party.SSC, level=Level.TACTICAL, times=2, of=3),)


def test_the_agenda_tells_an_expert_which_item_and_when(register: Register, people: Participants) -> None:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    agendas, meetings = Agendas(register.database), Meetings(register.database)
    key = meetings.create(tactical_meeting())
    agendas.add(key, "Inledning")
    item = agendas.add(key, "Avtalsfråga")
    people.add_guest(key, "Sara Berg", "", Party.AGENCY)
    sara = next(one for one in meetings.get(key).participants if one.name == "Sara Berg")
    people.change(sara.id, item_id=item)
    asked = DocumentRequest(paper=Paper.AGENDA, meeting_id=key)
    printed = TaggedFile(Documents(register.database).make(asked).pdf).document.text
    assert "Sara Berg, inbjuden till punkt 2, kl. 13.10" in printed

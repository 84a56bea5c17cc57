"""Calendar files that go out: read back by the program itself, and safe whatever the titles hold."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from desktop.domain.dates import SWEDEN
from desktop.domain.level import Level, Party
from desktop.domain.meetings.invitation import InvitedMeeting, Invitee
from desktop.domain.meetings.meeting import Meeting, MeetingState, Participant
from desktop.exchange.calendar_out import Organiser, cancellation_ics, entry_ics, invitation_ics, meeting_uid
from desktop.exchange.invitation import read_invitation
from desktop.exchange.plain_text import plain_line
from desktop.exchange.time_zones import without_rules, zone_named

KEY = UUID("0198f0a0-0000-7000-8000-000000000001")
STAMP = datetime(2026, 11, 2, 8, tzinfo=UTC)
US = Organiser("Anna Andersson", "anna@myndigheten.example")


def meeting(**more: object) -> Meeting:
    values: dict[str, object] = {
        "title": "Taktiskt samverkansmöte",
        "level": Level.TACTICAL,
        "starts_at": datetime(2026, 12, 1, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
        "place": "Rum 3, plan 2; ingång B",
        **more,
    }
    return Meeting(id=KEY, **values)  # type: ignore[arg-type]


def person(name: str, email: str, **more: object) -> Participant:
    return Participant(id=KEY, meeting_id=KEY, name=name, email=email, party=Party.SSC, **more)  # type: ignore[arg-type]


PEOPLE = (
    person("Anna Andersson", "ANNA@myndigheten.example"),
    person("Per Holmér", "per@ssc.example"),
    person("Sara Berg", "sara@ssc.example", required=False),
    person("Utan Adress", ""),
)


def invited(one: Meeting, people: tuple[Participant, ...] = PEOPLE, sequence: int = 0) -> bytes:
    return invitation_ics(one, people, organiser=US, sequence=sequence, stamp=STAMP)


def back(content: bytes) -> InvitedMeeting:
    (found,) = read_invitation(content, "ut.ics").meetings
    return found


def lines(content: bytes) -> list[bytes]:
    return content.split(b"\r\n")


def properties(content: bytes) -> list[str]:
    return [re.split(rb"[;:]", line)[0].decode() for line in lines(content.replace(b"\r\n ", b"")) if line]


def test_an_invitation_comes_back_as_it_was_sent() -> None:
    content = invited(meeting(), sequence=3)
    found = back(content)
    assert (found.uid, found.sequence, found.cancelled) == (f"{KEY}@samverkan.invalid", 3, False)
    assert (found.title, found.place, found.level) == (meeting().title, meeting().place, Level.TACTICAL)
    assert (found.starts_at, found.ends_at) == (meeting().starts_at, meeting().ends_at)
    assert found.invitees == (
        Invitee(given_name="Anna", family_name="Andersson", email=US.email, organises=True),
        Invitee(given_name="Per", family_name="Holmér", email="per@ssc.example"),
        Invitee(given_name="Sara", family_name="Berg", email="sara@ssc.example", required=False),
    )
    assert read_invitation(content, "ut.ics").problems == ()
    assert b"\r\nMETHOD:REQUEST\r\n" in content
    assert content.count(b"PARTSTAT=NEEDS-ACTION") == 2


def test_a_cancellation_takes_the_same_meeting_back() -> None:
    content = cancellation_ics(meeting(), PEOPLE, organiser=US, sequence=4, stamp=STAMP)
    found = back(content)
    assert (found.uid, found.sequence, found.cancelled) == (f"{KEY}@samverkan.invalid", 4, True)
    assert b"\r\nMETHOD:CANCEL\r\n" in content
    assert b"\r\nSTATUS:CANCELLED\r\n" in content
    assert b"RSVP" not in content


def test_an_entry_of_a_cancelled_meeting_says_so() -> None:
    content = entry_ics(meeting(state=MeetingState.CANCELLED), sequence=0, stamp=STAMP)
    assert b"METHOD:PUBLISH" in content
    assert b"STATUS:CANCELLED" in content


def test_an_entry_invites_nobody() -> None:
    content = entry_ics(meeting(calendar_uid="ABC@ssc.example"), sequence=2, stamp=STAMP)
    assert (back(content).uid, back(content).invitees) == ("ABC@ssc.example", ())
    assert b"\r\nMETHOD:PUBLISH\r\n" in content
    assert not {"ATTENDEE", "ORGANIZER"} & set(properties(content))


def test_the_identity_stays_when_everything_else_changes() -> None:
    moved = meeting(title="Annat", starts_at=datetime(2027, 1, 1, tzinfo=UTC), ends_at=datetime(2027, 1, 2, tzinfo=UTC))
    assert meeting_uid(moved) == meeting_uid(meeting())


def test_the_same_input_gives_the_same_bytes() -> None:
    assert invited(meeting()) == invited(meeting())


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=UTC), b"20260328T130000"),
        (datetime(2026, 3, 29, 12, tzinfo=UTC), b"20260329T140000"),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), b"20261024T140000"),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), b"20261025T130000"),
    ],
)
def test_times_are_swedish_on_both_sides_of_summer_time(day: datetime, written: bytes) -> None:
    content = invited(meeting(starts_at=day, ends_at=day + timedelta(hours=1)))
    assert b"DTSTART;TZID=Europe/Stockholm:" + written in content
    assert back(content).starts_at == day


def zone_of_the_file() -> tzinfo:
    """The zone that a program gets who knows nothing of Stockholm and goes by the file's own rules."""
    _, blocks = without_rules(invited(meeting()).decode().replace("\r\n", "\n"))
    found = zone_named("Vår tid", {"Vår tid": blocks["Europe/Stockholm"]})
    assert found is not None
    return found


@given(st.integers(0, 90 * 365 * 24))
def test_the_rules_of_the_file_are_those_of_sweden(hours: int) -> None:
    moment = datetime(1997, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    assert moment.astimezone(zone_of_the_file()).utcoffset() == moment.astimezone(SWEDEN).utcoffset()


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_the_clock_changes_at_the_very_hour(month: int, day: int) -> None:
    zone = zone_of_the_file()
    for minutes in (-61, -1, 0, 1, 61):
        moment = datetime(2026, month, day, 1, tzinfo=UTC) + timedelta(minutes=minutes)
        assert moment.astimezone(zone).replace(tzinfo=None) == moment.astimezone(SWEDEN).replace(tzinfo=None)


HOSTILE = (
    "Möte\r\nATTENDEE:mailto:ond@x.example",
    "Möte\nEND:VEVENT\nBEGIN:VEVENT\nUID:annat",
    "Möte\u2028ORGANIZER:mailto:ond@x.example\x0b\x85X:1",
    "\\nMETHOD:CANCEL\\,\\;",
    "=HYPERLINK(1); , \\ \" : ^n ^' å",
    "\u202egnp.exe\x00",
    "å" * 3000,
    "😀" * 100,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    people = (person(text, "per@ssc.example"), person("Ond", f"a@b.example{text}"))
    one = meeting(title=text, place=text, calendar_uid=text)
    content = invitation_ics(one, people, organiser=Organiser(text, US.email), sequence=0, stamp=STAMP)
    plain = invited(meeting(), PEOPLE[1:2])
    assert properties(content) == properties(plain)
    parsed = Calendar.from_ical(content)
    assert [str(part) for part in (parsed["METHOD"],)] == ["REQUEST"]
    assert not back(content).cancelled
    assert [invitee.email for invitee in back(content).invitees] == [US.email, "per@ssc.example"]


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=80))
def test_whatever_the_texts_every_line_is_short_and_ends_as_it_should(title: str, place: str, name: str) -> None:
    content = invited(meeting(title=title, place=place), (person(name, "per@ssc.example"),))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in lines(content))
    assert not any(re.search(rb"[\r\n]", line) for line in lines(content))
    content.decode()
    found = back(content)
    assert len(found.invitees) == 2
    assert (found.starts_at, found.sequence) == (meeting().starts_at, 0)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=200))
def test_plain_titles_come_back_letter_by_letter(title: str) -> None:
    assert back(invited(meeting(title=title))).title == (plain_line(title) or "Möte utan rubrik")


def test_what_cannot_be_sent_is_refused() -> None:
    with pytest.raises(ValueError, match="address"):
        invitation_ics(meeting(), PEOPLE, organiser=Organiser("A", "a@b.example\r\nX:1"), sequence=0, stamp=STAMP)
    with pytest.raises(ValueError, match="sequence"):
        entry_ics(meeting(), sequence=-1, stamp=STAMP)

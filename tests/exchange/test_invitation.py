"""Invitations: times, people and points as SSC wrote them, whatever program sent them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop.domain.level import Level
from desktop.domain.meetings.invitation import Invitation, InvitedMeeting, Invitee
from desktop.errors import FileError
from desktop.exchange.agenda_points import agenda_points
from desktop.exchange.incoming import read_file
from tests.data_files import INVITATION
from tests.exchange.making import invitation, text_file

USUAL = ("UID:1@x", "SUMMARY:Taktiskt möte", "DTSTART:20261201T120000Z", "DTEND:20261201T130000Z")
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def read(path: Path) -> Invitation:
    content = read_file(path)
    assert isinstance(content, Invitation)
    return content


def only(path: Path) -> InvitedMeeting:
    (meeting,) = read(path).meetings
    return meeting


def test_the_real_invitation_is_read_whole() -> None:
    meeting = only(INVITATION)
    assert meeting.uid == "040000008200E00074C5B7101A82E00800000000B0A1C3D2E4F5DC01000000000000000010000000"
    assert (meeting.sequence, meeting.cancelled, meeting.level) == (0, False, Level.TACTICAL)
    assert (meeting.starts_at, meeting.ends_at) == (NOON, datetime(2026, 12, 1, 13, 30, tzinfo=UTC))
    assert meeting.title == "Taktiskt samverkansmöte SSC - Exempelmyndigheten"
    assert meeting.place == "Microsoft Teams-möte"
    assert meeting.description.startswith("Hej!\n\nVälkomna till")
    assert meeting.points == (
        "Inledning",
        "Föregående minnesanteckningar",
        "Tjänsteleverans kvartal 3",
        "Avgifter 2027",
        "Övriga frågor",
    )
    assert meeting.invitees[0] == Invitee(
        given_name="Per", family_name="Holmér", email="per.holmer@ssc.example", organises=True
    )
    assert [(invitee.name, invitee.required) for invitee in meeting.invitees[1:]] == [
        ("Anna Andersson", True),
        ("Birgitta Åkesson", True),
        ("Sara Berg", False),
    ]
    assert read(INVITATION).problems == ()


def test_a_mail_that_carries_the_invitation(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "per.holmer@ssc.example"
    mail.set_content("Hej")
    mail.add_attachment(INVITATION.read_bytes(), maintype="text", subtype="calendar", filename="invite.ics")
    path = text_file(tmp_path, mail.as_bytes(), "mejl.eml")
    assert only(path) == only(INVITATION)
    with pytest.raises(FileError, match="ingen kallelse"):
        read_file(text_file(tmp_path, "From: a@x\r\nContent-Type: text/plain\r\n\r\nHej", "m.eml"))


@pytest.mark.parametrize(
    "zone", ["W. Europe Standard Time", '"W. Europe Standard Time"', "Europe/Stockholm", "/x.org/Europe/Stockholm"]
)
def test_time_zones_by_name(zone: str, tmp_path: Path) -> None:
    start = f"DTSTART;TZID={zone}:20260701T140000"
    assert only(invitation(tmp_path, "UID:1", "SUMMARY:M", start)).starts_at == datetime(2026, 7, 1, 12, tzinfo=UTC)


def zone_block(name: str, rule: str = "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", offset: str = "+0500") -> tuple[str, ...]:
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16011028T030000", f"RRULE:{rule}",
            f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE")  # fmt: skip


def test_the_files_own_rules_count_only_for_an_unknown_name(tmp_path: Path) -> None:
    own = invitation(tmp_path, "UID:1", "SUMMARY:M", "DTSTART;TZID=Kund:20261201T170000", head=zone_block("Kund"))
    assert only(own).starts_at == NOON
    name = "W. Europe Standard Time"
    lying = ("UID:1", "SUMMARY:M", f"DTSTART;TZID={name}:20261201T130000")
    assert only(invitation(tmp_path, *lying, head=zone_block(name))).starts_at == NOON
    assert only(INVITATION).starts_at == NOON  # what one file said of a name is not remembered for the next


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;BYSECOND=1,2,3"])
def test_rules_that_would_take_for_ever_are_not_used(rule: str, tmp_path: Path) -> None:
    lines = ("UID:1", "SUMMARY:M", "DTSTART;TZID=Kund:20261201T130000", "DTEND;TZID=Kund:20261201T140000")
    content = read(invitation(tmp_path, *lines, head=zone_block("Kund", rule)))
    assert content.meetings[0].starts_at == NOON
    assert "läses som svensk tid" in content.problems[0].sentence


def test_a_meeting_without_a_good_end_gets_an_hour_and_a_problem(tmp_path: Path) -> None:
    content = read(invitation(tmp_path, *USUAL[:3]))
    assert content.meetings[0].ends_at == datetime(2026, 12, 1, 13, tzinfo=UTC)
    assert "en timme" in content.problems[0].sentence
    assert read(invitation(tmp_path, *USUAL[:3], "DURATION:PT2H")).meetings[0].ends_at.hour == 14


def test_an_all_day_meeting_and_one_that_repeats_are_told(tmp_path: Path) -> None:
    day = ("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202", "RRULE:FREQ=WEEKLY")
    content = read(invitation(tmp_path, *USUAL[:2], *day))
    assert content.meetings[0].starts_at == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert [problem.column for problem in content.problems] == ["Tid", "Upprepning"]


def test_several_meetings_and_several_versions_of_one(tmp_path: Path) -> None:
    lines = (
        *USUAL,
        "END:VEVENT",
        "BEGIN:VEVENT",
        *USUAL,
        "SEQUENCE:2",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:2",
        *USUAL[1:],
    )
    assert [(one.uid, one.sequence) for one in read(invitation(tmp_path, *lines)).meetings] == [("1@x", 2), ("2", 0)]


def test_cancellations_and_answers(tmp_path: Path) -> None:
    assert only(invitation(tmp_path, *USUAL, method="CANCEL")).cancelled
    assert only(invitation(tmp_path, *USUAL, "STATUS:CANCELLED")).cancelled
    with pytest.raises(FileError, match="ett svar på en kallelse"):
        read_file(invitation(tmp_path, *USUAL, method="REPLY"))


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Operativt möte lön", Level.OPERATIONAL),
        ("Samverkan på strategisk nivå", Level.STRATEGIC),
        ("Taktiskt och operativt möte", None),
        ("Kundråd hösten", None),
        ("Driftoperationer", None),
    ],
)
def test_the_level_is_what_the_title_names(title: str, level: Level | None, tmp_path: Path) -> None:
    meeting = only(invitation(tmp_path, "UID:1", f"SUMMARY:{title}", *USUAL[2:]))
    assert (meeting.level, meeting.is_customer_council) == (level, "Kundråd" in title)


def test_a_fold_may_split_a_letter(tmp_path: Path) -> None:
    path = invitation(tmp_path, *USUAL, "LOCATION:Ö-rummet")
    path.write_bytes(path.read_bytes().replace("Ö".encode(), b"\xc3\r\n \x96"))
    assert only(path).place == "Ö-rummet"


def test_rooms_are_no_participants_and_nobody_is_listed_twice(tmp_path: Path) -> None:
    people = (
        "ORGANIZER;CN=Per Holmér:MAILTO:per@ssc.example",
        "ATTENDEE;CN=per@ssc.example:mailto:PER@ssc.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Sal 1:mailto:sal1@ssc.example",
        "ATTENDEE:mailto:bara@adress.example?subject=x",
        "ATTENDEE;CN=Utan adress:invalid:nomail",
    )
    meeting = only(invitation(tmp_path, *USUAL, *people))
    assert [(one.name, one.email) for one in meeting.invitees] == [
        ("Per Holmér", "per@ssc.example"),
        ("", "bara@adress.example"),
        ("Utan adress", ""),
    ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Dagordning:\n1. Ett\n2. Två\n\nHälsningar", ("Ett", "Två")),
        ("DAGORDNING\n\n1) Ett\n\n2) Två", ("Ett", "Två")),
        ("Förslag till dagordning\n- Ett\n• Två\n   fortsatt", ("Ett", "Två fortsatt")),
        ("Agenda för mötet:\n§ 1 Ett\n§2 Två", ("Ett", "Två")),
        ("Punkter:\n10. Tio\nPer\n11. Elva", ("Tio",)),
        ("Vi ses kl. 13. Dagordning kommer.\n1. Inte en punkt", ()),
        ("1. Utan rubrik", ()),
    ],
)
def test_points_are_read_after_the_heading(text: str, points: tuple[str, ...]) -> None:
    assert agenda_points(text) == points


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "inget möte"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "."),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "saknar tid"),
        ("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 20_000, "."),
        ("BEGIN:VCALENDAR\r\n" + "X" * 3_000_000, "för stor"),
    ],
    ids=["inget", "avbruten", "tidlös", "djup", "stor"],
)
def test_damaged_calendars_get_a_sentence(content: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=words):
        read_file(text_file(tmp_path, content, "k.ics"))

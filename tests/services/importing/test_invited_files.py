"""Files that come with an invitation: into the register once, harmless, and as new versions when they change."""

import base64
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.attachment import AttachmentPurpose, AttachmentRow
from desktop.domain.importing import ImportPreview, RowAction
from desktop.domain.meetings.invitation import Invitation, InvitedFile
from desktop.exchange.incoming import read_file
from desktop.exchange.invitation import read_mail
from desktop.models.database import Database
from desktop.services.attachments import Attachments
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.meetings.meetings import Meetings
from tests.exchange.making import invitation, text_file

KEY = bytes(range(32))
MEETING = (
    "UID:1@ssc.example",
    "SUMMARY:Taktiskt möte",
    "DTSTART:20261201T120000Z",
    "DTEND:20261201T130000Z",
    'ORGANIZER;CN="Per Holmér":mailto:per.holmer@ssc.example',
)


def mail(folder: Path, *files: tuple[str, bytes], sequence: int = 0) -> Path:
    """A mail with an invitation, a logotype and files."""
    message = EmailMessage()
    message["From"] = "per.holmer@ssc.example"
    message.set_content("Hej")
    calendar = invitation(folder, *MEETING, f"SEQUENCE:{sequence}").read_bytes()
    message.add_attachment(calendar, maintype="text", subtype="calendar", filename="invite.ics")
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline", cid="<logo@x>"
    )
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return text_file(folder, message.as_bytes(), "kallelse.eml")


class Register:
    """An open register and what imports and tells of files."""

    def __init__(self, database: Database) -> None:
        self.imports = Imports(database)
        self.attachments = Attachments(database)
        self.meetings = Meetings(database)
        self.history = History(database)

    def bring(self, path: Path) -> tuple[ImportPreview, str]:
        preview = self.imports.preview(path)
        return preview, self.imports.apply(preview).sentence

    def rows(self) -> tuple[AttachmentRow, ...]:
        (meeting,) = self.meetings.rows()
        return self.attachments.of(meeting.id)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    database = Database.open(tmp_path / "register" / "register.db", KEY, "provaren")
    yield Register(database)
    database.close()


def files_of(path: Path) -> tuple[InvitedFile, ...]:
    content = read_file(path)
    assert isinstance(content, Invitation)
    return content.meetings[0].files


def test_an_attached_agenda_becomes_the_received_agenda(register: Register, tmp_path: Path) -> None:
    preview, sentence = register.bring(mail(tmp_path, ("Underlag.pdf", b"%PDF-1"), ("Protokoll.pdf", b"%PDF-2")))
    assert [(row.subject, row.detail) for row in preview.rows if "bilaga" in row.detail] == [
        ("Underlag.pdf", "bilaga · 6\u00a0byte"),
        ("Protokoll.pdf", "bilaga · 6\u00a0byte"),
    ]
    assert sentence.endswith("2 bilagor lades till mötet.")
    first, second = (row.newest for row in register.rows())
    assert (first.name, first.purpose, first.received) == ("Underlag.pdf", AttachmentPurpose.AGENDA, True)
    assert first.sender == "Per Holmér"
    assert second.purpose is AttachmentPurpose.NOTES, "its name tells otherwise"
    assert register.attachments.content(first.id) == b"%PDF-1"
    register.history.undo()
    assert register.meetings.rows() == ()


def test_the_same_invitation_again_doubles_nothing(register: Register, tmp_path: Path) -> None:
    path = mail(tmp_path, ("Dagordning.pdf", b"%PDF-1"))
    register.bring(path)
    before = register.rows()
    preview, sentence = register.bring(path)
    assert {row.action for row in preview.rows} == {RowAction.MATCH}
    assert sentence == "Allt fanns redan."
    assert register.rows() == before


def test_a_changed_file_of_the_same_name_is_a_new_version(register: Register, tmp_path: Path) -> None:
    for sequence, content in enumerate((b"ett", b"tva", b"tre")):
        _, sentence = register.bring(mail(tmp_path, ("Dagordning.pdf", content), sequence=sequence))
    assert sentence.endswith("1 bilaga lades till mötet.")
    (row,) = register.rows()
    assert row.number == 3
    assert [register.attachments.content(one.id) for one in (row.newest, *row.earlier)] == [b"tre", b"tva", b"ett"]
    register.history.undo()
    assert [row.number for row in register.rows()] == [2]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../../etc/passwd", "passwd"), ("C:\\Windows\\nul.pdf", "_nul.pdf"), ("a\u202efdp.exe", "afdp.exe")],
)
def test_a_hostile_name_is_made_harmless(tmp_path: Path, name: str, kept: str) -> None:
    assert [file.name for file in files_of(mail(tmp_path, (name, b"x")))] == [kept]


def test_too_many_and_empty_files_are_told_of(tmp_path: Path) -> None:
    path = mail(tmp_path, ("tom.pdf", b""), *((f"{number}.pdf", b"x") for number in range(25)))
    content = read_file(path)
    assert isinstance(content, Invitation)
    assert len(content.meetings[0].files) == 20
    sentences = " ".join(problem.sentence for problem in content.problems)
    assert "tom.pdf” är tom" in sentences
    assert "fler än 20" in sentences


def test_an_attached_mail_and_what_is_in_it_stay_outside(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner.set_content("Hej")
    inner.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="inre.pdf")
    outer = EmailMessage()
    outer.set_content("Hej")
    calendar = invitation(tmp_path, *MEETING).read_bytes()
    outer.add_attachment(calendar, maintype="text", subtype="calendar", filename="invite.ics")
    outer.add_attachment(inner)
    content = read_mail(outer.as_bytes(), "x.eml")
    assert content.meetings[0].files == ()
    assert [problem.sentence for problem in content.problems] == [
        "Ett mejl är bifogat till kallelsen; det tas inte med."
    ]


def attach(content: str, name: str = "Dagordning.pdf") -> str:
    return f"ATTACH;VALUE=BINARY;ENCODING=BASE64;X-FILENAME={name}:{content}"


def test_a_calendar_can_hold_the_file_itself(tmp_path: Path) -> None:
    kept = attach(base64.b64encode(b"%PDF-1.7").decode())
    path = invitation(tmp_path, *MEETING, kept, "ATTACH:https://ssc.example/x", "ATTACH:cid:logo", attach("@@@"))
    content = read_file(path)
    assert isinstance(content, Invitation)
    assert content.meetings[0].files == (InvitedFile("Dagordning.pdf", b"%PDF-1.7"),)
    sentences = " ".join(problem.sentence for problem in content.problems)
    assert "ssc.example/x" in sentences
    assert "skadad" in sentences


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.binary(max_size=40)), max_size=4))
def test_whatever_is_attached_an_invitation_is_read(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("mejl")
    clean = [("".join(name.splitlines()), content) for name, content in files]  # a header is one line, whatever ends it
    encodable = [(name.encode(errors="replace").decode(), content) for name, content in clean]
    read = files_of(mail(folder, *encodable))
    assert all(file.content and "/" not in file.name and "\\" not in file.name for file in read)

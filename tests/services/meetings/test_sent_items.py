"""Proposed items are followed on SSC's agenda (R9), on a real register."""

import email
import email.policy
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from desktop.assembly import services_of
from desktop.domain.agreement import Agreement
from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, SentState
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import FileError, InputError
from desktop.exchange.agenda_points import pasted_points
from desktop.models.database import Database
from desktop.services.meetings.sent_items import SentItems
from tests.services.conftest import Register

DAY = date(2026, 11, 20)
AGENDA = """Hej!

Förslag till dagordning:
1. Mötets öppnande
2. Upprepade fel i löneutbetalningen
3. Information om ny prislista
4. Övriga frågor

Hälsningar
Anna
"""


REST = ("Information om ny prislista", "Övriga frågor")


class Case:
    """A meeting with two items of ours, and what follows them."""

    def __init__(self, database: Database) -> None:
        self.all = services_of(database)
        self.sent = SentItems(database, lambda: DAY)
        meeting = Meeting(
            id=new_id(),
            title="Taktiskt möte",
            level=Level.TACTICAL,
            starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
            ends_at=datetime(2026, 12, 1, 13, tzinfo=UTC),
        )
        self.meeting = self.all.meetings.create(meeting)
        self.wages = self.all.agendas.add(self.meeting, "Upprepade fel i löneutbetalning")
        self.archive = self.all.agendas.add(self.meeting, "Gallring av underlag")

    def item(self, title: str) -> AgendaItem:
        return next(item for item in self.all.agendas.get(self.meeting) if item.title.startswith(title))

    def received(self) -> list[str]:
        return [point.text for point in self.all.meetings.get(self.meeting).received]


@pytest.fixture
def case(register: Register) -> Case:
    return Case(register.database)


def test_what_was_sent_is_found_or_left_out(case: Case) -> None:
    assert case.sent.mark_sent(case.meeting, [case.wages, case.archive]) == 2
    assert (case.item("Gallring").sent, case.item("Gallring").sent_on) == (SentState.PROPOSED, DAY)
    comparison = case.sent.compare(case.meeting, AGENDA)
    assert comparison.points[1] == "Upprepade fel i löneutbetalningen"
    verdicts = {match.item.id: match.point for match in comparison.matches}
    assert verdicts == {case.wages: 1, case.archive: None}
    assert comparison.theirs == (0, 2, 3)
    case.sent.keep(case.meeting, comparison.points, verdicts)
    assert case.item("Upprepade").sent is SentState.ON_AGENDA
    assert (case.item("Gallring").sent, case.item("Gallring").sent_on) == (SentState.LEFT_OUT, DAY)
    assert case.received() == list(comparison.points)


def test_an_agenda_that_ssc_has_sent_is_available_from_that_day(case: Case) -> None:
    case.sent.keep(case.meeting, ("Öppnande",), {})
    file = case.all.meetings.get(case.meeting)
    assert file.meeting.state is MeetingState.AGENDA_AVAILABLE
    [step] = [step for step in file.steps if step.state is MeetingState.AGENDA_AVAILABLE]
    assert (step.taken_on, step.party) == (DAY, Party.SSC)
    case.all.history.undo()
    assert case.all.meetings.get(case.meeting).meeting.state is MeetingState.PLANNED
    case.all.meetings.change(case.meeting, convener=Party.AGENCY)
    case.sent.keep(case.meeting, ("Öppnande",), {})
    assert case.all.meetings.get(case.meeting).meeting.state is MeetingState.PLANNED, "then it is ours to send"


def test_one_undo_takes_a_comparison_back(case: Case) -> None:
    case.sent.mark_sent(case.meeting, [case.wages])
    case.sent.keep(case.meeting, ("Fel i lön",), {case.wages: 0})
    case.all.history.undo()
    assert case.item("Upprepade").sent is SentState.PROPOSED
    assert case.received() == []
    case.all.history.undo()
    assert (case.item("Upprepade").sent, case.item("Upprepade").sent_on) == (SentState.NOT_SENT, None)


def test_a_newer_agenda_takes_the_place_of_the_former(case: Case) -> None:
    case.sent.keep(case.meeting, ("Öppnande", "Avgifter"), {})
    before = {point.text: point.id for point in case.all.meetings.get(case.meeting).received}
    case.sent.keep(case.meeting, ("Avgifter", "Risker"), {})
    after = {point.text: point.id for point in case.all.meetings.get(case.meeting).received}
    assert list(after) == ["Avgifter", "Risker"]
    assert after["Avgifter"] == before["Avgifter"], "items made from it still know where they come from"


def test_an_item_removed_meanwhile_is_passed_over(case: Case) -> None:
    case.sent.mark_sent(case.meeting, [case.wages, case.archive])
    case.all.agendas.remove(case.archive)
    case.sent.keep(case.meeting, ("Fel i lön",), {case.wages: 0, case.archive: None})
    assert case.item("Upprepade").sent is SentState.ON_AGENDA
    with pytest.raises(InputError, match="Ingen punkt är vald"):
        case.sent.mark_sent(case.meeting, [case.archive])


def test_a_text_without_points_is_refused(case: Case) -> None:
    with pytest.raises(InputError, match="inga punkter"):
        case.sent.compare(case.meeting, " \n\u200b\n")


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (AGENDA, ("Mötets öppnande", "Upprepade fel i löneutbetalningen", *REST)),
        ("Välkomna!\n1) Öppnande\n2) Avgifter\nväl mött", ("Öppnande", "Avgifter")),
        ("1. Inledning\n1.1 Närvaro\n2.10. Risker", ("Inledning", "Närvaro", "Risker")),
        ("13 personer deltar\n• Avgifter\n• Risker", ("Avgifter", "Risker")),
        ("Öppnande\n\nAvgifter\nRisker", ("Öppnande", "Avgifter", "Risker")),
        ("- Avgifter,\n  också för e-handel\n- Risker", ("Avgifter, också för e-handel", "Risker")),
    ],
)
def test_points_are_found_in_what_is_pasted(text: str, points: tuple[str, ...]) -> None:
    assert pasted_points(text) == points


def test_a_word_document_keeps_its_lists_and_tables(case: Case, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Dagordning", level=1)
    for words in ("Öppnande", "Fel i lön"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Väl mött")
    document.save(str(tmp_path / "lista.docx"))
    table = docx.Document()
    for number, words in enumerate(("Öppnande", "Avgifter"), 1):
        cells = (table.tables[0] if table.tables else table.add_table(0, 2)).add_row().cells
        cells[0].text, cells[1].text = f"{number}.", words
    table.save(str(tmp_path / "tabell.docx"))
    assert pasted_points(case.sent.read(tmp_path / "lista.docx")) == ("Öppnande", "Fel i lön")
    assert pasted_points(case.sent.read(tmp_path / "tabell.docx")) == ("Öppnande", "Avgifter")


def test_a_mail_a_text_and_a_pdf_can_be_read(case: Case, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna@ssc.example", "vi@myndighet.example", "Dagordning"
    mail.set_content("<html><style>p{}</style><ol><li>Öppnande<li>Fel i <b>lön</b></ol></html>", subtype="html")
    (tmp_path / "mejl.eml").write_bytes(mail.as_bytes())
    (tmp_path / "text.txt").write_bytes(AGENDA.encode("cp1252"))
    case.all.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    asked = DocumentRequest(paper=Paper.AGENDA, meeting_id=case.meeting)
    (tmp_path / "dagordning.pdf").write_bytes(case.all.documents.make(asked).pdf)
    assert pasted_points(case.sent.read(tmp_path / "mejl.eml")) == ("Öppnande", "Fel i lön")
    assert len(pasted_points(case.sent.read(tmp_path / "text.txt"))) == 4
    assert "Gallring av underlag" in case.sent.read(tmp_path / "dagordning.pdf")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\nskadad", "skadad eller skyddad"),
        (b"PK\x03\x04skadad", "kan inte läsas in|skadad"),
        (b"", "är tom"),
        (b"\x89PNG\r\n\x1a\n", "en bild"),
    ],
)
def test_what_cannot_be_read_says_so(case: Case, tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "dagordning"
    file.write_bytes(content)
    with pytest.raises(FileError, match=sentence):
        case.sent.read(file)


def test_ssc_is_reminded_of_an_agenda_that_has_not_come(case: Case) -> None:
    case.all.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    case.all.participants.add_guest(case.meeting, "Per Holmér", "per@ssc.example", Party.SSC)
    case.all.participants.add_guest(case.meeting, "Maja Ek", "maja@myndighet.example", Party.AGENCY)
    draft = case.all.documents.reminder(case.meeting)
    mail = email.message_from_bytes(draft.content, policy=email.policy.default)
    assert draft.recipients == ("Per Holmér",)
    assert mail["To"] == "Per Holmér <per@ssc.example>"
    assert mail["Subject"] == "Dagordning till taktiskt möte 1 december 2026"
    body = mail.get_content()
    assert "avsnitt 1.2" in body
    assert "Exempelmyndigheten" in body
    assert not list(mail.iter_attachments())


def test_nobody_is_reminded_of_what_we_convene_ourselves(case: Case) -> None:
    case.all.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    case.all.meetings.change(case.meeting, convener=Party.AGENCY)
    with pytest.raises(InputError, match="kallar själva"):
        case.all.documents.reminder(case.meeting)

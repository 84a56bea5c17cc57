"""Private preparation is in nothing that leaves the program: every way out is found, made and searched (R11)."""

import io
import typing
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from sqlalchemy import select

from desktop.assembly import Services, services_of
from desktop.domain.contacts.contact_export import CardVersion, Group
from desktop.domain.document import DocumentRequest, FinishedDocument, MailDraft, Paper
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.domain.meetings.followup_list import ExportedFile, FileForm, Listing
from desktop.domain.meetings.notes import Evaluation, NotesCheck, Survey, Verdict
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, BankedItemRecord
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.models.notes import EvaluationRecord, NotesCheckRecord, NotesVersionRecord, SurveyRecord
from desktop.services.meetings.calendars import CalendarFile
from desktop.services.sample import fill
from tests.pdf.structure_reader import TaggedFile

KEY = bytes(range(32))
SECRET = "Hemligstrategi4711"
NOTED = "Hemligompersonen1623"
SEEN = "Synligrubrik0815"
_OUT = (FinishedDocument, ExportedFile, MailDraft, CalendarFile)

Made = Iterator[tuple[str, bytes]]


def _papers(services: Services, meeting: UUID) -> Made:
    for paper in Paper:
        with suppress(InputError):
            yield paper, services.documents.make(DocumentRequest(paper=paper, meeting_id=meeting)).pdf


def _mails(services: Services, meeting: UUID) -> Made:
    for paper in Paper:
        if not paper.stays_inside:
            with suppress(InputError):
                yield paper, services.documents.mail(DocumentRequest(paper=paper, meeting_id=meeting)).content


def _word_documents(services: Services, meeting: UUID) -> Made:
    for paper in Paper:
        if paper.can_be_edited:
            yield paper, services.documents.word(DocumentRequest(paper=paper, meeting_id=meeting)).content


def _lists(services: Services, _meeting: UUID) -> Made:
    for listing in Listing:
        yield listing, services.followups.document(listing).pdf


def _tables(services: Services, _meeting: UUID) -> Made:
    for listing in Listing:
        for form in FileForm:
            yield f"{listing}.{form}", services.followups.file(listing, form).content


def _notice_documents(services: Services, _meeting: UUID) -> Made:
    for row in services.contact_notices.all():
        yield "notice", services.contact_notices.document(row.notice.id).pdf


def _notice_mails(services: Services, _meeting: UUID) -> Made:
    for row in services.contact_notices.all():
        yield "notice", services.contact_notices.mail(row.notice.id).content


def _incident_reports(services: Services, _meeting: UUID) -> Made:
    for matter in services.matters.rows(open_only=False):
        with suppress(InputError):
            yield "incident report", services.matter_papers.incident_report(matter.id).pdf


def _reminders(services: Services, meeting: UUID) -> Made:
    with suppress(InputError):
        yield "reminder", services.documents.reminder(meeting).content


def _questions(services: Services, _meeting: UUID) -> Made:
    for party in Party:
        yield party, services.freshness.mail(party).content


def _extracts(service: str) -> Callable[[Services, UUID], Made]:
    def made(services: Services, meeting: UUID) -> Made:
        for participant in services.meetings.get(meeting).participants:
            if participant.contact_id is not None:
                extract = getattr(services.personal_data, service)(participant.contact_id)
                yield service, getattr(extract, "pdf", None) or extract.content
                return

    return made


def _contact_tables(services: Services, _meeting: UUID) -> Made:
    for form in FileForm:
        yield form, services.contact_files.table(form).content


def _own_copies(services: Services, _meeting: UUID) -> Made:
    for form in FileForm:
        yield form, services.contact_files.own_copy(form).content


def _visiting_cards(services: Services, _meeting: UUID) -> Made:
    for version in CardVersion:
        yield version, services.contact_files.cards(version).content


def _contact_lists(services: Services, _meeting: UUID) -> Made:
    for level in (None, *Level):
        yield str(level), services.contact_files.document(level).pdf


def _group_mails(services: Services, _meeting: UUID) -> Made:
    for party in Party:
        for level in (None, *Level):
            with suppress(InputError):
                yield f"{party}, {level}", services.contact_files.mail(Group(party, level)).content


def _chosen_calendar_files(services: Services, meeting: UUID) -> Made:
    for kind in CalendarKind:
        with suppress(InputError):
            yield kind, services.calendars.make(meeting, kind).content


def _calendar_files(service: str) -> Callable[[Services, UUID], Made]:
    def made(services: Services, meeting: UUID) -> Made:
        with suppress(InputError):
            yield service, getattr(services.calendars, service)(meeting).content

    return made


WAYS_OUT: dict[tuple[str, str], Callable[[Services, UUID], Made]] = {
    ("documents", "make"): _papers,
    ("documents", "mail"): _mails,
    ("documents", "word"): _word_documents,
    ("documents", "reminder"): _reminders,
    ("followups", "document"): _lists,
    ("followups", "file"): _tables,
    ("freshness", "mail"): _questions,
    ("contact_notices", "document"): _notice_documents,
    ("contact_notices", "mail"): _notice_mails,
    ("personal_data", "extract"): _extracts("extract"),
    ("personal_data", "extract_file"): _extracts("extract_file"),
    ("contact_files", "table"): _contact_tables,
    ("contact_files", "own_copy"): _own_copies,
    ("contact_files", "cards"): _visiting_cards,
    ("contact_files", "document"): _contact_lists,
    ("contact_files", "mail"): _group_mails,
    ("matter_papers", "incident_report"): _incident_reports,
    ("calendars", "entry"): _calendar_files("entry"),
    ("calendars", "invitation"): _calendar_files("invitation"),
    ("calendars", "cancellation"): _calendar_files("cancellation"),
    ("calendars", "make"): _chosen_calendar_files,  # last: it cancels the meeting
}
"""Each method of a service that hands out a file, and how all it can make is made."""
TELLS_NOTES = {("contact_files", "own_copy"), ("personal_data", "extract"), ("personal_data", "extract_file")}
"""The ways out that are for ourselves, or for the person alone, and tell our notes about persons."""


def test_no_way_out_of_the_program_is_forgotten() -> None:
    assert {
        (name, method) for name, kind in typing.get_type_hints(Services).items() for method in _handing_out(kind)
    } == set(WAYS_OUT)


def _handing_out(kind: type) -> Iterator[str]:
    for name, method in vars(kind).items():
        if not name.startswith("_") and callable(method):
            told = typing.get_type_hints(method).get("return")
            if any(each in {told, *typing.get_args(told)} for each in _OUT):
                yield name


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The sample register, with a secret wherever something private can be written, and a mark that all may see."""
    database = Database.open(tmp_path / "register.db", KEY, "provaren")
    fill(database)
    opened = services_of(database)
    private = tmp_path / "Bilaga.txt"
    private.write_text(SECRET)
    for place, row in enumerate(opened.meetings.rows()):
        with suppress(InputError):
            opened.notes_versions.reopen(row.id, "Hemligheter ska in")
        convener = Party.AGENCY if place % 2 else Party.SSC  # ours is invited to, theirs reminded of
        opened.meetings.change(row.id, title=f"{SEEN} {row.title}", convener=convener)
        opened.attachments.add(row.id, private)
        for item in opened.agendas.get(row.id):
            opened.agendas.prepare(item.id, f"{SECRET}\n{SECRET}")
    for matter in opened.matters.rows(open_only=False):
        opened.matters.change(matter.id, title=f"{SEEN} {matter.title}")
    opened.contact_notices.make(f"{SEEN} slutar", date(2026, 12, 1))
    for row in opened.contact_notices.all():
        opened.contact_notices.reopen(row.notice.id)
        opened.contact_notices.change(row.notice.id, body=f"{row.notice.body}\n{SEEN}")
    _plant(database)
    for row in opened.meetings.rows():
        with suppress(InputError):
            opened.notes_versions.finalise(row.id)
    yield opened
    database.close()


def _plant(database: Database) -> None:
    """What else is kept for ourselves: notes on persons and in the bank, evaluations, why notes were reopened."""
    day, moment = date(2026, 12, 2), datetime(2026, 12, 2, tzinfo=UTC)
    with database.writing(Act("test.put")) as session:
        for contact in session.scalars(select(ContactRecord)):
            contact.change(given_name=SEEN, title=SEEN, notes=NOTED)
        items = session.scalars(select(AgendaItemRecord)).all()
        for bank in session.scalars(select(BankedItemRecord)):
            bank.change(note=SECRET)
        evaluated = {each.meeting_id: each for each in session.scalars(select(EvaluationRecord))}
        judged = {check.item_id for check in session.scalars(select(NotesCheckRecord))}
        for item in items:
            if item.id not in judged:
                check = NotesCheck(id=new_id(), meeting_id=item.meeting_id, item_id=item.id, verdict=Verdict.DIFFERS)
                session.add(NotesCheckRecord.of(check))
        for meeting in {item.meeting_id for item in items}:
            evaluation = Evaluation(id=new_id(), meeting_id=meeting, made_on=day, comment=SECRET)
            if meeting in evaluated:
                evaluated[meeting].change(comment=SECRET)
            else:
                session.add(EvaluationRecord.of(evaluation))
            session.add(SurveyRecord.of(Survey(id=new_id(), meeting_id=meeting, arrived_on=day, answers=SECRET)))
            session.add(
                NotesVersionRecord(
                    meeting_id=meeting, number=99, finalised_at=moment, finalised_by="provaren", content="{}",
                    digest="", reopened_at=moment, reopened_reason=SECRET,
                )
            )  # fmt: skip


def test_no_document_holds_anything_private(services: Services) -> None:
    made, seen = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in services.meetings.rows():
        for (service, method), make in WAYS_OUT.items():
            for label, content in make(services, row.id):
                what = (f"{service}.{method}", label)
                made[what] += 1
                everything = list(_everything(content))
                seen[what] += any(_holds(part, SEEN) for part in everything)
                for secret in (SECRET,) if (service, method) in TELLS_NOTES else (SECRET, NOTED):
                    assert not [part[:80] for part in everything if _holds(part, secret)], (*what, row.title)
    assert {way for way, _ in made} == {".".join(way) for way in WAYS_OUT}
    papers = {("documents.make", paper) for paper in Paper}
    assert papers <= set(made), "a document that was never made was never searched"
    assert seen == made, "what is seen is found, so what is private would be"


def _holds(part: bytes, word: str) -> bool:
    """Whether a word stands in these bytes, in any case and in one of the ways that files write text."""
    searched = part.lower()
    return any(word.lower().encode(encoding) in searched for encoding in ("utf-8", "utf-16-be", "utf-16-le"))


def _everything(content: bytes) -> Iterator[bytes]:
    """A file as it is, and everything that is packed in it."""
    yield content
    if content.startswith(b"%PDF"):
        yield from _in_pdf(content)
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    elif b"X-Unsent" in content[:400]:
        message = message_from_bytes(content, policy=default)
        yield f"{message['Subject']} {message['To']}".encode()
        for part in message.walk():
            if not part.is_multipart():
                yield from _everything(part.get_payload(decode=True))
    elif content.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VCARD")):
        yield content.replace(b"\r\n ", b"")


def _in_pdf(content: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        for each in opened.objects:
            yield each.read_bytes() if isinstance(each, pikepdf.Stream) else each.unparse()
    paper = TaggedFile(content)
    said = [paper.document.text, *paper.bookmarks]
    for page in paper.pages:
        said += [page.artifacts, *page.marked.values()]
    yield "\n".join(said).encode()

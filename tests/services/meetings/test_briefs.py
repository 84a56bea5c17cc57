"""The page before a meeting from a real register, and that nothing private reaches it (R11)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.document import DocumentRequest, FinishedDocument, Paper
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState
from desktop.domain.meetings.brief import BriefTopic
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import Agreements
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.briefs import Briefs
from desktop.services.meetings.documents import Documents
from tests.pdf.structure_reader import TaggedFile
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 11, 24)
SECRET = "Hemlig-strategi-4711"
AGREEMENT = Agreement(agency_name="Exempelmyndigheten", own_registry_number="EXM 2026/1", ssc_registry_number="SSC 9")


@pytest.fixture
def briefs(register: Register) -> Briefs:
    return Briefs(register.database, lambda: TODAY)


@pytest.fixture
def coming(register: Register) -> Meeting:
    """A meeting whose forum has left something of every kind behind, with private preparation on every item."""
    meeting = tactical_meeting(place="Ekoxen", own_registry_number="EXM 2026/118")
    began = datetime(2026, 9, 1, 11, tzinfo=UTC)
    held = tactical_meeting(starts_at=began, ends_at=began, state=MeetingState.NOTES_AWAITED)
    later = tactical_meeting(starts_at=datetime(2027, 1, 5, 11, tzinfo=UTC), state=MeetingState.NOTES_AWAITED)
    deferred = AgendaItem(
        id=new_id(), meeting_id=held.id, position=0, title="Gallring", kind=ItemKind.DISCUSSION,
        state=ItemState.DEFERRED, deferrals=1,
    )  # fmt: skip
    own = replace(deferred, id=new_id(), meeting_id=meeting.id, title="Egen punkt", state=ItemState.OPEN)
    both = {"meeting_id": held.id, "text": "Beskriv rutinen"}
    register.put(
        MeetingRecord.of(meeting),
        MeetingRecord.of(held),
        MeetingRecord.of(replace(later, ends_at=later.starts_at)),
        AgendaItemRecord.of(deferred),
        AgendaItemRecord.of(own),
        ActionRecord.of(Action(id=new_id(), level=Level.TACTICAL, party=Party.SSC, due_on=date(2026, 11, 10), **both)),
        ActionRecord.of(Action(id=new_id(), level=Level.STRATEGIC, party=Party.AGENCY, **both)),
        DecisionRecord.of(Decision(id=new_id(), level=Level.TACTICAL, decided_on=date(2026, 9, 1), **both)),
        DecisionRecord.of(Decision(id=new_id(), level=Level.OPERATIONAL, decided_on=date(2026, 9, 1), **both)),
    )
    register.matter("2026-014", MatterKind.QUESTION, Level.TACTICAL)
    for item in (deferred, own):
        Agendas(register.database).prepare(item.id, SECRET)
    return meeting


def printed(register: Register, meeting: Meeting) -> FinishedDocument:
    asked = DocumentRequest(paper=Paper.BRIEF, meeting_id=meeting.id)
    return Documents(register.database, lambda: TODAY).make(asked)


def test_the_page_tells_of_this_forum_and_no_other(briefs: Briefs, coming: Meeting) -> None:
    made = briefs.get(coming.id)
    assert {section.topic: len(section.lines) for section in made.sections} == {
        BriefTopic.DECISIONS: 1,
        BriefTopic.SSC_ACTIONS: 1,
        BriefTopic.DEFERRED: 1,
        BriefTopic.AWAITED: 1,
        BriefTopic.MATTERS: 1,
    }
    assert (made.day, made.previous_on) == (TODAY, date(2026, 9, 1))


def test_the_document_says_whose_it_is_and_that_it_is_internal(register: Register, coming: Meeting) -> None:
    Agreements(register.database).save(AGREEMENT)
    document = printed(register, coming)
    assert document.file_name == "Inför mötet 2026-12-01 Taktiskt samverkansmöte.pdf"
    text = TaggedFile(document.pdf).document.text
    for said in (
        "Inför mötet: Taktiskt samverkansmöte",
        "Myndighet Exempelmyndigheten Diarienummer EXM 2026/118",
        "Motpart Statens servicecenter Organisationsnummer 202100-6453 · Diarienummer SSC 9",
        "Status Internt underlag",
        "Försenad 14 dagar",
    ):
        assert said in text


def test_private_preparation_is_nowhere_in_the_document(register: Register, briefs: Briefs, coming: Meeting) -> None:
    Agreements(register.database).save(AGREEMENT)
    pdf = printed(register, coming).pdf
    assert SECRET not in repr(briefs.get(coming.id))
    paper = TaggedFile(pdf)
    said = [paper.document.text, *paper.bookmarks]
    for page in paper.pages:
        said += [page.artifacts, *page.marked.values()]
    assert "Gallring" in said[0]
    assert not [text for text in said if "4711" in text or "strategi-" in text]
    for content in _every_byte(pdf):
        for form in (SECRET, "4711"):
            for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
                assert form.encode(encoding) not in content


def _every_byte(pdf: bytes) -> list[bytes]:
    """The file as it is, and every stream and object of it unpacked."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        parts = [each.read_bytes() if isinstance(each, pikepdf.Stream) else each.unparse() for each in opened.objects]
    return [pdf, *parts]


def test_a_document_needs_an_agency_and_a_meeting(register: Register, briefs: Briefs, coming: Meeting) -> None:
    with pytest.raises(InputError, match="myndigheten"):
        printed(register, coming)
    with pytest.raises(InputError, match="finns inte längre"):
        briefs.get(new_id())

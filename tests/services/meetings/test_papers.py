"""The documents of a meeting from a real register: what each says of it, and which notes are the ones in force."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.assembly import Services, services_of
from desktop.domain.agreement import Agreement
from desktop.domain.attachment import Attachment, AttachmentPurpose
from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import (
    AgendaItem,
    ItemState,
    Presenter,
    PresenterRole,
    SentState,
    Source,
    SourceKind,
)
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, MeetingState, MeetingStep
from desktop.errors import InputError
from desktop.exchange.word_documents import WRITERS
from desktop.models.agenda import AgendaItemRecord
from desktop.models.attachment import AttachmentRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord
from desktop.models.notes import ItemNoteRecord
from desktop.pdf.papers import PRINTERS
from desktop.services.meetings.documents import Documents
from desktop.services.meetings.papers import READERS, paper_in
from tests.pdf.structure_reader import TaggedFile
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 12, 15)


class Case:
    """A closed meeting with an earlier one behind it, and short ways to its documents."""

    def __init__(self, register: Register) -> None:
        self.all: Services = services_of(register.database)
        self.all.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
        self.documents = Documents(register.database, lambda: TODAY)
        self.register = register
        self.before, self.meeting = self._meetings()
        earlier = AgendaItem(id=new_id(), meeting_id=self.before.id, position=0, title="Avgifter")
        ours = Presenter(PresenterRole.US)
        first = replace(earlier, id=new_id(), meeting_id=self.meeting.id, carried_from=earlier.id, presenter=ours)
        self.items = tuple(
            replace(first, state=ItemState.DEALT_WITH, **more)  # type: ignore[arg-type]
            for more in (
                {},
                {"id": new_id(), "position": 1, "title": "Incident", "sent": SentState.PROPOSED, "sent_on": TODAY},
                {"id": new_id(), "position": 2, "title": "Från SSC", "source": Source(SourceKind.RECEIVED)},
            )
        )
        register.put(
            AgendaItemRecord.of(earlier),
            *map(AgendaItemRecord.of, self.items),
            ItemNoteRecord(item_id=earlier.id, text="Parterna skulle återkomma."),
            ItemNoteRecord(item_id=self.items[1].id, text="Förloppet gicks igenom."),
        )

    def text(self, paper: Paper, **more: object) -> str:
        """What a document of the meeting reads."""
        asked = DocumentRequest(paper=paper, meeting_id=self.meeting.id, **more)  # type: ignore[arg-type]
        return TaggedFile(self.documents.make(asked).pdf).document.text.replace("\u00a0", " ")

    def _meetings(self) -> tuple[Meeting, Meeting]:
        began = datetime(2026, 9, 1, 11, tzinfo=UTC)
        before = tactical_meeting(title="Höstmöte", starts_at=began, ends_at=began)
        closed = MeetingState.NOTES_AWAITED
        meeting = tactical_meeting(state=closed)
        step = MeetingStep(id=new_id(), meeting_id=meeting.id, state=closed, taken_on=meeting.day, party=Party.AGENCY)
        self.register.put(MeetingRecord.of(before), MeetingRecord.of(meeting), MeetingStepRecord.of(step))
        return before, meeting


@pytest.fixture
def case(register: Register) -> Case:
    return Case(register)


def test_every_document_is_read_and_printed() -> None:
    assert set(READERS) == set(Paper)
    assert len(PRINTERS) == len(Paper)


def test_word_takes_what_can_be_edited(case: Case) -> None:
    for paper in Paper:
        asked = DocumentRequest(paper=paper, meeting_id=case.meeting.id)
        with case.register.database.reading() as session:
            try:
                made = paper_in(session, asked, TODAY)
            except InputError:
                assert paper is Paper.DIFFERENCES, "nothing differs, so there is nothing to write about"
                continue
        assert (type(made) in WRITERS) is paper.can_be_edited


def test_the_extract_has_the_decisions_of_the_meeting_in_the_order_of_its_agenda(case: Case) -> None:
    old = Decision(id=new_id(), meeting_id=case.before.id, level=Level.TACTICAL, text="Gammalt", decided_on=TODAY)
    late = replace(old, id=new_id(), meeting_id=case.meeting.id, item_id=case.items[1].id, text="Senare punkt")
    first = replace(late, id=new_id(), item_id=case.items[0].id, text="Första punkten", replaces_id=old.id,
                    decided_by="Båda parter", source_document="Protokoll, sidan 2")  # fmt: skip
    case.register.put(*map(DecisionRecord.of, (old, late, first)))
    text = case.text(Paper.DECISIONS)
    assert text.index("Första punkten Punkt: Avgifter") < text.index("Senare punkt Punkt: Incident")
    assert "Källa: Protokoll, sidan 2 Ersätter: Gammalt Båda parter Taktisk" in text
    assert text.count("Gammalt") == 1


def test_the_action_list_tells_how_far_each_action_has_come(case: Case) -> None:
    late = Action(id=new_id(), meeting_id=case.meeting.id, level=Level.TACTICAL, text="Sen", party=Party.SSC,
                  due_on=date(2026, 12, 8))  # fmt: skip
    done = replace(late, id=new_id(), text="Gjord", done_on=TODAY, result="Klart.", item_id=case.items[1].id)
    elsewhere = replace(late, id=new_id(), text="Annat möte", meeting_id=case.before.id)
    case.register.put(*map(ActionRecord.of, (late, done, elsewhere)))
    text = case.text(Paper.ACTIONS)
    assert "Läget den 15 december 2026 Exempelmyndigheten Inga åtgärder." in text
    assert "2 åtgärder, 1 klar." in text
    assert "Sen 2026-12-08 Försenad 7 dagar Gjord Punkt: Incident Resultat: Klart." in text
    assert "Annat möte" not in text


def test_proposals_are_ours_or_those_that_were_chosen(case: Case) -> None:
    text = case.text(Paper.PROPOSALS)
    assert "de här 2 punkterna" in text
    assert "Incident Föreslagen: 15 december 2026 Information Exempelmyndigheten" in text
    assert "Från SSC" not in text
    assert "Avgifter" not in case.text(Paper.PROPOSALS, items=(case.items[1].id,))


def test_the_binder_tells_what_was_said_before_and_which_files_came_late(case: Case) -> None:
    step = MeetingStep(id=new_id(), meeting_id=case.meeting.id, state=MeetingState.AGENDA_AVAILABLE,
                       taken_on=date(2026, 11, 24), party=Party.SSC)  # fmt: skip
    early = Attachment(id=new_id(), meeting_id=case.meeting.id, name="Tidig.pdf", size=900, digest="a" * 64,
                       added_at=datetime(2026, 11, 24, 9, tzinfo=UTC), dated_on=date(2026, 11, 20),
                       received=True, sender="Per Holmér")  # fmt: skip
    late = replace(early, id=new_id(), name="Sen.pdf", added_at=datetime(2026, 11, 30, 9, tzinfo=UTC), received=False,
                   sender="")  # fmt: skip
    notes = replace(late, id=new_id(), name="Anteckningar.pdf", purpose=AttachmentPurpose.NOTES)
    after = replace(late, id=new_id(), name="Efteråt.pdf", added_at=datetime(2026, 12, 3, 9, tzinfo=UTC))
    older = replace(late, id=new_id(), name="Gammal.pdf", replaced_by=late.id)
    case.register.put(MeetingStepRecord.of(step), *map(AttachmentRecord.of, (early, late, notes, after)))
    case.register.put(AttachmentRecord.of(older))
    text = case.text(Paper.BINDER)
    assert "Bakgrund Parterna skulle återkomma. Ur anteckningarna från 1 september 2026" in text
    assert "Anteckningar Förloppet gicks igenom." in text
    assert "Dagordning klar 24 november 2026" in text
    assert "Tidig.pdf" in text
    assert "Mottagen från Per Holmér 900 byte" in text
    ordinary, come_late = text.split("Sena handlingar ")
    assert [name in ordinary for name in ("Anteckningar.pdf", "Efteråt.pdf")] == [True, True]
    assert "Sen.pdf Sen handling" in come_late
    assert "Exempelmyndigheten 900 byte" in come_late
    assert "Gammal.pdf" not in text


def test_finalised_notes_stay_as_they_were_fixed(case: Case) -> None:
    assert "Status Utkast" in case.text(Paper.NOTES)
    version = case.all.notes_versions.finalise(case.meeting.id)
    fixed = case.text(Paper.NOTES)
    assert f"Status Fastställd, version 1 Kontrollsumma {version.digest}" in fixed
    case.all.notes_versions.reopen(case.meeting.id, "Ett namn var fel.")
    assert "Status Utkast" in case.text(Paper.NOTES)
    assert case.text(Paper.NOTES, version=version.id) == fixed
    with pytest.raises(InputError, match="finns inte längre"):
        case.text(Paper.NOTES, version=new_id())


def test_a_mail_goes_to_those_it_is_written_to(case: Case) -> None:
    for name, party in (("Anna Andersson", Party.AGENCY), ("Per Holm", Party.SSC)):
        case.register.contact(name, party, Level.TACTICAL)
    made = case.all.meetings.create(tactical_meeting())
    proposals = case.documents.mail(DocumentRequest(paper=Paper.PROPOSALS, meeting_id=made))
    assert proposals.recipients == ("Per Holm",)
    agenda = case.documents.mail(DocumentRequest(paper=Paper.AGENDA, meeting_id=made))
    assert set(agenda.recipients) == {"Anna Andersson", "Per Holm"}
    assert Path(proposals.file_name).suffix == ".eml"
    with pytest.raises(ValueError, match="our own eyes"):
        case.documents.mail(DocumentRequest(paper=Paper.BRIEF, meeting_id=made))

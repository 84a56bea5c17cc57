"""The main job on the files a liaison has: import, invitation, proposals, agenda, document, mail."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import SourceKind
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.documents import Documents
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

DATA = Path(__file__).parents[2] / "data"
FILES = ("kontaktforteckning-2026-09-02.xlsx", "arendelista.csv", "kallelse-taktiskt-mote.ics")


@pytest.fixture
def meeting_id(register: Register) -> UUID:
    imports = Imports(register.database)
    results = [imports.apply(imports.preview(DATA / name)) for name in FILES]
    assert results[-1].meeting_id is not None
    return results[-1].meeting_id


def proposed(register: Register, meeting_id: UUID) -> dict[str, str]:
    return {p.title: p.reason for p in Agendas(register.database).proposals(meeting_id)}


def test_the_tactical_meeting_gets_what_lies_open_there(register: Register, meeting_id: UUID) -> None:
    found = proposed(register, meeting_id)
    incident = 'Felaktig löneutbetalning oktober, "dubbla" utbetalningar'
    assert found[incident] == "Incident, betydande. Eskalerat till taktisk nivå."
    assert f"Incidentrapport saknas för 2026-014: {incident}" in found
    repeated = found["Upprepad leveransbrist inom lön: 3 gånger"]
    assert "2026-003, 2026-006, 2026-008" in repeated
    assert "den senaste är fortfarande öppen" in repeated
    assert "Risk: Lönerevision sammanfaller med planerat driftstopp" in found
    points = {
        "Inledning",
        "Föregående minnesanteckningar",
        "Tjänsteleverans kvartal 3",
        "Avgifter 2027",
        "Övriga frågor",
    }
    assert points <= set(found)


def test_what_lies_elsewhere_stays_away(register: Register, meeting_id: UUID) -> None:
    told = " ".join(title + reason for title, reason in proposed(register, meeting_id).items())
    assert "kostnad ej fördelad" not in told
    assert "2026-012" not in told
    assert "Sena kundfakturor" not in told
    assert "Behörigheter för nya attestanter" not in told


def test_the_cost_comes_to_the_strategic_meeting_and_the_single_deficiency_to_the_operational_one(
    register: Register, meeting_id: UUID
) -> None:
    del meeting_id
    meetings = Meetings(register.database)
    strategic = proposed(register, meetings.create(tactical_meeting(level=Level.STRATEGIC)))
    assert any(title.startswith("Fördelning av kostnad för 2026-008") for title in strategic)
    operational = proposed(register, meetings.create(tactical_meeting(level=Level.OPERATIONAL)))
    assert "Sena kundfakturor i september" in operational
    assert "Risk: Lönerevision sammanfaller med planerat driftstopp" in operational


def test_the_agenda_becomes_a_document_and_a_mail_to_those_who_take_part(register: Register, meeting_id: UUID) -> None:
    agendas, documents = Agendas(register.database), Documents(register.database)
    asked = DocumentRequest(paper=Paper.AGENDA, meeting_id=meeting_id)
    agendas.accept(meeting_id, [proposal.key for proposal in agendas.proposals(meeting_id)])
    agendas.prepare(agendas.get(meeting_id)[3].id, "Hemlig-strategi-4711")
    document = documents.make(asked)
    assert document.file_name == "Dagordning 2026-12-01 Taktiskt samverkansmöte SSC - Exempelmyndigheten.pdf"
    pages = documents.pages(document, 72)
    text = " ".join(" ".join(page.text for page in pages).split())
    for said in ("Incidentrapport saknas", "202100-6453", "202100-3153", "kl. 13.00–14.30", "Åkesson"):
        assert said in text
    mail = documents.mail(asked)
    assert set(mail.recipients) == {"Anna Andersson", "Birgitta Åkesson", "Per Holmér", "Sara Berg"}
    assert message_from_bytes(mail.content, policy=default)["X-Unsent"] == "1"
    for content in (document.pdf, mail.content, text.encode()):
        assert b"4711" not in content


def test_each_import_is_taken_back_by_one_undo(register: Register) -> None:
    history = History(register.database)
    imports = Imports(register.database)
    for name in FILES:
        imports.apply(imports.preview(DATA / name))
    taken_back = [history.undo().verb for _ in FILES]
    assert taken_back == ["import.invitation", "import.matters", "import.contacts"]
    assert not Meetings(register.database).rows()
    assert history.undoable() is None
    for _ in FILES:
        history.redo()
    (row,) = Meetings(register.database).rows()
    assert SourceKind.RECEIVED in {p.source.kind for p in Agendas(register.database).proposals(row.id)}

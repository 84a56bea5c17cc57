"""The notes of a meeting on paper: everything that was written down, and never what is private."""

from datetime import date
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import ItemState, Presenter, PresenterRole
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Attendance
from desktop.domain.meetings.notes import ItemNote
from desktop.domain.meetings.notes_document import ActionLine, NotesDocument
from desktop.errors import InputError
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.agreements import Agreements
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.notes_papers import notes_document_in
from desktop.services.meetings.participants import Participants
from tests.services.conftest import Register, tactical_meeting

PRIVATE = "Be om ersättning för merarbetet"


@pytest.fixture
def meeting_id(register: Register) -> UUID:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", own_registry_number="EXM 2026/118"))
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    return Meetings(register.database).create(tactical_meeting(place="Konferensrum Ekoxen"))


def notes(register: Register, meeting_id: UUID) -> NotesDocument:
    with register.database.reading() as session:
        return notes_document_in(session, meeting_id)


def note(register: Register, item: UUID | None, meeting: UUID | None, word: str) -> None:
    """A decision, an action and an information under an item, with this word in them."""
    level, key = Level.TACTICAL, {"item_id": item, "meeting_id": meeting}
    register.put(
        DecisionRecord.of(
            Decision(id=new_id(), level=level, text=f"Beslut {word}", decided_on=date(2026, 12, 1), **key)
        ),
        ActionRecord.of(
            Action(
                id=new_id(),
                level=level,
                text=f"Åtgärd {word}",
                party=Party.SSC,
                owner="Per Holmér",
                due_on=date(2027, 1, 15),
                **key,
            )
        ),
        InformationRecord.of(Information(id=new_id(), level=level, text=f"Information {word}", **key)),
    )


def test_notes_hold_everything_that_was_written_down(register: Register, meeting_id: UUID) -> None:
    agendas, meetings = Agendas(register.database), Meetings(register.database)
    first, second = agendas.add(meeting_id, "Inledning"), agendas.add(meeting_id, "Felaktiga löner")
    agendas.change(second, presenter=Presenter(PresenterRole.US), section="Leverans")
    agendas.change(first, state=ItemState.DEALT_WITH, presenter=Presenter(PresenterRole.CHAIR))
    agendas.change(second, state=ItemState.DEFERRED, deferrals=2)
    register.put(ItemNoteRecord.of(ItemNote(item_id=second, text="SSC berättade.\nVi frågade.")))
    note(register, second, meeting_id, "under punkten")
    note(register, None, meeting_id, "utan punkt")
    note(register, None, Meetings(register.database).create(tactical_meeting(title="Ett annat")), "någon annanstans")
    anna, per = sorted(meetings.get(meeting_id).participants, key=lambda one: one.name)
    participants = Participants(register.database)
    participants.change(per.id, attendance=Attendance.REPLACED, replaced_by="Maria Ek")
    participants.change(anna.id, attendance=Attendance.PRESENT)

    told = notes(register, meeting_id)

    assert (told.title, told.level, told.place) == ("Taktiskt samverkansmöte", "Taktisk nivå", "Konferensrum Ekoxen")
    assert (told.agency.registry_number, told.status, told.digest) == ("EXM 2026/118", "Utkast", "")
    assert (told.convener, told.written_by) == ("Statens servicecenter", "Statens servicecenter")
    assert [(p.name, p.party, p.attendance, p.replaced_by) for p in told.participants] == [
        ("Anna Andersson", "Exempelmyndigheten", "Närvarande", ""),
        ("Per Holmér", "Statens servicecenter", "Ersatt", "Maria Ek"),
    ]
    assert [(i.number, i.title, i.kind, i.section, i.presenter, i.outcome, i.deferrals) for i in told.items] == [
        (1, "Inledning", "Information", "", "Ordförande", "Behandlad", 0),
        (2, "Felaktiga löner", "Information", "Leverans", "Exempelmyndigheten", "Bordlagd", 2),
        (3, "Antecknat utanför dagordningen", "", "", "", "", 0),
    ]
    assert [item.text for item in told.items] == ["", "SSC berättade.\nVi frågade.", ""]
    assert [item.decisions for item in told.items] == [(), ("Beslut under punkten",), ("Beslut utan punkt",)]
    assert [item.information for item in told.items] == [
        (), ("Information under punkten",), ("Information utan punkt",),
    ]  # fmt: skip
    assert told.items[1].actions == (
        ActionLine(
            text="Åtgärd under punkten", party="Statens servicecenter", owner="Per Holmér", due_on=date(2027, 1, 15)
        ),
    )


def test_private_preparation_never_reaches_the_notes(register: Register, meeting_id: UUID) -> None:
    agendas = Agendas(register.database)
    agendas.prepare(agendas.add(meeting_id, "Felaktiga löner"), PRIVATE)
    assert PRIVATE not in repr(notes(register, meeting_id))


def test_notes_name_the_agency_or_are_not_made(register: Register) -> None:
    meeting = Meetings(register.database).create(tactical_meeting())
    with pytest.raises(InputError, match="myndigheten"):
        notes(register, meeting)

"""The extract of one person holds everything the register does, and nothing private (R11, R39)."""

import json
from datetime import date
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.personal_extract import snippets
from desktop.domain.contacts.received_list import ReceivedList
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.meetings.agenda import AgendaItem, BankedItem, Preparation, Presenter
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Attendance, Participant
from desktop.domain.meetings.notes import ItemNote
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, BankedItemRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, ReceivedListRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.contacts.personal_data import PersonalData
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 24)


def person(given: str = "Åsa", family: str = "Ångström", **more: object) -> Contact:
    values: dict[str, object] = {"party": Party.AGENCY, "email": "asa@vi.example", **more}
    return Contact(id=new_id(), given_name=given, family_name=family, **values)  # type: ignore[arg-type]


def extract(register: Register, contact_id: UUID) -> dict[str, object]:
    made = PersonalData(register.database, lambda: DAY).extract_file(contact_id)
    assert made.file_name.endswith("2026-11-24.json")
    return json.loads(made.content)


@pytest.fixture(autouse=True)
def agency(register: Register) -> None:
    register.put(AgreementRecord.of(Agreement(agency_name="Exempelmyndigheten", own_registry_number="EXM 1")))


def test_particulars_roles_and_rights_stand_there(register: Register) -> None:
    asa = person(phone="08-1", mobile="070-2", function_email="lon@vi.example", notes="Ring före lunch", title="Chef")
    role = Assignment(id=new_id(), contact_id=asa.id, level=Level.TACTICAL, starts_on=date(2024, 1, 1))
    right = AuthorisedOrderer(id=new_id(), contact_id=asa.id, evidence="Beslut 7", ends_on=date(2027, 1, 1))
    register.put(ContactRecord.of(asa), AssignmentRecord.of(role), AuthorisedOrdererRecord.of(right))
    found = extract(register, asa.id)
    assert found["Registerutdrag"] == "Åsa Ångström"
    assert found["Uppgifter"] == {
        "Förnamn": "Åsa", "Efternamn": "Ångström", "Titel": "Chef", "Part": "Exempelmyndigheten", "Telefon": "08-1",
        "Mobil": "070-2", "E-post": "asa@vi.example", "Funktionsbrevlåda": "lon@vi.example",
        "Anteckningar": "Ring före lunch",
    }  # fmt: skip
    assert found["Uppdrag"] == [{"Uppdrag": "taktisk nivå", "Från": "2024-01-01"}]
    (told,) = found["Rätt att beställa"]  # type: ignore[misc]
    assert told == {"Omfattning": "alla tjänsteområden", "Underlag": "Beslut 7", "Till": "2027-01-01"}


def test_what_the_person_took_part_in_and_undertook_stands_there(register: Register) -> None:
    asa = person()
    meeting = tactical_meeting()
    seat = Participant(id=new_id(), meeting_id=meeting.id, contact_id=asa.id, attendance=Attendance.REMOTE)
    presenter = Presenter(contact_id=asa.id, name="Åsa Ångström")
    item = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter", presenter=presenter)
    action = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Ring", party=Party.AGENCY,
                    owner="ÅSA  ångström")  # fmt: skip
    theirs = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Deras", party=Party.SSC,
                    owner="Åsa Ångström")  # fmt: skip
    decision = Decision(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Ja", decided_on=DAY,
                        decided_by="Åsa Ångström")  # fmt: skip
    notice = ContactNotice(id=new_id(), title="Åsa slutar", effective_on=DAY, made_on=DAY, contact_id=asa.id)
    register.put(
        ContactRecord.of(asa), MeetingRecord.of(meeting), ParticipantRecord.of(seat), AgendaItemRecord.of(item),
        ActionRecord.of(action), ActionRecord.of(theirs), DecisionRecord.of(decision), ContactNoticeRecord.of(notice),
    )  # fmt: skip
    found = extract(register, asa.id)
    assert [each["Närvaro"] for each in found["Möten"]] == ["På distans"]  # type: ignore[attr-defined]
    assert [each["Punkt"] for each in found["Punkter på dagordningar"]] == ["Avgifter"]  # type: ignore[attr-defined]
    assert [each["Åtgärd"] for each in found["Åtgärder"]] == ["Ring"]  # type: ignore[attr-defined]
    assert [each["Beslut"] for each in found["Beslut"]] == ["Ja"]  # type: ignore[attr-defined]
    assert [each["Anmälan"] for each in found["Anmälda ändringar"]] == ["Åsa slutar"]  # type: ignore[attr-defined]


def test_texts_that_name_the_person_are_found_and_private_ones_never(register: Register) -> None:
    asa = person()
    meeting = tactical_meeting()
    item = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter")
    register.put(
        ContactRecord.of(asa),
        MeetingRecord.of(meeting),
        AgendaItemRecord.of(item),
        ItemNoteRecord.of(ItemNote(item_id=item.id, text="åsa\nångström redogjorde")),
        PreparationRecord.of(Preparation(item_id=item.id, text="Åsa Ångström vet inte")),
        BankedItemRecord.of(BankedItem(id=new_id(), level=Level.TACTICAL, title="Åsa Ångström", added_on=DAY)),
    )
    register.matter("2026-1", MatterKind.QUESTION, Level.TACTICAL, description="Ringde ÅSA ÅNGSTRÖM i går")
    register.matter("2026-2", MatterKind.QUESTION, Level.TACTICAL, description="Åsa Ångströmsson")
    found = extract(register, asa.id)["Texter som nämner namnet"]
    assert found == [
        {"Var": "Anteckningen, text", "Dag": "2026-12-01", "Text": "åsa ångström redogjorde"},
        {"Var": "Ärendet, beskrivning", "Dag": "2026-10-01", "Text": "Ringde ÅSA ÅNGSTRÖM i går"},
    ]


def test_lists_from_the_other_party_are_told_whatever_their_shape(register: Register) -> None:
    asa = person(party=Party.SSC, phone="026-12 34 56")
    content = {
        "rows": [
            {"given_name": "Åsa", "family_name": "Ångström", "title": "Chef"},
            {"name": "Per", "phone": "+46 26 12 34 56"},
            {"name": "Eva", "phone": "026-99 99 99"},
        ]
    }
    kept = ReceivedList(id=new_id(), file_name="lista.xlsx", read_on=DAY, content=json.dumps(content))
    register.put(ContactRecord.of(asa), ReceivedListRecord.of(kept))
    found = extract(register, asa.id)["Mottagna kontaktförteckningar"]
    assert [each["Uppgifter"] for each in found] == [  # type: ignore[attr-defined]
        "given_name: Åsa\nfamily_name: Ångström\ntitle: Chef",
        "name: Per\nphone: +46 26 12 34 56",
    ]


def test_history_and_those_merged_into_the_person_are_part_of_it(register: Register) -> None:
    asa, other = person(), person("Asa", "Angstrom", email="aa@vi.example")
    register.put(ContactRecord.of(asa), ContactRecord.of(other))
    Contacts(register.database).change(asa.id, phone="08-123 45 60")
    Duplicates(register.database).merge(asa.id, other.id)
    register.matter("2026-1", MatterKind.QUESTION, Level.TACTICAL, description="Asa Angstrom ringde")
    found = extract(register, asa.id)
    assert {"Uppgift": "E-post", "Innehåll": "aa@vi.example"} in found["Sammanslagna kontakter"]  # type: ignore[operator]
    assert len(found["Texter som nämner namnet"]) == 1  # type: ignore[arg-type]
    happened = [(each["Uppgift"], each.get("Efter")) for each in found["Historik"]]  # type: ignore[attr-defined]
    assert ("Telefon", "08-123 45 60") in happened
    assert ("E-post", "aa@vi.example") in happened


def test_the_document_says_the_same(register: Register) -> None:
    asa = person()
    register.put(ContactRecord.of(asa))
    made = PersonalData(register.database, lambda: DAY).extract(asa.id)
    assert made.file_name == "Registerutdrag Åsa Ångström 2026-11-24.pdf"
    assert made.pdf.startswith(b"%PDF")


def test_an_agency_without_a_name_is_told(register: Register) -> None:
    asa = person()
    register.put(ContactRecord.of(asa))
    with register.database.writing(Act("test.remove")) as session:
        for record in session.query(AgreementRecord):
            session.delete(record)
    with pytest.raises(InputError, match="Dokument måste ange myndigheten"):
        PersonalData(register.database).extract(asa.id)


def test_a_long_text_is_told_in_parts() -> None:
    long = "x " * 400 + "Åsa Ångström" + " y" * 400
    (part,) = snippets(long, "åsa ångström", around=10)
    assert part == "…x x x x x Åsa Ångström y y y y y…"

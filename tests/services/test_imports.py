"""Imports of the real files into a real, encrypted register: shown first, done once, taken back whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Contact
from desktop.domain.forum import Forum
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.importing import ImportKind, ImportPreview, RowAction
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.meetings.agenda import AgendaItem, Source, SourceKind
from desktop.domain.meetings.invitation import Invitation
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState
from desktop.domain.meetings.notes import NotesVersion
from desktop.domain.organisation import OrganisationNumber
from desktop.errors import FileError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact import ContactRecord
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord
from desktop.models.notes import NotesVersionRecord
from desktop.models.records import RECORDS
from desktop.services.agreements import Agreements
from desktop.services.contacts.contacts import Contacts
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.matters.matters import Matters
from desktop.services.meetings.meetings import Meetings
from tests.data_files import CONTACTS, INVITATION, MATTERS, SERVICE_LEVELS
from tests.exchange.making import CONTACT_HEADER, MATTER_HEADER, invitation, workbook
from tests.services.conftest import Register

FILES = (CONTACTS, MATTERS, INVITATION)
NUMBER = OrganisationNumber("202100-3153")


@pytest.fixture
def imports(register: Register) -> Imports:
    return Imports(register.database)


def everything(register: Register) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but history."""
    with register.database.reading() as session:
        return {
            kind.__tablename__: sorted(
                (
                    {column.key: getattr(record, column.key) for column in kind.__table__.columns}
                    for record in session.scalars(select(kind))
                ),
                key=lambda row: str(row["id"]),
            )
            for kind in RECORDS
        }


def bring(imports: Imports, *paths: Path) -> None:
    for path in paths:
        imports.apply(imports.preview(path))


def detail(preview: ImportPreview, subject: str) -> tuple[RowAction, str]:
    (row,) = [row for row in preview.rows if row.subject.startswith(subject)]
    return row.action, row.detail


def person(register: Register, name: str) -> Contact:
    (found,) = [contact for contact in Contacts(register.database).all() if contact.name == name]
    return found


def only_meeting(register: Register) -> MeetingFile:
    with register.database.reading() as session:
        (meeting_id,) = session.scalars(select(MeetingRecord.id))
    return Meetings(register.database).get(meeting_id)


@pytest.mark.parametrize(
    ("path", "kind"),
    [(CONTACTS, ImportKind.CONTACTS), (MATTERS, ImportKind.MATTERS), (INVITATION, ImportKind.INVITATION)],
)
def test_a_preview_writes_nothing(path: Path, kind: ImportKind, register: Register, imports: Imports) -> None:
    before = everything(register)
    preview = imports.preview(path)
    assert preview.kind is kind
    assert preview.file_name == path.name
    assert everything(register) == before


def test_the_contact_list_fills_an_empty_register(register: Register, imports: Imports) -> None:
    preview = imports.preview(CONTACTS)
    assert preview.headline == "Kontaktförteckning, version 2026-09-02: 13 nya kontakter"
    assert [row.row for row in preview.rows if row.row] == [*range(6, 20), 21]
    assert detail(preview, "Anna Andersson") == (
        RowAction.CREATE,
        "taktisk nivå (Lön, Ekonomi, E-handel) · behörig beställare (Lön, Ekonomi, E-handel)",
    )
    assert preview.count(RowAction.SKIP) == 1
    assert imports.apply(preview).sentence == "13 kontakter lades till."
    contacts = Contacts(register.database).all()
    assert [contact.family_name for contact in contacts][-5:] == ["Sund", "Åkesson", "Ångström-Öhrn", "Öberg", "Öst"]
    assert person(register, "Åsa Ångström-Öhrn").confirmed_on == date(2026, 9, 2)
    names = {area.id: area.name for area in Agreements(register.database).areas()}
    assert sorted(names.values()) == ["E-handel", "Ekonomi", "Lön"]
    ali = person(register, "Ali Hassan")
    assert {(role.level, names[role.area_id]) for role in ali.assignments if role.area_id} == {
        (Level.OPERATIONAL, "Lön"),
        (Level.OPERATIONAL, "E-handel"),
    }
    rights = person(register, "Anna Andersson").orderer_rights
    assert len(rights) == 3
    assert {right.evidence for right in rights} == {f"Kontaktförteckning {CONTACTS.name}, version 2026-09-02"}
    agreement = Agreements(register.database).get()
    assert agreement is not None
    assert (agreement.agency_name, agreement.agency_number) == ("Exempelmyndigheten", NUMBER)


def test_the_list_of_matters(register: Register, imports: Imports) -> None:
    bring(imports, CONTACTS)
    preview = imports.preview(MATTERS)
    assert "Grad betydande läst ur beskrivningen" in detail(preview, "2026-014")[1]
    assert imports.apply(preview).sentence == "7 ärenden lades till."
    matters = {matter.number: matter for matter in Matters(register.database).rows(open_only=False)}
    assert len(matters) == 7
    assert len(Agreements(register.database).areas()) == 3
    incident = matters["2026-014"]
    assert (incident.grade, incident.is_escalated, incident.escalated_on) == (Grade.SIGNIFICANT, True, None)
    assert incident.lacks_report
    assert str(incident.cost) == "1\u00a0204\u00a0331\u00a0kr"
    assert not matters["2026-011"].is_escalated
    assert matters["2026-003"].status is MatterStatus.CLOSED


def test_the_invitation_makes_the_meeting(register: Register, imports: Imports) -> None:
    bring(imports, CONTACTS)
    agreements = Agreements(register.database)
    agreement = agreements.get()
    assert agreement is not None
    agreements.save(replace(agreement, own_registry_number="DNR 1", ssc_registry_number="SSC 2"))
    result = imports.apply(imports.preview(INVITATION))
    file = only_meeting(register)
    assert result.meeting_id == file.meeting.id
    assert (file.meeting.starts_at, file.meeting.ends_at) == (
        datetime(2026, 12, 1, 12, tzinfo=UTC),
        datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
    )
    assert (file.meeting.level, file.meeting.state, file.meeting.convener) == (
        Level.TACTICAL,
        MeetingState.AGENDA_AVAILABLE,
        Party.SSC,
    )
    assert (file.meeting.own_registry_number, file.meeting.ssc_registry_number) == ("DNR 1", "SSC 2")
    people = {participant.name: participant for participant in file.participants}
    assert set(people) == {"Per Holmér", "Anna Andersson", "Birgitta Åkesson", "Sara Berg"}
    assert people["Per Holmér"].contact_id == person(register, "Per Holmér").id
    assert (people["Sara Berg"].required, people["Sara Berg"].party) == (False, Party.AGENCY)
    assert [(point.number, point.text) for point in file.received] == [
        (1, "Inledning"),
        (2, "Föregående minnesanteckningar"),
        (3, "Tjänsteleverans kvartal 3"),
        (4, "Avgifter 2027"),
        (5, "Övriga frågor"),
    ]


def test_without_contacts_the_participants_are_kept_as_names(register: Register, imports: Imports) -> None:
    preview = imports.preview(INVITATION)
    assert detail(preview, "Per Holmér")[0] is RowAction.CREATE
    bring(imports, INVITATION)
    assert {(one.name, one.contact_id, one.party) for one in only_meeting(register).participants} >= {
        ("Per Holmér", None, None)
    }
    bring(imports, CONTACTS, INVITATION)  # now they are known, and the same participants become contacts
    participants = only_meeting(register).participants
    assert len(participants) == 4
    assert all(one.contact_id and one.party for one in participants)


@pytest.mark.parametrize("path", FILES)
def test_a_second_import_changes_nothing(path: Path, register: Register, imports: Imports) -> None:
    bring(imports, *FILES)
    before = everything(register)
    history = History(register.database)
    preview = imports.preview(path)
    assert {row.action for row in preview.rows} <= {RowAction.MATCH, RowAction.SKIP}
    assert imports.apply(preview).sentence == "Allt fanns redan."
    assert everything(register) == before
    assert history.undoable() is None


@pytest.mark.parametrize("path", FILES)
def test_one_undo_takes_the_whole_import_back(path: Path, register: Register, imports: Imports) -> None:
    bring(imports, *FILES[: FILES.index(path)])
    before = everything(register)
    history = History(register.database)
    bring(imports, path)
    assert everything(register) != before
    assert history.undo() == Act(f"import.{imports.preview(path).kind}", path.name)
    assert everything(register) == before
    assert history.undoable() is None


def test_a_preview_that_is_old_is_planned_anew(register: Register, imports: Imports) -> None:
    first, second = imports.preview(MATTERS), imports.preview(MATTERS)
    imports.apply(first)
    assert imports.apply(second).sentence == "Allt fanns redan."
    assert Matters(register.database).count(open_only=False) == 7


def test_service_levels_are_refused(imports: Imports) -> None:
    with pytest.raises(FileError, match="servicenivåer"):
        imports.preview(SERVICE_LEVELS)


def row(**cells: object) -> list[object]:
    anna = ["Exempelmyndigheten", "Taktisk", "Lön", "Andersson", "Anna", "", "08-123 45 60",
            "anna.andersson@exempelmyndigheten.example", None]  # fmt: skip
    names = ["part", "roll", "område", "efternamn", "förnamn", "titel", "telefon", "epost", "från"]
    return [cells.get(name, cell) for name, cell in zip(names, anna, strict=True)]


def contact_list(folder: Path, *rows: Sequence[object], title: str = "Version 2026-10-01") -> Path:
    return workbook(folder, Blad=[[title], CONTACT_HEADER, *rows])


def test_what_the_file_knows_better_is_shown_and_taken(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, CONTACTS)
    path = contact_list(tmp_path, row(telefon="08-2", roll="Strategisk", område=None))
    preview = imports.preview(path)
    assert detail(preview, "Anna Andersson") == (
        RowAction.UPDATE,
        "telefon: 08-123 45 60 → 08-2; bekräftad: 2026-09-02 → 2026-10-01; nytt uppdrag: strategisk nivå",
    )
    imports.apply(preview)
    anna = person(register, "Anna Andersson")
    assert (anna.phone, anna.title, len(anna.assignments)) == ("08-2", "Ekonomichef", 4)


def test_the_same_number_written_otherwise_is_no_difference(imports: Imports, tmp_path: Path) -> None:
    bring(imports, CONTACTS)
    path = contact_list(tmp_path, row(telefon="+46 (0)8 123 45 60", epost="ANNA.andersson@exempelmyndigheten.example"),
                        title="Version 2026-01-01")  # fmt: skip
    assert detail(imports.preview(path), "Anna") == (RowAction.MATCH, "finns redan")


def test_a_new_address_is_matched_by_name_within_the_party(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    bring(imports, CONTACTS)
    path = contact_list(tmp_path, row(epost="ny@exempelmyndigheten.example"), row(part="SSC", epost="anna@ssc.example"))
    bring(imports, path)
    annas = [contact for contact in Contacts(register.database).all() if contact.family_name == "Andersson"]
    assert {(anna.party, anna.email) for anna in annas} == {
        (Party.AGENCY, "ny@exempelmyndigheten.example"),
        (Party.SSC, "anna@ssc.example"),
    }


def test_a_namesake_does_not_take_the_one_whose_address_is_in_the_list(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    bring(imports, CONTACTS)
    bring(imports, contact_list(tmp_path, row(epost="anna2@exempelmyndigheten.example"), row()))
    emails = {contact.email for contact in Contacts(register.database).all() if contact.given_name == "Anna"}
    assert emails == {"anna2@exempelmyndigheten.example", "anna.andersson@exempelmyndigheten.example"}


def test_another_name_at_a_known_address_is_told(imports: Imports, tmp_path: Path) -> None:
    bring(imports, CONTACTS)
    preview = imports.preview(contact_list(tmp_path, row(efternamn="Nyberg")))
    assert "namn: Anna Andersson → Anna Nyberg" in detail(preview, "Anna Nyberg")[1]
    assert "samma person" in preview.problems[0].sentence


def test_the_agreement_is_filled_in_only_once(register: Register, imports: Imports, tmp_path: Path) -> None:
    agreements = Agreements(register.database)
    agreements.save(Agreement(agency_name="Vår myndighet", agency_number=OrganisationNumber("202100-5489")))
    preview = imports.preview(CONTACTS)
    assert "registret Vår myndighet (202100-5489)" in preview.problems[0].sentence
    imports.apply(preview)
    agreement = agreements.get()
    assert agreement is not None
    assert agreement.agency_name == "Vår myndighet"


def matter_list(folder: Path, **cells: object) -> Path:
    values = {"Nr": "2026-012", "Rubrik": "Sena kundfakturor i september", "Typ": "Leveransbrist", **cells}
    return workbook(folder, Blad=[MATTER_HEADER, [values.get(name) for name in MATTER_HEADER]])


def test_a_known_matter_gets_what_differs_and_keeps_the_rest(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    bring(imports, MATTERS)
    preview = imports.preview(matter_list(tmp_path, Kostnad="86 000 kr", Nivå="Taktisk", Status="Avslutad"))
    assert detail(preview, "2026-012") == (
        RowAction.UPDATE,
        "nivå: operativ nivå → taktisk nivå; kostnad: 86\u00a0000\u00a0kr; status: öppen → avslutad",
    )
    imports.apply(preview)
    (matter,) = [one for one in Matters(register.database).rows(open_only=False) if one.number == "2026-012"]
    assert (matter.support_case, matter.level, matter.is_open) == ("CS0047102", Level.TACTICAL, False)
    assert matter.reported_on == date(2026, 10, 6)


def test_a_closed_matter_is_not_reopened_in_silence(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, MATTERS)
    preview = imports.preview(
        matter_list(tmp_path, Nr="2026-003", Rubrik="Fel OB-tillägg i februarilönen", Status="Öppen")
    )
    assert detail(preview, "2026-003")[0] is RowAction.MATCH
    assert any("öppnas inte igen" in problem.sentence for problem in preview.problems)
    imports.apply(preview)
    (matter,) = [one for one in Matters(register.database).rows(open_only=False) if one.number == "2026-003"]
    assert not matter.is_open


def test_our_own_grade_is_kept(register: Register, imports: Imports) -> None:
    register.matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL, grade=Grade.SERIOUS)
    bring(imports, MATTERS)
    with register.database.reading() as session:
        (record,) = session.scalars(select(MatterRecord).where(MatterRecord.number == "2026-014"))
        assert record.grade is Grade.SERIOUS


def invite(folder: Path, *more: str, title: str = "Taktiskt möte", hour: int = 12, method: str = "REQUEST") -> Path:
    lines = [
        "UID:1@ssc.example",
        f"SUMMARY:{title}",
        f"DTSTART:20261201T{hour}0000Z",
        f"DTEND:20261201T{hour + 1}0000Z",
    ]
    return invitation(folder, *lines, *more, method=method)


def points(*texts: str) -> str:
    return "DESCRIPTION:Dagordning:" + "".join(f"\\n{n}. {text}" for n, text in enumerate(texts, 1))


def test_a_newer_invitation_updates_the_same_meeting(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, invite(tmp_path, points("Ett", "Två", "Tre")))
    before = only_meeting(register)
    item = AgendaItem(id=new_id(), meeting_id=before.meeting.id, position=0, title="Vår punkt",
                      source=Source(SourceKind.RECEIVED, before.received[2].id))  # fmt: skip
    register.put(AgendaItemRecord.of(item))
    preview = imports.preview(invite(tmp_path, "SEQUENCE:1", "LOCATION:Sal 2", points("Tre", "Nytt"), hour=14))
    assert (
        detail(preview, "Taktiskt möte")[1]
        .replace("\u00a0", " ")
        .startswith("tid: tis 1 december 2026 kl. 13.00–14.00 → tis 1 december 2026 kl. 15.00–16.00; plats: Sal 2")
    )
    imports.apply(preview)
    after = only_meeting(register)
    assert after.meeting.id == before.meeting.id
    assert (after.meeting.starts_at - before.meeting.starts_at, after.meeting.place) == (timedelta(hours=2), "Sal 2")
    assert [(point.number, point.text) for point in after.received] == [(1, "Tre"), (2, "Nytt")]
    assert after.received[0].id == before.received[2].id
    with register.database.reading() as session:
        assert session.get_one(AgendaItemRecord, item.id).to_value() == item


def test_an_older_invitation_is_passed_over(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, invite(tmp_path, "SEQUENCE:3"))
    preview = imports.preview(invite(tmp_path, "SEQUENCE:2", hour=15))
    assert detail(preview, "Taktiskt möte") == (RowAction.SKIP, "En nyare version av kallelsen är redan inläst.")
    before = everything(register)
    imports.apply(preview)
    assert everything(register) == before


def test_a_meeting_with_finalised_notes_is_left_as_it_is(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, invite(tmp_path, points("Ett")))
    version = NotesVersion(
        id=new_id(), meeting_id=only_meeting(register).meeting.id, number=1, finalised_by="provaren",
        finalised_at=datetime(2026, 12, 2, tzinfo=UTC), content="{}", digest="",
    )  # fmt: skip
    register.put(NotesVersionRecord.of(version))
    preview = imports.preview(invite(tmp_path, "SEQUENCE:1", points("Nytt"), hour=14))
    words = "Mötets anteckningar är fastställda, så mötet ändras inte."
    assert detail(preview, "Taktiskt möte") == (RowAction.SKIP, words)
    before = everything(register)
    imports.apply(preview)
    assert everything(register) == before


def test_a_cancellation_keeps_everything_and_only_a_newer_invitation_undoes_it(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    bring(imports, invite(tmp_path, points("Ett"), "ATTENDEE;CN=Bo Ek:mailto:bo@x.example"))
    bring(imports, invite(tmp_path, "SEQUENCE:1", method="CANCEL"))
    file = only_meeting(register)
    assert file.meeting.state is MeetingState.CANCELLED
    assert (len(file.received), len(file.participants)) == (1, 1)
    bring(imports, invite(tmp_path, "SEQUENCE:1"))
    assert only_meeting(register).meeting.state is MeetingState.CANCELLED
    bring(imports, invite(tmp_path, "SEQUENCE:2"))
    assert only_meeting(register).meeting.state is MeetingState.AGENDA_AVAILABLE, "its points had been received"


def test_cancelling_what_is_not_there_is_passed_over(register: Register, imports: Imports, tmp_path: Path) -> None:
    preview = imports.preview(invite(tmp_path, method="CANCEL"))
    assert preview.rows[0].action is RowAction.SKIP
    imports.apply(preview)
    with register.database.reading() as session:
        assert list(session.scalars(select(MeetingRecord))) == []


def test_a_title_without_level_is_told_and_a_customer_council_needs_none(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    assert "taktisk nivå" in imports.preview(invite(tmp_path, title="Avstämning")).problems[0].sentence
    preview = imports.preview(invite(tmp_path, title="Kundråd 2026"))
    assert "Kundråd" in preview.rows[0].detail
    assert not preview.problems
    imports.apply(preview)
    file = only_meeting(register)
    assert (file.forum, file.meeting.is_council, file.meeting.level) == (Forum.COUNCIL, True, Level.STRATEGIC)


def test_the_area_and_the_party_are_recognised(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, CONTACTS)
    us = "ORGANIZER;CN=Ny Person:mailto:ny.person@exempelmyndigheten.example"
    bring(imports, invite(tmp_path, us, title="Operativt möte, lön"))
    file = only_meeting(register)
    assert (file.area_name, file.meeting.convener) == ("Lön", Party.AGENCY)
    assert file.participants[0].party is Party.AGENCY


def test_only_what_preview_gave_can_be_applied(imports: Imports) -> None:
    preview = imports.preview(MATTERS)
    with pytest.raises(TypeError):
        imports.apply(replace(preview, content="något annat"))


def test_two_meetings_of_one_file_are_one_change(register: Register, imports: Imports, tmp_path: Path) -> None:
    second = ("END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:Operativt möte", "DTSTART:20261202T120000Z")
    preview = imports.preview(invite(tmp_path, *second))
    assert isinstance(preview.content, Invitation)
    assert preview.headline.endswith("och 1 till")
    history = History(register.database)
    imports.apply(preview)
    history.undo()
    assert everything(register)["meeting"] == []


def test_a_participant_without_contact_is_known_by_name(register: Register, imports: Imports, tmp_path: Path) -> None:
    person_id = new_id()
    register.put(ContactRecord.of(Contact(id=person_id, party=Party.SSC, given_name="Bo", family_name="Ek")))
    bring(imports, invite(tmp_path, 'ATTENDEE;CN="Ek, Bo":mailto:bo@x.example'))
    (bo,) = only_meeting(register).participants
    assert (bo.contact_id, bo.email, bo.party) == (person_id, "bo@x.example", Party.SSC)


def test_a_planned_meeting_keeps_its_level_when_it_is_updated(
    register: Register, imports: Imports, tmp_path: Path
) -> None:
    starts = datetime(2026, 12, 1, 12, tzinfo=UTC)
    meeting = Meeting(
        id=new_id(),
        title="Avstämning",
        level=Level.STRATEGIC,
        calendar_uid="1@ssc.example",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
    )
    register.put(MeetingRecord.of(meeting))
    bring(imports, invite(tmp_path, title="Taktiskt möte"))
    after = only_meeting(register).meeting
    assert (after.level, after.title, after.state) == (Level.STRATEGIC, "Taktiskt möte", MeetingState.CONVENED)


def test_one_person_under_two_addresses_takes_part_once(register: Register, imports: Imports, tmp_path: Path) -> None:
    bring(imports, CONTACTS)
    people = (
        "ATTENDEE;ROLE=OPT-PARTICIPANT;CN=Sara Berg:mailto:sara.berg@exempelmyndigheten.example",
        "ATTENDEE;CN=Sara Berg:mailto:sara@hem.example",
    )
    bring(imports, invite(tmp_path, *people))
    (sara,) = only_meeting(register).participants
    assert not sara.required
    assert {row.action for row in imports.preview(invite(tmp_path, *people)).rows} == {RowAction.MATCH}


def test_a_role_that_gets_its_date_from_a_later_row(register: Register, imports: Imports, tmp_path: Path) -> None:
    path = contact_list(tmp_path, row(), row(från=date(2024, 1, 1)))
    bring(imports, path)
    (role,) = person(register, "Anna Andersson").assignments
    assert role.starts_on == date(2024, 1, 1)
    assert imports.preview(path).rows[0].action is RowAction.MATCH

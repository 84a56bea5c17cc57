"""After anonymising, the name stands only where the log says that it is kept (R12, R39)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_notice import ContactNotice, NoticeChannel
from desktop.domain.contacts.disposal import ANONYMOUS, DisposalKind
from desktop.domain.contacts.received_list import ReceivedList
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Preparation, Presenter
from desktop.domain.meetings.closing import CLOSING
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, MeetingStep, Participant
from desktop.errors import ConflictError, InputError
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, ReceivedListRecord
from desktop.models.database import Database
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.contacts.personal_data import PersonalData
from desktop.services.history import History
from desktop.services.meetings.notes_versions import NotesVersions
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 12, 2)
BASIS = "Gallringsbeslut EXM 2026/200"
NAME, OLD_NAME = "Åsa Ångström-Öhrn", "Åsa Öhrn"
MARKS = (
    "Ångström-Öhrn", OLD_NAME, "asa@vi.example", "asa.ohrn@vi.example", "08-555 11 22", "070-555 33 44",
    "Ring före lunch", "asa2@vi.example", "Ekonomihandläggare", "Asa Angstrom",
)  # fmt: skip


class Scene:
    """A register with one person everywhere a person can stand."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.service = PersonalData(register.database, lambda: DAY)
        self.contacts = Contacts(register.database, lambda: DAY)
        register.put(AgreementRecord.of(Agreement(agency_name="Exempelmyndigheten")))
        self.asa = self._person()
        self.fixed, self.open = self._meeting(), self._meeting()
        self._written()
        self._notices()
        closed = MeetingStep(id=new_id(), meeting_id=self.fixed.id, state=CLOSING, taken_on=DAY, party=Party.AGENCY)
        register.put(MeetingStepRecord.of(closed))
        NotesVersions(register.database).finalise(self.fixed.id)

    def _person(self) -> Contact:
        asa = Contact(
            id=new_id(), party=Party.AGENCY, given_name="Åsa", family_name="Öhrn", title="Ekonomihandläggare",
            phone="08-555 11 22", mobile="070-555 33 44", email="asa.ohrn@vi.example",
            function_email="ekonomi@vi.example", notes="Ring före lunch",
        )  # fmt: skip
        twin = Contact(id=new_id(), party=Party.AGENCY, given_name="Asa", family_name="Angstrom",
                       email="asa2@vi.example")  # fmt: skip
        deputised = Contact(id=new_id(), party=Party.AGENCY, given_name="Lisa", family_name="Ek", deputy_id=asa.id)
        role = Assignment(id=new_id(), contact_id=asa.id, level=Level.TACTICAL, starts_on=date(2024, 1, 1))
        right = AuthorisedOrderer(id=new_id(), contact_id=asa.id, evidence=f"Beslut om {NAME}")
        self.register.put(*map(ContactRecord.of, (asa, twin, deputised)))
        self.register.put(AssignmentRecord.of(role), AuthorisedOrdererRecord.of(right))
        self.contacts.change(asa.id, family_name="Ångström-Öhrn", email="asa@vi.example")
        Duplicates(self.register.database, lambda: DAY).merge(asa.id, twin.id)
        self.lisa, self.twin = deputised, twin
        return self.contacts.get(asa.id)

    def _meeting(self) -> Meeting:
        meeting = tactical_meeting()
        seat = Participant(id=new_id(), meeting_id=meeting.id, contact_id=self.asa.id, name=NAME, party=Party.AGENCY,
                           email="asa@vi.example", title="Ekonomihandläggare")  # fmt: skip
        guest = Participant(id=new_id(), meeting_id=meeting.id, name="Per Holmér", party=Party.AGENCY,
                            replaced_by=NAME)  # fmt: skip
        item = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter",
                          presenter=Presenter(contact_id=self.asa.id, name=NAME),
                          state=ItemState.DEALT_WITH)  # fmt: skip
        action = Action(id=new_id(), meeting_id=meeting.id, level=Level.TACTICAL, text="Ring", party=Party.AGENCY,
                        owner=NAME.upper())  # fmt: skip
        decision = Decision(id=new_id(), meeting_id=meeting.id, level=Level.TACTICAL, text="Ja", decided_on=DAY,
                            decided_by=f"{NAME} och Per")  # fmt: skip
        self.register.put(
            MeetingRecord.of(meeting), ParticipantRecord.of(seat), ParticipantRecord.of(guest),
            AgendaItemRecord.of(item), ActionRecord.of(action), DecisionRecord.of(decision),
        )  # fmt: skip
        return meeting

    def _written(self) -> None:
        gone = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="x", party=Party.AGENCY, owner=OLD_NAME)
        self.register.put(ActionRecord.of(gone))
        with self.register.database.writing(Act("action.remove", OLD_NAME)) as session:
            session.delete(session.get_one(ActionRecord, gone.id))
        listed = {"contacts": [{"party": "agency", "given_name": "Åsa", "family_name": "Ångström-Öhrn",
                                "email": "asa@vi.example"}, {"given_name": "Eva", "family_name": "Ek"}]}  # fmt: skip
        kept = ReceivedList(
            id=new_id(), file_name="a.xlsx", read_on=DAY, content=json.dumps(listed, ensure_ascii=False)
        )
        self.register.put(ReceivedListRecord.of(kept))

    def _notices(self) -> None:
        known = json.dumps({"given_name": "Åsa", "email": "asa.ohrn@vi.example"})
        notice = ContactNotice(id=new_id(), title=f"{NAME} slutar", body=f"{NAME}\nasa@vi.example", effective_on=DAY,
                               made_on=DAY, contact_id=self.asa.id, known=known)  # fmt: skip
        told = replace(notice, id=new_id(), announced_on=DAY, channel=NoticeChannel.CUSTOMER_WEB)
        self.register.put(ContactNoticeRecord.of(notice), ContactNoticeRecord.of(told))
        self.announced = told

    def anonymise(self) -> None:
        self.service.end(self.asa.id, DAY, BASIS)
        self.service.anonymise(self.asa.id, BASIS)


@pytest.fixture
def scene(register: Register) -> Scene:
    return Scene(register)


def standing(database: Database, marks: tuple[str, ...] = MARKS) -> Iterator[tuple[str, str, str, str]]:
    """Where a mark stands in the whole of the file, as it is once decrypted: table, column, field of history, text."""
    with database.reading() as session:
        connection = session.connection()
        tables = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        for table in tables:
            for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608 - our own tables
                for column, value in row.items():
                    said = str(value).casefold()
                    if any(mark.casefold() in said for mark in marks):
                        yield table, column, str(row.get("field", "")), str(value)


def test_the_name_is_left_only_where_the_log_says(scene: Scene) -> None:
    database = scene.register.database
    before = {(table, column) for table, column, _, _ in standing(database)}
    assert {("contact", "family_name"), ("change", "subject"), ("received_list", "content")} <= before
    scene.anonymise()
    left = {(table, column) for table, column, _, _ in standing(database) if table != "change_field"}
    assert left == {
        ("participant", "name"), ("participant", "email"), ("participant", "title"), ("participant", "replaced_by"),
        ("agenda_item", "presenter_name"), ("action", "owner"), ("decision", "decided_by"),
        ("notes_version", "content"), ("contact_notice", "title"), ("contact_notice", "body"),
    }  # fmt: skip
    with database.reading() as session:
        for kind in (ParticipantRecord, AgendaItemRecord, ActionRecord, DecisionRecord):
            for record in session.query(kind):
                if any(mark.casefold() in str(vars(record)).casefold() for mark in MARKS):
                    assert record.meeting_id == scene.fixed.id
        for notice in session.query(ContactNoticeRecord):
            assert (NAME in notice.title) is (notice.id == scene.announced.id)
    (entry, _) = scene.service.log()
    assert entry.disposal.kind is DisposalKind.ANONYMISED
    assert "Taktiskt samverkansmöte 2026-12-01" in entry.disposal.kept
    assert "meddelats motparten" in entry.disposal.kept
    assert NAME not in entry.disposal.kept


def test_history_keeps_the_name_only_for_what_is_kept(scene: Scene) -> None:
    scene.anonymise()
    database = scene.register.database
    with database.reading() as session:
        rows = session.connection().execute(
            text("SELECT table_name, record_id, parent_id, old, new FROM change_field WHERE field <> 'id'")
        )
        left = [row for row in rows if any(mark.casefold() in f"{row.old} {row.new}".casefold() for mark in MARKS)]
        kept = {scene.fixed.id.hex, scene.announced.id.hex}
        for kind in (ActionRecord, DecisionRecord):
            kept |= {r.id.hex for r in session.query(kind).filter(kind.meeting_id == scene.fixed.id)}
    assert left
    versions = {"notes_version"}
    assert [row for row in left if not ({row.record_id, row.parent_id} & kept or row.table_name in versions)] == []


def test_what_was_finalised_still_fits_its_hash(scene: Scene) -> None:
    scene.anonymise()
    versions = NotesVersions(scene.register.database)
    (version,) = versions.versions(scene.fixed.id)
    assert NAME in version.content
    assert versions.verify(version.id)


def test_roles_and_links_stay_whole(scene: Scene) -> None:
    scene.anonymise()
    left = scene.contacts.get(scene.asa.id)
    assert left.name == ANONYMOUS
    assert (left.anonymised_on, left.ended_on) == (DAY, DAY)
    assert [(role.level, role.starts_on, role.ends_on) for role in left.assignments] == [
        (Level.TACTICAL, date(2024, 1, 1), DAY)
    ]
    assert scene.contacts.get(scene.twin.id).id == scene.asa.id
    assert scene.contacts.get(scene.lisa.id).deputy_id is None


def test_the_rest_of_a_received_list_is_as_it_was(scene: Scene) -> None:
    scene.anonymise()
    with scene.register.database.reading() as session:
        (record,) = session.query(ReceivedListRecord)
        first, second = json.loads(record.content)["contacts"]
    assert first == {"party": "agency", "given_name": "", "family_name": ANONYMOUS, "email": ""}
    assert second == {"given_name": "Eva", "family_name": "Ek"}


def test_undo_does_not_go_behind_it(scene: Scene) -> None:
    history = History(scene.register.database)
    scene.contacts.change(scene.lisa.id, title="Chef")
    scene.anonymise()
    assert history.undoable() is None
    with pytest.raises(ConflictError, match="går inte att ångra"):
        history.undo()
    assert scene.contacts.get(scene.asa.id).name == ANONYMOUS


def test_history_stays_append_only_afterwards(scene: Scene) -> None:
    scene.anonymise()
    for statement in ("UPDATE change SET who = 'x'", "UPDATE change_field SET new = 'x'", "DELETE FROM change_field"):
        with (
            pytest.raises(DBAPIError, match="append-only"),
            scene.register.database.writing(Act("test.break")) as session,
        ):
            session.connection().exec_driver_sql(statement)


def test_what_history_says_of_others_is_untouched(scene: Scene) -> None:
    def told(ids: tuple[UUID, ...]) -> list[tuple[object, ...]]:
        history = History(scene.register.database)
        return [(e.at, e.who, e.field, e.old, e.new) for key in ids for e in history.of(key)]

    others = (scene.lisa.id,)
    before = told(others)
    when = [(e.at, e.who, e.act.verb, e.field) for e in History(scene.register.database).of(scene.asa.id)]
    scene.anonymise()
    assert told(others)[-len(before) :] == before
    after = [(e.at, e.who, e.act.verb, e.field) for e in History(scene.register.database).of(scene.asa.id)]
    assert after[-len(when) :] == when, "who did what and when stays"


def test_nothing_is_changed_when_it_fails_halfway(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.service.end(scene.asa.id, DAY, BASIS)
    before = list(standing(scene.register.database))

    def broken(*_: object) -> str:
        raise RuntimeError("out of power")

    monkeypatch.setattr("desktop.services.contacts.privacy.anonymising.Plan.told", broken)
    with pytest.raises(RuntimeError, match="out of power"):
        scene.service.anonymise(scene.asa.id, BASIS)
    assert list(standing(scene.register.database)) == before
    test_history_refuses_change(scene)


def test_history_refuses_change(scene: Scene) -> None:
    with (
        pytest.raises(DBAPIError, match="append-only"),
        scene.register.database.writing(Act("test.break")) as session,
    ):
        session.connection().exec_driver_sql("UPDATE change SET subject = 'x'")


def test_the_preview_says_the_same_and_names_free_text(scene: Scene) -> None:
    scene.register.matter("2026-1", MatterKind.QUESTION, Level.TACTICAL, description=f"Ringde {NAME}")
    with scene.register.database.reading() as session:
        item = session.query(AgendaItemRecord).filter(AgendaItemRecord.meeting_id == scene.open.id).one()
        preparation = Preparation(item_id=item.id, text=f"{NAME} vet")
    scene.register.put(PreparationRecord.of(preparation))
    preview = scene.service.preview(scene.asa.id)
    assert preview.cannot.startswith("Bara en avslutad kontakt")
    assert "Namnet i 2 deltagarplatser i möten utan fastställda anteckningar." in preview.removed
    assert any("även hos 1 sammanslagen kontakt" in line for line in preview.removed)
    assert any("ärendet, beskrivning 2026-10-01" in line for line in preview.kept)
    assert "Eget arbetsmaterial som nämner namnet ändras inte: ett ställe." in preview.kept
    scene.anonymise()
    assert scene.service.log()[0].disposal.kept.splitlines() == list(preview.kept)
    assert scene.service.preview(scene.asa.id).cannot == "Kontakten är redan anonymiserad."


def test_a_namesake_keeps_what_nothing_but_the_name_ties_to_anybody(scene: Scene) -> None:
    twin = Contact(id=new_id(), party=Party.AGENCY, given_name="Åsa", family_name="Ångström-Öhrn")
    scene.register.put(ContactRecord.of(twin))
    scene.anonymise()
    with scene.register.database.reading() as session:
        owners = [action.owner for action in session.query(ActionRecord)]
        seats = [each.name for each in session.query(ParticipantRecord) if each.meeting_id == scene.open.id]
    assert ANONYMOUS not in owners
    assert sorted(seats) == [ANONYMOUS, "Per Holmér"]
    assert scene.contacts.get(twin.id).name == NAME
    assert "En annan kontakt har samma namn" in scene.service.log()[0].disposal.kept


@pytest.mark.parametrize(
    ("more", "basis", "why"),
    [
        ({}, BASIS, "Bara en avslutad"),
        ({"ended_on": DAY}, "", "Grunden saknas"),
        ({"ended_on": DAY, "anonymised_on": DAY}, BASIS, "redan anonymiserad"),
    ],
)
def test_what_cannot_be_anonymised_is_refused(
    register: Register, more: dict[str, object], basis: str, why: str
) -> None:
    person = Contact(id=new_id(), party=Party.SSC, given_name="Erik", **more)  # type: ignore[arg-type]
    register.put(ContactRecord.of(person))
    with pytest.raises(InputError, match=why):
        PersonalData(register.database, lambda: DAY).anonymise(person.id, basis)

"""Finalised notes: fixed, known again, printed as they were, and opened again with a reason (R12)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop.domain.agreement import Agreement
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import Carry
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Attendance, MeetingState
from desktop.errors import ConflictError, InputError, StoreError
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.notes import NotesVersionRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.closings import Closings
from desktop.services.meetings.followups import Followups
from desktop.services.meetings.lives import Lives
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.notes import Notes
from desktop.services.meetings.notes_versions import NotesVersions
from desktop.services.meetings.participants import Participants
from tests.services.conftest import Register, tactical_meeting

NOW = datetime(2026, 12, 2, 8, tzinfo=UTC)
DAY = NOW.date()


class Room:
    """A closed meeting with one item, and everything that can be done to it."""

    def __init__(self, register: Register, **more: object) -> None:
        self.register = register
        database = register.database
        self.meetings, self.agendas, self.notes = Meetings(database), Agendas(database), Notes(database, lambda: DAY)
        self.people = Participants(database)
        self.closings = Closings(database, lambda: DAY)
        self.versions = NotesVersions(database, lambda: NOW)
        self.followups = Followups(database, lambda: DAY)
        self.history = History(database)
        Agreements(database).save(Agreement(agency_name="Exempelmyndigheten"))
        register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
        self.meeting = self.meetings.create(tactical_meeting(**more))
        self.later = self.meetings.create(
            tactical_meeting(
                starts_at=datetime(2027, 1, 5, 12, tzinfo=UTC), ends_at=datetime(2027, 1, 5, 13, tzinfo=UTC)
            )
        )
        self.item = self.agendas.add(self.meeting, "Felaktiga löner")
        self.notes.write(self.item, "SSC rättar felet.")
        self.closings.settle(self.item, ItemState.DEFERRED)
        self.closings.close(self.meeting)

    def finalised_at(self) -> UUID:
        return self.versions.finalise(self.meeting).id

    @property
    def state(self) -> MeetingState:
        return self.meetings.get(self.meeting).meeting.state


@pytest.fixture
def room(register: Register) -> Room:
    return Room(register)


def test_a_version_tells_who_when_and_what(room: Room) -> None:
    draft = room.versions.draft(room.meeting)
    made = room.versions.finalise(room.meeting)
    assert (made.number, made.finalised_at, made.finalised_by, made.reopened_at) == (1, NOW, "provaren", None)
    assert room.versions.versions(room.meeting) == (made,)
    assert room.versions.verify(made.id)
    printed = room.versions.document(made.id)
    assert printed == replace(draft, status="Fastställd, version 1", digest=made.digest, created=NOW)
    assert (printed.items[0].text, printed.items[0].outcome) == ("SSC rättar felet.", "Bordlagd")
    assert room.state is MeetingState.NOTES_AWAITED
    assert room.closings.get(room.meeting).fixed == 1


def test_private_preparation_is_in_no_version(room: Room) -> None:
    room.agendas.prepare(room.item, "Kräv full ersättning")
    made = room.versions.finalise(room.meeting)
    assert "ersättning" not in made.content
    room.agendas.prepare(room.item, "Kräv hälften")  # it is no part of the notes, so it is not fixed


def test_an_old_version_prints_what_it_held(room: Room) -> None:
    first = room.finalised_at()
    before = room.versions.document(first)
    room.versions.reopen(room.meeting, "  Fel belopp \n under punkt 1 ")
    room.notes.write(room.item, "SSC rättar felet i januari.")
    room.meetings.change(room.meeting, title="Nytt namn")
    Agreements(room.register.database).save(Agreement(agency_name="Nya myndigheten"))
    second = room.versions.finalise(room.meeting)
    assert room.versions.document(first) == before
    assert room.versions.document(second.id).items[0].text == "SSC rättar felet i januari."
    assert [(one.number, one.reopened_at, one.reopened_reason) for one in room.versions.versions(room.meeting)] == [
        (2, None, ""),
        (1, NOW, "Fel belopp under punkt 1"),
    ]


def test_nothing_that_the_notes_tell_can_be_changed_while_they_are_fixed(room: Room) -> None:
    level, under = Level.TACTICAL, {"meeting_id": room.meeting, "item_id": room.item}
    decision = Decision(id=new_id(), level=level, text="Rättas", decided_on=DAY, **under)
    action = Action(id=new_id(), level=level, text="Rätta", party=Party.SSC, **under)
    told = Information(id=new_id(), level=level, text="Nytt system", **under)
    room.register.put(DecisionRecord.of(decision), ActionRecord.of(action), InformationRecord.of(told))
    (anna,) = room.meetings.get(room.meeting).participants
    contact = room.register.contact("Ali Hassan", Party.AGENCY, Level.TACTICAL)
    room.finalised_at()
    acts = {
        "item changed": lambda: room.agendas.change(room.item, title="Annat"),
        "item moved": lambda: room.agendas.move(room.item, 0),
        "item removed": lambda: room.agendas.remove(room.item),
        "item added": lambda: room.agendas.add(room.meeting, "Ny"),
        "proposal": lambda: room.agendas.accept(room.meeting, [room.agendas.proposals(room.meeting)[0].key]),
        "note": lambda: room.notes.write(room.item, "Annat"),
        "outcome": lambda: room.closings.settle(room.item, ItemState.STRUCK),
        "outcome in notes": lambda: room.notes.settle(room.item, ItemState.STRUCK),
        "carried away": lambda: room.closings.carry(room.item, room.later, Carry.MOVE),
        "step": lambda: Lives(room.register.database, lambda: DAY).take_back(room.meeting, MeetingState.NOTES_AWAITED),
        "reopened": lambda: room.closings.reopen(room.meeting),
        "attendance": lambda: room.people.attend(anna.id, Attendance.ABSENT),
        "everyone present": lambda: room.people.all_present(room.meeting),
        "participant": lambda: room.people.add(room.meeting, contact.id),
        "participant changed": lambda: room.people.change(anna.id, title="Chef"),
        "guest": lambda: room.people.add_guest(room.meeting, "Ia Lind", "", None),
        "uninvited": lambda: room.people.remove(anna.id),
        "meeting": lambda: room.meetings.change(room.meeting, place="Annan sal"),
        "decision": lambda: room.followups.change_decision(decision.id, text="Rättas inte"),
        "decision removed": lambda: room.followups.remove_decision(decision.id),
        "decision added": lambda: room.followups.add_decision(replace(decision, id=new_id())),
        "action": lambda: room.followups.change_action(action.id, text="Rätta inte"),
        "action removed": lambda: room.followups.remove_action(action.id),
        "action added": lambda: room.followups.add_action(replace(action, id=new_id())),
        "information": lambda: room.followups.change_information(told.id, text="Gammalt system"),
        "information removed": lambda: room.followups.remove_information(told.id),
        "twice": lambda: room.versions.finalise(room.meeting),
    }
    before = room.versions.draft(room.meeting)
    for name, act in acts.items():
        with pytest.raises(InputError) as refusal:
            act()
        assert str(refusal.value) == "Anteckningarna är fastställda, version 1. Öppna dem igen för att ändra.", name
    assert replace(room.versions.draft(room.meeting), created=before.created) == before


def test_what_came_of_the_meeting_is_followed_up_while_the_notes_are_fixed(room: Room) -> None:
    action = Action(id=new_id(), meeting_id=room.meeting, level=Level.TACTICAL, text="Rätta", party=Party.SSC)
    room.followups.add_action(action)
    room.finalised_at()
    room.followups.finish(action.id, "Rättat", DAY)
    room.followups.change_action(action.id, due_on=date(2027, 2, 1))
    room.closings.carry(room.item, room.later, Carry.COPY)
    room.meetings.change(room.meeting, state=MeetingState.NOTES_RECEIVED)
    assert [item.title for item in room.agendas.get(room.later)] == ["Felaktiga löner"]


def test_a_meeting_with_finalised_notes_is_not_removed(room: Room) -> None:
    room.finalised_at()
    room.versions.reopen(room.meeting, "Fel")
    with pytest.raises(InputError, match="kan inte tas bort"):
        room.meetings.remove(room.meeting)


def test_only_a_closed_meeting_has_notes_to_finalise(room: Room) -> None:
    with pytest.raises(InputError, match="inte avslutat än"):
        room.versions.finalise(room.later)
    with pytest.raises(InputError, match="finns inte längre"):
        room.versions.finalise(new_id())


def test_reopening_asks_why(room: Room) -> None:
    with pytest.raises(InputError, match="inte fastställda"):
        room.versions.reopen(room.meeting, "Fel")
    room.finalised_at()
    for reason in ("", " \n "):
        with pytest.raises(InputError, match="Skäl saknas"):
            room.versions.reopen(room.meeting, reason)
    with pytest.raises(InputError, match="högst"):
        room.versions.reopen(room.meeting, "f" * 1001)
    assert room.closings.get(room.meeting).fixed == 1


def test_our_own_notes_are_received_when_they_are_finalised(register: Register) -> None:
    room = Room(register, notes_by=Party.AGENCY)
    room.finalised_at()
    assert room.state is MeetingState.NOTES_RECEIVED
    step = room.meetings.get(room.meeting).steps[-1]
    assert (step.state, step.taken_on, step.party) == (MeetingState.NOTES_RECEIVED, DAY, Party.AGENCY)
    room.versions.reopen(room.meeting, "Fel")
    assert room.state is MeetingState.NOTES_AWAITED
    assert MeetingState.NOTES_RECEIVED not in [one.state for one in room.meetings.get(room.meeting).steps]


@pytest.mark.parametrize("field", ["content", "digest", "number", "finalised_at", "finalised_by", "meeting_id"])
def test_the_register_itself_keeps_what_was_finalised(room: Room, field: str) -> None:
    version = room.finalised_at()
    before = room.versions.versions(room.meeting)
    other = {"number": 9, "finalised_at": datetime(2020, 1, 1, tzinfo=UTC), "meeting_id": room.later}
    with pytest.raises(IntegrityError, match="fixed"), room.register.database.writing(Act("test")) as session:
        session.get_one(NotesVersionRecord, version).change(**{field: other.get(field, "{}")})
    assert room.versions.versions(room.meeting) == before


def test_damaged_content_is_found(room: Room) -> None:
    version = room.finalised_at()
    with room.register.database.writing(Act("test")) as session:
        session.execute(text("DROP TRIGGER notes_version_fixed"))
        record = session.get_one(NotesVersionRecord, version)
        record.content = record.content.replace("rättar", "rattar")
    assert not room.versions.verify(version)
    with pytest.raises(StoreError, match="stämmer inte med dess kontrollsumma"):
        room.versions.document(version)


def test_undo_does_not_go_behind_what_was_finalised_or_opened_again(room: Room) -> None:
    room.finalised_at()
    assert room.history.undoable() is None
    with pytest.raises(ConflictError, match="går inte att ångra"):
        room.history.undo()
    room.versions.reopen(room.meeting, "Fel")
    with pytest.raises(ConflictError, match="går inte att ångra"):
        room.history.undo()
    room.notes.write(room.item, "Annat")
    room.history.undo()
    assert room.versions.draft(room.meeting).items[0].text == "SSC rättar felet."
    assert room.history.undoable() is None


def test_what_was_taken_back_before_finalising_is_not_done_again_after_it(room: Room) -> None:
    room.notes.write(room.item, "Annat")
    room.history.undo()
    room.finalised_at()
    assert room.history.redoable() is None

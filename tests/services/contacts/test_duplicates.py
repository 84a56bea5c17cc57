"""Two contacts that are one person become one, with everything either of them had; and back again (R15, R39)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.disposal import Disposal, DisposalKind
from desktop.domain.contacts.likeness import LikeSign, Strength
from desktop.domain.contacts.merging import MoveKind, Side
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, Presenter, PresenterRole
from desktop.domain.meetings.meeting import Attendance, Participant
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, DisposalRecord, DistinctPairRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.records import RECORDS
from desktop.services.agreements import Agreements
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.contacts.merging.survivors import former_selves_in, merged_ids_in, survivor_in
from desktop.services.history import History
from desktop.services.meetings.closings import Closings
from desktop.services.meetings.notes_versions import NotesVersions
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 24)


@pytest.fixture
def duplicates(register: Register) -> Duplicates:
    return Duplicates(register.database, lambda: DAY)


def add(register: Register, name: str, party: Party = Party.AGENCY, **more: Any) -> Contact:
    first, _, last = name.partition(" ")
    made = Contact(id=new_id(), party=party, given_name=first, family_name=last, **more)
    register.put(ContactRecord.of(made))
    return made


def role(register: Register, contact: Contact, starts: date | None, ends: date | None, **more: Any) -> Assignment:
    made = Assignment(id=new_id(), contact_id=contact.id, starts_on=starts, ends_on=ends,
                      **{"level": Level.TACTICAL, **more})  # fmt: skip
    register.put(AssignmentRecord.of(made))
    return made


def whole(register: Register) -> dict[tuple[str, UUID], dict[str, Any]]:
    """Every record of the register, field by field, without its version."""
    with register.database.reading() as session:
        return {
            (kind.__tablename__, record.id): {
                column.key: getattr(record, column.key) for column in kind.__table__.columns if column.key != "version"
            }
            for kind in RECORDS
            for record in session.scalars(select(kind))
        }


def pair_of(register: Register) -> tuple[Contact, Contact]:
    asa = add(register, "Åsa Ångström-Öhrn", phone="08-123 45 62", title="Ekonomihandläggare")
    again = add(register, "Asa Ångström", phone="08-1234562", mobile="070-111 22 33", email="asa@x.example")
    return asa, again


def test_pairs_are_found_with_their_reasons(register: Register, duplicates: Duplicates) -> None:
    asa, again = pair_of(register)
    add(register, "Sara Berg", Party.SSC)
    found = duplicates.all()
    assert found.searched == 3
    (pair,) = found.pairs
    assert {pair.first.id, pair.second.id} == {asa.id, again.id}
    assert pair.likeness.signs == (LikeSign.PHONE, LikeSign.PARTS)
    assert pair.likeness.strength is Strength.LIKELY
    assert duplicates.of(again.id).pairs == found.pairs


def test_who_is_ended_is_searched_only_when_wanted_and_who_is_anonymised_never(
    register: Register, duplicates: Duplicates
) -> None:
    add(register, "Anna Berg", email="a@x.example")
    add(register, "Anna Berg", email="a@x.example", ended_on=DAY)
    add(register, "Anna Berg", email="a@x.example", anonymised_on=DAY)
    assert duplicates.all().pairs == ()
    assert len(duplicates.all(with_ended=True).pairs) == 1


def test_what_is_typed_finds_who_is_there_already(register: Register, duplicates: Duplicates) -> None:
    asa, again = pair_of(register)
    draft = Contact(id=new_id(), party=Party.AGENCY, given_name="Åsa", family_name="Ångström")
    assert [each.contact.id for each in duplicates.like(draft)] == [again.id, asa.id]
    assert duplicates.like(Contact(id=new_id(), party=Party.AGENCY, given_name="Å")) == ()
    assert again.id not in [each.contact.id for each in duplicates.like(draft, exclude_id=again.id)]


def test_a_no_is_remembered_and_can_be_taken_back(register: Register, duplicates: Duplicates) -> None:
    history = History(register.database)
    asa, again = pair_of(register)
    duplicates.distinguish(again.id, asa.id)
    duplicates.distinguish(asa.id, again.id)
    assert duplicates.all().pairs == ()
    assert duplicates.like(asa, asa.id) == ()
    assert history.undo() == Act("contact.distinguish", "Asa Ångström och Åsa Ångström-Öhrn")
    assert len(duplicates.all().pairs) == 1


def test_the_preview_proposes_the_fuller_and_tells_what_goes_to_the_notes(
    register: Register, duplicates: Duplicates
) -> None:
    add(register, "Per Ek")
    kept = add(register, "A. Lind", title="Chef", phone="08-1234562", confirmed_on=date(2025, 1, 1), ended_on=DAY)
    dropped = add(register, "Åsa Lind", title="Jurist", phone="+46 8 123 45 62", confirmed_on=date(2026, 1, 1))
    preview = duplicates.preview_merge(kept.id, dropped.id)
    proposed = {field.name for field in preview.fields if field.proposed is Side.DROPPED}
    assert proposed == {"given_name", "confirmed_on", "ended_on"}
    assert preview.loses == ("given_name", "title")
    assert not next(field for field in preview.fields if field.name == "phone").loses
    assert duplicates.merge(kept.id, dropped.id).ended_on is None


def test_what_is_chosen_away_stands_in_the_notes(register: Register, duplicates: Duplicates) -> None:
    kept = add(register, "Anna Berg", title="Chef", notes="Ringer helst.")
    dropped = add(register, "Anna Berg", title="Jurist", mobile="070-111 22 33", notes="Deltid.")
    result = duplicates.merge(kept.id, dropped.id, {"title": Side.DROPPED, "mobile": Side.KEPT})
    assert (result.title, result.mobile) == ("Jurist", "")
    assert result.notes == (
        "Ringer helst.\n\nDeltid.\n\nFrån sammanslagningen med Anna Berg 2026-11-24: titel Chef; mobil 070-111 22 33."
    )


def test_identical_roles_that_overlap_become_one_over_both_periods(register: Register, duplicates: Duplicates) -> None:
    kept, dropped = pair_of(register)
    area = register.area("Lön")
    first = role(register, kept, date(2024, 1, 1), date(2025, 6, 30))
    role(register, dropped, date(2025, 1, 1), None)
    other = role(register, dropped, date(2025, 1, 1), None, area_id=area)
    later = role(register, dropped, date(2020, 1, 1), date(2020, 12, 31))
    moves = {move.kind: (move.count, move.joined) for move in duplicates.preview_merge(kept.id, dropped.id).moves}
    assert moves == {MoveKind.ROLES: (3, 1)}
    duplicates.merge(kept.id, dropped.id)
    held = Contacts(register.database).get(kept.id).assignments
    assert {(each.id, each.starts_on, each.ends_on) for each in held} == {
        (first.id, date(2024, 1, 1), None),
        (other.id, date(2025, 1, 1), None),
        (later.id, date(2020, 1, 1), date(2020, 12, 31)),
    }


def seat(register: Register, meeting_id: UUID, contact: Contact, **more: Any) -> Participant:
    made = Participant(id=new_id(), meeting_id=meeting_id, contact_id=contact.id, name=contact.name, **more)
    register.put(ParticipantRecord.of(made))
    return made


def seats(register: Register, meeting_id: UUID) -> list[Participant]:
    with register.database.reading() as session:
        rows = select(ParticipantRecord).where(ParticipantRecord.meeting_id == meeting_id)
        return [record.to_value() for record in session.scalars(rows.order_by(ParticipantRecord.id))]


def test_two_seats_at_a_meeting_become_one_and_the_stronger_fact_wins(
    register: Register, duplicates: Duplicates
) -> None:
    kept, dropped = pair_of(register)
    both, one = tactical_meeting(), tactical_meeting()
    register.put(MeetingRecord.of(both), MeetingRecord.of(one))
    seat(register, both.id, kept, attendance=Attendance.ABSENT, required=False)
    seat(register, both.id, dropped, attendance=Attendance.REMOTE, email="asa@x.example")
    seat(register, one.id, dropped, attendance=Attendance.PRESENT)
    duplicates.merge(kept.id, dropped.id)
    (left,) = seats(register, both.id)
    assert (left.contact_id, left.name, left.email) == (kept.id, "Åsa Ångström-Öhrn", "asa@x.example")
    assert (left.attendance, left.required) == (Attendance.REMOTE, True)
    assert [each.contact_id for each in seats(register, one.id)] == [kept.id]


def test_meetings_to_come_call_the_merged_by_the_new_name_and_what_has_been_stays(
    register: Register, duplicates: Duplicates
) -> None:
    kept, dropped = pair_of(register)
    moment = {"starts_at": datetime(2026, 10, 1, 12, tzinfo=UTC), "ends_at": datetime(2026, 10, 1, 13, tzinfo=UTC)}
    been, coming, by_hand = tactical_meeting(**moment), tactical_meeting(), tactical_meeting()
    register.put(*map(MeetingRecord.of, (been, coming, by_hand)))
    for meeting, name in ((been, dropped.name), (coming, dropped.name), (by_hand, "Åsa på ekonomi")):
        register.put(ParticipantRecord.of(
            Participant(id=new_id(), meeting_id=meeting.id, contact_id=dropped.id, name=name)
        ))  # fmt: skip
    presenter = Presenter(PresenterRole.US, contact_id=dropped.id, name=dropped.name)
    item = AgendaItem(id=new_id(), meeting_id=coming.id, position=0, title="Läget", presenter=presenter)
    register.put(AgendaItemRecord.of(item))
    result = duplicates.merge(kept.id, dropped.id)
    assert result.name != dropped.name
    names = [seats(register, meeting.id)[0].name for meeting in (been, coming, by_hand)]
    assert names == [dropped.name, result.name, "Åsa på ekonomi"]
    with register.database.reading() as session:
        assert session.get_one(AgendaItemRecord, item.id).to_value().presenter.name == result.name


def test_finalised_notes_and_their_participants_stay_as_they_are(register: Register, duplicates: Duplicates) -> None:
    kept, dropped = pair_of(register)
    meeting = tactical_meeting()
    register.put(MeetingRecord.of(meeting))
    seat(register, meeting.id, kept, attendance=Attendance.PRESENT)
    seat(register, meeting.id, dropped, attendance=Attendance.ABSENT)
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    Closings(register.database, lambda: date(2026, 12, 2)).close(meeting.id)
    NotesVersions(register.database).finalise(meeting.id)
    before = {key: value for key, value in whole(register).items() if key[0] == "notes_version"}
    duplicates.merge(kept.id, dropped.id)
    assert {key: value for key, value in whole(register).items() if key[0] == "notes_version"} == before
    assert {(each.contact_id, each.name) for each in seats(register, meeting.id)} == {
        (kept.id, "Åsa Ångström-Öhrn"),
        (kept.id, "Asa Ångström"),
    }


def full(register: Register) -> tuple[Contact, Contact]:
    """Two contacts with something of every kind."""
    kept, dropped = pair_of(register)
    role(register, kept, date(2024, 1, 1), date(2025, 6, 30))
    role(register, dropped, date(2025, 1, 1), None)
    meeting = tactical_meeting()
    presenter = Presenter(PresenterRole.US, dropped.id, dropped.name)
    item = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter", presenter=presenter)
    third = add(register, "Per Ek", deputy_id=dropped.id)
    told = add(register, "Asa Ångstrom")
    notice = ContactNotice(id=new_id(), title="Byte", effective_on=DAY, made_on=DAY, contact_id=dropped.id,
                           successor_id=third.id)  # fmt: skip
    log = Disposal(id=new_id(), contact_id=dropped.id, kind=DisposalKind.ENDED, made_on=DAY, basis="Slutat")
    register.put(
        MeetingRecord.of(meeting),
        AgendaItemRecord.of(item),
        ContactNoticeRecord.of(notice),
        DisposalRecord.of(log),
        *(AuthorisedOrdererRecord.of(AuthorisedOrderer(id=new_id(), contact_id=each.id, evidence=each.name))
          for each in (kept, dropped)),
        *(DistinctPairRecord(id=new_id(), first_id=min(told.id, each.id), second_id=max(told.id, each.id))
          for each in (kept, dropped)),
    )  # fmt: skip
    seat(register, meeting.id, kept)
    seat(register, meeting.id, dropped, attendance=Attendance.PRESENT)
    register.put(
        ContactRecord.of(Contact(id=new_id(), party=Party.AGENCY, email="x@x.example", merged_into=dropped.id))
    )
    return kept, dropped


def test_nothing_refers_to_the_one_that_was_merged(register: Register, duplicates: Duplicates) -> None:
    kept, dropped = full(register)
    moves = {move.kind for move in duplicates.preview_merge(kept.id, dropped.id).moves}
    assert moves == set(MoveKind) - {MoveKind.OTHER}
    duplicates.merge(kept.id, dropped.id)
    left = [(key, name) for key, fields in whole(register).items() for name, value in fields.items()
            if value == dropped.id and name != "id"]  # fmt: skip
    assert left == []
    (right,) = Contacts(register.database).get(kept.id).orderer_rights
    assert right.evidence == "Åsa Ångström-Öhrn; Asa Ångström"
    assert len([key for key in whole(register) if key[0] == "distinct_pair"]) == 1


@pytest.mark.parametrize("order", [lambda a, b: (a, b), lambda a, b: (b, a)], ids=["first", "second"])
def test_a_merge_is_one_step_that_undo_and_redo_turn_exactly(
    register: Register, duplicates: Duplicates, order: Callable[[Contact, Contact], tuple[Contact, Contact]]
) -> None:
    keep, drop = order(*full(register))
    history = History(register.database)
    before = whole(register)
    duplicates.merge(keep.id, drop.id, {"title": Side.DROPPED})
    after = whole(register)
    assert history.undo().verb == "contact.merge"
    assert whole(register) == before
    assert history.redo().verb == "contact.merge"
    assert whole(register) == after
    history.undo()
    assert whole(register) == before


def test_the_key_of_the_merged_leads_on_through_every_merge(register: Register, duplicates: Duplicates) -> None:
    first, second, third = (add(register, f"Anna Berg{'g' * count}") for count in range(3))
    duplicates.merge(second.id, first.id)
    duplicates.merge(third.id, first.id)
    contacts = Contacts(register.database)
    assert contacts.get(first.id).id == contacts.get(second.id).id == third.id
    with register.database.reading() as session:
        assert survivor_in(session, first.id) == third.id
        assert set(merged_ids_in(session, third.id)) == {first.id, second.id}
        assert {each.id for each in former_selves_in(session)[third.id]} == {first.id, second.id}
    assert duplicates.all().pairs == ()
    with pytest.raises(InputError, match="samma kontakt"):
        duplicates.merge(first.id, third.id)


def test_what_may_not_be_merged_is_refused(register: Register, duplicates: Duplicates) -> None:
    anna = add(register, "Anna Berg")
    gone = add(register, "Anna Berg", anonymised_on=DAY)
    theirs = add(register, "Anna Berg", Party.SSC)
    before = whole(register)
    with pytest.raises(InputError, match="samma kontakt"):
        duplicates.merge(anna.id, anna.id)
    with pytest.raises(InputError, match="anonymiserad"):
        duplicates.preview_merge(anna.id, gone.id)
    with pytest.raises(InputError, match="finns inte längre"):
        duplicates.merge(anna.id, new_id())
    with pytest.raises(InputError, match="olika parter"):
        duplicates.merge(anna.id, theirs.id)
    assert whole(register) == before
    assert duplicates.preview_merge(anna.id, theirs.id).crosses_parties
    assert duplicates.merge(anna.id, theirs.id, across_parties=True).party is Party.AGENCY

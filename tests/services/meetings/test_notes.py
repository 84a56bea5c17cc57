"""Notes of items: typed, captured in one step, found again at the next meeting, and fixed when finalised."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Source, SourceKind
from desktop.domain.meetings.capture import Captured, OutcomeKind, Person, capture
from desktop.domain.meetings.followup import LONGEST_TEXT, Action, Decision, Information
from desktop.domain.meetings.meeting import Attendance, Meeting, MeetingState
from desktop.domain.meetings.notes import NotesVersion
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.notes import NotesVersionRecord
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.followups import Followups
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.notes import LONGEST_NOTE, Notes
from desktop.services.meetings.participants import Participants
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 12, 2)
DECIDED = Captured(kind=OutcomeKind.DECISION, text="Avstämning görs före varje lönekörning.")


@pytest.fixture
def notes(register: Register) -> Notes:
    return Notes(register.database, lambda: TODAY)


@pytest.fixture
def item(register: Register) -> AgendaItem:
    return add(register, tactical_meeting(), title="OB-tillägg")


def add(register: Register, meeting: Meeting, **more: object) -> AgendaItem:
    """An item of a meeting, which is made if need be."""
    known = {row.id for row in Meetings(register.database).rows()}
    if meeting.id not in known:
        Meetings(register.database).create(meeting)
    values: dict[str, object] = {"title": "Punkt", "position": 0, **more}
    made = AgendaItem(id=new_id(), meeting_id=meeting.id, **values)  # type: ignore[arg-type]
    register.put(AgendaItemRecord.of(made))
    return made


def held(month: int, **more: object) -> Meeting:
    starts, ends = (datetime(2026, month, 1, hour, tzinfo=UTC) for hour in (12, 13))
    return tactical_meeting(starts_at=starts, ends_at=ends, **more)


def finalise(register: Register, meeting_id: UUID, number: int = 1, **more: object) -> None:
    version = NotesVersion(id=new_id(), meeting_id=meeting_id, number=number, finalised_by="provaren",
                           finalised_at=datetime(2026, 12, 2, tzinfo=UTC), content="{}", digest="0",
                           **more)  # type: ignore[arg-type] # fmt: skip
    register.put(NotesVersionRecord.of(version))


def test_a_note_is_made_when_it_is_first_typed(notes: Notes, item: AgendaItem) -> None:
    notes.write(item.id, "")
    assert notes.sheet(item.meeting_id).texts == {}
    notes.write(item.id, "Per redogjorde.\n")
    notes.write(item.id, "Per redogjorde. Vi frågade.")
    assert notes.sheet(item.meeting_id).texts == {item.id: "Per redogjorde. Vi frågade."}


def test_capturing_takes_the_line_and_adds_the_outcome_in_one_step(
    register: Register, notes: Notes, item: AgendaItem
) -> None:
    history = History(register.database)
    notes.write(item.id, "Text\nB Avstämning")
    notes.capture(item.id, DECIDED, "Text\n")
    sheet = notes.sheet(item.meeting_id)
    assert sheet.text(item.id) == "Text\n"
    (made,) = sheet.of_item(item.id)
    assert isinstance(made, Decision)
    assert (made.text, made.level, made.decided_on) == (DECIDED.text, Level.TACTICAL, date(2026, 12, 1))
    assert made in Followups(register.database).decisions()
    history.undo()
    sheet = notes.sheet(item.meeting_id)
    assert (sheet.text(item.id), sheet.outcomes) == ("Text\nB Avstämning", ())


def test_every_kind_is_kept_with_item_meeting_and_level(notes: Notes, item: AgendaItem) -> None:
    people = (Person("Per Holmér", Party.SSC),)
    for line in ("Å Skriv rutinen @Per ->2026-12-20", "I Ny kontaktperson", "B Vi gör så"):
        made = capture(line, people, TODAY)
        assert made is not None
        notes.capture(item.id, made)
    found = notes.sheet(item.meeting_id).of_item(item.id)
    assert {type(each) for each in found} == {Action, Information, Decision}
    assert {(each.item_id, each.meeting_id, each.level) for each in found} == {
        (item.id, item.meeting_id, Level.TACTICAL)
    }
    action = next(each for each in found if isinstance(each, Action))
    assert (action.owner, action.party, action.due_on) == ("Per Holmér", Party.SSC, date(2026, 12, 20))


def test_what_is_refused_changes_neither_notes_nor_outcomes(notes: Notes, item: AgendaItem) -> None:
    notes.write(item.id, "B x")
    with pytest.raises(InputError, match="högst"):
        notes.capture(item.id, Captured(kind=OutcomeKind.DECISION, text="x" * (LONGEST_TEXT + 1)), "")
    with pytest.raises(InputError, match="högst"):
        notes.write(item.id, "x" * (LONGEST_NOTE + 1))
    sheet = notes.sheet(item.meeting_id)
    assert (sheet.text(item.id), sheet.outcomes) == ("B x", ())


def test_a_decision_worded_before_the_meeting_is_dated_today(register: Register, notes: Notes) -> None:
    coming = add(register, tactical_meeting(starts_at=datetime(2027, 3, 1, 12, tzinfo=UTC),
                                            ends_at=datetime(2027, 3, 1, 13, tzinfo=UTC)))  # fmt: skip
    notes.capture(coming.id, DECIDED)
    (made,) = notes.sheet(coming.meeting_id).outcomes
    assert isinstance(made, Decision)
    assert made.decided_on == TODAY


def test_outcomes_are_changed_and_removed_from_here(register: Register, notes: Notes, item: AgendaItem) -> None:
    history = History(register.database)
    for kind in OutcomeKind:
        notes.capture(item.id, Captured(kind=kind, text="Först"))
    for outcome in notes.sheet(item.meeting_id).outcomes:
        notes.change(outcome, text="Sedan")
        with pytest.raises(InputError, match="saknar text"):
            notes.change(outcome, text=" ")
    assert [each.text for each in notes.sheet(item.meeting_id).outcomes] == ["Sedan"] * 3
    for outcome in notes.sheet(item.meeting_id).outcomes:
        notes.remove(outcome)
    assert notes.sheet(item.meeting_id).outcomes == ()
    history.undo()
    assert len(notes.sheet(item.meeting_id).outcomes) == 1


def test_deferring_counts_and_taking_it_back_uncounts(register: Register, notes: Notes) -> None:
    item = add(register, tactical_meeting(), deferrals=1)
    agendas = Agendas(register.database)

    def now() -> tuple[ItemState, int]:
        (only,) = agendas.get(item.meeting_id)
        return only.state, only.deferrals

    notes.settle(item.id, ItemState.DEFERRED)
    notes.settle(item.id, ItemState.DEFERRED)
    assert now() == (ItemState.DEFERRED, 2)
    notes.settle(item.id, ItemState.DEALT_WITH)
    assert now() == (ItemState.DEALT_WITH, 1)


def test_participants_are_meant_before_others(register: Register, notes: Notes) -> None:
    register.contact("Zeb Zorn", Party.SSC, Level.TACTICAL)
    register.contact("Anna Andersson", Party.AGENCY, Level.STRATEGIC)
    item = add(register, tactical_meeting())
    assert [person.name for person in notes.sheet(item.meeting_id).people] == ["Zeb Zorn", "Anna Andersson"]


def test_who_came_instead_of_a_participant_can_be_meant(register: Register, notes: Notes) -> None:
    register.contact("Zeb Zorn", Party.SSC, Level.TACTICAL)
    item = add(register, tactical_meeting())
    participants = Participants(register.database)
    (invited,) = Meetings(register.database).get(item.meeting_id).participants
    participants.attend(invited.id, Attendance.REPLACED, "Örjan Ärlig")
    made = capture("Å Skriv rutinen @Örjan", notes.sheet(item.meeting_id).people, TODAY)
    assert made is not None
    assert (made.owner, made.party, made.remarks) == ("Örjan Ärlig", Party.SSC, ())


def test_finalised_notes_are_read_only_until_reopened(register: Register, notes: Notes, item: AgendaItem) -> None:
    notes.write(item.id, "Före")
    notes.capture(item.id, DECIDED)
    (outcome,) = notes.sheet(item.meeting_id).outcomes
    finalise(register, item.meeting_id, 1, reopened_at=datetime(2026, 12, 2, tzinfo=UTC))
    notes.write(item.id, "Öppnade igen")
    finalise(register, item.meeting_id, 2)
    assert notes.sheet(item.meeting_id).version == 2
    for refused in (
        lambda: notes.write(item.id, "x"),
        lambda: notes.capture(item.id, DECIDED, "x"),
        lambda: notes.change(outcome, text="x"),
        lambda: notes.remove(outcome),
        lambda: notes.settle(item.id, ItemState.STRUCK),
    ):
        with pytest.raises(InputError, match="fastställda, version 2"):
            refused()
    assert notes.sheet(item.meeting_id).text(item.id) == "Öppnade igen"


# What was said the last time


def earlier_text(notes: Notes, item: AgendaItem) -> str | None:
    found = notes.earlier(item.id)
    return found.text if found else None


def test_the_item_it_was_carried_from_comes_first(register: Register, notes: Notes) -> None:
    first, other = (add(register, held(month), title=title) for month, title in ((6, "Gallring"), (9, "Ny rubrik")))
    notes.write(first.id, "sagt i juni")
    notes.write(other.id, "annat")
    assert earlier_text(notes, add(register, held(12), title="Ny rubrik", carried_from=first.id)) == "sagt i juni"
    assert earlier_text(notes, add(register, held(11), title="Ny rubrik", origin=f"item:{first.id}")) == "sagt i juni"


def test_the_same_record_is_followed_across_forums(register: Register, notes: Notes) -> None:
    source = Source(SourceKind.MATTER, new_id(), "Ärende 2026-014")
    add(register, held(6, level=Level.OPERATIONAL), source=source)
    latest = add(register, held(9, level=Level.OPERATIONAL), source=source)
    notes.write(latest.id, "operativt i september")
    notes.capture(latest.id, DECIDED)
    found = notes.earlier(add(register, held(12), source=source).id)
    assert found is not None
    assert (found.text, [each.text for each in found.outcomes]) == ("operativt i september", [DECIDED.text])
    assert (found.meeting_day, found.title) == (date(2026, 9, 1), "Punkt")


def test_title_then_topic_at_the_previous_meeting_of_the_forum(register: Register, notes: Notes) -> None:
    september = held(9)
    by_topic = add(register, september, title="Avgifter för 2027")
    by_title = add(register, september, title="Avgifter  nästa år", position=1)
    notes.write(by_topic.id, "om ämnet")
    notes.write(by_title.id, "om rubriken")
    cancelled = add(register, held(11, state=MeetingState.CANCELLED), title="Avgifter nästa år")
    notes.write(cancelled.id, "inställt")
    december = held(12)
    assert earlier_text(notes, add(register, december, title="Avgifter nästa år")) == "om rubriken"
    assert earlier_text(notes, add(register, december, title="Fakturering och avgifter", position=1)) == "om ämnet"
    assert earlier_text(notes, add(register, december, title="Något nytt", position=2)) is None
    strategic = add(register, held(12, level=Level.STRATEGIC), title="Avgifter nästa år")
    assert earlier_text(notes, strategic) is None


def test_a_meeting_where_nothing_was_written_is_passed_over(register: Register, notes: Notes) -> None:
    first = add(register, held(6), title="Gallring")
    notes.write(first.id, "sagt i juni")
    second = add(register, held(9), title="Gallring", carried_from=first.id)
    assert earlier_text(notes, add(register, held(12), title="Gallring", carried_from=second.id)) == "sagt i juni"

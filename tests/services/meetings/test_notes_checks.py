"""The check of SSC's notes: verdicts, comments, what remains, and the letter about what differs (R13)."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import MeetingState, MeetingStep
from desktop.domain.meetings.notes import ItemNote, Verdict
from desktop.errors import InputError
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.notes_checks import LONGEST_COMMENT, NotesChecks
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 12, 20)
RECEIVED = date(2026, 12, 10)
SECRET = "Hemlig-strategi-4711"


@pytest.fixture
def checks(register: Register) -> NotesChecks:
    Agreements(register.database).save(
        Agreement(agency_name="Exempelmyndigheten", own_registry_number="EXM 2026/118", ssc_registry_number="SSC 9")
    )
    return NotesChecks(register.database, lambda: TODAY)


@pytest.fixture
def held(register: Register) -> UUID:
    """A meeting with two items, the first with a note, a decision, an action and private preparation."""
    meeting = tactical_meeting(state=MeetingState.NOTES_RECEIVED)
    register.put(
        MeetingRecord.of(meeting),
        MeetingStepRecord.of(MeetingStep(id=new_id(), meeting_id=meeting.id, state=MeetingState.NOTES_RECEIVED,
                                         taken_on=RECEIVED, party=Party.SSC)),
    )  # fmt: skip
    agendas = Agendas(register.database)
    first = agendas.add(meeting.id, "Avgifter nästa år")
    agendas.add(meeting.id, "Övriga frågor")
    agendas.prepare(first, SECRET)
    both = {"meeting_id": meeting.id, "level": Level.TACTICAL, "item_id": first}
    register.put(
        ItemNoteRecord.of(ItemNote(item_id=first, text="SSC räknar om avgiften till 1,2 miljoner.")),
        DecisionRecord.of(Decision(id=new_id(), text="Avgiften räknas om.", decided_on=date(2026, 12, 1), **both)),
        ActionRecord.of(Action(id=new_id(), text="Skicka ny beräkning", party=Party.SSC, owner="Per Holmér",
                               due_on=date(2026, 12, 15), **both)),
    )  # fmt: skip
    return meeting.id


def items(checks: NotesChecks, meeting_id: UUID) -> list[UUID]:
    return [item.item_id for item in checks.get(meeting_id).items]


def test_every_item_is_compared_with_what_we_noted(checks: NotesChecks, held: UUID) -> None:
    review = checks.get(held)
    first, second = review.items
    assert (first.number, first.title, first.noted, first.decisions) == (
        1, "Avgifter nästa år", "SSC räknar om avgiften till 1,2 miljoner.", ("Avgiften räknas om.",),
    )  # fmt: skip
    assert [action.owner for action in first.actions] == ["Per Holmér"]
    assert (second.noted, second.decisions, second.check) == ("", (), None)
    assert (review.judged, review.is_complete, len(review.remaining)) == (0, False, 2)


def test_the_check_is_complete_when_every_item_has_a_verdict(checks: NotesChecks, held: UUID) -> None:
    first, second = items(checks, held)
    checks.judge(held, first, Verdict.DIFFERS)
    assert [item.item_id for item in checks.get(held).remaining] == [second]
    checks.judge(held, second, Verdict.AGREES)
    review = checks.get(held)
    assert (review.is_complete, review.judged, review.differences) == (True, 2, 1)
    checks.judge(held, second, None)
    assert not checks.get(held).is_complete


def test_a_verdict_is_changed_and_undone_with_its_comment(checks: NotesChecks, held: UUID, register: Register) -> None:
    history = History(register.database)
    first, _ = items(checks, held)
    checks.judge(held, first, Verdict.AGREES)
    checks.comment(held, first, "Beloppet är fel.")
    checks.judge(held, first, Verdict.MISSING)
    check = checks.get(held).items[0].check
    assert check is not None
    assert (check.verdict, check.comment) == (Verdict.MISSING, "Beloppet är fel.")
    history.undo()
    check = checks.get(held).items[0].check
    assert check is not None
    assert (check.verdict, check.comment) == (Verdict.AGREES, "Beloppet är fel.")


def test_a_comment_on_what_has_no_verdict_says_that_it_differs(checks: NotesChecks, held: UUID) -> None:
    first, second = items(checks, held)
    checks.comment(held, first, "Beloppet är fel.")
    checks.comment(held, second, "   ")
    checks.comment(held, None, "Närvarolistan saknas.")
    review = checks.get(held)
    assert [item.check.verdict if item.check else None for item in review.items] == [Verdict.DIFFERS, None]
    assert review.whole is not None
    assert review.whole.verdict is Verdict.DIFFERS
    assert review.differences == 2


def test_what_makes_no_check_is_refused(checks: NotesChecks, held: UUID) -> None:
    with pytest.raises(InputError, match="finns inte längre på dagordningen"):
        checks.judge(held, new_id(), Verdict.AGREES)
    with pytest.raises(InputError, match="Mötet finns inte längre"):
        checks.judge(new_id(), None, Verdict.AGREES)
    with pytest.raises(InputError, match=f"högst {LONGEST_COMMENT}"):
        checks.comment(held, None, "x" * (LONGEST_COMMENT + 1))
    assert checks.get(held).judged == 0


def test_days_are_counted_from_the_meeting_until_the_notes_came(checks: NotesChecks, held: UUID) -> None:
    review = checks.get(held)
    assert (review.received_on, review.days_waited(TODAY)) == (RECEIVED, 9)
    assert review.days_waited(TODAY + timedelta(days=30)) == 9, "the wait is over"


def test_the_letter_tells_what_differs_and_asks_for_a_new_version(checks: NotesChecks, held: UUID) -> None:
    first, second = items(checks, held)
    checks.judge(held, first, Verdict.DIFFERS)
    checks.comment(held, first, "I era anteckningar står 2,1 miljoner.")
    checks.judge(held, second, Verdict.AGREES)
    checks.comment(held, None, "Åsa Öberg saknas bland de närvarande.")
    letter = checks.letter(held)
    one, whole = letter.differences
    assert (one.heading, one.verdict, one.remark) == (
        "Punkt\u00a01: Avgifter nästa år", "Avviker", "I era anteckningar står 2,1 miljoner.",
    )  # fmt: skip
    assert (one.noted, one.decisions) == ("SSC räknar om avgiften till 1,2 miljoner.", ("Avgiften räknas om.",))
    assert [(action.party, action.owner, action.due_on) for action in one.actions] == [
        ("Statens servicecenter", "Per Holmér", date(2026, 12, 15))
    ]
    assert (whole.number, whole.heading) == (0, "Anteckningarna som helhet")
    assert (letter.agency.registry_number, letter.counterpart.registry_number) == ("EXM 2026/118", "SSC 9")
    assert letter.written_on == TODAY
    assert "10\u00a0december\u00a02026" in letter.opening[0]
    assert "På två punkter" in letter.opening[1]
    assert any("avsnitt\u00a01.2" in part and "ny version" in part for part in letter.request)


def test_private_preparation_cannot_reach_the_letter(checks: NotesChecks, held: UUID) -> None:
    first, _ = items(checks, held)
    checks.judge(held, first, Verdict.MISSING)
    assert SECRET not in repr(checks.letter(held))


def test_there_is_no_letter_when_nothing_differs_or_nobody_sends_it(register: Register, held: UUID) -> None:
    checks = NotesChecks(register.database)
    with pytest.raises(InputError, match="måste ange myndigheten"):
        checks.letter(held)
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    checks.judge(held, items(checks, held)[0], Verdict.AGREES)
    with pytest.raises(InputError, match="inget att skriva om"):
        checks.letter(held)


@pytest.fixture
def awaited(register: Register) -> UUID:
    """A meeting that was held and whose notes have not come."""
    meeting = tactical_meeting(state=MeetingState.NOTES_AWAITED)
    register.put(MeetingRecord.of(meeting))
    Agendas(register.database).add(meeting.id, "Avgifter nästa år")
    return meeting.id


def test_notes_that_come_are_a_step_and_a_file_and_one_undo_takes_both_back(
    checks: NotesChecks, awaited: UUID, register: Register, tmp_path: Path
) -> None:
    history = History(register.database)
    (tmp_path / "anteckningar.pdf").write_bytes(b"%PDF-1.7 SSC")
    checks.receive(awaited, RECEIVED, tmp_path / "anteckningar.pdf")
    review = checks.get(awaited)
    assert (review.received_on, review.meeting.state) == (RECEIVED, MeetingState.NOTES_RECEIVED)
    assert review.notes_file is not None
    assert (review.notes_file.name, review.notes_file.sender, review.notes_file.dated_on) == (
        "anteckningar.pdf", "Statens servicecenter", RECEIVED,
    )  # fmt: skip
    history.undo()
    review = checks.get(awaited)
    assert (review.received_on, review.notes_file, review.meeting.state) == (None, None, MeetingState.NOTES_AWAITED)


def test_corrected_notes_take_the_place_of_the_first_and_leave_the_date_and_the_verdicts(
    checks: NotesChecks, awaited: UUID, tmp_path: Path
) -> None:
    for number, day in ((1, RECEIVED), (2, TODAY)):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF-1.7 " + str(number).encode())
        checks.receive(awaited, day, tmp_path / f"{number}.pdf")
        checks.judge(awaited, items(checks, awaited)[0], Verdict.DIFFERS)
    review = checks.get(awaited)
    assert review.notes_file is not None
    assert (review.notes_file.name, review.received_on, review.judged) == ("2.pdf", RECEIVED, 1)
    assert checks.letter(awaited).notes_file == "2.pdf"


@pytest.mark.parametrize(
    ("day", "says"), [(date(2026, 11, 30), "före mötesdagen"), (TODAY + timedelta(days=1), "har inte varit än")]
)
def test_notes_cannot_come_on_a_day_when_they_cannot(
    checks: NotesChecks, awaited: UUID, tmp_path: Path, day: date, says: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=says):
        checks.receive(awaited, day, tmp_path / "a.pdf")
    assert checks.get(awaited).notes_file is None, "nothing is kept of what is refused"


def test_the_check_is_done_once_the_notes_came_and_every_item_is_compared(checks: NotesChecks, awaited: UUID) -> None:
    with pytest.raises(InputError, match="inte kommit än"):
        checks.complete(awaited)
    checks.receive(awaited, RECEIVED)
    with pytest.raises(InputError, match="En punkt är inte jämförd"):
        checks.complete(awaited)
    checks.judge(awaited, items(checks, awaited)[0], Verdict.AGREES)
    checks.complete(awaited)
    review = checks.get(awaited)
    assert (review.is_finished, review.checked_on) == (True, TODAY)

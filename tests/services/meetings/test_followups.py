"""Actions and decisions across meetings: order, filters, what is refused, undo, and the way out."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup import LONGEST_TEXT, Action, Decision
from desktop.domain.meetings.followup_list import FileForm, Listing, in_force, replacements, state_words
from desktop.errors import InputError
from desktop.exchange.delimited import delimited_sheet
from desktop.exchange.workbooks import workbook_sheets
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.followup_rules import LONGEST_OWNER
from desktop.services.meetings.followups import Followups
from tests.pdf.structure_reader import TaggedFile
from tests.services.conftest import Register, tactical_meeting

if TYPE_CHECKING:
    from desktop.domain.history import Act

TODAY = date(2026, 11, 24)


@pytest.fixture
def followups(register: Register) -> Followups:
    return Followups(register.database, lambda: TODAY)


def action(text: str = "Beskriv rutinen", **more: object) -> Action:
    values: dict[str, object] = {"meeting_id": None, "level": Level.TACTICAL, "party": Party.SSC, **more}
    return Action(id=new_id(), text=text, **values)  # type: ignore[arg-type]


def decision(text: str = "Parterna möts varje månad", **more: object) -> Decision:
    values: dict[str, object] = {"meeting_id": None, "level": Level.TACTICAL, "decided_on": TODAY, **more}
    return Decision(id=new_id(), text=text, **values)  # type: ignore[arg-type]


def texts(found: tuple[Action, ...] | tuple[Decision, ...]) -> list[str]:
    return [each.text for each in found]


def test_overdue_actions_come_first_then_by_date_and_undated_last(followups: Followups) -> None:
    for text, days in (("om", 5), ("utan", None), ("sen", -1), ("senast", -30), ("idag", 0)):
        followups.add_action(action(text, due_on=None if days is None else TODAY + timedelta(days=days)))
    done = action("klar", due_on=TODAY - timedelta(days=90))
    followups.add_action(done)
    followups.finish(done.id, "Gjort", TODAY)
    assert texts(followups.actions()) == ["senast", "sen", "idag", "om", "utan"]
    assert texts(followups.actions(open_only=False)) == ["senast", "sen", "idag", "om", "utan", "klar"]


def test_actions_are_found_by_party_and_level(followups: Followups) -> None:
    followups.add_action(action("vår", party=Party.AGENCY))
    followups.add_action(action("deras", level=Level.STRATEGIC))
    assert texts(followups.actions(party=Party.AGENCY)) == ["vår"]
    assert texts(followups.actions(levels=frozenset({Level.STRATEGIC}))) == ["deras"]
    assert texts(followups.actions(party=Party.AGENCY, levels=frozenset({Level.STRATEGIC}))) == []


def test_decisions_are_newest_first_or_those_due_for_review_first(followups: Followups) -> None:
    for text, age, review in (("äldst", 90, -10), ("gammal", 60, -20), ("mitten", 30, 5), ("ny", 0, None)):
        review_on = None if review is None else TODAY + timedelta(days=review)
        followups.add_decision(decision(text, decided_on=TODAY - timedelta(days=age), review_on=review_on))
    assert texts(followups.decisions()) == ["ny", "mitten", "gammal", "äldst"]
    assert texts(followups.decisions(review_first=True)) == ["gammal", "äldst", "ny", "mitten"]
    assert texts(followups.decisions(levels=frozenset({Level.OPERATIONAL}))) == []


@pytest.mark.parametrize(
    "refused",
    [
        action(" \n "),
        action("x" * (LONGEST_TEXT + 1)),
        action(owner="x" * (LONGEST_OWNER + 1)),
        action(done_on=TODAY),
        action(result="Gjort"),
        action(done_on=TODAY + timedelta(days=1), result="Gjort"),
    ],
)
def test_an_action_that_makes_no_sense_is_refused(followups: Followups, refused: Action) -> None:
    with pytest.raises(InputError):
        followups.add_action(refused)
    kept = action()
    followups.add_action(kept)
    fields = {name: getattr(refused, name) for name in ("text", "owner", "done_on", "result")}
    with pytest.raises(InputError):
        followups.change_action(kept.id, **fields)
    assert followups.actions(open_only=False) == (kept,)


@pytest.mark.parametrize(
    "refused",
    [
        decision(""),
        decision(decided_on=TODAY + timedelta(days=1)),
        decision(review_on=TODAY - timedelta(days=1)),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(followups: Followups, refused: Decision) -> None:
    with pytest.raises(InputError):
        followups.add_decision(refused)
    kept = decision()
    followups.add_decision(kept)
    fields = {name: getattr(refused, name) for name in ("text", "decided_on", "review_on")}
    with pytest.raises(InputError):
        followups.change_decision(kept.id, **fields)
    assert followups.decisions() == (kept,)


def test_done_needs_a_short_result_and_can_be_taken_back(followups: Followups) -> None:
    kept = action()
    followups.add_action(kept)
    for result, day in (("  ", TODAY), ("x" * (LONGEST_TEXT + 1), TODAY), ("Gjort", TODAY + timedelta(days=1))):
        with pytest.raises(InputError):
            followups.finish(kept.id, result, day)
    followups.finish(kept.id, "  Rutinen\nbeskriven ", TODAY)
    assert followups.actions() == ()
    assert followups.actions(open_only=False) == (replace(kept, done_on=TODAY, result="Rutinen beskriven"),)
    followups.reopen(kept.id)
    assert followups.actions() == (kept,)


def test_every_act_is_named_and_undone_newest_first(register: Register, followups: Followups) -> None:
    history, kept, decided = History(register.database), action("Å"), decision("B")
    followups.add_action(kept)
    followups.change_action(kept.id, owner="Per Holmér")
    followups.finish(kept.id, "Gjort", TODAY)
    followups.reopen(kept.id)
    followups.remove_action(kept.id)
    followups.add_decision(decided)
    followups.change_decision(decided.id, review_on=TODAY)
    followups.remove_decision(decided.id)
    undone: list[Act] = []
    while history.undoable():
        undone.append(history.undo())
        if len(undone) == 1:
            assert followups.decisions() == (replace(decided, review_on=TODAY),)
    verbs = ["decision.remove", "decision.change", "decision.add", "action.remove", "action.reopen"]
    assert [act.verb for act in undone] == [*verbs, "action.finish", "action.change", "action.add"]
    assert {act.subject for act in undone} == {"Å", "B"}
    assert followups.actions(open_only=False) == ()
    assert followups.decisions() == ()


def test_one_session_of_typing_is_one_undo(register: Register, followups: Followups) -> None:
    history, kept, group = History(register.database), action("Å"), new_id()
    followups.add_action(kept)
    for text in ("Åt", "Åtgärd"):
        followups.change_action(kept.id, group=group, text=text)
    history.undo()
    assert followups.actions() == (kept,)


def test_what_is_gone_is_told(followups: Followups) -> None:
    gone = new_id()
    for ask in (followups.reopen, followups.remove_action, followups.remove_decision, followups.change_decision):
        with pytest.raises(InputError, match="finns inte längre"):
            ask(gone)


def test_the_meetings_behind_are_named_by_their_swedish_day(register: Register, followups: Followups) -> None:
    held, other = tactical_meeting(), tactical_meeting()
    register.put(MeetingRecord.of(held), MeetingRecord.of(other))
    followups.add_action(action(meeting_id=held.id))
    origins = followups.origins()
    assert list(origins) == [held.id]
    assert (origins[held.id].title, origins[held.id].day) == ("Taktiskt samverkansmöte", date(2026, 12, 1))


@pytest.fixture
def filled(register: Register, followups: Followups) -> Followups:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", own_registry_number="EXM 1"))
    held = tactical_meeting()
    register.put(MeetingRecord.of(held))
    late = action("=SUMMA(A1)", meeting_id=held.id, owner="Per Holmér", due_on=TODAY - timedelta(days=14))
    done = action("Utse kontakt", party=Party.AGENCY)
    followups.add_action(late)
    followups.add_action(done)
    followups.finish(done.id, "Sara Berg är utsedd", TODAY)
    followups.add_decision(decision("Möten varje månad", meeting_id=held.id, review_on=TODAY))
    return followups


def test_the_documents_say_what_the_register_has(filled: Followups) -> None:
    paper = filled.document(Listing.ACTIONS)
    assert paper.file_name == "Åtgärdslista 2026-11-24.pdf"
    text = TaggedFile(paper.pdf).document.text
    assert "Exempelmyndigheten Diarienummer EXM 1" in text
    assert "Exempelmyndigheten Inga öppna åtgärder. Statens servicecenter 1 öppen åtgärd, försenad." in text
    assert "Per Holmér Taktisk 2026-11-10 Försenad 14 dagar Taktiskt samverkansmöte 2026-12-01" in text
    text = TaggedFile(filled.document(Listing.DECISIONS).pdf).document.text
    assert "Möten varje månad Taktisk 2026-11-24 2026-11-24 Dags att följa upp Taktiskt samverkansmöte" in text


def test_a_document_needs_the_agency(followups: Followups) -> None:
    with pytest.raises(InputError, match="myndigheten"):
        followups.document(Listing.ACTIONS)


def test_the_files_hold_what_is_done_too_and_no_formula(filled: Followups, tmp_path: Path) -> None:
    text = filled.file(Listing.ACTIONS, FileForm.DELIMITED)
    book = filled.file(Listing.ACTIONS, FileForm.WORKBOOK)
    assert (text.file_name, book.file_name) == ("Åtgärdslista 2026-11-24.csv", "Åtgärdslista 2026-11-24.xlsx")
    lines = delimited_sheet(text.content, text.file_name).lines
    assert b"'=SUMMA(A1)" in text.content  # read back, it is what it was
    assert lines[1].texts == ["=SUMMA(A1)", "Statens servicecenter", "Per Holmér", "Taktisk", "2026-11-10",
                              "Försenad 14 dagar", "Taktiskt samverkansmöte", "2026-12-01"]  # fmt: skip
    assert lines[2].texts[-4:] == ["Taktisk", "Klar", "2026-11-24", "Sara Berg är utsedd"]
    (sheet,) = workbook_sheets(book.content, book.file_name)
    assert sheet.lines[1].cells[0] == "=SUMMA(A1)"
    assert sheet.lines[1].cells[4] == TODAY - timedelta(days=14)
    decisions = filled.file(Listing.DECISIONS, FileForm.DELIMITED)
    assert delimited_sheet(decisions.content, "").lines[1].texts[:2] == ["Möten varje månad", "Taktisk"]


def test_a_decision_takes_the_place_of_another(followups: Followups) -> None:
    old = decision("Möten varje månad", decided_on=TODAY - timedelta(days=400))
    new = decision("Möten varje kvartal", decided_on=TODAY - timedelta(days=3), replaces_id=old.id)
    followups.add_decision(old)
    followups.add_decision(new)
    replaced = replacements(followups.decisions())
    assert replaced == {old.id: new}
    assert not in_force(old, replaced, TODAY)
    assert in_force(old, replaced, TODAY - timedelta(days=4)), "it held until then"
    assert in_force(new, replaced, TODAY)
    assert state_words(old, replaced, TODAY) == "Ersatt 2026-11-21"
    assert state_words(new, replaced, TODAY) == ""


def test_a_decision_can_run_out(followups: Followups) -> None:
    one = decision(decided_on=TODAY - timedelta(days=9), valid_until=TODAY - timedelta(days=1))
    followups.add_decision(one)
    assert not in_force(one, {}, TODAY)
    assert in_force(one, {}, TODAY - timedelta(days=1))
    assert state_words(one, {}, TODAY) == "Gällde till 2026-11-23"
    with pytest.raises(InputError, match="sluta gälla innan"):
        followups.change_decision(one.id, valid_until=TODAY - timedelta(days=10))


def test_replacing_goes_back_in_time_and_never_in_circles(followups: Followups) -> None:
    first, second, third = (
        decision(text, decided_on=TODAY - timedelta(days=days)) for text, days in (("a", 30), ("b", 20), ("c", 20))
    )
    for each in (first, second, third):
        followups.add_decision(each)
    followups.change_decision(second.id, replaces_id=first.id)
    followups.change_decision(third.id, replaces_id=second.id)
    with pytest.raises(InputError, match="inte ersätta sig självt"):
        followups.change_decision(second.id, replaces_id=third.id)
    with pytest.raises(InputError, match="inte ersätta sig självt"):
        followups.change_decision(first.id, replaces_id=first.id)
    with pytest.raises(InputError, match="fattat tidigare"):
        followups.change_decision(third.id, decided_on=TODAY - timedelta(days=25))
    with pytest.raises(InputError, match="finns inte längre"):
        followups.change_decision(first.id, replaces_id=new_id())


def test_a_removed_decision_leaves_the_one_it_replaced_in_force(followups: Followups, register: Register) -> None:
    history = History(register.database)
    old = decision("a", decided_on=TODAY - timedelta(days=2))
    new = decision("b", replaces_id=old.id)
    followups.add_decision(old)
    followups.add_decision(new)
    followups.remove_decision(old.id)
    assert [each.replaces_id for each in followups.decisions()] == [None]
    history.undo()
    assert replacements(followups.decisions()) == {old.id: new}


def test_the_log_tells_what_replaces_what(followups: Followups, register: Register, tmp_path: Path) -> None:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    old = decision("Gamla rutinen", decided_on=TODAY - timedelta(days=2), source_document="Minnesanteckning, s. 3")
    new = decision("Nya rutinen", replaces_id=old.id, decided_by="Anna Ek och Per Holmér")
    followups.add_decision(old)
    followups.add_decision(new)
    text = TaggedFile(followups.document(Listing.DECISIONS).pdf).document.text
    assert "Ersatt 2026-11-24" in text
    assert "Minnesanteckning, s. 3" in text
    assert "Anna Ek och Per Holmér" in text
    exported = followups.file(Listing.DECISIONS, FileForm.DELIMITED)
    rows = [line.cells for line in delimited_sheet(exported.content, "beslut.csv").lines]
    assert rows[0][-2:] == ("Ersätter", "Ersatt av")
    assert rows[1][-2:] == ("Gamla rutinen", "")
    assert rows[2][-2:] == ("", "Nya rutinen")

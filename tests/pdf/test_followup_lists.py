"""The action list and the decision log: what they say, and that they keep to PDF/UA-1 and PDF/A-2a."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import page
import pytest

from desktop.domain.meetings import followup_document
from desktop.domain.meetings.followup_document import (
    ActionLine,
    ActionListDocument,
    DecisionLine,
    DecisionLogDocument,
    ListHead,
    PartyActions,
)
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.pdf.action_list import action_list_pdf
from desktop.pdf.decision_log import decision_log_pdf
from tests.conftest import IN_CI
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import Element, TaggedFile
from tests.pdf.verapdf import engine

DAY = date(2026, 11, 24)
HEAD = ListHead(
    agency=PartyHead(name="Exempelmyndigheten", organisation_number="202100-1234", registry_number="2026/1187"),
    counterpart=PartyHead(name="Statens servicecenter", organisation_number="202100-6453"),
    day=DAY,
    status="Utkast",
    created=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
)
LATE = ActionLine(
    text="Beskriv rutinen för rättning av OB-tillägg",
    level="Taktisk",
    owner="Per Holmér",
    due_on=DAY - timedelta(days=14),
    days_overdue=14,
    meeting="Taktiskt samverkansmöte 2026-09-01",
)
OPEN = ActionLine(text="Utse ny kontaktperson", level="Strategisk")
DECISION = DecisionLine(
    text="Parterna möts varje månad", level="Taktisk", decided_on=DAY, review_on=DAY, due_for_review=True
)


def actions(*ours: ActionLine, theirs: tuple[ActionLine, ...] = (LATE,), head: ListHead = HEAD) -> bytes:
    parties = (PartyActions(party=head.agency.name, actions=ours), PartyActions(party="SSC", actions=theirs))
    return action_list_pdf(ActionListDocument(head=head, parties=parties))


def decisions(*lines: DecisionLine, head: ListHead = HEAD) -> bytes:
    return decision_log_pdf(DecisionLogDocument(head=head, decisions=lines))


def hostile() -> tuple[bytes, bytes]:
    texts = list(HOSTILE.values())
    party = PartyHead(name=texts[0], organisation_number=texts[1], registry_number=texts[2])
    head = replace(HEAD, agency=party, counterpart=party, status=texts[3])
    lines = [ActionLine(text=text, level=text, owner=text, meeting=text) for text in texts]
    decided = [DecisionLine(text=text, level=text, decided_on=DAY, meeting=text) for text in texts]
    return actions(*lines, theirs=tuple(lines), head=head), decisions(*decided, head=head)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "actions": lambda: actions(OPEN, LATE),
    "actions-of-two-hundred": lambda: actions(*[LATE] * 100, theirs=(OPEN,) * 100),
    "actions-none": lambda: actions(theirs=()),
    "actions-hostile": lambda: hostile()[0],
    "decisions": lambda: decisions(DECISION),
    "decisions-none": decisions,
    "decisions-hostile": lambda: hostile()[1],
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(DOCUMENTS[name](), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    reason = engine.missing()
    if reason:
        (pytest.fail if IN_CI else pytest.skip)(reason)
    files = []
    for name, make in DOCUMENTS.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(make())
    assert engine.failures(files) == []


def cells(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.all("TH", "TD")] for row in next(table.all("TBody")).all("TR")]


def test_the_head_says_whose_list_it_is_of_which_day() -> None:
    text = TaggedFile(actions()).document.text
    assert text.startswith(
        "Öppna åtgärder för båda parter Åtgärdslista Läget den 24 november 2026 "
        "Myndighet Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 "
        "Motpart Statens servicecenter Organisationsnummer 202100-6453 Status Utkast "
        "Exempelmyndigheten Inga öppna åtgärder. SSC 1 öppen åtgärd, försenad."
    )


def test_each_party_has_its_table_with_heads_and_lateness_in_words() -> None:
    paper = TaggedFile(actions(LATE, OPEN))
    ours, theirs = paper.document.all("Table")
    heads = [(head.text, head.scope) for head in next(ours.all("THead")).all("TH")]
    assert heads == [(name, "Column") for name in ("Åtgärd", "Ansvarig", "Nivå", "Klar senast", "Möte")]
    assert [head.scope for head in next(ours.all("TBody")).all("TH")] == ["Row", "Row"]
    late = [LATE.text, "Per Holmér", "Taktisk", "2026-11-10 Försenad 14 dagar", "Taktiskt samverkansmöte 2026-09-01"]
    assert cells(ours) == [late, [OPEN.text, "", "Strategisk", "Inget datum", ""]]
    assert cells(theirs) == [late]
    assert "2 öppna åtgärder, varav 1 försenad." in paper.document.text
    assert paper.bookmarks == ["Åtgärdslista", "  Exempelmyndigheten", "  SSC"]


def test_one_day_late_is_one_day() -> None:
    line = replace(LATE, days_overdue=1)
    text = TaggedFile(actions(line, line)).document.text
    assert "Försenad 1 dag " in text
    assert "2 öppna åtgärder, alla försenade." in text


def test_decisions_say_when_they_are_looked_at_again() -> None:
    (table,) = TaggedFile(decisions(DECISION, replace(DECISION, review_on=None, due_for_review=False))).document.all(
        "Table"
    )
    assert [row[3] for row in cells(table)] == ["2026-11-24 Dags att följa upp", ""]
    assert "Inga beslut är antecknade." in TaggedFile(decisions()).document.text


def test_hostile_text_comes_out_as_it_stands() -> None:
    for made in hostile():
        paper = TaggedFile(made)
        for table in paper.document.all("Table"):
            assert [row[0] for row in cells(table)] == [" ".join(text.split()) for text in HOSTILE.values()]
        assert not list(paper.document.all("Link", "Figure"))


def test_the_same_value_gives_the_same_bytes() -> None:
    assert actions(OPEN) == actions(OPEN)
    assert decisions(DECISION) == decisions(DECISION)


def test_private_preparation_has_no_way_into_a_list() -> None:
    values = (ActionLine, PartyActions, ActionListDocument, DecisionLine, DecisionLogDocument, ListHead)
    assert {value.__module__ for value in values} == {followup_document.__name__}
    names = {field.name for value in values for field in fields(value)}
    assert not {name for name in names if any(word in name for word in ("prepar", "private", "internal", "own_"))}

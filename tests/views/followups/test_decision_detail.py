"""The chosen decision: who made it, how long it holds, where it stands and what it replaces."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.domain.level import Level
from desktop.domain.meetings.followup import Decision
from desktop.views.followups.cells import Column
from desktop.views.followups.decision_detail import DecisionDetail
from desktop.views.followups.page import DECISIONS
from tests.views.followups.conftest import TODAY, Hands


@pytest.fixture
def detail(hands: Hands) -> DecisionDetail:
    hands.page.tabs.setCurrentIndex(DECISIONS)
    hands.settle()
    return hands.page.decision_pane.detail


def line(detail: DecisionDetail, name: str) -> QLineEdit:
    found = detail.findChild(QLineEdit, f"decision-{name}")
    assert found is not None
    return found


def choice(detail: DecisionDetail) -> QComboBox:
    found = detail.findChild(QComboBox, "decisionReplaces")
    assert found is not None
    return found


def write(hands: Hands, detail: DecisionDetail, name: str, text: str) -> None:
    line(detail, name).setFocus()
    line(detail, name).clear()
    QTest.keyClicks(line(detail, name), text)
    hands.page.flush()
    hands.settle()


def stored(hands: Hands, decision: Decision) -> Decision:
    hands.settle()
    return next(each for each in hands.followups.decisions() if each.id == decision.id)


def choose(hands: Hands, decision: Decision) -> None:
    table = hands.page.decision_pane.table
    table.choose(table.followups.row_of(decision.id))
    hands.settle()


def test_nothing_is_asked_where_there_is_no_decision(hands: Hands, detail: DecisionDetail) -> None:
    assert not detail.isVisible()
    hands.decision("Möten varje kvartal")
    assert detail.isVisible()


def test_each_field_saves_itself_and_is_undone(hands: Hands, detail: DecisionDetail) -> None:
    one = hands.decision("Möten varje kvartal")
    write(hands, detail, "decided_by", "Anna Ek")
    write(hands, detail, "valid_until", "2027-06-30")
    write(hands, detail, "source_document", "Bilaga 2, s. 4")
    kept = stored(hands, one)
    assert (kept.decided_by, str(kept.valid_until), kept.source_document) == ("Anna Ek", "2027-06-30", "Bilaga 2, s. 4")
    assert "Gäller till 2027-06-30" in hands.said(0, Column.TEXT, hands.page.decision_pane)
    hands.history.undo()
    hands.settle()
    assert stored(hands, one).source_document == ""


def test_an_unreadable_date_is_told_beside_the_field(hands: Hands, detail: DecisionDetail) -> None:
    one = hands.decision("Möten varje kvartal")
    write(hands, detail, "valid_until", "snart")
    assert "inte ett datum" in line(detail, "valid_until").accessibleDescription()
    assert line(detail, "valid_until").text() == "snart"
    assert stored(hands, one).valid_until is None
    write(hands, detail, "valid_until", "+2v")
    assert line(detail, "valid_until").accessibleDescription() == ""
    assert stored(hands, one).valid_until == TODAY + timedelta(days=14)


def test_an_older_decision_is_chosen_as_replaced_and_says_so(hands: Hands, detail: DecisionDetail) -> None:
    old = hands.decision("Möten varje månad", decided_on=TODAY - timedelta(days=300))
    hands.decision("Annan nivå", decided_on=TODAY - timedelta(days=200), level=Level.STRATEGIC)
    new = hands.decision("Möten varje kvartal")
    choose(hands, new)
    box = choice(detail)
    assert [box.itemText(place)[:10] for place in range(box.count())] == ["Inget besl", "2026-01-28", "2026-05-08"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert stored(hands, new).replaces_id == old.id
    choose(hands, old)
    assert "Ersatt 2026-11-24" in hands.said(
        hands.page.decision_pane.table.followups.row_of(old.id), Column.TEXT, hands.page.decision_pane
    )
    assert detail._successor.isVisible()
    detail._successor.click()
    hands.settle()
    table = hands.page.decision_pane.table
    assert table.followups.entry(table.current_row).id == new.id


def test_what_is_refused_leaves_the_decision_as_it_was(hands: Hands, detail: DecisionDetail) -> None:
    one = hands.decision("Möten varje kvartal")
    write(hands, detail, "valid_until", "2020-01-01")
    assert stored(hands, one).valid_until is None
    assert "sluta gälla innan" in hands.messages[-1][0]


def test_everything_can_be_heard(hands: Hands, detail: DecisionDetail) -> None:
    hands.decision("Möten varje kvartal")
    names = [line(detail, name).accessibleName() for name in ("decided_by", "valid_until", "source_document")]
    assert names == ["Beslutat av", "Gäller till", "Källdokument och sida"]
    assert choice(detail).accessibleName() == "Ersätter"

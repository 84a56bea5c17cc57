"""The register of matters, on the list of matters an agency has."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.dates import today
from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterStatus
from desktop.errors import StoreError
from desktop.models.database import Database
from desktop.views.matters.narrowing import LIMIT
from desktop.views.matters.page import MattersPage
from tests.data_files import MATTERS
from tests.views.registers import Desk, shown


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[MattersPage]:
    desk.bring(MATTERS)
    made = MattersPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    return made


def titles(page: MattersPage) -> list[str]:
    model = page.findChild(QListView, "matterList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def numbered(desk: Desk, number: str) -> Matter:
    return next(matter for matter in desk.matters.rows(open_only=False) if matter.number == number)


def text(page: MattersPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def choose(box: QComboBox, word: str) -> None:
    """Choose by the keyboard."""
    box.setFocus()
    while box.currentText() != word:
        before = box.currentText()
        QTest.keyClick(box, Qt.Key.Key_Down if box.findText(word) > box.currentIndex() else Qt.Key.Key_Up)
        assert box.currentText() != before


def test_the_newest_open_matter_is_first_and_shown(page: MattersPage, desk: Desk) -> None:
    wanted = [matter.title for matter in desk.matters.rows(open_only=True)]
    assert titles(page) == wanted
    assert text(page, "matterTitle") == wanted[0]


def test_the_filter_shows_closed_matters_too(page: MattersPage, desk: Desk) -> None:
    choose(page.findChild(QComboBox, "matterFilter"), "Alla ärenden")
    desk.settle()
    assert len(titles(page)) == desk.matters.count(open_only=False) > desk.matters.count(open_only=True)


def test_a_forum_narrows_the_list_and_the_chip_leads_back(page: MattersPage, desk: Desk, qtbot: QtBot) -> None:
    page.show_forum(Forum.TACTICAL)
    desk.settle()
    assert titles(page) == [m.title for m in desk.matters.rows(open_only=True, levels=frozenset({Level.TACTICAL}))]
    chip = page.findChild(QPushButton, "matterNarrowing")
    assert chip.text() == "Bara på taktisk nivå"
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    desk.settle()
    assert len(titles(page)) == desk.matters.count(open_only=True)
    assert not chip.isVisible()


def test_a_repetition_shows_the_matters_behind_it_closed_ones_too(page: MattersPage, desk: Desk) -> None:
    area_id = numbered(desk, "2026-008").area_id
    page.show_repetition(area_id, date(2026, 12, 1))
    desk.settle()
    behind = desk.matters.in_repetition(area_id, date(2026, 12, 1))
    assert [matter.number for matter in behind] == ["2026-003", "2026-006", "2026-008"]
    assert titles(page) == [matter.title for matter in behind]
    assert "Upprepad leveransbrist" in page.findChild(QPushButton, "matterNarrowing").text()


def test_a_matter_is_opened_whatever_the_list_shows(page: MattersPage, desk: Desk) -> None:
    closed = numbered(desk, "2026-003")
    page.show_forum(Forum.STRATEGIC)
    page.open_matter(closed.id)
    desk.settle()
    assert text(page, "matterTitle") == closed.title
    assert closed.title in titles(page)


def test_the_day_the_cost_was_split_is_typed_kept_and_ends_the_reminder(
    page: MattersPage, desk: Desk, qtbot: QtBot
) -> None:
    deficiency = numbered(desk, "2026-008")
    desk.matters.change(deficiency.id, cost_settled_on=None)
    page.open_matter(deficiency.id)
    desk.settle()
    assert text(page, "matterNeeds") == "Kostnaden är inte fördelad"
    field = page.findChild(QLineEdit, "matter_cost_settled_on")
    field.setText("2026-11-20")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.matters.get(deficiency.id).cost_settled_on == date(2026, 11, 20)
    assert text(page, "matterNeeds") == ""


def test_a_half_typed_date_belongs_to_the_matter_it_was_typed_for(page: MattersPage, desk: Desk, qtbot: QtBot) -> None:
    deficiency, other = numbered(desk, "2026-008"), numbered(desk, "2026-011")
    page.open_matter(deficiency.id)
    desk.settle()
    field = page.findChild(QLineEdit, "matter_cost_settled_on")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2026-11-21")
    page.open_matter(other.id)
    desk.settle()
    assert desk.matters.get(deficiency.id).cost_settled_on == date(2026, 11, 21)
    assert desk.matters.get(other.id) == other
    assert field.text() == ""


def test_what_is_no_date_never_follows_to_another_matter(
    page: MattersPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    another = tmp_path / MATTERS.name
    another.write_text(MATTERS.read_text(encoding="cp1252").replace("2026-008", "2026-099"), encoding="cp1252")
    desk.bring(another)
    deficiency, other = numbered(desk, "2026-008"), numbered(desk, "2026-099")
    page.open_matter(deficiency.id)
    desk.settle()
    field = page.findChild(QLineEdit, "matter_cost_settled_on")
    field.setFocus()
    qtbot.keyClicks(field, "2026-13")
    page.open_matter(other.id)
    desk.settle()
    assert field.text() == ""
    assert field.accessibleDescription() == ""
    assert (desk.matters.get(deficiency.id), desk.matters.get(other.id)) == (deficiency, other)


def test_only_the_fields_of_the_kind_are_shown(page: MattersPage, desk: Desk) -> None:
    names = ("cost_settled_on", "raised_operational_on", "raised_tactical_on")
    wanted = {
        "2026-014": set[str](),
        "2026-011": {"raised_operational_on", "raised_tactical_on"},
        "2026-008": {"cost_settled_on"},
    }
    for number, visible in wanted.items():
        page.open_matter(numbered(desk, number).id)
        desk.settle()
        fields = {name for name in names if page.findChild(QLineEdit, f"matter_{name}").isVisible()}
        assert fields == visible, number


def test_closing_dates_the_matter_and_offers_to_take_it_back(page: MattersPage, desk: Desk) -> None:
    matter = numbered(desk, "2026-012")
    page.open_matter(matter.id)
    desk.settle()
    said: list[tuple[str, str, bool]] = []
    page.message.connect(lambda *words: said.append(words))
    choose(page.findChild(QComboBox, "matterStatus"), "Avslutat")
    desk.settle()
    kept = desk.matters.get(matter.id)
    assert (kept.status, kept.closed_on) == (MatterStatus.CLOSED, today())
    assert matter.title not in titles(page)
    assert said == [("Ärendet är avslutat.", "good", True)]


def test_a_change_that_cannot_be_kept_is_told_and_taken_back_on_screen(
    page: MattersPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = numbered(desk, "2026-014")
    page.open_matter(incident.id)
    desk.settle()

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("Registret kan inte skrivas.")

    monkeypatch.setattr(desk.matters, "change", refuse)
    said: list[tuple[str, str, bool]] = []
    page.message.connect(lambda *words: said.append(words))
    choose(page.findChild(QComboBox, "matterStatus"), "Avslutat")
    desk.settle()
    assert said == [("Registret kan inte skrivas.", "danger", False)]
    assert page.findChild(QComboBox, "matterStatus").currentData() == incident.status.value


def test_text_from_files_stays_text(page: MattersPage, desk: Desk) -> None:
    hostile = "<b>fet</b> <img src=file:///etc/passwd> &amp;"
    matter = numbered(desk, "2026-014")
    desk.matters.change(matter.id, title=hostile, description=hostile)
    page.open_matter(matter.id)
    desk.settle()
    for name in ("matterTitle", "matterDescription"):
        label = page.findChild(QLabel, name)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == hostile
    model = page.findChild(QListView, "matterList").model()
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert "<p>&lt;b&gt;fet&lt;/b&gt; &lt;img src=file:///etc/passwd&gt; &amp;amp;</p>" in tips


def test_rows_are_read_aloud_with_facts_and_level(page: MattersPage) -> None:
    model = page.findChild(QListView, "matterList").model()
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2026-014" in said
    assert "på taktisk nivå" in said


def test_an_empty_register_asks_for_the_list(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, MattersPage(desk.tasks, desk.services))
    page.refresh(frozenset({"matter"}))
    desk.settle()
    assert not page.findChild(QComboBox, "matterFilter").isVisible()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Importera ärendelistan")
    with qtbot.waitSignal(page.import_asked, timeout=500):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_more_matters_than_the_list_shows_are_counted(
    page: MattersPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = desk.matters.rows(open_only=True)
    monkeypatch.setattr(desk.matters, "rows", lambda **_: (rows * LIMIT)[:LIMIT])
    monkeypatch.setattr(desk.matters, "count", lambda **_: 1204)
    page.refresh(frozenset({"matter"}))
    desk.settle()
    assert text(page, "matterMore") == "Visar de 500 senaste av 1204."


def test_news_of_other_things_change_nothing(page: MattersPage, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.matters, "rows", lambda **_: pytest.fail("read for nothing"))
    page.refresh(frozenset({"meeting", "agenda"}))
    desk.settle()


def test_a_register_where_everything_is_closed_says_so(page: MattersPage, desk: Desk) -> None:
    for matter in desk.matters.rows(open_only=True):
        desk.matters.change(matter.id, status=MatterStatus.CLOSED)
    desk.settle()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Inga öppna ärenden" in words
    assert not any(b.isVisible() for b in page.findChildren(QPushButton) if b.text() == "Importera ärendelistan")

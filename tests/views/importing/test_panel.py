"""The preview of an import, on the files an agency has."""

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop.domain.importing import ImportKind, ImportPreview, PreviewRow, Problem, RowAction
from desktop.views.importing.panel import ImportPanel
from desktop.views.importing.words import accept_words, count_words
from tests.data_files import CONTACTS, INVITATION, MATTERS
from tests.views.registers import Desk, shown

_WRAP = Qt.TextFlag.TextWordWrap
_SIDES = 2 * (7 + 4)
"""Around the text of a cell: what the style sheet and the style leave free."""


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> ImportPanel:
    return shown(qtbot, ImportPanel(desk.tasks, desk.imports))


def label(panel: ImportPanel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def button(panel: ImportPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None
    return found


def table(panel: ImportPanel, name: str) -> QAbstractItemModel:
    return panel.findChild(QTableView, name).model()


def chips(panel: ImportPanel) -> list[str]:
    return [chip.text() for chip in panel.findChildren(QLabel) if chip.property("tone") and chip.isVisible()]


def carry_out(panel: ImportPanel, desk: Desk) -> None:
    panel.accepted.connect(lambda preview: desk.tasks.run(lambda: desk.imports.apply(preview), panel, lambda _: None))


def preview(kind: ImportKind = ImportKind.CONTACTS, **more: Any) -> ImportPreview:
    values = {"file_name": "lista.xlsx", "headline": "", "rows": (), "problems": (), "content": None, **more}
    return ImportPreview(kind=kind, **values)


def test_the_contact_list_is_told_before_anything_is_saved(panel: ImportPanel, desk: Desk) -> None:
    panel.open_files([CONTACTS])
    desk.settle()
    wanted = desk.imports.preview(CONTACTS)
    assert label(panel, "pageTitle") == "Kontaktförteckning"
    assert label(panel, "pageSubtitle") == CONTACTS.name
    assert label(panel, "importHeadline") == wanted.headline
    assert label(panel, "importNothingSaved") == "Inget har sparats ännu."
    assert table(panel, "importRows").rowCount() == len(wanted.rows)
    people = sum(row.action is RowAction.CREATE for row in wanted.rows if row.row)
    assert wanted.headline.endswith(f"{people} nya kontakter")
    assert f"{people} nya" in chips(panel)
    assert button(panel, "importAccept").text() == f"Importera {people} kontakter"
    assert desk.contacts.all() == ()


def test_what_is_odd_in_the_file_is_told_first_with_row_and_column(
    panel: ImportPanel, desk: Desk, tmp_path: Path
) -> None:
    lines = MATTERS.read_text(encoding="cp1252").replace("96 500,50", "nästan hundra tusen")
    odd = tmp_path / MATTERS.name
    odd.write_text(lines, encoding="cp1252")
    panel.open_files([odd])
    desk.settle()
    problems = desk.imports.preview(odd).problems
    model = table(panel, "importProblems")
    cells = [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]
    assert cells == [(str(one.row or ""), one.column, one.sentence) for one in problems]
    assert any("nästan hundra tusen" in sentence and column == "Kostnad" for _, column, sentence in cells)
    assert f"{len(problems)} att titta på" in chips(panel)
    first, second = panel.findChild(QTableView, "importProblems"), panel.findChild(QTableView, "importRows")
    assert first.isVisible()
    assert first.mapToGlobal(QPoint()).y() < second.mapToGlobal(QPoint()).y()


def test_a_row_says_what_happens_as_word_and_icon(panel: ImportPanel, desk: Desk) -> None:
    panel.open_files([MATTERS])
    desk.settle()
    model = table(panel, "importRows")
    assert model.index(0, 1).data() == "Skapas"
    assert isinstance(model.index(0, 1).data(Qt.ItemDataRole.DecorationRole), QIcon)
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headers == ["Rad", "Vad händer", "Vad", "Detaljer"]


def test_files_are_shown_one_after_another_and_the_invitation_last(
    panel: ImportPanel, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(panel, desk)
    seen: list[tuple[str, str]] = []
    panel.open_files([INVITATION, CONTACTS, MATTERS])
    with qtbot.waitSignal(panel.finished):
        for _ in range(3):
            desk.settle()
            seen.append((label(panel, "pageTitle"), label(panel, "pageSubtitle")))
            qtbot.keyClick(button(panel, "importAccept"), Qt.Key.Key_Space)
    desk.settle()
    assert seen == [
        ("Kontaktförteckning", f"Fil 1 av 3 · {CONTACTS.name}"),
        ("Ärendelista", f"Fil 2 av 3 · {MATTERS.name}"),
        ("Kallelse", f"Fil 3 av 3 · {INVITATION.name}"),
    ]
    assert desk.contacts.all()
    assert desk.matters.count(open_only=False)
    assert desk.imports.preview(INVITATION).count(RowAction.CREATE) == 0


def test_the_invitation_knows_the_participants_of_the_list_before_it(
    panel: ImportPanel, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(panel, desk)
    alone = desk.imports.preview(INVITATION)
    panel.open_files([INVITATION, CONTACTS])
    desk.settle()
    qtbot.keyClick(button(panel, "importAccept"), Qt.Key.Key_Space)
    desk.settle()
    model = table(panel, "importRows")
    after = [tuple(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())]
    before = [row.detail for row in alone.rows]
    assert panel.findChild(QTableView, "importRows").isColumnHidden(0)
    assert [row[3] for row in after] != before


def test_escape_declines_and_saves_nothing(panel: ImportPanel, desk: Desk, qtbot: QtBot) -> None:
    carry_out(panel, desk)
    panel.open_files([CONTACTS])
    desk.settle()
    with qtbot.waitSignals([panel.declined, panel.finished]):
        qtbot.keyClick(panel.findChild(QTableView, "importRows"), Qt.Key.Key_Escape)
    desk.settle()
    assert desk.contacts.all() == ()
    assert not panel.is_busy


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_shown(
    panel: ImportPanel, desk: Desk, tmp_path: Path
) -> None:
    broken = tmp_path / "tom.xlsx"
    broken.touch()
    said: list[tuple[str, str, bool]] = []
    panel.message.connect(lambda *words: said.append(words))
    panel.open_files([broken, MATTERS])
    desk.settle()
    desk.settle()
    assert [tone for _, tone, _ in said] == ["danger"]
    assert "tom.xlsx" in said[0][0]
    assert label(panel, "pageTitle") == "Ärendelista"


def test_more_files_can_come_while_one_is_shown(panel: ImportPanel, desk: Desk) -> None:
    panel.open_files([CONTACTS])
    desk.settle()
    panel.open_files([MATTERS])
    assert label(panel, "pageSubtitle") == f"Fil 1 av 2 · {CONTACTS.name}"


def test_nothing_new_cannot_be_imported(panel: ImportPanel, desk: Desk) -> None:
    desk.bring(MATTERS)
    panel.open_files([MATTERS])
    desk.settle()
    assert not button(panel, "importAccept").isEnabled()
    assert label(panel, "importNothingSaved") == "Det finns inget nytt att lägga in."


def test_a_cancellation_can_be_accepted(panel: ImportPanel) -> None:
    panel._show(preview(ImportKind.INVITATION, rows=(PreviewRow(None, RowAction.CANCEL, "Taktiskt möte"),)))
    accept = button(panel, "importAccept")
    assert (accept.text(), accept.isEnabled()) == ("Ställ in mötet", True)
    assert chips(panel) == ["1 ställs in"]


def test_what_a_file_says_is_never_markup(panel: ImportPanel) -> None:
    hostile = "<b>fet</b> <img src='file:///etc/passwd'>"
    row, problem = PreviewRow(1, RowAction.CREATE, hostile, hostile), Problem(1, hostile, hostile)
    panel._show(preview(headline=hostile, rows=(row,), problems=(problem,)))
    assert panel.findChild(QLabel, "importHeadline").textFormat() is Qt.TextFormat.PlainText
    for name in ("importRows", "importProblems"):
        cell = table(panel, name).index(0, 2)
        assert cell.data() == hostile
        assert "<b>" not in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_twenty_thousand_rows_are_shown_at_once(panel: ImportPanel) -> None:
    rows = tuple(PreviewRow(number, RowAction.CREATE, f"Person {number}") for number in range(20_000))
    problems = tuple(Problem(number, "E-post", "saknas") for number in range(20_000))
    small = preview(rows=rows[:20], problems=problems[:20])
    panel._show(small)
    panel.grab()

    def time_of(shown: ImportPreview) -> float:
        started = time.perf_counter()
        panel._show(shown)
        panel.grab()
        return time.perf_counter() - started

    few = min(time_of(small) for _ in range(3))
    many = min(time_of(preview(rows=rows, problems=problems)) for _ in range(3))
    assert many < few * 5 + 0.1
    assert panel.findChild(QTableView, "importRows").model().rowCount() == 20_000
    assert button(panel, "importAccept").text() == "Importera 20\u00a0000 kontakter"


def test_the_words_follow_number_and_kind() -> None:
    new = PreviewRow(1, RowAction.CREATE, "x")
    known = PreviewRow(1, RowAction.UPDATE, "x")
    assert accept_words(preview(rows=(new,))) == "Importera 1 kontakt"
    assert accept_words(preview(ImportKind.MATTERS, rows=(new, known))) == "Importera 2 ärenden"
    area = PreviewRow(None, RowAction.CREATE, "Tjänsteområdet Lön")
    assert accept_words(preview(rows=(area, PreviewRow(1, RowAction.MATCH, "x")))) == "Importera"
    assert accept_words(preview(ImportKind.INVITATION, rows=(new, known))) == "Lägg in mötet"
    assert accept_words(preview(ImportKind.INVITATION, rows=(known, new))) == "Uppdatera mötet"
    gone = PreviewRow(None, RowAction.CANCEL, "Taktiskt möte")
    assert accept_words(preview(ImportKind.INVITATION, rows=(gone,))) == "Ställ in mötet"
    assert count_words(RowAction.CANCEL, 1) == "1 ställs in"
    assert [count_words(RowAction.CREATE, n) for n in (1, 2)] == ["1 ny", "2 nya"]


@pytest.mark.parametrize("file", [MATTERS, INVITATION])
def test_long_texts_are_broken_and_never_cut(panel: ImportPanel, desk: Desk, file: Path) -> None:
    panel.resize(760, 600)
    panel.open_files([file])
    desk.settle()
    rows = panel.findChild(QTableView, "importRows")
    assert any(rows.rowHeight(row) > rows.verticalHeader().defaultSectionSize() for row in range(3))
    for row in range(rows.model().rowCount()):
        for column in range(2, 4):
            text = rows.model().index(row, column).data()
            painted = rows.fontMetrics().boundingRect(0, 0, rows.columnWidth(column) - _SIDES, 1000, _WRAP, text)
            assert rows.rowHeight(row) >= painted.height() + 12, text


def test_the_column_of_a_problem_is_named_whole(panel: ImportPanel) -> None:
    panel._show(preview(problems=(Problem(row=None, column="Organisationsnummer", sentence="Det är ett annat."),)))
    problems = panel.findChild(QTableView, "importProblems")
    assert problems.columnWidth(1) >= problems.sizeHintForColumn(1)

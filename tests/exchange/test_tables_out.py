"""Tables on their way out: read back by our own readers, and never a formula."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.delimited import delimited_sheet
from desktop.exchange.plain_text import plain_passage
from desktop.exchange.tables_out import OutTable, delimited_file, harmless, workbook_file
from desktop.exchange.workbooks import workbook_sheets

HARM = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\x00=1",
    " =1",
    "\n=1",
    "\u00a0=1",
    '=HYPERLINK("x";"y")',
    "#N/A",
)
NO_LETTERS = "a\ufffeb\uffffc"
DAY = date(2026, 12, 1)


def table(*rows: tuple[str | int | date | None, ...]) -> OutTable:
    return OutTable(name="Åtgärdslista", headings=("Åtgärd", "Klar senast"), rows=rows)


def test_a_workbook_comes_back_as_it_was() -> None:
    made = workbook_file(table(('Å; "ä"\nö', DAY), ("Tal", 7), ("Inget", None)))
    (sheet,) = workbook_sheets(made, "bok.xlsx")
    assert sheet.name == "Åtgärdslista"
    assert [line.cells[:2] for line in sheet.lines] == [
        ("Åtgärd", "Klar senast"), ('Å; "ä"\nö', DAY), ("Tal", 7.0), ("Inget", ""),
    ]  # fmt: skip


def test_a_text_file_comes_back_as_it_was_and_opens_in_swedish_excel() -> None:
    made = delimited_file(table(('Å; "ä"\nö', DAY), ("Tal", 7), ("Inget", None)))
    assert made.startswith(b"\xef\xbb\xbf\xc3\x85tg\xc3\xa4rd;Klar senast\r\n")
    assert [line.cells for line in delimited_sheet(made, "fil.csv").lines] == [
        ("Åtgärd", "Klar senast"), ('Å; "ä"\nö', "2026-12-01"), ("Tal", "7"), ("Inget", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("text", HARM)
def test_no_cell_of_a_workbook_is_computed(text: str) -> None:
    made = workbook_file(table((text, text)))
    book = openpyxl.load_workbook(io.BytesIO(made))
    for cell in book.active[2]:
        assert cell.data_type == "s"
        assert cell.quotePrefix == cell.value.startswith(("=", "+", "-", "@"))
    (sheet,) = workbook_sheets(made, "bok.xlsx")
    assert sheet.lines[1].cells[:2] == (plain_passage(text),) * 2


@pytest.mark.parametrize("text", HARM[:-1])
def test_no_cell_of_a_text_file_is_computed(text: str) -> None:
    made = delimited_file(table((text, DAY)))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][0] == f"'{plain_passage(text)}"
    assert delimited_sheet(made, "fil.csv").lines[1].cells[0] == plain_passage(text)


def test_what_is_no_letter_does_not_stop_a_workbook() -> None:
    made = workbook_file(table((NO_LETTERS, DAY)))
    assert workbook_sheets(made, "bok.xlsx")[0].lines[1].cells[0] == "abc"


@pytest.mark.parametrize("text", ["'=1", "''+1", "'", "'a", "O'Brien", "'tis", "\tord"])
def test_an_apostrophe_of_ones_own_is_kept(text: str) -> None:
    made = delimited_file(table((text, DAY)))
    assert delimited_sheet(made, "fil.csv").lines[1].cells[0] == plain_passage(text)


def test_harmless_text_and_numbers_are_left_alone() -> None:
    assert [harmless(content) for content in ("a=b", "#N/A", -5, DAY, None, "")] == \
        ["a=b", "#N/A", "-5", "2026-12-01", "", ""]  # fmt: skip


@given(st.text(), st.text())
def test_whatever_is_written_neither_breaks_the_table_nor_begins_a_formula(first: str, second: str) -> None:
    made = delimited_file(table((first, second)))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [len(row) for row in rows] == [2, 2]
    assert not any(cell.lstrip(" \n\xa0").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[1])
    book = openpyxl.load_workbook(io.BytesIO(workbook_file(table((first, second)))))
    assert [cell.value or "" for cell in book.active[2]][:2] == [plain_passage(first), plain_passage(second)] or not (
        plain_passage(first) + plain_passage(second)
    )

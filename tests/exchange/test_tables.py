"""Tables found in workbooks and text files, with the numbers that the user's own program shows."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.matters.matter_list import MatterList
from desktop.errors import FileError
from desktop.exchange.delimited import delimited_sheet
from desktop.exchange.incoming import read_file
from desktop.exchange.sheets import MOST_LINES
from desktop.exchange.tables import as_day
from desktop.exchange.workbooks import workbook_sheets
from tests.data_files import CONTACTS, MATTERS
from tests.exchange.making import MATTER_HEADER, delimited, text_file, workbook

ROW = ["1", "2026-02-11", "Fråga", "Lön", "Åäö – rubrik", "", "Operativ", "Öppen", "", ""]


def only_matter(path: Path) -> str:
    content = read_file(path)
    assert isinstance(content, MatterList)
    assert len(content.matters) == 1
    return f"{content.matters[0].row} {content.matters[0].title}"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_character_set_and_delimiter_are_found_out(codec: str, delimiter: str, tmp_path: Path) -> None:
    path = delimited(tmp_path, [["Ärendelista, hösten; 2026"], [], MATTER_HEADER, ROW], delimiter, codec)
    assert only_matter(path) == "4 Åäö – rubrik"


def test_a_record_is_numbered_by_the_line_where_it_begins() -> None:
    sheet = delimited_sheet(b'a;"b\r\nb\nb"\r\n\r\nc;d', "x")
    assert [(line.number, line.cells) for line in sheet.lines] == [(1, ("a", "b\nb\nb")), (5, ("c", "d"))]


def test_the_delimiter_is_not_misled_by_commas_in_the_text() -> None:
    sheet = delimited_sheet(MATTERS.read_bytes(), "x")
    assert {len(line.cells) for line in sheet.lines} == {10}


def test_a_quotation_mark_without_its_pair_says_where() -> None:
    with pytest.raises(FileError, match="på eller efter rad 2"):
        delimited_sheet(b'a;b\r\nc;"' + b"x" * 200_000, "x")


def test_the_sheet_whose_header_fits_is_chosen(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, Läsmig=[["Nr och rubrik"]], Annat=[["Nr", "Vad"]], Ärenden=[["Titel"], MATTER_HEADER, ROW]
    )
    assert only_matter(path) == "3 Åäö – rubrik"


def test_columns_come_in_any_order_and_by_other_names(tmp_path: Path) -> None:
    header = ["STATUS:", "Ärendemening", "Okänd kolumn", "Ärendenummer", "Typ "]
    content = read_file(workbook(tmp_path, Blad=[header, ["Öppen", "Rubriken", "x", 7, "Risk"]]))
    assert isinstance(content, MatterList)
    assert (content.matters[0].number, content.matters[0].title) == ("7", "Rubriken")


def test_a_repeated_header_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[MATTER_HEADER, [None] * 10, MATTER_HEADER, [" "], ROW])
    assert only_matter(path) == "5 Åäö – rubrik"


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, Synligt=[["tomt"]], Dolt=[MATTER_HEADER, ROW])
    book = openpyxl.load_workbook(path)
    book["Dolt"].sheet_state = "hidden"
    book.save(path)
    with pytest.raises(FileError, match="ingen rubrikrad"):
        read_file(path)


def test_a_workbook_that_claims_to_be_smaller_than_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[MATTER_HEADER, ROW])
    rewrite(path, "xl/worksheets/sheet1.xml", lambda text: text.replace('ref="A1:J2"', 'ref="A1:A1"'))
    assert only_matter(path) == "2 Åäö – rubrik"


def rewrite(path: Path, part: str, change: Callable[[str], str]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == part:
                before = content.decode()
                content = change(before).encode()
                assert content.decode() != before
            new.writestr(entry, content)
    path.write_bytes(buffer.getvalue())


def test_formulas_are_text_or_what_excel_last_showed(tmp_path: Path) -> None:
    row = [*ROW[:4], "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","klicka")', *ROW[6:]]
    path = workbook(tmp_path, Blad=[MATTER_HEADER, row])
    assert only_matter(path) == "2 =cmd|' /C calc'!A0"
    calculated = re.compile(r"(calc'!A0</f>)<v>?\s*(?:/>|</v>)")
    rewrite(path, "xl/worksheets/sheet1.xml", lambda text: calculated.sub(r"\1<v>4711</v>", text))
    assert only_matter(path) == "2 4711"


def test_cells_filled_by_merging_and_dates_are_typed() -> None:
    (sheet,) = workbook_sheets(CONTACTS.read_bytes(), "x")
    assert sheet.lines[0].texts == ["Kontaktförteckning Samverkan"]
    assert sheet.lines[4].cells[8] == date(2024, 1, 1)


def test_entity_bombs_are_not_expanded(tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[MATTER_HEADER, ROW])
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE b [<!ENTITY a0 "aaaaaaaaaa">{entities}]>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda text: bomb + text.replace("<v>", "<v>&a8;", 1))
    with pytest.raises(FileError, match="skadad"):
        read_file(path)


@pytest.mark.parametrize("row", ["1048577", "999999999999", "-4"])
def test_row_numbers_beyond_excel_cost_nothing(row: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[MATTER_HEADER, ROW, ["sist"]])
    rewrite(path, "xl/worksheets/sheet1.xml", lambda text: text.replace('<row r="3"', f'<row r="{row}"'))
    assert only_matter(path) == "2 Åäö – rubrik"


def test_merged_cells_over_the_whole_sheet_cost_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[MATTER_HEADER, ROW])
    merged = '</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda text: text.replace("</sheetData>", merged))
    assert only_matter(path) == "2 Åäö – rubrik"


def test_too_many_rows_are_refused_with_the_limit(tmp_path: Path) -> None:
    path = delimited(tmp_path, [MATTER_HEADER, *([str(n), *ROW[1:]] for n in range(100_000))])
    with pytest.raises(FileError, match="fler än 100\u00a0000 rader"):
        read_file(path)
    assert MOST_LINES == 100_000


def test_a_workbook_without_sheets(tmp_path: Path) -> None:
    path = workbook(tmp_path, Blad=[["x"]])
    rewrite(path, "xl/workbook.xml", lambda text: text[: text.index("<sheet ")] + text[text.index("</sheets>") :])
    with pytest.raises(FileError, match="har inga blad"):
        read_file(path)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2024, 1, 1), date(2024, 1, 1)),
        ("2025-03-01", date(2025, 3, 1)),
        ("2025-3-1", date(2025, 3, 1)),
        ("2025-03-01 00:00:00", date(2025, 3, 1)),
        ("20250301", date(2025, 3, 1)),
        ("1/3 2025", date(2025, 3, 1)),
        ("01.03.2025", date(2025, 3, 1)),
        ("1 mars 2025", date(2025, 3, 1)),
        (45717.0, date(2025, 3, 1)),
        ("", None),
    ],
)
def test_dates_are_read_as_people_write_them(cell: date | str | float, day: date | None) -> None:
    assert as_day(cell) == day


@pytest.mark.parametrize("cell", ["i våras", "1/3", "tis", "+2v", "2025-13-01", "2025-02-30", 3.0, 1e12, "0000-00-00"])
def test_a_date_without_its_year_is_not_guessed(cell: str | float) -> None:
    with pytest.raises(ValueError, match=r".*"):
        as_day(cell)


def test_an_unknown_table_says_what_is_looked_for(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"ingen rubrikrad.*Efternamn och E-post"):
        read_file(text_file(tmp_path, "vara;pris\nmjölk;12\n"))

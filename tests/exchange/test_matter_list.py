"""Lists of matters: Swedish words and numbers, grades read from the description, and what was odd."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.matters.matter_list import MatterList
from desktop.domain.money import Money
from desktop.errors import FileError
from desktop.exchange.incoming import read_file
from desktop.exchange.matter_list import grade_in
from tests.data_files import MATTERS
from tests.exchange.making import MATTER_HEADER, workbook


def test_the_real_list_is_read_whole() -> None:
    content = read_file(MATTERS)
    assert isinstance(content, MatterList)
    assert [(matter.row, matter.number) for matter in content.matters] == [
        (2, "2026-003"), (3, "2026-006"), (4, "2026-007"), (5, "2026-008"), (6, "2026-011"), (7, "2026-012"),
        (8, "2026-014"),
    ]  # fmt: skip
    assert content.problems == ()
    incident = content.matters[-1]
    assert incident.title == 'Felaktig löneutbetalning oktober, "dubbla" utbetalningar'
    assert incident.description.endswith("skada.\nÅterkrav påbörjat; belopp: 1 204 331,00 kr.")
    assert (incident.kind, incident.level, incident.status) == (MatterKind.INCIDENT, Level.TACTICAL, MatterStatus.OPEN)
    assert (incident.cost, incident.reported_on) == (Money(120433100), date(2026, 11, 12))
    assert (incident.grade, incident.grade_read) == (Grade.SIGNIFICANT, "betydande")
    assert content.matters[3].cost == Money(9650050)
    assert [matter.grade for matter in content.matters[:-1]] == [None] * 6


@pytest.mark.parametrize(
    ("description", "grade"),
    [
        ("Betydande. Risk för skada.", Grade.SIGNIFICANT),
        ("31 anställda. Allvarlig. Mer text.", Grade.SERIOUS),
        ("Fel.\nMåttligt", Grade.MODERATE),
        ("Försumbar störning i tjänsten.", Grade.NEGLIGIBLE),
        ("En betydande del av lönerna.", None),
        ("Inte allvarlig.", None),
        ("Allvarligheten utreds.", None),
        ("", None),
    ],
)
def test_a_grade_is_read_only_where_it_is_stated(description: str, grade: Grade | None) -> None:
    assert grade_in(description)[0] is grade


def read(folder: Path, *rows: list[object]) -> MatterList:
    content = read_file(workbook(folder, Blad=[MATTER_HEADER, *rows]))
    assert isinstance(content, MatterList)
    return content


def test_typed_cells_of_a_workbook(tmp_path: Path) -> None:
    row = [12, date(2026, 2, 11), "leveransbrist", "Lön", "Rubrik", None, "Operativ nivå", "PÅGÅR", 18400.5, 41877]
    (matter,) = read(tmp_path, row).matters
    assert (matter.number, matter.support_case, matter.cost) == ("12", "41877", Money(1840050))
    assert (matter.reported_on, matter.status) == (date(2026, 2, 11), MatterStatus.OPEN)


def test_what_is_odd_is_told_and_the_row_kept(tmp_path: Path) -> None:
    content = read(
        tmp_path, ["7", "snart", "Klagomål", "Lön", "Rubrik", "Om 811218-9876.", "Hög", "Kanske", "mycket", ""]
    )
    (matter,) = content.matters
    assert (matter.kind, matter.level, matter.status, matter.reported_on, matter.cost) == (None,) * 5
    assert {problem.column for problem in content.problems} == {
        "Typ", "Nivå", "Status", "Datum", "Kostnad", "Beskrivning",
    }  # fmt: skip
    assert {problem.row for problem in content.problems} == {2}


def test_the_first_of_several_with_the_same_number_counts(tmp_path: Path) -> None:
    row = ["A-1", "2026-02-11", "Fråga", "Lön", "Första", "", "Operativ", "Öppen", "", ""]
    content = read(tmp_path, row, ["a-1", *row[1:4], "Andra", *row[5:]], ["", *row[1:]], ["Summa: 2 ärenden"])
    assert [matter.title for matter in content.matters] == ["Första"]
    assert [(left.row, left.reason) for left in content.left_out] == [
        (3, "Numret finns redan på rad 2; den raden gäller."),
        (4, "Nummer saknas."),
        (5, "Rubrik saknas."),
    ]
    assert content.problems[0].row == 3


@pytest.mark.parametrize("cost", [1e13, 1e300, -3e14])
def test_amounts_beyond_reason_are_left_out(cost: float, tmp_path: Path) -> None:
    content = read(tmp_path, ["1", "2026-02-11", "Fråga", "", "Rubrik", "", "Operativ", "Öppen", cost, ""])
    assert content.matters[0].cost is None
    assert content.problems[0].column == "Kostnad"


def test_headings_with_nothing_below_them_are_told(tmp_path: Path) -> None:
    path = tmp_path / "rubriker.csv"
    path.write_text(MATTERS.read_text(encoding="cp1252").splitlines()[0], encoding="cp1252")
    with pytest.raises(FileError, match=r"rubriker\.csv har rubriker men inga ärenden"):
        read_file(path)

"""Words wider than their column are broken where a reader expects it, and are still found whole."""

from datetime import UTC, datetime

import pytest

from desktop.pdf import fonts
from desktop.pdf.builder import Column, DocumentBuilder
from desktop.pdf.long_words import with_breaks
from desktop.pdf.xmp import About
from tests.pdf.structure_reader import TaggedFile

ADDRESS = "anna.angstrom@exempelmyndigheten.example"


@pytest.fixture(autouse=True)
def _with_fonts() -> None:
    fonts.load()


@pytest.mark.parametrize(
    ("width", "broken"),
    [
        (400, ADDRESS),
        (150, "anna.angstrom @exempelmyndigheten.example"),
        (110, "anna.angstrom @exempelmyndigheten .example"),
    ],
)
def test_an_address_is_broken_at_its_signs_and_only_where_it_must(width: float, broken: str) -> None:
    assert with_breaks(f"Nås på {ADDRESS}", fonts.REGULAR, 9, width).removeprefix("Nås på ") == broken


def test_the_address_is_found_whole_in_the_document() -> None:
    page = DocumentBuilder(About(title="Lista", author="", subject="", created=datetime(2026, 11, 24, tzinfo=UTC)), "")
    page.heading(1, "Lista")
    page.table((Column("Namn"), Column("E-post", 120)), [("Anna", ADDRESS)])
    assert [cell.text for cell in TaggedFile(page.build()).document.all("TD")] == ["Anna", ADDRESS]

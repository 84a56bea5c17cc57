"""Every document keeps to PDF/UA-1 and PDF/A-2a, by the word of two validators."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import page
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.pdf.agenda import agenda_pdf
from tests.conftest import IN_CI
from tests.pdf import documents
from tests.pdf.papers import PAPERS
from tests.pdf.test_builder import everything
from tests.pdf.verapdf import engine

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "agenda": lambda: agenda_pdf(documents.agenda()),
    "agenda-of-two-hundred": lambda: agenda_pdf(documents.agenda(items=documents.items(200))),
    "agenda-bare": lambda: agenda_pdf(
        documents.agenda(items=(), participants=(), secrecy=None, place="", convener="", level="")
    ),
    "agenda-hostile": lambda: agenda_pdf(documents.hostile_agenda()),
    "agenda-in-sections": lambda: agenda_pdf(documents.agenda(items=documents.in_sections())),
    "everything": everything,
    **PAPERS,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(DOCUMENTS[name](), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    _skip_without_verapdf()
    files = []
    for name, make in DOCUMENTS.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(make())
    assert engine.failures(files) == []


def test_both_validators_find_fault_with_a_plain_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    canvas = Canvas(str(plain))
    canvas.drawString(100, 100, "utan taggar")
    canvas.save()
    assert not page.validate_pdf(plain, profile="ua1").is_compliant
    _skip_without_verapdf()
    assert any("ua1" in failure for failure in engine.failures([plain]))


def test_plain_reportlab_writes_as_it_always_did(tmp_path: Path) -> None:
    agenda_pdf(documents.agenda(created=datetime(2026, 1, 1, tzinfo=UTC)))
    plain = tmp_path / "plain.pdf"
    canvas = Canvas(str(plain), pageCompression=0)
    canvas.drawString(100, 100, "som vanligt")
    canvas.save()
    assert b"\n\nendstream" not in plain.read_bytes()
    assert b"StructTreeRoot" not in plain.read_bytes()


def _skip_without_verapdf() -> None:
    reason = engine.missing()
    if reason and IN_CI:
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)

"""The same document gives the same bytes, whatever the process, the day and the surroundings."""

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.pdf.agenda import agenda_pdf
from tests.pdf import documents
from tests.pdf.test_builder import everything

_ROOT = Path(__file__).parents[2]
_MAKE = """
import hashlib, sys
from tests.pdf import documents
from tests.pdf.test_builder import everything
from desktop.pdf.agenda import agenda_pdf
print(hashlib.sha256(agenda_pdf(documents.agenda(items=documents.items(40)))).hexdigest())
print(hashlib.sha256(everything()).hexdigest())
"""


def digests() -> list[str]:
    made = [agenda_pdf(documents.agenda(items=documents.items(40))), everything()]
    return [hashlib.sha256(pdf).hexdigest() for pdf in made]


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "SOURCE_DATE_EPOCH": "1", "LC_ALL": "C"},
    ],
)
def test_across_processes(surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MAKE], cwd=_ROOT, env=os.environ | surroundings, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == digests()


def test_the_clock_does_not_enter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests()
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert digests() == before


def test_the_order_of_making_does_not_enter() -> None:
    first = agenda_pdf(documents.agenda())
    agenda_pdf(documents.agenda(title="Ett annat möte med andra tecken: ЖΩ€"))
    assert agenda_pdf(documents.agenda()) == first


def test_what_is_said_does_enter() -> None:
    made = documents.agenda()
    later = documents.agenda(created=made.created + timedelta(seconds=1))
    assert agenda_pdf(later) != agenda_pdf(made)
    assert agenda_pdf(documents.agenda(status="Utkast")) != agenda_pdf(made)

"""What attached files are called, and how their size is told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.attachment import size_words
from desktop.domain.file_names import LONGEST, LONGEST_ENDING, NAMELESS, kept_name

FORBIDDEN = set('<>:"/\\|?*')


@given(st.text(max_size=300))
@example("../../etc/passwd")
@example("C:\\Windows\\con.txt")
@example("\u202efdp.exe")
@example("nul")
@example("å" * 300 + ".pdf")
@example("\U0001f600" * 300 + ".pdf")
@example(". . .")
def test_a_kept_name_is_harmless_on_every_system(name: str) -> None:
    kept = kept_name(name)
    assert kept
    assert kept == kept.strip(" .")
    assert not FORBIDDEN & set(kept)
    assert kept.isprintable()
    assert len(kept) <= LONGEST + LONGEST_ENDING
    assert len(kept.encode()) <= 250
    assert kept_name(kept) == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Dagordning 1 december.pdf", "Dagordning 1 december.pdf"),
        ("Överenskommelse–bilaga (2).docx", "Överenskommelse–bilaga (2).docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\CON.txt", "_CON.txt"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("com1", "_com1"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("rad\nbrytning\x00.txt", "rad brytning.txt"),
        ("vad?.txt", "vad.txt"),
        ("...", NAMELESS),
        ("", NAMELESS),
        ("å" * 200 + ".pdf", "å" * 100 + ".pdf"),
    ],
)
def test_a_kept_name_is_as_near_the_files_own_as_can_be(name: str, kept: str) -> None:
    assert kept_name(name) == kept


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1\u00a0byte"),
        (1023, "1023\u00a0byte"),
        (1024, "1\u00a0kB"),
        (200_000, "195\u00a0kB"),
        (1_258_291, "1,2\u00a0MB"),
        (50 * 1024 * 1024, "50,0\u00a0MB"),
    ],
)
def test_a_size_is_told_as_people_read_it(size: int, words: str) -> None:
    assert size_words(size) == words

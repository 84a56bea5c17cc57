import logging
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logs

ours = logging.getLogger("desktop.services.meetings.meetings")
library = logging.getLogger("somelibrary")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger("desktop").level
    handler = logs.start(tmp_path)
    yield tmp_path / logs.NAME
    logs.stop(handler)
    logging.getLogger("desktop").setLevel(level)


def test_a_line_tells_when_in_utc_how_grave_where_and_what(log: Path):
    ours.info("imported %d matters", 3)
    line = log.read_text(encoding="utf-8").strip()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO +desktop\.services\.meetings\.meetings imported 3 matters", line
    )


def test_levels(log: Path):
    ours.debug("detail")
    library.info("chatter")
    assert log.read_text(encoding="utf-8") == ""


def test_a_library_s_words_are_not_kept_only_that_it_warned_and_where(log: Path, log_book):
    library.warning("no such person: %s", "Anna Ek")
    log_book.expect("Anna Ek")
    text = log.read_text(encoding="utf-8")
    assert "Anna" not in text
    assert "person" not in text
    assert re.search(r"WARNING +somelibrary \(at test_logs:\d+\)", text)


def test_an_error_s_words_and_places_on_the_computer_are_not_kept(log: Path, log_book):
    try:
        try:
            raise KeyError("Anna Ek")  # noqa: TRY301 - the chain is the point
        except KeyError as error:
            raise ValueError("anna.ek@agency.example") from error
    except ValueError:
        ours.exception("could not save")
    log_book.expect("could not save")
    text = log.read_text(encoding="utf-8").lower()
    assert "anna" not in text
    assert str(Path(__file__).parent).lower() not in text
    assert "builtins.valueerror" in text
    assert "because of\nbuiltins.keyerror" in text
    assert "test_an_error_s_words" in text


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_every_file_is_open_to_the_user_alone_and_their_number_is_bounded(log: Path):
    for _ in range(60):
        ours.info("x" * 100_000)
    files = list(log.parent.iterdir())
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert sum(file.stat().st_size for file in files) <= 4_000_000


def test_after_the_end_nothing_is_kept(tmp_path: Path):
    logs.stop(logs.start(tmp_path))
    ours.info("late")
    assert (tmp_path / logs.NAME).read_text(encoding="utf-8") == ""

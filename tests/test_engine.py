"""The engine asleep, awake and closed."""

from pathlib import Path

import pytest

from desktop.engine import Engine
from desktop.paths import Paths
from desktop.unlocking import Key, Unlocking


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    paths = Paths.chosen(tmp_path, demo=True)
    key = Unlocking(paths, sample=True).unlock()
    assert isinstance(key, Key)
    return Engine(paths, key)


def test_a_service_held_before_waking_works_after(engine: Engine) -> None:
    meetings = engine.meetings
    assert engine.is_sample
    assert engine.glance() is None
    engine.wake(lambda _: None)
    rows = meetings.rows()
    engine.close()
    glance = engine.glance()
    assert glance is not None
    assert glance.rows == rows


def test_news_are_told_and_the_sample_itself_cannot_be_undone(engine: Engine) -> None:
    heard: list[frozenset[str]] = []
    engine.wake(lambda news: heard.append(news.kinds))
    assert engine.history.undoable() is None
    engine.agendas.add(engine.meetings.rows()[0].id, "Punkt")
    assert heard == [frozenset({"agenda"})]
    engine.close()


def test_readable_drafts_of_earlier_runs_are_removed(engine: Engine, tmp_path: Path) -> None:
    draft = tmp_path / "demo" / "drafts" / "Dagordning.eml"
    draft.write_text("Hej", encoding="utf-8")
    engine.wake(lambda _: None)
    engine.close()
    assert not draft.exists()


def test_opened_attachments_are_removed_at_the_start_and_at_the_end(engine: Engine, tmp_path: Path) -> None:
    opened = tmp_path / "demo" / "drafts" / "opened"
    for act in (lambda: engine.wake(lambda _: None), engine.close):
        (opened / "1").mkdir(parents=True)
        (opened / "1" / "Dagordning.pdf").write_bytes(b"%PDF")
        act()
        assert not opened.exists()


def test_a_key_never_shows_in_what_is_logged(engine: Engine) -> None:
    assert engine._key.secret.hex() not in repr(engine._key)

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import settings
from desktop.settings import Settings

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
arrangements = st.builds(
    Settings,
    language=st.sampled_from(["sv", "en"]),
    theme=st.sampled_from(["system", "light", "dark"]),
    window=words,
    page=words,
    splitters=st.dictionaries(words, st.lists(st.integers(0, 10_000), max_size=4).map(tuple), max_size=4),
)


@given(arrangements)
def test_what_is_saved_is_loaded(tmp_path_factory: pytest.TempPathFactory, arranged: Settings):
    path = tmp_path_factory.getbasetemp() / "settings.json"
    settings.save(path, arranged)
    assert settings.load(path) == arranged


def test_without_a_file_the_defaults_hold(tmp_path: Path):
    assert settings.load(tmp_path / "settings.json") == Settings()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_file_is_open_to_the_user_alone(tmp_path: Path):
    path = tmp_path / "settings.json"
    settings.save(path, Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"language": "xx"}',
        b'{"theme": 3}',
        b'{"window": []}',
        b'{"splitters": []}',
        b'{"splitters": {"a": [-1]}}',
        b'{"splitters": {"a": [true]}}',
        b'{"splitters": {"a": 1}}',
        b"[" * 100_000,
    ],
    ids=lambda damage: damage[:30].decode("ascii", "replace"),
)
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, log_book, damage: bytes):
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    assert settings.load(path) == Settings()
    log_book.expect("set aside as settings.json.damaged")
    assert not path.exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage


def test_names_of_a_later_version_are_passed_over(tmp_path: Path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "later": 1}), encoding="utf-8")
    assert settings.load(path) == Settings(theme="dark")


def test_an_interrupted_save_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "settings.json"
    settings.save(path, Settings(theme="dark"))

    def power_cut(_: int):
        raise OSError("power cut")

    with monkeypatch.context() as cut:
        cut.setattr(os, "fsync", power_cut)
        with pytest.raises(OSError, match="power cut"):
            settings.save(path, Settings(theme="light"))
    assert settings.load(path) == Settings(theme="dark")
    settings.save(path, Settings(theme="light"))
    assert settings.load(path) == Settings(theme="light")

import os
import stat
from pathlib import Path

import pytest

from desktop.paths import Paths, make_private, private_folder

posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps others out by the profile's access list")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _places(paths: Paths) -> list[Path]:
    return [paths.database, paths.vault, paths.copies, paths.logs, paths.drafts, paths.settings]


def test_the_default_lies_in_the_user_s_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Paths.chosen().data_dir.name == "Samverkan"
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert Paths.chosen().data_dir == tmp_path / "Samverkan"


def test_a_chosen_folder_holds_everything_and_each_thing_has_its_own_place(tmp_path: Path):
    places = _places(Paths.chosen(tmp_path))
    assert len(set(places)) == len(places)
    assert {place.parent for place in places} == {tmp_path}


def test_the_sample_register_never_lies_where_the_real_one_does(tmp_path: Path):
    demo, real = Paths.chosen(tmp_path, demo=True), Paths.chosen(tmp_path)
    assert demo.data_dir.parent == real.data_dir
    assert not set(_places(demo)) & set(_places(real))


def test_a_relative_or_home_folder_stays_the_same_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert Paths.chosen(Path("here")).data_dir == tmp_path / "here"
    assert Paths.chosen(Path("~/there")).data_dir == Path.home() / "there"


@posix
def test_what_is_prepared_is_open_to_the_user_alone(tmp_path: Path):
    paths = Paths(tmp_path / "a" / "b")
    paths.prepare()
    paths.prepare()
    assert {_mode(folder) for folder in (paths.data_dir, paths.copies, paths.logs, paths.drafts)} == {0o700}


@posix
def test_an_empty_folder_or_one_of_our_own_is_closed_to_others(tmp_path: Path):
    paths = Paths(tmp_path / "register")
    paths.data_dir.mkdir()
    paths.data_dir.chmod(0o755)
    paths.prepare()
    assert _mode(paths.data_dir) == 0o700
    paths.data_dir.chmod(0o755)
    paths.prepare()
    assert _mode(paths.data_dir) == 0o700


@posix
def test_a_shared_folder_with_other_things_is_left_as_it_is(tmp_path: Path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "report.txt").write_text("x", encoding="utf-8")
    with pytest.raises(PermissionError, match="open to others"):
        Paths(shared).prepare()
    assert _mode(shared) == 0o755
    assert [path.name for path in shared.iterdir()] == ["report.txt"]


def test_a_file_in_the_way_is_told(tmp_path: Path):
    (tmp_path / "register").write_text("x", encoding="utf-8")
    with pytest.raises(FileExistsError):
        private_folder(tmp_path / "register")


@posix
def test_files_and_folders_get_the_mode_that_fits_them(tmp_path: Path):
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    file.chmod(0o644)
    make_private(file)
    assert _mode(file) == 0o600
    assert _mode(private_folder(tmp_path / "folder" / "inner")) == 0o700

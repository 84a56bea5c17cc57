import ast
import importlib.util
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "installer" / "dev.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("installer_dev", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, where an apt-get writes down what it was told."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/told"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return tmp_path / "told"


def _start(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | env, check=False)


def test_an_old_python_can_read_far_enough_to_be_told():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    old = "import sys; sys.version_info = (3, 10, 13); import runpy; runpy.run_path(sys.argv[1])"
    found = subprocess.run([sys.executable, "-c", old, str(SCRIPT)], capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "needs Python 3.11 or later" in found.stderr
    assert "Traceback" not in found.stderr


def test_without_a_known_verb_it_explains_itself():
    assert _start("--help").returncode == 0
    assert "dev.py run" in _start("--help").stdout
    for arguments in ((), ("build",)):
        found = _start(*arguments)
        assert found.returncode == 2
        assert "dev.py test" in found.stderr


def test_root_gets_the_missing_libraries(dev: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libnot-here.so.9": ("libnot-here9", "not-here")})
    monkeypatch.setattr(dev, "is_root", lambda: True)
    dev.see_to_qt(screen=False)
    assert tools.read_text(encoding="utf-8").splitlines() == [
        "update --quiet",
        "install --yes --no-install-recommends libnot-here9",
    ]


def test_others_are_told_the_exact_command(dev: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libnot-here.so.9": ("libnot-here9", "not-here")})
    monkeypatch.setattr(dev, "is_root", lambda: False)
    with pytest.raises(dev.Unable, match="sudo apt-get install --yes --no-install-recommends libnot-here9"):
        dev.see_to_qt(screen=False)
    assert not tools.exists()


@pytest.mark.usefixtures("tools")
def test_tests_without_their_programs_are_skipped_except_in_ci(dev: ModuleType, monkeypatch, capsys):
    monkeypatch.setattr(dev, "is_root", lambda: False)
    dev.see_to_tests({})
    assert "those tests are skipped" in capsys.readouterr().err
    with pytest.raises(dev.Unable, match="gnome-keyring"):
        dev.see_to_tests({"CI": "true"})


def _prepared(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "list[list[str]]":
    """A checkout of its own, and the list of what is started in it."""
    lock = tmp_path / "lock"
    lock.write_text("package==1\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "installed-from")
    commands: list[list[str]] = []

    def started(command: "list[str]", env: "dict[str, str] | None" = None, *, quiet: bool = False) -> int:
        commands.append(command)
        if "venv" in command:
            (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
            (tmp_path / ".venv" / "bin" / "python").touch()
        return 0

    monkeypatch.setattr(dev, "started", started)
    return commands


def test_the_environment_is_made_once_and_anew_when_the_lock_changes(dev, tmp_path, monkeypatch):
    commands = _prepared(dev, tmp_path, monkeypatch)
    dev.see_to_environment()
    dev.see_to_environment()
    assert len(commands) == 2
    assert "--require-hashes" in commands[1]
    (tmp_path / "lock").write_text("package==2\n", encoding="utf-8")
    dev.see_to_environment()
    assert len(commands) == 4


def test_an_environment_that_was_not_finished_is_made_anew(dev, tmp_path, monkeypatch):
    commands = _prepared(dev, tmp_path, monkeypatch)
    whole = dev.started
    monkeypatch.setattr(dev, "started", lambda command, **options: whole(command) + ("pip" in command))
    with pytest.raises(dev.Unable):
        dev.see_to_environment()
    monkeypatch.setattr(dev, "started", whole)
    dev.see_to_environment()
    assert len(commands) == 4


def test_what_follows_the_verb_is_handed_on(dev, tmp_path, monkeypatch, capsys):
    commands = _prepared(dev, tmp_path, monkeypatch)
    monkeypatch.setattr(dev, "become", dev.started)  # or this process would be gone
    env = {"PATH": os.environ["PATH"]}
    assert dev.run(["--demo", "--data-dir", "x"], env) == 0
    assert commands[-1][1:] == ["-m", "desktop", "--demo", "--data-dir", "x"]
    assert env["QT_QPA_PLATFORM"] == "offscreen"
    assert "no display" in capsys.readouterr().err
    assert dev.test(["tests/test_paths.py", "-x"], env) == 0
    assert commands[-1][1:] == ["-m", "pytest", "tests/test_paths.py", "-x"]

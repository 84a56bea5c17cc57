"""The rules of the house that a machine can keep."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("desktop", "installer", "resources", "tests", ".ci")
SOURCES = sorted(path for path in (ROOT / "desktop").rglob("*.py") if path.parent.name != "versions")
LINES_OF_A_MODULE = 400
BYTES_OF_A_FILE = 1_000_000
UNTOLD_NAMES = {"utils", "util", "misc", "common", "helpers", "helper", "manager"}
LOCKS = ("requirements", "requirements-dev")

HOSTS = re.compile(
    "|".join([r"py" + r"pi\.org", r"python" + r"hosted\.org", r"registry\.npm" + r"js", r"--index" + "-url"])
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:(?:home|Users)/\w|(?:root|work)/)|\b[A-Z]:\\+Users\\+\w")


def _files() -> list[Path]:
    loose = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    rooms = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()]
    return [path for path in loose + rooms if "__pycache__" not in path.parts]


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _calls(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(node.func.attr, node.lineno) for node in calls if isinstance(node.func, ast.Attribute)]


def test_nobody_imports_whom_they_may_not():
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", script, "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_pyside_stays_below_6_12():
    from PySide6 import __version__

    assert Version(__version__) < Version("6.12"), "6.12 loses references and aborts on Python 3.11"
    wanted = _requirements("requirements")["pyside6-essentials"]
    assert not wanted.specifier.contains("6.12.0")


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_a_module_can_be_read_in_one_sitting(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_MODULE
    assert path.stem not in UNTOLD_NAMES


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_nothing_blocks_the_window_or_lets_events_in_by_the_back_door(path: Path):
    forbidden = {"processEvents", "exec_"}
    if (ROOT / "desktop" / "views") in path.parents:
        forbidden |= {"exec"}
    assert [f"{name}() in line {line}" for name, line in _calls(path) if name in forbidden] == []


def test_no_file_is_too_large():
    assert [_relative(path) for path in _files() if path.stat().st_size > BYTES_OF_A_FILE] == []


def test_no_package_host_and_no_place_on_a_machine_is_named():
    found: list[str] = []
    for path in _files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{_relative(path)}: {hit.group()}" for rule in (HOSTS, MACHINE_PATHS) for hit in rule.finditer(text)]
    assert found == []


def test_the_rules_for_hosts_and_places_find_them():
    assert HOSTS.search("https://py" + "pi.org/simple")
    assert MACHINE_PATHS.search('path = "/' + 'home/anna/x"')
    assert MACHINE_PATHS.search("C:" + r"\Users\anna")
    assert not MACHINE_PATHS.search("https://site.example/" + "home/anna")


def _requirements(name: str) -> dict[str, Requirement]:
    text = (ROOT / "installer" / f"{name}.in").read_text(encoding="utf-8")
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    wanted = [Requirement(line) for line in lines if line and not line.startswith("-")]
    return {_normal(requirement.name): requirement for requirement in wanted}


def _locked(name: str) -> dict[str, tuple[Version, str, int]]:
    """What a lock file names: version, marker and number of hashes."""
    text = (ROOT / "installer" / f"{name}.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, tuple[Version, str, int]] = {}
    for line in filter(None, text.splitlines()):
        entry = re.fullmatch(r"([\w.-]+)==(\S+)(?: ; (.*?))?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line)
        assert entry, f"{name}.lock: not a pinned and hashed requirement: {line[:80]}"
        package, version, marker, hashes = entry.groups()
        if marker:
            Marker(marker)
        found[_normal(package)] = (Version(version), marker or "", hashes.count("sha256"))
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_holds_what_is_asked_for(name: str):
    locked = _locked(name)
    for package, wanted in _requirements(name).items():
        assert package in locked, f"{package} is not locked"
        assert wanted.specifier.contains(locked[package][0]), f"{package} is locked outside {wanted.specifier}"


def test_what_is_tested_is_what_is_shipped():
    shipped, tested = (_locked(name) for name in LOCKS)
    assert {package: tested.get(package) for package in shipped} == shipped

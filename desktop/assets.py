"""Where the files that ship with the program lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def asset(name: str) -> Path:
    """The path of a shipped file, named relative to ``resources/``."""
    return RESOURCES / name

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.models.database import Database

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "register.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., Database]]:
    """Opens the register, as often as asked; all are closed at the end."""
    open_ones: list[Database] = []

    def open_it(who: str = "Maja Ek") -> Database:
        open_ones.append(Database.open(path, KEY, who))
        return open_ones[-1]

    yield open_it
    for database in open_ones:
        database.close()


@pytest.fixture
def database(opened: Callable[..., Database]) -> Database:
    return opened()

"""How long it takes to propose an agenda in a register of 100 000 matters. Goal: at most 50 ms.

Run it with ``python -m tests.bench.bench_proposals``. The ratio is against reading one meeting of the same register.
"""

import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, Matter, MatterKind, MatterStatus
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meetings import Meetings
from desktop.services.sample import fill
from tests.bench.ratios import in_turn

MATTERS = 100_000
OPEN_ONE_IN = 500
GOAL_MS = 50
_CHUNK = 10_000


def main() -> None:
    """Print the milliseconds, the ratio, and what was proposed."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "register.db", bytes(32), "bench")
        fill(database)
        _grow(database)
        meetings, agendas = Meetings(database), Agendas(database)
        meeting = meetings.rows()[0].id
        proposed = len(agendas.proposals(meeting))
        ours, bound = in_turn([_timed(lambda: agendas.proposals(meeting)), _timed(lambda: meetings.get(meeting))], 25)
        database.close()
    print(  # noqa: T201
        f"{proposed} proposals among {MATTERS} matters: {ours * 1000:.1f} ms (goal {GOAL_MS}), "
        f"{ours / bound:.1f} times the reading of one meeting"
    )


def _grow(database: Database) -> None:
    """Ten years of matters, nearly all closed."""
    dice = random.Random(2026)
    areas: list[UUID] = []
    with database.reading() as session:
        areas = list(session.scalars(MatterRecord.__table__.select().with_only_columns(MatterRecord.area_id)))
    today = date.today()  # noqa: DTZ011 -- any day will do
    for start in range(0, MATTERS, _CHUNK):
        with database.writing(Act("bench.fill")) as session:
            session.add_all(_matter(dice, number, areas, today) for number in range(start, start + _CHUNK))


def _matter(dice: random.Random, number: int, areas: list[UUID], today: date) -> MatterRecord:
    kind = dice.choice(list(MatterKind))
    open_ = number % OPEN_ONE_IN == 0
    return MatterRecord.of(
        Matter(
            id=new_id(),
            number=f"M-{number:06}",
            kind=kind,
            title=f"Ärende {number}",
            level=dice.choice(list(Level)),
            reported_on=today - timedelta(days=dice.randrange(3650)),
            area_id=dice.choice(areas),
            status=MatterStatus.OPEN if open_ else MatterStatus.CLOSED,
            grade=dice.choice(list(Grade)) if kind is MatterKind.INCIDENT else None,
        )
    )


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return measure


if __name__ == "__main__":
    main()

"""What is typed is in the register within a second, and still there when the program is killed without warning."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.assembly import services_of
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from tests.views.meetings.notes.typing_process import TEXTS
from tests.views.registers import KEY

ROOT = Path(__file__).resolve().parents[4]


def test_notes_survive_a_killed_program(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "register.db", KEY, "provaren")
    meeting = Meeting(
        id=new_id(),
        title="Taktiskt möte",
        level=Level.TACTICAL,
        starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
        ends_at=datetime(2026, 12, 1, 13, tzinfo=UTC),
    )
    services = services_of(database)
    services.meetings.create(meeting)
    item = services.agendas.add(meeting.id, "Ett")
    database.close()
    command = [sys.executable, "-m", "tests.views.meetings.notes.typing_process", str(tmp_path)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        seconds = [float(typing.stdout.readline()) for _ in TEXTS]
        typing.kill()
    assert typing.returncode == -signal.SIGKILL, "it was killed and did not end by itself"
    assert max(seconds) < 1
    database = Database.open(tmp_path / "register.db", KEY, "provaren")
    assert services_of(database).notes.sheet(meeting.id).text(item) == "".join(TEXTS)
    database.close()

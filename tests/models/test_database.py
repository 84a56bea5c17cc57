"""The encrypted file: closed to others, whole after any end, and clear about what is wrong."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import set_committed_value

from desktop.domain.contacts.contact import Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.meetings.meeting import Meeting
from desktop.errors import ConflictError, StoreError
from desktop.models import cipher
from desktop.models.agenda import AgendaItemRecord
from desktop.models.change import ChangeRecord
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.database import Database, News
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord

Opened = Callable[..., Database]
ADD = Act("matter.create", "2026-014")


def matter(title: str = "Fel i lönefilen") -> Matter:
    return Matter(
        id=new_id(), number="2026-014", kind=MatterKind.INCIDENT, title=title, level=Level.TACTICAL,
        reported_on=date(2026, 11, 2),
    )  # fmt: skip


def keep(database: Database, value: Matter) -> Matter:
    with database.writing(ADD) as session:
        session.add(MatterRecord.of(value))
    return value


def titles(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.scalars(select(MatterRecord.title)))


def test_what_is_kept_is_there_the_next_time(opened: Opened) -> None:
    value = keep(opened(), matter())
    with opened().reading() as session:
        assert session.get_one(MatterRecord, value.id).to_value() == value


def test_plain_sqlite_cannot_open_it(database: Database, path: Path) -> None:
    keep(database, matter())
    database.close()
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        sqlite3.connect(path).execute("SELECT * FROM sqlite_master")


def test_another_key_cannot_open_it(database: Database, path: Path) -> None:
    keep(database, matter())
    with pytest.raises(StoreError, match="nyckeln är fel"):
        Database.open(path, bytes(32), "Maja Ek")
    with pytest.raises(ValueError, match="32 bytes"):
        Database.open(path, b"short", "Maja Ek")


def test_no_file_shows_what_is_kept(database: Database, path: Path) -> None:
    secret = "Hemligheten om Ålidhem"
    keep(database, matter(secret))
    with database.writing(Act("matter.change", secret)) as session:
        session.query(MatterRecord).one().change(description=secret * 200)
    kept = [path, *path.parent.glob("register.db-*")]
    assert {file.name for file in kept} == {"register.db", "register.db-wal", "register.db-shm"}
    database_open = b"".join(file.read_bytes() for file in kept)
    database.close()
    for content in (database_open, path.read_bytes()):
        for encoding in ("utf-8", "latin-1", "utf-16-le"):
            assert secret.encode(encoding) not in content
        assert b"CREATE TABLE" not in content


@pytest.mark.skipif(os.name != "posix", reason="rights of files are a matter of POSIX")
def test_the_user_alone_may_read_it(opened: Opened, path: Path) -> None:
    before = os.umask(0)
    try:
        keep(opened(), matter())
        rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert rights == {"register.db": 0o600, "register.db-wal": 0o600, "register.db-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="rights of files are a matter of POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(opened: Opened, path: Path) -> None:
    opened().close()
    path.chmod(0o644)
    path.parent.chmod(0o755)
    opened()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_committed_can_be_lost_to_a_power_cut(database: Database) -> None:
    with database.reading() as session:
        run = session.connection().exec_driver_sql
        settings = [run(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")]
        assert settings == ["wal", 2, 1]
        assert run("PRAGMA secure_delete").scalar() == 2
        assert run("PRAGMA cipher_version").scalar()


def test_too_old_an_sqlite_is_refused(path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "_SQLITE_NEEDED", (99, 0, 0))
    with pytest.raises(RuntimeError, match="older"):
        Database.open(path, key, "Maja Ek")


def test_a_file_of_something_else_is_refused(path: Path, key: bytes) -> None:
    path.parent.mkdir()
    other = cipher.connect(path, key)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(StoreError, match="inte ett register"):
        Database.open(path, key, "Maja Ek")


def test_a_folder_in_the_way_is_told(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "register.db").mkdir()
    with pytest.raises(StoreError, match="kunde inte öppnas"):
        Database.open(tmp_path / "register.db", key, "Maja Ek")


def test_damage_is_told(database: Database, path: Path, key: bytes) -> None:
    for number in range(50):
        keep(database, matter(f"{number} " * 200))
    database.close()
    content = bytearray(path.read_bytes())
    for place in range(4096 + 100, len(content), 4096):
        content[place] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(StoreError, match="är skadat"):
        Database.open(path, key, "Maja Ek")


def test_a_full_disk_is_told_and_leaves_everything_as_it_was(database: Database) -> None:
    keep(database, matter("Kvar"))
    with pytest.raises(StoreError, match="Disken är full"), database.writing(ADD) as session:  # noqa: PT012
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
        session.add(MatterRecord.of(matter("x" * 100_000)))
    assert titles(database) == ["Kvar"]


def test_a_write_protected_register_is_told(database: Database) -> None:
    with pytest.raises(StoreError, match="skrivskyddat"), database.writing(ADD) as session:  # noqa: PT012
        session.connection().exec_driver_sql("PRAGMA query_only = on")
        session.add(MatterRecord.of(matter()))


def test_whoever_comes_second_waits(opened: Opened) -> None:
    first, second = opened("Första"), opened("Andra")
    entered = threading.Event()

    def write_second() -> None:
        entered.wait()
        keep(second, matter("2"))

    writer = threading.Thread(target=write_second)
    writer.start()
    with first.writing(ADD) as session:
        entered.set()
        session.add(MatterRecord.of(matter("1")))
        session.flush()
    writer.join()
    assert titles(first) == ["1", "2"]


def test_who_waits_too_long_is_told(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened("Första")
    monkeypatch.setattr(cipher, "_WAIT_SECONDS", 0.05)
    second = opened("Andra")
    with (
        first.writing(ADD) as session,
        pytest.raises(StoreError, match="används just nu"),
        second.writing(ADD),
    ):
        session.add(MatterRecord.of(matter()))
    keep(second, matter("2"))
    assert titles(first) == ["2"]


def test_reading_sees_one_state_while_others_write(opened: Opened) -> None:
    first, second = opened(), opened()
    with first.reading() as session:
        before = session.scalar(select(func.count()).select_from(MatterRecord))
        keep(second, matter())
        after = session.scalar(select(func.count()).select_from(MatterRecord))
    assert (before, after) == (0, 0)
    assert len(titles(first)) == 1


def test_an_exception_undoes_everything(database: Database) -> None:
    told: list[News] = []
    database.on_news(told.append)
    with pytest.raises(ZeroDivisionError), database.writing(ADD) as session:  # noqa: PT012
        session.add(MatterRecord.of(matter()))
        session.flush()
        _ = 1 / 0
    assert titles(database) == []
    assert told == []
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ChangeRecord)) == 0


def test_a_session_for_reading_cannot_write(database: Database) -> None:
    with database.reading() as session, pytest.raises(RuntimeError, match="for reading"):  # noqa: PT012
        session.add(MatterRecord.of(matter()))
        session.flush()
    assert titles(database) == []


@pytest.mark.parametrize(
    "statement",
    [
        update(MatterRecord).values(title="Förbi"),
        delete(MatterRecord),
        insert(MatterRecord).values(title="Förbi"),
        delete(MatterRecord.__table__),
    ],
    ids=["update", "delete", "insert", "table"],
)
def test_no_statement_changes_rows_behind_history(database: Database, statement: object) -> None:
    keep(database, matter("Kvar"))
    with pytest.raises(RuntimeError, match="one by one"), database.writing(ADD) as session:
        session.execute(statement)
    with database.reading() as session, pytest.raises(RuntimeError, match="one by one"):
        session.execute(statement)
    assert titles(database) == ["Kvar"]


def test_news_tell_what_was_concerned_after_the_commit(opened: Opened) -> None:
    database, other = opened(), opened()
    told: list[tuple[frozenset[str], int]] = []
    database.on_news(lambda news: told.append((news.kinds, len(titles(other)))))
    with database.writing(Act("import.contacts")) as session:
        person = ContactRecord.of(Contact(id=new_id(), party=Party.SSC, family_name="Öberg"))
        session.add_all([person, AssignmentRecord(contact_id=person.id, level=Level.TACTICAL)])
        session.add(MatterRecord.of(matter()))
    assert told == [(frozenset({"contact", "matter"}), 1)]


def test_nothing_changed_is_no_news(database: Database) -> None:
    value = keep(database, matter())
    told: list[News] = []
    database.on_news(told.append)
    with database.writing(ADD) as session:
        record = session.get_one(MatterRecord, value.id)
        record.change(title="Annan")
        session.flush()
        record.change(title=value.title)
        passing = MatterRecord.of(matter("Hann aldrig"))
        session.add(passing)
        session.flush()
        session.delete(passing)
    assert told == []
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ChangeRecord)) == 1


def test_someone_elses_version_is_a_conflict(database: Database) -> None:
    value = keep(database, matter())
    with pytest.raises(ConflictError, match="någon annan"), database.writing(ADD) as session:  # noqa: PT012
        record = session.get_one(MatterRecord, value.id)
        set_committed_value(record, "version", 7)
        record.title = "Min"
    assert titles(database) == [value.title]


def test_what_is_referred_to_cannot_go_missing(database: Database) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.writing(ADD) as session:
        session.add(AssignmentRecord(contact_id=new_id(), level=Level.TACTICAL))
    keep(database, matter("Efter"))  # the refused commit holds no lock
    assert titles(database) == ["Efter"]
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AssignmentRecord)) == 0


def test_no_session_is_left_open(database: Database) -> None:
    keep(database, matter())
    titles(database)
    with pytest.raises(ZeroDivisionError), database.reading() as session:  # noqa: PT012
        session.scalar(select(MatterRecord.title))
        _ = 1 / 0
    assert database._reading.pool.checkedout() == 0


def test_the_questions_asked_most_have_an_index(database: Database) -> None:
    now = datetime.now(UTC)
    questions = {
        "ix_matter_status_level_reported_on": select(MatterRecord)
        .where(MatterRecord.status == MatterStatus.OPEN, MatterRecord.level == Level.TACTICAL)
        .order_by(MatterRecord.reported_on.desc()),
        "ix_matter_kind_area_id_reported_on": select(MatterRecord).where(
            MatterRecord.kind == MatterKind.DEFICIENCY,
            MatterRecord.area_id == new_id(),
            MatterRecord.reported_on >= now.date(),
        ),
        "ix_meeting_starts_at": select(MeetingRecord)
        .where(MeetingRecord.starts_at >= now)
        .order_by(MeetingRecord.starts_at),
        "ix_agenda_item_meeting_id_position": select(AgendaItemRecord)
        .where(AgendaItemRecord.meeting_id == new_id())
        .order_by(AgendaItemRecord.position),
    }
    with database.reading() as session:
        connection = session.connection()
        for index, question in questions.items():
            text = str(question.compile(connection, compile_kwargs={"literal_binds": True}))
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
            assert [line for line in plan if index in line], plan
            assert not [line for line in plan if "TEMP B-TREE" in line], plan


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord

database = Database.open(Path(sys.argv[1]), bytes(range(32)), "Maja Ek")
at = datetime(2026, 12, 1, tzinfo=UTC)
while True:
    meeting = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=at, ends_at=at)
    with database.writing(Act("meeting.create")) as session:
        session.add(MeetingRecord.of(meeting))
    print(meeting.id, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_in_the_middle_it_keeps_what_it_acknowledged(opened: Opened, path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline() for _ in range(40)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.readlines()
    with opened().reading() as session:
        kept = set(session.scalars(select(MeetingRecord.id)))
        written = session.scalar(select(func.count()).select_from(ChangeRecord).where(ChangeRecord.verb.like("m%")))
    assert {line.strip() for line in acknowledged if line.endswith("\n")} <= {str(key) for key in kept}
    assert written == len(kept)


def test_a_value_outlives_its_session(database: Database) -> None:
    at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    meeting = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=at, ends_at=at)
    with database.writing(Act("meeting.create")) as session:
        session.add(MeetingRecord.of(meeting))
    with database.reading() as session:
        value = session.get_one(MeetingRecord, meeting.id).to_value()
    database.close()
    assert value == meeting

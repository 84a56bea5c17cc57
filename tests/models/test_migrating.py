"""An older register is brought up to date after a copy, a newer one is refused, and nothing is ever lost."""

import shutil
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import indent

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.domain.contacts.contact import Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.meeting import Meeting
from desktop.errors import StoreError
from desktop.models import cipher, copying, migrating, schema
from desktop.models.agenda import AgendaItemRecord
from desktop.models.agreement import AgreementRecord
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.records import RECORDS
from desktop.models.revision import HEAD

KEY = bytes(range(32))
RELEASED = Path(__file__).parent.parent / "databases"
AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
SCRIPT = """
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"

def upgrade():
"""
REBUILD = """
with op.batch_alter_table("meeting", recreate="always") as meeting:
    meeting.add_column(sa.Column("colour", sa.String(), nullable=False, server_default=""))
with op.batch_alter_table("change_field", recreate="always") as change_field:
    change_field.add_column(sa.Column("colour", sa.String(), nullable=False, server_default=""))
"""

Upgrade = Callable[[str], None]


@pytest.fixture
def upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Upgrade:
    """Makes the program one revision newer; its migration does what the given lines say."""

    def make_newer(body: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrating.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        script = SCRIPT.replace("{head}", HEAD) + indent(body, "    ")
        (folder / "versions" / "9000_newer.py").write_text(script, encoding="utf-8")
        monkeypatch.setattr(migrating, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", "9000")

    return make_newer


@pytest.fixture
def older(path: Path) -> Path:
    """A register of the current revision with a meeting and an item that is part of it."""
    database = Database.open(path, KEY, "Maja Ek")
    meeting = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=AT, ends_at=AT)
    with database.writing(Act("meeting.create")) as session:
        session.add(MeetingRecord.of(meeting))
        session.add(AgendaItemRecord.of(AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter")))
    database.close()
    return path


def schema_of(path: Path) -> set[tuple[object, ...]]:
    connection = cipher.connect(path, KEY)
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    connection.close()
    return set(found)


def revision_of(path: Path) -> object:
    connection = cipher.connect(path, KEY)
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return found and found[0]


def contents(path: Path) -> list[str]:
    database = Database.open(path, KEY, "Maja Ek")
    with database.reading() as session:
        query = select(AgendaItemRecord.title).join(MeetingRecord, MeetingRecord.id == AgendaItemRecord.meeting_id)
        found = list(session.scalars(query))
    database.close()
    return found


def copies_of(path: Path) -> list[Path]:
    folder = path.parent / "copies"
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_new_file_is_what_the_migrations_make(path: Path, tmp_path: Path) -> None:
    Database.open(path, KEY, "Maja Ek").close()
    migrated = tmp_path / "migrated.db"
    driver = cipher.connect(migrated, KEY, foreign_keys=False)
    migrating._upgrade(driver, migrating._configured())
    assert schema_of(migrated) == schema_of(path)
    assert len(schema_of(path)) > 60


def test_the_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(migrating._configured()).get_heads() == [schema.HEAD]


def test_a_current_register_is_opened_as_it_is(older: Path) -> None:
    assert contents(older) == ["Avgifter"]
    assert copies_of(older) == []


def test_an_older_one_is_copied_and_brought_up_to_date(older: Path, upgrade: Upgrade) -> None:
    upgrade('op.add_column("meeting", sa.Column("colour", sa.String()))')
    assert contents(older) == ["Avgifter"]
    assert revision_of(older) == "9000"
    assert any("colour" in str(row[3]) for row in schema_of(older))
    [copy] = copies_of(older)
    assert copy.name.startswith(f"register-{HEAD}-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert b"Avgifter" not in copy.read_bytes()
    assert revision_of(copy) == HEAD
    with pytest.raises(StoreError, match="nyckeln är fel"):
        Database.open(copy, bytes(32), "Maja Ek")


def test_the_copy_holds_what_is_still_in_the_log(older: Path, upgrade: Upgrade) -> None:
    crashed = cipher.connect(older, KEY)  # somebody else has it open, so nothing was moved out of the log
    database = Database.open(older, KEY, "Maja Ek")
    with database.writing(Act("contact.create")) as session:
        session.add(ContactRecord.of(Contact(id=new_id(), party=Party.SSC, family_name="Öberg")))
    database.close()
    upgrade('op.add_column("meeting", sa.Column("colour", sa.String()))')
    Database.open(older, KEY, "Maja Ek").close()
    crashed.close()
    [copy] = copies_of(older)
    connection = cipher.connect(copy, KEY)
    assert connection.execute("SELECT family_name FROM contact").fetchall() == [("Öberg",)]
    connection.close()


def test_a_rebuilt_table_keeps_its_rows_its_parts_and_its_triggers(older: Path, upgrade: Upgrade) -> None:
    upgrade(REBUILD)
    assert contents(older) == ["Avgifter"]
    triggers = {row[1] for row in schema_of(older) if row[0] == "trigger"}
    assert triggers == {
        "change_no_update",
        "change_no_delete",
        "change_field_no_update",
        "change_field_no_delete",
        "notes_version_fixed",
    }
    database = Database.open(older, KEY, "Maja Ek")
    with pytest.raises(IntegrityError, match="append-only"), database.writing(Act("x")) as session:
        session.connection().exec_driver_sql("DELETE FROM change_field")
    database.close()


@pytest.mark.parametrize(
    "body",
    [
        'op.execute("DELETE FROM agenda_item")',
        'op.execute("UPDATE agenda_item SET meeting_id = 1")',
        'op.drop_table("agenda_item")',
    ],
    ids=["rows lost", "reference lost", "table lost"],
)
def test_a_migration_that_loses_something_is_taken_back(older: Path, upgrade: Upgrade, body: str) -> None:
    before = schema_of(older)
    upgrade(body + '\nop.add_column("meeting", sa.Column("colour", sa.String()))')
    with pytest.raises(StoreError, match="kunde inte uppdateras"):
        Database.open(older, KEY, "Maja Ek")
    assert schema_of(older) == before
    assert revision_of(older) == HEAD


def test_a_program_without_its_newest_migration_changes_nothing(
    older: Path, upgrade: Upgrade, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade("pass")
    monkeypatch.setattr(schema, "HEAD", "9001")
    with pytest.raises(StoreError, match="kunde inte uppdateras"):
        Database.open(older, KEY, "Maja Ek")
    assert revision_of(older) == HEAD


def test_a_migration_that_breaks_is_taken_back(older: Path, upgrade: Upgrade) -> None:
    before = schema_of(older)
    upgrade('op.add_column("meeting", sa.Column("colour", sa.String()))\nraise ZeroDivisionError')
    with pytest.raises(ZeroDivisionError):
        Database.open(older, KEY, "Maja Ek")
    assert schema_of(older) == before
    assert revision_of(older) == HEAD
    assert len(copies_of(older)) == 1


def test_a_newer_one_is_refused_and_left_alone(older: Path) -> None:
    connection = cipher.connect(older, KEY)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = older.read_bytes()
    with pytest.raises(StoreError, match=r"nyare version av Samverkan.*Installera"):
        Database.open(older, KEY, "Maja Ek")
    assert older.read_bytes() == before
    assert copies_of(older) == []


def test_without_a_whole_copy_nothing_is_migrated(
    older: Path, upgrade: Upgrade, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade('op.add_column("meeting", sa.Column("colour", sa.String()))')

    def broken(_path: Path, _key: bytes) -> None:
        raise StoreError("Säkerhetskopian blev inte hel.")

    monkeypatch.setattr(copying, "_verify", broken)
    with pytest.raises(StoreError, match="blev inte hel"):
        Database.open(older, KEY, "Maja Ek")
    assert revision_of(older) == HEAD
    assert copies_of(older) == []


def test_a_damaged_copy_is_noticed(older: Path, tmp_path: Path) -> None:
    source = cipher.connect(older, KEY)
    target = tmp_path / "copies" / "copy.db"
    copying.copy_register(source, KEY, target)
    source.close()
    content = bytearray(target.read_bytes())
    content[-200] ^= 0x01
    target.write_bytes(content)
    with pytest.raises(StoreError, match="inte hel"):
        copying._verify(target, KEY)


def test_there_is_a_file_of_every_released_schema() -> None:
    scripts = ScriptDirectory.from_config(migrating._configured()).walk_revisions()
    assert {file.stem for file in RELEASED.glob("*.db")} == {script.revision for script in scripts}


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.db")), ids=lambda file: file.stem)
def test_every_released_schema_opens(released: Path, path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(released, path)
    database = Database.open(path, KEY, "Maja Ek")
    with database.reading() as session:
        for record in RECORDS:
            session.scalars(select(record)).all()
        assert session.scalars(select(AgreementRecord.agency_name)).one() == "Provmyndigheten"
        [item] = session.scalars(select(AgendaItemRecord))
        assert item.to_value().title == "Avgifter 2027"
        [person] = session.scalars(select(ContactRecord))
        assert person.to_value().confirmed_on == date(2026, 9, 2)
    database.close()
    assert revision_of(path) == schema.HEAD

"""The first screen reads the same with the plain driver as through the services."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.agreement import LevelChoice
from desktop.domain.dates import today
from desktop.domain.forum import Forum, forums_on
from desktop.domain.level import LevelModel
from desktop.domain.meetings.meeting import SecrecyMarking
from desktop.models.database import Database
from desktop.models.glance import glance
from desktop.services.agreements import Agreements
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meetings import Meetings
from desktop.services.sample import fill

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "register.db", KEY, "provaren")
    yield opened
    opened.close()


def test_it_says_what_the_services_say(database: Database, tmp_path: Path) -> None:
    fill(database)
    meetings = Meetings(database)
    first = meetings.rows()[0].id
    area = Agreements(database).areas()[0]
    marking = SecrecyMarking(provision="OSL 18 kap. 8 §", marked_on=date(2026, 11, 20), authority="Exempelmyndigheten")
    meetings.change(first, area_id=area.id, secrecy=marking)
    seen = glance(tmp_path / "register.db", KEY)
    assert seen is not None
    agreement = Agreements(database).get()
    assert agreement is not None
    assert seen.agency_name == agreement.agency_name
    assert seen.rows == meetings.rows()
    assert seen.first == meetings.get(first)
    assert seen.items == Agendas(database).get(first)


def test_it_knows_the_forums_by_the_decisions_on_the_levels(database: Database, tmp_path: Path) -> None:
    fill(database)
    meetings, agreements = Meetings(database), Agreements(database)
    row, kept = meetings.rows()[0], agreements.get()
    assert kept is not None
    assert row.forum is Forum.TACTICAL
    two = LevelChoice(starts_on=row.day, model=LevelModel.TWO, decision="Strategiskt möte, punkt 4")
    agreements.save(replace(kept, choices=(two,)))
    seen = glance(tmp_path / "register.db", KEY)
    assert seen is not None
    assert seen.first is not None
    assert seen.rows == meetings.rows()
    assert (seen.rows[0].forum, seen.first.forum) == (Forum.COMBINED, Forum.COMBINED)
    assert seen.forums == forums_on(today(), agreements.get())
    meetings.change(row.id, is_council=True)
    seen = glance(tmp_path / "register.db", KEY)
    assert seen is not None
    assert seen.rows[0].forum is Forum.COUNCIL


def test_an_empty_register_is_an_empty_screen(database: Database, tmp_path: Path) -> None:
    del database
    seen = glance(tmp_path / "register.db", KEY)
    assert seen is not None
    assert (seen.agency_name, seen.rows, seen.first, seen.items) == ("", (), None, ())
    assert Forum.COMBINED not in seen.forums


def test_whatever_is_wrong_is_left_to_the_engine(database: Database, tmp_path: Path) -> None:
    assert glance(tmp_path / "missing.db", KEY) is None
    assert not (tmp_path / "missing.db").exists()
    assert glance(tmp_path / "register.db", bytes(32)) is None
    (tmp_path / "damaged.db").write_bytes(b"\x00" * 5000)
    assert glance(tmp_path / "damaged.db", KEY) is None
    with database._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert glance(tmp_path / "register.db", KEY) is None

"""A real, encrypted register for every test of a service."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.meetings.meeting import Meeting
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.base import Record
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord

KEY = bytes(range(32))


class Register:
    """The open register and short ways to fill it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, *records: Record) -> None:
        with self.database.writing(Act("test.put")) as session:
            session.add_all(records)

    def area(self, name: str) -> UUID:
        made = ServiceArea(id=new_id(), name=name)
        self.put(ServiceAreaRecord.of(made))
        return made.id

    def matter(self, number: str, kind: MatterKind, level: Level, **more: object) -> Matter:
        values: dict[str, object] = {"title": f"Rubrik {number}", "reported_on": date(2026, 10, 1), **more}
        made = Matter(id=new_id(), number=number, kind=kind, level=level, **values)  # type: ignore[arg-type]
        self.put(MatterRecord.of(made))
        return made

    def contact(self, name: str, party: Party, level: Level, **role: object) -> Contact:
        given, family = name.split(" ", 1)
        person = Contact(id=new_id(), party=party, given_name=given, family_name=family,
                         email=f"{family.lower()}@{party}.example")  # fmt: skip
        held = Assignment(id=new_id(), contact_id=person.id, level=level, **role)  # type: ignore[arg-type]
        self.put(ContactRecord.of(person), AssignmentRecord.of(held))
        return person


def tactical_meeting(**more: object) -> Meeting:
    values: dict[str, object] = {
        "title": "Taktiskt samverkansmöte",
        "level": Level.TACTICAL,
        "starts_at": datetime(2026, 12, 1, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
        **more,
    }
    return Meeting(id=new_id(), **values)  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    database = Database.open(tmp_path / "register.db", KEY, "provaren")
    yield Register(database)
    database.close()

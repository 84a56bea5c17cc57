"""The list that SSC sent last, so that the next one is compared in three ways (R17)."""

from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_list import ListedContact, ListedRole
from desktop.domain.contacts.listed_json import to_json
from desktop.domain.contacts.received_list import ReceivedList
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.models.contact import AssignmentRecord
from desktop.models.contact_list import ReceivedListRecord
from desktop.services.sample.stage import Stage

_SAID_THEN: dict[str, dict[str, Any]] = {
    "Karin": {"title": "Kundansvarig"},
    "Per": {"phone": "026-12 34 50"},
    "Anna": {"title": "Redovisningschef"},
}
"""What the list said otherwise of some, by their given names."""


def add_received(stage: Stage) -> None:
    """Everyone as SSC had them four months ago, with small differences."""
    read_on = add_months(stage.day, -4)
    held = [record.to_value() for record in stage.records if isinstance(record, AssignmentRecord)]
    areas = {area.id: name for name, area in stage.areas.items()}
    people = [
        _listed(
            row,
            contact,
            tuple(_listed_role(role, areas, read_on) for role in held if role.contact_id == contact.id),
            _SAID_THEN.get(given, {}),
        )
        for row, (given, contact) in enumerate(stage.contacts.items(), 1)
    ]
    kept = ReceivedList(
        id=new_id(),
        file_name=f"kontaktforteckning-{read_on.isoformat()}.xlsx",
        read_on=read_on,
        version_on=read_on,
        content=to_json(people),
    )
    stage.records.append(ReceivedListRecord.of(kept))


def _listed(row: int, contact: Contact, roles: tuple[ListedRole, ...], then: dict[str, Any]) -> ListedContact:
    said: dict[str, Any] = {
        name: getattr(contact, name) for name in ("given_name", "family_name", "title", "phone", "email")
    }
    return ListedContact(rows=(row,), party=contact.party, roles=roles, **{**said, **then})


def _listed_role(role: Assignment, areas: dict[UUID, str], read_on: date) -> ListedRole:
    """A role as it was known then: one that ended later had no end yet."""
    return ListedRole(
        level=role.level,
        function=role.function,
        area=areas[role.area_id] if role.area_id else "",
        starts_on=role.starts_on,
        ends_on=role.ends_on if role.ends_on and role.ends_on <= read_on else None,
    )

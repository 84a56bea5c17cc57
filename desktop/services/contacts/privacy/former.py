"""What a person was ever called: the particulars of now, and those that history keeps."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.models.change import ChangeFieldRecord
from desktop.models.contact import ContactRecord

_FIELDS = ("given_name", "family_name", "phone", "mobile", "email")


def everything_called_in(session: Session, ids: Iterable[UUID]) -> Iterator[Contact]:
    """The person under every name, address and number they have or had, one contact for each combination of names."""
    for contact_id in ids:
        record = session.get_one(ContactRecord, contact_id)
        said = _said(session, record)
        for given, family in product(said["given_name"], said["family_name"]):
            yield Contact(id=record.id, party=record.party, given_name=given, family_name=family)
        for name in ("phone", "mobile", "email"):
            for value in said[name]:
                yield replace(Contact(id=record.id, party=record.party), **{name: value})


def _said(session: Session, record: ContactRecord) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in _FIELDS:
        found[name][getattr(record, name)] = None
    wanted = select(ChangeFieldRecord.field, ChangeFieldRecord.old, ChangeFieldRecord.new).where(
        ChangeFieldRecord.table_name == "contact",
        ChangeFieldRecord.record_id == record.id,
        ChangeFieldRecord.field.in_(_FIELDS),
    )
    for name, *kept in session.execute(wanted):
        found[name].update(dict.fromkeys(json.loads(each) for each in kept if each is not None))
    return {name: list(values) for name, values in found.items()}

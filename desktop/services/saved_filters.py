"""Filters that the user has given a name."""

from uuid import UUID

from sqlalchemy import select

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.saved_filter import SavedFilter
from desktop.domain.swedish_order import sort_key
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.saved_filter import SavedFilterRecord

LONGEST_NAME = 80
"""The longest name of a filter, in characters."""


class SavedFilters:
    """Keeps and removes filters.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, page: str) -> tuple[SavedFilter, ...]:
        """The filters of a list in Swedish order."""
        wanted = select(SavedFilterRecord).where(SavedFilterRecord.page == page)
        with self._database.reading() as session:
            found = [record.to_value() for record in session.scalars(wanted)]
        return tuple(sorted(found, key=lambda one: sort_key(one.name)))

    def save(self, page: str, name: str, content: str) -> SavedFilter:
        """Keep a filter; one of the same name gets the new content.

        Raises:
            InputError: The name is empty or too long.
        """
        plain = " ".join(name.split())
        if not plain:
            raise InputError("Filtret saknar namn.", "Skriv ett namn.")
        if len(plain) > LONGEST_NAME:
            raise InputError(f"Ett filters namn får ha högst {LONGEST_NAME} tecken.", "Korta det.")
        with self._database.writing(Act("filter.save", plain)) as session:
            wanted = select(SavedFilterRecord).where(SavedFilterRecord.page == page, SavedFilterRecord.name == plain)
            record = session.scalars(wanted).one_or_none()
            if record is None:
                record = SavedFilterRecord.of(SavedFilter(id=new_id(), page=page, name=plain, content=content))
                session.add(record)
            else:
                record.change(content=content)
            return record.to_value()

    def remove(self, filter_id: UUID) -> None:
        """Forget a filter.

        Raises:
            InputError: It is gone already.
        """
        with self._database.reading() as session:
            record = session.get(SavedFilterRecord, filter_id)
        if record is None:
            raise InputError("Filtret finns inte längre i registret.")
        with self._database.writing(Act("filter.remove", record.name)) as session:
            kept = session.get(SavedFilterRecord, filter_id)
            if kept is not None:
                session.delete(kept)

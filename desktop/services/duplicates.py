"""Contacts that are one person: found while typing and on demand, and merged without losing anything."""

from desktop.models.database import Database


class Duplicates:
    """Finds contacts that look alike, merges them or remembers that they are not the same.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

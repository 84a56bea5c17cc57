"""Contacts in and out: visiting cards, tables and the printed list by level (R15, R16, R37)."""

from desktop.models.database import Database


class ContactFiles:
    """Makes files and documents of contacts.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""Filters that the user has given a name."""

from desktop.models.database import Database


class SavedFilters:
    """Keeps, renames and removes filters.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

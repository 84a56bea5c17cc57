"""Measures in a matter: by whom, by when, and whether they had the effect they were meant to have."""

from desktop.models.database import Database


class Measures:
    """Adds, finishes and verifies measures.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""Incidents: the two questions, the grade, the duty, the times and the report (R21)."""

from desktop.models.database import Database


class Incidents:
    """Keeps what an incident needs beside its matter.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""Risks: how grave they are, what is done about them and what SSC answered (R24)."""

from desktop.models.database import Database


class Risks:
    """Keeps what a risk needs beside its matter, and draws the map.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

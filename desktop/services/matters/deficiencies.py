"""Deficiencies: the promise, the cost and its split, and the totals over areas and years (R22, R23)."""

from desktop.models.database import Database


class Deficiencies:
    """Keeps what a deficiency needs beside its matter, and sums up.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

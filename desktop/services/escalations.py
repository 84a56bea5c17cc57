"""Escalation: one level at a time, by a person, with a reason; and the way back down (R20)."""

from desktop.models.database import Database


class Escalations:
    """Escalates and returns matters, and keeps the answers.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""Whom to call in a matter: the right persons on both sides, from what the register knows (R3, R15, R20)."""

from desktop.models.database import Database


class CallList:
    """Finds the persons to call.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

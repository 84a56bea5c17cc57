"""The recurring checks of the contact list and of the authorised orderers (R17, R29, R32)."""

from desktop.models.database import Database


class RosterChecks:
    """Says which checks are due and which rights run out, and keeps what was checked.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

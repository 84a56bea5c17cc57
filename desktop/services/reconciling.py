"""The comparison of our contact list with SSC's, field by field, in three ways: ours, theirs now, theirs last (R17)."""

from desktop.models.database import Database


class Reconciling:
    """Reads SSC's list, compares it and takes over what is accepted.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""What belongs together: links, conversions, splits and merges of matters, with nothing lost (R19)."""

from desktop.models.database import Database


class MatterLinks:
    """Links, converts, splits and merges matters.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

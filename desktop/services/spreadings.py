"""Information that must reach those concerned: in the agency, or at SSC (R25)."""

from desktop.models.database import Database


class Spreadings:
    """Keeps what came, who must know and when they were told.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

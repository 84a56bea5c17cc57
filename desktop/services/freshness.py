"""How fresh the contact list is: when each was confirmed, who needs to be asked, and the letter that asks (R17)."""

from desktop.models.database import Database


class Freshness:
    """Says which contacts need to be confirmed again, confirms them, and asks for it by mail.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

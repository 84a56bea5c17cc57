"""Changes of contacts to announce to the other party, until they have been (R17, R18)."""

from desktop.models.database import Database


class ContactNotices:
    """Makes, plans and announces notices of changed contacts.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

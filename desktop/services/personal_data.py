"""What the register holds about one person, and the ending and anonymising of contacts (R38, R39)."""

from desktop.models.database import Database


class PersonalData:
    """Makes extracts, ends and anonymises contacts, and keeps the log of it.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""A change of contact as one act: who leaves, who comes, from when, and all that follows (R15, R18, R32)."""

from desktop.models.database import Database


class ContactChanges:
    """Hands over the roles, rights and actions of a contact who leaves to the one who comes.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""The timeline of a matter: entries are added and corrected, never rewritten (R19)."""

from desktop.models.database import Database


class MatterTimeline:
    """Adds entries, corrects them by new ones, and says who has the ball.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""Documents of matters: incident report, escalation brief, statement of a deficiency, extract of the register (R37)."""

from desktop.models.database import Database


class MatterPapers:
    """Makes documents of matters.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

"""The levels of the cooperation and the ways a contact can be made (model, sections 1 and 1.1)."""

from enum import StrEnum


class Party(StrEnum):
    """The two sides of every agreement."""

    AGENCY = "agency"
    SSC = "ssc"


class Level(StrEnum):
    """Where a question belongs (R1–R3); ``rank`` orders them from the daily delivery upwards."""

    OPERATIONAL = "operational"
    TACTICAL = "tactical"
    STRATEGIC = "strategic"

    @property
    def rank(self) -> int:
        """0 for operational, 1 for tactical, 2 for strategic."""
        return list(Level).index(self)


ALL_LEVELS = frozenset(Level)
"""What is shown while nothing is chosen."""


class Channel(StrEnum):
    """How a contact was made; Kundråd is a forum and never a level (R3)."""

    SUPPORT = "support"
    FORUM = "forum"
    CUSTOMER_WEB = "customer_web"
    PHONE = "phone"
    EMAIL = "email"


class LevelModel(StrEnum):
    """Three levels, or two where tactical and operational questions share one forum (R1)."""

    THREE = "three"
    TWO = "two"

"""Filters of a list that the user has given a name."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A named filter; ``page`` says of which list, ``content`` is what it asks for, as JSON."""

    id: UUID
    page: str
    name: str
    content: str

"""Contacts that look like one person and are not."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctPair:
    """Two contacts that the user has told apart, so that they are never suggested for merging again.

    ``first_id`` is the smaller key of the two.
    """

    id: UUID
    first_id: UUID
    second_id: UUID

"""How named filters are kept."""

from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.domain.saved_filter import SavedFilter
from desktop.models.base import Kept, Record


class SavedFilterRecord(Kept[SavedFilter], Record):
    """A filter of a list with a name."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("page", "name"),)
    news: ClassVar[str] = "saved_filter"

    page: Mapped[str]
    name: Mapped[str]
    content: Mapped[str]

    def to_value(self) -> SavedFilter:
        """The value."""
        return SavedFilter(**self.same(SavedFilter))

"""What an agenda item comes from, told in words where there is no view of it yet."""

from sqlalchemy.orm import Session

from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.vocabulary import ORDER_KIND, ORDER_STATE
from desktop.models.database import Database
from desktop.models.order import OrderRecord

_GONE = "Det som punkten kommer från finns inte längre i registret."


class Sources:
    """Tells about sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self, source: Source) -> str:
        """What the source is, in one or two Swedish sentences."""
        with self._database.reading() as session:
            match source.kind:
                case SourceKind.ORDER:
                    return _order(session, source)
                case SourceKind.STANDING:
                    return "En stående punkt: den tas upp på varje möte i forumet."
                case _:
                    return "Punkten har lagts till för hand."


def _order(session: Session, source: Source) -> str:
    record = session.get(OrderRecord, source.id)
    if record is None:
        return _GONE
    order = record.to_value()
    value = f", {order.value}" if order.value else ""
    return f"Beställning {order.number}: {order.title}. {ORDER_KIND[order.kind]}, {ORDER_STATE[order.state]}{value}."

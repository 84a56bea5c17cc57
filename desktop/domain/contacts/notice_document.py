"""A notice of a changed contact as it leaves the agency: frozen values with everything shown and nothing more (R18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.contacts.contact_notice import NoticeChannel, NoticeRow
from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import Fact, PartyHead

KIND = "Anmälan om ändrad kontaktperson"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDocument:
    """A notice, ready to be printed (R37).

    Attributes:
        agency: Who announces the change, with our registry number.
        counterpart: Who is told.
        title: What changes, in one sentence.
        paragraphs: The text as lines; an empty one divides.
        effective_on: From when the change holds.
        written_on: The day of the document.
        status: How far the notice has come.
        created: The instant the document is made; the same value gives the same bytes.
    """

    agency: PartyHead
    counterpart: PartyHead
    title: str
    paragraphs: tuple[str, ...]
    effective_on: date
    written_on: date
    status: str
    created: datetime

    def facts(self) -> Iterator[Fact]:
        """Everything the head tells, in order."""
        yield self.counterpart.as_fact("Till")
        yield self.agency.as_fact("Från")
        yield Fact("Datum", in_prose(self.written_on))
        yield Fact("Gäller från", in_prose(self.effective_on))
        yield Fact("Status", self.status)


def status_words(row: NoticeRow) -> str:
    """How far a notice has come, as its document says it: "Utkast, inte meddelad"."""
    notice = row.notice
    if notice.announced_on is None:
        return "Utkast, inte meddelad"
    told = f"Meddelad {in_prose(notice.announced_on)}"
    if notice.channel is NoticeChannel.CUSTOMER_WEB:
        told += " på Kundwebben"
    elif row.place is not None:
        told += f" på {row.place.title[:1].lower()}{row.place.title[1:]}"
    return f"{told}, {notice.reference}" if notice.reference else told

"""The letter about what differs in SSC's notes: a frozen value with everything it says and nothing more (R11, R13)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import Fact, MeetingHead, secrecy_fact, when_words
from desktop.domain.meetings.notes_document import ActionLine

_NBSP = "\u00a0"
WHOLE = "Anteckningarna som helhet"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """An item that SSC's notes tell otherwise than ours, or not at all.

    There is deliberately no field for private preparation: what is not here cannot reach a document (R11).

    Attributes:
        number: The item's number on the agenda; 0 is what concerns the notes as a whole.
        title: What was taken up.
        verdict: "Avviker" or "Saknas".
        remark: What is wrong, and what we ask for.
        noted: What we wrote down.
        decisions: What was decided under the item, by our notes.
        actions: What was undertaken under it, by our notes.
    """

    number: int
    title: str
    verdict: str
    remark: str = ""
    noted: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()

    @property
    def heading(self) -> str:
        """The line above it: "Punkt 4: Avgifter nästa år"."""
        return f"Punkt{_NBSP}{self.number}: {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesLetter(MeetingHead):
    """A polite letter that asks SSC for corrected notes, ready to be printed (R13, R37).

    Attributes:
        written_on: The date of the letter.
        received_on: When SSC's notes came, if that is known.
        notes_file: The name of the file SSC sent, or an empty text.
        differences: What differs or is missing, in the order of the agenda, and what concerns the whole last.
    """

    written_on: date
    received_on: date | None = None
    notes_file: str = ""
    differences: tuple[DifferenceLine, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Who writes to whom, when, and about which notes."""
        yield self.counterpart.as_fact("Till")
        yield self.agency.as_fact("Från")
        yield Fact("Datum", in_prose(self.written_on))
        yield Fact("Möte", self.title, (when_words(self.starts, self.ends),))
        yield Fact("Anteckningar", self.notes_file)
        yield from self.state()
        if self.secrecy is not None:
            yield secrecy_fact(self.secrecy)

    @property
    def subject(self) -> str:
        """What it is about, as the heading of the letter and the subject of the mail."""
        return f"Synpunkter på minnesanteckningarna från {_small(self.title)} {in_prose(self.day)}"

    @property
    def opening(self) -> tuple[str, ...]:
        """The paragraphs before the differences."""
        came = f", som vi fick den {in_prose(self.received_on)}" if self.received_on else ""
        count = len(self.differences)
        found = (
            "På en punkt stämmer de inte med det som vi antecknade."
            if count == 1
            else f"På {_number(count)} punkter stämmer de inte med det som vi antecknade."
        )
        return (
            f"Tack för minnesanteckningarna från mötet den {in_prose(self.day)}{came}.",
            f"Vi har jämfört dem med våra egna anteckningar. {found} Här nedanför står vad det gäller.",
        )

    @property
    def request(self) -> tuple[str, ...]:
        """The paragraphs after the differences."""
        wish = (
            f"Enligt samverkansmodellen, avsnitt{_NBSP}1.2, upprättas minnesanteckningarna av {self.counterpart.name}. "
            "Vi ber er därför att rätta dem och att skicka en ny version till oss, "
            "så att båda parter har samma bild av vad som sades och beslutades."
        )
        return (
            wish,
            "Har ni uppfattat något på ett annat sätt än vi, hör gärna av er så reder vi ut det tillsammans.",
        )

    @property
    def ending(self) -> tuple[str, str]:
        """The greeting and who sends it."""
        return "Med vänlig hälsning", self.agency.name


def _small(title: str) -> str:
    """A title inside a sentence; an abbreviation at its beginning keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _number(count: int) -> str:
    words = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    return words[count] if count < len(words) else str(count)

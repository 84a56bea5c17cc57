"""The head of a document about the cooperation as a whole, and not about one meeting (R37)."""

from collections.abc import Iterator

from desktop.domain import dates
from desktop.domain.agenda_document import PartyHead
from desktop.domain.followup_document import ListHead
from desktop.pdf import look
from desktop.pdf.builder import DocumentBuilder, Lines
from desktop.pdf.text import NBSP, Content, Run
from desktop.pdf.xmp import About


def begin_list(title: str, scope: str, head: ListHead) -> DocumentBuilder:
    """A document with its title, the parties, their numbers, its day and its status.

    Args:
        title: What is listed: "Åtgärdslista".
        scope: What part of it, as the line above the title says.
        head: Whose it is, of which day and in what state.
    """
    day = dates.in_prose(head.day)
    about = About(title=f"{title}, {day}", author=head.agency.name, subject=title, created=head.created)
    page = DocumentBuilder(about, footer=f"{day} · {head.status} · {title}")
    page.text(scope, look.EYEBROW)
    page.heading(1, title)
    page.facts(_facts(head))
    return page


def _facts(head: ListHead) -> Iterator[tuple[str, Content | Lines]]:
    yield "Läget den", dates.in_prose(head.day)
    yield "Myndighet", _party(head.agency)
    yield "Motpart", _party(head.counterpart)
    yield "Status", head.status


def _party(party: PartyHead) -> Lines:
    numbers = (("Organisationsnummer", party.organisation_number), ("Diarienummer", party.registry_number))
    said = " · ".join(f"{name}{NBSP}{number}" for name, number in numbers if number.strip())
    return Lines((party.name, Run(said, muted=True)))

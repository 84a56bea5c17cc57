"""The head that all documents share: what it is, whose, of when and in what state (R37)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from desktop.domain import dates
from desktop.domain.contacts.notice_document import NoticeDocument
from desktop.domain.matters.matter_paper import MatterPaperHead
from desktop.domain.meetings.differences_letter import DifferencesLetter
from desktop.domain.meetings.followup_document import ListHead
from desktop.domain.meetings.meeting_head import Fact, MeetingHead
from desktop.pdf import look
from desktop.pdf.builder import DocumentBuilder, Lines
from desktop.pdf.fonts import SEMIBOLD
from desktop.pdf.text import Content, Run, fit
from desktop.pdf.xmp import About


class Person(Protocol):
    """Someone of a party, with what is told of them."""

    @property
    def name(self) -> str:
        """The name."""
        ...

    @property
    def party(self) -> str:
        """The name of the party."""
        ...

    @property
    def parts(self) -> tuple[str, ...]:
        """What is told after the name."""
        ...


def begin_meeting(kind: str, head: MeetingHead) -> DocumentBuilder:
    """A document of one meeting, begun with what it is, the meeting's title and its key facts.

    Args:
        kind: What document it is: "Dagordning".
        head: Which meeting, whose and in what state.
    """
    day = dates.in_prose(head.day)
    title = said(head.title) or "Möte"
    about = About(title=f"{kind}: {title}, {day}", author=head.agency.name, subject=kind, created=head.created)
    page = DocumentBuilder(about, footer=f"{day} · {head.status} · {title}")
    _open(page, " · ".join(filter(None, (kind, head.level))), title, head.facts())
    return page


def begin_list(title: str, scope: str, head: ListHead) -> DocumentBuilder:
    """A document about the cooperation as a whole, begun with its title and its key facts.

    Args:
        title: What is listed: "Åtgärdslista".
        scope: What part of it, as the line above the title says.
        head: Whose it is, of which day and in what state.
    """
    day = dates.in_prose(head.day)
    about = About(title=f"{title}, {day}", author=head.agency.name, subject=title, created=head.created)
    page = DocumentBuilder(about, footer=f"{day} · {head.status} · {title}")
    _open(page, scope, title, head.facts())
    return page


def begin_letter(letter: DifferencesLetter) -> DocumentBuilder:
    """A letter, begun with what it is about, from whom and to whom."""
    day = dates.in_prose(letter.written_on)
    subject = said(letter.subject)
    about = About(title=f"{subject}, brev {day}", author=letter.agency.name, subject="Brev", created=letter.created)
    page = DocumentBuilder(about, footer=f"{day} · {letter.status} · {subject}")
    _open(page, " · ".join(filter(None, ("Brev", letter.level))), subject, letter.facts())
    return page


def begin_notice(kind: str, document: NoticeDocument) -> DocumentBuilder:
    """A notice to the other party, begun with what it is, what it says in one sentence and its key facts.

    Args:
        kind: What notice it is: "Anmälan om ändrad kontaktperson".
        document: What it says, from whom and to whom.
    """
    day, title = dates.in_prose(document.written_on), said(document.title) or kind
    about = About(title=f"{kind}: {title}, {day}", author=document.agency.name, subject=kind, created=document.created)
    page = DocumentBuilder(about, footer=f"{day} · {document.status} · {kind}")
    _open(page, kind, title, document.facts())
    return page


def begin_matter(kind: str, head: MatterPaperHead) -> DocumentBuilder:
    """A document of one matter, begun with what it is, the matter's title and its key facts.

    Args:
        kind: What document it is: "Incidentrapport".
        head: Which matter, whose and how far the document has come.
    """
    day, title = dates.in_prose(head.written_on), said(head.title) or kind
    about = About(title=f"{kind}: {title}, {day}", author=head.agency.name, subject=kind, created=head.created)
    page = DocumentBuilder(about, footer=f"{day} · {head.status} · {kind}")
    _open(page, kind, title, head.facts())
    return page


def show_facts(page: DocumentBuilder, facts: Iterable[Fact]) -> None:
    """Key facts in the look of all documents; what says nothing is left out."""
    page.facts((fact.label, _content(fact)) for fact in facts if said(fact.said))


def show_people(page: DocumentBuilder, people: Sequence[Person], mark: str = "") -> None:
    """Those who take part, by party, two parties beside each other; ``mark`` is that of their heading."""
    page.heading(2, "Deltagare", mark=mark)
    if not people:
        page.text(Run("Inga deltagare är angivna.", muted=True))
        return
    parties = list(dict.fromkeys(person.party for person in people))

    def column(party: str) -> None:
        page.heading(3, said(party) or "Övriga")
        page.names(_person(person) for person in people if person.party == party)

    for start in range(0, len(parties), 2):
        page.side_by_side(*(partial(column, party) for party in parties[start : start + 2]))


def quiet_details(details: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """Labelled texts below a title, one line each; those that say nothing are left out."""
    return (Run(f"{label}: {text}", muted=True) for label, text in details if said(text))


def said(text: str) -> str:
    """What is left of a text once it is fitted for print; nothing, if it holds only what cannot be seen."""
    return fit(text, SEMIBOLD).strip()


def _open(page: DocumentBuilder, above: str, title: str, facts: Iterable[Fact]) -> None:
    page.text(above, look.EYEBROW)
    page.heading(1, title)
    show_facts(page, facts)


def _content(fact: Fact) -> Lines:
    return Lines((Run(fact.said, strong=fact.strong), *(Run(told, muted=True) for told in fact.details)))


def _person(person: Person) -> Content:
    told = ", ".join(part for part in map(said, person.parts) if part)
    return (person.name, Run(f", {told}", muted=True)) if told else person.name

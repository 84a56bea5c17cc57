"""Documents to try the layer on: the agenda of the sample meeting, and text that means harm."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop.domain.meetings.agenda_document import AgendaDocument, AgendaLine, ParticipantLine
from desktop.domain.meetings.meeting import SecrecyMarking
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.pdf.xmp import About

STARTS = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
ABOUT = About(
    title="Prov på läsbarhet",
    author="Exempelmyndigheten",
    subject="Prov",
    created=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
)

HOSTILE = {
    "image": "<img src=file:///etc/passwd width=10 height=10/>",
    "comparison": "x<y & z > w",
    "script": '<a href="javascript:app.alert(1)">klicka</a>',
    "paragraph": "</para><para><b>fet</b><br/>ny rad",
    "font": '<font name="Saknas" size=900>stor</font>',
    "entity": "&#x41;&lt;&amp;nbsp;",
    "parentheses": "slut) Tj ET (\\) \\( )) ((",
    "stream": "endstream endobj xref trailer startxref",
    "header": "%PDF-1.7 %%EOF",
    "dictionary": "<</MCID 0>> BDC EMC /Artifact",
    "template": "{title} %s %(x)s ${HOME} {{7*7}}",
    "markup": "]]></rdf:li><!-- --><?xpacket end='w'?>",
}
"""Text that some layer might take for more than text; each is to come out as it stands."""

_ITEMS = (
    ("Inledning", "Information", "Ordförande", 5, "", ""),
    ("Föregående minnesanteckningar", "Information", "Per Holmér", 5, "", "SSC:s kallelse"),
    (
        "Allvarlig incident: löneutbetalningen i oktober blev försenad",
        "Diskussion",
        "Anna Andersson",
        20,
        "SSC lämnar incidentrapport senast den 8 december.",
        "Ärende 2026-014",
    ),
    ("Upprepade leveransbrister", "Beslut", "Anna Andersson", 15, "Parterna enas om en åtgärdsplan.", ""),
    ("Tjänsteleverans kvartal 3", "Information", "Birgitta Åkesson", 20, "", ""),
    ("Övriga frågor", "Diskussion", "", 5, "", ""),
)


def agenda(**changes: object) -> AgendaDocument:
    """The agenda of the sample meeting, with some fields otherwise."""
    ours, theirs = "Exempelmyndigheten", "Statens servicecenter"
    document = AgendaDocument(
        title="Taktiskt samverkansmöte",
        level="Taktisk nivå",
        agency=PartyHead(name=ours, organisation_number="202100-1234", registry_number="2026/1187"),
        counterpart=PartyHead(name=theirs, organisation_number="202100-6453", registry_number="10162-2026/1111"),
        starts=STARTS,
        ends=STARTS + timedelta(minutes=90),
        status="Fastställd, version 2",
        created=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        place="Microsoft Teams-möte",
        convener="Statens servicecenter, Per Holmér",
        participants=(
            ParticipantLine(name="Anna Andersson", party=ours, title="HR-chef", role="taktisk kontakt"),
            ParticipantLine(name="Per Holmér", party=theirs, title="Kundansvarig"),
            ParticipantLine(name="Sara Berg", party=ours),
            ParticipantLine(name="Jonas Öhman", party=ours, title="Jurist", external=True),
        ),
        items=items(6),
        secrecy=SecrecyMarking(
            provision="18 kap. 8 § offentlighets- och sekretesslagen",
            marked_on=date(2026, 11, 20),
            authority=ours,
        ),
    )
    return replace(document, **changes)


def items(count: int) -> tuple[AgendaLine, ...]:
    """So many items, one after the other in time."""
    return timed(_ITEMS[number % len(_ITEMS)] for number in range(count))


def timed(given: Iterable[tuple[str, str, str, int, str, str]]) -> tuple[AgendaLine, ...]:
    """Items from title, kind, presenter, minutes, wanted outcome and source."""
    lines: list[AgendaLine] = []
    at = STARTS
    for number, (title, kind, presenter, minutes, outcome, source) in enumerate(given, 1):
        until = at + timedelta(minutes=minutes)
        lines.append(
            AgendaLine(
                number=number,
                title=title,
                kind=kind,
                presenter=presenter,
                minutes=minutes,
                wanted_outcome=outcome,
                source=source,
                starts=at,
                ends=until,
            )
        )
        at = until
    return tuple(lines)


def in_sections() -> tuple[AgendaLine, ...]:
    """Items in sections: none at first, then one of each harmful name, none again at last."""
    names = ("", "Leverans", "Leverans", *HOSTILE.values(), "")
    return tuple(replace(line, section=name) for line, name in zip(items(len(names)), names, strict=True))


def hostile_agenda() -> AgendaDocument:
    """An agenda in which every text means harm."""
    texts = list(HOSTILE.values())
    harm = texts[0]
    return agenda(
        title=" ".join(texts[1:4]),
        level=harm,
        agency=PartyHead(name=texts[1], organisation_number=texts[2], registry_number=texts[3]),
        counterpart=PartyHead(name=texts[4], organisation_number=texts[5], registry_number=texts[6]),
        status=texts[7],
        place=texts[8],
        convener=texts[9],
        participants=tuple(ParticipantLine(name=text, party=text, title=text, role=text) for text in texts),
        items=timed((text, text, text, 5, text, text) for text in texts),
        secrecy=SecrecyMarking(provision=texts[10], marked_on=date(2026, 11, 20), authority=texts[11]),
    )

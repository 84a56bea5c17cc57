"""Lists of matters, ärendelistor, read from a table (R19–R24)."""

import re
from datetime import date

from desktop.domain.contacts.contact_list import LeftOutRow
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.matters.matter_list import ListedMatter, MatterList
from desktop.domain.money import Money
from desktop.exchange.findings import Findings, quoted
from desktop.exchange.swedish_words import level_of_word
from desktop.exchange.tables import Record, Shape, Table, as_day

SHAPE = Shape(
    columns={
        "number": ("nr", "nummer", "ärendenr", "ärendenummer", "ärende", "id", "löpnr", "löpnummer"),
        "day": ("datum", "anmäld", "anmält", "anmäld datum", "inkom", "registrerad", "upptäckt", "skapad"),
        "kind": ("typ", "ärendetyp", "slag", "kategori"),
        "area": ("område", "tjänsteområde", "tjänst"),
        "title": ("rubrik", "titel", "ärendemening", "ämne", "benämning"),
        "description": ("beskrivning", "kommentar", "anteckning", "anteckningar"),
        "level": ("nivå", "samverkansnivå"),
        "status": ("status", "läge", "tillstånd"),
        "cost": ("kostnad", "belopp", "kostnad kr", "kostnad sek", "kostnad i kronor"),
        "support": ("supportnr", "supportnummer", "supportärende", "ärende hos support", "referens", "csnr"),
    },
    needed=(frozenset({"number"}), frozenset({"title"}), frozenset({"kind", "status"})),
)
_KINDS = {
    "fråga": MatterKind.QUESTION,
    "leveransbrist": MatterKind.DEFICIENCY,
    "brist": MatterKind.DEFICIENCY,
    "avvikelse": MatterKind.DEFICIENCY,
    "incident": MatterKind.INCIDENT,
    "risk": MatterKind.RISK,
}
_STATUSES = {
    "öppen": MatterStatus.OPEN,
    "öppet": MatterStatus.OPEN,
    "pågår": MatterStatus.OPEN,
    "pågående": MatterStatus.OPEN,
    "ny": MatterStatus.OPEN,
    "nytt": MatterStatus.OPEN,
    "avslutad": MatterStatus.CLOSED,
    "avslutat": MatterStatus.CLOSED,
    "stängd": MatterStatus.CLOSED,
    "stängt": MatterStatus.CLOSED,
    "klar": MatterStatus.CLOSED,
    "klart": MatterStatus.CLOSED,
}
_GRADES = {
    "allvarlig": Grade.SERIOUS,
    "betydande": Grade.SIGNIFICANT,
    "måttlig": Grade.MODERATE,
    "försumbar": Grade.NEGLIGIBLE,
}
_GRADE_FIRST = re.compile(r"\s*(allvarlig|betydande|måttlig|försumbar)t?\b", re.IGNORECASE)
_GRADE_ALONE = re.compile(
    r"(?:^|[.!?:;\n])\s*(allvarlig|betydande|måttlig|försumbar)t?\s*(?=[.!?;\n]|$)", re.IGNORECASE
)


def read_matter_list(table: Table, file_name: str) -> MatterList:
    """Read the list; of several rows with the same number the first counts, and every oddity is a problem."""
    findings = Findings(table)
    matters: dict[str, ListedMatter] = {}
    left_out: list[LeftOutRow] = []
    for record in table.records:
        matter = _matter(record, findings)
        key = matter.number.casefold()
        if not (matter.number and matter.title):
            reason = "Nummer saknas." if matter.title else "Rubrik saknas." if matter.number else "En anteckning."
            left_out.append(LeftOutRow(record.number, " ".join(" ".join(record.texts).split())[:120], reason))
        elif key in matters:
            reason = f"Numret finns redan på rad {matters[key].row}; den raden gäller."
            findings.add(record.number, "number", reason)
            left_out.append(LeftOutRow(record.number, f"{matter.number} {matter.title}", reason))
        else:
            matters[key] = matter
    return MatterList(
        file_name=file_name,
        matters=tuple(matters.values()),
        left_out=tuple(left_out),
        problems=findings.problems,
    )


def grade_in(description: str) -> tuple[Grade | None, str]:
    """The grade that a description states, first of all or as a sentence of its own, and the word for it (R21)."""
    match = _GRADE_FIRST.match(description) or _GRADE_ALONE.search(description)
    if match is None:
        return None, ""
    word = match[1].lower()
    return _GRADES[word], word


def _matter(record: Record, findings: Findings) -> ListedMatter:
    number, title = findings.line(record, "number"), findings.line(record, "title")
    if not (number and title):
        return ListedMatter(row=record.number, number=number, title=title)
    kind = _kind(record, findings)
    description = findings.passage(record, "description")
    grade, word = grade_in(description) if kind is MatterKind.INCIDENT else (None, "")
    return ListedMatter(
        row=record.number,
        number=number,
        title=title,
        kind=kind,
        level=_level(record, findings),
        reported_on=_day(record, findings),
        description=description,
        area=findings.line(record, "area"),
        status=_status(record, findings),
        cost=_cost(record, findings),
        support_case=findings.line(record, "support"),
        grade=grade,
        grade_read=word,
    )


def _kind(record: Record, findings: Findings) -> MatterKind | None:
    written = findings.line(record, "kind")
    kind = _KINDS.get(written.casefold())
    if kind is None:
        findings.add(record.number, "kind", f"{quoted(written)} är ingen ärendetyp; ett nytt ärende läses som fråga.")
    return kind


def _level(record: Record, findings: Findings) -> Level | None:
    written = findings.line(record, "level")
    level = level_of_word(written)
    if level is None:
        findings.add(record.number, "level", f"{quoted(written)} är ingen nivå; ett nytt ärende läses som operativt.")
    return level


def _status(record: Record, findings: Findings) -> MatterStatus | None:
    written = findings.line(record, "status")
    status = _STATUSES.get(written.casefold())
    if status is None:
        findings.add(
            record.number,
            "status",
            f"{quoted(written)} är varken öppen eller avslutad; ett nytt ärende läses som öppet.",
        )
    return status


def _day(record: Record, findings: Findings) -> date | None:
    try:
        day = as_day(record.cell("day"))
    except ValueError:
        findings.unreadable_day(record, "day")
        return None
    if day is None:
        findings.add(record.number, "day", "Datum saknas; ett nytt ärende får dagens datum.")
    return day


def _cost(record: Record, findings: Findings) -> Money | None:
    cell = record.cell("cost")
    written = f"{cell:.2f}" if isinstance(cell, float | int) else findings.line(record, "cost")
    if not written or written in {"-", "–"}:
        return None
    try:
        return Money.parse(written)
    except ValueError as wrong:
        findings.add(record.number, "cost", f"{wrong} Fältet lämnas tomt.")
        return None

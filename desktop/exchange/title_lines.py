"""The lines above a table: whose list it is and which version."""

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain.agreement import SSC_NUMBER
from desktop.domain.organisation import OrganisationNumber
from desktop.exchange.findings import Findings
from desktop.exchange.plain_text import LINE_LENGTH, plain_line
from desktop.exchange.sheets import Cell, Line
from desktop.exchange.tables import Table, as_day

_NUMBER = re.compile(r"(?<!\d)(?:16)?\d{6}\s?[-–]?\s?\d{4}(?!\d)")
_LABEL = re.compile(r"[\s,;:(–-]*(?:org(?:anisations)?\.?\s*-?\s*(?:nr|nummer)\.?)?[\s:]*$", re.IGNORECASE)
_DATED = re.compile(r"\b(?:version|datum|daterad|uppdaterad|reviderad|per|gäller)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]{3,9} \d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titles:
    """What the lines above a table say; empty where they say nothing."""

    agency_name: str = ""
    agency_number: OrganisationNumber | None = None
    version: date | None = None


def read_titles(table: Table, findings: Findings) -> Titles:
    """Read name, organisation number and date; a number whose check digit is wrong becomes a problem (R40)."""
    name, number = "", None
    for line in table.titles:
        text = _text(line)
        match = _NUMBER.search(text)
        if match is None or name or number:
            continue
        try:
            found = OrganisationNumber.parse(match[0].replace("–", "-"))
        except ValueError as wrong:
            findings.add(line.number, "Organisationsnummer", f"{match[0]}: {wrong} Numret lämnas tomt.")
            found = None
        if found != SSC_NUMBER:
            name, number = _LABEL.sub("", text[: match.start()]).strip(), found
    return Titles(name, number, _version(table.titles))


def _text(line: Line) -> str:
    return plain_line(" ".join(line.texts))[:LINE_LENGTH]


def _version(lines: tuple[Line, ...]) -> date | None:
    """The date on a line that says it is one; else the first date there is."""
    texts = [_text(line) for line in lines]
    for text in [*filter(_DATED.search, texts), *texts]:
        for match in _DAY.finditer(text):
            if day := _day(match[0]):
                return day
    return None


def _day(written: Cell) -> date | None:
    try:
        return as_day(written)
    except ValueError:
        return None

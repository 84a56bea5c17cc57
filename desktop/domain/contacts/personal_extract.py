"""What an extract of the register says about one person: frozen values with everything shown and nothing more."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.dates import in_prose
from desktop.domain.meetings.followup_document import ListHead

PURPOSE = (
    "Uppgifterna finns i registret för att samverkan med Statens servicecenter ska fungera: för att veta vem som är "
    "kontaktperson eller får beställa, och för att dokumentera möten, ärenden och beslut. Myndigheten är "
    "personuppgiftsansvarig för sitt register och svarar för den rättsliga grunden."
)
_WORKING_MATERIAL = (
    "Arbetsmaterial som bara är för oss ingår inte: egna förberedelser inför möten, punktbanken och egna "
    "utvärderingar (minnesanteckningar, 5 kap. 2 § lagen 2018:218)."
)
_NOT_SEARCHED = "Bifogade filer och säkerhetskopior är inte genomsökta."
_ARCHIVED = (
    "Fastställda anteckningar och det som har skickats bevaras enligt reglerna om arkiv (arkivlagen 1990:782), även "
    "om personen anonymiseras i övrigt."
)
REMARKS = (_WORKING_MATERIAL, _NOT_SEARCHED, _ARCHIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSection:
    """One kind of data: each row has a cell for each column.

    Attributes:
        title: What it is, as a heading and as the key in a file.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def records(self) -> list[dict[str, str]]:
        """Its rows as a file has them: the cells that say something, by the names of their columns."""
        named = (zip(self.columns, row, strict=True) for row in self.rows)
        return [{column: cell for column, cell in pairs if cell} for pairs in named]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalExtract:
    """Everything the register holds about a person, ready to be printed or saved.

    Attributes:
        head: Whose register it is, and of which day (R37).
        name: What the person is called.
        facts: The particulars: what each is called and what it says.
    """

    head: ListHead
    name: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[ExtractSection, ...]

    def to_json(self) -> str:
        """The extract as JSON that people can read too: Swedish keys, one section after another."""
        whole = {
            "Registerutdrag": self.name,
            **{fact.label: fact.said for fact in self.head.facts() if fact.said},
            "Uttaget": in_prose(self.head.day).replace("\u00a0", " "),
            "Ändamål": PURPOSE,
            "Uppgifter": {label: said for label, said in self.facts if said},
            **{section.title: section.records() for section in self.sections},
            "Anmärkningar": list(REMARKS),
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def snippets(text: str, words: str, around: int = 160) -> Iterator[str]:
    """The parts of a long text where words stand, with as much around them; a short text is told whole."""
    plain = " ".join(text.split())
    if len(plain) <= 2 * around:
        yield plain
        return
    folded, start = plain.casefold(), 0
    while (found := folded.find(words, start)) >= 0:
        begins, ends = max(0, found - around), found + len(words) + around
        yield f"{'…' if begins else ''}{plain[begins:ends].strip()}{'…' if ends < len(plain) else ''}"
        start = ends

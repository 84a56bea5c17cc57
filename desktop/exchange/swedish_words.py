"""The words for levels and functions that people write in tables and titles."""

import re

from desktop.domain.contacts.contact import FUNCTIONS
from desktop.domain.level import Level

_LEVELS = {"operativ": Level.OPERATIONAL, "taktisk": Level.TACTICAL, "strategisk": Level.STRATEGIC}
_LEVEL_IN_TITLE = re.compile(r"\b(operativ|taktisk|strategisk)(?:a|t)?\b", re.IGNORECASE)
_LEVEL_ALONE = re.compile(
    r"(operativ|taktisk|strategisk)[at]?(?:\s+(?:nivån?|kontakt(?:person)?|samverkan))?", re.IGNORECASE
)
_ORDERER = re.compile(r"(?:behörig\s+)?(?:beställare|avropare)|beställningsbehörig", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[/;,&+]\s*|\s+(?:och|samt)\s+", re.IGNORECASE)
_FUNCTIONS = {name.casefold(): name for name in FUNCTIONS} | {
    "jurist": "Verksjurist",
    "kommunikationsansvarig": "Informationsansvarig",
    "dpo": "Dataskyddsombud",
    "dso": "Dataskyddsombud",
    "support": "Kundsupport",
    "kundtjänst": "Kundsupport",
}


def parts(written: str) -> list[str]:
    """The parts of a cell that lists several: ``Taktisk / Behörig beställare``, ``Lön, ekonomi och e-handel``."""
    return [part for part in _SEPARATORS.split(written.strip()) if part]


def level_of_word(written: str) -> Level | None:
    """The level that a part of a cell is about, such as ``Taktisk`` or ``Operativ nivå``; nothing for other words."""
    match = _LEVEL_ALONE.fullmatch(written)
    return _LEVELS[match[1].lower()] if match else None


def level_in_title(title: str) -> Level | None:
    """The one level that a title names; nothing when it names none or several."""
    found = {_LEVELS[match[1].lower()] for match in _LEVEL_IN_TITLE.finditer(title)}
    return found.pop() if len(found) == 1 else None


def known_function(written: str) -> str:
    """The model's name of a function (R16), or an empty text."""
    return _FUNCTIONS.get(written.casefold(), "")


def is_orderer(written: str) -> bool:
    """Whether a part of a cell means an authorised orderer (R32)."""
    return _ORDERER.fullmatch(written) is not None

"""Organisation numbers of Swedish legal persons (R40)."""

import re
from dataclasses import dataclass

_SHAPE = re.compile(r"(?:16)?(\d{6})-?(\d{4})")


def luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        doubled = int(character) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


@dataclass(frozen=True, slots=True, order=True)
class OrganisationNumber:
    """A number ``NNNNNN-NNNN`` whose third digit is at least 2 and whose Luhn check holds (R40)."""

    text: str

    @classmethod
    def parse(cls, written: str) -> "OrganisationNumber":
        """Read a number as people write it: with or without hyphen, spaces or the century ``16``.

        Raises:
            ValueError: A Swedish sentence that says what is wrong.
        """
        match = _SHAPE.fullmatch(re.sub(r"\s", "", written))
        if match is None:
            raise ValueError("Organisationsnumret ska ha tio siffror, skrivna NNNNNN-NNNN.")
        digits = match[1] + match[2]
        if int(digits[2]) < 2:  # a personal identity number has a month here (R38)
            raise ValueError("Organisationsnumrets tredje siffra ska vara minst 2.")
        if not luhn(digits):
            raise ValueError("Organisationsnumrets kontrollsiffra stämmer inte.")
        return cls(f"{match[1]}-{match[2]}")

    def __str__(self) -> str:
        return self.text

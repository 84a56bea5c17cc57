"""Amounts in Swedish kronor, kept as whole öre so that no rounding creeps in (R31, R40)."""

import re
from dataclasses import dataclass

NO_BREAK_SPACE = "\u00a0"
_AMOUNT = re.compile(r"(-?)(\d{1,3}(?:\d*|(?: \d{3})+))(?:[,.](\d{1,2}))?")
_UNIT = re.compile(r"\s*(?:kr|kronor|sek|:-)\.?$", re.IGNORECASE)
_LARGEST_KRONOR = 10**13


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in öre."""

    ore: int

    @classmethod
    def parse(cls, written: str) -> "Money":
        """Read an amount as people write it: ``86 000``, ``86000,50``, ``1 204 331,00 kr``.

        Raises:
            ValueError: A Swedish sentence that says what is wrong.
        """
        plain = " ".join(_UNIT.sub("", written.strip()).replace("−", "-").split())
        match = _AMOUNT.fullmatch(plain)
        if match is None:
            raise ValueError(f"”{written.strip()}” är inte ett belopp i kronor, till exempel 86 000 eller 86 000,50.")
        kronor = int(match[2].replace(" ", ""))
        if kronor >= _LARGEST_KRONOR:
            raise ValueError("Beloppet är orimligt stort.")
        ore = kronor * 100 + int((match[3] or "0").ljust(2, "0"))
        return cls(-ore if match[1] else ore)

    def __str__(self) -> str:
        """The amount as written in Swedish: ``50 000 kr``, with öre only where there are any (R40)."""
        kronor, ore = divmod(abs(self.ore), 100)
        grouped = f"{kronor:,}".replace(",", NO_BREAK_SPACE)
        decimals = f",{ore:02d}" if ore else ""
        return f"{'−' if self.ore < 0 else ''}{grouped}{decimals}{NO_BREAK_SPACE}kr"

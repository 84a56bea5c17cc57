"""Personal identity numbers in free text: there is no field for them, and a text with one gets a warning (R38)."""

import re
from datetime import date

from desktop.domain.organisation import luhn

WARNING = "Texten ser ut att innehålla ett personnummer. Ta bort det: registret ska inte ha några personnummer."
_BETWEEN = r"[ \u00a0]?[-+\u2010-\u2013\u2212]?[ \u00a0]?"
"""Between day and number: a hyphen or plus, or a dash or space as word processors make of it."""
_SHAPE = re.compile(rf"(?<!\d)(?:(?:18|19|20)?(\d{{2}})(\d{{2}})(\d{{2}})){_BETWEEN}(\d{{4}})(?!\d)")


def mentions_personal_number(text: str) -> bool:
    """Whether a personal identity number or co-ordination number stands in the text.

    The shape, the date (a co-ordination number adds 60 to the day) and the Luhn check digit all have to fit, so
    telephone numbers, case numbers and organisation numbers are left in peace.
    """
    return any(_is_personal(match) for match in _SHAPE.finditer(text))


def _is_personal(match: re.Match[str]) -> bool:
    year, month, day, rest = match.groups()
    born = int(day) - 60 if int(day) > 60 else int(day)
    try:
        date(2000 + int(year), int(month), born)  # the century changes no day but 29 February
    except ValueError:
        return False
    return luhn(year + month + day + rest)

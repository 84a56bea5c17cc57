"""Swedish dates and times: written, read and counted (R40)."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_NBSP = "\u00a0"
_DAY_MONTH = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/. -](\d{4}))?")
_PROSE = re.compile(r"(\d{1,2})\s+([a-zåäö]{3,})\.?(?:\s+(\d{4}))?")
_AHEAD = re.compile(r"\+(\d{1,3})\s*([dvm])")
_YEARS = range(1900, 2200)


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Sweden."""
    return now().astimezone(SWEDEN).date()


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months later, or the month's last day if it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_prose(day: date) -> str:
    """``1 december 2026``, with no-break spaces."""
    return f"{day.day}{_NBSP}{MONTHS[day.month - 1]}{_NBSP}{day.year}"


def day_and_month(day: date) -> str:
    """``1 december``, where the year is plain from its surroundings."""
    return f"{day.day}{_NBSP}{MONTHS[day.month - 1]}"


def with_weekday(day: date) -> str:
    """``tis 1 december 2026``, as in lists and headings."""
    return f"{WEEKDAYS[day.weekday()][:3]} {in_prose(day)}"


def clock(moment: datetime) -> str:
    """``13.00`` in Swedish time."""
    return moment.astimezone(SWEDEN).strftime("%H.%M")


def clock_span(starts: datetime, ends: datetime) -> str:
    """``13.00–14.30`` in Swedish time."""
    return f"{clock(starts)}–{clock(ends)}"


def week(day: date) -> str:
    """``v. 49``: the ISO 8601 week."""
    return f"v.{_NBSP}{day.isocalendar().week}"


def parse_day(written: str, today: date) -> date:
    """Read a date as people type it.

    ``2026-12-01``, ``20261201``, ``1/12``, ``1 december``, ``tis`` (the next one), ``idag``, ``imorgon`` and
    ``+3d``, ``+2v``, ``+1m`` are understood. A date without a year is the nearest one not yet six months past.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    text = " ".join(written.lower().split())
    for read in (_iso_day, _named_day, _day_ahead, _day_of_month):
        try:
            found = read(text, today)
        except (ValueError, OverflowError):
            break
        if found is not None and found.year in _YEARS:
            return found
    raise ValueError(f"”{written.strip()}” är inte ett datum. Skriv till exempel 2026-12-01, 1/12, tis eller +2v.")


def parse_clock(written: str) -> tuple[int, int]:
    """Read a time of day, ``13``, ``13.00``, ``13:00`` or ``1300``, as hour and minute.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    match = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?", written.strip().lower())
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return int(match[1]), int(match[2] or 0)
    raise ValueError(f"”{written.strip()}” är inte ett klockslag. Skriv till exempel 13.00.")


def _iso_day(text: str, _today: date) -> date | None:
    match = re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})(?:[t ]00:00(?::00)?)?", text)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _named_day(text: str, today: date) -> date | None:
    if text in {"idag", "i dag"}:
        return today
    if text in {"imorgon", "i morgon"}:
        return today + timedelta(days=1)
    for number, name in enumerate(WEEKDAYS):
        if text in {name, name[:3]}:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _day_ahead(text: str, today: date) -> date | None:
    match = _AHEAD.fullmatch(text)
    if match is None:
        return None
    number = int(match[1])
    if match[2] == "m":
        return add_months(today, number)
    return today + timedelta(days=number * (7 if match[2] == "v" else 1))


def _day_of_month(text: str, today: date) -> date | None:
    if match := _DAY_MONTH.fullmatch(text):
        day, month = int(match[1]), int(match[2])
    elif match := _PROSE.fullmatch(text):
        named = [n for n, name in enumerate(MONTHS, 1) if name.startswith(match[2])]
        if len(named) != 1:
            return None
        day, month = int(match[1]), named[0]
    else:
        return None
    if match[3]:
        return date(int(match[3]), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= add_months(today, -6) else date(today.year + 1, month, day)

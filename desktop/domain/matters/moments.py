"""Moments and the time between them, typed and told the way people do (R21, R40)."""

from datetime import UTC, date, datetime, time, timedelta

from desktop.domain.dates import SWEDEN, clock, in_prose, parse_clock, parse_day

_NBSP = "\u00a0"


def parse_moment(written: str, today: date) -> datetime:
    """Read a day and a time of day in Sweden, ``12/11 09.30`` or ``2026-11-12 kl. 9.30``, as an instant in UTC.

    Args:
        written: The day as ``parse_day`` understands it, then the time as ``parse_clock`` does.
        today: What relative days count from.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    words = written.replace(_NBSP, " ").replace(",", " ").split()
    if len(words) < 2:
        raise ValueError(f"”{written.strip()}” saknar dag eller klockslag. Skriv till exempel 12/11 09.30.")
    at = parse_clock(words[-1])
    day = " ".join(word for word in words[:-1] if word.lower() not in {"kl", "kl."})
    return datetime.combine(parse_day(day, today), time(*at), SWEDEN).astimezone(UTC)


def moment_in_table(moment: datetime) -> str:
    """``2026-11-12 09.30`` in Swedish time, as in fields and tables."""
    return f"{moment.astimezone(SWEDEN).date().isoformat()} {clock(moment)}"


def moment_in_prose(moment: datetime) -> str:
    """``12 november 2026 kl. 09.30`` in Swedish time."""
    return f"{in_prose(moment.astimezone(SWEDEN).date())} kl.{_NBSP}{clock(moment)}"


def length_words(length: timedelta) -> str:
    """``2 dygn 3 tim``, ``3 tim 15 min`` or ``15 min``: the two largest units that say something, rounded down."""
    minutes = int(abs(length).total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    units = [(days, "dygn"), (hours, "tim")] if days else [(hours, "tim"), (left, "min")]
    told = " ".join(f"{count}{_NBSP}{unit}" for count, unit in units if count)
    return f"{'−' if length < timedelta(0) else ''}{told or f'0{_NBSP}min'}"

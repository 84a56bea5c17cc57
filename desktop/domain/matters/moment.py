"""A moment as people type it: a day, a time of day, or both (R40)."""

from datetime import UTC, datetime, time

from desktop.domain.dates import SWEDEN, parse_clock, parse_day

_NOON = time(12)


def parse_moment(written: str, now: datetime) -> datetime:
    """Read ``14.30``, ``24/11`` or ``24/11 14.30`` as an instant in UTC; nothing is now.

    A day without a time is noon; today without a time is now.

    Raises:
        ValueError: A Swedish sentence that says what is understood.
    """
    text, here = " ".join(written.split()), now.astimezone(SWEDEN)
    if not text:
        return now
    try:
        day, at = here.date(), time(*parse_clock(text))
    except ValueError:
        first, _, last = text.replace(" kl. ", " ").replace(" kl ", " ").rpartition(" ")
        try:
            day, at = parse_day(first, here.date()), time(*parse_clock(last))
        except ValueError:
            day, at = parse_day(text, here.date()), _NOON
            if day == here.date():
                return now
    return datetime.combine(day, at, SWEDEN).astimezone(UTC)


def moment_words(moment: datetime) -> str:
    """How ``parse_moment`` reads it back: ``2026-11-24 14.30`` in Swedish time."""
    return moment.astimezone(SWEDEN).strftime("%Y-%m-%d %H.%M")

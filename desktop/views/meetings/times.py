"""Reading the date and the times of a meeting, typed as people write them."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import SWEDEN, parse_clock, parse_day

Span = tuple[datetime, datetime]


def read_times(day: str, starts: str, ends: str, today: date) -> tuple[Span | None, dict[str, str]]:
    """The instants in UTC at which a meeting begins and ends, or what is wrong with which field.

    Args:
        day: As ``parse_day`` understands it.
        starts: As ``parse_clock`` understands it.
        ends: The same.
        today: What relative dates count from.

    Returns:
        The span, and no problems; or nothing, and a Swedish sentence by field: ``day``, ``starts``, ``ends``.
    """
    problems: dict[str, str] = {}
    on = date.min
    clocks = {"starts": (0, 0), "ends": (0, 0)}
    try:
        on = parse_day(day, today)
    except ValueError as error:
        problems["day"] = str(error)
    for name, text in (("starts", starts), ("ends", ends)):
        try:
            clocks[name] = parse_clock(text)
        except ValueError as error:
            problems[name] = str(error)
    if not problems and clocks["ends"] <= clocks["starts"]:
        problems["ends"] = QCoreApplication.translate("Meetings", "Mötet slutar innan det börjar.")
    if problems:
        return None, problems
    return (_instant(on, clocks["starts"]), _instant(on, clocks["ends"])), problems


def _instant(day: date, at: tuple[int, int]) -> datetime:
    return datetime.combine(day, time(*at), SWEDEN).astimezone(UTC)

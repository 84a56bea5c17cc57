"""What is worth knowing about a day that is typed: that agencies do not work then (R40)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import WEEKDAYS, parse_day
from desktop.domain.holidays import holiday_on, working_day


def day_off_words(typed: str, today: date) -> str:
    """Why nobody works on a day: "Julafton, då de flesta myndigheter har stängt"; empty for a working day and for none.

    Args:
        typed: The day as ``parse_day`` understands it, finished or not.
        today: What relative dates count from.
    """
    try:
        day = parse_day(typed, today)
    except ValueError:
        return ""
    if working_day(day):
        return ""
    holiday = holiday_on(day)
    if holiday is None:
        words = QCoreApplication.translate("DayOff", "Dagen är en {name}.")
    elif holiday.is_public:
        words = QCoreApplication.translate("DayOff", "{name} är en helgdag.")
    else:
        words = QCoreApplication.translate("DayOff", "{name}, då de flesta myndigheter har stängt.")
    return words.format(name=holiday.name if holiday else WEEKDAYS[day.weekday()])

"""Swedish public holidays and the eves when agencies are closed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day off: public by law (1989:253), or an eve that agencies keep closed as if it were."""

    name: str
    is_public: bool = True


def holiday_on(day: date) -> Holiday | None:
    """The holiday of a day, or nothing. Where two fall together, as in 2008, the one of the church year is named."""
    return _holidays(day.year).get(day)


def working_day(day: date) -> bool:
    """Whether agencies work that day: no Saturday or Sunday, no public holiday and none of the eves."""
    return day.weekday() < _SATURDAY and holiday_on(day) is None


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, else the first one after it."""
    while not working_day(day):
        day += timedelta(days=1)
    return day


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    leap_years, after_leap = divmod(of_century, 4)
    to_sunday = (32 + 2 * left + 2 * leap_years - epact - after_leap) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def _holidays(year: int) -> dict[date, Holiday]:
    """The days of the law's first section, and three eves; later entries win where two meet."""
    sunday = easter(year)
    midsummer = _saturday_from(date(year, 6, 20))
    return {
        date(year, 6, 6): Holiday("Sveriges nationaldag"),
        date(year, 5, 1): Holiday("Första maj"),
        date(year, 1, 1): Holiday("Nyårsdagen"),
        date(year, 1, 6): Holiday("Trettondedag jul"),
        sunday - timedelta(days=2): Holiday("Långfredagen"),
        sunday: Holiday("Påskdagen"),
        sunday + timedelta(days=1): Holiday("Annandag påsk"),
        sunday + timedelta(days=39): Holiday("Kristi himmelsfärdsdag"),
        sunday + timedelta(days=49): Holiday("Pingstdagen"),
        midsummer - timedelta(days=1): Holiday("Midsommarafton", is_public=False),
        midsummer: Holiday("Midsommardagen"),
        _saturday_from(date(year, 10, 31)): Holiday("Alla helgons dag"),
        date(year, 12, 24): Holiday("Julafton", is_public=False),
        date(year, 12, 25): Holiday("Juldagen"),
        date(year, 12, 26): Holiday("Annandag jul"),
        date(year, 12, 31): Holiday("Nyårsafton", is_public=False),
    }


def _saturday_from(day: date) -> date:
    """The first Saturday on or after a day."""
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)

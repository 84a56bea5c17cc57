"""What is said of a series: how often it meets, what became of its meetings, and what changing it did (R4)."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import MONTHS, WEEKDAYS, day_and_month, in_prose
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.series_file import SeriesFile, SeriesOutcome
from desktop.domain.meetings.series_rules import SeriesTally, is_moved, place_in_month

translate = QCoreApplication.translate

_SHORTEST_MONTH = 28


def interval_words(series: Series) -> str:
    """How much time lies between two meetings: "var tredje månad"."""
    if series.unit is SeriesUnit.WEEK:
        return _every(
            series.every,
            translate("Series", "varje vecka"),
            translate("Series", "varannan vecka"),
            translate("Series", "var {count} vecka"),
        )
    years, months = divmod(series.every, 12)
    if not months:
        return _every(
            years,
            translate("Series", "varje år"),
            translate("Series", "vartannat år"),
            translate("Series", "vart {count} år"),
        )
    return _every(
        series.every,
        translate("Series", "varje månad"),
        translate("Series", "varannan månad"),
        translate("Series", "var {count} månad"),
    )


def day_words(series: Series) -> str:
    """On which days it meets: "första tisdagen", "på tisdagar" or "den 15:e"."""
    first, yearly = series.starts_on, series.every % 12 == 0
    weekday = WEEKDAYS[first.weekday()]
    if series.unit is SeriesUnit.WEEK:
        return translate("Series", "på {weekday}ar").format(weekday=weekday)
    if series.by_weekday:
        words = translate("Series", "{place} {weekday}en").format(
            place=_places()[place_in_month(first)], weekday=weekday
        )
        return (
            translate("Series", "{day} i {month}").format(day=words, month=MONTHS[first.month - 1]) if yearly else words
        )
    if yearly:
        return translate("Series", "den {day}").format(day=day_and_month(first))
    words = translate("Series", "den {day}").format(day=_numbered(first.day))
    return (
        words
        if first.day <= _SHORTEST_MONTH
        else translate("Series", "{day} eller månadens sista dag").format(day=words)
    )


def hours_words(series: Series) -> str:
    """When it begins and ends: "kl. 13.00–14.30"."""
    begins, ends = (
        divmod(minute % 1440, 60) for minute in (series.starts_minute, series.starts_minute + series.minutes)
    )
    return translate("Series", "kl.\u00a0{begins}–{ends}").format(
        begins="{}.{:02}".format(*begins), ends="{}.{:02}".format(*ends)
    )


def frequency_words(series: Series) -> str:
    """The whole frequency: "var tredje månad, första tisdagen, kl. 13.00–14.30"."""
    return ", ".join((interval_words(series), day_words(series), hours_words(series)))


def tally_words(tally: SeriesTally) -> str:
    """What was planned and what became of it: "4 planerade, 2 genomförda, 1 flyttat, 1 återstår"."""
    if not tally.planned:
        return translate("Series", "inget möte planerat")
    parts = (
        (tally.planned, translate("Series", "1 planerat"), translate("Series", "{count} planerade")),
        (tally.held, translate("Series", "1 genomfört"), translate("Series", "{count} genomförda")),
        (tally.moved, translate("Series", "1 flyttat"), translate("Series", "{count} flyttade")),
        (tally.cancelled, translate("Series", "1 inställt"), translate("Series", "{count} inställda")),
        (tally.coming, translate("Series", "1 återstår"), translate("Series", "{count} återstår")),
        (
            tally.untold,
            translate("Series", "1 utan uppgift om det hölls"),
            translate("Series", "{count} utan uppgift om de hölls"),
        ),
    )
    words = [_counted(count, one, many) for count, one, many in parts if count]
    return ", ".join(part.replace(" ", "\u00a0", 1) for part in words)


def notices(file: SeriesFile, today: date) -> tuple[str, ...]:
    """What is worth talking about: the forum has not met as agreed, the frequency is to be reviewed, few remain.

    A deviation from the frequency is told as what it is and never called a breach (R4).
    """
    series, found = file.series, list[str]()
    if file.weeks_without and file.last_held:
        words = translate("Series", "Forumet har inte träffats på {time}; överenskommet är {interval}.")
        weeks = _counted(file.weeks_without, translate("Series", "1 vecka"), translate("Series", "{count} veckor"))
        found.append(words.format(time=weeks, interval=interval_words(series)))
    elif file.weeks_without:
        words = translate(
            "Series", "Inget möte är markerat som genomfört sedan serien började {day}; överenskommet är {interval}."
        )
        found.append(words.format(day=in_prose(series.starts_on), interval=interval_words(series)))
    if series.review_on and series.review_on <= today and not has_ended(series, today):
        words = translate(
            "Series",
            "Frekvensen skulle ses över den {day}. Anpassa den i dialog, eller skriv när ni talar om den igen.",
        )
        found.append(words.format(day=in_prose(series.review_on)))
    if file.can_extend:
        found.append(_counted(file.coming, translate("Series", "Ett möte återstår av dem som är planerade."),
                              translate("Series", "{count} möten återstår av dem som är planerade."),
                              translate("Series", "Inget möte återstår av dem som är planerade.")))  # fmt: skip
    return tuple(found)


def has_ended(series: Series, today: date) -> bool:
    """Whether the last day of the series has passed."""
    return series.ends_on is not None and series.ends_on <= today


def ends_words(series: Series, today: date) -> str:
    """Until when it goes on: "slutar 30 juni 2027"; empty where no end is set."""
    if series.ends_on is None:
        return ""
    words = translate("Series", "slutade {day}") if has_ended(series, today) else translate("Series", "slutar {day}")
    return words.format(day=in_prose(series.ends_on))


def belongs_words(meeting: Meeting, series_title: str) -> str:
    """That a meeting belongs to a series, and whether it was moved: "Ingår i serien ”…”, flyttat från 3 november 2026".

    Empty for a meeting of its own.
    """
    if meeting.series_id is None:
        return ""
    words = translate("Series", "Ingår i serien ”{title}”").format(title=series_title)
    return f"{words}, {moved_words(meeting)}" if is_moved(meeting) else words


def moved_words(meeting: Meeting) -> str:
    """From which day of its series a meeting was moved; empty if it was not."""
    if meeting.series_day is None or not is_moved(meeting):
        return ""
    near = abs(meeting.day - meeting.series_day) < timedelta(days=180)
    day = day_and_month(meeting.series_day) if near else in_prose(meeting.series_day)
    return translate("Series", "flyttat från {day}").format(day=day)


def laid_out_words(outcome: SeriesOutcome) -> str:
    """What laying out meetings did: "4 möten är upplagda, 1 som redan fanns ingår i serien."."""
    made = (translate("Series", "1 möte är upplagt"), translate("Series", "{count} möten är upplagda"))
    parts = [_counted(outcome.made, *made, translate("Series", "Inget nytt möte behövdes"))]
    if outcome.taken_in:
        parts.append(_counted(outcome.taken_in, translate("Series", "1 som redan fanns ingår i serien"),
                              translate("Series", "{count} som redan fanns ingår i serien")))  # fmt: skip
    return ", ".join(parts) + "."


def changed_words(outcome: SeriesOutcome) -> str:
    """What became of the coming meetings: "3 möten följde med, 1 togs bort, 1 ligger kvar som det var."."""
    parts = (
        (outcome.followed, translate("Series", "1 möte följde med"), translate("Series", "{count} möten följde med")),
        (outcome.made, translate("Series", "1 nytt är upplagt"), translate("Series", "{count} nya är upplagda")),
        (outcome.removed, translate("Series", "1 orört togs bort"), translate("Series", "{count} orörda togs bort")),
        (
            outcome.stayed,
            translate("Series", "1 kommande ligger kvar som det var"),
            translate("Series", "{count} kommande ligger kvar som de var"),
        ),
    )
    return ", ".join(_counted(count, one, many) for count, one, many in parts if count)


def _every(count: int, one: str, two: str, more: str) -> str:
    if count <= 2:
        return one if count == 1 else two
    words = {
        3: translate("Series", "tredje"),
        4: translate("Series", "fjärde"),
        5: translate("Series", "femte"),
        6: translate("Series", "sjätte"),
    }
    return more.format(count=words.get(count) or _numbered(count))


def _numbered(count: int) -> str:
    """A number as an ordinal: "8:e", "21:a"."""
    ends_in_a = count % 10 in {1, 2} and count % 100 not in {11, 12}
    return f"{count}:a" if ends_in_a else f"{count}:e"


def _places() -> dict[int, str]:
    return {
        1: translate("Series", "första"),
        2: translate("Series", "andra"),
        3: translate("Series", "tredje"),
        4: translate("Series", "fjärde"),
        -1: translate("Series", "sista"),
    }


def _counted(count: int, one: str, many: str, none: str = "") -> str:
    return none if none and not count else one if count == 1 else many.format(count=count)

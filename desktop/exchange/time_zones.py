"""Time zones of calendar files, by name first and by the file's own rules only when the name is unknown.

The rules a file brings (VTIMEZONE) are text from a stranger: they are never given to the calendar library, which
would keep them for the next file, and a rule that would take for ever to work out is not used at all.
"""

import re
from datetime import tzinfo
from io import StringIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_BLOCK = re.compile(r"^BEGIN:VTIMEZONE\n.*?^END:VTIMEZONE$\n?", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"^TZID(?:;[^:\n]*)?:(.+)$", re.IGNORECASE | re.MULTILINE)
_LONGEST_BLOCK = 20_000
_SOUND_RULE = re.compile(
    r"(?:(?:FREQ=YEARLY|BYMONTH=\d+|BYDAY=[-+\d]*[A-Z]{2}|BYMONTHDAY=[-,\d]+|UNTIL=\w+|WKST=[A-Z]{2}|INTERVAL=[1-9]);?)+",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"^(?:BEGIN|END|TZID|DTSTART|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)\b[^\n]*$", re.IGNORECASE | re.MULTILINE
)


def without_rules(calendar: str) -> tuple[str, dict[str, str]]:
    """An unfolded calendar without its VTIMEZONE blocks, and the blocks by the name they give themselves."""
    blocks = {name[1].strip().strip('"'): block for block in _BLOCK.findall(calendar) if (name := _NAME.search(block))}
    return _BLOCK.sub("", calendar), blocks


def zone_named(name: str, blocks: dict[str, str]) -> tzinfo | None:
    """The zone of a name: IANA's, Windows' (by Unicode CLDR's table), or what the file itself says; else nothing."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    plain = name.strip().strip('"')
    tail = "/".join(plain.strip("/").split("/")[-2:])  # /softwarestudio.org/Olson_20011030_5/Europe/Stockholm
    for candidate in (plain, WINDOWS_TO_OLSON.get(plain, ""), tail):
        try:
            if candidate:
                return ZoneInfo(candidate)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return _zone_of(blocks.get(plain, ""))


def _zone_of(block: str) -> tzinfo | None:
    """The zone a VTIMEZONE describes, if its rules are yearly ones and it is no longer than any real one."""
    if not block or len(block) > _LONGEST_BLOCK:
        return None
    rules = re.findall(r"^RRULE[^:\n]*:(.*)$", block, re.IGNORECASE | re.MULTILINE)
    if not all(_SOUND_RULE.fullmatch(rule.strip()) for rule in rules):
        return None
    from dateutil.tz import tzical

    try:
        return tzical(StringIO("\n".join(_ALLOWED.findall(block)))).get()
    except (ValueError, IndexError, KeyError, TypeError, OverflowError):
        return None

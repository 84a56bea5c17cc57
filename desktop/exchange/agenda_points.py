"""The points of an agenda, read from the text of an invitation."""

import re

from desktop.exchange.plain_text import LINE_LENGTH, plain_line

MOST_POINTS = 50
_HEADING = re.compile(
    r"^\W*(?:förslag till |preliminär )?(?:dagordning|agenda|punkter)\b[^:\n]{0,60}:?\s*$", re.IGNORECASE
)
_POINT = re.compile(
    r"^\s*(?:(?:punkt\s+)?\d{1,2}(?:[.):]|\s*[-–])\s*|§\s*\d{1,2}\s*|[-–—*•·▪◦o]\s+)(\S.*)$", re.IGNORECASE
)


def agenda_points(text: str) -> tuple[str, ...]:
    """What stands after ”Dagordning:” in numbered or bulleted lines, without numbers and bullets.

    The list ends at the first line that is no point; a line that goes on, indented, belongs to its point. Empty
    lines before and between points do not count.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if _HEADING.match(line)), None)
    if start is None:
        return ()
    points: list[str] = []
    for line in lines[start + 1 :]:
        if match := _POINT.match(line):
            points.append(match[1])
        elif line.strip() and not (points and line.startswith(("  ", "\t"))):
            break
        elif line.strip():
            points[-1] = f"{points[-1]} {line.strip()}"
    return tuple(plain_line(point)[:LINE_LENGTH] for point in points[:MOST_POINTS])

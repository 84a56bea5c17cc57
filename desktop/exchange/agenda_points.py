"""The points of an agenda, read from the text of an invitation or of what somebody pasted."""

import re
from collections.abc import Sequence

from desktop.exchange.plain_text import LINE_LENGTH, plain_line

MOST_POINTS = 50
_HEADING = re.compile(
    r"^\W*(?:förslag till |preliminär )?(?:dagordning|agenda|punkter)\b[^:\n]{0,60}:?\s*$", re.IGNORECASE
)
_POINT = re.compile(
    r"^\s*(?:(?:punkt\s+)?(?:\d{1,2}(?:\.\d{1,2})+[.):]?(?=\s)|\d{1,2}(?:[.):]|\s*[-–]))\s*|§\s*\d{1,2}\s*|[-–—*•·▪◦o]\s+)"
    r"(\S.*)$",
    re.IGNORECASE,
)


def agenda_points(text: str) -> tuple[str, ...]:
    """What stands after ”Dagordning:” in numbered or bulleted lines, without numbers and bullets.

    The list ends at the first line that is no point; a line that goes on, indented, belongs to its point. Empty
    lines before and between points do not count.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if _HEADING.match(line)), None)
    return () if start is None else _tidy(_listed(lines[start + 1 :]))


def pasted_points(text: str) -> tuple[str, ...]:
    """The points of an agenda that somebody pasted or opened, whatever stands around it.

    First the list after a heading such as ”Dagordning:”; else every numbered or bulleted line, wherever it stands;
    else every line, since nothing tells points from other text.
    """
    if points := agenda_points(text):
        return points
    lines = text.split("\n")
    if any(_POINT.match(line) for line in lines):
        return _tidy(_marked(lines))
    return _tidy([line for line in lines if line.strip()])


def _listed(lines: Sequence[str]) -> list[str]:
    """The points from here on, until a line that is none."""
    points: list[str] = []
    for line in lines:
        if match := _POINT.match(line):
            points.append(match[1])
        elif line.strip() and not (points and line.startswith(("  ", "\t"))):
            break
        elif line.strip():
            points[-1] = f"{points[-1]} {line.strip()}"
    return points


def _marked(lines: Sequence[str]) -> list[str]:
    """Every line with a number or a bullet, with what goes on below it, indented."""
    points: list[str] = []
    in_point = False
    for line in lines:
        if match := _POINT.match(line):
            points.append(match[1])
            in_point = True
        elif in_point and line.strip() and line.startswith(("  ", "\t")):
            points[-1] = f"{points[-1]} {line.strip()}"
        else:
            in_point = False
    return points


def _tidy(points: Sequence[str]) -> tuple[str, ...]:
    plain = (plain_line(point)[:LINE_LENGTH] for point in points)
    return tuple(point for point in plain if point)[:MOST_POINTS]

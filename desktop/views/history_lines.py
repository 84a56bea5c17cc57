"""The lines of a history: when, who, what, and each field before and after."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import SWEDEN, clock
from desktop.views.act_words import act_words
from desktop.views.history_words import field_word, value_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.history import HistoryEntry

_NAMES = ("name", "title", "text", "key", "function", "level", "evidence")
_INTERNAL = frozenset({
    "id", "meeting_id", "item_id", "contact_id", "presenter_id", "source_id", "origin", "version",
    "calendar_uid", "calendar_sequence", "position",
})  # fmt: skip
_POINTERS = frozenset({("attachment", "replaced_by")})
"""Fields that hold a key in one kind of record and something to read in another."""


class HistoryLine(NamedTuple):
    """One line of the history in Swedish words."""

    when: str
    who: str
    what: str
    field: str
    old: str
    new: str


def history_lines(entries: Iterable[HistoryEntry]) -> list[HistoryLine]:
    """The history in words, newest first: one line when a record came or went, one per field when it was changed.

    Keys and other inner fields are left out, and so is what private preparation says (R11).
    """
    lines: list[HistoryLine] = []
    for _, of_change in groupby(entries, key=lambda entry: (entry.at, entry.act)):
        change = list(of_change)
        if change[0].act.verb == "agenda.move":
            lines.append(_move(change))
            continue
        for _, of_record in groupby(change, key=lambda entry: entry.record_id):
            lines += _lines(list(of_record))
    return lines


def _move(entries: Sequence[HistoryEntry]) -> HistoryLine:
    """The item that went farthest is the one that was moved; of two that changed places it could be either."""
    steps = [(int(each.old), int(each.new)) for each in entries if each.old.isdigit() and each.new.isdigit()]
    steps.sort(key=lambda step: abs(step[0] - step[1]), reverse=True)
    ordering = field_word("position")
    if len(steps) < 3:
        return HistoryLine(*_head(entries[0]), ordering, "", "")
    return HistoryLine(*_head(entries[0]), ordering, *(str(place + 1) for place in steps[0]))


def _head(entry: HistoryEntry) -> tuple[str, str, str]:
    what = act_words(entry.act)
    return _moment(entry.at), entry.who, what[:1].upper() + what[1:]


def _lines(entries: Sequence[HistoryEntry]) -> Iterator[HistoryLine]:
    head = _head(entries[0])
    if any(entry.field == "id" for entry in entries):
        name = next((entry for field in _NAMES for entry in entries if entry.field == field), None)
        added = any(entry.field == "id" and entry.new for entry in entries)
        came = QCoreApplication.translate("History", "Tillkom")
        went = QCoreApplication.translate("History", "Togs bort")
        old, new = _value(name) if name and not _private(name) else ("", "")
        yield HistoryLine(*head, came if added else went, old, new)
        return
    for entry in entries:
        if entry.field not in _INTERNAL and (entry.kind, entry.field) not in _POINTERS:
            yield HistoryLine(
                *head, field_word(entry.field, entry.kind), *(("", "") if _private(entry) else _value(entry))
            )


def _private(entry: HistoryEntry) -> bool:
    return entry.kind == "preparation" or entry.act.verb == "agenda.prepare"


def _value(entry: HistoryEntry) -> tuple[str, str]:
    return _word(entry.field, entry.old), _word(entry.field, entry.new)


def _word(field: str, text: str) -> str:
    if field.endswith("_at"):
        try:
            return _moment(datetime.fromisoformat(text))
        except ValueError:
            return text
    return value_word(field, text)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(SWEDEN).date().isoformat()} {clock(at)}"

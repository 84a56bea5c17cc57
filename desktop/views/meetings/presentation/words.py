"""What the presentation says, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import clock, clock_span, in_prose
from desktop.domain.meetings.agenda import ItemState
from desktop.views.wording import item_kind_word, item_state_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desktop.domain.meetings.notes_document import ActionLine
    from desktop.domain.meetings.presentation import Slide

_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with places to break its longest words at, so that an address never widens the screen."""
    return _LONG_WORD.sub(lambda found: found[0] + _BREAK, text)


def facts_line(slide: Slide) -> str:
    """Kind, presenter and planned time of an item, and what became of it."""
    minutes = QCoreApplication.translate("Presentation", "{count} min").format(count=slide.minutes)
    presenter = QCoreApplication.translate("Presentation", "Föredrar: {name}").format(name=slide.presenter)
    state = "" if slide.state is ItemState.OPEN else item_state_word(slide.state)
    return " · ".join(part for part in (item_kind_word(slide.kind), presenter, minutes, state) if part)


def progress_words(place: int, count: int) -> str:
    """How far the meeting has come: "3 av 8"."""
    return QCoreApplication.translate("Presentation", "{number} av {count}").format(number=place + 1, count=count)


def sections_of(slide: Slide) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands below the title: headings with their paragraphs; what is empty is left out."""
    for heading, paragraphs in (
        (QCoreApplication.translate("Presentation", "Önskat resultat"), (slide.wanted_outcome,)),
        (QCoreApplication.translate("Presentation", "Anteckningar"), tuple(slide.text.split("\n"))),
        (QCoreApplication.translate("Presentation", "Beslut"), slide.decisions),
        (QCoreApplication.translate("Presentation", "Åtgärder"), tuple(map(_action, slide.actions))),
        (QCoreApplication.translate("Presentation", "Information"), slide.information),
    ):
        filled = tuple(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
        if filled:
            yield heading, filled


def plan_words(slide: Slide, moment: datetime) -> str:
    """The clock against the plan: "Kl. 13.42 · planerat 13.20–13.30 · 12 min efter planen"."""
    planned = QCoreApplication.translate("Presentation", "Planerat {span}").format(
        span=clock_span(slide.starts, slide.ends)
    )
    behind = slide.behind(moment)
    if behind is None:
        return planned
    now = QCoreApplication.translate("Presentation", "Kl. {time}").format(time=clock(moment))
    return f"{now} · {planned} · {_behind_words(behind)}"


def _behind_words(minutes: int) -> str:
    if minutes > 0:
        return QCoreApplication.translate("Presentation", "{count} min efter planen").format(count=minutes)
    if minutes < 0:
        return QCoreApplication.translate("Presentation", "{count} min före planen").format(count=-minutes)
    return QCoreApplication.translate("Presentation", "enligt planen")


def _action(action: ActionLine) -> str:
    owner = action.owner or action.party
    due = action.due_on
    until = QCoreApplication.translate("Presentation", "klar senast {day}").format(day=in_prose(due)) if due else ""
    return f"{action.text} ({', '.join(part for part in (owner, until) if part)})"

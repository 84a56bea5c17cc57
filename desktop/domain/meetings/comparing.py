"""Which of our items SSC's agenda has taken up, and which it has left out (R9)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.meetings.agenda import AgendaItem, SentState, SourceKind
from desktop.domain.meetings.standing import topic_of

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = frozenset(
    {"att", "av", "de", "den", "det", "en", "ett", "för", "från", "har", "hos", "i", "inför", "kring", "med", "mot"}
    | {"och", "om", "på", "samt", "som", "till", "ur", "vid", "är"}
)
_STEM = 5
"""Words that begin with the same so many letters count as one: Swedish endings come after them."""
_ENOUGH = 0.5
"""The share of words, as Dice counts it, from which a point is taken to be about an item."""
_NOT_PROPOSED = frozenset({SourceKind.RECEIVED, SourceKind.STANDING})


@dataclass(frozen=True, slots=True)
class Match:
    """An item of ours and the place of SSC's point about it, counted from 0, or nothing where it was left out."""

    item: AgendaItem
    point: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our items against SSC's points, which keep their order.

    Attributes:
        points: SSC's points.
        matches: Each item that was proposed or could have been, with its point.
        theirs: The places of the points that none of these items is about.
    """

    points: tuple[str, ...]
    matches: tuple[Match, ...]
    theirs: tuple[int, ...]


def proposable(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items one would propose to SSC: neither their own points nor what every agenda has anyway."""
    return tuple(item for item in items if item.source.kind not in _NOT_PROPOSED)


def followed(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items whose way to SSC's agenda is followed: those that were sent."""
    return tuple(item for item in items if item.sent is not SentState.NOT_SENT)


def compare(items: Sequence[AgendaItem], points: Sequence[str]) -> Comparison:
    """Find for each item the point that is most like it, if one is like it enough.

    Several items may stand under one point. Where items have been sent, only those are compared; before that, all
    that could have been. It is a proposal: a person looks through it before anything is kept.
    """
    chosen = followed(items) or proposable(items)
    words = [_words(point) for point in points]
    matches = tuple(Match(item, _best(item, points, words)) for item in chosen)
    taken = {match.point for match in matches}
    theirs = tuple(place for place in range(len(points)) if place not in taken)
    return Comparison(tuple(points), matches, theirs)


def sent_states(verdicts: Iterable[tuple[AgendaItem, int | None]]) -> dict[UUID, SentState]:
    """What is kept of each item once a person has said where it stands on SSC's agenda, if anywhere.

    An item that was never sent cannot have been left out.
    """
    states: dict[UUID, SentState] = {}
    for item, point in verdicts:
        if point is not None:
            states[item.id] = SentState.ON_AGENDA
        elif item.sent is not SentState.NOT_SENT:
            states[item.id] = SentState.LEFT_OUT
    return states


def _best(item: AgendaItem, points: Sequence[str], words: Sequence[frozenset[str]]) -> int | None:
    scores = [_likeness(item.title, _words(item.title), *pair) for pair in zip(points, words, strict=True)]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= _ENOUGH else None


def _likeness(title: str, title_words: frozenset[str], point: str, point_words: frozenset[str]) -> float:
    """1 for the same words or all of the shorter in the longer, else Dice's share; a topic in common helps a little."""
    if not title_words or not point_words:
        return float(_folded(title) == _folded(point))
    common = len(title_words & point_words)
    if common > 1 and common == min(len(title_words), len(point_words)):
        return 1.0
    topic = topic_of(title)
    bonus = 0.1 if topic is not None and topic is topic_of(point) else 0.0
    return 2 * common / (len(title_words) + len(point_words)) + bonus


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(_folded(text)) if word not in _EMPTY_WORDS)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())

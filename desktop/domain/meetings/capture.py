"""Fast capture: a line that begins with ``B``, ``Å`` or ``I`` becomes a decision, an action or an information."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from desktop.domain.dates import parse_day
from desktop.domain.level import Party

_ARROW = "->"
_OWNER = re.compile(r"(?:^|(?<=\s))@(?:\"(?P<quoted>[^\"]+)\"|(?P<word>\w[^\s@\"]*?)(?=->|\s|$))")
_LONGEST_DATE = 4
"""How many words a written date has at most: "1 december 2026", and one to spare."""

_LONGEST_NAME = 3
"""How many words an unknown name before an arrow has at most."""

_PARTIES = {
    "ssc": Party.SSC,
    "statens servicecenter": Party.SSC,
    "servicecenter": Party.SSC,
    "myndigheten": Party.AGENCY,
}
"""What a whole party is called after an ``@``, when nobody in particular is to answer for the action."""

_AFTER_NAME = ",.:;"


class OutcomeKind(StrEnum):
    """What comes of an item."""

    DECISION = "decision"
    ACTION = "action"
    INFORMATION = "information"


LETTERS = {"B": OutcomeKind.DECISION, "Å": OutcomeKind.ACTION, "I": OutcomeKind.INFORMATION}
"""The letter that, followed by a space at the start of a line, makes an outcome of the line."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can be responsible for an action; who takes part in the meeting is meant before who does not."""

    name: str
    party: Party | None = None
    takes_part: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is responsible, as understood from what was typed.

    ``name`` is empty where a whole party is meant. ``remark`` says in a Swedish sentence what was not understood; the
    typed words are kept all the same.
    """

    name: str = ""
    party: Party = Party.AGENCY
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What a line says; the owner, the party and the day belong to actions only.

    ``remarks`` are Swedish sentences about what was not understood. What they are about is kept in the texts.
    """

    kind: OutcomeKind
    text: str
    owner: str = ""
    party: Party = Party.AGENCY
    due_on: date | None = None
    remarks: tuple[str, ...] = ()


def capture(line: str, people: Sequence[Person], today: date) -> Captured | None:
    """What a line makes, or None if it is ordinary note text.

    Only a capital letter followed by a space, first in the line, is a command: "i dag" and "Bra" are text. A command
    that says nothing more is text too.

    Args:
        line: One typed line.
        people: Who can be meant by ``@namn``; those named first are meant rather than later ones of the same name.
        today: What relative dates count from.
    """
    kind = LETTERS.get(line[:1]) if line[1:2].isspace() else None
    if kind is None:
        return None
    said = " ".join(line[1:].split())
    made = _action(said, people, today) if kind is OutcomeKind.ACTION else Captured(kind=kind, text=said)
    return made if made.text else None


def outcome_of(kind: OutcomeKind, said: str, people: Sequence[Person], today: date) -> Captured | None:
    """The same for words whose kind was chosen by a button; a leading command of that kind is no part of them."""
    plain = " ".join(said.split())
    if LETTERS.get(plain[:1]) is kind and plain[1:2] == " ":
        plain = plain[2:]
    made = _action(plain, people, today) if kind is OutcomeKind.ACTION else Captured(kind=kind, text=plain)
    return made if made.text else None


def owner_of(written: str, people: Iterable[Person]) -> Owner:
    """Who is meant by a name or a part of one: a whole word rather than the beginning or the middle of one."""
    wanted = written.casefold().split()
    known = list({person.name: person for person in reversed(list(people))}.values())
    party = _PARTIES.get(" ".join(wanted))
    for fits in (_is_word, _begins, _contains):
        found = [person for person in known if wanted and all(fits(word, person.name) for word in wanted)]
        if found:
            return _chosen(written, found[::-1])
        if party is not None:  # who has that very name goes before the party, who has a part of it does not
            return Owner("", party)
    remark = f"Ingen som heter ”{written}” finns bland deltagarna eller kontakterna." if written else ""
    return Owner(" ".join(written.split()), remark=remark)


def _chosen(written: str, found: Sequence[Person]) -> Owner:
    found = [person for person in found if person.takes_part] or found
    parties = {person.party or Party.AGENCY for person in found}
    if len(found) == 1:
        return Owner(found[0].name, parties.pop())
    names = ", ".join(sorted(person.name for person in found)[:4])
    remark = f"”{written}” kan vara flera: {names}. Skriv mer av namnet i åtgärden."
    return Owner(" ".join(written.split()), parties.pop() if len(parties) == 1 else Party.AGENCY, remark)


def _action(said: str, people: Sequence[Person], today: date) -> Captured:
    before_arrow, due_on, doubt = _due(said, today)
    text, owner = _owned(before_arrow, people, arrow=_ARROW in said)
    return Captured(
        kind=OutcomeKind.ACTION,
        text=text,
        owner=owner.name,
        party=owner.party,
        due_on=due_on,
        remarks=tuple(filter(None, (owner.remark, doubt))),
    )


def _due(said: str, today: date) -> tuple[str, date | None, str]:
    """The words without a readable ``->datum``, the day, and a sentence about an arrow without one."""
    doubt = ""
    places = [found.start() for found in re.finditer(_ARROW, said)]
    for place in reversed(places):
        words = said[place + len(_ARROW) :].split()
        for count in range(min(len(words), _LONGEST_DATE), 0, -1):
            try:
                day = parse_day(" ".join(words[:count]), today)
            except ValueError as error:
                doubt = doubt or f"{error} Åtgärden har sparats utan datum."
            else:
                return _joined(said[:place], *words[count:]), day, ""
    return said, None, doubt


def _owned(said: str, people: Sequence[Person], *, arrow: bool) -> tuple[str, Owner]:
    """The words without the first ``@namn``, and who that is."""
    found = _OWNER.search(said)
    if found is None:
        return said, Owner()
    before, after = said[: found.start()], said[found.end() :].split()
    nearest = list(takewhile(lambda word: not word.startswith(_ARROW), after))
    if found["quoted"]:
        return _joined(before, *after), owner_of(found["quoted"].strip(), people)
    name = found["word"].rstrip(_AFTER_NAME)
    taken = _more_of_name(name, nearest, people, ends=arrow and bool(before.strip()))
    words = [name, *(word.rstrip(_AFTER_NAME) for word in after[:taken])]
    return _joined(before, *after[taken:]), owner_of(" ".join(words), people)


def _more_of_name(first: str, after: Sequence[str], people: Sequence[Person], *, ends: bool) -> int:
    """How many of the words after the first one belong to the name.

    Of somebody known: the words that are whole words of that name too, and a last one that begins such a word. Of a
    party: those of what it is called. Else, where the name ends at an arrow, all of a few words; and otherwise those
    that are written as names are.
    """
    known = [person.name for person in people if _contains(first.casefold(), person.name)]
    rest = [word.rstrip(_AFTER_NAME) for word in after]
    if " ".join([first, *rest[:1]]).casefold() in _PARTIES:
        return len(rest[:1])
    if known:
        return max(_words_of(name, rest) for name in known)
    if first.casefold() in _PARTIES:
        return 0
    if ends and len(after) < _LONGEST_NAME:
        return len(after)
    count = 0
    while count < len(after) and after[count][:1].isupper():
        count += 1
    return count


def _words_of(name: str, words: Sequence[str]) -> int:
    """How many of the words belong to a name; the last of all may be the beginning of one, as in "Anna L"."""
    whole = len(list(takewhile(lambda word: _is_word(word.casefold(), name), words)))
    last = words[whole] if len(words) == whole + 1 else ""
    return whole + (last[:1].isupper() and _begins(last.casefold(), name))


def _is_word(word: str, name: str) -> bool:
    return word in name.casefold().split()


def _begins(word: str, name: str) -> bool:
    return any(part.startswith(word) for part in re.split(r"[\s-]+", name.casefold()))


def _contains(word: str, name: str) -> bool:
    return word in name.casefold()


def _joined(*parts: str) -> str:
    return " ".join(" ".join(parts).split())

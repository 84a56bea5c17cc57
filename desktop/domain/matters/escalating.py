"""Which steps of an escalation are legal, and why every other is not (R1, R20; model, section 2)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from desktop.domain.dates import in_prose
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.escalation import EscalationStep
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.vocabulary import LEVEL
from desktop.domain.why import Why

_RULE = (
    "Ett ärende kan eskaleras från operativ till taktisk nivå eller från taktisk till strategisk nivå, "
    "en nivå i taget. Delar operativa och taktiska frågor forum går vägen från det till strategisk nivå."
)
_RISKS = "Risker som är direkt kopplade till tjänsten lyfts till operativ och taktisk nivå hos Statens servicecenter."


def rung(level: Level, model: LevelModel) -> int:
    """How high a level stands, 0 at the bottom; where two levels share a forum they stand equally high (R1)."""
    return level.rank if model is LevelModel.THREE else max(level.rank, Level.TACTICAL.rank) - 1


def level_above(level: Level, model: LevelModel) -> Level | None:
    """The level that a matter is escalated to from here; None at the top."""
    return next((each for each in Level if rung(each, model) == rung(level, model) + 1), None)


def level_below(level: Level, model: LevelModel, steps: Iterable[EscalationStep] = ()) -> Level | None:
    """The level that a matter is returned to from here; None at the bottom.

    Args:
        level: Where the matter is.
        model: The number of levels in force that day.
        steps: The steps taken so far; where two levels share a forum, the matter returns to the one it came from.
    """
    below = [each for each in Level if rung(each, model) == rung(level, model) - 1]
    if not below:
        return None
    came_from = [step.from_level for step in steps if step.to_level is level and step.from_level in below]
    return came_from[-1] if came_from else below[-1]


def offered(matter: Matter, model: LevelModel, steps: Sequence[EscalationStep] = ()) -> tuple[Level, ...]:
    """The levels that the matter may go to now, the one above before the one below."""
    wanted = (level_above(matter.level, model), level_below(matter.level, model, steps))
    return tuple(level for level in wanted if level is not None and refusal(matter, level, model) is None)


def refusal(matter: Matter, to_level: Level, model: LevelModel) -> Why | None:
    """Why the matter may not go to a level; None where it may."""
    inputs = (
        ("Ärende", f"{matter.number} {matter.title}"),
        ("Nu på", LEVEL[matter.level]),
        ("Skulle till", LEVEL[to_level]),
        ("Nivåer", "tre" if model is LevelModel.THREE else "två: operativ och taktisk nivå delar forum"),
    )
    if not matter.is_open:
        return Why(section="2", rule=_RULE, inputs=inputs, result="Ärendet är avslutat. Öppna det igen först.")
    if matter.kind is MatterKind.RISK:
        return Why(section="3.2", rule=_RISKS, inputs=inputs, result="En risk lyfts, den eskaleras inte.")
    distance = rung(to_level, model) - rung(matter.level, model)
    if abs(distance) == 1:
        return None
    if distance == 0:
        return Why(section="2", rule=_RULE, inputs=inputs, result="Ärendet är redan där.")
    between = level_above(matter.level, model) if distance > 0 else level_below(matter.level, model)
    said = f"Ingen nivå får hoppas över. Nästa steg går till {LEVEL[between]}." if between else ""
    return Why(section="2", rule=_RULE, inputs=inputs, result=said)


def disorder(steps: Sequence[EscalationStep]) -> str:
    """What is wrong with a history of steps, in the order they were taken; nothing when it is whole.

    Every step begins where the one before it ended, on the same day or later, and goes up or down.
    """
    for before, after in pairwise(steps):
        if after.from_level is not before.to_level:
            return f"Steget {in_prose(after.taken_on)} börjar inte på {LEVEL[before.to_level]}, där ärendet var."
        if after.taken_on < before.taken_on:
            return f"Steget {in_prose(after.taken_on)} kan inte ha tagits före det {in_prose(before.taken_on)}."
    still = next((step for step in steps if step.from_level is step.to_level), None)
    return f"Steget {in_prose(still.taken_on)} leder ingenstans." if still else ""


def waiting(steps: Iterable[EscalationStep], day: date) -> tuple[EscalationStep, ...]:
    """The steps whose answer was asked for by a day that has passed and has not come."""
    return tuple(
        step for step in steps if step.answered_on is None and step.answer_by is not None and step.answer_by < day
    )

"""A repeated deficiency in words: how many, within what time, which ones, and why that is said (R23)."""

from collections.abc import Sequence

from desktop.domain.matters.matter import Matter, RepetitionRule
from desktop.domain.why import Why

_ORDINALS = (
    "Första", "Andra", "Tredje", "Fjärde", "Femte", "Sjätte",
    "Sjunde", "Åttonde", "Nionde", "Tionde", "Elfte", "Tolfte",
)  # fmt: skip
_COUNTS = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_RULE = (
    "En upprepad leveransbrist är ett skäl att lyfta ett ärende till nästa nivå. Hur många som räknas som upprepade, "
    "och inom vilken tid, är myndighetens egen gräns."
)


def repetition_words(count: int, area: str, rule: RepetitionRule) -> str:
    """How many there were, counted in words: ``Tredje bristen inom lön på sex månader``."""
    ordinal = _ORDINALS[count - 1] if count <= len(_ORDINALS) else f"{count}:e"
    within = f" inom {area[:1].lower()}{area[1:]}" if area else ""
    months = _COUNTS[rule.months - 1] if rule.months <= len(_COUNTS) else str(rule.months)
    return f"{ordinal} bristen{within} på {months} {'månad' if rule.months == 1 else 'månader'}"


def why_repeated(group: Sequence[Matter], area: str, rule: RepetitionRule) -> Why:
    """What the repetition rests on: the deficiencies, oldest first, and the limit."""
    return Why(
        section="2",
        rule=_RULE,
        inputs=(
            ("Gräns", f"{rule.times} inom {rule.months} månader"),
            *((matter.reported_on.isoformat(), f"{matter.number} {matter.title}") for matter in group),
        ),
        result=f"{repetition_words(len(group), area, rule)}.",
    )

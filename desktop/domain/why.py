"""Why a rule of the model stops or proposes something: what it rests on, what it looked at and what followed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer to "Varför?".

    Attributes:
        section: The section of the cooperation model: "2", "3.3".
        rule: What the rule says, in plain Swedish.
        inputs: What it looked at here, as pairs of a word and what was found.
        result: What followed from it.
    """

    section: str
    rule: str
    inputs: tuple[tuple[str, str], ...] = ()
    result: str = ""

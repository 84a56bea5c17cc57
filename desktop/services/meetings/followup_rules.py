"""What decisions, actions and information must be like to be kept, wherever they are written down (R8, R25)."""

from dataclasses import replace
from datetime import date

from desktop.domain.meetings.followup import LONGEST_TEXT, Action, Decision, Information
from desktop.errors import InputError

LONGEST_OWNER = 200


def checked_action(action: Action, day: date) -> Action:
    """The action on tidy lines, if it makes sense on that day.

    Raises:
        InputError: It says nothing, is too long, or its dates and result contradict each other.
    """
    text = _tidy(action.text, "Åtgärden")
    result, owner = _short(action.result, "Resultatet"), " ".join(action.owner.split())
    if len(owner) > LONGEST_OWNER:
        raise InputError(f"Den ansvarigas namn får ha högst {LONGEST_OWNER} tecken.", "Korta det.")
    if action.done_on is not None and not result:
        raise InputError("Åtgärden saknar resultat.", "Skriv kort vad den ledde till.")
    if action.done_on is not None and action.done_on > day:
        raise InputError("En åtgärd kan inte vara klar en dag som ännu inte har varit.", "Rätta datumet.")
    if action.done_on is None and result:
        raise InputError("Bara en åtgärd som är klar har ett resultat.", "Ange dagen då den blev klar.")
    return replace(action, text=text, owner=owner, result=result)


def checked_decision(decision: Decision, day: date) -> Decision:
    """The decision on a tidy line, if it makes sense on that day.

    Raises:
        InputError: It says nothing, is too long, or its dates make no sense.
    """
    if decision.decided_on > day:
        raise InputError("Ett beslut kan inte vara fattat en dag som ännu inte har varit.", "Rätta datumet.")
    if decision.review_on is not None and decision.review_on < decision.decided_on:
        raise InputError("Beslutet kan inte följas upp innan det är fattat.", "Rätta ett av datumen.")
    if decision.valid_until is not None and decision.valid_until < decision.decided_on:
        raise InputError("Beslutet kan inte sluta gälla innan det är fattat.", "Rätta ett av datumen.")
    return replace(
        decision,
        text=_tidy(decision.text, "Beslutet"),
        decided_by=_short(decision.decided_by, "Beslutsfattaren"),
        source_document=_short(decision.source_document, "Källdokumentet"),
    )


def checked_information(information: Information) -> Information:
    """The information on a tidy line.

    Raises:
        InputError: It says nothing or is too long.
    """
    return replace(information, text=_tidy(information.text, "Informationen"))


def _tidy(text: str, what: str) -> str:
    plain = _short(text, what)
    if not plain:
        raise InputError(f"{what} saknar text.")
    return plain


def _short(text: str, what: str) -> str:
    plain = " ".join(text.split())
    if len(plain) > LONGEST_TEXT:
        raise InputError(f"{what} får ha högst {LONGEST_TEXT} tecken.", "Korta texten.")
    return plain

"""How freshness, rights and checks are said (R17, R29, R32)."""

from datetime import date

import pytest

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.freshness import Confirmation
from desktop.domain.contacts.orderer_rights import RightState
from desktop.domain.expectation import Expectation, Expected
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.views.contacts.words import check_words, confirmation_words, right_state_words

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("confirmed_on", "months", "is_stale", "words"),
    [
        (None, None, True, "Aldrig bekräftad"),
        (date(2025, 9, 1), 14, True, "Ej bekräftad på 14 månader"),
        (date(2026, 10, 20), 1, True, "Ej bekräftad på en månad"),
        (date(2026, 9, 2), 2, False, "Bekräftad 2 september 2026"),
    ],
)
def test_it_is_told_for_how_long_nobody_has_confirmed(
    confirmed_on: date | None, months: int | None, is_stale: bool, words: str
) -> None:
    contact = Contact(id=new_id(), party=Party.SSC, confirmed_on=confirmed_on)
    said = confirmation_words(Confirmation(contact=contact, months=months, is_stale=is_stale))
    assert said.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("state", "left", "words"),
    [
        (RightState.ENDING, 0, "Går ut i dag"),
        (RightState.ENDING, 1, "Går ut i morgon"),
        (RightState.ENDING, 23, "Går ut om 23 dagar"),
        (RightState.VALID, None, "Gäller"),
        (RightState.COMING, 800, "Kommande"),
        (RightState.ENDED, -3, "Gäller inte längre"),
    ],
)
def test_it_is_told_where_a_right_is_in_its_time(state: RightState, left: int | None, words: str) -> None:
    assert right_state_words(state, left) == words


@pytest.mark.parametrize(
    ("due_on", "done_on", "words", "tone"),
    [
        (date(2026, 12, 31), None, "Kontrolleras senast 31 december 2026", "neutral"),
        (date(2026, 12, 24), None, "Kontrolleras senast 24 december 2026", "warning"),
        (date(2026, 6, 30), None, "Kontrollen är försenad sedan 30 juni 2026", "danger"),
        (date(2026, 12, 31), date(2026, 9, 2), "Kontrollerad 2 september 2026", "good"),
    ],
)
def test_it_is_told_how_far_a_check_has_come(due_on: date, done_on: date | None, words: str, tone: str) -> None:
    expected = Expectation(
        what=Expected.ORDERER_CHECK, owed_by=Party.AGENCY, begins_on=date(2026, 1, 1), due_on=due_on, done_on=done_on
    )
    said, mood = check_words(expected, DAY)
    assert (said.replace("\u00a0", " "), mood) == (words, tone)

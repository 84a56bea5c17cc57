"""Levels by date (R1), roles by date (R15) and comparisons of contact data (R17)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.contacts.contact import Assignment, comparable_email, comparable_name, comparable_phone
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel

TWO_FROM_JULY = Agreement(
    agency_name="Exempelmyndigheten",
    choices=(LevelChoice(starts_on=date(2026, 7, 1), model=LevelModel.TWO, decision="Möte 2026-06-10, punkt 4"),),
)


def test_two_levels_hold_from_their_day_and_change_nothing_before() -> None:
    before, after = date(2026, 6, 30), date(2026, 7, 1)
    assert TWO_FROM_JULY.levels_of_forum(Level.TACTICAL, before) == {Level.TACTICAL}
    assert TWO_FROM_JULY.levels_of_forum(Level.TACTICAL, after) == {Level.OPERATIONAL, Level.TACTICAL}
    assert TWO_FROM_JULY.levels_of_forum(Level.STRATEGIC, after) == {Level.STRATEGIC}


@given(st.lists(st.tuples(st.dates(), st.sampled_from(LevelModel)), max_size=6, unique_by=lambda c: c[0]), st.dates())
def test_the_latest_choice_that_has_begun_holds(choices: list[tuple[date, LevelModel]], day: date) -> None:
    agreement = Agreement(agency_name="A", choices=tuple(LevelChoice(starts_on=d, model=m) for d, m in choices))
    begun = sorted(choice for choice in choices if choice[0] <= day)
    assert agreement.model_on(day) is (begun[-1][1] if begun else LevelModel.THREE)


def test_a_role_is_held_on_both_its_first_and_last_day() -> None:
    role = Assignment(id=new_id(), contact_id=new_id(), level=Level.TACTICAL,
                      starts_on=date(2024, 1, 1), ends_on=date(2024, 3, 1))  # fmt: skip
    assert [role.held_on(date(2023, 12, 31)), role.held_on(date(2024, 1, 1))] == [False, True]
    assert [role.held_on(date(2024, 3, 1)), role.held_on(date(2024, 3, 2))] == [True, False]


def test_contact_data_is_compared_past_its_spelling() -> None:
    assert comparable_email(" ALI.Hassan@x.example ") == "ali.hassan@x.example"
    assert (
        comparable_phone("+46 (0)26 12 34 56") == comparable_phone("026-12 34 56") == comparable_phone("004626123456")
    )
    assert comparable_name("Åsa ", "ÅNGSTRÖM-Öhrn") == "åsa ångström-öhrn"
    assert comparable_name("Asa", "Berg") != comparable_name("Åsa", "Berg")

"""Which forum a meeting belongs to on its day (R1, R3)."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum, forum_of, forums_on, spans_of
from desktop.domain.level import Level, LevelModel

FROM = date(2026, 7, 1)
TWO = Agreement(
    agency_name="Exempelmyndigheten",
    choices=(LevelChoice(starts_on=FROM, model=LevelModel.TWO, decision="Möte 2026-06-10, punkt 4"),),
)
_CHOICES = st.lists(st.tuples(st.dates(), st.sampled_from(LevelModel)), max_size=5, unique_by=lambda choice: choice[0])


def _under(choices: list[tuple[date, LevelModel]]) -> Agreement:
    return Agreement(agency_name="A", choices=tuple(LevelChoice(starts_on=day, model=model) for day, model in choices))


def test_two_levels_share_a_forum_from_the_decision_on_and_never_before() -> None:
    before = FROM - timedelta(days=1)
    for level in (Level.OPERATIONAL, Level.TACTICAL):
        assert forum_of(level, False, before, TWO) is Forum(level.value)
        assert forum_of(level, False, FROM, TWO) is Forum.COMBINED
    assert forum_of(Level.STRATEGIC, False, FROM, TWO) is Forum.STRATEGIC
    assert forums_on(before, TWO) == (Forum.OPERATIONAL, Forum.TACTICAL, Forum.STRATEGIC, Forum.COUNCIL)
    assert forums_on(FROM, TWO) == (Forum.COMBINED, Forum.STRATEGIC, Forum.COUNCIL)


@given(st.sampled_from(Level), st.booleans(), st.dates(), _CHOICES)
def test_a_meeting_has_one_forum_and_it_takes_up_its_level(
    level: Level, is_council: bool, day: date, choices: list[tuple[date, LevelModel]]
) -> None:
    agreement = _under(choices)
    forum = forum_of(level, is_council, day, agreement)
    assert forum in forums_on(day, agreement)
    assert forum.is_council is is_council
    if not is_council:
        assert level in forum.levels
        assert forum.levels == agreement.levels_of_forum(level, day)
    assert (forum is Forum.COMBINED) == (
        agreement.model_on(day) is LevelModel.TWO and level is not Level.STRATEGIC and not is_council
    )


@given(st.sampled_from(Level), st.booleans(), st.dates(), _CHOICES, st.dates(), st.sampled_from(LevelModel))
def test_a_later_decision_changes_no_earlier_meeting(
    level: Level,
    is_council: bool,
    day: date,
    choices: list[tuple[date, LevelModel]],
    decided: date,
    model: LevelModel,
) -> None:
    if decided <= day or decided in dict(choices):
        return
    before, after = _under(choices), _under([*choices, (decided, model)])
    assert forum_of(level, is_council, day, after) is forum_of(level, is_council, day, before)


@given(st.sampled_from(Level), st.dates())
def test_without_an_agreement_every_level_has_its_own_forum(level: Level, day: date) -> None:
    assert forum_of(level, False, day, None) is Forum(level.value)
    assert Forum.COMBINED not in forums_on(day, None)


@given(st.sampled_from(Forum))
def test_a_meeting_of_a_forum_is_kept_so_that_it_is_found_there_again(forum: Forum) -> None:
    day = FROM if forum is Forum.COMBINED else FROM - timedelta(days=1)
    assert forum_of(forum.level, forum.is_council, day, TWO) is forum


def test_kundrad_is_a_forum_and_takes_up_no_level() -> None:
    assert Forum.COUNCIL.levels == frozenset()
    assert [forum.rank for forum in Forum] == [0, 1, 2, 3, 4]


@given(st.sampled_from(Forum), st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 800), _CHOICES, st.data())
def test_the_spans_are_the_days_on_which_the_forum_can_meet(
    forum: Forum, first: date, days: int, choices: list[tuple[date, LevelModel]], data: st.DataObject
) -> None:
    near = st.dates(first, first + timedelta(days=days))
    choices = [(day, model) for day, model in choices if day < first]
    for model in data.draw(st.lists(st.sampled_from(LevelModel), max_size=4)):
        day = data.draw(near)
        if day not in dict(choices):
            choices.append((day, model))
    agreement, last = _under(choices), first + timedelta(days=days)
    spans = spans_of(forum, first, last, agreement)
    assert all(before < after - timedelta(days=1) for (_, before), (after, _) in pairwise(spans))
    day = data.draw(near)
    assert any(start <= day <= end for start, end in spans) == (forum in forums_on(day, agreement))

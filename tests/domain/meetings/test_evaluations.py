"""The trend of how meetings are valued: means over the latest, and the direction between them (R14)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.meetings.evaluations import HIGHEST, LATEST, LOWEST, QUESTIONS, mean_of, trend_of
from desktop.domain.meetings.notes import Evaluation

FIRST = date(2026, 1, 1)


def evaluated(*answers: int) -> Evaluation:
    return Evaluation(
        id=new_id(), meeting_id=new_id(), made_on=FIRST, **dict(zip(QUESTIONS, answers, strict=False))
    )  # fmt: skip


def meetings(*answers: int) -> list[tuple[date, Evaluation]]:
    """Meetings a month apart, with the same answer to every question."""
    return [(FIRST + timedelta(days=30 * place), evaluated(*[each] * 4)) for place, each in enumerate(answers)]


answers = st.lists(st.integers(0, HIGHEST), min_size=4, max_size=4)
histories = st.lists(st.tuples(st.dates(FIRST, date(2036, 1, 1)), answers), max_size=30, unique_by=lambda one: one[0])


def test_only_what_was_answered_counts() -> None:
    assert mean_of(evaluated(4, 0, 2)) == 3
    assert mean_of(evaluated()) is None
    assert trend_of([(FIRST, evaluated())]) is None


@pytest.mark.parametrize(
    ("given_answers", "mean", "before", "direction"),
    [
        ((3,), 3, None, 0),
        ((1, 4, 4, 4, 4, 4), 4, 1, 1),
        ((4, 4, 4, 4, 4, 2, 2, 2, 2, 2), 2, 4, -1),
        ((3, 3, 3, 3, 3, 3), 3, 3, 0),
    ],
)
def test_the_latest_are_set_against_those_before(
    given_answers: tuple[int, ...], mean: float, before: float | None, direction: int
) -> None:
    trend = trend_of(meetings(*given_answers))
    assert trend is not None
    assert (trend.mean, trend.before, trend.direction) == (mean, before, direction)


@given(histories)
def test_a_mean_lies_within_the_answers_and_the_order_given_does_not_matter(
    history: list[tuple[date, list[int]]],
) -> None:
    pairs = [(day, evaluated(*given_answers)) for day, given_answers in history]
    trend = trend_of(pairs)
    assert trend == trend_of(reversed(pairs))
    answered = [(day, [each for each in given_answers if each]) for day, given_answers in history if any(given_answers)]
    if trend is None:
        assert not answered
        return
    latest = sorted(answered)[-LATEST:]
    means = [sum(given_answers) / len(given_answers) for _, given_answers in latest]
    assert trend.count == len(latest)
    assert trend.mean == pytest.approx(sum(means) / len(means))
    assert LOWEST <= trend.mean <= HIGHEST
    assert (trend.before is None) == (len(answered) <= LATEST)
    assert [one.day for one in trend.rated] == [day for day, _ in sorted(answered)][-2 * LATEST :]


@given(st.integers(LOWEST, HIGHEST), st.integers(1, 12))
def test_what_never_changes_has_no_direction(answer: int, times: int) -> None:
    trend = trend_of(meetings(*[answer] * times))
    assert trend is not None
    assert (trend.mean, trend.direction) == (answer, 0)

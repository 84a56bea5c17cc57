"""Our own evaluation of meetings, its trend for the forum, and SSC's surveys (R14)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.meetings.evaluations import LONGEST_TEXT, Evaluations
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 12, 20)


@pytest.fixture
def evaluations(register: Register) -> Evaluations:
    return Evaluations(register.database, lambda: TODAY)


def meeting(register: Register, month: int = 12, **more: object) -> UUID:
    began = datetime(2026, month, 1, 12, tzinfo=UTC)
    return Meetings(register.database).create(
        tactical_meeting(starts_at=began, ends_at=began + timedelta(hours=1), **more)
    )


def test_answers_are_kept_one_by_one_and_undone(register: Register, evaluations: Evaluations) -> None:
    history, key = History(register.database), meeting(register)
    evaluations.answer(key, "purpose", 4)
    evaluations.answer(key, "outcome", 2)
    evaluations.comment(key, "Bra underlag.")
    made = evaluations.of(key).evaluation
    assert made is not None
    assert (made.purpose, made.preparation, made.outcome, made.comment, made.made_on) == (
        4, 0, 2, "Bra underlag.", TODAY,
    )  # fmt: skip
    history.undo()
    history.undo()
    made = evaluations.of(key).evaluation
    assert made is not None
    assert (made.purpose, made.outcome, made.comment) == (4, 0, "")


def test_what_is_no_answer_is_refused(register: Register, evaluations: Evaluations) -> None:
    key = meeting(register)
    with pytest.raises(InputError, match="1 till 4"):
        evaluations.answer(key, "purpose", 5)
    with pytest.raises(ValueError, match="comment"):
        evaluations.answer(key, "comment", 1)
    with pytest.raises(InputError, match=f"högst {LONGEST_TEXT}"):
        evaluations.comment(key, "x" * (LONGEST_TEXT + 1))
    with pytest.raises(InputError, match="Mötet finns inte längre"):
        evaluations.answer(new_id(), "purpose", 1)
    assert evaluations.of(key).evaluation is None


def test_the_trend_is_the_forums_own_and_ends_with_the_meeting(register: Register, evaluations: Evaluations) -> None:
    first, second, third = (meeting(register, month) for month in (3, 6, 9))
    other = meeting(register, 5, level=Level.STRATEGIC)
    pay = meeting(register, 5, area_id=register.area("Lön"))
    for key, answer in ((first, 2), (second, 4), (third, 1), (other, 1), (pay, 1)):
        evaluations.answer(key, "purpose", answer)
    trend = evaluations.of(second).trend
    assert trend is not None
    assert (trend.mean, [one.mean for one in trend.rated]) == (3, [2, 4])
    assert evaluations.of(meeting(register, 1)).trend is None


def test_a_survey_is_logged_answered_and_removed(register: Register, evaluations: Evaluations) -> None:
    history, key = History(register.database), meeting(register)
    survey = evaluations.log_survey(key, date(2026, 12, 3))
    evaluations.change_survey(survey, answered_on=date(2026, 12, 5), answers="Fyra av fem.")
    (kept,) = evaluations.of(key).surveys
    assert (kept.arrived_on, kept.answered_on, kept.answers) == (date(2026, 12, 3), date(2026, 12, 5), "Fyra av fem.")
    evaluations.remove_survey(survey)
    assert not evaluations.of(key).surveys
    history.undo()
    assert evaluations.of(key).surveys == (kept,)
    with pytest.raises(InputError, match="finns inte längre"):
        evaluations.remove_survey(new_id())


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"answered_on": date(2026, 12, 2)}, "innan den kom"),
        ({"answered_on": date(2026, 12, 21)}, "inte vara besvarad en dag"),
        ({"arrived_on": date(2026, 12, 21)}, "inte ha kommit en dag"),
        ({"answers": "x" * (LONGEST_TEXT + 1)}, "Svaren får ha högst"),
    ],
)
def test_a_survey_whose_dates_make_no_sense_is_refused(
    register: Register, evaluations: Evaluations, fields: dict[str, object], says: str
) -> None:
    key = meeting(register)
    survey = evaluations.log_survey(key, date(2026, 12, 3))
    before = evaluations.of(key).surveys
    with pytest.raises(InputError, match=says):
        evaluations.change_survey(survey, **fields)
    assert evaluations.of(key).surveys == before

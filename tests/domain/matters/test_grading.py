"""Two questions give a grade, a grade a duty, and clocks run in hours (R21)."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import SWEDEN
from desktop.domain.identity import new_id
from desktop.domain.matters.grading import authority_deadline, duty_words, proposed_grade, spans, time_left, why_grade
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Grade

ANSWERS = st.sampled_from([True, False, None])
INSTANTS = st.datetimes(timezones=st.just(UTC)).filter(lambda at: at.year < 9999)


def incident(**fields: object) -> Incident:
    return Incident(id=new_id(), matter_id=new_id(), **fields)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("breach", "damage", "action", "grade"),
    [
        (True, True, None, Grade.SERIOUS),
        (True, False, None, Grade.SIGNIFICANT),
        (False, True, True, Grade.SIGNIFICANT),
        (True, None, None, Grade.SIGNIFICANT),
        (False, False, True, Grade.MODERATE),
        (False, False, False, Grade.NEGLIGIBLE),
        (False, False, None, Grade.NEGLIGIBLE),
        (False, None, True, None),
        (None, None, None, None),
    ],
)
def test_the_answers_speak_for_a_grade(
    breach: bool | None, damage: bool | None, action: bool | None, grade: Grade | None
) -> None:
    assert proposed_grade(incident(risks_breach=breach, risks_damage=damage, needs_action=action)) is grade


def test_a_report_is_required_exactly_where_a_risk_was_answered_yes() -> None:
    for breach, damage, action in product((True, False), (True, False), (True, False)):
        given_answers = incident(risks_breach=breach, risks_damage=damage, needs_action=action)
        grade = proposed_grade(given_answers)
        assert grade is not None
        assert grade.requires_report == (breach or damage)
        assert ("alltid" in duty_words(given_answers, grade)) == (breach or damage)


def test_why_names_the_section_and_the_answers() -> None:
    why = why_grade(incident(risks_breach=True, is_it=True), Grade.SIGNIFICANT)
    assert why.section == "3.3"
    assert dict(why.inputs)["Risk för lagbrott"] == "ja"
    assert "SLA" in why.result


@given(INSTANTS)
def test_seventy_two_hours_are_hours_over_every_change_of_the_clock(knew: datetime) -> None:
    about = incident(concerns_personal_data=True, we_knew_at=knew)
    deadline = authority_deadline(about)
    assert deadline is not None
    assert deadline - knew == timedelta(hours=72)
    assert time_left(about, knew + timedelta(hours=71)) == timedelta(hours=1)


def test_the_clock_shows_another_hour_after_a_change_of_time() -> None:
    knew = datetime(2026, 3, 27, 12, 0, tzinfo=SWEDEN)
    deadline = authority_deadline(incident(concerns_personal_data=True, we_knew_at=knew.astimezone(UTC)))
    assert deadline is not None
    assert deadline.astimezone(SWEDEN).hour == 13


def test_no_clock_runs_without_personal_data_or_after_the_notification() -> None:
    knew = datetime(2026, 11, 24, tzinfo=UTC)
    assert time_left(incident(we_knew_at=knew), knew) is None
    assert time_left(incident(concerns_personal_data=True), knew) is None
    told = incident(concerns_personal_data=True, we_knew_at=knew, reported_to_authority_at=knew)
    assert time_left(told, knew) is None
    assert authority_deadline(told) is not None


def test_only_what_is_known_is_measured() -> None:
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)
    found = spans(incident(occurred_at=at, we_knew_at=at + timedelta(hours=3)))
    assert [span.length for span in found] == [timedelta(hours=3)]

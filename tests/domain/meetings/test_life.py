"""The life of a meeting: order, responsibility and waiting (R5)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.life import STEPS, before, furthest, life_of, refuse_nonsense, responsible
from desktop.domain.meetings.meeting import Meeting, MeetingState, MeetingStep
from desktop.errors import InputError

DAY = date(2026, 12, 1)
US, SSC = Party.AGENCY, Party.SSC
PLANNED, CONVENED, AGENDA, HELD, AWAITED, RECEIVED, CHECKED = STEPS


def meeting(state: MeetingState = PLANNED, **more: object) -> Meeting:
    return Meeting(
        id=new_id(),
        title="Taktiskt möte",
        level=Level.TACTICAL,
        starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
        ends_at=datetime(2026, 12, 1, 13, tzinfo=UTC),
        state=state,
        **more,  # type: ignore[arg-type]
    )


def step(state: MeetingState, on: date, party: Party = SSC, note: str = "") -> MeetingStep:
    return MeetingStep(id=new_id(), meeting_id=new_id(), state=state, taken_on=on, party=party, note=note)


days = st.dates(DAY - timedelta(days=90), DAY + timedelta(days=90))
parties = st.sampled_from(Party)
states = st.sampled_from(STEPS)
lives = st.dictionaries(states, st.tuples(days, parties))


@given(states, lives, parties, parties, days)
def test_a_life_tells_what_was_taken_and_nothing_more(
    state: MeetingState, taken: dict[MeetingState, tuple[date, Party]], convener: Party, notes_by: Party, today: date
) -> None:
    one = meeting(state, convener=convener, notes_by=notes_by)
    life = life_of(one, [step(name, *told) for name, told in taken.items()], today)
    assert [each.state for each in life.steps] == list(STEPS)
    assert [each.passed for each in life.steps] == [place <= STEPS.index(state) for place in range(len(STEPS))]
    for each in life.steps:
        told = taken.get(each.state) if each.passed else None
        assert each.on == (told[0] if told else None), "a step that was skipped, or is ahead, has no date"
        assert each.responsible == (told[1] if told else responsible(one, each.state))
    assert life.current is state


@given(states, lives, parties, parties, days)
def test_the_next_step_is_ahead_and_waited_for_in_days(
    state: MeetingState, taken: dict[MeetingState, tuple[date, Party]], convener: Party, notes_by: Party, today: date
) -> None:
    one = meeting(state, convener=convener, notes_by=notes_by)
    life = life_of(one, [step(name, *told) for name, told in taken.items()], today)
    assert (life.next is None) == (state is CHECKED)
    if life.next is None:
        assert (life.turn, life.since, life.waited) == (None, None, None)
        return
    assert STEPS.index(life.next) > STEPS.index(state)
    assert life.turn == responsible(one, life.next)
    assert life.waited == (max(0, (today - life.since).days) if life.since else None)
    if today >= DAY:
        assert life.next not in {CONVENED, AGENDA}, "after the day neither invitation nor agenda is waited for"


@given(lives, days)
def test_a_cancelled_meeting_has_no_next_step(taken: dict[MeetingState, tuple[date, Party]], today: date) -> None:
    told = step(MeetingState.CANCELLED, DAY, note="Sjukdom")
    life = life_of(meeting(MeetingState.CANCELLED), [*(step(n, *t) for n, t in taken.items()), told], today)
    assert (life.next, life.turn, life.since, life.waited) == (None, None, None, None)
    assert (life.is_cancelled, life.cancelled) == (True, told)
    assert life.current is furthest(taken)


@given(states)
def test_swapping_the_sides_swaps_every_step_that_has_one(state: MeetingState) -> None:
    theirs, ours = meeting(convener=SSC, notes_by=SSC), meeting(convener=US, notes_by=US)
    sides = responsible(theirs, state), responsible(ours, state)
    assert sides == {
        PLANNED: (US, US), CONVENED: (SSC, US), AGENDA: (SSC, US), HELD: (None, None),
        AWAITED: (US, US), RECEIVED: (SSC, US), CHECKED: (US, SSC),
    }[state]  # fmt: skip


def test_notes_are_waited_for_since_the_meeting() -> None:
    one = meeting(AWAITED)
    steps = [step(HELD, DAY), step(AWAITED, DAY + timedelta(days=3), US)]
    life = life_of(one, steps, DAY + timedelta(days=12))
    assert (life.next, life.turn, life.since, life.waited) == (RECEIVED, SSC, DAY, 12)
    swapped = life_of(replace(one, notes_by=US), steps, DAY + timedelta(days=12))
    assert (swapped.turn, swapped.waited) == (US, 12)
    assert life_of(one, [], DAY + timedelta(days=12)).waited == 12, "known from the day of the meeting alone"


def test_nobody_waits_for_the_day_itself() -> None:
    one = meeting(AGENDA)
    life = life_of(one, [step(AGENDA, date(2026, 11, 20))], date(2026, 11, 24))
    assert (life.next, life.turn, life.since, life.waited) == (HELD, None, None, None)
    after = life_of(one, [], DAY + timedelta(days=2))
    assert (after.next, after.since, after.waited) == (HELD, DAY, 2)


@pytest.mark.parametrize(
    ("state", "on", "words"),
    [
        (CONVENED, date(2026, 12, 2), "efter mötet"),
        (AGENDA, date(2026, 12, 2), "efter mötet"),
        (HELD, date(2026, 11, 30), "före mötesdagen"),
        (AWAITED, date(2026, 11, 30), "före mötesdagen"),
        (RECEIVED, date(2026, 11, 30), "före mötesdagen"),
        (CHECKED, date(2026, 12, 5), "innan de kom"),
        (RECEIVED, date(2026, 12, 20), "innan de kom"),
    ],
)
def test_what_cannot_have_been_is_refused(state: MeetingState, on: date, words: str) -> None:
    steps = [step(RECEIVED, date(2026, 12, 8)), step(CHECKED, date(2026, 12, 15), US)]
    with pytest.raises(InputError, match=words):
        refuse_nonsense(meeting(CHECKED), steps, state, on)
    refuse_nonsense(meeting(), steps, PLANNED, on)


def test_a_cancelled_meeting_takes_no_step() -> None:
    with pytest.raises(InputError, match="inställt"):
        refuse_nonsense(meeting(MeetingState.CANCELLED), [], HELD, DAY)


@given(states)
def test_before_the_first_step_there_is_none(state: MeetingState) -> None:
    assert STEPS.index(before(state)) == max(0, STEPS.index(state) - 1)
    assert before(MeetingState.CANCELLED) is PLANNED

"""Who has the ball follows from the timeline alone (R19)."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.matters.ball import ball, standing, working_days_with
from desktop.domain.matters.matter_entry import Holder, MatterEntry

REPORTED = date(2026, 11, 2)
MATTER = new_id()


def entry(day: date, to: Holder | None = None, until: date | None = None, **more: object) -> MatterEntry:
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    about: dict[str, object] = {"happened_at": at, "written_at": at, **more}
    return MatterEntry(
        id=new_id(),
        matter_id=MATTER,
        text="Ringt",
        passes_to=to,
        passes_until=until,
        **about,
    )


ENTRIES = st.lists(
    st.builds(
        lambda days, to: entry(REPORTED + timedelta(days=days), to),
        st.integers(0, 60),
        st.sampled_from([None, *Holder]),
    ),
    max_size=8,
)


def test_we_have_it_until_somebody_passes_it_on() -> None:
    assert ball([], REPORTED).holder is Holder.AGENCY
    assert ball([entry(REPORTED)], REPORTED).since == REPORTED


def test_a_reminder_moves_the_day_but_not_since_when() -> None:
    first = entry(date(2026, 11, 3), Holder.SSC, date(2026, 11, 10))
    again = entry(date(2026, 11, 12), Holder.SSC, date(2026, 11, 20))
    now = ball([again, first], REPORTED)
    assert (now.holder, now.since, now.until) == (Holder.SSC, date(2026, 11, 3), date(2026, 11, 20))
    assert now.overdue(date(2026, 11, 21))
    assert not now.overdue(date(2026, 11, 20))


def test_a_corrected_entry_does_not_count() -> None:
    wrong = entry(date(2026, 11, 3), Holder.SSC)
    right = entry(date(2026, 11, 3), Holder.OTHER, corrects_id=wrong.id)
    assert ball([wrong, right], REPORTED).holder is Holder.OTHER
    assert standing([wrong, right]) == (right,)


@given(ENTRIES, st.randoms())
def test_the_order_of_writing_changes_nothing(entries: list[MatterEntry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert ball(entries, REPORTED) == ball(shuffled, REPORTED)


@given(ENTRIES, st.integers(0, 80))
def test_every_working_day_is_somebodys(entries: list[MatterEntry], days: int) -> None:
    until = REPORTED + timedelta(days=days)
    whole = working_days_with([], REPORTED, until)[Holder.AGENCY]
    assert sum(working_days_with(entries, REPORTED, until).values()) == whole

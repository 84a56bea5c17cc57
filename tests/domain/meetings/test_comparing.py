"""Our items are found on SSC's agenda, or said to be left out (R9)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, SentState, Source, SourceKind
from desktop.domain.meetings.comparing import compare, followed, proposable, sent_states

MEETING = new_id()
DAY = date(2026, 11, 20)


def item(title: str, kind: SourceKind = SourceKind.OWN, sent: SentState = SentState.NOT_SENT) -> AgendaItem:
    return AgendaItem(
        id=new_id(), meeting_id=MEETING, position=0, title=title, source=Source(kind), sent=sent, sent_on=DAY
    )


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Upprepade fel i löneutbetalning: eskalerat från operativ nivå", "Upprepade fel i löneutbetalningen"),
        ("Utökning av tjänst: e-handel för två nya enheter", "Utökad e-handel för två nya enheter"),
        ("Byte av kontaktperson på strategisk nivå", "Byte av strategisk kontaktperson (Exempelmyndigheten)"),
        ("Avgifter: 7 % över budget", "Avgifter 2026, 7 % över budget"),
    ],
)
def test_other_words_for_the_same_are_found(ours: str, theirs: str) -> None:
    points = ("Mötets öppnande", theirs, "Övriga frågor")
    [match] = compare([item(ours)], points).matches
    assert match.point == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Gallring av underlag", "Mötets öppnande"),
        ("Risk: ny lönerevision sammanfaller med driftstopp", "Nya priser för lön"),
        ("Frånvaro vid driftstopp", "Frånvaro av underskrift på tillägg till avtalet om e-handel"),
    ],
)
def test_what_is_about_something_else_is_left_out(ours: str, theirs: str) -> None:
    [match] = compare([item(ours)], (theirs, "Nästa möte")).matches
    assert match.point is None


def test_only_what_was_sent_is_followed_once_something_was() -> None:
    sent, kept_back = item("Ny rutin för attest", sent=SentState.PROPOSED), item("Semesterplanering")
    assert [match.item for match in compare([sent, kept_back], ("Semesterplanering",)).matches] == [sent]
    assert [match.item for match in compare([kept_back], ("Semesterplanering",)).matches] == [kept_back]


def test_their_own_points_and_the_standing_ones_are_not_proposed_back() -> None:
    items = [item("A"), item("B", SourceKind.RECEIVED), item("C", SourceKind.STANDING), item("D", SourceKind.MATTER)]
    assert [one.title for one in proposable(items)] == ["A", "D"]
    assert followed(items) == ()


def test_what_was_never_sent_cannot_be_left_out() -> None:
    sent, kept_back = item("A", sent=SentState.PROPOSED), item("B")
    assert sent_states([(sent, None), (kept_back, None)]) == {sent.id: SentState.LEFT_OUT}
    assert sent_states([(sent, 0), (kept_back, 1)]) == {sent.id: SentState.ON_AGENDA, kept_back.id: SentState.ON_AGENDA}


def test_a_later_agenda_can_take_up_what_was_left_out() -> None:
    left_out = replace(item("A"), sent=SentState.LEFT_OUT)
    assert sent_states([(left_out, 2)]) == {left_out.id: SentState.ON_AGENDA}


TITLES = st.lists(st.text("abcdefghijåäö ", min_size=1, max_size=30), max_size=8)


@given(ours=TITLES, theirs=TITLES)
def test_every_item_and_every_point_is_accounted_for(ours: list[str], theirs: list[str]) -> None:
    items = [item(title) for title in ours]
    comparison = compare(items, theirs)
    assert [match.item for match in comparison.matches] == items
    taken = {match.point for match in comparison.matches} - {None}
    assert taken | set(comparison.theirs) == set(range(len(theirs)))
    assert not taken & set(comparison.theirs)


@given(title=st.text("abcdefghijåäö ", min_size=3, max_size=30), others=TITLES)
def test_a_point_in_the_very_same_words_is_found(title: str, others: list[str]) -> None:
    [match] = compare([item(title)], [title, *others]).matches
    assert match.point is not None

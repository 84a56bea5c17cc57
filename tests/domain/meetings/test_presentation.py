"""What a whole room sees of a meeting, and how it keeps to its plan."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Presenter, PresenterRole
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.note_sheet import NoteSheet, Outcome
from desktop.domain.meetings.presentation import Presentation, Slide, presentation

STARTS = datetime(2026, 12, 1, 12, tzinfo=UTC)
MEETING = Meeting(
    id=new_id(), title="Taktiskt möte", level=Level.TACTICAL, starts_at=STARTS, ends_at=STARTS + timedelta(minutes=90)
)


def item(title: str, **more: object) -> AgendaItem:
    return AgendaItem(id=new_id(), meeting_id=MEETING.id, position=0, title=title, **more)  # type: ignore[arg-type]


def shown(*items: AgendaItem, texts: dict[str, str] | None = None, outcomes: tuple[Outcome, ...] = ()) -> Presentation:
    by_title = {one.title: one.id for one in items}
    texts_by_id = {by_title[title]: text for title, text in (texts or {}).items()}
    sheet = NoteSheet(meeting_id=MEETING.id, texts=texts_by_id, outcomes=outcomes)
    return presentation(MEETING, items, sheet, "Exempelmyndigheten")


def test_there_is_no_field_for_what_is_private():
    names = {field.name for kind in (Slide, Presentation) for field in fields(kind)}
    assert not [name for name in names if "prep" in name or "private" in name]


def test_every_item_has_its_time_its_notes_and_what_came_of_it():
    first, second = item("Fel", minutes=20), item("Avgifter", minutes=15, wanted_outcome="Beslut om avgift")
    common = {"meeting_id": MEETING.id, "level": Level.TACTICAL, "item_id": second.id}
    outcomes: tuple[Outcome, ...] = (
        Decision(id=new_id(), text="Avgiften höjs", decided_on=date(2026, 12, 1), **common),  # type: ignore[arg-type]
        Action(id=new_id(), text="Skicka underlag", party=Party.AGENCY, **common),  # type: ignore[arg-type]
        Action(id=new_id(), text="Räkna om", party=Party.SSC, owner="Per", **common),  # type: ignore[arg-type]
        Information(id=new_id(), text="Nytt system i mars", **common),  # type: ignore[arg-type]
    )
    one, two = shown(first, second, texts={"Avgifter": "Diskuterades"}, outcomes=outcomes).slides
    assert (one.number, one.starts, one.minutes, one.text, one.decisions) == (1, STARTS, 20, "", ())
    assert (two.number, two.starts, two.minutes) == (2, STARTS + timedelta(minutes=20), 15)
    assert (two.text, two.wanted_outcome, two.decisions) == ("Diskuterades", "Beslut om avgift", ("Avgiften höjs",))
    assert [(each.text, each.party, each.owner) for each in two.actions] == [
        ("Skicka underlag", "Exempelmyndigheten", ""),
        ("Räkna om", "Statens servicecenter", "Per"),
    ]
    assert two.information == ("Nytt system i mars",)


@pytest.mark.parametrize(
    ("presenter", "words"),
    [
        (Presenter(PresenterRole.US), "Exempelmyndigheten"),
        (Presenter(PresenterRole.SSC), "SSC"),
        (Presenter(PresenterRole.CHAIR), "Ordförande"),
        (Presenter(PresenterRole.US, name="Anna Andersson"), "Anna Andersson"),
    ],
)
def test_our_side_is_named_since_ssc_looks_on(presenter: Presenter, words: str):
    assert shown(item("Fel", presenter=presenter)).slides[0].presenter == words


def test_it_begins_at_the_first_item_that_is_not_settled():
    settled, deferred = item("Ett", state=ItemState.DEALT_WITH), item("Två", state=ItemState.DEFERRED)
    assert shown(settled, deferred, item("Tre")).first_open() == 2
    assert shown(settled, deferred).first_open() == 0
    assert shown().first_open() == 0


@given(st.integers(-600, 600), st.integers(0, 120))
def test_the_clock_is_never_both_before_and_after_the_plan(offset: int, minutes: int):
    (slide,) = shown(item("Ett", minutes=minutes)).slides
    behind = slide.behind(STARTS + timedelta(minutes=offset))
    assert behind == (offset if offset < 0 else max(0, offset - minutes))


def test_on_another_day_there_is_nothing_to_keep_to():
    (slide,) = shown(item("Ett")).slides
    assert slide.behind(STARTS - timedelta(days=1)) is None
    assert slide.behind(STARTS + timedelta(hours=11, minutes=30)) is None, "after midnight in Sweden"

"""The journey of a topic: linked in both directions, oldest first, with what was said each time (R10)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Preparation, Source, SourceKind
from desktop.domain.meetings.capture import Captured, OutcomeKind
from desktop.domain.meetings.closing import Carry, deferred_key
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.meetings.closings import Closings
from desktop.services.meetings.journeys import Journeys
from desktop.services.meetings.notes import Notes
from tests.services.conftest import Register, tactical_meeting

BEGAN = datetime(2026, 1, 13, 12, tzinfo=UTC)


@pytest.fixture
def journeys(register: Register) -> Journeys:
    return Journeys(register.database)


def held(register: Register, days: int, **more: object) -> Meeting:
    starts = BEGAN + timedelta(days=days)
    made = tactical_meeting(starts_at=starts, ends_at=starts + timedelta(hours=1), **more)
    register.put(MeetingRecord.of(made))
    return made


def up(register: Register, meeting: Meeting, **more: object) -> AgendaItem:
    values: dict[str, object] = {"title": "Gallring", "position": 0, **more}
    made = AgendaItem(id=new_id(), meeting_id=meeting.id, **values)  # type: ignore[arg-type]
    register.put(AgendaItemRecord.of(made))
    return made


def test_what_is_carried_is_followed_with_what_was_said_and_nothing_private(
    register: Register, journeys: Journeys
) -> None:
    notes, closings = Notes(register.database, BEGAN.date), Closings(register.database)
    first, second = held(register, 0), held(register, 90, level=Level.STRATEGIC, state=MeetingState.CANCELLED)
    third = held(register, 250)
    item = up(register, first)
    register.put(PreparationRecord.of(Preparation(item_id=item.id, text="HEMLIGT")))
    notes.write(item.id, "Per återkommer.\n")
    notes.capture(item.id, Captured(kind=OutcomeKind.INFORMATION, text="Reglerna ses över."))
    notes.settle(item.id, ItemState.DEFERRED)
    copied = closings.carry(item.id, third.id, Carry.COPY)
    up(register, second, title="Gallring igen", origin=deferred_key(copied))
    journey = journeys.of(item.id)
    assert [(stop.day, stop.forum, stop.title, stop.cancelled) for stop in journey.stops] == [
        (first.day, Forum.TACTICAL, "Gallring", False),
        (second.day, Forum.STRATEGIC, "Gallring igen", True),
        (third.day, Forum.TACTICAL, "Gallring", False),
    ]
    begun, _, last = journey.stops
    assert (begun.state, begun.deferrals, begun.text) == (ItemState.DEFERRED, 1, "Per återkommer.")
    assert [outcome.text for outcome in begun.outcomes] == ["Reglerna ses över."]
    assert (last.state, last.deferrals, last.text, last.outcomes) == (ItemState.OPEN, 1, "", ())
    assert (journey.meetings, journey.months, journey.days) == (2, 8, 250)
    assert "HEMLIGT" not in repr(journey)


def test_items_from_one_matter_are_one_topic_and_those_with_one_title_are_not(
    register: Register, journeys: Journeys
) -> None:
    matter = Source(SourceKind.MATTER, new_id(), "Ärende 1")
    first, second = held(register, 0), held(register, 30)
    one = up(register, first, title="Avbrott", source=matter)
    other = up(register, second, title="Avbrott, åtgärder", source=matter)
    for meeting in (first, second):
        up(register, meeting, title="Avbrott", source=Source(SourceKind.STANDING), position=1)
        up(register, meeting, title="Avbrott", source=Source(SourceKind.RECEIVED, matter.id), position=2)
    assert [stop.item_id for stop in journeys.of(other.id).stops] == [one.id, other.id]


def test_an_item_alone_is_its_own_journey(register: Register, journeys: Journeys) -> None:
    item = up(register, held(register, 0), origin="item:trasig")
    journey = journeys.of(item.id)
    assert [stop.item_id for stop in journey.stops] == [item.id]
    assert (journey.meetings, journey.days) == (1, 0)
    with pytest.raises(InputError):
        journeys.of(new_id())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(st.data())
def test_every_stop_tells_the_same_journey_in_order(register: Register, data: st.DataObject) -> None:
    days = data.draw(st.lists(st.integers(0, 400), min_size=1, max_size=6))
    made: list[AgendaItem] = []
    for place, day in enumerate(days):
        before = made[data.draw(st.integers(0, place - 1))].id if place else None
        by_origin = data.draw(st.booleans())
        links = {"origin": deferred_key(before)} if before and by_origin else {"carried_from": before}
        made.append(up(register, held(register, day), **links))
    told = [Journeys(register.database).of(item.id).stops for item in made]
    assert {stop.item_id for stop in told[0]} == {item.id for item in made}
    assert [stop.day for stop in told[0]] == sorted(stop.day for stop in told[0])
    assert all(stops == told[0] for stops in told)

"""Closing meetings: every item answered for, deferred ones taken up again with their count."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.meetings.agenda import ItemState, SourceKind
from desktop.domain.meetings.closing import Carry
from desktop.domain.meetings.followup import Decision
from desktop.domain.meetings.meeting import MeetingState, Participant
from desktop.domain.meetings.notes import ItemNote
from desktop.errors import InputError
from desktop.models.followup import DecisionRecord
from desktop.models.meeting import ParticipantRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.closings import Closings
from desktop.services.meetings.lives import Lives
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 12, 2)
DEALT, DEFERRED, STRUCK, OPEN = ItemState.DEALT_WITH, ItemState.DEFERRED, ItemState.STRUCK, ItemState.OPEN


class Forum:
    """Meetings of one forum, a month apart, and what can be done to them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.meetings = Meetings(register.database)
        self.agendas = Agendas(register.database)
        self.closings = Closings(register.database, lambda: DAY)
        self.lives = Lives(register.database, lambda: date(2028, 1, 1))
        self.history = History(register.database)

    def meeting(self, months: int = 0, **more: object) -> UUID:
        starts = datetime(2026, 12, 1, 12, tzinfo=UTC) + timedelta(days=28 * months)
        more = {"title": f"Möte {months}", "starts_at": starts, "ends_at": starts + timedelta(hours=1), **more}
        return self.meetings.create(tactical_meeting(**more))

    def deferred(self, meeting_id: UUID, title: str = "Gallring") -> UUID:
        item = self.agendas.add(meeting_id, title)
        self.closings.settle(item, DEFERRED)
        return item

    def items(self, meeting_id: UUID) -> list[tuple[str, ItemState, int]]:
        return [(item.title, item.state, item.deferrals) for item in self.agendas.get(meeting_id)]

    def offered(self, meeting_id: UUID) -> list[tuple[str, str]]:
        """The deferred items that are proposed, each with its reason."""
        found = self.agendas.proposals(meeting_id)
        return [(one.title, one.reason) for one in found if one.source.kind is SourceKind.ITEM]


@pytest.fixture
def forum(register: Register) -> Forum:
    return Forum(register)


def test_a_meeting_is_closed_when_every_item_has_an_outcome(forum: Forum) -> None:
    meeting = forum.meeting()
    first, second, third = (forum.agendas.add(meeting, title) for title in ("Ett", "Två", "Tre"))
    forum.closings.settle(first, DEALT)
    assert forum.closings.get(meeting).remaining == 2
    with pytest.raises(InputError, match="2 av 3 punkter saknar utfall"):
        forum.closings.close(meeting)
    forum.closings.settle(second, DEFERRED)
    forum.closings.settle(third, STRUCK)
    forum.closings.close(meeting)
    file = forum.meetings.get(meeting)
    assert file.meeting.state is MeetingState.NOTES_AWAITED
    assert [(step.state, step.taken_on, step.party) for step in file.steps[1:]] == [
        (MeetingState.HELD, date(2026, 12, 1), Party.SSC),
        (MeetingState.NOTES_AWAITED, DAY, Party.AGENCY),
    ]
    assert forum.items(meeting) == [("Ett", DEALT, 0), ("Två", DEFERRED, 1), ("Tre", STRUCK, 0)]
    closing = forum.closings.get(meeting)
    assert (closing.closed, closing.can_close, closing.fixed) == (True, False, None)


def test_an_outcome_can_be_changed_and_deferring_counts_once(forum: Forum) -> None:
    meeting = forum.meeting()
    item = forum.deferred(meeting)
    forum.closings.settle(item, DEFERRED)
    assert forum.items(meeting) == [("Gallring", DEFERRED, 1)]
    forum.closings.settle(item, DEALT)
    assert forum.items(meeting) == [("Gallring", DEALT, 0)]
    forum.history.undo()
    assert forum.items(meeting) == [("Gallring", DEFERRED, 1)]


def test_closing_and_opening_again_are_one_undo_each(forum: Forum) -> None:
    meeting = forum.meeting()
    forum.closings.settle(forum.agendas.add(meeting, "Ett"), DEALT)
    forum.closings.close(meeting)
    closed = forum.meetings.get(meeting)
    forum.closings.reopen(meeting)
    opened = forum.meetings.get(meeting)
    assert (opened.meeting.state, [step.state for step in opened.steps[1:]]) == (MeetingState.HELD, [MeetingState.HELD])
    forum.history.undo()
    assert forum.meetings.get(meeting) == closed
    forum.history.undo()
    before = forum.meetings.get(meeting)
    assert (before.meeting.state, [step.state for step in before.steps]) == (
        MeetingState.PLANNED,
        [MeetingState.PLANNED],
    )


def test_a_closed_meeting_keeps_an_outcome_for_every_item(forum: Forum) -> None:
    meeting = forum.meeting()
    item = forum.agendas.add(meeting, "Ett")
    forum.closings.settle(item, DEALT)
    forum.closings.close(meeting)
    with pytest.raises(InputError, match="behöver ett utfall"):
        forum.closings.settle(item, OPEN)
    with pytest.raises(InputError, match="tar inte emot fler punkter"):
        forum.agendas.add(meeting, "Två")
    with pytest.raises(InputError, match="tar inte emot fler punkter"):
        forum.agendas.accept(meeting, [forum.agendas.proposals(meeting)[0].key])
    forum.closings.settle(item, STRUCK)
    assert forum.items(meeting) == [("Ett", STRUCK, 0)]


def test_notes_that_came_before_the_closing_stay_received(forum: Forum) -> None:
    meeting = forum.meeting()
    item = forum.agendas.add(meeting, "Ett")
    forum.lives.take(meeting, MeetingState.HELD, date(2026, 12, 1), Party.AGENCY)
    forum.lives.take(meeting, MeetingState.NOTES_RECEIVED, DAY)
    assert not forum.closings.get(meeting).closed
    forum.closings.settle(item, DEALT)
    forum.closings.close(meeting)
    file = forum.meetings.get(meeting)
    assert (file.meeting.state, forum.closings.get(meeting).closed) == (MeetingState.NOTES_RECEIVED, True)
    assert next(step for step in file.steps if step.state is MeetingState.HELD).party is Party.AGENCY
    forum.closings.reopen(meeting)
    assert (forum.meetings.get(meeting).meeting.state, forum.closings.get(meeting).closed) == (
        MeetingState.NOTES_RECEIVED,
        False,
    )


def test_the_step_that_closes_asks_for_outcomes_however_it_is_taken(forum: Forum) -> None:
    meeting = forum.meeting()
    item = forum.agendas.add(meeting, "Ett")
    with pytest.raises(InputError, match="1 av 1 punkter saknar utfall"):
        forum.lives.take(meeting, MeetingState.NOTES_AWAITED, DAY)
    forum.closings.settle(item, DEALT)
    forum.lives.take(meeting, MeetingState.NOTES_AWAITED, DAY)
    assert forum.closings.get(meeting).closed


def test_what_cannot_be_closed_says_why(forum: Forum) -> None:
    with pytest.raises(InputError, match="inte varit än"):
        forum.closings.close(forum.meeting(1))
    cancelled = forum.meeting()
    forum.meetings.change(cancelled, state=MeetingState.CANCELLED)
    with pytest.raises(InputError, match="inställt"):
        forum.closings.close(cancelled)
    meeting = forum.meeting()
    with pytest.raises(InputError, match="inte avslutat"):
        forum.closings.reopen(meeting)
    forum.closings.close(meeting)
    with pytest.raises(InputError, match="redan avslutat"):
        forum.closings.close(meeting)


def test_a_moved_item_leaves_with_its_preparation_and_its_count(forum: Forum) -> None:
    here, there = forum.meeting(), forum.meeting(1)
    forum.agendas.add(here, "Före")
    item = forum.deferred(here)
    forum.agendas.add(here, "Efter")
    forum.agendas.add(there, "Inledning")
    forum.agendas.add(there, "Övriga frågor")
    forum.agendas.prepare(item, "Kräv ett datum")
    expert = Participant(id=new_id(), meeting_id=here, name="Ia Lind", item_id=item)
    forum.register.put(ParticipantRecord.of(expert))
    assert forum.closings.carry(item, there, Carry.MOVE) == item
    assert forum.items(here) == [("Före", OPEN, 0), ("Efter", OPEN, 0)]
    assert forum.items(there) == [("Inledning", OPEN, 0), ("Gallring", OPEN, 1), ("Övriga frågor", OPEN, 0)]
    assert forum.agendas.preparation(item) == "Kräv ett datum"
    assert [one.item_id for one in forum.meetings.get(here).participants] == [None]
    assert not forum.offered(there)
    forum.history.undo()
    assert forum.items(here) == [("Före", OPEN, 0), ("Gallring", DEFERRED, 1), ("Efter", OPEN, 0)]
    assert [item.position for item in forum.agendas.get(here)] == [0, 1, 2]
    assert [one.item_id for one in forum.meetings.get(here).participants] == [item]


def test_a_copied_item_stays_and_goes_on(forum: Forum) -> None:
    here, there, later = (forum.meeting(months) for months in range(3))
    item = forum.deferred(here)
    forum.agendas.prepare(item, "Kräv ett datum")
    copy = forum.closings.carry(item, there, Carry.COPY)
    assert forum.items(here) == [("Gallring", DEFERRED, 1)]
    (there_item,) = forum.agendas.get(there)
    assert (there_item.id, there_item.carried_from, there_item.deferrals) == (copy, item, 1)
    assert forum.closings.get(here).taken_up[item].id == there
    assert not forum.offered(there)
    assert not forum.offered(later)
    assert [forum.agendas.preparation(key) for key in (item, copy)] == ["Kräv ett datum"] * 2
    with pytest.raises(InputError, match="redan upptagen på möte 1"):
        forum.closings.carry(item, there, Carry.MOVE)
    with pytest.raises(InputError, match="redan upptagen på möte 1"):
        forum.closings.settle(item, DEALT)
    forum.history.undo()
    assert forum.items(there) == []


def test_what_was_noted_under_an_item_keeps_it_at_its_meeting(forum: Forum) -> None:
    here, there = forum.meeting(), forum.meeting(1)
    noted, decided = forum.deferred(here, "Antecknad"), forum.deferred(here, "Beslutad")
    forum.register.put(
        ItemNoteRecord.of(ItemNote(item_id=noted, text="SSC ville vänta.")),
        DecisionRecord.of(
            Decision(
                id=new_id(), meeting_id=here, level=Level.TACTICAL, text="Vi väntar.", decided_on=DAY, item_id=decided
            )
        ),
    )
    for item in (noted, decided):
        with pytest.raises(InputError, match="Kopiera den i stället"):
            forum.closings.carry(item, there, Carry.MOVE)
        forum.closings.carry(item, there, Carry.COPY)
    assert forum.items(here) == [("Antecknad", DEFERRED, 1), ("Beslutad", DEFERRED, 1)]


def test_items_are_taken_up_only_at_later_meetings_that_take_items(forum: Forum) -> None:
    here, earlier, cancelled, closed = forum.meeting(), forum.meeting(-1), forum.meeting(2), forum.meeting(3)
    item, still_open = forum.deferred(here), forum.agendas.add(here, "Öppen")
    forum.meetings.change(cancelled, state=MeetingState.CANCELLED)
    forum.lives.take(closed, MeetingState.NOTES_AWAITED, date(2027, 3, 1))
    for target in (earlier, here, cancelled):
        with pytest.raises(InputError, match="senare möte"):
            forum.closings.carry(item, target, Carry.COPY)
    with pytest.raises(InputError, match="avslutat"):
        forum.closings.carry(item, closed, Carry.COPY)
    with pytest.raises(InputError, match="inte bordlagd"):
        forum.closings.carry(still_open, forum.meeting(1), Carry.COPY)


def test_the_nearest_later_meetings_of_the_same_forum_are_offered(forum: Forum) -> None:
    here, far, near = forum.meeting(), forum.meeting(4), forum.meeting(1)
    forum.meetings.change(forum.meeting(2), state=MeetingState.CANCELLED)
    forum.meeting(3, level=Level.STRATEGIC)
    forum.meeting(3, is_council=True)
    assert [target.id for target in forum.closings.get(here).targets] == [near, far]


def test_without_a_next_meeting_a_deferred_item_is_proposed_later_with_its_count(forum: Forum) -> None:
    forum.deferred(forum.meeting())
    for months, words in ((1, "en gång"), (2, "2 gånger")):
        meeting = forum.meeting(months)
        assert forum.offered(meeting) == [("Gallring", f"Bordlagd {words} tidigare.")]
        forum.agendas.accept(meeting, [p.key for p in forum.agendas.proposals(meeting) if p.deferrals])
        (item,) = forum.agendas.get(meeting)
        assert item.deferrals == months
        forum.closings.settle(item.id, DEFERRED)
    assert forum.offered(forum.meeting(3)) == [
        ("Gallring", "Bordlagd 3 gånger tidigare. Överväg att eskalera frågan till strategisk nivå.")
    ]


def test_what_fell_with_a_cancelled_meeting_is_proposed_again(forum: Forum) -> None:
    cancelled, later = forum.meeting(1), forum.meeting(2)
    copy = forum.closings.carry(forum.deferred(forum.meeting()), cancelled, Carry.COPY)
    forum.agendas.add(cancelled, "Ny")
    forum.agendas.accept(cancelled, ["standing:risks"])
    forum.lives.cancel(cancelled)
    fell = "Stod på dagordningen för ett möte som ställdes in."
    assert forum.offered(later) == [("Gallring", f"{fell} Bordlagd en gång tidigare."), ("Ny", fell)]
    forum.agendas.accept(later, [f"item:{copy}"])
    (item,) = forum.agendas.get(later)
    assert (item.carried_from, item.deferrals) == (copy, 1)
    forum.lives.resume(cancelled)
    with pytest.raises(InputError, match="redan upptagen på möte 2"):
        forum.closings.settle(copy, DEFERRED)
    forum.closings.settle(copy, DEALT)


def test_a_carried_item_is_not_proposed_once_more_by_what_it_came_from(forum: Forum) -> None:
    matter = forum.register.matter("2026-014", MatterKind.QUESTION, Level.TACTICAL, title="Fel lön")
    meetings = [forum.meeting(months) for months in range(3)]
    forum.agendas.accept(meetings[0], [f"matter:{matter.id}"])
    (item,) = forum.agendas.get(meetings[0])
    for there in meetings[1:]:
        forum.closings.settle(item.id, DEFERRED)
        forum.closings.carry(item.id, there, Carry.COPY)
        (item,) = forum.agendas.get(there)
        assert "Fel lön" not in [proposal.title for proposal in forum.agendas.proposals(there)]


def test_what_is_gone_says_so(forum: Forum) -> None:
    for act in (forum.closings.get, forum.closings.close, forum.closings.reopen):
        with pytest.raises(InputError, match="finns inte längre"):
            act(new_id())
    with pytest.raises(InputError, match="finns inte längre"):
        forum.closings.settle(new_id(), DEALT)

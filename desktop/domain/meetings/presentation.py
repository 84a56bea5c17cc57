"""What a whole room may see of a meeting: one item at a time, with what was written down, and never what is private."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop.domain.agreement import SSC_NAME
from desktop.domain.dates import SWEDEN
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState, PresenterRole, clock_times
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.note_sheet import NoteSheet, Outcome
from desktop.domain.meetings.notes_document import ActionLine
from desktop.domain.vocabulary import PRESENTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One item as it is shown to everybody.

    There is deliberately no field for private preparation: what is not here cannot reach the screen (R11).

    Attributes:
        presenter: Who presents, in words; our side by the agency's name, since SSC looks on.
        starts: When the item begins if everything before it takes its time.
        ends: When it ends.
        text: The notes so far.
        decisions: What was decided so far.
        actions: What the parties undertook so far.
        information: What they were told so far.
    """

    item_id: UUID
    number: int
    title: str
    kind: ItemKind
    presenter: str
    starts: datetime
    ends: datetime
    wanted_outcome: str = ""
    section: str = ""
    state: ItemState = ItemState.OPEN
    text: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    information: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """The time that is planned for it."""
        return round((self.ends - self.starts).total_seconds() / 60)

    def behind(self, moment: datetime) -> int | None:
        """How many whole minutes after its plan the meeting is while this item is up; negative when ahead of it.

        On another day than the meeting's there is nothing to keep to.
        """
        if moment.astimezone(SWEDEN).date() != self.starts.astimezone(SWEDEN).date():
            return None
        late, early = (moment - self.ends).total_seconds(), (self.starts - moment).total_seconds()
        return int(max(late, 0) // 60 - max(early, 0) // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """A meeting as it is shown to everybody."""

    meeting_id: UUID
    title: str
    slides: tuple[Slide, ...]

    def place_of(self, item_id: UUID | None) -> int | None:
        """Where an item stands, counted from 0; nothing for one that is gone."""
        return next((place for place, slide in enumerate(self.slides) if slide.item_id == item_id), None)

    def first_open(self) -> int:
        """Where the first item stands that is not settled yet; the first of all when everything is."""
        return next((place for place, slide in enumerate(self.slides) if slide.state is ItemState.OPEN), 0)


def presentation(meeting: Meeting, items: Sequence[AgendaItem], sheet: NoteSheet, agency: str) -> Presentation:
    """What is shown of a meeting.

    Args:
        meeting: The meeting.
        items: Its agenda in order.
        sheet: What has been written down.
        agency: The name of our agency; an empty text when it is not known yet.
    """
    times = clock_times(meeting.starts_at, items)
    return Presentation(
        meeting_id=meeting.id,
        title=meeting.title,
        slides=tuple(
            Slide(
                item_id=item.id,
                number=number,
                title=item.title,
                kind=item.kind,
                presenter=_presenter(item, agency),
                starts=starts,
                ends=ends,
                wanted_outcome=item.wanted_outcome,
                section=item.section,
                state=item.state,
                text=sheet.text(item.id),
                **_outcomes(sheet.of_item(item.id), agency),
            )
            for number, (item, (starts, ends)) in enumerate(zip(items, times, strict=True), 1)
        ),
    )


def _outcomes(outcomes: Sequence[Outcome], agency: str) -> dict[str, Any]:
    parties = {Party.AGENCY: agency or PRESENTER[PresenterRole.US], Party.SSC: SSC_NAME}
    return {
        "decisions": tuple(one.text for one in outcomes if isinstance(one, Decision)),
        "actions": tuple(
            ActionLine(text=one.text, party=parties[one.party], owner=one.owner, due_on=one.due_on)
            for one in outcomes
            if isinstance(one, Action)
        ),
        "information": tuple(one.text for one in outcomes if isinstance(one, Information)),
    }


def _presenter(item: AgendaItem, agency: str) -> str:
    role = item.presenter.role
    ours = agency if role is PresenterRole.US else ""
    return item.presenter.name or ours or PRESENTER[role]

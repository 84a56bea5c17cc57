"""The standing items of each forum, and how SSC's own wording of them is recognised (R8).

Built from what the model asks each forum to follow up: chapter 3 and section 1.1.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.forum import Forum
from desktop.domain.meetings.agenda import ItemKind, PresenterRole


class Topic(StrEnum):
    """What a point is about, when its words tell."""

    OPENING = "opening"
    NOTES = "notes"
    ACTIONS = "actions"
    DELIVERY = "delivery"
    RISKS = "risks"
    FEES = "fees"
    AGREEMENT = "agreement"
    CONTACTS = "contacts"
    SEGMENT = "segment"
    BRING = "bring"
    REPORT = "report"
    OTHER = "other"
    NEXT = "next"


RANK = {
    Topic.OPENING: 0,
    Topic.NOTES: 10,
    Topic.ACTIONS: 20,
    Topic.DELIVERY: 40,
    Topic.RISKS: 50,
    Topic.AGREEMENT: 55,
    Topic.FEES: 70,
    Topic.SEGMENT: 71,
    Topic.BRING: 72,
    Topic.CONTACTS: 80,
    Topic.REPORT: 88,
    Topic.OTHER: 90,
    Topic.NEXT: 95,
}
"""Where a topic goes on the agenda; matters lie between actions and delivery."""

UNKNOWN_RANK = 85

_MARKS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.NOTES, ("föregående minnesanteckning", "föregående möte", "minnesanteckning", "föregående protokoll")),
    (Topic.NEXT, ("nästa möte", "kommande möte")),
    (Topic.OTHER, ("övrig",)),
    (Topic.ACTIONS, ("åtgärd", "uppföljning av beslut")),
    (Topic.FEES, ("avgift", "fakturering")),
    (Topic.DELIVERY, ("tjänsteleverans", "servicenivå", "dagliga leveransen", "sla ")),
    (Topic.RISKS, ("risker",)),
    (Topic.AGREEMENT, ("överenskommelse",)),
    (Topic.CONTACTS, ("kontaktförteckning", "kontaktperson")),
    (Topic.SEGMENT, ("kundsegment", "gemensamma frågor")),
    (Topic.BRING, ("vi vill ta upp",)),
    (Topic.REPORT, ("återföra",)),
    (Topic.OPENING, ("inledning", "öppnande", "öppnas", "välkom")),
)


def topic_of(text: str) -> Topic | None:
    """What a point is about, by the words the forums use, or None."""
    folded = f"{text.casefold()} "
    return next((topic for topic, marks in _MARKS if any(mark in folded for mark in marks)), None)


@dataclass(frozen=True, slots=True)
class StandingItem:
    """An item that every meeting of a forum has."""

    topic: Topic
    title: str
    kind: ItemKind
    presenter: PresenterRole
    minutes: int
    section: str = ""


_OPENING = StandingItem(Topic.OPENING, "Mötets öppnande", ItemKind.INFORMATION, PresenterRole.CHAIR, 5, "1.2")
_NOTES = StandingItem(Topic.NOTES, "Föregående minnesanteckningar", ItemKind.INFORMATION, PresenterRole.CHAIR, 5, "1.2")
_ACTIONS = StandingItem(
    Topic.ACTIONS, "Uppföljning av beslut och åtgärder", ItemKind.INFORMATION, PresenterRole.US, 10, "1.2"
)
_OTHER = StandingItem(Topic.OTHER, "Övriga frågor", ItemKind.DISCUSSION, PresenterRole.CHAIR, 5, "1.2")
_NEXT = StandingItem(Topic.NEXT, "Nästa möte", ItemKind.INFORMATION, PresenterRole.CHAIR, 5, "1.2")
_RISKS = StandingItem(Topic.RISKS, "Risker", ItemKind.DISCUSSION, PresenterRole.US, 10, "3.2")

_FEES = StandingItem(Topic.FEES, "Avgifter och avgiftsjusteringar", ItemKind.INFORMATION, PresenterRole.SSC, 10, "3.7")

STANDING: dict[Forum, tuple[StandingItem, ...]] = {
    Forum.OPERATIONAL: (
        _OPENING,
        _NOTES,
        _ACTIONS,
        StandingItem(Topic.DELIVERY, "Den dagliga leveransen", ItemKind.DISCUSSION, PresenterRole.SSC, 15, "1.1"),
        _RISKS,
        _OTHER,
        _NEXT,
    ),
    Forum.TACTICAL: (
        _OPENING,
        _NOTES,
        _ACTIONS,
        StandingItem(
            Topic.DELIVERY, "Tjänsteleverans och servicenivåer", ItemKind.DISCUSSION, PresenterRole.SSC, 15, "3.1"
        ),
        _RISKS,
        _FEES,
        _OTHER,
        _NEXT,
    ),
    Forum.COMBINED: (
        _OPENING,
        _NOTES,
        _ACTIONS,
        StandingItem(
            Topic.DELIVERY,
            "Den dagliga leveransen och servicenivåer",
            ItemKind.DISCUSSION,
            PresenterRole.SSC,
            20,
            "1.1 och 3.1",
        ),
        _RISKS,
        _FEES,
        _OTHER,
        _NEXT,
    ),
    Forum.STRATEGIC: (
        _OPENING,
        _NOTES,
        _ACTIONS,
        StandingItem(
            Topic.AGREEMENT, "Överenskommelsen och samarbetet", ItemKind.DISCUSSION, PresenterRole.US, 15, "1.1"
        ),
        StandingItem(Topic.FEES, "Större avvikelser i avgifter", ItemKind.DISCUSSION, PresenterRole.SSC, 10, "3.7"),
        _OTHER,
        _NEXT,
    ),
    Forum.COUNCIL: (
        StandingItem(
            Topic.SEGMENT, "Gemensamma frågor för kundsegmentet", ItemKind.DISCUSSION, PresenterRole.SSC, 30, "1.1"
        ),
        StandingItem(Topic.BRING, "Frågor vi vill ta upp", ItemKind.DISCUSSION, PresenterRole.US, 15, "1.1"),
        StandingItem(
            Topic.REPORT, "Att återföra till vår myndighet", ItemKind.INFORMATION, PresenterRole.US, 10, "3.5"
        ),
        _OTHER,
    ),
}
"""What every forum takes up; a Kundråd is prepared, since SSC's director-general invites to it (1.1)."""


def standing_items(forum: Forum) -> tuple[StandingItem, ...]:
    """The standing items of a forum; one that two levels share covers what both of them need (R1)."""
    return STANDING[forum]

"""What the last tactical meeting of the sample took up, what was written down, and what came of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState, Presenter, PresenterRole
from desktop.domain.meetings.followup import Action, Decision, Information
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.notes import ItemNote
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.notes import ItemNoteRecord

_DELIVERY = (
    "Statens servicecenter redogör för läget. Servicenivåerna för lön nås inte i juli: rättelser av OB-tillägg "
    "har tagit i snitt sju arbetsdagar.\n"
    "Myndigheten påpekar att felen upptäcks först efter lönekörningen."
)
_ITEMS = (
    (
        "Inledning",
        ItemKind.INFORMATION,
        PresenterRole.CHAIR,
        5,
        ItemState.DEALT_WITH,
        "Per hälsar välkommen. Dagordningen godkänns utan tillägg.",
    ),
    (
        "Tjänsteleverans lön och ekonomi",
        ItemKind.DISCUSSION,
        PresenterRole.SSC,
        25,
        ItemState.DEALT_WITH,
        _DELIVERY,
    ),
    (
        "Kontaktpersoner",
        ItemKind.INFORMATION,
        PresenterRole.US,
        10,
        ItemState.DEALT_WITH,
        "Den strategiska kontaktpersonen slutar till årsskiftet.",
    ),
    (
        "Gallring av underlag i lönesystemet",
        ItemKind.DISCUSSION,
        PresenterRole.US,
        10,
        ItemState.DEFERRED,
        "Tiden räckte inte. Frågan bordläggs till nästa möte.",
    ),
)


def minutes_of(meeting: Meeting, today: date) -> Iterator[Record]:
    """The items, notes and outcomes of a past meeting; some of what was promised is late by now."""
    items = [
        AgendaItem(
            id=new_id(),
            meeting_id=meeting.id,
            position=position,
            title=title,
            kind=kind,
            presenter=Presenter(role),
            minutes=minutes,
            state=state,
            deferrals=int(state is ItemState.DEFERRED),
        )
        for position, (title, kind, role, minutes, state, _) in enumerate(_ITEMS)
    ]
    for item, (*_, said) in zip(items, _ITEMS, strict=True):
        yield AgendaItemRecord.of(item)
        yield ItemNoteRecord.of(ItemNote(item_id=item.id, text=said))
    _, delivery, contacts, _ = items
    yield DecisionRecord.of(
        Decision(
            id=new_id(),
            meeting_id=meeting.id,
            level=Level.TACTICAL,
            text="Avstämning av OB-tillägg görs före varje lönekörning.",
            decided_on=meeting.day,
            review_on=today,
            item_id=delivery.id,
        )
    )
    yield _action(
        delivery, "Beskriv rutinen för rättning av OB-tillägg", Party.SSC, "Per Holmér", today - timedelta(days=14)
    )
    yield InformationRecord.of(
        Information(
            id=new_id(),
            meeting_id=meeting.id,
            level=Level.TACTICAL,
            text="Kundsupport för lön har nya öppettider från oktober.",
            item_id=delivery.id,
        )
    )
    yield _action(
        contacts, "Utse ny kontaktperson på strategisk nivå", Party.AGENCY, "Anna Andersson", today + timedelta(days=20)
    )


def _action(item: AgendaItem, text: str, party: Party, owner: str, due_on: date) -> Record:
    return ActionRecord.of(
        Action(
            id=new_id(),
            meeting_id=item.meeting_id,
            level=Level.TACTICAL,
            text=text,
            party=party,
            owner=owner,
            due_on=due_on,
            item_id=item.id,
        )
    )

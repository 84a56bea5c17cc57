"""A past meeting with what it left behind, the one to prepare, and those after it."""

from datetime import date, datetime, time, timedelta

from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import SWEDEN, add_months
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter
from desktop.domain.meetings.agenda import (
    AgendaItem,
    ItemKind,
    Preparation,
    Presenter,
    PresenterRole,
    Source,
    SourceKind,
)
from desktop.domain.meetings.meeting import Meeting, MeetingState, Participant, ReceivedPoint
from desktop.domain.meetings.standing import topic_of
from desktop.domain.meetings.template import FROM_TEMPLATE
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.domain.vocabulary import MEETING
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord, ReceivedPointRecord
from desktop.services.sample.minutes import minutes_of
from desktop.services.sample.stage import Stage

_OPERATIONAL, _TACTICAL, _STRATEGIC = Level.OPERATIONAL, Level.TACTICAL, Level.STRATEGIC


def _meeting(stage: Stage, day: date, level: Level, begins: time, minutes: int, **more: object) -> Meeting:
    starts = datetime.combine(day, begins, SWEDEN)
    made = Meeting(
        id=new_id(),
        title=MEETING[Forum.COUNCIL if more.get("is_council") else Forum(level.value)],
        level=level,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=minutes),
        own_registry_number=f"EXM {day.year}/118",
        ssc_registry_number=f"SSC {day.year}-00412",
        **more,  # pyright: ignore[reportArgumentType] -- fields by name
    )
    stage.records.append(MeetingRecord.of(made))
    return made


def add_past_meeting(stage: Stage) -> None:
    """The last tactical meeting, with its notes, a deferred item, actions of both parties and a decision."""
    day = _tuesday(add_months(stage.day, -3))
    meeting = _meeting(
        stage, day, _TACTICAL, time(13), 90, place="Konferensrum Ekoxen", state=MeetingState.NOTES_CHECKED
    )
    stage.meetings["past"] = meeting
    stage.records += minutes_of(meeting, stage.day)


def add_coming_meeting(stage: Stage) -> None:
    """The tactical meeting to prepare, with SSC's invitation and an agenda that has been begun."""
    points = ("Inledning", "Föregående minnesanteckningar", "Tjänsteleverans", "Avgifter nästa år", "Övriga frågor")
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(points, 1))
    meeting = _meeting(
        stage,
        _tuesday(stage.day + timedelta(days=7)),
        _TACTICAL,
        time(13),
        90,
        place="Microsoft Teams-möte",
        state=MeetingState.CONVENED,
        calendar_uid=f"{new_id()}@ssc.example",
        invitation=f"Hej!\n\nVälkomna till mötet.\n\nDagordning:\n{listed}\n\nMed vänlig hälsning\nPer",
    )
    stage.meetings["coming"] = meeting
    for given in ("Anna", "Per", "Birgitta", "Sara"):
        _invite(stage, meeting, stage.contacts[given], required=given != "Sara")
    received = [
        ReceivedPoint(id=new_id(), meeting_id=meeting.id, number=number, text=text)
        for number, text in enumerate(points, 1)
    ]
    stage.records += [ReceivedPointRecord.of(point) for point in received]
    incident = stage.matters["014"]
    chair, ours, theirs = (Presenter(role) for role in (PresenterRole.CHAIR, PresenterRole.US, PresenterRole.SSC))
    origin = "received"
    rows = (
        (
            points[0],
            ItemKind.INFORMATION,
            chair,
            5,
            Source(SourceKind.RECEIVED, received[0].id, "Kallelsen, punkt 1"),
        ),
        (incident.title, ItemKind.DECISION, ours, 20, _source(incident)),
        (
            points[2],
            ItemKind.DISCUSSION,
            theirs,
            15,
            Source(SourceKind.RECEIVED, received[2].id, "Kallelsen, punkt 3"),
        ),
        (
            points[4],
            ItemKind.DISCUSSION,
            chair,
            5,
            Source(SourceKind.RECEIVED, received[4].id, "Kallelsen, punkt 5"),
        ),
    )
    for position, (title, kind, presenter, minutes, source) in enumerate(rows):
        item = AgendaItem(
            id=new_id(),
            meeting_id=meeting.id,
            position=position,
            title=title,
            kind=kind,
            presenter=presenter,
            minutes=minutes,
            source=source,
            origin=f"{'matter' if source.kind is SourceKind.MATTER else origin}:{source.id}",
            wanted_outcome="Beslut om hur återkraven hanteras." if source.kind is SourceKind.MATTER else "",
        )
        stage.records.append(AgendaItemRecord.of(item))
        if source.kind is SourceKind.MATTER:
            private = Preparation(item_id=item.id, text="Be om ersättning för merarbetet, cirka 60 timmar.")
            stage.records.append(PreparationRecord.of(private))


def add_other_meetings(stage: Stage) -> None:
    """What is planned after that."""
    _meeting(stage, _workday(stage.day + timedelta(days=17)), _OPERATIONAL, time(9), 60, area_id=stage.areas["Lön"].id)
    _meeting(
        stage, _workday(stage.day + timedelta(days=21)), _OPERATIONAL, time(10), 60, area_id=stage.areas["Ekonomi"].id
    )
    _meeting(stage, _workday(stage.day + timedelta(days=70)), _STRATEGIC, time(10), 120)


def add_council(stage: Stage) -> None:
    """This year's Kundråd, to which SSC's director-general has invited, with what we have begun to prepare."""
    day = _workday(stage.day + timedelta(days=49))
    council = _meeting(
        stage, day, _STRATEGIC, time(13), 180, is_council=True, place="Gävle", state=MeetingState.CONVENED
    )
    for position, item in enumerate(SHIPPED[Forum.COUNCIL].items):
        standing = Source(SourceKind.STANDING, None, "Stående punkt") if topic_of(item.title) else Source()
        prepared = AgendaItem(
            id=new_id(),
            meeting_id=council.id,
            position=position,
            title=item.title,
            kind=item.kind,
            presenter=Presenter(item.presenter_role),
            minutes=item.minutes,
            source=standing,
            origin=f"{FROM_TEMPLATE}{topic_of(item.title) or ''}",
        )
        stage.records.append(AgendaItemRecord.of(prepared))


def _invite(stage: Stage, meeting: Meeting, contact: Contact, *, required: bool) -> None:
    participant = Participant(
        id=new_id(),
        meeting_id=meeting.id,
        contact_id=contact.id,
        name=contact.name,
        email=contact.email,
        party=contact.party,
        title=contact.title,
        required=required,
    )
    stage.records.append(ParticipantRecord.of(participant))


def _source(matter: Matter) -> Source:
    return Source(SourceKind.MATTER, matter.id, f"Ärende {matter.number}")


def _workday(day: date) -> date:
    """The day, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)


def _tuesday(day: date) -> date:
    """The first Tuesday from that day on."""
    return day + timedelta(days=(1 - day.weekday()) % 7)

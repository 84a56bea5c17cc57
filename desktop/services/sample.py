"""A filled sample register: a fictional agency a week before its next tactical meeting.

Dates lie around the day it is made, so that something is always coming and something is always late.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from desktop.domain.agenda import (
    AgendaItem,
    ItemKind,
    ItemState,
    Preparation,
    Presenter,
    PresenterRole,
    Source,
    SourceKind,
)
from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.dates import SWEDEN, add_months, today
from desktop.domain.followup import Action, Decision
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matter import Grade, Matter, MatterKind, MatterStatus
from desktop.domain.meeting import Meeting, MeetingState, Participant, ReceivedPoint
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from desktop.domain.organisation import OrganisationNumber
from desktop.domain.vocabulary import MEETING
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord, ServiceAreaRecord
from desktop.models.base import Record
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.database import Database
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord, ReceivedPointRecord
from desktop.models.order import OrderRecord

_AGENCY_NUMBER = OrganisationNumber.parse("202100-3153")
_OPERATIONAL, _TACTICAL, _STRATEGIC = Level.OPERATIONAL, Level.TACTICAL, Level.STRATEGIC

_PEOPLE: tuple[tuple[Party, str, str, str, str, Level | str, tuple[str, ...], int], ...] = (
    (Party.SSC, "Karin", "Lindqvist", "Kundansvarig chef", "0771-456 000", _STRATEGIC, (), 35),
    (Party.SSC, "Per", "Holmér", "Enhetschef lön", "026-12 34 56", _TACTICAL, ("Lön",), 42),
    (Party.SSC, "Birgitta", "Åkesson", "Enhetschef ekonomi", "026-12 34 57", _TACTICAL, ("Ekonomi", "E-handel"), 58),
    (Party.SSC, "Maria", "Ek", "Gruppledare", "026-12 34 60", _OPERATIONAL, ("Lön",), 15),
    (Party.SSC, "Tomas", "Öberg", "Redovisningsekonom", "026-12 34 61", _OPERATIONAL, ("Ekonomi",), 25),
    (Party.AGENCY, "Anna", "Andersson", "Ekonomichef", "08-123 45 60", _TACTICAL, ("Lön", "Ekonomi", "E-handel"), 70),
    (Party.AGENCY, "Ali", "Hassan", "Lönehandläggare", "08-123 45 61", _OPERATIONAL, ("Lön", "E-handel"), 48),
    (Party.AGENCY, "Åsa", "Ångström-Öhrn", "Ekonomihandläggare", "08-123 45 62", _OPERATIONAL, ("Ekonomi",), 46),
    (Party.AGENCY, "Sara", "Berg", "Verksjurist", "08-123 45 67", "Verksjurist", (), 89),
    (Party.AGENCY, "Jonas", "Öst", "Kommunikationschef", "", "Informationsansvarig", (), 21),
)


def fill(database: Database) -> None:
    """Fill an empty register with the sample, in one change."""
    with database.writing(Act("sample.fill")) as session:
        session.add_all(_Sample(today()).records())


class _Sample:
    def __init__(self, day: date) -> None:
        self._day = day
        self._areas = {name: ServiceArea(id=new_id(), name=name) for name in ("Lön", "Ekonomi", "E-handel", "IT-stöd")}
        self._contacts: dict[str, Contact] = {}
        self._records: list[Record] = []
        self._matters: dict[str, Matter] = {}

    def records(self) -> list[Record]:
        """Everything, those that others refer to first."""
        self._agreement()
        self._people()
        self._register_of_matters()
        self._orders()
        self._past_meeting()
        self._coming_meeting()
        self._other_meetings()
        return self._records

    def _agreement(self) -> None:
        agreement = Agreement(
            agency_name="Exempelmyndigheten",
            agency_number=_AGENCY_NUMBER,
            own_registry_number=f"EXM {self._day.year}/118",
            ssc_registry_number=f"SSC {self._day.year}-00412",
        )
        self._records.append(AgreementRecord.of(agreement))
        self._records += [ServiceAreaRecord.of(area) for area in self._areas.values()]

    def _people(self) -> None:
        for party, given, family, title, phone, role, areas, months in _PEOPLE:
            domain = "ssc.example" if party is Party.SSC else "exempelmyndigheten.example"
            contact = Contact(
                id=new_id(),
                party=party,
                given_name=given,
                family_name=family,
                title=title,
                phone=phone,
                email=f"{_plain(given)}.{_plain(family)}@{domain}",
                confirmed_on=add_months(self._day, -2),
            )
            self._contacts[given] = contact
            self._records.append(ContactRecord.of(contact))
            self._roles(contact.id, role, areas, add_months(self._day, -months))
        self._leaving_strategic_contact()
        right = AuthorisedOrderer(id=new_id(), contact_id=self._contacts["Anna"].id, evidence="Beslut om attesträtt")
        self._records.append(AuthorisedOrdererRecord.of(right))

    def _roles(self, contact_id: UUID, role: Level | str, areas: tuple[str, ...], since: date) -> None:
        for area in areas or ("",):
            held = Assignment(
                id=new_id(),
                contact_id=contact_id,
                level=role if isinstance(role, Level) else None,
                function="" if isinstance(role, Level) else role,
                area_id=self._areas[area].id if area else None,
                starts_on=since,
            )
            self._records.append(AssignmentRecord.of(held))

    def _leaving_strategic_contact(self) -> None:
        erik = Contact(
            id=new_id(),
            party=Party.AGENCY,
            given_name="Erik",
            family_name="Sund",
            title="Avdelningschef",
            phone="08-123 45 50",
            email="erik.sund@exempelmyndigheten.example",
        )
        role = Assignment(
            id=new_id(),
            contact_id=erik.id,
            level=_STRATEGIC,
            starts_on=add_months(self._day, -50),
            ends_on=add_months(self._day, -1),
        )
        self._records += [ContactRecord.of(erik), AssignmentRecord.of(role)]

    def _register_of_matters(self) -> None:
        deficiency = {"kind": MatterKind.DEFICIENCY, "level": _OPERATIONAL}
        closed = {**deficiency, "status": MatterStatus.CLOSED}
        incident = {"kind": MatterKind.INCIDENT, "level": _TACTICAL, "grade": Grade.SIGNIFICANT}
        self._matter("003", "Lön", "Fel OB-tillägg i lönekörningen", 150, **closed)
        self._matter("006", "Lön", "Fel OB-tillägg, samma fel igen", 95, **closed)
        question = {"kind": MatterKind.QUESTION, "level": _OPERATIONAL}
        self._matter("007", "E-handel", "Behörigheter för nya attestanter", 80, **question)
        unsettled = {**deficiency, "level": _STRATEGIC, "cost": Money(9_650_050)}
        self._matter("008", "Lön", "Omkörning av lönen: kostnad ej fördelad", 40, **unsettled)
        risk = {"kind": MatterKind.RISK, "level": _TACTICAL}
        self._matter("011", "Lön", "Lönerevision sammanfaller med planerat driftstopp", 30, **risk)
        self._matter("012", "Ekonomi", "Sena kundfakturor", 26, **deficiency)
        escalated = {"escalated_on": self._day - timedelta(days=5), "cost": Money(120_433_100)}
        self._matter("014", "Lön", "Dubbla löneutbetalningar till 31 anställda", 11, **incident, **escalated)

    def _matter(self, number: str, area: str, title: str, days_ago: int, **more: object) -> None:
        made = Matter(
            id=new_id(),
            number=f"{self._day.year}-{number}",
            title=title,
            reported_on=self._day - timedelta(days=days_ago),
            area_id=self._areas[area].id,
            support_case=f"CS00{40_000 + int(number) * 7}",
            **more,  # pyright: ignore[reportArgumentType] -- fields by name
        )
        self._matters[number] = made
        self._records.append(MatterRecord.of(made))

    def _orders(self) -> None:
        year = self._day.year
        change = Order(
            id=new_id(),
            number=f"B-{year}-011",
            kind=OrderKind.SERVICE_CHANGE,
            title="E-handel för två nya enheter",
            area_id=self._areas["E-handel"].id,
        )
        quote = Order(
            id=new_id(),
            number=f"B-{year}-009",
            kind=OrderKind.SPECIAL_SERVICE,
            title="Anpassad lönerapport",
            state=OrderState.QUOTED,
            area_id=self._areas["Lön"].id,
            value=Money(8_600_000),
        )
        self._records += [OrderRecord.of(change), OrderRecord.of(quote)]

    def _meeting(self, day: date, level: Level, begins: time, minutes: int, **more: object) -> Meeting:
        starts = datetime.combine(day, begins, SWEDEN)
        made = Meeting(
            id=new_id(),
            title=MEETING[level],
            level=level,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=minutes),
            own_registry_number=f"EXM {day.year}/118",
            ssc_registry_number=f"SSC {day.year}-00412",
            **more,  # pyright: ignore[reportArgumentType] -- fields by name
        )
        self._records.append(MeetingRecord.of(made))
        return made

    def _past_meeting(self) -> None:
        day = _tuesday(add_months(self._day, -3))
        meeting = self._meeting(
            day, _TACTICAL, time(13), 90, place="Konferensrum Ekoxen", state=MeetingState.NOTES_CHECKED
        )
        deferred = AgendaItem(
            id=new_id(),
            meeting_id=meeting.id,
            position=0,
            title="Gallring av underlag i lönesystemet",
            kind=ItemKind.DISCUSSION,
            minutes=10,
            state=ItemState.DEFERRED,
            deferrals=1,
        )
        late = Action(
            id=new_id(),
            meeting_id=meeting.id,
            level=_TACTICAL,
            text="Beskriv rutinen för rättning av OB-tillägg",
            party=Party.SSC,
            owner="Per Holmér",
            due_on=self._day - timedelta(days=14),
        )
        ours = Action(
            id=new_id(),
            meeting_id=meeting.id,
            level=_TACTICAL,
            text="Utse ny kontaktperson på strategisk nivå",
            party=Party.AGENCY,
            owner="Anna Andersson",
            due_on=self._day + timedelta(days=20),
        )
        decision = Decision(
            id=new_id(),
            meeting_id=meeting.id,
            level=_TACTICAL,
            text="Avstämning av OB-tillägg görs före varje lönekörning.",
            decided_on=day,
            review_on=self._day,
        )
        self._records += [
            AgendaItemRecord.of(deferred),
            ActionRecord.of(late),
            ActionRecord.of(ours),
            DecisionRecord.of(decision),
        ]

    def _coming_meeting(self) -> None:
        points = ("Inledning", "Föregående minnesanteckningar", "Tjänsteleverans", "Avgifter nästa år", "Övriga frågor")
        listed = "\n".join(f"{number}. {text}" for number, text in enumerate(points, 1))
        meeting = self._meeting(
            _tuesday(self._day + timedelta(days=7)),
            _TACTICAL,
            time(13),
            90,
            place="Microsoft Teams-möte",
            state=MeetingState.CONVENED,
            calendar_uid=f"{new_id()}@ssc.example",
            invitation=f"Hej!\n\nVälkomna till mötet.\n\nDagordning:\n{listed}\n\nMed vänlig hälsning\nPer",
        )
        for given in ("Anna", "Per", "Birgitta", "Sara"):
            self._invite(meeting, self._contacts[given], required=given != "Sara")
        received = [
            ReceivedPoint(id=new_id(), meeting_id=meeting.id, number=number, text=text)
            for number, text in enumerate(points, 1)
        ]
        self._records += [ReceivedPointRecord.of(point) for point in received]
        incident = self._matters["014"]
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
            self._records.append(AgendaItemRecord.of(item))
            if source.kind is SourceKind.MATTER:
                private = Preparation(item_id=item.id, text="Be om ersättning för merarbetet, cirka 60 timmar.")
                self._records.append(PreparationRecord.of(private))

    def _other_meetings(self) -> None:
        self._meeting(self._day + timedelta(days=17), _OPERATIONAL, time(9), 60, area_id=self._areas["Lön"].id)
        self._meeting(self._day + timedelta(days=21), _OPERATIONAL, time(10), 60, area_id=self._areas["Ekonomi"].id)
        self._meeting(self._day + timedelta(days=70), _STRATEGIC, time(10), 120)

    def _invite(self, meeting: Meeting, contact: Contact, *, required: bool) -> None:
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
        self._records.append(ParticipantRecord.of(participant))


def _source(matter: Matter) -> Source:
    return Source(SourceKind.MATTER, matter.id, f"Ärende {matter.number}")


def _tuesday(day: date) -> date:
    """The first Tuesday from that day on."""
    return day + timedelta(days=(1 - day.weekday()) % 7)


def _plain(name: str) -> str:
    return name.lower().translate(str.maketrans("åäöé", "aaoe"))

"""The Swedish words for the values of the domain, wherever they stand on screen."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.agenda import ItemKind, ItemState, Presenter, PresenterRole, SourceKind
from desktop.domain.dates import in_prose
from desktop.domain.history import Act
from desktop.domain.level import Level, Party
from desktop.domain.matter import Grade, MatterKind, MatterStatus
from desktop.domain.meeting import MeetingState
from desktop.domain.money import Money
from desktop.views.parts.marks import level_word


def item_kind_word(kind: ItemKind) -> str:
    """What the meeting is asked to do with an item: "Beslut"."""
    return {
        ItemKind.INFORMATION: QCoreApplication.translate("Wording", "Information"),
        ItemKind.DISCUSSION: QCoreApplication.translate("Wording", "Diskussion"),
        ItemKind.DECISION: QCoreApplication.translate("Wording", "Beslut"),
    }[kind]


def presenter_word(presenter: Presenter) -> str:
    """Who presents: the person's name, or the role."""
    return (
        presenter.name
        or {
            PresenterRole.CHAIR: QCoreApplication.translate("Wording", "Ordförande"),
            PresenterRole.US: QCoreApplication.translate("Wording", "Vi"),
            PresenterRole.SSC: QCoreApplication.translate("Wording", "SSC"),
        }[presenter.role]
    )


def party_word(party: Party | None) -> str:
    """A side of the agreement, seen from ours."""
    if party is None:
        return QCoreApplication.translate("Wording", "Okänd part")
    return {
        Party.AGENCY: QCoreApplication.translate("Wording", "Vi"),
        Party.SSC: QCoreApplication.translate("Wording", "Statens servicecenter"),
    }[party]


def convened_words(party: Party) -> str:
    """Who convenes a meeting, as it stands after its time and place (R5)."""
    return {
        Party.AGENCY: QCoreApplication.translate("Wording", "kallas av oss"),
        Party.SSC: QCoreApplication.translate("Wording", "kallas av Statens servicecenter"),
    }[party]


def meeting_state_word(state: MeetingState) -> str:
    """How far a meeting has come (R5)."""
    return {
        MeetingState.PLANNED: QCoreApplication.translate("Wording", "Planerat"),
        MeetingState.CONVENED: QCoreApplication.translate("Wording", "Kallat"),
        MeetingState.AGENDA_AVAILABLE: QCoreApplication.translate("Wording", "Dagordning utskickad"),
        MeetingState.HELD: QCoreApplication.translate("Wording", "Genomfört"),
        MeetingState.NOTES_AWAITED: QCoreApplication.translate("Wording", "Väntar på anteckningar"),
        MeetingState.NOTES_RECEIVED: QCoreApplication.translate("Wording", "Anteckningar mottagna"),
        MeetingState.NOTES_CHECKED: QCoreApplication.translate("Wording", "Anteckningar granskade"),
        MeetingState.CANCELLED: QCoreApplication.translate("Wording", "Inställt"),
    }[state]


def item_state_word(state: ItemState) -> str:
    """What became of an item: "Bordlagd"."""
    return {
        ItemState.OPEN: QCoreApplication.translate("Wording", "Öppen"),
        ItemState.DEALT_WITH: QCoreApplication.translate("Wording", "Behandlad"),
        ItemState.DEFERRED: QCoreApplication.translate("Wording", "Bordlagd"),
        ItemState.STRUCK: QCoreApplication.translate("Wording", "Struken"),
    }[state]


def matter_kind_word(kind: MatterKind) -> str:
    """The kind of a matter: "Leveransbrist"."""
    return {
        MatterKind.QUESTION: QCoreApplication.translate("Wording", "Fråga"),
        MatterKind.DEFICIENCY: QCoreApplication.translate("Wording", "Leveransbrist"),
        MatterKind.INCIDENT: QCoreApplication.translate("Wording", "Incident"),
        MatterKind.RISK: QCoreApplication.translate("Wording", "Risk"),
    }[kind]


def grade_word(grade: Grade) -> str:
    """The grade of an incident: "Betydande" (R21)."""
    return {
        Grade.SERIOUS: QCoreApplication.translate("Wording", "Allvarlig"),
        Grade.SIGNIFICANT: QCoreApplication.translate("Wording", "Betydande"),
        Grade.MODERATE: QCoreApplication.translate("Wording", "Måttlig"),
        Grade.NEGLIGIBLE: QCoreApplication.translate("Wording", "Försumbar"),
    }[grade]


def matter_status_word(status: MatterStatus) -> str:
    """Whether a matter is open: "Öppet"."""
    return {
        MatterStatus.OPEN: QCoreApplication.translate("Wording", "Öppet"),
        MatterStatus.CLOSED: QCoreApplication.translate("Wording", "Avslutat"),
    }[status]


def proposal_group_word(kind: SourceKind) -> str:
    """The heading that proposals of one origin stand under."""
    groups = {
        SourceKind.MATTER: QCoreApplication.translate("Wording", "Ärenden"),
        SourceKind.ACTION: QCoreApplication.translate("Wording", "Kvar från tidigare möten"),
        SourceKind.ORDER: QCoreApplication.translate("Wording", "Beställningar"),
        SourceKind.CONTACTS: QCoreApplication.translate("Wording", "Kontakter"),
        SourceKind.RECEIVED: QCoreApplication.translate("Wording", "Ur kallelsen"),
        SourceKind.STANDING: QCoreApplication.translate("Wording", "Stående punkter"),
    }
    same = {SourceKind.REPETITION: SourceKind.MATTER, SourceKind.ITEM: SourceKind.ACTION}
    return groups.get(same.get(kind, kind), QCoreApplication.translate("Wording", "Övrigt"))


def act_words(act: Act) -> str:
    """What was done, as a verb in the infinitive and to what: "flytta punkt ”Avgifter 2027”"."""
    if act.verb == "agenda.accept" and act.subject.isdigit():
        return QCoreApplication.translate("Wording", "lägg till {count} förslag").format(count=act.subject)
    words = _acts().get(act.verb) or QCoreApplication.translate("Wording", "ändra")
    return f"{words} ”{act.subject}”" if act.subject else words


def undo_words(act: Act) -> str:
    """What "Ångra" would take back: "Ångra: flytta punkt ”Avgifter 2027”"."""
    return QCoreApplication.translate("Wording", "Ångra: {act}").format(act=act_words(act))


def redo_words(act: Act) -> str:
    """What "Gör om" would do again."""
    return QCoreApplication.translate("Wording", "Gör om: {act}").format(act=act_words(act))


def _acts() -> Mapping[str, str]:
    return {
        "agenda.add": QCoreApplication.translate("Wording", "lägg till punkt"),
        "agenda.move": QCoreApplication.translate("Wording", "flytta punkt"),
        "agenda.change": QCoreApplication.translate("Wording", "ändra punkt"),
        "agenda.remove": QCoreApplication.translate("Wording", "ta bort punkt"),
        "agenda.accept": QCoreApplication.translate("Wording", "lägg till förslag"),
        "agenda.dismiss": QCoreApplication.translate("Wording", "avfärda förslag"),
        "agenda.recall": QCoreApplication.translate("Wording", "visa avfärdade förslag igen"),
        "agenda.prepare": QCoreApplication.translate("Wording", "skriv förberedelse till punkt"),
        "meeting.create": QCoreApplication.translate("Wording", "lägg upp möte"),
        "meeting.change": QCoreApplication.translate("Wording", "ändra möte"),
        "meeting.remove": QCoreApplication.translate("Wording", "ta bort möte"),
        "meeting.convene": QCoreApplication.translate("Wording", "gör kallelse till möte"),
        "meeting.cancel": QCoreApplication.translate("Wording", "ställ in möte"),
        "meeting.invite": QCoreApplication.translate("Wording", "lägg till deltagare"),
        "meeting.participant": QCoreApplication.translate("Wording", "ändra deltagare"),
        "meeting.uninvite": QCoreApplication.translate("Wording", "ta bort deltagare"),
        "import.contacts": QCoreApplication.translate("Wording", "läs in kontakter"),
        "import.matters": QCoreApplication.translate("Wording", "läs in ärenden"),
        "import.invitation": QCoreApplication.translate("Wording", "läs in kallelse"),
        "agreement.change": QCoreApplication.translate("Wording", "ändra överenskommelse"),
        "sample.fill": QCoreApplication.translate("Wording", "lägg in exempel"),
        "history.undo": QCoreApplication.translate("Wording", "ångra"),
        "history.redo": QCoreApplication.translate("Wording", "gör om"),
        "matter.change": QCoreApplication.translate("Wording", "ändra ärende"),
        "action.add": QCoreApplication.translate("Wording", "lägg till åtgärd"),
        "action.change": QCoreApplication.translate("Wording", "ändra åtgärd"),
        "action.finish": QCoreApplication.translate("Wording", "markera åtgärd som klar"),
        "action.reopen": QCoreApplication.translate("Wording", "öppna åtgärd igen"),
        "action.remove": QCoreApplication.translate("Wording", "ta bort åtgärd"),
        "decision.add": QCoreApplication.translate("Wording", "lägg till beslut"),
        "decision.change": QCoreApplication.translate("Wording", "ändra beslut"),
        "decision.remove": QCoreApplication.translate("Wording", "ta bort beslut"),
    }


def field_word(field: str) -> str:
    """The name of a field in the history; a field without a word of its own keeps its name."""
    words = {
        "title": QCoreApplication.translate("Wording", "Rubrik"),
        "kind": QCoreApplication.translate("Wording", "Typ"),
        "presenter": QCoreApplication.translate("Wording", "Föredrar"),
        "presenter_role": QCoreApplication.translate("Wording", "Föredrar"),
        "presenter_name": QCoreApplication.translate("Wording", "Föredragande"),
        "presenter_contact_id": QCoreApplication.translate("Wording", "Föredragande"),
        "minutes": QCoreApplication.translate("Wording", "Minuter"),
        "position": QCoreApplication.translate("Wording", "Ordning"),
        "wanted_outcome": QCoreApplication.translate("Wording", "Önskat resultat"),
        "preparation": QCoreApplication.translate("Wording", "Egen förberedelse"),
        "text": QCoreApplication.translate("Wording", "Text"),
        "source": QCoreApplication.translate("Wording", "Kommer från"),
        "state": QCoreApplication.translate("Wording", "Läge"),
        "level": QCoreApplication.translate("Wording", "Nivå"),
        "area_id": QCoreApplication.translate("Wording", "Tjänsteområde"),
        "starts_at": QCoreApplication.translate("Wording", "Börjar"),
        "ends_at": QCoreApplication.translate("Wording", "Slutar"),
        "place": QCoreApplication.translate("Wording", "Plats"),
        "convener": QCoreApplication.translate("Wording", "Kallas av"),
        "own_registry_number": QCoreApplication.translate("Wording", "Vårt diarienummer"),
        "ssc_registry_number": QCoreApplication.translate("Wording", "SSC:s diarienummer"),
        "secrecy": QCoreApplication.translate("Wording", "Sekretessmarkering"),
        "secrecy_provision": QCoreApplication.translate("Wording", "Sekretessbestämmelse"),
        "secrecy_marked_on": QCoreApplication.translate("Wording", "Sekretessmarkerad den"),
        "secrecy_authority": QCoreApplication.translate("Wording", "Sekretessmarkerad av"),
        "invitation": QCoreApplication.translate("Wording", "Kallelse"),
        "name": QCoreApplication.translate("Wording", "Namn"),
        "email": QCoreApplication.translate("Wording", "E-post"),
        "party": QCoreApplication.translate("Wording", "Part"),
        "required": QCoreApplication.translate("Wording", "Obligatorisk"),
        "number": QCoreApplication.translate("Wording", "Nummer"),
        "description": QCoreApplication.translate("Wording", "Beskrivning"),
        "status": QCoreApplication.translate("Wording", "Status"),
        "grade": QCoreApplication.translate("Wording", "Allvarlighet"),
        "support_case": QCoreApplication.translate("Wording", "Ärende hos kundsupport"),
        "cost_ore": QCoreApplication.translate("Wording", "Kostnad"),
        "cost_settled_on": QCoreApplication.translate("Wording", "Kostnaden fördelad"),
        "reported_on": QCoreApplication.translate("Wording", "Anmält"),
        "escalated_on": QCoreApplication.translate("Wording", "Eskalerat"),
        "report_on": QCoreApplication.translate("Wording", "Incidentrapport mottagen"),
        "raised_operational_on": QCoreApplication.translate("Wording", "Lyft till operativ nivå"),
        "raised_tactical_on": QCoreApplication.translate("Wording", "Lyft till taktisk nivå"),
        "closed_on": QCoreApplication.translate("Wording", "Avslutat"),
        "deferrals": QCoreApplication.translate("Wording", "Antal bordläggningar"),
        "source_kind": QCoreApplication.translate("Wording", "Kommer från"),
        "source_label": QCoreApplication.translate("Wording", "Kommer från"),
        "given_name": QCoreApplication.translate("Wording", "Förnamn"),
        "family_name": QCoreApplication.translate("Wording", "Efternamn"),
        "phone": QCoreApplication.translate("Wording", "Telefon"),
        "confirmed_on": QCoreApplication.translate("Wording", "Bekräftad"),
        "function": QCoreApplication.translate("Wording", "Uppdrag"),
        "starts_on": QCoreApplication.translate("Wording", "Från"),
        "ends_on": QCoreApplication.translate("Wording", "Till"),
        "limit_ore": QCoreApplication.translate("Wording", "Högsta belopp"),
        "evidence": QCoreApplication.translate("Wording", "Underlag"),
        "owner": QCoreApplication.translate("Wording", "Ansvarig"),
        "due_on": QCoreApplication.translate("Wording", "Klar senast"),
        "done_on": QCoreApplication.translate("Wording", "Klar"),
        "result": QCoreApplication.translate("Wording", "Resultat"),
        "decided_on": QCoreApplication.translate("Wording", "Beslutat"),
        "review_on": QCoreApplication.translate("Wording", "Följs upp"),
    }
    return words.get(field, field)


def value_word(field: str, text: str) -> str:
    """A value in the history: the word for a kept code, a date or an amount as it is read, else the text itself.

    What points at another record says nothing to a reader and is left out.
    """
    if field.endswith("_id"):
        return ""
    if field.endswith("_on") and text:
        return in_prose(date.fromisoformat(text))
    if field.endswith("_ore") and text:
        return str(Money(int(text)))
    return _codes().get(field, {}).get(text, text)


def _codes() -> Mapping[str, Mapping[str, str]]:
    """The words of every code by field; records that share a field name share no code in it."""
    sides = {party.value: party_word(party) for party in Party}
    return {
        "kind": {
            **{kind.value: item_kind_word(kind) for kind in ItemKind},
            **{kind.value: matter_kind_word(kind) for kind in MatterKind},
        },
        "state": {
            **{state.value: meeting_state_word(state) for state in MeetingState},
            **{state.value: item_state_word(state) for state in ItemState},
        },
        "status": {status.value: matter_status_word(status) for status in MatterStatus},
        "grade": {grade.value: grade_word(grade) for grade in Grade},
        "presenter_role": {role.value: presenter_word(Presenter(role)) for role in PresenterRole},
        "source_kind": {kind.value: proposal_group_word(kind) for kind in SourceKind},
        "level": {level.value: level_word(level) for level in Level},
        "convener": sides,
        "party": sides,
    }

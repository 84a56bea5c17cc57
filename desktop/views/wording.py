"""The Swedish words for the values of the domain, wherever they stand on screen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.agenda import ItemKind, Presenter, PresenterRole, SourceKind
from desktop.domain.history import Act
from desktop.domain.level import Level, Party
from desktop.domain.meeting import MeetingState
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
        "meeting.invite": QCoreApplication.translate("Wording", "lägg till deltagare"),
        "meeting.uninvite": QCoreApplication.translate("Wording", "ta bort deltagare"),
        "import.contacts": QCoreApplication.translate("Wording", "läs in kontakter"),
        "import.matters": QCoreApplication.translate("Wording", "läs in ärenden"),
        "import.invitation": QCoreApplication.translate("Wording", "läs in kallelse"),
        "agreement.change": QCoreApplication.translate("Wording", "ändra överenskommelse"),
        "sample.fill": QCoreApplication.translate("Wording", "lägg in exempel"),
        "history.undo": QCoreApplication.translate("Wording", "ångra"),
        "history.redo": QCoreApplication.translate("Wording", "gör om"),
        "matter.change": QCoreApplication.translate("Wording", "ändra ärende"),
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
    }
    return words.get(field, field)


def value_word(field: str, text: str) -> str:
    """A value in the history: the word for a kept code such as ``decision``, else the text itself."""
    coded: dict[str, dict[str, str]] = {
        "kind": {kind.value: item_kind_word(kind) for kind in ItemKind},
        "presenter_role": {role.value: presenter_word(Presenter(role)) for role in PresenterRole},
        "level": {level.value: level_word(level) for level in Level},
        "state": {state.value: meeting_state_word(state) for state in MeetingState},
        "convener": {party.value: party_word(party) for party in Party},
        "party": {party.value: party_word(party) for party in Party},
    }
    return coded.get(field, {}).get(text, text)

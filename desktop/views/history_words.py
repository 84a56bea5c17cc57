"""The Swedish words of the history: what was done, which field, and what it was before and after."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.agenda import ItemKind, ItemState, Presenter, PresenterRole, SentState, SourceKind
from desktop.domain.attachment import AttachmentPurpose
from desktop.domain.dates import in_prose
from desktop.domain.history import Act
from desktop.domain.level import Level, Party
from desktop.domain.matter import Grade, MatterKind, MatterStatus
from desktop.domain.meeting import Attendance, MeetingState
from desktop.domain.money import Money
from desktop.domain.notes import Verdict
from desktop.domain.series import SeriesUnit
from desktop.views.parts.marks import level_word
from desktop.views.wording import (
    attachment_purpose_word,
    attendance_word,
    grade_word,
    item_kind_word,
    item_state_word,
    matter_kind_word,
    matter_status_word,
    meeting_state_word,
    party_word,
    presenter_word,
    proposal_group_word,
    sent_state_word,
    series_unit_word,
    verdict_word,
)


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
        "template.make": QCoreApplication.translate("Wording", "gör mall"),
        "template.rename": QCoreApplication.translate("Wording", "byt namn på mall"),
        "template.remove": QCoreApplication.translate("Wording", "ta bort mall"),
        "template.apply": QCoreApplication.translate("Wording", "använd mall"),
        "agenda.dismiss": QCoreApplication.translate("Wording", "avfärda förslag"),
        "agenda.recall": QCoreApplication.translate("Wording", "visa avfärdade förslag igen"),
        "agenda.prepare": QCoreApplication.translate("Wording", "skriv förberedelse till punkt"),
        "agenda.send": QCoreApplication.translate("Wording", "föreslå punkter för SSC"),
        "agenda.compare": QCoreApplication.translate("Wording", "jämför med SSC:s dagordning"),
        "bank.add": QCoreApplication.translate("Wording", "lägg i punktbanken"),
        "bank.change": QCoreApplication.translate("Wording", "ändra i punktbanken"),
        "bank.remove": QCoreApplication.translate("Wording", "ta bort ur punktbanken"),
        "agenda.move_on": QCoreApplication.translate("Wording", "flytta bordlagd punkt till senare möte"),
        "agenda.copy_on": QCoreApplication.translate("Wording", "kopiera bordlagd punkt till senare möte"),
        "meeting.close": QCoreApplication.translate("Wording", "avsluta möte"),
        "meeting.reopen": QCoreApplication.translate("Wording", "öppna avslutat möte igen"),
        "notes.finalise": QCoreApplication.translate("Wording", "fastställ anteckningar från"),
        "notes.reopen": QCoreApplication.translate("Wording", "öppna anteckningar igen från"),
        "meeting.create": QCoreApplication.translate("Wording", "lägg upp möte"),
        "meeting.change": QCoreApplication.translate("Wording", "ändra möte"),
        "meeting.remove": QCoreApplication.translate("Wording", "ta bort möte"),
        "meeting.convene": QCoreApplication.translate("Wording", "gör kallelse till möte"),
        "meeting.cancel": QCoreApplication.translate("Wording", "ställ in möte"),
        "meeting.resume": QCoreApplication.translate("Wording", "ta upp möte igen"),
        "meeting.step": QCoreApplication.translate("Wording", "ta steg i möte"),
        "meeting.step_back": QCoreApplication.translate("Wording", "ta tillbaka steg i möte"),
        "meeting.invite": QCoreApplication.translate("Wording", "lägg till deltagare"),
        "meeting.participant": QCoreApplication.translate("Wording", "ändra deltagare"),
        "meeting.attend": QCoreApplication.translate("Wording", "ange närvaro för"),
        "meeting.all_present": QCoreApplication.translate("Wording", "ange alla som närvarande"),
        "meeting.uninvite": QCoreApplication.translate("Wording", "ta bort deltagare"),
        "attachment.add": QCoreApplication.translate("Wording", "bifoga fil"),
        "attachment.replace": QCoreApplication.translate("Wording", "ersätt bilaga"),
        "attachment.change": QCoreApplication.translate("Wording", "ändra bilaga"),
        "attachment.remove": QCoreApplication.translate("Wording", "ta bort bilaga"),
        "series.create": QCoreApplication.translate("Wording", "lägg upp serie"),
        "series.change": QCoreApplication.translate("Wording", "ändra serie"),
        "series.extend": QCoreApplication.translate("Wording", "lägg upp fler möten i serie"),
        "series.end": QCoreApplication.translate("Wording", "avsluta serie"),
        "series.remove": QCoreApplication.translate("Wording", "ta bort serie"),
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
        "notes_check.receive": QCoreApplication.translate("Wording", "ta emot anteckningar från"),
        "notes_check.complete": QCoreApplication.translate("Wording", "avsluta granskningen av anteckningar från"),
        "evaluation.change": QCoreApplication.translate("Wording", "utvärdera möte"),
        "survey.add": QCoreApplication.translate("Wording", "registrera enkät efter"),
        "survey.change": QCoreApplication.translate("Wording", "ändra enkät efter"),
        "survey.remove": QCoreApplication.translate("Wording", "ta bort enkät efter"),
        "notes_check.judge": QCoreApplication.translate("Wording", "bedöm i anteckningarna"),
        "notes_check.comment": QCoreApplication.translate("Wording", "kommentera i anteckningarna"),
        "decision.add": QCoreApplication.translate("Wording", "lägg till beslut"),
        "decision.change": QCoreApplication.translate("Wording", "ändra beslut"),
        "decision.remove": QCoreApplication.translate("Wording", "ta bort beslut"),
        "information.add": QCoreApplication.translate("Wording", "lägg till information"),
        "information.change": QCoreApplication.translate("Wording", "ändra information"),
        "information.remove": QCoreApplication.translate("Wording", "ta bort information"),
        "note.write": QCoreApplication.translate("Wording", "skriv anteckning till punkt"),
        "agenda.settle": QCoreApplication.translate("Wording", "ange läge för punkt"),
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
        "is_council": QCoreApplication.translate("Wording", "Kundråd"),
        "notes_by": QCoreApplication.translate("Wording", "Anteckningar skrivs av"),
        "series_day": QCoreApplication.translate("Wording", "Planerad dag i serien"),
        "attendance": QCoreApplication.translate("Wording", "Närvaro"),
        "replaced_by": QCoreApplication.translate("Wording", "Ersättare"),
        "section": QCoreApplication.translate("Wording", "Avsnitt"),
        "sent": QCoreApplication.translate("Wording", "Läge hos SSC"),
        "sent_on": QCoreApplication.translate("Wording", "Skickad till SSC"),
        "added_at": QCoreApplication.translate("Wording", "Tillagd"),
        "added_on": QCoreApplication.translate("Wording", "Tillagd"),
        "agreed_on": QCoreApplication.translate("Wording", "Överenskommen"),
        "answered_on": QCoreApplication.translate("Wording", "Besvarad"),
        "answers": QCoreApplication.translate("Wording", "Svar"),
        "arrived_on": QCoreApplication.translate("Wording", "Kom"),
        "by_weekday": QCoreApplication.translate("Wording", "Samma veckodag i månaden"),
        "comment": QCoreApplication.translate("Wording", "Kommentar"),
        "content": QCoreApplication.translate("Wording", "Innehåll"),
        "dated_on": QCoreApplication.translate("Wording", "Daterad"),
        "decided_by": QCoreApplication.translate("Wording", "Beslutat av"),
        "digest": QCoreApplication.translate("Wording", "Kontrollsumma"),
        "every": QCoreApplication.translate("Wording", "Intervall"),
        "finalised_at": QCoreApplication.translate("Wording", "Fastställd"),
        "finalised_by": QCoreApplication.translate("Wording", "Fastställd av"),
        "made_on": QCoreApplication.translate("Wording", "Gjord"),
        "note": QCoreApplication.translate("Wording", "Notering"),
        "outcome": QCoreApplication.translate("Wording", "Resultat"),
        "purpose": QCoreApplication.translate("Wording", "Syfte"),
        "reason": QCoreApplication.translate("Wording", "Skäl"),
        "received": QCoreApplication.translate("Wording", "Mottagen"),
        "reopened_at": QCoreApplication.translate("Wording", "Öppnad igen"),
        "reopened_reason": QCoreApplication.translate("Wording", "Skäl till att öppna igen"),
        "sender": QCoreApplication.translate("Wording", "Från"),
        "size": QCoreApplication.translate("Wording", "Storlek"),
        "source_document": QCoreApplication.translate("Wording", "Källdokument"),
        "starts_minute": QCoreApplication.translate("Wording", "Börjar"),
        "taken_on": QCoreApplication.translate("Wording", "Datum"),
        "time_well_spent": QCoreApplication.translate("Wording", "Tid"),
        "unit": QCoreApplication.translate("Wording", "Enhet"),
        "valid_until": QCoreApplication.translate("Wording", "Gäller till"),
        "verdict": QCoreApplication.translate("Wording", "Bedömning"),
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
        "notes_by": sides,
        "party": sides,
        "attendance": {one.value: attendance_word(one) for one in Attendance},
        "sent": {state.value: sent_state_word(state) for state in SentState},
        "verdict": {verdict.value: verdict_word(verdict) for verdict in Verdict},
        "unit": {unit.value: series_unit_word(unit) for unit in SeriesUnit},
        "purpose": {purpose.value: attachment_purpose_word(purpose) for purpose in AttachmentPurpose},
    }

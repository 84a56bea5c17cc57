"""The Swedish words of the history: which field was changed, and what it was before and after."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.agenda import ItemKind, ItemState, Presenter, PresenterRole, SentState, SourceKind
from desktop.domain.attachment import AttachmentPurpose
from desktop.domain.contact_notice import NoticeChannel
from desktop.domain.dates import in_prose
from desktop.domain.disposal import DisposalKind
from desktop.domain.level import Level, Party
from desktop.domain.matter import Grade, MatterKind, MatterStatus
from desktop.domain.meeting import Attendance, MeetingState
from desktop.domain.money import Money
from desktop.domain.notes import Verdict
from desktop.domain.order import OrderKind
from desktop.domain.roster_check import Roster
from desktop.domain.series import SeriesUnit
from desktop.views.parts.marks import level_word
from desktop.views.wording import (
    attachment_purpose_word,
    attendance_word,
    disposal_kind_word,
    grade_word,
    item_kind_word,
    item_state_word,
    matter_kind_word,
    matter_status_word,
    meeting_state_word,
    notice_channel_word,
    order_kind_word,
    party_word,
    presenter_word,
    proposal_group_word,
    roster_word,
    sent_state_word,
    series_unit_word,
    verdict_word,
)


def field_word(field: str, kind: str = "") -> str:
    """The name of a field in the history; a field without a word of its own keeps its name.

    Args:
        field: The name in the register.
        kind: The kind of record, where the same name stands for something else.
    """
    if (kind, field) == ("contact", "title"):
        return QCoreApplication.translate("Wording", "Titel")
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
        "anonymised_on": QCoreApplication.translate("Wording", "Anonymiserad"),
        "announced_on": QCoreApplication.translate("Wording", "Meddelad"),
        "basis": QCoreApplication.translate("Wording", "Grund"),
        "body": QCoreApplication.translate("Wording", "Text"),
        "channel": QCoreApplication.translate("Wording", "Kanal"),
        "checked_by": QCoreApplication.translate("Wording", "Kontrollerad av"),
        "checked_on": QCoreApplication.translate("Wording", "Kontrollerad"),
        "columns": QCoreApplication.translate("Wording", "Kolumner"),
        "effective_on": QCoreApplication.translate("Wording", "Gäller från"),
        "ended_on": QCoreApplication.translate("Wording", "Avslutad"),
        "file_name": QCoreApplication.translate("Wording", "Filnamn"),
        "function_email": QCoreApplication.translate("Wording", "Funktionsbrevlåda"),
        "headings": QCoreApplication.translate("Wording", "Rubriker"),
        "kept": QCoreApplication.translate("Wording", "Finns kvar"),
        "known": QCoreApplication.translate("Wording", "Tidigare uppgifter"),
        "made_by": QCoreApplication.translate("Wording", "Gjord av"),
        "merged_into": QCoreApplication.translate("Wording", "Sammanslagen med"),
        "mobile": QCoreApplication.translate("Wording", "Mobil"),
        "notes": QCoreApplication.translate("Wording", "Anteckningar"),
        "read_on": QCoreApplication.translate("Wording", "Inläst"),
        "reference": QCoreApplication.translate("Wording", "Referens"),
        "roster": QCoreApplication.translate("Wording", "Förteckning"),
        "value": QCoreApplication.translate("Wording", "Värde"),
        "version_on": QCoreApplication.translate("Wording", "Version"),
        "deputy_id": QCoreApplication.translate("Wording", "Ersättare"),
        "successor_id": QCoreApplication.translate("Wording", "Efterträdare"),
        "first_id": QCoreApplication.translate("Wording", "Kontakt"),
        "second_id": QCoreApplication.translate("Wording", "Kontakt"),
        "verdict": QCoreApplication.translate("Wording", "Bedömning"),
    }
    return words.get(field, field)


def value_word(field: str, text: str) -> str:
    """A value in the history: the word for a kept code, a date or an amount as it is read, else the text itself.

    What points at another record says nothing to a reader and is left out.
    """
    if field.endswith("_id") or field == "merged_into":
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
            **{kind.value: order_kind_word(kind) for kind in OrderKind},
            **{kind.value: disposal_kind_word(kind) for kind in DisposalKind},
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
        "channel": {channel.value: notice_channel_word(channel) for channel in NoticeChannel},
        "roster": {roster.value: roster_word(roster) for roster in Roster},
        "purpose": {purpose.value: attachment_purpose_word(purpose) for purpose in AttachmentPurpose},
    }

"""The Swedish words for the values of the domain, wherever they stand on screen."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.attachment import AttachmentPurpose
from desktop.domain.contacts.contact_notice import NoticeChannel
from desktop.domain.contacts.disposal import DisposalKind
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.level import Channel, Party
from desktop.domain.matters.escalation import EscalationReason
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.matters.matter_entry import Holder, Trend
from desktop.domain.matters.matter_link import LinkKind, LinkRole
from desktop.domain.meetings.agenda import ItemKind, ItemState, Presenter, PresenterRole, SentState, SourceKind
from desktop.domain.meetings.meeting import Attendance, MeetingState
from desktop.domain.meetings.notes import Verdict
from desktop.domain.meetings.series import SeriesUnit
from desktop.domain.order import OrderKind


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


def side_word(party: Party) -> str:
    """A side of the agreement where there is little room: "SSC"."""
    return {
        Party.AGENCY: QCoreApplication.translate("Wording", "Vi"),
        Party.SSC: QCoreApplication.translate("Wording", "SSC"),
    }[party]


def convened_words(party: Party) -> str:
    """Who convenes a meeting, as it stands after its time and place (R5)."""
    return {
        Party.AGENCY: QCoreApplication.translate("Wording", "vi kallar"),
        Party.SSC: QCoreApplication.translate("Wording", "SSC kallar"),
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


def attendance_word(attendance: Attendance) -> str:
    """How someone took part: "Närvarande" (R7)."""
    return {
        Attendance.UNKNOWN: QCoreApplication.translate("Wording", "Inte angiven"),
        Attendance.PRESENT: QCoreApplication.translate("Wording", "Närvarande"),
        Attendance.REMOTE: QCoreApplication.translate("Wording", "På distans"),
        Attendance.ABSENT: QCoreApplication.translate("Wording", "Frånvarande"),
        Attendance.REPLACED: QCoreApplication.translate("Wording", "Ersatt"),
    }[attendance]


def sent_state_word(state: SentState) -> str:
    """What came of an item sent to SSC: "Med på dagordningen" (R9)."""
    return {
        SentState.NOT_SENT: QCoreApplication.translate("Wording", "Inte skickad"),
        SentState.PROPOSED: QCoreApplication.translate("Wording", "Föreslagen"),
        SentState.ON_AGENDA: QCoreApplication.translate("Wording", "Med på dagordningen"),
        SentState.LEFT_OUT: QCoreApplication.translate("Wording", "Ej medtagen"),
    }[state]


def verdict_word(verdict: Verdict) -> str:
    """What SSC's notes say about an item, compared with ours: "Avviker" (R13)."""
    return {
        Verdict.AGREES: QCoreApplication.translate("Wording", "Stämmer"),
        Verdict.DIFFERS: QCoreApplication.translate("Wording", "Avviker"),
        Verdict.MISSING: QCoreApplication.translate("Wording", "Saknas"),
    }[verdict]


def series_unit_word(unit: SeriesUnit) -> str:
    """What the frequency of a series counts: "Månad" (R4)."""
    return {
        SeriesUnit.WEEK: QCoreApplication.translate("Wording", "Vecka"),
        SeriesUnit.MONTH: QCoreApplication.translate("Wording", "Månad"),
    }[unit]


def attachment_purpose_word(purpose: AttachmentPurpose) -> str:
    """What an attached file is for: "Dagordning"."""
    return {
        AttachmentPurpose.AGENDA: QCoreApplication.translate("Wording", "Dagordning"),
        AttachmentPurpose.NOTES: QCoreApplication.translate("Wording", "Anteckningar"),
        AttachmentPurpose.OTHER: QCoreApplication.translate("Wording", "Övrigt"),
    }[purpose]


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
        SourceKind.BANK: QCoreApplication.translate("Wording", "Ur punktbanken"),
    }
    same = {
        SourceKind.REPETITION: SourceKind.MATTER,
        SourceKind.ITEM: SourceKind.ACTION,
        SourceKind.DECISION: SourceKind.ACTION,
    }
    return groups.get(same.get(kind, kind), QCoreApplication.translate("Wording", "Övrigt"))


def notice_channel_word(channel: NoticeChannel) -> str:
    """How a change of contact is announced: "Kundwebben" (R18)."""
    return {
        NoticeChannel.CUSTOMER_WEB: QCoreApplication.translate("Wording", "Kundwebben"),
        NoticeChannel.FORUM: QCoreApplication.translate("Wording", "Forum"),
    }[channel]


def order_kind_word(kind: OrderKind) -> str:
    """The kind of an order: "Specialtjänst" (R30)."""
    return {
        OrderKind.SPECIAL_SERVICE: QCoreApplication.translate("Wording", "Specialtjänst"),
        OrderKind.ADDITIONAL_SERVICE: QCoreApplication.translate("Wording", "Tilläggstjänst"),
        OrderKind.SERVICE_CHANGE: QCoreApplication.translate("Wording", "Förändring eller utökning"),
    }[kind]


def roster_word(roster: Roster) -> str:
    """The list that is checked: "Behöriga beställare"."""
    return {
        Roster.CONTACTS: QCoreApplication.translate("Wording", "Kontaktförteckningen"),
        Roster.ORDERERS: QCoreApplication.translate("Wording", "Behöriga beställare"),
    }[roster]


def disposal_kind_word(kind: DisposalKind) -> str:
    """What was done with a contact: "Anonymiserad" (R39)."""
    return {
        DisposalKind.ENDED: QCoreApplication.translate("Wording", "Avslutad"),
        DisposalKind.ANONYMISED: QCoreApplication.translate("Wording", "Anonymiserad"),
    }[kind]


def channel_word(channel: Channel) -> str:
    """How a contact was made: "Telefon" (R19)."""
    return {
        Channel.SUPPORT: QCoreApplication.translate("Wording", "Kundsupport"),
        Channel.FORUM: QCoreApplication.translate("Wording", "Forum"),
        Channel.CUSTOMER_WEB: QCoreApplication.translate("Wording", "Kundwebben"),
        Channel.PHONE: QCoreApplication.translate("Wording", "Telefon"),
        Channel.EMAIL: QCoreApplication.translate("Wording", "E-post"),
    }[channel]


def holder_word(holder: Holder) -> str:
    """Who has the ball in a matter: "SSC" (R19)."""
    return {
        Holder.AGENCY: QCoreApplication.translate("Wording", "Vi"),
        Holder.SSC: QCoreApplication.translate("Wording", "SSC"),
        Holder.OTHER: QCoreApplication.translate("Wording", "Någon annan"),
    }[holder]


def trend_word(trend: Trend) -> str:
    """How a matter goes: "Bättre"."""
    return {
        Trend.BETTER: QCoreApplication.translate("Wording", "Bättre"),
        Trend.UNCHANGED: QCoreApplication.translate("Wording", "Oförändrat"),
        Trend.WORSE: QCoreApplication.translate("Wording", "Sämre"),
    }[trend]


def escalation_reason_word(reason: EscalationReason) -> str:
    """Why a matter is escalated: "Upprepad leveransbrist" (R20)."""
    return {
        EscalationReason.REPEATED_DEFICIENCY: QCoreApplication.translate("Wording", "Upprepad leveransbrist"),
        EscalationReason.INCIDENT_NOT_REMEDIED: QCoreApplication.translate(
            "Wording", "Incident som inte har åtgärdats på operativ nivå"
        ),
        EscalationReason.OTHER: QCoreApplication.translate("Wording", "Annat skäl"),
    }[reason]


def link_kind_word(kind: LinkKind) -> str:
    """What a matter is linked to: "Möte"."""
    return {
        LinkKind.MATTER: QCoreApplication.translate("Wording", "Ärende"),
        LinkKind.MEETING: QCoreApplication.translate("Wording", "Möte"),
        LinkKind.DECISION: QCoreApplication.translate("Wording", "Beslut"),
        LinkKind.ACTION: QCoreApplication.translate("Wording", "Åtgärd"),
        LinkKind.ORDER: QCoreApplication.translate("Wording", "Beställning"),
        LinkKind.CONTACT: QCoreApplication.translate("Wording", "Kontakt"),
    }[kind]


def link_role_word(role: LinkRole) -> str:
    """How a linked thing stands to the matter: "Underlag"."""
    return {
        LinkRole.RELATED: QCoreApplication.translate("Wording", "Hör ihop med"),
        LinkRole.EVIDENCE: QCoreApplication.translate("Wording", "Underlag"),
        LinkRole.SPLIT_FROM: QCoreApplication.translate("Wording", "Delades från"),
    }[role]

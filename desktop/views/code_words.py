"""The Swedish words of the codes that the register keeps, by the field they stand in."""

from collections.abc import Mapping

from desktop.domain.attachment import AttachmentPurpose
from desktop.domain.contacts.contact_notice import NoticeChannel
from desktop.domain.contacts.disposal import DisposalKind
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.level import Channel, Level, Party
from desktop.domain.matters.escalation import EscalationReason
from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.matters.matter_entry import Holder, Trend
from desktop.domain.matters.matter_link import LinkKind, LinkRole
from desktop.domain.meetings.agenda import ItemKind, ItemState, Presenter, PresenterRole, SentState, SourceKind
from desktop.domain.meetings.meeting import Attendance, MeetingState
from desktop.domain.meetings.notes import Verdict
from desktop.domain.meetings.series import SeriesUnit
from desktop.domain.order import OrderKind
from desktop.views.parts.marks import level_word
from desktop.views.wording import (
    attachment_purpose_word,
    attendance_word,
    channel_word,
    disposal_kind_word,
    escalation_reason_word,
    grade_word,
    holder_word,
    item_kind_word,
    item_state_word,
    link_kind_word,
    link_role_word,
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
    trend_word,
    verdict_word,
)


def code_words() -> Mapping[str, Mapping[str, str]]:
    """The words of every code by field; records that share a field name share no code in it."""
    levels = {level.value: level_word(level) for level in Level}
    matter_kinds = {kind.value: matter_kind_word(kind) for kind in MatterKind}
    sides = {party.value: party_word(party) for party in Party}
    return {
        "kind": {
            **{kind.value: item_kind_word(kind) for kind in ItemKind},
            **matter_kinds,
            **{kind.value: link_kind_word(kind) for kind in LinkKind if kind.value != "decision"},
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
        "level": levels,
        "convener": sides,
        "notes_by": sides,
        "party": sides,
        "attendance": {one.value: attendance_word(one) for one in Attendance},
        "sent": {state.value: sent_state_word(state) for state in SentState},
        "verdict": {verdict.value: verdict_word(verdict) for verdict in Verdict},
        "unit": {unit.value: series_unit_word(unit) for unit in SeriesUnit},
        "channel": {
            **{channel.value: notice_channel_word(channel) for channel in NoticeChannel},
            **{channel.value: channel_word(channel) for channel in Channel},
        },
        "passes_to": {holder.value: holder_word(holder) for holder in Holder},
        "trend": {trend.value: trend_word(trend) for trend in Trend},
        "reason": {reason.value: escalation_reason_word(reason) for reason in EscalationReason},
        "role": {role.value: link_role_word(role) for role in LinkRole},
        "from_level": levels,
        "to_level": levels,
        "told_level": levels,
        "to_party": sides,
        "found_by": sides,
        "failing_party": sides,
        "source": sides,
        "from_kind": matter_kinds,
        "to_kind": matter_kinds,
        "roster": {roster.value: roster_word(roster) for roster in Roster},
        "purpose": {purpose.value: attachment_purpose_word(purpose) for purpose in AttachmentPurpose},
    }

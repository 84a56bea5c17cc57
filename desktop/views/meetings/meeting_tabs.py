"""The tabs of one meeting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.views.parts.record_tabs import Part as RecordPart
from desktop.views.parts.record_tabs import RecordTabs

if TYPE_CHECKING:
    from desktop.domain.agreement import Agreement, ServiceArea
    from desktop.domain.attachment import AttachmentRow
    from desktop.domain.contacts.contact import Contact
    from desktop.views.meetings.agenda_tab import Agenda


class Tab(StrEnum):
    """The parts of a meeting, in the order of their tabs."""

    AGENDA = "agenda"
    BRIEF = "brief"
    PARTICIPANTS = "participants"
    NOTES = "notes"
    AFTER = "after"
    ATTACHMENTS = "attachments"
    INVITATION = "invitation"
    DETAILS = "details"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting:
    """What is on screen of one meeting, read at one moment; a tab may read more when it is looked at."""

    agenda: Agenda
    proposed: tuple[Contact, ...]
    areas: tuple[ServiceArea, ...]
    agreement: Agreement | None = None
    attachments: tuple[AttachmentRow, ...] = ()


Part: TypeAlias = RecordPart[Tab, OpenMeeting]
MeetingTabs: TypeAlias = RecordTabs[Tab, OpenMeeting]

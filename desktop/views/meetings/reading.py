"""Everything of one meeting that the page shows, read at one moment in the services' thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import InputError
from desktop.views.meetings.agenda_tab import Agenda
from desktop.views.meetings.meeting_tabs import OpenMeeting

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.meetings.desk import MeetingServices


def read_meeting(services: MeetingServices, key: UUID) -> OpenMeeting | None:
    """What is known of a meeting; None if it is gone."""
    agendas = services.agendas
    try:
        file = services.meetings.get(key)
    except InputError:
        return None
    agenda = Agenda(
        file=file,
        items=agendas.get(key),
        prepared=agendas.prepared(key),
        proposals=agendas.proposals(key),
        dismissed=agendas.dismissed_count(key),
    )
    return OpenMeeting(
        agenda=agenda,
        proposed=services.participants.propose(key),
        areas=services.agreements.areas(),
        agreement=services.agreements.get(),
        attachments=services.attachments.of(key),
    )

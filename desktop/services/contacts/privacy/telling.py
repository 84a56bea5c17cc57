"""Tells in sentences what anonymising a person takes away and what stays, and why (R39)."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact_connections import Called
from desktop.domain.dates import SWEDEN
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.notes import NotesVersionRecord
from desktop.services.contacts.privacy.anonymising import Plan
from desktop.services.contacts.privacy.former import everything_called_in
from desktop.services.contacts.privacy.marks import names_of
from desktop.services.contacts.privacy.mentions import PRIVATE, mentions_in

if TYPE_CHECKING:
    from uuid import UUID

_MANY = 12
"""More places than this are counted instead of told one by one."""

_CHANGED = {
    "participant": ("en deltagarplats", "{count} deltagarplatser", "i möten utan fastställda anteckningar"),
    "agenda_item": ("föredragande på en punkt", "föredragande på {count} punkter", ""),
    "action": ("ansvarig för en åtgärd", "ansvarig för {count} åtgärder", ""),
    "decision": ("beslutsfattare i ett beslut", "beslutsfattare i {count} beslut", ""),
    "contact_notice": ("en anmälan", "{count} anmälningar", "och i det som antecknats som känt sedan tidigare"),
    "received_list": ("uppgifterna i en mottagen förteckning", "uppgifterna i {count} mottagna förteckningar", ""),
    "authorised_orderer": ("underlaget till en beställningsrätt", "underlaget till {count} beställningsrätter", ""),
}


def removed_lines(plan: Plan) -> Iterator[str]:
    """What is taken away, a sentence each."""
    merged = len(plan.ids) - 1
    also = f", även hos {merged} sammanslagen kontakt" if merged == 1 else f", även hos {merged} sammanslagna kontakter"
    yield (
        "Namn, titel, telefon, mobil, e-post, funktionsbrevlåda, anteckningar och ersättare på kontakten"
        f"{also if merged else ''}."
    )
    counts = plan.counts()
    for table, (one, many, where) in _CHANGED.items():
        if count := counts[table]:
            words = f"{one if count == 1 else many.format(count=count)} {where}".strip()
            yield f"Namnet i {words}." if table != "received_list" else f"{words[:1].upper()}{words[1:]}."
    yield "Samma uppgifter i historiken, även tidigare namn, nummer och adresser."


def kept_lines(session: Session, plan: Plan) -> Iterator[str]:
    """What keeps the name and why, a sentence each; the name itself is in none of them."""
    told = [
        *_fixed_lines(session, plan),
        *_announced_lines(session, plan),
        *_free_text_lines(session, plan),
        "Uppdragens och beställningsrätternas perioder, utan namn, så att det går att se när rollerna var besatta.",
        "Bifogade filer söks inte igenom.",
        "Säkerhetskopior och filer som redan har lämnat registret behåller uppgifterna tills de gallras.",
    ]
    if plan.has_namesake:
        told.append("En annan kontakt har samma namn, så det som bara nämner namnet utan koppling ändras inte.")
    yield from map(plan.marks.without, told)


def _fixed_lines(session: Session, plan: Plan) -> Iterator[str]:
    meetings = sorted(_fixed_meetings(session, plan), key=lambda meeting: meeting[1])
    if meetings:
        places = [f"{title} {starts.astimezone(SWEDEN).date().isoformat()}" for title, starts in meetings]
        yield (
            "Fastställda anteckningar och det som hör till deras möten (deltagare, punkter, åtgärder och beslut) "
            f"bevaras enligt reglerna om arkiv (arkivlagen 1990:782): {_listed(places, 'möten')}."
        )


def _fixed_meetings(session: Session, plan: Plan) -> list[tuple[str, datetime]]:
    found: set[UUID] = set()
    for meeting_id, content in session.execute(select(NotesVersionRecord.meeting_id, NotesVersionRecord.content)):
        if plan.marks.stands_in(content):
            found.add(meeting_id)
    for kind in (ParticipantRecord, AgendaItemRecord, ActionRecord, DecisionRecord):
        rows = session.execute(select(kind.id, kind.meeting_id))
        found |= {meeting_id for key, meeting_id in rows if key in plan.kept and meeting_id is not None}
    wanted = select(MeetingRecord.title, MeetingRecord.starts_at).where(MeetingRecord.id.in_(found))
    return [(title, starts_at) for title, starts_at in session.execute(wanted)]


def _announced_lines(session: Session, plan: Plan) -> Iterator[str]:
    count = sum(key in plan.kept for key in session.scalars(select(ContactNoticeRecord.id)))
    if count:
        words = "En anmälan som har meddelats" if count == 1 else f"{count} anmälningar som har meddelats"
        yield f"{words} motparten bevaras som handling (arkivlagen 1990:782)."


def _free_text_lines(session: Session, plan: Plan) -> Iterator[str]:
    people = tuple(everything_called_in(session, plan.ids))
    called, names = Called(people), names_of(people)
    found = [each for each in mentions_in(session, called, names) if each.meeting_id not in plan.fixed]
    if found:
        places = [f"{each.where.lower()}{f' {each.day.isoformat()}' if each.day else ''}" for each in found]
        yield (
            "Fritext som nämner namnet ändras inte, heller inte tidigare lydelser i historiken. Ändra den för hand om "
            f"det behövs: {_listed(places, 'ställen')}."
        )
    private = sum(1 for _ in mentions_in(session, called, names, PRIVATE))
    if private:
        many = "ett ställe" if private == 1 else f"{private} ställen"
        yield f"Eget arbetsmaterial som nämner namnet ändras inte: {many}."


def _listed(places: list[str], what: str) -> str:
    return "; ".join(places) if len(places) <= _MANY else f"{len(places)} {what}"

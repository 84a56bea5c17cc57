"""Everything connected to a person as rows of two lines, by kind, with the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import in_prose, with_weekday
from desktop.domain.meetings.agenda import ItemState, Source, SourceKind
from desktop.domain.meetings.followup_list import days_overdue, overdue_words
from desktop.domain.meetings.meeting import Attendance
from desktop.views.contacts.room import Room, Way
from desktop.views.wording import attendance_word, disposal_kind_word, item_state_word, notice_channel_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_connections import Attended, Connections, NamedInNotes, Presented
    from desktop.domain.contacts.contact_notice import ContactNotice
    from desktop.domain.contacts.disposal import Disposal
    from desktop.domain.level import Level
    from desktop.domain.meetings.followup import Action, Decision


class Tie(NamedTuple):
    """A row: what it is and its facts, and where it lies; a heading has no way, and a count instead of facts."""

    title: str
    note: str = ""
    way: Way | Source | None = None
    level: Level | None = None
    is_heading: bool = False


def ties(found: Connections, day: date) -> list[Tie]:
    """The rows: what lies ahead first, then what has been."""
    rows: list[Tie] = []
    for heading, group in _groups(found, day):
        if group:
            rows += [Tie(heading, str(len(group)), is_heading=True), *group]
    return rows


def _groups(found: Connections, day: date) -> Iterator[tuple[str, list[Tie]]]:
    yield QCoreApplication.translate("Ties", "Öppna åtgärder"), [_action(each, day) for each in _open(found)]
    yield QCoreApplication.translate("Ties", "Kommande möten"), [_meeting(each) for each in _coming(found)]
    waiting = [_notice(each) for each in found.notices if each.is_open]
    yield QCoreApplication.translate("Ties", "Ändringar att meddela"), waiting
    yield QCoreApplication.translate("Ties", "Ersätter"), [_contact(each) for each in found.deputy_for]
    yield QCoreApplication.translate("Ties", "Föredrar"), [_item(each) for each in found.items]
    past = [_meeting(each) for each in found.meetings if not each.is_coming]
    yield QCoreApplication.translate("Ties", "Tidigare möten"), past
    done = [_action(each, day) for each in found.actions if each.done_on]
    yield QCoreApplication.translate("Ties", "Klara åtgärder"), done
    yield QCoreApplication.translate("Ties", "Beslut"), [_decision(each) for each in found.decisions]
    yield QCoreApplication.translate("Ties", "Nämns i fastställda anteckningar"), [_notes(each) for each in found.notes]
    told = [_notice(each) for each in found.notices if not each.is_open]
    yield QCoreApplication.translate("Ties", "Meddelade ändringar"), told
    merged = [Tie(each.name, each.title if each.title != each.name else "") for each in found.merged]
    yield QCoreApplication.translate("Ties", "Sammanslagna hit"), merged
    yield QCoreApplication.translate("Ties", "Gallring"), [_disposal(each) for each in found.disposals]


def _open(found: Connections) -> list[Action]:
    return [each for each in found.actions if each.done_on is None]


def _coming(found: Connections) -> list[Attended]:
    return [each for each in found.meetings if each.is_coming]


def _action(action: Action, day: date) -> Tie:
    when = ""
    if action.done_on is not None:
        when = QCoreApplication.translate("Ties", "klar {day}").format(day=in_prose(action.done_on))
    elif action.due_on is not None:
        when = QCoreApplication.translate("Ties", "klar senast {day}").format(day=in_prose(action.due_on))
    note = _joined(overdue_words(days_overdue(action, day)), when, action.result)
    return Tie(action.text, note[:1].upper() + note[1:], Source(SourceKind.ACTION, action.id), action.level)


def _meeting(one: Attended) -> Tie:
    part = QCoreApplication.translate("Ties", "till punkten {item}").format(item=one.item) if one.item else ""
    if one.instead_of:
        came = QCoreApplication.translate("Ties", "kom i stället för {name}").format(name=one.instead_of)
    elif one.attendance is Attendance.UNKNOWN:
        came = ""
    elif one.replaced_by:
        came = QCoreApplication.translate("Ties", "ersattes av {name}").format(name=one.replaced_by)
    else:
        came = attendance_word(one.attendance)
    return Tie(one.title, _joined(with_weekday(one.day), came, part), _meeting_way(one.meeting_id), one.level)


def _item(item: Presented) -> Tie:
    state = item_state_word(item.state) if item.state is not ItemState.OPEN else ""
    return Tie(item.title, _joined(item.meeting_title, in_prose(item.day), state), _meeting_way(item.meeting_id))


def _decision(decision: Decision) -> Tie:
    way = Source(SourceKind.DECISION, decision.id)
    return Tie(decision.text, in_prose(decision.decided_on), way, decision.level)


def _notice(notice: ContactNotice) -> Tie:
    told = QCoreApplication.translate("Ties", "inte meddelad")
    if notice.announced_on is not None:
        channel = notice_channel_word(notice.channel) if notice.channel else ""
        told = _joined(in_prose(notice.announced_on), channel)
    return Tie(notice.title, told[:1].upper() + told[1:], Way(Room.NOTICE, notice.id))


def _contact(contact: Contact) -> Tie:
    title = contact.title if contact.title != contact.name else ""
    return Tie(contact.name, title, Way(Room.PERSON, contact.id))


def _disposal(entry: Disposal) -> Tie:
    title = _joined(disposal_kind_word(entry.kind), in_prose(entry.made_on))
    return Tie(title, _joined(entry.basis, entry.made_by), Way(Room.DISPOSALS))


def _notes(notes: NamedInNotes) -> Tie:
    version = QCoreApplication.translate("Ties", "version {number}").format(number=notes.number)
    return Tie(notes.title, _joined(in_prose(notes.day), version), _meeting_way(notes.meeting_id))


def _meeting_way(meeting_id: UUID) -> Source:
    return Source(SourceKind.ITEM, meeting_id)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

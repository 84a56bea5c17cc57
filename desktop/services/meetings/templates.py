"""Templates of agendas: made from a meeting, copied into others, never linked to any."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.forum import forums_for
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, Presenter, Source, SourceKind
from desktop.domain.meetings.agenda_rules import place_of
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.standing import RANK, topic_of
from desktop.domain.meetings.template import FROM_TEMPLATE, NAME_LENGTH, Template, TemplateItem
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.domain.swedish_order import sort_key
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.removal import remove
from desktop.models.series import TemplateItemRecord, TemplateRecord
from desktop.services.forums import forum_in

_STANDING = Source(SourceKind.STANDING, None, "Stående punkt")


class Templates:
    """Keeps the agency's own templates and puts them, or those of the program, on agendas."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> tuple[Template, ...]:
        """Those that come with the program, then our own in Swedish order."""
        with self._database.reading() as session:
            return (*SHIPPED.values(), *_own(session))

    def make(self, meeting_id: UUID, name: str) -> UUID:
        """Make a template of a meeting's agenda.

        What is copied is what the next meeting can use: neither private preparation (R11), notes, persons nor what
        became of an item, and nothing that came from an item's source.

        Raises:
            InputError: The meeting is gone or has no items, or the name is empty, too long or taken.
        """
        named = _named(name)
        with self._database.writing(Act("template.make", named)) as session:
            meeting, items = _known_meeting(session, meeting_id), _items(session, meeting_id)
            if not items:
                raise InputError("Mötet har ingen punkt att göra en mall av.", "Lägg till punkter först.")
            _check_free(session, named)
            made = Template(id=new_id(), name=named, level=meeting.level, is_council=meeting.is_council)
            session.add(TemplateRecord.of(made))
            for position, record in enumerate(items):
                kept = TemplateItemRecord.of(_as_template_item(record.to_value()))
                kept.template_id, kept.position = made.id, position
                session.add(kept)
        return made.id

    def rename(self, template_id: UUID, name: str) -> None:
        """Give one of our own templates another name.

        Raises:
            InputError: The template is gone, or the name is empty, too long or taken.
        """
        named = _named(name)
        with self._database.writing(Act("template.rename", named)) as session:
            record = _known(session, template_id)
            _check_free(session, named, template_id)
            record.name = named

    def remove(self, template_id: UUID) -> None:
        """Remove one of our own templates; agendas made from it stay as they are, undo brings it back.

        A series that used it uses the one that comes with the program from now on.

        Raises:
            InputError: The template is not in the register any more.
        """
        with self._database.reading() as session:
            name = _known(session, template_id).name
        with self._database.writing(Act("template.remove", name)) as session:
            remove(session, _known(session, template_id))

    def apply(self, meeting_id: UUID, template_id: UUID) -> int:
        """Put the items of a template on an agenda, those that are not there yet; one undo takes them all back.

        Returns:
            How many items were added.

        Raises:
            InputError: The meeting or the template is not in the register any more.
        """
        with self._database.writing(Act("template.apply", self._name(template_id))) as session:
            meeting = _known_meeting(session, meeting_id).to_value()
            return _fill(session, meeting, _template(session, template_id))

    def _name(self, template_id: UUID) -> str:
        with self._database.reading() as session:
            return _template(session, template_id).name


def fill_from_template_in(session: Session, meeting: Meeting, template_id: UUID | None) -> int:
    """Put a template on the agenda of a meeting, as part of what a session does.

    Args:
        session: The one that writes; the meeting may be new in it.
        meeting: Whose agenda.
        template_id: Which template, one of our own or one that comes with the program; None for the one that comes
            with the program for the meeting's forum on its day (R1).

    Returns:
        How many items were added: those that were not there yet.

    Raises:
        InputError: The template is not in the register any more.
    """
    shipped = SHIPPED[forum_in(session, meeting)]
    return _fill(session, meeting, shipped if template_id is None else _template(session, template_id))


def is_as_filled_in(session: Session, meeting: Meeting, template_id: UUID | None) -> bool:
    """Whether the agenda of a meeting is nothing but what a template puts on it: nobody has worked with it.

    Of those that come with the program, it is also the one that was the forum's before a decision on the levels (R1).
    """
    there = [_content(record.to_value()) for record in _items(session, meeting.id)]
    try:
        templates = _shipped_for(meeting) if template_id is None else [_template(session, template_id)]
    except InputError:
        return False
    return any(
        there == [_content(_as_item(meeting, position, item)) for position, item in enumerate(template.items)]
        for template in templates
    )


def _shipped_for(meeting: Meeting) -> list[Template]:
    return [SHIPPED[forum] for forum in forums_for(meeting.level, meeting.is_council)]


def _fill(session: Session, meeting: Meeting, template: Template) -> int:
    """Add what is missing: each item where its topic belongs, else after the item before it in the template."""
    records = list(_items(session, meeting.id))
    before, added = -1, 0
    for item in template.items:
        found = next((place for place, record in enumerate(records) if _is_about(record.title, item.title)), None)
        if found is None:
            topic = topic_of(item.title)
            there = [record.to_value() for record in records]
            found = place_of(RANK[topic], there) if topic else before + 1
            record = AgendaItemRecord.of(_as_item(meeting, found, item))
            session.add(record)
            records.insert(found, record)
            added += 1
        before = found
    for position, record in enumerate(records):
        if record.position != position:
            record.position = position
    return added


def _is_about(title: str, other: str) -> bool:
    """Whether two titles are the same, or of the same standing topic."""
    topic = topic_of(other)
    return _plain(title) == _plain(other) or (topic is not None and topic_of(title) is topic)


def _as_item(meeting: Meeting, position: int, item: TemplateItem) -> AgendaItem:
    topic = topic_of(item.title)
    return AgendaItem(
        id=new_id(),
        meeting_id=meeting.id,
        position=position,
        title=item.title,
        kind=item.kind,
        presenter=Presenter(item.presenter_role),
        minutes=item.minutes,
        wanted_outcome=item.wanted_outcome,
        source=_STANDING if topic else Source(),
        origin=f"{FROM_TEMPLATE}{topic or ''}",
        section=item.section,
    )


def _as_template_item(item: AgendaItem) -> TemplateItem:
    """What another meeting can use of an item: a person's name becomes the side that the person speaks for."""
    return TemplateItem(
        title=item.title,
        kind=item.kind,
        presenter_role=item.presenter.role,
        minutes=item.minutes,
        wanted_outcome=item.wanted_outcome,
        section=item.section,
    )


def _content(item: AgendaItem) -> tuple[object, ...]:
    return (
        item.position,
        item.title,
        item.kind,
        item.presenter,
        item.minutes,
        item.wanted_outcome,
        item.section,
        item.origin,
        item.state,
        item.sent,
    )


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _items(session: Session, meeting_id: UUID) -> Sequence[AgendaItemRecord]:
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(AgendaItemRecord.position, AgendaItemRecord.id)).all()


def _own(session: Session) -> list[Template]:
    items: dict[UUID, list[TemplateItem]] = {}
    for record in session.scalars(select(TemplateItemRecord).order_by(TemplateItemRecord.position)):
        items.setdefault(record.template_id, []).append(record.to_value())
    own = [record.to_value(tuple(items.get(record.id, ()))) for record in session.scalars(select(TemplateRecord))]
    return sorted(own, key=lambda template: sort_key(template.name))


def _template(session: Session, template_id: UUID) -> Template:
    known = (*SHIPPED.values(), *_own(session))
    found = next((template for template in known if template.id == template_id), None)
    if found is None:
        raise InputError(_GONE)
    return found


def _known(session: Session, template_id: UUID) -> TemplateRecord:
    record = session.get(TemplateRecord, template_id)
    if record is None:
        raise InputError(_GONE)
    return record


def _known_meeting(session: Session, meeting_id: UUID) -> MeetingRecord:
    record = session.get(MeetingRecord, meeting_id)
    if record is None:
        raise InputError("Mötet finns inte längre i registret.")
    return record


def _named(name: str) -> str:
    named = " ".join(name.split())
    if not named:
        raise InputError("Mallen behöver ett namn.")
    if len(named) > NAME_LENGTH:
        raise InputError(f"Mallens namn får ha högst {NAME_LENGTH} tecken.", "Korta det.")
    return named


def _check_free(session: Session, name: str, own: UUID | None = None) -> None:
    """No two templates of the same name, whatever the case of its letters."""
    taken = {_plain(template.name) for template in SHIPPED.values()}
    taken |= {_plain(template.name) for template in _own(session) if template.id != own}
    if _plain(name) in taken:
        raise InputError(f"Det finns redan en mall som heter {name}.", "Välj ett annat namn.")


_GONE = "Mallen finns inte längre i registret."

"""Gathers everything the register holds about one person into an extract; private preparation is never read (R11)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_connections import Called, Connections
from desktop.domain.contacts.contact_notice import NoticeChannel
from desktop.domain.contacts.disposal import DisposalKind
from desktop.domain.contacts.notice_texts import right_text, role_text
from desktop.domain.contacts.personal_extract import ExtractSection, PersonalExtract, snippets
from desktop.domain.dates import SWEDEN
from desktop.domain.history import HistoryEntry
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup_document import ListHead
from desktop.domain.vocabulary import ATTENDANCE, LEVEL, OUTCOME
from desktop.models.field_names import field_name
from desktop.services.agreements import areas_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.privacy.marks import names_of
from desktop.services.contacts.privacy.mentions import mentions_in
from desktop.services.contacts.privacy.received import told_in_lists
from desktop.services.heads import level_word

_DISPOSALS = {DisposalKind.ENDED: "Avslutad", DisposalKind.ANONYMISED: "Anonymiserad"}
_CHANNELS = {NoticeChannel.CUSTOMER_WEB: "Kundwebben", NoticeChannel.FORUM: "Forum"}
_ENUMS: dict[str, str] = {level.value: LEVEL[level] for level in Level}


def extract_in(
    session: Session,
    head: ListHead,
    contact: Contact,
    connections: Connections,
    history: tuple[HistoryEntry, ...],
) -> PersonalExtract:
    """The extract of one person, as this session sees the register.

    Args:
        session: The session that reads.
        head: The head of the document.
        contact: Whom it is about.
        connections: What is connected to them.
        history: What happened to them, newest first.
    """
    gathered = _Gathering(session, head, contact, connections, history)
    return PersonalExtract(
        head=head, name=contact.name, facts=tuple(gathered.particulars(contact)), sections=tuple(gathered.sections())
    )


class _Gathering:
    """What goes into one extract."""

    def __init__(
        self,
        session: Session,
        head: ListHead,
        contact: Contact,
        connections: Connections,
        history: tuple[HistoryEntry, ...],
    ) -> None:
        self._session = session
        self._contact = contact
        self._connections = connections
        self._history = history
        self._areas = {area.id: area.name for area in areas_in(session)}
        self._parties = {Party.AGENCY: head.agency.name, Party.SSC: head.counterpart.name}
        self._everyone = (contact, *connections.merged)

    def particulars(self, contact: Contact) -> Iterator[tuple[str, str]]:
        """What is kept of a contact itself."""
        yield "Förnamn", contact.given_name
        yield "Efternamn", contact.family_name
        yield "Titel", contact.title
        yield "Part", self._parties[contact.party]
        yield "Telefon", contact.phone
        yield "Mobil", contact.mobile
        yield "E-post", contact.email
        yield "Funktionsbrevlåda", contact.function_email
        yield "Anteckningar", contact.notes
        yield "Senast bekräftad", _day(contact.confirmed_on)
        yield "Avslutad", _day(contact.ended_on)
        yield "Anonymiserad", _day(contact.anonymised_on)

    def sections(self) -> Iterator[ExtractSection]:
        """Everything else, kind by kind."""
        yield self._roles()
        yield self._rights()
        yield self._deputies()
        yield self._merged()
        yield self._meetings()
        yield self._items()
        yield self._actions()
        yield self._decisions()
        yield self._notices()
        yield self._notes()
        yield self._mentions()
        yield self._received()
        yield self._disposals()
        yield self._happened()

    def _roles(self) -> ExtractSection:
        rows = [(role_text(each, self._areas), *_period(each)) for each in self._contact.assignments]
        return ExtractSection(title="Uppdrag", columns=("Uppdrag", "Från", "Till"), rows=tuple(rows))

    def _rights(self) -> ExtractSection:
        rows = [(right_text(each, self._areas), each.evidence, *_period(each)) for each in self._contact.orderer_rights]
        columns = ("Omfattning", "Underlag", "Från", "Till")
        return ExtractSection(title="Rätt att beställa", columns=columns, rows=tuple(rows))

    def _deputies(self) -> ExtractSection:
        deputy = self._connections.deputy
        rows = [("Ersätts av", deputy.name)] if deputy else []
        rows += [("Ersätter", other.name) for other in self._connections.deputy_for]
        return ExtractSection(title="Ersättare", columns=("Förhållande", "Kontakt"), rows=tuple(rows))

    def _merged(self) -> ExtractSection:
        rows = [(label, said) for other in self._connections.merged for label, said in self.particulars(other) if said]
        return ExtractSection(title="Sammanslagna kontakter", columns=("Uppgift", "Innehåll"), rows=tuple(rows))

    def _meetings(self) -> ExtractSection:
        rows = [
            (
                each.title,
                each.day.isoformat(),
                level_word(each.level),
                ATTENDANCE[each.attendance],
                _joined(
                    f"Bara punkten {each.item}" if each.item else "",
                    f"Ersatt av {each.replaced_by}" if each.replaced_by else "",
                    f"I stället för {each.instead_of}" if each.instead_of else "",
                ),
            )
            for each in self._connections.meetings
        ]
        columns = ("Möte", "Dag", "Nivå", "Närvaro", "Anmärkning")
        return ExtractSection(title="Möten", columns=columns, rows=tuple(rows))

    def _items(self) -> ExtractSection:
        rows = [
            (each.title, each.meeting_title, each.day.isoformat(), OUTCOME[each.state])
            for each in self._connections.items
        ]
        columns = ("Punkt", "Möte", "Dag", "Läge")
        return ExtractSection(title="Punkter på dagordningar", columns=columns, rows=tuple(rows))

    def _actions(self) -> ExtractSection:
        rows = [
            (each.text, level_word(each.level), _day(each.due_on), _day(each.done_on), each.result)
            for each in self._connections.actions
        ]
        columns = ("Åtgärd", "Nivå", "Klar senast", "Klar den", "Resultat")
        return ExtractSection(title="Åtgärder", columns=columns, rows=tuple(rows))

    def _decisions(self) -> ExtractSection:
        rows = [
            (each.text, level_word(each.level), each.decided_on.isoformat(), each.decided_by)
            for each in self._connections.decisions
        ]
        columns = ("Beslut", "Nivå", "Beslutat", "Beslutat av")
        return ExtractSection(title="Beslut", columns=columns, rows=tuple(rows))

    def _notices(self) -> ExtractSection:
        rows = [
            (
                _joined(each.title, each.body),
                each.effective_on.isoformat(),
                _day(each.announced_on),
                _CHANNELS[each.channel] if each.channel else "",
            )
            for each in self._connections.notices
        ]
        columns = ("Anmälan", "Gäller från", "Meddelad", "Kanal")
        return ExtractSection(title="Anmälda ändringar", columns=columns, rows=tuple(rows))

    def _notes(self) -> ExtractSection:
        rows = [(each.title, each.day.isoformat(), f"Version {each.number}") for each in self._connections.notes]
        columns = ("Möte", "Dag", "Version")
        return ExtractSection(title="Fastställda anteckningar som nämner namnet", columns=columns, rows=tuple(rows))

    def _mentions(self) -> ExtractSection:
        names = names_of(self._everyone)
        rows = [
            (found.where, _day(found.day), "\n".join(_parts(found.text, names)))
            for found in mentions_in(self._session, Called(self._everyone), names)
        ]
        columns = ("Var", "Dag", "Text")
        return ExtractSection(title="Texter som nämner namnet", columns=columns, rows=tuple(rows))

    def _received(self) -> ExtractSection:
        rows = [
            (found.file_name, found.read_on.isoformat(), found.said)
            for found in told_in_lists(self._session, self._everyone)
        ]
        columns = ("Förteckning", "Datum", "Uppgifter")
        return ExtractSection(title="Mottagna kontaktförteckningar", columns=columns, rows=tuple(rows))

    def _disposals(self) -> ExtractSection:
        rows = [
            (_DISPOSALS[each.kind], each.made_on.isoformat(), each.basis, each.kept)
            for each in self._connections.disposals
        ]
        columns = ("Åtgärd", "Datum", "Grund", "Bevaras")
        return ExtractSection(title="Gallring", columns=columns, rows=tuple(rows))

    def _happened(self) -> ExtractSection:
        told = [each for each in self._history if each.kind == "contact" and each.field not in {"id", "contact_id"}]
        contacts = {contact.id: contact.name for contact in contacts_in(self._session, _keys(told))}
        names = {**{str(key): name for key, name in (self._areas | contacts).items()}, **_ENUMS}
        names |= {party.value: name for party, name in self._parties.items()}
        rows = [
            (
                entry.at.astimezone(SWEDEN).strftime("%Y-%m-%d %H.%M"),
                entry.who,
                "Titel" if entry.field == "title" else _sentence(field_name(entry.field)),
                names.get(entry.old, entry.old),
                names.get(entry.new, entry.new),
            )
            for entry in told
        ]
        columns = ("Tidpunkt", "Av", "Uppgift", "Före", "Efter")
        return ExtractSection(title="Historik", columns=columns, rows=tuple(rows))


def _keys(entries: list[HistoryEntry]) -> list[UUID]:
    written = {said for entry in entries if entry.field.endswith("_id") for said in (entry.old, entry.new) if said}
    return [UUID(each) for each in sorted(written)]


def _parts(text: str, names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(part for name in names for part in snippets(text, name.casefold())))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _period(held: object) -> tuple[str, str]:
    return _day(getattr(held, "starts_on", None)), _day(getattr(held, "ends_on", None))


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]

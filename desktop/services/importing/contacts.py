"""Plans the import of a contact list (R15–R18, R32)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contacts.contact import Contact, comparable_email, comparable_phone
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.contacts.known_again import KnownAgain, name_of
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.level import Party
from desktop.exchange.plain_text import plain_line, plain_passage
from desktop.services.importing.own_roles import plan_own_roles
from desktop.services.importing.parties import with_parties
from desktop.services.importing.plan import Areas, Plan, counted, difference, listed
from desktop.services.importing.roles import Roles, in_words

_PARTY = {Party.AGENCY: "myndigheten", Party.SSC: "SSC"}


def plan_contacts(
    file: ContactList, agreement: Agreement | None, areas: Iterable[ServiceArea], contacts: Iterable[Contact]
) -> Plan:
    """What importing the list would do: contacts are known again by e-mail, then by name within their party."""
    everyone = list(contacts)
    file = with_parties(file, everyone, agreement.agency_name if agreement else "")
    plan = Plan(problems=list(file.problems))
    _plan_agreement(plan, file, agreement)
    known_areas = Areas(areas, plan)
    register = KnownAgain(everyone, file.contacts)
    found = [register.find(one) for one in file.contacts]
    ids = [known.id if known else new_id() for known, _ in found]
    people: list[RowAction] = []
    for contact, contact_id, (known, namesakes) in zip(file.contacts, ids, found, strict=True):
        if namesakes:
            sentence = f"{contact.name} finns {namesakes} gånger i registret; en ny kontakt läggs till."
            plan.problem(contact.rows[0], "Namn", sentence)
        deputy_id = ids[contact.deputy] if contact.deputy is not None else None
        pair = _Pair(contact, _as_listed(contact, contact_id, deputy_id, file), known)
        people.append(_plan_contact(plan, file, pair, known_areas))
        for row in contact.rows[1:]:
            plan.row(row, RowAction.MATCH, contact.name, f"samma person som rad {contact.rows[0]}")
    for left_out in file.left_out:
        plan.row(left_out.row, RowAction.SKIP, left_out.text, left_out.reason)
    plan.rows.sort(key=lambda row: row.row or 0)
    _plan_words(plan, file, people)
    return plan


def _plan_agreement(plan: Plan, file: ContactList, agreement: Agreement | None) -> None:
    """The agency's particulars are taken from the list only while the register has none."""
    if not file.agency_name:
        return
    if agreement is None:
        plan.new.append(Agreement(agency_name=file.agency_name, agency_number=file.agency_number))
        number = f"organisationsnummer {file.agency_number}" if file.agency_number else ""
        plan.row(None, RowAction.CREATE, f"Myndigheten {file.agency_name}", number)
    elif None not in {file.agency_number, agreement.agency_number} and file.agency_number != agreement.agency_number:
        plan.problem(
            None,
            "Organisationsnummer",
            f"Förteckningen gäller {file.agency_name} ({file.agency_number}), "
            f"registret {agreement.agency_name} ({agreement.agency_number}).",
        )


class _Pair(NamedTuple):
    """A listed contact, the same as a contact that the file alone makes, and the one that the register has."""

    listed: ListedContact
    made: Contact
    known: Contact | None


def _plan_contact(plan: Plan, file: ContactList, pair: _Pair, areas: Areas) -> RowAction:
    one, made, known = pair
    row = one.rows[0]
    if known is None:
        plan.new.append(made)
        _plan_roles(plan, file, made, one, areas)
        plan.row(row, RowAction.CREATE, one.name, in_words(one))
        return RowAction.CREATE
    changed, differences = _changed(known, made)
    if changed != known:
        plan.changed.append(changed)
    if name_of(changed) != name_of(known) and not known.is_mailbox:
        plan.problem(row, "Namn", f"E-postadressen har i registret {known.name}; kontrollera att det är samma person.")
    differences += _plan_roles(plan, file, known, one, areas)
    action = RowAction.UPDATE if differences else RowAction.MATCH
    plan.row(row, action, one.name, "; ".join(differences) or "finns redan")
    return action


def _plan_roles(plan: Plan, file: ContactList, contact: Contact, one: ListedContact, areas: Areas) -> list[str]:
    if file.is_own:
        return plan_own_roles(contact, one, areas, plan)
    return Roles(contact, areas, file.evidence).plan(one, plan)


def _as_listed(one: ListedContact, contact_id: UUID, deputy_id: UUID | None, file: ContactList) -> Contact:
    """The contact as the file alone knows it."""
    return Contact(
        id=contact_id,
        party=one.party,
        given_name=one.given_name,
        family_name=one.family_name,
        title=one.title,
        phone=one.phone,
        mobile=one.mobile,
        email=one.email,
        function_email=one.function_email,
        deputy_id=deputy_id,
        notes=one.notes,
        confirmed_on=one.confirmed_on or file.version,
        ended_on=one.ended_on,
    )


_FIELDS: tuple[tuple[str, str, Callable[[Any], object]], ...] = (
    ("title", "titel", plain_line),
    ("phone", "telefon", comparable_phone),
    ("mobile", "mobil", comparable_phone),
    ("email", "e-post", comparable_email),
    ("function_email", "funktionsbrevlåda", comparable_email),
    ("notes", "anteckningar", plain_passage),
    ("ended_on", "avslutad", str),
)
"""What a file may know better, its word, and how it is compared."""


def _changed(known: Contact, listed_now: Contact) -> tuple[Contact, list[str]]:
    """The contact with what the file knows better, and each difference in words; what the file lacks is kept."""
    changes: dict[str, Any] = {}
    words: list[str] = []
    names = (listed_now.given_name, listed_now.family_name)
    if any(names) and names != (plain_line(known.given_name), plain_line(known.family_name)):
        changes |= {"given_name": listed_now.given_name, "family_name": listed_now.family_name}
        words.append(
            difference("namn", f"{known.given_name} {known.family_name}".strip(), " ".join(filter(None, names)))
        )
    for field, label, comparable in _FIELDS:
        old, new = getattr(known, field), getattr(listed_now, field)
        if new and (not old or comparable(new) != comparable(old)):
            changes[field] = new
            words.append(difference(label, old or "", new))
    if listed_now.party is not known.party:
        changes["party"] = listed_now.party
        words.append(difference("part", _PARTY[known.party], _PARTY[listed_now.party]))
    if listed_now.deputy_id and listed_now.deputy_id != known.deputy_id:
        changes["deputy_id"] = listed_now.deputy_id
        words.append("ny ersättare")
    confirmed = listed_now.confirmed_on
    if confirmed and (known.confirmed_on is None or known.confirmed_on < confirmed):
        changes["confirmed_on"] = confirmed
        words.append(difference("bekräftad", known.confirmed_on or "", confirmed))
    return replace(known, **changes), words


def _plan_words(plan: Plan, file: ContactList, people: list[RowAction]) -> None:
    new, changed = people.count(RowAction.CREATE), people.count(RowAction.UPDATE)
    same = people.count(RowAction.MATCH)
    version = f", version {file.version.isoformat()}" if file.version else ""
    parts = [
        counted(new, "ny kontakt", "nya kontakter") if new else "",
        counted(changed, "ändrad", "ändrade") if changed else "",
        counted(same, "oförändrad", "oförändrade") if same else "",
    ]
    plan.headline = f"Kontaktförteckning{version}: {listed(parts) or 'inga kontakter'}"
    done = [
        f"{counted(new, 'kontakt', 'kontakter')} lades till" if new else "",
        f"{counted(changed, 'kontakt', 'kontakter')} ändrades" if changed else "",
    ]
    plan.sentence = "Allt fanns redan." if plan.changes_nothing else f"{listed(done) or 'Uppgifter lades till'}."

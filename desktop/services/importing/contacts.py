"""Plans the import of a contact list (R15–R18, R32)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contact import Contact, comparable_email, comparable_phone
from desktop.domain.contact_list import ContactList, ListedContact
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.known_again import KnownAgain, name_of
from desktop.domain.level import Party
from desktop.services.importing.plan import Areas, Plan, counted, difference, listed
from desktop.services.importing.roles import Roles, in_words

_PARTY = {Party.AGENCY: "myndigheten", Party.SSC: "SSC"}


def plan_contacts(
    file: ContactList, agreement: Agreement | None, areas: Iterable[ServiceArea], contacts: Iterable[Contact]
) -> Plan:
    """What importing the list would do: contacts are known again by e-mail, then by name within their party."""
    plan = Plan(problems=list(file.problems))
    _plan_agreement(plan, file, agreement)
    known_areas = Areas(areas, plan)
    register = KnownAgain(contacts, file.contacts)
    people: list[RowAction] = []
    for contact in file.contacts:
        people.append(_plan_contact(plan, file, contact, register, known_areas))
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


def _plan_contact(plan: Plan, file: ContactList, one: ListedContact, register: KnownAgain, areas: Areas) -> RowAction:
    known, namesakes = register.find(one)
    row = one.rows[0]
    if known is None:
        if namesakes:
            plan.problem(row, "Namn", f"{one.name} finns {namesakes} gånger i registret; en ny kontakt läggs till.")
        known = _new_contact(one, file)
        plan.new.append(known)
        Roles(known, areas, file.evidence).plan(one, plan)
        plan.row(row, RowAction.CREATE, one.name, in_words(one))
        return RowAction.CREATE
    changed, differences = _changed(known, one, file)
    if changed != known:
        plan.changed.append(changed)
    if name_of(changed) != name_of(known) and not known.is_mailbox:
        plan.problem(row, "Namn", f"E-postadressen har i registret {known.name}; kontrollera att det är samma person.")
    differences += Roles(known, areas, file.evidence).plan(one, plan)
    action = RowAction.UPDATE if differences else RowAction.MATCH
    plan.row(row, action, one.name, "; ".join(differences) or "finns redan")
    return action


def _new_contact(one: ListedContact, file: ContactList) -> Contact:
    return Contact(
        id=new_id(),
        party=one.party,
        given_name=one.given_name,
        family_name=one.family_name,
        title=one.title,
        phone=one.phone,
        mobile=one.mobile,
        email=one.email,
        function_email=one.function_email,
        confirmed_on=file.version,
    )


def _changed(known: Contact, one: ListedContact, file: ContactList) -> tuple[Contact, list[str]]:
    """The contact with what the file knows better, and each difference in words; what the file lacks is kept."""
    changes: dict[str, Any] = {}
    words: list[str] = []
    name = f"{one.given_name} {one.family_name}".strip()
    if name and (one.given_name, one.family_name) != (known.given_name, known.family_name):
        changes |= {"given_name": one.given_name, "family_name": one.family_name}
        words.append(difference("namn", f"{known.given_name} {known.family_name}".strip(), name))
    for field, label, comparable in (
        ("title", "titel", str.strip),
        ("phone", "telefon", comparable_phone),
        ("mobile", "mobil", comparable_phone),
        ("email", "e-post", comparable_email),
        ("function_email", "funktionsbrevlåda", comparable_email),
    ):
        old, new = getattr(known, field), getattr(one, field)
        if new and comparable(new) != comparable(old):
            changes[field] = new
            words.append(difference(label, old, new))
    if one.party is not known.party:
        changes["party"] = one.party
        words.append(difference("part", _PARTY[known.party], _PARTY[one.party]))
    if file.version and (known.confirmed_on is None or known.confirmed_on < file.version):
        changes["confirmed_on"] = file.version
        words.append(difference("bekräftad", known.confirmed_on or "", file.version))
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

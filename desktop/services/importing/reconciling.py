"""Plans what the register becomes when SSC's list has been compared and choices have been made (R17)."""

from dataclasses import replace

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.reconciling import Choices, Comparison
from desktop.domain.contacts.taking_over import TakingOver
from desktop.services.importing.plan import Plan


def plan_reconciling(comparison: Comparison, choices: Choices) -> Plan:
    """The values to write; what nobody accepted stays as it is."""
    plan = Plan()
    taking = TakingOver(comparison.file, comparison.areas, comparison.day)
    for person in comparison.persons:
        after = taking.accepted(person, choices)
        if after is not None:
            _write(plan, person.contact, after)
    plan.new[:0] = taking.areas.new
    return plan


def _write(plan: Plan, before: Contact | None, after: Contact) -> None:
    if before is None:
        plan.new.append(after)
    elif _bare(before) != _bare(after):
        plan.changed.append(after)
    known = {held.id: held for held in (*before.assignments, *before.orderer_rights)} if before else {}
    kept = (*after.assignments, *after.orderer_rights)
    plan.new += [held for held in kept if held.id not in known]
    plan.changed += [held for held in kept if held.id in known and held != known[held.id]]
    left = {held.id for held in kept}
    plan.gone += [held for key, held in known.items() if key not in left]


def _bare(contact: Contact) -> Contact:
    """The contact itself, without roles and rights."""
    return replace(contact, assignments=(), orderer_rights=())

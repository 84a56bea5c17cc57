"""How people are reached: mobiles, a deputy, particulars nobody has confirmed for long, and the functions to call."""

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.services.sample.stage import Stage


def add_reaching(stage: Stage) -> None:
    """Customer support and our data-protection officer, and more ways to reach some of the others."""
    _function(
        stage,
        "Kundsupport",
        Contact(id=new_id(), party=Party.SSC, phone="0771-456 010", email="kundsupport@ssc.example"),
    )
    officer = Contact(
        id=new_id(),
        party=Party.AGENCY,
        given_name="Dag",
        family_name="Lund",
        phone="08-123 45 70",
        function_email="dataskydd@exempelmyndigheten.example",
        confirmed_on=add_months(stage.day, -2),
    )
    _function(stage, "Dataskyddsombud", officer)
    records = {record.id: record for record in stage.records if isinstance(record, ContactRecord)}
    maria, tomas, per = (records[stage.contacts[name].id] for name in ("Maria", "Tomas", "Per"))
    maria.change(mobile="070-123 45 60", function_email="lon@ssc.example", deputy_id=tomas.id)
    per.change(mobile="070-123 45 56", confirmed_on=add_months(stage.day, -14))


def _function(stage: Stage, function: str, contact: Contact) -> None:
    role = Assignment(id=new_id(), contact_id=contact.id, function=function, starts_on=add_months(stage.day, -40))
    stage.records += [ContactRecord.of(contact), AssignmentRecord.of(role)]

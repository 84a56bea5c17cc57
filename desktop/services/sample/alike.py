"""Contacts that look alike: one person who came into the list twice, and two who only have the same name."""

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.services.sample.stage import Stage


def add_alike(stage: Stage) -> None:
    """Åsa once more, as somebody wrote her down from a phone call, and another Sara Berg."""
    asa = Contact(
        id=new_id(),
        party=Party.AGENCY,
        given_name="Asa",
        family_name="Ångström",
        title="Ekonom",
        phone="08-1234562",
        mobile="070-123 45 62",
        notes="Nås säkrast på mobilen.",
    )
    held = Assignment(
        id=new_id(),
        contact_id=asa.id,
        level=Level.OPERATIONAL,
        area_id=stage.areas["Ekonomi"].id,
        starts_on=add_months(stage.day, -20),
        ends_on=add_months(stage.day, -8),
    )
    sara = Contact(
        id=new_id(),
        party=Party.AGENCY,
        given_name="Sara",
        family_name="Berg",
        title="Upphandlare",
        phone="08-123 45 81",
        email="sara.berg2@exempelmyndigheten.example",
        confirmed_on=add_months(stage.day, -3),
    )
    stage.records += [ContactRecord.of(asa), AssignmentRecord.of(held), ContactRecord.of(sara)]
    for record in stage.records:
        if isinstance(record, ContactRecord) and record.id == stage.contacts["Ali"].id:
            record.change(deputy_id=asa.id)

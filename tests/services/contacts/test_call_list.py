"""Whom to call in a matter, from a real register."""

from datetime import date

import pytest

from desktop.domain.contacts.call_list import CallReason
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import MatterKind
from desktop.domain.rule_settings import RuleSetting
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.contact_list import RuleSettingRecord
from desktop.services.contacts.call_list import CallList
from tests.services.conftest import Register

DAY = date(2026, 12, 1)


def test_the_register_gives_both_sides_and_the_name_of_the_area(register: Register) -> None:
    pay = register.area("Lön")
    matter = register.matter("2026-1", MatterKind.DEFICIENCY, Level.TACTICAL, area_id=pay)
    anna = register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL, area_id=pay)
    per = register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    sheet = CallList(register.database).of(matter.id, DAY)
    level = next(group for group in sheet.groups if group.reason is CallReason.LEVEL)
    assert sheet.area_name == "Lön"
    assert [callee.contact.id for callee in level.ours.callees] == [anna.id]
    assert [callee.contact.id for callee in level.theirs.callees] == [per.id]


def test_the_agency_says_when_particulars_are_stale(register: Register) -> None:
    matter = register.matter("2026-1", MatterKind.QUESTION, Level.STRATEGIC)
    eva = Contact(id=new_id(), party=Party.SSC, given_name="Eva", confirmed_on=date(2025, 6, 1))
    role = Assignment(id=new_id(), contact_id=eva.id, level=Level.STRATEGIC)
    register.put(ContactRecord.of(eva), AssignmentRecord.of(role))
    calls = CallList(register.database)
    assert calls.of(matter.id, DAY).groups[0].theirs.callees[0].is_stale
    register.put(RuleSettingRecord.of(RuleSetting(id=new_id(), name="stale_after_months", value=24)))
    assert not calls.of(matter.id, DAY).groups[0].theirs.callees[0].is_stale


def test_a_matter_that_is_gone_is_told(register: Register) -> None:
    with pytest.raises(InputError, match="finns inte längre"):
        CallList(register.database).of(new_id(), DAY)

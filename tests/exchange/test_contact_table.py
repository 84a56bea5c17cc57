"""The contact list as a table of ours: whatever stands in it comes back, from a text file and from a workbook."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRight, ListedRole
from desktop.domain.level import Level, Party
from desktop.exchange.contact_table import contact_table
from desktop.exchange.incoming import read_file
from desktop.exchange.tables_out import OutTable, delimited_file, workbook_file
from tests.contact_strategies import AREAS, CONTACTS
from tests.exchange.making import text_file

Write = Callable[[OutTable], bytes]
AGENCY = "Exempelmyndigheten"
QUIET = settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ANNA = Contact(id=UUID(int=1), party=Party.AGENCY, given_name="Anna", family_name="Ek", notes="Rad 1\nRad 2")
BO = Contact(id=UUID(int=2), party=Party.SSC, given_name="Bo", email="bo@ssc.example", deputy_id=ANNA.id)


def there_and_back(folder: Path, write: Write, contacts: list[Contact]) -> ContactList:
    content = read_file(text_file(folder, write(contact_table(contacts, AGENCY, AREAS, with_notes=True)), "fil"))
    assert isinstance(content, ContactList)
    return content


def listed(contact: Contact, everyone: list[Contact]) -> ListedContact:
    ids = [one.id for one in everyone]
    return ListedContact(
        rows=(),
        party=contact.party,
        given_name=contact.given_name,
        family_name=contact.family_name,
        title=contact.title,
        phone=contact.phone,
        mobile=contact.mobile,
        email=contact.email,
        function_email=contact.function_email,
        notes=contact.notes,
        confirmed_on=contact.confirmed_on,
        ended_on=contact.ended_on,
        deputy=ids.index(contact.deputy_id) if contact.deputy_id else None,
        roles=tuple(
            ListedRole(
                level=role.level,
                function=role.function,
                area=AREAS[role.area_id] if role.area_id else "",
                starts_on=role.starts_on,
                ends_on=role.ends_on,
            )
            for role in contact.assignments
        ),
        rights=tuple(
            ListedRight(
                area=AREAS[right.area_id] if right.area_id else "",
                kind=right.kind,
                starts_on=right.starts_on,
                ends_on=right.ends_on,
                limit=right.limit,
                evidence=right.evidence,
            )
            for right in contact.orderer_rights
        ),
    )


def test_the_largest_list_comes_back_whole(tmp_path: Path) -> None:
    many = [replace(ANNA, id=UUID(int=number), family_name=f"Ek {number}") for number in range(1, 20_001)]
    content = there_and_back(tmp_path, delimited_file, many)
    assert not content.problems
    assert [one.family_name for one in content.contacts] == [one.family_name for one in many]


@pytest.mark.parametrize("write", [delimited_file, workbook_file])
@QUIET
@given(st.lists(CONTACTS, min_size=1, max_size=4, unique_by=lambda one: one.id), st.data())
@example([ANNA, BO], None)
def test_whatever_a_contact_is_comes_back(
    tmp_path: Path, write: Write, contacts: list[Contact], data: st.DataObject | None
) -> None:
    if data is not None:
        ids = st.none() | st.sampled_from([one.id for one in contacts])
        contacts = [replace(one, deputy_id=data.draw(ids)) for one in contacts]
    content = there_and_back(tmp_path, write, contacts)
    assert [replace(one, rows=()) for one in content.contacts] == [listed(one, contacts) for one in contacts]
    assert content.is_own
    assert content.left_out == ()
    assert [problem for problem in content.problems if "personnummer" not in problem.sentence] == []


def test_a_table_that_was_worked_on_is_read_too(tmp_path: Path) -> None:
    table = contact_table([ANNA, BO], AGENCY, AREAS, with_notes=False)
    place = {words: column for column, words in enumerate(table.headings)}
    anna, bo = (list(row) for row in table.rows)
    bo[place["Ersättare"]] = "anna ek"
    new: list[object] = [None] * len(anna)
    new[place["Förnamn"]], new[place["Nivå / funktion"]] = "Cia", "Behörig beställare"
    new[place["Beställningstyp"]], new[place["Högsta belopp"]] = "Allt möjligt", "mycket"
    new[place["Gäller fr.o.m."]], new[place["Ersättare"]] = "i våras", "Ingen"
    stray: list[object] = [None] * len(anna)
    stray[place["Underlag"]] = "En anteckning"
    rows = tuple(tuple(row) for row in (anna, bo, new, stray))
    content = read_file(text_file(tmp_path, workbook_file(replace(table, rows=rows)), "fil"))  # type: ignore[arg-type]
    assert isinstance(content, ContactList)
    assert [(one.name, one.deputy) for one in content.contacts] == [("Anna Ek", None), ("Bo", 0), ("Cia", None)]
    assert content.contacts[2].rights == (ListedRight(),)
    assert [(row.row, row.text) for row in content.left_out] == [(5, "En anteckning")]
    assert [(problem.row, problem.column) for problem in content.problems] == [
        (4, "Gäller fr.o.m."), (4, "Beställningstyp"), (4, "Högsta belopp"), (4, "Ersättare"),
    ]  # fmt: skip


def test_rows_of_a_person_are_held_together_by_their_number_alone(tmp_path: Path) -> None:
    role = Assignment(id=UUID(int=3), contact_id=ANNA.id, level=Level.TACTICAL, starts_on=date(2024, 1, 1))
    twice = replace(ANNA, assignments=(role, replace(role, level=Level.OPERATIONAL)))
    namesake = replace(ANNA, id=UUID(int=9), title="Någon annan")
    content = there_and_back(tmp_path, delimited_file, [twice, namesake])
    assert [(one.rows, one.title, len(one.roles)) for one in content.contacts] == [
        ((2, 4), "", 2),
        ((6,), "Någon annan", 0),
    ]

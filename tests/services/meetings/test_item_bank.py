"""The bank of each level: kept, aged, lifted, proposed, and back again when an agenda lets go of it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop.domain.level import Level
from desktop.domain.meetings.agenda import SourceKind
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.item_bank import LONGEST_TITLE, ItemBank
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 11, 24)


@pytest.fixture
def bank(register: Register) -> ItemBank:
    return ItemBank(register.database, lambda: TODAY)


@pytest.fixture
def meeting(register: Register) -> UUID:
    return Meetings(register.database).create(tactical_meeting())


def banked(register: Register, meeting: UUID) -> list[tuple[str, str]]:
    offered = Agendas(register.database).proposals(meeting)
    return [(p.title, p.reason) for p in offered if p.source.kind is SourceKind.BANK]


def test_what_waits_is_proposed_at_its_level_with_its_age(bank: ItemBank, register: Register, meeting: UUID) -> None:
    bank.add("  Ny rutin \n för attest ", Level.TACTICAL)
    bank.add("Långsiktig plan", Level.STRATEGIC)
    assert banked(register, meeting) == [
        ("Ny rutin för attest", "Lades i punktbanken 24\u00a0november\u00a02026 och har då väntat 7 dagar.")
    ]


def test_the_longest_waiting_comes_first_in_each_level(register: Register) -> None:
    for title, level, days in (("a", Level.STRATEGIC, 9), ("b", Level.OPERATIONAL, 1), ("c", Level.OPERATIONAL, 5)):
        ItemBank(register.database, lambda days=days: TODAY - timedelta(days=days)).add(title, level)
    assert [item.title for item in ItemBank(register.database).waiting()] == ["c", "b", "a"]


def test_what_an_agenda_has_waits_no_more_until_the_agenda_lets_go(
    bank: ItemBank, register: Register, meeting: UUID
) -> None:
    agendas = Agendas(register.database)
    key = bank.add("Ny rutin", Level.TACTICAL)
    agendas.accept(meeting, [f"bank:{key}"])
    assert bank.waiting() == ()
    [item] = [item for item in agendas.get(meeting) if item.title == "Ny rutin"]
    agendas.remove(item.id)
    assert [each.id for each in bank.waiting()] == [key]


def test_it_is_lifted_to_another_level_with_its_age_and_its_history(bank: ItemBank, register: Register) -> None:
    history = History(register.database)
    key = bank.add("Ny rutin", Level.OPERATIONAL)
    bank.change(key, level=Level.TACTICAL, note="Behöver beslut")
    [item] = bank.waiting()
    assert (item.level, item.added_on, item.note) == (Level.TACTICAL, TODAY, "Behöver beslut")
    assert {entry.field for entry in history.of(key)} >= {"level", "note", "title"}
    history.undo()
    assert bank.waiting()[0].level is Level.OPERATIONAL


def test_removing_can_be_undone(bank: ItemBank, register: Register) -> None:
    history = History(register.database)
    key = bank.add("Ny rutin", Level.TACTICAL)
    bank.remove(key)
    assert bank.waiting() == ()
    history.undo()
    assert [item.id for item in bank.waiting()] == [key]


def test_what_makes_no_title_is_refused(bank: ItemBank) -> None:
    with pytest.raises(InputError, match="rubrik"):
        bank.add(" \n ", Level.TACTICAL)
    with pytest.raises(InputError, match="högst"):
        bank.add("x" * (LONGEST_TITLE + 1), Level.TACTICAL)
    key = bank.add("Ny rutin", Level.TACTICAL)
    bank.remove(key)
    with pytest.raises(InputError, match="inte längre"):
        bank.change(key, note="x")

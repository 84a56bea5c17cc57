"""The lines of a history in Swedish words."""

from datetime import UTC, datetime
from uuid import UUID

from desktop.domain.history import Act, HistoryEntry
from desktop.domain.identity import new_id
from desktop.views.history_lines import history_lines

AT = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)


def entry(act: Act, record: UUID, field: str, old: str, new: str, kind: str = "agenda") -> HistoryEntry:
    return HistoryEntry(at=AT, who="Eva", act=act, kind=kind, record_id=record, field=field, old=old, new=new)


def test_a_move_is_one_line_from_where_to_where(qapp: object) -> None:
    act = Act("agenda.move", "Avgifter")
    steps = [("0", "1"), ("3", "0"), ("1", "2"), ("2", "3")]
    lines = history_lines([entry(act, new_id(), "position", *step) for step in steps])
    assert [tuple(line) for line in lines] == [
        ("2026-12-01 13.30", "Eva", "Flytta punkt ”Avgifter”", "Ordning", "4", "1")
    ]


def test_codes_are_told_in_words_and_keys_are_left_out(qapp: object) -> None:
    act, record = Act("agenda.change", "Avgifter"), new_id()
    lines = history_lines([
        entry(act, record, "kind", "information", "decision"),
        entry(act, record, "origin", "", "matter:1"),
        entry(act, record, "presenter_role", "us", "chair"),
    ])  # fmt: skip
    assert [line[3:] for line in lines] == [("Typ", "Information", "Beslut"), ("Föredrar", "Vi", "Ordförande")]


def test_a_record_that_came_or_went_is_one_line_with_its_name(qapp: object) -> None:
    act, record = Act("meeting.uninvite", "Per"), new_id()
    lines = history_lines([
        entry(act, record, "id", str(record), ""),
        entry(act, record, "title", "Enhetschef", ""),
        entry(act, record, "name", "Per", ""),
    ])  # fmt: skip
    assert [line[2:] for line in lines] == [("Ta bort deltagare ”Per”", "Togs bort", "Per", "")]


def test_many_accepted_proposals_are_counted(qapp: object) -> None:
    lines = history_lines([entry(Act("agenda.accept", "13"), new_id(), "id", "", "x")])
    assert lines[0].what == "Lägg till 13 förslag"


def test_private_words_never_get_here(qapp: object) -> None:
    lines = history_lines([entry(Act("agenda.prepare", "Avgifter"), new_id(), "text", "förr", "nu")])
    assert [tuple(line[2:]) for line in lines] == [("Skriv förberedelse till punkt ”Avgifter”", "Text", "", "")]


def test_the_title_of_a_person_is_no_heading(qapp: object) -> None:
    act = Act("contact.change", "Anna Öst")
    (line,) = history_lines([entry(act, new_id(), "title", "Chef", "Ekonomichef", kind="contact")])
    assert tuple(line[2:]) == ("Ändra kontakt ”Anna Öst”", "Titel", "Chef", "Ekonomichef")


def test_a_role_that_came_is_told_by_its_level(qapp: object) -> None:
    act, record = Act("contact.assign", "Anna Öst"), new_id()
    (line,) = history_lines([
        entry(act, record, "id", "", str(record), kind="contact"),
        entry(act, record, "level", "", "tactical", kind="contact"),
        entry(act, record, "starts_on", "", "2026-12-01", kind="contact"),
    ])  # fmt: skip
    assert tuple(line[2:]) == ("Ge uppdrag till ”Anna Öst”", "Tillkom", "", "Taktisk")

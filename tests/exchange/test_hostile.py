"""Whatever a file holds, only a sentence comes out: nothing else is raised and nothing takes for ever."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.errors import FileError
from desktop.exchange.incoming import read_file
from desktop.exchange.plain_text import plain_line, plain_passage, shown_name
from tests.data_files import CARDS, CONTACTS, INVITATION, MATTERS
from tests.exchange.making import CONTACT_HEADER, MATTER_HEADER, delimited, text_file

QUIET = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from([
    "\x00", "\u202e", "\ud7ff", "\ufeff", '"', ";", "\n", "\r", "=cmd|'/c'!A0", "<b>", "&a;", "å" * 5000, "-1",
    "1e999", "9" * 5000, "0001-01-01", "9999-12-31", "a@b.c", "mailto:", "Taktisk", "Behörig beställare", "١٢٣",
])  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=4).map("".join))


def survives(content: bytes, folder: Path) -> None:
    path = text_file(folder, content, "fil")
    try:
        read_file(path)
    except FileError as error:
        assert error.what  # noqa: PT017 - either outcome is right
        assert error.remedy  # noqa: PT017


@QUIET
@given(st.binary(max_size=2000))
@example(b"PK\x05\x06" + bytes(18))
@example(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:00000000T000000\nEND:VEVENT\nEND:VCALENDAR")
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    survives(content, tmp_path)


@QUIET
@given(st.sampled_from([CONTACTS, MATTERS, INVITATION, *sorted(CARDS.iterdir())]), st.data())
def test_real_files_with_damage(tmp_path: Path, original: Path, data: st.DataObject) -> None:
    content = bytearray(original.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    survives(bytes(content), tmp_path)


@QUIET
@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]), st.data()
)
def test_workbooks_with_damage_inside(tmp_path: Path, part: str, data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(CONTACTS) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == part:
                place = data.draw(st.integers(0, len(content) - 1))
                inserted = data.draw(st.sampled_from([b"", b"<", b"9999999999", b"&x;", b'"', b"-1", b"A", b"</c>"]))
                content = content[:place] + inserted + content[place + data.draw(st.integers(0, 9)) :]
            new.writestr(entry, content)
    survives(buffer.getvalue(), tmp_path)


@QUIET
@given(st.sampled_from([CONTACT_HEADER, MATTER_HEADER]), st.lists(st.lists(HOSTILE, max_size=11), max_size=5))
def test_tables_of_anything(tmp_path: Path, header: list[str], rows: list[list[str]]) -> None:
    content = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    survives(delimited(tmp_path, [*content[:1], header, *content]).read_bytes(), tmp_path)


PROPERTY = st.sampled_from([
    "DTSTART", "DTEND", "DURATION", "RRULE", "SEQUENCE", "UID", "SUMMARY", "DESCRIPTION", "ATTENDEE", "ORGANIZER",
    "RECURRENCE-ID", "STATUS", "DTSTART;TZID=X", "DTSTART;VALUE=DATE", "ATTENDEE;CN=", "END", "BEGIN",
])  # fmt: skip


@QUIET
@given(st.lists(st.tuples(PROPERTY, HOSTILE), max_size=8))
def test_calendars_of_anything(tmp_path: Path, lines: list[tuple[str, str]]) -> None:
    body = "".join(f"{name}:{value}\r\n" for name, value in lines)
    whole = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T120000Z\r\n{body}END:VEVENT\r\nEND:VCALENDAR\r\n"
    survives(whole.encode("utf-8", "replace"), tmp_path)


@given(st.text())
def test_plain_text_is_plain(written: str) -> None:
    line, passage = plain_line(written), plain_passage(written)
    assert plain_line(line) == line
    assert plain_passage(passage) == passage
    assert "\n" not in line
    for text in (line, passage):
        text.encode()
        assert not set(text) & {"\x00", "\x1b", "\u202e", "\u2066", "\ufeff", "\u200b"}
    assert len(shown_name(written)) <= 80


def test_letters_put_together_from_parts_are_the_same_letters() -> None:
    assert plain_line("A\u030asa  O\u0308hrn") == "Åsa Öhrn"


@pytest.mark.parametrize("rows", [19_000])
def test_long_lists_are_read_within_seconds(rows: int, tmp_path: Path) -> None:
    people = (
        [None, "Operativ", "Lön", f"Efternamn{n}", "Anna", "", "", f"a{n}@x.example", "2020-01-01"] for n in range(rows)
    )
    content = read_file(delimited(tmp_path, [CONTACT_HEADER, *people]))
    assert len(getattr(content, "contacts", ())) == rows

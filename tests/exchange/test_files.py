"""What a file is, by its content; what cannot be used gets a sentence that says what, where and what to do."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.exchange import files, zips
from desktop.exchange.files import Form, open_file
from tests.data_files import CONTACTS, INVITATION, MATTERS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def refused(path: Path) -> str:
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert caught.value.remedy
    return str(caught.value)


@pytest.mark.parametrize(
    ("path", "form"), [(CONTACTS, Form.WORKBOOK), (MATTERS, Form.TEXT), (INVITATION, Form.CALENDAR)]
)
def test_the_name_says_nothing(path: Path, form: Form, tmp_path: Path) -> None:
    other = tmp_path / "bild.png"
    other.write_bytes(path.read_bytes())
    assert open_file(other).form is form


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "är tom"),
        (b"\xef\xbb\xbf \r\n\x00", "är tom"),
        (b"%PDF-1.7\n...", "en PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "en bild"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "en bild"),
        (b"<!DOCTYPE html><html></html>", "en webbsida"),
        (b"\x7fELF" + bytes(100), "ett program"),
        (bytes(range(256)) * 4, "känns igen"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "skyddad med lösenord"),
        (OLE + "Workbook".encode("utf-16-le"), "en äldre Excelfil (.xls)"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "ett meddelande från Outlook"),
        (OLE + "WordDocument".encode("utf-16-le"), "ett äldre Worddokument"),
        (zipped(word__document_xml=b"<w/>"), "ett Worddokument"),
        (zipped(anything=b"x"), "en packad fil"),
        (CONTACTS.read_bytes()[:3000], "skadad eller ofullständig"),
        (b"PK\x03\x04", "skadad eller ofullständig"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_named(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "fil.xlsx"
    path.write_bytes(content)
    sentence = refused(path)
    assert words in sentence
    assert "fil.xlsx" in sentence


def test_a_folder_a_missing_file_and_a_pipe(tmp_path: Path) -> None:
    assert "är en mapp" in refused(tmp_path)
    assert "finns inte längre" in refused(tmp_path / "borta.csv")
    os.mkfifo(tmp_path / "rör")
    assert "ingen vanlig fil" in refused(tmp_path / "rör")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "låst.csv"
    path.write_text("Nr;Rubrik")
    path.chmod(0)
    assert "får inte läsas" in refused(path)


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "stor.csv"
    with path.open("wb") as stream:
        stream.truncate(files.LARGEST_FILE + 1)
    assert "för stor: 20 MB" in refused(path)


def test_zip_bombs_are_refused_by_their_list_of_contents(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(zipped(xl__workbook_xml=bytes(8 * 1024 * 1024)))
    assert "orimligt mycket" in refused(path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(zips.MOST_ENTRIES + 1):
            archive.writestr(f"xl/{number}", b"")
    path.write_bytes(buffer.getvalue())
    assert "orimligt mycket" in refused(path)


def test_a_locked_zip_says_so(tmp_path: Path) -> None:
    content = bytearray(zipped(xl__workbook_xml=b"<x/>"))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    path = tmp_path / "låst.xlsx"
    path.write_bytes(content)
    assert "skyddad med lösenord" in refused(path)


def test_a_hostile_name_cannot_break_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / f"rad\nbrytning\u202egnp.{'x' * 150}"
    path.write_bytes(b"%PDF-")
    sentence = refused(path)
    assert "\n" not in sentence
    assert "\u202e" not in sentence
    assert len(sentence) < 300

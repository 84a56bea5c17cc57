"""Files kept with a meeting: what comes in, what is kept of it, and what comes out again."""

import os
import tracemalloc
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from desktop.domain.attachment import Attachment, AttachmentPurpose, AttachmentRow, Filing
from desktop.domain.history import Act
from desktop.errors import FileError, InputError, StoreError
from desktop.exchange.attached import attached_file
from desktop.models.attachment import CONTENT
from desktop.models.change import ChangeRecord
from desktop.services.attachments import REMEMBERED, Attachments, rows_of
from desktop.services.history import History
from desktop.services.meetings.meetings import Meetings
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 24)
MB = 1024 * 1024


class Files:
    """The service, a meeting, and short ways to make files."""

    def __init__(self, register: Register, folder: Path) -> None:
        self.database = register.database
        self.folder = folder
        folder.mkdir()
        self.moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
        self.service = Attachments(register.database, lambda: DAY, lambda: self.moment)
        self.history = History(register.database)
        self.meetings = Meetings(register.database)
        self.meeting = self.meetings.create(tactical_meeting())

    def make(self, name: str = "dagordning.pdf", content: bytes = b"%PDF-1.7 ...") -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def add(self, name: str = "dagordning.pdf", content: bytes = b"%PDF-1.7 ...") -> Attachment:
        self.moment += timedelta(minutes=1)
        return self.service.add(self.meeting, self.make(name, content))

    def replace(self, key: UUID, content: bytes) -> Attachment:
        self.moment += timedelta(minutes=1)
        return self.service.replace(key, self.make("dagordning ny.pdf", content))

    def contents(self) -> int:
        """How many contents the register keeps."""
        with self.database.reading() as session:
            return session.scalar(select(func.count(CONTENT.c.digest.distinct()))) or 0


@pytest.fixture
def files(register: Register, tmp_path: Path) -> Files:
    return Files(register, tmp_path / "filer")


def test_a_file_is_copied_with_hash_origin_and_date(files: Files):
    content = os.urandom(2 * MB + 5)
    filing = Filing(purpose=AttachmentPurpose.NOTES, received=True, sender=" SSC ", dated_on=date(2026, 11, 20))
    made = files.service.add(files.meeting, files.make("anteckningar.pdf", content), filing)
    (row,) = files.service.of(files.meeting)
    assert row == AttachmentRow(newest=made)
    assert (made.name, made.size, made.digest) == ("anteckningar.pdf", len(content), sha256(content).hexdigest())
    assert (made.purpose, made.received, made.sender) == (AttachmentPurpose.NOTES, True, "SSC")
    assert (made.dated_on, made.added_at) == (date(2026, 11, 20), files.moment)
    (files.folder / "anteckningar.pdf").unlink()
    assert files.service.content(made.id) == content


def test_without_a_day_it_is_todays(files: Files):
    assert files.add().dated_on == DAY


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=1, max_size=100), st.integers(1, 3 * MB))
def test_the_pieces_of_a_file_are_the_file(tmp_path_factory: pytest.TempPathFactory, unit: bytes, size: int):
    content = (unit * (size // len(unit) + 1))[:size]
    path = tmp_path_factory.mktemp("bitar") / "x.bin"
    path.write_bytes(content)
    with attached_file(path) as file:
        pieces = list(file.pieces())
    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= MB
    assert (file.size, file.digest) == (size, sha256(content).hexdigest())


def test_a_file_of_200_mb_is_refused_before_memory_is_taken(files: Files):
    path = files.make("film.mp4", b"")
    os.truncate(path, 200 * MB)
    tracemalloc.start()
    try:
        with pytest.raises(FileError) as refused:
            files.service.add(files.meeting, path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "film.mp4" in refused.value.what
    assert "200,0\u00a0MB" in refused.value.what
    assert "50\u00a0MB" in refused.value.remedy
    assert "registret går snabbt att kopiera" in refused.value.remedy
    assert peak < MB // 2
    assert files.service.of(files.meeting) == ()


def test_a_large_file_never_lies_in_memory_as_a_whole(files: Files):
    path = files.make("bild.png", os.urandom(24 * MB))
    tracemalloc.start()
    try:
        made = files.service.add(files.meeting, path)
        out = files.service.write_out(made.id, files.folder / "ut.png")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert out.read_bytes() == path.read_bytes()
    assert peak < 8 * MB


def test_a_file_just_as_large_as_allowed_is_taken(files: Files):
    path = files.make("stor.pdf", b"")
    os.truncate(path, 50 * MB)
    with attached_file(path) as file:
        assert file.size == 50 * MB
    os.truncate(path, 50 * MB + 1)
    with pytest.raises(FileError, match="för stor"), attached_file(path):
        pass


@pytest.mark.parametrize(
    ("name", "what"),
    [("tom.pdf", "är tom"), ("mapp", "är en mapp"), ("borta.pdf", "finns inte längre"), ("rör", "ingen vanlig fil")],
)
def test_what_cannot_be_attached_is_told_in_a_sentence(files: Files, name: str, what: str):
    files.make("tom.pdf", b"")
    (files.folder / "mapp").mkdir()
    if name == "rör":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes here")
        os.mkfifo(files.folder / "rör")
    with pytest.raises(FileError, match=what) as refused:
        files.service.add(files.meeting, files.folder / name)
    assert refused.value.remedy


def test_a_file_that_may_not_be_read_is_told_in_a_sentence(files: Files, monkeypatch: pytest.MonkeyPatch):
    path = files.make()

    def refuse(*_values: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # an administrator, who may run the tests, is never refused
    with pytest.raises(FileError, match="får inte läsas"):
        files.service.add(files.meeting, path)


def test_a_file_that_changes_while_it_is_read_is_not_kept(files: Files):
    path = files.make("växer.txt", b"a" * 3 * MB)
    with attached_file(path) as file:
        path.write_bytes(b"b" * 3 * MB)
        with pytest.raises(FileError, match="ändrades medan den lästes"):
            list(file.pieces())
    with attached_file(path) as file:
        os.truncate(path, MB)
        with pytest.raises(FileError, match="ändrades medan den lästes"):
            list(file.pieces())


def test_a_meeting_that_is_gone_gets_no_file_and_nothing_is_kept(files: Files):
    files.meetings.remove(files.meeting)
    with pytest.raises(InputError, match="Mötet finns inte"):
        files.add()
    assert files.contents() == 0


def test_the_same_content_is_kept_once(files: Files):
    first, second = files.add("a.pdf", b"samma"), files.add("b.pdf", b"samma")
    assert first.digest == second.digest
    assert files.contents() == 1
    files.service.remove(first.id)
    assert files.service.content(second.id) == b"samma"


def test_nothing_of_a_file_can_be_read_in_the_registers_files(files: Files, tmp_path: Path):
    marker = b"HEMLIG-MARKERING-4711"
    made = files.add("hemlig.txt", marker * 100_000)
    kept = list(tmp_path.glob("register.db*"))
    assert {path.name for path in kept} >= {"register.db", "register.db-wal"}
    assert sum(path.stat().st_size for path in kept) > 2 * MB
    for path in kept:
        assert marker not in path.read_bytes(), path.name
        assert marker.decode().encode("utf-16-le") not in path.read_bytes(), path.name
    assert marker in files.service.content(made.id)


# Changing


def test_what_is_known_of_a_file_can_be_changed_and_its_ending_stays(files: Files):
    made = files.add("scan0001.pdf")
    files.service.change(made.id, name="Dagordning", sender="Per", purpose=AttachmentPurpose.AGENDA, received=True)
    files.service.change(made.id, dated_on=date(2026, 11, 1))
    changed = files.service.get(made.id)
    assert (changed.name, changed.sender, changed.purpose) == ("Dagordning.pdf", "Per", AttachmentPurpose.AGENDA)
    assert (changed.received, changed.dated_on) == (True, date(2026, 11, 1))
    files.service.change(made.id, name="../Kallelse.PDF")
    assert files.service.get(made.id).name == "Kallelse.PDF"
    with pytest.raises(InputError, match="behöver ett namn"):
        files.service.change(made.id, name="  ")
    files.history.undo()
    assert files.service.get(made.id).name == "Dagordning.pdf"


def test_a_new_version_takes_the_place_and_the_earlier_ones_stay(files: Files):
    first = files.add(content=b"ett")
    files.service.change(first.id, purpose=AttachmentPurpose.AGENDA, sender="SSC", received=True)
    second = files.replace(first.id, b"tva")
    third = files.replace(first.id, b"tre")  # asked of a version that has been replaced already
    (row,) = files.service.of(files.meeting)
    assert row.newest == third
    assert row.number == 3
    assert [one.id for one in row.earlier] == [second.id, first.id]
    assert {one.replaced_by for one in row.earlier} == {third.id}
    assert (third.purpose, third.sender, third.received) == (AttachmentPurpose.AGENDA, "SSC", True)
    assert [files.service.content(one.id) for one in (first, second, third)] == [b"ett", b"tva", b"tre"]
    files.history.undo()
    (row,) = files.service.of(files.meeting)
    assert (row.newest.id, [one.id for one in row.earlier]) == (second.id, [first.id])


def test_a_version_that_is_no_other_is_refused(files: Files):
    first = files.add(content=b"ett")
    with pytest.raises(InputError, match="likadan"):
        files.replace(first.id, b"ett")
    assert [row.number for row in files.service.of(files.meeting)] == [1]


def test_removing_takes_all_versions_and_undo_brings_them_back_with_their_bytes(files: Files):
    first = files.add(content=b"ett")
    second = files.replace(first.id, b"tva")
    files.service.remove(second.id)
    assert files.service.of(files.meeting) == ()
    with pytest.raises(InputError, match="finns inte längre"):
        files.service.content(second.id)
    files.history.undo()
    (row,) = files.service.of(files.meeting)
    assert (row.newest.id, row.number) == (second.id, 2)
    assert files.service.content(first.id) == b"ett"
    assert files.service.content(second.id) == b"tva"


def test_an_earlier_version_can_be_removed_alone(files: Files):
    first = files.add(content=b"ett")
    second = files.replace(first.id, b"tva")
    files.service.remove(first.id)
    assert files.service.of(files.meeting) == (AttachmentRow(newest=second),)


def test_a_removed_meeting_comes_back_with_its_files(files: Files):
    first = files.add(content=b"ett")
    files.replace(first.id, b"tva")
    files.meetings.remove(files.meeting)
    assert files.service.of(files.meeting) == ()
    files.history.undo()
    assert [row.number for row in files.service.of(files.meeting)] == [2]
    assert files.service.content(first.id) == b"ett"


def test_undone_adding_can_be_done_again(files: Files):
    made = files.add(content=b"ett")
    files.history.undo()
    assert files.service.of(files.meeting) == ()
    files.history.redo()
    assert files.service.content(made.id) == b"ett"


@given(st.integers(0, 5), st.integers(0, 5))
def test_every_version_is_shown_once(alone: int, replaced: int):
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    keys = [UUID(int=number) for number in range(1, alone + replaced + 2)]
    made = [
        Attachment(id=key, meeting_id=None, name="x", size=1, digest="0", added_at=moment, dated_on=DAY) for key in keys
    ]
    newest = made[-1]
    old = [Attachment(**{name: getattr(one, name) for name in one.__slots__} | {"replaced_by": newest.id})
           for one in made[:replaced]]  # fmt: skip
    rows = rows_of([*old, *made[replaced:]])
    shown = [one.id for row in rows for one in (row.newest, *row.earlier)]
    assert sorted(shown) == keys
    assert [row.number for row in rows if row.newest == newest] == [replaced + 1]


# Writing out


def test_a_file_is_written_out_whole_and_private_where_that_is_wanted(files: Files):
    content = os.urandom(MB + 1)
    made = files.add("a.bin", content)
    out = files.folder / "ut" / "a.bin"
    out.parent.mkdir()
    files.service.write_out(made.id, out, private=True)
    assert out.read_bytes() == content
    assert [path.name for path in out.parent.iterdir()] == ["a.bin"]
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o600
    files.service.write_out(made.id, out)  # what is there is replaced
    assert out.read_bytes() == content


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(files: Files):
    made = files.add()
    with pytest.raises(FileError, match="gick inte att skriva"):
        files.service.write_out(made.id, files.folder / "borta" / "x.pdf")


def test_damaged_bytes_are_never_handed_out(files: Files):
    made = files.add(content=b"helt")
    with files.database.writing(Act("test.damage")) as session:
        session.connection().execute(update(CONTENT).values(piece=b"delt"))
    out = files.folder / "ut.pdf"
    out.write_bytes(b"det som fanns")
    with pytest.raises(StoreError, match="skadad"):
        files.service.write_out(made.id, out)
    assert out.read_bytes() == b"det som fanns"
    assert not list(files.folder.glob(".*"))
    with pytest.raises(StoreError, match="skadad"):
        files.service.content(made.id)


# Sweeping


def test_what_was_removed_is_forgotten_after_a_month_and_not_before(files: Files):
    kept, gone = files.add("kvar.pdf", b"kvar"), files.add("bort.pdf", b"bort")
    files.service.remove(gone.id)
    with files.database.reading() as session:
        removed_at = session.scalars(select(ChangeRecord.at).order_by(ChangeRecord.at.desc())).first()
        changes = session.scalar(select(func.count(ChangeRecord.id)))
    assert removed_at is not None
    files.moment = removed_at + REMEMBERED
    assert files.service.sweep() == 0
    assert files.contents() == 2
    files.moment += timedelta(seconds=1)
    assert files.service.sweep() == 1
    assert files.contents() == 1
    assert files.service.content(kept.id) == b"kvar"
    assert files.service.sweep() == 0
    with files.database.reading() as session:
        assert session.scalar(select(func.count(ChangeRecord.id))) == changes


def test_a_content_that_someone_else_has_is_not_forgotten(files: Files):
    first, second = files.add("a.pdf", b"samma"), files.add("b.pdf", b"samma")
    files.service.remove(first.id)
    files.moment += REMEMBERED * 40
    assert files.service.sweep() == 0
    assert files.service.content(second.id) == b"samma"

"""The tab of the attached files, worked with keys and mouse on a real register."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.domain.attachment import Attachment, AttachmentPurpose, AttachmentRow
from desktop.views.documents.attached_files import AttachedFiles
from desktop.views.history_lines import history_lines
from desktop.views.meetings.attachments.tab import AttachmentsTab
from desktop.views.meetings.meeting_tabs import Tab
from tests.views.meetings.conftest import Hands, press, type_text


class Files:
    """The tab of an empty meeting, with a folder of files beside it."""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self.hands = hands
        self.folder = folder
        self.key = hands.open()
        hands.page.view.show_tab(Tab.ATTACHMENTS)
        hands.settle()
        self.opened: list[Attachment] = []
        self.saved: list[Attachment] = []
        hands.page.attachment_opened.connect(self.opened.append)
        hands.page.attachment_saved.connect(self.saved.append)

    @property
    def tab(self) -> AttachmentsTab:
        return self.hands.page.view.attachments

    def make(self, name: str, content: bytes = b"%PDF-1.7") -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def attach(self, *names: str) -> None:
        self.tab.attach([self.make(name, name.encode()) for name in names])
        self.hands.settle()

    def cells(self) -> list[tuple[str, ...]]:
        return [row.cells for row in self.tab.model.rows]

    def stored(self) -> tuple[AttachmentRow, ...]:
        self.hands.settle()
        return self.hands.services.attachments.of(self.key)

    def choose(self, path: Path) -> None:
        """Answer the file chooser that has been opened."""
        dialog = self.hands.page.window().findChild(QFileDialog, "attachDialog")
        assert dialog is not None
        dialog.filesSelected.emit([str(path)])
        dialog.reject()
        self.hands.settle()

    def button(self, name: str) -> QPushButton:
        found = self.hands.find(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def combo(self, name: str) -> QComboBox:
        found = self.hands.find(QComboBox, name)
        assert isinstance(found, QComboBox)
        return found


@pytest.fixture
def files(hands: Hands, tmp_path: Path) -> Files:
    folder = tmp_path / "filer"
    folder.mkdir()
    return Files(hands, folder)


def test_an_empty_tab_says_what_belongs_there_and_offers_the_first_step(files: Files):
    assert files.tab._empty.isVisible()
    assert not files.tab.table.isVisible()
    assert files.hands.page.view.tabs.title(Tab.ATTACHMENTS) == "Bilagor"
    files.tab._empty.action.click()
    files.choose(files.make("Dagordning.pdf"))
    assert files.tab.table.isVisible()
    assert files.hands.page.view.tabs.title(Tab.ATTACHMENTS) == "Bilagor 1"
    (row,) = files.stored()
    assert row.newest.purpose is AttachmentPurpose.AGENDA, "as its name tells"
    assert [cell for cell in files.cells()[0] if cell[:2] != "20"] == [
        "Dagordning.pdf", "Dagordning", "Egen fil", "8\u00a0byte", "1",
    ]  # fmt: skip
    assert files.hands.messages[-1] == ("”Dagordning.pdf” är bifogad.", "good", True)


def test_several_files_are_attached_in_one_step_and_a_bad_one_holds_up_none(files: Files):
    large = files.make("film.mp4", b"")
    os.truncate(large, 200 * 1024 * 1024)
    files.tab.attach([files.make("a.txt"), large, files.make("b.txt", b"b")])
    files.hands.settle()
    assert [row.newest.name for row in files.stored()] == ["a.txt", "b.txt"]
    sentence, tone, undoable = files.hands.messages[-1]
    assert sentence.startswith("2 filer är bifogade. Filen film.mp4 är för stor")
    assert (tone, undoable) == ("warning", True)
    files.hands.undo()
    assert files.stored() == ()
    files.tab.attach([large])
    files.hands.settle()
    assert files.hands.messages[-1][1:] == ("danger", False)


def test_enter_and_a_double_click_open_and_delete_removes_with_undo(files: Files):
    files.attach("a.txt", "b.txt")
    files.tab.table.setFocus()
    press(files.tab.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(files.tab.table, Qt.Key.Key_Return)
    assert [one.name for one in files.opened] == ["a.txt"]
    where = files.tab.table.visualRect(files.tab.model.index(1, 0)).center()
    QTest.mouseClick(files.tab.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(files.tab.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [one.name for one in files.opened] == ["a.txt", "b.txt"]
    QTest.mouseDClick(files.tab.table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(files.opened) == 2
    press(files.tab.table, Qt.Key.Key_Delete)
    assert [row.newest.name for row in files.stored()] == ["a.txt"]
    assert files.hands.messages[-1] == ("”b.txt” är borttagen.", "info", True)
    files.hands.undo()
    assert [row.newest.name for row in files.stored()] == ["a.txt", "b.txt"]


def test_what_is_known_of_a_file_saves_itself(files: Files):
    files.attach("a.txt")
    sender = files.hands.field("attachment-sender")
    assert not sender.isEnabled(), "an own file has no sender"
    origin, purpose = files.combo("attachmentReceived"), files.combo("attachmentPurpose")
    for combo, place in ((origin, 1), (purpose, 1)):
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
    assert sender.isEnabled()
    sender.setFocus()
    type_text(sender, "Per på SSC")
    day = files.hands.field("attachment-dated_on")
    for field, text in ((day, "2026-11-02"), (files.hands.field("attachment-name"), "Läst.txt")):
        field.setFocus()
        field.selectAll()
        type_text(field, text)
    files.tab.table.setFocus()
    (row,) = files.stored()
    one = row.newest
    assert (one.name, one.sender, one.received) == ("Läst.txt", "Per på SSC", True)
    assert (one.purpose, one.dated_on.isoformat()) == (AttachmentPurpose.NOTES, "2026-11-02")
    assert files.cells() == [("Läst.txt", "Anteckningar", "Per på SSC", "2026-11-02", "5\u00a0byte", "1")]


@pytest.mark.parametrize(("name", "text"), [("name", "  "), ("dated_on", "någon gång")])
def test_what_cannot_be_saved_is_said_beside_the_field(files: Files, name: str, text: str):
    files.attach("a.txt")
    before = files.stored()
    field = files.hands.field(f"attachment-{name}")
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    files.tab.table.setFocus()
    assert files.stored() == before
    assert field.accessibleDescription()


def test_a_new_version_takes_the_place_and_the_earlier_can_be_opened_saved_and_removed(files: Files):
    files.attach("a.txt")
    first = files.stored()[0].newest
    files.button("replaceAttachment").click()
    files.choose(files.make("a2.txt", b"nyare"))
    assert files.cells()[0][0] == "a2.txt"
    assert files.cells()[0][-1] == "2"
    assert files.hands.field("attachment-name").text() == "a2.txt"
    assert files.tab.versions.isVisible()
    names = [button.accessibleName() for button in files.tab.versions.findChildren(QPushButton)]
    assert names == ["Öppna version 1", "Spara version 1 som …", "Ta bort version 1"]
    for button in files.tab.versions.findChildren(QPushButton)[:2]:
        button.click()
    assert [one.id for one in (*files.opened, *files.saved)] == [first.id, first.id]
    files.tab.versions.findChildren(QPushButton)[2].click()
    assert files.stored()[0].earlier == ()
    assert not files.tab.versions.isVisible()


def test_the_buttons_below_the_table_do_the_same_by_keyboard(files: Files):
    files.attach("a.txt", "b.txt")
    for name in ("openAttachment", "saveAttachment", "removeAttachment"):
        button = files.button(name)
        button.setFocus()
        press(button, Qt.Key.Key_Return)
    assert [one.name for one in (*files.opened, *files.saved)] == ["b.txt", "b.txt"]
    assert [row.newest.name for row in files.stored()] == ["a.txt"]


def test_the_whole_hash_can_be_read(files: Files):
    files.attach("a.txt")
    digest = files.stored()[0].newest.digest
    assert any(label.text() == digest for label in files.tab.findChildren(QLabel) if label.isVisible())


def test_typing_for_one_file_never_lands_in_another(files: Files):
    files.attach("a.txt", "b.txt")
    files.tab.table.selectRow(0)
    name = files.hands.field("attachment-name")
    name.setFocus()
    name.selectAll()
    type_text(name, "först.txt")
    files.tab.table.selectRow(1)
    assert sorted(row.newest.name for row in files.stored()) == ["b.txt", "först.txt"]
    other = files.hands.meeting(day=2)
    name.setFocus()
    name.selectAll()
    type_text(name, "sist.txt")
    files.hands.page.open_meeting(other)
    assert sorted(row.newest.name for row in files.stored()) == ["först.txt", "sist.txt"]
    assert files.tab._empty.isVisible()


def test_files_from_elsewhere_are_attached_to_the_meeting_on_screen(files: Files):
    page = files.hands.page
    page.view.show_tab(Tab.AGENDA)
    assert not page.looks_at_attachments()
    page.attach([files.make("a.txt")])
    files.hands.settle()
    assert page.looks_at_attachments()
    assert [row.newest.name for row in files.stored()] == ["a.txt"]


# Opening and saving


class Outside:
    """What hands files to other programs, with a stand-in for those programs."""

    def __init__(self, files: Files, folder: Path) -> None:
        hands = files.hands
        self.folder = folder
        self.messages: list[tuple[str, str, bool]] = []
        self.seen: list[Path] = []
        self.answer = True
        self.out = AttachedFiles(hands.tasks, hands.services.attachments, folder, hands.page, hands.page)
        self.out.message.connect(lambda *message: self.messages.append(message))
        self.out.open_in_program = self.take

    def take(self, path: Path) -> bool:
        self.seen.append(path)
        return self.answer


@pytest.fixture
def outside(files: Files, tmp_path: Path) -> Outside:
    return Outside(files, tmp_path / "drafts" / "opened")


def one_of(files: Files, name: str) -> Attachment:
    files.attach(name)
    return files.stored()[-1].newest


def test_a_private_copy_is_opened_by_its_own_program(files: Files, outside: Outside):
    made = one_of(files, "Dagordning åäö.pdf")
    for _ in range(2):
        outside.out.open(made)
        files.hands.settle()
    first, second = outside.seen
    assert first != second, "the copy before may be changed in its program"
    assert first.name == "Dagordning åäö.pdf"
    assert first.read_bytes() == "Dagordning åäö.pdf".encode()
    if os.name == "posix":
        assert first.stat().st_mode & 0o777 == 0o600
        assert {each.stat().st_mode & 0o777 for each in (outside.folder, first.parent)} == {0o700}
    assert "kopia" in outside.messages[-1][0]
    outside.answer = False
    outside.out.open(made)
    files.hands.settle()
    assert outside.messages[-1][1] == "warning"


@pytest.mark.parametrize(
    "name", ["gåva.exe", "start.bat", "sida.html", "makro.docm", "okänd", "x.pdf.lnk", "skript.SH"]
)
def test_what_could_be_a_program_is_not_opened(files: Files, outside: Outside, name: str):
    outside.out.open(one_of(files, name))
    files.hands.settle()
    assert outside.seen == []
    assert not outside.folder.exists()
    assert "Spara filen om du litar på avsändaren" in outside.messages[-1][0]


def test_any_file_can_be_saved_where_the_user_wants(files: Files, outside: Outside, tmp_path: Path):
    made = one_of(files, "gåva.exe")
    outside.out.save(made)
    dialog = files.hands.page.findChild(QFileDialog, "attachmentSaveDialog")
    assert dialog is not None
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "ut.exe"))
    dialog.reject()
    files.hands.settle()
    assert (tmp_path / "ut.exe").read_bytes() == "gåva.exe".encode()
    assert outside.messages == [("Bilagan är sparad som ”ut.exe”.", "good", False)]


def test_every_field_has_a_name_and_tab_walks_through_them(files: Files):
    files.attach("a.txt")
    files.combo("attachmentReceived").setCurrentIndex(1)
    files.combo("attachmentReceived").activated.emit(1)
    files.tab.table.setFocus()
    walked: list[str] = []
    for _ in range(12):
        press(files.hands.page.focusWidget(), Qt.Key.Key_Tab)
        walked.append(files.hands.page.focusWidget().objectName())
        if walked[-1] == "attachment-sender":
            break
    assert walked == ["attachFile", "openAttachment", "saveAttachment", "replaceAttachment", "removeAttachment",
                      "attachment-name", "attachment-dated_on", "attachmentPurpose", "attachmentReceived",
                      "attachment-sender"]  # fmt: skip
    for field in (*files.tab.detail.findChildren(QLineEdit), *files.tab.detail.findChildren(QComboBox)):
        assert field.accessibleName(), field.objectName()


def test_a_key_of_another_meeting_shows_its_own_files(files: Files):
    files.attach("a.txt")
    other = files.hands.meeting(day=2)
    files.hands.page.open_meeting(other)
    files.hands.settle()
    assert files.cells() == []
    files.hands.page.open_meeting(files.key)
    files.hands.settle()
    assert [cells[0] for cells in files.cells()] == ["a.txt"]


def test_the_history_names_files_and_shows_no_keys(files: Files):
    files.attach("a.txt")
    files.button("replaceAttachment").click()
    files.choose(files.make("a2.txt", b"nyare"))
    files.combo("attachmentReceived").activated.emit(1)
    files.hands.settle()
    lines = history_lines(files.hands.services.history.of(files.key))
    told = [(line.what, line.field, line.old, line.new) for line in lines if "bila" in line.what or "fil" in line.what]
    assert told == [
        ("Ändra bilaga ”a2.txt”", "Mottagen", "nej", "ja"),
        ("Ersätt bilaga ”a2.txt”", "Tillkom", "", "a2.txt"),
        ("Bifoga fil ”a.txt”", "Tillkom", "", "a.txt"),
    ]

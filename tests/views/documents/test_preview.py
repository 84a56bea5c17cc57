"""The preview of a document: pages, sizes, saving and printing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.document import DocumentRequest, FinishedDocument, PageImage, Paper, WayOut
from desktop.domain.identity import new_id
from desktop.errors import FileError
from desktop.views.documents.page_view import image_of
from desktop.views.documents.pages import Pages
from desktop.views.documents.preview import DocumentPreview
from desktop.views.documents.saving import with_suffix, write_document
from tests.views.registers import Desk, shown

CTRL = Qt.KeyboardModifier.ControlModifier


def pdf_of(pages: int) -> bytes:
    """A PDF with a line of text and a black box on each page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number in range(1, pages + 1):
        if number > 1:
            writer.newPage()
        painter.drawText(1000, 1000, f"Rad nummer {number}")
        painter.fillRect(3000, 4000, 2000, 1000 * number, Qt.GlobalColor.black)
    painter.end()
    return buffer.data().data()


def black_box(page: PageImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is black on a page."""
    image = image_of(page)
    black = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).value() < 40]
    across, down = [x for x, _ in black], [y for _, y in black]
    return min(across), min(down), max(across), max(down)


@pytest.fixture
def document() -> FinishedDocument:
    return FinishedDocument(file_name="Dagordning 2026-12-01.pdf", title="Dagordning", pdf=pdf_of(2))


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot, document: FinishedDocument) -> DocumentPreview:
    made = shown(qtbot, DocumentPreview(desk.tasks, desk.documents))
    made.open_document(document)
    desk.settle()
    return made


def pages(preview: DocumentPreview) -> Pages:
    found = preview.findChild(Pages)
    assert found is not None
    return found


def said_by(preview: DocumentPreview) -> list[tuple[str, str, bool]]:
    said: list[tuple[str, str, bool]] = []
    preview.message.connect(lambda *words: said.append(words))
    return said


def place(preview: DocumentPreview) -> str:
    return preview.findChild(QLabel, "documentPlace").text()


def test_every_page_is_a_graphic_that_tells_its_number_and_text(preview: DocumentPreview) -> None:
    views = pages(preview).views
    assert [view.accessibleName() for view in views] == ["Sida 1 av 2", "Sida 2 av 2"]
    assert ["Rad nummer" in view.accessibleDescription() for view in views] == [True, True]
    interface = QAccessible.queryAccessibleInterface(views[0])
    assert interface.role() == QAccessible.Role.Graphic


def test_the_page_that_is_read_is_counted(preview: DocumentPreview) -> None:
    assert place(preview) == "Sida 1 av 2"
    bar = pages(preview).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert place(preview) == "Sida 2 av 2"


def test_pages_follow_the_width_until_a_size_is_chosen(preview: DocumentPreview, qtbot: QtBot) -> None:
    view = pages(preview).views[0]
    room = pages(preview).viewport().width()
    assert room - 60 < view.width() <= room
    preview.resize(800, 700)
    assert view.width() <= pages(preview).viewport().width()
    qtbot.keyClick(pages(preview), Qt.Key.Key_0, CTRL)
    assert view.width() == pytest.approx(8.27 * 96, abs=2)
    preview.resize(1000, 700)
    assert view.width() == pytest.approx(8.27 * 96, abs=2)
    qtbot.mouseClick(preview.findChild(QPushButton, "zoomWidth"), Qt.MouseButton.LeftButton)
    assert view.width() > 8.27 * 96


def test_plus_and_minus_change_the_size_in_steps(preview: DocumentPreview, qtbot: QtBot) -> None:
    shows = pages(preview)
    qtbot.keyClick(shows, Qt.Key.Key_0, CTRL)
    qtbot.keyClick(shows, Qt.Key.Key_Plus, CTRL)
    assert shows.zoom == 1.25
    qtbot.keyClick(shows, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(shows, Qt.Key.Key_Minus, CTRL)
    assert shows.zoom == 0.8
    assert preview.findChild(QLabel, "documentZoom").text() == "80\u00a0%"
    for _ in range(20):
        qtbot.keyClick(shows, Qt.Key.Key_Minus, CTRL)
    assert shows.zoom == 0.5


def test_escape_and_the_button_close(preview: DocumentPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.closed, timeout=500):
        qtbot.keyClick(pages(preview), Qt.Key.Key_Escape)
    with qtbot.waitSignal(preview.closed, timeout=500):
        qtbot.keyClick(preview.findChild(QPushButton, "documentClose"), Qt.Key.Key_Space)


def test_it_says_that_nothing_private_is_in_it(preview: DocumentPreview) -> None:
    assert preview.findChild(QLabel, "documentNothingPrivate").text() == "Inga privata anteckningar ingår"


def test_a_document_that_may_leave_the_house_is_sent_from_here(
    preview: DocumentPreview, document: FinishedDocument, qtbot: QtBot
) -> None:
    send, asked = preview.findChild(QPushButton, "documentMail"), list[DocumentRequest]()
    preview.mail_asked.connect(asked.append)
    assert not send.isVisible(), "nobody asked for it, so nobody knows whom it is for"
    request = DocumentRequest(paper=Paper.BINDER, meeting_id=new_id())
    preview.open_document(replace(document, request=replace(request, paper=Paper.BRIEF)))
    assert not send.isVisible(), "what is for our own eyes stays inside"
    preview.open_document(replace(document, request=request))
    qtbot.keyClick(send, Qt.Key.Key_Space)
    assert asked == [replace(request, way=WayOut.MAIL)]


def test_saving_asks_for_a_place_without_blocking_and_writes_the_bytes(
    preview: DocumentPreview, desk: Desk, document: FinishedDocument, tmp_path: Path, qtbot: QtBot
) -> None:
    said = said_by(preview)
    qtbot.keyClick(preview.findChild(QPushButton, "documentSave"), Qt.Key.Key_Space)
    dialog = preview.findChild(QFileDialog, "documentSaveDialog")
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name == document.file_name
    dialog.fileSelected.emit(str(tmp_path / "Min dagordning"))
    dialog.reject()
    desk.settle()
    assert (tmp_path / "Min dagordning.pdf").read_bytes() == document.pdf
    assert said == [("Dokumentet är sparat som ”Min dagordning.pdf”.", "good", False)]


def test_a_place_that_cannot_be_written_is_told(preview: DocumentPreview, desk: Desk, tmp_path: Path) -> None:
    said = said_by(preview)
    preview.ask_where_to_save()
    dialog = preview.findChild(QFileDialog, "documentSaveDialog")
    dialog.fileSelected.emit(str(tmp_path / "finns inte" / "dagordning.pdf"))
    dialog.reject()
    desk.settle()
    sentence, tone, _ = said[0]
    assert tone == "danger"
    assert sentence.startswith("Det gick inte att spara ”dagordning.pdf” i mappen ”finns inte”.")


def test_a_failed_save_leaves_the_old_file_and_nothing_half(
    document: FinishedDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "dagordning.pdf"
    target.write_bytes(b"den gamla")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError):
        write_document(document, target)
    assert [path.name for path in tmp_path.iterdir()] == ["dagordning.pdf"]
    assert target.read_bytes() == b"den gamla"


def test_a_name_without_an_ending_gets_one() -> None:
    assert with_suffix("/m/a.b").name == "a.b.pdf"
    assert with_suffix("/m/a.PDF").name == "a.PDF"


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


@pytest.mark.parametrize(("first", "last", "sheets"), [(0, 0, 2), (2, 2, 1)])
def test_the_chosen_pages_are_printed(
    preview: DocumentPreview,
    desk: Desk,
    document: FinishedDocument,
    tmp_path: Path,
    first: int,
    last: int,
    sheets: int,
) -> None:
    said = said_by(preview)
    printer = printer_to(tmp_path / "utskrift.pdf")
    printer.setFromTo(first, last)
    preview.print_on(printer)
    desk.settle()
    assert said == [("Dokumentet har skickats till skrivaren.", "good", False)]
    printed = FinishedDocument(file_name="", title="", pdf=(tmp_path / "utskrift.pdf").read_bytes())
    drawn = desk.documents.pages(printed, 72)
    assert len(drawn) == sheets
    wanted = desk.documents.pages(document, 72)[max(first - 1, 0)]
    assert black_box(drawn[0]) == pytest.approx(black_box(wanted), abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told(preview: DocumentPreview, desk: Desk, tmp_path: Path) -> None:
    said = said_by(preview)
    preview.print_on(printer_to(tmp_path / "finns inte" / "utskrift.pdf"))
    desk.settle()
    assert [tone for _, tone, _ in said] == ["danger"]


def test_the_document_asked_for_last_is_the_one_shown(
    preview: DocumentPreview, desk: Desk, document: FinishedDocument
) -> None:
    preview.open_document(document)
    preview.open_document(FinishedDocument(file_name="b.pdf", title="Den andra", pdf=pdf_of(3)))
    desk.settle()
    assert len(pages(preview).views) == 3
    assert preview.findChild(QLabel, "pageTitle").text() == "Den andra"

"""The whole program in one process: window, engine, register, keychain; driven as a user would."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.dates import today
from desktop.domain.meetings.agenda import SourceKind
from desktop.engine import Engine
from desktop.paths import Paths
from desktop.program import Program
from desktop.settings import Settings
from desktop.tasks import Tasks
from desktop.views.agreement.form import AgreementForm
from desktop.views.followups.page import FollowupsPage
from desktop.views.importing.panel import ImportPanel
from desktop.views.main_window import MainWindow
from desktop.views.theme import Theme
from desktop.views.unlock.panel import UnlockPanel

DATA = Path(__file__).parent / "data"
PATIENCE = 20_000


class Running:
    """A started program and what a user sees of it."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, *, sample: bool = False) -> None:
        self._qtbot = qtbot
        self.window = MainWindow(theme)
        qtbot.addWidget(self.window)
        self.tasks = Tasks(self.window)
        self.bugs: list[BaseException] = []
        self.tasks.bug.connect(self.bugs.append)
        self.paths = Paths.chosen(folder, demo=sample)
        self.program = Program(self.window, self.tasks, self.paths, Settings(), sample=sample)
        self.program.add_views()
        self.window.show()
        self.program.wake()

    @property
    def engine(self) -> Engine:
        assert self.program._engine is not None
        return self.program._engine

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)
        assert not self.bugs

    def shown(self, kind: type[QWidget]) -> QWidget | None:
        return next((widget for widget in self.window.findChildren(kind) if widget.isVisible()), None)

    def named(self, name: str) -> QWidget:
        found = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
        assert found, name
        return found[0]

    def press(self, name: str) -> None:
        button = self.named(name)
        assert isinstance(button, QAbstractButton)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def says(self) -> str:
        """Every word on screen outside lists and tables."""
        return " ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def rows(self, name: str) -> list[str]:
        view = self.named(name)
        assert isinstance(view, QListView | QTableView)
        model = view.model()
        column = 1 if isinstance(view, QTableView) else 0
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def close(self) -> None:
        self.window.close()


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme(qapp)  # type: ignore[arg-type]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def make(**choices: bool) -> Running:
        started.append(Running(qtbot, theme, tmp_path / "data", **choices))
        return started[-1]

    yield make
    for running in started:
        running.close()


def test_the_sample_register_opens_filled(start: Callable[..., Running]) -> None:
    running = start(sample=True)
    running.until(lambda: "Exempelmyndigheten" in running.says())
    running.until(lambda: "Taktiskt samverkansmöte" in running.says())
    assert "Exempelregister, inte skyddat" in running.says()
    assert not running.shown(AgreementForm)


def test_contacts_count_what_asks_for_attention_and_one_less_when_all_are_confirmed(
    start: Callable[..., Running],
) -> None:
    running = start(sample=True)
    counted: list[str] = []
    running.until(lambda: running.program._workspace and "Exempelmyndigheten" in running.says())
    running.until(lambda: counter(running) and (counted.append(counter(running)) or True))
    freshness, contacts = running.engine.freshness, running.engine.contacts
    running.tasks.run(
        lambda: freshness.confirm([each.id for each in contacts.all()], today()), running.window, lambda _count: None
    )
    running.until(lambda: counter(running) != counted[-1])
    assert int(counter(running)) == int(counted[-1]) - 1


def counter(running: Running) -> str:
    """What stands behind "Kontakter" in the navigation."""
    names = [button.accessibleName() for button in running.window.findChildren(QAbstractButton)]
    return next((name.partition(", ")[2] for name in names if name.startswith("Kontakter")), "")


def test_a_file_dropped_while_an_agenda_is_compared_is_that_agenda(
    start: Callable[..., Running], tmp_path: Path
) -> None:
    running = start(sample=True)
    agenda = tmp_path / "dagordning.txt"
    agenda.write_text("Dagordning:\n1. Öppnande\n2. Dubbla löneutbetalningar\n", encoding="utf-8")
    running.until(lambda: running.program._workspace and running.program._workspace.meetings.shows_meeting())
    workspace = running.program._workspace
    assert workspace is not None
    way = workspace.meetings.view.agenda.way
    way.begin_comparing()
    assert running.window.drop_words is not None
    assert "jämföra" in running.window.drop_words([agenda])
    running.window.files_dropped.emit([agenda])
    running.until(lambda: "Dubbla löneutbetalningar" in way.comparing.text.toPlainText())
    running.until(way.comparing._keep.isEnabled)


def test_dropped_files_are_attached_beside_a_meetings_files_and_else_read(
    start: Callable[..., Running], tmp_path: Path
) -> None:
    running = start(sample=True)
    running.until(lambda: running.window.findChild(QLabel, "pageTitle") and "Taktiskt" in running.says())
    note, table = tmp_path / "protokoll.pdf", DATA / "arendelista.csv"
    note.write_bytes(b"%PDF-1.7")
    assert running.window.drop_words is not None
    assert running.window.drop_words([note]) == "Släpp filen här för att bifoga den till mötet"
    assert running.window.drop_words([table]) == ""
    running.window.files_dropped.emit([note])
    running.until(lambda: "”protokoll.pdf” är bifogad." in running.says())
    assert "Släpp filerna" in running.window.drop_words([table, note])
    running.window.files_dropped.emit([table])  # beside the files even what could be read is attached
    running.until(lambda: "”arendelista.csv” är bifogad." in running.says())
    assert "arendelista.csv" in str(running.rows("attachmentsTable")) or running.named("attachmentDetail")
    running.window.show_page("contacts")
    assert running.window.drop_words([note]) == ""
    running.window.files_dropped.emit([table])
    running.until(lambda: running.shown(ImportPanel))


@pytest.mark.usefixtures("secret_service")
def test_a_new_register_is_encrypted_private_and_welcomes(start: Callable[..., Running]) -> None:
    running = start()
    running.until(lambda: running.shown(AgreementForm))
    assert "Krypterad" in running.says()
    running.close()
    assert running.paths.database.stat().st_mode & 0o777 == 0o600
    assert running.paths.data_dir.stat().st_mode & 0o777 == 0o700
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(running.paths.database) as plain:
        plain.execute("SELECT count(*) FROM sqlite_master")


@pytest.mark.usefixtures("secret_service")
def test_the_register_opens_again_with_the_key_in_the_keyring(start: Callable[..., Running]) -> None:
    first = start()
    first.until(lambda: first.shown(AgreementForm))
    first.close()
    second = start()
    second.until(lambda: second.shown(AgreementForm))
    assert not second.shown(UnlockPanel)


@pytest.mark.usefixtures("empty_bus")
def test_without_a_keyring_the_program_asks_for_a_passphrase_and_says_why(
    start: Callable[..., Running], qtbot: QtBot
) -> None:
    first = start()
    first.until(lambda: first.shown(UnlockPanel))
    assert "nyckelring" in first.says()
    give(qtbot, first, "korrekt häst batteri", twice=True)
    first.until(lambda: first.shown(AgreementForm))
    first.close()

    second = start()
    second.until(lambda: second.shown(UnlockPanel))
    give(qtbot, second, "fel lösenfras här")
    second.until(lambda: "stämmer inte" in second.says() or "fel" in second.says().lower())
    assert not second.shown(AgreementForm)
    give(qtbot, second, "korrekt häst batteri")
    second.until(lambda: second.shown(AgreementForm))


def give(qtbot: QtBot, running: Running, passphrase: str, *, twice: bool = False) -> None:
    panel = running.shown(UnlockPanel)
    assert isinstance(panel, UnlockPanel)
    running.named("passphrase").setText(passphrase)  # type: ignore[attr-defined]
    if twice:
        running.named("passphraseAgain").setText(passphrase)  # type: ignore[attr-defined]
    qtbot.keyClick(running.named("passphraseAgain" if twice else "passphrase"), Qt.Key.Key_Return)


@pytest.mark.usefixtures("secret_service")
def test_the_three_files_become_an_agenda(start: Callable[..., Running]) -> None:
    running = start()
    running.until(lambda: running.shown(AgreementForm))
    names = ("kallelse-taktiskt-mote.ics", "arendelista.csv", "kontaktforteckning-2026-09-02.xlsx")
    running.window.files_dropped.emit([DATA / name for name in names])
    for _ in names:
        running.until(lambda: running.shown(ImportPanel) and button(running, "importAccept"))
        assert not running.engine.meetings.rows()  # nothing before the yes
        running.press("importAccept")
    running.until(lambda: "Taktiskt samverkansmöte SSC - Exempelmyndigheten" in running.says())
    services = running.engine
    (row,) = services.meetings.rows()
    assert services.agendas.proposals(row.id)


def button(running: Running, name: str) -> QWidget | None:
    return next((found for found in running.window.findChildren(QWidget, name) if found.isVisible()), None)


def test_what_cannot_be_imported_is_said_in_a_sentence(start: Callable[..., Running], tmp_path: Path) -> None:
    running = start(sample=True)
    running.until(lambda: "Exempelmyndigheten" in running.says())
    (tmp_path / "bild.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    running.window.files_dropped.emit([tmp_path / "bild.xlsx"])
    running.until(lambda: "bild.xlsx" in running.window.messages.sentence)


def test_what_was_said_of_a_file_goes_when_another_is_read(start: Callable[..., Running], tmp_path: Path) -> None:
    running = start(sample=True)
    running.until(lambda: "Exempelmyndigheten" in running.says())
    (tmp_path / "tom.csv").touch()
    running.window.files_dropped.emit([tmp_path / "tom.csv"])
    running.until(lambda: "tom.csv" in running.window.messages.sentence)
    running.window.files_dropped.emit([DATA / "arendelista.csv"])
    assert not running.window.messages.sentence


def test_a_newer_register_is_refused_with_a_sentence(start: Callable[..., Running]) -> None:
    first = start(sample=True)
    first.until(lambda: "Exempelmyndigheten" in first.says())
    first.close()
    first.paths.vault.write_text("{}", encoding="utf-8")
    second = start(sample=True)
    second.until(lambda: second.shown(UnlockPanel))
    assert "nyckelfil är skadad" in second.says()
    assert first.paths.database.exists()


def test_undo_reaches_every_page(start: Callable[..., Running]) -> None:
    running = start(sample=True)
    running.until(lambda: "Exempelmyndigheten" in running.says())
    services = running.engine
    meeting = services.meetings.rows()[0]
    before = services.agendas.get(meeting.id)
    running.tasks.run(lambda: services.agendas.remove(before[1].id), running.window, lambda _: None)
    running.until(running.window.undo_action.isEnabled)
    assert before[1].title in running.window.undo_action.text()
    running.window.undo_action.trigger()
    running.until(lambda: services.agendas.get(meeting.id) == before)


def test_every_source_of_an_item_opens(start: Callable[..., Running]) -> None:
    running = start(sample=True)
    running.until(lambda: running.program._engine and running.program._engine._services)
    services = running.engine
    meeting = services.meetings.rows()[0].id
    sources = {proposal.source.kind: proposal.source for proposal in services.agendas.proposals(meeting)}
    sources |= {item.source.kind: item.source for item in services.agendas.get(meeting)}
    workspace = running.program._workspace
    assert workspace is not None

    workspace.pages.open_source(sources[SourceKind.ORDER])
    running.until(lambda: "Beställning B-" in running.window.messages.sentence)
    workspace.pages.open_source(sources[SourceKind.ACTION])
    running.until(lambda: running.window.current_page == "followups" and running.shown(FollowupsPage))
    running.window.show_page("meetings")
    workspace.pages.open_source(sources[SourceKind.RECEIVED])
    running.until(lambda: "Välkomna till mötet" in everything_said(running))
    workspace.pages.open_source(sources[SourceKind.MATTER])
    running.until(lambda: running.window.current_page == "matters" and "Incidentrapport saknas" in running.says())
    workspace.pages.open_source(sources[SourceKind.REPETITION])
    running.until(lambda: len(running.rows("matterList")) == 3)
    workspace.pages.open_source(sources[SourceKind.CONTACTS])
    assert running.window.current_page == "contacts"
    workspace.pages.open_source(sources[SourceKind.ITEM])
    running.until(lambda: workspace.meetings.view.meeting_id == sources[SourceKind.ITEM].id)
    assert running.window.current_page == "meetings"


def everything_said(running: Running) -> str:
    texts = [view.toPlainText() for view in running.window.findChildren(QPlainTextEdit) if view.isVisible()]
    return " ".join([running.says(), *texts])


def test_files_chosen_in_the_dialog_are_read(start: Callable[..., Running], qtbot: QtBot) -> None:
    running = start(sample=True)
    running.until(lambda: running.program._engine and running.program._engine._services)
    running.window.import_chosen.emit()
    running.until(lambda: running.window.findChild(QFileDialog, "importDialog"))
    dialog = running.window.findChild(QFileDialog, "importDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(DATA))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText('"arendelista.csv"')
    qtbot.keyClick(field, Qt.Key.Key_Return)
    running.until(lambda: running.shown(ImportPanel) and button(running, "importAccept"))
    assert "arendelista.csv" in running.says()


def test_undo_offered_for_one_act_is_withdrawn_by_the_next(start: Callable[..., Running]) -> None:
    running = start(sample=True)
    running.until(lambda: running.program._engine and running.program._engine._services)
    services, bar = running.engine, running.window.messages
    meeting = services.meetings.rows()[0].id
    running.until(lambda: running.program._workspace and running.program._workspace.meetings.view.meeting_id)
    tab = running.program._workspace.meetings.view.agenda  # type: ignore[union-attr]
    running.until(lambda: tab.model.rowCount() == 4)
    tab._remove(0)
    running.until(lambda: bar.isVisible() and "borttagen" in bar.sentence)
    offered = bar.findChild(QAbstractButton, "messageAction")
    assert offered is not None
    assert offered.isVisible()
    running.tasks.run(lambda: services.agendas.add(meeting, "Ny punkt"), running.window, lambda _: None)
    running.until(lambda: not offered.isVisible())
    assert "borttagen" in bar.sentence


@pytest.mark.parametrize("wanted", ["actions.xlsx", "decisions.csv"])
def test_lists_are_saved_as_tables_where_the_user_wants(
    start: Callable[..., Running], tmp_path: Path, wanted: str
) -> None:
    running = start(sample=True)
    running.until(lambda: running.program._engine and running.program._engine._services)
    panels = running.program._workspace._panels  # type: ignore[union-attr]
    panels.export_followups(wanted)
    running.until(lambda: running.window.findChild(QFileDialog, "fileSaveDialog"))
    dialog = running.window.findChild(QFileDialog, "fileSaveDialog")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / f"lista.{wanted.split('.')[1]}"
    dialog.fileSelected.emit(str(target))
    running.until(lambda: "sparad" in running.window.messages.sentence)
    assert target.stat().st_size > 100
    dialog.reject()


def test_the_action_list_is_looked_at_before_it_is_saved(start: Callable[..., Running]) -> None:
    running = start(sample=True)
    running.until(lambda: running.program._engine and running.program._engine._services)
    running.program._workspace._panels.export_followups("actions.pdf")  # type: ignore[union-attr]
    running.until(lambda: running.window.findChild(QFileDialog, "documentSaveDialog"))
    running.until(lambda: "Sida 1 av" in running.says())
    running.window.findChild(QFileDialog, "documentSaveDialog").reject()  # type: ignore[union-attr]

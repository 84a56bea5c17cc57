"""Every view of the program, as assistive technology, the keyboard and a small screen meet it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.dates import today
from desktop.views.agreement.form import AgreementForm
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from desktop.views.documents.preview import DocumentPreview
from desktop.views.frame.navigation_row import ForumRow, ViewRow
from desktop.views.importing.panel import ImportPanel
from desktop.views.main_window import MainWindow
from desktop.views.theme import Theme
from desktop.views.unlock.panel import UnlockPanel
from tests.test_program import DATA, Running

SMALL = (1024, 700)
_HEADER_PADDING = 20
_ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {QAccessible.Role.CheckBox}),
    (ViewRow, {QAccessible.Role.RadioButton}),  # one of several, and which one is said
    (ForumRow, {QAccessible.Role.CheckBox}),
    (QPushButton, {QAccessible.Role.Button, QAccessible.Role.ButtonMenu}),
    (QLineEdit, {QAccessible.Role.EditableText}),
    (QTextEdit, {QAccessible.Role.EditableText}),
    (QPlainTextEdit, {QAccessible.Role.EditableText}),
    (QComboBox, {QAccessible.Role.ComboBox}),
    (QSpinBox, {QAccessible.Role.SpinBox}),
    (QTabBar, {QAccessible.Role.PageTabList}),
    (QTableView, {QAccessible.Role.Table}),
    (QListView, {QAccessible.Role.List}),
)


def shown(root: QWidget) -> list[QWidget]:
    """Every widget that is on screen, the window's own inner helpers left out."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) and not _is_inner(widget)]


def _is_inner(widget: QWidget) -> bool:
    """What Qt builds its own controls from: the field inside a spin box, the button that clears a field, headers."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QLineEdit | QComboBox | QSpinBox | QTabBar)


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab should reach."""
    return [
        widget
        for widget in shown(root)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]


def told(widget: QWidget) -> str:
    """How a widget is spoken of in a failure."""
    own = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} {widget.objectName() or own or '?'}"


def name_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):  # which on Linux tells its value as its name, and its own name by its label
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def nameless(root: QWidget) -> list[str]:
    controls = {*reachable(root), *(widget for widget in shown(root) if isinstance(widget, _CONTROLS))}
    return sorted(told(widget) for widget in controls if not name_of(widget))


_CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QSpinBox, QTableView, QListView, QTabBar)


def wrong_roles(root: QWidget) -> list[str]:
    found: list[str] = []
    for widget in shown(root):
        roles = next((roles for kind, roles in _ROLES if isinstance(widget, kind)), None)
        role = QAccessible.queryAccessibleInterface(widget).role()
        if roles is not None and role not in roles:
            found.append(f"{told(widget)}: {role}")
    return found


def headerless(root: QWidget) -> list[str]:
    return [
        f"{told(table)}, column {column}"
        for table in shown(root)
        if isinstance(table, QTableView)
        for column in range(table.model().columnCount())
        if not table.isColumnHidden(column)
        and not str(table.model().headerData(column, Qt.Orientation.Horizontal) or "").strip()
    ]


def walk(qtbot: QtBot, root: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """Press Tab until the focus comes back to where it has been; every stop on the way."""
    stops: list[QWidget] = []
    while (now := QApplication.focusWidget() or root) not in stops:
        stops.append(now)
        qtbot.keyClick(now, key, modifier)
    return stops


def cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need; painted lists shorten with an ellipsis and are left out."""
    found = [told(widget) for widget in shown(root) if widget.width() < _needed_width(widget)]
    found += [f"{told(label)}: its height" for label in shown(root) if isinstance(label, QLabel) and _too_low(label)]
    found += [f"{told(widget)}: outside" for widget in shown(root) if _sticks_out(widget)]
    tables = (table for table in shown(root) if isinstance(table, QTableView))
    return found + [f"{told(table)}: header {words}" for table in tables for words in _cut_headers(table)]


def _cut_headers(table: QTableView) -> list[str]:
    header = table.horizontalHeader()
    font = QFont(header.font())
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.DemiBold)
    wide = QFontMetrics(font).horizontalAdvance
    columns = [column for column in range(header.count()) if not header.isSectionHidden(column)]
    words = {column: str(table.model().headerData(column, Qt.Orientation.Horizontal)) for column in columns}
    inside = {column: header.sectionSize(column) - _HEADER_PADDING for column in columns}
    return [words[column] for column in columns if header.isVisible() and wide(words[column]) > inside[column]]


def _needed_width(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.text():
        margins = widget.contentsMargins()
        parts = widget.text().split() if widget.wordWrap() else widget.text().splitlines()
        words = [part for text in parts for part in text.replace("-", "- ").split()] if widget.wordWrap() else parts
        widest = max(widget.fontMetrics().horizontalAdvance(word) for word in words)
        return widest + margins.left() + margins.right()
    if isinstance(widget, QPushButton) and widget.text():
        return widget.minimumSizeHint().width()
    return 0


def _too_low(label: QLabel) -> bool:
    if not label.text() or label.objectName() == "dropHint":
        return False
    least = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
    return label.height() < least


def _sticks_out(widget: QWidget) -> bool:
    """Whether a text goes beyond the window or the scrolled area's right edge, where nothing can be scrolled to."""
    if not isinstance(widget, QLabel | QPushButton) or not widget.text():
        return False
    edge: QWidget | None = widget.parentWidget()
    while edge is not None and not isinstance(edge.parentWidget(), QScrollArea) and not edge.isWindow():
        edge = edge.parentWidget()
    assert edge is not None
    right = widget.mapTo(edge, QPoint(widget.width(), 0)).x()
    area = edge.parentWidget()
    sideways = isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().isVisible()
    return right > edge.width() and not sideways


def everything_right(qtbot: QtBot, root: QWidget) -> None:
    wrong = {
        "without a name": nameless(root),
        "with another role": wrong_roles(root),
        "without a header": headerless(root),
        "cut": cut(root),
    }
    forwards = walk(qtbot, root, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    backwards = walk(qtbot, root, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for way, stops in (("Tab", forwards), ("Shift+Tab", backwards)):
        wrong[f"not reached by {way}"] = [told(widget) for widget in reachable(root) if widget not in stops]
    assert {what: widgets for what, widgets in wrong.items() if widgets} == {}


@pytest.fixture
def sample(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Running]:
    running = Running(qtbot, theme, tmp_path / "data", sample=True)
    running.window.resize(*SMALL)
    running.window.activateWindow()
    qtbot.waitActive(running.window)
    running.until(lambda: "Exempelmyndigheten" in running.says())
    running.until(lambda: running.rows("agendaTable"))
    yield running
    running.close()


def settled(qtbot: QtBot) -> None:
    """Let everything that was posted happen, such as layouts and focus."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    qtbot.wait(1)


def page(key: str, rows: str) -> Callable[[Running], None]:
    def open_page(running: Running) -> None:
        running.window.show_page(key)
        running.until(lambda: _is_shown(running, rows) and running.rows(rows))

    return open_page


def tab(title: str) -> Callable[[Running], None]:
    def choose(running: Running) -> None:
        tabs = running.named("meetingTabs")
        assert isinstance(tabs, QTabBar)
        titles = [tabs.tabText(place) for place in range(tabs.count())]
        tabs.setCurrentIndex(next(place for place, text in enumerate(titles) if text.startswith(title)))

    return choose


def new_meeting(running: Running) -> None:
    running.press("newMeetingButton" if _is_shown(running, "newMeetingButton") else "newMeetingNarrow")
    running.until(lambda: _is_shown(running, "newMeeting"))


def series(running: Running) -> None:
    running.press("seriesButton" if _is_shown(running, "seriesButton") else "seriesNarrow")
    running.until(lambda: _is_shown(running, "seriesCard"))


def series_form(running: Running) -> None:
    series(running)
    running.press("seriesChange")
    running.until(lambda: _is_shown(running, "seriesForm"))


def _is_shown(running: Running, name: str) -> bool:
    return any(widget.isVisible() for widget in running.window.findChildren(QWidget, name))


def calls(running: Running) -> None:
    page("matters", "matterList")(running)
    running.until(lambda: _is_shown(running, "matterCalls"))
    running.press("matterCalls")
    running.until(lambda: _is_shown(running, "callee"))


def new_matter(running: Running) -> None:
    page("matters", "matterList")(running)
    running.press("newMatterButton")
    running.until(lambda: _is_shown(running, "newMatterTitle"))


def closing(running: Running) -> None:
    page("matters", "matterList")(running)
    running.until(lambda: _is_shown(running, "matterClose"))
    running.press("matterClose")
    running.until(lambda: _is_shown(running, "closingOutcome"))


def quick_matter(running: Running) -> None:
    running.program._workspace.pages.quick_matter()
    running.until(lambda: _is_shown(running, "quickMatterAddition"))


def duplicates(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    running.window.findChild(QAction, "duplicatesRoom").trigger()
    running.until(lambda: _is_shown(running, "comparisonMerge"))


def notice(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    contacts = running.window.findChild(ContactsPage)
    rows = running.engine.contact_notices.open()
    contacts.open_notice(rows[0].notice.id)
    running.until(lambda: _is_shown(running, "noticeBody"))


def contact_room(name: str, table: str) -> Callable[[Running], None]:
    def go(running: Running) -> None:
        page("contacts", "functionsTable")(running)
        running.window.findChild(QAction, name).trigger()
        running.until(lambda: _is_shown(running, table) and running.rows(table))

    return go


def change_of_contact(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    contacts = running.window.findChild(ContactsPage)
    anna = next(one for one in running.engine.contacts.all() if one.name == "Anna Andersson")
    contacts.go(Way(Room.CHANGE, anna.id))
    running.until(lambda: _is_shown(running, "changeFollow"))


def reconciling(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    running.window.findChild(QAction, "reconcilingRoom").trigger()
    running.until(lambda: _is_shown(running, "reconcileBegin"))
    running.window.files_dropped.emit([DATA / "kontaktforteckning-2026-09-02.xlsx"])
    running.until(lambda: _is_shown(running, "comparedLines"))


def columns_asked(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    running.window.findChild(QAction, "reconcilingRoom").trigger()
    running.until(lambda: _is_shown(running, "reconcileBegin"))
    running.window.files_dropped.emit([DATA / "lista-med-egna-rubriker.csv"])
    running.until(lambda: _is_shown(running, "columnsForm"))


def disposal(room: Room, shows: str) -> Callable[[Running], None]:
    def show(running: Running) -> None:
        running.window.show_page("contacts")
        data = running.engine.personal_data
        one = next(each for each in running.engine.contacts.all() if each.given_name == "Anna")
        if room is not Room.ENDING:
            data.end(one.id, today(), "Beslut EXM 2026/118")
        running.program._workspace.pages.contacts().go(Way(room, one.id))
        running.until(lambda: _is_shown(running, shows))

    return show


def drop(name: str) -> Callable[[Running], None]:
    def show(running: Running) -> None:
        running.window.files_dropped.emit([DATA / name])
        running.until(lambda: running.shown(ImportPanel) and _is_shown(running, "importAccept"))

    return show


def contact_list(running: Running) -> None:
    page("contacts", "functionsTable")(running)
    next(button for button in running.window.findChildren(QRadioButton) if button.text() == "Lista").click()
    running.until(lambda: _is_shown(running, "contactTable"))


def preview(running: Running) -> None:
    running.window.findChild(QAction, "previewAgenda").trigger()
    running.until(lambda: running.shown(DocumentPreview))


def agreement_form(running: Running) -> None:
    (action,) = (action for action in running.window.findChildren(QAction) if "överenskommelse" in action.text())
    action.trigger()
    running.until(lambda: running.shown(AgreementForm))


def person(running: Running) -> None:
    """Whoever has a deputy's place to fill, a role that is being changed and a right that is being added."""
    page("contacts", "functionsTable")(running)
    contacts = running.program._workspace.pages.contacts()
    anna = next(one for one in running.program._engine._services.contacts.all() if one.given_name == "Anna")
    contacts.open_contact(anna.id)
    running.until(lambda: _is_shown(running, "roleChange"))
    running.press("roleChange")
    running.press("rightAdd")


def person_tab(place: int) -> Callable[[Running], None]:
    def choose(running: Running) -> None:
        person(running)
        tabs = running.named("personTabs")
        assert isinstance(tabs, QTabBar)
        tabs.setCurrentIndex(place)

    return choose


def new_contact(running: Running) -> None:
    running.window.show_page("contacts")
    running.program._workspace.pages.new_contact()
    running.until(lambda: _is_shown(running, "newContactForm"))


VIEWS: dict[str, Callable[[Running], object]] = {
    "agenda": page("meetings", "agendaTable"),
    "participants": tab("Deltagare"),
    "attachments": tab("Bilagor"),
    "invitation": tab("Kallelse"),
    "details": tab("Uppgifter"),
    "history": tab("Historik"),
    "new meeting": new_meeting,
    "series": series,
    "change of a series": series_form,
    "matters": page("matters", "matterList"),
    "whom to call": calls,
    "new matter": new_matter,
    "closing of a matter": closing,
    "matter in one line": quick_matter,
    "end of a contact": disposal(Room.ENDING, "looseEnds"),
    "anonymising": disposal(Room.ANONYMISING, "anonymiseKept"),
    "log of disposals": disposal(Room.DISPOSALS, "disposalEntry"),
    "list of contacts": contact_list,
    "contacts": page("contacts", "functionsTable"),
    "duplicates": duplicates,
    "person": person,
    "everything about a person": person_tab(1),
    "history of a person": person_tab(2),
    "new contact": new_contact,
    "change of contact": change_of_contact,
    "notice of a changed contact": notice,
    "contacts to confirm": contact_room("freshnessRoom", "confirmationTable"),
    "authorised orderers": contact_room("orderersRoom", "rightsTable"),
    "reconciling": reconciling,
    "columns of a list": columns_asked,
    "agreement": agreement_form,
    "import of contacts": drop("kontaktforteckning-2026-09-02.xlsx"),
    "import of matters": drop("arendelista.csv"),
    "import of an invitation": drop("kallelse-taktiskt-mote.ics"),
    "preview": preview,
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_can_be_heard_reached_and_read(sample: Running, qtbot: QtBot, view: str) -> None:
    VIEWS[view](sample)
    settled(qtbot)
    everything_right(qtbot, sample.window)


def test_the_presentation_can_be_heard_reached_and_read(sample: Running, qtbot: QtBot) -> None:
    sample.window.findChild(QAction, "presentMeeting").trigger()
    sample.until(lambda: sample.program._workspace.meetings.view.showing.window)
    window = sample.program._workspace.meetings.view.showing.window
    window.showNormal()
    window.resize(*SMALL)
    window.activateWindow()
    qtbot.waitActive(window)
    window.go(1)
    settled(qtbot)
    everything_right(qtbot, window)
    window.close()


def test_the_message_bar_can_be_heard_reached_and_read(sample: Running, qtbot: QtBot) -> None:
    sample.window.messages.show_message("13 kontakter lades till.", "good", "Ångra", lambda: None)
    settled(qtbot)
    everything_right(qtbot, sample.window)


@pytest.mark.parametrize("state", ["first", "again", "wrong", "trouble"])
def test_the_door_can_be_heard_reached_and_read(qtbot: QtBot, theme: Theme, state: str) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(*SMALL)
    window.set_locked(True)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    panel = UnlockPanel(window)
    window.show_panel(panel)
    why = "Datorns nyckelring går inte att använda, så registret behöver en lösenfras."
    if state == "first":
        panel.ask_first(why)
    else:
        panel.ask(why)
    if state == "wrong":
        panel.show_wrong()
    if state == "trouble":
        panel.show_trouble("Registret är skapat av en nyare version av programmet.", "Installera den nyaste versionen.")
    settled(qtbot)
    everything_right(qtbot, window)


def test_the_measures_notice_what_is_wrong(qtbot: QtBot, theme: Theme) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    bare = QPushButton(root)
    bare.setObjectName("bare")
    field = QLineEdit(root)
    field.setObjectName("field")
    label = QLabel("Förvaltningsövergripande samverkan", root)
    label.resize(40, 20)
    root.resize(300, 200)
    root.show()
    assert nameless(root) == ["QLineEdit field", "QPushButton bare"]
    assert cut(root) == ["QLabel Förvaltningsövergripande samverkan"]

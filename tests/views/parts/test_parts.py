"""The small parts: what they say, how they are reached, and that text stays text."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level
from desktop.views.parts.badge import LevelBadge, SourceChip, StateChip
from desktop.views.parts.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import PageHead
from desktop.views.parts.list_row import picture_of
from desktop.views.parts.marks import paint_level_mark
from desktop.views.parts.message_bar import MessageBar
from desktop.views.parts.progress_panel import ProgressPanel
from desktop.views.parts.tab_bar import UnderlinedTabs
from desktop.views.parts.text import Text
from desktop.views.theme import Theme

HOSTILE = '<img src="file:///etc/passwd"><b>fet</b> & co'


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def near(one: QColor, other: str) -> bool:
    """Whether two colours differ by no more than blending rounds."""
    wanted = QColor(other)
    pairs = ((one.red(), wanted.red()), (one.green(), wanted.green()), (one.blue(), wanted.blue()))
    return all(abs(a - b) <= 2 for a, b in pairs)


def test_labels_never_read_markup(qtbot: QtBot, theme: Theme) -> None:
    head = PageHead(HOSTILE, HOSTILE)
    empty = EmptyState(HOSTILE, HOSTILE)
    bar = MessageBar()
    bar.show_message(HOSTILE)
    row = FormRow(HOSTILE, QLineEdit())
    badge, chip = LevelBadge(Level.TACTICAL), StateChip(HOSTILE)
    for widget in (head, empty, bar, row, badge, chip):
        qtbot.addWidget(widget)
        labels = [*widget.findChildren(QLabel), *([widget] if isinstance(widget, QLabel) else [])]
        assert labels
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize(
    ("level", "word"),
    [(Level.OPERATIONAL, "Operativ"), (Level.TACTICAL, "Taktisk"), (Level.STRATEGIC, "Strategisk")],
)
def test_a_level_is_word_colour_and_shape(qtbot: QtBot, theme: Theme, level: Level, word: str) -> None:
    badge = LevelBadge(level)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    colour = getattr(theme.tokens, level.value)
    mark = QRect(9, (badge.height() - 10) // 2, 10, 10)
    painted = [
        (x, y)
        for x in range(mark.left(), mark.right() + 1)
        for y in range(mark.top(), mark.bottom() + 1)
        if image.pixelColor(x, y).name() == colour
    ]
    assert badge.text() == word
    assert accessible_name(badge) == f"Nivå: {word}"
    assert 30 < len(painted) <= 100
    badge.set_level(Level.OPERATIONAL)
    assert badge.text() == "Operativ"


@pytest.mark.parametrize("height", [17, 20, 33])
def test_a_badge_ends_in_half_circles_at_any_size_and_on_any_ground(qtbot: QtBot, theme: Theme, height: int) -> None:
    badge = LevelBadge(Level.STRATEGIC)
    qtbot.addWidget(badge)
    badge.setFixedHeight(height)
    image = picture_of(badge).toImage()
    colour = theme.tokens.strategic
    assert image.height() == height
    assert {image.pixelColor(x, y).alpha() for x in range(3) for y in (0, height - 1)} == {0}
    assert image.pixelColor(0, height // 2).alpha() > 200
    assert near(image.pixelColor(image.width() // 2, 0), colour)
    assert image.pixelColor(6, height // 2).name() == theme.tokens.surface


def test_the_levels_differ_in_shape_alone(qtbot: QtBot) -> None:
    black = QColor("#000000")
    solid: dict[Level, set[tuple[int, int]]] = {}
    for level in Level:
        image = QImage(20, 20, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_level_mark(painter, level, QRectF(0, 0, 20, 20), black)
        painter.end()
        solid[level] = {(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 200}
    disc, triangle, square = (solid[level] for level in Level)
    assert (1, 1) not in disc
    assert {(10, 1), (1, 10), (18, 10), (10, 18)} <= disc
    assert {(1, 18), (18, 18), (10, 4)} <= triangle
    assert not {(1, 1), (18, 1), (1, 10)} & triangle
    assert {(1, 1), (18, 1), (1, 18), (18, 18)} <= square


def test_a_source_is_opened_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    chip = SourceChip("Avtal R&D")
    qtbot.addWidget(chip)
    assert accessible_name(chip) == "Öppna Avtal R&D"
    assert chip.shortcut().isEmpty()
    assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", [PrimaryButton, SecondaryButton, QuietButton])
def test_a_focused_button_is_pressed_by_space_and_enter(
    qtbot: QtBot, theme: Theme, kind: type[PrimaryButton], key: Qt.Key
) -> None:
    button = kind("Skicka")
    qtbot.addWidget(button)
    pressed: list[QWidget] = []
    button.clicked.connect(lambda: pressed.append(button))
    qtbot.keyClick(button, key)
    assert pressed == [button]


def test_an_icon_button_has_a_name_and_a_tip(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton("trash", "Ta bort punkten")
    qtbot.addWidget(button)
    button.sizeHint()
    assert accessible_name(button) == button.toolTip() == "Ta bort punkten"
    assert not button.icon().isNull()


def test_icons_follow_the_theme(qtbot: QtBot, theme: Theme) -> None:
    def colour(button: IconButton) -> str:
        return button.icon().pixmap(18, QIcon.Mode.Normal).toImage().pixelColor(9, 9).name()

    button = IconButton("close", "Stäng")
    qtbot.addWidget(button)
    button.sizeHint()
    assert colour(button) == theme.tokens.ink
    theme.use("dark")
    button.ensurePolished()
    assert colour(button) == theme.tokens.ink


def test_the_ranks_look_different(qtbot: QtBot, theme: Theme) -> None:
    grounds: list[str] = []
    for button in (PrimaryButton("Skicka"), SecondaryButton("Skicka"), QuietButton("Skicka")):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        grounds.append(button.grab().toImage().pixelColor(6, button.height() // 2).name())
    assert grounds[0] == theme.tokens.accent
    assert len(set(grounds)) == 3


def test_focus_is_visible_on_every_rank(qtbot: QtBot, theme: Theme) -> None:
    for button in (
        PrimaryButton("A"),
        SecondaryButton("A"),
        QuietButton("A"),
        SourceChip("A"),
        IconButton("plus", "A"),
    ):
        qtbot.addWidget(button)
        without = button.grab().toImage()
        button.show()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        assert button.grab().toImage() != without
        button.close()


def test_an_empty_view_offers_the_first_step(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState("Inga möten ännu", "Läs in kallelsen.", "Importera kallelse", "meetings")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_chosen):
        qtbot.mouseClick(empty.findChild(PrimaryButton), Qt.MouseButton.LeftButton)
    assert not EmptyState("Inga", "Text.").findChildren(PrimaryButton)


def test_the_message_bar_says_offers_and_closes(qtbot: QtBot, theme: Theme) -> None:
    undone: list[str] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_message("Punkten är borttagen.", "neutral", "Ångra", lambda: undone.append(bar.sentence))
    assert bar.isVisible()
    assert bar.sentence == "Punkten är borttagen."
    qtbot.mouseClick(bar.findChild(QuietButton), Qt.MouseButton.LeftButton)
    assert undone == [""]  # it closes before it acts, so that the action can say something of its own
    assert bar.isHidden()
    bar.show_message("Sparad.")
    assert bar.findChild(QuietButton).isHidden()
    qtbot.keyClick(bar.findChild(IconButton), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_an_action_may_answer_with_another_message(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Borttagen.", "neutral", "Ångra", lambda: bar.show_message("Tillbaka igen.", "good"))
    qtbot.mouseClick(bar.findChild(QuietButton), Qt.MouseButton.LeftButton)
    assert bar.sentence == "Tillbaka igen."
    assert bar.isVisible()


def test_a_message_is_announced(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append(event.type())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Kundwebben svarade inte.", "danger")
    assert told == [QAccessible.Event.Announcement]


def test_progress_can_be_cancelled_once(qtbot: QtBot, theme: Theme) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    panel.begin("Läser kontaktförteckningen")
    panel.set_progress(3, 10)
    assert panel.isVisible()
    with qtbot.waitSignal(panel.cancel_chosen):
        qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    assert not panel.cancel.isEnabled()
    panel.end()
    assert panel.isHidden()
    panel.begin("Skriver", can_cancel=False)
    assert panel.cancel.isHidden()


def test_a_label_is_the_fields_buddy(qtbot: QtBot, theme: Theme) -> None:
    row = FormRow("Åtgärdas senast", QLineEdit())
    qtbot.addWidget(row)
    label = row.findChild(QLabel)
    assert label.buddy() is row.field
    assert accessible_name(row.field) == "Åtgärdas senast"
    row.set_problem("Skriv datum som 2026-12-04.")
    described = QAccessible.queryAccessibleInterface(row.field).text(QAccessible.Text.Description)
    assert described == "Skriv datum som 2026-12-04."
    row.set_problem("")
    assert row.field.accessibleDescription() == ""


def test_a_problem_has_a_sign_and_the_colour_of_danger(qtbot: QtBot, theme: Theme) -> None:
    row = FormRow("Åtgärdas senast", QLineEdit())
    qtbot.addWidget(row)
    row.show()
    row.set_problem("Skriv datum som 2026-12-04.")
    (problem,) = (label for label in row.findChildren(QLabel) if label.text().startswith("Skriv"))
    danger = theme.tokens.danger
    image = problem.grab().toImage()
    assert problem.palette().color(problem.foregroundRole()).name() == danger
    assert any(image.pixelColor(x, y).name() == danger for x in range(14) for y in range(image.height()))


def test_the_badge_follows_the_title_and_a_long_title_wraps(qtbot: QtBot, theme: Theme) -> None:
    head = PageHead("Möte", "tis 1 december")
    badge = LevelBadge(Level.TACTICAL)
    head.set_badge(badge)
    head.add_action(PrimaryButton("Skicka dagordning"))
    qtbot.addWidget(head)
    head.resize(900, 80)
    head.show()
    assert badge.x() < 120
    head.set_title("Förvaltningsövergripande samverkansmöte om löneutbetalningsrutiner " * 2)
    head.layout().activate()
    assert head.minimumSizeHint().width() < 700
    title = head.findChild(QLabel, "pageTitle")
    assert title.height() > 2 * title.fontMetrics().height() - 4


def test_tabs_are_real_tabs(qtbot: QtBot, theme: Theme) -> None:
    tabs = UnderlinedTabs("Mötets delar")
    qtbot.addWidget(tabs)
    for name in ("Dagordning", "Deltagare", "Historik"):
        tabs.addTab(name)
    tabs.resize(500, tabs.sizeHint().height())
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    interface = QAccessible.queryAccessibleInterface(tabs)
    assert interface.role() == QAccessible.Role.PageTabList
    image = tabs.grab().toImage()
    assert image.pixelColor(490, tabs.height() - 1).name() == theme.tokens.line
    assert image.pixelColor(tabs.tabRect(1).x() + 4, tabs.height() - 1).name() == theme.tokens.accent
    tabs.show()
    ring = QPoint(tabs.tabRect(1).center().x(), 3)
    tabs.clearFocus()
    assert tabs.grab().toImage().pixelColor(ring).name() != theme.tokens.accent
    tabs.setFocus()
    qtbot.waitUntil(tabs.hasFocus)
    assert tabs.grab().toImage().pixelColor(ring).name() == theme.tokens.accent


def test_chips_flow_to_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for number in range(12):
        flow.addWidget(SourceChip(f"Ärende 2026-{number:03}"))
    box.resize(300, 400)
    box.show()
    rows = {flow.itemAt(index).geometry().y() for index in range(flow.count())}
    assert len(rows) == 6
    assert flow.heightForWidth(300) > flow.heightForWidth(1500)
    assert flow.takeAt(99) is None


def test_a_card_keeps_its_hairline_free(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    card.body.addWidget(Text("Innehåll"))
    qtbot.addWidget(card)
    card.resize(QSize(200, 100))
    image = card.grab().toImage()
    assert image.pixelColor(100, 0).name() == theme.tokens.line
    assert image.pixelColor(100, 2).name() == theme.tokens.surface
    private = Card(private=True)
    qtbot.addWidget(private)
    private.resize(200, 100)
    assert private.grab().toImage().pixelColor(100, 50).name() == theme.tokens.private_soft

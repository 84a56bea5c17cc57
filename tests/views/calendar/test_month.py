"""The month: days, weeks, holidays and meetings, by keyboard, mouse and ear."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.calendar.month_model import MonthModel
from desktop.views.calendar.month_view import MonthView
from desktop.views.theme import Theme
from tests.views.calendar.meeting_rows import TODAY, meeting

ACROSS = Qt.Orientation.Vertical


@pytest.fixture
def month(qtbot: QtBot, theme: Theme) -> MonthView:
    view = MonthView(lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(1060, 600)
    view.show()
    view.grid.setFocus()
    return view


def spoken(view: MonthView, day: date) -> str:
    return str(view.grid.days.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole))


def weeks(model: MonthModel) -> list[str]:
    return [str(model.headerData(row, ACROSS)) for row in range(model.rowCount())]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_month_is_whole_and_begins_on_a_monday(day: date) -> None:
    model = MonthModel(lambda: day)
    shown = [model.day_at(model.index(row, column)) for row in range(model.rowCount()) for column in range(7)]
    assert shown[0].weekday() == 0
    assert all((later - sooner).days == 1 for sooner, later in itertools.pairwise(shown))
    assert day in shown
    assert shown[0] <= day.replace(day=1) <= shown[6]
    assert model.in_month(shown[-7])
    assert weeks(model) == [f"v.\u00a0{one.isocalendar().week}" for one in shown[::7]]


def test_a_year_with_53_weeks() -> None:
    model = MonthModel(lambda: date(2026, 12, 31))
    assert weeks(model) == [f"v.\u00a0{number}" for number in (49, 50, 51, 52, 53)]
    model.show_month(date(2027, 1, 1))
    assert weeks(model) == [f"v.\u00a0{number}" for number in (53, 1, 2, 3, 4)]


def test_meetings_stand_on_their_swedish_day(month: MonthView) -> None:
    night = meeting(date(2026, 12, 2), 0)  # 23.00 UTC the day before
    summer = meeting(date(2026, 7, 2), 1)
    month.show_meetings([meeting(date(2026, 12, 2), 15), night, summer])
    days = month.grid.days
    assert [row.starts_at.hour for row in days.meetings_on(date(2026, 12, 2))] == [23, 14]
    assert days.meetings_on(date(2026, 12, 1)) == ()
    assert days.meetings_on(date(2026, 7, 2)) == [summer]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_days_when_the_clock_changes_hold_their_meetings(month: MonthView, day: date) -> None:
    early, late = meeting(day, 0), meeting(day, 23)
    month.go_to(day)
    month.show_meetings([late, early])
    assert month.grid.days.meetings_on(day) == [early, late]
    assert "00.00–" in spoken(month, day)
    assert "23.00–" in spoken(month, day)


def test_a_day_says_all_it_shows(month: MonthView) -> None:
    month.show_meetings([
        meeting(TODAY), meeting(TODAY, 9, Level.OPERATIONAL, title="Drift", state=MeetingState.CANCELLED),
    ])  # fmt: skip
    words = spoken(month, TODAY).replace("\u00a0", " ")
    assert words == (
        "i dag, tis 1 december 2026, v. 49, 2 möten; 09.00–10.30, Drift, Operativ, Inställt; "
        "13.00–14.30, Taktiskt möte, Taktisk, Planerat"
    )
    assert spoken(month, date(2026, 12, 24)).replace("\u00a0", " ") == (
        "tor 24 december 2026, v. 52, Julafton, inget möte"
    )


def test_assistive_technology_meets_a_table_with_named_cells(month: MonthView) -> None:
    table = QAccessible.queryAccessibleInterface(month.grid)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "December 2026"
    told = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert sum(name.startswith("i dag, tis") for name in told) == 1
    assert {"måndag", "söndag", "v.\u00a049", "v.\u00a053"} <= set(told)
    for button in (month.bar.back, month.bar.on):
        assert button.accessibleName().endswith("månad")


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Left], date(2026, 11, 30)),
        ([Qt.Key.Key_Right], date(2026, 12, 2)),
        ([Qt.Key.Key_Up], date(2026, 11, 24)),
        ([Qt.Key.Key_Down] * 5, date(2027, 1, 5)),
        ([Qt.Key.Key_PageDown], date(2027, 1, 1)),
        ([Qt.Key.Key_PageUp], date(2026, 11, 1)),
        ([Qt.Key.Key_End], date(2026, 12, 6)),
        ([Qt.Key.Key_Home], date(2026, 11, 30)),
    ],
)
def test_keys_move_by_day_week_and_month(month: MonthView, qtbot: QtBot, keys: list[Qt.Key], day: date) -> None:
    for key in keys:
        qtbot.keyClick(month.grid, key)
    assert month.grid.day == day
    assert month.grid.days.day_at(month.grid.currentIndex()) == day
    assert month.grid.days.in_month(day)


def test_the_calendar_has_ends(month: MonthView, qtbot: QtBot) -> None:
    month.go_to(date(2199, 12, 31))
    qtbot.keyClick(month.grid, Qt.Key.Key_Right)
    qtbot.keyClick(month.grid, Qt.Key.Key_PageDown)
    assert month.grid.day == date(2199, 12, 31)


def test_enter_opens_the_meeting_or_asks_for_one(month: MonthView, qtbot: QtBot) -> None:
    row = meeting(TODAY)
    month.show_meetings([row])
    with qtbot.waitSignal(month.meeting_chosen) as opened:
        qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    assert opened.args == [row.id]
    qtbot.keyClick(month.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(month.day_chosen) as asked:
        qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    assert asked.args == [date(2026, 12, 2)]


def test_enter_on_a_full_day_goes_to_its_meetings(month: MonthView, qtbot: QtBot) -> None:
    rows = [meeting(TODAY, hour, title=f"Möte & <b>{hour}</b>") for hour in range(8, 16)]
    month.show_meetings(rows)
    month.activateWindow()
    qtbot.waitUntil(month.isActiveWindow)
    qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    assert month.line.chips[0].hasFocus()
    assert len(month.line.chips) == 8
    with qtbot.waitSignal(month.meeting_chosen) as opened:
        qtbot.keyClick(month.line.chips[7], Qt.Key.Key_Return)
    assert opened.args == [rows[7].id]
    qtbot.keyClick(month.line.chips[0], Qt.Key.Key_Escape)
    assert month.grid.hasFocus()


def test_the_buttons_turn_the_page(month: MonthView, qtbot: QtBot) -> None:
    month.bar.on.click()
    assert month.bar.title == "Januari 2027"
    month.bar.back.click()
    month.bar.back.click()
    assert month.bar.title == "November 2026"
    month.bar.now.click()
    assert (month.bar.title, month.grid.day) == ("December 2026", TODAY)
    with qtbot.waitSignal(month.day_chosen) as asked:
        month.line.new.click()
    assert asked.args == [TODAY]


def test_a_click_opens_a_meeting_and_else_goes_to_the_day(month: MonthView, qtbot: QtBot) -> None:
    row = meeting(date(2026, 12, 9))
    month.show_meetings([row])
    cell = month.grid.visualRect(month.grid.days.index_of(row.day))
    with qtbot.waitSignal(month.meeting_chosen) as opened:
        qtbot.mouseClick(month.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(40, 30))
    assert opened.args == [row.id]
    free = month.grid.visualRect(month.grid.days.index_of(date(2026, 12, 16))).center()
    with qtbot.assertNotEmitted(month.meeting_chosen):
        qtbot.mouseClick(month.grid.viewport(), Qt.MouseButton.LeftButton, pos=free)
    assert month.grid.day == date(2026, 12, 16)
    with qtbot.waitSignal(month.day_chosen) as asked:
        qtbot.mouseDClick(month.grid.viewport(), Qt.MouseButton.LeftButton, pos=free)
    assert asked.args == [date(2026, 12, 16)]


def test_a_title_makes_no_markup_in_the_tip(month: MonthView) -> None:
    month.show_meetings([meeting(TODAY, title="<img src=x>")])
    tips = month.grid.days.index_of(TODAY).data(Qt.ItemDataRole.ToolTipRole), month.line.chips[0].toolTip()
    assert all("&lt;img" in tip and "<img" not in tip for tip in tips)


def test_holidays_today_and_levels_are_painted(month: MonthView, theme: Theme) -> None:
    def colours(day: date) -> set[str]:
        cell = month.grid.visualRect(month.grid.days.index_of(day))
        picture = month.grid.viewport().grab(cell).toImage()
        return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

    month.show_meetings([meeting(date(2026, 12, 2), state=MeetingState.HELD)])
    for choice in ("light", "dark"):
        theme.use(choice)  # type: ignore[arg-type]
        assert theme.tokens.danger_soft in colours(date(2026, 12, 25))
        assert theme.tokens.neutral_soft in colours(date(2026, 12, 24))
        assert theme.tokens.accent in colours(TODAY)
        assert theme.tokens.tactical in colours(date(2026, 12, 2))
        assert theme.tokens.tactical not in colours(date(2026, 12, 3))


@pytest.mark.parametrize("size", [(700, 500), (1060, 700)])
def test_everything_fits(month: MonthView, size: tuple[int, int]) -> None:
    month.show_meetings([meeting(TODAY, hour, title="Samverkansmöte " * 6) for hour in (8, 10, 13)])
    month.resize(*size)
    assert (month.width(), month.height()) == size
    grid = month.grid
    last = grid.visualRect(grid.days.index(grid.days.rowCount() - 1, 6))
    assert grid.viewport().rect().contains(last)
    assert last.height() >= 50

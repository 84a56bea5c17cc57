"""The year: lanes, marks, weeks, by keyboard, mouse and ear; and both views behind their tabs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum
from desktop.domain.level import Level, LevelModel
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.calendar.lane_plan import LanePlan
from desktop.views.calendar.marks import MarkForm, form_of
from desktop.views.calendar.panel import CalendarPanel
from desktop.views.calendar.year_lanes import YearLanes
from desktop.views.theme import Theme
from tests.views.calendar.meeting_rows import TODAY, meeting

SPRING, AUTUMN = date(2026, 3, 10), date(2026, 9, 8)


@pytest.fixture
def year(qtbot: QtBot, theme: Theme) -> YearLanes:
    view = YearLanes(lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(1060, 600)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def plan(year: int = 2026, width: float = 1000) -> LanePlan:
    return LanePlan(year, width, 500, 120, 40)


@given(st.lists(st.tuples(st.integers(0, 364), st.sampled_from(Level)), max_size=60), st.integers(500, 1060))
def test_every_mark_stands_in_its_lane_at_its_day(days: list[tuple[int, Level]], width: int) -> None:
    rows = [meeting(date(2026, 1, 1) + timedelta(days=day), level=level) for day, level in sorted(days)]
    rows.sort(key=lambda row: row.forum.rank)
    made = plan(width=width)
    for row, place in zip(rows, made.marks(rows), strict=True):
        assert made.lane(row.forum).contains(place)
        assert abs(place.center().x() - made.x(row.day) - made.per_day / 2) < 0.01


def test_marks_of_one_day_stand_below_each_other() -> None:
    places = plan().marks([meeting(TODAY, hour) for hour in (8, 10, 13)])
    assert len({place.top() for place in places}) == 3
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


@pytest.mark.parametrize(("year", "count"), [(2020, 53), (2025, 52), (2026, 53), (2032, 53)])
def test_years_have_52_or_53_weeks(year: int, count: int) -> None:
    weeks = plan(year).weeks()
    assert [number for _, number in weeks] == list(range(1, count + 1))
    assert all(monday.isocalendar()[1:] == (number, 1) for monday, number in weeks)


def test_the_form_tells_what_became_of_a_meeting() -> None:
    assert form_of(MeetingState.CANCELLED) is MarkForm.CROSSED
    assert {state for state in MeetingState if form_of(state) is MarkForm.HOLLOW} == {
        MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE,
    }  # fmt: skip


def test_the_year_can_be_read_as_text(year: YearLanes) -> None:
    year.show_meetings([
        meeting(SPRING, state=MeetingState.NOTES_CHECKED),
        meeting(AUTUMN, state=MeetingState.CANCELLED),
        meeting(date(2026, 12, 31), 23, Level.STRATEGIC),
        meeting(date(2027, 1, 1), 0, Level.STRATEGIC),
    ])  # fmt: skip
    found = QAccessible.queryAccessibleInterface(year.lanes)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Möten 2026"
    assert found.text(QAccessible.Text.Description) == (
        "Operativt: 0 av 0 genomförda; Taktiskt: 1 av 1 genomförda; Strategiskt: 0 av 1 genomförda"
    )
    told = [found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())]
    assert [words.replace("\u00a0", " ") for words in told] == [
        "tis 10 mars 2026, v. 11, 13.00–14.30, Taktiskt möte, Taktisk, Anteckningar granskade",
        "tis 8 september 2026, v. 37, 13.00–14.30, Taktiskt möte, Taktisk, Inställt",
        "tor 31 december 2026, v. 53, 23.00–00.30, Taktiskt möte, Strategisk, Planerat",
    ]


def test_keys_reach_every_mark_and_enter_opens(year: YearLanes, qtbot: QtBot) -> None:
    rows = [
        meeting(SPRING),
        meeting(AUTUMN),
        meeting(SPRING, level=Level.STRATEGIC),
        meeting(AUTUMN, 8, Level.OPERATIONAL),
    ]
    year.show_meetings(rows)
    year.lanes.setFocus()
    at = lambda: year.lanes.meetings.rows[year.lanes.currentIndex().row()]  # noqa: E731
    assert at().day == AUTUMN
    for key, wanted in (
        (Qt.Key.Key_Down, rows[1]),
        (Qt.Key.Key_Left, rows[0]),
        (Qt.Key.Key_Left, rows[0]),
        (Qt.Key.Key_Down, rows[2]),
        (Qt.Key.Key_Down, rows[2]),
        (Qt.Key.Key_Up, rows[0]),
        (Qt.Key.Key_End, rows[1]),
        (Qt.Key.Key_Up, rows[3]),
    ):
        qtbot.keyClick(year.lanes, key)
        assert at() == wanted
    with qtbot.waitSignal(year.meeting_chosen) as opened:
        qtbot.keyClick(year.lanes, Qt.Key.Key_Return)
    assert opened.args == [rows[3].id]


def test_years_are_turned_by_keys_and_buttons(year: YearLanes, qtbot: QtBot) -> None:
    row = meeting(date(2027, 1, 7))
    year.show_meetings([row])
    assert year.lanes.meetings.rows == []
    qtbot.keyClick(year.lanes, Qt.Key.Key_PageDown)
    assert (year.year, year.bar.title, list(year.lanes.meetings.rows)) == (2027, "2027", [row])
    year.bar.back.click()
    year.bar.back.click()
    assert year.year == 2025
    year.bar.now.click()
    assert year.year == 2026


def test_a_click_on_a_mark_opens_and_the_tip_is_plain(year: YearLanes, qtbot: QtBot) -> None:
    row = meeting(SPRING, title="<b>Avgifter</b>")
    year.show_meetings([row])
    index = year.lanes.meetings.index(0)
    place = year.lanes.visualRect(index).center()
    assert year.lanes.indexAt(place) == index
    with qtbot.waitSignal(year.meeting_chosen) as opened:
        qtbot.mouseClick(year.lanes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [row.id]
    assert "&lt;b&gt;Avgifter" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_the_current_meeting_stays_when_the_meetings_are_read_anew(year: YearLanes) -> None:
    rows = [meeting(SPRING), meeting(AUTUMN)]
    year.show_meetings(rows)
    year.lanes.go_to(1)
    year.show_meetings([meeting(date(2026, 1, 7)), *rows])
    assert year.lanes.meetings.rows[year.lanes.currentIndex().row()] == rows[1]


def test_filled_and_hollow_marks_look_different(year: YearLanes, theme: Theme) -> None:
    def centre(number: int) -> str:
        place = year.lanes.visualRect(year.lanes.meetings.index(number))
        picture = year.lanes.viewport().grab(place).toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).name()

    year.show_meetings([
        meeting(SPRING, level=Level.STRATEGIC, state=MeetingState.HELD), meeting(AUTUMN, level=Level.STRATEGIC),
    ])  # fmt: skip
    for choice in ("light", "dark"):
        theme.use(choice)  # type: ignore[arg-type]
        assert (centre(0), centre(1)) == (theme.tokens.strategic, theme.tokens.surface)


def test_the_panel_shows_the_same_meetings_in_both(qtbot: QtBot, theme: Theme) -> None:
    panel = CalendarPanel(lambda: TODAY)
    qtbot.addWidget(panel)
    rows = [meeting(TODAY), meeting(TODAY, 9, Level.OPERATIONAL)]
    panel.show_meetings(rows)
    panel.resize(700, 500)
    panel.show()
    assert (panel.width(), panel.height()) == (700, 500)
    panel.tabs.setCurrentIndex(1)
    assert panel.year.isVisible()
    assert not panel.month.isVisible()
    assert list(panel.year.lanes.meetings.rows) == [rows[1], rows[0]]
    panel.show_forum(Forum.TACTICAL)
    assert list(panel.year.lanes.meetings.rows) == [rows[0]]
    assert panel.month.grid.days.meetings_on(TODAY) == [rows[0]]
    with qtbot.waitSignal(panel.meeting_chosen) as opened:
        panel.month.line.chips[0].click()
    assert opened.args == [rows[0].id]


def test_lanes_end_and_begin_with_the_decision_on_the_levels(year: YearLanes) -> None:
    decided = LevelChoice(starts_on=date(2026, 7, 1), model=LevelModel.TWO, decision="Möte, punkt 4")
    agreement = Agreement(agency_name="A", choices=(decided,))
    rows = [meeting(SPRING), meeting(AUTUMN, forum=Forum.COMBINED)]
    year.show_meetings(rows, agreement)
    lanes = year.lanes
    assert lanes.meetings.forums == (Forum.OPERATIONAL, Forum.TACTICAL, Forum.COMBINED, Forum.STRATEGIC)
    told = lanes.accessibleDescription().replace("\xa0", " ")
    assert "Taktiskt: 0 av 1 genomförda, till och med 30 juni" in told
    assert "Taktiskt och operativt: 0 av 1 genomförda, från 1 juli" in told
    assert told.endswith("Strategiskt: 0 av 0 genomförda")
    (ended,) = lanes.plan.outside(Forum.TACTICAL, lanes.meetings.spans(Forum.TACTICAL))
    (before,) = lanes.plan.outside(Forum.COMBINED, lanes.meetings.spans(Forum.COMBINED))
    assert ended.left() == before.right() == lanes.plan.x(date(2026, 7, 1))
    assert not lanes.plan.outside(Forum.STRATEGIC, lanes.meetings.spans(Forum.STRATEGIC))
    year.show_year(2027)
    assert lanes.meetings.forums == (Forum.COMBINED, Forum.STRATEGIC)
    year.show_year(2025)
    assert lanes.meetings.forums == (Forum.OPERATIONAL, Forum.TACTICAL, Forum.STRATEGIC)


def test_kundrad_has_a_lane_in_a_year_when_it_meets(year: YearLanes, qtbot: QtBot) -> None:
    council = meeting(SPRING, level=Level.STRATEGIC, forum=Forum.COUNCIL, is_council=True)
    year.show_meetings([council, meeting(AUTUMN)])
    lanes = year.lanes
    assert lanes.meetings.forums[-1] is Forum.COUNCIL
    lanes.setFocus()
    lanes.go_to(0)
    qtbot.keyClick(lanes, Qt.Key.Key_Down)
    assert lanes.meetings.rows[lanes.currentIndex().row()].id == council.id
    assert "Kundråd" in str(lanes.currentIndex().data())
    year.show_meetings([meeting(AUTUMN)])
    assert Forum.COUNCIL not in lanes.meetings.forums

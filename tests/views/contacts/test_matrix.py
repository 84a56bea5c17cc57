"""The matrix: who stands where, what is vacant, and how one walks it (R1, R15, R17, R18)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact_matrix import Gap
from desktop.domain.contacts.contact_notice import ContactNotice, NoticePlace, NoticeRow, NoticeState
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.views.contacts.matrix.cells import GapCell, PersonCell
from desktop.views.contacts.matrix.grid import MOST
from desktop.views.contacts.matrix.view import MatrixView
from tests.views.contacts.people import DAY, FINANCE, PAYROLL, TWO, listed, person
from tests.views.registers import shown

ANNA = person("Anna Andersson", {"level": Level.TACTICAL}, title="Ekonomichef", orders=True)
ALI = person(
    "Ali Hassan",
    {"level": Level.OPERATIONAL, "area_id": PAYROLL},
    title="Lönehandläggare",
    confirmed_on=date(2025, 9, 20),
)
ERIK = person("Erik Sund", {"level": Level.STRATEGIC, "ends_on": date(2026, 10, 31)})
KARIN = person("Karin Lind", {"level": Level.STRATEGIC}, party=Party.SSC, title="Kundansvarig chef")
EVERYONE = (ALI, ANNA, ERIK, KARIN)


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    made = MatrixView()
    made.show_list(listed(*EVERYONE))
    return shown(qtbot, made)


def cells(view: QWidget) -> list[PersonCell]:
    return [cell for cell in view.findChildren(PersonCell) if cell.isVisible()]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def names(view: QWidget) -> list[str]:
    return [cell.accessibleName() for cell in cells(view)]


def table(view: MatrixView) -> list[tuple[str, ...]]:
    model = view.functions.model()
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def test_everyone_is_read_with_level_party_area_and_what_is_known(view: MatrixView) -> None:
    assert names(view) == [
        "Strategisk nivå, Statens servicecenter, alla tjänsteområden: Karin Lind, Kundansvarig chef",
        "Taktisk nivå, Exempelmyndigheten, alla tjänsteområden: Anna Andersson, Ekonomichef · behörig beställare",
        "Operativ nivå, Exempelmyndigheten, Lön: Ali Hassan, Lönehandläggare · Lön, Ej bekräftad på 14 månader",
    ]


def test_gaps_are_told_since_when_and_for_which_area(view: MatrixView) -> None:
    told = [texts(gap)[:] for gap in view.findChildren(GapCell) if gap.isVisible()]
    assert [[word for word in words if word != "Utse"] for words in told] == [
        ["Vakant sedan 1\u00a0november"],
        ["Vakant"],
        ["E-handel: vakant", "Ekonomi: vakant"],
        ["Vakant"],
    ]


def test_a_gap_is_filled_after_whom_held_it_last(view: MatrixView, qtbot: QtBot) -> None:
    button = view.findChild(QPushButton, "appoint")
    assert button.accessibleName() == ("Strategisk nivå, Exempelmyndigheten: Vakant sedan 1\u00a0november. Utse någon")
    with qtbot.waitSignal(view.appointed, timeout=500) as asked:
        button.click()
    assert asked.args == [Gap(level=Level.STRATEGIC, since=date(2026, 11, 1), former=ERIK)]


def test_the_arrow_keys_walk_the_grid_and_enter_opens(view: MatrixView, qtbot: QtBot) -> None:
    anna = cells(view)[1]
    anna.setFocus()
    walked: list[str] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(view.focusWidget(), key)
        walked.append(view.focusWidget().accessibleName().split(":")[0])
    assert walked == [
        "Operativ nivå, Exempelmyndigheten, Lön",
        "Operativ nivå, Exempelmyndigheten",
        "Operativ nivå, Statens servicecenter",
        "Taktisk nivå, Statens servicecenter",
        "Strategisk nivå, Exempelmyndigheten",
        "Operativ nivå, Statens servicecenter",
    ]
    anna.setFocus()
    with qtbot.waitSignal(view.opened, timeout=500) as opened:
        qtbot.keyClick(anna, Qt.Key.Key_Return)
    assert opened.args == [ANNA.id]


def test_the_grid_is_one_stop_of_tab_where_one_was_last(view: MatrixView, qtbot: QtBot) -> None:
    cells(view)[1].setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is view.functions
    qtbot.keyClick(view.functions, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.focusWidget() is cells(view)[1]


def test_the_focus_stays_on_the_place_when_the_list_changes(view: MatrixView, qtbot: QtBot) -> None:
    bo = person("Bo Ek", {"level": Level.OPERATIONAL, "area_id": FINANCE})
    cells(view)[2].setFocus()
    view.show_list(listed(*EVERYONE, bo))
    assert isinstance(view.focusWidget(), PersonCell)
    assert view.focusWidget().accessibleName().startswith("Operativ nivå, Exempelmyndigheten")
    assert view.focus_contact(bo.id)
    assert view.focusWidget().accessibleName().endswith("Bo Ek, Ekonomi")


def test_who_comes_and_who_leaves_is_said_with_the_day(view: MatrixView) -> None:
    coming = person("Ny Chef", {"level": Level.STRATEGIC, "starts_on": date(2027, 1, 1)})
    leaving = person("Gammal Chef", {"level": Level.TACTICAL, "ends_on": date(2026, 12, 31)})
    view.show_list(listed(coming, leaving))
    notes = [texts(cell) for cell in cells(view)]
    assert notes == [
        ["Ny Chef", "från 1\u00a0januari\u00a02027"],
        ["Gammal Chef", "till 31\u00a0december\u00a02026"],
    ]


def test_two_levels_that_share_a_forum_are_one_row(view: MatrixView) -> None:
    view.show_list(listed(*EVERYONE, agreement=TWO))
    assert [name.split(":")[0] for name in names(view)] == [
        "Strategisk nivå, Statens servicecenter, alla tjänsteområden",
        "Taktisk och operativ nivå, Exempelmyndigheten, alla tjänsteområden",
        "Taktisk och operativ nivå, Exempelmyndigheten, Lön",
    ]


def test_another_day_shows_who_held_it_then_and_offers_nothing_of_today(view: MatrixView) -> None:
    view.show_list(listed(*EVERYONE, day=date(2024, 3, 1)))
    assert "Erik Sund" in texts(cells(view)[0])
    assert not any(button.isVisible() for button in view.findChildren(QPushButton, "appoint"))
    assert not any("bekräftad" in name for name in names(view))
    assert not view.notices.isVisible()


def test_more_persons_than_fit_are_left_to_the_list(view: MatrixView, qtbot: QtBot) -> None:
    crowd = [person(f"Person Nr{place}", {"level": Level.TACTICAL}) for place in range(MOST + 3)]
    view.show_list(listed(*crowd))
    assert len(cells(view)) == MOST
    rest = next(b for b in view.findChildren(QPushButton) if b.text() == f"Visa alla {MOST + 3} i listan")
    with qtbot.waitSignal(view.grid.list_asked, timeout=500) as asked:
        rest.click()
    assert asked.args == [Forum.TACTICAL, Party.AGENCY]


def test_functions_and_orderers_stand_below_and_are_opened_by_a_click(view: MatrixView, qtbot: QtBot) -> None:
    sara = person("Sara Berg", {"function": "Verksjurist"}, mobile="070-123", email="sara@myndighet.example")
    support = person("", {"function": "Kundsupport"}, party=Party.SSC, function_email="kundsupport@ssc.example")
    view.show_list(listed(*EVERYONE, sara, support))
    assert table(view) == [
        ("Verksjurist", "Sara Berg", "070-123", "sara@myndighet.example", "2026-11-23"),
        ("Informationsansvarig", "Vakant", "", "", ""),
        ("Dataskyddsombud", "Vakant", "", "", ""),
        ("Kundsupport, SSC", "Kundsupport", "", "kundsupport@ssc.example", "2026-11-23"),
        ("Behörig beställare", "Anna Andersson", "", "", "2026-11-23"),
    ]
    place = view.functions.visualRect(view.functions.model().index(0, 1)).center()
    with qtbot.waitSignal(view.opened, timeout=500) as opened:
        qtbot.mouseClick(view.functions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [sara.id]
    view.functions.setFocus()
    view.functions.setCurrentIndex(view.functions.model().index(1, 0))
    with qtbot.waitSignal(view.appointed, timeout=500) as asked:
        qtbot.keyClick(view.functions, Qt.Key.Key_Return)
    assert asked.args == [Gap(function="Informationsansvarig")]


def notice(title: str, state: NoticeState = NoticeState.OPEN, place: NoticePlace | None = None) -> NoticeRow:
    kept = ContactNotice(id=new_id(), title=title, effective_on=DAY, made_on=DAY)
    return NoticeRow(notice=kept, state=state, place=place)


def test_changes_to_announce_stand_at_the_bottom(view: MatrixView, qtbot: QtBot) -> None:
    assert "Det finns inga ändringar att meddela." in texts(view.notices)
    place = NoticePlace(new_id(), "Taktiskt samverkansmöte", date(2026, 12, 2))
    rows = (
        notice("Erik Sund lämnar R&D den 1 november"),
        notice("Åsa slutar", NoticeState.PLANNED, place),
        notice("Bo slutar", NoticeState.PASSED, place),
    )
    view.show_list(listed(*EVERYONE, notices=rows))
    assert texts(view.notices) == ["Ej meddelad", "Tas upp 2\u00a0december", "Togs upp 2\u00a0december?"]
    first = view.notices.findChildren(QPushButton, "noticeTitle")[0]
    assert first.text() == "Erik Sund lämnar R&&D den 1 november"
    with qtbot.waitSignal(view.notices.opened, timeout=500) as opened:
        first.click()
    assert opened.args == [rows[0].notice.id]
    at_forum = view.notices.findChildren(QPushButton, "noticeAtForum")
    assert [button.isVisible() for button in at_forum] == [True, False, True]
    with qtbot.waitSignal(view.notices.planned, timeout=500) as planned:
        at_forum[0].click()
    assert planned.args == [rows[0]]
    on_web = view.notices.findChildren(QPushButton, "noticeByWeb")
    assert [button.isVisible() for button in on_web] == [True, True, False]
    yes = view.notices.findChild(QPushButton, "noticeWasTold")
    assert yes.accessibleName() == "Togs upp 2\u00a0december? Ja, togs upp: Bo slutar"
    with qtbot.waitSignal(view.notices.told, timeout=500) as told:
        yes.click()
    assert told.args == [rows[2]]


def test_a_function_whose_holder_was_never_confirmed_says_so(view: MatrixView) -> None:
    sara = person("Sara Berg", {"function": "Verksjurist"}, confirmed_on=None)
    view.show_list(listed(sara))
    assert table(view)[0] == ("Verksjurist", "Sara Berg", "", "", "Aldrig")


def test_what_is_vacant_keeps_its_distance_where_nobody_can_be_named(view: MatrixView) -> None:
    def height() -> int:
        return view.findChildren(GapCell)[-1].sizeHint().height()

    today = height()
    view.show_list(listed(*EVERYONE, day=date(2026, 11, 22)))
    assert not view.findChildren(QPushButton, "appoint")[-1].isVisible()
    assert height() == today

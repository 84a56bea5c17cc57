"""The series beside the list, and what a meeting tells of its own."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.dates import SWEDEN, add_months, today
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.series import Series
from desktop.views.meetings.meeting_tabs import Tab
from tests.views.meetings.conftest import Hands


def next_first_tuesday() -> date:
    """The first Tuesday of the month after next, so that it has not passed."""
    first = add_months(today().replace(day=1), 2)
    return first + timedelta(days=(1 - first.weekday()) % 7)


def made(hands: Hands) -> Series:
    series = Series(id=new_id(), title="Möte var månad", level=Level.TACTICAL, starts_on=next_first_tuesday())
    hands.services.series.create(series)
    hands.settle()
    return series


def label(hands: Hands, name: str) -> str:
    found = hands.find(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_the_series_stand_beside_the_list_and_lead_to_meetings(hands: Hands) -> None:
    hands.open("Avgifter")
    series = made(hands)
    button = hands.find(QPushButton, "seriesButton")
    assert isinstance(button, QPushButton)
    button.click()
    hands.settle()
    assert hands.page.series.isVisible()
    assert [card.file.series.id for card in hands.page.series.overview.cards] == [series.id]
    first = hands.services.series.get(series.id).next_meeting
    assert first is not None
    hands.page.series.meeting_chosen.emit(first.id)
    hands.settle()
    assert hands.page.view.isVisible()
    assert hands.page.view.meeting_id == first.id


def test_news_do_not_take_the_series_away(hands: Hands) -> None:
    hands.open("Avgifter")
    hands.page.show_series()
    hands.settle()
    made(hands)
    assert hands.page.series.isVisible()
    assert len(hands.page.series.overview.cards) == 1
    hands.page.series.left.emit()
    hands.settle()
    assert hands.page.view.isVisible()


def test_a_register_without_meetings_is_not_taken_from_the_form(hands: Hands) -> None:
    hands.meeting()
    hands.settle()
    hands.page.show_series()
    hands.settle()
    hands.services.meetings.remove(hands.services.meetings.rows()[0].id)
    hands.settle()
    assert hands.page.series.isVisible()


def test_a_meeting_tells_its_series_and_from_where_it_was_moved(hands: Hands) -> None:
    series = made(hands)
    key = hands.services.meetings.rows()[0].id
    hands.page.open_meeting(key)
    hands.settle()
    hands.page.view.show_tab(Tab.DETAILS)
    hands.settle()
    assert label(hands, "meetingSeries") == "Ingår i serien ”Möte var månad”."
    moved = datetime.combine(series.starts_on + timedelta(days=2), datetime.min.time(), SWEDEN).replace(hour=9)
    hands.services.meetings.change(key, starts_at=moved, ends_at=moved + timedelta(hours=1))
    hands.settle()
    assert "flyttat från" in label(hands, "meetingSeries")
    assert "flyttat från" in label(hands, "pageSubtitle")


def test_a_meeting_of_its_own_tells_nothing_of_series(hands: Hands) -> None:
    hands.open("Avgifter")
    hands.page.view.show_tab(Tab.DETAILS)
    hands.settle()
    assert not hands.find(QWidget, "meetingSeries").isVisible()

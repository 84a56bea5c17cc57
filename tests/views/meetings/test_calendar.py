"""The calendar beside the list: opened from it, leads to meetings and to new ones."""

from datetime import date

from tests.views.meetings.conftest import Hands


def test_the_calendar_shows_every_meeting_and_opens_them(hands: Hands) -> None:
    hands.open("Avgifter")
    wanted = hands.page.view.meeting_id
    hands.page.show_calendar()
    hands.settle()
    assert hands.page.calendar.isVisible()
    hands.page.calendar.meeting_chosen.emit(wanted)
    hands.settle()
    assert hands.page.view.isVisible()
    assert hands.page.view.meeting_id == wanted


def test_news_do_not_take_the_calendar_away(hands: Hands) -> None:
    hands.open("Avgifter")
    hands.page.show_calendar()
    hands.page.refresh(frozenset({"meeting", "agenda"}))
    hands.settle()
    assert hands.page.calendar.isVisible()


def test_a_day_without_meetings_offers_the_form_for_that_day(hands: Hands) -> None:
    hands.open("Avgifter")
    hands.page.show_calendar()
    hands.page.calendar.day_chosen.emit(date(2027, 1, 12))
    assert hands.page.form.isVisible()
    assert hands.page.form._fields["day"].text() == "2027-01-12"


def test_choosing_in_the_list_leaves_the_calendar(hands: Hands) -> None:
    hands.open("Avgifter")
    hands.page.show_calendar()
    hands.page._choose(hands.page.view.meeting_id)
    assert hands.page.view.isVisible()

"""Forums on the page of the meetings: two levels in one from a day on, Kundråd, and agendas from templates."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum
from desktop.domain.level import Level, LevelModel
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.parts.badge import ForumBadge
from tests.views.meetings.conftest import Hands, type_text

FROM = date(2026, 12, 15)


def decide_on_two_levels(hands: Hands) -> None:
    choice = LevelChoice(starts_on=FROM, model=LevelModel.TWO, decision="Möte 2026-06-10, punkt 4")
    hands.services.agreements.save(Agreement(agency_name="Exempelmyndigheten", choices=(choice,)))
    hands.settle()


def badge(hands: Hands) -> ForumBadge:
    return hands.find(ForumBadge, "meetingBadge")


def items(box: QComboBox) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def make(hands: Hands, day: str) -> None:
    for name, text in (("day", day), ("starts", "9"), ("ends", "10.30")):
        type_text(hands.field(f"newMeeting-{name}"), text)
    hands.find(QPushButton, "newMeetingMake").click()
    hands.settle()


def test_the_badge_and_the_list_follow_the_decision_at_once(hands: Hands) -> None:
    key, before = hands.meeting(day=20), hands.meeting(day=14, level=Level.OPERATIONAL, title="Före")
    hands.page.open_meeting(key)
    hands.settle()
    assert badge(hands).text() == "Taktisk"
    decide_on_two_levels(hands)
    assert badge(hands).text() == "Taktisk och operativ"
    assert badge(hands).accessibleName() == "Forum: Taktiskt och operativt"
    assert [row.forum for row in hands.page.list.meetings.rows] == [Forum.OPERATIONAL, Forum.COMBINED]
    hands.page.open_meeting(before)
    hands.settle()
    assert badge(hands).text() == "Operativ"


def test_the_forums_to_choose_follow_the_day_that_is_typed(hands: Hands) -> None:
    decide_on_two_levels(hands)
    hands.page.new_meeting()
    hands.settle()
    form = hands.page.form
    forum, title, day = form._forum, hands.field("newMeeting-title"), hands.field("newMeeting-day")
    type_text(day, "2026-12-14")
    assert items(forum) == ["Operativt", "Taktiskt", "Strategiskt", "Kundråd"]
    forum.setCurrentIndex(0)
    day.clear()
    type_text(day, "2026-12-15")
    assert items(forum) == ["Taktiskt och operativt", "Strategiskt", "Kundråd"]
    assert forum.currentText() == "Taktiskt och operativt"
    assert title.text() == "Taktiskt och operativt samverkansmöte"
    assert form.template.currentText() == "Mall: Taktiskt och operativt möte"
    day.clear()
    make(hands, "2026-12-15")
    (row,) = hands.services.meetings.rows()
    assert (row.forum, row.level, row.is_council) == (Forum.COMBINED, Level.TACTICAL, False)
    assert badge(hands).text() == "Taktisk och operativ"
    agenda = [item.title for item in hands.services.agendas.get(row.id)]
    assert agenda == [item.title for item in SHIPPED[Forum.COMBINED].items]


def test_a_kundrad_is_planned_with_its_preparation(hands: Hands) -> None:
    hands.page.new_meeting()
    hands.settle()
    form = hands.page.form
    form._forum.setCurrentIndex(form._forums.index(Forum.COUNCIL))
    assert hands.field("newMeeting-title").text() == "Kundråd"
    make(hands, "2027-03-10")
    (row,) = hands.services.meetings.rows()
    assert (row.forum, row.level, row.is_council) == (Forum.COUNCIL, Level.STRATEGIC, True)
    assert badge(hands).text() == "Kundråd"
    assert row.items == len(SHIPPED[Forum.COUNCIL].items)
    hands.undo()
    assert not hands.services.meetings.rows()


def test_an_agenda_can_begin_empty_or_with_a_template_of_our_own(hands: Hands) -> None:
    made = hands.open("Lönerevision")
    hands.services.templates.make(made, "Vår mall")
    hands.page.new_meeting()
    hands.settle()
    choice = hands.page.form.template
    assert choice.currentText() == "Mall: Vår mall"
    assert items(choice)[:3] == ["Tom dagordning", "Mall: Vår mall", "Mall: Taktiskt möte"]
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    form = hands.page.form
    form._forum.setCurrentIndex(form._forums.index(Forum.STRATEGIC))
    assert choice.currentText() == "Tom dagordning"
    make(hands, "2027-03-10")
    assert hands.services.meetings.rows()[-1].items == 0
    hands.page.new_meeting()
    hands.settle()
    assert choice.currentText() == "Mall: Strategiskt möte"


def test_the_forum_is_changed_among_the_data_of_the_meeting(hands: Hands) -> None:
    key = hands.open()
    hands.page.view.show_tab(Tab.DETAILS)
    box = hands.find(QComboBox, "meetingForum")
    assert items(box) == ["Operativt", "Taktiskt", "Strategiskt", "Kundråd"]
    box.setCurrentIndex(3)
    box.activated.emit(3)
    hands.settle()
    kept = hands.services.meetings.get(key)
    assert (kept.forum, kept.meeting.level) == (Forum.COUNCIL, Level.STRATEGIC)
    assert badge(hands).text() == "Kundråd"
    hands.undo()
    assert hands.services.meetings.get(key).forum is Forum.TACTICAL
    assert box.currentText() == "Taktiskt"
    decide_on_two_levels(hands)
    assert items(box) == ["Operativt", "Taktiskt", "Strategiskt", "Kundråd"]
    later = datetime(2026, 12, 20, 9, tzinfo=UTC)
    hands.services.meetings.change(key, starts_at=later, ends_at=later + timedelta(hours=1))
    hands.settle()
    assert items(box) == ["Taktiskt och operativt", "Strategiskt", "Kundråd"]
    assert box.currentText() == "Taktiskt och operativt"


@pytest.mark.parametrize(("chosen", "shown"), [(Forum.COMBINED, 2), (Forum.STRATEGIC, 0), (Forum.COUNCIL, 0)])
def test_a_forum_lists_the_meetings_of_its_levels_from_before_the_decision(
    hands: Hands, chosen: Forum, shown: int
) -> None:
    decide_on_two_levels(hands)
    hands.meeting(day=20)
    hands.meeting(day=10, level=Level.OPERATIONAL)
    hands.settle()
    hands.page.show_forum(chosen)
    hands.settle()
    assert len(hands.page.list.meetings.rows) == shown

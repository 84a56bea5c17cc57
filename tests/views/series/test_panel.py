"""The panel of the series: made, changed, extended, ended and removed, by mouse and by keyboard."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.agreement import Agreement, LevelChoice, ServiceArea
from desktop.domain.forum import Forum
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.series_rules import hours_on
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database

from .conftest import TODAY, Hands

TUESDAYS = [date(2026, 12, 1), date(2027, 3, 2), date(2027, 6, 1), date(2027, 9, 7)]


def quarterly(**more: object) -> Series:
    values: dict[str, object] = {"starts_on": TUESDAYS[0], "every": 3, "starts_minute": 780, **more}
    return Series(id=new_id(), title="Taktiskt samverkansmöte", level=Level.TACTICAL, **values)  # type: ignore[arg-type]


def said(hands: Hands) -> str:
    """Everything that can be read."""
    return "\n".join(label.text() for label in hands.panel.findChildren(QLabel) if label.isVisible())


def begin(hands: Hands, day: str = "2026-12-01") -> None:
    hands.click("firstSeries" if not hands.services.series.all() else "newSeries")
    hands.type(starts_on=day)


def test_an_empty_panel_says_what_a_series_is_and_offers_one(hands: Hands) -> None:
    assert "Inga serier ännu" in said(hands)
    hands.click("firstSeries")
    assert hands.panel.form.isVisible()
    assert "Skriv första dagen, så visas dagarna här." in said(hands)


def test_the_days_are_shown_while_the_series_is_typed(hands: Hands) -> None:
    begin(hands)
    shown = hands.panel.form.preview.list.days
    assert [day.on for day in shown.days] == TUESDAYS
    assert "Var tredje månad, första tisdagen, kl.\u00a013.00–14.30" in said(hands)
    hands.type(starts_on="2027-01-06", starts="9")
    hands.panel.form.fields._every.setValue(12)
    assert [(day.on, day.planned.closed) for day in shown.days] == [
        (date(2027, 1, 6), "Trettondedag jul"),
        (date(2028, 1, 5), ""),
    ]
    assert "Varje år, första onsdagen i januari, kl.\u00a09.00–14.30" in said(hands)
    hands.type(starts_on="ingen dag")
    assert not shown.days


def test_a_series_is_made_with_all_its_meetings(hands: Hands, database: Database) -> None:
    hands.services.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    begin(hands)
    hands.type(place="Ekoxen", reason="Fyra möten räcker", agreed_on="2026-11-01", review_on="2027-11-01")
    hands.panel.form.fields._combos["convener"].setCurrentIndex(1)
    hands.click("seriesDo")
    assert hands.days() == TUESDAYS
    (file,) = hands.services.series.all()
    series = file.series
    assert (series.title, series.level, series.place) == ("Taktiskt samverkansmöte", Level.TACTICAL, "Ekoxen")
    assert (series.convener, series.notes_by, series.reason) == (Party.AGENCY, Party.SSC, "Fyra möten räcker")
    assert (series.agreed_on, series.review_on) == (date(2026, 11, 1), date(2027, 11, 1))
    assert hands.messages[-1] == ("Serien ”Taktiskt samverkansmöte”: 4 möten är upplagda.", "good", True)
    assert hands.panel.overview.isVisible()
    assert "Skäl: Fyra möten räcker" in said(hands)
    assert "tis 1\u00a0december\u00a02026 13.00–14.30" in said(hands)


def test_a_closed_day_is_moved_only_when_that_is_chosen(hands: Hands) -> None:
    begin(hands, "2027-01-06")
    hands.panel.form.fields._every.setValue(12)
    hands.click("seriesTurn")
    assert hands.panel.form.preview.places == {date(2027, 1, 6): date(2027, 1, 7)}
    hands.click("seriesTurn")
    assert hands.panel.form.preview.places == {date(2027, 1, 6): date(2027, 1, 6)}
    hands.click("seriesMoveAll")
    hands.click("seriesDo")
    meeting = hands.meetings()[0]
    assert (meeting.day, meeting.series_day) == (date(2027, 1, 7), date(2027, 1, 6))
    assert "flyttat från 6\u00a0januari" in said(hands)


def test_the_space_bar_turns_a_closed_day(hands: Hands) -> None:
    begin(hands, "2027-01-06")
    days = hands.panel.form.preview.list
    days.setFocus()
    QTest.keyClick(days, Qt.Key.Key_Space)
    assert days.days.days[0].on == date(2027, 1, 7)
    assert days.days.data(days.days.index(0), Qt.ItemDataRole.AccessibleTextRole) == (
        "tor 7\u00a0januari\u00a02027, v.\u00a01, I stället för ons 6\u00a0januari\u00a02027: Trettondedag jul"
    )
    hands.type(place="Ekoxen")
    assert days.days.days[0].is_moved


def test_what_cannot_be_used_is_told_beside_its_field(hands: Hands) -> None:
    hands.click("firstSeries")
    hands.type(title="", starts="25", ends_on="x")
    hands.click("seriesDo")
    rows = hands.panel.form.fields._rows
    wrong = {name for name, row in rows.items() if row.field.accessibleDescription()}
    assert wrong == {"title", "starts_on", "starts", "ends_on"}
    assert QApplication.focusWidget() is hands.panel.form.fields._texts["title"]
    assert not hands.services.series.all()
    hands.type(title="Möte", starts_on="2026-12-01", starts="14.30", ends="14", ends_on="2026-11-30")
    hands.click("seriesDo")
    assert {name for name, row in rows.items() if row.field.accessibleDescription()} == {"ends", "ends_on"}


def test_short_dates_are_written_out_when_the_field_is_left(hands: Hands) -> None:
    begin(hands, "1/12")
    field = hands.panel.form.fields._texts["starts_on"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "2026-12-01"


def test_a_meeting_that_is_there_is_told_and_taken_in(hands: Hands) -> None:
    begins, ends = hours_on(quarterly(), TUESDAYS[0])
    known = Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=begins, ends_at=ends)
    hands.services.meetings.create(known)
    hands.settle()
    begin(hands)
    assert [day.is_known for day in hands.panel.form.preview.list.days.days] == [True, False, False, False]
    hands.click("seriesDo")
    assert hands.meetings()[0].id == known.id
    assert "1 som redan fanns ingår i serien" in hands.messages[-1][0]


def test_typing_for_a_new_series_stays_when_the_form_is_left(hands: Hands) -> None:
    begin(hands)
    QTest.keyClick(hands.panel.form.fields._texts["place"], Qt.Key.Key_Escape)
    assert hands.panel.overview.isVisible()
    hands.click("firstSeries")
    assert hands.panel.form.fields._texts["starts_on"].text() == "2026-12-01"
    QTest.keyClick(hands.panel.form.fields._texts["place"], Qt.Key.Key_Return)
    hands.settle()
    assert hands.days() == TUESDAYS
    hands.click("newSeries")
    assert not hands.panel.form.fields._texts["starts_on"].text()


def test_a_change_is_followed_by_what_nobody_has_touched(hands: Hands) -> None:
    hands.services.series.create(quarterly(place="Teams"))
    hands.services.meetings.change(hands.meetings()[0].id, state=MeetingState.CONVENED)
    hands.settle()
    hands.click("seriesChange")
    fields = hands.panel.form.fields
    assert (fields._texts["starts_on"].text(), fields._texts["place"].text()) == ("2026-12-01", "Teams")
    hands.type(place="Ekoxen")
    hands.click("seriesDo")
    assert [one.place for one in hands.meetings()] == ["Teams", "Ekoxen", "Ekoxen", "Ekoxen"]
    assert hands.messages[-1][0] == (
        "Serien ”Taktiskt samverkansmöte” är ändrad. 3 möten följde med, 1 kommande ligger kvar som det var."
    )


def test_a_day_that_was_moved_when_it_was_made_is_still_moved_after_a_change(hands: Hands) -> None:
    hands.services.series.create(quarterly(starts_on=date(2027, 1, 6), every=12), {date(2027, 1, 6): date(2027, 1, 7)})
    hands.settle()
    hands.click("seriesChange")
    assert [day.on for day in hands.panel.form.preview.list.days.days] == [date(2027, 1, 7), date(2028, 1, 5)]
    hands.type(place="Ekoxen")
    hands.click("seriesDo")
    assert [(one.day, one.place) for one in hands.meetings()] == [
        (date(2027, 1, 7), "Ekoxen"),
        (date(2028, 1, 5), "Ekoxen"),
    ]


def test_more_meetings_are_offered_and_laid_out(hands: Hands) -> None:
    hands.services.series.create(quarterly())
    for meeting in hands.meetings()[2:]:
        hands.services.meetings.remove(meeting.id)
    hands.settle()
    assert "2 möten återstår av dem som är planerade." in said(hands)
    hands.click("seriesExtend")
    assert not hands.panel.form.fields.isVisible()
    days = [*TUESDAYS[2:], date(2027, 12, 7)]
    assert [day.on for day in hands.panel.form.preview.list.days.days] == days
    hands.click("seriesDo")
    assert hands.days() == [*TUESDAYS[:2], *days]
    assert not [one for one in hands.panel.findChildren(QWidget, "seriesExtend") if one.isVisible()]


def test_a_series_ends_today_and_is_taken_back(hands: Hands) -> None:
    hands.services.series.create(quarterly(starts_on=date(2026, 9, 1)))
    hands.settle()
    hands.click("seriesEnd")
    assert not hands.meetings()
    assert hands.services.series.all()[0].series.ends_on == TODAY
    assert hands.messages[-1][0].endswith("är avslutad. 4 orörda togs bort.")
    hands.tasks.run(hands.services.history.undo, hands.panel, lambda _: None)
    hands.settle()
    assert len(hands.meetings()) == 4
    assert "slutade" not in said(hands)


def test_a_series_is_removed_and_its_worked_meetings_stay(hands: Hands) -> None:
    hands.services.series.create(quarterly())
    hands.services.meetings.change(hands.meetings()[0].id, state=MeetingState.CONVENED)
    hands.settle()
    hands.click("seriesRemove")
    assert hands.days() == TUESDAYS[:1]
    assert "Inga serier ännu" in said(hands)


def test_the_next_meeting_opens(hands: Hands) -> None:
    hands.services.series.create(quarterly())
    hands.settle()
    chosen: list[object] = []
    hands.panel.meeting_chosen.connect(chosen.append)
    hands.click("seriesOpen")
    assert chosen == [hands.meetings()[0].id]


def test_after_a_joint_decision_the_shared_forum_is_offered(hands: Hands) -> None:
    two = LevelChoice(starts_on=date(2027, 1, 1), model=LevelModel.TWO, decision="Möte 2026-10-05")
    hands.services.agreements.save(Agreement(agency_name="Exempelmyndigheten", choices=(two,)))
    hands.settle()
    begin(hands, "2026-12-01")
    fields = hands.panel.form.fields
    assert fields._forums == (Forum.OPERATIONAL, Forum.TACTICAL, Forum.STRATEGIC, Forum.COUNCIL)
    hands.type(starts_on="2027-01-12")
    assert fields._forums == (Forum.COMBINED, Forum.STRATEGIC, Forum.COUNCIL)
    assert fields.forum is Forum.COMBINED
    assert fields._texts["title"].text() == "Taktiskt och operativt samverkansmöte"
    fields._combos["forum"].setCurrentIndex(2)
    hands.click("seriesDo")
    series = hands.services.series.all()[0].series
    assert (series.is_council, series.level, series.title) == (True, Level.STRATEGIC, "Kundråd")


def test_the_areas_of_the_agreement_can_be_chosen(hands: Hands, database: Database) -> None:
    area = ServiceArea(id=new_id(), name="Lön")
    with database.writing(Act("test")) as session:
        session.add(ServiceAreaRecord.of(area))
    hands.settle()
    begin(hands)
    hands.panel.form.fields._combos["area"].setCurrentIndex(1)
    hands.click("seriesDo")
    assert {one.area_id for one in hands.meetings()} == {area.id}
    assert "· Lön" in said(hands)


def test_a_template_of_our_own_can_be_chosen(hands: Hands) -> None:
    begins, ends = hours_on(quarterly(), date(2026, 12, 8))
    model = Meeting(id=new_id(), title="Möte", level=Level.STRATEGIC, starts_at=begins, ends_at=ends)
    hands.services.meetings.create(model)
    hands.services.agendas.add(model.id, "Bara det här")
    own = hands.services.templates.make(model.id, "Vår mall")
    hands.settle()
    begin(hands)
    combo = hands.panel.form.fields._combos["template"]
    assert [combo.itemText(place) for place in range(combo.count())] == ["Forumets mall", "Vår mall"]
    combo.setCurrentIndex(1)
    hands.click("seriesDo")
    made = [one for one in hands.meetings() if one.series_id]
    assert [[item.title for item in hands.services.agendas.get(one.id)] for one in made] == [["Bara det här"]] * 4
    hands.click("seriesChange")
    assert combo.currentText() == "Vår mall"
    assert hands.services.series.all()[0].series.template_id == own


def test_escape_leaves_the_panel(hands: Hands) -> None:
    left: list[bool] = []
    hands.panel.left.connect(lambda: left.append(True))
    QTest.keyClick(hands.panel.overview, Qt.Key.Key_Escape)
    assert left


def test_everything_is_reached_by_tab(hands: Hands) -> None:
    begin(hands, "2027-01-06")
    fields = hands.panel.form.fields
    reached: list[QWidget] = []
    for _ in range(30):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in reached:
            break
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    wanted = [fields._rows[name].field for name in fields._rows if fields._rows[name].isEnabled()]
    places = [reached.index(field) for field in wanted]
    assert places == sorted(places)
    assert hands.panel.form.preview.list in reached

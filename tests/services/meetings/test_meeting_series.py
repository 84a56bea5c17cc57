"""Series of meetings: laid out, changed, extended and ended; only what nobody has touched follows (R4)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.meetings.followup import Decision
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.series_rules import hours_on
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.errors import InputError
from desktop.models.followup import DecisionRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meeting_series import MeetingSeries
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.participants import Participants
from desktop.services.meetings.series_meetings import follow_levels_in
from desktop.services.meetings.templates import Templates
from tests.services.conftest import Register, tactical_meeting

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
TUESDAYS = [date(2026, 12, 1), date(2027, 3, 2), date(2027, 6, 1), date(2027, 9, 7)]


def quarterly(**more: object) -> Series:
    values: dict[str, object] = {"title": "Taktiskt möte", "starts_on": TUESDAYS[0], "starts_minute": 13 * 60, **more}
    return Series(id=new_id(), level=Level.TACTICAL, **{"every": 3, **values})  # type: ignore[arg-type]


@pytest.fixture
def every_series(register: Register) -> MeetingSeries:
    return MeetingSeries(register.database, lambda: NOW)


def meetings(register: Register) -> list[Meeting]:
    rows = Meetings(register.database).rows()
    found = [Meetings(register.database).get(row.id).meeting for row in rows]
    return sorted(found, key=lambda meeting: meeting.starts_at)


def days(register: Register) -> list[date]:
    return [meeting.day for meeting in meetings(register)]


def state(register: Register) -> tuple[list[Meeting], list[object]]:
    return meetings(register), [Meetings(register.database).get(one.id).participants for one in meetings(register)]


def test_a_series_is_laid_out_a_year_ahead_with_everything_a_meeting_needs(
    register: Register, every_series: MeetingSeries
) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL, starts_on=date(2027, 6, 1))
    agreement = Agreement(agency_name="Exempelmyndigheten", own_registry_number="EX 1", ssc_registry_number="SSC 2")
    Agreements(register.database).save(agreement)
    area = register.area("Lön")
    series = quarterly(area_id=area, place="Teams", convener=Party.AGENCY, notes_by=Party.AGENCY, minutes=60)
    outcome = every_series.create(series)
    made = meetings(register)
    assert (outcome.made, outcome.taken_in) == (4, 0)
    assert [(one.day, one.series_day) for one in made] == [(day, day) for day in TUESDAYS]
    assert [(one.starts_at, one.ends_at) for one in made] == [hours_on(series, day) for day in TUESDAYS]
    for one in made:
        assert (one.title, one.level, one.area_id, one.place) == ("Taktiskt möte", Level.TACTICAL, area, "Teams")
        assert (one.convener, one.notes_by, one.series_id) == (Party.AGENCY, Party.AGENCY, series.id)
        assert (one.own_registry_number, one.ssc_registry_number) == ("EX 1", "SSC 2")
        assert one.state is MeetingState.PLANNED
    names = [{p.name for p in Meetings(register.database).get(one.id).participants} for one in made]
    assert names == [{"Anna Andersson"}, {"Anna Andersson"}, *[{"Anna Andersson", "Per Holmér"}] * 2]


def test_one_undo_takes_the_whole_series_back(register: Register, every_series: MeetingSeries) -> None:
    history = History(register.database)
    every_series.create(quarterly())
    history.undo()
    assert not meetings(register)
    assert not every_series.all()
    history.redo()
    assert days(register) == TUESDAYS


def test_a_closed_day_is_kept_unless_another_is_chosen(register: Register, every_series: MeetingSeries) -> None:
    wednesday = quarterly(starts_on=date(2027, 1, 6), every=1, by_weekday=False, ends_on=date(2027, 2, 28))
    every_series.create(wednesday)
    assert days(register) == [date(2027, 1, 6), date(2027, 2, 6)]
    every_series.remove(wednesday.id)
    every_series.create(wednesday, {date(2027, 1, 6): date(2027, 1, 7)})
    assert [(one.day, one.series_day) for one in meetings(register)] == [
        (date(2027, 1, 7), date(2027, 1, 6)),
        (date(2027, 2, 6), date(2027, 2, 6)),
    ]


def test_meetings_that_are_there_already_become_part_of_it(register: Register, every_series: MeetingSeries) -> None:
    known = Meetings(register.database)
    past = known.create(
        tactical_meeting(starts_at=datetime(2026, 9, 1, 7, tzinfo=UTC), ends_at=datetime(2026, 9, 1, 8, tzinfo=UTC))
    )
    convened = known.create(tactical_meeting(state=MeetingState.CONVENED))
    other = known.create(tactical_meeting(level=Level.STRATEGIC))
    series = quarterly(starts_on=date(2026, 9, 1))
    outcome = every_series.create(series)
    assert (outcome.made, outcome.taken_in) == (3, 2)
    assert [known.get(key).meeting.series_id for key in (past, convened, other)] == [series.id, series.id, None]
    assert known.get(convened).meeting.state is MeetingState.CONVENED
    assert known.get(past).meeting.series_day == date(2026, 9, 1)


def test_a_later_decision_on_levels_gives_untouched_meetings_the_template_and_people_of_their_forum(
    register: Register, every_series: MeetingSeries
) -> None:
    history = History(register.database)
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    register.contact("Olle Ek", Party.AGENCY, Level.OPERATIONAL)
    agreements = Agreements(register.database, lambda session, before: follow_levels_in(session, before, lambda: NOW))
    agendas, plain = Agendas(register.database), Agreement(agency_name="Exempelmyndigheten")
    agreements.save(plain)
    series = quarterly()
    every_series.create(series)
    worked_with = meetings(register)[2].id
    agendas.add(worked_with, "Avgifter 2028")

    def told() -> list[tuple[list[str], set[str]]]:
        read = Meetings(register.database).get
        return [
            ([item.title for item in agendas.get(one.id)], {person.name for person in read(one.id).participants})
            for one in meetings(register)
        ]

    before = told()
    two = LevelChoice(starts_on=date(2027, 4, 1), model=LevelModel.TWO, decision="Möte 2026-10-22, punkt 4")
    agreements.save(replace(plain, choices=(two,)))
    combined = [item.title for item in SHIPPED[Forum.COMBINED].items]
    assert told() == [*before[:3], (combined, {"Anna Andersson", "Olle Ek"})], (
        "neither what is before it nor worked with"
    )
    assert every_series.change(replace(series, place="Teams")).followed == 3, "all that nobody has touched still follow"
    history.undo()
    history.undo()
    assert told() == before


def test_meetings_with_the_template_from_before_a_decision_still_follow_their_series(
    register: Register, every_series: MeetingSeries
) -> None:
    series = quarterly()
    every_series.create(series)
    two = LevelChoice(starts_on=date(2027, 4, 1), model=LevelModel.TWO, decision="Möte 2026-10-22, punkt 4")
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(two,)))
    ended = every_series.end(series.id, date(2027, 3, 31))
    assert (ended.followed, ended.removed, ended.stayed) == (2, 2, 0)


def test_in_two_level_mode_the_forum_of_both_levels_is_one(register: Register, every_series: MeetingSeries) -> None:
    two = LevelChoice(starts_on=date(2026, 7, 1), model=LevelModel.TWO, decision="Möte 2026-06-10")
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(two,)))
    Meetings(register.database).create(tactical_meeting(level=Level.OPERATIONAL))
    assert every_series.create(quarterly()).taken_in == 1


def test_only_untouched_meetings_follow_a_change_of_time_and_place(
    register: Register, every_series: MeetingSeries
) -> None:
    known = Meetings(register.database)
    series = quarterly(place="Teams")
    every_series.create(series)
    first, second, third, fourth = meetings(register)
    known.change(first.id, state=MeetingState.CONVENED)
    Agendas(register.database).add(second.id, "En egen punkt")
    moved = known.get(third.id).meeting.starts_at + timedelta(days=1)
    known.change(third.id, starts_at=moved, ends_at=moved + timedelta(minutes=90))
    outcome = every_series.change(replace(series, starts_minute=9 * 60, place="Ekoxen", title="Nytt namn"))
    assert (outcome.followed, outcome.stayed, outcome.made, outcome.removed) == (1, 3, 0, 0)
    after = meetings(register)
    assert after[:2] == [known.get(first.id).meeting, second]
    assert (after[2].day, after[2].series_day, after[2].place) == (date(2027, 6, 2), TUESDAYS[2], "Teams")
    assert after[3].id == fourth.id
    assert (after[3].title, after[3].place) == ("Nytt namn", "Ekoxen")
    assert after[3].starts_at == datetime(2027, 9, 7, 7, tzinfo=UTC)


def test_a_place_of_its_own_stays(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly(place="Teams")
    every_series.create(series)
    Meetings(register.database).change(meetings(register)[0].id, place="Hos oss")
    every_series.change(replace(series, place="Ekoxen"))
    assert [one.place for one in meetings(register)] == ["Hos oss", "Ekoxen", "Ekoxen", "Ekoxen"]


def test_guests_decisions_and_invitations_are_work_that_stays(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    first, second, third, _ = meetings(register)
    Participants(register.database).add_guest(first.id, "Gäst", "gast@x.example", None)
    decision = Decision(
        id=new_id(), meeting_id=second.id, level=Level.TACTICAL, text="Så blir det", decided_on=NOW.date()
    )
    register.put(DecisionRecord.of(decision))
    Meetings(register.database).change(third.id, calendar_uid="1@ssc.example")
    outcome = every_series.change(replace(series, starts_minute=8 * 60))
    assert (outcome.followed, outcome.stayed) == (1, 3)
    assert meetings(register)[:3] == [first, second, replace(third, calendar_uid="1@ssc.example")]


def titles(register: Register, meeting: Meeting) -> list[str]:
    return [item.title for item in Agendas(register.database).get(meeting.id)]


def test_agendas_begin_with_the_template_of_the_forum(register: Register, every_series: MeetingSeries) -> None:
    every_series.create(quarterly())
    wanted = [item.title for item in SHIPPED[Forum.TACTICAL].items]
    assert all(titles(register, one) == wanted for one in meetings(register))


def test_a_template_of_our_own_can_be_chosen_and_changed(register: Register, every_series: MeetingSeries) -> None:
    agendas, templates = Agendas(register.database), Templates(register.database)
    model = Meetings(register.database).create(tactical_meeting(level=Level.STRATEGIC))
    agendas.add(model, "Bara det här")
    own = templates.make(model, "Vår mall")
    series = quarterly(template_id=own)
    every_series.create(series)
    made = [one for one in meetings(register) if one.series_id]
    assert [titles(register, one) for one in made] == [["Bara det här"]] * 4
    agendas.add(made[0].id, "Något eget")
    outcome = every_series.change(replace(series, template_id=None))
    assert (outcome.followed, outcome.stayed) == (3, 1)
    wanted = [item.title for item in SHIPPED[Forum.TACTICAL].items]
    assert [titles(register, one) for one in made] == [["Bara det här", "Något eget"], *[wanted] * 3]


def test_another_forum_begins_the_agenda_anew(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    every_series.change(replace(series, level=Level.STRATEGIC))
    wanted = [item.title for item in SHIPPED[Forum.STRATEGIC].items]
    assert all(titles(register, one) == wanted for one in meetings(register))


def test_private_preparation_and_a_changed_item_are_work_that_stays(
    register: Register, every_series: MeetingSeries
) -> None:
    agendas, series = Agendas(register.database), quarterly()
    every_series.create(series)
    first, second = meetings(register)[:2]
    agendas.prepare(agendas.get(first.id)[0].id, "Bara för oss")
    agendas.change(agendas.get(second.id)[0].id, minutes=55)
    assert every_series.change(replace(series, place="Ekoxen")).stayed == 2
    assert every_series.remove(series.id).removed == 2


def test_a_new_rhythm_keeps_days_that_are_the_same(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    before = {one.day: one.id for one in meetings(register)}
    outcome = every_series.change(replace(series, every=6))
    assert (outcome.followed, outcome.removed, outcome.made) == (2, 2, 0)
    assert {one.day: one.id for one in meetings(register)} == {
        TUESDAYS[0]: before[TUESDAYS[0]],
        TUESDAYS[2]: before[TUESDAYS[2]],
    }


def test_a_new_rhythm_makes_meetings_but_none_beside_one_that_stays(
    register: Register, every_series: MeetingSeries
) -> None:
    series = quarterly(ends_on=date(2027, 3, 31))
    every_series.create(series)
    first = meetings(register)[0]
    Meetings(register.database).change(first.id, state=MeetingState.CONVENED)
    every_series.change(replace(series, starts_on=date(2026, 12, 3), every=1))
    assert days(register) == [date(2026, 12, 1), date(2027, 1, 7), date(2027, 2, 4), date(2027, 3, 4)]
    assert meetings(register)[0].series_day == date(2026, 12, 1)


def test_participants_follow_to_the_new_day(register: Register, every_series: MeetingSeries) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL, ends_on=date(2026, 12, 1))
    register.contact("Ny Kontakt", Party.AGENCY, Level.TACTICAL, starts_on=date(2026, 12, 2))
    extra = register.contact("Sara Berg", Party.AGENCY, Level.STRATEGIC)
    series = quarterly(ends_on=date(2026, 12, 31))
    every_series.create(series)
    known = Meetings(register.database)
    key = meetings(register)[0].id
    Participants(register.database).add(key, extra.id)
    every_series.change(replace(series, starts_on=date(2026, 12, 8)))
    assert {one.name for one in known.get(key).participants} == {"Ny Kontakt", "Sara Berg"}


def test_past_and_removed_meetings_are_left_alone(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    Meetings(register.database).remove(meetings(register)[2].id)
    later = MeetingSeries(register.database, lambda: datetime(2026, 12, 24, tzinfo=UTC))
    past = meetings(register)[0]
    outcome = later.change(replace(series, place="Ekoxen"))
    assert (outcome.followed, outcome.made) == (2, 0)
    assert meetings(register)[0] == past
    assert [one.place for one in meetings(register)] == ["", "Ekoxen", "Ekoxen"]


def test_a_change_is_taken_back_as_one(register: Register, every_series: MeetingSeries) -> None:
    register.contact("Anna Andersson", Party.AGENCY, Level.TACTICAL)
    history, series = History(register.database), quarterly()
    every_series.create(series)
    before = state(register)
    every_series.change(replace(series, unit=SeriesUnit.WEEK, every=2, level=Level.STRATEGIC))
    assert len(meetings(register)) > 20
    history.undo()
    assert state(register) == before
    assert every_series.get(series.id).series == series


def test_a_series_is_extended_by_another_year(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    later = MeetingSeries(register.database, lambda: datetime(2027, 6, 2, tzinfo=UTC))
    assert later.get(series.id).can_extend
    assert later.extend(series.id).made == 4
    assert days(register)[4:] == [date(2027, 12, 7), date(2028, 3, 7), date(2028, 6, 6), date(2028, 9, 5)]
    assert not later.get(series.id).can_extend


def test_a_series_that_has_no_more_days_cannot_be_extended(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly(ends_on=date(2027, 3, 31))
    every_series.create(series)
    with pytest.raises(InputError, match="inga fler dagar"):
        every_series.extend(series.id)
    every_series.change(replace(series, ends_on=None))
    assert days(register) == TUESDAYS


def test_an_end_takes_away_what_nobody_has_touched(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly()
    every_series.create(series)
    Meetings(register.database).change(meetings(register)[3].id, state=MeetingState.CONVENED)
    outcome = every_series.end(series.id, date(2027, 3, 31))
    assert (outcome.removed, outcome.stayed) == (1, 1)
    assert days(register) == [TUESDAYS[0], TUESDAYS[1], TUESDAYS[3]]
    assert every_series.get(series.id).series.ends_on == date(2027, 3, 31)


def test_a_removed_series_leaves_what_was_worked_with(register: Register, every_series: MeetingSeries) -> None:
    history, series = History(register.database), quarterly()
    every_series.create(series)
    Meetings(register.database).change(meetings(register)[0].id, state=MeetingState.CONVENED)
    before = state(register)
    outcome = every_series.remove(series.id)
    assert (outcome.removed, outcome.stayed) == (3, 1)
    (left,) = meetings(register)
    assert (left.series_id, left.series_day, left.day) == (None, None, TUESDAYS[0])
    assert not every_series.all()
    history.undo()
    assert state(register) == before


def test_planned_is_set_against_held(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly(starts_on=date(2026, 3, 3))
    register.put(*(
        MeetingRecord.of(tactical_meeting(starts_at=begins, ends_at=ends, state=state))
        for (begins, ends), state in (
            (hours_on(series, date(2026, 3, 3)), MeetingState.NOTES_CHECKED),
            (hours_on(series, date(2026, 6, 2)), MeetingState.HELD),
            (hours_on(series, date(2026, 9, 1)), MeetingState.CANCELLED),
        )
    ))  # fmt: skip
    every_series.create(series)
    file = every_series.get(series.id)
    assert (file.this_year.planned, file.this_year.held, file.this_year.coming) == (3, 2, 1)
    assert (file.last_held, file.next_meeting and file.next_meeting.day) == (date(2026, 6, 2), TUESDAYS[0])
    assert file.weeks_without == 21


def test_a_meeting_outside_the_series_counts_as_having_met(register: Register, every_series: MeetingSeries) -> None:
    series = quarterly(starts_on=date(2026, 3, 3))
    every_series.create(series)
    assert every_series.get(series.id).weeks_without == 34
    begins, ends = hours_on(series, date(2026, 10, 20))
    register.put(MeetingRecord.of(tactical_meeting(starts_at=begins, ends_at=ends, state=MeetingState.HELD)))
    assert every_series.get(series.id).weeks_without == 0


def test_series_stand_by_forum(register: Register, every_series: MeetingSeries) -> None:
    def made(level: Level, title: str) -> UUID:
        return every_series.create(replace(quarterly(), id=new_id(), level=level, title=title)).series_id

    strategic, second, first = (
        made(Level.STRATEGIC, "A"), made(Level.OPERATIONAL, "B"), made(Level.OPERATIONAL, "A"),
    )  # fmt: skip
    assert [file.series.id for file in every_series.all()] == [first, second, strategic]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": " "}, "rubrik"),
        ({"every": 0}, "1–60"),
        ({"minutes": 0}, "längd"),
        ({"starts_minute": 24 * 60}, "klockslag"),
        ({"ends_on": date(2026, 11, 30)}, "slutar innan"),
        ({"starts_on": date(2020, 1, 7), "ends_on": date(2020, 12, 31)}, "inga möten"),
    ],
)
def test_what_makes_no_series_is_refused(
    register: Register, every_series: MeetingSeries, change: dict[str, object], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        every_series.create(quarterly(**change))
    assert not every_series.all()
    assert not meetings(register)


def test_a_series_that_is_gone_says_so(every_series: MeetingSeries) -> None:
    for ask in (every_series.get, every_series.extend, every_series.remove):
        with pytest.raises(InputError, match="finns inte längre"):
            ask(new_id())

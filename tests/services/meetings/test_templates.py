"""Templates of agendas: copies without anything private, on empty and begun agendas, in every forum."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.forum import Forum
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.meetings.agenda import ItemKind, Presenter, PresenterRole, SourceKind
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.standing import standing_items
from desktop.domain.meetings.template import Template
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.errors import InputError
from desktop.models.series import SeriesRecord
from desktop.services.agreements import Agreements
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.templates import Templates, fill_from_template_in, is_as_filled_in
from tests.services.conftest import Register

FROM = date(2026, 12, 1)
PRIVATE = "Be om ersättning"


@pytest.fixture
def templates(register: Register) -> Templates:
    Agreements(register.database).save(
        Agreement(agency_name="A", choices=(LevelChoice(starts_on=FROM, model=LevelModel.TWO, decision="Möte"),))
    )
    return Templates(register.database)


def planned(register: Register, forum: Forum = Forum.TACTICAL, template_id: UUID | None = None) -> Meeting:
    """A meeting of a forum: after the decision on two levels for the combined one, before it for the others."""
    starts = datetime(2026, 12 if forum is Forum.COMBINED else 11, 10, 12, tzinfo=UTC)
    made = Meeting(
        id=new_id(),
        title="Möte",
        level=forum.level,
        is_council=forum.is_council,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=90),
    )
    Meetings(register.database).create(made, template_id)
    return made


def titles(register: Register, meeting: Meeting) -> list[str]:
    return [item.title for item in Agendas(register.database).get(meeting.id)]


@pytest.mark.parametrize("forum", Forum)
def test_every_forum_has_a_template_and_nothing_of_it_is_proposed_again(
    register: Register, templates: Templates, forum: Forum
) -> None:
    meeting = planned(register, forum)
    with register.database.writing(Act("test.fill")) as session:
        assert fill_from_template_in(session, meeting, None) == len(SHIPPED[forum].items)
    assert Meetings(register.database).get(meeting.id).forum is forum
    assert titles(register, meeting) == [item.title for item in SHIPPED[forum].items]
    assert {item.title for item in standing_items(forum)} <= set(titles(register, meeting))
    again = Agendas(register.database).proposals(meeting.id)
    assert not [p for p in again if p.source.kind is SourceKind.STANDING]
    assert templates.apply(meeting.id, SHIPPED[forum].id) == 0


def test_what_a_template_put_there_is_not_proposed_again_under_another_title(
    register: Register, templates: Templates
) -> None:
    meeting = planned(register)
    templates.apply(meeting.id, SHIPPED[Forum.TACTICAL].id)
    agendas = Agendas(register.database)
    risks = next(item for item in agendas.get(meeting.id) if item.title == "Risker")
    agendas.change(risks.id, title="Läget just nu")
    assert "standing:risks" not in {p.key for p in agendas.proposals(meeting.id)}
    agendas.remove(risks.id)
    assert "standing:risks" in {p.key for p in agendas.proposals(meeting.id)}


def test_a_template_fits_in_with_what_is_there(register: Register, templates: Templates) -> None:
    history = History(register.database)
    meeting, agendas = planned(register), Agendas(register.database)
    for title in ("Nytt lönesystem", "Avgifter 2027", "Övriga frågor"):
        agendas.add(meeting.id, title)
    templates.apply(meeting.id, SHIPPED[Forum.TACTICAL].id)
    found = titles(register, meeting)
    assert found[:2] == ["Mötets öppnande", "Föregående minnesanteckningar"]
    assert found[-2:] == ["Övriga frågor", "Nästa möte"]
    assert found.count("Övriga frågor") == 1
    assert "Avgifter och avgiftsjusteringar" not in found
    assert found.index("Avgifter 2027") + 1 == found.index("Beställningar, tillägg och förändringar")
    assert [item.position for item in agendas.get(meeting.id)] == list(range(len(found)))
    history.undo()
    assert titles(register, meeting) == ["Nytt lönesystem", "Avgifter 2027", "Övriga frågor"]


def test_a_template_of_a_meeting_has_neither_persons_nor_anything_private(
    register: Register, templates: Templates
) -> None:
    meeting, agendas = planned(register), Agendas(register.database)
    item = agendas.add(meeting.id, "Lönerevision")
    holder = register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    person = Presenter(PresenterRole.SSC, holder.id, "Per Holmér")
    agendas.change(item, presenter=person, kind=ItemKind.DECISION, minutes=25, wanted_outcome="Beslut", section="Lön")
    agendas.prepare(item, PRIVATE)
    key = templates.make(meeting.id, "  Lön  och   sånt ")
    (own,) = [template for template in templates.get() if template.id == key]
    assert (own.name, own.level, own.is_council, own.is_shipped) == ("Lön och sånt", Level.TACTICAL, False, False)
    (copied,) = own.items
    assert (copied.title, copied.kind, copied.minutes, copied.wanted_outcome, copied.section) == (
        "Lönerevision", ItemKind.DECISION, 25, "Beslut", "Lön",
    )  # fmt: skip
    assert copied.presenter_role is PresenterRole.SSC
    assert "Holmér" not in repr(own)
    assert PRIVATE not in repr(own)
    other = planned(register, template_id=key)
    (made,) = agendas.get(other.id)
    assert (made.title, made.presenter, made.minutes) == ("Lönerevision", Presenter(PresenterRole.SSC), 25)
    assert agendas.preparation(made.id) == ""


def test_copies_are_not_linked(register: Register, templates: Templates) -> None:
    meeting, agendas = planned(register), Agendas(register.database)
    item = agendas.add(meeting.id, "Från början")
    key = templates.make(meeting.id, "Vår")
    copy = planned(register, template_id=key)
    agendas.change(item, title="Ändrad")
    agendas.change(agendas.get(copy.id)[0].id, title="Också ändrad")
    assert [item.title for template in templates.get() if template.id == key for item in template.items] == [
        "Från början"
    ]
    templates.remove(key)
    assert titles(register, copy) == ["Också ändrad"]


def test_own_templates_are_renamed_and_removed_and_undo_brings_them_back(
    register: Register, templates: Templates
) -> None:
    history = History(register.database)
    meeting = planned(register, template_id=SHIPPED[Forum.TACTICAL].id)
    key = templates.make(meeting.id, "Vår")
    series = Series(id=new_id(), title="S", level=Level.TACTICAL, starts_on=FROM, template_id=key)
    register.put(SeriesRecord.of(series))
    templates.rename(key, "Vår egen")
    with pytest.raises(InputError, match="redan en mall"):
        templates.make(meeting.id, "VÅR EGEN")
    with pytest.raises(InputError, match="redan en mall"):
        templates.rename(key, "Taktiskt möte")
    with pytest.raises(InputError, match="namn"):
        templates.rename(key, " ")
    templates.remove(key)
    assert not [template for template in templates.get() if not template.is_shipped]
    with register.database.reading() as session:
        assert session.get_one(SeriesRecord, series.id).template_id is None
    history.undo()
    (own,) = [template for template in templates.get() if not template.is_shipped]
    assert own.name == "Vår egen"
    assert [item.title for item in own.items] == [item.title for item in SHIPPED[Forum.TACTICAL].items]
    with register.database.reading() as session:
        assert session.get_one(SeriesRecord, series.id).template_id == key


def test_what_cannot_be_is_said(register: Register, templates: Templates) -> None:
    meeting = planned(register)
    with pytest.raises(InputError, match="ingen punkt"):
        templates.make(meeting.id, "Tom")
    with pytest.raises(InputError, match="Mallen finns inte"):
        templates.apply(meeting.id, new_id())
    with pytest.raises(InputError, match="Mötet finns inte"):
        templates.apply(new_id(), SHIPPED[Forum.TACTICAL].id)
    with pytest.raises(InputError, match="högst"):
        templates.make(meeting.id, "x" * 81)


def test_a_meeting_and_its_agenda_are_made_and_undone_as_one(register: Register, templates: Templates) -> None:
    history = History(register.database)
    meeting = planned(register, template_id=SHIPPED[Forum.STRATEGIC].id)
    assert len(titles(register, meeting)) == len(SHIPPED[Forum.STRATEGIC].items)
    history.undo()
    assert not Meetings(register.database).rows()


def test_an_agenda_that_someone_has_worked_with_is_told_from_one_as_it_was_filled(
    register: Register, templates: Templates
) -> None:
    meeting = planned(register)
    with register.database.writing(Act("test.fill")) as session:
        fill_from_template_in(session, meeting, None)
    with register.database.reading() as session:
        assert is_as_filled_in(session, meeting, None)
        assert not is_as_filled_in(session, meeting, SHIPPED[Forum.STRATEGIC].id)
        assert not is_as_filled_in(session, meeting, new_id())
    agendas = Agendas(register.database)
    agendas.change(agendas.get(meeting.id)[2].id, minutes=25)
    with register.database.reading() as session:
        assert not is_as_filled_in(session, meeting, None)


def test_a_template_suits_the_forums_of_its_level(templates: Templates) -> None:
    own = Template(id=new_id(), name="Vår", level=Level.OPERATIONAL)
    assert [forum for forum in Forum if own.suits(forum)] == [Forum.OPERATIONAL, Forum.COMBINED]
    council = replace(own, level=Level.STRATEGIC, is_council=True)
    assert [forum for forum in Forum if council.suits(forum)] == [Forum.COUNCIL]
    for forum in Forum:
        assert [template for template in SHIPPED.values() if template.suits(forum)] == [SHIPPED[forum]]
    assert templates.get() == tuple(SHIPPED.values())

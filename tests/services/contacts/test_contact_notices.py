"""Changes of contacts are open until they are announced, by Kundwebben or at a forum (R17, R18)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_notice import NoticeChannel, NoticeState
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import ItemState, SourceKind
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import Agreements
from desktop.services.contacts.change_notices import notice_of_change_in
from desktop.services.contacts.contact_notices import ContactNotices
from desktop.services.history import History
from desktop.services.meetings.agendas import Agendas
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 2)


@pytest.fixture
def notices(register: Register) -> ContactNotices:
    return ContactNotices(register.database, lambda: DAY)


def planned_meeting(register: Register, **more: object) -> Meeting:
    meeting = tactical_meeting(**more)
    register.put(MeetingRecord.of(meeting))
    return meeting


def on(day: date) -> dict[str, datetime]:
    return {
        "starts_at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        "ends_at": datetime(day.year, day.month, day.day, 13, tzinfo=UTC),
    }


def change(register: Register, before: Contact | None, after: Contact, day: date = DAY) -> None:
    with register.database.writing(Act("contact.change", after.name)) as session:
        notice_of_change_in(session, before, after, day)


def held(**more: object) -> Contact:
    key = new_id()
    role = Assignment(id=new_id(), contact_id=key, level=Level.TACTICAL)
    fields = {"party": Party.AGENCY, "given_name": "Anna", "family_name": "Berg", "phone": "08-1", **more}
    return Contact(id=key, assignments=(role,), **fields)  # type: ignore[arg-type]


def kept(register: Register, contact: Contact) -> Contact:
    """The contact, so that notices can refer to them."""
    register.put(ContactRecord.of(contact), *(AssignmentRecord.of(role) for role in contact.assignments))
    return contact


def test_a_notice_is_open_until_it_is_announced_and_again_when_that_was_wrong(
    register: Register, notices: ContactNotices
) -> None:
    key = notices.make("  Erik Sund slutar  ", BEFORE)
    assert [(row.notice.id, row.notice.title, row.state) for row in notices.open()] == [
        (key, "Erik Sund slutar", NoticeState.OPEN)
    ]
    notices.announce(key, NoticeChannel.CUSTOMER_WEB, BEFORE, " KW-1  2 ")
    told = notices.get(key)
    assert (told.state, told.notice.announced_on, told.notice.reference) == (NoticeState.ANNOUNCED, BEFORE, "KW-1 2")
    assert notices.open() == ()
    notices.reopen(key)
    again = notices.get(key).notice
    assert (again.is_open, again.channel, again.reference) == (True, None, "")


def test_all_tells_of_open_ones_first_and_then_of_the_latest(notices: ContactNotices) -> None:
    keys = [notices.make(f"Ändring {n}", date(2026, 11, n)) for n in (3, 1, 2, 4)]
    notices.announce(keys[0], NoticeChannel.CUSTOMER_WEB, date(2026, 11, 4))
    notices.announce(keys[3], NoticeChannel.CUSTOMER_WEB, date(2026, 11, 5))
    assert [row.notice.id for row in notices.all()] == [keys[1], keys[2], keys[3], keys[0]]


def test_an_announced_notice_is_neither_changed_nor_removed_by_accident(notices: ContactNotices) -> None:
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.announce(key, NoticeChannel.CUSTOMER_WEB, DAY)
    for act in (
        lambda: notices.change(key, body="Nytt"),
        lambda: notices.remove(key),
        lambda: notices.announce(key, NoticeChannel.CUSTOMER_WEB, DAY),
    ):
        with pytest.raises(InputError, match="redan meddelad"):
            act()


def test_what_has_not_been_is_not_announced(notices: ContactNotices) -> None:
    key = notices.make("Erik Sund slutar", BEFORE)
    with pytest.raises(InputError, match="inte varit än"):
        notices.announce(key, NoticeChannel.CUSTOMER_WEB, date(2026, 11, 24))
    with pytest.raises(InputError, match="vilket möte"):
        notices.announce(key, NoticeChannel.FORUM, DAY)
    with pytest.raises(InputError, match="finns inte längre"):
        notices.announce(key, NoticeChannel.FORUM, DAY, meeting_id=new_id())


def test_planning_puts_an_item_on_the_agenda_and_one_undo_takes_both_back(
    register: Register, notices: ContactNotices
) -> None:
    meeting, agendas = planned_meeting(register), Agendas(register.database)
    history = History(register.database)
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.plan(key, meeting.id)
    (item,) = agendas.get(meeting.id)
    assert (item.source.kind, item.source.id) == (SourceKind.CONTACTS, key)
    row = notices.get(key)
    assert row.state is NoticeState.PLANNED
    assert row.place is not None
    assert row.place.day == meeting.day
    assert (row.notice.channel, row.notice.meeting_id, row.notice.announced_on) == (
        NoticeChannel.FORUM,
        meeting.id,
        None,
    )
    notices.plan(key, meeting.id)
    assert len(agendas.get(meeting.id)) == 1, "it is there already"
    history.undo()
    assert agendas.get(meeting.id) == ()
    assert notices.get(key).state is NoticeState.OPEN


def test_an_accepted_proposal_is_a_plan_and_is_not_proposed_elsewhere(
    register: Register, notices: ContactNotices
) -> None:
    first, later = planned_meeting(register), planned_meeting(register, **on(date(2026, 12, 15)))
    agendas = Agendas(register.database)
    key = notices.make("Erik Sund slutar", BEFORE)
    for meeting in (first, later):
        assert f"notice:{key}" in {proposal.key for proposal in agendas.proposals(meeting.id)}
    agendas.accept(first.id, [f"notice:{key}"])
    assert notices.get(key).state is NoticeState.PLANNED
    for meeting in (first, later):
        assert f"notice:{key}" not in {proposal.key for proposal in agendas.proposals(meeting.id)}


def test_an_announced_change_is_not_proposed(register: Register, notices: ContactNotices) -> None:
    meeting = planned_meeting(register)
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.announce(key, NoticeChannel.CUSTOMER_WEB, DAY)
    assert f"notice:{key}" not in {proposal.key for proposal in Agendas(register.database).proposals(meeting.id)}


@pytest.mark.parametrize("fell", ["item", "struck", "cancelled"])
def test_a_plan_falls_with_its_item_or_its_meeting(register: Register, notices: ContactNotices, fell: str) -> None:
    meeting, agendas = planned_meeting(register), Agendas(register.database)
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.plan(key, meeting.id)
    (item,) = agendas.get(meeting.id)
    if fell == "item":
        agendas.remove(item.id)
    elif fell == "struck":
        agendas.change(item.id, state=ItemState.STRUCK)
    else:
        with register.database.writing(Act("test.put")) as session:
            session.get_one(MeetingRecord, meeting.id).change(state=MeetingState.CANCELLED)
    assert notices.get(key).state is NoticeState.OPEN
    assert notices.get(key).place is None


def test_when_the_meeting_has_been_it_asks_whether_it_was_taken_up(register: Register, notices: ContactNotices) -> None:
    meeting = planned_meeting(register)
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.plan(key, meeting.id)
    later = ContactNotices(register.database, lambda: date(2026, 12, 2))
    assert later.get(key).state is NoticeState.PASSED
    later.announce(key, NoticeChannel.FORUM, meeting.day, meeting_id=meeting.id)
    told = later.get(key)
    assert (told.state, told.place.title if told.place else "") == (NoticeState.ANNOUNCED, meeting.title)


def test_a_deferred_item_takes_the_notice_along(register: Register, notices: ContactNotices) -> None:
    first, later = planned_meeting(register), planned_meeting(register, **on(date(2026, 12, 15)))
    agendas = Agendas(register.database)
    key = notices.make("Erik Sund slutar", BEFORE)
    notices.plan(key, first.id)
    (item,) = agendas.get(first.id)
    agendas.change(item.id, state=ItemState.DEFERRED)
    offered = {proposal.key for proposal in agendas.proposals(later.id)}
    assert f"item:{item.id}" in offered
    assert f"notice:{key}" not in offered, "the deferred item offers it"
    agendas.accept(later.id, [f"item:{item.id}"])
    row = notices.get(key)
    assert row.state is NoticeState.PLANNED
    assert row.place is not None
    assert row.place.meeting_id == later.id


def test_only_a_meeting_to_come_takes_it_up(register: Register, notices: ContactNotices) -> None:
    key = notices.make("Erik Sund slutar", BEFORE)
    for gone in (
        planned_meeting(register, **on(date(2026, 11, 20))),
        planned_meeting(register, state=MeetingState.CANCELLED),
        planned_meeting(register, state=MeetingState.HELD),
        planned_meeting(register, is_council=True, level=Level.STRATEGIC),
    ):
        with pytest.raises(InputError, match="tar inte upp"):
            notices.plan(key, gone.id)
    assert notices.next_forum(key) is None


def test_the_next_forum_is_of_the_level_concerned(register: Register, notices: ContactNotices) -> None:
    planned_meeting(register, level=Level.OPERATIONAL, **on(date(2026, 11, 25)))
    tactical = planned_meeting(register)
    person = register.contact("Erik Sund", Party.AGENCY, Level.TACTICAL)
    about, plain = notices.make("Erik", BEFORE, contact_id=person.id), notices.make("Något", BEFORE)
    wanted, nearest = notices.next_forum(about), notices.next_forum(plain)
    assert wanted is not None
    assert nearest is not None
    assert wanted.meeting_id == tactical.id
    assert nearest.day == date(2026, 11, 25)


def test_a_changed_phone_is_one_notice_that_grows_and_goes_away_again(
    register: Register, notices: ContactNotices
) -> None:
    anna = kept(register, held())
    other = replace(anna, phone="08-2")
    change(register, anna, other)
    (row,) = notices.open()
    assert row.notice.title == "Ändrade uppgifter för Anna Berg: telefon"
    assert "Telefon: 08-1 → 08-2" in row.notice.body
    titled = replace(other, phone="08-3", title="Chef")
    change(register, other, titled)
    (row,) = notices.open()
    assert row.notice.title == "Ändrade uppgifter för Anna Berg: titel och telefon"
    assert "Telefon: 08-1 → 08-3" in row.notice.body
    assert "08-2" not in row.notice.body
    change(register, titled, anna)
    assert notices.open() == ()


def test_what_the_user_wrote_stays_when_more_changes(register: Register, notices: ContactNotices) -> None:
    anna = kept(register, held())
    other = replace(anna, phone="08-2")
    change(register, anna, other)
    (row,) = notices.open()
    notices.change(row.notice.id, body=f"{row.notice.body}\nRing gärna först.", title="Anna byter nummer")
    change(register, other, replace(other, title="Chef"))
    (row,) = notices.open()
    assert "Ring gärna först." in row.notice.body
    assert "Titel: saknades → Chef" in row.notice.body
    assert row.notice.title == "Anna byter nummer"


def test_after_the_announcement_a_further_change_is_a_new_notice(register: Register, notices: ContactNotices) -> None:
    anna = kept(register, held())
    other = replace(anna, phone="08-2")
    change(register, anna, other)
    notices.announce(notices.open()[0].notice.id, NoticeChannel.CUSTOMER_WEB, DAY)
    change(register, other, anna)
    (row,) = notices.open()
    assert "Telefon: 08-2 → 08-1" in row.notice.body


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"phone": "08-1"}, {"phone": "08 1"}),
        ({"notes": ""}, {"notes": "Semester"}),
        ({"party": Party.SSC}, {"party": Party.SSC, "phone": "08-2"}),
    ],
)
def test_what_does_not_concern_the_other_party_makes_no_notice(
    register: Register, notices: ContactNotices, before: dict[str, str], after: dict[str, str]
) -> None:
    anna = kept(register, held(**before))
    change(register, anna, replace(anna, **after))  # type: ignore[arg-type]
    assert notices.open() == ()


def test_one_without_role_and_right_makes_no_notice_until_they_get_one(
    register: Register, notices: ContactNotices
) -> None:
    whole = held()
    bare = kept(register, replace(whole, assignments=()))
    change(register, None, bare)
    assert notices.open() == ()
    change(register, bare, whole)
    (row,) = notices.open()
    assert row.notice.title == "Anna Berg är ny kontaktperson"
    assert row.notice.body.splitlines() == ["Namn: Anna Berg", "Telefon: 08-1", "Uppdrag: taktisk nivå"]


def test_a_role_that_ends_is_told_with_its_last_day(register: Register, notices: ContactNotices) -> None:
    anna = kept(register, held())
    (role,) = anna.assignments
    change(register, anna, replace(anna, assignments=(replace(role, ends_on=date(2026, 11, 1)),)))
    (row,) = notices.open()
    assert row.notice.title == "Anna Berg är inte längre kontaktperson"
    assert "Uppdrag upphör: taktisk nivå, sista dag 1\u00a0november\u00a02026" in row.notice.body


def test_a_withdrawn_change_that_is_on_an_agenda_stays_and_says_so(register: Register, notices: ContactNotices) -> None:
    anna, meeting = kept(register, held()), planned_meeting(register)
    other = replace(anna, phone="08-2")
    change(register, anna, other)
    notices.plan(notices.open()[0].notice.id, meeting.id)
    change(register, other, anna)
    (row,) = notices.open()
    assert "åter som tidigare" in row.notice.body


def test_a_removed_notice_leaves_the_agenda_as_it_is(register: Register, notices: ContactNotices) -> None:
    meeting = planned_meeting(register)
    key = notices.make("Fel", BEFORE)
    notices.plan(key, meeting.id)
    left = notices.remove(key)
    assert left is not None
    assert left.meeting_id == meeting.id
    assert notices.remove(notices.make("Fel", BEFORE)) is None
    assert notices.open() == ()
    with register.database.reading() as session:
        assert session.query(AgendaItemRecord).count() == 1, "the agenda is the user's"
    with pytest.raises(InputError, match="finns inte längre"):
        notices.get(key)


def test_the_mail_goes_to_those_of_ssc_at_the_level_and_says_the_whole_text(
    register: Register, notices: ContactNotices
) -> None:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    register.contact("Maria Ek", Party.SSC, Level.OPERATIONAL)
    erik = register.contact("Erik Sund", Party.AGENCY, Level.TACTICAL)
    key = notices.make("Erik Sund slutar", BEFORE, body="Erik slutar.\nIngen är utsedd.", contact_id=erik.id)
    draft = notices.mail(key)
    assert draft.without_address == ("Per Holmér",), "an address with é is none that mail can carry"
    message = message_from_bytes(draft.content, policy=default)
    assert message["Subject"] == "Anmälan om ändrad kontaktperson: Erik Sund slutar"
    assert "Erik slutar.\nIngen är utsedd." in message.get_content().replace("\r\n", "\n")
    plain = notices.make("Annat", BEFORE)
    assert notices.mail(plain).recipients == ("Maria Ek",), "of every level, where none is concerned"
    assert notices.document(key).title.endswith("Erik Sund slutar")

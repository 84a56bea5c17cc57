"""A change of contact is one act: roles, rights, actions, items and invitations, and one notice to SSC (R15, R18)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from desktop.domain.contacts.contact import AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_change import ChangeRequest, FollowKind
from desktop.domain.contacts.contact_notice import NoticeChannel
from desktop.domain.contacts.merging import Side
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, Presenter, PresenterRole
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact import AuthorisedOrdererRecord, ContactRecord
from desktop.models.followup import ActionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.services.contacts.contact_changes import ChangePreview, ContactChanges
from desktop.services.contacts.contact_notices import ContactNotices
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.history import History
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 11, 23)
DAY = date(2026, 12, 1)


@pytest.fixture
def changes(register: Register) -> ContactChanges:
    return ContactChanges(register.database, lambda: TODAY)


@pytest.fixture
def notices(register: Register) -> ContactNotices:
    return ContactNotices(register.database, lambda: TODAY)


@pytest.fixture
def people(register: Register) -> Contacts:
    return Contacts(register.database)


@pytest.fixture
def erik(register: Register) -> Contact:
    return register.contact("Erik Sund", Party.AGENCY, Level.TACTICAL, starts_on=date(2023, 1, 1))


@pytest.fixture
def anna(register: Register) -> Contact:
    return register.contact("Anna Berg", Party.AGENCY, Level.OPERATIONAL)


@pytest.fixture
def meeting(register: Register, erik: Contact) -> Meeting:
    """A coming meeting that Erik is invited to and presents an item at, and one that has been."""
    coming = tactical_meeting()
    past = tactical_meeting(
        starts_at=datetime(2026, 9, 1, 12, tzinfo=UTC), ends_at=datetime(2026, 9, 1, 13, tzinfo=UTC)
    )
    for one in (coming, past):
        seat = Participant(id=new_id(), meeting_id=one.id, contact_id=erik.id, name=erik.name, email=erik.email)
        item = AgendaItem(
            id=new_id(), meeting_id=one.id, position=0, title="Avgifter",
            presenter=Presenter(PresenterRole.US, erik.id, erik.name),
        )  # fmt: skip
        register.put(MeetingRecord.of(one), ParticipantRecord.of(seat), AgendaItemRecord.of(item))
    return coming


def action(register: Register, owner: str, party: Party = Party.AGENCY, done_on: date | None = None) -> Action:
    made = Action(
        id=new_id(), meeting_id=None, level=Level.TACTICAL, text=f"Åtgärd för {owner}", party=party, owner=owner,
        done_on=done_on, result="Klart" if done_on else "",
    )  # fmt: skip
    register.put(ActionRecord.of(made))
    return made


def owners(register: Register) -> list[str]:
    with register.database.reading() as session:
        return list(session.scalars(select(ActionRecord.owner).order_by(ActionRecord.id)))


def seats(register: Register, meeting: Meeting) -> list[str]:
    with register.database.reading() as session:
        wanted = select(ParticipantRecord.name).where(ParticipantRecord.meeting_id == meeting.id)
        return list(session.scalars(wanted))


def kinds(preview: ChangePreview) -> list[FollowKind]:
    return [follow.kind for follow in preview.follows]


def test_everything_goes_over_in_one_act_and_comes_back_in_one(  # they all stand on stage
    register: Register, changes: ContactChanges, people: Contacts, notices: ContactNotices,
    erik: Contact, anna: Contact, meeting: Meeting,
) -> None:  # fmt: skip
    for owner in ("erik  SUND", "Anna Berg"):
        action(register, owner)
    action(register, "Erik Sund", Party.SSC)
    action(register, "Erik Sund", done_on=TODAY)
    ali = register.contact("Ali Hassan", Party.AGENCY, Level.OPERATIONAL)
    people.change(ali.id, deputy_id=erik.id)
    history = History(register.database)
    before = (people.all(), owners(register), seats(register, meeting))

    done = changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))

    (role,) = people.get(erik.id).assignments
    assert (role.starts_on, role.ends_on) == (date(2023, 1, 1), date(2026, 11, 30))
    taken = [one for one in people.get(anna.id).assignments if one.level is Level.TACTICAL]
    assert [(one.starts_on, one.ends_on) for one in taken] == [(DAY, None)]
    assert owners(register) == ["Anna Berg", "Anna Berg", "Erik Sund", "Erik Sund"], "SSC's and done ones stay"
    assert seats(register, meeting) == ["Anna Berg"]
    assert people.get(ali.id).deputy_id == anna.id
    with register.database.reading() as session:
        presenters = {
            record.meeting_id: record.to_value().presenter for record in session.scalars(select(AgendaItemRecord))
        }
    assert presenters.pop(meeting.id) == Presenter(PresenterRole.US, anna.id, "Anna Berg")
    assert [one.name for one in presenters.values()] == ["Erik Sund"], "what has been stays"
    (row,) = notices.open()
    assert row.notice.id == done.notice_id
    assert (row.name, row.successor, row.notice.effective_on) == ("Erik Sund", "Anna Berg", DAY)
    assert row.notice.title.startswith("Anna Berg efterträder Erik Sund på taktisk nivå")

    undone = history.undo()
    assert (undone.verb, undone.subject) == ("contact.replace", "Erik Sund → Anna Berg")
    assert (people.all(), owners(register), seats(register, meeting)) == before
    assert notices.open() == ()


def test_the_preview_tells_what_will_happen_and_keeps_nothing(  # they all stand on stage
    register: Register, changes: ContactChanges, people: Contacts, notices: ContactNotices,
    erik: Contact, anna: Contact, meeting: Meeting,
) -> None:  # fmt: skip
    action(register, "Erik Sund")
    everyone = people.all()
    preview = changes.preview(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))
    assert kinds(preview) == [FollowKind.ROLE, FollowKind.ACTION, FollowKind.PRESENTING, FollowKind.SEAT]
    assert preview.chosen == {follow.key for follow in preview.follows}
    assert [follow.meeting.id for follow in preview.follows if follow.meeting] == [meeting.id, meeting.id]
    assert preview.text is not None
    assert people.all() == everyone
    assert notices.open() == ()


def test_only_what_is_ticked_follows(
    register: Register, changes: ContactChanges, people: Contacts, erik: Contact, anna: Contact, meeting: Meeting
) -> None:
    action(register, "Erik Sund")
    asked = ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id)
    roles = frozenset(f.key for f in changes.preview(asked).follows if f.kind is FollowKind.ROLE)
    changes.apply(replace(asked, chosen=roles))
    assert owners(register) == ["Erik Sund"]
    assert seats(register, meeting) == ["Erik Sund"]
    with pytest.raises(InputError, match="Ingenting är markerat"):
        changes.apply(replace(asked, chosen=frozenset()))


def test_a_newcomer_comes_into_the_register_in_the_same_act(
    register: Register, changes: ContactChanges, people: Contacts, erik: Contact
) -> None:
    history = History(register.database)
    new = Contact(id=new_id(), party=Party.SSC, given_name=" Åsa ", family_name="Öhrn", email="asa@myndighet.example")
    done = changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, newcomer=new))
    assert done.successor_id == new.id
    kept = people.get(new.id)
    assert (kept.given_name, kept.party) == ("Åsa", Party.AGENCY), "of the side that the other leaves"
    assert [(one.level, one.starts_on) for one in kept.assignments] == [(Level.TACTICAL, DAY)]
    history.undo()
    with pytest.raises(InputError, match="finns inte längre"):
        people.get(new.id)


def test_a_right_to_order_ends_and_is_not_copied(
    register: Register, changes: ContactChanges, people: Contacts, erik: Contact, anna: Contact
) -> None:
    right = AuthorisedOrderer(id=new_id(), contact_id=erik.id, evidence="Beslut 2023")
    register.put(AuthorisedOrdererRecord.of(right))
    asked = ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id)
    preview = changes.preview(asked)
    everything = frozenset(follow.key for follow in preview.follows)
    assert everything - preview.chosen == {f"new_right:{right.id}"}
    with pytest.raises(InputError, match="personlig"):
        changes.apply(replace(asked, chosen=everything))
    changes.apply(replace(asked, chosen=everything, evidence=" Beslut  2026 "))
    assert [one.ends_on for one in people.get(erik.id).orderer_rights] == [date(2026, 11, 30)]
    (given,) = people.get(anna.id).orderer_rights
    assert (given.evidence, given.starts_on) == ("Beslut 2026", DAY)


def test_leaving_without_anyone_who_comes_says_what_is_left_empty(
    changes: ContactChanges, people: Contacts, notices: ContactNotices, erik: Contact, meeting: Meeting,
    register: Register,
) -> None:  # fmt: skip
    asked = ChangeRequest(day=DAY, leaver_id=erik.id)
    preview = changes.preview(asked)
    assert [role.level for role in preview.left_empty] == [Level.TACTICAL]
    changes.apply(asked)
    assert people.get(erik.id).assignments[0].ends_on == date(2026, 11, 30)
    assert seats(register, meeting) == ["Erik Sund"], "the invitation is not taken from them unless that is ticked"
    assert "Ingen efterträdare" in notices.open()[0].notice.body


def test_who_comes_later_makes_the_same_notice_whole(
    changes: ContactChanges, notices: ContactNotices, erik: Contact, anna: Contact
) -> None:
    first = changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id))
    later = changes.apply(ChangeRequest(day=date(2026, 12, 15), leaver_id=erik.id, successor_id=anna.id))
    assert later.notice_id == first.notice_id
    (row,) = notices.open()
    assert (row.name, row.successor) == ("Erik Sund", "Anna Berg")
    assert "Ny kontaktperson:" in row.notice.body


def test_what_has_been_announced_is_not_rewritten(
    changes: ContactChanges, notices: ContactNotices, erik: Contact, anna: Contact
) -> None:
    first = changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id))
    assert first.notice_id is not None
    notices.announce(first.notice_id, NoticeChannel.CUSTOMER_WEB, TODAY)
    later = changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))
    assert later.notice_id != first.notice_id
    assert len(notices.all()) == 2


def test_coming_without_anyone_who_leaves_fills_what_is_empty(
    changes: ContactChanges, people: Contacts, anna: Contact
) -> None:
    asked = ChangeRequest(day=DAY, successor_id=anna.id)
    preview = changes.preview(asked)
    assert set(kinds(preview)) == {FollowKind.VACANCY}
    strategic = next(f for f in preview.follows if f.role and f.role.level is Level.STRATEGIC)
    again = {follow.key for follow in changes.preview(asked).follows}
    assert strategic.key in again, "a choice is still understood when it is asked for again"
    changes.apply(replace(asked, chosen=frozenset({strategic.key})))
    assert [one.level for one in people.get(anna.id).assignments] == [Level.OPERATIONAL, Level.STRATEGIC]


def test_a_change_at_ssc_is_kept_and_nothing_is_to_be_told(
    register: Register, changes: ContactChanges, people: Contacts, notices: ContactNotices
) -> None:
    per = register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    done = changes.apply(ChangeRequest(day=date(2026, 11, 1), leaver_id=per.id))
    assert done.notice_id is None
    assert people.get(per.id).assignments[0].ends_on == date(2026, 10, 31)
    assert notices.all() == ()


def test_who_is_invited_already_is_not_invited_twice(
    register: Register, changes: ContactChanges, erik: Contact, anna: Contact, meeting: Meeting
) -> None:
    seat = Participant(id=new_id(), meeting_id=meeting.id, name="Anna", email=anna.email.upper())
    register.put(ParticipantRecord.of(seat))
    changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))
    assert seats(register, meeting) == ["Anna"]


def test_nobody_becomes_their_own_deputy(
    changes: ContactChanges, people: Contacts, erik: Contact, anna: Contact
) -> None:
    people.change(anna.id, deputy_id=erik.id)
    changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))
    assert people.get(anna.id).deputy_id is None


def test_nonsense_is_refused_in_words(
    register: Register, changes: ContactChanges, erik: Contact, anna: Contact
) -> None:
    per = register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    gone = register.contact("Eva Ek", Party.AGENCY, Level.TACTICAL)
    with register.database.writing(Act("test.put")) as session:
        session.get_one(ContactRecord, gone.id).change(ended_on=TODAY)
    same = Contact(id=new_id(), party=Party.AGENCY, given_name="A", family_name="B", email=anna.email.upper())
    for asked, words in (
        (ChangeRequest(day=DAY), "Ingen lämnar"),
        (ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=erik.id), "sig själv"),
        (ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=per.id), "andra parten"),
        (ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=gone.id), "avslutad"),
        (ChangeRequest(day=DAY, leaver_id=erik.id, newcomer=same), "har redan den e-postadressen"),
        (ChangeRequest(day=DAY, leaver_id=erik.id, newcomer=replace(same, given_name="", family_name="")), "namn"),
        (ChangeRequest(day=DAY, leaver_id=new_id()), "finns inte längre"),
    ):
        with pytest.raises(InputError, match=words):
            changes.apply(asked)


def test_an_action_of_whom_they_were_before_a_merge_is_handed_over_too(
    register: Register, changes: ContactChanges, erik: Contact, anna: Contact
) -> None:
    earlier = register.contact("Erik Sund-Öhrn", Party.AGENCY, Level.TACTICAL)
    action(register, earlier.name)
    Duplicates(register.database, lambda: TODAY).merge(erik.id, earlier.id, {"family_name": Side.KEPT})
    changes.apply(ChangeRequest(day=DAY, leaver_id=erik.id, successor_id=anna.id))
    assert owners(register) == [anna.name]

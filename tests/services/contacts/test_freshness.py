"""The contact list kept fresh: who is asked, one letter per party, and one act to confirm them (R17)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.freshness import ContactAttention
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.money import Money
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import Agreements
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.freshness import Freshness
from desktop.services.contacts.roster_checks import RosterChecks
from desktop.services.history import History
from desktop.services.rule_settings import AgencyRules
from tests.services.conftest import Register, tactical_meeting

TODAY = date(2026, 11, 24)


@pytest.fixture
def freshness(register: Register) -> Freshness:
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten"))
    return Freshness(register.database, lambda: TODAY)


def put(register: Register, name: str, party: Party = Party.SSC, *roles: dict[str, Any], **more: Any) -> Contact:
    given_name, _, family = name.partition(" ")
    person = Contact(id=new_id(), party=party, given_name=given_name, family_name=family, **more)
    held = [Assignment(id=new_id(), contact_id=person.id, **role) for role in roles or ({"level": Level.TACTICAL},)]
    register.put(ContactRecord.of(person), *map(AssignmentRecord.of, held))
    return person


def letter(freshness: Freshness, party: Party) -> tuple[str, str, str]:
    message = message_from_bytes(freshness.mail(party).content, policy=default)
    return str(message["Subject"]), str(message["To"]), message.get_content().replace("\r\n", "\n")


def confirmed(register: Register, *people: Contact) -> list[date | None]:
    kept = {each.id: each.confirmed_on for each in Contacts(register.database).all()}
    return [kept[each.id] for each in people]


def test_each_party_has_its_own_list_and_the_setting_says_who_is_stale(
    freshness: Freshness, register: Register
) -> None:
    put(register, "Per Holm", confirmed_on=date(2026, 2, 1))
    put(register, "Karin Lind")
    put(register, "Anna Ek", Party.AGENCY, confirmed_on=TODAY)
    ours, theirs = freshness.overview(TODAY).parties
    assert (ours.name, ours.stale) == ("Exempelmyndigheten", 0)
    assert [(each.contact.name, each.is_stale) for each in theirs.confirmations] == [
        ("Karin Lind", True),
        ("Per Holm", False),
    ]
    AgencyRules(register.database).set("stale_after_months", 9)
    assert freshness.overview(TODAY).stale == 2
    assert freshness.overview(TODAY).stale_after_months == 9


def test_the_latest_time_the_list_was_gone_through_is_known(freshness: Freshness, register: Register) -> None:
    checks = RosterChecks(register.database, lambda: TODAY)
    assert freshness.overview(TODAY).gone_through is None
    for day in (date(2026, 9, 2), date(2026, 3, 1)):
        checks.record(Roster.CONTACTS, day)
    checks.record(Roster.ORDERERS, TODAY)
    found = freshness.overview(TODAY).gone_through
    assert found is not None
    assert (found.checked_on, found.checked_by) == (date(2026, 9, 2), "provaren")


def test_several_are_confirmed_in_one_act_and_one_undo(freshness: Freshness, register: Register) -> None:
    per, karin = put(register, "Per Holm", confirmed_on=date(2025, 1, 1)), put(register, "Karin Lind")
    other = put(register, "Maria Öst")
    history = History(register.database)
    assert freshness.confirm([per.id, karin.id, per.id], TODAY) == 2
    assert confirmed(register, per, karin, other) == [TODAY, TODAY, None]
    act = history.undo()
    assert (act.verb, act.subject) == ("contact.confirm_all", "Statens servicecenter")
    assert confirmed(register, per, karin) == [date(2025, 1, 1), None]


def test_one_is_confirmed_by_name_and_both_sides_by_theirs(freshness: Freshness, register: Register) -> None:
    per, anna = put(register, "Per Holm"), put(register, "Anna Ek", Party.AGENCY)
    history = History(register.database)
    freshness.confirm([per.id], TODAY)
    assert history.undoable() is not None
    assert history.undo().subject == "Per Holm"
    freshness.confirm([anna.id, per.id], TODAY)
    assert sorted(history.undo().subject.split(" och ")) == ["Exempelmyndigheten", "Statens servicecenter"]


def test_an_earlier_day_takes_nothing_back(freshness: Freshness, register: Register) -> None:
    per, karin = put(register, "Per Holm", confirmed_on=date(2026, 11, 20)), put(register, "Karin Lind")
    assert freshness.confirm([per.id, karin.id], date(2026, 11, 10)) == 1
    assert confirmed(register, per, karin) == [date(2026, 11, 20), date(2026, 11, 10)]
    assert freshness.confirm([per.id], date(2026, 11, 20)) == 0


def test_nobody_is_confirmed_ahead_of_time(freshness: Freshness, register: Register) -> None:
    per = put(register, "Per Holm")
    with pytest.raises(InputError, match="Den dagen har inte varit än"):
        freshness.confirm([per.id], TODAY + timedelta(days=1))
    with pytest.raises(InputError, match="finns inte längre"):
        freshness.confirm([new_id()], TODAY)


def test_the_letter_tells_each_how_they_stand_and_what_to_answer(freshness: Freshness, register: Register) -> None:
    payroll, finance = register.area("Lön"), register.area("Ekonomi")
    maria = put(register, "Maria Ek", email="maria.ek@ssc.example")
    per = put(
        register, "Per Holmér", Party.SSC,
        {"level": Level.TACTICAL, "area_id": payroll}, {"level": Level.TACTICAL, "area_id": finance},
        {"function": "Kundsupport"}, {"level": Level.STRATEGIC, "ends_on": date(2020, 1, 1)},
        {"level": Level.OPERATIONAL, "starts_on": date(2027, 1, 1)},
        title="Enhetschef", phone="026-12 34 56", mobile="070-123 45 67", email="per.holmer@ssc.example",
        function_email="lon@ssc.example", deputy_id=maria.id, notes="Svår att nå",
    )  # fmt: skip
    right = AuthorisedOrderer(id=new_id(), contact_id=per.id, area_id=payroll, limit=Money.parse("50 000"))
    register.put(AuthorisedOrdererRecord.of(right))
    subject, to, body = letter(freshness, Party.SSC)
    assert subject == (
        "Stämmer kontaktuppgifterna? Kontaktförteckningen för Exempelmyndigheten och Statens servicecenter"
    )
    assert to == "Maria Ek <maria.ek@ssc.example>, Per Holmér <per.holmer@ssc.example>"
    assert "samverkansmodellen, avsnitt 1.5" in body
    assert "notes" not in body
    assert "Svår att nå" not in body
    assert "Strategisk" not in body
    _, _, entry = body.replace("\u00a0", " ").partition("Per Holmér\n")
    assert entry.split("\n\n")[0].splitlines() == [
        "  Titel: Enhetschef",
        "  Telefon: 026-12 34 56",
        "  Mobil: 070-123 45 67",
        "  E-post: per.holmer@ssc.example",
        "  Funktionsbrevlåda: lon@ssc.example",
        "  Ersättare: Maria Ek",
        "  Uppdrag: Taktisk nivå, Ekonomi och Lön",
        "  Uppdrag: Operativ nivå, alla tjänsteområden, från 1 januari 2027",
        "  Uppdrag: Kundsupport",
        "  Behörig beställare: Lön, högst 50 000 kr",
    ]


def test_one_letter_goes_to_everyone_of_the_party_that_has_an_address(freshness: Freshness, register: Register) -> None:
    put(register, "Anna Ek", Party.AGENCY, email="anna@exempelmyndigheten.example")
    put(register, "Bo Ek", email="bo@ssc.example", confirmed_on=TODAY)
    put(register, "Cia Ek", email="cia finns inte")
    put(register, "Dan Ek", function_email="support@ssc.example")
    put(register, "Eva Ek", email="eva@ssc.example", ended_on=date(2026, 1, 1))
    draft = freshness.mail(Party.SSC)
    assert draft.recipients == ("Bo Ek", "Dan Ek")
    assert draft.without_address == ("Cia Ek",)
    _, to, body = letter(freshness, Party.SSC)
    assert to == "Bo Ek <bo@ssc.example>, Dan Ek <support@ssc.example>"
    assert "Anna Ek" not in body
    assert "Eva Ek" not in body
    assert "\nCia Ek\n" in body


def test_there_must_be_somebody_to_ask_and_a_name_to_ask_in(freshness: Freshness, register: Register) -> None:
    with pytest.raises(InputError, match="ingen att fråga hos Statens servicecenter"):
        freshness.mail(Party.SSC)


def test_a_letter_needs_the_name_of_the_agency(register: Register) -> None:
    put(register, "Per Holm")
    with pytest.raises(InputError, match="myndigheten"):
        Freshness(register.database).mail(Party.SSC)


def test_everything_that_asks_for_attention_is_counted(freshness: Freshness, register: Register) -> None:
    assert freshness.attention(TODAY) == ContactAttention()
    anna = put(register, "Anna Ek", Party.AGENCY, confirmed_on=TODAY)
    put(register, "Per Holm", Party.SSC, {"level": Level.STRATEGIC}, {"level": Level.OPERATIONAL})
    put(register, "Karin Lind")
    meeting = tactical_meeting(starts_at=datetime(2099, 1, 1, tzinfo=UTC), ends_at=datetime(2099, 1, 1, 1, tzinfo=UTC))
    waiting = ContactNotice(id=new_id(), title="Byte", effective_on=TODAY, made_on=TODAY)
    told, planned = (
        replace(waiting, id=new_id(), announced_on=TODAY),
        replace(waiting, id=new_id(), meeting_id=meeting.id),
    )
    register.put(MeetingRecord.of(meeting), *map(ContactNoticeRecord.of, (told, planned, waiting)))
    right = AuthorisedOrderer(id=new_id(), contact_id=anna.id, ends_on=TODAY + timedelta(days=40))
    register.put(AuthorisedOrdererRecord.of(right))
    found = freshness.attention(TODAY)
    assert found == ContactAttention(notices=1, rights=1, vacancies=2, stale=2)
    assert found.count == 5
    late = freshness.attention(date(2999, 1, 1))
    assert late.checks == 2


def test_where_two_levels_share_a_forum_either_of_them_is_enough(register: Register) -> None:
    choice = LevelChoice(starts_on=date(2020, 1, 1), model=LevelModel.TWO)
    Agreements(register.database).save(Agreement(agency_name="Exempelmyndigheten", choices=(choice,)))
    put(register, "Per Holm", confirmed_on=TODAY)
    assert Freshness(register.database).attention(TODAY).vacancies == 1
    assert Freshness(register.database).attention(date(2019, 1, 1)).vacancies == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.dates(date(2025, 11, 22), date(2025, 11, 26)),
            st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 28)),
            st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 28)),
        ),
        max_size=6,
    )
)
def test_the_database_counts_as_the_rule_says(
    freshness: Freshness, register: Register, people: list[tuple[date | None, date | None, date | None]]
) -> None:
    for confirmed_on, ended_on, role_ends in people:
        role = {"level": Level.TACTICAL, "ends_on": role_ends}
        put(register, "Bo Ek", Party.SSC, role, confirmed_on=confirmed_on, ended_on=ended_on)
    assert freshness.attention(TODAY).stale == freshness.overview(TODAY).stale

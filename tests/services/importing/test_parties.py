"""Whose a visiting card is: as it says, else as the register knows its address, else ours, and then it is told."""

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.services.importing.contacts import plan_contacts
from desktop.services.importing.parties import with_parties

KNOWN = [
    Contact(id=new_id(), party=Party.SSC, given_name="Per", email="per@ssc.example"),
    Contact(id=new_id(), party=Party.SSC, given_name="Eva", email="eva@shared.example"),
    Contact(id=new_id(), party=Party.AGENCY, given_name="Anna", email="anna@shared.example"),
]


def listed(row: int = 1, **particulars: str) -> ListedContact:
    return ListedContact(rows=(row,), party=Party.AGENCY, party_is_assumed=True, given_name="Bo", **particulars)


def settled(one: ListedContact, *others: ListedContact) -> tuple[Party, list[str]]:
    file = with_parties(ContactList(file_name="kort.vcf", contacts=(one, *others)), KNOWN, "Exempelmyndigheten")
    assert not file.contacts[0].party_is_assumed
    return file.contacts[0].party, [problem.sentence for problem in file.problems if problem.row == one.rows[0]]


def test_our_own_name_on_the_card_is_enough() -> None:
    assert settled(listed(organisation="Exempelmyndigheten, HR")) == (Party.AGENCY, [])


def test_a_known_address_is_enough() -> None:
    assert settled(listed(email="EVA@shared.example")) == (Party.SSC, [])


def test_a_domain_of_one_party_is_taken_and_told() -> None:
    assert settled(listed(email="bo@ssc.example")) == (
        Party.SSC,
        ["Filen säger inte vilken part; läses som Statens servicecenters efter e-postadressen."],
    )


def test_a_domain_of_both_and_no_address_are_read_as_ours_and_told() -> None:
    ours = (Party.AGENCY, ["Filen säger inte vilken part; läses som myndighetens."])
    assert settled(listed(email="bo@shared.example")) == ours
    assert settled(listed()) == ours


def test_other_cards_of_the_file_tell_too() -> None:
    sure = ListedContact(rows=(9,), party=Party.SSC, given_name="Maria", email="maria@new.example")
    assert settled(listed(email="bo@new.example"), sure)[0] is Party.SSC


def test_the_plan_follows() -> None:
    file = ContactList(file_name="kort.vcf", contacts=(listed(email="per@ssc.example", mobile="070-1"),))
    (changed,) = plan_contacts(file, None, [], KNOWN).changed
    assert isinstance(changed, Contact)
    assert (changed.id, changed.party, changed.mobile) == (KNOWN[0].id, Party.SSC, "070-1")

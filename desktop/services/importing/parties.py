"""Which side a listed contact is of, when the file does not say so itself as visiting cards seldom do (R15)."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.contacts.contact import Contact, comparable_email
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.importing import Problem
from desktop.domain.level import Party

_SIDES = {Party.AGENCY: "myndighetens", Party.SSC: "Statens servicecenters"}


def with_parties(file: ContactList, contacts: Iterable[Contact], agency_name: str) -> ContactList:
    """The list with every party settled, and a sentence about each that was only assumed.

    An address that the register knows says whose it is, then its domain, and else the contact is read as ours.
    """
    if not any(one.party_is_assumed for one in file.contacts):
        return file
    parties = _Parties([*contacts, *(one for one in file.contacts if not one.party_is_assumed)])
    settled: list[ListedContact] = []
    problems = list(file.problems)
    for one in file.contacts:
        if not one.party_is_assumed:
            settled.append(one)
            continue
        is_ours = bool(agency_name) and agency_name.casefold() in one.organisation.casefold()
        party, sentence = (Party.AGENCY, "") if is_ours else parties.of(one)
        settled.append(replace(one, party=party, party_is_assumed=False))
        if sentence:
            problems.append(Problem(one.rows[0], "Part", sentence))
    return replace(file, contacts=tuple(settled), problems=tuple(problems))


class _Parties:
    """The parties by addresses, and by domains that only one of them uses."""

    def __init__(self, known: Iterable[Contact | ListedContact]) -> None:
        self._by_email: dict[str, Party] = {}
        self._by_domain: dict[str, set[Party]] = {}
        for one in known:
            for address in filter(None, (one.email, one.function_email)):
                self._by_email.setdefault(comparable_email(address), one.party)
                self._by_domain.setdefault(_domain(address), set()).add(one.party)

    def of(self, one: ListedContact) -> tuple[Party, str]:
        """The party, and a sentence about why it is assumed; nothing when the address is known."""
        address = one.email or one.function_email
        if address and comparable_email(address) in self._by_email:
            return self._by_email[comparable_email(address)], ""
        users = self._by_domain.get(_domain(address), set()) if address else set[Party]()
        if len(users) == 1:
            (party,) = users
            return party, f"Filen säger inte vilken part; läses som {_SIDES[party]} efter e-postadressen."
        return Party.AGENCY, f"Filen säger inte vilken part; läses som {_SIDES[Party.AGENCY]}."


def _domain(address: str) -> str:
    return comparable_email(address).rpartition("@")[2]

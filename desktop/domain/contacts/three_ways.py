"""Compares our contact list with SSC's in three ways: ours, theirs now, theirs last (R17).

SSC's list counts for SSC's own people, our register for ours. What a list merely lacks empties nothing of ours.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Contact, comparable_email, comparable_name, comparable_phone
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.contacts.earlier_list import Before, Earlier
from desktop.domain.contacts.known_again import KnownAgain
from desktop.domain.contacts.listed_terms import TEXT_FIELDS, Reach, Terms, held_of, text_of, their_term
from desktop.domain.contacts.partial_list import lacks_of, left_as_they_are
from desktop.domain.contacts.reconciling import (
    NO_TERM,
    Choice,
    ComparedPerson,
    Comparison,
    Finding,
    Held,
    Line,
    ListField,
    Standing,
    Told,
)
from desktop.domain.importing import Problem
from desktop.domain.level import Party

_COMPARABLE: Mapping[ListField, Callable[[str], str]] = {
    ListField.NAME: lambda written: comparable_name(written, ""),
    ListField.PHONE: comparable_phone,
    ListField.MOBILE: comparable_phone,
    ListField.EMAIL: comparable_email,
    ListField.FUNCTION_EMAIL: comparable_email,
}


def compare_lists(
    file: ContactList,
    earlier: Earlier | None,
    contacts: Sequence[Contact],
    areas: Sequence[ServiceArea],
    day: date,
) -> Comparison:
    """Compare SSC's list with the register and with SSC's last one.

    Args:
        file: SSC's list.
        earlier: SSC's last list, if one was kept.
        contacts: Everyone of the register.
        areas: Our service areas.
        day: What ended before it is not held any more.
    """
    terms = Terms({area.id: area.name for area in areas}, Reach.of(file.contacts), day)
    comparing = _Comparing(file, earlier, contacts, terms, day)
    persons = comparing.persons()
    return Comparison(
        file=file,
        areas=tuple(areas),
        day=day,
        persons=left_as_they_are(persons, lacks_of(persons)),
        problems=tuple(comparing.problems),
        earlier_on=earlier.kept.read_on if earlier else None,
        earlier_version=earlier.kept.version_on if earlier else None,
    )


class _Comparing:
    def __init__(
        self, file: ContactList, earlier: Earlier | None, contacts: Sequence[Contact], terms: Terms, day: date
    ) -> None:
        self._day = day
        self._made_on = min(file.version or day, day)
        self._listed = [one for one in file.contacts if one.ended_on is None]
        self._earlier = earlier
        self._contacts = [contact for contact in contacts if contact.anonymised_on is None]
        self._terms = terms
        self._reach = Reach.of(self._listed)
        self._known_before = Before(earlier.contacts if earlier else (), self._contacts)
        self.problems = list(file.problems)
        self._sides = {one.party for one in self._listed}
        self._empty_sides = set(Party) - {contact.party for contact in self._contacts}

    def persons(self) -> tuple[ComparedPerson, ...]:
        known = KnownAgain(self._contacts, self._listed)
        persons: list[ComparedPerson] = []
        found: set[object] = set()
        for one in self._listed:
            contact, namesakes = known.find(one)
            if namesakes:
                sentence = f"{one.name} finns {namesakes} gånger i registret och jämförs därför som en ny kontakt."
                self.problems.append(Problem(one.rows[0], "Namn", sentence))
            if contact is None:
                persons.append(self._only_theirs(one))
            else:
                found.add(contact.id)
                persons.append(self._both(contact, one))
        missing = (self._missing(contact) for contact in self._contacts if contact.id not in found)
        persons += [person for person in missing if person is not None]
        return tuple(persons)

    # Persons

    def _both(self, contact: Contact, one: ListedContact) -> ComparedPerson:
        before = self._known_before.of(contact, one)
        lines = [*self._party(contact, one)]
        lines += [line for field in TEXT_FIELDS for line in self._text(field, contact, one, before)]
        lines += self._terms_of(ListField.ROLE, contact, one, before)
        lines += self._terms_of(ListField.RIGHT, contact, one, before)
        return _person(Standing.BOTH, contact, one, before, lines)

    def _only_theirs(self, one: ListedContact) -> ComparedPerson:
        before = self._known_before.of(None, one)
        ours_count = one.party is Party.AGENCY and one.party not in self._empty_sides
        line = Line(
            key=(ListField.PERSON, NO_TERM),
            ours="",
            theirs=one.name,
            before=before.name if before else "",
            before_known=self._earlier is not None,
            finding=_in_list_finding(self._earlier is not None, then=before is not None, now=True),
            proposed=Choice.OURS if ours_count else Choice.THEIRS,
        )
        return _person(Standing.ONLY_THEIRS, None, one, before, [line])

    def _missing(self, contact: Contact) -> ComparedPerson | None:
        """Someone of ours who is not in the list; nobody if the list is not about their side or they have left."""
        roles = any(self._terms.ours(contact, field) for field in (ListField.ROLE, ListField.RIGHT))
        if contact.party not in self._sides or contact.ended_on is not None or not roles:
            return None
        before = self._known_before.of(contact, None)
        gone = before is not None
        standing = Standing.GONE if gone else Standing.ONLY_OURS
        if contact.party is Party.SSC and gone and self._reach.roles:
            lines = self._terms_of(ListField.ROLE, contact, None, before)
            lines += self._terms_of(ListField.RIGHT, contact, None, before)
            return _person(standing, contact, None, before, lines)
        told = contact.party is Party.AGENCY and self._reach.roles
        line = Line(
            key=(ListField.PERSON, NO_TERM),
            ours=contact.name,
            theirs="",
            before=before.name if before else "",
            before_known=self._earlier is not None,
            finding=_in_list_finding(self._earlier is not None, then=gone, now=False) if told else Finding.NOT_LISTED,
            can_accept=False,
        )
        return _person(standing, contact, None, before, [line])

    # Fields

    def _party(self, contact: Contact, one: ListedContact) -> list[Line]:
        if one.party is contact.party or one.party_is_assumed:
            return []
        finding = Finding.UNKNOWN
        proposed = Choice.THEIRS if contact.party is Party.SSC else Choice.OURS
        key = (ListField.PARTY, NO_TERM)
        return [Line(key=key, ours=contact.party, theirs=one.party, finding=finding, proposed=proposed)]

    def _text(self, field: ListField, contact: Contact, one: ListedContact, before: ListedContact | None) -> list[Line]:
        ours, theirs = text_of(contact, field), text_of(one, field)
        then = text_of(before, field) if before else ""
        if not (ours or theirs):
            return []
        finding, can_accept = _finding(field, ours, theirs, then, known=before is not None), bool(theirs)
        lacks = not theirs and not (contact.party is Party.AGENCY and field in self._reach.fields)
        return [
            Line(
                key=(field, NO_TERM),
                ours=ours,
                theirs=theirs,
                before=then,
                before_known=before is not None,
                finding=Finding.NOT_LISTED if lacks else finding,
                can_accept=can_accept,
                proposed=Choice.THEIRS if can_accept and _theirs_first(contact, ours, finding) else Choice.OURS,
            )
        ]

    def _terms_of(
        self, field: ListField, contact: Contact, one: ListedContact | None, before: ListedContact | None
    ) -> list[Line]:
        ours, theirs = self._terms.ours(contact, field), self._terms.theirs(one, field)
        then = self._terms.theirs(before, field)
        lines: list[Line] = []
        for key in dict.fromkeys((*theirs, *ours)):
            their_held = held_of(theirs[key]) if key in theirs else None
            our_held = held_of(ours[key].beside(their_held)) if key in ours else None
            then_held = held_of(then[key]) if key in then else None
            finding = _finding(field, our_held, their_held, then_held, known=before is not None)
            unknowable = their_held is None and _begins_after(our_held, self._made_on)
            if their_held is None and (
                not self._reach.lists(field) or _begins_after(our_held, self._told_until(contact))
            ):
                finding = Finding.NOT_LISTED
            stated = their_held is not None or then_held is not None
            lines.append(
                Line(
                    key=(field, key),
                    term=their_term(theirs[key]) if key in theirs else ours[key].term,
                    ours=our_held,
                    theirs=their_held,
                    before=then_held,
                    before_known=before is not None,
                    finding=finding,
                    can_accept=not unknowable and (one is not None or then_held is not None),
                    proposed=Choice.THEIRS if contact.party is Party.SSC and stated else Choice.OURS,
                )
            )
        return lines

    def _told_until(self, contact: Contact) -> date:
        """Roles that begin later are no difference: a list cannot know them, and ours are told when they begin."""
        return self._made_on if contact.party is Party.SSC else self._day


def _begins_after(held: Held | None, day: date) -> bool:
    return held is not None and held.starts_on is not None and held.starts_on > day


def _person(
    standing: Standing,
    contact: Contact | None,
    one: ListedContact | None,
    before: ListedContact | None,
    lines: Sequence[Line],
) -> ComparedPerson:
    known = contact or one
    assert known is not None
    return ComparedPerson(
        key=str(contact.id) if contact else f"row {one.rows[0]}" if one else "",
        name=known.name,
        party=known.party,
        standing=standing,
        lines=tuple(lines),
        contact=contact,
        listed=one,
        earlier=before,
    )


def _theirs_first(contact: Contact, ours: str, finding: Finding) -> bool:
    """SSC's word counts for their own people, and fills what our register lacks about ours."""
    lacks = not ours and finding in {Finding.THEY_CHANGED, Finding.UNKNOWN}
    return contact.party is Party.SSC or lacks


def _in_list_finding(known: bool, *, then: bool, now: bool) -> Finding:
    """Who changed that someone is in only one of the lists."""
    if not known:
        return Finding.UNKNOWN
    return Finding.THEY_CHANGED if then is not now else Finding.WE_CHANGED


def _finding(field: ListField, ours: Told, theirs: Told, before: Told, *, known: bool) -> Finding:
    """What the three ways say."""
    if _same(field, ours, theirs):
        return Finding.AGREES
    if not known:
        return Finding.UNKNOWN
    changes = (_same(field, theirs, before), _same(field, ours, before))
    findings: Mapping[tuple[bool, bool], Finding] = {
        (False, True): Finding.THEY_CHANGED,
        (True, False): Finding.WE_CHANGED,
        (False, False): Finding.BOTH_CHANGED,
        (True, True): Finding.UNKNOWN,
    }
    return findings[changes]


def _same(field: ListField, one: Told, another: Told) -> bool:
    """Whether two sides say the same, however they write it; a date that is not known fits every date."""
    if isinstance(one, str) and isinstance(another, str):
        comparable = _COMPARABLE.get(field, _plain)
        return comparable(one) == comparable(another)
    if isinstance(one, Held) and isinstance(another, Held):
        return one.fits(another)
    return one is another


def _plain(written: str) -> str:
    return " ".join(written.split())

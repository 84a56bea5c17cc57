"""Plans the participants that an invitation names (R7)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from desktop.domain.contacts.contact import Contact, comparable_email, comparable_name
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.level import Party
from desktop.domain.meetings.invitation import InvitedMeeting, Invitee
from desktop.domain.meetings.meeting import MeetingFile, Participant
from desktop.services.importing.plan import Plan


class People:
    """Finds the contact that someone invited is, and the party they belong to."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._by_email: dict[str, Contact] = {}
        self._by_name: dict[str, list[Contact]] = defaultdict(list)
        self._parties: dict[str, set[Party]] = defaultdict(set)
        for contact in contacts:
            for one in (contact, *contact.former):
                self._know(one, contact)

    def _know(self, one: Contact, contact: Contact) -> None:
        """Know a contact by what it is called, or by what someone was called who was merged into it."""
        if one.email:
            self._by_email.setdefault(comparable_email(one.email), contact)
            self._parties[_domain(one.email)].add(one.party)
        namesakes = self._by_name[comparable_name(one.given_name, one.family_name)]
        if not one.is_mailbox and contact not in namesakes:
            namesakes.append(contact)

    def contact_of(self, invitee: Invitee) -> Contact | None:
        """The contact with the address; else the only one with the name."""
        contact = self._by_email.get(comparable_email(invitee.email)) if invitee.email else None
        if contact:
            return contact
        namesakes = self._by_name.get(comparable_name(invitee.given_name, invitee.family_name), [])
        return namesakes[0] if len(namesakes) == 1 else None

    def party_of(self, invitee: Invitee) -> Party | None:
        """The contact's party; else that of everyone known with an address at the same place."""
        contact = self.contact_of(invitee)
        if contact:
            return contact.party
        parties = self._parties.get(_domain(invitee.email), set()) if invitee.email else set[Party]()
        return next(iter(parties)) if len(parties) == 1 else None


def plan_participants(plan: Plan, one: InvitedMeeting, known: MeetingFile, people: People) -> None:
    """Add those who are invited and not listed yet; nobody is taken off the list."""
    listed = list(known.participants)
    named = set[UUID]()
    for invitee in one.invitees:
        wanted = _participant(invitee, known, people)
        place = _place_of(wanted, listed)
        key = wanted.id if place is None else listed[place].id
        if key in named:  # the same person under another address; what was said first counts
            continue
        named.add(key)
        role = "sammankallande" if invitee.organises else "" if invitee.required else "valfri"
        found = "finns i kontaktlistan" if wanted.contact_id else "finns inte bland kontakterna, sparas med namn"
        if place is None:
            listed.append(wanted)
            plan.new.append(wanted)
            action = RowAction.MATCH if wanted.contact_id else RowAction.CREATE
            plan.row(None, action, wanted.name, "; ".join(filter(None, (role, found))))
            continue
        before = listed[place]
        after = replace(before, required=wanted.required)
        if before.contact_id is None and wanted.contact_id:
            after = replace(wanted, id=before.id)
        listed[place] = after
        if after != before:
            plan.changed.append(after)
            plan.row(None, RowAction.UPDATE, after.name, "; ".join(filter(None, (role, found))))
        else:
            plan.row(None, RowAction.MATCH, after.name, "redan deltagare")


def _participant(invitee: Invitee, known: MeetingFile, people: People) -> Participant:
    contact = people.contact_of(invitee)
    return Participant(
        id=new_id(),
        meeting_id=known.meeting.id,
        contact_id=contact.id if contact else None,
        name=contact.name if contact else invitee.name or invitee.email,
        email=invitee.email or (contact.email if contact else ""),
        party=people.party_of(invitee),
        title=contact.title if contact else "",
        required=invitee.required,
    )


def _place_of(wanted: Participant, listed: Sequence[Participant]) -> int | None:
    """Where on the list someone stands already: as the same contact, with the same address or the same name."""
    for place, participant in enumerate(listed):
        if wanted.contact_id and wanted.contact_id == participant.contact_id:
            return place
        if wanted.email and comparable_email(wanted.email) == comparable_email(participant.email):
            return place
        nameless = not (wanted.email and participant.email)
        if nameless and comparable_name(wanted.name, "") == comparable_name(participant.name, ""):
            return place
    return None


def _domain(email: str) -> str:
    return comparable_email(email).rpartition("@")[2]

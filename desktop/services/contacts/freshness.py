"""How fresh the contact list is: when each was confirmed, who needs to be asked, and the letter that asks (R17)."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME
from desktop.domain.contacts.confirmation_letter import letter_body, letter_subject, listed
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.freshness import ContactAttention, ListFreshness, PartyFreshness, confirmations, is_listed
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import today
from desktop.domain.document import MailDraft
from desktop.domain.file_names import file_name
from desktop.domain.history import Act
from desktop.domain.level import Party
from desktop.domain.swedish_order import sort_key
from desktop.errors import InputError
from desktop.exchange.mail_draft import Recipient, is_address, mail_draft
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.services.agreements import agreement_in, areas_in
from desktop.services.contacts.attention import attention_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.roster_checks import latest_check_in
from desktop.services.heads import naming_agreement_in, party_names
from desktop.services.rule_settings import rule_settings_in


class Freshness:
    """Says which contacts need to be confirmed again, confirms them, and asks for it by mail.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def overview(self, day: date) -> ListFreshness:
        """Everyone of either party that the list has to be right about, those to ask most first."""
        with self._database.reading() as session:
            months = rule_settings_in(session).stale_after_months
            people = contacts_in(session)
            names = _names_in(session)
            return ListFreshness(
                parties=tuple(
                    PartyFreshness(
                        party=party,
                        name=names[party],
                        confirmations=confirmations((each for each in people if each.party is party), day, months),
                    )
                    for party in Party
                ),
                stale_after_months=months,
                gone_through=latest_check_in(session, Roster.CONTACTS),
            )

    def attention(self, day: date) -> ContactAttention:
        """How much about the contacts asks for attention; quick also for a long list."""
        with self._database.reading() as session:
            return attention_in(session, day)

    def confirm(self, ids: Iterable[UUID], day: date) -> int:
        """Keep that the particulars of these contacts were right that day, in one act; a later day is kept as it is.

        Returns:
            How many were not known to be right so late before.

        Raises:
            InputError: The day is still to come, or none of them is in the register any more.
        """
        if day > self._today():
            raise InputError("Den dagen har inte varit än.", "Skriv dagen då uppgifterna bekräftades.")
        wanted = list(dict.fromkeys(ids))
        with self._database.reading() as session:
            people = contacts_in(session, wanted)
            act = _confirming(people, _names_in(session))
        changed = 0
        with self._database.writing(act) as session:
            for record in session.scalars(select(ContactRecord).where(ContactRecord.id.in_(wanted))):
                if record.confirmed_on is None or record.confirmed_on < day:
                    record.change(confirmed_on=day)
                    changed += 1
        return changed

    def mail(self, party: Party) -> MailDraft:
        """One mail that asks everyone of a party whether what the list says of them is right (R17, section 1.5).

        Raises:
            InputError: There is nobody to ask, or the agency has no name yet (R37).
        """
        day = self._today()
        with self._database.reading() as session:
            names = party_names(naming_agreement_in(session))
            everyone = contacts_in(session)
            areas = {area.id: area.name for area in areas_in(session)}
        people = sorted((each for each in everyone if each.party is party and is_listed(each, day)), key=_by_name)
        if not people:
            raise InputError(f"Det finns ingen att fråga hos {names[party]}.", "Lägg till kontakter med uppdrag först.")
        reachable = [each for each in people if _address(each)]
        sender, subject = names[Party.AGENCY], letter_subject(names[Party.AGENCY], SSC_NAME)
        return MailDraft(
            file_name=f"{file_name(f'Bekräfta kontaktuppgifter {day} {names[party]}')}.eml",
            content=mail_draft(
                subject,
                letter_body(people, areas, {each.id: each.name for each in everyone}, sender, day),
                [Recipient(each.name, _address(each)) for each in reachable],
            ),
            recipients=tuple(each.name for each in reachable),
            without_address=tuple(each.name for each in people if each not in reachable),
        )


def _address(contact: Contact) -> str:
    """Where someone is reached: their own mailbox, else that of their function; empty where there is neither."""
    return next((each for each in (contact.email, contact.function_email) if is_address(each)), "")


def _by_name(contact: Contact) -> str:
    return sort_key(contact.family_name or contact.name, contact.given_name)


def _names_in(session: Session) -> dict[Party, str]:
    """What the parties are called; our side has no name before the agreement has been filled in."""
    agreement = agreement_in(session)
    return {Party.AGENCY: agreement.agency_name if agreement else "", Party.SSC: SSC_NAME}


def _confirming(people: Iterable[Contact], names: dict[Party, str]) -> Act:
    """What is being done: one person confirmed, or several of one party or both."""
    every = tuple(people)
    if not every:
        raise InputError("Kontakterna finns inte längre i registret.")
    if len(every) == 1:
        return Act("contact.confirm", every[0].name)
    sides = dict.fromkeys(names[each.party] or "oss" for each in every)
    return Act("contact.confirm_all", listed(sides))

"""The comparison of our contact list with SSC's, field by field, in three ways: ours, theirs now, theirs last (R17)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.domain.contacts.columns import ColumnQuestion, Columns, checked_columns
from desktop.domain.contacts.contact_list import ContactList
from desktop.domain.contacts.contact_notice import LONGEST_BODY, LONGEST_TITLE, ContactNotice
from desktop.domain.contacts.listed_json import to_json
from desktop.domain.contacts.partial_list import is_missing, lacks_of
from desktop.domain.contacts.received_list import ReceivedList
from desktop.domain.contacts.reconciling import Choice, Choices, ComparedPerson, Comparison, chosen
from desktop.domain.contacts.reconciling_notices import Telling, Tellings
from desktop.domain.contacts.three_ways import compare_lists
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.errors import InputError
from desktop.exchange.incoming import read_contacts
from desktop.models.database import Database
from desktop.services.agreements import agreement_in, areas_in
from desktop.services.contacts.change_notices import make_notice_in, notice_of_change_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.notice_rows import open_notices_in
from desktop.services.contacts.received_lists import (
    columns_in,
    earlier_in,
    last_list_in,
    remember_columns,
    remember_list,
)
from desktop.services.importing.merged_again import as_one
from desktop.services.importing.parties import with_parties
from desktop.services.importing.reconciling import plan_reconciling
from desktop.services.importing.writing import carry_out


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What was done: how many contacts were changed or added, and how many notices there are to announce."""

    contacts: int
    notices: int


class Reconciling:
    """Reads SSC's list, compares it and takes over what is accepted.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def last(self) -> ReceivedList | None:
        """SSC's list that was compared last."""
        with self._database.reading() as session:
            return last_list_in(session)

    def read(self, path: Path, columns: Columns | None = None) -> Comparison | ColumnQuestion:
        """Read a list and compare it, or say what has to be asked about its columns first; nothing is written.

        Args:
            path: The file.
            columns: What the user says about its columns; what was said of the same headings before is known.

        Raises:
            FileError: The file cannot be read, or is no list of contacts.
            InputError: The columns do not say whom the rows are about.
        """
        said = [checked_columns(columns)] if columns else []
        with self._database.reading() as session:
            content = read_contacts(path, [*columns_in(session), *said])
            return content if isinstance(content, ColumnQuestion) else self._compare(session, content)

    def apply(self, comparison: Comparison, choices: Choices, columns: Columns | None = None) -> Reconciled:
        """Do what was chosen, as one change that one undo takes back.

        The list and what was said of its columns are remembered, and what is kept of ours becomes notices. Cards that
        list no roles, and a part of a list, are no list to compare the next one with.

        Args:
            comparison: What ``read`` gave.
            choices: What was chosen where it is not as proposed.
            columns: What the user said about the columns.

        Raises:
            InputError: The register has changed since, so that there is something else to decide.
        """
        file = comparison.file
        with self._database.writing(Act("contacts.reconcile", file.file_name)) as session:
            now = self._compare(session, file)
            if now.question != comparison.question:
                raise InputError(
                    "Registret har ändrats sedan listan jämfördes.", "Jämför igen och gå igenom det som skiljer."
                )
            carry_out(session, plan_reconciling(now, choices))
            session.flush()
            notices = _tell(session, now, choices)
            if any(one.roles for one in file.contacts) and not _is_part(now, choices):
                remember_list(session, self._received(file))
            if columns is not None:
                remember_columns(session, columns)
        return Reconciled(sum(map(partial(_is_accepted, choices=choices), now.different)), notices)

    def _compare(self, session: Session, file: ContactList) -> Comparison:
        contacts, agreement = contacts_in(session), agreement_in(session)
        settled = with_parties(file, contacts, agreement.agency_name if agreement else "")
        return compare_lists(as_one(settled, contacts), earlier_in(session), contacts, areas_in(session), self._now())

    def _received(self, file: ContactList) -> ReceivedList:
        return ReceivedList(
            id=new_id(),
            file_name=file.file_name,
            read_on=self._now(),
            version_on=file.version,
            content=to_json(file.contacts),
        )


def _is_part(comparison: Comparison, choices: Choices) -> bool:
    """Whether the list names only a few, and nobody who is missing in it was taken to be gone."""
    answered = {key for key, _line in choices}
    missing = {person.key for person in comparison.persons if is_missing(person)}
    return bool(lacks_of(comparison.persons)) and not answered & missing


def _is_accepted(person: ComparedPerson, choices: Choices) -> bool:
    """Whether anything of a person was taken over."""
    return any(chosen(person, line, choices) is Choice.THEIRS for line in person.differences)


def _tell(session: Session, comparison: Comparison, choices: Choices) -> int:
    """Make what SSC has to be told; says how many contacts it is about."""
    tellings = Tellings(comparison)
    told = [telling for person in comparison.different if (telling := tellings.of(person, choices))]
    for telling in told:
        if telling.after is not None:
            notice_of_change_in(session, telling.before, telling.after, comparison.day, tellings.area_names())
    _tell_of_strangers(session, [telling for telling in told if telling.after is None], comparison.day)
    return len(told)


def _tell_of_strangers(session: Session, told: Sequence[Telling], day: date) -> None:
    """Those whom only SSC lists are no contacts of the register; the same is not told twice while it is open."""
    open_titles = {notice.title for notice in open_notices_in(session)}
    for telling in told:
        title = telling.title[:LONGEST_TITLE]
        if title not in open_titles:
            body = telling.body[:LONGEST_BODY]
            made = ContactNotice(id=new_id(), title=title, body=body, effective_on=day, made_on=day)
            make_notice_in(session, made)

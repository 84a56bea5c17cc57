"""What a party owes by the model, with its day: the checks of the lists twice a year (R29)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.contacts.roster_check import Roster, RosterCheck
from desktop.domain.level import Party

REMINDED_DAYS = 30
"""How many days before its last day an expectation asks for attention."""


class Expected(StrEnum):
    """What is expected."""

    CONTACT_CHECK = "contact_check"
    ORDERER_CHECK = "orderer_check"

    @property
    def section(self) -> str:
        """The section of the model that it follows from."""
        return _SECTIONS[self]


class ExpectationState(StrEnum):
    """How far it has come; ``DUE`` is expected within the days that ask for attention."""

    EXPECTED = "expected"
    DUE = "due"
    LATE = "late"
    DONE = "done"


_SECTIONS = {Expected.CONTACT_CHECK: "1.5", Expected.ORDERER_CHECK: "4"}
_OF_ROSTER = {Roster.CONTACTS: Expected.CONTACT_CHECK, Roster.ORDERERS: Expected.ORDERER_CHECK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A dated thing that a party owes by the model.

    Attributes:
        what: What is expected.
        owed_by: From whom.
        begins_on: From when it can be done.
        due_on: The last day that is in time.
        done_on: When it was done.
    """

    what: Expected
    owed_by: Party
    begins_on: date
    due_on: date
    done_on: date | None = None

    @property
    def section(self) -> str:
        """The section of the model that it follows from."""
        return self.what.section

    @property
    def was_late(self) -> bool:
        """Whether it was done after its last day."""
        return self.done_on is not None and self.done_on > self.due_on

    def state(self, day: date) -> ExpectationState:
        """How far it has come that day."""
        if self.done_on is not None and self.done_on <= day:
            return ExpectationState.DONE
        if self.due_on < day:
            return ExpectationState.LATE
        soon = self.due_on <= day + timedelta(days=REMINDED_DAYS)
        return ExpectationState.DUE if soon else ExpectationState.EXPECTED

    def needs_attention(self, day: date) -> bool:
        """Whether it is late or has to be done soon."""
        return self.state(day) in {ExpectationState.DUE, ExpectationState.LATE}


def half_year_of(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year that a day lies in."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def half_years(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The half-years from the one that the first day lies in to that of the last day."""
    begins_on, ends_on = half_year_of(first)
    while begins_on <= last:
        yield begins_on, ends_on
        begins_on, ends_on = half_year_of(ends_on + timedelta(days=1))


def roster_expectations(
    roster: Roster, checks: Iterable[RosterCheck], first: date, day: date
) -> tuple[Expectation, ...]:
    """The checks of a list that were and are expected of us, twice a year, the earliest first (R29).

    The first check since a half-year began settles it, and every missed one before it: the list is right again.

    Args:
        roster: The list.
        checks: Every check that is kept.
        first: When the register came to know contacts; no half-year before it was ever missed.
        day: Today.
    """
    days = sorted(check.checked_on for check in checks if check.roster is roster)
    return tuple(
        Expectation(
            what=_OF_ROSTER[roster],
            owed_by=Party.AGENCY,
            begins_on=begins_on,
            due_on=due_on,
            done_on=next((checked_on for checked_on in days if checked_on >= begins_on), None),
        )
        for begins_on, due_on in half_years(first, day)
    )


def open_expectation(expectations: Iterable[Expectation], day: date) -> Expectation | None:
    """The one to do now: the earliest that is not done, else the latest that is; none if there are none."""
    every = sorted(expectations, key=lambda each: each.due_on)
    waiting = (each for each in every if each.state(day) is not ExpectationState.DONE)
    return next(waiting, every[-1] if every else None)

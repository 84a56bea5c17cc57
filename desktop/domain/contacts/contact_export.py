"""The ways contacts leave the program: as visiting cards, as a table, as a printed list, as a mail to a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.contacts.contact import Contact
from desktop.domain.level import Level, Party


class CardVersion(StrEnum):
    """The version of a visiting card: the current one, or that of programs that know no later one."""

    CURRENT = "4.0"
    OLDER = "3.0"


@dataclass(frozen=True, slots=True)
class Group:
    """Those who hold a role at a level at a party; without a level, everyone there with a role or a right to order."""

    party: Party
    level: Level | None = None

    def members(self, contacts: Sequence[Contact], day: date) -> tuple[Contact, ...]:
        """Those of some contacts who belong to the group that day, in the order given (R15)."""
        return tuple(one for one in contacts if is_current(one, day) and self._has(one, day))

    def _has(self, contact: Contact, day: date) -> bool:
        if contact.party is not self.party:
            return False
        roles = [role for role in contact.assignments if role.held_on(day)]
        if self.level is not None:
            return any(role.level is self.level for role in roles)
        return bool(roles) or any(right.valid_on(day) for right in contact.orderer_rights)


def is_current(contact: Contact, day: date) -> bool:
    """Whether a contact is still there that day: neither ended before it nor anonymised nor merged (R39)."""
    ended = contact.ended_on is not None and contact.ended_on < day
    return not (ended or contact.anonymised_on or contact.merged_into)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAddresses:
    """The addresses of a group on one line, whose they are, and who has none."""

    text: str
    recipients: tuple[str, ...]
    without_address: tuple[str, ...] = ()

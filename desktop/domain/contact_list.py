"""What a contact list, kontaktförteckning, said: persons with their roles, before they meet the register (R15–R18)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.importing import Problem
from desktop.domain.level import Level, Party
from desktop.domain.organisation import OrganisationNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRole:
    """A role as listed: a level or a function (exactly one), in a named area; no area means every area."""

    level: Level | None = None
    function: str = ""
    area: str = ""
    starts_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRight:
    """A right to order as listed (R32)."""

    area: str = ""
    starts_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedContact:
    """A person, or a mailbox of a function, with everything that the rows ``rows`` said."""

    rows: tuple[int, ...]
    party: Party
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    roles: tuple[ListedRole, ...] = ()
    rights: tuple[ListedRight, ...] = ()

    @property
    def name(self) -> str:
        """Given name and family name, or what stands for them when a function has only a mailbox."""
        functions = ", ".join(role.function for role in self.roles if role.function)
        return f"{self.given_name} {self.family_name}".strip() or functions or self.email


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row of the table that is no record, and why."""

    row: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactList:
    """A whole list: whose it is, which version, and whom it lists."""

    file_name: str
    version: date | None = None
    agency_name: str = ""
    agency_number: OrganisationNumber | None = None
    contacts: tuple[ListedContact, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def evidence(self) -> str:
        """What the list is called when it is the evidence of a right to order (R32)."""
        version = f", version {self.version.isoformat()}" if self.version else ""
        return f"Kontaktförteckning {self.file_name}{version}"

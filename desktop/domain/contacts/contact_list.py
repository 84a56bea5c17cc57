"""What a contact list, kontaktförteckning, said: persons with their roles, before they meet the register (R15–R18)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.importing import Problem
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.domain.organisation import OrganisationNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRole:
    """A role as listed: a level or a function (exactly one), in a named area; no area means every area."""

    level: Level | None = None
    function: str = ""
    area: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRight:
    """A right to order as listed (R32); no kind means every kind of order, no limit any value."""

    area: str = ""
    kind: OrderKind | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    limit: Money | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedContact:
    """A person, or a mailbox of a function, with everything that the rows ``rows`` said.

    Attributes:
        party_is_assumed: The file does not say which side they are of; ``party`` is only a guess.
        organisation: Where they work, as a visiting card says it.
        deputy: Who answers for them: the place of that contact in the list, counted from 0.
    """

    rows: tuple[int, ...]
    party: Party
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    function_email: str = ""
    notes: str = ""
    confirmed_on: date | None = None
    ended_on: date | None = None
    party_is_assumed: bool = False
    organisation: str = ""
    deputy: int | None = None
    roles: tuple[ListedRole, ...] = ()
    rights: tuple[ListedRight, ...] = ()

    @property
    def name(self) -> str:
        """Given name and family name, or what stands for them when a function has only a mailbox."""
        functions = ", ".join(role.function for role in self.roles if role.function)
        return f"{self.given_name} {self.family_name}".strip() or functions or self.title or self.email


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row of the table that is no record, and why."""

    row: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactList:
    """A whole list: whose it is, which version, and whom it lists.

    ``is_own`` says that this program wrote it with everything it knows, so that nothing is read between the lines.
    """

    file_name: str
    version: date | None = None
    agency_name: str = ""
    agency_number: OrganisationNumber | None = None
    contacts: tuple[ListedContact, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_own: bool = False

    @property
    def evidence(self) -> str:
        """What the list is called when it is the evidence of a right to order (R32)."""
        version = f", version {self.version.isoformat()}" if self.version else ""
        return f"Kontaktförteckning {self.file_name}{version}"

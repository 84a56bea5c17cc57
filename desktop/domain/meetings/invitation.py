"""What an invitation to a meeting, kallelse, said (R5–R7, RFC 5545 and RFC 5546)."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.importing import Problem
from desktop.domain.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Someone an invitation names; the organiser is one too."""

    given_name: str = ""
    family_name: str = ""
    email: str = ""
    required: bool = True
    organises: bool = False

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class InvitedFile:
    """A file that came with an invitation: a harmless name and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedMeeting:
    """One meeting of an invitation; instants are in UTC.

    ``uid`` names it for ever and ``sequence`` grows with each change (RFC 5545, sections 3.8.4.7 and 3.8.7.4).
    ``level`` is what the title says, or nothing; ``is_customer_council`` marks a Kundråd, which lies beside them (R3).
    """

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    description: str = ""
    level: Level | None = None
    is_customer_council: bool = False
    cancelled: bool = False
    invitees: tuple[Invitee, ...] = ()
    points: tuple[str, ...] = ()
    files: tuple[InvitedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A calendar file with one meeting or several."""

    file_name: str
    meetings: tuple[InvitedMeeting, ...]
    problems: tuple[Problem, ...] = ()

"""The seat of a merged contact among the participants of a meeting (R7)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.contacts.contact import Contact
from desktop.domain.meetings.meeting import Attendance, Participant

_STRONGEST_FIRST = (
    Attendance.PRESENT,
    Attendance.REMOTE,
    Attendance.REPLACED,
    Attendance.ABSENT,
    Attendance.UNKNOWN,
)
"""What is known of how someone took part: having been there outweighs having been away, anything outweighs nothing."""


def one_participant(kept: Participant, other: Participant) -> Participant:
    """The seat of someone who stood twice among the participants of a meeting (R7).

    The stronger fact on how they took part wins; they are required if either was, and invited to the whole meeting
    unless both were invited to the same item. What the kept seat lacks is taken from the other.
    """
    came = min((kept, other), key=lambda one: _STRONGEST_FIRST.index(one.attendance))
    return replace(
        kept,
        name=kept.name or other.name,
        email=kept.email or other.email,
        party=kept.party or other.party,
        title=kept.title or other.title,
        required=kept.required or other.required,
        item_id=kept.item_id if kept.item_id == other.item_id else None,
        attendance=came.attendance,
        replaced_by=came.replaced_by,
    )


def renewed_seat(seat: Participant, before: Sequence[Contact], now: Contact) -> Participant:
    """The seat of someone at a meeting to come, called as the merged contact is; what was written by hand stays."""

    def renewed(written: str, known: Callable[[Contact], str]) -> str:
        return known(now) or written if written in map(known, before) else written

    return replace(
        seat,
        name=renewed(seat.name, lambda one: one.name),
        email=renewed(seat.email, lambda one: one.email),
        title=renewed(seat.title, lambda one: one.title),
    )

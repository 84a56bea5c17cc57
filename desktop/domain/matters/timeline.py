"""Everything that happened in a matter as one line of time, and who has the ball (R19, R20)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias
from uuid import UUID

from desktop.domain.attachment import Attachment
from desktop.domain.dates import SWEDEN
from desktop.domain.matters.ball import Ball, ball, standing, working_days_with
from desktop.domain.matters.escalation import EscalationStep
from desktop.domain.matters.matter import Matter
from desktop.domain.matters.matter_entry import Holder, MatterEntry

Moment: TypeAlias = MatterEntry | EscalationStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The entries, steps and files of one matter, as they were written; corrected entries are among them.

    Documents take ``outgoing`` and ``outgoing_files``, never ``entries`` and ``files`` (R11).
    """

    matter: Matter
    entries: tuple[MatterEntry, ...] = ()
    steps: tuple[EscalationStep, ...] = ()
    files: tuple[Attachment, ...] = ()

    @property
    def outgoing(self) -> tuple[MatterEntry, ...]:
        """The entries that may leave the program, in the order things happened (R11).

        None that is for our own eyes, and none that was corrected: a correction may have made it internal.
        """
        return tuple(entry for entry in standing(self.entries) if not entry.is_internal)

    @property
    def outgoing_files(self) -> tuple[Attachment, ...]:
        """The files that may leave the program: those of the matter itself, and of entries that may leave (R11).

        A correction is spoken of with the files of what it puts right.
        """
        let_out = {each for entry in self.outgoing for each in self._lineage(entry)}
        return tuple(file for file in self.files if file.entry_id is None or file.entry_id in let_out)

    @property
    def ball(self) -> Ball:
        """Who has to act, since when and until when."""
        return ball(self.entries, self.matter.reported_on)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything, the newest first; what was corrected stands where it stood."""
        return tuple(sorted((*self.entries, *self.steps), key=_when, reverse=True))

    def correction_of(self, entry: MatterEntry) -> MatterEntry | None:
        """The entry that puts this one right; None while it holds."""
        return next((each for each in self.entries if each.corrects_id == entry.id), None)

    def files_of(self, entry: MatterEntry) -> tuple[Attachment, ...]:
        """The files that came with an entry, or with the ones it puts right."""
        lineage = self._lineage(entry)
        return tuple(file for file in self.files if file.entry_id in lineage)

    def working_days(self, until: date) -> dict[Holder, int]:
        """How many working days each has had the ball, up to but not including a day."""
        last = min(until, self.matter.closed_on) if self.matter.closed_on else until
        return working_days_with(self.entries, self.matter.reported_on, last)

    def _lineage(self, entry: MatterEntry) -> set[UUID]:
        """The entry and those it puts right, one after another."""
        known = {each.id: each for each in self.entries}
        lineage: set[UUID] = set()
        wrong: UUID | None = entry.id
        while wrong is not None and wrong not in lineage:
            lineage.add(wrong)
            wrong = known[wrong].corrects_id if wrong in known else None
        return lineage


def _when(moment: Moment) -> tuple[datetime, str]:
    if isinstance(moment, MatterEntry):
        return moment.happened_at, str(moment.id)
    return datetime.combine(moment.taken_on, time(23, 59), SWEDEN), str(moment.id)

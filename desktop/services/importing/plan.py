"""A plan: what will become of each row, in words, and the values to write. Making one writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.attachment import Attachment
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.identity import new_id
from desktop.domain.importing import PreviewRow, Problem, RowAction
from desktop.domain.matters.matter import Matter
from desktop.domain.meetings.meeting import Meeting, MeetingStep, Participant, ReceivedPoint

Value = (
    Agreement
    | ServiceArea
    | Contact
    | Assignment
    | AuthorisedOrderer
    | Matter
    | Meeting
    | Participant
    | ReceivedPoint
    | MeetingStep
    | Attachment
)
Gone = ReceivedPoint | MeetingStep | Assignment | AuthorisedOrderer


@dataclass(slots=True)
class Plan:
    """What an import will do.

    Attributes:
        headline: The import as a whole, before it is done.
        sentence: The same when it has been done.
        new: Values to keep for the first time.
        changed: Values that take the place of those with the same key.
        gone: Values that are no more.
        contents: The bytes of new attachments.
        meeting_id: The meeting an invitation is about.
    """

    headline: str = ""
    sentence: str = ""
    rows: list[PreviewRow] = field(default_factory=list[PreviewRow])
    problems: list[Problem] = field(default_factory=list[Problem])
    new: list[Value] = field(default_factory=list[Value])
    changed: list[Value] = field(default_factory=list[Value])
    gone: list[Gone] = field(default_factory=list[Gone])
    contents: list[bytes] = field(default_factory=list[bytes])
    meeting_id: UUID | None = None

    def row(self, row: int | None, action: RowAction, subject: str, detail: str = "") -> None:
        """Say what will become of a row."""
        self.rows.append(PreviewRow(row, action, subject, detail))

    def problem(self, row: int | None, column: str, sentence: str) -> None:
        """Say what is odd."""
        self.problems.append(Problem(row, column, sentence))

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is in the register already."""
        return not (self.new or self.changed or self.gone)


class Areas:
    """The service areas by name; one that is missing becomes part of the plan when it is first asked for."""

    def __init__(self, known: Iterable[ServiceArea], plan: Plan) -> None:
        self._plan = plan
        self._ids = {area.name.casefold(): area.id for area in known}
        self._names = {area.id: area.name for area in known}

    def id_of(self, name: str) -> UUID | None:
        """The key of an area; no name means every area."""
        if not name:
            return None
        key = name.casefold()
        if key not in self._ids:
            area = ServiceArea(id=new_id(), name=name)
            self._ids[key], self._names[area.id] = area.id, name
            self._plan.new.append(area)
            self._plan.row(None, RowAction.CREATE, f"Tjänsteområdet {name}")
        return self._ids[key]

    def name_of(self, area_id: UUID | None) -> str:
        """The name of an area, or an empty text."""
        return self._names.get(area_id, "") if area_id else ""

    def mentioned(self, title: str) -> UUID | None:
        """The one area that a title names; nothing when it names none or several."""
        words = f" {' '.join(title.casefold().replace(',', ' ').replace(':', ' ').split())} "
        found = [area_id for name, area_id in self._ids.items() if f" {name} " in words]
        return found[0] if len(found) == 1 else None


def difference(label: str, old: object, new: object) -> str:
    """A change in words: ``telefon: 08-1 → 08-2``, or ``telefon: 08-2`` where there was nothing."""
    return f"{label}: {old} → {new}" if str(old or "") else f"{label}: {new}"


def counted(number: int, one: str, many: str) -> str:
    """``1 kontakt`` or ``13 kontakter``."""
    return f"{number} {one if number == 1 else many}"


def listed(parts: Iterable[str]) -> str:
    """The parts that say something: ``a, b och c``."""
    *first, last = [part for part in parts if part] or [""]
    return f"{', '.join(first)} och {last}" if first else last

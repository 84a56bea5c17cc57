"""The table of the participants: what it tells of each, and its keys (R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Attendance
from desktop.views.parts.rows_table import RowsTable, TextColumn, TextRow
from desktop.views.wording import attendance_word, party_word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.meeting import Participant

_ATTENDANCE = {
    Qt.Key.Key_N: Attendance.PRESENT,
    Qt.Key.Key_D: Attendance.REMOTE,
    Qt.Key.Key_F: Attendance.ABSENT,
    Qt.Key.Key_E: Attendance.REPLACED,
}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier}


class ParticipantsTable(RowsTable):
    """The participants.

    Delete removes the current one, the space bar tells whether they must come, and letters how they came: N närvarande,
    D på distans, F frånvarande, E ersatt; A says that all the others are present.

    Attributes:
        removal_asked: The current participant is to be removed.
        turn_asked: The current participant is to be optional instead of required, or the other way round.
        attended: How the current participant took part (``Attendance``).
        all_asked: Everyone of whom nothing is noted is present.
    """

    removal_asked = Signal()
    turn_asked = Signal()
    attended = Signal(object)
    all_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that change the current participant; the rest moves as in every table."""
        if event.modifiers() not in _PLAIN or not self._act(event.key()):
            super().keyPressEvent(event)

    def _act(self, key: int) -> bool:
        if key == Qt.Key.Key_A:
            self.all_asked.emit()
            return True
        if not self.currentIndex().isValid():
            return False
        if key == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif key == Qt.Key.Key_Space:
            self.turn_asked.emit()
        elif key in _ATTENDANCE:
            self.attended.emit(_ATTENDANCE[Qt.Key(key)])
        else:
            return False
        return True


def participant_columns() -> tuple[TextColumn, ...]:
    """The columns, with the share each has of the width."""
    return (
        TextColumn(QCoreApplication.translate("Participants", "Namn"), 2),
        TextColumn(QCoreApplication.translate("Participants", "Titel"), 2),
        TextColumn(QCoreApplication.translate("Participants", "E-post"), 3),
        TextColumn(QCoreApplication.translate("Participants", "Part")),
        TextColumn(QCoreApplication.translate("Participants", "Kallas"), 2),
        TextColumn(QCoreApplication.translate("Participants", "Närvaro"), 2),
    )


def participant_row(each: Participant, part: str) -> TextRow:
    """What the table tells of a participant.

    Args:
        each: The participant.
        part: The item they are invited to, in words, or an empty text for the whole meeting.
    """
    outside = "" if each.contact_id else QCoreApplication.translate("Participants", "bara i kallelsen")
    need = (
        QCoreApplication.translate("Participants", "Obligatorisk")
        if each.required
        else QCoreApplication.translate("Participants", "Frivillig")
    )
    party = QCoreApplication.translate("Participants", "SSC") if each.party is Party.SSC else party_word(each.party)
    title = _sentence(each.title, outside)
    return TextRow(each.id, (each.name or each.email, title, each.email, party, _sentence(need, part), came(each)))


def came(each: Participant) -> str:
    """How someone took part: "Ersatt av Bo Ek"; nothing while nobody has noted it."""
    if each.attendance is Attendance.UNKNOWN:
        return "–"
    if each.attendance is Attendance.REPLACED and each.replaced_by:
        return QCoreApplication.translate("Participants", "Ersatt av {name}").format(name=each.replaced_by)
    return attendance_word(each.attendance)


def _sentence(*parts: str) -> str:
    told = ", ".join(part for part in parts if part)
    return told[:1].upper() + told[1:]

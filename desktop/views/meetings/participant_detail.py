"""What belongs to one participant: how they took part, who came instead, and the one item they are invited to (R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.meetings.meeting import Attendance
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text
from desktop.views.wording import attendance_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from desktop.domain.meetings.meeting import Participant

_LONGEST_NAME = 200
_PART_LENGTH = 14
"""Characters of an item's title that are seen before the list is opened."""
_KEYS = {"N": Attendance.PRESENT, "D": Attendance.REMOTE, "F": Attendance.ABSENT, "E": Attendance.REPLACED}


class ParticipantDetail(Card):
    """Shows and changes what belongs to the current participant.

    Attributes:
        attended: How the participant took part (``Attendance``).
        replaced: The participant's key, the name of who came instead, and the key of the editing session.
        item_chosen: The key of the item they are invited to; None for the whole meeting.
        turn_asked: They are to be optional instead of required, or the other way round.
        removal_asked: They are to be taken off the list.
    """

    attended = Signal(object)
    replaced = Signal(object, str, object)
    item_chosen = Signal(object)
    turn_asked = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("participantDetail")
        self.setAccessibleName(self.tr("Om deltagaren"))
        self._one: Participant | None = None
        self._items: tuple[tuple[UUID | None, str], ...] = ()
        self._name = Text("", "section", wrap=True)
        self._name.setObjectName("participantDetailName")
        choices = [Choice(attendance, attendance_word(attendance), key) for key, attendance in _KEYS.items()]
        self.attendance = SegmentedChoice(self.tr("Närvaro"), choices)
        self.attendance.setObjectName("participantAttendance")
        self.attendance.chosen.connect(self.attended)
        self._instead = QLineEdit()
        self._instead.setObjectName("participantReplacedBy")
        self._instead.setMaxLength(_LONGEST_NAME)
        self._known = QStringListModel(self)
        self._instead.setCompleter(self._completer())
        self.instead = Autosave(self._instead)
        self._instead_label = _label(self.tr("Ersatt av"), self._instead)
        self._part = QComboBox()
        self._part.setObjectName("participantItem")
        self._part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._part.setMinimumContentsLength(_PART_LENGTH)
        self._part.activated.connect(self._choose_item)
        self._turning = SecondaryButton("")
        self._turning.setObjectName("participantTurn")
        self._turning.clicked.connect(self.turn_asked)
        self._removal = IconButton("trash", self.tr("Ta bort deltagaren"))
        self._removal.setObjectName("participantRemove")
        self._removal.clicked.connect(self.removal_asked)
        self._lay_out()
        self.hide()

    def offer_items(self, items: Sequence[tuple[UUID, str]]) -> None:
        """Let the participant be invited to one of these items instead of the whole meeting."""
        wanted = ((None, self.tr("Hela mötet")), *items)
        if wanted != self._items:
            self._items = wanted
            self._part.clear()
            self._part.addItems([words for _, words in wanted])
            self._show_part()

    def offer_names(self, names: Iterable[str]) -> None:
        """Propose these names for who came instead."""
        self._known.setStringList(list(names))

    def show_participant(self, one: Participant | None) -> None:
        """Show a participant, or nothing. News about the one already shown leave unsaved typing alone."""
        former, self._one = self._one, one
        self.setVisible(one is not None)
        if one is None:
            self.instead.release()
            return
        self._name.setText(one.name or one.email)
        self._turning.setText(self.tr("Gör frivillig") if one.required else self.tr("Gör obligatorisk"))
        self.attendance.set_value(one.attendance)
        for part in (self._instead_label, self._instead):
            part.setVisible(one.attendance is Attendance.REPLACED)
        self._show_part()
        if former is not None and former.id == one.id:
            self.instead.offer(one.replaced_by)
        else:
            self._bind(one)

    def name_replacement(self) -> None:
        """Go to where the name of who came instead is typed."""
        self._instead.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.instead.flush()

    def _bind(self, one: Participant) -> None:
        def save(text: str, group: UUID) -> bool:
            self.replaced.emit(one.id, text, group)
            return True

        self.instead.bind(one.id, one.replaced_by, save)

    def _show_part(self) -> None:
        item = self._one.item_id if self._one else None
        keys = [key for key, _ in self._items]
        self._part.setCurrentIndex(keys.index(item) if item in keys else 0)

    def _choose_item(self, place: int) -> None:
        self.item_chosen.emit(self._items[place][0])

    def _completer(self) -> QCompleter:
        made = QCompleter(self._known, self)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(_label(self.tr("Kallas till"), self._part))
        head.addWidget(self._part)
        head.addSpacing(8)
        head.addWidget(self._turning)
        head.addWidget(self._removal)
        came = QHBoxLayout()
        came.setSpacing(12)
        came.addWidget(self.attendance)
        came.addWidget(self._instead_label)
        came.addWidget(self._instead, 1)
        self.body.addLayout(head)
        self.body.addLayout(came)


def _label(words: str, field: QWidget) -> Text:
    """A label before a field, which it names."""
    made = Text(words, "muted")
    made.setBuddy(field)
    field.setAccessibleName(words)
    return made

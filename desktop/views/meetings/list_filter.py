"""What the list of meetings is narrowed by: a small panel before the page, the same beside a wide and a narrow list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.meetings.meeting_filter import MeetingFilter, Stage, counts_of
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtCore import QPoint

    from desktop.domain.meetings.meeting import MeetingRow

_WIDTH = 280


class ListFilter(QFrame):
    """Narrows the list while one types and chooses; each choice says how many meetings it would show.

    Escape, or a click beside it, closes it; what is chosen stays for as long as the program runs.

    Args:
        parent: The widget it comes in front of.

    Attributes:
        narrowed: Something else is chosen.
    """

    narrowed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("meetingFilter")
        self.setAccessibleName(self.tr("Filtrera möten"))
        self.setFixedWidth(_WIDTH)
        self.chosen = MeetingFilter()
        self._keys: dict[str, list[object]] = {}
        self._text = QLineEdit()
        self._text.setObjectName("meetingFilterText")
        self._text.setPlaceholderText(self.tr("Ord i rubriken eller datum"))
        self._text.setClearButtonEnabled(True)
        self._boxes = {name: self._box(name) for name in ("stage", "area_id", "series_id", "year")}
        self._count = Text("", "muted")
        self._count.setObjectName("meetingFilterCount")
        self._all = QuietButton(self.tr("Visa alla"))
        self._all.setObjectName("meetingFilterAll")
        self._all.clicked.connect(self.show_all)
        self._lay_out()
        self._text.textEdited.connect(self._take_text)
        self._text.returnPressed.connect(self.close)

    def begin(self, place: QPoint) -> None:
        """Come up with its corner at a place of the screen, ready to type in."""
        self.adjustSize()
        self.move(place)
        self.show()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
        self._text.selectAll()

    def show_meetings(
        self, rows: Sequence[MeetingRow], moment: datetime, areas: Mapping[UUID, str], series: Mapping[UUID, str]
    ) -> None:
        """Offer what the meetings have, with how many each choice would show."""
        counts = counts_of(self.chosen, rows, moment)
        years = sorted({row.day.year for row in rows}, reverse=True)
        self._offer("stage", self.tr("Alla"), [(stage, _stage_word(stage), counts.stages[stage]) for stage in Stage])
        self._offer("area_id", self.tr("Alla"), [(key, name, counts.areas[key]) for key, name in areas.items()])
        self._offer("series_id", self.tr("Alla"), [(key, name, counts.series[key]) for key, name in series.items()])
        self._offer("year", self.tr("Alla"), [(year, str(year), counts.years[year]) for year in years])
        shown = len(self.chosen.shown(rows, moment))
        self._count.setText(self.tr("{shown} av {all} möten").format(shown=shown, all=len(rows)))
        self._all.setEnabled(not self.chosen.is_empty)

    def show_all(self) -> None:
        """Narrow by nothing."""
        self._text.clear()
        self._choose(MeetingFilter())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        labels = {
            "stage": self.tr("Läge"),
            "area_id": self.tr("Tjänsteområde"),
            "series_id": self.tr("Serie"),
            "year": self.tr("År"),
        }
        column.addWidget(FormRow(self.tr("Sök"), self._text))
        for name, label in labels.items():
            column.addWidget(FormRow(label, self._boxes[name]))
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._all)
        column.addLayout(below)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"meetingFilter-{name}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(partial(self._take, name))
        return box

    def _offer(self, name: str, everything: str, choices: Sequence[tuple[object, str, int]]) -> None:
        box, chosen = self._boxes[name], getattr(self.chosen, name)
        self._keys[name] = [None, *(key for key, _, _ in choices)]
        with QSignalBlocker(box):
            box.clear()
            box.addItem(everything)
            box.addItems([f"{word} ({count})" for _, word, count in choices])
            box.setCurrentIndex(self._keys[name].index(chosen) if chosen in self._keys[name] else 0)
        box.setEnabled(bool(choices))

    def _take_text(self, text: str) -> None:
        self._choose(replace(self.chosen, text=text))

    def _take(self, name: str, place: int) -> None:
        fields: dict[str, Any] = {name: self._keys[name][place]}
        self._choose(replace(self.chosen, **fields))

    def _choose(self, chosen: MeetingFilter) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.narrowed.emit()


def _stage_word(stage: Stage) -> str:
    return {
        Stage.COMING: QCoreApplication.translate("MeetingFilter", "Kommande"),
        Stage.AWAITING: QCoreApplication.translate("MeetingFilter", "Väntar på anteckningar"),
        Stage.HELD: QCoreApplication.translate("MeetingFilter", "Genomförda"),
        Stage.CANCELLED: QCoreApplication.translate("MeetingFilter", "Inställda"),
    }[stage]

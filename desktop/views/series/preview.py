"""The coming days of a series before its meetings are laid out, with a choice for every closed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import with_weekday
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text
from desktop.views.series.days_list import DaysList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from desktop.domain.meetings.series_rules import SeriesDay


class DaysPreview(Card):
    """Shows which days a series will meet on; a closed day is flagged and moved only when that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seriesPreview")
        self._frequency = Text("", wrap=True)
        self._frequency.setObjectName("seriesFrequency")
        self._count = Text("", "muted", wrap=True)
        self._count.setObjectName("seriesCount")
        self.list = DaysList()
        self._turn = QuietButton("")
        self._turn.setObjectName("seriesTurn")
        self._turn.clicked.connect(self.list.turn)
        self._all = QuietButton(self.tr("Flytta alla till nästa arbetsdag"))
        self._all.setObjectName("seriesMoveAll")
        self._all.clicked.connect(self.list.days.move_all)
        self.list.current_changed.connect(self._show_choices)
        self._lay_out()
        self.show_days("", (), nothing="")

    @property
    def places(self) -> dict[date, date]:
        """Where the meeting of each closed or moved day lies."""
        return self.list.days.places

    @property
    def count(self) -> int:
        """How many days are shown."""
        return len(self.list.days.days)

    def choose(self, places: Mapping[date, date]) -> None:
        """Begin with these choices."""
        self.list.days.choose(places)

    def show_days(
        self, frequency: str, days: Sequence[SeriesDay], *, known: Iterable[date] = (), nothing: str = ""
    ) -> None:
        """Show the days of a frequency.

        Args:
            frequency: The frequency in words.
            days: The days.
            known: Those that have a meeting already, which becomes part of the series.
            nothing: What to say where there are no days.
        """
        self._frequency.setText(frequency[:1].upper() + frequency[1:])
        self._frequency.setVisible(bool(frequency))
        self.list.days.show_days(days, known)
        self.list.setVisible(bool(days))
        self._none.setText(nothing)
        self._none.setVisible(not days)
        self.list.begin()
        self._show_choices()

    def _lay_out(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(4)
        column.addWidget(SectionHeading(self.tr("Kommande dagar")))
        column.addWidget(self._frequency)
        column.addWidget(self._count)
        self._none = Text("", "muted", wrap=True)
        self._none.setContentsMargins(12, 0, 12, 12)
        buttons = FlowLayout(gap=2)
        buttons.addWidget(self._turn)
        buttons.addWidget(self._all)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Divider())
        room = QVBoxLayout()
        room.setContentsMargins(6, 6, 6, 6)
        room.addLayout(buttons)
        foot.addLayout(room)
        self.body.addWidget(head)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._foot)
        self.body.addStretch(0)

    def _show_choices(self) -> None:
        days = self.list.days.days
        closed = [day for day in days if day.planned.closed]
        kept = sum(not day.is_moved for day in closed)
        self._count.setText(_count_words(self, len(days), len(closed)))
        self._count.setVisible(bool(days))
        self._foot.setVisible(bool(closed))
        self._all.setEnabled(bool(kept))
        current = self.list.current
        can_turn = current is not None and bool(current.planned.closed)
        self._turn.setEnabled(can_turn)
        if current is None or not can_turn:
            self._turn.setText(self.tr("Flytta dagen"))
        elif current.is_moved:
            self._turn.setText(self.tr("Behåll {day}").format(day=with_weekday(current.planned.day)))
        else:
            self._turn.setText(self.tr("Flytta till {day}").format(day=with_weekday(current.planned.proposed)))


def _count_words(preview: DaysPreview, count: int, closed: int) -> str:
    """How many days there are, and how many of them are closed."""
    days = preview.tr("1 dag") if count == 1 else preview.tr("{count} dagar").format(count=count)
    if not closed:
        return preview.tr("{days}, alla arbetsdagar.").format(days=days)
    if closed == 1:
        return preview.tr("{days}. En av dem är ledig: välj om mötet ska flyttas.").format(days=days)
    return preview.tr("{days}. {closed} av dem är lediga: välj vilka möten som ska flyttas.").format(
        days=days, closed=closed
    )

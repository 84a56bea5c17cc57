"""The form for a series, with its coming days beside it while it is typed (R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.meetings.meeting import MeetingState
from desktop.domain.meetings.series_rules import extension, horizon, planned_days
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import PageHead
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text
from desktop.views.series.fields import SeriesFields
from desktop.views.series.preview import DaysPreview
from desktop.views.series.words import day_words, frequency_words, interval_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import MeetingRow
    from desktop.domain.meetings.series import Series
    from desktop.domain.meetings.series_file import SeriesFile

_FIELDS_SHARE, _DAYS_SHARE = 3, 2
_DAYS_WIDTH = 480


class SeriesForm(QWidget):
    """Makes a series, changes one, or lays out more of its meetings; what is typed stays until it is stored.

    Args:
        clock: Says what day it is.
        parent: The owning widget.

    Attributes:
        made: A new ``Series``, and on which day to meet instead of a day of it (``dict``).
        changed: The same of a series that is there already.
        extended: The same; more of its meetings are wanted.
        left: The user does not want to now.
    """

    made = Signal(object, object)
    changed = Signal(object, object)
    extended = Signal(object, object)
    left = Signal()

    def __init__(self, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seriesForm")
        self._today = clock
        self._file: SeriesFile | None = None
        self._extending = False
        self._typed = False
        self._rows: Sequence[MeetingRow] = ()
        self.fields = SeriesFields(clock)
        self.preview = DaysPreview()
        self._head = PageHead()
        self._note = Text("", "muted", wrap=True)
        self._do = PrimaryButton("")
        self._do.setObjectName("seriesDo")
        self._do.clicked.connect(self._finish)
        self._lay_out()
        self.fields.changed.connect(self._show_preview)

    def begin(self, agreement: Agreement | None, rows: Sequence[MeetingRow], forum: Forum | None) -> None:
        """Offer the form for a new series; what has been typed for one stays.

        Args:
            agreement: Its decisions on the levels tell which forums there are (R1), and it has the service areas.
            rows: The meetings there are; those on the days of the series become part of it.
            forum: The one that is filtered by.
        """
        self._rows = rows
        if not (self._typed and self._file is None):
            self.preview.choose({})
            self._show(None, extending=False)
            self.fields.show_series(None, agreement, forum)
            self._typed = True
        self._head.set_title(self.tr("Ny serie"))
        self._do.setText(self.tr("Lägg upp serien"))
        self._note.setText(
            self.tr("Mötena läggs upp ett år framåt. De som har uppdrag i forumet på mötesdagen blir deltagare.")
        )
        self.fields.begin()
        self._show_preview()

    def change(self, file: SeriesFile, agreement: Agreement | None, rows: Sequence[MeetingRow]) -> None:
        """Offer the form for a series that is there."""
        self._rows = rows
        self.preview.choose(dict(file.placed))
        self._show(file, extending=False)
        self._head.set_title(self.tr("Ändra serien"))
        self._do.setText(self.tr("Spara ändringen"))
        self._note.setText(
            self.tr(
                "Kommande möten som ingen har rört följer med. Möten som är kallade, flyttade eller har egna punkter, "
                "gäster eller bilagor ligger kvar som de är, och tidigare möten ändras aldrig."
            )
        )
        self.fields.show_series(file.series, agreement)
        self.fields.begin()
        self._show_preview()

    def extend(self, file: SeriesFile, rows: Sequence[MeetingRow]) -> None:
        """Offer the days of another year of a series."""
        self._rows = rows
        self.preview.choose({})
        self._show(file, extending=True)
        self._head.set_title(self.tr("Fler möten i ”{title}”").format(title=file.series.title))
        self._note.setText("")
        self._show_preview()
        self.preview.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed: it is stored."""
        self._typed, self._file = False, None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores, Escape leaves the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("seriesLeave")
        leave.clicked.connect(self.left)
        self._head.add_action(leave)
        self._head.add_action(self._do)
        card = Card(padding=16)
        card.body.addWidget(self.fields)
        card.body.addWidget(self._note)
        inside = ScrolledColumn()
        inside.column.insertWidget(0, card)
        self._scroll = VerticalScroll(inside)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._scroll, _FIELDS_SHARE)
        both.addWidget(self.preview, _DAYS_SHARE)
        both.addStretch(0)
        self.preview.setMaximumWidth(_DAYS_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self._head)
        whole.addLayout(both, 1)

    def _show(self, file: SeriesFile | None, *, extending: bool) -> None:
        self._file, self._extending = file, extending
        self._scroll.setVisible(not extending)

    def _show_preview(self) -> None:
        """Show the days of what is typed so far."""
        if self._extending and self._file is not None:
            series = self._file.series
            days = planned_days(series, *extension(series, self._file.last_planned, self._today()))
            self.preview.show_days(frequency_words(series), days, known=self._known(series))
            self._do.setText(self.tr("Lägg upp {count} möten").format(count=self.preview.count))
            return
        series, problems = self.fields.read()
        if series is None or problems.keys() & {"starts_on", "ends_on"}:
            self.preview.show_days("", (), nothing=self.tr("Skriv första dagen, så visas dagarna här."))
            return
        told = {"starts", "ends"} & problems.keys()
        words = ", ".join((interval_words(series), day_words(series))) if told else frequency_words(series)
        days = planned_days(series, self._today(), horizon(series, self._today()))
        nothing = self.tr("Serien har inga dagar framåt.")
        self.preview.show_days(words, days, known=self._known(series), nothing=nothing)

    def _known(self, series: Series) -> set[date]:
        """The days on which the forum has a meeting that belongs to no series."""
        forum = self.fields.forum if not self._extending or self._file is None else self._file.forum
        return {
            row.day
            for row in self._rows
            if row.series_id is None
            and row.state is not MeetingState.CANCELLED
            and row.forum.shares_with(forum)
            and row.area_id == series.area_id
        }

    def _finish(self) -> None:
        if self._extending and self._file is not None:
            self.extended.emit(self._file.series, self.preview.places)
            return
        series, problems = self.fields.read()
        self.fields.show_problems(problems)
        if series is None or problems:
            announce(self, next(iter(problems.values())), urgent=True)
        elif self._file is None:
            self.made.emit(series, self.preview.places)
        else:
            self.changed.emit(series, self.preview.places)

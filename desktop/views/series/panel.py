"""The series of the meetings page: all of them, and the form for one (R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.views.series.form import SeriesForm
from desktop.views.series.overview import SeriesOverview
from desktop.views.series.words import changed_words, laid_out_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import MeetingRow
    from desktop.domain.meetings.series import Series
    from desktop.domain.meetings.series_file import SeriesFile, SeriesOutcome
    from desktop.domain.meetings.template import Template
    from desktop.views.meetings.desk import Desk

    Answer = tuple[tuple[SeriesFile, ...], tuple[MeetingRow, ...], Agreement | None, tuple[Template, ...]]


class SeriesPanel(QWidget):
    """Shows, makes and changes series.

    Args:
        desk: The way to the register.
        clock: Says which day it is.
        parent: The owning widget.

    Attributes:
        meeting_chosen: The key of a meeting to open.
        left: The user is done here.
    """

    meeting_chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, clock: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seriesPanel")
        self._desk = desk
        self._today = clock
        self._forum: Forum | None = None
        self._answer: Answer = ((), (), None, ())
        self._entered = False
        self.overview = SeriesOverview()
        self.form = SeriesForm(clock)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.overview)
        self._pages.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()

    def enter(self, forum: Forum | None) -> None:
        """Show all series, the forum that is filtered by first in mind for a new one."""
        self._forum = forum
        self._entered = True
        self._pages.setCurrentWidget(self.overview)
        self.refresh()

    def refresh(self) -> None:
        """Read the series anew."""
        services = self._desk.services
        self._desk.read(
            "series",
            lambda: (
                services.series.all(),
                services.meetings.rows(),
                services.agreements.get(),
                services.templates.get(),
            ),
            self._show,
        )

    def _connect(self) -> None:
        overview, form = self.overview, self.form
        overview.new_asked.connect(self._new)
        overview.left.connect(self.left)
        overview.meeting_chosen.connect(self.meeting_chosen)
        overview.change_asked.connect(self._change)
        overview.extend_asked.connect(self._extend)
        overview.end_asked.connect(self._end)
        overview.removal_asked.connect(self._remove)
        form.made.connect(self._make)
        form.changed.connect(self._keep)
        form.extended.connect(self._lay_out_more)
        form.left.connect(self._back)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.overview.show_series(answer[0], self._today())
        self.form.fields.offer_templates(answer[3])
        if self._entered:
            self._entered = False
            self.overview.begin()

    def _back(self) -> None:
        self._pages.setCurrentWidget(self.overview)
        self.overview.begin()

    def _new(self) -> None:
        _, rows, agreement, _ = self._answer
        self._pages.setCurrentWidget(self.form)
        self.form.begin(agreement, rows, self._forum)

    def _change(self, file: SeriesFile) -> None:
        _, rows, agreement, _ = self._answer
        self._pages.setCurrentWidget(self.form)
        self.form.change(file, agreement, rows)

    def _extend(self, file: SeriesFile) -> None:
        self._pages.setCurrentWidget(self.form)
        self.form.extend(file, self._answer[1])

    def _make(self, series: Series, places: dict[date, date]) -> None:
        service = self._desk.services.series

        def made(outcome: SeriesOutcome) -> None:
            self.form.clear()
            self._tell(self.tr("Serien ”{title}”: {what}"), series, laid_out_words(outcome))

        self._desk.write(lambda: service.create(series, places), made)

    def _keep(self, series: Series, places: dict[date, date]) -> None:
        service = self._desk.services.series

        def kept(outcome: SeriesOutcome) -> None:
            self.form.clear()
            self._tell(self.tr("Serien ”{title}” är ändrad. {what}"), series, _sentence(changed_words(outcome)))

        self._desk.write(lambda: service.change(series, places), kept)

    def _lay_out_more(self, series: Series, places: dict[date, date]) -> None:
        service = self._desk.services.series

        def laid_out(outcome: SeriesOutcome) -> None:
            self.form.clear()
            self._tell(self.tr("Serien ”{title}”: {what}"), series, laid_out_words(outcome))

        self._desk.write(lambda: service.extend(series.id, places), laid_out)

    def _end(self, file: SeriesFile) -> None:
        service, series, day = self._desk.services.series, file.series, self._today()
        self._desk.write(
            lambda: service.end(series.id, day),
            lambda outcome: self._tell(
                self.tr("Serien ”{title}” är avslutad. {what}"), series, _sentence(changed_words(outcome))
            ),
        )

    def _remove(self, file: SeriesFile) -> None:
        service, series = self._desk.services.series, file.series
        self._desk.write(
            lambda: service.remove(series.id),
            lambda outcome: self._tell(
                self.tr("Serien ”{title}” är borttagen. {what}"), series, _sentence(changed_words(outcome))
            ),
        )

    def _tell(self, words: str, series: Series, what: str) -> None:
        """Say what was done, with the way to take it back, and show all series again."""
        self._desk.message.emit(words.format(title=series.title, what=what).strip(), "good", True)
        self._back()
        self.refresh()


def _sentence(words: str) -> str:
    """Words as a sentence, or nothing."""
    return f"{words[0].upper()}{words[1:]}." if words else ""

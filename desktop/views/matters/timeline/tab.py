"""The tab of the timeline: what is written down at the top, and everything that happened, the newest first (R19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.identity import new_id
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.errors import AppError
from desktop.views.matters.timeline.entry_form import EntryForm
from desktop.views.matters.timeline.moment_card import EntryCard, StepCard
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.matters.timeline import Moment, Timeline
    from desktop.views.matters.desk import MatterDesk
    from desktop.views.matters.matter_tabs import OpenMatter

_AT_ONCE = 50
"""How many moments are shown before somebody asks for the older ones."""


class TimelineTab(VerticalScroll):
    """Shows the timeline of a matter, and takes new entries and corrections.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        file_opened: An ``Attachment`` is to be opened in its own program.
        file_saved: An ``Attachment`` is to be saved somewhere.
    """

    file_opened = Signal(object)
    file_saved = Signal(object)

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        inside = ScrolledColumn(12)
        super().__init__(inside, parent)
        self.setObjectName("timelineScroll")
        self._desk = desk
        self._matter_id: UUID | None = None
        self._timeline: Timeline | None = None
        self._drafts: dict[UUID, tuple[Any, ...]] = {}
        self._limit = _AT_ONCE
        self._form = EntryForm(desk.now)
        self._form.accepted.connect(self._keep)
        self._form.cancelled.connect(self._form.clear)
        self._empty = Text(
            self.tr("Inget är antecknat ännu. Skriv ner samtal, mejl och möten, så syns det här vem som sade vad."),
            "muted",
            wrap=True,
        )
        self._empty.setObjectName("timelineEmpty")
        self._moments = QWidget()
        self._list = QVBoxLayout(self._moments)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._older = QuietButton(self.tr("Visa äldre"))
        self._older.setObjectName("timelineOlder")
        self._older.clicked.connect(self._show_older)
        above = QVBoxLayout()
        above.setContentsMargins(16, 4, 16, 16)
        above.setSpacing(12)
        for widget in (self._form, self._empty, self._moments, self._older):
            above.addWidget(widget)
        inside.column.insertLayout(0, above)

    def show_matter(self, opened: OpenMatter) -> None:
        """Show what happened in a matter; what is half written in it comes back."""
        matter_id = opened.matter.id
        if matter_id != self._matter_id:
            self.leave()
            self._matter_id, self._limit = matter_id, _AT_ONCE
            self._form.restore(self._drafts.pop(matter_id, None))
        timeline = self._desk.services.matter_timeline
        self._desk.read("timeline", lambda: timeline.of(matter_id), self._show)

    def leave(self) -> None:
        """Belong to no matter; what is half written is kept until it is shown again."""
        state = self._form.state()
        if self._matter_id is not None and state is not None:
            self._drafts[self._matter_id] = state
        self._matter_id = self._timeline = None
        self._form.clear()
        self._clear()

    def _show(self, timeline: Timeline) -> None:
        if timeline.matter.id != self._matter_id or timeline == self._timeline:
            return
        self._timeline = timeline
        self._build()

    def _build(self) -> None:
        assert self._timeline is not None
        moments = self._timeline.moments
        self._clear()
        for moment in moments[: self._limit]:
            self._list.addWidget(self._card(moment, self._timeline))
        self._empty.setVisible(not moments)
        self._older.setVisible(len(moments) > self._limit)

    def _card(self, moment: Moment, timeline: Timeline) -> QWidget:
        if not isinstance(moment, MatterEntry):
            return StepCard(moment)
        correction = timeline.correction_of(moment)
        files = timeline.files_of(moment) if correction is None else ()
        card = EntryCard(moment, correction, files)
        card.correction_asked.connect(self._form.begin_correction)
        card.file_opened.connect(self.file_opened)
        card.file_saved.connect(self.file_saved)
        return card

    def _clear(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _show_older(self) -> None:
        self._limit += _AT_ONCE
        self._build()

    def _keep(self) -> None:
        """Store what is written; the form is emptied once it is stored."""
        matter_id, written, wrong = self._matter_id, self._form.written(), self._form.corrects
        if matter_id is None:
            return
        timeline = self._desk.services.matter_timeline

        def keep() -> MatterEntry | AppError:
            try:
                if wrong is not None:
                    return timeline.correct(wrong.id, **written)
                at = self._desk.now()
                return timeline.add(MatterEntry(id=new_id(), matter_id=matter_id, written_at=at, **written))
            except AppError as error:
                return error

        self._desk.write(keep, self._tell)

    def _tell(self, kept: MatterEntry | AppError) -> None:
        if isinstance(kept, AppError):
            self._form.show_problem(str(kept))
            return
        if kept.matter_id == self._matter_id:
            self._form.clear()
        sentence = self.tr("Anteckningen är rättad.") if kept.corrects_id else self.tr("Anteckningen är sparad.")
        self._desk.message.emit(sentence, "good", True)

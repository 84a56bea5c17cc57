"""Finalising our notes: fixed versions with their digests, and opening them again with a reason (R12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.domain.meetings.closing import is_closed
from desktop.views.meetings.after.notes_preview import NotesPreview
from desktop.views.meetings.after.reopening_form import ReopeningForm
from desktop.views.meetings.after.version_row import VersionRow, moment_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.meeting import MeetingFile
    from desktop.domain.meetings.notes import NotesVersion
    from desktop.views.meetings.desk import Desk


class _Notes(NamedTuple):
    """The meeting and the finalised versions of its notes, the latest first."""

    file: MeetingFile
    versions: tuple[NotesVersion, ...]

    @property
    def in_force(self) -> NotesVersion | None:
        return next((one for one in self.versions if one.reopened_at is None), None)


class FinalisingSection(QWidget):
    """Fixes the notes of a meeting, shows what was fixed, and opens it again.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        document_asked: The key of a version that is to be looked at as a document.
    """

    document_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finalisingSection")
        self.setAccessibleName(self.tr("Fastställ anteckningarna"))
        self._desk = desk
        self._meeting: UUID | None = None
        self._notes: _Notes | None = None
        self._wants_reopening = False
        self._shown: tuple[NotesVersion, ...] = ()
        self._state = StateChip("")
        self._state.setObjectName("finalisingState")
        self._hint = Text("", "muted", wrap=True)
        self._hint.setObjectName("finalisingHint")
        self._draft = SecondaryButton(self.tr("Visa utkastet"))
        self._draft.setObjectName("showDraft")
        self._draft.clicked.connect(self._show_draft)
        self._finalise = PrimaryButton("")
        self._finalise.setObjectName("finaliseNotes")
        self._finalise.clicked.connect(self._fix)
        self._reopen = SecondaryButton(self.tr("Öppna igen …"))
        self._reopen.setObjectName("reopenNotes")
        self._reopen.clicked.connect(self.begin_reopening)
        self.form = ReopeningForm()
        self.form.given.connect(self._open_again)
        self.form.left.connect(self._leave_form)
        self.preview = NotesPreview()
        self.preview.closed.connect(self._after_preview)
        self._card = Card()
        self._card.setObjectName("versionsCard")
        self._lay_out()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show how far the notes of a meeting have come."""
        if meeting_id != self._meeting:
            self.leave()
        self._meeting = meeting_id
        meetings, versions = self._desk.services.meetings, self._desk.services.notes_versions

        def read() -> _Notes:
            return _Notes(meetings.get(meeting_id), versions.versions(meeting_id))

        self._desk.read("versions", read, self._show)

    def flush(self) -> None:
        """Nothing waits here: a reason is stored when it is given."""

    def leave(self) -> None:
        """Belong to no meeting any more."""
        self._meeting = self._notes = None
        self._wants_reopening = False
        self.form.clear()
        self.preview.close_preview()
        self._show_versions(())

    def begin_reopening(self) -> None:
        """Ask why the notes are opened again, at once or as soon as they have been read."""
        self._wants_reopening = self._notes is None
        if self._notes is not None and self._notes.in_force is not None:
            self.form.begin()

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(SectionHeading(self.tr("Fastställ anteckningarna")))
        head.addWidget(self._state)
        head.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self._hint, 1)
        actions.addSpacing(8)
        actions.addWidget(self._draft)
        actions.addWidget(self._reopen)
        actions.addWidget(self._finalise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(actions)
        for part in (self.form, self._card, self.preview):
            column.addWidget(part)
        for part in (self._state, self._draft, self._reopen, self._finalise, self._card):
            part.hide()

    # Showing

    def _show(self, notes: _Notes) -> None:
        if notes.file.meeting.id != self._meeting:
            return
        self._notes = notes
        fixed, closed = notes.in_force, is_closed(notes.file.steps)
        self._state.set_state(self._state_words(notes), "good" if fixed else "neutral")
        self._state.show()
        self._hint.setText(self._hint_words(notes))
        self._draft.setVisible(fixed is None)
        self._finalise.setText(self.tr("Fastställ version {number}").format(number=len(notes.versions) + 1))
        self._finalise.setVisible(fixed is None and closed)
        self._reopen.setVisible(fixed is not None)
        if fixed is None:
            self.form.clear()
        elif self._wants_reopening:
            self.begin_reopening()
        self._show_versions(notes.versions)

    def _state_words(self, notes: _Notes) -> str:
        if notes.in_force is not None:
            return self.tr("Fastställda, version {number}").format(number=notes.in_force.number)
        return self.tr("Öppnade igen") if notes.versions else self.tr("Utkast")

    def _hint_words(self, notes: _Notes) -> str:
        fixed = notes.in_force
        if fixed is not None:
            words = self.tr("Fastställda {when}. Punkter, utfall, anteckningar och deltagare kan inte ändras.")
            return words.format(when=moment_words(fixed.finalised_at))
        if not is_closed(notes.file.steps):
            return self.tr("Anteckningarna kan fastställas när mötet är avslutat.")
        told = self.tr("Att fastställa går inte att ångra, men anteckningarna kan öppnas igen med ett skäl.")
        if notes.file.meeting.notes_by is Party.SSC:
            ours = self.tr(
                "Statens servicecenter skriver de officiella anteckningarna; det här är vår egen dokumentation."
            )
            return f"{ours} {told}"
        return told

    def _show_versions(self, versions: tuple[NotesVersion, ...]) -> None:
        self._card.setVisible(bool(versions))
        if versions == self._shown:
            return
        self._shown = versions
        while (item := self._card.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, version in enumerate(versions):
            if place:
                self._card.body.addWidget(Divider())
            row = VersionRow(version)
            row.opened.connect(self._show_version)
            row.printed.connect(self._ask_for_document)
            self._card.body.addWidget(row)

    # What the user does

    def _fix(self) -> None:
        versions, key = self._desk.services.notes_versions, self._meeting

        def fixed(version: NotesVersion) -> None:
            words = self.tr("Anteckningarna är fastställda, version {number}. Det som gjordes före kan inte ångras.")
            self._desk.message.emit(words.format(number=version.number), "good", False)

        if key is not None:
            self.preview.close_preview()
            self._desk.write(lambda: versions.finalise(key), fixed)

    def _open_again(self, reason: str) -> None:
        versions, key = self._desk.services.notes_versions, self._meeting
        sentence = self.tr("Anteckningarna är öppna igen. Den fastställda versionen finns kvar.")
        if key is not None:
            self._desk.write(
                lambda: versions.reopen(key, reason), lambda _: self._desk.message.emit(sentence, "info", False)
            )

    def _leave_form(self) -> None:
        self.form.clear()
        self._reopen.setFocus()

    def _show_draft(self) -> None:
        versions, key = self._desk.services.notes_versions, self._meeting
        if key is not None:
            self._desk.read("preview", lambda: versions.draft(key), self.preview.show_notes)

    def _show_version(self, version: NotesVersion) -> None:
        versions = self._desk.services.notes_versions
        self._desk.read("preview", lambda: versions.document(version.id), self.preview.show_notes)

    def _ask_for_document(self, version: NotesVersion) -> None:
        self.document_asked.emit(version.id)

    def _after_preview(self) -> None:
        """The focus goes back to what can be done with the notes."""
        for button in (self._finalise, self._reopen, self._draft):
            if button.isVisible():
                button.setFocus()
                return

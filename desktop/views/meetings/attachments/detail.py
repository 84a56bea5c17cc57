"""What is known of one attached file: each field saves itself; hash and size are only read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.domain.attachment import AttachmentPurpose, size_words
from desktop.domain.dates import SWEDEN, clock, parse_day, today
from desktop.domain.identity import new_id
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.card import Card
from desktop.views.parts.facts import Facts
from desktop.views.parts.form_row import FormRow
from desktop.views.wording import attachment_purpose_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.attachment import Attachment
    from desktop.views.meetings.desk import Desk

_TOP = Qt.AlignmentFlag.AlignTop


class AttachmentDetail(Card):
    """Shows and changes what is known of the chosen file.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        changed: The ``Attachment`` as it is now, before it is stored.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("attachmentDetail")
        self._desk = desk
        self._attachment: Attachment | None = None
        self._rows: dict[str, FormRow] = {}
        self._autosaves: dict[str, Autosave] = {}
        self._purpose = QComboBox()
        self._purpose.setObjectName("attachmentPurpose")
        self._purpose.addItems([attachment_purpose_word(purpose) for purpose in AttachmentPurpose])
        self._purpose.activated.connect(self._choose_purpose)
        self._origin = QComboBox()
        self._origin.setObjectName("attachmentReceived")
        self._origin.addItems([self.tr("Egen fil"), self.tr("Mottagen")])
        self._origin.activated.connect(self._choose_origin)
        self._facts, self._hash = Facts(2), Facts(1)
        self._lay_out()

    def show_attachment(self, attachment: Attachment | None) -> None:
        """Show a file, or none; news about the one already shown leave unsaved typing alone."""
        other = attachment is None or self._attachment is None or self._attachment.id != attachment.id
        if other:
            self.flush()
        self._attachment = attachment
        self.setVisible(attachment is not None)
        if attachment is None:
            self._release()
            return
        self._purpose.setCurrentIndex(list(AttachmentPurpose).index(attachment.purpose))
        self._origin.setCurrentIndex(int(attachment.received))
        self._rows["sender"].setEnabled(attachment.received)
        for name, text in _texts(attachment).items():
            if other:
                self._rows[name].set_problem("")
                self._autosaves[name].bind((attachment.id, name), text, self._saver(name))
            else:
                self._autosaves[name].offer(text)
        self._show_facts(attachment)

    def flush(self) -> None:
        """Save what is typed and can be saved."""
        for autosave in self._autosaves.values():
            autosave.flush()

    def leave(self) -> None:
        """Save, and show no file any more."""
        self._release()
        self._attachment = None

    def begin(self) -> None:
        """Put the cursor where the name is."""
        self._rows["name"].field.setFocus()

    def _release(self) -> None:
        for autosave in self._autosaves.values():
            autosave.release()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._row("name", self.tr("Namn")), 0, 0, 1, 3, _TOP)
        grid.addWidget(self._row("dated_on", self.tr("Datum"), self.tr("1/12, tis eller +2v")), 0, 3, _TOP)
        grid.addWidget(FormRow(self.tr("Till för"), self._purpose), 1, 0, _TOP)
        grid.addWidget(FormRow(self.tr("Kommer från"), self._origin), 1, 1, _TOP)
        grid.addWidget(self._row("sender", self.tr("Avsändare")), 1, 2, 1, 2, _TOP)
        self.body.addLayout(grid)
        self.body.addSpacing(8)
        self.body.addWidget(self._facts)
        self.body.addSpacing(4)
        self.body.addWidget(self._hash)

    def _row(self, name: str, label: str, hint: str = "") -> FormRow:
        """A field that saves itself when it is left; a sender is saved on a pause too."""
        field = QLineEdit()
        field.setObjectName(f"attachment-{name}")
        field.setPlaceholderText(hint)
        field.setMaxLength(200)
        self._rows[name] = FormRow(label, field)
        self._autosaves[name] = Autosave(field, on_pause=name == "sender")
        return self._rows[name]

    def _show_facts(self, attachment: Attachment) -> None:
        added = attachment.added_at.astimezone(SWEDEN)
        in_bytes = f"{attachment.size:,}".replace(",", "\u00a0")
        exact = self.tr("{words} ({count} byte)").format(words=size_words(attachment.size), count=in_bytes)
        self._facts.show_facts(
            [
                (self.tr("Storlek"), size_words(attachment.size) if attachment.size < 1024 else exact),
                (self.tr("Tillagd"), f"{added.date().isoformat()} {clock(attachment.added_at)}"),
            ]
        )
        self._hash.show_facts([(self.tr("Kontrollsumma, SHA-256"), attachment.digest)])

    def _choose_purpose(self, place: int) -> None:
        self._change({"purpose": list(AttachmentPurpose)[place]})

    def _choose_origin(self, place: int) -> None:
        self._change({"received": bool(place)})

    def _saver(self, name: str) -> Callable[[str, UUID], bool]:
        if name == "dated_on":
            return self._save_day
        if name == "name":
            return self._save_name
        return lambda text, group: self._change({"sender": text.strip()}, group)

    def _save_name(self, text: str, group: UUID) -> bool:
        problem = "" if text.strip() else self.tr("Bilagan behöver ett namn.")
        self._rows["name"].set_problem(problem)
        return not problem and self._change({"name": text.strip()}, group)

    def _save_day(self, text: str, group: UUID) -> bool:
        try:
            day = parse_day(text.strip(), today())
        except ValueError as error:
            self._rows["dated_on"].set_problem(str(error))
            return False
        self._rows["dated_on"].set_problem("")
        return self._change({"dated_on": day}, group)

    def _change(self, fields: dict[str, Any], group: UUID | None = None) -> bool:
        """Show a change and store it; nothing is stored where nothing differs."""
        shown = self._attachment
        if shown is None:
            return False
        changed = replace(shown, **fields)
        if changed != shown:
            attachments, key, session = self._desk.services.attachments, shown.id, group or new_id()
            self._attachment = changed
            self._rows["sender"].setEnabled(changed.received)
            self._desk.write(lambda: attachments.change(key, group=session, **fields))
            self.changed.emit(changed)
        return True


def _texts(attachment: Attachment) -> dict[str, str]:
    return {"name": attachment.name, "dated_on": attachment.dated_on.isoformat(), "sender": attachment.sender}

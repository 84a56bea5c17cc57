"""What follows from a change of contact, ticked or not, group by group."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.contacts.contact_change import FollowKind
from desktop.domain.contacts.contact_rules import LONGEST_EVIDENCE
from desktop.domain.contacts.notice_texts import roles_text
from desktop.views.contacts.change.tick_row import TickRow
from desktop.views.contacts.change.words import follow_group, follow_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.contacts.contact_change import Follow
    from desktop.services.contacts.contact_changes import ChangePreview


class FollowList(Card):
    """Boxes to tick, the evidence of a right that is given anew, and what is left empty.

    Args:
        parent: The owning widget.

    Attributes:
        ticked: The key of something, and whether it is to follow.
        evidence_changed: What a right rests on that is given anew.
    """

    ticked = Signal(str, bool)
    evidence_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("changeFollows")
        self._boxes: dict[str, QCheckBox] = {}
        self._said: list[tuple[str, str, str]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._evidence = QLineEdit()
        self._evidence.setObjectName("changeEvidence")
        self._evidence.setMaxLength(LONGEST_EVIDENCE)
        self._evidence.setPlaceholderText(self.tr("Beslut, datum och diarienummer"))
        self._evidence.textChanged.connect(self.evidence_changed)
        self._evidence_row = warns_of_numbers(FormRow(self.tr("Underlag för den nya rätten"), self._evidence))
        self._personal = Text(
            self.tr("Rätten att beställa är personlig. Den följer inte med bytet utan ges på nytt med eget underlag."),
            "note",
            wrap=True,
        )
        self._personal.setObjectName("changePersonal")
        self._vacant = StateChip(self.tr("Blir vakant"), "warning")
        self._empty = Text("", wrap=True)
        self._empty.setObjectName("changeLeftEmpty")
        self._nothing = Text(self.tr("Inget följer med bytet."), "muted", wrap=True)
        self._nothing.setObjectName("changeNothing")
        self.body.addWidget(SectionHeading(self.tr("Det här följer med")))
        self.body.addLayout(self._rows)
        for part in (self._personal, self._evidence_row, self._nothing, self._vacant, self._empty):
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def evidence(self) -> str:
        """What a right rests on that is given anew."""
        return self._evidence.text()

    def begin(self) -> None:
        """Forget what was written for another change."""
        self._evidence.clear()

    def show_preview(self, preview: ChangePreview, today: date) -> None:
        """Show what follows and what is ticked."""
        leaver = preview.leaver.name if preview.leaver else ""
        successor = preview.successor.name if preview.successor else ""
        said = [
            (one.key, follow_group(one.kind), follow_words(one, leaver, successor, preview.area_names, today))
            for one in preview.follows
        ]
        if said != self._said:
            self._said = said
            self._rebuild()
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in preview.chosen)
            box.blockSignals(False)
        self._show_rights(preview.follows, preview.chosen)
        self._nothing.setVisible(not preview.follows)
        empty = roles_text(preview.left_empty, preview.area_names)
        for part in (self._vacant, self._empty):
            part.setVisible(bool(empty))
        self._empty.setText(self.tr("Ingen har {roles} efter bytet.").format(roles=empty) if empty else "")

    def _show_rights(self, found: tuple[Follow, ...], chosen: frozenset[str]) -> None:
        anew = [one for one in found if one.kind is FollowKind.NEW_RIGHT]
        self._personal.setVisible(bool(anew))
        self._evidence_row.setVisible(any(one.key in chosen for one in anew))

    def _rebuild(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for group, rows in groupby(self._said, key=lambda row: row[1]):
            lines = list(rows)
            heading = Text(f"{group} ({len(lines)})", "caption")
            heading.setContentsMargins(0, 6, 0, 0)
            self._rows.addWidget(heading)
            for key, _, words in lines:
                self._rows.addWidget(self._row(key, words))

    def _row(self, key: str, words: str) -> TickRow:
        row = TickRow(words)
        row.box.setObjectName("changeFollow")
        row.box.toggled.connect(partial(self.ticked.emit, key))
        self._boxes[key] = row.box
        return row

"""Templates at hand in a meeting: one is made of it, one is used in it, and our own are renamed and removed."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.meetings.template import NAME_LENGTH
from desktop.views.parts.buttons import QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.forum import Forum
    from desktop.domain.meetings.template import Template
    from desktop.views.meetings.desk import Desk


class _Mode(Enum):
    """What the panel is up for."""

    MAKE = auto()
    USE = auto()
    RENAME = auto()


class TemplatePanel(Card):
    """Comes between the head of a meeting and its tabs; Enter does what it is up for, Escape leaves.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        left: The panel is gone again.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("templatePanel")
        self._desk = desk
        self._meeting_id: UUID | None = None
        self._forum: Forum | None = None
        self._mode = _Mode.USE
        self._templates: list[Template] = []
        self._name = QLineEdit()
        self._name.setObjectName("templateName")
        self._name.setMaxLength(NAME_LENGTH)
        self._name.returnPressed.connect(self._do)
        self._choice = QComboBox()
        self._choice.setObjectName("templateChoice")
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.currentIndexChanged.connect(self._tell)
        self._name_row = FormRow(self.tr("Mallens namn"), self._name)
        self._choice_row = FormRow(self.tr("Mall"), self._choice)
        self._note = Text("", "muted", wrap=True)
        self._note.setObjectName("templateNote")
        self._apply = SecondaryButton("")
        self._apply.setObjectName("templateDo")
        self._apply.clicked.connect(self._do)
        self._rename = QuietButton(self.tr("Byt namn"), "edit")
        self._rename.setObjectName("templateRename")
        self._rename.clicked.connect(self._begin_renaming)
        self._remove = QuietButton(self.tr("Ta bort"), "trash")
        self._remove.setObjectName("templateRemove")
        self._remove.clicked.connect(self._remove_chosen)
        self._leave = QuietButton(self.tr("Avbryt"))
        self._leave.setObjectName("templateLeave")
        self._leave.clicked.connect(self.leave)
        self._lay_out()

    def begin_making(self, meeting_id: UUID, title: str) -> None:
        """Ask for the name of a template of a meeting; its title is proposed."""
        self._meeting_id = meeting_id
        self._name.setText(title[:NAME_LENGTH])
        self._turn_to(_Mode.MAKE)

    def begin_using(self, meeting_id: UUID, forum: Forum) -> None:
        """Offer the templates for a meeting of a forum: those of the forum first, our own before the program's."""
        self._meeting_id, self._forum = meeting_id, forum
        self._turn_to(_Mode.USE)
        self.refresh()

    def refresh(self) -> None:
        """Read the templates anew, if they are looked at."""
        if self.isVisible() and self._mode is not _Mode.MAKE:
            self._desk.read("templates of a meeting", self._desk.services.templates.get, self._show_templates)

    def leave(self) -> None:
        """Go away; from renaming, back to the templates."""
        if self._mode is _Mode.RENAME:
            self._turn_to(_Mode.USE)
        elif self.isVisible():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._choice.hasFocus():
            self._do()
        else:
            super().keyPressEvent(event)

    @property
    def _chosen(self) -> Template | None:
        place = self._choice.currentIndex()
        return self._templates[place] if 0 <= place < len(self._templates) else None

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name_row, 1)
        row.addWidget(self._choice_row, 1)
        for button in (self._apply, self._rename, self._remove, self._leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(8)
        self.body.addLayout(row)
        self.body.addWidget(self._note)

    def _turn_to(self, mode: _Mode) -> None:
        self._mode = mode
        self.show()
        self._name_row.setVisible(mode is not _Mode.USE)
        self._name_row.set_problem("")
        self._choice_row.setVisible(mode is _Mode.USE)
        self._apply.setText(
            {
                _Mode.MAKE: self.tr("Gör mall"),
                _Mode.USE: self.tr("Använd mallen"),
                _Mode.RENAME: self.tr("Byt namn"),
            }[mode]
        )
        self._leave.setText(self.tr("Stäng") if mode is _Mode.USE else self.tr("Avbryt"))
        self._tell()
        if mode is _Mode.USE:
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            self._name.selectAll()

    def _show_templates(self, templates: tuple[Template, ...]) -> None:
        chosen, forum = self._chosen, self._forum
        own_first = sorted(templates, key=lambda template: template.is_shipped)
        self._templates = sorted(own_first, key=lambda template: forum is None or not template.suits(forum))
        with QSignalBlocker(self._choice):
            self._choice.clear()
            self._choice.addItems([template.name for template in self._templates])
            keys = [template.id for template in self._templates]
            self._choice.setCurrentIndex(keys.index(chosen.id) if chosen and chosen.id in keys else 0)
        self._tell()

    def _tell(self) -> None:
        """Say what the panel does, or what the chosen template has."""
        chosen, using = self._chosen, self._mode is _Mode.USE
        own = using and chosen is not None and not chosen.is_shipped
        self._rename.setVisible(own)
        self._remove.setVisible(own)
        words = self.tr("Mallen ändras inte på de dagordningar som redan är gjorda efter den.")
        if self._mode is _Mode.MAKE:
            words = self.tr(
                "Punkterna kopieras med typ, tid, önskat resultat och den sida som föredrar. "
                "Namn på personer, anteckningar och det som bara är för oss följer inte med."
            )
        elif using and chosen is not None:
            words = " · ".join(item.title for item in chosen.items)
        self._note.setText(words)

    def _do(self) -> None:
        meeting_id, chosen = self._meeting_id, self._chosen
        name = " ".join(self._name.text().split())
        if self._mode is not _Mode.USE and not name:
            self._name_row.set_problem(self.tr("Mallen behöver ett namn."))
        elif self._mode is _Mode.MAKE and meeting_id is not None:
            self._make(meeting_id, name)
        elif self._mode is _Mode.USE and meeting_id is not None and chosen is not None:
            self._use(meeting_id, chosen)
        elif self._mode is _Mode.RENAME and chosen is not None:
            self._rename_to(chosen, name)

    def _make(self, meeting_id: UUID, name: str) -> None:
        templates = self._desk.services.templates

        def made(_key: UUID) -> None:
            self.leave()
            self._desk.message.emit(self.tr("Mallen ”{name}” är gjord.").format(name=name), "good", True)

        self._desk.write(lambda: templates.make(meeting_id, name), made)

    def _use(self, meeting_id: UUID, template: Template) -> None:
        templates = self._desk.services.templates

        def used(count: int) -> None:
            self.leave()
            words = self.tr("Alla punkter i mallen finns redan på dagordningen.")
            if count:
                words = self.tr("{count} punkter ur mallen ”{name}” lades till.")
                words = words if count > 1 else self.tr("En punkt ur mallen ”{name}” lades till.")
            self._desk.message.emit(
                words.format(count=count, name=template.name), "good" if count else "info", count > 0
            )

        self._desk.write(lambda: templates.apply(meeting_id, template.id), used)

    def _begin_renaming(self) -> None:
        if self._chosen is not None:
            self._name.setText(self._chosen.name)
            self._turn_to(_Mode.RENAME)

    def _rename_to(self, template: Template, name: str) -> None:
        templates = self._desk.services.templates

        def renamed(_: None) -> None:
            self._turn_to(_Mode.USE)
            self._desk.message.emit(self.tr("Mallen heter nu ”{name}”.").format(name=name), "good", True)

        self._desk.write(lambda: templates.rename(template.id, name), renamed)

    def _remove_chosen(self) -> None:
        template, templates = self._chosen, self._desk.services.templates
        if template is None:
            return
        sentence = self.tr("Mallen ”{name}” är borttagen.").format(name=template.name)
        self._desk.write(
            lambda: templates.remove(template.id), lambda _: self._desk.message.emit(sentence, "info", True)
        )
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

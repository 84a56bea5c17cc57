"""Two contacts side by side: what differs, what moves, and the choice between one and two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.contacts.duplicates.field_choice import LABEL_WIDTH, FieldChoice
from desktop.views.contacts.duplicates.words import merge_field_word, move_words, sign_words, strength_word
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.contacts.likeness import Likeness
    from desktop.domain.contacts.merging import MergePreview, Side


class Comparison(Card):
    """What merging would do; nothing is done before it is asked for.

    Attributes:
        merge_asked: Merge them: the choices by field (``dict[str, Side]``), and whether different parties were meant.
        told_apart: They are not the same person.
        swap_asked: Keep the other one instead.
    """

    merge_asked = Signal(dict, bool)
    told_apart = Signal()
    swap_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._preview: MergePreview | None = None
        self._choices: list[FieldChoice] = []
        self._why = Text("", "muted", wrap=True)
        self._why.setObjectName("comparisonWhy")
        self._kept, self._dropped = Text("", "section", wrap=True), Text("", "section", wrap=True)
        self._kept.setObjectName("comparisonKept")
        self._dropped.setObjectName("comparisonDropped")
        self._fields = QVBoxLayout()
        self._fields.setSpacing(10)
        self._loss = Text("", "note", wrap=True)
        self._loss.setObjectName("comparisonLoss")
        self._moves_head = SectionHeading(self.tr("Det här flyttas"))
        self._moves = Text("", wrap=True)
        self._moves.setObjectName("comparisonMoves")
        self._build()

    def show_preview(self, preview: MergePreview, likeness: Likeness | None, agency: str) -> None:
        """Show two contacts; what was chosen for others is forgotten."""
        self._preview = preview
        self._why.setText(f"{strength_word(likeness.strength)}: {sign_words(likeness.signs)}." if likeness else "")
        self._why.setVisible(likeness is not None)
        self._kept.setText(preview.kept.name)
        self._dropped.setText(preview.dropped.name)
        self._show_fields(preview, agency)
        self._show_loss(preview)
        self._show_moves(preview)
        self._across.setChecked(False)
        self._warning.setVisible(preview.crosses_parties)
        self._let_merge()

    def _build(self) -> None:
        inside = ScrolledColumn(16)
        inside.column.setContentsMargins(16, 16, 16, 16)
        for place, part in enumerate((self._heads(), self._divided(self._fields), self._loss, self._moved())):
            inside.column.insertWidget(place, part)
        self.body.addWidget(VerticalScroll(inside), 1)
        self.body.addWidget(Divider())
        self.body.addWidget(self._actions())

    def _heads(self) -> QWidget:
        heads = QWidget()
        column = QVBoxLayout(heads)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._why)
        swap = QuietButton(self.tr("Byt plats"))
        swap.setObjectName("comparisonSwap")
        swap.setToolTip(self.tr("Behåll den andra i stället"))
        swap.setAccessibleDescription(swap.toolTip())
        swap.clicked.connect(self.swap_asked)
        beside = QWidget()
        beside.setFixedWidth(LABEL_WIDTH)
        line = QVBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(swap, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_named(StateChip(self.tr("Behålls"), "good"), self._kept), 1)
        row.addLayout(_named(StateChip(self.tr("Går upp i den andra")), self._dropped), 1)
        column.addLayout(row)
        return heads

    def _divided(self, fields: QVBoxLayout) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Divider())
        column.addLayout(fields)
        return part

    def _moved(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Divider())
        column.addWidget(self._moves_head)
        column.addWidget(self._moves)
        return part

    def _actions(self) -> QWidget:
        self._warning = QWidget()
        self._across = QCheckBox(self.tr("Jag vet att de är samma person"))
        self._across.setObjectName("comparisonAcross")
        self._across.toggled.connect(self._let_merge)
        lines = QVBoxLayout(self._warning)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(StateChip(self.tr("Olika parter"), "warning"), 0, Qt.AlignmentFlag.AlignLeft)
        told = self.tr("Den ena hör till er, den andra till Statens servicecenter. Slå bara samman dem om det är rätt.")
        lines.addWidget(Text(told, wrap=True))
        lines.addWidget(self._across)
        self._merge = PrimaryButton(self.tr("Slå samman"))
        self._merge.setObjectName("comparisonMerge")
        self._merge.clicked.connect(self._ask)
        apart = SecondaryButton(self.tr("Inte samma person"))
        apart.setObjectName("comparisonApart")
        apart.clicked.connect(self.told_apart)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._merge)
        flow.addWidget(apart)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._warning)
        column.addWidget(buttons)
        return part

    def _show_fields(self, preview: MergePreview, agency: str) -> None:
        for choice in self._choices:
            self._fields.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        names = (preview.kept.name, preview.dropped.name)
        shown = [field for field in preview.fields if field.kept or field.dropped]
        self._choices = [FieldChoice(field, names, agency) for field in shown]
        for choice in self._choices:
            self._fields.addWidget(choice)

    def _show_loss(self, preview: MergePreview) -> None:
        names = [merge_field_word(name).lower() for name in preview.loses]
        words = self.tr(
            "Det här skiljer sig: {fields}. Det som väljs bort skrivs i anteckningarna, så inget går förlorat."
        )
        self._loss.setText(words.format(fields=", ".join(names)) if names else "")
        self._loss.setVisible(bool(names))

    def _show_moves(self, preview: MergePreview) -> None:
        self._moves_head.setText(self.tr("Det här flyttas till {name}").format(name=preview.kept.name))
        moved = [move_words(move) for move in preview.moves]
        lines = [*moved, self.tr("historiken, som syns hos den som behålls")]
        self._moves.setText("\n".join(f"•  {line}" for line in lines))

    def _let_merge(self) -> None:
        crosses = self._preview is not None and self._preview.crosses_parties
        self._merge.setEnabled(not crosses or self._across.isChecked())

    def _ask(self) -> None:
        choices: dict[str, Side] = {choice.name: choice.side for choice in self._choices if choice.side}
        self.merge_asked.emit(choices, self._across.isChecked())


def _named(chip: StateChip, name: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(name)
    column.addStretch(1)
    return column

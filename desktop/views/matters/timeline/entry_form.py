"""The form in which one writes down what was said and done in a matter (R19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.level import Channel, Level, Party
from desktop.domain.matters.matter_entry import Holder, Trend
from desktop.domain.matters.moment import moment_words, parse_moment
from desktop.views.parts.buttons import PrimaryButton, QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.marks import level_word
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.text import Text
from desktop.views.wording import channel_word, holder_word, side_word, trend_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.matters.matter_entry import MatterEntry

_TEXT_HEIGHT = 64


class EntryForm(Card):
    """Text first; the other fields unfold once something is written. Ctrl+Enter saves, Escape leaves.

    Args:
        now: Says what time it is.
        parent: The owning widget.

    Attributes:
        accepted: What is written is to be kept.
        cancelled: It is not.
    """

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("entryForm")
        self._now = now
        self._corrects: MatterEntry | None = None
        self._build_fields()
        self._build_buttons()
        self._lay_out()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.try_to_accept)
        self.clear()

    @property
    def corrects(self) -> MatterEntry | None:
        """The entry that is being put right, if any."""
        return self._corrects

    def begin_correction(self, entry: MatterEntry) -> None:
        """Show an entry as it is, to be put right."""
        self._corrects = entry
        for box, value in zip(self._choices(), self._values_of(entry), strict=True):
            box.setCurrentIndex(max(box.findData(value.value if value else ""), 0))
        self._person.setText(entry.person)
        self._when.setText(moment_words(entry.happened_at))
        self._until.set_day(entry.passes_until)
        self._internal.setChecked(entry.is_internal)
        self._text.setPlainText(entry.text)
        self._show_state()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> dict[str, Any]:
        """What stands in the form, by the names ``MatterEntry`` has for it.

        Raises:
            ValueError: A time or a day cannot be read; the sentence says why.
        """
        channel = _chosen(self._channel, Channel)
        return {
            "text": self._text.toPlainText(),
            "happened_at": self._read_when(),
            "channel": channel,
            "party": _chosen(self._party, Party),
            "person": self._person.text().strip(),
            "level": _chosen(self._level, Level),
            "is_internal": self._internal.isChecked(),
            "passes_to": _chosen(self._ball, Holder),
            "passes_until": self._until.day if self._ball.currentData() else None,
            "trend": _chosen(self._trend, Trend) if channel is Channel.FORUM else None,
        }

    def clear(self) -> None:
        """Be empty and folded again."""
        self._corrects = None
        for box in self._choices():
            box.setCurrentIndex(0)
        for field in (self._person, self._when):
            field.clear()
        self._until.set_day(None)
        self._internal.setChecked(False)
        self._text.clear()
        self.show_problem("")
        self._when_row.set_problem("")
        self._show_state()

    def state(self) -> tuple[Any, ...] | None:
        """Everything that is half written, to be restored; nothing when nothing is."""
        if not self._text.toPlainText() and self._corrects is None:
            return None
        indexes = tuple(box.currentIndex() for box in self._choices())
        fields = (self._text.toPlainText(), self._person.text(), self._when.text(), self._until.text())
        return (self._corrects, indexes, fields, self._internal.isChecked())

    def restore(self, state: tuple[Any, ...] | None) -> None:
        """Show what was half written; nothing for an empty form."""
        self.clear()
        if state is None:
            return
        self._corrects, indexes, (text, person, when, until), internal = state
        for box, index in zip(self._choices(), indexes, strict=True):
            box.setCurrentIndex(index)
        self._person.setText(person)
        self._when.setText(when)
        self._until.setText(until)
        self._internal.setChecked(internal)
        self._text.setPlainText(text)
        self._show_state()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the whole, or nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._accept.setAccessibleDescription(sentence)

    def try_to_accept(self) -> None:
        """Ask for what is written to be kept, if time and day can be read."""
        self._until.finish()
        if not self._until.is_readable:
            self._until.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._check_when():
            self._when.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._text.toPlainText().strip():
            self.accepted.emit()

    def event(self, event: QEvent) -> bool:
        """Escape leaves the form, not the page."""
        if event.type() == QEvent.Type.ShortcutOverride and self.state() is not None:
            pressed: QKeyEvent = event  # pyright: ignore[reportAssignmentType] - which this type of event is
            if pressed.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape and self.state() is not None:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _build_fields(self) -> None:
        self._text = QPlainTextEdit()
        self._text.setObjectName("entryWritten")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setPlaceholderText(self.tr("Vad sades eller gjordes?"))
        self._text.textChanged.connect(self._show_state)
        self._channel = _choice("entryChannel", self.tr("Ingen kanal"), [(channel_word(c), c.value) for c in Channel])
        self._channel.currentIndexChanged.connect(self._show_state)
        self._party = _choice("entryParty", self.tr("Egen anteckning"), [(side_word(p), p.value) for p in Party])
        self._level = _choice("entryLevel", self.tr("Ingen nivå"), [(level_word(each), each.value) for each in Level])
        self._ball = _choice("entryBall", self.tr("Stannar där den är"), [(holder_word(h), h.value) for h in Holder])
        self._ball.currentIndexChanged.connect(self._show_state)
        self._trend = _choice("entryTrend", self.tr("Inte bedömd"), [(trend_word(t), t.value) for t in Trend])
        self._person, self._when = QLineEdit(), QLineEdit()
        self._person.setObjectName("entryPerson")
        self._when.setObjectName("entryWhen")
        self._when.setMaxLength(40)
        self._when.setPlaceholderText(self.tr("Nu, eller till exempel 24/11 14.30"))
        self._when.editingFinished.connect(self._check_when)
        self._until = DayField(lambda: self._now().astimezone().date())
        self._until.setObjectName("entryUntil")
        self._internal = QCheckBox(self.tr("Endast för oss, kommer aldrig med i dokument"))
        self._internal.setObjectName("entryInternal")

    def _build_buttons(self) -> None:
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("entryProblem")
        self._accept = PrimaryButton("")
        self._accept.setObjectName("entryAccept")
        self._accept.setToolTip("Ctrl+Enter")
        self._accept.clicked.connect(self.try_to_accept)
        self._cancel = QuietButton(self.tr("Avbryt"))
        self._cancel.setObjectName("entryCancel")
        self._cancel.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        self._text_row = warns_of_numbers(FormRow(self.tr("Ny anteckning"), self._text))
        self._when_row = FormRow(self.tr("När"), self._when)
        self._until_row = FormRow(self.tr("Svar senast"), self._until)
        self._until.problem_changed.connect(self._until_row.set_problem)
        self._trend_row = FormRow(self.tr("Utveckling enligt mötet"), self._trend)
        rows = (
            FormRow(self.tr("Kanal"), self._channel),
            FormRow(self.tr("Med"), self._party),
            warns_of_numbers(FormRow(self.tr("Person"), self._person)),
            self._when_row,
            FormRow(self.tr("Nivå"), self._level),
            self._trend_row,
            FormRow(self.tr("Bollen går till"), self._ball),
            self._until_row,
        )
        self._more = QWidget()
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, row in enumerate(rows):
            grid.addWidget(row, *divmod(place, 2), Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._internal, 4, 0, 1, 2)
        grid.addWidget(self._problem, 5, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        grid.addLayout(buttons, 6, 0, 1, 2)
        self.body.addWidget(self._text_row)
        self.body.addWidget(self._more)

    def _show_state(self) -> None:
        """Unfold what belongs to what is written."""
        corrects = self._corrects is not None
        self._more.setVisible(corrects or bool(self._text.toPlainText().strip()))
        self._trend_row.setVisible(self._channel.currentData() == Channel.FORUM.value)
        self._until_row.setVisible(bool(self._ball.currentData()))
        self._accept.setText(self.tr("Spara rättelsen") if corrects else self.tr("Spara anteckningen"))
        self._text_row.set_label(self.tr("Rättelse") if corrects else self.tr("Ny anteckning"))

    def _choices(self) -> tuple[QComboBox, ...]:
        return (self._channel, self._party, self._level, self._ball, self._trend)

    def _values_of(self, entry: MatterEntry) -> tuple[Channel | Party | Level | Holder | Trend | None, ...]:
        return (entry.channel, entry.party, entry.level, entry.passes_to, entry.trend)

    def _read_when(self) -> datetime:
        """When it happened; a time that was not touched in a correction keeps its seconds."""
        typed = self._when.text()
        if self._corrects is not None and typed == moment_words(self._corrects.happened_at):
            return self._corrects.happened_at
        return parse_moment(typed, self._now())

    def _check_when(self) -> bool:
        try:
            self._read_when()
        except ValueError as error:
            self._when_row.set_problem(str(error))
            return False
        self._when_row.set_problem("")
        return True


def _choice(name: str, nothing: str, options: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.addItem(nothing, "")
    for word, value in options:
        box.addItem(word, value)
    return box


def _chosen(box: QComboBox, kind: type[Any]) -> Any:
    return kind(box.currentData()) if box.currentData() else None

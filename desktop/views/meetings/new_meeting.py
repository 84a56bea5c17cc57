"""The form for a new meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.dates import parse_day, today
from desktop.domain.forum import Forum, forums_on
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.vocabulary import MEETING
from desktop.views.meetings.template_choice import TemplateChoice
from desktop.views.meetings.times import read_times
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_off import day_off_words
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import PageHead
from desktop.views.parts.marks import forum_word
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.agreement import Agreement

_WIDTH = 640


class NewMeetingForm(QWidget):
    """Asks for what a meeting needs; what is typed stays until the meeting is made, also when the form is left.

    Args:
        clock: Says what day it is, for dates that are relative.
        parent: The owning widget.

    Attributes:
        made: The new ``Meeting``, with its key, and the key of the template its agenda begins with, or None.
        left: The user does not want to make one now.
    """

    made = Signal(object, object)
    left = Signal()

    def __init__(self, clock: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newMeeting")
        self._today = clock
        self._rows: dict[str, FormRow] = {}
        self._agreement: Agreement | None = None
        self._forums: tuple[Forum, ...] = ()
        self._forum = QComboBox()
        self._forum.setObjectName("newMeetingForum")
        self.template = TemplateChoice()
        self._fields = {name: self._field(name) for name in ("title", "day", "starts", "ends", "place")}
        self._offer_forums()
        self._forum.currentIndexChanged.connect(self._follow_forum)
        self._fields["day"].textChanged.connect(self._offer_forums)
        self._fields["day"].textChanged.connect(self._remark_on_day)
        self._lay_out()
        self._follow_forum()

    def begin(self, forum: Forum | None, agreement: Agreement | None = None) -> None:
        """Offer the form, for a forum if one is given and nothing has been typed yet.

        Args:
            forum: The one that is filtered by.
            agreement: Its decisions on the levels tell which forums there are on the day that is typed (R1).
        """
        self._agreement = agreement
        self._offer_forums()
        if forum in self._forums and not self._fields["day"].text():
            self._forum.setCurrentIndex(self._forums.index(forum))
        self._forum.setFocus(Qt.FocusReason.OtherFocusReason)

    def propose_day(self, day: date) -> None:
        """Fill in the day, as the user would type it."""
        self._fields["day"].setText(day.isoformat())

    def clear(self) -> None:
        """Forget what was typed: the meeting is made."""
        for field in self._fields.values():
            field.clear()
        self.template.forget()
        self._follow_forum()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the meeting, Escape leaves the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._make()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"newMeeting-{name}")
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        places = (
            ("forum", self.tr("Forum"), self._forum, (0, 0, 1, 1)),
            ("title", self.tr("Rubrik"), self._fields["title"], (0, 1, 1, 2)),
            ("day", self.tr("Datum"), self._fields["day"], (1, 0, 1, 1)),
            ("starts", self.tr("Börjar"), self._fields["starts"], (1, 1, 1, 1)),
            ("ends", self.tr("Slutar"), self._fields["ends"], (1, 2, 1, 1)),
            ("place", self.tr("Plats"), self._fields["place"], (2, 0, 1, 1)),
            ("template", self.tr("Dagordning"), self.template, (2, 1, 1, 2)),
        )
        for name, label, field, place in places:
            self._rows[name] = FormRow(label, field)
            grid.addWidget(self._rows[name], *place, Qt.AlignmentFlag.AlignTop)
        self._fields["day"].setPlaceholderText(self.tr("1/12, tis eller +2v"))
        self._fields["starts"].setPlaceholderText(self.tr("13.00"))
        self._fields["ends"].setPlaceholderText(self.tr("14.30"))
        note = self.tr("De som har uppdrag i forumet på mötesdagen blir deltagare. Allt går att ändra efteråt.")
        make = PrimaryButton(self.tr("Lägg upp mötet"))
        make.setObjectName("newMeetingMake")
        make.clicked.connect(self._make)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("newMeetingLeave")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(make)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        card = Card(padding=16)
        card.setMaximumWidth(_WIDTH)
        card.body.addLayout(grid)
        card.body.addWidget(Text(note, "muted", wrap=True))
        card.body.addSpacing(4)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(PageHead(self.tr("Nytt möte")))
        column.addWidget(card)
        column.addStretch(1)

    def _follow_forum(self) -> None:
        self._propose_title()
        self.template.show_forum(self._chosen)

    def _propose_title(self) -> None:
        title = self._fields["title"]
        if not title.text().strip() or title.text() in MEETING.values():
            title.setText(MEETING[self._chosen])

    def _offer_forums(self) -> None:
        """The forums of the day that is typed, of today while none can be read; what was chosen stays if it can."""
        forums = forums_on(self._typed_day(), self._agreement)
        if forums == self._forums:
            return
        chosen = self._chosen if self._forums else Forum.TACTICAL
        self._forums = forums
        with QSignalBlocker(self._forum):
            self._forum.clear()
            self._forum.addItems([forum_word(forum) for forum in forums])
            self._forum.setCurrentIndex(next(n for n, forum in enumerate(forums) if forum.shares_with(chosen)))
        self._follow_forum()

    def _remark_on_day(self, typed: str) -> None:
        """Say beside the day that agencies do not work then."""
        self._rows["day"].set_remark(day_off_words(typed, self._today()))

    def _typed_day(self) -> date:
        try:
            return parse_day(self._fields["day"].text(), self._today())
        except ValueError:
            return self._today()

    @property
    def _chosen(self) -> Forum:
        return self._forums[max(0, self._forum.currentIndex())]

    def _make(self) -> None:
        texts = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        span, problems = read_times(texts["day"], texts["starts"], texts["ends"], self._today())
        if not texts["title"]:
            problems["title"] = self.tr("Mötet behöver en rubrik.")
        for name, row in self._rows.items():
            row.set_problem(problems.get(name, ""))
        if problems or span is None:
            self._fields[next(name for name in self._fields if name in problems)].setFocus()
            return
        self.made.emit(
            Meeting(
                id=new_id(),
                title=texts["title"],
                level=self._chosen.level,
                is_council=self._chosen.is_council,
                starts_at=span[0],
                ends_at=span[1],
                place=texts["place"],
                convener=Party.SSC,
            ),
            self.template.chosen,
        )

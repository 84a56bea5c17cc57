"""How SSC is told of a change: on Kundwebben or at a forum, with date; what is open until then (R18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.contacts.contact_notice import NoticeChannel, NoticePlace, NoticeState
from desktop.views.contacts.change.words import announced_words, passed_question, place_words
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact_notice import NoticeRow

_LONGEST_REFERENCE = 200


class Announcement(NamedTuple):
    """That SSC was told: how, when, with which receipt, and at which meeting."""

    channel: NoticeChannel
    day: date
    reference: str = ""
    meeting_id: UUID | None = None


class Announcing(Card):
    """Plans where a notice is taken up, and notes that it was announced.

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        announced: SSC has been told (``Announcement``).
        planned: The key of the coming meeting where it is to be taken up.
        reopened: It was not announced after all.
        meeting_opened: The key of a meeting that the user wants to see.
    """

    announced = Signal(object)
    planned = Signal(object)
    reopened = Signal()
    meeting_opened = Signal(object)

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("announcing")
        self._now = now
        self._row: NoticeRow | None = None
        self._places: tuple[NoticePlace, ...] = ()
        self.body.setSpacing(12)
        self._head = SectionHeading()
        self.body.addWidget(self._head)
        self._passed = self._passed_part()
        self._web = self._web_part()
        self._divider = Divider()
        self._forum = self._forum_part()
        self._done = self._done_part()
        for part in (self._passed, self._web, self._divider, self._forum, self._done):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def offer(self, words: str, name: str, do: Callable[[], object]) -> None:
        """Add a way to send the notice from here, beside what is noted by hand.

        Args:
            words: What it does, as a verb.
            name: Its object name.
            do: Called when it is chosen.
        """

        def press() -> None:
            do()

        button = SecondaryButton(words)
        button.setObjectName(name)
        button.clicked.connect(press)
        self._ways.insertWidget(0, button)
        self._by_hand.hide()

    def show_notice(self, row: NoticeRow, places: Sequence[NoticePlace]) -> None:
        """Show how far a notice has come.

        Args:
            row: The notice.
            places: The meetings where it can be or was taken up: coming ones, the nearest first, then past ones.
        """
        another = self._row is None or self._row.notice.id != row.notice.id
        self._row = row
        is_open = row.state is not NoticeState.ANNOUNCED
        for part in (self._web, self._divider, self._forum):
            part.setVisible(is_open)
        self._head.setText(self.tr("Meddela ändringen") if is_open else self.tr("Så meddelades ändringen"))
        self._done.setVisible(not is_open)
        self._told.setText(announced_words(row))
        self._receipt.setText(row.notice.reference)
        self._receipt.setVisible(bool(row.notice.reference))
        self._passed.setVisible(row.state is NoticeState.PASSED)
        if row.place is not None:
            self._question.setText(passed_question(row.place, self._now()))
        self._show_planned(row)
        self._show_places(places, row, anew=another)
        if another:
            self._day.set_day(self._now())
            self._reference.clear()

    def _show_planned(self, row: NoticeRow) -> None:
        planned = row.place if row.state is NoticeState.PLANNED else None
        self._planned_words.setVisible(planned is not None)
        self._to_meeting.setVisible(planned is not None)
        if planned is not None:
            words = self.tr("Står på dagordningen {meeting}.")
            self._planned_words.setText(words.format(meeting=place_words(planned, self._now())))

    def _show_places(self, places: Sequence[NoticePlace], row: NoticeRow, *, anew: bool) -> None:
        chosen = None if anew else self._chosen
        self._places = tuple(places)
        self._meeting.clear()
        self._meeting.addItems([place_words(place, self._now()) for place in self._places])
        wanted = chosen or row.place or row.next_forum
        keys = [place.meeting_id for place in self._places]
        if wanted is not None and wanted.meeting_id in keys:
            self._meeting.setCurrentIndex(keys.index(wanted.meeting_id))
        self._no_meeting.setVisible(not self._places)
        self._meeting_row.setVisible(bool(self._places))
        self._take_up.setVisible(bool(self._places))
        self._show_way()

    def _show_way(self) -> None:
        """A meeting that is to come takes the notice up; one that has been has announced it."""
        place, row = self._chosen, self._row
        if place is None or row is None:
            return
        coming = place.day >= self._now() and not self._has_been(place)
        self._take_up.setText(self.tr("Ta upp på mötet") if coming else self.tr("Markera som meddelad på mötet"))
        there = row.state is NoticeState.PLANNED and row.place is not None and row.place.meeting_id == place.meeting_id
        self._take_up.setEnabled(not (coming and there))

    def _has_been(self, place: NoticePlace) -> bool:
        row = self._row
        return (
            row is not None
            and row.state is NoticeState.PASSED
            and row.place is not None
            and row.place.meeting_id == place.meeting_id
        )

    @property
    def _chosen(self) -> NoticePlace | None:
        index = self._meeting.currentIndex()
        return self._places[index] if 0 <= index < len(self._places) else None

    def _passed_part(self) -> QWidget:
        part, column = _part("noticePassed")
        self._question = Text("", "body", wrap=True)
        self._question.setObjectName("noticeQuestion")
        yes = PrimaryButton(self.tr("Ja, markera som meddelad"))
        yes.setObjectName("noticeWasTakenUp")
        yes.clicked.connect(self._was_taken_up)
        column.addWidget(self._question)
        column.addWidget(yes, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _web_part(self) -> QWidget:
        part, column = _part("noticeWeb")
        self._day = DayField(self._now)
        self._day.setObjectName("noticeDay")
        self._day_row = FormRow(self.tr("Meddelad på Kundwebben den"), self._day)
        self._day.problem_changed.connect(self._day_row.set_problem)
        self._reference = QLineEdit()
        self._reference.setObjectName("noticeReference")
        self._reference.setMaxLength(_LONGEST_REFERENCE)
        told = SecondaryButton(self.tr("Markera som meddelad på Kundwebben"))
        told.setObjectName("noticeToldOnWeb")
        told.clicked.connect(self._told_on_web)
        self._by_hand = Text(
            self.tr("Lägg in ändringen på Kundwebben och anteckna det här."),
            "note",
            wrap=True,
        )
        self._by_hand.setObjectName("noticeByHand")
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self._ways.addWidget(told, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._day_row)
        column.addWidget(warns_of_numbers(FormRow(self.tr("Kvittens eller ärendenummer"), self._reference)))
        column.addLayout(self._ways)
        column.addWidget(self._by_hand)
        return part

    def _forum_part(self) -> QWidget:
        part, column = _part("noticeForum")
        self._planned_words = Text("", "body", wrap=True)
        self._planned_words.setObjectName("noticePlanned")
        self._to_meeting = QuietButton(self.tr("Visa mötet"))
        self._to_meeting.setObjectName("noticeToMeeting")
        self._to_meeting.clicked.connect(self._open_meeting)
        self._meeting = QComboBox()
        self._meeting.setObjectName("noticeMeeting")
        self._meeting.setMinimumContentsLength(18)
        self._meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._meeting.currentIndexChanged.connect(self._show_way)
        self._meeting_row = FormRow(self.tr("På möte"), self._meeting)
        self._take_up = SecondaryButton("")
        self._take_up.setObjectName("noticeTakeUp")
        self._take_up.clicked.connect(self._take_up_there)
        self._no_meeting = Text(self.tr("Inget möte finns att ta upp ändringen på."), "muted", wrap=True)
        self._no_meeting.setObjectName("noticeNoMeeting")
        planned = QHBoxLayout()
        planned.addWidget(self._planned_words, 1)
        planned.addWidget(self._to_meeting, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(planned)
        column.addWidget(self._meeting_row)
        column.addWidget(self._take_up, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._no_meeting)
        return part

    def _done_part(self) -> QWidget:
        part, column = _part("noticeDone")
        self._told = Text("", "body", wrap=True)
        self._told.setObjectName("noticeTold")
        self._receipt = Text("", "muted", wrap=True)
        self._receipt.setObjectName("noticeReceipt")
        again = SecondaryButton(self.tr("Öppna anmälan igen"))
        again.setObjectName("noticeReopen")
        again.clicked.connect(self.reopened)
        column.addWidget(self._told)
        column.addWidget(self._receipt)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _was_taken_up(self) -> None:
        if self._row is not None and self._row.place is not None:
            self._announce_at(self._row.place)

    def _take_up_there(self) -> None:
        place = self._chosen
        if place is None:
            return
        if place.day >= self._now() and not self._has_been(place):
            self.planned.emit(place.meeting_id)
        else:
            self._announce_at(place)

    def _announce_at(self, place: NoticePlace) -> None:
        self.announced.emit(Announcement(NoticeChannel.FORUM, place.day, "", place.meeting_id))

    def _told_on_web(self) -> None:
        self._day.finish()
        if not self._day.is_readable:
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._day.day is None:
            self._day_row.set_problem(self.tr("Skriv dagen då det meddelades."))
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.announced.emit(Announcement(NoticeChannel.CUSTOMER_WEB, self._day.day, self._reference.text()))

    def _open_meeting(self) -> None:
        if self._row is not None and self._row.place is not None:
            self.meeting_opened.emit(self._row.place.meeting_id)


def _part(name: str) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    part.setObjectName(name)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return part, column

"""One notice: what it says, how SSC is told, and what has come of it (R18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.contacts.contact_notice import NoticePlace
from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.contacts.change.announcing import Announcement, Announcing
from desktop.views.contacts.change.notice_text import NoticeText
from desktop.views.contacts.change.words import notice_state
from desktop.views.contacts.room import RoomView
from desktop.views.parts.action_menu import MenuButton
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.contacts.contact_notice import NoticeRow
    from desktop.domain.meetings.meeting import MeetingRow
    from desktop.errors import AppError
    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"contact_notice", "contact", "meeting", "agenda"})
_PAST_MEETINGS = 6


class NoticeRoom(RoomView):
    """Shows a notice.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        meeting_opened: The key of a meeting that the user wants to see.
        announcing: How SSC is told; a way to send the notice is added there.
    """

    meeting_opened = Signal(object)

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.head.set_title(self.tr("Ändrad kontaktperson"))
        self.setObjectName("noticeRoom")
        self._subject: UUID | None = None
        self._chip = StateChip("")
        self._chip.setObjectName("noticeState")
        self.head.set_badge(self._chip)
        self._text = NoticeText()
        self._text.edited.connect(self._edit)
        self._text.copied.connect(self._tell_copied)
        self.announcing = Announcing(desk.now)
        self.announcing.announced.connect(self._announce)
        self.announcing.planned.connect(self._plan)
        self.announcing.reopened.connect(self._reopen)
        self.announcing.meeting_opened.connect(self.meeting_opened)
        self._add_actions()
        inside = ScrolledColumn()
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._text, 3)
        beside.addWidget(self.announcing, 2)
        inside.column.insertLayout(0, beside, 1)
        self._content = VerticalScroll(inside)
        self._content.hide()
        self.body.addWidget(self._content, 1)

    def enter(self, subject: UUID | None) -> None:
        """Show the notice with this key."""
        self._subject = subject
        if subject is not None:
            self.desk.read("notice", lambda: self._read(subject), lambda found: self._show(*found), self._gone)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the notice again if the news concern it."""
        if kinds & _CONCERNED:
            self.enter(self._subject)

    def flush(self) -> None:
        """Store what is being typed."""
        self._text.flush()

    def _add_actions(self) -> None:
        mail = SecondaryButton(self.tr("E-postutkast till SSC"))
        mail.setObjectName("noticeMail")
        mail.clicked.connect(self._hand_out_mail)
        pdf = SecondaryButton(self.tr("Visa som PDF"))
        pdf.setObjectName("noticePdf")
        pdf.clicked.connect(self._hand_out_document)
        self._more = MenuButton(self.tr("Mer"), "noticeMore")
        self._more.actions_menu.offer(self.tr("Ta bort anmälan"), "noticeRemove", self._remove)
        for button in (self._more, mail, pdf):
            self.head.add_action(button)

    def _read(self, notice_id: UUID) -> tuple[NoticeRow, tuple[MeetingRow, ...]]:
        services = self.desk.services
        return services.contact_notices.get(notice_id), services.meetings.rows()

    def _show(self, row: NoticeRow, meetings: tuple[MeetingRow, ...]) -> None:
        if row.notice.id != self._subject:
            return
        self.head.set_subtitle(self.tr("Gäller från {day}").format(day=in_prose(row.notice.effective_on)))
        self._chip.set_state(*notice_state(row, self.desk.now()))
        self._text.show_notice(row.notice)
        self.announcing.show_notice(row, self._places(meetings))
        self._more.setVisible(row.notice.is_open)
        self._content.show()

    def _places(self, meetings: tuple[MeetingRow, ...]) -> list[NoticePlace]:
        """The meetings to choose among: those to come, and the latest that have been."""
        today = self.desk.now()
        held = [one for one in meetings if one.state is not MeetingState.CANCELLED and not one.is_council]
        coming = sorted((one for one in held if one.day >= today), key=lambda one: one.starts_at)
        past = sorted((one for one in held if one.day < today), key=lambda one: one.starts_at, reverse=True)
        return [NoticePlace(one.id, one.title, one.day) for one in (*coming, *past[:_PAST_MEETINGS])]

    def _gone(self, error: AppError) -> None:
        """Go back from a notice that is not in the register any more."""
        self._subject = None
        self._content.hide()
        self.desk.message.emit(str(error), "danger", False)
        self.closed.emit()

    def _edit(self, notice_id: UUID, fields: dict[str, str], group: UUID) -> None:
        notices = self.desk.services.contact_notices
        self.desk.write(lambda: notices.change(notice_id, group=group, **fields))

    def _announce(self, told: Announcement) -> None:
        key = self._subject
        if key is None:
            return
        self.flush()
        notices = self.desk.services.contact_notices
        self._do(
            lambda: notices.announce(key, told.channel, told.day, told.reference, told.meeting_id),
            self.tr("Ändringen är meddelad {day}.").format(day=in_prose(told.day)),
        )

    def _plan(self, meeting_id: UUID) -> None:
        key = self._subject
        if key is not None:
            self.flush()
            notices = self.desk.services.contact_notices
            self._do(lambda: notices.plan(key, meeting_id), self.tr("Ändringen står på mötets dagordning."))

    def _reopen(self) -> None:
        key = self._subject
        if key is not None:
            notices = self.desk.services.contact_notices
            self._do(lambda: notices.reopen(key), self.tr("Anmälan är öppen igen."))

    def _remove(self) -> None:
        key = self._subject
        if key is None:
            return
        self.flush()
        notices = self.desk.services.contact_notices

        def removed(place: NoticePlace | None) -> None:
            self._subject = None
            words = self.tr("Anmälan är borttagen.")
            if place is not None:
                left = self.tr("Punkten står kvar på dagordningen för {meeting} {day}.")
                words = f"{words} {left.format(meeting=place.title, day=in_prose(place.day))}"
            self.desk.message.emit(words, "good", True)
            self.closed.emit()

        self.desk.write(lambda: notices.remove(key), removed)

    def _do(self, work: Callable[[], None], sentence: str) -> None:
        self.desk.write(work, lambda _: self.desk.message.emit(sentence, "good", True))

    def _tell_copied(self) -> None:
        self.desk.message.emit(self.tr("Texten är kopierad."), "good", False)

    def _hand_out_mail(self) -> None:
        self._hand_out(self.desk.services.contact_notices.mail)

    def _hand_out_document(self) -> None:
        self._hand_out(self.desk.services.contact_notices.document)

    def _hand_out(self, make: Callable[[UUID], object]) -> None:
        key = self._subject
        if key is not None:
            self.flush()
            self.handed_out.emit(lambda: make(key))

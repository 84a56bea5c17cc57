"""The change of contact as one flow: who leaves, who comes, from when, and all that follows (R15, R18, R32)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.contacts.contact import Assignment
from desktop.domain.contacts.contact_matrix import vacancy_key
from desktop.domain.contacts.notice_texts import role_text
from desktop.domain.dates import in_prose
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.views.contacts.change.follow_list import FollowList
from desktop.views.contacts.change.who import Who
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_change import ChangeRequest
    from desktop.domain.contacts.contact_matrix import Gap
    from desktop.services.contacts.contact_changes import ChangeDone, ChangePreview
    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"contact", "meeting", "action", "agenda", "agreement"})


class ChangeRoom(RoomView):
    """Prepares a change of contact on one page, and carries it out in one act.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("changeRoom")
        self.head.set_title(self.tr("Byt kontaktperson"))
        self._begun: list[tuple[UUID | None, Gap | None]] = []
        self._vacancy: Gap | None = None
        self._areas: dict[UUID, str] = {}
        self._ticks: dict[str, bool] = {}
        self._who = Who(desk)
        self._who.changed.connect(self._look)
        self._who.person_opened.connect(self._show_person)
        self._follows = FollowList()
        self._follows.ticked.connect(self._tick)
        self._follows.evidence_changed.connect(self._look)
        self._do = PrimaryButton(self.tr("Genomför bytet"))
        self._do.setObjectName("changeDo")
        self._do.clicked.connect(self._carry_out)
        self.head.add_action(self._do)
        inside = ScrolledColumn(16)
        inside.column.insertWidget(0, self._who)
        self._empty = EmptyState(
            self.tr("Ingen är vald än"),
            self.tr("När du har valt vem som lämnar eller kommer visas vad som följer med och vad som meddelas."),
            icon_name="contacts",
        )
        self._empty.setObjectName("changeEmpty")
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._follows, 1)
        beside.addWidget(self._told_part(), 1)
        inside.column.insertLayout(1, beside)
        inside.column.insertWidget(2, self._empty)
        self.body.addWidget(VerticalScroll(inside), 1)
        self._order = ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:
        """Prepare a change with this person leaving; what is being prepared for the same person stays."""
        vacancy, self._vacancy = self._vacancy, None
        if vacancy is None and self._begun and self._begun[0][0] == subject:
            vacancy = self._begun[0][1]
        self._read(subject, vacancy)

    def fill(self, vacancy: Gap) -> None:
        """Let the change that is entered next be about this vacant role (R15)."""
        self._vacancy = vacancy

    def refresh(self, kinds: frozenset[str]) -> None:
        """Look again at what follows if the news concern it."""
        if kinds & _CONCERNED and self._begun:
            self._read(*self._begun[0])

    def _read(self, subject: UUID | None, vacancy: Gap | None) -> None:
        services = self.desk.services

        def read() -> tuple[tuple[Contact, ...], dict[UUID, str]]:
            return services.contacts.all(), {area.id: area.name for area in services.agreements.areas()}

        self.desk.read("change people", read, lambda found: self._offer(*found, subject, vacancy))

    def _told_part(self) -> QWidget:
        card = Card(padding=16)
        card.setObjectName("changeTold")
        self._told_head = SectionHeading(self.tr("Det här meddelas Statens servicecenter"))
        self._told_title = Text("", wrap=True)
        self._told_title.setObjectName("changeToldTitle")
        self._told_body = Text("", "muted", wrap=True)
        self._told_body.setObjectName("changeToldBody")
        for part in (self._told_head, self._told_title, self._told_body):
            card.body.addWidget(part)
        card.body.addStretch(1)
        return card

    def _show_person(self, contact_id: UUID) -> None:
        self.left_for.emit(Way(Room.PERSON, contact_id))

    def _offer(
        self, people: tuple[Contact, ...], areas: dict[UUID, str], subject: UUID | None, vacancy: Gap | None
    ) -> None:
        self._areas = areas
        self._who.offer(people)
        begins = self._begun != [(subject, vacancy)]
        if begins:
            self._begun = [(subject, vacancy)]
            self._ticks = {vacancy_key(vacancy.level, vacancy.function, vacancy.area_id): True} if vacancy else {}
            self._follows.begin()
            self._who.begin(subject, self.desk.now(), vacancy.party if vacancy else Party.AGENCY)
        self._look()
        if begins and vacancy is not None:
            self._who.focus_successor()

    def _tick(self, key: str, ticked: bool) -> None:
        self._ticks[key] = ticked
        self._look()

    def _look(self) -> None:
        """Ask what the change would do as it is written now."""
        self._who.tell_last_day()
        asked = self._who.request()
        for part in (self._follows, self._told_head.parentWidget()):
            if part is not None:
                part.setVisible(asked is not None)
        self._empty.setVisible(asked is None)
        self._do.setEnabled(asked is not None)
        if asked is None:
            self.head.set_subtitle(self._what_to_choose())
            return
        self.head.set_subtitle(self.tr("Allt görs på en gång och kan ångras på en gång."))
        self.desk.read("change", lambda: self._preview(asked), self._show)

    def _what_to_choose(self) -> str:
        vacancy = self._begun[0][1] if self._begun else None
        if vacancy is None:
            return self.tr("Välj vem som lämnar, vem som kommer eller båda.")
        role = Assignment(
            id=new_id(),
            contact_id=new_id(),
            level=vacancy.level,
            function=vacancy.function,
            area_id=vacancy.area_id,
        )
        words = role_text(role, self._areas)
        return self.tr("{role} är vakant. Välj vem som kommer.").format(role=words[:1].upper() + words[1:])

    def _preview(self, asked: ChangeRequest) -> ChangePreview:
        """What the change would do, with what was ticked by hand."""
        changes, ticks = self.desk.services.contact_changes, dict(self._ticks)
        asked = replace(asked, evidence=self._follows.evidence)
        first = changes.preview(asked)
        if not ticks:
            return first
        chosen = frozenset(one.key for one in first.follows if ticks.get(one.key, one.chosen))
        return changes.preview(replace(asked, chosen=chosen))

    def _show(self, preview: ChangePreview) -> None:
        self._follows.show_preview(preview, self.desk.now())
        text = preview.text
        self._told_title.setText(text.title if text else "")
        self._told_title.setVisible(text is not None)
        self._told_body.setText(text.body if text else self._nothing_told(preview))
        self._do.setEnabled(bool(preview.chosen))

    def _nothing_told(self, preview: ChangePreview) -> str:
        side = next((one.party for one in (preview.leaver, preview.successor) if one), Party.AGENCY)
        if side is Party.SSC:
            return self.tr("Inget. Bytet gäller deras egen kontaktperson och antecknas bara här.")
        return self.tr("Inget, eftersom inget uppdrag och ingen rätt att beställa ändras.")

    def _carry_out(self) -> None:
        asked = self._who.request() if self._who.finish() else None
        if asked is None:
            return
        changes, group = self.desk.services.contact_changes, new_id()
        evidence, ticks = self._follows.evidence, dict(self._ticks)

        def work() -> ChangeDone:
            found = changes.preview(asked).follows
            chosen = frozenset(one.key for one in found if ticks.get(one.key, one.chosen))
            return changes.apply(replace(asked, chosen=chosen, evidence=evidence), group=group)

        self.desk.write(work, lambda done: self._done(asked, done, group))

    def _done(self, asked: ChangeRequest, done: ChangeDone, group: UUID) -> None:
        self._who.remember(group)
        self._begun = []
        words = self.tr("Bytet är gjort från {day}.").format(day=in_prose(asked.day))
        self.desk.message.emit(words, "good", True)
        self.closed.emit()
        person = done.successor_id or asked.leaver_id
        self.left_for.emit(Way(Room.NOTICE, done.notice_id) if done.notice_id else Way(Room.PERSON, person))

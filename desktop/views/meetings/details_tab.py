"""The tab of the meeting's own data: each field saves itself, and says beside it what cannot be saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.agreement import REGISTRY_NUMBER_LENGTH
from desktop.domain.dates import SWEDEN, clock, parse_day, today
from desktop.domain.forum import forums_on
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import Meeting, SecrecyMarking
from desktop.views.meetings.times import read_times
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_off import day_off_words
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.marks import forum_word
from desktop.views.parts.text import Text
from desktop.views.series.words import belongs_words
from desktop.views.wording import side_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from desktop.domain.agreement import Agreement, ServiceArea
    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import MeetingFile
    from desktop.views.meetings.desk import Desk

_PARTIES = (Party.SSC, Party.AGENCY)
_TIMES = ("day", "starts", "ends")
_SECRECY = ("provision", "marked_on", "authority")


class DetailsTab(QWidget):
    """Shows and changes title, forum, time, place, registry numbers and secrecy marking (R37).

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        changed: The ``Meeting`` as it is now, for whatever else shows it.
        removal_asked: The meeting is to be removed.
    """

    changed = Signal(object)
    removal_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsTab")
        self._desk = desk
        self._meeting: Meeting | None = None
        self._agreement: Agreement | None = None
        self._rows: dict[str, FormRow] = {}
        self._autosaves: dict[str, Autosave] = {}
        self._areas: list[UUID | None] = [None]
        self._forums: list[Forum] = []
        self._forum = QComboBox()
        self._area = QComboBox()
        self._sides = {name: QComboBox() for name in ("convener", "notes_by")}
        self._belongs = Text("", "muted", wrap=True)
        self._belongs.setObjectName("meetingSeries")
        self._belongs.setContentsMargins(0, 0, 0, 6)
        self._lay_out()
        self._forum.activated.connect(self._choose_forum)
        self._area.activated.connect(self._choose_area)
        for name, combo in self._sides.items():
            combo.addItems([side_word(party) for party in _PARTIES])
            combo.activated.connect(partial(self._choose_side, name))

    def show_meeting(self, file: MeetingFile, areas: Sequence[ServiceArea], agreement: Agreement | None = None) -> None:
        """Show a meeting; news about the one already shown leave unsaved typing alone."""
        meeting = file.meeting
        other = self._meeting is None or self._meeting.id != meeting.id
        if other:
            self.flush()
        belongs = belongs_words(meeting, file.series_title)
        self._belongs.setText(f"{belongs}." if belongs else "")
        self._belongs.setVisible(bool(belongs))
        self._meeting = meeting
        self._agreement = agreement
        self._show_forums(meeting)
        self._show_areas(areas, meeting.area_id)
        for name, combo in self._sides.items():
            combo.setCurrentIndex(_PARTIES.index(getattr(meeting, name)))
        for name, text in _texts(meeting).items():
            if other:
                self._rows[name].set_problem("")
                self._autosaves[name].bind((meeting.id, name), text, self._saver(name))
            else:
                self._autosaves[name].offer(text)

    def focus_day(self) -> None:
        """Go to the day, where the meeting is moved."""
        day = self._rows["day"].field
        day.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(day, QLineEdit):
            day.selectAll()

    def flush(self) -> None:
        """Save what is typed and can be saved."""
        for autosave in self._autosaves.values():
            autosave.flush()

    def leave(self) -> None:
        """Save, and show no meeting any more; what could not be saved returns with its meeting."""
        for autosave in self._autosaves.values():
            autosave.release()
        self._meeting = None

    def _lay_out(self) -> None:
        card = Card(padding=16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        secrecy = self.tr("Fyll i bara om mötets handlingar kan innehålla uppgifter som omfattas av sekretess.")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._row("title", self.tr("Rubrik")), 0, 0, 1, 2, top)
        grid.addWidget(_combo_row(self.tr("Forum"), self._forum, "meetingForum"), 0, 2, top)
        grid.addWidget(_combo_row(self.tr("Tjänsteområde"), self._area, "meetingArea"), 0, 3, top)
        grid.addWidget(self._row("day", self.tr("Datum"), self.tr("1/12, tis eller +2v")), 1, 0, top)
        grid.addWidget(self._row("starts", self.tr("Börjar"), self.tr("13.00")), 1, 1, top)
        grid.addWidget(self._row("ends", self.tr("Slutar"), self.tr("14.30")), 1, 2, top)
        grid.addWidget(self._row("place", self.tr("Plats")), 1, 3, top)
        convener, notes_by = self._sides.values()
        grid.addWidget(_combo_row(self.tr("Kallas av"), convener, "meetingConvener"), 2, 0, top)
        grid.addWidget(_combo_row(self.tr("Anteckningar skrivs av"), notes_by, "meetingNotesBy"), 2, 1, top)
        grid.addWidget(self._row("own_registry_number", self.tr("Vårt diarienummer")), 2, 2, top)
        grid.addWidget(self._row("ssc_registry_number", self.tr("SSC:s diarienummer")), 2, 3, top)
        grid.addWidget(SectionHeading(self.tr("Sekretessmarkering")), 3, 0, 1, 4)
        grid.addWidget(Text(secrecy, "muted", wrap=True), 4, 0, 1, 4)
        provision = self._row("provision", self.tr("Bestämmelse"), self.tr("Till exempel 18 kap. 8 § OSL"))
        grid.addWidget(provision, 5, 0, 1, 2, top)
        grid.addWidget(self._row("marked_on", self.tr("Markerad den")), 5, 2, top)
        grid.addWidget(self._row("authority", self.tr("Myndighet")), 5, 3, top)
        card.body.addWidget(self._belongs)
        card.body.addLayout(grid)
        removal = QuietButton(self.tr("Ta bort mötet"), "trash")
        removal.setObjectName("meetingRemove")
        removal.clicked.connect(self.removal_asked)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addWidget(removal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("detailsScroll")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it scrolls takes the focus
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _row(self, name: str, label: str, hint: str = "") -> FormRow:
        """A field that saves itself."""
        field = QLineEdit()
        field.setObjectName(f"meeting-{name}")
        field.setPlaceholderText(hint)
        if name == "day":
            field.textChanged.connect(self._remark_on_day)
        self._rows[name] = FormRow(label, field)
        self._autosaves[name] = Autosave(field, on_pause=name not in {*_TIMES, *_SECRECY})
        return self._rows[name]

    def _show_areas(self, areas: Sequence[ServiceArea], chosen: UUID | None) -> None:
        self._areas = [None, *(area.id for area in areas)]
        names = [self.tr("Alla"), *(area.name for area in areas)]
        if [self._area.itemText(place) for place in range(self._area.count())] != names:
            self._area.clear()
            self._area.addItems(names)
        self._area.setCurrentIndex(self._areas.index(chosen) if chosen in self._areas else 0)

    def _show_forums(self, meeting: Meeting) -> None:
        """Offer the forums that can meet on the meeting's day (R1, R3)."""
        forums = list(forums_on(meeting.day, self._agreement))
        if forums != self._forums:
            self._forums = forums
            self._forum.clear()
            self._forum.addItems([forum_word(forum) for forum in forums])
        self._forum.setCurrentIndex(forums.index(meeting.forum_under(self._agreement)))

    def _choose_forum(self, place: int) -> None:
        forum = self._forums[place]
        if self._meeting is not None and forum is not self._meeting.forum_under(self._agreement):
            self._change({"level": forum.level, "is_council": forum.is_council}, new_id())

    def _choose_side(self, name: str, place: int) -> None:
        """Let a party convene, or write the notes, for this meeting (R5)."""
        self._change({name: _PARTIES[place]}, new_id())

    def _remark_on_day(self, typed: str) -> None:
        """Say beside the day that agencies do not work then."""
        self._rows["day"].set_remark(day_off_words(typed, today()))

    def _choose_area(self, place: int) -> None:
        self._change({"area_id": self._areas[place]}, new_id())

    def _saver(self, name: str) -> Callable[[str, UUID], bool]:
        if name in _TIMES:
            return lambda _text, group: self._save_times(name, group)
        if name in _SECRECY:
            return lambda _text, group: self._save_secrecy(group)
        return lambda text, group: self._save_text(name, text.strip(), group)

    def _save_text(self, name: str, text: str, group: UUID) -> bool:
        problem = ""
        if name == "title" and not text:
            problem = self.tr("Mötet behöver en rubrik.")
        elif name.endswith("registry_number") and len(text) > REGISTRY_NUMBER_LENGTH:
            problem = self.tr("Ett diarienummer har högst {count} tecken.").format(count=REGISTRY_NUMBER_LENGTH)
        return self._settle([name], {name: problem}, {name: text}, group)

    def _save_times(self, name: str, group: UUID) -> bool:
        if self._meeting is None:
            return False
        day, starts, ends = (self._autosaves[each].text for each in _TIMES)
        span, problems = read_times(day, starts, ends, today())
        if span is None:
            if problems.keys() == {"ends"} and name == "starts":
                problems["starts"] = problems.pop("ends")
            return self._settle(_TIMES, problems, {}, group)
        return self._settle(_TIMES, {}, {"starts_at": span[0], "ends_at": span[1]}, group)

    def _save_secrecy(self, group: UUID) -> bool:
        provision, marked, authority = (self._autosaves[each].text.strip() for each in _SECRECY)
        if not (provision or marked or authority):
            return self._settle(_SECRECY, {}, {"secrecy": None}, group)
        problems: dict[str, str] = {}
        if not provision:
            problems["provision"] = self.tr("Skriv vilken bestämmelse det gäller.")
        if not authority:
            problems["authority"] = self.tr("Skriv vilken myndighet som markerar.")
        try:
            day = parse_day(marked, today()) if marked else None
        except ValueError as error:
            day, problems["marked_on"] = None, str(error)
        if not marked:
            problems["marked_on"] = self.tr("Skriv när uppgifterna markerades.")
        if problems or day is None:
            return self._settle(_SECRECY, problems, {}, group)
        marking = SecrecyMarking(provision=provision, marked_on=day, authority=authority)
        return self._settle(_SECRECY, {}, {"secrecy": marking}, group)

    def _settle(self, names: Sequence[str], problems: Mapping[str, str], fields: dict[str, Any], group: UUID) -> bool:
        """Show what is wrong beside the fields; store the content if nothing is. Whether it was taken."""
        for name in names:
            self._rows[name].set_problem(problems.get(name, ""))
        if any(problems.values()):
            return False
        self._change(fields, group)
        return True

    def _change(self, fields: dict[str, Any], group: UUID) -> None:
        meeting = self._meeting
        if meeting is None or all(getattr(meeting, name) == value for name, value in fields.items()):
            return
        self._meeting = replace(meeting, **fields)
        meetings = self._desk.services.meetings
        self._desk.write(lambda: meetings.change(meeting.id, group=group, **fields))
        self._show_forums(self._meeting)
        self.changed.emit(self._meeting)


def _combo_row(label: str, combo: QComboBox, name: str) -> FormRow:
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return FormRow(label, combo)


def _texts(meeting: Meeting) -> dict[str, str]:
    """What stands in each field."""
    secrecy = meeting.secrecy
    return {
        "title": meeting.title,
        "day": meeting.starts_at.astimezone(SWEDEN).date().isoformat(),
        "starts": clock(meeting.starts_at),
        "ends": clock(meeting.ends_at),
        "place": meeting.place,
        "own_registry_number": meeting.own_registry_number,
        "ssc_registry_number": meeting.ssc_registry_number,
        "provision": secrecy.provision if secrecy else "",
        "marked_on": secrecy.marked_on.isoformat() if secrecy else "",
        "authority": secrecy.authority if secrecy else "",
    }

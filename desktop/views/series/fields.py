"""The fields of a series: what is agreed on its meetings (R4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from desktop.domain.dates import parse_clock, parse_day
from desktop.domain.forum import Forum, forum_of, forums_on
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.series_rules import LONGEST_INTERVAL
from desktop.domain.vocabulary import MEETING
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.marks import forum_word
from desktop.views.series.words import day_words
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.agreement import Agreement, ServiceArea
    from desktop.domain.meetings.template import Template

FieldT = TypeVar("FieldT", bound=QWidget)
_PARTIES = (Party.SSC, Party.AGENCY)
_TEXTS = ("title", "starts_on", "ends_on", "starts", "ends", "place", "reason", "agreed_on", "review_on")
_DAYS = ("starts_on", "ends_on", "agreed_on", "review_on")
_COLUMNS = 12
_INSET = 4
_TOP = Qt.AlignmentFlag.AlignTop


class SeriesFields(QWidget):
    """Asks for forum, frequency, times, who does what, and why the frequency was agreed.

    Args:
        clock: Says what day it is, for dates that are relative.
        parent: The owning widget.

    Attributes:
        changed: Something has been typed or chosen.
    """

    changed = Signal()

    def __init__(self, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = clock
        self._kept: Series | None = None
        self._agreement: Agreement | None = None
        self._forums: tuple[Forum, ...] = ()
        self._areas: list[UUID | None] = [None]
        self._rows: dict[str, FormRow] = {}
        self._texts = {name: _named(QLineEdit(), name) for name in _TEXTS}
        self._every = _named(QSpinBox(), "every")
        self._every.setRange(1, LONGEST_INTERVAL)
        self._every.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self._templates: list[UUID | None] = [None]
        names = ("forum", "area", "unit", "by_weekday", "template", "convener", "notes_by")
        self._combos = {name: _named(QComboBox(), name) for name in names}
        self._fill_combos()
        self._lay_out()
        self._connect()

    @property
    def forum(self) -> Forum:
        """The forum that is chosen."""
        return self._forums[max(0, self._combos["forum"].currentIndex())]

    def offer_templates(self, templates: Sequence[Template]) -> None:
        """Offer our own templates for the agendas beside the one that comes with the program for the forum."""
        own = [template for template in templates if not template.is_shipped]
        chosen = self._templates[max(0, self._combos["template"].currentIndex())]
        self._templates = [None, *(template.id for template in own)]
        combo = self._combos["template"]
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems([self.tr("Forumets mall"), *(template.name for template in own)])
            combo.setCurrentIndex(self._templates.index(chosen) if chosen in self._templates else 0)

    def show_series(self, series: Series | None, agreement: Agreement | None, forum: Forum | None = None) -> None:
        """Show a series to change, or empty fields for a new one.

        Args:
            series: The series; None for a new one.
            agreement: Its decisions on the levels tell which forums there are (R1), and it has the service areas.
            forum: The one that a new series is for, if known.
        """
        self._kept, self._agreement, self._forums = series, agreement, ()
        shown = series or _new_series(self._today())
        for name, text in _texts(shown, is_new=series is None).items():
            with QSignalBlocker(self._texts[name]):
                self._texts[name].setText(text)
                self._texts[name].setCursorPosition(0)
        self._show_areas(agreement.areas if agreement else (), shown.area_id)
        self._combos["unit"].setCurrentIndex(list(SeriesUnit).index(shown.unit))
        self._combos["by_weekday"].setCurrentIndex(0 if shown.by_weekday else 1)
        self._every.setValue(shown.every)
        known = shown.template_id in self._templates
        self._combos["template"].setCurrentIndex(self._templates.index(shown.template_id) if known else 0)
        for name in ("convener", "notes_by"):
            self._combos[name].setCurrentIndex(_PARTIES.index(getattr(shown, name)))
        wanted = forum_of(shown.level, shown.is_council, shown.starts_on, agreement) if series else forum
        self._offer_forums(wanted or Forum.TACTICAL)
        self.show_problems({})
        self._follow()

    def read(self) -> tuple[Series | None, dict[str, str]]:
        """The series as it is typed, and a sentence for each field that cannot be used.

        Without a first day there is no series; other fields that cannot be used stand in it as if they were empty.
        """
        problems: dict[str, str] = {}
        days = {name: self._day(name, problems) for name in _DAYS}
        begins, length = self._hours(problems)
        texts = {name: " ".join(self._texts[name].text().split()) for name in ("title", "place", "reason")}
        if not texts["title"]:
            problems["title"] = self.tr("Serien behöver en rubrik.")
        first = days["starts_on"]
        if first is None:
            problems.setdefault("starts_on", self.tr("Skriv första dagen."))
            return None, problems
        if days["ends_on"] and days["ends_on"] < first:
            problems["ends_on"] = self.tr("Serien slutar innan den börjar.")
        series = Series(
            id=self._kept.id if self._kept else new_id(),
            level=self.forum.level,
            is_council=self.forum.is_council,
            area_id=self._areas[max(0, self._combos["area"].currentIndex())],
            unit=list(SeriesUnit)[self._combos["unit"].currentIndex()],
            every=self._every.value(),
            by_weekday=self._combos["by_weekday"].currentIndex() == 0,
            starts_on=first,
            ends_on=days["ends_on"],
            agreed_on=days["agreed_on"],
            review_on=days["review_on"],
            starts_minute=begins,
            minutes=length,
            convener=_PARTIES[self._combos["convener"].currentIndex()],
            notes_by=_PARTIES[self._combos["notes_by"].currentIndex()],
            template_id=self._templates[max(0, self._combos["template"].currentIndex())],
            **texts,
        )
        return series, problems

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say below each field what is wrong with it; the first of them gets the focus."""
        for name, row in self._rows.items():
            row.set_problem(problems.get(name, ""))
        wrong = [name for name in self._rows if name in problems]
        if wrong:
            self._rows[wrong[0]].field.setFocus()

    def begin(self) -> None:
        """Go to the first field."""
        self._combos["forum"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_combos(self) -> None:
        self._combos["unit"].addItems([self.tr("veckor"), self.tr("månader")])
        self._combos["by_weekday"].addItems(["", ""])
        self._combos["template"].addItem(self.tr("Forumets mall"))
        for name in ("convener", "notes_by"):
            self._combos[name].addItems([party_word(party) for party in _PARTIES])
        for combo in self._combos.values():
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        texts, combos = self._texts, self._combos
        places: tuple[tuple[str, str, QWidget, tuple[int, int, int, int]], ...] = (
            ("forum", self.tr("Forum"), combos["forum"], (0, 0, 1, 6)),
            ("area", self.tr("Tjänsteområde"), combos["area"], (0, 6, 1, 6)),
            ("title", self.tr("Mötets rubrik"), texts["title"], (1, 0, 1, 7)),
            ("template", self.tr("Dagordning"), combos["template"], (1, 7, 1, 5)),
            ("starts_on", self.tr("Första dagen"), texts["starts_on"], (2, 0, 1, 6)),
            ("ends_on", self.tr("Sista dagen"), texts["ends_on"], (2, 6, 1, 6)),
            ("every", self.tr("Intervall"), self._every, (3, 0, 1, 3)),
            ("unit", self.tr("Enhet"), combos["unit"], (3, 3, 1, 4)),
            ("by_weekday", self.tr("På"), combos["by_weekday"], (3, 7, 1, 5)),
            ("starts", self.tr("Börjar"), texts["starts"], (4, 0, 1, 3)),
            ("ends", self.tr("Slutar"), texts["ends"], (4, 3, 1, 3)),
            ("place", self.tr("Plats"), texts["place"], (4, 6, 1, 6)),
            ("convener", self.tr("Kallar"), combos["convener"], (5, 0, 1, 6)),
            ("notes_by", self.tr("Skriver anteckningar"), combos["notes_by"], (5, 6, 1, 6)),
            ("reason", self.tr("Skäl till frekvensen"), texts["reason"], (7, 0, 1, 12)),
            ("agreed_on", self.tr("Överenskommen den"), texts["agreed_on"], (8, 0, 1, 6)),
            ("review_on", self.tr("Ses över den"), texts["review_on"], (8, 6, 1, 6)),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        for name, label, field, place in places:
            self._rows[name] = FormRow(label, field)
            grid.addWidget(self._rows[name], *place, _TOP)
        grid.addWidget(SectionHeading(self.tr("Anpassas i dialog")), 6, 0, 1, _COLUMNS)
        texts["starts_on"].setPlaceholderText(self.tr("1/12, tis eller +2v"))
        texts["ends_on"].setPlaceholderText(self.tr("Tills vidare"))
        texts["reason"].setPlaceholderText(self.tr("Varför parterna har kommit överens om den"))
        texts["agreed_on"].setPlaceholderText(self.tr("åååå-mm-dd"))
        texts["review_on"].setPlaceholderText(self.tr("Till exempel +6m"))

    def _connect(self) -> None:
        for field in self._texts.values():
            field.textChanged.connect(self._follow)
        for name in _DAYS:
            self._texts[name].editingFinished.connect(lambda name=name: self._write_out(name))
        for combo in self._combos.values():
            combo.currentIndexChanged.connect(self._follow)
        self._combos["forum"].currentIndexChanged.connect(self._propose_title)
        self._every.valueChanged.connect(self._follow)

    def _follow(self) -> None:
        """Let what can be chosen follow the first day, and tell that something changed."""
        self._offer_forums(self.forum if self._forums else Forum.TACTICAL)
        monthly = self._combos["unit"].currentIndex() == list(SeriesUnit).index(SeriesUnit.MONTH)
        self._rows["by_weekday"].setEnabled(monthly)
        self._name_days()
        self.changed.emit()

    def _name_days(self) -> None:
        """Call the two ways of counting months by the day that is typed: "första tisdagen" or "den 1:a"."""
        first = self._day("starts_on", {})
        ways = (self.tr("samma veckodag"), self.tr("samma datum"))
        if first is not None:
            draft = _new_series(first)
            ways = (day_words(draft), day_words(replace(draft, by_weekday=False)))
        for place, words in enumerate(ways):
            self._combos["by_weekday"].setItemText(place, words)

    def _offer_forums(self, wanted: Forum) -> None:
        """The forums of the first day, of today while none can be read; what was chosen stays if it can (R1)."""
        forums = forums_on(self._day("starts_on", {}) or self._today(), self._agreement)
        if forums == self._forums:
            return
        self._forums = forums
        combo = self._combos["forum"]
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems([forum_word(forum) for forum in forums])
            combo.setCurrentIndex(next(place for place, forum in enumerate(forums) if forum.shares_with(wanted)))
        self._propose_title()

    def _propose_title(self) -> None:
        title = self._texts["title"]
        if not title.text().strip() or title.text() in MEETING.values():
            title.setText(MEETING[self.forum])

    def _show_areas(self, areas: Sequence[ServiceArea], chosen: UUID | None) -> None:
        self._areas = [None, *(area.id for area in areas)]
        combo = self._combos["area"]
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems([self.tr("Alla"), *(area.name for area in areas)])
            combo.setCurrentIndex(self._areas.index(chosen) if chosen in self._areas else 0)

    def _write_out(self, name: str) -> None:
        """Show a date that was typed in a short way as dates stand in tables."""
        problems: dict[str, str] = {}
        day = self._day(name, problems)
        self._rows[name].set_problem(problems.get(name, ""))
        if day is not None:
            self._texts[name].setText(day.isoformat())

    def _day(self, name: str, problems: dict[str, str]) -> date | None:
        text = self._texts[name].text().strip()
        try:
            return parse_day(text, self._today()) if text else None
        except ValueError as error:
            problems[name] = str(error)
            return None

    def _hours(self, problems: dict[str, str]) -> tuple[int, int]:
        """When the meetings begin, in minutes after midnight, and how long they are."""
        minutes = {"starts": 0, "ends": 0}
        for name in minutes:
            try:
                hour, minute = parse_clock(self._texts[name].text())
            except ValueError as error:
                problems[name] = str(error)
            else:
                minutes[name] = 60 * hour + minute
        length = minutes["ends"] - minutes["starts"]
        if length <= 0 and not problems.keys() & {"starts", "ends"}:
            problems["ends"] = self.tr("Mötet slutar innan det börjar.")
        return minutes["starts"], max(length, 0)


def _new_series(day: date) -> Series:
    """What a new series begins with: every third month, an hour and a half after lunch."""
    return Series(id=new_id(), title="", level=Forum.TACTICAL.level, starts_on=day, every=3, starts_minute=13 * 60)


def _texts(series: Series, *, is_new: bool) -> dict[str, str]:
    """What stands in each field; a new series has no first day yet."""
    days = {name: getattr(series, name) for name in _DAYS}
    if is_new:
        days["starts_on"] = None
    begins, ends = (
        divmod(minute % 1440, 60) for minute in (series.starts_minute, series.starts_minute + series.minutes)
    )
    return {
        **{name: getattr(series, name) for name in ("title", "place", "reason")},
        **{name: day.isoformat() if day else "" for name, day in days.items()},
        "starts": "{}.{:02}".format(*begins),
        "ends": "{}.{:02}".format(*ends),
    }


def _named(field: FieldT, name: str) -> FieldT:
    field.setObjectName(f"series-{name}")
    return field

"""The particulars of a deficiency: the promise, the cost and its split, and whether it is repeated (R22, R23)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.domain.matters.deficiency import hours_words, parse_hours, parse_percent, shares
from desktop.domain.money import Money
from desktop.views.history_words import field_word
from desktop.views.matters.particulars.fields import TextRow, abreast
from desktop.views.matters.particulars.parsed_field import ParsedField
from desktop.views.matters.particulars.repeated import Repeated
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.matters.deficiency import Deficiency
    from desktop.domain.matters.matter import Matter
    from desktop.views.matters.desk import MatterDesk
    from desktop.views.matters.matter_tabs import OpenMatter

_TEXTS = ("promise", "cost_basis")


class DeficiencySection(QWidget):
    """Reads and keeps what a deficiency has beside its matter.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        source_opened: The deficiencies behind a repetition are to be shown (``Source``).
    """

    source_opened = Signal(object)

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deficiencySection")
        self._desk = desk
        self._matter: Matter | None = None
        self._fields: dict[str, ParsedField] = {}
        self._texts = {name: TextRow(name) for name in _TEXTS}
        self._party = QComboBox()
        self._party.setObjectName("failing_party")
        self._party.addItem(self.tr("Inte avgjort"), "")
        for party in Party:
            self._party.addItem(party_word(party), party.value)
        self._party.activated.connect(self._give_party)
        self._repeated = Repeated()
        self._repeated.source_opened.connect(self.source_opened)
        self._start = Text("", "muted", wrap=True)
        self._start.setObjectName("costStart")
        self._shares = {name: self._shares_text(name) for name in ("proposed", "agreed")}
        self._build()

    def show_matter(self, opened: OpenMatter) -> None:
        """Read the particulars of a matter, and show them."""
        matter, services, day = opened.matter, self._desk.services, self._desk.today()
        self._matter = matter

        def read() -> tuple[Deficiency, tuple[Matter, ...]]:
            return services.deficiencies.of(matter.id), services.matters.in_repetition(matter.area_id, day)

        def arrived(found: tuple[Deficiency, tuple[Matter, ...]]) -> None:
            if self._matter is not None and self._matter.id == matter.id:
                self._show(found[0], matter)
                self._repeated.show_group(matter, found[1], opened.area_name)

        self._desk.read("deficiency", read, arrived)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for field in self._fields.values():
            field.finish()
        for row in self._texts.values():
            row.saving.flush()

    def leave(self) -> None:
        """Save, and belong to no matter."""
        self.flush()
        for row in self._texts.values():
            row.leave()
        self._matter = None

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._repeated)
        column.addWidget(SectionHeading(self.tr("Bristen")))
        party = FormRow(field_word("failing_party"), self._party)
        column.addLayout(abreast((self._row("type", str, str), party)))
        column.addWidget(self._texts["promise"])
        column.addWidget(SectionHeading(self.tr("Kostnad och fördelning")))
        cost = self._row("cost", Money.parse, str, self.tr("Kostnad i kronor"))
        work = self._row("minutes", parse_hours, hours_words, self.tr("Extra arbete i timmar"))
        proposed = self._row("proposed_ssc_percent", parse_percent, _percent_words)
        agreed = self._row("agreed_ssc_percent", parse_percent, _percent_words)
        column.addLayout(abreast((cost, work, proposed, agreed)))
        for widget in (*self._shares.values(), self._start, self._texts["cost_basis"]):
            column.addWidget(widget)

    def _show(self, deficiency: Deficiency, matter: Matter) -> None:
        for name, field in self._fields.items():
            value = matter.cost if name == "cost" else getattr(deficiency, name)
            if not (field.hasFocus() and field.isModified()):
                field.set_value(None if value == "" else value)
        for name, row in self._texts.items():
            row.show_text(matter.id, getattr(deficiency, name), self._save_text(matter.id, name))
        party = deficiency.failing_party
        self._party.setCurrentIndex(self._party.findData(party.value if party else ""))
        self._tell_shares("proposed", self.tr("Vårt förslag"), matter.cost, deficiency.proposed_ssc_percent)
        self._tell_shares("agreed", self.tr("Överenskommet"), matter.cost, deficiency.agreed_ssc_percent)
        self._start.setText(self._start_words(party))

    def _start_words(self, party: Party | None) -> str:
        start = self.tr("Utgångspunkten är att den part som har brustit i sina åtaganden bär kostnaden (avsnitt 3.4).")
        if party is None:
            return start
        named = self.tr("oss") if party is Party.AGENCY else self.tr("Statens servicecenter")
        said = self.tr("Här är det {party}. Fördelningen avgörs i samverkan.").format(party=named)
        return f"{start} {said}"

    def _tell_shares(self, name: str, label: str, cost: Money | None, percent: int | None) -> None:
        known = cost is not None and percent is not None
        self._shares[name].setVisible(known)
        if cost is not None and percent is not None:
            ours, theirs = shares(cost, percent)
            words = self.tr("{label}: vi bär {ours} och Statens servicecenter {theirs}.")
            self._shares[name].setText(words.format(label=label, ours=ours, theirs=theirs))

    def _shares_text(self, name: str) -> Text:
        made = Text("", wrap=True)
        made.setObjectName(f"{name}Shares")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _row(self, name: str, parse: Callable[[str], Any], words: Callable[[Any], str], label: str = "") -> FormRow:
        field = ParsedField(parse, words)
        field.setObjectName(f"deficiency_{name}")
        row = FormRow(label or field_word(name), field)
        field.problem_changed.connect(row.set_problem)

        def give(value: object) -> None:
            self._change({name: "" if value is None and name == "type" else value})

        field.value_changed.connect(give)
        self._fields[name] = field
        return row

    def _give_party(self) -> None:
        chosen = self._party.currentData()
        self._change({"failing_party": Party(chosen) if chosen else None})

    def _save_text(self, key: UUID, name: str) -> Callable[[str, UUID], bool]:
        deficiencies = self._desk.services.deficiencies

        def save(text: str, group: UUID) -> bool:
            self._desk.write(lambda: deficiencies.change(key, group=group, **{name: text}))
            return True

        return save

    def _change(self, fields: dict[str, Any]) -> None:
        matter, deficiencies = self._matter, self._desk.services.deficiencies
        if matter is not None:
            key = matter.id
            self._desk.write(lambda: deficiencies.change(key, **fields))


def _percent_words(percent: int) -> str:
    return f"{percent}\u00a0%"

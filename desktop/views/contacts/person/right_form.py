"""The form of a right to order: area, kind, time, limit and evidence (R32)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.views.contacts.person.entry_form import EntryForm
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.wording import order_kind_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import AuthorisedOrderer
    from desktop.views.contacts.person.file import Around

_KINDS = (None, *OrderKind)


class RightForm(EntryForm):
    """Writes a right to order; the limit is typed as ``86 000``.

    Args:
        now: Says what day it is.
        parent: The owning widget.
    """

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("right", now, parent)
        self._kind = QComboBox()
        self._kind.setObjectName("rightKind")
        self._kind.addItems([self.tr("Alla slag"), *(order_kind_word(kind) for kind in OrderKind)])
        self._limit = QLineEdit()
        self._limit.setObjectName("rightLimit")
        self._limit.setPlaceholderText(self.tr("Ingen gräns"))
        self._limit.editingFinished.connect(self._read_limit)
        self._limit_row = FormRow(self.tr("Högsta belopp, kronor"), self._limit)
        self._evidence = QLineEdit()
        self._evidence.setObjectName("rightEvidence")
        self._evidence.setPlaceholderText(self.tr("Till exempel beslut och diarienummer"))
        evidence = warns_of_numbers(FormRow(self.tr("Underlag"), self._evidence))
        kind = FormRow(self.tr("Slag av beställning"), self._kind)
        self.lay_out([(self.area_row(), kind), self.period_rows(), (self._limit_row, evidence)])

    def show_right(self, right: AuthorisedOrderer, around: Around) -> None:
        """Show a right to be changed, or one that is being added."""
        self.show_areas(around.areas, right.area_id)
        self._kind.setCurrentIndex(_KINDS.index(right.kind))
        self.starts.set_day(right.starts_on)
        self.ends.set_day(right.ends_on)
        self._limit.setText(str(right.limit) if right.limit is not None else "")
        self._limit_row.set_problem("")
        self._evidence.setText(right.evidence)

    def written(self, right: AuthorisedOrderer) -> AuthorisedOrderer:
        """The right as it stands in the form.

        Raises:
            ValueError: The limit is no amount; the sentence says why.
        """
        typed = self._limit.text().strip()
        return replace(
            right,
            area_id=self.area_id,
            kind=_KINDS[self._kind.currentIndex()],
            starts_on=self.starts.day,
            ends_on=self.ends.day,
            limit=Money.parse(typed) if typed else None,
            evidence=self._evidence.text(),
        )

    def _read_limit(self) -> None:
        """Show an amount as amounts are written, or say that it is none."""
        typed = self._limit.text().strip()
        try:
            self._limit.setText(str(Money.parse(typed)) if typed else "")
        except ValueError as error:
            self._limit_row.set_problem(str(error))
        else:
            self._limit_row.set_problem("")

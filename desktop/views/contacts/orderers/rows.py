"""The table of rights to order: what each allows, until when, and where it is in its time (R32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from desktop.domain.contacts.orderer_rights import RightState
from desktop.domain.dates import in_prose
from desktop.views.contacts.words import area_words, right_state_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.wording import order_kind_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.services.contacts.roster_checks import HeldRight
    from desktop.views.contacts.words import AreaNames
    from desktop.views.parts.badge import Tone

    Index = QModelIndex | QPersistentModelIndex

_STATE = 6
_TOP, _LEFT = 6, 8
_TONES: dict[RightState, Tone] = {
    RightState.VALID: "good",
    RightState.COMING: "neutral",
    RightState.ENDED: "neutral",
}


class RightsTable(RowsTable):
    """Shows rights to order, with their state as a chip.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rights = RowsModel(_columns())
        super().__init__(QCoreApplication.translate("Contacts", "Behöriga beställare"), self._rights, parent)
        self._states = _StateCells(self)
        self.setItemDelegateForColumn(_STATE, self._states)

    def show_rights(self, rights: Sequence[HeldRight], areas: AreaNames, day: date) -> None:
        """Show these rights."""
        self._states.tones = [_tone(held) for held in rights]
        self._rights.show_rows([_row(held, areas, day) for held in rights])
        self.viewport().update()


class _StateCells(QStyledItemDelegate):
    """Paints the state as a word on a soft ground."""

    def __init__(self, view: RowsTable) -> None:
        super().__init__(view)
        self.tones: list[Tone] = []
        self._chip = StateChip("", parent=view)
        self._chip.hide()
        self._pictures: dict[tuple[str, Tone, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the chip of one right."""
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        rect = QRect(option.rect)
        painter.drawPixmap(rect.left() + _LEFT, rect.top() + _TOP, self._picture(str(index.data()), index.row()))
        painter.restore()

    def _picture(self, words: str, row: int) -> QPixmap:
        key = (words, self.tones[row], QApplication.palette().cacheKey(), self._chip.devicePixelRatioF())
        if key not in self._pictures:
            self._chip.set_state(words, self.tones[row])
            self._pictures[key] = picture_of(self._chip)
        return self._pictures[key]


def _columns() -> tuple[TextColumn, ...]:
    return (
        TextColumn(QCoreApplication.translate("Contacts", "Person"), 90),
        TextColumn(QCoreApplication.translate("Contacts", "Område"), 78),
        TextColumn(QCoreApplication.translate("Contacts", "Typ"), 106),
        TextColumn(QCoreApplication.translate("Contacts", "Gäller"), 108),
        TextColumn(QCoreApplication.translate("Contacts", "Högsta belopp")),
        TextColumn(QCoreApplication.translate("Contacts", "Underlag"), 132),
        TextColumn(QCoreApplication.translate("Contacts", "Läge")),
    )


def _row(held: HeldRight, areas: AreaNames, day: date) -> TextRow:
    right = held.right
    every = QCoreApplication.translate("Contacts", "Alla")
    unlimited = QCoreApplication.translate("Contacts", "Ingen gräns")
    return TextRow(
        right.id,
        (
            held.contact.name,
            area_words(right.area_id, areas) if right.area_id else every,
            order_kind_word(right.kind) if right.kind else every,
            time_words(right.starts_on, right.ends_on),
            str(right.limit) if right.limit is not None else unlimited,
            right.evidence or "–",
            right_state_words(held.state, held.days_left(day)),
        ),
    )


def time_words(starts_on: date | None, ends_on: date | None) -> str:
    """From when to when a right holds, in dates as tables have them (R40)."""
    if starts_on and ends_on:
        return f"{starts_on}\u00a0– {ends_on}"
    if starts_on:
        return QCoreApplication.translate("Contacts", "Från {day}").format(day=starts_on)
    if ends_on:
        return QCoreApplication.translate("Contacts", "Till {day}").format(day=ends_on)
    return QCoreApplication.translate("Contacts", "Tills vidare")


def warning_words(held: HeldRight, day: date) -> str:
    """Why a right needs attention: it runs out, or has, and nothing follows it."""
    name, last = held.contact.name, in_prose(held.right.ends_on or day)
    if held.state is RightState.ENDED:
        words = QCoreApplication.translate(
            "Contacts", "Rätten att beställa för {name} gällde till och med {day}. Ingen ny har tagit vid."
        )
        return words.format(name=name, day=last)
    left = held.days_left(day) or 0
    if left == 0:
        words = QCoreApplication.translate("Contacts", "Rätten att beställa för {name} går ut i dag, {day}.")
    elif left == 1:
        words = QCoreApplication.translate("Contacts", "Rätten att beställa för {name} går ut i morgon, {day}.")
    else:
        words = QCoreApplication.translate("Contacts", "Rätten att beställa för {name} går ut {day}, om {left} dagar.")
    return words.format(name=name, day=last, left=left)


def _tone(held: HeldRight) -> Tone:
    return "warning" if held.needs_attention else _TONES.get(held.state, "good")

"""How the columns of the agenda share the width: each takes what its words need, the title has the rest."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.domain.meetings.agenda import ItemKind, Presenter, PresenterRole
from desktop.views.meetings.agenda_delegate import NUMBER_LEFT, PADDING
from desktop.views.meetings.agenda_model import AgendaModel, Column
from desktop.views.parts.wrapped import small
from desktop.views.wording import item_kind_word, presenter_word

_ROOM_FOR_TITLE = 240
"""A title with less room than this, in pixels, gets the room of the chips, which then stand below the titles."""

_LEAST_TITLE = 120
_WIDEST_PRESENTER = 116
_WIDEST_WORD = 170
_WIDEST_CHIP = 150
_MOST_KNOWN = 2000
_SPACE = 2 * PADDING + 3  # and a little, or a text as wide as its column would break


def column_widths(agenda: AgendaModel, font: QFont, room: int) -> list[int]:
    """The widths of the columns in pixels; that of the chips is 0 if the titles need their room."""
    body, note = QFontMetrics(font), QFontMetrics(small(font))
    advance = _Advances.of(small(font))
    heading = [note.horizontalAdvance(_heading(agenda, column)) + 4 for column in Column]
    kinds = max(body.horizontalAdvance(item_kind_word(kind)) for kind in ItemKind)
    minutes = max([body.horizontalAdvance(text) for text in agenda.minutes()], default=0)
    chips = [advance(text) + 16 for text in agenda.sources()]
    widths = [
        NUMBER_LEFT + body.horizontalAdvance("88") + PADDING,
        0,
        max(kinds, heading[Column.KIND]) + _SPACE,
        max(_presenter_width(agenda, body), heading[Column.PRESENTER]) + _SPACE,
        max(minutes, heading[Column.MINUTES]) + _SPACE,
        min(max([*chips, heading[Column.SOURCE]]) + _SPACE, _WIDEST_CHIP),
    ]
    if room - sum(widths) < _ROOM_FOR_TITLE:
        widths[Column.SOURCE] = 0
    widths[Column.TITLE] = max(room - sum(widths), _LEAST_TITLE)
    return widths


class _Advances:
    """The widths of labels in one font, each measured once: an agenda is measured at every change of any item."""

    _known: ClassVar[dict[str, "_Advances"]] = {}

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}

    @classmethod
    def of(cls, font: QFont) -> "_Advances":
        """Those of a font."""
        return cls._known.setdefault(font.key(), cls(font))

    def __call__(self, text: str) -> int:
        """The width of a text, in pixels."""
        if text not in self._widths:
            if len(self._widths) > _MOST_KNOWN:
                self._widths.clear()
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]


def _presenter_width(agenda: AgendaModel, metrics: QFontMetrics) -> int:
    """Room for the roles; names go on over several lines, but are broken between words only."""
    names = agenda.presenters()
    words = [metrics.horizontalAdvance(word) for name in names for word in name.replace("-", "- ").split()]
    whole = [metrics.horizontalAdvance(name) for name in (*names, presenter_word(Presenter(PresenterRole.CHAIR)))]
    return max(min(max(whole), _WIDEST_PRESENTER), min(max(words, default=0), _WIDEST_WORD))


def _heading(agenda: AgendaModel, column: Column) -> str:
    return str(agenda.headerData(column, Qt.Orientation.Horizontal))

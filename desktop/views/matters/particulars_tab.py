"""What only the kind of a matter has: the answers of an incident, the cost of a deficiency (R21, R22, R24)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.matters.matter import MatterKind
from desktop.views.matters.particulars.deficiency_section import DeficiencySection
from desktop.views.matters.particulars.incident_section import IncidentSection
from desktop.views.parts.scroll import VerticalScroll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.views.matters.desk import MatterDesk
    from desktop.views.matters.matter_tabs import OpenMatter


class Section(Protocol):
    """The particulars of one kind; a widget."""

    def show_matter(self, opened: OpenMatter) -> None:
        """Show the particulars of a matter."""
        ...

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        ...

    def leave(self) -> None:
        """Save, and belong to no matter."""
        ...


SECTIONS: Mapping[MatterKind, Callable[[MatterDesk], Section]] = {
    MatterKind.DEFICIENCY: DeficiencySection,
    MatterKind.INCIDENT: IncidentSection,
}
"""The section of each kind; a kind without one has no particulars, and its matters no such tab."""


class ParticularsTab(VerticalScroll):
    """The section of the matter's kind; each is built when the first matter of its kind is looked at.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        source_opened: Something else in the register is to be shown (``Source``).
    """

    source_opened = Signal(object)

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, parent)
        self.setObjectName("particularsScroll")
        self._desk = desk
        self._sections: dict[MatterKind, Section] = {}
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 4, 16, 16)
        self._column.addStretch(1)

    def show_matter(self, opened: OpenMatter) -> None:
        """Show the particulars of a matter; a kind that has none shows nothing."""
        kind = opened.matter.kind
        if kind in SECTIONS and kind not in self._sections:
            made = self._sections[kind] = SECTIONS[kind](self._desk)
            self._column.insertWidget(0, cast("QWidget", made))
            if isinstance(made, DeficiencySection):
                made.source_opened.connect(self.source_opened)
        for each, section in self._sections.items():
            cast("QWidget", section).setVisible(each is kind)
        if kind in self._sections:
            self._sections[kind].show_matter(opened)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for section in self._sections.values():
            section.flush()

    def leave(self) -> None:
        """Save, and belong to no matter."""
        for section in self._sections.values():
            section.leave()

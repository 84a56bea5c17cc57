"""The tabs of one matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.views.parts.record_tabs import Part as RecordPart
from desktop.views.parts.record_tabs import RecordTabs

if TYPE_CHECKING:
    from desktop.domain.matters.matter import Matter


class Tab(StrEnum):
    """The parts of a matter, in the order of their tabs."""

    OVERVIEW = "overview"
    TIMELINE = "timeline"
    PARTICULARS = "particulars"
    MEASURES = "measures"
    LINKS = "links"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """What is on screen of one matter; a tab reads what else it needs when it is looked at."""

    matter: Matter
    area_name: str = ""


Part: TypeAlias = RecordPart[Tab, OpenMatter]
MatterTabs: TypeAlias = RecordTabs[Tab, OpenMatter]

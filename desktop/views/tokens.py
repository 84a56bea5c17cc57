"""The colours and sizes of the program, named by use: one set for light, one for dark, one made from a palette."""

from typing import NamedTuple

from PySide6.QtGui import QPalette

from desktop.domain.forum import Forum


class Tokens(NamedTuple):
    """Colours as ``#rrggbb``, named by what they are for.

    Text pairs keep a contrast of 4.5:1 and marks 3:1 in every set (WCAG 2.2, 1.4.3 and 1.4.11).
    """

    background: str
    surface: str
    line: str
    field_line: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    operational: str
    tactical: str
    strategic: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str
    neutral_soft: str
    private_soft: str

    def forum(self, forum: Forum) -> str:
        """The colour of a forum's mark: that of its level; the tactical one where two levels share it."""
        return {
            Forum.OPERATIONAL: self.operational,
            Forum.TACTICAL: self.tactical,
            Forum.COMBINED: self.tactical,
            Forum.STRATEGIC: self.strategic,
            Forum.COUNCIL: self.accent,
        }[forum]


LIGHT = Tokens(
    background="#f6f7f9",
    surface="#ffffff",
    line="#dfe3e8",
    field_line="#7d8896",
    ink="#1b2430",
    muted="#5b6675",
    accent="#0b5c73",
    accent_soft="#e2f0f4",
    on_accent="#ffffff",
    operational="#1f7a4d",
    tactical="#1d5fa8",
    strategic="#7a3e9d",
    warning="#9a5b00",
    warning_soft="#fdf0d9",
    danger="#b3261e",
    danger_soft="#fce8e6",
    good="#1f7a4d",
    good_soft="#e3f3ea",
    neutral_soft="#f1f3f6",
    private_soft="#fbf6ea",
)

DARK = Tokens(
    background="#15191f",
    surface="#1d232b",
    line="#323b46",
    field_line="#6f7c8c",
    ink="#e8ecf1",
    muted="#a4afbd",
    accent="#6cc3dc",
    accent_soft="#16323b",
    on_accent="#0d1a20",
    operational="#6fcf9f",
    tactical="#86b6f2",
    strategic="#c99be6",
    warning="#f0b95a",
    warning_soft="#3a2d14",
    danger="#f2857e",
    danger_soft="#3d2022",
    good="#6fcf9f",
    good_soft="#17352a",
    neutral_soft="#2a323c",
    private_soft="#2a2620",
)


def high_contrast(palette: QPalette) -> Tokens:
    """The tokens for a system that asks for high contrast: only its own colours, and hairlines as strong as text."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    base = palette.color(QPalette.ColorRole.Base).name()
    ink = palette.color(QPalette.ColorRole.WindowText).name()
    return Tokens(
        background=ground,
        surface=base,
        line=ink,
        field_line=ink,
        ink=ink,
        muted=ink,
        accent=ink,
        accent_soft=base,
        on_accent=ground,
        operational=ink,
        tactical=ink,
        strategic=ink,
        warning=ink,
        warning_soft=base,
        danger=ink,
        danger_soft=base,
        good=ink,
        good_soft=base,
        neutral_soft=base,
        private_soft=base,
    )

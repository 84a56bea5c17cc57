"""Long addresses are broken where one reads them apart."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop.views.parts.wrapped import Wrapped, breakable


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("asa.angstrom@myndigheten.example", ["asa.", "angstrom", "@myndigheten.", "example"]),
        ("kort@ssc.example", ["kort@ssc.example"]),
        ("Maria Wennerström-Ängelholm", ["Maria Wennerström-Ängelholm"]),
        ("Ett vanligt stycke med ord, punkter. Och mera.", ["Ett vanligt stycke med ord, punkter. Och mera."]),
    ],
)
def test_a_long_address_may_be_broken_between_its_parts(text: str, parts: list[str]) -> None:
    assert breakable(text).split("\u200b") == parts


def test_no_part_of_an_address_is_cut_where_the_whole_part_fits(qtbot: QtBot) -> None:
    font = QFont()
    whole = Wrapped("anna.andersson@exempelmyndigheten.example", font, 10_000).size
    part = Wrapped("@exempelmyndigheten.", font, 10_000).size
    broken = Wrapped("anna.andersson@exempelmyndigheten.example", font, part.width() + 1).size
    assert broken.height() >= 2 * whole.height()
    assert broken.width() <= part.width() + 1

"""What tests of the views share: an application dressed by the theme, undressed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.views.theme import Theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one warning pass: the off-screen platform has no window manager and says so again and again."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def theme(qapp: QApplication, qtbot: QtBot) -> Iterator[Theme]:
    """The theme, light whatever the machine says."""
    font = qapp.font()
    dressed = Theme(qapp)
    dressed.changed.connect(lambda: qapp.setStyleSheet(dressed.style_sheet()))  # parts are shown without a window
    dressed.use("light")
    yield dressed
    delete(dressed)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(font)

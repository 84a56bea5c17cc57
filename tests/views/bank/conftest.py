"""The panel is tested on a real register."""

from tests.views.registers import database, desk, tasks

__all__ = ["database", "desk", "tasks"]

"""A program of its own that takes notes until it is killed: ``python -m … FOLDER`` with a register in the folder.

It types two texts, the second one when the first is stored, and prints for each how many seconds passed from the last
key to the commit. It is to be killed; should nobody do that, it gives up after a while.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.assembly import services_of
from desktop.models.database import Database, News
from desktop.tasks import Tasks
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.meetings.notes.notes_tab import NotesTab
from desktop.views.meetings.page import MeetingsPage
from tests.views.meetings.conftest import type_text
from tests.views.registers import KEY

_PATIENCE = 30_000
TEXTS = ["Per redogör för läget. ", "Myndigheten återkommer."]


def main() -> None:
    app = QApplication([])
    database = Database.open(Path(sys.argv[1]) / "register.db", KEY, "provaren")
    services = services_of(database)
    tasks = Tasks()
    page = MeetingsPage(tasks, services)
    left, typed = list(TEXTS), [0.0]

    def type_next() -> None:
        type_text(page.view.notes.view.field, left.pop(0))
        typed[0] = time.monotonic()

    def hear(news: News) -> None:
        if news.act.verb == "note.write":
            print(f"{time.monotonic() - typed[0]:.3f}", flush=True)  # noqa: T201
            if left:
                tasks.post(type_next)
        tasks.post(lambda: page.refresh(news.kinds))

    def begin() -> None:
        tab = page.findChild(NotesTab)
        if tab is None or tab.view.field.isReadOnly():
            tasks.run(lambda: None, page, lambda _none: begin())
        else:
            type_next()

    database.on_news(hear)
    page.resize(1085, 730)
    page.show()
    page.open_meeting(services.meetings.rows()[0].id)
    page.view.show_tab(Tab.NOTES)
    begin()
    QTimer.singleShot(_PATIENCE, app.quit)
    app.exec()
    tasks.close()


if __name__ == "__main__":
    main()

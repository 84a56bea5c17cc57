"""How long the GUI thread works when an item is added to a meeting of 300 items and 60 participants. Goal: 16 ms.

Run it with ``python -m tests.bench.bench_meeting``. The item is typed in the last row of the agenda, on the real page
with a real register behind it. Counted is the processor time of the GUI thread from Enter until everything is on
screen and at rest: storing, the news, reading anew, layout and paint. The same is told for a line captured among the
notes.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.assembly import Services, services_of
from desktop.domain.dates import now
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, Source, SourceKind
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.meeting import ParticipantRecord
from desktop.services.sample import fill
from desktop.tasks import Tasks
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.meetings.page import MeetingsPage
from desktop.views.theme import Theme

ITEMS, PARTICIPANTS = 300, 60
GOAL_MS = 16
ROUNDS = 25
_WARM_UP = 3


class Screen:
    """The page of a large meeting on screen, and the time its thread takes for something."""

    def __init__(self, app: QApplication, database: Database) -> None:
        self._tasks = Tasks()
        services = services_of(database)
        self.theme = Theme(app)
        self.theme.use("light")
        window = QWidget()
        self.theme.dress(window)
        self.page = MeetingsPage(self._tasks, services, parent=window)
        window.resize(1085, 730)
        self.page.resize(1085, 730)
        window.show()
        self._window = window
        database.on_news(lambda news: self._tasks.post(lambda: self.page.refresh(news.kinds)))
        self.page.open_meeting(_large_meeting(database, services))
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way, asleep meanwhile."""
        loop = QEventLoop()
        quiet = [0]

        def look() -> None:
            busy = any(self._tasks._under_way.values()) or not self._tasks._deliveries.empty()
            quiet[0] = 0 if busy else quiet[0] + 1
            if quiet[0] > 2:
                loop.quit()

        ticking = QTimer(interval=20)
        ticking.timeout.connect(look)
        ticking.start()
        loop.exec()

    def milliseconds(self, act: Callable[[], object]) -> float:
        """What the GUI thread works for an act and everything that follows from it."""
        began = time.thread_time()
        act()
        self.rest()
        return (time.thread_time() - began) * 1000

    def close(self) -> None:
        self._window.close()
        self._tasks.close()


def main() -> None:
    """Print the medians and their ratios to the bound."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "register.db", bytes(32), "bench")
        fill(database)
        screen = Screen(app, database)
        addition = screen.page.findChild(QLineEdit, "agendaAddition")
        assert addition is not None

        def add() -> None:
            addition.setText("En punkt till på dagordningen")
            QTest.keyClick(addition, Qt.Key.Key_Return)

        _tell("adding an item", screen, add)
        screen.page.view.show_tab(Tab.NOTES)
        screen.rest()
        field = screen.page.view.notes.view.field

        def capture() -> None:
            field.insertPlainText("B Vi gör så")
            QTest.keyClick(field, Qt.Key.Key_Return)

        _tell("capturing a line", screen, capture)
        screen.close()
        database.close()


def _tell(what: str, screen: Screen, act: Callable[[], object]) -> None:
    idle = statistics.median(screen.milliseconds(lambda: None) for _ in range(5))
    taken = [screen.milliseconds(act) for _ in range(ROUNDS + _WARM_UP)][_WARM_UP:]
    median = statistics.median(taken)
    print(  # noqa: T201
        f"{what} at {ITEMS} items and {PARTICIPANTS} participants: {median:.1f} ms of the GUI thread "
        f"(waiting alone {idle:.1f}), ratio {median / GOAL_MS:.2f} to {GOAL_MS} ms (goal 1)"
    )


def _large_meeting(database: Database, services: Services) -> UUID:
    starts = now() + timedelta(days=30)
    meeting = Meeting(
        id=new_id(),
        title="Stort samverkansmöte",
        level=Level.TACTICAL,
        starts_at=starts,
        ends_at=starts + timedelta(hours=8),
    )
    services.meetings.create(meeting)
    with database.writing(Act("bench.fill")) as session:
        session.add_all(_item(meeting.id, place) for place in range(ITEMS))
        session.add_all(
            ParticipantRecord.of(
                Participant(id=new_id(), meeting_id=meeting.id, name=f"Deltagare Nummer{place}", party=Party.SSC)
            )
            for place in range(PARTICIPANTS)
        )
    return meeting.id


def _item(meeting_id: UUID, place: int) -> AgendaItemRecord:
    return AgendaItemRecord.of(
        AgendaItem(
            id=new_id(),
            meeting_id=meeting_id,
            position=place,
            title=f"Punkt {place} om rättelser av tillägg för obekväm arbetstid i lönesystemet",
            kind=list(ItemKind)[place % 3],
            minutes=5 + place % 20,
            source=Source(SourceKind.RECEIVED, None, f"Kallelsen, punkt {place}"),
        )
    )


if __name__ == "__main__":
    main()

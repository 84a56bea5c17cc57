"""How long the GUI thread works for a key pressed in the filter of a list of 20 000 contacts. Goal: 50 ms.

Run it with ``python -m tests.bench.bench_contacts``. Words are typed letter by letter and taken away again, on the real
overview with a real register behind it. Counted is the processor time of the GUI thread from the key until the table
is painted and at rest. The bound that is told beside it is the bare search of the same texts for the same words.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.assembly import services_of
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.swedish_order import folded
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.database import Database
from desktop.services.sample import fill
from desktop.tasks import Tasks
from desktop.views.contacts.day_bar import Look
from desktop.views.contacts.overview import Overview
from desktop.views.contacts.page import ContactsPage
from desktop.views.theme import Theme

CONTACTS = 20_000
GOAL_MS = 50
_WORDS = ("ångström operativ", "lindqvist", "026-12 34", "handläggare ekonomi", "zzz")
_GIVEN = ("Anna", "Ali", "Åsa", "Björn", "Örjan", "Nguyễn", "Karin", "Per", "Zoë", "Anna-Lena")
_FAMILY = ("Andersson", "Ångström", "Öberg", "Lindqvist", "von Knorring", "Ärlig", "O'Brien", "Holmér-Sjö", "Ek")
_TITLES = ("Lönehandläggare", "Ekonomihandläggare", "Enhetschef ekonomi", "Gruppledare", "Avdelningschef")


class Screen:
    """The overview on screen, and the time its thread takes for a key."""

    def __init__(self, app: QApplication, database: Database) -> None:
        self._tasks = Tasks()
        self.theme = Theme(app)
        self.theme.use("light")
        self._window = QWidget()
        self.theme.dress(self._window)
        self._window.resize(1085, 730)
        page = ContactsPage(self._tasks, services_of(database), parent=self._window)
        page.resize(1085, 730)
        self._window.show()
        self._rest(40)
        found = page.findChild(Overview)
        assert found is not None
        self.overview = found
        self.overview.show_look(Look.LIST)
        self.overview.list.filters.words.setFocus()
        self._rest(40)

    def milliseconds(self, key: str) -> float:
        """What the GUI thread works for a key, or for taking a letter away, and everything that follows from it."""
        field = self.overview.list.filters.words
        began = time.thread_time()
        if key:
            field.insert(key)  # QTest types no å, ä and ö
        else:
            QTest.keyClick(field, Qt.Key.Key_Backspace)
        self._rest(4)
        return (time.thread_time() - began) * 1000

    def close(self) -> None:
        self._window.close()
        self._tasks.close()

    def _rest(self, least: int) -> None:
        """Wait until nothing is under way, asleep meanwhile."""
        loop, quiet = QEventLoop(), [0]

        def look() -> None:
            busy = any(self._tasks._under_way.values()) or not self._tasks._deliveries.empty()
            quiet[0] = 0 if busy else quiet[0] + 1
            if quiet[0] > least:
                loop.quit()

        ticking = QTimer(interval=10)
        ticking.timeout.connect(look)
        ticking.start()
        loop.exec()


def main() -> None:
    """Print the median and the longest, their ratio to the goal, and the bound."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "register.db", bytes(32), "bench")
        fill(database)
        _many_contacts(database)
        screen = Screen(app, database)
        keys = [key for word in _WORDS for key in (*word, *([""] * len(word)))]
        taken = [screen.milliseconds(key) for key in keys]
        lines = [line.text for line in screen.overview._shown.lines] if screen.overview._shown else []
        bound = statistics.median(_bare(lines))
        median = statistics.median(taken)
        print(  # noqa: T201
            f"a key in the filter of {len(lines)} contacts: {median:.1f} ms of the GUI thread "
            f"(at most {max(taken):.1f}, bare search {bound:.1f} ms, ratio {median / bound:.1f}), "
            f"ratio {median / GOAL_MS:.2f} to {GOAL_MS} ms (goal 1)"
        )
        screen.close()
        database.close()


def _bare(texts: list[str]) -> Iterator[float]:
    for word in _WORDS:
        for end in range(1, len(word) + 1):
            began = time.thread_time()
            wanted = [folded(part) for part in word[:end].split()]
            found = [text for text in texts if all(part in text for part in wanted)]
            assert len(found) <= len(texts)
            yield (time.thread_time() - began) * 1000


def _many_contacts(database: Database) -> None:
    draw = random.Random(4)
    areas = [area.id for area in services_of(database).agreements.areas()]
    with database.writing(Act("bench.fill")) as session:
        for place in range(CONTACTS):
            contact = Contact(
                id=new_id(),
                party=draw.choice(list(Party)),
                given_name=draw.choice(_GIVEN),
                family_name=f"{draw.choice(_FAMILY)} {place}",
                title=draw.choice(_TITLES),
                phone=f"026-12 {place // 100:03} {place % 100:02}",
                email=f"person.{place}@exempel.example",
                confirmed_on=today() - timedelta(days=draw.randrange(900)),
            )
            role = Assignment(
                id=new_id(),
                contact_id=contact.id,
                level=draw.choice(list(Level)),
                area_id=draw.choice([None, *areas]),
                starts_on=today() - timedelta(days=draw.randrange(900)),
            )
            session.add(ContactRecord.of(contact))
            session.add(AssignmentRecord.of(role))


if __name__ == "__main__":
    main()

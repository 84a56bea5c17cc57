"""Entries are added and corrected by new ones; none is rewritten, and the ball follows from them (R19)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Channel, Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_entry import Holder, MatterEntry
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.history import History
from desktop.services.matters.matter_timeline import LONGEST_ENTRY, MatterTimeline

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MATTER = Matter(
    id=new_id(),
    number="2026-014",
    kind=MatterKind.QUESTION,
    title="Behörigheter",
    level=Level.OPERATIONAL,
    reported_on=date(2026, 11, 20),
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "register.db", bytes(range(32)), "Maja Ek")
    with database.writing(Act("matter.add")) as session:
        session.add(MatterRecord.of(MATTER))
    yield database
    database.close()


@pytest.fixture
def timeline(opened: Database) -> MatterTimeline:
    return MatterTimeline(opened, lambda: AT)


def entry(text: str = "Ringde kundsupport", **more: Any) -> MatterEntry:
    said: dict[str, Any] = {"happened_at": AT - timedelta(hours=2), "written_at": AT, "channel": Channel.PHONE, **more}
    return MatterEntry(id=new_id(), matter_id=MATTER.id, text=text, party=Party.SSC, **said)


def test_an_entry_is_kept_with_who_wrote_it(timeline: MatterTimeline) -> None:
    kept = timeline.add(entry("  Ringde kundsupport "))
    assert (kept.text, kept.written_by, kept.written_at) == ("Ringde kundsupport", "Maja Ek", AT)
    assert timeline.of(MATTER.id).entries == (kept,)


def test_a_correction_leaves_what_was_written(timeline: MatterTimeline) -> None:
    wrong = timeline.add(entry(passes_to=Holder.SSC))
    right = timeline.correct(wrong.id, text="Mejlade kundsupport", channel=Channel.EMAIL, passes_to=Holder.OTHER)
    found = timeline.of(MATTER.id)
    assert {each.text for each in found.entries} == {"Ringde kundsupport", "Mejlade kundsupport"}
    assert found.correction_of(wrong) == right
    assert found.ball.holder is Holder.OTHER
    with pytest.raises(InputError, match="redan rättad"):
        timeline.correct(wrong.id, text="En gång till")


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ({"text": " "}, "saknar text"),
        ({"text": "x" * (LONGEST_ENTRY + 1)}, "högst"),
        ({"happened_at": AT + timedelta(hours=1)}, "ännu inte har hänt"),
        ({"passes_until": date(2026, 11, 30)}, "ingen har bollen"),
        ({"passes_to": Holder.SSC, "passes_until": date(2026, 11, 23)}, "före kontakten"),
    ],
)
def test_what_makes_no_sense_is_refused(timeline: MatterTimeline, bad: dict[str, Any], what: str) -> None:
    with pytest.raises(InputError, match=what):
        timeline.add(entry(**bad))
    assert timeline.of(MATTER.id).entries == ()


def test_an_entry_undoes(opened: Database, timeline: MatterTimeline) -> None:
    history = History(opened)
    timeline.add(entry())
    history.undo()
    assert timeline.of(MATTER.id).entries == ()


def test_the_newest_moment_comes_first(timeline: MatterTimeline) -> None:
    late = timeline.add(entry("Senare"))
    early = timeline.add(entry("Tidigare", happened_at=AT - timedelta(days=1)))
    assert timeline.of(MATTER.id).moments == (late, early)

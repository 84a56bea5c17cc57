"""What of a timeline may leave the program: nothing internal, nothing that was corrected (R11, R19)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attachment import Attachment
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.domain.matters.moment import moment_words, parse_moment
from desktop.domain.matters.timeline import Timeline

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MATTER = Matter(
    id=new_id(), number="1", kind=MatterKind.QUESTION, title="x", level=Level.OPERATIONAL, reported_on=date(2026, 11, 1)
)


def entry(*, internal: bool = False, corrects: UUID | None = None, hours: int = 0) -> MatterEntry:
    at = AT + timedelta(hours=hours)
    return MatterEntry(
        id=new_id(), matter_id=MATTER.id, happened_at=at, written_at=at, text="x", is_internal=internal,
        corrects_id=corrects,
    )  # fmt: skip


def file_of(entry_id: UUID | None) -> Attachment:
    return Attachment(
        id=new_id(), meeting_id=None, matter_id=MATTER.id, entry_id=entry_id, name="a.pdf", size=1, digest="0",
        added_at=AT, dated_on=AT.date(),
    )  # fmt: skip


@given(st.lists(st.tuples(st.booleans(), st.one_of(st.none(), st.integers(0, 20)))))
def test_nothing_internal_and_nothing_corrected_leaves(drawn: list[tuple[bool, int | None]]) -> None:
    entries: list[MatterEntry] = []
    for internal, place in drawn:
        corrects = entries[place % len(entries)].id if entries and place is not None else None
        entries.append(entry(internal=internal, corrects=corrects, hours=len(entries)))
    timeline = Timeline(matter=MATTER, entries=tuple(entries))
    corrected = {each.corrects_id for each in entries}
    assert set(timeline.outgoing) == {each for each in entries if not each.is_internal and each.id not in corrected}


def test_a_correction_that_makes_an_entry_internal_keeps_both_and_their_files_in() -> None:
    wrong = entry()
    right = entry(internal=True, corrects=wrong.id)
    files = (file_of(wrong.id), file_of(right.id), file_of(None))
    timeline = Timeline(matter=MATTER, entries=(wrong, right), files=files)
    assert timeline.outgoing == ()
    assert timeline.outgoing_files == files[2:]


def test_the_files_of_a_corrected_entry_follow_its_correction() -> None:
    wrong = entry()
    right = entry(corrects=wrong.id)
    file = file_of(wrong.id)
    timeline = Timeline(matter=MATTER, entries=(wrong, right), files=(file,))
    assert timeline.files_of(right) == (file,)
    assert timeline.outgoing_files == (file,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", "2026-11-24 10.00"),
        ("8.15", "2026-11-24 08.15"),
        ("kl. 8.15", "2026-11-24 08.15"),
        ("23/11", "2026-11-23 12.00"),
        ("23/11 14.30", "2026-11-23 14.30"),
        ("3 november kl. 9", "2026-11-03 09.00"),
        ("2026-11-24", "2026-11-24 10.00"),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert moment_words(parse_moment(typed, AT)) == meant


@given(st.integers(0, 10 * 365 * 24 * 60))
def test_a_moment_is_read_back_as_it_is_shown(minutes: int) -> None:
    shown = moment_words(AT + timedelta(minutes=minutes))
    assert moment_words(parse_moment(shown, AT)) == shown


def test_what_is_no_moment_is_said() -> None:
    with pytest.raises(ValueError, match="inte ett datum"):
        parse_moment("snart", AT)

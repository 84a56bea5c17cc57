"""The content of finalised notes: the same value, the same text, and the value back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import SWEDEN
from desktop.domain.meetings.meeting import SecrecyMarking
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.domain.meetings.notes_content import content_of, digest_of, document_of
from desktop.domain.meetings.notes_document import ActionLine, AttendanceLine, NotesDocument, NotesLine

MADE = datetime(2026, 12, 2, 8, tzinfo=UTC)
WORDS = st.text(max_size=12)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
PARTIES = st.builds(PartyHead, name=WORDS, organisation_number=WORDS, registry_number=WORDS)
ACTIONS = st.builds(ActionLine, text=WORDS, party=WORDS, owner=WORDS, due_on=st.none() | DAYS)
ITEMS = st.builds(
    NotesLine,
    number=st.integers(1, 300),
    title=WORDS,
    kind=WORDS,
    section=WORDS,
    presenter=WORDS,
    outcome=st.sampled_from(["", "Behandlad", "Bordlagd", "Struken"]),
    deferrals=st.integers(0, 9),
    text=WORDS,
    decisions=st.lists(WORDS, max_size=2).map(tuple),
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
    information=st.lists(WORDS, max_size=2).map(tuple),
)
PEOPLE = st.builds(AttendanceLine, name=WORDS, party=WORDS, title=WORDS, attendance=WORDS, replaced_by=WORDS)
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
NOTES = st.builds(
    NotesDocument,
    title=WORDS,
    level=WORDS,
    agency=PARTIES,
    counterpart=PARTIES,
    starts=INSTANTS.map(lambda at: at.astimezone(SWEDEN)),
    ends=INSTANTS.map(lambda at: at.astimezone(SWEDEN)),
    status=st.just("Utkast"),
    created=st.just(MADE),
    place=WORDS,
    convener=WORDS,
    written_by=WORDS,
    participants=st.lists(PEOPLE, max_size=2).map(tuple),
    items=st.lists(ITEMS, max_size=3).map(tuple),
    secrecy=st.none() | st.builds(SecrecyMarking, provision=WORDS, marked_on=DAYS, authority=WORDS),
)
PLAIN = NotesDocument(
    title="Taktiskt möte", level="Taktisk nivå", agency=PartyHead(name="Exempelmyndigheten"),
    counterpart=PartyHead(name="Statens servicecenter"), starts=datetime(2026, 12, 1, 13, tzinfo=SWEDEN),
    ends=datetime(2026, 12, 1, 14, 30, tzinfo=SWEDEN), status="Utkast", created=MADE,
)  # fmt: skip


@given(NOTES)
def test_the_notes_come_back_as_they_were(notes: NotesDocument) -> None:
    back = document_of(content_of(notes), status=notes.status, digest="", created=MADE)
    assert back == notes
    assert (back.starts.utcoffset(), back.ends.utcoffset()) == (notes.starts.utcoffset(), notes.ends.utcoffset())


@given(NOTES)
def test_the_content_tells_nothing_of_the_paper(notes: NotesDocument) -> None:
    paper = replace(notes, status="Fastställd, version 1", digest="aa", created=datetime(2030, 1, 1, tzinfo=UTC))
    assert content_of(paper) == content_of(notes)


def test_the_content_is_canonical() -> None:
    content = content_of(replace(PLAIN, place="Sal Åäö", items=(NotesLine(number=1, title="Ett", kind=""),)))
    kept = json.loads(content)
    assert content == json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert (kept["starts"], kept["place"]) == ("2026-12-01T13:00:00+01:00", "Sal Åäö")
    assert "status" not in kept


def test_the_digest_is_of_the_bytes() -> None:
    """``printf åäö | sha256sum`` in a terminal of UTF-8."""
    assert digest_of("åäö") == "5d0d31f63d1712b2ea533b0c4946c2f1014faf152f0c0e5ee5b81c85e8799953"


@pytest.mark.parametrize("damaged", ["{}", "[]", "", '{"secrecy": null}', "17"])
def test_what_is_no_content_is_refused(damaged: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- JSON's own error is one as well
        document_of(damaged, status="", digest="", created=MADE)

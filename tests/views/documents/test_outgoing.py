"""What is asked for goes the way that was asked for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement
from desktop.domain.document import DocumentRequest, FinishedDocument, Paper, WayOut
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.followup_list import ExportedFile
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.services.meetings.meetings import Meetings
from desktop.views.documents.outgoing import Outgoing
from tests.views.registers import Desk


@pytest.fixture
def meeting(desk: Desk, database: Database) -> UUID:
    desk.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    starts = datetime(2026, 12, 1, 12, tzinfo=UTC)
    return Meetings(database).create(
        Meeting(
            id=new_id(),
            title="Taktiskt möte",
            level=Level.TACTICAL,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
        )
    )


@pytest.fixture
def outgoing(desk: Desk, tmp_path: Path) -> Outgoing:
    return Outgoing(desk.tasks, desk.documents, tmp_path)


def test_each_way_out_is_its_own(desk: Desk, outgoing: Outgoing, meeting: UUID) -> None:
    previewed: list[FinishedDocument] = []
    saved: list[FinishedDocument] = []
    written = list[ExportedFile]()
    outgoing.to_preview.connect(previewed.append)
    outgoing.to_save.connect(saved.append)
    outgoing.to_write.connect(written.append)
    for way in (WayOut.PREVIEW, WayOut.SAVE, WayOut.WORD):
        outgoing.send(DocumentRequest(paper=Paper.NOTES, meeting_id=meeting, way=way))
    desk.settle()
    name = "Minnesanteckningar 2026-12-01 Taktiskt möte"
    assert [each.file_name for each in (*previewed, *saved)] == [f"{name}.pdf"] * 2
    assert [each.file_name for each in written] == [f"{name}.docx"]
    assert written[0].content.startswith(b"PK")


def test_a_mail_draft_is_written_for_the_user_alone_and_opened(
    desk: Desk, outgoing: Outgoing, meeting: UUID, tmp_path: Path
) -> None:
    opened: list[Path] = []
    said: list[tuple[str, str, bool]] = []
    outgoing.message.connect(lambda *words: said.append(words))
    outgoing.open_in_mail_program = lambda path: not opened.append(path)
    outgoing.send(DocumentRequest(paper=Paper.BINDER, meeting_id=meeting, way=WayOut.MAIL))
    desk.settle()
    (path,) = opened
    assert path.parent == tmp_path
    assert path.stat().st_mode & 0o077 == 0
    ((sentence, tone, _),) = said
    assert (sentence, tone) == ("E-postutkastet är öppnat med dokumentet bifogat och har 0 mottagare.", "warning")

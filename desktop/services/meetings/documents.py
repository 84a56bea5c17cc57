"""Finished documents of a meeting: as PDF with its pages as pictures, as mail to send, and as Word document to edit."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from desktop.domain.dates import in_prose, today
from desktop.domain.document import DocumentRequest, FinishedDocument, MailDraft, PageImage
from desktop.domain.file_names import file_name
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.followup_list import ExportedFile
from desktop.domain.meetings.meeting_head import MeetingHead
from desktop.domain.vocabulary import PAPER
from desktop.models.database import Database
from desktop.services.meetings.papers import paper_in


class Documents:
    """Makes documents of the register. Private preparation is never read here (R11).

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def make(self, asked: DocumentRequest) -> FinishedDocument:
        """A document of a meeting, accessible and archivable.

        Raises:
            InputError: The meeting is gone, there is nothing to write about, or the agency has no name yet (R37).
        """
        from desktop.pdf.papers import paper_pdf

        document = self._read(asked)
        name, day = PAPER[asked.paper], document.day
        return FinishedDocument(
            file_name=f"{file_name(f'{name} {day} {document.title}')}.pdf",
            title=f"{name}: {document.title} {in_prose(day)}",
            pdf=paper_pdf(document),
            request=asked,
        )

    def pages(self, document: FinishedDocument, dots_per_inch: int) -> tuple[PageImage, ...]:
        """The pages as they will be printed, with the text they read."""
        from desktop.pdf.pages import render_pages

        return tuple(render_pages(document.pdf, dots_per_inch))

    def mail(self, asked: DocumentRequest) -> MailDraft:
        """A mail with a document to those it concerns, for the user to look through and send.

        Raises:
            InputError: The same as for ``make``.
            ValueError: The document is for our own eyes.
        """
        from desktop.services.meetings.letters import mail_in

        if asked.paper.stays_inside:
            raise ValueError("a document for our own eyes is not sent")
        document = self.make(asked)
        with self._database.reading() as session:
            return mail_in(session, asked, document)

    def reminder(self, meeting_id: UUID) -> MailDraft:
        """A mail that asks SSC for the agenda of a meeting, for the user to look through and send (R6).

        Raises:
            InputError: The meeting is gone, we convene it ourselves, or the agency has no name yet (R37).
        """
        from desktop.services.meetings.letters import reminder_in

        with self._database.reading() as session:
            return reminder_in(session, meeting_id, self._today())

    def word(self, asked: DocumentRequest) -> ExportedFile:
        """A document of a meeting as a Word document to go on writing in.

        Raises:
            InputError: The same as for ``make``.
            ValueError: There is no such document for Word.
        """
        from desktop.exchange.word_documents import word_document

        document = self._read(asked)
        name = file_name(f"{PAPER[asked.paper]} {document.day} {document.title}")
        return ExportedFile(file_name=f"{name}.docx", content=word_document(document))

    def _read(self, asked: DocumentRequest) -> MeetingHead | BriefDocument:
        with self._database.reading() as session:
            return paper_in(session, asked, self._today())

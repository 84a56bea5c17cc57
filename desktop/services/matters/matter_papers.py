"""Documents of matters: incident report, escalation brief, statement of a deficiency, extract of the register (R37)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.document import FinishedDocument
from desktop.domain.file_names import file_name
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_paper import INCIDENT_REPORT, IncidentReport, MatterPaperHead, report_status
from desktop.errors import InputError
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.heads import list_head_in
from desktop.services.matters.incidents import incident_in


class MatterPapers:
    """Makes documents of matters.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def incident_report(self, matter_id: UUID) -> FinishedDocument:
        """The report of an incident, drawn up from what is kept of it (R21).

        Raises:
            InputError: The matter is gone or no incident, or the agency has no name yet (R37).
        """
        from desktop.pdf.incident_report import incident_report_pdf

        day = self._today()
        with self._database.reading() as session:
            matter = _matter(session, matter_id)
            if matter.kind is not MatterKind.INCIDENT:
                raise InputError("Ärendet är ingen incident.", "Gör om det till en incident först.")
            incident = incident_in(session, matter_id)
            report = IncidentReport(
                head=paper_head_in(session, matter, day, report_status(incident)),
                incident=incident,
                grade=matter.grade,
                description=matter.description,
            )
        return FinishedDocument(
            file_name=f"{file_name(f'{INCIDENT_REPORT} {day} {matter.number} {matter.title}')}.pdf",
            title=f"{INCIDENT_REPORT}: {matter.title}",
            pdf=incident_report_pdf(report),
        )


def paper_head_in(session: Session, matter: Matter, day: date, status: str) -> MatterPaperHead:
    """The head of a document of one matter; its registry numbers go before those of the agreement (R37).

    Raises:
        InputError: The agency has no name yet.
    """
    head = list_head_in(session, day, status)
    area = session.get(ServiceAreaRecord, matter.area_id) if matter.area_id else None
    own = matter.own_registry_number or head.agency.registry_number
    theirs = matter.ssc_registry_number or head.counterpart.registry_number
    return MatterPaperHead(
        agency=replace(head.agency, registry_number=own),
        counterpart=replace(head.counterpart, registry_number=theirs),
        number=matter.number,
        title=matter.title,
        area=area.name if area else "",
        written_on=day,
        status=status,
        created=head.created,
    )


def _matter(session: Session, matter_id: UUID) -> Matter:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record.to_value()

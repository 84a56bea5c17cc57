"""Files of the meetings: the agenda that came with the invitation, in two versions, and the notes of the last one."""

from datetime import datetime, time, timedelta
from hashlib import sha256

from desktop.domain.attachment import Attachment, AttachmentPurpose
from desktop.domain.dates import SWEDEN, in_prose
from desktop.domain.identity import new_id
from desktop.domain.meetings.meeting import Meeting
from desktop.models.attachment import AttachmentRecord
from desktop.services.sample.stage import Stage

_SENDER = "Per Holmér, Statens servicecenter"
_POINTS = ("Inledning", "Föregående minnesanteckningar", "Tjänsteleverans", "Avgifter nästa år", "Övriga frågor")


def add_files(stage: Stage) -> None:
    """What SSC sent for the coming meeting and after the last one, and a calculation of our own."""
    coming, past = stage.meetings["coming"], stage.meetings["past"]
    name = f"Dagordning {coming.day.isoformat()}.pdf"
    points = [f"{number}. {text}" for number, text in enumerate(_POINTS, 1)]
    heading = f"Dagordning {in_prose(coming.day)}"
    newest = _file(stage, coming, name, _pdf(heading, *points), 3, purpose=AttachmentPurpose.AGENDA)
    _file(stage, coming, name, _pdf(heading, *points[:-1]), 8, purpose=AttachmentPurpose.AGENDA, replaced_by=newest.id)
    hours = "Vecka;Timmar\r\n" + "".join(f"{week};{hours}\r\n" for week, hours in ((41, 14), (42, 22), (43, 24)))
    _file(stage, coming, "Merarbete OB-tillägg.csv", b"\xef\xbb\xbf" + hours.encode(), 2, received=False, sender="")
    notes = _pdf(f"Minnesanteckningar {in_prose(past.day)}", "1. Avstämning av OB-tillägg", "2. Åtgärder")
    days_since = (stage.day - past.day).days - 7
    _file(
        stage,
        past,
        f"Minnesanteckningar {past.day.isoformat()}.pdf",
        notes,
        days_since,
        purpose=AttachmentPurpose.NOTES,
    )


def _file(stage: Stage, meeting: Meeting, name: str, content: bytes, days_ago: int, **more: object) -> Attachment:
    day = stage.day - timedelta(days=days_ago)
    about: dict[str, object] = {"received": True, "sender": _SENDER, **more}
    made = Attachment(
        id=new_id(),
        meeting_id=meeting.id,
        name=name,
        size=len(content),
        digest=sha256(content).hexdigest(),
        added_at=datetime.combine(day, time(9, 12), SWEDEN),
        dated_on=day,
        **about,  # pyright: ignore[reportArgumentType] -- fields by name
    )
    stage.records.append(AttachmentRecord.of(made))
    stage.contents.append(content)
    return made


def _pdf(*lines: str) -> bytes:
    """The smallest PDF that shows some lines of text."""
    shown = "".join(f"({line}) Tj 0 -24 Td " for line in lines)
    stream = f"BT /F1 14 Tf 72 770 Td {shown}ET".encode("cp1252")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = b"/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 %b >> >>" % font
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R %b >>" % page,
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    whole, places = b"%PDF-1.4\n", list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, end = len(objects) + 1, len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    return whole + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, end)

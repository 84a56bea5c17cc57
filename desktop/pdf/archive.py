"""What PDF/A-2a and PDF/UA-1 ask of the file around the pages, and the one thing reportlab has to be taught for it."""

from hashlib import md5
from typing import Any

from desktop.pdf.colour import srgb_profile
from desktop.pdf.press import pdfdoc
from desktop.pdf.xmp import PROGRAM, About, packet

_MARK = "_samverkan_archive"


class _Instant:
    """A moment in the shape that reportlab keeps for a document's dates."""

    def __init__(self, about: About) -> None:
        self.YMDhms = about.created_utc.timetuple()[:6]
        self.dhh = self.dmm = 0


def prepare(document: Any, about: About) -> None:
    """Give a new reportlab document its dates, identity and mark before anything is drawn.

    Nothing but ``about`` enters, neither the clock nor the environment, so that the same document gives the same bytes.
    """
    setattr(document, _MARK, True)
    document._timeStamp = _Instant(about)  # noqa: SLF001  # reportlab has no argument for the time
    document.signature = md5(about.created_utc.isoformat().encode(), usedforsecurity=False)
    document.info.title = about.title
    document.info.author = about.author
    document.info.subject = about.subject
    document.info.creator = document.info.producer = PROGRAM


def declare(document: Any, about: About, structure: Any) -> None:
    """Enter structure, metadata and colour profile in the catalogue of a document that is about to be saved."""
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalogue.StructTreeRoot = structure
    catalogue.Metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}), packet(about)
    )
    profile = document.Reference(
        pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    )
    catalogue.OutputIntents = pdfdoc.PDFArray(
        [
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("OutputIntent"),
                    "S": pdfdoc.PDFName("GTS_PDFA1"),
                    "DestOutputProfile": profile,
                    "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
                    "Info": pdfdoc.PDFString("sRGB"),
                }
            )
        ]
    )


def _end_streams_on_a_line_of_their_own() -> None:
    """Teach reportlab the line break that PDF/A asks for before ``endstream`` (ISO 19005-2, 6.1.7.1).

    A stream writes itself, wherever in reportlab it was made, so there is no subclass to put in its place. Only
    documents that ``prepare`` has marked are written in the new way; every other use of reportlab is left as it was.
    Content that happens to end with a carriage return is followed by both characters of a line break: a line feed
    alone would make the two a line break, and the content one byte shorter than its length says.
    """
    written_by_reportlab = pdfdoc.PDFStream.format
    ending = b"endstream\n"

    def written(stream: Any, document: Any) -> bytes:
        text: bytes = written_by_reportlab(stream, document)
        if not hasattr(document, _MARK):
            return text
        content = text.removesuffix(ending)
        return content + (b"\r\n" if content.endswith(b"\r") else b"\n") + ending

    pdfdoc.PDFStream.format = written


_end_streams_on_a_line_of_their_own()

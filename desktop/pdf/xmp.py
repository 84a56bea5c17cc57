"""What a document says about itself: the XMP packet of a PDF/UA-1 and PDF/A-2a file (ISO 16684-1)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

PROGRAM = "Samverkan"
LANGUAGE = "sv-SE"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a document says about itself.

    Args:
        title: The title that a viewer shows.
        author: Who the document comes from, an agency rather than a person.
        subject: What it is about, in a few words.
        created: The instant it is made, with time zone; the only time that enters the file.
    """

    title: str
    author: str
    subject: str
    created: datetime

    @property
    def created_utc(self) -> datetime:
        """When it is made, in UTC to the second."""
        return self.created.astimezone(UTC).replace(microsecond=0)


def packet(about: About) -> bytes:
    """The XMP packet; the extension schema declares the PDF/UA mark, as PDF/A asks (ISO 19005-2, 6.6.2.3)."""
    return _PACKET.format(
        title=_escaped(about.title),
        author=_escaped(about.author),
        subject=_escaped(about.subject),
        language=LANGUAGE,
        program=PROGRAM,
        created=about.created_utc.isoformat(),
    ).encode()


def _escaped(text: str) -> str:
    """The packet lies uncompressed in the file, where some readers look for the end of a stream by its keyword."""
    return escape(text).replace("endstream", "end&#115;tream").replace("endobj", "end&#111;bj")

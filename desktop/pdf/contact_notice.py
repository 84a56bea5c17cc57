"""A notice of a changed contact as a document (R18, R37, R40)."""

from desktop.domain.contacts.notice_document import KIND, NoticeDocument
from desktop.pdf.head import begin_notice, said


def contact_notice_pdf(document: NoticeDocument) -> bytes:
    """The notice as an accessible PDF; the same value gives the same bytes."""
    page = begin_notice(KIND, document)
    page.heading(2, "Vad som ändras")
    labelled: list[tuple[str, str]] = []
    for line in (*document.paragraphs, ""):
        label, colon, content = line.partition(": ")
        if colon and said(label) and said(content):
            labelled.append((label, content))
            continue
        if labelled:
            page.facts(labelled)
            labelled = []
        if said(line.rstrip(": ")) and line.endswith(":"):
            page.heading(3, said(line.rstrip(": ")))
        elif said(line):
            page.text(line)
    page.heading(2, "Vad vi ber er om")
    wish = "Vi ber er att föra in ändringen i er kontaktförteckning (samverkansmodellen, avsnitt\u00a01.5)."
    page.together((wish, "Med vänlig hälsning", document.agency.name))
    return page.build()

"""The text of an agenda that came as a file, whatever kind of file it is (R9)."""

from pathlib import Path

from desktop.errors import FileError
from desktop.exchange.delimited import decode
from desktop.exchange.files import Form, open_file
from desktop.exchange.mail_text import calendar_text, mail_text
from desktop.exchange.plain_text import plain_passage


def agenda_text(path: Path) -> str:
    """The text of a PDF, a Word document, a mail, an invitation or a text file.

    Raises:
        FileError: The file cannot be read, or holds no text.
    """
    file = open_file(path, also=frozenset({Form.PDF, Form.DOCUMENT}))
    text = plain_passage(_text(file.form, file.data, file.name))
    if not text:
        raise FileError(
            f"Filen {file.name} innehåller ingen text.",
            "En inskannad dagordning går inte att läsa; klistra in punkterna.",
        )
    return text


def _text(form: Form, data: bytes, name: str) -> str:
    if form is Form.PDF:
        from desktop.pdf.pages import page_texts

        try:
            return "\n".join(page_texts(data))
        except ValueError:
            raise FileError(
                f"PDF-filen {name} är skadad eller skyddad med lösenord.", "Kopiera punkterna och klistra in dem."
            ) from None
    if form is Form.DOCUMENT:
        from desktop.exchange.word_text import word_text

        return word_text(data, name)
    if form is Form.MAIL:
        return mail_text(data, name)
    if form is Form.CALENDAR:
        return calendar_text(data, name)
    if form is Form.TEXT:
        return decode(data)
    kind = "ett visitkort" if form is Form.CARDS else "en Excelfil"
    raise FileError(
        f"Filen {name} är {kind} och kan inte läsas som dagordning.", "Kopiera punkterna och klistra in dem."
    )

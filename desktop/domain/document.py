"""Finished documents on their way to the screen, a file, a printer or a mail draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedDocument:
    """A document as bytes, with the file name it is saved under."""

    file_name: str
    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as it will look: ``pixels`` are rows of 4-byte BGRX, ``stride`` bytes each; ``text`` is what it reads."""

    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A mail ready to be looked through and sent by the user (RFC 5322).

    ``without_address`` names the participants who could not be addressed.
    """

    file_name: str
    content: bytes
    recipients: tuple[str, ...]
    without_address: tuple[str, ...] = ()

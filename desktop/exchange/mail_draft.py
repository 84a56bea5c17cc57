"""Mail drafts that the user looks through and sends (RFC 5322, with the ``X-Unsent`` header Outlook goes by)."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone to send to."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A finished PDF to send along."""

    file_name: str
    content: bytes


def is_address(written: str) -> bool:
    """Whether a text has the shape of one plain mail address; anything else could smuggle in headers or recipients."""
    return _ADDRESS.fullmatch(written) is not None and written.isascii()


def mail_draft(subject: str, body: str, recipients: Sequence[Recipient], attachment: Attachment | None = None) -> bytes:
    """The draft as the bytes of an ``.eml`` file; the same input gives the same bytes.

    Recipients whose address is not one plain address are left out; ask ``is_address`` first.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(subject)
    addressed = [_address(recipient) for recipient in recipients if is_address(recipient.email)]
    if addressed:
        message["To"] = addressed
    message.set_content(body, cte="quoted-printable")
    if attachment is not None:
        message.add_attachment(
            attachment.content, maintype="application", subtype="pdf", filename=_one_line(attachment.file_name)
        )
        digest = hashlib.sha256(attachment.content + body.encode() + subject.encode()).hexdigest()
        message.set_boundary(f"samverkan-{digest[:40]}")
    return message.as_bytes()


def _address(recipient: Recipient) -> Address:
    return Address(display_name=_one_line(recipient.name), addr_spec=recipient.email)


def _one_line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())

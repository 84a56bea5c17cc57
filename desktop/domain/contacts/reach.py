"""Links that ring somebody or begin a mail, from numbers and addresses as people write them."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from desktop.domain.contacts.contact import comparable_phone

_NUMBER = re.compile(r"\+?\d{3,15}")
_BETWEEN_NUMBERS = re.compile(r"[,;/\n]|\beller\b|\balt\.?(?=\s)")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def numbers_in(written: str) -> Iterator[str]:
    """The numbers of a phone field, each as it was written: "08-123 45 60, 070-123 45 67" holds two."""
    yield from filter(None, (" ".join(part.split()) for part in _BETWEEN_NUMBERS.split(written)))


def ring_link(written: str) -> str:
    """The link that rings a number (RFC 3966), or nothing where no number can be read from it."""
    number = comparable_phone(written)
    return f"tel:{number}" if _NUMBER.fullmatch(number) else ""


def mail_link(address: str, subject: str) -> str:
    """The link that begins a mail (RFC 6068), or nothing for what is not one plain address.

    Everything in subject and address that a link gives a meaning is encoded, so that neither can add recipients,
    copies or a body.
    """
    plain = address.strip()
    if not _ADDRESS.fullmatch(plain):
        return ""
    return f"mailto:{quote(plain, safe='@')}?subject={quote(' '.join(subject.split()), safe='')}"

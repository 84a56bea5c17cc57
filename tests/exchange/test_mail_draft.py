"""Mail drafts: addressed, attached, unsent, and not to be led astray by names."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.mail_draft import Attachment, Recipient, is_address, mail_draft

PDF = Attachment("Dagordning 2026-12-01.pdf", b"%PDF-1.7 \x00\xff" * 50)
ANNA = Recipient("Åsa Ångström-Öhrn", "asa.angstrom@exempelmyndigheten.example")


def read(draft: bytes) -> EmailMessage:
    return cast("EmailMessage", message_from_bytes(draft, policy=default))


def test_a_draft_holds_subject_text_recipients_and_the_document() -> None:
    mail = read(mail_draft("Dagordning: möte 1 december", "Hej!\n\nVälkomna.\n", [ANNA], PDF))
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "Dagordning: möte 1 december"
    assert [(a.display_name, a.addr_spec) for a in mail["To"].addresses] == [(ANNA.name, ANNA.email)]
    assert mail.get_body().get_content().replace("\r\n", "\n") == "Hej!\n\nVälkomna.\n"  # type: ignore[union-attr]
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == PDF.file_name
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF.content


def test_the_same_draft_has_the_same_bytes() -> None:
    assert mail_draft("a", "b", [ANNA], PDF) == mail_draft("a", "b", [ANNA], PDF)


def test_only_plain_addresses_are_addresses() -> None:
    assert is_address("a.b@c.example")
    for wrong in ("", "a", "a@b", "a@b.se\nBcc: x@y.se", "a@b.se, c@d.se", "<a@b.se>", "a b@c.se", "å@ä.se"):
        assert not is_address(wrong)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_text_can_add_headers_or_recipients(subject: str, name: str, address: str) -> None:
    subject, name = (text.encode("utf-8", "ignore").decode() for text in (subject, name))
    draft = mail_draft(subject, "Hej", [Recipient(name, address), Recipient(name, ANNA.email)], PDF)
    mail = read(draft)
    assert set(mail.keys()) == {"X-Unsent", "Subject", "To", "MIME-Version", "Content-Type"}
    assert [a.addr_spec for a in mail["To"].addresses if a.addr_spec != ANNA.email] in ([], [address])

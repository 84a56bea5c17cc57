"""Numbers that ring and addresses that are written to, and nothing that could smuggle something in."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.reach import mail_link, numbers_in, ring_link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("026-12 34 56", "tel:+4626123456"),
        ("+46 (0)70-123 45 67", "tel:+46701234567"),
        ("0047 22 33 44 55", "tel:+4722334455"),
        ("112", "tel:112"),
        ("växeln", ""),
        ("", ""),
        ("08-1;ext=2?x", "tel:+46812"),
        ("1", ""),
    ],
)
def test_a_number_rings_as_it_is_compared(written: str, link: str) -> None:
    assert ring_link(written) == link


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("08-123 45 60, 070-123 45 67", ["08-123 45 60", "070-123 45 67"]),
        ("08-1  2 /070-3", ["08-1 2", "070-3"]),
        ("08-12 eller 070-12", ["08-12", "070-12"]),
        ("0771-456 000", ["0771-456 000"]),
        (" ", []),
    ],
)
def test_a_field_may_hold_several_numbers(written: str, numbers: list[str]) -> None:
    assert list(numbers_in(written)) == numbers


def test_a_mail_has_the_subject_and_nothing_else() -> None:
    link = mail_link("per.holmer@ssc.example", "2026-014 Lön & bank?bcc=x@y.example\r\nTo: z")
    parts = urlsplit(link)
    assert parts.path == "per.holmer@ssc.example"
    assert parse_qs(parts.query) == {"subject": ["2026-014 Lön & bank?bcc=x@y.example To: z"]}


@pytest.mark.parametrize("address", ["", "per", "a@b", "a@b.example,c@d.example", "a b@c.example", "å@b.example"])
def test_what_is_no_plain_address_makes_no_link(address: str) -> None:
    assert mail_link(address, "2026-014") == ""


@given(st.text(), st.text())
def test_no_link_holds_more_than_one_of_each_part(address: str, subject: str) -> None:
    link = mail_link(f"{address}@ssc.example", subject)
    assert link.count("?") <= 1
    assert link.count("&") == 0
    assert link.isascii()
    assert "\n" not in link

"""Contacts with everything that a name, a number or a note may bring: for round trips through files."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.exchange.plain_text import plain_line, plain_passage
from desktop.exchange.swedish_words import is_orderer, level_of_word

NASTY = (
    "Åsa", "Ångström-Öhrn", "Lindgren--Öhman", "O'Brien", "d’Arc", "Nguyễn Thị Ánh Ngọc", "Madonna", "Å" * 200,
    "=1+1", "+46 70 123 45 67", "-1", "@SUM(A1)", "'=1", "''+1", "#N/A", "TRUE", "1e5", "007", "2026-01-01", "1/2",
    'Anna "Anki" Ek', "a;b", "a,b", "a\\nb", "a\\;b\\", "Lön, ekonomi och e-handel", "Taktisk / Behörig beställare",
    "item1.TEL:1",
    "END:VCARD", "=C3=85", "<b>fet</b>", "x<y & z", "_x000D_", "_x0041_", "a\ufffeb", "Ω≈ç√", "👩‍💼", "مرحبا",
)  # fmt: skip
LINES = (st.sampled_from(NASTY) | st.text(max_size=30)).map(plain_line)
"""Text on one line as the program keeps it."""
PASSAGES = (st.lists(LINES, max_size=4).map("\n".join) | st.text(max_size=80)).map(plain_passage)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2199, 12, 31))
ADDRESSES = st.sampled_from(["", "anna.ek@my.example", "ANNA@x.example", "o'brien+lön@ssc.example", "å@ö.example"])
FUNCTIONS = LINES.filter(lambda text: bool(text) and not is_orderer(text) and level_of_word(text) is None)
AREAS = {UUID(int=number): name for number, name in enumerate(["Lön", "Ekonomi, e-handel", "=Stöd", "Å; Ä / Ö"], 1)}
_AREA_IDS = st.none() | st.sampled_from(list(AREAS))
_IDS = st.uuids(version=4)
_NOBODY = UUID(int=0)

_ROLES = st.builds(
    Assignment,
    id=_IDS, contact_id=st.just(_NOBODY), level=st.sampled_from(Level), area_id=_AREA_IDS, starts_on=DAYS, ends_on=DAYS,
) | st.builds(
    Assignment,
    id=_IDS, contact_id=st.just(_NOBODY), function=FUNCTIONS, area_id=_AREA_IDS, starts_on=DAYS, ends_on=DAYS,
)  # fmt: skip
_RIGHTS = st.builds(
    AuthorisedOrderer,
    id=_IDS,
    contact_id=st.just(_NOBODY),
    area_id=_AREA_IDS,
    kind=st.none() | st.sampled_from(OrderKind),
    starts_on=DAYS,
    ends_on=DAYS,
    limit=st.none() | st.builds(Money, st.integers(0, 10**12)),
    evidence=LINES,
)


def _whole(contact: Contact) -> Contact:
    """The contact with roles and rights that know whose they are."""
    return replace(
        contact,
        assignments=tuple(replace(role, contact_id=contact.id) for role in contact.assignments),
        orderer_rights=tuple(replace(right, contact_id=contact.id) for right in contact.orderer_rights),
    )


CONTACTS = st.builds(
    Contact,
    id=_IDS,
    party=st.sampled_from(Party),
    given_name=LINES,
    family_name=LINES,
    title=LINES,
    phone=LINES,
    mobile=LINES,
    email=ADDRESSES,
    function_email=ADDRESSES,
    notes=PASSAGES,
    confirmed_on=DAYS,
    ended_on=DAYS,
    anonymised_on=DAYS,
    assignments=st.lists(_ROLES, max_size=3).map(tuple),
    orderer_rights=st.lists(_RIGHTS, max_size=2).map(tuple),
).map(_whole)
"""One contact with its roles and rights."""

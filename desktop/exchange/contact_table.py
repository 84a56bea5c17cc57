"""The whole contact list as a table that comes back as it went: written for spreadsheets and read again (R15–R17, R32).

A person has one row for each role and each right to order, and one when they have neither. ``Nr`` holds the rows of a
person together and is good for this file only. Since every column is known, nothing is read between the lines: a
service area called "Lön och ekonomi" stays one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.domain.agreement import SSC_NAME
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact, comparable_name
from desktop.domain.contacts.contact_list import ContactList, LeftOutRow, ListedContact, ListedRight, ListedRole
from desktop.domain.level import Party
from desktop.domain.money import Money
from desktop.domain.vocabulary import LEVEL, ORDER_KIND
from desktop.exchange.findings import Findings, quoted
from desktop.exchange.people import joined
from desktop.exchange.plain_text import plain_line
from desktop.exchange.swedish_words import is_orderer, level_of_word
from desktop.exchange.tables import Record, Shape, Table, as_day, heading
from desktop.exchange.tables_out import OutCell, OutTable

NAME = "Kontaktförteckning"
OUR_SIDE = "Myndigheten"
"""What our side is called while its name is not known."""
_COLUMNS = {
    "number": "Nr",
    "party": "Part",
    "role": "Nivå / funktion",
    "area": "Tjänsteområde",
    "family": "Efternamn",
    "given": "Förnamn",
    "title": "Titel",
    "phone": "Telefon",
    "mobile": "Mobil",
    "email": "E-post",
    "function_email": "Funktionsbrevlåda",
    "deputy": "Ersättare",
    "starts": "Gäller fr.o.m.",
    "ends": "Gäller t.o.m.",
    "kind": "Beställningstyp",
    "limit": "Högsta belopp",
    "evidence": "Underlag",
    "confirmed": "Bekräftad",
    "notes": "Anteckningar",
    "ended": "Avslutad",
}
SHAPE = Shape(
    columns={column: (heading(words),) for column, words in _COLUMNS.items()},
    needed=tuple(frozenset({column}) for column in _COLUMNS),
)
"""Only a table with every column is one of ours."""
_ORDERER = "Behörig beställare"
_ANY_KIND = "Alla"
_KINDS = {heading(words): kind for kind, words in ORDER_KIND.items()}
_NUMBERED = re.compile(r"\(nr (\d+)\)$")


def contact_table(
    contacts: Sequence[Contact], agency_name: str, areas: Mapping[UUID, str], *, with_notes: bool
) -> OutTable:
    """All that the register knows of some contacts; a deputy who is not among them is left out.

    Our notes are for ourselves: in a table that may be handed on their column stands empty.
    """
    numbers = {contact.id: number for number, contact in enumerate(contacts, 1)}
    names = {contact.id: contact.name for contact in contacts}
    parties = {Party.AGENCY: agency_name or OUR_SIDE, Party.SSC: SSC_NAME}
    rows: list[tuple[OutCell, ...]] = []
    for contact in contacts:
        deputy = contact.deputy_id if contact.deputy_id in numbers else None
        person: dict[str, OutCell] = {
            "number": numbers[contact.id],
            "party": parties[contact.party],
            "family": contact.family_name,
            "given": contact.given_name,
            "title": contact.title,
            "phone": contact.phone,
            "mobile": contact.mobile,
            "email": contact.email,
            "function_email": contact.function_email,
            "deputy": f"{names[deputy]} (nr {numbers[deputy]})" if deputy else "",
            "confirmed": contact.confirmed_on,
            "notes": contact.notes if with_notes else "",
            "ended": contact.ended_on,
        }
        held = [_role_cells(role, areas) for role in contact.assignments]
        held += [_right_cells(right, areas) for right in contact.orderer_rights]
        rows += [tuple((person | cells).get(column) for column in _COLUMNS) for cells in held or [{}]]
    return OutTable(name=NAME, headings=tuple(_COLUMNS.values()), rows=tuple(rows))


def _role_cells(role: Assignment, areas: Mapping[UUID, str]) -> dict[str, OutCell]:
    return {
        "role": LEVEL[role.level].capitalize() if role.level else role.function,
        "area": areas.get(role.area_id, "") if role.area_id else "",
        "starts": role.starts_on,
        "ends": role.ends_on,
    }


def _right_cells(right: AuthorisedOrderer, areas: Mapping[UUID, str]) -> dict[str, OutCell]:
    return {
        "role": _ORDERER,
        "area": areas.get(right.area_id, "") if right.area_id else "",
        "starts": right.starts_on,
        "ends": right.ends_on,
        "kind": ORDER_KIND[right.kind] if right.kind else _ANY_KIND,
        "limit": str(right.limit) if right.limit is not None else "",
        "evidence": right.evidence,
    }


def read_contact_table(table: Table, file_name: str) -> ContactList:
    """Read a table of ours, also one that has been worked on since."""
    reader = _Reader(table)
    people: dict[object, ListedContact] = {}
    deputies: dict[object, str] = {}
    left_out: list[LeftOutRow] = []
    for record in table.records:
        one = reader.contact(record)
        key = plain_line(record.text("number")) or (one.party, comparable_name(one.given_name, one.family_name))
        if not (one.name or one.title or record.text("number")):
            left_out.append(LeftOutRow(record.number, " ".join(record.texts)[:120], "Varken namn eller e-postadress."))
            continue
        known = people.get(key)
        people[key] = one if known is None else _same(known, one)
        deputies[key] = deputies.get(key, "") or reader.line(record, "deputy")
    return ContactList(
        file_name=file_name,
        agency_name=reader.agency_name,
        contacts=tuple(_with_deputies(people, deputies, reader)),
        left_out=tuple(left_out),
        problems=reader.findings.problems,
        is_own=True,
    )


def _same(known: ListedContact, new: ListedContact) -> ListedContact:
    """One person of two rows; two roles that are alike to the day are still two."""
    return replace(joined(known, new), roles=known.roles + new.roles, rights=known.rights + new.rights)


def _with_deputies(
    people: Mapping[object, ListedContact], deputies: Mapping[object, str], reader: "_Reader"
) -> Iterator[ListedContact]:
    places = {key: place for place, key in enumerate(people)}
    by_name: dict[str, list[int]] = {}
    for one, place in zip(people.values(), places.values(), strict=True):
        by_name.setdefault(comparable_name(one.name, ""), []).append(place)
    for key, one in people.items():
        written = deputies[key]
        numbered = _NUMBERED.search(written)
        place = places.get(numbered[1]) if numbered else None
        if place is None and len(same := by_name.get(comparable_name(written, ""), [])) == 1:
            place = same[0]
        if written and place is None:
            reader.findings.add(one.rows[0], "deputy", f"Ersättaren {quoted(written)} finns inte i listan.")
        yield replace(one, deputy=place)


class _Reader:
    """Reads row by row; every cell is taken whole."""

    def __init__(self, table: Table) -> None:
        self.findings = Findings(table)
        self.agency_name = ""

    def contact(self, record: Record) -> ListedContact:
        """What one row says."""
        role, right = self._role(record)
        return ListedContact(
            rows=(record.number,),
            party=self._party(record),
            given_name=self.line(record, "given"),
            family_name=self.line(record, "family"),
            title=self.line(record, "title"),
            phone=self.line(record, "phone"),
            mobile=self.line(record, "mobile"),
            email=self.line(record, "email"),
            function_email=self.line(record, "function_email"),
            notes=self.findings.passage(record, "notes"),
            confirmed_on=self._day(record, "confirmed"),
            ended_on=self._day(record, "ended"),
            roles=(role,) if role else (),
            rights=(right,) if right else (),
        )

    def line(self, record: Record, column: str) -> str:
        """What a cell says, on one line, however long it is."""
        return plain_line(self.findings.passage(record, column))

    def _party(self, record: Record) -> Party:
        written = self.line(record, "party")
        if heading(written) == heading(SSC_NAME):
            return Party.SSC
        if written != OUR_SIDE:
            self.agency_name = self.agency_name or written
        return Party.AGENCY

    def _role(self, record: Record) -> tuple[ListedRole | None, ListedRight | None]:
        word, area = self.line(record, "role"), self.line(record, "area")
        starts, ends = self._day(record, "starts"), self._day(record, "ends")
        if not word:
            return None, None
        if is_orderer(word):
            kind = _KINDS.get(heading(self.line(record, "kind")))
            self._tell_unknown_kind(record, is_known=kind is not None)
            return None, ListedRight(
                area=area,
                kind=kind,
                starts_on=starts,
                ends_on=ends,
                limit=self._limit(record),
                evidence=self.line(record, "evidence"),
            )
        level = level_of_word(word)
        return ListedRole(level=level, function="" if level else word, area=area, starts_on=starts, ends_on=ends), None

    def _tell_unknown_kind(self, record: Record, *, is_known: bool) -> None:
        written = self.line(record, "kind")
        if written and not is_known and written != _ANY_KIND:
            self.findings.add(record.number, "kind", f"{quoted(written)} är ingen beställningstyp; läses som alla.")

    def _limit(self, record: Record) -> Money | None:
        written = self.line(record, "limit")
        try:
            return Money.parse(written) if written else None
        except ValueError as wrong:
            self.findings.add(record.number, "limit", f"{wrong} Fältet lämnas tomt.")
            return None

    def _day(self, record: Record, column: str) -> date | None:
        try:
            return as_day(record.cell(column))
        except ValueError:
            self.findings.unreadable_day(record, column)
            return None

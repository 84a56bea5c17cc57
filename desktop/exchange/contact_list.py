"""Contact lists, kontaktförteckningar, read from a table (R15–R18, R32)."""

import re
from dataclasses import replace
from datetime import date

from desktop.domain.contact import comparable_email, comparable_name
from desktop.domain.contact_list import ContactList, LeftOutRow, ListedContact, ListedRight, ListedRole
from desktop.domain.level import Party
from desktop.exchange.findings import Findings, quoted
from desktop.exchange.swedish_words import is_orderer, known_function, level_of_word, parts
from desktop.exchange.tables import Record, Shape, Table, as_day, heading
from desktop.exchange.title_lines import read_titles

SHAPE = Shape(
    columns={
        "party": ("part", "organisation", "myndighet", "avser"),
        "role": ("nivå funktion", "nivå", "roll", "funktion", "uppdrag", "nivå roll", "roll funktion"),
        "area": ("tjänsteområde", "tjänsteområden", "område", "områden", "tjänst", "tjänster"),
        "family": ("efternamn",),
        "given": ("förnamn", "tilltalsnamn"),
        "name": ("namn", "kontaktperson", "kontakt", "person"),
        "title": ("titel", "befattning", "tjänstetitel"),
        "phone": ("telefon", "telefonnummer", "tfn", "tel", "mobil", "mobiltelefon"),
        "email": ("e post", "epost", "e postadress", "epostadress", "e mail", "email", "mejl", "mail"),
        "starts": (
            "gäller fr o m",
            "gäller från och med",
            "gäller från",
            "fr o m",
            "från och med",
            "från",
            "startdatum",
        ),
    },
    needed=(frozenset({"role"}), frozenset({"family", "name"}), frozenset({"email", "phone", "party"})),
)
_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+")
_OUR_SIDE = {"myndigheten", "myndighet", "kund", "kunden", "kundmyndighet", "kundmyndigheten", "vi"}


def read_contact_list(table: Table, file_name: str) -> ContactList:
    """Read the list: one contact for each person however many rows there are, and every oddity as a problem."""
    findings = Findings(table)
    titles = read_titles(table, findings)
    reader = _Rows(findings, titles.agency_name)
    contacts: list[ListedContact] = []
    left_out: list[LeftOutRow] = []
    for record in table.records:
        if reason := _no_contact(record):
            left_out.append(LeftOutRow(record.number, " ".join(" ".join(record.texts).split())[:120], reason))
        else:
            _join(contacts, reader.contact(record), findings)
    return ContactList(
        file_name=file_name,
        version=titles.version,
        agency_name=titles.agency_name or reader.agency_written,
        agency_number=titles.agency_number,
        contacts=tuple(contacts),
        left_out=tuple(left_out),
        problems=findings.problems,
    )


def _no_contact(record: Record) -> str:
    """Why a row is no contact; an empty text when it is one."""
    if any(record.text(column) for column in ("family", "given", "name", "email")):
        return ""
    return "Varken namn eller e-postadress." if record.text("role") else "En anteckning, ingen kontakt."


class _Rows:
    """Reads row by row; remembers the party of the row above, for lists that write it once or merge its cells."""

    def __init__(self, findings: Findings, agency_name: str) -> None:
        self._findings = findings
        self._agency_name = heading(agency_name)
        self._party: Party | None = None
        self.agency_written = ""

    def contact(self, record: Record) -> ListedContact:
        given, family = self._names(record)
        roles, rights = self._roles(record)
        return ListedContact(
            rows=(record.number,),
            party=self._party_of(record),
            given_name=given,
            family_name=family,
            title=self._findings.line(record, "title"),
            phone=self._phone(record),
            email=self._email(record),
            roles=roles,
            rights=rights,
        )

    def _party_of(self, record: Record) -> Party:
        written = self._findings.line(record, "party")
        if not written:
            if self._party is None:
                self._findings.add(record.number, "party", "Part saknas; raden läses som myndighetens.")
            return self._party or Party.AGENCY
        name = heading(written)
        if "servicecenter" in name or "ssc" in name.split():
            self._party = Party.SSC
            return Party.SSC
        self._party = Party.AGENCY
        known = name in _OUR_SIDE or not self._agency_name or name in self._agency_name or self._agency_name in name
        if not known:
            self._findings.add(
                record.number, "party", f"{quoted(written)} är ingen av parterna; läses som myndigheten."
            )
        elif name not in _OUR_SIDE:
            self.agency_written = self.agency_written or written
        return Party.AGENCY

    def _names(self, record: Record) -> tuple[str, str]:
        given, family = self._findings.line(record, "given"), self._findings.line(record, "family")
        whole = self._findings.line(record, "name")
        if given or family or not whole:
            return given, family
        return turned_name(whole)

    def _phone(self, record: Record) -> str:
        if isinstance(record.cell("phone"), float | int):
            self._findings.add(
                record.number, "phone", "Numret är lagrat som ett tal, så en inledande nolla kan saknas."
            )
        return self._findings.line(record, "phone")

    def _email(self, record: Record) -> str:
        written = self._findings.line(record, "email").removeprefix("mailto:")
        if not written or _ADDRESS.fullmatch(written):
            return written
        self._findings.add(record.number, "email", f"{quoted(written)} är ingen e-postadress; fältet lämnas tomt.")
        return ""

    def _roles(self, record: Record) -> tuple[tuple[ListedRole, ...], tuple[ListedRight, ...]]:
        starts = self._starts(record)
        areas = parts(self._findings.line(record, "area")) or [""]
        roles: list[ListedRole] = []
        rights: list[ListedRight] = []
        words = parts(self._findings.line(record, "role"))
        if not words:
            self._findings.add(record.number, "role", "Nivå eller funktion saknas; kontakten får inget uppdrag.")
        for word in words:
            level = level_of_word(word)
            if is_orderer(word):
                rights += [ListedRight(area=area, starts_on=starts) for area in areas]
            elif level:
                roles += [ListedRole(level=level, area=area, starts_on=starts) for area in areas]
            else:
                function = self._function(record, word)
                roles += [ListedRole(function=function, area=area, starts_on=starts) for area in areas]
        return tuple(roles), tuple(rights)

    def _function(self, record: Record, word: str) -> str:
        known = known_function(word)
        if not known:
            self._findings.add(record.number, "role", f"{quoted(word)} är ingen känd nivå; läses som en funktion.")
        return known or word

    def _starts(self, record: Record) -> date | None:
        try:
            return as_day(record.cell("starts"))
        except ValueError:
            self._findings.unreadable_day(record, "starts")
            return None


def turned_name(written: str) -> tuple[str, str]:
    """Given name and family name of ``Efternamn, Förnamn`` or ``Förnamn Efternamn``."""
    if "," in written:
        family, _, given = written.partition(",")
        return given.strip(), family.strip()
    given, _, family = written.rpartition(" ")
    return given, family


def _join(contacts: list[ListedContact], new: ListedContact, findings: Findings) -> None:
    """Put a contact with the others: to the same person's earlier rows, or by itself."""
    for place, known in enumerate(contacts):
        same_email = bool(new.email) and comparable_email(new.email) == comparable_email(known.email)
        same_name = _name(new) == _name(known) != "" and new.party is known.party
        if same_email and (same_name or not _name(new) or not _name(known)):
            contacts[place] = _joined(known, new)
            return
        if same_name and not (new.email and known.email):
            contacts[place] = _joined(known, new)
            return
        if same_email or same_name:
            alike, apart = ("e-postadress", "namn") if same_email else ("namn", "e-postadress")
            column = "email" if same_email else "family"
            findings.add(
                new.rows[0],
                column,
                f"Samma {alike} som rad {known.rows[0]} men annan {apart}; läses som två kontakter.",
            )
    contacts.append(new)


def _name(contact: ListedContact) -> str:
    return comparable_name(contact.given_name, contact.family_name)


def _joined(known: ListedContact, new: ListedContact) -> ListedContact:
    """Both rows' roles; the first row's particulars, completed by the second's."""
    return replace(
        known,
        rows=known.rows + new.rows,
        given_name=known.given_name or new.given_name,
        family_name=known.family_name or new.family_name,
        title=known.title or new.title,
        phone=known.phone or new.phone,
        email=known.email or new.email,
        roles=known.roles + tuple(role for role in new.roles if role not in known.roles),
        rights=known.rights + tuple(right for right in new.rights if right not in known.rights),
    )

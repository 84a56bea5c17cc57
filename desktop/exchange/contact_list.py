"""Contact lists, kontaktförteckningar, read from a table (R15–R18, R32)."""

import re
from datetime import date

from desktop.domain.contacts.contact_list import ContactList, LeftOutRow, ListedContact, ListedRight, ListedRole
from desktop.domain.level import Party
from desktop.exchange.findings import Findings, quoted
from desktop.exchange.people import People
from desktop.exchange.swedish_words import is_orderer, known_function, level_of_word
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
        "phone": ("telefon", "telefonnummer", "tfn", "tel", "fast telefon", "direkttelefon"),
        "mobile": ("mobil", "mobiltelefon", "mobilnummer", "mobilnr"),
        "email": ("e post", "epost", "e postadress", "epostadress", "e mail", "email", "mejl", "mail"),
        "function_email": ("funktionsbrevlåda", "funktionsadress", "brevlåda", "gemensam e post"),
        "starts": (
            "gäller fr o m",
            "gäller från och med",
            "gäller från",
            "fr o m",
            "från och med",
            "från",
            "startdatum",
        ),
        "ends": ("gäller t o m", "gäller till och med", "gäller till", "t o m", "till och med", "slutdatum"),
    },
    needed=(frozenset({"role"}), frozenset({"family", "name"}), frozenset({"email", "phone", "mobile", "party"})),
)
_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+")
_OUR_SIDE = {"myndigheten", "myndighet", "kund", "kunden", "kundmyndighet", "kundmyndigheten", "vi"}


def read_contact_list(table: Table, file_name: str) -> ContactList:
    """Read the list: one contact for each person however many rows there are, and every oddity as a problem."""
    findings = Findings(table)
    titles = read_titles(table, findings)
    reader = _Rows(findings, titles.agency_name)
    people = People(lambda row, sentence: findings.add(row, "email", sentence))
    left_out: list[LeftOutRow] = []
    for record in table.records:
        if reason := _no_contact(record):
            left_out.append(LeftOutRow(record.number, " ".join(" ".join(record.texts).split())[:120], reason))
        else:
            people.add(reader.contact(record))
    return ContactList(
        file_name=file_name,
        version=titles.version,
        agency_name=titles.agency_name or reader.agency_written,
        agency_number=titles.agency_number,
        contacts=people.contacts,
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
            party_is_assumed=not self._findings.has("party"),
            given_name=given,
            family_name=family,
            title=self._findings.line(record, "title"),
            phone=self._phone(record, "phone"),
            mobile=self._phone(record, "mobile"),
            email=self._email(record, "email"),
            function_email=self._email(record, "function_email"),
            roles=roles,
            rights=rights,
        )

    def _party_of(self, record: Record) -> Party:
        written = self._findings.line(record, "party")
        if not written:
            if self._party is None and self._findings.has("party"):
                self._findings.add(record.number, "party", "Part saknas; raden läses som myndighetens.")
            return self._party or Party.AGENCY
        name = heading(written)
        if is_ssc(written):
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

    def _phone(self, record: Record, column: str) -> str:
        if isinstance(record.cell(column), float | int):
            self._findings.add(record.number, column, "Numret är lagrat som ett tal, så en inledande nolla kan saknas.")
        return self._findings.line(record, column)

    def _email(self, record: Record, column: str) -> str:
        written = self._findings.line(record, column).removeprefix("mailto:")
        if not written or listed_address(written):
            return written
        self._findings.add(record.number, column, f"{quoted(written)} är ingen e-postadress; fältet lämnas tomt.")
        return ""

    def _roles(self, record: Record) -> tuple[tuple[ListedRole, ...], tuple[ListedRight, ...]]:
        starts, ends = self._day(record, "starts"), self._day(record, "ends")
        areas = self._findings.parts(record, "area") or [""]
        roles: list[ListedRole] = []
        rights: list[ListedRight] = []
        words = self._findings.parts(record, "role")
        if not words and self._findings.has("role"):
            self._findings.add(record.number, "role", "Nivå eller funktion saknas; kontakten får inget uppdrag.")
        for word in words:
            level = level_of_word(word)
            if is_orderer(word):
                rights += [ListedRight(area=area, starts_on=starts, ends_on=ends) for area in areas]
            elif level:
                roles += [ListedRole(level=level, area=area, starts_on=starts, ends_on=ends) for area in areas]
            else:
                function = self._function(record, word)
                roles += [ListedRole(function=function, area=area, starts_on=starts, ends_on=ends) for area in areas]
        return tuple(roles), tuple(rights)

    def _function(self, record: Record, word: str) -> str:
        known = known_function(word)
        if not known:
            self._findings.add(record.number, "role", f"{quoted(word)} är ingen känd nivå; läses som en funktion.")
        return known or word

    def _day(self, record: Record, column: str) -> date | None:
        try:
            return as_day(record.cell(column))
        except ValueError:
            self._findings.unreadable_day(record, column)
            return None


def is_ssc(organisation: str) -> bool:
    """Whether an organisation is SSC, however its name is written."""
    name = heading(organisation)
    return "servicecenter" in name or "ssc" in name.split()


def listed_address(written: str) -> bool:
    """Whether a text can be kept as a mail address."""
    return _ADDRESS.fullmatch(written) is not None


def turned_name(written: str) -> tuple[str, str]:
    """Given name and family name of ``Efternamn, Förnamn`` or ``Förnamn Efternamn``."""
    if "," in written:
        family, _, given = written.partition(",")
        return given.strip(), family.strip()
    given, _, family = written.rpartition(" ")
    return given, family

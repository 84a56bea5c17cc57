"""Contact lists, kontaktförteckningar, read from a table (R15–R18, R32)."""

import re
from dataclasses import replace
from datetime import date

from desktop.domain.contact import comparable_email, comparable_name
from desktop.domain.contact_list import ContactList, LeftOutRow, ListedContact, ListedRight, ListedRole
from desktop.domain.level import Party
from desktop.exchange.findings import Findings, quoted
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
    people = _People(findings)
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

    def _phone(self, record: Record, column: str) -> str:
        if isinstance(record.cell(column), float | int):
            self._findings.add(record.number, column, "Numret är lagrat som ett tal, så en inledande nolla kan saknas.")
        return self._findings.line(record, column)

    def _email(self, record: Record, column: str) -> str:
        written = self._findings.line(record, column).removeprefix("mailto:")
        if not written or _ADDRESS.fullmatch(written):
            return written
        self._findings.add(record.number, column, f"{quoted(written)} är ingen e-postadress; fältet lämnas tomt.")
        return ""

    def _roles(self, record: Record) -> tuple[tuple[ListedRole, ...], tuple[ListedRight, ...]]:
        starts = self._starts(record)
        areas = self._findings.parts(record, "area") or [""]
        roles: list[ListedRole] = []
        rights: list[ListedRight] = []
        words = self._findings.parts(record, "role")
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


class _People:
    """The contacts so far; rows of the same person are put together."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._contacts: list[ListedContact] = []
        self._by_email: dict[str, int] = {}
        self._by_name: dict[tuple[Party, str], int] = {}

    @property
    def contacts(self) -> tuple[ListedContact, ...]:
        return tuple(self._contacts)

    def add(self, new: ListedContact) -> None:
        place = self._same_person(new)
        if place is None:
            place = len(self._contacts)
            self._contacts.append(new)
        else:
            self._contacts[place] = _joined(self._contacts[place], new)
        known = self._contacts[place]
        if known.email:
            self._by_email.setdefault(comparable_email(known.email), place)
        if _name(known):
            self._by_name.setdefault((known.party, _name(known)), place)

    def _same_person(self, new: ListedContact) -> int | None:
        """Same address and no other name, or same name at the same party and no other address."""
        by_email = self._by_email.get(comparable_email(new.email)) if new.email else None
        if by_email is not None:
            known = self._contacts[by_email]
            if not _name(new) or not _name(known) or _name(new) == _name(known):
                return by_email
            self._tell_apart(new, "email", f"Samma e-postadress som rad {known.rows[0]} men annat namn")
        by_name = self._by_name.get((new.party, _name(new)))
        if by_name is not None:
            known = self._contacts[by_name]
            if not (new.email and known.email):
                return by_name
            self._tell_apart(new, "email", f"Samma namn som rad {known.rows[0]} men annan e-postadress")
        return None

    def _tell_apart(self, new: ListedContact, column: str, sentence: str) -> None:
        self._findings.add(new.rows[0], column, f"{sentence}; läses som två kontakter.")


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
        mobile=known.mobile or new.mobile,
        email=known.email or new.email,
        function_email=known.function_email or new.function_email,
        roles=known.roles + tuple(role for role in new.roles if role not in known.roles),
        rights=known.rights + tuple(right for right in new.rights if right not in known.rights),
    )

"""Visiting cards, visitkort, read as a contact list (vCard 2.1, 3.0 and 4.0; R15, R17).

Of a card only what a contact list is for is kept: name, title, organisation, telephone, mobile and mail. Notes,
birthdays, home addresses and pictures stay in the card; they are nobody's business here (R38). Roles and rights to
order are read from the cards that this program writes.
"""

from datetime import date

from desktop.domain.contacts.contact_list import ContactList, LeftOutRow, ListedContact, ListedRight, ListedRole
from desktop.domain.contacts.personal_number import WARNING, mentions_personal_number
from desktop.domain.importing import Problem
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.errors import FileError
from desktop.exchange.contact_list import is_ssc, listed_address, turned_name
from desktop.exchange.findings import quoted
from desktop.exchange.people import People
from desktop.exchange.plain_text import LINE_LENGTH, plain_line
from desktop.exchange.vcard_lines import Card, CardLine, cards_of

MOST_CARDS = 20_000
FUNCTION_MAILBOX = "Funktionsbrevlåda"
"""How the mailbox of a function is labelled on a card."""
PARTY, ROLE, RIGHT = "X-SAMVERKAN-PART", "X-SAMVERKAN-UPPDRAG", "X-SAMVERKAN-BESTALLARE"
"""What this program's own cards say of the side, the roles and the rights to order of a contact."""
_CARD, _NAME, _PHONE, _EMAIL = "Visitkort", "Namn", "Telefon", "E-post"
_NO_TELEPHONES = frozenset({"fax", "pager", "modem", "bbs", "isdn", "video"})
_MOBILE = frozenset({"cell", "mobile", "iphone", "car"})
_PRIVATE = frozenset({"home"})


def read_cards(data: bytes, file_name: str) -> ContactList:
    """Read every card of a file; one that cannot be used is told of with its place, and the others are read.

    Raises:
        FileError: There are more cards than a contact list can have.
    """
    reader = _Cards()
    for count, card in enumerate(cards_of(data), 1):
        if count > MOST_CARDS:
            most = f"{MOST_CARDS:,}".replace(",", "\u00a0")
            raise FileError(f"Filen {file_name} har fler än {most} visitkort.", "Dela upp den i mindre delar.")
        reader.take(card)
    return ContactList(
        file_name=file_name,
        contacts=reader.people.contacts,
        left_out=tuple(reader.left_out),
        problems=tuple(reader.problems),
    )


class _Cards:
    """Reads card by card, noting what was odd."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.left_out: list[LeftOutRow] = []
        self.people = People(lambda row, sentence: self.problems.append(Problem(row, _EMAIL, sentence)))

    def take(self, card: Card) -> None:
        if not card.is_whole:
            self._leave_out(card, "Kortet har inget slut (END:VCARD); filen kan vara avhuggen.")
        elif _words(card, "KIND").casefold() == "group":
            self._leave_out(card, "En grupp, ingen kontakt.")
        else:
            self._read(card)

    def _read(self, card: Card) -> None:
        contact = _Reader(card, self.problems).contact()
        if contact.given_name or contact.family_name or contact.email or contact.function_email or contact.roles:
            self.people.add(contact)
        else:
            self._leave_out(card, "Varken namn eller e-postadress.")

    def _leave_out(self, card: Card, reason: str) -> None:
        said = next((words for name in ("FN", "ORG", "EMAIL", "TEL") if (words := _words(card, name))), "Ett visitkort")
        self.left_out.append(LeftOutRow(card.number, said[:120], reason))


class _Reader:
    """Reads one card."""

    def __init__(self, card: Card, problems: list[Problem]) -> None:
        self._card = card
        self._problems = problems
        labels = [line for line in card.lines if line.name == "X-ABLABEL" and line.group]
        self._labels = {line.group: plain_line(line.text()).casefold() for line in labels}

    def contact(self) -> ListedContact:
        """Whom the card is of."""
        organisation = self._organisation()
        phone, mobile = self._phones()
        email, function_email = self._addresses()
        title = self._line("Titel", _words(self._card, "TITLE"))
        roles, rights = tuple(self._roles()), tuple(self._rights())
        no_name = {organisation, title, email, function_email, *(role.function for role in roles)}
        given, family = self._names(no_name)
        if self._card.unread is not None:
            self._note(_CARD, f"Rad {self._card.unread} i kortet går inte att tyda och hoppas över.")
        written = _words(self._card, PARTY)
        party = Party(written) if written in set(Party) else None
        if not (given or family or title) and organisation and _words(self._card, "FN") == organisation:
            title = organisation
        return ListedContact(
            rows=(self._card.number,),
            party=party or (Party.SSC if is_ssc(organisation) else Party.AGENCY),
            party_is_assumed=party is None and not is_ssc(organisation),
            organisation=organisation,
            given_name=given,
            family_name=family,
            title=title,
            phone=phone,
            mobile=mobile,
            email=email,
            function_email=function_email,
            roles=roles,
            rights=rights,
        )

    def _note(self, column: str, sentence: str) -> None:
        self._problems.append(Problem(self._card.number, column, sentence))

    def _line(self, column: str, written: str) -> str:
        if mentions_personal_number(written):
            self._note(column, WARNING)
        if len(written) > LINE_LENGTH:
            self._note(column, f"Texten är {len(written)} tecken lång; de första {LINE_LENGTH} tas med.")
        return written[:LINE_LENGTH].rstrip()

    def _organisation(self) -> str:
        line = self._card.first("ORG")
        parts = [plain_line(part) for part in line.components()] if line else []
        return self._line("Organisation", next(filter(None, parts), ""))

    def _names(self, no_name: set[str]) -> tuple[str, str]:
        """The names of N; else the whole name, unless that only repeats something else on the card."""
        line = self._card.first("N")
        family, given, more, *_ = [*(line.components() if line else ()), "", "", ""]
        given = self._line(_NAME, plain_line(f"{given} {more}"))
        family = self._line(_NAME, plain_line(family))
        if given or family:
            return given, family
        whole = self._line(_NAME, _words(self._card, "FN"))
        return ("", "") if whole in no_name or "@" in whole else turned_name(whole)

    def _phones(self) -> tuple[str, str]:
        """Telephone and mobile as written: of several the preferred one, those of work before those of the home."""
        lines = [line for line in self._card.all("TEL") if not line.types & _NO_TELEPHONES and _number(line)]
        mobiles = [line for line in lines if self._is_mobile(line)]
        others = [line for line in lines if line not in mobiles]
        phone, mobile = _best(others), _best(mobiles)
        numbers = dict.fromkeys(_number(line) for line in lines)
        if spare := [number for number in numbers if number not in {_number(phone), _number(mobile)}]:
            self._note(_PHONE, f"Kortet har fler telefonnummer än två; {quoted(', '.join(spare))} tas inte med.")
        return self._line(_PHONE, _number(phone)), self._line("Mobil", _number(mobile))

    def _is_mobile(self, line: CardLine) -> bool:
        return bool(line.types & _MOBILE) or "mobil" in self._labels.get(line.group, "")

    def _addresses(self) -> tuple[str, str]:
        lines = [line for line in self._card.all("EMAIL") if _words_of(line)]
        mailboxes = [line for line in lines if self._labels.get(line.group) == FUNCTION_MAILBOX.casefold()]
        usable = [line for line in lines if line not in mailboxes]
        email, mailbox = self._address(_best(usable)), self._address(_best(mailboxes))
        written = dict.fromkeys(_address(line) for line in lines)
        if spare := [one for one in written if one not in {_address(_best(usable)), mailbox}]:
            self._note(_EMAIL, f"Kortet har fler e-postadresser; {quoted(', '.join(spare))} tas inte med.")
        return email, mailbox

    def _address(self, line: CardLine | None) -> str:
        written = self._line(_EMAIL, _address(line))
        if written and not listed_address(written):
            self._note(_EMAIL, f"{quoted(written)} är ingen e-postadress; fältet lämnas tomt.")
            return ""
        return written

    def _roles(self) -> list[ListedRole]:
        found: list[ListedRole] = []
        for line in self._card.all(ROLE):
            level, function, area, starts, ends, *_ = [*map(plain_line, line.components()), *[""] * 5]
            if level in set(Level) or function:
                found.append(
                    ListedRole(
                        level=Level(level) if level in set(Level) else None,
                        function="" if level in set(Level) else function[:LINE_LENGTH],
                        area=area[:LINE_LENGTH],
                        starts_on=_day(starts),
                        ends_on=_day(ends),
                    )
                )
        return found

    def _rights(self) -> list[ListedRight]:
        found: list[ListedRight] = []
        for line in self._card.all(RIGHT):
            area, kind, starts, ends, limit, *_ = [*map(plain_line, line.components()), *[""] * 5]
            found.append(
                ListedRight(
                    area=area[:LINE_LENGTH],
                    kind=OrderKind(kind) if kind in set(OrderKind) else None,
                    starts_on=_day(starts),
                    ends_on=_day(ends),
                    limit=_amount(limit),
                )
            )
        return found


def _words_of(line: CardLine | None) -> str:
    return plain_line(line.text()) if line else ""


def _words(card: Card, name: str) -> str:
    return _words_of(card.first(name))


def _address(line: CardLine | None) -> str:
    written = _words_of(line)
    return written[7:] if written[:7].lower() == "mailto:" else written


def _number(line: CardLine | None) -> str:
    """A telephone number as written; of an address such as ``tel:+46-8-123;ext=5`` what is to be dialled."""
    written = _words_of(line)
    if written[:4].lower() != "tel:":
        return written
    number, *parameters = written[4:].split(";")
    extension = next((one[4:] for one in parameters if one.lower().startswith("ext=")), "")
    return f"{number} ankn. {extension}" if extension else number


def _best(lines: list[CardLine]) -> CardLine | None:
    """The preferred one; then those of work, those of no kind, and those of the home."""

    def rank(line: CardLine) -> tuple[bool, int, int]:
        preferred = "pref" in line.types or line.parameters.get("PREF", ("",))[0] == "1"
        return not preferred, 2 if line.types & _PRIVATE else 0 if "work" in line.types else 1, lines.index(line)

    return min(lines, key=rank, default=None)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _amount(written: str) -> Money | None:
    try:
        return Money.parse(written) if written else None
    except ValueError:
        return None

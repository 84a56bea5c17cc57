"""The Swedish words of a reconciliation."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.columns import Meaning
from desktop.domain.contacts.partial_list import Lack
from desktop.domain.contacts.reconciling import (
    Choice,
    Choices,
    ComparedPerson,
    Finding,
    Held,
    Line,
    ListField,
    Standing,
    Term,
    Told,
    chosen,
)
from desktop.domain.importing import Problem
from desktop.domain.level import Party
from desktop.views.contacts.words import level_noun
from desktop.views.wording import order_kind_word, party_word

NOTHING = "–"
_PROBLEMS_SHOWN = 3


def meaning_word(meaning: Meaning) -> str:
    """What a column holds: "E-post"."""
    return {
        Meaning.UNUSED: QCoreApplication.translate("Reconciling", "Används inte"),
        Meaning.PARTY: QCoreApplication.translate("Reconciling", "Part (myndigheten eller SSC)"),
        Meaning.ROLE: QCoreApplication.translate("Reconciling", "Nivå eller funktion"),
        Meaning.AREA: QCoreApplication.translate("Reconciling", "Tjänsteområde"),
        Meaning.FAMILY: QCoreApplication.translate("Reconciling", "Efternamn"),
        Meaning.GIVEN: QCoreApplication.translate("Reconciling", "Förnamn"),
        Meaning.NAME: QCoreApplication.translate("Reconciling", "Hela namnet"),
        Meaning.TITLE: QCoreApplication.translate("Reconciling", "Titel"),
        Meaning.PHONE: QCoreApplication.translate("Reconciling", "Telefon"),
        Meaning.MOBILE: QCoreApplication.translate("Reconciling", "Mobil"),
        Meaning.EMAIL: QCoreApplication.translate("Reconciling", "E-post"),
        Meaning.FUNCTION_EMAIL: QCoreApplication.translate("Reconciling", "Funktionsbrevlåda"),
        Meaning.STARTS: QCoreApplication.translate("Reconciling", "Gäller från och med"),
        Meaning.ENDS: QCoreApplication.translate("Reconciling", "Gäller till och med"),
    }[meaning]


def line_word(line: Line) -> str:
    """What a line is about: "Telefon", or the role that it is."""
    if line.term is not None:
        return _term_word(line.field, line.term)
    return {
        ListField.PERSON: QCoreApplication.translate("Reconciling", "Står i listan"),
        ListField.PARTY: QCoreApplication.translate("Reconciling", "Part"),
        ListField.NAME: QCoreApplication.translate("Reconciling", "Namn"),
        ListField.TITLE: QCoreApplication.translate("Reconciling", "Titel"),
        ListField.PHONE: QCoreApplication.translate("Reconciling", "Telefon"),
        ListField.MOBILE: QCoreApplication.translate("Reconciling", "Mobil"),
        ListField.EMAIL: QCoreApplication.translate("Reconciling", "E-post"),
        ListField.FUNCTION_EMAIL: QCoreApplication.translate("Reconciling", "Funktionsbrevlåda"),
        ListField.ROLE: QCoreApplication.translate("Reconciling", "Uppdrag"),
        ListField.RIGHT: QCoreApplication.translate("Reconciling", "Beställningsrätt"),
    }[line.field]


def _term_word(field: ListField, term: Term) -> str:
    what = level_noun(term.level) if term.level else term.function
    if field is ListField.RIGHT:
        what = QCoreApplication.translate("Reconciling", "Beställningsrätt")
    kind = order_kind_word(term.kind) if term.kind else ""
    return ", ".join(part for part in (what, term.area, kind) if part)


def told_word(line: Line, told: Told) -> str:
    """What one side says: the text, or whether a role is held and when."""
    if isinstance(told, Held):
        begins = QCoreApplication.translate("Reconciling", "från {day}").format(day=told.starts_on)
        ends = QCoreApplication.translate("Reconciling", "till {day}").format(day=told.ends_on)
        yes = QCoreApplication.translate("Reconciling", "Ja")
        parts = (yes, begins if told.starts_on else "", ends if told.ends_on else "")
        return " ".join(part for part in parts if part)
    if told is None:
        return QCoreApplication.translate("Reconciling", "Nej")
    if line.field is ListField.PARTY:
        return party_word(Party(told))
    if line.field is ListField.PERSON:
        yes, no = QCoreApplication.translate("Reconciling", "Ja"), QCoreApplication.translate("Reconciling", "Nej")
        return yes if told else no
    return told or NOTHING


def before_word(line: Line) -> str:
    """What SSC's last list said, where there is one that knows the person."""
    return told_word(line, line.before) if line.before_known else NOTHING


def finding_word(finding: Finding) -> str:
    """Who has changed something: "SSC har ändrat"."""
    return {
        Finding.AGREES: QCoreApplication.translate("Reconciling", "Lika"),
        Finding.NOT_LISTED: QCoreApplication.translate("Reconciling", "Står inte i listan"),
        Finding.THEY_CHANGED: QCoreApplication.translate("Reconciling", "SSC har ändrat"),
        Finding.WE_CHANGED: QCoreApplication.translate("Reconciling", "Vi har ändrat"),
        Finding.BOTH_CHANGED: QCoreApplication.translate("Reconciling", "Båda har ändrat"),
        Finding.UNKNOWN: QCoreApplication.translate("Reconciling", "Skiljer sig"),
    }[finding]


def choice_word(person: ComparedPerson, line: Line, choice: Choice) -> str:
    """What becomes of a difference; keeping ours about our own people means telling SSC."""
    if choice is Choice.THEIRS:
        return _taking_word(line)
    told = choice is Choice.OURS and person.party is Party.AGENCY
    if person.standing is Standing.ONLY_THEIRS:
        kept = QCoreApplication.translate("Reconciling", "Lägg inte till")
        return QCoreApplication.translate("Reconciling", "Lägg inte till, anmäl") if told else kept
    kept = QCoreApplication.translate("Reconciling", "Behåll vårt")
    return QCoreApplication.translate("Reconciling", "Behåll och anmäl") if told else kept


def _taking_word(line: Line) -> str:
    """What it means to take SSC's: a role is ended, or something is added that we did not have."""
    if line.term is not None and line.theirs is None:
        return QCoreApplication.translate("Reconciling", "Avsluta hos oss")
    if not line.ours:
        return QCoreApplication.translate("Reconciling", "Lägg till")
    return QCoreApplication.translate("Reconciling", "Ta SSC:s")


def outcome_word(person: ComparedPerson, line: Line, choices: Choices) -> str:
    """What becomes of a line: what was chosen, or why there is nothing to choose."""
    return choice_word(person, line, chosen(person, line, choices)) if line.differs else finding_word(line.finding)


def possible(person: ComparedPerson, line: Line) -> tuple[Choice, ...]:
    """The choices there are for a difference, in the order of their keys 1, 2 and 3."""
    kept = (Choice.OURS, Choice.THEIRS) if line.can_accept else (Choice.OURS,)
    return (*kept, Choice.LEFT) if person.party is Party.AGENCY else kept


def person_note(person: ComparedPerson) -> str:
    """The second line of a person: their side, and what differs."""
    if not person.differences:
        what = {
            Standing.ONLY_OURS: QCoreApplication.translate("Reconciling", "finns bara hos oss"),
            Standing.GONE: QCoreApplication.translate("Reconciling", "finns bara hos oss"),
        }.get(person.standing, QCoreApplication.translate("Reconciling", "inget skiljer"))
    elif person.standing is Standing.ONLY_THEIRS:
        what = QCoreApplication.translate("Reconciling", "finns bara i SSC:s lista")
    elif person.standing is Standing.GONE:
        what = QCoreApplication.translate("Reconciling", "borta ur SSC:s lista")
    elif person.standing is Standing.ONLY_OURS:
        what = QCoreApplication.translate("Reconciling", "saknas i SSC:s lista")
    else:
        fields = dict.fromkeys(
            line_word(line).lower() if line.term is None else _kind(line) for line in person.differences
        )
        what = ", ".join(fields)
    side = {
        Party.AGENCY: QCoreApplication.translate("Reconciling", "Vår"),
        Party.SSC: QCoreApplication.translate("Reconciling", "SSC"),
    }[person.party]
    return f"{side} · {what}"


def _kind(line: Line) -> str:
    """What differs, as a list of several says it."""
    if line.term is None:
        return line_word(line).lower()
    if line.field is ListField.ROLE:
        return QCoreApplication.translate("Reconciling", "uppdrag")
    return QCoreApplication.translate("Reconciling", "beställningsrätt")


def problems_words(problems: Sequence[Problem]) -> str:
    """What was odd in the file, the same thing once however many rows have it; the first few."""
    rows: dict[str, list[int]] = {}
    for problem in problems:
        rows.setdefault(problem.sentence, []).extend([problem.row] if problem.row is not None else [])
    said = [_with_rows(sentence, rows[sentence]) for sentence in list(rows)[:_PROBLEMS_SHOWN]]
    rest = len(rows) - len(said)
    more = QCoreApplication.translate("Reconciling", "och {count} till").format(count=rest) if rest > 0 else ""
    return " ".join(part for part in (*said, more) if part)


def _with_rows(sentence: str, rows: Sequence[int]) -> str:
    if not rows:
        return sentence
    others = len(rows) - 1
    place = QCoreApplication.translate("Reconciling", "Rad {row}").format(row=rows[0])
    more = QCoreApplication.translate("Reconciling", "och {count} till").format(count=others) if others else ""
    return f"{' '.join(part for part in (place, more) if part)}: {sentence}"


def lacks_words(lacks: Sequence[Lack]) -> str:
    """That the list seems to be a part of one, and what becomes of those who are missing; nothing if it is whole."""
    told = {
        Party.AGENCY: QCoreApplication.translate("Reconciling", "{missing} av våra {known} kontaktpersoner"),
        Party.SSC: QCoreApplication.translate("Reconciling", "{missing} av SSC:s {known} kontaktpersoner"),
    }
    sides = [told[lack.party].format(missing=lack.missing, known=lack.known) for lack in lacks]
    if not sides:
        return ""
    both = QCoreApplication.translate("Reconciling", " och ").join(sides)
    return QCoreApplication.translate(
        "Reconciling",
        "I listan saknas {people}. Är den bara en del av förteckningen? För dem som saknas föreslås ingen ändring; "
        "är listan hel, gå igenom dem och välj.",
    ).format(people=both)


def side_word(party: Party) -> str:
    """Whose person it is."""
    return {
        Party.AGENCY: QCoreApplication.translate("Reconciling", "Vår kontaktperson"),
        Party.SSC: QCoreApplication.translate("Reconciling", "SSC:s kontaktperson"),
    }[party]


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun; thousands are set apart (R40)."""
    grouped = f"{number:,}".replace(",", "\u00a0")
    return (one if number == 1 else many).format(count=grouped)

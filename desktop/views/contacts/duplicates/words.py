"""The Swedish words of contacts that look like one person."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.likeness import Likeness, LikeSign, Strength
from desktop.domain.contacts.merging import Move, MoveKind
from desktop.domain.dates import in_prose
from desktop.domain.level import Party
from desktop.views.contacts.words import party_name


def sign_words(signs: Iterable[LikeSign]) -> str:
    """What makes two look like one person: "samma e-postadress, namnet skiljer på en bokstav"."""
    words = {
        LikeSign.EMAIL: QCoreApplication.translate("Contacts", "samma e-postadress"),
        LikeSign.PHONE: QCoreApplication.translate("Contacts", "samma telefonnummer"),
        LikeSign.SAME: QCoreApplication.translate("Contacts", "samma namn"),
        LikeSign.ACCENTS: QCoreApplication.translate("Contacts", "namnen skiljer bara i prickar och tecken"),
        LikeSign.SWAPPED: QCoreApplication.translate("Contacts", "samma namn i annan ordning"),
        LikeSign.PARTS: QCoreApplication.translate("Contacts", "delar av samma namn"),
        LikeSign.INITIALS: QCoreApplication.translate("Contacts", "initial i stället för förnamn"),
        LikeSign.TYPO: QCoreApplication.translate("Contacts", "namnen skiljer på en bokstav"),
    }
    return ", ".join(words[sign] for sign in signs)


def strength_word(strength: Strength) -> str:
    """How sure it is that two are one person."""
    return {
        Strength.POSSIBLE: QCoreApplication.translate("Contacts", "Kan vara samma person"),
        Strength.LIKELY: QCoreApplication.translate("Contacts", "Troligen samma person"),
        Strength.SURE: QCoreApplication.translate("Contacts", "Nästan säkert samma person"),
    }[strength]


def _short_strength(strength: Strength) -> str:
    return {
        Strength.POSSIBLE: QCoreApplication.translate("Contacts", "Kanske"),
        Strength.LIKELY: QCoreApplication.translate("Contacts", "Troligen"),
        Strength.SURE: QCoreApplication.translate("Contacts", "Nästan säkert"),
    }[strength]


def likeness_words(likeness: Likeness) -> str:
    """How sure it is, and why, where there is little room: "Troligen: samma telefonnummer"."""
    return f"{_short_strength(likeness.strength)}: {sign_words(likeness.signs)}"


def merge_field_word(name: str) -> str:
    """The label of a field that is chosen."""
    return {
        "party": QCoreApplication.translate("Contacts", "Part"),
        "given_name": QCoreApplication.translate("Contacts", "Förnamn"),
        "family_name": QCoreApplication.translate("Contacts", "Efternamn"),
        "title": QCoreApplication.translate("Contacts", "Titel"),
        "phone": QCoreApplication.translate("Contacts", "Telefon"),
        "mobile": QCoreApplication.translate("Contacts", "Mobil"),
        "email": QCoreApplication.translate("Contacts", "E-post"),
        "function_email": QCoreApplication.translate("Contacts", "Funktionsbrevlåda"),
        "deputy_id": QCoreApplication.translate("Contacts", "Ersättare"),
        "confirmed_on": QCoreApplication.translate("Contacts", "Bekräftad"),
        "ended_on": QCoreApplication.translate("Contacts", "Avslutad"),
    }[name]


def value_words(value: str | Party | date | None, agency: str) -> str:
    """A value of a field as it stands on screen; an empty text where there is none."""
    if isinstance(value, Party):
        return party_name(value, agency)
    return in_prose(value) if isinstance(value, date) else value or ""


def move_words(move: Move) -> str:
    """How much of a kind moves: "3 uppdrag, 1 av dem slås ihop med ett likadant"."""
    one, many = _moved()[move.kind]
    moved = one if move.count == 1 else many.format(count=move.count)
    return f"{moved}, {_joined(move)}" if move.joined else moved


def searched_words(count: int) -> str:
    """Among how many contacts: "bland 312 kontakter"."""
    if count == 1:
        return QCoreApplication.translate("Contacts", "bland 1 kontakt")
    return QCoreApplication.translate("Contacts", "bland {count} kontakter").format(count=count)


def _joined(move: Move) -> str:
    if move.kind is MoveKind.MEETINGS:
        words = QCoreApplication.translate("Contacts", "varav {count} där båda deltar och blir en deltagare")
    else:
        words = QCoreApplication.translate("Contacts", "varav {count} blir ett med ett likadant")
    return words.format(count=move.joined)


def _moved() -> dict[MoveKind, tuple[str, str]]:
    return {
        MoveKind.ROLES: (
            QCoreApplication.translate("Contacts", "1 uppdrag"),
            QCoreApplication.translate("Contacts", "{count} uppdrag"),
        ),
        MoveKind.RIGHTS: (
            QCoreApplication.translate("Contacts", "1 beställningsrätt"),
            QCoreApplication.translate("Contacts", "{count} beställningsrätter"),
        ),
        MoveKind.MEETINGS: (
            QCoreApplication.translate("Contacts", "deltagande i 1 möte"),
            QCoreApplication.translate("Contacts", "deltagande i {count} möten"),
        ),
        MoveKind.ITEMS: (
            QCoreApplication.translate("Contacts", "1 punkt att föredra"),
            QCoreApplication.translate("Contacts", "{count} punkter att föredra"),
        ),
        MoveKind.NOTICES: (
            QCoreApplication.translate("Contacts", "1 anmälan till SSC"),
            QCoreApplication.translate("Contacts", "{count} anmälningar till SSC"),
        ),
        MoveKind.DEPUTIES: (
            QCoreApplication.translate("Contacts", "ersättare för 1 kontakt"),
            QCoreApplication.translate("Contacts", "ersättare för {count} kontakter"),
        ),
        MoveKind.LOG: (
            QCoreApplication.translate("Contacts", "1 rad i loggen över avslutade"),
            QCoreApplication.translate("Contacts", "{count} rader i loggen över avslutade"),
        ),
        MoveKind.MERGED: (
            QCoreApplication.translate("Contacts", "1 tidigare sammanslagen kontakt"),
            QCoreApplication.translate("Contacts", "{count} tidigare sammanslagna kontakter"),
        ),
        MoveKind.OTHER: (
            QCoreApplication.translate("Contacts", "1 annan koppling"),
            QCoreApplication.translate("Contacts", "{count} andra kopplingar"),
        ),
    }

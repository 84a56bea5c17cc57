"""The Swedish words of the list of whom to call."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.call_list import Callee, CallGroup, CallReason
from desktop.domain.dates import in_prose
from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.views.parts.marks import forum_word


def group_heading(group: CallGroup) -> str:
    """What a group is: "Daglig kontakt", "Taktisk nivå", "Nästa nivå: strategisk nivå"."""
    if group.reason is CallReason.DAILY:
        return QCoreApplication.translate("Calls", "Daglig kontakt")
    if group.reason is CallReason.IF_NEEDED:
        return QCoreApplication.translate("Calls", "Vid behov")
    level = _level(group.forum or Forum.OPERATIONAL)
    if group.reason is CallReason.NEXT:
        return QCoreApplication.translate("Calls", "Nästa nivå: {level}").format(level=level)
    return level[:1].upper() + level[1:]


def group_note(group: CallGroup) -> str:
    """Why these are called."""
    return {
        CallReason.DAILY: QCoreApplication.translate("Calls", "De flesta frågor löses här, via kundsupport först."),
        CallReason.LEVEL: QCoreApplication.translate("Calls", "Ärendet ligger på den här nivån."),
        CallReason.NEXT: QCoreApplication.translate("Calls", "Om ärendet behöver eskaleras, en nivå i taget."),
        CallReason.IF_NEEDED: QCoreApplication.translate(
            "Calls", "Dataskyddsombudet om personuppgifter kan vara berörda."
        ),
    }[group.reason]


def role_words(callee: Callee) -> str:
    """As what somebody is called: "Taktisk nivå, Lön"."""
    what = callee.role.function or _level_word(callee.role.level)
    area = callee.area_name or ("" if callee.role.function else QCoreApplication.translate("Calls", "alla områden"))
    return ", ".join(part for part in (what, area) if part)


def stale_words(callee: Callee) -> str:
    """That the particulars are old, and how old (R17); nothing when they are fresh."""
    if not callee.is_stale:
        return ""
    confirmed = callee.contact.confirmed_on
    if confirmed is None:
        return QCoreApplication.translate("Calls", "Aldrig bekräftad")
    return QCoreApplication.translate("Calls", "Ej bekräftad sedan {day}").format(day=in_prose(confirmed))


def vacant_words(group: CallGroup) -> str:
    """That nobody holds the level of a group (R15)."""
    return QCoreApplication.translate("Calls", "Ingen kontaktperson på {level}.").format(
        level=_level(group.forum or Forum.OPERATIONAL)
    )


def missing_words(function: str) -> str:
    """That a function is in nobody's hands as far as the register knows (R16)."""
    return QCoreApplication.translate("Calls", "{function} finns inte i registret.").format(function=function)


def _level(forum: Forum) -> str:
    if forum is Forum.COMBINED:
        return forum_word(forum).lower()
    return _level_word(forum.level).lower()


def _level_word(level: Level | None) -> str:
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Calls", "Operativ nivå"),
        Level.TACTICAL: QCoreApplication.translate("Calls", "Taktisk nivå"),
        Level.STRATEGIC: QCoreApplication.translate("Calls", "Strategisk nivå"),
        None: "",
    }[level]

"""The menu of a meeting's documents: each to look at, and the ways out that it has besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.domain.document import Paper, WayOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.parts.action_menu import ActionMenu

    Ask = Callable[[Paper, WayOut], None]

_ENDS_A_GROUP = {Paper.BINDER}


def offer_documents(menu: ActionMenu, ask: Ask) -> None:
    """Fill the menu with everything that can be had of a meeting.

    Args:
        menu: The menu.
        ask: Called with the document that is chosen, and the way it is to go.
    """

    def offer(words: str, name: str, paper: Paper, way: WayOut, keys: QKeySequence | str = "") -> None:
        menu.offer(words, name, lambda: ask(paper, way), keys)

    keys = QKeySequence(QKeySequence.StandardKey.Print)
    for paper, words in _looked_at().items():
        name = paper.value.capitalize()
        offer(words, f"preview{name}", paper, WayOut.PREVIEW, keys if paper is Paper.AGENDA else "")
        if paper is Paper.AGENDA:
            save = QCoreApplication.translate("DocumentsMenu", "Exportera dagordning som PDF …")
            offer(save, "exportAgenda", paper, WayOut.SAVE)
            send = QCoreApplication.translate("DocumentsMenu", "Skicka dagordningen som e-postutkast")
            offer(send, "sendAgenda", paper, WayOut.MAIL)
        if paper.can_be_edited:
            offer(_in_word(paper), f"word{name}", paper, WayOut.WORD)
        if paper.can_be_edited or paper in _ENDS_A_GROUP:
            menu.addSeparator()


def _looked_at() -> dict[Paper, str]:
    """What the entries say that show a document."""
    return {
        Paper.AGENDA: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska dagordning"),
        Paper.BRIEF: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska underlaget inför mötet"),
        Paper.PROPOSALS: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska våra förslag"),
        Paper.BINDER: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska möteshandlingar"),
        Paper.NOTES: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska minnesanteckningar"),
        Paper.DECISIONS: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska beslutsutdrag"),
        Paper.ACTIONS: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska åtgärdslista"),
        Paper.DIFFERENCES: QCoreApplication.translate("DocumentsMenu", "Förhandsgranska synpunkter på anteckningarna"),
    }


def _in_word(paper: Paper) -> str:
    if paper is Paper.AGENDA:
        return QCoreApplication.translate("DocumentsMenu", "Spara dagordning för Word …")
    return QCoreApplication.translate("DocumentsMenu", "Spara minnesanteckningar för Word …")

"""The documents of a meeting as they are asked for: from its menu and from the tab before it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import SourceKind
from desktop.domain.meetings.followup import Action
from desktop.views.meetings.brief_tab import BriefTab
from desktop.views.meetings.meeting_tabs import Tab

from .conftest import Hands


@pytest.fixture
def asked(hands: Hands) -> list[DocumentRequest]:
    found: list[DocumentRequest] = []
    hands.page.document_asked.connect(found.append)
    return found


def test_every_document_has_an_entry_that_shows_it(hands: Hands, asked: list[DocumentRequest]) -> None:
    key = hands.open()
    for paper in Paper:
        hands.choose(f"preview{paper.value.capitalize()}")
    assert asked == [DocumentRequest(paper=paper, meeting_id=key) for paper in Paper]


def test_what_can_be_edited_is_had_for_word(hands: Hands, asked: list[DocumentRequest]) -> None:
    key = hands.open()
    menu = hands.find(QMenu, "documentsMenu")
    names = {action.objectName() for action in menu.findChildren(QAction)}
    assert {name for name in names if name.startswith("word")} == {"wordAgenda", "wordNotes"}
    hands.choose("wordNotes")
    assert asked == [DocumentRequest(paper=Paper.NOTES, meeting_id=key, way=WayOut.WORD)]


def test_items_chosen_for_ssc_are_the_ones_of_the_document(hands: Hands, asked: list[DocumentRequest]) -> None:
    key = hands.open("Ett", "Två")
    chosen = (hands.stored()[1].id,)
    hands.page.view.agenda.way.preview_asked.emit(key, chosen)
    assert asked == [DocumentRequest(paper=Paper.PROPOSALS, meeting_id=key, items=chosen)]


def test_the_tab_before_a_meeting_tells_what_is_open_and_asks_for_its_document(
    hands: Hands, asked: list[DocumentRequest], qtbot: QtBot
) -> None:
    action = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Beskriv rutinen", party=Party.SSC)
    hands.services.followups.add_action(action)
    key = hands.open()
    hands.page.view.show_tab(Tab.BRIEF)
    hands.settle()
    tab = hands.page.view.tabs.widget(Tab.BRIEF)
    assert isinstance(tab, BriefTab)
    lines = [tab.model.entry(tab.model.index(row, 0)) for row in range(tab.model.rowCount())]
    (line,) = [line for line in lines if line is not None and line.text == "Beskriv rutinen"]
    opened: list[object] = []
    hands.page.source_opened.connect(opened.append)
    tab.list.source_opened.emit(line.source)
    assert (opened, line.source.kind) == ([line.source], SourceKind.ACTION)
    hands.find(QPushButton, "previewBrief").click()
    assert asked == [DocumentRequest(paper=Paper.BRIEF, meeting_id=key)]
    hands.services.followups.finish(action.id, "Klar.", hands.services.briefs.get(key).day)
    hands.settle()
    assert all(
        entry is None or entry.text != "Beskriv rutinen"
        for entry in (tab.model.entry(tab.model.index(row, 0)) for row in range(tab.model.rowCount()))
    )

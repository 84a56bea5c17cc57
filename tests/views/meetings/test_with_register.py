"""The whole path with the files agencies have: lists and invitation in, proposals added, everything taken back."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.models.database import Database
from desktop.services.imports import Imports
from desktop.views.meetings.meeting_tabs import Tab
from tests.data_files import CONTACTS, MATTERS
from tests.data_files import INVITATION as INVITATION_FILE
from tests.views.meetings.conftest import Hands


@pytest.fixture
def filled(hands: Hands, database: Database) -> Hands:
    imports = Imports(database)
    for path in (CONTACTS, MATTERS, INVITATION_FILE):
        result = imports.apply(imports.preview(path))
    assert result.meeting_id is not None
    hands.page.open_meeting(result.meeting_id)
    hands.settle()
    return hands


def test_the_tactical_meeting_is_offered_what_is_open_at_its_level(filled: Hands) -> None:
    proposals = filled.page.view.agenda.proposals.model.rows
    told = "\n".join(f"{each.title} {each.reason} {each.source.label}" for each in proposals)
    for number in ("2026-014", "2026-003", "2026-006", "2026-008", "2026-011"):
        assert number in told
    assert "2026-012" not in told
    assert "Ur kallelsen" in [
        filled.page.view.agenda.proposals.model.index(row).data()
        for row in range(filled.page.view.agenda.proposals.model.rowCount())
    ]


def test_invitation_and_participants_are_there(filled: Hands) -> None:
    view = filled.page.view
    assert view.tabs.is_offered(Tab.INVITATION)
    view.show_tab(Tab.INVITATION)
    assert view.invitation.model.rowCount() > 0
    view.show_tab(Tab.PARTICIPANTS)
    titles = [row.cells[1].casefold() for row in view.participants.model.rows]
    assert any("bara i kallelsen" not in title for title in titles)
    assert view.tabs.title(Tab.PARTICIPANTS) == f"Deltagare {view.participants.model.rowCount()}"


def test_participants_are_removed_and_proposed_again(filled: Hands) -> None:
    view = filled.page.view
    view.show_tab(Tab.PARTICIPANTS)
    held = next(n for n, row in enumerate(view.participants.model.rows) if "kallelsen" not in row.cells[1])
    gone = view.participants.model.rows[held].cells[0]
    view.participants.table.selectRow(held)
    filled.find(QPushButton, "participantRemove").click()
    assert gone not in [row.cells[0] for row in view.participants.model.rows], "gone at once"
    filled.settle()
    assert filled.messages[-1] == (f"{gone} är borttagen från deltagarna.", "info", True)
    add = [b for b in filled.page.findChildren(QPushButton, "participantAdd") if gone in b.accessibleName()]
    if add:  # only those who hold a role of the level that day are proposed
        add[0].click()
        filled.settle()
        assert gone in [row.cells[0] for row in view.participants.model.rows]


def test_everything_added_can_be_taken_back_step_by_step(filled: Hands) -> None:
    before = filled.page.view.agenda.proposals.model.rows
    filled.find(QPushButton, "acceptAll").click()
    filled.settle()
    filled.table.choose(2)
    filled.table.move_current(-1)
    filled.page.view.agenda.model.setData(filled.page.view.agenda.model.index(0, 4), 35)
    filled.settle()
    assert filled.stored()[0].minutes == 35
    for _ in range(3):
        filled.tasks.run(filled.services.history.undo, filled.page, lambda _act: None)
        filled.settle()
    assert filled.titles() == []
    assert filled.page.view.agenda.proposals.model.rows == before

"""The panel of proposals: each with its reason, added and dismissed by mouse and keyboard (R8)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.domain.meetings.agenda import SourceKind
from tests.views.meetings.conftest import Hands, press


def keys(hands: Hands) -> list[str]:
    return [proposal.key for proposal in hands.page.view.agenda.proposals.model.rows]


def test_standing_items_are_proposed_with_their_reason(hands: Hands) -> None:
    hands.open()
    model = hands.page.view.agenda.proposals.model
    assert model.index(0).data() == "Stående punkter"
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).data() == "Mötets öppnande"
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mötets öppnande. Stående punkt på taktisk nivå. Samverkansmodellen, avsnitt 1.2."


def test_enter_adds_and_the_next_one_is_current(hands: Hands) -> None:
    hands.open()
    panel = hands.page.view.agenda.proposals
    first, second = keys(hands)[:2]
    panel.list.setCurrentIndex(panel.model.index_of(first))
    press(panel.list, Qt.Key.Key_Return)
    assert first not in keys(hands), "gone at once"
    items = hands.stored()
    assert [item.origin for item in items] == [first]
    assert items[0].source.kind is SourceKind.STANDING
    assert hands.titles() == [items[0].title]
    assert panel.model.entry(panel.list.currentIndex()).key == second


def test_delete_dismisses_and_dismissed_ones_come_back(hands: Hands) -> None:
    key = hands.open()
    panel = hands.page.view.agenda.proposals
    before = keys(hands)
    panel.list.setCurrentIndex(panel.model.index_of(before[1]))
    press(panel.list, Qt.Key.Key_Delete)
    hands.settle()
    recall = hands.find(QPushButton, "recallDismissed")
    assert recall.isVisible()
    assert recall.text() == "1 avfärdat – visa igen"
    assert before[1] not in [proposal.key for proposal in hands.services.agendas.proposals(key)]
    recall.click()
    hands.settle()
    assert keys(hands) == before
    assert not recall.isVisible()


def test_all_are_added_as_one_change(hands: Hands) -> None:
    hands.open()
    count = len(keys(hands))
    everything = hands.find(QPushButton, "acceptAll")
    assert everything.text() == f"Lägg till alla {count}"
    everything.click()
    assert len(hands.stored()) == count
    assert not everything.isVisible()
    assert hands.find(QLabel, "proposalNone").isVisible()
    hands.tasks.run(hands.services.history.undo, hands.page, lambda _act: None)
    hands.settle()
    assert hands.stored() == ()
    assert len(keys(hands)) == count


def test_the_focus_goes_on_to_the_agenda_when_nothing_is_left_to_add(hands: Hands) -> None:
    hands.open()
    everything = hands.find(QPushButton, "acceptAll")
    everything.setFocus()
    press(everything, Qt.Key.Key_Space)
    hands.settle()
    assert hands.table.hasFocus()
    assert hands.table.current_row == 0


def test_the_focus_goes_back_to_the_list_when_the_dismissed_ones_return(hands: Hands) -> None:
    hands.open()
    panel = hands.page.view.agenda.proposals
    panel.list.setCurrentIndex(panel.model.index_of(keys(hands)[0]))
    press(panel.list, Qt.Key.Key_Delete)
    hands.settle()
    recall = hands.find(QPushButton, "recallDismissed")
    recall.setFocus()
    press(recall, Qt.Key.Key_Space)
    hands.settle()
    assert panel.list.hasFocus()


def test_tab_passes_an_empty_agenda_over(hands: Hands) -> None:
    hands.open()
    assert not hands.table.focusPolicy() & Qt.FocusPolicy.TabFocus
    hands.services.agendas.add(hands.page.view.meeting_id, "En punkt")
    hands.settle()
    assert hands.table.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_buttons_name_what_they_add_and_dismiss(hands: Hands) -> None:
    hands.open()
    names = [button.accessibleName() for button in hands.page.findChildren(QPushButton, "acceptProposal")]
    assert names[0] == "Lägg till: Mötets öppnande"
    assert len(names) == len(keys(hands))
    dismiss = hands.page.findChildren(QPushButton, "dismissProposal")[0]
    assert dismiss.accessibleName() == "Avfärda: Mötets öppnande"
    dismiss.click()
    hands.settle()
    assert "Mötets öppnande" not in [proposal.title for proposal in hands.page.view.agenda.proposals.model.rows]

"""Templates in a meeting: made and used from its menu, renamed and removed, all by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.forum import Forum
from desktop.domain.meetings.templates_shipped import SHIPPED
from desktop.views.meetings.template_panel import TemplatePanel
from tests.views.meetings.conftest import Hands, press, type_text


def choose(hands: Hands, name: str) -> TemplatePanel:
    """Choose an entry of the menu "Mer"."""
    action = hands.page.view.findChild(QAction, name)
    assert action is not None
    action.trigger()
    hands.settle()
    return hands.page.view.templates


def own(hands: Hands) -> list[str]:
    return [template.name for template in hands.services.templates.get() if not template.is_shipped]


def agenda(hands: Hands) -> list[str]:
    key = hands.page.view.meeting_id
    assert key is not None
    return [item.title for item in hands.services.agendas.get(key)]


def button(hands: Hands, name: str) -> QPushButton:
    found = hands.find(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_template_is_made_of_the_meeting_by_keyboard_alone(hands: Hands) -> None:
    hands.open("Lönerevision", "Kundwebben")
    panel = choose(hands, "makeTemplate")
    name = hands.field("templateName")
    assert name.hasFocus()
    assert name.text() == "Taktiskt möte"
    press(name, Qt.Key.Key_Return)
    hands.settle()
    assert hands.messages[-1][:2] == (
        "Det finns redan en mall som heter Taktiskt möte. Välj ett annat namn.", "danger",
    )  # fmt: skip
    assert panel.isVisible()
    name.clear()
    press(name, Qt.Key.Key_Return)
    assert name.accessibleDescription() == "Mallen behöver ett namn."
    type_text(name, "Vårt möte")
    press(name, Qt.Key.Key_Return)
    hands.settle()
    assert hands.messages[-1] == ("Mallen ”Vårt möte” är gjord.", "good", True)
    assert own(hands) == ["Vårt möte"]
    assert not panel.isVisible()
    assert button(hands, "moreMenuButton").hasFocus()
    hands.undo()
    assert own(hands) == []


def test_a_template_is_used_and_one_undo_takes_it_back(hands: Hands) -> None:
    hands.open("Lönerevision")
    panel = choose(hands, "useTemplate")
    box = hands.find(QComboBox, "templateChoice")
    assert isinstance(box, QComboBox)
    assert box.hasFocus()
    assert [box.itemText(place) for place in range(box.count())][:2] == ["Taktiskt möte", "Operativt möte"]
    assert not button(hands, "templateRemove").isVisible()
    press(box, Qt.Key.Key_Return)
    hands.settle()
    count = len(SHIPPED[Forum.TACTICAL].items)
    assert hands.messages[-1] == (f"{count} punkter ur mallen ”Taktiskt möte” lades till.", "good", True)
    assert len(agenda(hands)) == count + 1
    choose(hands, "useTemplate")
    button(hands, "templateDo").click()
    hands.settle()
    assert hands.messages[-1] == ("Alla punkter i mallen finns redan på dagordningen.", "info", False)
    assert not panel.isVisible()
    hands.undo()
    assert agenda(hands) == ["Lönerevision"]


def test_our_own_are_renamed_and_removed(hands: Hands, qtbot: QtBot) -> None:
    key = hands.open("Lönerevision")
    hands.services.templates.make(key, "Vårt möte")
    hands.settle()
    panel = choose(hands, "useTemplate")
    box = hands.find(QComboBox, "templateChoice")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Vårt möte"
    button(hands, "templateRename").click()
    name = hands.field("templateName")
    assert name.text() == "Vårt möte"
    press(name, Qt.Key.Key_Escape)
    assert box.isVisible()
    button(hands, "templateRename").click()
    name.clear()
    type_text(name, "Vårt bästa möte")
    press(name, Qt.Key.Key_Return)
    hands.settle()
    assert own(hands) == ["Vårt bästa möte"]
    assert box.currentText() == "Vårt bästa möte"
    button(hands, "templateRemove").click()
    hands.settle()
    assert own(hands) == []
    assert box.currentText() == "Taktiskt möte"
    assert hands.messages[-1] == ("Mallen ”Vårt bästa möte” är borttagen.", "info", True)
    hands.undo()
    assert box.itemText(0) == "Vårt bästa möte"
    press(box, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_another_meeting_closes_the_panel(hands: Hands) -> None:
    hands.open("Lönerevision")
    panel = choose(hands, "makeTemplate")
    hands.page.open_meeting(hands.meeting(day=3))
    hands.settle()
    assert not panel.isVisible()

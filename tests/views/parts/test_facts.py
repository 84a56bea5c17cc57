"""Facts stand abreast only where they fit."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.parts.facts import Facts
from tests.views.registers import shown


def test_pairs_stand_abreast_where_they_fit_and_else_below_each_other(qtbot: QtBot) -> None:
    facts = shown(qtbot, Facts())
    facts.show_facts([("Telefon", "08-123 45 60"), ("E-post", "anna.andersson@myndigheten.example"), ("Tomt", "")])
    phone, mail = (next(w for w in facts.findChildren(QLabel) if w.text() == label) for label in ("Telefon", "E-post"))

    def tops() -> tuple[int, int]:
        return phone.mapTo(facts, phone.pos()).y(), mail.mapTo(facts, mail.pos()).y()

    facts.resize(700, 200)
    qtbot.waitUntil(lambda: tops()[0] == tops()[1])
    facts.resize(facts.minimumSizeHint().width() + 20, 200)
    qtbot.waitUntil(lambda: tops()[0] < tops()[1])
    assert "Tomt" not in [label.text() for label in facts.findChildren(QLabel)]


def test_new_facts_take_the_place_of_the_old(qtbot: QtBot) -> None:
    facts = shown(qtbot, Facts())
    facts.show_facts([("Telefon", "08-123 45 60")])
    facts.show_facts([("E-post", "x@y.example")])

    def said() -> list[str]:
        return [label.text() for label in facts.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: said() == ["E-post", "x@y.example"])

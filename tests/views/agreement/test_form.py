"""The form for agency and agreement."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.level import LevelModel
from desktop.domain.organisation import OrganisationNumber
from desktop.errors import StoreError
from desktop.views.agreement.form import AgreementForm
from tests.views.registers import Desk, shown

KEPT = Agreement(
    agency_name="Exempelmyndigheten",
    agency_number=OrganisationNumber.parse("202100-6453"),
    own_registry_number="2026/118",
    ssc_registry_number="SSC-2024-77",
    choices=(LevelChoice(starts_on=date(2025, 1, 1), model=LevelModel.TWO, decision="strategiskt möte i november"),),
)


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> AgreementForm:
    return shown(qtbot, AgreementForm(desk.tasks, desk.agreements))


def field(form: AgreementForm, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, name)
    assert found is not None
    return found


def button(form: AgreementForm, name: str) -> QPushButton:
    found = form.findChild(QPushButton, name)
    assert found is not None
    return found


def press(qtbot: QtBot, form: AgreementForm, name: str) -> None:
    qtbot.keyClick(button(form, name), Qt.Key.Key_Space)


def count(signal_of: Callable[[Callable[..., None]], object]) -> list[object]:
    heard: list[object] = []
    signal_of(lambda *values: heard.append(values))
    return heard


def test_the_first_run_greets_and_keeps_what_is_filled_in(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    form.welcome()
    desk.settle()
    closed, saved = count(form.closed.connect), count(form.saved.connect)
    assert form.findChild(QLabel, "pageTitle").text() == "Välkommen till Samverkan"
    assert field(form, "agencyName").hasFocus()
    field(form, "agencyName").setText("  Exempelmyndigheten ")
    field(form, "agencyNumber").setText("2021006453")
    field(form, "ownRegistryNumber").setText("2026/118")
    press(qtbot, form, "agreementSave")
    desk.settle()
    kept = desk.agreements.get()
    assert kept is not None
    assert (kept.agency_name, str(kept.agency_number)) == ("Exempelmyndigheten", "202100-6453")
    assert kept.own_registry_number == "2026/118"
    assert (len(saved), len(closed)) == (1, 1)


def test_the_counterpart_is_shown(form: AgreementForm) -> None:
    words = [label.text() for label in form.findChildren(QLabel)]
    assert "Statens servicecenter" in words
    assert "202100-6453" in words


def test_the_first_run_can_be_skipped_or_begin_with_the_contact_list(
    form: AgreementForm, desk: Desk, qtbot: QtBot
) -> None:
    form.welcome()
    desk.settle()
    with qtbot.waitSignal(form.closed, timeout=500):
        press(qtbot, form, "agreementSkip")
    with qtbot.waitSignal(form.import_asked, timeout=500):
        press(qtbot, form, "agreementImport")
    desk.settle()
    assert desk.agreements.get() is None


def test_what_is_filled_in_is_kept_before_the_import(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    form.welcome()
    desk.settle()
    field(form, "agencyName").setText("Exempelmyndigheten")
    with qtbot.waitSignal(form.import_asked):
        press(qtbot, form, "agreementImport")
    kept = desk.agreements.get()
    assert kept is not None
    assert kept.agency_name == "Exempelmyndigheten"


def test_the_kept_agreement_is_shown_and_saved_unchanged(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    assert not button(form, "agreementSkip").isVisible()
    assert field(form, "sscRegistryNumber").text() == "SSC-2024-77"
    press(qtbot, form, "agreementSave")
    desk.settle()
    assert desk.agreements.get() == KEPT


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("agencyName", "  ", "Skriv namnet så som det ska stå i dokument."),
        ("agencyNumber", "202100-6454", "Organisationsnumrets kontrollsiffra stämmer inte."),
        ("agencyNumber", "1234", "Organisationsnumret ska ha tio siffror, skrivna NNNNNN-NNNN."),
        ("ownRegistryNumber", "x" * 41, "Ett diarienummer får ha högst 40 tecken. Det här är 1 för långt."),
        ("sscRegistryNumber", "x" * 43, "Ett diarienummer får ha högst 40 tecken. Det här är 3 för långt."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(
    form: AgreementForm, desk: Desk, qtbot: QtBot, name: str, text: str, sentence: str
) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    field(form, name).setText(text)
    press(qtbot, form, "agreementSave")
    desk.settle()
    assert field(form, name).accessibleDescription() == sentence
    assert field(form, name).hasFocus()
    assert field(form, name).text() == text
    assert desk.agreements.get() == KEPT


def test_forty_characters_are_a_registry_number(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    field(form, "ownRegistryNumber").setText("x" * 40)
    press(qtbot, form, "agreementSave")
    desk.settle()
    kept = desk.agreements.get()
    assert kept is not None
    assert kept.own_registry_number == "x" * 40


def test_two_levels_need_a_date_and_a_decision(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    press(qtbot, form, "choiceOpen")
    box = form.findChild(QComboBox, "choiceModel")
    box.setCurrentIndex(box.findText("Tre nivåer"))
    field(form, "choiceDay").setText("2027-01-01")
    press(qtbot, form, "agreementSave")
    desk.settle()
    assert field(form, "choiceDecision").accessibleDescription() == "Skriv var parterna beslutade det gemensamt."
    assert desk.agreements.get() == KEPT
    field(form, "choiceDecision").setText("strategiskt möte 2026-10-05")
    press(qtbot, form, "agreementSave")
    desk.settle()
    kept = desk.agreements.get()
    assert kept is not None
    assert [(choice.starts_on, choice.model, choice.decision) for choice in kept.choices] == [
        (date(2025, 1, 1), LevelModel.TWO, "strategiskt möte i november"),
        (date(2027, 1, 1), LevelModel.THREE, "strategiskt möte 2026-10-05"),
    ]


def test_a_decision_can_be_taken_away(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    remove = next(each for each in form.findChildren(QPushButton) if each.text() == "Ta bort")
    assert remove.accessibleName() == "Ta bort beslutet från 1\u00a0januari\u00a02025"
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    press(qtbot, form, "agreementSave")
    desk.settle()
    kept = desk.agreements.get()
    assert kept is not None
    assert kept.choices == ()


def test_escape_leaves_without_keeping(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    desk.agreements.save(KEPT)
    form.edit()
    desk.settle()
    field(form, "agencyName").setText("En annan myndighet")
    with qtbot.waitSignal(form.closed, timeout=500):
        qtbot.keyClick(field(form, "agencyName"), Qt.Key.Key_Escape)
    desk.settle()
    assert desk.agreements.get() == KEPT


def test_a_register_that_cannot_be_written_is_told_and_the_form_stays(
    form: AgreementForm, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.edit()
    desk.settle()

    def refuse(_: Agreement) -> None:
        raise StoreError("Registret kan inte skrivas.")

    monkeypatch.setattr(desk.agreements, "save", refuse)
    said, closed = count(form.message.connect), count(form.closed.connect)
    field(form, "agencyName").setText("Exempelmyndigheten")
    press(qtbot, form, "agreementSave")
    desk.settle()
    assert said == [("Registret kan inte skrivas.", "danger", False)]
    assert closed == []
    assert button(form, "agreementSave").isEnabled()
    assert field(form, "agencyName").text() == "Exempelmyndigheten"


def test_enter_in_a_field_saves(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    form.welcome()
    desk.settle()
    field(form, "agencyName").setText("Exempelmyndigheten")
    qtbot.keyClick(field(form, "ownRegistryNumber"), Qt.Key.Key_Return)
    desk.settle()
    kept = desk.agreements.get()
    assert kept is not None
    assert kept.agency_name == "Exempelmyndigheten"


def test_the_fields_of_a_decision_come_into_view(form: AgreementForm, desk: Desk, qtbot: QtBot) -> None:
    form.edit()
    desk.settle()
    form.resize(900, 420)
    press(qtbot, form, "choiceOpen")
    area = form.findChild(QScrollArea, "agreementScroll")
    assert area is not None
    add = button(form, "choiceAdd")
    qtbot.waitUntil(lambda: area.viewport().rect().contains(add.mapTo(area.viewport(), add.rect().center())))

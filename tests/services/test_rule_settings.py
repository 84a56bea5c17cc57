"""The agency's own numbers: as proposed until they are set, within what makes sense, and undone like anything else."""

import pytest

from desktop.domain.rule_settings import RULE_LIMITS, RuleSettings
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.rule_settings import AgencyRules
from tests.services.conftest import Register


@pytest.fixture
def rules(register: Register) -> AgencyRules:
    return AgencyRules(register.database)


def test_they_are_as_proposed_until_somebody_sets_them(rules: AgencyRules) -> None:
    assert rules.get() == RuleSettings(stale_after_months=12, right_warning_days=60)


def test_a_number_that_was_set_holds_and_can_be_set_again(rules: AgencyRules) -> None:
    rules.set("stale_after_months", 6)
    rules.set("right_warning_days", 90)
    rules.set("stale_after_months", 9)
    assert rules.get() == RuleSettings(stale_after_months=9, right_warning_days=90)


def test_setting_a_number_is_undone(rules: AgencyRules, register: Register) -> None:
    history = History(register.database)
    rules.set("stale_after_months", 6)
    assert history.undo().verb == "rule.change"
    assert rules.get() == RuleSettings()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("stale_after_months", 0, "Antalet månader ska vara mellan 1 och 60."),
        ("stale_after_months", 61, "Antalet månader ska vara mellan 1 och 60."),
        ("right_warning_days", 0, "Antalet dagar ska vara mellan 1 och 365."),
        ("right_warning_days", 366, "Antalet dagar ska vara mellan 1 och 365."),
    ],
)
def test_a_number_beyond_sense_is_refused(rules: AgencyRules, name: str, value: int, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        rules.set(name, value)
    assert rules.get() == RuleSettings()


@pytest.mark.parametrize("name", RULE_LIMITS)
def test_the_least_and_the_most_are_accepted(rules: AgencyRules, name: str) -> None:
    for value in (RULE_LIMITS[name][0], RULE_LIMITS[name][-1]):
        rules.set(name, value)
        assert getattr(rules.get(), name) == value

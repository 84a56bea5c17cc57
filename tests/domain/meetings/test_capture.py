"""Fast capture: what a line makes, who and when is meant, and that nothing typed is lost."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.level import Party
from desktop.domain.meetings.capture import Captured, OutcomeKind, Owner, Person, capture, outcome_of, owner_of

TODAY = date(2026, 11, 24)  # a Tuesday
PEOPLE = (
    Person("Anna Andersson", Party.AGENCY),
    Person("Per Holmér", Party.SSC),
    Person("Birgitta Persson", Party.SSC),
    Person("Anna Berg", Party.AGENCY),
    Person("Eva-Lena Ek", Party.SSC),
)


def action(line: str) -> Captured:
    made = capture(line, PEOPLE, TODAY)
    assert made is not None
    assert made.kind is OutcomeKind.ACTION
    return made


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("B Avstämning görs före varje lönekörning.", OutcomeKind.DECISION, "Avstämning görs före varje lönekörning."),
        ("I Ny kontaktperson   från mars", OutcomeKind.INFORMATION, "Ny kontaktperson från mars"),
        ("B\tMed tabb", OutcomeKind.DECISION, "Med tabb"),
        ("B @Anna ->1/12", OutcomeKind.DECISION, "@Anna ->1/12"),
    ],
)
def test_the_letter_makes_the_kind(line: str, kind: OutcomeKind, text: str) -> None:
    assert capture(line, PEOPLE, TODAY) == Captured(kind=kind, text=text)


@pytest.mark.parametrize(
    "line", ["", "B", "B ", "Å   ", "Bra", "I-banken", "b beslut", "i dag", "å andra sidan", " B inte först", "Å @Anna"]
)
def test_everything_else_is_text(line: str) -> None:
    assert capture(line, PEOPLE, TODAY) is None


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("->1/12", date(2026, 12, 1)),
        ("-> 1/12", date(2026, 12, 1)),
        ("->tis", date(2026, 12, 1)),
        ("->+2v", date(2026, 12, 8)),
        ("->2026-12-01", date(2026, 12, 1)),
        ("->1 december", date(2026, 12, 1)),
        ("->1 december 2027", date(2027, 12, 1)),
        ("->imorgon", date(2026, 11, 25)),
    ],
)
def test_every_way_of_writing_a_day(written: str, due: date) -> None:
    made = action(f"Å Beskriv rutinen @Per {written}")
    assert (made.text, made.owner, made.party, made.due_on) == ("Beskriv rutinen", "Per Holmér", Party.SSC, due)
    assert made.remarks == ()


def test_owner_and_day_may_come_first() -> None:
    made = action("Å ->1/12 @Per beskriv rutinen")
    assert (made.text, made.owner, made.due_on) == ("beskriv rutinen", "Per Holmér", date(2026, 12, 1))
    assert action("Å @Per Holmér beskriv rutinen").text == "beskriv rutinen"


@pytest.mark.parametrize(
    ("written", "owner", "party"),
    [
        ("@holm", "Per Holmér", Party.SSC),
        ("@Per", "Per Holmér", Party.SSC),
        ("@person", "Birgitta Persson", Party.SSC),
        ("@berg", "Anna Berg", Party.AGENCY),
        ("@Anna Berg", "Anna Berg", Party.AGENCY),
        ('@"anna and"', "Anna Andersson", Party.AGENCY),
        ("@lena", "Eva-Lena Ek", Party.SSC),
    ],
)
def test_a_part_of_a_name_is_enough(written: str, owner: str, party: Party) -> None:
    written = written.replace("person", "persson")
    made = action(f"Å Beskriv rutinen {written} ->1/12")
    assert (made.text, made.owner, made.party, made.remarks) == ("Beskriv rutinen", owner, party, ())


def test_several_of_that_name_are_told_and_the_words_stay() -> None:
    made = action("Å Beskriv rutinen @Anna ->1/12")
    assert (made.owner, made.party, made.due_on) == ("Anna", Party.AGENCY, date(2026, 12, 1))
    assert made.remarks == ("”Anna” kan vara flera: Anna Andersson, Anna Berg. Skriv mer av namnet i åtgärden.",)


def test_nobody_of_that_name_is_told_and_the_words_stay() -> None:
    made = action("Å Beskriv rutinen @lisa nilsson ->1/12")
    assert (made.text, made.owner, made.party) == ("Beskriv rutinen", "lisa nilsson", Party.AGENCY)
    assert made.remarks == ("Ingen som heter ”lisa nilsson” finns bland deltagarna eller kontakterna.",)
    assert action("Å Be @Lisa Nilsson beskriva rutinen").owner == "Lisa Nilsson"


def test_an_unreadable_day_is_told_and_stays_in_the_text() -> None:
    made = action("Å Beskriv rutinen @Per ->snarast")
    assert (made.text, made.owner, made.due_on) == ("Beskriv rutinen ->snarast", "Per Holmér", None)
    assert made.remarks[0].startswith("”snarast” är inte ett datum.")
    assert made.remarks[0].endswith("Åtgärden har sparats utan datum.")


def test_without_a_person_the_action_is_ours() -> None:
    made = action("Å Mejla anna@ssc.example om rutinen")
    assert (made.text, made.owner, made.party) == ("Mejla anna@ssc.example om rutinen", "", Party.AGENCY)


def test_those_named_first_are_meant() -> None:
    listed = (Person("Per Holmér", Party.AGENCY), *PEOPLE)
    assert owner_of("Per", listed).party is Party.AGENCY


def test_who_takes_part_is_meant_before_who_does_not() -> None:
    here = Person("Anna Ek", Party.SSC, takes_part=True)
    assert owner_of("Anna", (here, *PEOPLE)) == Owner("Anna Ek", Party.SSC)
    assert "Anna Ek, Anna Lind" in owner_of("Anna", (here, replace(here, name="Anna Lind"), *PEOPLE)).remark
    assert owner_of("Berg", (here, *PEOPLE)).name == "Anna Berg", "who is not there can be meant too"


def test_the_beginning_of_the_last_name_tells_two_of_a_name_apart() -> None:
    made = action("Å Beskriv rutinen @Anna B ->1/12")
    assert (made.text, made.owner, made.remarks) == ("Beskriv rutinen", "Anna Berg", ())
    made = action("Å @Anna Berg, beskriv rutinen")
    assert (made.text, made.owner, made.remarks) == ("beskriv rutinen", "Anna Berg", ())
    assert action("Å Beskriv med @Anna berättelsen").text == "Beskriv med berättelsen"


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("@SSC", Party.SSC),
        ("@ssc,", Party.SSC),
        ("@Statens servicecenter", Party.SSC),
        ('@"Statens servicecenter"', Party.SSC),
        ("@Myndigheten", Party.AGENCY),
    ],
)
def test_a_party_can_answer_for_an_action_without_a_person(written: str, party: Party) -> None:
    for line in (f"Å Beskriv rutinen {written} ->1/12", f"Å {written} beskriv rutinen ->1/12"):
        made = action(line)
        assert (made.text.lower(), made.owner, made.party, made.remarks) == ("beskriv rutinen", "", party, ())


def test_a_button_takes_the_words_with_or_without_the_letter() -> None:
    wanted = Captured(kind=OutcomeKind.DECISION, text="Vi gör så.")
    assert outcome_of(OutcomeKind.DECISION, "B Vi gör\nså.", PEOPLE, TODAY) == wanted
    assert outcome_of(OutcomeKind.DECISION, "Vi gör så.", PEOPLE, TODAY) == wanted
    assert outcome_of(OutcomeKind.ACTION, "Skriv @Per", PEOPLE, TODAY) == action("Å Skriv @Per")
    assert outcome_of(OutcomeKind.DECISION, "  ", PEOPLE, TODAY) is None


WORDS = st.sampled_from(
    [
        "B",
        "Å",
        "I",
        "b",
        "@Anna",
        "@Per",
        "Holmér",
        '@"Anna Berg"',
        "@Okänd",
        "->",
        "->1/12",
        "->tis",
        "->x",
        "12",
        "december",
        "rutin",
        "@",
        "->->",
        'sade "ja"',
        "a@b.example",
    ]
)
LINES = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join))


@given(LINES)
def test_nothing_typed_is_lost(line: str) -> None:
    """Every word of a line is in the text, the owner or the day that was made of it, or the line stays as it was."""
    made = capture(line, PEOPLE, TODAY)
    if made is None:
        return
    gone = Counter(_letters(line[1:]))
    gone.subtract(_letters(made.text))
    assert min(gone.values(), default=0) >= 0, "the text holds nothing that was not typed"
    if made.due_on is None and not made.owner:
        assert not +gone
    elif made.due_on is None and made.remarks and made.owner not in {person.name for person in PEOPLE}:
        gone.subtract(_letters(made.owner))
        assert min(gone.values()) >= 0
        assert set(+gone) <= set('@",.:;')


@given(
    st.lists(st.sampled_from(["skriv", "rutinen", "för", "lön", "och", "OB-tillägg"]), min_size=1, max_size=6),
    st.sampled_from(PEOPLE),
    st.dates(date(2026, 6, 1), date(2030, 1, 1)),
    st.permutations((0, 1, 2)),
)
def test_what_is_written_plainly_is_understood_in_any_order(words, person, day, order) -> None:
    parts = (" ".join(words), f'@"{person.name}"', f"->{day.isoformat()}")
    made = action("Å " + " ".join(parts[place] for place in order))
    assert (made.text, made.owner, made.party, made.due_on) == (parts[0], person.name, person.party, day)


@given(LINES)
def test_only_a_capital_and_a_space_first_in_the_line_is_a_command(line: str) -> None:
    made = capture(line, PEOPLE, TODAY)
    assert made is None or (line[0] in "BÅI" and line[1].isspace())


def _letters(text: str) -> str:
    return "".join(text.split())

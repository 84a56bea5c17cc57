"""The register of matters: new ones with their number, closing, opening again, and old numbers (R19)."""

from datetime import date

import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.escalation import EscalationReason, StepRequest
from desktop.domain.matters.matter import Matter, MatterKind, MatterSearch, MatterStatus
from desktop.domain.matters.matter_writing import Closing
from desktop.errors import InputError
from desktop.services.history import History
from desktop.services.matters.escalations import Escalations
from desktop.services.matters.matters import Matters
from tests.services.conftest import Register

DAY = date(2026, 11, 24)


@pytest.fixture
def matters(register: Register) -> Matters:
    return Matters(register.database, lambda: DAY)


def matter(**more: object) -> Matter:
    said: dict[str, object] = {
        "number": "",
        "kind": MatterKind.QUESTION,
        "title": "Behörighet till lönesystemet",
        "level": Level.OPERATIONAL,
        "reported_on": DAY,
        **more,
    }
    return Matter(id=new_id(), **said)  # type: ignore[arg-type]


def test_a_new_matter_gets_the_next_number_of_its_year(register: Register, matters: Matters) -> None:
    register.matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL)
    kept = matters.add(matter(title="  Behörighet   till lönesystemet "))
    assert (kept.number, kept.title) == ("2026-015", "Behörighet till lönesystemet")
    assert matters.get(kept.id) == kept
    assert matters.add(matter(reported_on=date(2025, 12, 30))).number == "2025-001"


def test_one_undo_takes_a_new_matter_away(register: Register, matters: Matters) -> None:
    history = History(register.database)
    kept = matters.add(matter())
    history.undo()
    assert matters.find_number(kept.number) is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": "  "}, "rubrik"),
        ({"title": "a" * 201}, "200"),
        ({"reported_on": date(2026, 11, 25)}, "inte har varit"),
        ({"own_registry_number": "1" * 41}, "40"),
        ({"number": "2026-014"}, "finns redan"),
    ],
)
def test_what_makes_no_sense_is_refused(
    register: Register, matters: Matters, more: dict[str, object], said: str
) -> None:
    register.matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL)
    with pytest.raises(InputError, match=said):
        matters.add(matter(**more))
    assert matters.count(open_only=False) == 1


def test_closing_keeps_the_answers_and_ends_the_climb(register: Register, matters: Matters) -> None:
    kept = matters.add(matter(kind=MatterKind.INCIDENT))
    escalations = Escalations(register.database)
    escalations.take(
        StepRequest(
            matter_id=kept.id,
            to_level=Level.TACTICAL,
            taken_on=DAY,
            reason=EscalationReason.INCIDENT_NOT_REMEDIED,
            explanation="Felet är kvar.",
            tried="Omkörning",
            asked="En plan",
            answer_by=date(2026, 12, 1),
        )
    )
    matters.close(
        Closing(
            matter_id=kept.id,
            day=DAY,
            outcome=" Rättat ",
            confirmed_by="Per Holmér",
            lesson="Prova före.",
            follow_up_on=date(2027, 1, 15),
        )
    )
    closed = matters.get(kept.id)
    assert (closed.status, closed.closed_on, closed.outcome) == (MatterStatus.CLOSED, DAY, "Rättat")
    assert (closed.confirmed_by, closed.lesson, closed.follow_up_on) == ("Per Holmér", "Prova före.", date(2027, 1, 15))
    assert all(one.ended_on == DAY for one in escalations.of(kept.id).escalations)
    matters.reopen(kept.id)
    again = matters.get(kept.id)
    assert (again.number, again.status, again.closed_on) == (kept.number, MatterStatus.OPEN, None)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"outcome": " "}, "hur ärendet slutade"),
        ({"day": date(2026, 11, 25)}, "inte har varit"),
        ({"day": date(2026, 11, 1)}, "innan det anmäldes"),
        ({"follow_up_on": date(2026, 11, 20)}, "Uppföljningen"),
    ],
)
def test_a_closing_that_makes_no_sense_is_refused(matters: Matters, more: dict[str, object], said: str) -> None:
    kept = matters.add(matter(reported_on=date(2026, 11, 20)))
    answers: dict[str, object] = {"day": DAY, "outcome": "Rättat", **more}
    with pytest.raises(InputError, match=said):
        matters.close(Closing(matter_id=kept.id, **answers))  # type: ignore[arg-type]
    assert matters.get(kept.id) == kept


def test_only_what_is_open_is_closed_and_only_what_is_closed_is_opened(matters: Matters) -> None:
    kept = matters.add(matter())
    with pytest.raises(InputError, match="redan öppet"):
        matters.reopen(kept.id)
    matters.close(Closing(matter_id=kept.id, day=DAY, outcome="Klart"))
    with pytest.raises(InputError, match="redan avslutat"):
        matters.close(Closing(matter_id=kept.id, day=DAY, outcome="Klart"))


def test_an_old_number_leads_to_the_living_matter(register: Register, matters: Matters) -> None:
    living = register.matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL)
    merged = {"status": MatterStatus.CLOSED, "merged_into": living.id}
    middle = register.matter("2026-013", MatterKind.INCIDENT, Level.TACTICAL, **merged)
    old = register.matter("2026-012 B", MatterKind.INCIDENT, Level.TACTICAL, **{**merged, "merged_into": middle.id})
    assert matters.find_number(" 2026-012 b ") == living
    assert matters.find_number("2026-099") is None
    assert matters.rows(open_only=False) == (living,)
    assert matters.count(open_only=False) == 1
    with pytest.raises(InputError, match="del av ett annat"):
        matters.reopen(old.id)


def test_matters_are_found_by_kind_and_by_every_word(matters: Matters) -> None:
    right = matters.add(matter(title="Ångrad lön 100 %", support_case="CS001"))
    matters.add(matter(title="Ångrad faktura", kind=MatterKind.DEFICIENCY))
    for words in ("ångrad lön", "ÅNGRAD cs001", "2026-001", "100 %"):
        found = MatterSearch(words=words)
        assert matters.rows(open_only=True, search=found) == (right,), words
        assert matters.count(open_only=True, search=found) == 1
    assert matters.count(open_only=True, search=MatterSearch(words="_")) == 0
    assert matters.count(open_only=True, search=MatterSearch(MatterKind.DEFICIENCY, "lön")) == 0

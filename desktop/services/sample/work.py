"""What lies open: matters of every kind and orders that wait for a forum."""

from datetime import timedelta

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.escalation import Escalation, EscalationReason, EscalationStep
from desktop.domain.matters.matter import Grade, Matter, MatterKind, MatterStatus
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from desktop.models.escalation import EscalationRecord, EscalationStepRecord
from desktop.models.matter import MatterRecord
from desktop.models.order import OrderRecord
from desktop.services.sample.stage import Stage

_OPERATIONAL, _TACTICAL, _STRATEGIC = Level.OPERATIONAL, Level.TACTICAL, Level.STRATEGIC


def add_matters(stage: Stage) -> None:
    """Repeated deficiencies, an escalated incident without its report, a risk, and more."""
    deficiency = {"kind": MatterKind.DEFICIENCY, "level": _OPERATIONAL}
    closed = {**deficiency, "status": MatterStatus.CLOSED}
    incident = {"kind": MatterKind.INCIDENT, "level": _TACTICAL, "grade": Grade.SIGNIFICANT}
    _matter(stage, "003", "Lön", "Fel OB-tillägg i lönekörningen", 150, **closed)
    _matter(stage, "006", "Lön", "Fel OB-tillägg, samma fel igen", 95, **closed)
    question = {"kind": MatterKind.QUESTION, "level": _OPERATIONAL}
    _matter(stage, "007", "E-handel", "Behörigheter för nya attestanter", 80, **question)
    unsettled = {**deficiency, "level": _STRATEGIC, "cost": Money(9_650_050)}
    _matter(stage, "008", "Lön", "Omkörning av lönen: kostnad ej fördelad", 40, **unsettled)
    risk = {"kind": MatterKind.RISK, "level": _TACTICAL}
    _matter(stage, "011", "Lön", "Lönerevision sammanfaller med planerat driftstopp", 30, **risk)
    _matter(stage, "012", "Ekonomi", "Sena kundfakturor", 26, **deficiency)
    escalated = {"escalated_on": stage.day - timedelta(days=5), "cost": Money(120_433_100)}
    _matter(stage, "014", "Lön", "Dubbla löneutbetalningar till 31 anställda", 11, **incident, **escalated)
    _add_step(stage, stage.matters["014"])


def _add_step(stage: Stage, matter: Matter) -> None:
    """The step that brought the incident to the tactical level; its answer is still awaited."""
    day = stage.day - timedelta(days=5)
    escalation = Escalation(id=new_id(), matter_id=matter.id, begun_on=day)
    step = EscalationStep(
        id=new_id(),
        escalation_id=escalation.id,
        matter_id=matter.id,
        from_level=_OPERATIONAL,
        to_level=_TACTICAL,
        taken_on=day,
        reason=EscalationReason.INCIDENT_NOT_REMEDIED,
        explanation="Tredje felet på två månader.",
        tried="Två omkörningar och ett möte med produktionen.",
        asked="En plan som gör att felet inte kommer tillbaka.",
        answer_by=day + timedelta(weeks=2),
        to_party=Party.SSC,
    )
    stage.records += [EscalationRecord.of(escalation), EscalationStepRecord.of(step)]


def _matter(stage: Stage, number: str, area: str, title: str, days_ago: int, **more: object) -> None:
    made = Matter(
        id=new_id(),
        number=f"{stage.day.year}-{number}",
        title=title,
        reported_on=stage.day - timedelta(days=days_ago),
        area_id=stage.areas[area].id,
        support_case=f"CS00{40_000 + int(number) * 7}",
        **more,  # pyright: ignore[reportArgumentType] -- fields by name
    )
    stage.matters[number] = made
    stage.records.append(MatterRecord.of(made))


def add_orders(stage: Stage) -> None:
    """One order that needs consultation and one quote to decide on."""
    year = stage.day.year
    change = Order(
        id=new_id(),
        number=f"B-{year}-011",
        kind=OrderKind.SERVICE_CHANGE,
        title="E-handel för två nya enheter",
        area_id=stage.areas["E-handel"].id,
    )
    quote = Order(
        id=new_id(),
        number=f"B-{year}-009",
        kind=OrderKind.SPECIAL_SERVICE,
        title="Anpassad lönerapport",
        state=OrderState.QUOTED,
        area_id=stage.areas["Lön"].id,
        value=Money(8_600_000),
    )
    stage.records += [OrderRecord.of(change), OrderRecord.of(quote)]

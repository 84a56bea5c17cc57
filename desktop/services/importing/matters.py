"""Plans the import of a list of matters (R19–R24)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.domain.agreement import ServiceArea
from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.matters.matter_list import ListedMatter, MatterList
from desktop.domain.vocabulary import LEVEL, MATTER_KIND
from desktop.services.importing.plan import Areas, Plan, counted, difference, listed

_STATUS = {MatterStatus.OPEN: "öppen", MatterStatus.CLOSED: "avslutad"}


def plan_matters(file: MatterList, areas: Iterable[ServiceArea], matters: Iterable[Matter]) -> Plan:
    """What importing the list would do: matters are known again by their number."""
    plan = Plan(problems=list(file.problems))
    known_areas = Areas(areas, plan)
    register = {matter.number.casefold(): matter for matter in matters}
    done: list[RowAction] = []
    for one in file.matters:
        known = register.get(one.number.casefold())
        done.append(_create(plan, one, known_areas) if known is None else _update(plan, one, known, known_areas))
    for left_out in file.left_out:
        plan.row(left_out.row, RowAction.SKIP, left_out.text, left_out.reason)
    plan.rows.sort(key=lambda row: row.row or 0)
    _plan_words(plan, done)
    return plan


def _create(plan: Plan, one: ListedMatter, areas: Areas) -> RowAction:
    matter = Matter(
        id=new_id(),
        number=one.number,
        kind=one.kind or MatterKind.QUESTION,
        title=one.title,
        level=one.level or Level.OPERATIONAL,
        reported_on=one.reported_on or today(),
        description=one.description,
        area_id=areas.id_of(one.area),
        status=one.status or MatterStatus.OPEN,
        support_case=one.support_case,
        cost=one.cost,
        grade=one.grade,
    )
    plan.new.append(matter)
    words = [
        MATTER_KIND[matter.kind],
        LEVEL[matter.level],
        one.area,
        _STATUS[matter.status],
        str(one.cost) if one.cost else "",
        f"Grad {one.grade_read} läst ur beskrivningen" if one.grade else "",
    ]
    plan.row(one.row, RowAction.CREATE, f"{one.number} {one.title}", " · ".join(filter(None, words)))
    return RowAction.CREATE


def _update(plan: Plan, one: ListedMatter, known: Matter, areas: Areas) -> RowAction:
    changes, words = _differences(one, known, areas)
    if one.status and one.status is not known.status:
        if one.status is MatterStatus.CLOSED:
            changes["status"] = one.status
            words.append(difference("status", _STATUS[known.status], _STATUS[one.status]))
        else:
            sentence = "Ärendet är avslutat i registret men öppet i filen; det öppnas inte igen av inläsningen."
            plan.problem(one.row, "Status", sentence)
    if one.grade and known.grade is None and changes.get("kind", known.kind) is MatterKind.INCIDENT:
        changes["grade"] = one.grade
        words.append(f"grad {one.grade_read} läst ur beskrivningen")
    action = RowAction.UPDATE if changes else RowAction.MATCH
    if changes:
        plan.changed.append(replace(known, **changes))
    plan.row(one.row, action, f"{one.number} {one.title}", "; ".join(words) or "finns redan")
    return action


def _differences(one: ListedMatter, known: Matter, areas: Areas) -> tuple[dict[str, Any], list[str]]:
    """The fields that the file has and that differ, and each in words."""
    area_id = areas.id_of(one.area)
    fields: tuple[tuple[str, str, object, object, object], ...] = (
        ("title", "rubrik", one.title, known.title, one.title),
        ("kind", "typ", one.kind, MATTER_KIND[known.kind], one.kind and MATTER_KIND[one.kind]),
        ("level", "nivå", one.level, LEVEL[known.level], one.level and LEVEL[one.level]),
        ("reported_on", "datum", one.reported_on, known.reported_on, one.reported_on),
        ("area_id", "område", area_id, areas.name_of(known.area_id), one.area),
        ("support_case", "supportnummer", one.support_case, known.support_case, one.support_case),
        ("cost", "kostnad", one.cost, known.cost, one.cost),
        ("description", "beskrivning", one.description, "", "ny text"),
    )
    changes: dict[str, Any] = {}
    words: list[str] = []
    for name, label, new, old_words, new_words in fields:
        if new not in {None, ""} and new != getattr(known, name):
            changes[name] = new
            words.append(difference(label, old_words if old_words is not None else "", new_words))
    return changes, words


def _plan_words(plan: Plan, done: list[RowAction]) -> None:
    new, changed, same = (done.count(action) for action in (RowAction.CREATE, RowAction.UPDATE, RowAction.MATCH))
    parts = [
        counted(new, "nytt ärende", "nya ärenden") if new else "",
        counted(changed, "ändrat", "ändrade") if changed else "",
        counted(same, "oförändrat", "oförändrade") if same else "",
    ]
    plan.headline = f"Ärendelista: {listed(parts) or 'inga ärenden'}"
    words = [
        f"{counted(new, 'ärende', 'ärenden')} lades till" if new else "",
        f"{counted(changed, 'ärende', 'ärenden')} ändrades" if changed else "",
    ]
    plan.sentence = "Allt fanns redan." if plan.changes_nothing else f"{listed(words)}."

"""The templates that come with the program: one agenda for each forum, built from chapters 1 and 3 of the model."""

from uuid import UUID

from desktop.domain.forum import Forum
from desktop.domain.meetings.agenda import ItemKind, PresenterRole
from desktop.domain.meetings.standing import StandingItem, Topic, standing_items
from desktop.domain.meetings.template import ShippedTemplate, TemplateItem

_CONTROL = TemplateItem(
    title="Avvikelser i internkontrollen",
    presenter_role=PresenterRole.SSC,
    minutes=5,  # 3.6: to the operational level
)
_ORDERS = TemplateItem(title="Beställningar", kind=ItemKind.DISCUSSION, minutes=5)
_CHANGES = TemplateItem(title="Beställningar, tillägg och förändringar", kind=ItemKind.DISCUSSION, minutes=10)
_COOPERATION = TemplateItem(title="Hur samverkan fungerar", kind=ItemKind.DISCUSSION, minutes=10)
_FROM_SSC = TemplateItem(title="Information från Statens servicecenter", presenter_role=PresenterRole.SSC, minutes=20)

_NAMES = {
    Forum.OPERATIONAL: "Operativt möte",
    Forum.TACTICAL: "Taktiskt möte",
    Forum.COMBINED: "Taktiskt och operativt möte",
    Forum.STRATEGIC: "Strategiskt möte",
    Forum.COUNCIL: "Förberedelse inför Kundråd",
}
_BESIDE: dict[Forum, tuple[tuple[Topic, TemplateItem], ...]] = {
    Forum.OPERATIONAL: ((Topic.DELIVERY, _CONTROL), (Topic.RISKS, _ORDERS)),
    Forum.TACTICAL: ((Topic.FEES, _CHANGES),),
    Forum.COMBINED: ((Topic.DELIVERY, _CONTROL), (Topic.FEES, _CHANGES)),
    Forum.STRATEGIC: ((Topic.AGREEMENT, _COOPERATION),),
    Forum.COUNCIL: ((Topic.SEGMENT, _FROM_SSC),),
}
"""What a template has beside the standing items of its forum, each after the item of a topic."""


def _as_template_item(item: StandingItem) -> TemplateItem:
    return TemplateItem(title=item.title, kind=item.kind, presenter_role=item.presenter, minutes=item.minutes)


def _template(forum: Forum) -> ShippedTemplate:
    items: list[TemplateItem] = []
    for standing in standing_items(forum):
        items.append(_as_template_item(standing))
        items += [beside for topic, beside in _BESIDE[forum] if topic is standing.topic]
    return ShippedTemplate(
        id=UUID(int=forum.rank + 1),
        name=_NAMES[forum],
        level=forum.level,
        is_council=forum.is_council,
        items=tuple(items),
        forum=forum,
    )


SHIPPED: dict[Forum, ShippedTemplate] = {forum: _template(forum) for forum in Forum}
"""The shipped template of each forum; its key is never kept in the register."""

"""The contacts of a list as JSON, to be remembered for the next comparison (R17)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.domain.contacts.contact_list import ListedContact, ListedRight, ListedRole
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind

_TEXTS = ("given_name", "family_name", "title", "phone", "mobile", "email", "function_email")


def to_json(contacts: Iterable[ListedContact]) -> str:
    """What a list said of whom, as far as it is compared; what is empty is left out."""
    return json.dumps([_person(one) for one in contacts], ensure_ascii=False, separators=(",", ":"))


def from_json(written: str) -> tuple[ListedContact, ...]:
    """The contacts that ``to_json`` wrote.

    Raises:
        ValueError: It is something else.
    """
    try:
        return tuple(_contact(place, one) for place, one in enumerate(json.loads(written), 1))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(written[:80]) from error


def _person(one: ListedContact) -> dict[str, Any]:
    texts: dict[str, Any] = {name: getattr(one, name) for name in _TEXTS}
    roles = [
        _told(level=role.level, function=role.function, area=role.area, starts=role.starts_on, ends=role.ends_on)
        for role in one.roles
    ]
    rights = [
        _told(
            area=right.area,
            kind=right.kind,
            starts=right.starts_on,
            ends=right.ends_on,
            limit=right.limit.ore if right.limit else None,
            evidence=right.evidence,
        )
        for right in one.rights
    ]
    return _told(party=one.party, **texts, roles=roles, rights=rights)


def _told(**fields: Any) -> dict[str, Any]:
    told = {name: value for name, value in fields.items() if value not in (None, "", [])}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def _contact(place: int, kept: dict[str, Any]) -> ListedContact:
    texts: dict[str, Any] = {name: str(kept.get(name, "")) for name in _TEXTS}
    return ListedContact(
        rows=(place,),
        party=Party(kept["party"]),
        **texts,
        roles=tuple(_role(role) for role in kept.get("roles", ())),
        rights=tuple(_right(right) for right in kept.get("rights", ())),
    )


def _role(kept: dict[str, Any]) -> ListedRole:
    return ListedRole(
        level=Level(kept["level"]) if "level" in kept else None,
        function=str(kept.get("function", "")),
        area=str(kept.get("area", "")),
        starts_on=_day(kept, "starts"),
        ends_on=_day(kept, "ends"),
    )


def _right(kept: dict[str, Any]) -> ListedRight:
    return ListedRight(
        area=str(kept.get("area", "")),
        kind=OrderKind(kept["kind"]) if "kind" in kept else None,
        starts_on=_day(kept, "starts"),
        ends_on=_day(kept, "ends"),
        limit=Money(kept["limit"]) if "limit" in kept else None,
        evidence=str(kept.get("evidence", "")),
    )


def _day(kept: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(kept[name]) if name in kept else None

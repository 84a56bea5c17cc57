"""Plans SSC's own points, kept beside the agency's agenda as received."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.meetings.meeting import MeetingFile, ReceivedPoint
from desktop.services.importing.plan import Plan, counted


def plan_points(plan: Plan, points: Sequence[str], known: MeetingFile) -> None:
    """Replace the received points by these, if there are any and they differ.

    A point that keeps its words keeps its key, so that agenda items made from it still know where they come from.
    The agency's own agenda items are not touched.
    """
    if not points:
        return
    subject = "Dagordningen i kallelsen"
    if tuple(points) == tuple(point.text for point in known.received):
        plan.row(None, RowAction.MATCH, subject, f"{counted(len(points), 'punkt', 'punkter')}, oförändrad")
        return
    left = list(known.received)
    for number, text in enumerate(points, 1):
        same = _take(left, text)
        if same is None:
            plan.new.append(ReceivedPoint(id=new_id(), meeting_id=known.meeting.id, number=number, text=text))
        elif same.number != number:
            plan.changed.append(replace(same, number=number))
    plan.gone += left
    words = "; ".join(f"{number}. {text}" for number, text in enumerate(points, 1))
    plan.row(None, RowAction.UPDATE if known.received else RowAction.CREATE, subject, f"sparas som mottagen: {words}")


def _take(points: list[ReceivedPoint], text: str) -> ReceivedPoint | None:
    """Take the first point with these words out of the list."""
    for place, point in enumerate(points):
        if point.text == text:
            return points.pop(place)
    return None

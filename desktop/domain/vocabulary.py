"""The model's own Swedish words, as documents and agenda items use them (R40).

The user interface words the same things through Qt's translation; what is written here is kept or printed.
"""

from desktop.domain.document import Paper
from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, MatterKind
from desktop.domain.meetings.agenda import ItemKind, ItemState, PresenterRole
from desktop.domain.meetings.meeting import Attendance
from desktop.domain.order import OrderKind, OrderState

LEVEL = {Level.OPERATIONAL: "operativ nivå", Level.TACTICAL: "taktisk nivå", Level.STRATEGIC: "strategisk nivå"}
FORUM = {
    Forum.OPERATIONAL: LEVEL[Level.OPERATIONAL],
    Forum.TACTICAL: LEVEL[Level.TACTICAL],
    Forum.COMBINED: "taktiskt och operativt forum",
    Forum.STRATEGIC: LEVEL[Level.STRATEGIC],
    Forum.COUNCIL: "Kundråd",
}
MEETING = {
    Forum.OPERATIONAL: "Operativt samverkansmöte",
    Forum.TACTICAL: "Taktiskt samverkansmöte",
    Forum.COMBINED: "Taktiskt och operativt samverkansmöte",
    Forum.STRATEGIC: "Strategiskt samverkansmöte",
    Forum.COUNCIL: "Kundråd",
}
MATTER_KIND = {
    MatterKind.QUESTION: "Fråga",
    MatterKind.DEFICIENCY: "Leveransbrist",
    MatterKind.INCIDENT: "Incident",
    MatterKind.RISK: "Risk",
}
GRADE = {
    Grade.SERIOUS: "allvarlig",
    Grade.SIGNIFICANT: "betydande",
    Grade.MODERATE: "måttlig",
    Grade.NEGLIGIBLE: "försumbar",
}
ITEM_KIND = {
    ItemKind.INFORMATION: "Information",
    ItemKind.DISCUSSION: "Diskussion",
    ItemKind.DECISION: "Beslut",
}
OUTCOME = {
    ItemState.OPEN: "",
    ItemState.DEALT_WITH: "Behandlad",
    ItemState.DEFERRED: "Bordlagd",
    ItemState.STRUCK: "Struken",
}
ATTENDANCE = {
    Attendance.UNKNOWN: "",
    Attendance.PRESENT: "Närvarande",
    Attendance.REMOTE: "På distans",
    Attendance.ABSENT: "Frånvarande",
    Attendance.REPLACED: "Ersatt",
}
PRESENTER = {PresenterRole.CHAIR: "Ordförande", PresenterRole.US: "Vi", PresenterRole.SSC: "SSC"}
ORDER_KIND = {
    OrderKind.SPECIAL_SERVICE: "Specialtjänst",
    OrderKind.ADDITIONAL_SERVICE: "Tilläggstjänst",
    OrderKind.SERVICE_CHANGE: "Förändring eller utökning av tjänst",
}
ORDER_STATE = {
    OrderState.DRAFT: "utkast, ej inskickad",
    OrderState.SUBMITTED: "inskickad",
    OrderState.QUOTED: "offert mottagen",
    OrderState.IN_PROGRESS: "pågår",
    OrderState.DELIVERED: "levererad",
    OrderState.SUPPLEMENT_DRAFTED: "tillägg upprättat",
    OrderState.APPROVED: "godkänd",
    OrderState.IN_FORCE: "tillägget gäller",
    OrderState.DECLINED: "avböjd",
    OrderState.CANCELLED: "återkallad",
}


def forum_words(forum: Forum, area_name: str = "") -> str:
    """The line of a document that says which forum met, and on which service area: "Taktisk nivå, lön"."""
    words = FORUM[forum]
    return words[:1].upper() + words[1:] + (f", {area_name.lower()}" if area_name else "")


PAPER = {
    Paper.AGENDA: "Dagordning",
    Paper.BRIEF: "Inför mötet",
    Paper.PROPOSALS: "Förslag till punkter",
    Paper.BINDER: "Möteshandlingar",
    Paper.NOTES: "Minnesanteckningar",
    Paper.DECISIONS: "Beslutsutdrag",
    Paper.ACTIONS: "Åtgärdslista",
    Paper.DIFFERENCES: "Synpunkter på minnesanteckningarna",
}

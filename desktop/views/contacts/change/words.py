"""The Swedish words of a change of contact and of its notice."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.contact_change import Follow, FollowKind
from desktop.domain.contacts.contact_notice import NoticeChannel, NoticePlace, NoticeRow, NoticeState
from desktop.domain.contacts.notice_texts import AreaNames, right_text, role_text
from desktop.domain.dates import day_and_month, in_prose
from desktop.views.parts.badge import Tone


def day_words(day: date, today: date) -> str:
    """A day, with its year where that is not plain."""
    return day_and_month(day) if day.year == today.year else in_prose(day)


def place_words(place: NoticePlace, today: date) -> str:
    """A meeting as something to choose, its day first: "1 december, taktiskt samverkansmöte"."""
    return f"{day_words(place.day, today)}, {place.title[:1].lower()}{place.title[1:]}"


def notice_state(row: NoticeRow, today: date) -> tuple[str, Tone]:
    """How far a notice has come, and how good that is: "Ej meddelad" (R18)."""
    place = day_words(row.place.day, today) if row.place else ""
    if row.state is NoticeState.PLANNED:
        return QCoreApplication.translate("Contacts", "Tas upp {day}").format(day=place), "neutral"
    if row.state is NoticeState.PASSED:
        return QCoreApplication.translate("Contacts", "Togs upp {day}?").format(day=place), "warning"
    if row.state is NoticeState.ANNOUNCED and row.notice.announced_on:
        day = day_words(row.notice.announced_on, today)
        return QCoreApplication.translate("Contacts", "Meddelad {day}").format(day=day), "good"
    return QCoreApplication.translate("Contacts", "Ej meddelad"), "warning"


def passed_question(place: NoticePlace, today: date) -> str:
    """What is asked when the meeting has been that a notice was planned for."""
    words = QCoreApplication.translate("Contacts", "Togs upp på mötet {day}?")
    return words.format(day=day_words(place.day, today))


def announced_words(row: NoticeRow) -> str:
    """How and when SSC was told, in one sentence."""
    notice = row.notice
    if notice.announced_on is None:
        return ""
    day = in_prose(notice.announced_on)
    if notice.channel is NoticeChannel.CUSTOMER_WEB:
        return QCoreApplication.translate("Contacts", "Meddelad på Kundwebben {day}.").format(day=day)
    if row.place is None:
        return QCoreApplication.translate("Contacts", "Meddelad på ett forum {day}.").format(day=day)
    words = QCoreApplication.translate("Contacts", "Meddelad {day} på {meeting}.")
    return words.format(day=day, meeting=f"{row.place.title[:1].lower()}{row.place.title[1:]}")


def follow_group(kind: FollowKind) -> str:
    """The heading that what follows stands under."""
    roles = QCoreApplication.translate("Contacts", "Uppdrag")
    rights = QCoreApplication.translate("Contacts", "Rätt att beställa")
    return {
        FollowKind.ROLE: roles,
        FollowKind.VACATED: roles,
        FollowKind.VACANCY: QCoreApplication.translate("Contacts", "Uppdrag som ingen har"),
        FollowKind.RIGHT: rights,
        FollowKind.NEW_RIGHT: rights,
        FollowKind.ACTION: QCoreApplication.translate("Contacts", "Öppna åtgärder"),
        FollowKind.PRESENTING: QCoreApplication.translate("Contacts", "Punkter att föredra"),
        FollowKind.SEAT: QCoreApplication.translate("Contacts", "Kommande möten"),
        FollowKind.DEPUTY: QCoreApplication.translate("Contacts", "Ersättare för"),
    }[kind]


def follow_words(follow: Follow, leaver: str, successor: str, areas: AreaNames, today: date) -> str:
    """What follows, in one line: "Taktisk nivå, Lön går över till Anna Berg"."""
    said = _with_successor(follow) if successor else _alone(follow)
    at = f"{follow.meeting.title}, {day_words(follow.meeting.day, today)}" if follow.meeting else ""
    return said.format(what=_what(follow, areas), at=at, who=successor, leaver=leaver)


def _what(follow: Follow, areas: AreaNames) -> str:
    if follow.role is not None:
        words = role_text(follow.role, areas)
        return words[:1].upper() + words[1:]
    return right_text(follow.right, areas) if follow.right is not None else follow.what


def _with_successor(follow: Follow) -> str:
    return {
        FollowKind.ROLE: QCoreApplication.translate("Contacts", "{what} går över till {who}"),
        FollowKind.VACATED: QCoreApplication.translate("Contacts", "{what}, som står tomt, går över till {who}"),
        FollowKind.VACANCY: QCoreApplication.translate("Contacts", "{what}"),
        FollowKind.RIGHT: QCoreApplication.translate("Contacts", "Rätten för {leaver} upphör: {what}"),
        FollowKind.NEW_RIGHT: QCoreApplication.translate("Contacts", "{who} får en egen rätt: {what}"),
        FollowKind.ACTION: QCoreApplication.translate("Contacts", "{what}"),
        FollowKind.PRESENTING: QCoreApplication.translate("Contacts", "{what} ({at})"),
        FollowKind.SEAT: QCoreApplication.translate("Contacts", "{at}"),
        FollowKind.DEPUTY: QCoreApplication.translate("Contacts", "{what}"),
    }[follow.kind]


def _alone(follow: Follow) -> str:
    """The same when nobody comes: what is lost, and is in force of someone else or nobody."""
    return {
        FollowKind.ROLE: QCoreApplication.translate("Contacts", "{what} upphör för {leaver}"),
        FollowKind.RIGHT: QCoreApplication.translate("Contacts", "Rätten för {leaver} upphör: {what}"),
        FollowKind.PRESENTING: QCoreApplication.translate("Contacts", "{what} ({at}) får ingen namngiven föredragande"),
        FollowKind.SEAT: QCoreApplication.translate("Contacts", "{leaver} tas bort från {at}"),
        FollowKind.DEPUTY: QCoreApplication.translate("Contacts", "{what} får ingen ersättare"),
    }.get(follow.kind, "{what}")

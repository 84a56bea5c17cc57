"""What followed on the past meetings: who came, SSC's notes half compared, how the meetings were, and a survey."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from desktop.domain.dates import SWEDEN, add_months
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.closing import deferred_key
from desktop.domain.meetings.meeting import Attendance, Meeting, MeetingState, MeetingStep, Participant
from desktop.domain.meetings.notes import Evaluation, ItemNote, NotesCheck, Survey, Verdict
from desktop.domain.vocabulary import MEETING
from desktop.models.agenda import AgendaItemRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord
from desktop.models.notes import EvaluationRecord, ItemNoteRecord, NotesCheckRecord, SurveyRecord
from desktop.services.sample.stage import Stage

_PRESENT, _REMOTE, _ABSENT = Attendance.PRESENT, Attendance.REMOTE, Attendance.ABSENT
_CAME = {"Anna": _PRESENT, "Per": _ABSENT, "Birgitta": _ABSENT}
_DIFFERS = "I anteckningarna står att rättelserna tar tre arbetsdagar. På mötet sades sju. Rätta siffran."

_SAID = {
    6: "Statens servicecenter har börjat se över reglerna men har inget förslag ännu. Frågan bordläggs.",
    9: "Myndigheten frågar hur länge underlag sparas i lönesystemet, och vem som gallrar. Statens servicecenter "
    "återkommer.",
}
"""What was said, so many months ago, about the item that has been deferred ever since."""


def add_afterwards(stage: Stage) -> None:
    """The last tactical meeting as far as it has come, and the one before it, which is over and done with."""
    past = stage.meetings["past"]
    _came(stage, past, {"Anna": _PRESENT, "Per": Attendance.REPLACED, "Birgitta": _REMOTE}, "Maria Ek")
    received = past.day + timedelta(days=7)
    held, awaited = MeetingState.HELD, MeetingState.NOTES_AWAITED
    _steps(stage, past, {held: past.day, awaited: past.day, MeetingState.NOTES_RECEIVED: received})
    _compare(stage, past)
    stage.records += [
        EvaluationRecord.of(_evaluation(past, (4, 2, 3, 3), "Underlaget kom dagen före.")),
        SurveyRecord.of(
            Survey(
                id=new_id(),
                meeting_id=past.id,
                arrived_on=past.day + timedelta(days=2),
                answered_on=past.day + timedelta(days=6),
                answers="Fyra av fem. Vi önskade att underlaget kommer en vecka före mötet.",
            )
        ),
    ]
    later = max(_items(stage, past), key=lambda one: one.position)
    later.deferrals = 1 + len(_SAID)
    for months, answers in ((6, (3, 2, 2, 3)), (9, (3, 1, 2, 2))):
        earlier = _earlier(stage, add_months(past.day, 3 - months))
        later = _deferred_before(stage, later, earlier, _SAID[months])
        _came(stage, earlier, _CAME)
        stage.records.append(EvaluationRecord.of(_evaluation(earlier, answers)))


def _earlier(stage: Stage, about: date) -> Meeting:
    """A tactical meeting on the Tuesday of that week, with all its steps taken."""
    day = about + timedelta(days=1 - about.weekday())
    starts = datetime.combine(day, time(13), SWEDEN)
    made = Meeting(
        id=new_id(),
        title=MEETING[Forum.TACTICAL],
        level=Level.TACTICAL,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=90),
        place="Konferensrum Ekoxen",
        state=MeetingState.NOTES_CHECKED,
        own_registry_number=f"EXM {day.year}/118",
        ssc_registry_number=f"SSC {day.year}-00412",
    )
    stage.records.append(MeetingRecord.of(made))
    came, checked = day + timedelta(days=12), day + timedelta(days=15)
    begun = {MeetingState.HELD: day, MeetingState.NOTES_AWAITED: day}
    _steps(stage, made, {**begun, MeetingState.NOTES_RECEIVED: came, MeetingState.NOTES_CHECKED: checked})
    return made


def _steps(stage: Stage, meeting: Meeting, taken: dict[MeetingState, date]) -> None:
    """The steps a meeting has taken; it has then come as far as the last."""
    for state, day in taken.items():
        party = Party.SSC if state is MeetingState.NOTES_RECEIVED else Party.AGENCY
        step = MeetingStep(id=new_id(), meeting_id=meeting.id, state=state, taken_on=day, party=party)
        stage.records.append(MeetingStepRecord.of(step))
    record = next(one for one in stage.records if isinstance(one, MeetingRecord) and one.id == meeting.id)
    record.state = list(taken)[-1]


def _came(stage: Stage, meeting: Meeting, people: dict[str, Attendance], instead: str = "") -> None:
    for given, how in people.items():
        contact = stage.contacts[given]
        person = Participant(
            id=new_id(),
            meeting_id=meeting.id,
            contact_id=contact.id,
            name=contact.name,
            email=contact.email,
            party=contact.party,
            title=contact.title,
            attendance=how,
            replaced_by=instead if how is Attendance.REPLACED else "",
        )
        stage.records.append(ParticipantRecord.of(person))


def _compare(stage: Stage, meeting: Meeting) -> None:
    """The first item agrees, the second differs, the rest remains."""
    first, second, *_ = sorted(_items(stage, meeting), key=lambda one: one.position)
    for item, verdict, comment in ((first, Verdict.AGREES, ""), (second, Verdict.DIFFERS, _DIFFERS)):
        check = NotesCheck(id=new_id(), meeting_id=meeting.id, item_id=item.id, verdict=verdict, comment=comment)
        stage.records.append(NotesCheckRecord.of(check))


def _items(stage: Stage, meeting: Meeting) -> list[AgendaItemRecord]:
    return [one for one in stage.records if isinstance(one, AgendaItemRecord) and one.meeting_id == meeting.id]


def _deferred_before(stage: Stage, later: AgendaItemRecord, meeting: Meeting, said: str) -> AgendaItemRecord:
    """Let a deferred item have been up, and been deferred, at an earlier meeting too."""
    made = replace(later.to_value(), id=new_id(), meeting_id=meeting.id, position=0, deferrals=later.deferrals - 1)
    record = AgendaItemRecord.of(made)
    stage.records += [record, ItemNoteRecord.of(ItemNote(item_id=made.id, text=said))]
    later.carried_from, later.origin = made.id, deferred_key(made.id)
    return record


def _evaluation(meeting: Meeting, answers: tuple[int, int, int, int], comment: str = "") -> Evaluation:
    purpose, preparation, outcome, time_well_spent = answers
    return Evaluation(
        id=new_id(),
        meeting_id=meeting.id,
        made_on=meeting.day,
        purpose=purpose,
        preparation=preparation,
        outcome=outcome,
        time_well_spent=time_well_spent,
        comment=comment,
    )

"""How meetings were: the liaison's own short evaluation, its trend, and the surveys that SSC sends (R14)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.evaluations import HIGHEST, LOWEST, QUESTIONS, EvaluationFile, Trend, trend_of
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.notes import Evaluation, Survey
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.notes import EvaluationRecord, SurveyRecord
from desktop.models.removal import remove
from desktop.services.agreements import agreement_in
from desktop.services.meetings.meetings import meeting_file_in

LONGEST_TEXT = 2000
"""The longest comment or answer, in characters."""


class Evaluations:
    """Keeps what was thought of meetings.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def of(self, meeting_id: UUID) -> EvaluationFile:
        """The evaluation of a meeting, the trend of its forum until then, and the surveys that came after it.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        surveys = select(SurveyRecord).where(SurveyRecord.meeting_id == meeting_id)
        with self._database.reading() as session:
            meeting = meeting_file_in(session, meeting_id).meeting
            record = _evaluation_in(session, meeting_id)
            in_order = surveys.order_by(SurveyRecord.arrived_on, SurveyRecord.id)
            return EvaluationFile(
                evaluation=record.to_value() if record else None,
                trend=_trend_in(session, meeting),
                surveys=tuple(survey.to_value() for survey in session.scalars(in_order)),
            )

    def answer(self, meeting_id: UUID, question: str, answer: int) -> None:
        """Answer one of the four questions, from 1 to 4; 0 takes the answer back.

        Raises:
            InputError: The meeting is gone, or the answer is none of these.
            ValueError: There is no such question.
        """
        if question not in QUESTIONS:
            raise ValueError(question)
        if answer and not LOWEST <= answer <= HIGHEST:
            raise InputError(f"Ett svar är en siffra från {LOWEST} till {HIGHEST}.")
        self._evaluate(meeting_id, None, {question: answer})

    def comment(self, meeting_id: UUID, text: str, *, group: UUID | None = None) -> None:
        """Keep what else there is to say of a meeting.

        Raises:
            InputError: The meeting is gone, or the text is too long.
        """
        _check_length(text, "Kommentaren")
        self._evaluate(meeting_id, group, {"comment": text})

    def log_survey(self, meeting_id: UUID, arrived_on: date) -> UUID:
        """Note that SSC sent a survey after a meeting; returns its key.

        Raises:
            InputError: The meeting is gone, or the day has not been yet.
        """
        made = _checked(Survey(id=new_id(), meeting_id=meeting_id, arrived_on=arrived_on), self._now())
        with self._database.writing(Act("survey.add", self._title(meeting_id))) as session:
            session.add(SurveyRecord.of(made))
        return made.id

    def change_survey(self, survey_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a survey a new content, by the names ``Survey`` has for them.

        Raises:
            InputError: The survey is gone, its dates make no sense, or the answers are too long.
        """
        with self._database.reading() as session:
            changed = _checked(replace(_survey_in(session, survey_id).to_value(), **fields), self._now())
            title = _title_in(session, changed.meeting_id)
        with self._database.writing(Act("survey.change", title), group=group) as session:
            _survey_in(session, survey_id).take(changed)

    def remove_survey(self, survey_id: UUID) -> None:
        """Remove a survey; undo brings it back.

        Raises:
            InputError: The survey is not in the register any more.
        """
        with self._database.reading() as session:
            title = _title_in(session, _survey_in(session, survey_id).meeting_id)
        with self._database.writing(Act("survey.remove", title)) as session:
            remove(session, _survey_in(session, survey_id))

    def _evaluate(self, meeting_id: UUID, group: UUID | None, fields: dict[str, Any]) -> None:
        with self._database.writing(Act("evaluation.change", self._title(meeting_id)), group=group) as session:
            record = _evaluation_in(session, meeting_id)
            if record is None:
                made = Evaluation(id=new_id(), meeting_id=meeting_id, made_on=self._now())
                session.add(EvaluationRecord.of(replace(made, **fields)))
            else:
                record.change(**fields)

    def _title(self, meeting_id: UUID) -> str:
        with self._database.reading() as session:
            return meeting_file_in(session, meeting_id).meeting.title


def _trend_in(session: Session, meeting: Meeting) -> Trend | None:
    """The trend of the meeting's forum and area, this meeting included."""
    agreement = agreement_in(session)
    forum = meeting.forum_under(agreement)
    evaluated = (
        select(MeetingRecord, EvaluationRecord)
        .join(EvaluationRecord, EvaluationRecord.meeting_id == MeetingRecord.id)
        .where(MeetingRecord.starts_at <= meeting.starts_at, MeetingRecord.area_id == meeting.area_id)
    )
    pairs = [(one.to_value(), evaluation.to_value()) for one, evaluation in session.execute(evaluated)]
    return trend_of((one.day, evaluation) for one, evaluation in pairs if one.forum_under(agreement) is forum)


def _evaluation_in(session: Session, meeting_id: UUID) -> EvaluationRecord | None:
    return session.scalars(select(EvaluationRecord).where(EvaluationRecord.meeting_id == meeting_id)).one_or_none()


def _survey_in(session: Session, survey_id: UUID) -> SurveyRecord:
    record = session.get(SurveyRecord, survey_id)
    if record is None:
        raise InputError("Enkäten finns inte längre i registret.")
    return record


def _title_in(session: Session, meeting_id: UUID | None) -> str:
    record = session.get(MeetingRecord, meeting_id) if meeting_id else None
    return record.title if record else ""


def _checked(survey: Survey, day: date) -> Survey:
    if survey.arrived_on > day:
        raise InputError("Enkäten kan inte ha kommit en dag som ännu inte har varit.", "Rätta datumet.")
    if survey.answered_on is not None and survey.answered_on > day:
        raise InputError("Enkäten kan inte vara besvarad en dag som ännu inte har varit.", "Rätta datumet.")
    if survey.answered_on is not None and survey.answered_on < survey.arrived_on:
        raise InputError("Enkäten kan inte vara besvarad innan den kom.", "Rätta ett av datumen.")
    _check_length(survey.answers, "Svaren")
    return survey


def _check_length(text: str, what: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise InputError(f"{what} får ha högst {LONGEST_TEXT} tecken.", "Korta texten.")

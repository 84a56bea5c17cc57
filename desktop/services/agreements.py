"""The agency, its agreement and its service areas."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import REGISTRY_NUMBER_LENGTH, Agreement, LevelChoice, ServiceArea
from desktop.domain.history import Act
from desktop.errors import InputError
from desktop.models.agreement import AGREEMENT_ID, AgreementRecord, LevelChoiceRecord, ServiceAreaRecord
from desktop.models.database import Database


class Agreements:
    """Reads and keeps the one agreement of a register.

    Args:
        database: The open register.
        decided: What follows when the choices of levels have changed, in the same act: it gets the session that keeps
            them, and the agreement as it was.
    """

    def __init__(self, database: Database, decided: Callable[[Session, Agreement | None], None] | None = None) -> None:
        self._database = database
        self._decided = decided

    def get(self) -> Agreement | None:
        """The agreement, or None before the first run has been filled in."""
        with self._database.reading() as session:
            return agreement_in(session)

    def areas(self) -> tuple[ServiceArea, ...]:
        """The service areas in Swedish order."""
        with self._database.reading() as session:
            return areas_in(session)

    def save(self, agreement: Agreement) -> None:
        """Keep the agency's name and numbers and the choices of levels; service areas are left alone.

        Raises:
            InputError: The agency has no name, a registry number is too long (R37), or two choices of levels begin
                the same day.
        """
        _check(agreement)
        with self._database.writing(Act("agreement.change", agreement.agency_name)) as session:
            before = agreement_in(session)
            record = session.get(AgreementRecord, AGREEMENT_ID)
            if record is None:
                session.add(AgreementRecord.of(agreement))
            else:
                record.take(agreement)
            _keep_choices(session, agreement.choices)
            session.flush()
            if self._decided is not None:
                self._decided(session, before)


def agreement_in(session: Session) -> Agreement | None:
    """The agreement with its choices and areas, as this session sees it."""
    record = session.get(AgreementRecord, AGREEMENT_ID)
    if record is None:
        return None
    choices = session.scalars(select(LevelChoiceRecord).order_by(LevelChoiceRecord.starts_on))
    return record.to_value(tuple(choice.to_value() for choice in choices), areas_in(session))


def areas_in(session: Session) -> tuple[ServiceArea, ...]:
    """The service areas in Swedish order, as this session sees them."""
    records = session.scalars(select(ServiceAreaRecord).order_by(ServiceAreaRecord.sort_key))
    return tuple(record.to_value() for record in records)


def _keep_choices(session: Session, choices: tuple[LevelChoice, ...]) -> None:
    kept = {record.starts_on: record for record in session.scalars(select(LevelChoiceRecord))}
    wanted = {choice.starts_on: choice for choice in choices}
    for starts_on in kept.keys() - wanted.keys():
        session.delete(kept[starts_on])
    for starts_on, choice in wanted.items():
        if starts_on in kept:
            kept[starts_on].take(choice)
        else:
            session.add(LevelChoiceRecord.of(choice))


def _check(agreement: Agreement) -> None:
    if not agreement.agency_name.strip():
        raise InputError("Myndighetens namn saknas.", "Skriv namnet så som det ska stå i dokument.")
    for number in (agreement.own_registry_number, agreement.ssc_registry_number):
        if len(number) > REGISTRY_NUMBER_LENGTH:
            raise InputError(f"Ett diarienummer får ha högst {REGISTRY_NUMBER_LENGTH} tecken.", "Korta det.")
    days = [choice.starts_on for choice in agreement.choices]
    if len(set(days)) < len(days):
        raise InputError("Två beslut om antalet nivåer gäller från samma dag.", "Ta bort ett av dem.")

"""Whom to call in a matter: the right persons on both sides, from what the register knows (R3, R15, R20)."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from desktop.domain.contacts.call_list import CallRegister, CallSheet, call_sheet
from desktop.domain.rule_settings import RuleSettings
from desktop.errors import InputError
from desktop.models.contact_list import RuleSettingRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.services.agreements import agreement_in, areas_in
from desktop.services.contacts.contacts import contacts_in


class CallList:
    """Finds the persons to call.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, matter_id: UUID, day: date) -> CallSheet:
        """Whom to call in a matter on a day.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            record = session.get(MatterRecord, matter_id)
            if record is None:
                raise InputError("Ärendet finns inte längre i registret.")
            months = session.scalar(select(RuleSettingRecord.value).where(RuleSettingRecord.name == _STALE))
            register = CallRegister(
                contacts=contacts_in(session),
                agreement=agreement_in(session),
                areas={area.id: area.name for area in areas_in(session)},
                stale_after_months=RuleSettings().stale_after_months if months is None else months,
            )
            return call_sheet(record.to_value(), register, day)


_STALE = "stale_after_months"

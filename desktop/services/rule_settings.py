"""The numbers in the rules that the agency has set for itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.rule_settings import RULE_LIMITS, RuleSetting, RuleSettings
from desktop.errors import InputError
from desktop.models.contact_list import RuleSettingRecord
from desktop.models.database import Database

_WORDS = {
    "stale_after_months": ("Månader till nästa bekräftelse", "Antalet månader"),
    "right_warning_days": ("Varning före en rätts slut", "Antalet dagar"),
}


class AgencyRules:
    """Reads and sets the agency's own numbers.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> RuleSettings:
        """The numbers in force; those that nobody has set are as the program proposes."""
        with self._database.reading() as session:
            return rule_settings_in(session)

    def set(self, name: str, value: int) -> None:
        """Set one number.

        Args:
            name: Its field of ``RuleSettings``.
            value: What it is to be from now on.

        Raises:
            InputError: The number is beyond what makes sense.
            KeyError: There is no such rule.
        """
        limits = RULE_LIMITS[name]
        title, subject = _WORDS[name]
        if value not in limits:
            raise InputError(f"{subject} ska vara mellan {limits[0]} och {limits[-1]}.")
        with self._database.writing(Act("rule.change", title)) as session:
            record = session.scalar(select(RuleSettingRecord).where(RuleSettingRecord.name == name))
            if record is None:
                session.add(RuleSettingRecord.of(RuleSetting(id=new_id(), name=name, value=value)))
            else:
                record.change(value=value)


def rule_settings_in(session: Session) -> RuleSettings:
    """The numbers in force, as this session sees them; a name that no rule has any more is left out."""
    kept = {record.name: record.value for record in session.scalars(select(RuleSettingRecord))}
    return RuleSettings(**{name: value for name, value in kept.items() if name in RULE_LIMITS})

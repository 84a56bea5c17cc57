"""What SSC has to be told after its list has been compared: our people as we have them, where that differs (R17)."""

from dataclasses import dataclass

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.notice_texts import AreaNames, card_lines, notice_text
from desktop.domain.contacts.reconciling import Choices, ComparedPerson, Comparison, Standing, to_tell
from desktop.domain.contacts.taking_over import TakingOver
from desktop.domain.level import Party


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice to be made.

    Attributes:
        title: What it says in one sentence.
        before: The contact as SSC has it; nobody if SSC does not have them.
        after: The contact as we have it; nobody if they are only in SSC's list.
    """

    title: str
    body: str
    before: Contact | None
    after: Contact | None


class Tellings:
    """Says what has to be told of a person.

    Args:
        comparison: The lists compared.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._day = comparison.day
        self._taking = TakingOver(comparison.file, comparison.areas, comparison.day)
        self._names: AreaNames = {area.id: area.name for area in comparison.areas}

    def card(self, person: ComparedPerson) -> tuple[str, ...]:
        """Everything of someone who is in one of the lists only, a line each; nothing for the others."""
        one = self._taking.as_listed(person.listed) if person.contact is None and person.listed else person.contact
        if one is None or person.standing is Standing.BOTH:
            return ()
        return tuple(card_lines(one, self.area_names(), self._day))

    def area_names(self) -> AreaNames:
        """The names of our areas, and of those that only SSC's list has as far as they were asked for."""
        return {**self._names, **{area.id: area.name for area in self._taking.areas.new}}

    def of(self, person: ComparedPerson, choices: Choices) -> Telling | None:
        """What has to be told after these choices; nothing where nothing differs that SSC's list carries."""
        kept = to_tell(person, choices)
        if not kept:
            return None
        if person.standing is Standing.ONLY_THEIRS:
            return _stranger(person)
        after = self._taking.accepted(person, choices)
        if after is None or after.party is not Party.AGENCY:
            return None
        before = None if person.listed is None else self._taking.with_theirs(after, person.listed, kept)
        text = notice_text(before or Contact(id=after.id, party=after.party), after, self.area_names(), self._day)
        return Telling(text.title, text.body, before, after) if text else None


def _stranger(person: ComparedPerson) -> Telling:
    """Someone whom SSC lists as one of ours."""
    title = f"{person.name} är inte kontaktperson hos oss"
    body = f"{person.name} står i er kontaktförteckning men är inte kontaktperson hos oss. Ta bort uppgifterna."
    return Telling(title, body, None, None)

"""Contacts that are one person: found while typing and on demand, and merged without losing anything."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.likeness import Likeness, Traits, all_alike, like
from desktop.domain.contacts.merging import MergePreview, Side, merge_fields, merged
from desktop.domain.contacts.suggestion import LikePair, Search, Suggestion
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.errors import InputError
from desktop.models.contact import ContactRecord
from desktop.models.contact_list import DistinctPairRecord
from desktop.models.database import Database
from desktop.services.contacts.contacts import contact_in, contacts_in
from desktop.services.contacts.merging.moving import move_everything, moves_in, renew_coming

_MOST_SUGGESTED = 3
"""How many are suggested at once while somebody types."""
_COMPARED = ("id", "party", "given_name", "family_name", "phone", "mobile", "email")


class Duplicates:
    """Finds contacts that look alike, merges them or remembers that they are not the same.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def like(self, draft: Contact, exclude_id: UUID | None = None) -> tuple[Suggestion, ...]:
        """Those of the register who look like what is being typed, the surest first; also those that are ended.

        Args:
            draft: The contact as typed so far.
            exclude_id: The contact that is being changed, which is like itself.
        """
        one = Traits.of(draft)
        with self._database.reading() as session:
            others = [each for each in _traits_in(session, with_ended=True) if each.id != exclude_id]
            found = like(one, others, _apart_in(session))[:_MOST_SUGGESTED]
            contacts = _by_id(session, (_other(each, one.id) for each in found))
        return tuple(Suggestion(contacts[_other(each, one.id)], each) for each in found)

    def all(self, *, with_ended: bool = False) -> Search:
        """Every pair that looks like one person and has not been told apart, the surest first.

        Args:
            with_ended: Whether contacts that have been ended are searched too; anonymised ones never are.
        """
        with self._database.reading() as session:
            traits = _traits_in(session, with_ended=with_ended)
            found = all_alike(traits, _apart_in(session))
            return Search(_pairs(session, found), len(traits))

    def of(self, contact_id: UUID) -> Search:
        """Those pairs that one contact is part of, ended contacts among them.

        Raises:
            InputError: The contact is not in the register any more.
        """
        with self._database.reading() as session:
            one = contact_in(session, contact_id)
            traits = _traits_in(session, with_ended=True)
            found = like(Traits.of(one), traits, _apart_in(session))
            return Search(_pairs(session, found), len(traits))

    def distinguish(self, first_id: UUID, second_id: UUID, *, group: UUID | None = None) -> None:
        """Remember that two contacts are not the same person; nothing happens if that is known already.

        Raises:
            InputError: One of them is not in the register any more, or both are the same contact.
        """
        with self._database.reading() as session:
            first, second = _two(session, first_id, second_id)
            known = frozenset((first.id, second.id)) in _apart_in(session)
        if not known:
            lower, higher = sorted((first.id, second.id))
            act = Act("contact.distinguish", f"{first.name} och {second.name}")
            with self._database.writing(act, group=group) as session:
                session.add(DistinctPairRecord(id=new_id(), first_id=lower, second_id=higher))

    def preview_merge(self, keep_id: UUID, drop_id: UUID) -> MergePreview:
        """What merging one contact into another would do.

        Raises:
            InputError: One of them is gone or anonymised, or both are the same contact.
        """
        with self._database.reading() as session:
            kept, dropped = _mergeable(session, keep_id, drop_id)
            fields = merge_fields(kept, dropped, _deputy_names(session, kept, dropped))
            moves = moves_in(session, kept.id, dropped.id)
        return MergePreview(kept=kept, dropped=dropped, fields=fields, moves=moves)

    def merge(
        self,
        keep_id: UUID,
        drop_id: UUID,
        choices: Mapping[str, Side] | None = None,
        *,
        across_parties: bool = False,
    ) -> Contact:
        """Make two contacts one: everything moves to the one that is kept, and the other leads there from now on.

        What is chosen away stands in the notes. The history of both stays.

        Args:
            keep_id: The contact that is kept.
            drop_id: The contact that is merged into it.
            choices: Whose value is chosen for a field, by its name; what is proposed holds for the others.
            across_parties: The user has been told that they belong to different parties and means it.

        Raises:
            InputError: One of them is gone or anonymised, both are the same contact, or they belong to different
                parties and ``across_parties`` is not given.
        """
        with self._database.reading() as session:
            kept, dropped = _mergeable(session, keep_id, drop_id)
            result = merged(kept, dropped, choices or {}, _deputy_names(session, kept, dropped), self._now())
        if kept.party is not dropped.party and not across_parties:
            raise InputError(
                f"{kept.name} och {dropped.name} hör till olika parter.", "Bekräfta först att de är samma person."
            )
        with self._database.writing(Act("contact.merge", result.name)) as session:
            move_everything(session, kept.id, dropped.id)
            renew_coming(session, (kept, dropped), result, self._now())
            session.get_one(ContactRecord, kept.id).take(result)
            session.get_one(ContactRecord, dropped.id).merged_into = kept.id
        return result


def _traits_in(session: Session, *, with_ended: bool) -> list[Traits]:
    """What is compared of everyone who is neither merged nor anonymised."""
    columns = [getattr(ContactRecord, name) for name in _COMPARED]
    wanted = select(*columns).where(ContactRecord.merged_into.is_(None), ContactRecord.anonymised_on.is_(None))
    if not with_ended:
        wanted = wanted.where(ContactRecord.ended_on.is_(None))
    rows = session.execute(wanted.order_by(ContactRecord.id))
    return [Traits.of(Contact(**dict(zip(_COMPARED, row, strict=True)))) for row in rows]


def _apart_in(session: Session) -> frozenset[frozenset[UUID]]:
    told = session.execute(select(DistinctPairRecord.first_id, DistinctPairRecord.second_id))
    return frozenset(frozenset((first, second)) for first, second in told)


def _pairs(session: Session, found: Iterable[Likeness]) -> tuple[LikePair, ...]:
    alike = tuple(found)
    contacts = _by_id(session, (contact_id for each in alike for contact_id in each.pair))
    return tuple(LikePair(contacts[each.first_id], contacts[each.second_id], each) for each in alike)


def _by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Contact]:
    return {contact.id: contact for contact in contacts_in(session, sorted(set(ids)))}


def _other(likeness: Likeness, contact_id: UUID) -> UUID:
    return likeness.second_id if likeness.first_id == contact_id else likeness.first_id


def _two(session: Session, first_id: UUID, second_id: UUID) -> tuple[Contact, Contact]:
    first, second = contact_in(session, first_id), contact_in(session, second_id)
    if first.id == second.id:
        raise InputError(f"Det är samma kontakt: {first.name}.", "Välj en annan kontakt.")
    return first, second


def _mergeable(session: Session, keep_id: UUID, drop_id: UUID) -> tuple[Contact, Contact]:
    both = _two(session, keep_id, drop_id)
    if any(contact.anonymised_on for contact in both):
        raise InputError("En anonymiserad kontakt kan inte slås samman.", "Det går inte att veta vem det var.")
    return both


def _deputy_names(session: Session, *contacts: Contact) -> dict[UUID, str]:
    ids = {contact.deputy_id for contact in contacts if contact.deputy_id}
    return {contact.id: contact.name for contact in contacts_in(session, ids)} if ids else {}

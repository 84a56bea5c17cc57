"""Contacts that look like one person are found whatever way they came to be two, and others are left in peace (R15)."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.likeness import Likeness, LikeSign, Strength, Traits, all_alike, candidates, like, likeness
from desktop.domain.contacts.name_likeness import ComparedName, NameSign, name_sign, one_edit_apart
from desktop.domain.identity import new_id
from desktop.domain.level import Party


def person(name: str = "", party: Party = Party.AGENCY, **more: str) -> Contact:
    first, _, last = name.partition(" ")
    return Contact(id=new_id(), party=party, given_name=first, family_name=last, **more)  # type: ignore[arg-type]


def compared(first: Contact, second: Contact) -> Likeness | None:
    return likeness(Traits.of(first), Traits.of(second))


def signs(first: Contact, second: Contact) -> tuple[LikeSign, ...]:
    found = compared(first, second)
    return found.signs if found else ()


@pytest.mark.parametrize(
    ("first", "second", "sign"),
    [
        (("Åsa", "Öberg"), ("åsa", " ÖBERG "), NameSign.SAME),
        (("A\u030asa", "Berg"), ("Åsa", "Berg"), NameSign.SAME),
        (("Åsa", "Öberg"), ("Asa", "Oberg"), NameSign.ACCENTS),
        (("Ann-Marie", "Berg"), ("Annmarie", "Berg"), NameSign.ACCENTS),
        (("Sean", "O'Brien"), ("Sean", "O’Brien"), NameSign.ACCENTS),
        (("Sean", "O'Brien"), ("Sean", "OBrien"), NameSign.ACCENTS),
        (("Thị Ánh", "Nguyễn"), ("Thi Anh", "Nguyen"), NameSign.ACCENTS),
        (("Đức", "Lê"), ("Duc", "Le"), NameSign.ACCENTS),
        (("Ánh", "Nguyễn"), ("Nguyễn", "Ánh"), NameSign.SWAPPED),
        (("Berg", "Anna"), ("Anna", "Berg"), NameSign.SWAPPED),
        (("Åsa", "Ångström-Öhrn"), ("Asa", "Ångström"), NameSign.PARTS),
        (("Anna Karin", "Berg"), ("Karin", "Berg"), NameSign.PARTS),
        (("A.", "Lindqvist"), ("Anna", "Lindqvist"), NameSign.INITIALS),
        (("A-K", "Lindqvist"), ("Anna-Karin", "Lindqvist"), NameSign.INITIALS),
        (("Karin", "Lindqvist"), ("Karin", "Lindkvist"), NameSign.TYPO),
        (("Karin", "Lindqvist"), ("Karni", "Lindqvist"), NameSign.TYPO),
        (("Karin", "Lindqvist"), ("Karinn", "Lindqvist"), NameSign.TYPO),
        (("Karin", "Lindqvist"), ("Maria", "Lindqvist"), None),
        (("Karin", "Lindqvist"), ("", ""), None),
        (("Bo", "Ek"), ("Bo", "Ed"), None),
        (("Madonna", ""), ("Madonna", ""), NameSign.SAME),
        (("x" * 200, "y" * 200), ("x" * 200, "y" * 199), None),
    ],
)
def test_names_are_near_in_the_way_they_differ(
    first: tuple[str, str], second: tuple[str, str], sign: NameSign | None
) -> None:
    one, other = ComparedName.of(*first), ComparedName.of(*second)
    assert name_sign(one, other) is sign
    assert name_sign(other, one) is sign


def test_an_address_counts_even_at_another_party_and_under_another_name() -> None:
    found = compared(
        person("Anna Berg", email="Anna.Berg@x.example "), person("Anna Ek", Party.SSC, email="anna.berg@X.example")
    )
    assert found is not None
    assert found.signs == (LikeSign.EMAIL,)


def test_the_same_name_alone_is_a_sign_within_a_party_only() -> None:
    assert signs(person("Anna Berg"), person("Anna Berg")) == (LikeSign.SAME,)
    assert signs(person("Anna Berg"), person("Anna Berg", Party.SSC)) == ()
    both = (person("Anna Berg", phone="08-123 45 60"), person("Anna Berg", Party.SSC, mobile="+46 8 1234560"))
    assert signs(*both) == (LikeSign.PHONE, LikeSign.SAME)


def test_what_differs_speaks_against_it() -> None:
    first = person("Anna Berg", email="anna.berg@x.example")
    assert signs(first, person("Anna Borg", email="anna.borg@x.example")) == ()
    assert signs(first, person("Anna Borg")) == (LikeSign.TYPO,)
    same = compared(first, person("Anna Berg", email="anna.berg2@x.example"))
    assert same is not None
    assert same.strength is Strength.POSSIBLE


def test_name_and_address_together_are_sure() -> None:
    found = compared(person("Anna Berg", email="a@x.example"), person("Anna Berg", email="a@x.example"))
    assert found is not None
    assert found.strength is Strength.SURE


def test_a_switchboard_is_no_sign_on_its_own() -> None:
    two = [person("Anna Berg", phone="0771-456 000"), person("Per Holmér", phone="0771 456000")]
    assert [found.signs for found in all_alike(map(Traits.of, two))] == [(LikeSign.PHONE,)]
    three = [*two, person("Maria Ek", phone="+46771456000")]
    assert all_alike(map(Traits.of, three)) == ()
    assert like(Traits.of(person("Ny Person", phone="0771-456000")), map(Traits.of, three)) == ()
    again = [*three, person("Maria Eek", phone="0771-456 000")]
    assert [found.signs for found in all_alike(map(Traits.of, again))] == [(LikeSign.PHONE, LikeSign.TYPO)]


def test_an_extension_is_no_phone_number() -> None:
    assert signs(person("Anna Berg", phone="12 34"), person("Per Ek", phone="1234")) == ()


_NAMES = st.sampled_from(
    ["Anna Berg", "Anna Borg", "Ana Berg", "Berg Anna", "A Berg", "Anna-Karin Berg", "Åsa Öst", "Asa Ost", "", "Ek"]
)
_PEOPLE = st.builds(
    person,
    _NAMES,
    st.sampled_from(Party),
    email=st.sampled_from(["", "a@x.example", "b@x.example", "A@x.example"]),
    phone=st.sampled_from(["", "08-123 45 60", "+4681234560", "08-999 99 99"]),
    mobile=st.sampled_from(["", "070-111 22 33", "08-1234560"]),
)
_WORDS = st.text("aåäbéđ'- ", max_size=8)


@given(_PEOPLE, _PEOPLE)
def test_likeness_does_not_depend_on_who_comes_first(first: Contact, second: Contact) -> None:
    assert compared(first, second) == compared(second, first)


@given(_PEOPLE)
def test_whoever_has_a_name_and_an_address_is_like_a_copy_by_everything_they_have(one: Contact) -> None:
    has = [LikeSign.EMAIL] * bool(one.email) + [LikeSign.PHONE] * bool(one.phone or one.mobile)
    has += [LikeSign.SAME] * bool(one.given_name or one.family_name)
    assert list(signs(one, replace(one, id=new_id()))) == has


@given(st.lists(_PEOPLE, max_size=12), st.randoms(use_true_random=False))
def test_the_pairs_do_not_depend_on_the_order_of_the_list(people: list[Contact], chance: random.Random) -> None:
    shuffled = chance.sample(people, len(people))
    assert all_alike(map(Traits.of, people)) == all_alike(map(Traits.of, shuffled))


@given(st.lists(_PEOPLE, max_size=12))
def test_the_keys_lose_nobody(people: list[Contact]) -> None:
    traits = [Traits.of(one) for one in people]
    found = {each.pair for each in all_alike(traits)}
    assert found == {each.pair for one in traits for each in like(one, traits)}


@given(st.lists(_PEOPLE, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_who_has_been_told_apart_is_never_suggested(people: list[Contact], chance: random.Random) -> None:
    traits = [Traits.of(one) for one in people]
    apart = {each.pair for each in all_alike(traits) if chance.random() < 0.5}
    assert not apart & {each.pair for each in all_alike(traits, apart)}
    assert not apart & {each.pair for one in traits for each in like(one, traits, apart)}


@given(_WORDS, _WORDS, _WORDS, _WORDS)
def test_near_names_share_a_key_or_are_a_letter_apart(a: str, b: str, c: str, d: str) -> None:
    first, second = person(f"{a} {b}"), person(f"{c} {d}")
    first, second = replace(first, given_name=a, family_name=b), replace(second, given_name=c, family_name=d)
    found = compared(first, second)
    assert found is None or (found.first_id, found.second_id) in candidates(map(Traits.of, (first, second)))


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_one_edit_is_what_the_slow_way_finds(first: str, second: str) -> None:
    def edits(word: str) -> set[str]:
        places = range(len(word) + 1)
        made = {word[:i] + word[i + 1 :] for i in places} | {word[:i] + x + word[i:] for i in places for x in "ab"}
        made |= {word[:i] + x + word[i + 1 :] for i in places if i < len(word) for x in "ab"}
        return made | {word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :] for i in places}

    assert one_edit_apart(first, second) == (first == second or second in edits(first))


def test_the_work_grows_with_the_list_and_not_with_its_square() -> None:
    chance = random.Random(4)
    syllables = ["an", "der", "son", "berg", "lind", "kar", "sten", "vik", "hol", "gren", "qvist", "mar", "ö", "fors"]

    def made(number: int) -> Contact:
        given, family = ("".join(chance.choices(syllables, k=count)).title() for count in (2, 3))
        return person(f"{given} {family}", email=f"{number}@x.example", phone="0771-456 000")

    people = [Traits.of(made(number)) for number in range(4000)]
    assert len(candidates(people)) < len(people)

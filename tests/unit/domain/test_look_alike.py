"""Which names people take for one another, or for the app's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.look_alike import looks_like, pretends, warns, without_pretence


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Anna", "anna"),
        ("Anna", "Anna "),
        ("Anna", "An na"),
        ("Anna", "Anna."),
        ("Anna", "Аnna"),  # a Cyrillic А
        ("Anna", "Ann\u200ba"),
        ("Marek", "Μαrεκ"),  # Greek letters
        ("Jonas", "J0nas"),
        ("Lea", "Iea"),
        ("Lea", "1ea"),
        ("Lea", "Léa"),
        ("Sam", "5am"),
        ("Arno", "Amo"),
        ("O'Neil", "ONeil"),
        ("Anna-Lena", "Anna Lena"),
        ("Łukasz", "Lukasz"),
        ("Anna", "Ａｎｎａ"),  # full width
        ("Борис", "Бориc"),  # a Latin c
    ],
)
def test_names_that_pass_for_one_another(name: str, other: str) -> None:
    assert looks_like(name, other)
    assert looks_like(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Anna", "Anna"),
        ("Anna", "Hanna"),
        ("Anna", "Anna (2)"),
        ("Sam", "Pam"),
        ("Anna 1", "Anna 2"),
    ],
)
def test_names_that_are_one_or_clearly_two(name: str, other: str) -> None:
    assert not looks_like(name, other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_looking_alike_is_mutual(name: str, other: str) -> None:
    assert looks_like(name, other) is looks_like(other, name)


@pytest.mark.parametrize(
    "name", ["You", "SYSTEM", "Sуstem", "Byhand", "B y h a n d", "Verified", "✓ Anna", "Anna 🛡️"]
)
def test_names_that_pretend_to_be_the_app(name: str) -> None:
    assert pretends(name)
    assert warns(name, ())


@pytest.mark.parametrize("name", ["Youssef", "Anna", "Systema Naturae", "Ann Verified"])
def test_honest_names_pretend_nothing(name: str) -> None:
    assert not pretends(name)
    assert not warns(name, ("Marek", name))


def test_a_name_is_warned_of_beside_one_that_it_looks_like() -> None:
    assert warns("Аnna", ("Marek", "Anna"))


@pytest.mark.parametrize(
    ("proposed", "kept"),
    [
        ("Anna", "Anna"),
        ("✓ Anna", "Anna"),
        ("Anna ✅✔️", "Anna"),
        ("An🔒na", "An na"),
        ("✓ Verified", ""),
        ("✓", ""),
        ("You", ""),
        ("", ""),
        ("Anna\n✓ Verified by Byhand", "Anna Verified by Byhand"),
    ],
)
def test_a_proposed_name_loses_its_pretence(proposed: str, kept: str) -> None:
    assert without_pretence(proposed) == kept


@given(st.text(max_size=60))
def test_what_is_left_of_any_name_pretends_nothing(name: str) -> None:
    kept = without_pretence(name)
    assert not kept or not pretends(kept)
    assert without_pretence(kept) == kept
    assert "\n" not in kept

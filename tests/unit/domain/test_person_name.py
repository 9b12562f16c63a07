import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.person_name import fitting_name, judge_name
from byhand.errors import RemoteProtocolError

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ada",
        "Büro",
        "O’Brien / home",
        "علی\u200cرضا",
        FAMILY,
        "x" * 32,
        "e\u0301" * 32,
        "🐢" * 32,
    ],
)
def test_honest_names_are_taken_as_they_are(name: str) -> None:
    judge_name(name)
    assert fitting_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "a\nb",
        "a\0b",
        "a\tb",
        "\x1b]0;x\x07",
        "a\x9bb",
        "a\u202eb",
        "a\u2066b",
        "a\u200bb",
        "a\ufeffb",
        "a\u2028b",
        "a\uffffb",
        "x" * 33,
        "🐢" * 33,
        "e" + "\u0301" * 200,
    ],
)
def test_N03_N08_names_with_controls_or_without_end_are_refused(name: str) -> None:
    with pytest.raises(RemoteProtocolError):
        judge_name(name)


@given(st.text(st.characters()))
def test_our_own_name_always_fits(name: str) -> None:
    fitting = fitting_name(name)
    judge_name(fitting)
    assert fitting_name(fitting) == fitting


def test_a_surrogate_in_our_own_name_is_left_out() -> None:
    assert fitting_name("a\udcffb") == "ab"


def test_a_name_is_cut_at_32_graphic_characters_and_255_bytes() -> None:
    assert fitting_name("x" * 40) == "x" * 32
    assert fitting_name("e" + "\u0301" * 1000) == "e" + "\u0301" * 127

"""A transfer is meant by the start of its id, or by its title."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.cli.which_transfer import (
    PREFIX_DIGITS,
    is_over,
    is_unfinished,
    transfer_meant,
)
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.errors import UsageError
from tests.helpers.scripted_service import offer


def transfer(id_hex: str, title: str = "Summer 2026") -> Transfer:
    return replace(offer(title=title), id=TransferId(bytes.fromhex(id_hex.ljust(32, "0"))))


CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]")
ONE, OTHER = transfer("abcd1"), transfer("abcd2", "Letters")


@pytest.mark.parametrize(
    "text", ["abcd1", "ABCD1", " abcd10 ", "abcd1" + "0" * 27, "summer 2026", "Summer 2026"]
)
def test_the_one_that_fits_is_meant(text: str) -> None:
    assert transfer_meant(text, [ONE, OTHER]) is ONE


@pytest.mark.parametrize("text", ["", "abc", "bcd1", "abcd3", "summer", "Summer  2026x", "abcd1x"])
def test_what_fits_none_is_refused_and_named(text: str) -> None:
    with pytest.raises(UsageError, match="No transfer is called"):
        transfer_meant(text, [ONE, OTHER])


def test_what_fits_several_is_refused_with_their_ids() -> None:
    with pytest.raises(UsageError, match=r"2 transfers fit “abcd”: .* \(abcd1000, abcd2000\)"):
        transfer_meant("abcd", [ONE, OTHER])
    same = transfer("ffff", "Letters")
    with pytest.raises(UsageError, match="2 transfers fit “letters”"):
        transfer_meant("letters", [OTHER, same])


def test_a_whole_id_means_that_one_whatever_others_are_called() -> None:
    impostor = transfer("1234", ONE.id.hex())
    assert transfer_meant(ONE.id.hex(), [impostor, ONE]) is ONE


def test_a_title_that_looks_like_the_start_of_an_id_is_not_taken_for_it() -> None:
    impostor = transfer("1234", "abcd1")
    with pytest.raises(UsageError, match="2 transfers fit"):
        transfer_meant("abcd1", [impostor, ONE])


def test_a_title_may_be_typed_as_it_is_shown() -> None:
    hostile = transfer("1234", "photo\u202egpj.exe")
    assert transfer_meant("photo⟨U+202E⟩gpj.exe", [hostile, ONE]) is hostile


def test_those_for_which_it_can_be_done_are_meant_first() -> None:
    over = replace(transfer("1234", "Letters"), state=TransferState.DONE)
    assert transfer_meant("Letters", [over, OTHER], is_unfinished) is OTHER
    assert transfer_meant("Letters", [over, OTHER], is_over) is over
    with pytest.raises(UsageError, match="“Letters” is over"):
        transfer_meant("Letters", [over], is_unfinished, "is over.")


def test_what_is_typed_is_shown_without_control_characters() -> None:
    with pytest.raises(UsageError) as caught:
        transfer_meant("\x1b[2J", [ONE])
    assert "\x1b" not in str(caught.value)


IDS = st.lists(st.binary(min_size=16, max_size=16), min_size=1, max_size=20, unique=True)


@given(IDS, st.data())
def test_a_start_of_an_id_means_exactly_those_that_begin_so(
    ids: list[bytes], data: st.DataObject
) -> None:
    known = [transfer(id_.hex(), "–") for id_ in ids]
    wanted = data.draw(st.sampled_from(known))
    digits = data.draw(st.integers(PREFIX_DIGITS, 32))
    prefix = wanted.id.hex()[:digits]
    if sum(each.id.hex().startswith(prefix) for each in known) == 1:
        assert transfer_meant(prefix, known) is wanted
    else:
        with pytest.raises(UsageError):
            transfer_meant(prefix, known)


@given(st.text())
def test_anything_that_is_typed_means_a_known_one_or_is_refused(text: str) -> None:
    shown, meant = "", None
    try:
        meant = transfer_meant(text, [ONE, OTHER])
    except UsageError as error:
        shown = str(error)
    assert shown or meant in (ONE, OTHER)
    assert not CONTROL.search(shown)

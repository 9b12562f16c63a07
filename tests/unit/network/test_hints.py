import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.identity import FriendId
from byhand.network.hints import (
    USER_OF_A_LINK,
    epoch_at,
    friend_secret,
    hint_key,
    invite_secret,
    keyed_hint,
    recognised,
)

ALICE, BOB, CAROL = (FriendId(bytes([number] * 32)) for number in (1, 2, 3))
PSK = bytes(range(32))
NONCE = b"nonce-8B"

psks = st.binary(min_size=32, max_size=32)
ids = st.binary(min_size=32, max_size=32).map(FriendId)
nonces = st.binary(min_size=8, max_size=8)
epochs = st.integers(0, 2**40)


def test_the_hint_is_the_formula_of_the_specification() -> None:
    key = hashlib.blake2s(b"byhand/v1/hint", key=PSK).digest()
    content = NONCE + ALICE + (966_000).to_bytes(8, "little")
    expected = hashlib.blake2s(content, key=key).digest()[:6]
    assert keyed_hint(hint_key(PSK), NONCE, ALICE, 966_000) == expected


def test_the_hint_of_fixed_secrets_never_changes() -> None:
    assert keyed_hint(hint_key(PSK), NONCE, ALICE, 966_000).hex() == "04e46ff76238"


@pytest.mark.parametrize(("now", "epoch"), [(0, 0), (1799.9, 0), (1800, 1), (1.74e9, 966_666)])
def test_an_epoch_is_half_an_hour(now: float, epoch: int) -> None:
    assert epoch_at(now) == epoch


@given(psks, ids, ids, nonces, epochs)
def test_friends_recognise_each_other(
    psk: bytes, one: FriendId, other: FriendId, nonce: bytes, epoch: int
) -> None:
    announcer = friend_secret(psk, one, other)
    hint = keyed_hint(announcer.key, nonce, announcer.ours, epoch)
    assert recognised({one: friend_secret(psk, other, one)}, nonce, {hint}, epoch) == (one,)


@given(psks, ids, ids, nonces, epochs)
def test_the_maker_of_a_link_and_its_user_recognise_each_other(
    psk: bytes, maker: FriendId, user: FriendId, nonce: bytes, epoch: int
) -> None:
    made, used = invite_secret(psk, maker, None), invite_secret(psk, user, maker)
    for announcer, listener in ((made, used), (used, made)):
        hint = keyed_hint(announcer.key, nonce, announcer.ours, epoch)
        assert recognised({psk: listener}, nonce, {hint}, epoch) == (psk,)


def test_a_links_user_announces_no_id() -> None:
    assert invite_secret(PSK, BOB, made_by=ALICE).ours == USER_OF_A_LINK


@pytest.mark.parametrize(
    ("drift", "is_found"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_clocks_may_differ_by_one_epoch_and_old_hints_die(drift: int, is_found: bool) -> None:
    hint = keyed_hint(hint_key(PSK), NONCE, BOB, 1000 + drift)
    secrets = {BOB: friend_secret(PSK, ALICE, BOB)}
    assert bool(recognised(secrets, NONCE, {hint}, 1000)) is is_found


def test_the_first_epoch_of_all_has_none_before_it() -> None:
    assert recognised({BOB: friend_secret(PSK, ALICE, BOB)}, NONCE, set(), 0) == ()


@pytest.mark.parametrize(
    ("psk", "nonce", "announcer"),
    [(bytes(32), NONCE, BOB), (PSK, b"another!", BOB), (PSK, NONCE, CAROL), (PSK, NONCE, ALICE)],
)
def test_another_secret_nonce_or_announcer_is_somebody_else(
    psk: bytes, nonce: bytes, announcer: FriendId
) -> None:
    hint = keyed_hint(hint_key(psk), nonce, announcer, 1000)
    secrets = {BOB: friend_secret(PSK, ALICE, BOB)}
    assert recognised(secrets, NONCE, {hint}, 1000) == ()


def test_a_secret_does_not_show_itself() -> None:
    assert hint_key(PSK).hex() not in repr(friend_secret(PSK, ALICE, BOB))
    assert "key" not in repr(friend_secret(PSK, ALICE, BOB))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.identity import PublicKeys
from byhand.errors import AuthenticationError, RemoteProtocolError
from byhand.protocol.bind import (
    BIND_RECORD,
    INTRODUCTION_RECORD,
    decode_introduction,
    encode_bind,
    encode_introduction,
    verify_bind,
)
from byhand.protocol.credentials import Introduction
from tests.helpers.connection_pair import ALICE, ALICE_INTRODUCED, BOB

HASH = bytes(range(32))
INTRODUCED = encode_introduction(ALICE, ALICE_INTRODUCED, HASH)


def test_a_bind_ties_the_pinned_keys_to_one_handshake() -> None:
    content = encode_bind(ALICE, HASH)
    assert len(content) + 16 in BIND_RECORD
    verify_bind(content, HASH, ALICE.keys)
    others = [
        (content, bytes(32), ALICE.keys),
        (content, HASH, BOB.keys),
        (content, HASH, PublicKeys(BOB.keys.x25519, ALICE.keys.ed25519)),
        (content[:-1], HASH, ALICE.keys),
        (content + b"\0", HASH, ALICE.keys),
    ]
    for case in others:
        with pytest.raises(AuthenticationError):
            verify_bind(*case)


def test_an_introduction_brings_keys_and_names() -> None:
    keys, introduction = decode_introduction(INTRODUCED, HASH, ALICE.keys.x25519)
    assert keys == ALICE.keys
    assert introduction == ALICE_INTRODUCED


def test_an_introduction_for_another_handshake_or_static_key_is_refused() -> None:
    for handshake_hash, x25519 in ((bytes(32), ALICE.keys.x25519), (HASH, BOB.keys.x25519)):
        with pytest.raises(AuthenticationError):
            decode_introduction(INTRODUCED, handshake_hash, x25519)


@pytest.mark.parametrize("size", range(len(INTRODUCED)))
def test_a_truncated_introduction_is_refused(size: int) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_introduction(INTRODUCED[:size], HASH, ALICE.keys.x25519)


@pytest.mark.parametrize(
    "names",
    [
        b"\x05Alice\x03pc\0",
        b"\x05Alice\x02pc\0",
        b"\x02\xff\xfe\x02pc",
        b"\x02\xc0\xae\x02pc",
        b"\x03\xed\xa0\x80\x02pc",
        b"\x03a\nb\x02pc",
        b"\x05Alice\x05a\xe2\x80\xaeb",
        bytes([33]) + b"x" * 33 + b"\0",
    ],
)
def test_an_introduction_with_other_names_than_allowed_is_refused(names: bytes) -> None:
    content = encode_bind(ALICE, HASH) + ALICE.keys.ed25519 + names
    with pytest.raises(RemoteProtocolError):
        decode_introduction(content, HASH, ALICE.keys.x25519)


@given(st.text(st.characters()), st.text(st.characters()))
def test_whatever_we_are_called_the_other_side_takes_it(name: str, computer: str) -> None:
    content = encode_introduction(ALICE, Introduction(name, computer), HASH)
    assert len(content) + 16 in INTRODUCTION_RECORD
    assert decode_introduction(content, HASH, ALICE.keys.x25519)[0] == ALICE.keys


@given(st.binary(max_size=700))
def test_random_introductions_raise_nothing_but_protocol_errors(content: bytes) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_introduction(content, HASH, ALICE.keys.x25519)


@given(st.binary(max_size=520))
def test_random_names_behind_a_valid_signature_raise_nothing_but_protocol_errors(
    names: bytes,
) -> None:
    content = encode_bind(ALICE, HASH) + ALICE.keys.ed25519 + names
    try:
        decode_introduction(content, HASH, ALICE.keys.x25519)
    except RemoteProtocolError:
        return
    assert len(names) == 2 + names[0] + names[1 + names[0]]

"""Wycheproof through our own doors, and the rules the doors add."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.errors import AuthenticationError, LocalProtocolError
from byhand.noise.cipher_state import CipherState
from byhand.noise.primitives import CIPHERS, HASH_FUNCTIONS, Cipher, KeyPair, dh
from tests.helpers.noise_pair import load_json, low_order_keys

X25519_TESTS = load_json("wycheproof/x25519_test.json")["testGroups"][0]["tests"]


def aead_tests(name: str) -> list[Any]:
    """The tests whose nonce and key have Noise's sizes."""
    return [
        test
        for group in load_json(f"wycheproof/{name}_test.json")["testGroups"]
        for test in group["tests"]
        if group["ivSize"] == 96 and group["keySize"] == 256
    ]


AEAD_TESTS = [
    (CIPHERS[name], test)
    for name, file in (("ChaChaPoly", "chacha20_poly1305"), ("AESGCM", "aes_gcm"))
    for test in aead_tests(file)
]
AEAD_TESTS_WITHOUT_AD = [(cipher, test) for cipher, test in AEAD_TESTS if not test["aad"]]


def id_of(value: Any) -> str:
    return value.name if isinstance(value, Cipher) else str(value["tcId"])


def state_for(cipher: Cipher, test: dict[str, Any]) -> CipherState:
    """A cipher state that uses the test's nonce instead of counting."""
    nonce = bytes.fromhex(test["iv"])
    fixed = Cipher(cipher.name, cipher.aead, lambda _: nonce)
    return CipherState(bytes.fromhex(test["key"]), fixed)


def test_no_wycheproof_test_is_missing() -> None:
    assert len(X25519_TESTS) == 518
    assert len(aead_tests("chacha20_poly1305")) == 316
    assert len(aead_tests("aes_gcm")) == 66
    assert len(low_order_keys()) >= 12


@pytest.mark.parametrize("test", X25519_TESTS, ids=id_of)
def test_shared_secrets_equal_wycheproofs_and_zero_is_refused(test: dict[str, Any]) -> None:
    key_pair = KeyPair.from_private(bytes.fromhex(test["private"]))
    public = bytes.fromhex(test["public"])
    if "ZeroSharedSecret" in test["flags"]:
        with pytest.raises(AuthenticationError):
            dh(key_pair, public)
    else:
        assert dh(key_pair, public) == bytes.fromhex(test["shared"])


@pytest.mark.parametrize(("cipher", "test"), AEAD_TESTS, ids=id_of)
def test_sealed_and_opened_messages_equal_wycheproofs(cipher: Cipher, test: dict[str, Any]) -> None:
    ad, plaintext = bytes.fromhex(test["aad"]), bytes.fromhex(test["msg"])
    ciphertext = bytes.fromhex(test["ct"] + test["tag"])
    if test["result"] == "valid":
        assert state_for(cipher, test).encrypt_with_ad(ad, plaintext) == ciphertext
        assert state_for(cipher, test).decrypt_with_ad(ad, ciphertext) == plaintext
    else:
        with pytest.raises(AuthenticationError):
            state_for(cipher, test).decrypt_with_ad(ad, ciphertext)


@pytest.mark.parametrize(("cipher", "test"), AEAD_TESTS_WITHOUT_AD, ids=id_of)
def test_the_fast_path_equals_wycheproofs(cipher: Cipher, test: dict[str, Any]) -> None:
    plaintext, ciphertext = (bytes.fromhex(test[part]) for part in ("msg", "ct"))
    ciphertext += bytes.fromhex(test["tag"])
    sealed, opened = bytearray(len(ciphertext)), bytearray(len(plaintext))
    if test["result"] == "valid":
        state_for(cipher, test).encrypt_into(plaintext, memoryview(sealed))
        state_for(cipher, test).decrypt_into(ciphertext, memoryview(opened))
        assert sealed == ciphertext
        assert opened == plaintext
    else:
        with pytest.raises(AuthenticationError):
            state_for(cipher, test).decrypt_into(ciphertext, memoryview(opened))


def test_both_sides_of_an_exchange_agree() -> None:
    alice, bob = KeyPair.generate(), KeyPair.generate()
    assert dh(alice, bob.public) == dh(bob, alice.public)
    assert KeyPair.from_private(alice.private) == alice
    assert alice != bob


@pytest.mark.parametrize("size", [0, 31, 33])
def test_keys_of_another_size_are_our_fault(size: int) -> None:
    with pytest.raises(LocalProtocolError):
        KeyPair.from_private(bytes(size))
    with pytest.raises(LocalProtocolError):
        dh(KeyPair.generate(), bytes(size))


def test_a_key_pair_does_not_show_its_private_key() -> None:
    key_pair = KeyPair.generate()
    assert repr(key_pair.public) in repr(key_pair)
    assert repr(key_pair.private) not in repr(key_pair)
    assert "_key" not in repr(key_pair)


def test_nonces_are_four_zero_bytes_and_eight_of_the_ciphers_own_order() -> None:
    assert CIPHERS["ChaChaPoly"].encode_nonce(0x0102) == bytes(4) + b"\x02\x01" + bytes(6)
    assert CIPHERS["AESGCM"].encode_nonce(0x0102) == bytes(4) + bytes(6) + b"\x01\x02"


@pytest.mark.parametrize("name", HASH_FUNCTIONS)
@settings(deadline=None)
@given(chaining_key=st.binary(min_size=32, max_size=64), material=st.binary(max_size=64))
def test_a_third_output_leaves_the_first_two_as_they_are(
    name: str, chaining_key: bytes, material: bytes
) -> None:
    function = HASH_FUNCTIONS[name]
    two = function.hkdf(chaining_key, material, outputs=2)
    three = function.hkdf(chaining_key, material, outputs=3)
    assert three[:2] == two
    assert len({*three}) == 3
    assert {len(value) for value in three} == {function.size}

import pytest

from byhand.errors import AuthenticationError
from byhand.protocol.credentials import (
    LocalIdentity,
    OpenInvite,
    PinnedFriend,
    invite_selector,
    verify_signature,
)
from tests.helpers.connection_pair import ALICE, BOB


def test_an_identity_is_the_same_from_its_private_keys() -> None:
    fresh = LocalIdentity.generate()
    assert LocalIdentity.from_private(fresh.x25519.private, fresh.ed25519_private) == fresh
    assert LocalIdentity.generate().friend_id != fresh.friend_id


def test_a_signature_verifies_with_its_key_over_its_content_only() -> None:
    signature = ALICE.sign(b"content")
    assert len(signature) == 64
    verify_signature(ALICE.keys.ed25519, signature, b"content")
    forged = [
        (BOB.keys.ed25519, signature, b"content"),
        (ALICE.keys.ed25519, signature, b"Content"),
        (ALICE.keys.ed25519, signature[:-1] + bytes([signature[-1] ^ 1]), b"content"),
        (ALICE.keys.ed25519, signature[:-1], b"content"),
        (ALICE.keys.ed25519[:-1], signature, b"content"),
        (b"\xff" * 32, signature, b"content"),
    ]
    for case in forged:
        with pytest.raises(AuthenticationError):
            verify_signature(*case)


def test_secrets_are_not_shown() -> None:
    secret = bytes(range(32))
    identity = LocalIdentity.from_private(secret, secret)
    shown = repr(identity) + repr(OpenInvite(secret, 0))
    shown += repr(PinnedFriend(identity.friend_id, identity.keys, secret))
    assert repr(secret)[2:-1] not in shown
    assert secret.hex() not in shown


def test_an_invite_is_recognised_by_secret_and_ephemeral_key() -> None:
    selectors = {
        invite_selector(b"p" * 32, b"e" * 32),
        invite_selector(b"P" * 32, b"e" * 32),
        invite_selector(b"p" * 32, b"E" * 32),
    }
    assert len(selectors) == 3
    assert {len(selector) for selector in selectors} == {16}

from contextlib import suppress

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from byhand.errors import AuthenticationError
from byhand.protocol.credentials import (
    FIELD,
    SMALL_ORDER,
    LocalIdentity,
    OpenInvite,
    PinnedFriend,
    invite_selector,
    verify_signature,
)
from tests.helpers.connection_pair import ALICE, BOB

CURVE_D = -121665 * pow(121666, -1, FIELD) % FIELD


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


def encodings() -> list[bytes]:
    """Every way to write a point of small order, beside those that are no point at all."""
    canonical = {y.to_bytes(32, "little") for y in SMALL_ORDER}
    other = {(y + FIELD).to_bytes(32, "little") for y in (0, 1)}
    signed = {each[:31] + bytes([each[31] | 0x80]) for each in canonical | other}
    return sorted(canonical | other | signed)


@pytest.mark.parametrize("key", encodings(), ids=bytes.hex)
def test_a_key_of_small_order_signs_nothing(key: bytes) -> None:
    for point in encodings():
        for number in range(16):
            content = bytes([number])
            with pytest.raises(AuthenticationError):
                verify_signature(key, point + bytes(32), content)


def test_without_that_rule_anybody_could_sign_for_such_a_key() -> None:
    """The system's own check takes one in eight of the simplest forgeries, or more."""
    forged = 0
    for number in range(256):
        with suppress(InvalidSignature):
            Ed25519PublicKey.from_public_bytes(bytes(32)).verify(bytes(64), bytes([number]))
            forged += 1
    assert forged > 0


def test_there_are_eight_points_of_small_order() -> None:
    points = {point for y in SMALL_ORDER for point in points_with(y)}
    assert len(points) == 8
    for point in points:
        for _ in range(3):
            point = added(point, point)  # noqa: PLW2901 - three doublings
        assert point == (0, 1)


def points_with(y: int) -> list[tuple[int, int]]:
    """The points of Ed25519's curve at a height (RFC 8032, 5.1.3)."""
    u, v = (y * y - 1) % FIELD, (CURVE_D * y * y + 1) % FIELD
    x = pow(u * pow(v, -1, FIELD), (FIELD + 3) // 8, FIELD)
    if (x * x * v - u) % FIELD:
        x = x * pow(2, (FIELD - 1) // 4, FIELD) % FIELD
    assert (x * x * v - u) % FIELD == 0
    return [(x, y), (-x % FIELD, y)]


def added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The sum of two points (RFC 8032, 5.1.4, in affine coordinates)."""
    (x1, y1), (x2, y2) = one, other
    k = CURVE_D * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + k, -1, FIELD)
    return x % FIELD, (y1 * y2 + x1 * x2) * pow(1 - k, -1, FIELD) % FIELD


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

import msgspec
import pytest
from hypothesis import given, settings

from byhand.domain.identity import FriendId
from byhand.errors import AuthenticationError
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.introduction import sign_introduction, verify_introduction
from tests.helpers.connection_pair import ALICE, BOB, EVE
from tests.helpers.messages import introductions

INTRODUCE = Introduce(
    introduction_id=bytes(16),  # type: ignore[arg-type]
    x25519=EVE.keys.x25519,
    ed25519=EVE.keys.ed25519,
    name="Eve",
    computer="Büro",
    psk=bytes(range(32)),
    expires_at=1_800_000_000,
    hints=["tcp://192.0.2.1:47800", "tcp://[2001:db8::1]:47800"],
    signature=bytes(64),
)


def signed(introduce: Introduce) -> Introduce:
    """Alice introduces somebody to Bob."""
    signature = sign_introduction(ALICE, BOB.friend_id, introduce)
    return msgspec.structs.replace(introduce, signature=signature)


@given(introductions)
@settings(max_examples=60)
def test_what_was_signed_verifies(introduce: Introduce) -> None:
    verify_introduction(ALICE.keys.ed25519, ALICE.friend_id, BOB.friend_id, signed(introduce))


def test_the_signature_in_the_message_is_not_signed() -> None:
    once = signed(INTRODUCE)
    assert sign_introduction(ALICE, BOB.friend_id, once) == once.signature


@pytest.mark.parametrize(
    "change",
    [
        {"introduction_id": b"\1" * 16},
        {"x25519": BOB.keys.x25519},
        {"ed25519": BOB.keys.ed25519},
        {"name": "Eva"},
        {"name": "EveB", "computer": "üro"},
        {"computer": ""},
        {"psk": bytes(32)},
        {"expires_at": 1_800_000_001},
        {"hints": ["tcp://192.0.2.1:47800"]},
        {"hints": list(reversed(INTRODUCE.hints))},
        {"signature": bytes(64)},
    ],
    ids="+".join,
)
def test_nothing_that_was_signed_can_be_changed(change: dict[str, object]) -> None:
    changed = msgspec.structs.replace(signed(INTRODUCE), **change)
    with pytest.raises(AuthenticationError):
        verify_introduction(ALICE.keys.ed25519, ALICE.friend_id, BOB.friend_id, changed)


@pytest.mark.parametrize(
    ("key", "introducer", "recipient"),
    [
        (EVE.keys.ed25519, ALICE.friend_id, BOB.friend_id),
        (ALICE.keys.ed25519, EVE.friend_id, BOB.friend_id),
        (ALICE.keys.ed25519, ALICE.friend_id, EVE.friend_id),
        (bytes(32), ALICE.friend_id, BOB.friend_id),
        (b"", ALICE.friend_id, BOB.friend_id),
    ],
    ids=["another key", "another introducer", "another recipient", "no key", "no bytes"],
)
def test_it_holds_for_these_three_people_only(
    key: bytes, introducer: FriendId, recipient: FriendId
) -> None:
    with pytest.raises(AuthenticationError):
        verify_introduction(key, introducer, recipient, signed(INTRODUCE))

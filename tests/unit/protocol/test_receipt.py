import pytest
from msgspec.structs import replace

from byhand.domain.transfer import TransferId
from byhand.errors import AuthenticationError
from byhand.protocol.receipt import Delivery, check_receipt, files_digest, sign_receipt
from tests.helpers.connection_pair import ALICE, BOB, EVE

FILES = files_digest([(0, b"r" * 32), (7, b"s" * 32)])
DELIVERY = Delivery(TransferId(bytes(16)), ALICE.friend_id, BOB.friend_id, bytes(32), FILES)
RECEIPT = sign_receipt(BOB, DELIVERY, 1_800_000_000)


def test_a_receipt_tells_its_time_to_who_holds_the_receivers_key() -> None:
    assert len(RECEIPT) == 72
    assert check_receipt(BOB.keys.ed25519, DELIVERY, RECEIPT) == 1_800_000_000


@pytest.mark.parametrize(
    "changed",
    [
        replace(DELIVERY, transfer_id=TransferId(b"\1" * 16)),
        replace(DELIVERY, sender=EVE.friend_id),
        replace(DELIVERY, receiver=EVE.friend_id),
        replace(DELIVERY, digest=b"\1" * 32),
        replace(DELIVERY, files=files_digest([(0, b"r" * 32)])),
        replace(DELIVERY, files=files_digest([(0, b"r" * 32), (8, b"s" * 32)])),
        replace(DELIVERY, files=files_digest([(0, b"r" * 32), (7, b"S" * 32)])),
    ],
)
def test_a_receipt_is_of_exactly_one_delivery(changed: Delivery) -> None:
    with pytest.raises(AuthenticationError):
        check_receipt(BOB.keys.ed25519, changed, RECEIPT)


@pytest.mark.parametrize("place", range(72))
def test_any_changed_byte_breaks_a_receipt(place: int) -> None:
    changed = bytearray(RECEIPT)
    changed[place] ^= 1
    with pytest.raises(AuthenticationError):
        check_receipt(BOB.keys.ed25519, DELIVERY, bytes(changed))


def test_a_receipt_of_another_size_or_signer_is_refused() -> None:
    for receipt, key in (
        (RECEIPT[:-1], BOB.keys.ed25519),
        (RECEIPT + b"\0", BOB.keys.ed25519),
        (b"", BOB.keys.ed25519),
        (RECEIPT, EVE.keys.ed25519),
    ):
        with pytest.raises(AuthenticationError):
            check_receipt(key, DELIVERY, receipt)

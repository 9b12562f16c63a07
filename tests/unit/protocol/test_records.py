import pytest

from byhand.errors import AuthenticationError, LocalProtocolError
from byhand.protocol.records import (
    RECORD_BYTES,
    RECORD_PAYLOAD_BYTES,
    REKEY_EVERY,
    framed,
    open_record,
    rekey_if_due,
    seal,
)
from tests.helpers.connection_pair import session_pair


def test_a_record_is_its_length_and_a_noise_message() -> None:
    alice, bob = session_pair()
    record = seal(alice.sending, b"hello")
    assert record[:2] == (5 + 16).to_bytes(2, "big")
    assert open_record(bob.receiving, record[2:]) == b"hello"


def test_the_largest_record_is_65535_bytes() -> None:
    alice, bob = session_pair()
    record = seal(alice.sending, bytes(RECORD_PAYLOAD_BYTES))
    assert len(record) == 2 + RECORD_BYTES == 2 + 65535
    assert open_record(bob.receiving, memoryview(record)[2:]) == bytes(RECORD_PAYLOAD_BYTES)
    with pytest.raises(LocalProtocolError):
        seal(alice.sending, bytes(RECORD_PAYLOAD_BYTES + 1))
    with pytest.raises(LocalProtocolError):
        framed(bytes(RECORD_BYTES + 1))


def test_keys_change_before_every_message_whose_number_is_a_multiple_of_2_to_the_20() -> None:
    alice, bob = session_pair()
    for start in (0, REKEY_EVERY - 1, 2 * REKEY_EVERY - 1):
        alice.sending._nonce = bob.receiving._nonce = start
        for number in range(3):
            content = b"%d" % number
            assert open_record(bob.receiving, seal(alice.sending, content)[2:]) == content
        assert alice.sending.nonce == bob.receiving.nonce == start + 3


def test_a_side_that_forgets_to_rekey_is_not_understood() -> None:
    alice, bob = session_pair()
    alice.sending._nonce = bob.receiving._nonce = REKEY_EVERY
    record = alice.sending.encrypt_with_ad(b"", b"with the old key")
    with pytest.raises(AuthenticationError):
        open_record(bob.receiving, record)


def test_nothing_is_rekeyed_before_the_first_message() -> None:
    alice, bob = session_pair()
    alice.sending._nonce = bob.receiving._nonce = 0
    rekey_if_due(alice.sending)
    record = alice.sending.encrypt_with_ad(b"", b"first")
    assert bob.receiving.decrypt_with_ad(b"", record) == b"first"

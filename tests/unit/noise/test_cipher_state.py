"""What a cipher state refuses, and that no error moves its nonce."""

import sys
import threading
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.errors import AuthenticationError, LocalProtocolError, RemoteProtocolError
from byhand.noise.cipher_state import MAX_MESSAGE_SIZE, MAX_PLAINTEXT_SIZE, CipherState
from byhand.noise.primitives import CIPHERS, Cipher

KEY = bytes(range(32))
LAST_NONCE = 2**64 - 2

Use = Callable[[CipherState], object]

both_ciphers = pytest.mark.parametrize("cipher", CIPHERS.values(), ids=CIPHERS.keys())


def keyed(cipher: Cipher, nonce: int = 0) -> CipherState:
    state = CipherState(KEY, cipher)
    state._nonce = nonce
    return state


def room(size: int = MAX_MESSAGE_SIZE) -> memoryview:
    return memoryview(bytearray(size))


def flipped(message: bytes, index: int) -> bytes:
    return message[:index] + bytes([message[index] ^ 1]) + message[index + 1 :]


@both_ciphers
@settings(deadline=None)
@given(contents=st.lists(st.binary(max_size=300), max_size=5))
def test_messages_come_out_in_the_order_they_went_in(cipher: Cipher, contents: list[bytes]) -> None:
    sender, receiver = keyed(cipher), keyed(cipher)
    sealed = [sender.encrypt_with_ad(b"ad", content) for content in contents]
    assert [receiver.decrypt_with_ad(b"ad", message) for message in sealed] == contents
    assert sender.nonce == receiver.nonce == len(contents)


@both_ciphers
@pytest.mark.parametrize("size", [0, 1, 64, 65519])
def test_the_fast_path_writes_the_same_bytes(cipher: Cipher, size: int) -> None:
    plaintext = bytes(size)
    sender, receiver, out, opened = keyed(cipher), keyed(cipher), room(65536), room(65536)
    expected = keyed(cipher).encrypt_with_ad(b"", plaintext)

    assert sender.encrypt_into(plaintext, out) == size + 16
    assert out[: size + 16] == expected
    assert not any(out[size + 16 :])
    assert receiver.decrypt_into(expected, opened) == size
    assert opened[:size] == plaintext
    assert sender.nonce == receiver.nonce == 1


@both_ciphers
def test_the_fast_path_works_in_place(cipher: Cipher) -> None:
    buffer = room(116)
    buffer[:100] = b"x" * 100
    keyed(cipher).encrypt_into(buffer[:100], buffer)
    assert buffer == keyed(cipher).encrypt_with_ad(b"", b"x" * 100)
    keyed(cipher).decrypt_into(buffer, buffer[:100])
    assert buffer[:100] == b"x" * 100


@both_ciphers
def test_the_fast_path_allocates_next_to_nothing(cipher: Cipher) -> None:
    sender, receiver = keyed(cipher), keyed(cipher)
    plaintext, sealed = room(MAX_PLAINTEXT_SIZE), room()
    tracemalloc.start()
    try:
        for _ in range(10):
            sender.encrypt_into(plaintext, sealed)
            receiver.decrypt_into(sealed, plaintext)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1024


@both_ciphers
@pytest.mark.parametrize("is_sealing", [True, False], ids=["seal", "open"])
def test_other_threads_run_while_the_cipher_works(cipher: Cipher, is_sealing: bool) -> None:
    has_run, may_run = threading.Event(), threading.Lock()
    plaintext, sealed = room(MAX_PLAINTEXT_SIZE), room()
    keyed(cipher).encrypt_into(plaintext, sealed)

    def run() -> None:
        with may_run:
            has_run.set()

    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)  # from here on nobody is asked to release the interpreter lock
    try:
        with may_run:
            thread = threading.Thread(target=run)
            thread.start()
        for _ in range(20_000):
            if is_sealing:
                keyed(cipher).encrypt_into(plaintext, sealed)
            else:
                keyed(cipher).decrypt_into(sealed, plaintext)
            if has_run.is_set():
                break
        ran_meanwhile = has_run.is_set()
    finally:
        sys.setswitchinterval(before)
    thread.join()
    assert ran_meanwhile


@both_ciphers
@pytest.mark.parametrize("index", [0, 50, 99, 100, 115])
def test_a_failed_tag_leaves_nonce_alone_and_no_plaintext_behind(
    cipher: Cipher, index: int
) -> None:
    sealed = keyed(cipher).encrypt_with_ad(b"", b"x" * 100)
    receiver, out = keyed(cipher), room(100)
    with pytest.raises(AuthenticationError):
        receiver.decrypt_with_ad(b"", flipped(sealed, index))
    with pytest.raises(AuthenticationError):
        receiver.decrypt_into(flipped(sealed, index), out)
    assert receiver.nonce == 0
    assert bytes(out) == bytes(100)

    assert receiver.decrypt_with_ad(b"", sealed) == b"x" * 100
    assert receiver.nonce == 1


@both_ciphers
@pytest.mark.parametrize("size", range(16))
def test_a_message_shorter_than_its_tag_does_not_verify(cipher: Cipher, size: int) -> None:
    receiver = keyed(cipher)
    with pytest.raises(AuthenticationError):
        receiver.decrypt_with_ad(b"", bytes(size))
    with pytest.raises(AuthenticationError):
        receiver.decrypt_into(bytes(size), room())
    assert receiver.nonce == 0


@both_ciphers
def test_repeated_reordered_or_wrongly_labelled_messages_do_not_verify(cipher: Cipher) -> None:
    sender, receiver = keyed(cipher), keyed(cipher)
    first, second = (sender.encrypt_with_ad(b"ad", content) for content in (b"1", b"2"))
    for message, ad in ((second, b"ad"), (first, b""), (first, b"AD")):
        with pytest.raises(AuthenticationError):
            receiver.decrypt_with_ad(ad, message)
    receiver.decrypt_with_ad(b"ad", first)
    with pytest.raises(AuthenticationError):
        receiver.decrypt_with_ad(b"ad", first)


@both_ciphers
def test_a_message_may_be_65535_bytes_and_not_one_more(cipher: Cipher) -> None:
    sender, receiver = keyed(cipher), keyed(cipher)
    largest = sender.encrypt_with_ad(b"", bytes(65519))
    assert len(largest) == 65535
    assert receiver.decrypt_with_ad(b"", largest) == bytes(65519)

    with pytest.raises(LocalProtocolError):
        sender.encrypt_with_ad(b"", bytes(65520))
    with pytest.raises(LocalProtocolError):
        sender.encrypt_into(bytes(65520), room(70_000))
    with pytest.raises(RemoteProtocolError, match="65536 bytes"):
        receiver.decrypt_with_ad(b"", bytes(65536))
    with pytest.raises(RemoteProtocolError, match="65536 bytes"):
        receiver.decrypt_into(bytes(65536), room(70_000))
    assert sender.nonce == receiver.nonce == 1


@both_ciphers
def test_too_little_room_is_our_fault_and_nothing_happens(cipher: Cipher) -> None:
    state = keyed(cipher)
    with pytest.raises(LocalProtocolError):
        state.encrypt_into(bytes(100), room(115))
    with pytest.raises(LocalProtocolError):
        state.decrypt_into(bytes(116), room(99))
    assert state.nonce == 0


USES: dict[str, Use] = {
    "encrypt_with_ad": lambda state: state.encrypt_with_ad(b"", b""),
    "encrypt_into": lambda state: state.encrypt_into(b"", room(16)),
    "decrypt_with_ad": lambda state: state.decrypt_with_ad(b"", b"x" * 16),
    "decrypt_into": lambda state: state.decrypt_into(b"x" * 16, room(0)),
}


@both_ciphers
@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_the_reserved_nonce_is_never_used(cipher: Cipher, use: Use) -> None:
    state = keyed(cipher, LAST_NONCE)
    last = keyed(cipher, LAST_NONCE).encrypt_with_ad(b"", b"last")
    assert state.decrypt_with_ad(b"", last) == b"last"

    with pytest.raises(LocalProtocolError):
        use(state)
    assert state.nonce == 2**64 - 1


@both_ciphers
def test_the_last_nonce_still_seals(cipher: Cipher) -> None:
    sender, receiver, out = keyed(cipher, LAST_NONCE), keyed(cipher, LAST_NONCE), room(20)
    sender.encrypt_into(b"last", out)
    assert receiver.decrypt_with_ad(b"", out) == b"last"
    with pytest.raises(LocalProtocolError):
        sender.encrypt_into(b"more", out)


@both_ciphers
def test_rekey_is_the_specifications_and_the_nonce_runs_on(cipher: Cipher) -> None:
    state = keyed(cipher, 5)
    new_key = cipher.aead(KEY).encrypt(cipher.encode_nonce(2**64 - 1), bytes(32), b"")[:32]

    state.rekey()

    assert state.nonce == 5
    sealed = state.encrypt_with_ad(b"", b"content")
    assert sealed == cipher.aead(new_key).encrypt(cipher.encode_nonce(5), b"content", b"")
    with pytest.raises(AuthenticationError):
        keyed(cipher, 5).decrypt_with_ad(b"", sealed)


def test_without_a_key_messages_pass_unchanged_but_not_on_the_fast_path() -> None:
    state = CipherState(None, CIPHERS["ChaChaPoly"])
    assert not state.has_key()
    assert state.encrypt_with_ad(b"ad", b"clear") == b"clear"
    assert state.decrypt_with_ad(b"ad", b"clear") == b"clear"
    assert state.nonce == 0
    with pytest.raises(LocalProtocolError):
        state.encrypt_into(b"clear", room())
    with pytest.raises(LocalProtocolError):
        state.decrypt_into(bytes(32), room())
    with pytest.raises(LocalProtocolError):
        state.rekey()


@both_ciphers
@pytest.mark.parametrize("size", [0, 16, 24, 31, 33])
def test_a_key_has_32_bytes(cipher: Cipher, size: int) -> None:
    assert keyed(cipher).has_key()
    with pytest.raises(LocalProtocolError):
        CipherState(bytes(size), cipher)


def test_a_cipher_state_does_not_show_its_key() -> None:
    assert repr(KEY) not in repr(keyed(CIPHERS["AESGCM"]))

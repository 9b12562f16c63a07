"""Which of the two lane ciphers this computer runs faster."""

from time import perf_counter

from byhand.noise.cipher_state import CipherState
from byhand.noise.primitives import CIPHERS

ROUNDS = 3
RECORDS = 16
RECORD_BYTES = 65_519


def aes_is_faster() -> bool:
    """Measure both ciphers on 3 MiB each, some milliseconds of work, and compare the best runs."""
    return _best_seconds("AESGCM") < _best_seconds("ChaChaPoly")


def _best_seconds(name: str) -> float:
    cipher = CipherState(bytes(32), CIPHERS[name])
    plaintext = memoryview(bytearray(RECORD_BYTES))
    out = memoryview(bytearray(RECORD_BYTES + 16))
    best = float("inf")
    for _ in range(ROUNDS):
        started_at = perf_counter()
        for _ in range(RECORDS):
            cipher.encrypt_into(plaintext, out)
        best = min(best, perf_counter() - started_at)
    return best

"""An operating system that seals keys, for systems that do not."""

import hashlib
from dataclasses import dataclass

_SEAL_BYTES = 16


@dataclass(frozen=True, slots=True)
class FakeProtection:
    """Fits `KeyProtection`; what one account seals no other opens."""

    account: bytes

    def protect(self, secret: bytes) -> bytes:
        hidden = bytes(byte ^ 0x5A for byte in secret)
        return self._seal(hidden) + hidden

    def unprotect(self, content: bytes) -> bytes:
        seal, hidden = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
        if seal != self._seal(hidden):
            raise OSError("the key is not valid for use in this state")
        return bytes(byte ^ 0x5A for byte in hidden)

    def _seal(self, hidden: bytes) -> bytes:
        return hashlib.blake2s(hidden, key=self.account, digest_size=_SEAL_BYTES).digest()

import ctypes
import sys
from typing import Any

import pytest

from byhand.storage.key_protection import DataProtection, system_protection
from tests.helpers.fake_protection import FakeProtection

ACCOUNT = FakeProtection(b"this account")


class Library:
    """Answers as crypt32 and kernel32 do: results in memory of its own, until they are freed."""

    def __init__(self) -> None:
        self.held: list[ctypes.Array[ctypes.c_ubyte]] = []
        self.flags: set[int] = set()

    def protect(self, given: Any, *rest: Any) -> int:
        return self._answer(ACCOUNT.protect(self._bytes(given)), *rest)

    def unprotect(self, given: Any, *rest: Any) -> int:
        try:
            return self._answer(ACCOUNT.unprotect(self._bytes(given)), *rest)
        except OSError:
            return 0

    def free(self, _pointer: object) -> None:
        self.held.pop()

    def protection(self) -> DataProtection:
        return DataProtection(
            self.protect, self.unprotect, self.free, lambda: OSError("error 0x8009000B")
        )

    def _bytes(self, given: Any) -> bytes:
        blob = given.contents
        return ctypes.string_at(blob.data, blob.size)

    def _answer(self, content: bytes, *rest: Any) -> int:
        *_, flags, made = rest
        self.flags.add(flags)
        self.held.append((ctypes.c_ubyte * len(content)).from_buffer_copy(content))
        made.contents.size = len(content)
        made.contents.data = self.held[-1]
        return 1


@pytest.mark.parametrize("secret", [b"", b"x", bytes(range(256)), b"a\0b\0"])
def test_what_is_sealed_comes_back_and_every_result_is_freed(secret: bytes) -> None:
    library = Library()
    protection = library.protection()
    assert protection.protect(secret) == ACCOUNT.protect(secret)
    assert protection.unprotect(ACCOUNT.protect(secret)) == secret
    assert library.held == []


def test_no_dialog_is_ever_asked_for() -> None:
    library = Library()
    library.protection().protect(b"secret")
    assert library.flags == {1}


def test_what_was_sealed_by_another_account_is_the_systems_error() -> None:
    library = Library()
    with pytest.raises(OSError, match="8009000B"):
        library.protection().unprotect(FakeProtection(b"another").protect(b"secret"))
    assert library.held == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows seals keys")
def test_here_a_files_mode_alone_protects_it() -> None:
    assert system_protection() is None


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows seals keys")
def test_windows_opens_what_it_sealed() -> None:
    protection = system_protection()
    assert protection is not None
    sealed = protection.protect(b"secret")
    assert b"secret" not in sealed
    assert protection.unprotect(sealed) == b"secret"

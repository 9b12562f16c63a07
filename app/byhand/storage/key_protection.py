"""Sealing keys for one account of one computer, where the operating system does that."""

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

_NEVER_ASK = 0x1
"""CRYPTPROTECT_UI_FORBIDDEN: fail rather than open a dialog."""


class KeyProtection(Protocol):
    """What seals a secret so that only this account on this computer opens it."""

    def protect(self, secret: bytes) -> bytes:
        """Return the secret, sealed; raises OSError."""

    def unprotect(self, content: bytes) -> bytes:
        """Return the secret; raises OSError for what was sealed elsewhere or is damaged."""


class Blob(ctypes.Structure):
    """DATA_BLOB: a length and where the bytes are."""

    _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_ubyte)))


Call = Callable[..., int]


class DataProtection(Struct, frozen=True):
    """Windows' Data Protection API: CryptProtectData, CryptUnprotectData and LocalFree."""

    protect_data: Call
    unprotect_data: Call
    free: Callable[[object], object]
    last_error: Callable[[], OSError]

    def protect(self, secret: bytes) -> bytes:
        """Return the secret, sealed for this account; raises OSError."""
        return self._called(self.protect_data, secret)

    def unprotect(self, content: bytes) -> bytes:
        """Return the secret; raises OSError for what was sealed elsewhere or is damaged."""
        return self._called(self.unprotect_data, content)

    def _called(self, call: Call, content: bytes) -> bytes:
        room = (ctypes.c_ubyte * len(content)).from_buffer_copy(content)
        given, made = Blob(len(content), room), Blob()
        ways = ctypes.pointer(given), None, None, None, None, _NEVER_ASK, ctypes.pointer(made)
        if not call(*ways):
            raise self.last_error()
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            self.free(made.data)


def system_protection() -> KeyProtection | None:
    """Return what this system seals keys with; None where a file's mode alone protects them."""
    if sys.platform == "win32":
        library = ctypes.WinDLL("crypt32", use_last_error=True)
        calls = library.CryptProtectData, library.CryptUnprotectData
        blob, pointer = ctypes.POINTER(Blob), ctypes.c_void_p
        for call in calls:
            call.argtypes = [blob, pointer, pointer, pointer, pointer, ctypes.c_uint32, blob]
            call.restype = ctypes.c_int
        free = ctypes.WinDLL("kernel32").LocalFree
        free.argtypes, free.restype = [pointer], pointer
        return DataProtection(*calls, free, lambda: ctypes.WinError(ctypes.get_last_error()))
    return None

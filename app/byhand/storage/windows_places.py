"""Where things lie on Windows, whose calls take no open folder: each place is looked at again.

A folder's descriptor is one of the C library around a handle that does not share deleting: as
long as it is open, neither it nor a folder above it can be moved or removed, so that its path
leads to it. A name is opened below that path; what is a link, or turns out to lie elsewhere, is
refused.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from byhand.storage.windows_calls import (
    ATTRIBUTE_REPARSE_POINT,
    OPEN_ANY_KIND,
    OPEN_EXISTING,
    OPEN_ITSELF,
    SHARE_ALL,
    WindowsCalls,
)

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0, 1.25, 1.25)
"""Seconds between tries while somebody holds a file, as virus scanners do: 5 s in all."""
HELD = frozenset({errno.EBUSY})
HELD_OR_DENIED = HELD | {errno.EACCES}

_Result = TypeVar("_Result")


class Places:
    """Opens what lies at a place; everything raises OSError. `sleep` takes seconds."""

    def __init__(self, calls: WindowsCalls, sleep: Callable[[float], None]) -> None:
        self._calls = calls
        self._sleep = sleep

    def opened(self, path: str, access: int, sharing: int, disposition: int) -> int:
        """Open exactly what lies at a path, refuse links and what lies elsewhere."""
        handle = self.created(path, access, sharing, disposition)
        self.refuse_links(handle, path)
        if self._calls.final_path(handle).lower() == path.lower():
            return handle
        self._calls.close_handle(handle)
        raise OSError(errno.ELOOP, "it lies somewhere else", path)

    def created(self, path: str, access: int, sharing: int, disposition: int) -> int:
        flags = OPEN_ITSELF | OPEN_ANY_KIND
        return self.patiently(
            lambda: self._calls.create_file(path, access, sharing, disposition, flags), HELD
        )

    def refuse_links(self, handle: int, path: str) -> None:
        if self._calls.attributes(handle) & ATTRIBUTE_REPARSE_POINT:
            self._calls.close_handle(handle)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)

    @contextmanager
    def held(self, path: str, access: int) -> Iterator[int]:
        handle = self.opened(path, access, SHARE_ALL, OPEN_EXISTING)
        try:
            yield handle
        finally:
            self._calls.close_handle(handle)

    def path(self, name: str, folder: int) -> str:
        return f"{self.path_of(folder)}\\{name}"

    def path_of(self, fd: int) -> str:
        return self._calls.final_path(self._calls.handle(fd)).rstrip("\\")

    def patiently(self, call: Callable[[], _Result], numbers: frozenset[int]) -> _Result:
        """Try again for some seconds while somebody else holds a file."""
        for pause in PAUSES:
            try:
                return call()
            except OSError as exc:
                if exc.errno not in numbers:
                    raise
            self._sleep(pause)
        return call()

"""Why an incoming transfer waits for its disk, and for which errors of a disk it does wait."""

from byhand.domain.codes import Code
from byhand.engine.recorder import Recorder
from byhand.errors import (
    ByhandError,
    CorruptStoreError,
    DiskFullError,
    FolderGoneError,
    ReadOnlyError,
    StorageError,
)
from byhand.service.surroundings import code_of

_FINAL = (CorruptStoreError, FolderGoneError)
LOSSES = 3
"""So often what was found again may be lost again, with nothing flushed in between."""


class DiskBlock:
    """A disk that is full, read-only, or not there may change its mind; a broken one fails.

    `code` is OK while nothing is waited for; `missing_bytes` are those without which a full disk
    takes no more.
    """

    def __init__(self) -> None:
        self.code = Code.OK
        self.missing_bytes = 0
        self._losses = 0
        self._recorder: Recorder | None = None

    def set(self, error: ByhandError) -> None:
        """Wait because of an error."""
        self.code = code_of(error)
        missing = error.missing_bytes if isinstance(error, DiskFullError) else None
        self.missing_bytes = missing or 0

    def clear(self) -> None:
        """Wait no more."""
        self.code, self.missing_bytes = Code.OK, 0

    def found(self, recorder: Recorder) -> None:
        """Wait no more, unless what was found on the disk cannot be recorded."""
        self._recorder = recorder
        self.clear()
        if recorder.error is not None:
            self.set(recorder.error)

    @property
    def is_in_doubt(self) -> bool:
        """Say whether what was to be flushed may be lost."""
        return self._recorder is not None and self._recorder.is_in_doubt

    def loses(self, error: ByhandError) -> bool:
        """Say whether, after an error, what is here is to be found again, once it can be."""
        if not isinstance(error, StorageError) or isinstance(error, _FINAL):
            return False
        recorder, self._recorder = self._recorder, None
        # A right that was taken may be given back; what tries it costs nothing.
        if recorder is not None and not isinstance(error, ReadOnlyError):
            self._losses = 1 if recorder.durable_bytes else self._losses + 1
        return self._losses <= LOSSES

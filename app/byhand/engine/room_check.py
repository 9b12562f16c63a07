"""Whether the disk keeps its reserve while much is written to it."""

from pathlib import Path

from byhand.domain.pieces import MIB
from byhand.errors import DiskFullError
from byhand.storage.staging import Staging

CHECK_BYTES = 64 * MIB


class RoomCheck:
    """Looks every 64 MiB; one thread at a time."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self._unchecked_bytes = 0

    def before(self, length: int) -> None:
        """Look, if it is time, before so many bytes are written; raise DiskFullError."""
        self._unchecked_bytes += length
        if self._unchecked_bytes > CHECK_BYTES:
            missing = self._staging.missing_bytes(0)
            if missing:
                raise DiskFullError(Path(self._staging.base), missing)
            self._unchecked_bytes = 0

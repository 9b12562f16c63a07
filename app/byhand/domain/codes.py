"""The reasons that the wire names for what went wrong (PROTOCOL.md, section 14)."""

from enum import IntEnum


class Code(IntEnum):
    """Why something ended or failed; the numbers are part of the wire protocol."""

    OK = 0
    PROTOCOL = 1
    UNSUPPORTED = 2
    LIMIT = 3
    DECLINED = 4
    CANCELLED = 5
    NOT_FOUND = 6
    SOURCE_CHANGED = 7
    SOURCE_UNREADABLE = 8
    SOURCE_GONE = 9
    DISK_FULL = 10
    DISK_ERROR = 11
    DENIED = 12
    NAME_REFUSED = 13
    NAME_TAKEN = 14
    HASH_MISMATCH = 15
    AUTHENTICATION = 16
    TIMEOUT = 17
    BUSY = 18
    SHUTDOWN = 19
    EXPIRED = 20
    EJECTED = 21
    PATH_TOO_LONG = 22
    INTERNAL = 23
    CONNECTION_LOST = 24
    UNREACHABLE = 25
    FILE_TOO_LARGE = 26

    @classmethod
    def _missing_(cls, value: object) -> "Code | None":
        """Take a number that only a later version knows as INTERNAL, so that it can be shown."""
        return cls.INTERNAL if isinstance(value, int) else None

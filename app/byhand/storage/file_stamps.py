"""File stamps in rows of the database, and when one may be believed."""

import msgspec

from byhand.storage.source import FileStamp

SETTLED_NS = 2 * 10**9
"""Coarser than the clock of any file system that we know (FAT32 counts in 2 s)."""

_DECODER = msgspec.msgpack.Decoder(tuple[int, int, int, int, int])


def is_settled(stamp: FileStamp, read_at_ns: int) -> bool:
    """Say whether a file that was read then would show any later change in its stamp.

    `read_at_ns`: when reading began, in Unix nanoseconds. One modified less than 2 s before may
    be modified again under the same stamp; one dated in the future is never believed.
    """
    return read_at_ns - max(stamp.mtime_ns, stamp.ctime_ns) >= SETTLED_NS


def encode_stamp(stamp: FileStamp) -> bytes:
    """Return a stamp as bytes; the same for an equal one."""
    # Not by `astuple`: that copies deeply, which costs more than all the rest.
    return msgspec.msgpack.encode(
        (stamp.size, stamp.mtime_ns, stamp.ctime_ns, stamp.dev, stamp.inode)
    )


def decode_stamp(content: bytes) -> FileStamp:
    """Return the stamp that such bytes hold; raises msgspec.DecodeError."""
    return FileStamp(*_DECODER.decode(content))

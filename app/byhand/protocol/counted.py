"""Short texts among bytes: each preceded by its length in one byte (§6, §10, §18)."""

from typing import Final

from byhand.errors import LocalProtocolError

COUNTED_BYTES: Final = 255


def counted(text: str) -> bytes:
    """Return u8 length ‖ UTF-8; LocalProtocolError beyond 255 bytes."""
    encoded = text.encode()
    if len(encoded) > COUNTED_BYTES:
        raise LocalProtocolError(f"a text of {len(encoded)} bytes")
    return bytes([len(encoded)]) + encoded

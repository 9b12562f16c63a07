"""What this installation says of itself, and what it can do, at the start of every session."""

from typing import Final

from msgspec import Struct

from byhand import __version__
from byhand.protocol.messages import Hello

PROTOCOL_VERSION = 1
INTRODUCE: Final = "introduce1"
TEXT: Final = "text1"
HASH_ASK: Final = "hashask1"
DELTA: Final = "delta1"
REPAIR: Final = "repair1"
DOCTOR: Final = "doctor1"
GROUP: Final = "group1"
CAPABILITIES: Final = [INTRODUCE, TEXT, HASH_ASK, DELTA, REPAIR, DOCTOR, GROUP]
"""What this version can do beyond the basis of the protocol (PROTOCOL.md, HELLO)."""


class Ourselves(Struct, frozen=True):
    """What HELLO and ADDRESSES say of this installation."""

    installation_id: bytes
    port: int
    aes_is_faster: bool
    hints: tuple[str, ...]


def hello_of(ourselves: Ourselves) -> Hello:
    """Return the first message of this installation on every control connection."""
    return Hello(
        versions=[PROTOCOL_VERSION],
        app=f"byhand {__version__}",
        capabilities=CAPABILITIES,
        limits={},
        aes_is_faster=ourselves.aes_is_faster,
        port=ourselves.port,
        installation_id=ourselves.installation_id,
    )

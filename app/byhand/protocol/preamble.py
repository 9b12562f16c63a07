"""The first bytes of a connection, before Noise: what it is for and what binds it (§3)."""

import hashlib
import struct
from enum import IntEnum
from struct import error as StructError
from typing import Final

from msgspec import Struct

from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.noise.primitives import CIPHERS

MAGIC: Final = b"BYH1"
PREAMBLE_BYTES: Final = 8
TAG_BYTES: Final = 16
MAC1_BYTES: Final = 16
_LAYOUT: Final = struct.Struct(">4sBBH")


class Use(IntEnum):
    """What a connection is for."""

    PAIR = 1
    INVITE = 2
    FRIEND = 3
    LANE = 4
    MEMBER = 5


class LaneCipher(IntEnum):
    """The cipher of a connection; uses other than LANE and MEMBER have CHACHAPOLY only."""

    CHACHAPOLY = 1
    AESGCM = 2


class UseRules(Struct, frozen=True):
    """How connections of one use begin; `first_message` holds the sizes that its message may have.

    `tag_bytes` stand between preamble and message, `mac1_bytes` behind the message.
    """

    pattern: str
    label: bytes
    first_message: range
    ciphers: tuple[LaneCipher, ...] = (LaneCipher.CHACHAPOLY,)
    tag_bytes: int = 0
    mac1_bytes: int = 0


RULES: Final = {
    Use.PAIR: UseRules("XX", b"byhand/v1/pair", range(40, 96 + 1)),
    Use.INVITE: UseRules("XXpsk3", b"byhand/v1/invite", range(48, 112 + 1)),
    Use.FRIEND: UseRules("IKpsk2", b"byhand/v1/friend", range(108, 172 + 1), mac1_bytes=MAC1_BYTES),
    Use.LANE: UseRules(
        "NNpsk0", b"byhand/v1/lane", range(48, 112 + 1), tuple(LaneCipher), tag_bytes=TAG_BYTES
    ),
    Use.MEMBER: UseRules(
        "NNpsk0", b"byhand/v1/member", range(48, 112 + 1), tuple(LaneCipher), tag_bytes=TAG_BYTES
    ),
}

_CIPHER_NAMES: Final = {
    LaneCipher.CHACHAPOLY: CIPHERS["ChaChaPoly"].name,
    LaneCipher.AESGCM: CIPHERS["AESGCM"].name,
}


class Preamble(Struct, frozen=True):
    """What the first 8 bytes say; the message's size is without tag and mac1."""

    use: Use
    first_message_bytes: int
    cipher: LaneCipher = LaneCipher.CHACHAPOLY

    @property
    def opening_bytes(self) -> int:
        """How many bytes follow before the initiator waits: tag, message and mac1."""
        rules = RULES[self.use]
        return rules.tag_bytes + self.first_message_bytes + rules.mac1_bytes

    @property
    def noise_protocol_name(self) -> str:
        """The name that Noise mixes in first."""
        return f"Noise_{RULES[self.use].pattern}_25519_{_CIPHER_NAMES[self.cipher]}_BLAKE2s"


def encode_preamble(preamble: Preamble) -> bytes:
    """Return the 8 bytes; LocalProtocolError for what no receiver would take."""
    if not _is_lawful(preamble):
        raise LocalProtocolError(f"no such preamble: {preamble}")
    return _LAYOUT.pack(MAGIC, preamble.use, preamble.cipher, preamble.first_message_bytes)


def decode_preamble(data: bytes) -> Preamble:
    """Return what 8 bytes say; RemoteProtocolError for anything unknown or outside its window."""
    try:
        magic, use, cipher, size = _LAYOUT.unpack(data)
        preamble = Preamble(Use(use), size, LaneCipher(cipher))
    except (StructError, ValueError) as exc:
        raise RemoteProtocolError("a preamble of an unknown use or cipher") from exc
    if magic != MAGIC or not _is_lawful(preamble):
        raise RemoteProtocolError("a preamble of another program or with a length out of bounds")
    return preamble


def mac1(responder_static: bytes, covered: bytes) -> bytes:
    """Return the 16 bytes that show a stranger does not know our key; `covered` = all before."""
    key = hashlib.blake2s(b"mac1" + responder_static).digest()
    return hashlib.blake2s(covered, key=key, digest_size=MAC1_BYTES).digest()


def prologue(preamble: Preamble) -> bytes:
    """Return what both sides of a PAIR, INVITE or FRIEND handshake mix in first."""
    return encode_preamble(preamble) + RULES[preamble.use].label


def lane_prologue(
    preamble: Preamble, tag: bytes, control_hash: bytes, index: int, direction: int
) -> bytes:
    """Return what both sides of a lane's handshake mix in first: it names its control session."""
    label = RULES[preamble.use].label
    place = index.to_bytes(4, "little") + bytes([direction])
    return encode_preamble(preamble) + tag + label + control_hash + place


def member_prologue(preamble: Preamble, group_id: bytes, dialler: bytes, listener: bytes) -> bytes:
    """Return what two members mix in first: their group, and the tag of each; 16 bytes all."""
    label = RULES[preamble.use].label
    return encode_preamble(preamble) + listener + label + group_id + dialler + listener


def _is_lawful(preamble: Preamble) -> bool:
    rules = RULES[preamble.use]
    return preamble.first_message_bytes in rules.first_message and preamble.cipher in rules.ciphers

"""The types that fields of messages have, their bounds, and their short names on the wire (§8)."""

from typing import Annotated, Final, TypeAlias

from msgspec import Meta

from byhand.domain.manifest import ENTRY_LIMIT, SIZE_LIMIT
from byhand.domain.names import COMPONENT_BYTES, DEPTH_LIMIT
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.transfer import TransferId

TITLE_CHARACTERS: Final = 200
NOTE_CHARACTERS: Final = 2000
LANE_LIMIT: Final = 8
HINT_LIMIT: Final = 32
ROW_LIMIT: Final = 2**16 - 1
PIECES_HASHES: Final = 1900
"""How many hashes fit one PIECES message."""
FAILED_GENERATION: Final = 2**32 - 1
"""In SOURCE: what was read of this file counts no more, and no more of it will come."""

WIRE_KEYS: Final = {
    "about": "y",
    "add": "add",
    "aes_is_faster": "aes",
    "allocated": "al",
    "app": "app",
    "bad": "bad",
    "blocked": "bl",
    "bytes": "b",
    "capabilities": "cap",
    "chosen": "ch",
    "code": "c",
    "commitment": "cm",
    "computer": "pc",
    "count": "k",
    "digest": "d",
    "direction": "dir",
    "durable": "du",
    "end": "end",
    "entries": "es",
    "entry": "e",
    "ed25519": "ek",
    "epoch": "ep",
    "expires_at": "x",
    "files": "fi",
    "first": "f",
    "first_index": "i",
    "generation": "g",
    "group": "gr",
    "hashes": "hs",
    "held_up_by": "hu",
    "hints": "h",
    "id": "id",
    "indices": "ix",
    "installation_id": "ins",
    "introduction_id": "id",
    "is_over": "ov",
    "kind": "ki",
    "lanes": "la",
    "limits": "lim",
    "members": "mb",
    "more": "m",
    "name": "nm",
    "needs": "nd",
    "network": "nw",
    "nonce": "no",
    "note": "no",
    "number": "n",
    "ok": "ok",
    "piece": "pi",
    "port": "p",
    "psk": "psk",
    "rate": "ra",
    "receipt": "rc",
    "removed": "rm",
    "request": "q",
    "retry_of": "re",
    "rows": "r",
    "seen_you_as": "you",
    "signature": "sg",
    "t": "t",
    "tag": "tg",
    "text": "x",
    "title": "ti",
    "transfer_id": "id",
    "verdict": "v",
    "versions": "vs",
    "wants": "w",
    "written": "wr",
    "x25519": "xk",
}

Unsigned: TypeAlias = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Unsigned32: TypeAlias = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Generation: TypeAlias = Annotated[int, Meta(ge=0, lt=FAILED_GENERATION)]
Unsigned16: TypeAlias = Annotated[int, Meta(ge=0, le=2**16 - 1)]
Signed: TypeAlias = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Size: TypeAlias = Annotated[int, Meta(ge=0, le=SIZE_LIMIT)]
EntryIndex: TypeAlias = Annotated[int, Meta(ge=0, le=ENTRY_LIMIT - 1)]
EntryCount: TypeAlias = Annotated[int, Meta(ge=0, le=ENTRY_LIMIT)]
EntryOrPacks: TypeAlias = Annotated[int, Meta(ge=0, le=PACK_INDEX)]
Epoch: TypeAlias = Annotated[int, Meta(ge=1, le=2**32 - 1)]
Id: TypeAlias = Annotated[TransferId, Meta(min_length=16, max_length=16)]
GroupId: TypeAlias = Annotated[bytes, Meta(min_length=16, max_length=16)]
Tag: TypeAlias = Annotated[bytes, Meta(min_length=16, max_length=16)]
Hash: TypeAlias = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature: TypeAlias = Annotated[bytes, Meta(min_length=64, max_length=64)]
Token: TypeAlias = Annotated[str, Meta(max_length=32)]
Line: TypeAlias = Annotated[str, Meta(max_length=255)]
Title: TypeAlias = Annotated[str, Meta(max_length=TITLE_CHARACTERS)]
Note: TypeAlias = Annotated[str, Meta(max_length=NOTE_CHARACTERS)]
Component: TypeAlias = Annotated[str, Meta(min_length=1, max_length=COMPONENT_BYTES)]
Components: TypeAlias = Annotated[tuple[Component, ...], Meta(min_length=1, max_length=DEPTH_LIMIT)]
Pack: TypeAlias = Annotated[int, Meta(ge=-1, le=ENTRY_LIMIT - 1)]
Many: Final = Meta(max_length=ROW_LIMIT)
"""How long any list may be: what a message can hold, so that no length is believed."""
Ranges: TypeAlias = Annotated[list[Annotated[int, Meta(ge=0, le=2**32)]], Many]
"""[start, count, …]; judged by `domain.ranges.decode_ranges` against the manifest."""

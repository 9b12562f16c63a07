"""The grammar of what friends say: a kind for every field of every message and row (§8)."""

from typing import Any, Final

import msgspec
from msgspec import Struct

from byhand.domain.manifest import ENTRY_LIMIT, SIZE_LIMIT
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.profile import LOWEST_PORT
from byhand.protocol.codec import HEADER_BYTES, encode_message
from byhand.protocol.dial_back import DialBack, DialResult
from byhand.protocol.fields import FAILED_GENERATION, WIRE_KEYS
from byhand.protocol.friend_messages import (
    Introduce,
    IntroduceAnswer,
    PairCommit,
    PairLater,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.member_messages import (
    Asked,
    Bits,
    CancelGet,
    Complain,
    Get,
    Group,
    GroupRow,
    Have,
    Holding,
    No,
)
from byhand.protocol.message import Message
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import (
    Addresses,
    Answer,
    Bye,
    Cancel,
    Entries,
    EntriesEnd,
    EntryRow,
    ErrorReport,
    FileRow,
    Files,
    Finished,
    Hello,
    Lanes,
    Need,
    Offer,
    Ping,
    Pong,
    ProfileUpdate,
    RootRow,
    Roots,
    Sent,
    Source,
    SourceRow,
    Status,
    Want,
    Withdraw,
)
from byhand.protocol.resume_messages import (
    Again,
    HashAnswer,
    HashAsk,
    Pause,
    Pieces,
    Resume,
    Sync,
    SyncRow,
)
from tests.fuzz.values import (
    Kind,
    Known,
    boolean,
    fields,
    many,
    number,
    octets,
    one_of,
    perhaps,
    ranges,
    row,
    text,
    with_one_spoilt,
)

ROWS_LIMIT: Final = 1000
"""How many rows a liar puts into one message at most: more do not fit."""
HOSTILE_NAMES: Final = (
    *("..", ".", "a/b", "a\\b", "/etc/passwd", "../../home/decoy", "x" * 256, "x" * 255),
    *("NUL", "CON.txt", "C:", "a:b", "~", "-rf", ".byhand-0", ".bashrc", "desktop.ini", "a.lnk"),
    *("e\u0301", "\ufb01", " a", "a ", "a.", "\u200d", "\u2028", "\ufeff", "\ufffe", "A", "a"),
)
HINTS: Final = ("tcp://192.0.2.1:47800", "tcp://[2001:db8::1]:1024", "tcp://example.invalid:1")
HOSTILE_HINTS: Final = ("tcp://127.0.0.1:22", "http://x", "tcp://[fe80::1]:1", "tcp://h:0", "")

ID: Final = octets(16, Known.transfer_id)
HASH: Final = octets(32, Known.digest)
DIGEST_OR_NONE: Final = octets(32, may_be_empty=True)
U16: Final = number(0, 2**16 - 1)
U32: Final = number(0, 2**32 - 1)
U63: Final = number(0, 2**63 - 1, 100_000)
COUNT: Final = number(0, ENTRY_LIMIT)
INDEX: Final = number(0, ENTRY_LIMIT - 1)
GENERATION: Final = number(0, FAILED_GENERATION - 1, 1)
EPOCH: Final = number(1, 2**32 - 1)
CODE: Final = number(0, 25, 25)
RANGES: Final = ranges(ENTRY_LIMIT)
MORE: Final = boolean()
TIME: Final = number(-(2**63), 2**63 - 1, 2**60)
HINT: Final = Kind(
    lambda known: known.rng.choice(HINTS), (one_of(*HOSTILE_HINTS), text(255).ways[0])
)
ENTRY_OR_PACKS: Final = Kind(
    lambda known: known.rng.choice((0, 1, 2, PACK_INDEX)),
    (one_of(PACK_INDEX, PACK_INDEX + 1, PACK_INDEX - 1, ENTRY_LIMIT), *INDEX.ways),
)
COMPONENT: Final = Kind(
    lambda known: known.rng.choice(("a", "b", "caf\u00e9", "folder")),
    (one_of(*HOSTILE_NAMES), one_of(*HOSTILE_NAMES), *text(255).ways),
)
SIZE: Final = number(0, SIZE_LIMIT, 300_000)

ROWS: Final[dict[type[Struct], dict[str, Kind]]] = {
    EntryRow: {
        "components": many(COMPONENT, 64, least=1),
        "kind": number(0, 2),
        "size": SIZE,
        "allocated": SIZE,
        "mtime_ns": TIME,
        "executable": boolean(),
    },
    EntriesEnd: {"count": COUNT, "bytes": U63, "allocated": U63, "digest": HASH},
    GroupOffer: {"id": octets(16), "members": number(1, 2**16 - 1)},
    GroupConsent: {"kind": number(0, 2), "network": octets(8, may_be_empty=True)},
    Want: {"entry": ENTRY_OR_PACKS, "ranges": ranges(2**32)},
    FileRow: {"entry": INDEX, "state": number(1, 4), "code": CODE},
    SourceRow: {"entry": INDEX, "code": CODE, "generation": U32},
    RootRow: {
        "entry": ENTRY_OR_PACKS,
        "pack": number(-1, ENTRY_LIMIT - 1),
        "generation": GENERATION,
        "root": HASH,
    },
    SyncRow: {
        "transfer_id": ID,
        "role": number(0, 1),
        "phase": number(0, 1),
        "digest": DIGEST_OR_NONE,
        "number": U32,
        "is_paused": boolean(),
    },
    Asked: {
        "entry": ENTRY_OR_PACKS,
        "first": number(0, 2**32 - 1, 8),
        "count": number(1, 16, 4),
    },
    GroupRow: {
        "own_tag": octets(16),
        "their_tag": octets(16),
        "key": octets(32),
        "cipher": number(1, 2),
        "hints": many(HINT, 8),
        "expires_at": number(0, 253_402_300_799, 2_000_000_000),
    },
}


def _rows(kind: type[Struct], limit: int = ROWS_LIMIT, least: int = 0) -> Kind:
    return many(row(*ROWS[kind].values()), limit, least=least)


def _map(kind: type[Struct]) -> Kind:
    return fields({WIRE_KEYS[name]: each for name, each in ROWS[kind].items()})


MESSAGES: Final[dict[type[Message], dict[str, Kind]]] = {
    Hello: {
        "versions": Kind(lambda _: [1], many(U16, 16, least=1).ways),
        "app": text(64),
        "installation_id": octets(16),
        "capabilities": many(text(32, "delta1", "text1"), 64),
        "limits": Kind(lambda _: {"frames": 9}, (one_of({"x" * 33: 1}, {"a": -1}, {1: 1}),)),
        "aes_is_faster": boolean(),
        "port": U16,
    },
    Ping: {"t": U63},
    Pong: {"t": U63},
    Sync: {"rows": _rows(SyncRow), "more": MORE},
    ErrorReport: {
        "code": CODE,
        "about": Kind(lambda known: known.rng.choice((0, 4, 16, 45)), U16.ways),
        "transfer_id": perhaps(ID),
        "entry": perhaps(INDEX),
        "text": text(200),
    },
    Bye: {"code": CODE},
    Lanes: {"indices": many(U32, 8, least=1), "direction": number(0, 1)},
    Addresses: {"hints": many(HINT, 32), "seen_you_as": text(255, *HOSTILE_HINTS)},
    ProfileUpdate: {"name": text(32), "computer": text(32)},
    DialBack: {"number": U32, "port": number(LOWEST_PORT, 2**16 - 1, 47_800)},
    DialResult: {"number": number(0, 2**32 - 1, 2), "code": CODE},
    Introduce: {
        "introduction_id": octets(16),
        "x25519": octets(32),
        "ed25519": octets(32),
        "name": text(32),
        "computer": text(32),
        "psk": octets(32),
        "expires_at": number(0, 253_402_300_799, 2_000_000_000),
        "hints": many(HINT, 16),
        "signature": octets(64),
    },
    IntroduceAnswer: {"introduction_id": octets(16), "code": CODE},
    Offer: {
        "transfer_id": ID,
        "number": EPOCH,
        "title": text(200),
        "count": perhaps(COUNT),
        "bytes": perhaps(U63),
        "note": perhaps(text(2000)),
        "retry_of": perhaps(ID),
        "group": perhaps(_map(GroupOffer)),
    },
    Entries: {
        "transfer_id": ID,
        "first_index": COUNT,
        "entries": _rows(EntryRow),
        "end": perhaps(_map(EntriesEnd)),
    },
    Answer: {
        "transfer_id": ID,
        "verdict": number(0, 2, 2),
        "digest": DIGEST_OR_NONE,
        "chosen": perhaps(RANGES),
        "code": CODE,
        "group": perhaps(_map(GroupConsent)),
    },
    Withdraw: {"transfer_id": ID},
    Need: {
        "transfer_id": ID,
        "epoch": EPOCH,
        "wants": perhaps(_rows(Want)),
        "add": boolean(),
        "more": MORE,
    },
    Files: {"transfer_id": ID, "rows": _rows(FileRow), "more": MORE},
    Source: {"transfer_id": ID, "rows": _rows(SourceRow)},
    Roots: {"transfer_id": ID, "rows": _rows(RootRow), "more": MORE},
    Pieces: {
        "transfer_id": ID,
        "entry": ENTRY_OR_PACKS,
        "first": U32,
        "generation": GENERATION,
        "hashes": Kind(
            lambda known: known.rng.randbytes(32 * known.rng.randint(1, 3)), octets(96).ways
        ),
        "more": MORE,
    },
    HashAsk: {"transfer_id": ID, "entries": RANGES, "more": MORE},
    HashAnswer: {
        "transfer_id": ID,
        "rows": many(row(INDEX, DIGEST_OR_NONE), ROWS_LIMIT),
        "more": MORE,
    },
    Status: {
        "transfer_id": ID,
        "written": U63,
        "durable": U63,
        "files": COUNT,
        "rate": U63,
        "blocked": Kind(lambda known: known.rng.choice((0, 0, 10, 18)), CODE.ways),
        "held_up_by": number(0, 2**16 - 1, 4),
    },
    Pause: {"transfer_id": ID},
    Resume: {"transfer_id": ID},
    Cancel: {"transfer_id": ID, "entries": perhaps(RANGES), "code": CODE},
    Sent: {
        "transfer_id": ID,
        "epoch": EPOCH,
        "lanes": many(row(U32, U63), 8),
        "ok": COUNT,
        "bad": COUNT,
        "needs": U32,
    },
    Finished: {"transfer_id": ID, "ok": COUNT, "bad": COUNT, "receipt": octets(72)},
    Again: {"transfer_id": ID, "entries": RANGES},
    PairCommit: {"commitment": octets(32)},
    PairNonce: {"nonce": octets(32)},
    PairReveal: {"nonce": octets(32)},
    PairOk: {},
    PairLater: {},
    PairNo: {"code": CODE},
    Bits: {"rows": _rows(Want), "more": MORE},
    Have: {"rows": _rows(Want), "more": MORE},
    Get: {"request": EPOCH, "rows": _rows(Asked, 16, least=1)},
    No: {"request": EPOCH, "rows": _rows(Asked, 16, least=1), "code": CODE},
    CancelGet: {"request": EPOCH},
    Group: {
        "transfer_id": ID,
        "epoch": EPOCH,
        "rows": _rows(GroupRow, 32),
        "removed": many(octets(16), 32),
        "is_over": boolean(),
        "more": MORE,
    },
    Complain: {"transfer_id": ID, "tag": octets(16), "entry": ENTRY_OR_PACKS, "piece": U32},
    Holding: {"transfer_id": ID, "rows": _rows(Want), "more": MORE},
}
_NUMBERS: Final = {kind: number for number, kind in TYPES.items()}
KINDS: Final = tuple(TYPES.values())


def header(kind: type[Message]) -> bytes:
    """Return the three bytes before a message's map."""
    return bytes([kind in CRITICAL]) + _NUMBERS[kind].to_bytes(2, "little")


def said(kind: type[Message], known: Known) -> bytes:
    """Return any message of a type with lawful fields, which may not fit each other."""
    made = {WIRE_KEYS[name]: field.made(known) for name, field in MESSAGES[kind].items()}
    return header(kind) + msgspec.msgpack.encode(made)


def spoilt(message: Message, known: Known) -> bytes:
    """Return a message of which one field is a lie."""
    kind = type(message)
    true = msgspec.msgpack.decode(encode_message(message)[HEADER_BYTES:])
    return header(kind) + msgspec.msgpack.encode(_with_one_lie(kind, true, known))


def spoilt_of(kind: type[Message], known: Known) -> bytes:
    """Return any message of a type with one field that is a lie."""
    made = msgspec.msgpack.decode(said(kind, known)[HEADER_BYTES:])
    return header(kind) + msgspec.msgpack.encode(_with_one_lie(kind, made, known))


def _with_one_lie(kind: type[Message], true: dict[str, Any], known: Known) -> Any:
    kinds = {WIRE_KEYS[name]: field for name, field in MESSAGES[kind].items()}
    return with_one_spoilt(known, true, kinds)

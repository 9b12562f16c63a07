from dataclasses import FrozenInstanceError

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.manifest import ENTRY_LIMIT, SIZE_LIMIT, EntryKind
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.transfer import TransferId
from byhand.errors import LocalProtocolError, RemoteProtocolError, UnsupportedMessageError
from byhand.protocol.codec import batches, cut_ranges, decode_message, encode_message, wants
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.judgement import EXPIRY_LIMIT
from byhand.protocol.message import Message
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    EntryRow,
    FileRow,
    Files,
    FileState,
    Need,
    Offer,
    Ping,
    Verdict,
    Want,
)
from byhand.protocol.records import RECORD_PAYLOAD_BYTES
from byhand.protocol.resume_messages import Again, HashAnswer, HashAsk
from tests.helpers.messages import MESSAGES, any_message, entry_rows

ID = TransferId(bytes(range(16)))
NUMBERS = {kind: number for number, kind in TYPES.items()}


def wire(kind: type[Message], fields: object, flags: int = 0) -> bytes:
    """A message as somebody else might send it: fields by their short names, any values."""
    return bytes([flags]) + NUMBERS[kind].to_bytes(2, "little") + msgspec.msgpack.encode(fields)


def row(**changes: object) -> list[object]:
    """An entry's fields in order, some of them changed."""
    fields: dict[str, object] = {
        "components": ["a"],
        "kind": 0,
        "size": 5,
        "allocated": 5,
        "mtime_ns": 0,
        "executable": False,
    }
    return list((fields | changes).values())


def test_there_is_a_strategy_for_every_message() -> None:
    assert set(MESSAGES) == set(TYPES.values())


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=60)
def test_a_message_comes_back_as_it_went(kind: type[Message], data: st.DataObject) -> None:
    message = data.draw(MESSAGES[kind])
    encoded = encode_message(message)
    assert encoded[0] == (kind in CRITICAL)
    assert int.from_bytes(encoded[1:3], "little") == NUMBERS[kind]
    assert decode_message(encoded) == message


@given(st.binary(max_size=200))
@example(b"")
@example(b"\x00\x02")
@example(b"\x00\x02\x00")
@example(b"\x00\x02\x00\xc1")
def test_random_bytes_raise_nothing_but_protocol_errors(content: bytes) -> None:
    try:
        message = decode_message(content)
    except RemoteProtocolError:
        return
    assert message is None or type(message) in NUMBERS


@given(st.sampled_from(list(TYPES)), st.binary(max_size=300))
def test_random_fields_raise_nothing_but_protocol_errors(number: int, fields: bytes) -> None:
    try:
        message = decode_message(b"\0" + number.to_bytes(2, "little") + fields)
    except RemoteProtocolError:
        return
    assert type(message) is TYPES[number]


@given(any_message, st.data())
@settings(max_examples=300)
def test_a_changed_byte_raises_nothing_but_protocol_errors(
    message: Message, data: st.DataObject
) -> None:
    content = bytearray(encode_message(message))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    try:
        decoded = decode_message(bytes(content))
    except RemoteProtocolError:
        return
    assert decoded is None or decode_message(encode_message(decoded)) == decoded


@given(any_message, st.data())
def test_a_truncated_or_longer_message_is_refused(message: Message, data: st.DataObject) -> None:
    content = encode_message(message)
    shorter = content[: data.draw(st.integers(0, len(content) - 1))]
    for changed in (shorter, content + b"\0", content + content):
        with pytest.raises(RemoteProtocolError):
            decode_message(changed)


def test_unknown_keys_and_further_columns_are_passed_over() -> None:
    ping = decode_message(wire(Ping, {"t": 7, "later": [1, {"x": None}]}))
    assert ping == Ping(7)
    entries = decode_message(wire(Entries, {"id": ID, "i": 0, "es": [[*row(), "later"]]}))
    assert isinstance(entries, Entries)
    assert entries.entries[0].components == ("a",)


def test_missing_keys_have_their_defaults() -> None:
    assert decode_message(wire(Answer, {"id": ID, "v": 0})) == Answer(ID, Verdict.DECLINE)
    assert decode_message(wire(Need, {"id": ID, "ep": 1})) == Need(ID, 1)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [(Ping, {}), (Offer, {"id": ID, "n": 1}), (Answer, {"id": ID}), (Need, {"id": ID})],
)
def test_keys_without_a_default_must_be_there(kind: type[Message], fields: object) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_message(wire(kind, fields))


def test_a_code_of_a_later_version_is_taken_as_internal() -> None:
    answer = decode_message(wire(Answer, {"id": ID, "v": 0, "c": 4711}))
    assert isinstance(answer, Answer)
    assert answer.code is Code.INTERNAL


@pytest.mark.parametrize("flags", [2, 3, 128, 255])
def test_flags_that_mean_nothing_yet_are_refused(flags: int) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_message(wire(Ping, {"t": 7}, flags))


OFFER = {"id": ID, "n": 1, "ti": "t"}
ENTRIES = {"id": ID, "i": 0}
END = {"k": 1, "b": 1, "al": 1, "d": bytes(32)}
HELLO: dict[str, object] = {"vs": [1], "app": "a", "ins": bytes(16)}
INTRODUCE: dict[str, object] = {
    "id": ID,
    "xk": bytes(32),
    "ek": bytes(32),
    "nm": "a",
    "pc": "",
    "psk": bytes(32),
    "x": 1,
    "h": [],
    "sg": bytes(64),
}

PIECES: dict[str, object] = {"id": ID, "e": 0, "f": 0, "g": 0, "hs": bytes(32)}


def sync_row(**changes: object) -> dict[str, object]:
    """The fields of a SYNC with one row, some of that row's fields changed."""
    fields: dict[str, object] = {
        "transfer_id": ID,
        "role": 0,
        "phase": 1,
        "digest": bytes(32),
        "number": 1,
        "is_paused": False,
    }
    return {"r": [list((fields | changes).values())]}


ACCEPT: dict[str, object] = {"id": ID, "v": 1, "d": bytes(32)}
GROUP: dict[str, object] = {"id": ID, "ep": 1}
COMPLAIN: dict[str, object] = {"id": ID, "tg": bytes(16), "e": 0, "pi": 0}
TELLING: list[tuple[str, dict[str, object]]] = [("Bits", {}), ("Have", {}), ("Holding", {"id": ID})]
WRONG_ROWS: list[object] = [
    *([[ENTRY_LIMIT, [0, 1]]], [[PACK_INDEX - 1, [0, 1]]], [[PACK_INDEX + 1, [0, 1]]]),
    *([[0, [-1, 1]]], [[0, [2**32 + 1, 1]]], [[0, "all"]], [[0]], [0], None),
]
ASKING = ("Get", "No")
WRONGLY_ASKED: list[object] = [
    *([], [[0, 0, 1]] * 17, [[0, 0, 0]], [[0, 0, 17]], [[0, 2**32 - 1, 2]], [[0, 2**32, 1]]),
    *([[ENTRY_LIMIT, 0, 1]], [[PACK_INDEX, ENTRY_LIMIT, 1]], [[PACK_INDEX, ENTRY_LIMIT - 1, 2]]),
    *([[0, 0]], [0], None),
]


def ticket(**changes: object) -> list[object]:
    """A row of GROUP, some of its fields changed."""
    fields: dict[str, object] = {
        "own_tag": bytes(16),
        "their_tag": bytes(range(16)),
        "key": bytes(32),
        "cipher": 1,
        "hints": [],
        "expires_at": 1,
    }
    return list((fields | changes).values())


OUT_OF_BOUNDS: list[tuple[str, dict[str, object]]] = [
    ("Hello", HELLO | {"vs": []}),
    ("Hello", HELLO | {"vs": [1] * 17}),
    ("Hello", HELLO | {"vs": [65536]}),
    ("Hello", HELLO | {"ins": bytes(15)}),
    ("Hello", HELLO | {"ins": "a" * 16}),
    ("Hello", HELLO | {"app": "a" * 65}),
    ("Hello", HELLO | {"p": 65536}),
    ("Hello", HELLO | {"p": -1}),
    ("Hello", HELLO | {"aes": 1}),
    ("Hello", HELLO | {"cap": ["c" * 33]}),
    ("Hello", HELLO | {"cap": ["c"] * 65}),
    ("Hello", HELLO | {"lim": {"x": -1}}),
    ("Hello", HELLO | {"lim": {str(n): n for n in range(33)}}),
    ("Ping", {"t": -1}),
    ("Ping", {"t": 2**63}),
    ("Ping", {"t": 1.0}),
    ("Ping", {"t": True}),
    ("Pong", {"t": "1"}),
    ("ErrorReport", {"c": 1, "x": "x" * 201}),
    ("ErrorReport", {"c": 1, "e": ENTRY_LIMIT}),
    ("ErrorReport", {"c": "1"}),
    ("Lanes", {"ix": [], "dir": 0}),
    ("Lanes", {"ix": list(range(9)), "dir": 0}),
    ("Lanes", {"ix": [2**32], "dir": 0}),
    ("Lanes", {"ix": [0], "dir": 2}),
    ("Lanes", {"ix": [0], "dir": -1}),
    ("Addresses", {"h": ["tcp://a:1"] * 33}),
    ("Addresses", {"h": ["a" * 256]}),
    ("ProfileUpdate", {"nm": "a\nb", "pc": ""}),
    ("ProfileUpdate", {"nm": "a", "pc": "x" * 33}),
    ("Sync", {"r": {}}),
    ("Sync", {"r": [[ID, 0, 1, bytes(32), 1]]}),
    ("Sync", {"m": 1}),
    ("Sync", sync_row(transfer_id=bytes(15))),
    ("Sync", sync_row(role=2)),
    ("Sync", sync_row(role=1)),
    ("Sync", sync_row(number=0)),
    ("Sync", sync_row(number=2**32)),
    ("Sync", sync_row(phase=2)),
    ("Sync", sync_row(digest=b"")),
    ("Sync", sync_row(digest=bytes(31))),
    ("Sync", sync_row(digest=bytes(33))),
    ("Sync", sync_row(digest=bytes(31), phase=0)),
    ("Sync", sync_row(is_paused=1)),
    ("Offer", OFFER | {"re": bytes(15)}),
    ("Offer", OFFER | {"id": bytes(15)}),
    ("Offer", OFFER | {"id": bytes(17)}),
    ("Offer", OFFER | {"n": 0}),
    ("Offer", OFFER | {"n": 2**32}),
    ("Offer", OFFER | {"ti": "t" * 201}),
    ("Offer", OFFER | {"no": "n" * 2001}),
    ("Offer", OFFER | {"k": ENTRY_LIMIT + 1}),
    ("Offer", OFFER | {"b": -1}),
    ("Offer", OFFER | {"b": 2**63}),
    ("Entries", ENTRIES | {"i": -1}),
    ("Entries", ENTRIES | {"i": ENTRY_LIMIT + 1}),
    ("Entries", ENTRIES | {"i": ENTRY_LIMIT, "es": [row()]}),
    ("Entries", ENTRIES | {"es": [row(components=[])]}),
    ("Entries", ENTRIES | {"es": [row(components=["a"] * 65)]}),
    ("Entries", ENTRIES | {"es": [row(components=[""])]}),
    ("Entries", ENTRIES | {"es": [row(components=["a" * 256])]}),
    ("Entries", ENTRIES | {"es": [row(components=[b"a"])]}),
    ("Entries", ENTRIES | {"es": [row(components="a")]}),
    ("Entries", ENTRIES | {"es": [row(kind=3)]}),
    ("Entries", ENTRIES | {"es": [row(kind=-1)]}),
    ("Entries", ENTRIES | {"es": [row(size=-1, allocated=0)]}),
    ("Entries", ENTRIES | {"es": [row(size=SIZE_LIMIT + 1)]}),
    ("Entries", ENTRIES | {"es": [row(size=2**63)]}),
    ("Entries", ENTRIES | {"es": [row(size=2**64 - 1)]}),
    ("Entries", ENTRIES | {"es": [row(allocated=6)]}),
    ("Entries", ENTRIES | {"es": [row(allocated=-1)]}),
    ("Entries", ENTRIES | {"es": [row(mtime_ns=2**63)]}),
    ("Entries", ENTRIES | {"es": [row(executable=1)]}),
    ("Entries", ENTRIES | {"es": [row(kind=1)]}),
    ("Entries", ENTRIES | {"es": [row(kind=1, size=0, allocated=0, executable=True)]}),
    ("Entries", ENTRIES | {"es": [row(kind=2, size=2**20 + 1)]}),
    ("Entries", ENTRIES | {"es": [row()[:-1]]}),
    ("Entries", ENTRIES | {"es": [{"components": ["a"]}]}),
    ("Entries", ENTRIES | {"end": END | {"k": ENTRY_LIMIT + 1}}),
    ("Entries", ENTRIES | {"end": END | {"b": 2**63}}),
    ("Entries", ENTRIES | {"end": END | {"al": -1}}),
    ("Entries", ENTRIES | {"end": END | {"d": bytes(31)}}),
    ("Answer", {"id": ID, "v": 3}),
    ("Answer", {"id": ID, "v": 1}),
    ("Answer", {"id": ID, "v": 1, "d": bytes(31)}),
    ("Answer", {"id": ID, "v": 0, "d": bytes(31)}),
    ("Answer", {"id": ID, "v": 0, "d": bytes(33)}),
    ("Answer", {"id": ID, "v": 0, "ch": [0, 1]}),
    ("Need", {"id": ID, "ep": 0}),
    ("Need", {"id": ID, "ep": 2**32}),
    ("Need", {"id": ID, "ep": 1, "w": [[ENTRY_LIMIT, [0, 1]]]}),
    ("Need", {"id": ID, "ep": 1, "w": [[PACK_INDEX + 1, [0, 1]]]}),
    ("Need", {"id": ID, "ep": 1, "w": [[0, [-1, 1]]]}),
    ("Need", {"id": ID, "ep": 1, "w": [[0, [2**32 + 1, 1]]]}),
    ("Files", {"id": ID, "r": [[ENTRY_LIMIT, 1, 0]]}),
    ("Files", {"id": ID, "r": [[0, 0, 0]]}),
    ("Files", {"id": ID, "r": [[0, 5, 0]]}),
    ("Source", {"id": ID, "r": [[0, 7, 2**32]]}),
    ("Source", {"id": ID, "r": [[PACK_INDEX, 7, 0]]}),
    ("Roots", {"id": ID, "r": [[0, -1, 0, bytes(31)]]}),
    ("Roots", {"id": ID, "r": [[0, -1, FAILED_GENERATION, bytes(32)]]}),
    ("Roots", {"id": ID, "r": [[0, -2, 0, bytes(32)]]}),
    ("Roots", {"id": ID, "r": [[0, 0, 0, bytes(32)]]}),
    ("Roots", {"id": ID, "r": [[PACK_INDEX, -1, 0, bytes(32)]]}),
    ("Roots", {"id": ID, "r": [[PACK_INDEX, ENTRY_LIMIT, 0, bytes(32)]]}),
    ("Roots", {"id": ID, "r": [[ENTRY_LIMIT, -1, 0, bytes(32)]]}),
    ("Pieces", PIECES | {"hs": b""}),
    ("Pieces", PIECES | {"hs": bytes(31)}),
    ("Pieces", PIECES | {"hs": bytes(33)}),
    ("Pieces", PIECES | {"hs": bytes(32 * 1901)}),
    ("Pieces", PIECES | {"hs": "h" * 32}),
    ("Pieces", PIECES | {"e": ENTRY_LIMIT}),
    ("Pieces", PIECES | {"e": PACK_INDEX, "g": 1}),
    ("Pieces", PIECES | {"e": PACK_INDEX, "f": ENTRY_LIMIT}),
    ("Pieces", PIECES | {"e": PACK_INDEX + 1}),
    ("Pieces", PIECES | {"e": PACK_INDEX - 1}),
    ("Pieces", PIECES | {"f": 2**32 - 1, "hs": bytes(64)}),
    ("Pieces", PIECES | {"f": 2**32}),
    ("Pieces", PIECES | {"g": FAILED_GENERATION}),
    ("HashAsk", {"id": ID}),
    ("HashAsk", {"id": ID, "es": [-1, 1]}),
    ("HashAsk", {"id": ID, "es": None}),
    ("Again", {"id": ID}),
    ("Again", {"id": ID, "es": [-1, 1]}),
    ("Again", {"id": ID, "es": None}),
    ("HashAnswer", {"id": ID, "r": [[0, bytes(31)]]}),
    ("HashAnswer", {"id": ID, "r": [[0, bytes(33)]]}),
    ("HashAnswer", {"id": ID, "r": [[ENTRY_LIMIT, b""]]}),
    ("HashAnswer", {"id": ID, "r": [[0, None]]}),
    ("Pause", {}),
    ("Pause", {"id": bytes(17)}),
    ("Resume", {"id": "i" * 16}),
    ("Status", {"id": ID, "wr": -1}),
    ("Cancel", {"id": ID, "es": [-1]}),
    ("Sent", {"id": ID, "ep": 1, "la": [[0, 1]] * 9}),
    ("Sent", {"id": ID, "ep": 1, "la": [[0]]}),
    ("Sent", {"id": ID, "ep": 1, "la": [], "ok": ENTRY_LIMIT + 1}),
    ("Finished", {"id": ID, "ok": 1, "bad": 0, "rc": bytes(71)}),
    ("Finished", {"id": ID, "ok": 1, "bad": 0, "rc": bytes(73)}),
    ("Offer", OFFER | {"gr": {"id": bytes(15), "mb": 1}}),
    ("Offer", OFFER | {"gr": {"id": bytes(16), "mb": 0}}),
    ("Offer", OFFER | {"gr": {"id": bytes(16), "mb": 65536}}),
    ("Offer", OFFER | {"gr": {"id": bytes(16)}}),
    ("Offer", OFFER | {"gr": {"mb": 1}}),
    ("Offer", OFFER | {"gr": []}),
    ("Answer", {"id": ID, "v": 0, "gr": {}}),
    ("Answer", {"id": ID, "v": 2, "gr": {}}),
    ("Answer", ACCEPT | {"gr": {"ki": 3}}),
    ("Answer", ACCEPT | {"gr": {"ki": -1}}),
    ("Answer", ACCEPT | {"gr": {"nw": bytes(7)}}),
    ("Answer", ACCEPT | {"gr": {"nw": bytes(9)}}),
    *[(kind, fields | {"r": rows}) for kind, fields in TELLING for rows in WRONG_ROWS],
    *[(kind, {"q": 0, "r": [[0, 0, 1]]}) for kind in ASKING],
    *[(kind, {"q": 2**32, "r": [[0, 0, 1]]}) for kind in ASKING],
    *[(kind, {"q": 1, "r": rows}) for kind in ASKING for rows in WRONGLY_ASKED],
    ("CancelGet", {}),
    ("CancelGet", {"q": 0}),
    ("Group", {"id": ID}),
    ("Group", GROUP | {"ep": 0}),
    ("Group", GROUP | {"r": [ticket()] * 33}),
    ("Group", GROUP | {"rm": [bytes(16)] * 33}),
    ("Group", GROUP | {"rm": [bytes(15)]}),
    ("Group", GROUP | {"ov": 1}),
    ("Group", GROUP | {"r": [ticket()[:-1]]}),
    ("Group", GROUP | {"r": [ticket(own_tag=bytes(15))]}),
    ("Group", GROUP | {"r": [ticket(their_tag=bytes(17))]}),
    ("Group", GROUP | {"r": [ticket(own_tag=bytes(16), their_tag=bytes(16))]}),
    ("Group", GROUP | {"r": [ticket(key=bytes(31))]}),
    ("Group", GROUP | {"r": [ticket(cipher=0)]}),
    ("Group", GROUP | {"r": [ticket(cipher=3)]}),
    ("Group", GROUP | {"r": [ticket(hints=["tcp://a:1"] * 9)]}),
    ("Group", GROUP | {"r": [ticket(hints=["http://a"])]}),
    ("Group", GROUP | {"r": [ticket(hints=["tcp://" + "a" * 250])]}),
    ("Group", GROUP | {"r": [ticket(expires_at=-1)]}),
    ("Group", GROUP | {"r": [ticket(expires_at=EXPIRY_LIMIT)]}),
    ("Complain", COMPLAIN | {"tg": bytes(15)}),
    ("Complain", COMPLAIN | {"e": ENTRY_LIMIT}),
    ("Complain", COMPLAIN | {"e": PACK_INDEX, "pi": ENTRY_LIMIT}),
    ("Complain", COMPLAIN | {"pi": 2**32}),
    ("Introduce", INTRODUCE | {"id": bytes(15)}),
    ("Introduce", INTRODUCE | {"xk": bytes(31)}),
    ("Introduce", INTRODUCE | {"ek": bytes(33)}),
    ("Introduce", INTRODUCE | {"nm": "a\nb"}),
    ("Introduce", INTRODUCE | {"pc": "x" * 33}),
    ("Introduce", INTRODUCE | {"psk": bytes(31)}),
    ("Introduce", INTRODUCE | {"x": -1}),
    ("Introduce", INTRODUCE | {"x": EXPIRY_LIMIT}),
    ("Introduce", INTRODUCE | {"h": ["tcp://a:1"] * 17}),
    ("Introduce", INTRODUCE | {"h": ["udp://a:1"]}),
    ("Introduce", INTRODUCE | {"h": ["tcp://ä:1"]}),
    ("Introduce", INTRODUCE | {"h": ["tcp://" + "a" * 250]}),
    ("Introduce", INTRODUCE | {"sg": bytes(63)}),
    ("IntroduceAnswer", {"id": ID}),
    ("PairCommit", {"cm": bytes(31)}),
    ("PairNonce", {"no": bytes(33)}),
    ("PairReveal", {}),
    ("PairNo", {"c": "no"}),
]


@pytest.mark.parametrize(("name", "fields"), OUT_OF_BOUNDS)
def test_N18_a_field_out_of_bounds_is_refused(name: str, fields: dict[str, object]) -> None:
    kind = next(kind for kind in NUMBERS if kind.__name__ == name)
    with pytest.raises(RemoteProtocolError):
        decode_message(wire(kind, fields))


IN_BOUNDS: list[tuple[str, dict[str, object]]] = [
    ("Hello", HELLO | {"vs": [65535] * 16, "app": "a" * 64, "p": 65535}),
    ("Ping", {"t": 2**63 - 1}),
    ("Lanes", {"ix": list(range(8)), "dir": 1}),
    ("Offer", OFFER | {"n": 2**32 - 1, "ti": "t" * 200, "no": "n" * 2000, "k": ENTRY_LIMIT}),
    ("Entries", ENTRIES | {"i": ENTRY_LIMIT, "es": [], "end": END}),
    ("Entries", ENTRIES | {"i": ENTRY_LIMIT - 1, "es": [row(components=["a" * 255] * 64)]}),
    ("Entries", ENTRIES | {"es": [row(size=SIZE_LIMIT, allocated=SIZE_LIMIT)]}),
    ("Entries", ENTRIES | {"es": [row(kind=1, size=0, allocated=0)]}),
    ("Entries", ENTRIES | {"es": [row(kind=2, size=2**20)]}),
    ("Entries", ENTRIES | {"es": [row(mtime_ns=-(2**63)), row(mtime_ns=2**63 - 1)]}),
    ("Sync", {}),
    ("Sync", sync_row(number=2**32 - 1)),
    ("Sync", sync_row(role=1, number=0, is_paused=True)),
    ("Sync", sync_row(phase=0, digest=b"")),
    ("Offer", OFFER | {"re": ID}),
    ("Answer", {"id": ID, "v": 2}),
    ("Files", {"id": ID, "r": [[ENTRY_LIMIT - 1, 4, 5]]}),
    ("Source", {"id": ID, "r": [[0, 7, FAILED_GENERATION]]}),
    ("Roots", {"id": ID, "r": [[0, -1, FAILED_GENERATION - 1, bytes(32)]]}),
    ("Pieces", PIECES | {"hs": bytes(32 * 1900), "g": FAILED_GENERATION - 1}),
    ("Pieces", PIECES | {"f": 2**32 - 2, "hs": bytes(64)}),
    ("Pieces", PIECES | {"e": PACK_INDEX, "f": ENTRY_LIMIT - 1}),
    ("Offer", OFFER | {"gr": {"id": bytes(16), "mb": 65535}}),
    ("Answer", ACCEPT | {"gr": {}}),
    ("Answer", ACCEPT | {"gr": {"ki": 2, "nw": bytes(8)}}),
    ("Bits", {}),
    ("Have", {"r": [[PACK_INDEX, [0, 2**32]], [ENTRY_LIMIT - 1, []]]}),
    ("Get", {"q": 2**32 - 1, "r": [[0, 2**32 - 16, 16]] * 16}),
    ("Get", {"q": 1, "r": [[PACK_INDEX, ENTRY_LIMIT - 16, 16]]}),
    ("No", {"q": 1, "r": [[0, 0, 1]], "c": 4711}),
    ("Group", GROUP | {"r": [ticket()] * 32, "rm": [bytes(16)] * 32}),
    ("Group", GROUP | {"r": [ticket(hints=["tcp://" + "a" * 249] * 8)]}),
    ("Complain", COMPLAIN | {"e": PACK_INDEX, "pi": ENTRY_LIMIT - 1}),
    ("Complain", COMPLAIN | {"pi": 2**32 - 1}),
    ("HashAsk", {"id": ID, "es": []}),
    ("HashAnswer", {"id": ID, "r": [[0, b""], [ENTRY_LIMIT - 1, bytes(32)]]}),
    ("Cancel", {"id": ID, "es": [0, 1], "c": 5}),
    ("Introduce", INTRODUCE | {"x": EXPIRY_LIMIT - 1, "h": ["tcp://" + "a" * 249] * 16}),
    ("Need", {"id": ID, "ep": 2**32 - 1, "w": [[PACK_INDEX, [0, 2**32]], [ENTRY_LIMIT - 1, []]]}),
]


@pytest.mark.parametrize(("name", "fields"), IN_BOUNDS)
def test_a_field_at_its_bound_is_taken(name: str, fields: dict[str, object]) -> None:
    kind = next(kind for kind in NUMBERS if kind.__name__ == name)
    assert type(decode_message(wire(kind, fields))) is kind


def test_a_message_that_does_not_fit_a_record_is_our_own_fault() -> None:
    rows = [FileRow(0, FileState.FINISHED, Code.OK)] * 20_000
    with pytest.raises(LocalProtocolError):
        encode_message(Files(ID, rows))


def test_messages_cannot_be_changed() -> None:
    with pytest.raises((AttributeError, FrozenInstanceError)):
        Ping(1).t = 2  # type: ignore[misc]


@given(st.lists(entry_rows, max_size=60), st.integers(1, 40))
@settings(max_examples=40)
def test_batches_hold_all_rows_in_order_and_each_fits_a_message(
    some: list[EntryRow], times: int
) -> None:
    rows = some * times
    parts = list(batches(rows))
    assert [row for part in parts for row in part] == rows
    assert all(parts)
    for part in parts:
        assert len(encode_message(Entries(ID, 0, part))) <= RECORD_PAYLOAD_BYTES


def test_batches_are_filled() -> None:
    rows = [EntryRow(("folder", f"file {n}"), EntryKind.FILE, n, n, 0, False) for n in range(9999)]
    sizes = [len(encode_message(Entries(ID, 0, part))) for part in batches(rows)]
    assert len(sizes) > 1
    assert min(sizes[:-1]) > RECORD_PAYLOAD_BYTES - 1024


def test_nothing_makes_no_batch() -> None:
    assert list(batches([])) == []


def test_a_row_that_no_message_can_hold_is_our_own_fault() -> None:
    with pytest.raises(LocalProtocolError):
        list(batches([Want(0, [2**31, 1] * 20_000)]))


@given(st.integers(0, 20_000))
@settings(max_examples=20)
def test_a_long_wish_for_one_entry_is_cut_into_rows_that_fit(count: int) -> None:
    ranges = [number for n in range(count) for number in (2**31 + 2 * n, 2**32)]
    rows = list(wants(7, ranges))
    assert [number for row in rows for number in row.ranges] == ranges
    assert all(row.entry == 7 and len(row.ranges) % 2 == 0 for row in rows)
    for part in batches(rows):
        assert len(encode_message(Need(ID, 1, part))) <= RECORD_PAYLOAD_BYTES


@given(st.integers(0, 20_000))
@settings(max_examples=20)
def test_long_ranges_are_cut_into_lists_that_each_fit_a_message(count: int) -> None:
    ranges = [number for n in range(count) for number in (2**31 + 2 * n, 2**32)]
    parts = list(cut_ranges(ranges))
    assert [number for part in parts for number in part] == ranges
    for part in parts:
        assert len(part) % 2 == 0
        assert len(encode_message(HashAsk(ID, part, more=True))) <= RECORD_PAYLOAD_BYTES
        assert len(encode_message(Cancel(ID, part))) <= RECORD_PAYLOAD_BYTES
        assert len(encode_message(Again(ID, part))) <= RECORD_PAYLOAD_BYTES


def test_a_batch_of_roots_fits_a_message() -> None:
    rows = [(ENTRY_LIMIT - 1, bytes(32))] * 5000
    for part in batches(rows):
        assert len(encode_message(HashAnswer(ID, part, more=True))) <= RECORD_PAYLOAD_BYTES


def test_entries_that_were_decoded_hold_tuples_and_kinds() -> None:
    (row,) = _decoded([EntryRow(("a", "b"), EntryKind.FOLDER, 0, 0, -1, False)])
    assert row.components == ("a", "b")
    assert row.kind is EntryKind.FOLDER


def test_the_types_that_are_not_known_are_told_apart_by_their_flag() -> None:
    unknown = next(number for number in range(1, 2**16) if number not in TYPES)
    content = unknown.to_bytes(2, "little") + b"\x80"
    assert decode_message(b"\0" + content) is None
    with pytest.raises(UnsupportedMessageError) as caught:
        decode_message(b"\1" + content)
    assert caught.value.type_number == unknown


def _decoded(rows: list[EntryRow]) -> list[EntryRow]:
    message = decode_message(encode_message(Entries(ID, 0, rows)))
    assert isinstance(message, Entries)
    return message.entries

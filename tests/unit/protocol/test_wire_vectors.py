"""The bytes of PROTOCOL.md, fixed in tests/vectors/wire: who changes one changes the protocol."""

from typing import Any

import msgspec
import pytest

from byhand.domain.columns import columns_of
from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry, EntryKind, manifest_digest
from byhand.domain.pieces import Packs, file_root, piece_size
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError, UnsupportedMessageError
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.credentials import LocalIdentity, invite_selector, verify_signature
from byhand.protocol.data_frame import (
    FrameHeader,
    Totals,
    decode_end,
    decode_header,
    encode_end,
    encode_header_into,
    frame_bytes,
)
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.group_consent import GroupConsent, GroupOffer, network_name
from byhand.protocol.introduction import sign_introduction, verify_introduction
from byhand.protocol.invite import Invite, decode_link, encode_link
from byhand.protocol.message_types import TYPES
from byhand.protocol.messages import EntriesEnd
from byhand.protocol.pairing import commitment, comparison_code
from byhand.protocol.preamble import (
    LaneCipher,
    Preamble,
    Use,
    decode_preamble,
    encode_preamble,
    mac1,
)
from byhand.protocol.receipt import Delivery, check_receipt, files_digest, sign_receipt
from tests.helpers.connection_pair import ALICE, BOB
from tests.helpers.noise_pair import load_json

h = bytes.fromhex


def cases(file: str, part: str | None = None) -> pytest.MarkDecorator:
    """The cases of a file, or of a part of it, as a test's parameter."""
    content = load_json(f"wire/{file}.json")
    return pytest.mark.parametrize("case", content if part is None else content[part])


def plain(value: object) -> object:
    """A message's field in JSON's terms, bytes as hex."""
    match value:
        case EntriesEnd() | GroupOffer() | GroupConsent():
            return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        case msgspec.Struct():
            return [plain(getattr(value, name)) for name in value.__struct_fields__]
        case bytes():
            return {"hex": value.hex()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


@cases("identities")
def test_identities(case: dict[str, str]) -> None:
    identity = LocalIdentity.from_private(h(case["x25519_private"]), h(case["ed25519_private"]))
    assert identity.keys.x25519 == h(case["x25519_public"])
    assert identity.keys.ed25519 == h(case["ed25519_public"])
    assert identity.friend_id == h(case["friend_id"])


@cases("preambles", "valid")
def test_preambles(case: dict[str, Any]) -> None:
    preamble = Preamble(Use(case["use"]), case["first_message_bytes"], LaneCipher(case["cipher"]))
    assert encode_preamble(preamble) == h(case["bytes"])
    assert decode_preamble(h(case["bytes"])) == preamble


@cases("preambles", "refused")
def test_refused_preambles(case: str) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_preamble(h(case))


@cases("mac1")
def test_mac1(case: dict[str, str]) -> None:
    assert mac1(h(case["responder_static"]), h(case["covered"])) == h(case["mac1"])


@cases("invites", "links")
def test_invite_links(case: dict[str, Any]) -> None:
    invite = Invite(
        h(case["psk"]),
        FriendId(h(case["friend_id"])),
        case["expires_at"],
        tuple(case["hints"]),
        case["name"],
    )
    assert encode_link(invite) == case["link"]
    assert decode_link(case["link"]) == invite


@cases("invites", "selectors")
def test_invite_selectors(case: dict[str, str]) -> None:
    assert invite_selector(h(case["psk"]), h(case["ephemeral"])) == h(case["selector"])


def test_there_is_a_vector_for_every_message() -> None:
    vectors = load_json("wire/messages.json")["messages"]
    assert {(case["type"], case["name"]) for case in vectors} == {
        (number, kind.__name__) for number, kind in TYPES.items()
    }


@cases("messages", "messages")
def test_messages(case: dict[str, Any]) -> None:
    message = decode_message(h(case["bytes"]))
    assert type(message) is TYPES[case["type"]]
    assert encode_message(message).hex() == case["bytes"]
    assert {name: plain(getattr(message, name)) for name in case["fields"]} == case["fields"]


@cases("messages", "passed_over")
def test_messages_that_are_passed_over(case: str) -> None:
    assert decode_message(h(case)) is None


@cases("messages", "unsupported")
def test_unsupported_messages(case: str) -> None:
    with pytest.raises(UnsupportedMessageError):
        decode_message(h(case))


@cases("messages", "refused")
def test_refused_messages(case: str) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_message(h(case))


@cases("frames", "headers")
def test_frame_headers(case: dict[str, Any]) -> None:
    header = FrameHeader(*(case[name] for name in FrameHeader._fields))
    buffer = bytearray(32)
    encode_header_into(buffer, 0, header)
    assert buffer == h(case["bytes"])
    assert decode_header(buffer) == header
    assert frame_bytes(header) == case["frame_bytes"]


@cases("frames", "refused")
def test_refused_frame_headers(case: str) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_header(h(case))


@cases("frames", "ends")
def test_ends_of_lanes(case: dict[str, Any]) -> None:
    totals = Totals(case["frames"], case["payload_bytes"])
    assert encode_end(totals) == h(case["bytes"])
    assert decode_end(h(case["bytes"])) == totals


@cases("manifests")
def test_manifest_digests(case: dict[str, Any]) -> None:
    entries = [
        Entry(
            tuple(row["components"]),
            EntryKind(row["kind"]),
            row["size"],
            row["size"],
            row["mtime_ns"],
            row["executable"],
        )
        for row in case["entries"]
    ]
    assert manifest_digest(entries) == h(case["digest"])


@cases("packs")
def test_packs(case: dict[str, Any]) -> None:
    sizes = [size for size, times in case["sizes_and_how_many"] for _ in range(times)]
    entries = [Entry((str(n),), EntryKind.FILE, size) for n, size in enumerate(sizes)]
    packs = Packs(columns_of(entries))
    told = [
        {
            "members_as_ranges": RangeSet((n, n + 1) for n in packs.members(number)).encode(),
            "size": packs.size(number),
        }
        for number in range(len(packs))
    ]
    assert told == case["packs"]


@cases("roots", "files")
def test_roots(case: dict[str, Any]) -> None:
    assert piece_size(case["size"]) == case["piece_size"]
    assert file_root(case["size"], map(h, case["piece_hashes"])) == h(case["root"])


@cases("roots", "piece_sizes")
def test_piece_sizes(case: list[int]) -> None:
    assert piece_size(case[0]) == case[1]


@cases("receipts")
def test_receipts(case: dict[str, Any]) -> None:
    roots = sorted((int(index), h(root)) for index, root in case["roots"].items())
    delivery = Delivery(
        TransferId(h(case["transfer_id"])),
        FriendId(h(case["sender"])),
        FriendId(h(case["receiver"])),
        h(case["digest"]),
        files_digest(roots),
    )
    assert sign_receipt(BOB, delivery, case["time"]) == h(case["receipt"])
    assert check_receipt(BOB.keys.ed25519, delivery, h(case["receipt"])) == case["time"]


@cases("networks")
def test_names_of_networks(case: dict[str, str]) -> None:
    assert network_name(h(case["group_id"]), h(case["access_point"])) == h(case["name"])


@cases("pairings")
def test_commitments_and_codes(case: dict[str, Any]) -> None:
    handshake_hash, committers, answerers = (
        h(case[name]) for name in ("handshake_hash", "committer", "answerer")
    )
    one, other = (FriendId(h(each)) for each in case["ids"])
    assert commitment(handshake_hash, committers) == h(case["commitment"])
    for people in ((one, other), (other, one)):
        assert comparison_code(handshake_hash, people, committers, answerers) == case["code"]


@cases("introductions")
def test_introductions(case: dict[str, Any]) -> None:
    introduce = decode_message(h(case["message"]))
    assert isinstance(introduce, Introduce)
    assert (case["introducer"], case["recipient"]) == ("Alice", "Bob")
    assert sign_introduction(ALICE, BOB.friend_id, introduce) == h(case["signature"])
    verify_introduction(ALICE.keys.ed25519, ALICE.friend_id, BOB.friend_id, introduce)
    verify_signature(ALICE.keys.ed25519, h(case["signature"]), h(case["signed"]))

"""What is fuzzed: functions of bytes that may raise nothing but what their parser promises.

Each also asserts what must hold of what was taken, so that a parser that lets too much through
is found as well as one that breaks.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from byhand.domain.local_names import System, local_name
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import ManifestNames, check_component, cleaned_component, collision_key
from byhand.domain.ranges import decode_ranges
from byhand.domain.text import safe_text
from byhand.engine.fragments import Fragments
from byhand.engine.frame_rules import check_frame
from byhand.errors import InviteError, RemoteProtocolError, UnsafeNameError, UsageError
from byhand.network.addresses import parse_hint, typed_hint
from byhand.network.announcement import judge_text
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.data_frame import (
    HASH_BYTES,
    HEADER_BYTES,
    PIECE_NUMBERS,
    decode_end,
    decode_header,
    encode_header_into,
    frame_bytes,
    is_end,
)
from byhand.protocol.invite import decode_link, encode_link
from byhand.protocol.member_messages import Bits, Have, Holding
from byhand.protocol.messages import Answer, Cancel, Entries, Need
from byhand.protocol.preamble import decode_preamble, encode_preamble
from byhand.protocol.resume_messages import Again, HashAsk, Pieces
from byhand.service.manifest_reader import ManifestReader
from tests.fuzz.comparing import compare_with_a_liar
from tests.fuzz.conversation import answer_stranger
from tests.fuzz.sample_manifest import COLUMNS, PACKS

Target: TypeAlias = Callable[[bytes], None]


def preamble(data: bytes) -> None:
    """The first 8 bytes of a connection."""
    try:
        decoded = decode_preamble(data)
    except RemoteProtocolError:
        return
    assert encode_preamble(decoded) == data
    assert 0 < decoded.opening_bytes <= 1024


def control_message(data: bytes) -> None:
    """The plaintext of a record on a control connection."""
    try:
        message = decode_message(data)
    except RemoteProtocolError:
        return
    if message is None:
        return
    assert decode_message(encode_message(message)) == message
    match message:
        case Entries():
            _read_manifest(message)
        case Need(wants=list(rows)) | Bits(rows=rows) | Have(rows=rows) | Holding(rows=rows):
            for row in rows:
                _read_ranges(row.ranges)
        case Answer(chosen=list(ranges)) | Cancel(entries=list(ranges)):
            _read_ranges(ranges)
        case HashAsk(entries=ranges) | Again(entries=ranges):
            _read_ranges(ranges)
        case Pieces():
            assert message.first + len(message.hashes) // HASH_BYTES <= PIECE_NUMBERS


def data_frame(data: bytes) -> None:
    """A frame on a lane: its header, judged against a manifest, and its fragments."""
    try:
        if is_end(data):
            decode_end(data)
            return
        header = decode_header(data)
        check_frame(header, COLUMNS, PACKS)
        Fragments().joined(header, memoryview(data)[HEADER_BYTES : frame_bytes(header)])
    except RemoteProtocolError:
        return
    encoded = bytearray(HEADER_BYTES)
    encode_header_into(encoded, 0, header)
    assert encoded == data[:HEADER_BYTES]


def names(data: bytes) -> None:
    """A list of paths, as text: U+0001 between components, U+0002 between paths.

    A path that begins with U+0003 is a folder's.
    """
    text = data.decode(errors="surrogateescape")
    judged = ManifestNames()
    for path in text.split("\x02"):
        kind = EntryKind.FOLDER if path.startswith("\x03") else EntryKind.FILE
        components = tuple(path.removeprefix("\x03").split("\x01"))
        _check_cleaned(components[0])
        try:
            judged.add(Entry(components, kind, 0, 0, 0, False))
        except (UnsafeNameError, RemoteProtocolError):
            return
        assert all(_is_below(component) for component in components)


def invite(data: bytes) -> None:
    """An invite link, and addresses as people type them."""
    text = data.decode(errors="replace")
    _check_address(text)
    try:
        decoded = decode_link(text)
    except InviteError:
        return
    assert decode_link(encode_link(decoded)) == decoded


def mdns_record(data: bytes) -> None:
    """A TXT record that somebody announces."""
    heard = judge_text(data)
    if heard is not None and heard.nickname is not None:
        assert heard.nickname.name == safe_text(heard.nickname.name, 1000)


TARGETS: Final[dict[str, Target]] = {
    "preamble": preamble,
    "handshake": answer_stranger,
    "control_message": control_message,
    "data_frame": data_frame,
    "names": names,
    "invite": invite,
    "mdns_record": mdns_record,
    "pairing": compare_with_a_liar,
}


def _read_manifest(message: Entries) -> None:
    reader = ManifestReader()
    try:
        reader.read(message)
    except (RemoteProtocolError, UnsafeNameError):
        return


def _read_ranges(numbers: list[int]) -> None:
    try:
        decoded = decode_ranges(numbers, 2**32)
    except RemoteProtocolError:
        return
    assert decoded.count() == sum(numbers[1::2])


def _check_cleaned(name: str) -> None:
    """Our own names, however odd, become such as anybody takes."""
    check_component(cleaned_component(name))
    collision_key(name)
    safe_text(name, 40)


def _is_below(component: str) -> bool:
    saved = [component, *(local_name(component, system) for system in System)]
    return all(name not in ("", ".", "..") and "/" not in name for name in saved)


def _check_address(text: str) -> None:
    for line in text.splitlines():
        hint = parse_hint(line)
        assert hint is None or parse_hint(str(hint)) == hint
    try:
        typed = typed_hint(text)
    except UsageError:
        return
    assert parse_hint(str(typed)) == typed

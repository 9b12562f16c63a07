"""Lies on a lane: bad data, data nobody asked for, frames that fit no manifest."""

import asyncio
import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, MIB, PACK_INDEX
from byhand.domain.transfer import EntryState
from byhand.engine.arriving_files import OPEN_LIMIT
from byhand.engine.reports import ReceivingFailed
from byhand.errors import (
    AuthenticationError,
    ConnectionLostError,
    RemoteProtocolError,
    UnreachableError,
)
from byhand.network.lane import FrameReceiver, FrameSender
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    PIECES_LIMIT,
    FrameHeader,
)
from byhand.protocol.handshake import LaneEstablished, LaneTicket, lane_ticket
from byhand.protocol.messages import Lanes
from byhand.protocol.records import REKEY_EVERY
from byhand.service.lanes import SessionLanes
from tests.helpers.connection_pair import session_pair
from tests.helpers.lanes import Inbound, LyingLane, cipher, lying_lane, unpaced
from tests.helpers.trees import open_descriptors, snapshot

PIECE = 256 * KIB
CONTENT = os.urandom(3 * PIECE + 100)
ENTRIES = [
    Entry(("big",), EntryKind.FILE, len(CONTENT), len(CONTENT)),
    Entry(("folder",), EntryKind.FOLDER),
    Entry(("folder", "small"), EntryKind.FILE, 10, 10),
    Entry(("sparse",), EntryKind.FILE, 300 * MIB, 0),
]


def piece(number: int) -> bytes:
    return CONTENT[number * PIECE : (number + 1) * PIECE]


def header(flags: int = FLAG_HASHES, count: int = 1, **fields: int) -> FrameHeader:
    named = {"number": 1, "entry": 0, "first": 0, "offset": 0, "payload": 0, "generation": 0}
    named |= {"request": 0} | fields
    return FrameHeader(flags, count, *named.values())


def send_piece(lie: LyingLane, number: int, content: bytes | None = None, **fields: int) -> None:
    """Send a piece with the true hash; `content` is what is sent in its place."""
    true = piece(number)
    sent = true if content is None else content
    named = {"first": number, "payload": len(sent)} | fields
    lie.send(header(**named), blake3(true).digest(), sent)


def send_until_refused(lie: LyingLane, content: bytes | None = None) -> None:
    """Send the same piece until the other side hangs up, which it must do at last."""
    with contextlib.suppress(ConnectionLostError):
        for _ in range(400):
            send_piece(lie, 0, content)
        pytest.fail("nobody hung up")


@pytest.fixture
def inbound(tmp_path: Path) -> Iterator[Inbound]:
    inbound = Inbound.of(ENTRIES, tmp_path / "to")
    yield inbound
    inbound.discard()


def give_up(inbound: Inbound, entry: int) -> None:
    """Do what SOURCE does."""
    assert inbound.content.give_up(entry, EntryState.FAILED, Code.SOURCE_GONE)


def finish(lie: LyingLane) -> None:
    lie.sender.finish()
    assert lie.end().error is None


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("bit", [0, -1])
def test_M01_a_wrong_bit_is_refused_and_the_piece_stays_wanted(
    inbound: Inbound, number: int, bit: int
) -> None:
    wrong = bytearray(piece(number))
    wrong[bit] ^= 1
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        send_piece(lie, number, bytes(wrong))
        finish(lie)
        wanted = dict(inbound.content.wish())
        assert number in wanted[0]
        assert inbound.pieces.bad_pieces == 1
        assert inbound.content.received_bytes == 0
    with lying_lane() as honest:
        honest.receivers.admit(1, inbound.pieces)
        for each in range(4):
            send_piece(honest, each)
        finish(honest)
        assert 0 not in dict(inbound.content.wish())
        assert 0 in inbound.roots
    inbound.commit(failed=[2, 3])


def test_M01_bad_data_without_end_ends_the_lane(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        send_until_refused(lie, bytes(PIECE))
        assert isinstance(lie.end().error, RemoteProtocolError)


def test_M02_data_of_a_transfer_that_was_not_accepted_ends_the_lane(inbound: Inbound) -> None:
    before = snapshot(Path(inbound.staging.base))
    with lying_lane() as lie:
        send_piece(lie, 0)
        assert isinstance(lie.end().error, RemoteProtocolError)
    assert snapshot(Path(inbound.staging.base)) == before


def test_M02_after_a_cancel_64_MiB_are_passed_over_and_no_more(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        lie.receivers.drop(1)
        send_until_refused(lie)
        assert isinstance(lie.end().error, RemoteProtocolError)
        assert lie.lane.frames_taken == 64 * MIB // (PIECE + 32)
    assert inbound.content.received_bytes == 0


def test_M02_frames_without_payload_count_after_a_cancel_too(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        lie.receivers.drop(1)
        lie.receivers.dropped[1] = 64 * MIB - 100
        for _ in range(4):
            lie.send(header(FLAG_ZERO, PIECES_LIMIT, entry=3))
        assert isinstance(lie.end().error, RemoteProtocolError)


UNFIT = {
    "entry beyond the manifest": (header(entry=4, payload=1), b"x"),
    "a folder": (header(entry=1, payload=1), b"x"),
    "more than a member of a pack": (header(entry=2, payload=11), bytes(11)),
    "a second piece of a member of a pack": (header(entry=2, first=1, payload=10), bytes(10)),
    "the same as a member of a pack": (header(FLAG_SAME, entry=2), b""),
    "a piece beyond the end": (header(first=4, payload=100), bytes(100)),
    "more than the piece": (header(first=3, payload=101), bytes(101)),
    "less than the piece": (header(first=3, payload=99), bytes(99)),
    "a pack beyond the last": (header(entry=PACK_INDEX, first=1, payload=10), bytes(10)),
    "more than the pack": (header(entry=PACK_INDEX, payload=11), bytes(11)),
    "the same as before": (header(FLAG_SAME), b""),
    "a request": (header(first=3, payload=100, request=1), bytes(100)),
    "a fragment from the middle": (header(FLAG_FRAGMENT, offset=10, payload=10), bytes(10)),
    "a fragment beyond its piece": (
        header(FLAG_FRAGMENT | FLAG_LAST, offset=PIECE - 10, payload=20),
        bytes(20),
    ),
    "a last fragment too early": (
        header(FLAG_FRAGMENT | FLAG_LAST | FLAG_HASHES, payload=20),
        bytes(20),
    ),
    "whole pieces without hashes": (header(0, first=3, payload=100), bytes(100)),
}


@pytest.mark.parametrize("name", UNFIT)
def test_M03_a_frame_that_does_not_fit_the_manifest_ends_the_lane(
    inbound: Inbound, name: str
) -> None:
    frame, payload = UNFIT[name]
    hashes = blake3(payload).digest() if frame.flags & FLAG_HASHES else b""
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        lie.send(frame, hashes, payload)
        assert isinstance(lie.end().error, RemoteProtocolError)
    assert inbound.content.received_bytes == 0


def test_M03_other_bytes_for_a_piece_that_is_there_change_nothing(inbound: Inbound) -> None:
    other = os.urandom(PIECE)
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        send_piece(lie, 0)
        lie.send(header(payload=PIECE), blake3(other).digest(), other)
        for number in (1, 2, 3):
            send_piece(lie, number)
        finish(lie)
    (saved,) = inbound.commit(failed=[2, 3])
    assert Path(saved).read_bytes() == CONTENT


def test_M03_the_same_piece_again_and_again_ends_the_lane(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        send_until_refused(lie)
        assert isinstance(lie.end().error, RemoteProtocolError)


def test_M03_a_hole_that_is_never_filled_keeps_the_file_wanted(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for number in (0, 1, 3):
            send_piece(lie, number)
        finish(lie)
    assert list(dict(inbound.content.wish())[0]) == [(2, 3)]
    assert 0 not in inbound.roots
    assert not inbound.pieces.is_complete()


def test_M05_good_pieces_of_another_file_than_was_vouched_for_are_found_out(
    inbound: Inbound,
) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for number in range(4):
            send_piece(lie, number)
        finish(lie)
    inbound.content.vouch(0, -1, bytes(32))
    assert inbound.content.states.wrong() == [0]


@pytest.mark.parametrize(("entry", "pack"), [(4, -1), (10**6 - 1, -1), (PACK_INDEX, 1)])
def test_roots_of_what_was_not_offered_are_refused(inbound: Inbound, entry: int, pack: int) -> None:
    with pytest.raises(RemoteProtocolError):
        inbound.content.vouch(entry, pack, bytes(32))


def test_files_that_are_begun_and_left_do_not_become_ever_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.engine.arriving_files.BEGUN_LIMIT", 3)
    entries = [Entry((f"{index}",), EntryKind.FILE, 2 * PIECE, 0) for index in range(5)]
    inbound = Inbound.of(entries, tmp_path / "to")
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for entry in range(3):
            lie.send(header(FLAG_ZERO, entry=entry))
        give_up(inbound, 0)  # what cannot come any more makes room
        lie.send(header(FLAG_ZERO, entry=3))
        lie.send(header(FLAG_ZERO, entry=4))
        assert isinstance(lie.end().error, RemoteProtocolError)
        assert lie.lane.frames_taken == 4
    inbound.discard()


def test_few_files_are_open_however_many_are_begun(tmp_path: Path) -> None:
    count = OPEN_LIMIT + 20
    entries = [Entry((f"{index}",), EntryKind.FILE, 2 * PIECE, 0) for index in range(count)]
    inbound = Inbound.of(entries, tmp_path / "to")
    content = os.urandom(2 * PIECE)
    before = len(open_descriptors())
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for number in range(2):
            for entry in range(count):
                half = entry.to_bytes(8, "little") + content[number * PIECE + 8 :][: PIECE - 8]
                place = header(entry=entry, first=number, payload=PIECE)
                lie.send(place, blake3(half).digest(), half)
            assert len(open_descriptors()) <= before + OPEN_LIMIT + 8
        finish(lie)
    inbound.commit()
    saved = tmp_path / "to"
    for index in range(count):
        arrived = (saved / f"{index}").read_bytes()
        mark = index.to_bytes(8, "little")
        assert arrived == mark + content[8:PIECE] + mark + content[PIECE + 8 :]


def test_what_was_on_the_way_for_a_file_given_up_is_no_lie(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        give_up(inbound, 3)
        give_up(inbound, 0)
        for number in range(4):
            send_piece(lie, number)
        finish(lie)
    assert inbound.pieces._unwanted._count == 0
    assert inbound.content.received_bytes == 0


def test_the_loop_hears_of_many_frames_only_once_until_it_looks(inbound: Inbound) -> None:
    inbound.pieces.is_watched = True
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for _ in range(1000):
            lie.send(header(FLAG_ZERO, entry=3))
        finish(lie)
    assert inbound.told.qsize() == 1


def test_K03_a_disk_that_gets_too_full_blocks_until_there_is_room(
    inbound: Inbound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.engine.room_check.CHECK_BYTES", PIECE)
    room = {"missing": 5}
    monkeypatch.setattr(inbound.staging, "missing_bytes", lambda _: room["missing"])
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        for number in range(4):
            send_piece(lie, number)
        finish(lie)
    report = inbound.told.get(timeout=1)
    assert isinstance(report, ReceivingFailed)
    assert inbound.told.empty()
    assert inbound.pieces.is_blocked
    assert list(dict(inbound.content.wish())[0]) == [(1, 4)]
    room["missing"] = 0
    inbound.pieces.unblock()
    with lying_lane() as later:
        later.receivers.admit(1, inbound.pieces)
        for number in range(1, 4):
            send_piece(later, number)
        finish(later)
    (saved,) = inbound.commit(failed=[2, 3])
    assert Path(saved).read_bytes() == CONTENT


def test_a_sender_that_goes_on_though_nothing_is_taken_is_hung_up_on(
    inbound: Inbound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.engine.arriving_pieces.BLOCKED_LIMIT", 4 * PIECE)
    inbound.pieces.is_blocked = True
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        send_until_refused(lie)
        assert isinstance(lie.end().error, RemoteProtocolError)
        assert lie.lane.frames_taken == 4


# Records of a lane


@pytest.mark.parametrize("length", [0, 1, 15, 16])
def test_F01_a_record_of_a_length_that_cannot_be_ends_the_lane(length: int) -> None:
    with lying_lane() as lie:
        lie.socket.sendall(length.to_bytes(2, "big") + bytes(length))
        assert isinstance(lie.end().error, RemoteProtocolError)


def test_F01_a_record_that_stalls_ends_the_lane() -> None:
    near, far = socket.socketpair()
    with near, far:
        near.sendall(b"\xff\xff" + bytes(100))
        receiver = FrameReceiver(far, cipher(), unpaced(), record_seconds=0.2)
        with pytest.raises(ConnectionLostError, match="never ends"):
            receiver.receive_frame()


def test_F02_single_bytes_keep_no_record_alive() -> None:
    near, far = socket.socketpair()
    is_over = threading.Event()

    def trickle() -> None:
        near.sendall(b"\xff\xff")
        while not is_over.wait(0.02):
            near.sendall(b"x")

    slow = threading.Thread(target=trickle)
    with near, far:
        receiver = FrameReceiver(far, cipher(), unpaced(), record_seconds=0.3)
        slow.start()
        with pytest.raises(ConnectionLostError, match="never ends"):
            receiver.receive_frame()
        is_over.set()
        slow.join()


def test_a_lane_may_be_idle_between_frames() -> None:
    near, far = socket.socketpair()
    with near, far:
        receiver = FrameReceiver(far, cipher(), unpaced(), record_seconds=0.05)
        late = threading.Timer(0.4, FrameSender(near, cipher()).finish)
        late.start()
        assert receiver.receive_frame() is None
        late.join()


def test_F03_a_forged_record_ends_the_lane(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        lie.socket.sendall((48).to_bytes(2, "big") + bytes(48))
        assert isinstance(lie.end().error, AuthenticationError)
    assert inbound.content.received_bytes == 0


def test_F08_lanes_rekey_together_after_2_to_the_20_records(inbound: Inbound) -> None:
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        opening = lie.lane._receiver._cipher
        lie.cipher._nonce = opening._nonce = REKEY_EVERY - 2
        for number in range(4):  # five records each
            send_piece(lie, number)
        finish(lie)
        unchanged = cipher()
        unchanged._nonce = lie.cipher._nonce
        assert unchanged.encrypt_with_ad(b"", b"x") != lie.cipher.encrypt_with_ad(b"", b"x")
    assert 0 in inbound.roots


def test_F10_records_of_one_lane_are_worth_nothing_on_another(inbound: Inbound) -> None:
    near, far = socket.socketpair()
    with near, far, lying_lane() as other:
        other.receivers.admit(1, inbound.pieces)
        other.lane._receiver._cipher.rekey()  # every lane has a key of its own
        FrameSender(near, cipher()).finish()
        other.socket.sendall(far.recv(1000))
        assert isinstance(other.end().error, AuthenticationError)


@pytest.mark.parametrize("is_initiator", [True, False])
async def test_F11_lanes_that_are_announced_die_unused_with_their_session(
    is_initiator: bool,
) -> None:
    """None is answered, and none is dialled, once the control channel is gone."""
    session = session_pair()[0 if is_initiator else 1]
    dialled: list[LaneTicket] = []

    async def dial(ticket: LaneTicket) -> tuple[socket.socket, LaneEstablished]:
        dialled.append(ticket)
        raise UnreachableError

    lanes = SessionLanes(session, lambda _: None, dial, lambda _: None)
    theirs = 1 if is_initiator else 0
    tickets = [lane_ticket(session, index, theirs, 1) for index in (theirs, theirs + 2)]
    lanes.announced(Lanes(indices=[ticket.index for ticket in tickets], direction=theirs))
    assert lanes.awaited == (0 if is_initiator else 2)
    lanes.abandon()
    await asyncio.sleep(0)
    assert dialled == []
    assert lanes.awaited == 0
    assert [lanes.ticket(ticket.tag) for ticket in tickets] == [None, None]
    lanes.close()

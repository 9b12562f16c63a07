"""Frames and messages of members, both ways over one connection."""

import socket
import threading
from time import monotonic_ns

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.stopwatch import Stopwatch
from byhand.errors import ConnectionLostError, LocalProtocolError
from byhand.network.member_channel import KEEP_ALIVE_SECONDS, MemberReceiver, MemberSender
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    HASH_BYTES,
    HEADER_BYTES,
    FrameHeader,
    encode_header_into,
)
from byhand.protocol.member_messages import Asked, Get
from byhand.protocol.message import Message
from byhand.protocol.messages import Ping
from tests.helpers.connection_pair import member_pair
from tests.helpers.loopback import tcp_pair
from tests.helpers.member_links import lying_member
from tests.helpers.messages import any_member_message
from tests.helpers.outbound import unpaced

Said = Message | tuple[FrameHeader, bytes]


def _frame(flags: int, body: bytes, request_id: int) -> tuple[FrameHeader, bytes]:
    hashes = HASH_BYTES if flags & FLAG_HASHES else 0
    return FrameHeader(flags, 1, 0, 3, 5, 0, len(body) - hashes, 0, request_id), body


frames = st.builds(
    _frame,
    st.sampled_from([0, FLAG_HASHES, FLAG_FRAGMENT | FLAG_HASHES]),
    st.sampled_from([33, 70_000, 200_000]).map(bytes),
    st.integers(1, 2**32 - 1),
)


def send_all(sender: MemberSender, said: list[Said]) -> None:
    for each in said:
        if isinstance(each, Message):
            sender.send_message(each)
            continue
        header, body = each
        frame = bytearray(HEADER_BYTES) + body
        encode_header_into(frame, 0, header)
        sender.send_frame(memoryview(frame), header.payload_bytes, Stopwatch(monotonic_ns))
    sender.finish()


def heard_by(receiver: MemberReceiver) -> list[Said]:
    heard: list[Said] = []
    while (received := receiver.receive()) is not None:
        if isinstance(received, Message):
            heard.append(received)
        else:
            heard.append((received[0], bytes(received[1])))
    return heard


@given(st.lists(any_member_message | frames, max_size=8), st.lists(any_member_message, max_size=8))
@settings(max_examples=40, deadline=None)
def test_frames_and_messages_come_as_they_went_both_ways_at_once(
    by_alice: list[Said], by_bob: list[Said]
) -> None:
    near, far = socket.socketpair()
    with near, far:
        ends = list(zip(member_pair(), (near, far), (by_alice, by_bob), strict=True))
        sending = [
            threading.Thread(target=send_all, args=(MemberSender(sock, end.session.sending), said))
            for end, sock, said in ends
        ]
        heard: dict[int, list[Said]] = {}

        def hear(number: int) -> None:
            end, sock, _ = ends[number]
            heard[number] = heard_by(MemberReceiver(sock, end.session.receiving, unpaced()))

        hearing = [threading.Thread(target=hear, args=(number,)) for number in (0, 1)]
        for thread in (*sending, *hearing):
            thread.start()
        for thread in (*sending, *hearing):
            thread.join()
    assert heard == {0: by_bob, 1: by_alice}


def test_what_is_no_word_between_members_is_not_sent() -> None:
    with lying_member() as lie, pytest.raises(LocalProtocolError):
        lie.sender.send_message(Ping(1))


def test_a_request_leaves_in_one_record_beside_whatever_follows() -> None:
    get = Get(7, [Asked(0, number, 1) for number in range(16)])
    with lying_member() as lie:
        lie.sender.send_message(get)
        assert lie.receiver.receive() == get
        assert lie.sealing.nonce == 1


def test_a_connection_that_ends_without_its_end_is_lost() -> None:
    with lying_member() as lie:
        lie.socket.close()
        with pytest.raises(ConnectionLostError):
            lie.receiver.receive()


def test_a_path_on_which_nothing_moves_is_lost_in_the_end() -> None:
    near, far = tcp_pair()
    with near, far:
        before = near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
        MemberSender(near, member_pair()[0].session.sending)
        assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == before > 0
        assert near.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        idle = near.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE)
        assert idle == KEEP_ALIVE_SECONDS

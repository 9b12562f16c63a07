import asyncio
from collections.abc import Generator

import pytest

from byhand.errors import (
    ConnectionLostError,
    LocalProtocolError,
    NetworkError,
    RemoteProtocolError,
)
from byhand.network.handshaking import RECEIVED_AT_ONCE, run_handshake
from byhand.protocol.handshake import Established, FriendEstablished
from byhand.protocol.handshake_steps import Claim, Step
from tests.helpers.doors import two_friends
from tests.helpers.loopback import tcp_pair


async def test_two_friends_establish_a_session_over_sockets() -> None:
    alice, bob = two_friends()
    near, far = tcp_pair()
    with near, far:
        ours, theirs = await asyncio.gather(
            run_handshake(near, alice.calls(bob)), run_handshake(far, bob.answers())
        )
    assert isinstance(ours, FriendEstablished)
    assert isinstance(theirs, FriendEstablished)
    assert (ours.friend_id, theirs.friend_id) == (bob.id, alice.id)
    assert ours.session.handshake_hash == theirs.session.handshake_hash


async def test_nothing_beyond_the_handshake_is_taken_from_the_socket() -> None:
    alice, bob = two_friends()
    near, far = tcp_pair()
    with near, far:

        async def call_and_go_on() -> None:
            await run_handshake(near, alice.calls(bob))
            near.send(b"the first record")

        await asyncio.gather(call_and_go_on(), run_handshake(far, bob.answers()))
        assert await asyncio.get_running_loop().sock_recv(far, 100) == b"the first record"


async def test_hanging_up_in_the_middle_is_a_lost_connection() -> None:
    alice, bob = two_friends()
    near, far = tcp_pair()
    with near:
        far.close()
        with pytest.raises(ConnectionLostError):
            await run_handshake(near, alice.calls(bob))


async def test_a_good_first_message_is_judged_once_and_a_bad_one_never() -> None:
    alice, bob = two_friends()
    claims: list[Claim] = []

    async def judge(claim: Claim) -> None:
        claims.append(claim)

    near, far = tcp_pair()
    with near, far:
        near.send(b"GET / HTTP/1.1\r\n\r\n")
        with pytest.raises(RemoteProtocolError):
            await run_handshake(far, bob.answers(), judge)
    assert claims == []

    near, far = tcp_pair()
    with near, far:
        await asyncio.gather(
            run_handshake(near, alice.calls(bob)), run_handshake(far, bob.answers(), judge)
        )
    assert claims == [Claim.FRIEND]


async def test_whoever_is_judged_to_be_one_too_many_hears_nothing() -> None:
    alice, bob = two_friends()
    near, far = tcp_pair()

    async def judge(claim: Claim) -> None:
        raise NetworkError

    with near:
        near.send(next(alice.calls(bob)).send)
        with far, pytest.raises(NetworkError):
            await run_handshake(far, bob.answers(), judge)
        assert await asyncio.get_running_loop().sock_recv(near, 100) == b""


async def test_steps_are_ended_also_on_failure() -> None:
    ended: list[bool] = []

    def steps() -> Generator[Step, bytes, Established]:
        try:
            yield Step(b"", 10)
        finally:
            ended.append(True)
        raise AssertionError

    near, far = tcp_pair()
    with near:
        far.close()
        with pytest.raises(ConnectionLostError):
            await run_handshake(near, steps())
    assert ended == [True]


async def test_a_step_that_wants_too_much_is_our_own_bug() -> None:
    def steps() -> Generator[Step, bytes, Established]:
        yield Step(b"", RECEIVED_AT_ONCE + 1)
        raise AssertionError

    near, far = tcp_pair()
    with near, far, pytest.raises(LocalProtocolError):
        await run_handshake(near, steps())

import asyncio
import contextlib
import logging
import os
import resource
import socket

import pytest

from byhand.errors import UnreachableError
from byhand.network import listener as listening
from byhand.network.addresses import Hint, SocketAddress
from byhand.network.dialer import dial
from byhand.network.listener import Listener
from byhand.protocol.handshake import FriendEstablished, Steps
from tests.helpers.doors import Person, two_friends
from tests.helpers.listening import Reception, connected, ended, listening_for


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_a_friend_gets_through_over_ipv4_and_ipv6(host: str) -> None:
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        dialled = await dial([Hint(host, listener.port)], lambda: alice.calls(bob))
        sock, established = await reception.arrived.get()
        with dialled.sock, sock:
            assert isinstance(established, FriendEstablished)
            assert established.friend_id == alice.id
            sock.send(b"from now on it is yours")
            received = await asyncio.get_running_loop().sock_recv(dialled.sock, 100)
            assert received == b"from now on it is yours"


async def test_the_answer_is_made_for_the_callers_address() -> None:
    alice, bob = two_friends()
    addresses: list[SocketAddress] = []
    reception = Reception()

    def make_answer(address: SocketAddress) -> Steps:
        addresses.append(address)
        return bob.answers()

    async with Listener(0, make_answer, reception.receive) as listener:
        dialled = await dial([Hint("127.0.0.1", listener.port)], lambda: alice.calls(bob))
        with dialled.sock:
            assert addresses == [dialled.sock.getsockname()]
            (await reception.arrived.get())[0].close()


async def test_a_stranger_is_hung_up_on_without_a_byte() -> None:
    stranger, bob = Person("Somebody"), two_friends()[1]
    stranger.pin(bob, bytes(32))
    async with listening_for(bob) as (listener, reception):
        with pytest.raises(UnreachableError) as caught:
            await dial([Hint("127.0.0.1", listener.port)], lambda: stranger.calls(bob))
        assert caught.value.was_refused
        sock = await connected(listener)
        with sock:
            sock.send(b"GET / HTTP/1.1\r\n\r\n")
            assert await ended(sock)
        assert reception.arrived.empty()


async def test_the_silent_are_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "FIRST_MESSAGE_SECONDS", 0.05)
    _, bob = two_friends()
    async with listening_for(bob) as (listener, _):
        with await connected(listener) as sock:
            sock.send(b"BYH1")
            assert await ended(sock)


async def test_those_who_stop_in_the_middle_are_hung_up_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listening, "HANDSHAKE_SECONDS", 0.05)
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, _):
        with await connected(listener) as sock:
            sock.send(next(alice.calls(bob)).send)
            assert len(await asyncio.get_running_loop().sock_recv(sock, 1000)) > 0
            assert await ended(sock)


async def test_a_fifth_half_open_connection_of_one_address_is_refused() -> None:
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        with contextlib.ExitStack() as stack:
            silent = [stack.enter_context(await connected(listener)) for _ in range(4)]
            with await connected(listener) as fifth:
                assert await ended(fifth)
            for sock in silent[:2]:
                sock.close()
            await asyncio.sleep(0.02)
            hint = Hint("::1", listener.port)  # another source
            dialled = await dial([hint], lambda: alice.calls(bob))
            dialled.sock.close()
            assert not reception.arrived.empty()


async def test_friends_who_come_and_go_are_never_refused() -> None:
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        for _ in range(20):
            dialled = await dial([Hint("127.0.0.1", listener.port)], lambda: alice.calls(bob))
            dialled.sock.close()
            (await reception.arrived.get())[0].close()


async def test_running_out_of_descriptors_is_survived() -> None:
    alice, bob = two_friends()
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    async with listening_for(bob) as (listener, reception):
        waiting = socket.socket()  # opened before there are none left
        waiting.setblocking(False)
        highest = max(int(name) for name in os.listdir("/proc/self/fd"))
        used = [os.dup(0) for _ in range(highest + 1 - len(os.listdir("/proc/self/fd")) + 8)]
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (max(used) + 1, limits[1]))
            loop = asyncio.get_running_loop()
            await loop.sock_connect(waiting, ("127.0.0.1", listener.port))
            await asyncio.sleep(0.15)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
            waiting.close()
            for descriptor in used:
                os.close(descriptor)
        dialled = await dial([Hint("127.0.0.1", listener.port)], lambda: alice.calls(bob))
        dialled.sock.close()
        sock, established = await reception.arrived.get()
        sock.close()
        assert isinstance(established, FriendEstablished)


async def test_leaving_hangs_up_on_everybody_and_gives_the_port_back() -> None:
    _, bob = two_friends()
    tasks = asyncio.all_tasks()
    async with listening_for(bob) as (listener, _):
        port = listener.port
        sock = await connected(listener)
        await asyncio.sleep(0.02)
    with sock:
        assert await ended(sock)
    assert asyncio.all_tasks() == tasks
    again = Listener(port, lambda _: bob.answers(), Reception().receive)
    assert again.port == port
    again.close()


async def test_a_taken_port_gives_way_to_the_next() -> None:
    _, bob = two_friends()
    async with (
        listening_for(bob) as (first, _),
        listening_for(bob, first.port) as (second, _),
    ):
        assert second.port != first.port


async def test_one_source_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    _, bob = two_friends()
    with caplog.at_level(logging.INFO, logger="byhand.network.listener"):
        async with listening_for(bob) as (listener, _):
            for _ in range(4):
                with await connected(listener) as sock:
                    sock.send(b"\x1b[31mrubbish\n")
                    assert await ended(sock)
    assert len(caplog.records) == 1
    assert "127.0.0.1" in caplog.text
    assert "\x1b" not in caplog.text
    assert "rubbish" not in caplog.text

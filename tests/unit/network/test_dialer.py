import asyncio
import contextlib
import ipaddress
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.errors import ByhandError, InviteRefusedError, OurselvesError, UnreachableError
from byhand.network import dialer
from byhand.network.addresses import Hint, Interface, hint_of
from byhand.network.dialer import TARGETS_LIMIT, dial, dial_lane, dial_member
from byhand.network.handshaking import run_handshake
from byhand.protocol.credentials import OpenInvite
from byhand.protocol.handshake import (
    Established,
    FriendEstablished,
    LaneEstablished,
    MemberEstablished,
    Steps,
    lane_ticket,
    open_lane,
    pair_with,
    use_invite,
)
from byhand.protocol.handshake_steps import Step
from tests.helpers.connection_pair import member_tickets
from tests.helpers.doors import Person, two_friends

Answer = Callable[[socket.socket], object]


@contextlib.asynccontextmanager
async def serving(make_answer: Callable[[], Steps]) -> AsyncIterator[Hint]:
    """A port behind which every caller is answered."""
    loop = asyncio.get_running_loop()
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    open_sockets: list[socket.socket] = []

    async def answer_one(sock: socket.socket) -> None:
        try:
            await run_handshake(sock, make_answer())
        except (ByhandError, OSError):
            sock.close()

    async def accept(group: asyncio.TaskGroup) -> None:
        while True:
            sock, _ = await loop.sock_accept(server)
            open_sockets.append(sock)
            group.create_task(answer_one(sock))

    try:
        async with asyncio.TaskGroup() as group:
            accepting = group.create_task(accept(group))
            yield hint_of(server.getsockname())
            accepting.cancel()
    finally:
        for sock in (server, *open_sockets):
            sock.close()


@pytest.fixture
def closed_port() -> Hint:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return hint_of(server.getsockname())


@pytest.fixture
def silent_port() -> Iterator[Hint]:
    """A port that is connected to and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield hint_of(server.getsockname())


def hang_up() -> Steps:
    raise ConnectionResetError


async def test_the_first_who_authenticates_wins(closed_port: Hint, silent_port: Hint) -> None:
    alice, bob = two_friends()
    stranger = Person("Somebody")
    async with serving(stranger.answers) as wrong, serving(bob.answers) as right:
        hints = [closed_port, silent_port, wrong, right]
        dialled = await dial(hints, lambda: alice.calls(bob))
        with dialled.sock:
            assert dialled.hint == right
            assert isinstance(dialled.established, FriendEstablished)
            assert dialled.established.friend_id == bob.id
            assert not dialled.sock.getblocking()


@pytest.fixture
def black_hole() -> Iterator[Hint]:
    """A port where calls are neither answered nor refused: its waiting room is full."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(socket.socket())
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for _ in range(4):
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(server.getsockname())
        yield hint_of(server.getsockname())


async def test_a_hint_that_swallows_calls_holds_up_no_other(black_hole: Hint) -> None:
    alice, bob = two_friends()
    async with serving(bob.answers) as right:
        hints, sure = [black_hole, right], [black_hole]
        dialled = await dial(hints, lambda: alice.calls(bob), sure=sure, find_interfaces=tuple)
        with dialled.sock:
            assert dialled.hint == right
    with pytest.raises(UnreachableError):
        await dial([black_hole], lambda: alice.calls(bob), timeout_seconds=0.1)


async def test_whoever_is_slow_loses_against_whoever_is_not() -> None:
    alice, bob = two_friends()
    let_go = asyncio.Event()

    async def be_slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the call, and never the handshake before the other one has won."""
        await let_go.wait()
        writer.close()

    server = await asyncio.start_server(be_slow, "127.0.0.1", 0)
    async with server, serving(bob.answers) as right:
        slow = hint_of(server.sockets[0].getsockname())
        dialled = await dial([slow, right], lambda: alice.calls(bob), sure=[slow])
        let_go.set()
        with dialled.sock:
            assert dialled.hint == right


def loopback(name: str, index: int, address: str) -> Interface:
    return Interface(name, index, (ipaddress.ip_interface(f"{address}/32"),))


async def test_ways_are_tried_in_order_and_where_it_worked_before_all() -> None:
    """Whoever is called hangs up, so that the next is tried, and the same again later."""
    alice, bob = two_friends()
    called: list[str] = []
    interfaces = (loopback("eth0", 2, "127.0.0.2"), loopback("wg0", 3, "127.0.0.3"))
    hosts = ["127.0.0.5", "127.0.0.4", "::1", "127.0.0.3", "127.0.0.2"]
    async with contextlib.AsyncExitStack() as stack:
        hints = [await stack.enter_async_context(noting(host, called)) for host in hosts]
        with pytest.raises(UnreachableError):
            await dial(
                hints,
                lambda: alice.calls(bob),
                sure=hints[:1],
                find_interfaces=lambda: interfaces,
            )
    in_order = ["127.0.0.5", "127.0.0.2", "127.0.0.3", "::1", "127.0.0.4"]
    assert list(dict.fromkeys(called)) == in_order


@contextlib.asynccontextmanager
async def noting(host: str, called: list[str]) -> AsyncIterator[Hint]:
    """A port that writes down that it was called, and hangs up."""

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.append(host)
        writer.close()

    async with await asyncio.start_server(note, host, 0) as server:
        yield hint_of(server.sockets[0].getsockname())


async def test_no_more_than_so_many_hints_are_tried(closed_port: Hint) -> None:
    alice, bob = two_friends()
    async with serving(bob.answers) as right:
        many = [Hint("127.0.0.1", closed_port.port, scope) for scope in range(TARGETS_LIMIT)]
        with pytest.raises(UnreachableError):
            await dial([*many, right], lambda: alice.calls(bob))
        dialled = await dial([*many[1:], right], lambda: alice.calls(bob))
        dialled.sock.close()


async def test_every_connection_gets_steps_of_its_own(closed_port: Hint) -> None:
    alice, bob = two_friends()
    made: list[Steps] = []

    def make_steps() -> Steps:
        made.append(alice.calls(bob))
        return made[-1]

    async with serving(hang_up) as first, serving(bob.answers) as second:
        dialled = await dial([first, closed_port, second], make_steps)
        dialled.sock.close()
    assert len(made) == len(set(map(id, made))) >= 2


async def test_whoever_was_hung_up_on_calls_again_while_another_address_is_silent(
    silent_port: Hint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialer, "PAUSES_SECONDS", (0.0, 0.0))
    alice, bob = two_friends()
    answers = iter([hang_up, hang_up, bob.answers])

    def make_answer() -> Steps:
        return next(answers)()

    async with serving(make_answer) as crowded:
        dialled = await dial([silent_port, crowded], lambda: alice.calls(bob))
        dialled.sock.close()
    assert dialled.hint == crowded


async def test_whoever_is_hung_up_on_everywhere_hears_so_at_once() -> None:
    alice, bob = two_friends()
    calls = 0

    def make_answer() -> Steps:
        nonlocal calls
        calls += 1
        return hang_up()

    async with serving(make_answer) as crowded:
        with pytest.raises(UnreachableError) as caught:
            await dial([crowded], lambda: alice.calls(bob))
    assert caught.value.was_refused
    assert calls == 1


async def test_nobody_there_is_unreachable(closed_port: Hint) -> None:
    alice, bob = two_friends()
    with pytest.raises(UnreachableError) as caught:
        await dial([closed_port, closed_port], lambda: alice.calls(bob))
    assert not caught.value.was_refused


async def test_somebody_who_hangs_up_has_refused(closed_port: Hint) -> None:
    alice, bob = two_friends()
    async with serving(Person("Somebody").answers) as wrong:
        with pytest.raises(UnreachableError) as caught:
            await dial([wrong, closed_port], lambda: alice.calls(bob))
    assert caught.value.was_refused


async def test_somebody_else_behind_the_address_has_refused() -> None:
    alice, bob = two_friends()

    def impostor() -> Iterator[Step]:
        yield Step(b"\0\x30" + bytes(48), 8)

    async with serving(impostor) as wrong:  # type: ignore[arg-type]
        with pytest.raises(UnreachableError) as caught:
            await dial([wrong], lambda: alice.calls(bob))
    assert caught.value.was_refused


async def test_why_somebody_was_refused_is_kept_as_the_cause(closed_port: Hint) -> None:
    alice = Person("Alice", pairing_tokens=(bytes(8),))
    async with serving(alice.answers) as ourselves:
        with pytest.raises(UnreachableError) as caught:
            await dial(
                [ourselves, closed_port],
                lambda: pair_with(alice.identity, alice.introduction, bytes(8)),
            )
    assert isinstance(caught.value.__cause__, OurselvesError)
    assert not caught.value.was_refused, "nobody else was there"


async def test_who_holds_the_invite_and_refuses_us_ends_the_race(silent_port: Hint) -> None:
    class Bob(Person):
        def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
            return Code.DENIED

    alice, bob = Person("Alice"), Bob("Bob")
    invite = OpenInvite(bytes(32), int(time.time()) + 60)
    bob.invites.append(invite)
    async with serving(bob.answers) as hint:
        with pytest.raises(InviteRefusedError) as caught:
            await dial(
                [hint, silent_port], lambda: use_invite(alice.identity, alice.introduction, invite)
            )
    assert caught.value.code == Code.DENIED


async def test_no_hints_are_unreachable_at_once() -> None:
    alice, bob = two_friends()
    with pytest.raises(UnreachableError):
        await dial([], lambda: alice.calls(bob))


async def test_a_silent_port_is_given_up_in_time(silent_port: Hint) -> None:
    alice, bob = two_friends()
    with pytest.raises(UnreachableError) as caught:
        await dial([silent_port], lambda: alice.calls(bob), timeout_seconds=0.1)
    assert not caught.value.was_refused


async def test_host_names_are_looked_up_beside_the_other_tries(silent_port: Hint) -> None:
    alice, bob = two_friends()
    async with serving(bob.answers) as hint:
        named = Hint("localhost", hint.port)
        dialled = await dial(
            [Hint("nowhere.invalid", 9999), silent_port, named], lambda: alice.calls(bob)
        )
        with dialled.sock:
            assert dialled.hint == named


async def test_a_name_that_nobody_knows_is_unreachable() -> None:
    alice, bob = two_friends()
    with pytest.raises(UnreachableError):
        await dial([Hint("nowhere.invalid", 9999)], lambda: alice.calls(bob))


async def test_a_race_leaves_no_socket_and_no_task_behind(silent_port: Hint) -> None:
    alice, bob = two_friends()
    tasks = asyncio.all_tasks()
    dialling = asyncio.create_task(dial([silent_port] * 3, lambda: alice.calls(bob)))
    await asyncio.sleep(0.02)
    dialling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dialling
    assert asyncio.all_tasks() == tasks


async def test_two_who_authenticate_at_once_leave_one_connection() -> None:
    alice, bob = two_friends()
    times = iter(range(1, 10))

    def make_steps() -> Steps:
        alice.friends[0] = alice.friends[0].__class__(
            bob.id, bob.identity.keys, bytes(32), time.time_ns() + next(times)
        )
        return alice.calls(bob)

    async with serving(bob.answers) as first, serving(bob.answers) as second:
        race = dialer._Race(make_steps, ())
        race._add([race._target(hint, hint) for hint in (first, second)])
        race._attempts = {asyncio.create_task(race._attempt(target)) for target in race._waiting}
        race._waiting = []
        await asyncio.wait(race._attempts)
        winner = race._take_attempts()
        assert winner is not None
        losers = [task.result() for task in race._attempts]
        await race.stop()
        with winner.sock:
            assert winner.sock.fileno() >= 0
            assert [loser.sock.fileno() for loser in losers] == [-1]


async def test_a_bug_in_our_own_steps_is_not_taken_for_a_network_failure() -> None:
    async with serving(Person("Somebody").answers) as hint:

        def steps() -> Steps:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await dial([hint], steps)


async def test_a_lane_is_opened_where_the_control_channel_leads() -> None:
    alice, bob = two_friends()
    async with serving(bob.answers) as hint:
        control = await dial([hint], lambda: alice.calls(bob))
        with control.sock:
            ticket = lane_ticket(control.established.session, 0, 0, 1)
            bob.lanes[ticket.tag] = ticket
            sock, lane = await dial_lane(control.sock.getpeername(), open_lane(ticket))
            with sock:
                assert isinstance(lane, LaneEstablished)
                assert not sock.getblocking()
            with pytest.raises(UnreachableError):
                await dial_lane(control.sock.getpeername(), open_lane(ticket))


async def test_a_member_is_met_at_the_first_of_their_hints_that_answers() -> None:
    bob = Person("Bob")
    dialling, answering = member_tickets()
    bob.members[answering.own_tag] = answering
    async with serving(bob.answers) as hint:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            dead = hint_of(silent.getsockname())
        dialled = await dial_member(dialling, [dead, hint])
        with dialled.sock:
            assert dialled.hint == hint
            assert isinstance(dialled.established, MemberEstablished)
            assert dialled.established.ticket == dialling
            assert not dialled.sock.getblocking()
        del bob.members[answering.own_tag]
        with pytest.raises(UnreachableError):
            await dial_member(dialling, [hint])


def test_results_are_typed_as_the_handshakes_are() -> None:
    assert FriendEstablished in Established.__args__


@pytest.mark.parametrize(("at_once", "begun"), [(1, 1), (2, 2)])
async def test_handshakes_wait_for_each_other_where_they_must_not_race(
    at_once: int, begun: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialer, "START_APART_SECONDS", 0.0)
    alice, bob = two_friends()
    made: list[Steps] = []

    def make_steps() -> Steps:
        made.append(alice.calls(bob))
        return made[-1]

    with contextlib.ExitStack() as ports:
        servers = [ports.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(2)]
        hints = [hint_of(server.getsockname()) for server in servers]
        with pytest.raises(UnreachableError):
            await dial(hints, make_steps, timeout_seconds=1, handshakes_at_once=at_once)
    assert len(made) == begun

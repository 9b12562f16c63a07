"""Reaching somebody: all hints race, and the first connection that authenticates wins."""

import asyncio
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import cast

from msgspec import Struct

from byhand.errors import (
    ConnectionLostError,
    InviteRefusedError,
    OurselvesError,
    RemoteProtocolError,
    UnreachableError,
)
from byhand.network.addresses import (
    Hint,
    Interface,
    Reach,
    SocketAddress,
    hint_of,
    own_interfaces,
    reach,
)
from byhand.network.handshaking import run_handshake
from byhand.network.sockets import set_up
from byhand.protocol.handshake import Established, MemberTicket, Steps, open_member

START_APART_SECONDS = 0.25
HANDSHAKE_SECONDS = 5.0
DIAL_SECONDS = 15.0
TARGETS_LIMIT = 36
ADDRESSES_OF_A_NAME = 4
# After being hung up on: a door with a crowd before it opens for who comes again.
PAUSES_SECONDS = (0.25, 0.5, 1.0, 2.0)


class Dialled(Struct, frozen=True):
    """A connection that authenticated, and the hint that led to it."""

    sock: socket.socket
    established: Established
    hint: Hint


async def dial(
    hints: Sequence[Hint],
    make_steps: Callable[[], Steps],
    *,
    sure: Collection[Hint] = (),
    timeout_seconds: float = DIAL_SECONDS,
    handshakes_at_once: int = TARGETS_LIMIT,
    find_interfaces: Callable[[], Sequence[Interface]] = own_interfaces,
) -> Dialled:
    """Connect to the first of `hints` behind which the right one answers.

    They are tried in the order of their ways (PROTOCOL.md, section 2), before all others the
    `sure` ones: where the right one has answered before.
    Each connection runs fresh steps; the socket that comes back is non-blocking. A handshake
    that changes something at the other side must not race itself: `handshakes_at_once` is 1.
    Raises UnreachableError, with `was_refused` if somebody answered but hung up on us, then from
    what went wrong last; InviteRefusedError, at once.
    """
    race = _Race(make_steps, find_interfaces(), sure, handshakes_at_once)
    try:
        async with asyncio.timeout(timeout_seconds):
            dialled = await race.run(hints)
    except TimeoutError:
        await race.stop()
        raise UnreachableError(race.was_refused) from race.refusal
    except BaseException:
        await race.stop()
        raise
    try:
        await race.stop()
    except BaseException:
        dialled.sock.close()
        raise
    return dialled


async def dial_lane(
    address: SocketAddress, steps: Steps, timeout_seconds: float = HANDSHAKE_SECONDS
) -> tuple[socket.socket, Established]:
    """Open one more connection to where the control channel leads; the socket is non-blocking.

    Raises UnreachableError as `dial` does.
    """
    dialled = await dial([hint_of(address)], lambda: steps, timeout_seconds=timeout_seconds)
    return dialled.sock, dialled.established


async def dial_member(ticket: MemberTicket, hints: Sequence[Hint]) -> Dialled:
    """Connect to the other member of a ticket's pair, at the first hint where they answer.

    One handshake at a time: each would take the place of the other there. Raises as `dial` does.
    """
    return await dial(hints, lambda: open_member(ticket), handshakes_at_once=1)


def _close(attempt: "asyncio.Task[Dialled]") -> None:
    """Close what an attempt has brought too late."""
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result().sock.close()


@dataclass(frozen=True, slots=True, order=True)
class _Target:
    reach: Reach
    family: socket.AddressFamily
    address: SocketAddress
    hint: Hint


class _Race:
    """Connections that are tried at once; `run` once, then `stop`."""

    def __init__(
        self,
        make_steps: Callable[[], Steps],
        interfaces: Sequence[Interface],
        sure: Collection[Hint] = (),
        handshakes_at_once: int = TARGETS_LIMIT,
    ) -> None:
        self.refusal: ConnectionLostError | RemoteProtocolError | None = None
        self._handshaking = asyncio.Semaphore(handshakes_at_once)
        self._make_steps = make_steps
        self._interfaces = interfaces
        self._sure = sure
        self._waiting: list[_Target] = []
        self._seen: set[SocketAddress] = set()
        self._resting = 0
        self._lookups: set[asyncio.Task[list[_Target]]] = set()
        self._attempts: set[asyncio.Task[Dialled]] = set()

    @property
    def was_refused(self) -> bool:
        """Say whether somebody else answered the call but not the handshake."""
        return self.refusal is not None and not isinstance(self.refusal, OurselvesError)

    async def run(self, hints: Sequence[Hint]) -> Dialled:
        """Return the first that authenticates; raise UnreachableError when none is left."""
        for hint in [*dict.fromkeys(hints)][:TARGETS_LIMIT]:
            if hint.address is None:
                self._lookups.add(asyncio.create_task(self._look_up(hint)))
            else:
                self._add([self._target(hint, hint)])
        while self._waiting or self._lookups or self._attempts:
            if self._waiting:
                target = self._waiting.pop(0)
                self._attempts.add(asyncio.create_task(self._attempt(target)))
            await self._wait_for_progress()
            self._take_lookups()
            winner = self._take_attempts()
            if winner is not None:
                return winner
        raise UnreachableError(self.was_refused) from self.refusal

    async def stop(self) -> None:
        """Cancel what still runs and close the connections that came too late."""
        for attempt in self._attempts:
            attempt.add_done_callback(_close)  # also when this wait is cancelled
        for task in (*self._attempts, *self._lookups):
            task.cancel()
        await asyncio.gather(*self._attempts, *self._lookups, return_exceptions=True)

    async def _wait_for_progress(self) -> None:
        """Wait until something ended or it is time to start the next."""
        timeout = START_APART_SECONDS if self._waiting else None
        await asyncio.wait(
            {*self._attempts, *self._lookups},
            timeout=timeout,
            return_when=asyncio.FIRST_COMPLETED,
        )

    def _take_lookups(self) -> None:
        for lookup in [task for task in self._lookups if task.done()]:
            self._lookups.remove(lookup)
            self._add(lookup.result())

    def _take_attempts(self) -> Dialled | None:
        winner: Dialled | None = None
        for attempt in [task for task in self._attempts if task.done()]:
            error = attempt.exception()
            if error is None and winner is None:
                self._attempts.remove(attempt)
                winner = attempt.result()
            elif error is not None:
                self._attempts.remove(attempt)
                self._judge(error)
        return winner

    def _judge(self, error: BaseException) -> None:
        match error:
            case InviteRefusedError():
                raise error  # whoever said so holds the secret: there is nobody else to look for
            case OurselvesError():  # another one's way to their own computer, on ours
                self.refusal = self.refusal or error
            case ConnectionLostError() | RemoteProtocolError():
                self.refusal = error
            case OSError():  # also TimeoutError: nobody there, or nobody who speaks
                pass
            case _:
                raise error

    def _add(self, targets: list[_Target]) -> None:
        fresh = [target for target in targets if target.address not in self._seen]
        self._seen.update(target.address for target in fresh)
        self._waiting = sorted(
            [*self._waiting, *fresh],
            key=lambda each: (each.hint not in self._sure, each.reach),
        )

    async def _look_up(self, hint: Hint) -> list[_Target]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(hint.host, hint.port, type=socket.SOCK_STREAM)
        except OSError:  # no such name, or no name server
            return []
        addresses = [cast(SocketAddress, address) for *_, address in found[:ADDRESSES_OF_A_NAME]]
        return [self._target(hint_of(address), hint) for address in addresses]

    def _target(self, numeric: Hint, hint: Hint) -> _Target:
        address = numeric.address
        assert address is not None
        way = reach(address, self._interfaces)
        if address.version == 4:
            return _Target(way, socket.AF_INET, (numeric.host, numeric.port), hint)
        ends = (numeric.host, numeric.port, 0, numeric.scope)
        return _Target(way, socket.AF_INET6, ends, hint)

    async def _attempt(self, target: _Target) -> Dialled:
        """Try a target, and again after being hung up on, as long as the race goes on anyway."""
        for pause in PAUSES_SECONDS:
            try:
                return await self._try(target)
            except ConnectionLostError as exc:
                if not self._has_others():
                    raise
                self._judge(exc)
            self._resting += 1
            await asyncio.sleep(pause)
            self._resting -= 1
        return await self._try(target)

    def _has_others(self) -> bool:
        """Say whether others are tried now, or will be."""
        running = sum(not attempt.done() for attempt in self._attempts)
        return bool(self._waiting or self._lookups or running - self._resting > 1)

    async def _try(self, target: _Target) -> Dialled:
        sock = socket.socket(target.family, socket.SOCK_STREAM)
        try:
            set_up(sock)
            await asyncio.get_running_loop().sock_connect(sock, target.address)
            async with self._handshaking, asyncio.timeout(HANDSHAKE_SECONDS):
                established = await run_handshake(sock, self._make_steps())
        except BaseException:
            sock.close()
            raise
        return Dialled(sock, established, target.hint)

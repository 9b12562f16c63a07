"""Checks the connection when the user asks for it: here, on the network, and by a friend's call."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Sequence

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Found
from byhand.domain.events import ConnectionChecked, Event, FriendChanged
from byhand.domain.friend import Friend, Path
from byhand.domain.identity import FriendId
from byhand.domain.profile import LOWEST_PORT
from byhand.errors import NetworkError, UnknownFriendError
from byhand.network.addresses import Interface
from byhand.network.firewalls import Firewalls, find_firewalls
from byhand.network.multicast_probe import MulticastHeard, probe_multicast
from byhand.network.network_identity import NetworkAround, networks_around
from byhand.network.tunnels import Tunnel, find_tunnels
from byhand.service.connection_findings import (
    FOUND_BY_ANSWER,
    Called,
    discovery_finding,
    firewall_finding,
    network_finding,
    port_finding,
    vpn_finding,
)
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import DOCTOR
from byhand.service.people import People
from byhand.service.worker import Worker

CALL_SECONDS = 6.0
"""How long a friend who is not there is called before anything is said of them."""
THREADS = 4


class Senses(Struct, frozen=True):
    """How the computer is looked at; each function blocks and may raise NetworkError."""

    networks: Callable[[], Sequence[NetworkAround]] = networks_around
    tunnels: Callable[[Sequence[Interface]], Sequence[Tunnel]] = find_tunnels
    firewalls: Callable[[int], Firewalls] = find_firewalls
    multicast: Callable[[Interface], MulticastHeard] = probe_multicast


THIS_COMPUTER = Senses()


class CheckingConnection:
    """Runs at most one check a friend at a time; every step is told as soon as it is known."""

    def __init__(
        self,
        people: People,
        wanted_port: int,
        tell: Callable[[Event], None],
        wait: Callable[[Coroutine[None, None, None]], None],
        senses: Senses = THIS_COMPUTER,
        *,
        call_seconds: float = CALL_SECONDS,
    ) -> None:
        """`wanted_port` is the one that is set, 0 for any; `wait` runs what may be given up."""
        self._people = people
        self._wanted_port = wanted_port
        self._tell = tell
        self._wait = wait
        self._senses = senses
        self._call_seconds = call_seconds
        self._worker = Worker("connection-check", THREADS)
        self._running: dict[FriendId | None, _Check] = {}
        self._came = asyncio.Event()

    def start(self, friend_id: FriendId | None) -> None:
        """Check the connection, with a friend or anybody; UnknownFriendError.

        While that is under way it is told again how far it is.
        """
        if friend_id is not None and self._people.book.get(friend_id) is None:
            raise UnknownFriendError(friend_id.hex())
        running = self._running.get(friend_id)
        if running is not None:
            running.tell()
            return
        check = self._running[friend_id] = _Check(ConnectionReport(friend_id), self._tell)
        self._wait(self._run(check))

    def hear(self, event: Event) -> None:
        """Take note that a friend may have come."""
        if isinstance(event, FriendChanged):
            self._came.set()

    async def close(self) -> None:
        """End the threads; what is looked at then takes some seconds at most."""
        await asyncio.to_thread(self._worker.close)

    async def _run(self, check: "_Check") -> None:
        try:
            await self._look(check)
        finally:
            del self._running[check.report.friend_id]

    async def _look(self, check: "_Check") -> None:
        check.found(port_finding(self._people.port, self._wanted_port))
        networks = await self._networks()
        check.found(network_finding(networks))
        interfaces = [each.interface for each in networks]
        tunnels = await self._worker.run(self._senses.tunnels, interfaces)
        check.found(vpn_finding(tunnels))
        firewalls = await self._worker.run(self._senses.firewalls, self._people.port)
        check.found(firewall_finding(firewalls, self._people.port))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen(check, interfaces, firewalls))
            group.create_task(self._be_called(check, tunnels, firewalls))
        check.end()

    async def _networks(self) -> Sequence[NetworkAround]:
        try:
            return await self._worker.run(self._senses.networks)
        except NetworkError:
            return ()

    async def _listen(
        self, check: "_Check", interfaces: Sequence[Interface], firewalls: Firewalls
    ) -> None:
        """Listen on every network around us, for a moment and at once; a VPN carries none."""
        around = [each for each in interfaces if not each.is_vpn]
        if not around:
            check.found(Finding(CheckStep.DISCOVERY, Found.NOT_LISTENED))
            return
        heard = await asyncio.gather(*map(self._hear_on, around))
        recognised = self._people.discovery.recognised_hosts()
        check.found(discovery_finding(heard, recognised, firewalls))

    async def _hear_on(self, interface: Interface) -> MulticastHeard:
        try:
            return await self._worker.run(self._senses.multicast, interface)
        except NetworkError:
            return MulticastHeard(interface.name, False, frozenset())

    async def _be_called(
        self, check: "_Check", tunnels: Sequence[Tunnel], firewalls: Firewalls
    ) -> None:
        """Have a friend call us; what stands between us is judged by that once more."""
        called = await self._called_by(check.report.friend_id)
        evidence, port = called.evidence, self._people.port
        firewall = firewall_finding(firewalls, port, evidence)
        check.found(vpn_finding(tunnels, evidence), firewall, called.finding)

    async def _called_by(self, friend_id: FriendId | None) -> Called:
        if friend_id is None:
            session = self._somebody()
            if session is None:
                return Called(Finding(CheckStep.FRIEND, Found.NOBODY_THERE))
            return await self._call_of(session)
        friend = self._people.book.get(friend_id)
        if friend is None or friend.is_held:
            name = friend.name if friend is not None else ""
            return Called(Finding(CheckStep.FRIEND, Found.HELD, name=name))
        session = await self._session_with(friend_id)
        return self._absence(friend) if session is None else await self._call_of(session)

    def _absence(self, friend: Friend) -> Called:
        is_seen = bool(self._people.discovery.hints_of(friend.id))
        found = Found.SEEN_NOT_REACHED if is_seen else Found.AWAY
        return Called(Finding(CheckStep.FRIEND, found, name=friend.name), is_on_network=is_seen)

    async def _call_of(self, session: FriendSession) -> Called:
        """Have a friend who is there call us, if they can."""
        friend = self._people.book.get(session.friend_id)
        name, port = friend.name if friend is not None else "", self._people.port
        if DOCTOR not in session.capabilities:
            return Called(Finding(CheckStep.FRIEND, Found.TOO_OLD, name=name))
        if port < LOWEST_PORT:
            return Called(Finding(CheckStep.FRIEND, Found.PORT_TOO_LOW, name=name, port=port))
        answer = await self._people.sessions.dial_backs.ask(session, port)
        return Called(
            Finding(CheckStep.FRIEND, FOUND_BY_ANSWER[answer], name=name, port=port),
            is_here=_is_loopback(session),
            is_on_network=session.path is Path.SAME_NETWORK,
        )

    def _somebody(self) -> FriendSession | None:
        """Return the session with a friend who can call, one on this network if there is any."""
        here = [self._people.sessions.get(each) for each in self._people.sessions.here()]
        able = [each for each in here if each is not None and DOCTOR in each.capabilities]
        return min(able, key=lambda each: each.path is not Path.SAME_NETWORK, default=None)

    async def _session_with(self, friend_id: FriendId) -> FriendSession | None:
        """Call a friend who is not there, and wait a little for them."""
        sessions = self._people.sessions
        if sessions.get(friend_id) is None:
            sessions.look_for(friend_id, afresh=True)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._call_seconds):
                while sessions.get(friend_id) is None:
                    self._came.clear()
                    await self._came.wait()
        return sessions.get(friend_id)


class _Check:
    """One check, as far as it is."""

    def __init__(self, report: ConnectionReport, tell: Callable[[Event], None]) -> None:
        self.report = report
        self._tell = tell

    def found(self, *findings: Finding) -> None:
        """Take note of findings, in place of earlier ones, and tell them."""
        self.report = self.report.with_findings(findings)
        self.tell()

    def end(self) -> None:
        """Tell that there is nothing more to come."""
        self.report = replace(self.report, is_done=True)
        self.tell()

    def tell(self) -> None:
        """Tell how far it is."""
        self._tell(ConnectionChecked(self.report))


def _is_loopback(session: FriendSession) -> bool:
    return session.host.startswith("127.") or session.host == "::1"

"""A whole service checks its connection: every step as it comes, and a friend who calls back."""

import asyncio
import ipaddress
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from byhand.domain.connection_check import CheckStep, ConnectionReport, Found, Verdict
from byhand.domain.events import ConnectionChecked
from byhand.domain.identity import FriendId
from byhand.errors import NetworkError, UnknownFriendError
from byhand.network.addresses import Interface
from byhand.network.firewalls import Firewall, FirewallKind, Firewalls
from byhand.network.multicast_probe import MulticastHeard
from byhand.network.network_identity import NetworkAround
from byhand.network.tunnels import Tunnel
from byhand.service.checking_connection import CheckingConnection, Senses
from tests.helpers.circles import id_of
from tests.helpers.scripted_friend import ScriptedFriend
from tests.helpers.two_services import SECONDS, Party, party, two_services

HOME = NetworkAround(Interface("wlan0", 1_000_001, (ipaddress.ip_interface("10.1.0.7/24"),)), "1")


class Computer:
    """What a service is made to see of its computer."""

    def __init__(self) -> None:
        self.networks: tuple[NetworkAround, ...] = (HOME,)
        self.tunnels: tuple[Tunnel, ...] = ()
        self.firewalls = Firewalls((Firewall(FirewallKind.UFW),))
        self.heard: MulticastHeard | None = MulticastHeard("wlan0", True, frozenset({"10.1.0.8"}))
        self.may_listen = threading.Event()
        self.may_listen.set()
        self.looks = 0

    @property
    def senses(self) -> Senses:
        return Senses(
            networks=self._networks,
            tunnels=lambda _: self.tunnels,
            firewalls=self._firewalls,
            multicast=self._listen,
        )

    def _networks(self) -> tuple[NetworkAround, ...]:
        if not self.networks:
            raise NetworkError("the network interfaces cannot be listed")
        return self.networks

    def _firewalls(self, port: int) -> Firewalls:
        self.looks += 1
        return self.firewalls

    def _listen(self, interface: Interface) -> MulticastHeard:
        assert self.may_listen.wait(SECONDS)
        if self.heard is None:
            raise NetworkError(f"no multicast on {interface.name}")
        return self.heard


class Checks:
    """The checks of one service, with a computer that a test has made up."""

    def __init__(self, somebody: Party, computer: Computer, call_seconds: float) -> None:
        service = somebody.service
        self._party = somebody
        self.checking = CheckingConnection(
            service._people,
            0,
            service._observers.tell,
            service._wait,
            computer.senses,
            call_seconds=call_seconds,
        )
        service.subscribe(self.checking.hear)

    @property
    def told(self) -> list[ConnectionReport]:
        return [each.report for each in self._party.events if isinstance(each, ConnectionChecked)]

    async def report(self, friend_id: FriendId | None) -> ConnectionReport:
        """Check, and return what is told in the end."""
        before = len(self.told)
        self.checking.start(friend_id)
        await self._party.until(lambda: any(each.is_done for each in self.told[before:]))
        return self.told[-1]


MakeChecks = Callable[..., Checks]


@pytest.fixture
async def checks_of() -> AsyncIterator[MakeChecks]:
    """Makes the checks of a service; their threads end with the test."""
    made: list[Checks] = []

    def make(somebody: Party, computer: Computer, call_seconds: float = 0.2) -> Checks:
        made.append(Checks(somebody, computer, call_seconds))
        return made[-1]

    yield make
    for each in made:
        await each.checking.close()


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
async def couple(tmp_path: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with two_services(tmp_path) as couple:
        yield couple


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Party]:
    async with party(tmp_path / "profile", tmp_path / "in") as somebody:
        yield somebody


def found(report: ConnectionReport) -> dict[CheckStep, Found]:
    return {each.step: each.found for each in report.findings}


async def test_every_step_is_told_as_it_comes_and_the_friend_calls_back(
    couple: tuple[Party, Party], computer: Computer, checks_of: MakeChecks
) -> None:
    alice, bob = couple
    checks = checks_of(alice, computer)
    report = await checks.report(id_of(bob))
    steps = [len(each.findings) for each in checks.told]
    assert steps == sorted(steps)
    assert steps[0] == 1
    assert [each.step for each in report.findings] == list(CheckStep)
    friend = report.get(CheckStep.FRIEND)
    assert friend is not None
    assert (friend.found, friend.port) == (Found.REACHED, alice.service._people.port)
    assert friend.name == alice.friend.name


async def test_anybody_who_is_there_may_call_where_nobody_is_named(
    couple: tuple[Party, Party], computer: Computer, checks_of: MakeChecks
) -> None:
    alice, _ = couple
    checks = checks_of(alice, computer)
    report = await checks.report(None)
    assert report.friend_id is None
    assert found(report)[CheckStep.FRIEND] is Found.REACHED
    again = await checks.report(None)
    assert found(again)[CheckStep.FRIEND] is Found.TRIED_LATELY


async def test_a_second_order_meanwhile_begins_no_second_check(
    couple: tuple[Party, Party], computer: Computer, checks_of: MakeChecks
) -> None:
    alice, bob = couple
    checks = checks_of(alice, computer)
    computer.may_listen.clear()
    checks.checking.start(id_of(bob))
    await alice.until(lambda: bool(checks.told))
    before = len(checks.told)
    checks.checking.start(id_of(bob))
    assert len(checks.told) == before + 1, "how far it is is told at once"
    computer.may_listen.set()
    await alice.until(lambda: checks.told[-1].is_done)
    assert computer.looks == 1


async def test_a_friend_who_is_away_is_called_and_then_said_to_be_so(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    bob = await ScriptedFriend.of(alone, "Bob")
    report = await checks_of(alone, computer).report(bob.id)
    assert found(report)[CheckStep.FRIEND] is Found.AWAY
    assert found(report)[CheckStep.FIREWALL] is Found.FIREWALL_UNSURE


async def test_a_friend_who_comes_meanwhile_is_asked(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    bob = await ScriptedFriend.of(alone, "Bob")
    checks = checks_of(alone, computer, call_seconds=SECONDS)
    checking = asyncio.create_task(checks.report(bob.id))
    await alone.until(lambda: bool(checks.told))
    async with bob.calls():
        report = await checking
    assert found(report)[CheckStep.FRIEND] is Found.TOO_OLD


async def test_a_friend_without_the_capability_is_not_asked(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    bob = await ScriptedFriend.of(alone, "Bob")
    async with bob.calls():
        checks = checks_of(alone, computer)
        assert found(await checks.report(bob.id))[CheckStep.FRIEND] is Found.TOO_OLD
        assert found(await checks.report(None))[CheckStep.FRIEND] is Found.NOBODY_THERE


async def test_a_blocked_friend_is_not_asked(
    couple: tuple[Party, Party], computer: Computer, checks_of: MakeChecks
) -> None:
    alice, bob = couple
    alice.service.friends.block(id_of(bob))
    await alice.until(lambda: not alice.is_friend_online)
    report = await checks_of(alice, computer).report(id_of(bob))
    assert found(report)[CheckStep.FRIEND] is Found.HELD


async def test_who_is_no_friend_is_not_checked(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    with pytest.raises(UnknownFriendError):
        checks_of(alone, computer).checking.start(FriendId(bytes(32)))


async def test_without_any_network_that_is_the_problem(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    computer.networks = ()
    report = await checks_of(alone, computer).report(None)
    assert found(report) == {
        CheckStep.PORT: Found.LISTENING,
        CheckStep.NETWORK: Found.OFFLINE,
        CheckStep.VPN: Found.NO_VPN,
        CheckStep.FIREWALL: Found.FIREWALL_UNSURE,
        CheckStep.DISCOVERY: Found.NOT_LISTENED,
        CheckStep.FRIEND: Found.NOBODY_THERE,
    }
    assert report.verdict is Verdict.PROBLEM


async def test_an_interface_that_carries_no_multicast_is_told_with_the_command(
    alone: Party, computer: Computer, checks_of: MakeChecks
) -> None:
    computer.heard = None
    finding = (await checks_of(alone, computer).report(None)).get(CheckStep.DISCOVERY)
    assert finding is not None
    assert (finding.found, finding.command) == (Found.NOTHING_HEARD, "sudo ufw allow 5353/udp")


async def test_the_order_of_the_whole_service_checks_this_very_computer(alone: Party) -> None:
    alone.service.check_connection(None)
    await alone.until(
        lambda: any(
            isinstance(each, ConnectionChecked) and each.report.is_done for each in alone.events
        )
    )
    report = [each.report for each in alone.events if isinstance(each, ConnectionChecked)][-1]
    assert [each.step for each in report.findings] == list(CheckStep)


async def test_a_service_that_ends_meanwhile_gives_the_check_up(
    tmp_path: Path, computer: Computer, checks_of: MakeChecks
) -> None:
    computer.may_listen.clear()
    async with party(tmp_path / "profile", tmp_path / "in") as somebody:
        checks = checks_of(somebody, computer)
        checks.checking.start(None)
        await somebody.until(lambda: len(checks.told) >= 4)
    assert not checks.told[-1].is_done
    computer.may_listen.set()

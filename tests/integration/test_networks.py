"""What a whole service makes of the networks around it: visibility, trust, and every change."""

import asyncio
import functools
import ipaddress
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from byhand.domain.events import ProfileChanged, Trouble, TroublesChanged
from byhand.domain.friend import Path as WayThere
from byhand.domain.friend import Presence
from byhand.domain.identity import FriendId
from byhand.domain.profile import Network, Profile, Visibility
from byhand.errors import UnknownFriendError, UsageError
from byhand.network.addresses import Hint, Interface
from byhand.network.discovery import Discovery
from byhand.network.network_identity import NetworkAround
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Addresses
from byhand.service.friend_session import FriendSession
from byhand.storage.settings_store import TRUSTED_KEPT
from tests.helpers.two_services import Party, party, two_services


def network(number: int, name: str, *, router: str = "02:00:00:00:00:01") -> NetworkAround:
    """Return a network behind an interface that does not exist, so that nothing leaves it."""
    address = ipaddress.ip_interface(f"10.{number}.0.7/24")
    interface = Interface(name, 1_000_000 + number, (address,))
    return NetworkAround(interface, f"{number:032x}", router)


HOME, STRANGE = network(1, "wlan0"), network(2, "eth0", router="")
SHOWN_HOME = Network(HOME.id, "10.1.0.0/24 (wlan0)")
SHOWN_STRANGE = Network(STRANGE.id, "10.2.0.0/24 (eth0)", can_be_trusted=False)


class Around:
    """The networks around a service, and the service."""

    def __init__(self, *networks: NetworkAround) -> None:
        self.networks = networks
        self.discover = functools.partial(
            Discovery, find_networks=lambda: self.networks, poll_seconds=0.01
        )


def profile_of(party: Party) -> Profile:
    return [each for each in party.events if isinstance(each, ProfileChanged)][-1].profile


def is_hidden(party: Party) -> bool:
    return party.service._people.discovery._showing.is_hidden


def is_adrift(session: FriendSession) -> bool:
    return session.is_adrift


async def until_networks(party: Party, *networks: Network) -> None:
    await party.until(lambda: profile_of(party).networks == networks)


@pytest.fixture
def around() -> Around:
    return Around(STRANGE, HOME)


@pytest.fixture
async def anna(tmp_path: Path, around: Around) -> AsyncIterator[Party]:
    async with party(tmp_path / "anna", tmp_path / "in", around.discover) as anna:
        await until_networks(anna, SHOWN_HOME, SHOWN_STRANGE)
        yield anna


async def test_the_networks_around_us_are_shown_as_they_come_and_go(
    anna: Party, around: Around
) -> None:
    around.networks = (STRANGE,)
    await until_networks(anna, SHOWN_STRANGE)
    around.networks = ()
    await until_networks(anna)
    assert TroublesChanged(frozenset({Trouble.OFFLINE})) in anna.events


async def test_only_a_few_networks_are_shown_and_no_tunnels(anna: Party, around: Around) -> None:
    tunnel = network(9, "wg0")
    crowd = [network(number, f"eth{number}", router="") for number in range(20, 30)]
    around.networks = (tunnel, *crowd, HOME, network(1, "wlan1"))
    await anna.until(lambda: len(profile_of(anna).networks) == 4)
    shown = profile_of(anna).networks
    assert shown[0] == SHOWN_HOME
    assert tunnel.id not in {each.id for each in shown}


async def test_a_network_is_trusted_from_run_to_run_until_it_is_not(
    tmp_path: Path, around: Around
) -> None:
    for is_trusted in (False, True):
        async with party(tmp_path / "anna", tmp_path / "in", around.discover) as anna:
            await until_networks(anna, Network(HOME.id, SHOWN_HOME.name, is_trusted), SHOWN_STRANGE)
            anna.service.profile.set_trusted(HOME.id, True)
            await until_networks(anna, Network(HOME.id, SHOWN_HOME.name, True), SHOWN_STRANGE)
    async with party(tmp_path / "anna", tmp_path / "in", around.discover) as anna:
        await until_networks(anna, Network(HOME.id, SHOWN_HOME.name, True), SHOWN_STRANGE)
        anna.service.profile.set_trusted(HOME.id, False)
        await until_networks(anna, SHOWN_HOME, SHOWN_STRANGE)
        assert anna.service.profile.settings.trusted_networks == ()


@pytest.mark.parametrize("network_id", [STRANGE.id, "0" * 32, ""])
async def test_only_a_network_that_is_here_and_known_can_be_trusted(
    anna: Party, network_id: str
) -> None:
    with pytest.raises(UsageError):
        anna.service.profile.set_trusted(network_id, True)
    anna.service.profile.set_trusted(network_id, False)
    assert anna.service.profile.settings.trusted_networks == ()


async def test_of_many_trusted_networks_the_oldest_is_forgotten(
    anna: Party, around: Around
) -> None:
    for number in range(10, 11 + TRUSTED_KEPT):
        each = network(number, "wlan0")
        around.networks = (each,)
        await anna.until(lambda each=each: profile_of(anna).networks[:1] == (shown(each),))  # type: ignore[misc]
        anna.service.profile.set_trusted(each.id, True)
    trusted = [each.id for each in anna.service.profile.settings.trusted_networks]
    assert trusted == [network(number, "").id for number in range(11, 11 + TRUSTED_KEPT)]


def shown(around: NetworkAround) -> Network:
    return Network(around.id, around.name)


async def test_who_hides_stays_hidden_from_run_to_run(tmp_path: Path, around: Around) -> None:
    async with party(tmp_path / "anna", tmp_path / "in", around.discover) as anna:
        assert profile_of(anna).visibility is Visibility.FRIENDS
        anna.service.profile.set_visibility(Visibility.NOBODY)
        await anna.until(lambda: profile_of(anna).visibility is Visibility.NOBODY)
    async with party(tmp_path / "anna", tmp_path / "in", around.discover) as anna:
        assert profile_of(anna).visibility is Visibility.NOBODY
        assert is_hidden(anna)
        anna.service.profile.set_visible(600)
        assert profile_of(anna).visible_until > 0
        assert not is_hidden(anna)
        anna.service.profile.set_visible(0)
        assert is_hidden(anna)


async def test_a_new_name_is_shown_wherever_the_old_one_was(anna: Party) -> None:
    anna.service.profile.set_visible(600)
    discovery = anna.service._people.discovery
    anna.service.profile.set_names("Anna II", "laptop")
    nickname = discovery._showing.nickname_on(HOME.interface.index)
    assert nickname is not None
    assert nickname.name == "Anna II"
    assert discovery.tokens() == (nickname.token,)


async def test_everybody_here_is_told_our_addresses_of_now_and_others_are_dialled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two_services(tmp_path) as (anna, marek):
        told: list[Addresses] = []
        sessions = marek.service._people.sessions
        session = sessions.get(marek.friend.id)
        assert session is not None
        handle = session._handle

        def watch(message: object, ready: object) -> None:
            if isinstance(message, Addresses):
                told.append(message)
                marek.grew.set()
            handle(message, ready)  # type: ignore[arg-type]

        monkeypatch.setattr(session, "_handle", watch)
        anna.service._people._networks_changed((HOME,))
        await marek.until(lambda: bool(told))
        (addresses,) = told
        assert tuple(addresses.hints) == anna.service._people.addresses.own_hints()
        assert addresses.seen_you_as
        assert anna.service._people.addresses.networks == (HOME,)


async def test_a_friend_is_dialled_at_once_when_the_network_changes(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (anna, _):
        callers = anna.service._people.sessions._calls
        assert not callers._wakers[anna.friend.id].is_set()
        anna.service._people._networks_changed(())
        assert callers._wakers[anna.friend.id].is_set()


async def test_a_session_from_an_address_that_is_gone_is_replaced_when_another_way_works(
    tmp_path: Path,
) -> None:
    async with two_services(tmp_path) as (anna, marek):
        sessions = anna.service._people.sessions
        old = sessions.get(anna.friend.id)
        assert old is not None
        old.is_adrift = True
        sessions.look_for(anna.friend.id, afresh=True)
        await anna.until(lambda: sessions.get(anna.friend.id) not in (None, old))
        await marek.until(lambda: marek.is_friend_online)
        assert anna.is_friend_online


async def test_a_session_is_adrift_only_while_its_own_address_is_not_ours(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (anna, _):
        session = anna.service._people.sessions.get(anna.friend.id)
        assert session is not None
        session._channel._local_address = ("127.0.0.1", 5000)
        session.move((), ())
        assert not is_adrift(session)  # loopback needs no network
        session._channel._local_address = ("10.1.0.7", 5000)
        session.move((), ())
        assert is_adrift(session)
        session.move({"10.1.0.7"}, ())
        assert not is_adrift(session)
        session._channel._local_address = ("fe80::1%eth0", 5000, 0, 2)
        session.move({"fe80::1"}, ())
        assert not is_adrift(session)


async def test_friends_are_announced_to_in_the_order_in_which_they_were_here(
    tmp_path: Path,
) -> None:
    orders: list[list[FriendId]] = []

    class Watched(Discovery):
        def set_secrets(
            self, friends: Mapping[FriendId, bytes], invites: Mapping[bytes, FriendId | None]
        ) -> None:
            orders.append(list(friends))
            super().set_secrets(friends, invites)

    discover = functools.partial(Watched, find_networks=lambda: ())
    async with party(tmp_path / "anna", tmp_path / "in", discover) as anna:
        people = anna.service._people
        seen = {"never": None, "long ago": 10.0, "now": 5.0, "yesterday": 20.0}
        ids: dict[str, FriendId] = {}
        for name, last_seen in seen.items():
            keys = LocalIdentity.generate().keys
            ids[name] = (await people.book.add(keys, bytes(32), name, "")).id
            way = WayThere.SAME_NETWORK if name == "now" else None
            people.book.set_presence(ids[name], Presence(way, last_seen))
        people.announce()
        order = ("now", "yesterday", "long ago", "never")
        assert orders[-1] == [ids[name] for name in order]


async def test_a_typed_address_is_tried_now_and_after_a_restart(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (anna, marek):
        port = marek.service._people.port
        anna.service.friends.add_address(anna.friend.id, f"localhost:{port}")
        addresses = anna.service._people.addresses
        hint = Hint("localhost", port)
        await asyncio.sleep(0)
        assert hint in addresses.route(anna.friend.id).hints
    async with party(tmp_path / "alice", tmp_path / "in") as anna:
        assert hint in anna.service._people.addresses.route(anna.friend.id).hints


async def test_a_typed_address_must_be_one_and_of_a_friend(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (anna, _):
        with pytest.raises(UsageError):
            anna.service.friends.add_address(anna.friend.id, "not an address")
        with pytest.raises(UnknownFriendError):
            anna.service.friends.add_address(profile_of(anna).id, "localhost")


async def test_a_change_while_a_session_begins_is_told_in_its_greeting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two_services(tmp_path) as (anna, _):
        session = anna.service._people.sessions.get(anna.friend.id)
        assert session is not None
        posted: list[object] = []
        monkeypatch.setattr(session, "post", posted.append)
        session._has_greeted = False
        session.move((), ("tcp://10.1.0.7:47800",))
        assert posted == []
        session._greet()
        assert [each.hints for each in posted if isinstance(each, Addresses)] == [
            ["tcp://10.1.0.7:47800"]
        ]

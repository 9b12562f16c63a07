"""Everything about who can be reached: friends, invites, sessions, the port and discovery."""

import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from byhand.domain.events import Event, FriendAdded, Trouble, TroublesChanged
from byhand.domain.identity import FriendId
from byhand.network.addresses import (
    Hint,
    is_dialable,
    own_hints,
    own_interfaces,
    parse_hint,
)
from byhand.network.discovery import Discovery, Observer
from byhand.network.listener import Listener
from byhand.network.recognition import Findings
from byhand.protocol.credentials import Introduction
from byhand.protocol.handshake import (
    Established,
    FriendEstablished,
    InviteEstablished,
    LaneEstablished,
    PairEstablished,
    answer,
)
from byhand.protocol.messages import Offer, ProfileUpdate
from byhand.service.door import Door
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, Listeners, Ourselves, hello_of
from byhand.service.inviting import Inviting
from byhand.service.nearby_people import NearbyPeople
from byhand.service.pairing import Pairings
from byhand.service.pairing_needs import PairingNeeds
from byhand.service.sessions import Callbacks, Connected, Sessions
from byhand.service.stores import Stores
from byhand.service.told_computers import ToldComputers
from byhand.service.worker import Worker

Discover = Callable[[FriendId, int, Observer], Discovery]
"""Makes the discovery of an id that listens on a port."""


@dataclass(frozen=True, slots=True)
class Concerns:
    """What the rest of the service does about people."""

    tell: Callable[[Event], None]
    spawn: Callable[[Coroutine[None, None, None]], object]
    wait: Callable[[Coroutine[None, None, None]], None]
    introduction: Callable[[], Introduction]
    offered: Callable[[FriendSession, Offer], None]
    ready: Callable[[FriendId], None]
    is_wanted: Callable[[FriendId], bool]
    visibility_ended: Callable[[], None]


class People:
    """Finds friends, talks to them, and lets new ones in."""

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        disk: Worker,
        port: int,
        concerns: Concerns,
        discover: Discover,
    ) -> None:
        self._stores = stores
        self._storage = storage
        self._concerns = concerns
        self._troubles: frozenset[Trouble] = frozenset()
        self._nearby = NearbyPeople(concerns.tell)
        self._met_at = {hint.host for uris in stores.addresses.values() for hint in _parsed(uris)}
        self.book = FriendBook(stores, storage, concerns.tell)
        self._computers = ToldComputers(self.book, concerns.wait)
        self.sessions = Sessions(stores.identity, self.book, disk, self._callbacks())
        self.inviting = Inviting(
            stores.identity,
            self.book,
            concerns.introduction,
            self._invite_hints,
            self._adopt_newcomer,
            concerns.tell,
            self.announce,
        )
        self.pairing = Pairings(stores.identity, self.book, self._pairing_needs())
        own, introduction, lane = stores.identity, concerns.introduction, self.sessions.lane_ticket
        door = Door(own, self.book, introduction, self.inviting, self.pairing, lane)
        self._listener = Listener(
            port, lambda _: answer(door), self._established, known_hosts=self._known_hosts
        )
        self._discovery = discover(own.friend_id, self._listener.port, self._observer())

    @property
    def port(self) -> int:
        """The TCP port that we listen on."""
        return self._listener.port

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen and look for friends until the block ends."""
        async with self.sessions, self._listener, self._discovery:
            self.announce()
            for friend in self.book:
                remembered = self._stores.addresses.get(friend.id, ())
                self.sessions.look_for(friend.id, _parsed(remembered), afresh=True)
            yield

    def present(self) -> Iterator[Event]:
        """Yield what is there, as events."""
        yield TroublesChanged(self._troubles)
        for friend in self.book:
            yield FriendAdded(friend, self.book.presence(friend.id))
        yield from self._nearby.present()
        yield from self.pairing.present()

    def announce(self) -> None:
        """Announce to friends, to holders of our invites and to makers of those we use."""
        invites: dict[bytes, FriendId | None] = {
            invite.psk: None for invite in self.book.invites() if invite.used_by is None
        }
        given = {invite.psk: invite.friend_id for invite in self.inviting.given()}
        self._discovery.set_secrets(self.book.secrets(), {**invites, **given})

    @property
    def visible_until(self) -> float:
        """Until when people nearby see our name, in Unix seconds; 0 when only friends do."""
        return self._discovery.visible_until

    def set_visible(self, name: str, seconds: float) -> None:
        """Show a name to people nearby for a while; 0 ends that."""
        if seconds > 0:
            self._discovery.show_to_everyone(name, seconds)
        else:
            self._discovery.show_to_friends()

    def tell_names(self, name: str, computer: str) -> None:
        """Tell friends who are here what we call ourselves now."""
        self.sessions.post_all(ProfileUpdate(name=name, computer=computer))

    async def remove(self, friend_id: FriendId) -> None:
        """Forget a friend and hang up."""
        self.sessions.forget(friend_id)
        self.pairing.forget(friend_id)
        await self.book.remove(friend_id)
        await self._storage.run(self._stores.database.forget_friend, friend_id)
        self.announce()

    def _established(self, sock: socket.socket, established: Established) -> None:
        match established:
            case FriendEstablished(session, friend_id, timestamp, psk):
                connected = Connected(sock, session, friend_id, timestamp, None)
                self.pairing.friend_called(connected, psk)
            case PairEstablished():
                self.pairing.arrived(sock, established)
            case InviteEstablished():
                self._concerns.spawn(self.inviting.established(sock, established, None))
            case LaneEstablished():
                self.sessions.lane_arrived(sock, established)

    def _adopt_newcomer(
        self,
        sock: socket.socket,
        established: InviteEstablished,
        friend_id: FriendId,
        hint: Hint | None,
    ) -> None:
        self.sessions.adopt(Connected(sock, established.session, friend_id, 0, hint))

    def _observer(self) -> Observer:
        findings = Findings(
            on_candidate=self._seen,
            on_invite_candidate=self._invite_seen,
            on_nearby=self._nearby.appeared,
            on_nearby_gone=self._nearby.gone,
        )
        return Observer(findings, self._trouble_changed, self._concerns.visibility_ended)

    def _callbacks(self) -> Callbacks:
        return Callbacks(
            ourselves=self._ourselves,
            listeners=Listeners(
                offered=self._concerns.offered,
                met_at=self._met,
                hints_told=self._told_hints,
                computer_told=self._computers.called,
                paired=lambda session, message: self.pairing.heard(session, message),  # noqa: PLW0108
            ),
            ready=lambda session: self._concerns.ready(session.friend_id),
            confirmed=self._confirmed,
            gone=self._gone,
            is_wanted=self._concerns.is_wanted,
        )

    def _pairing_needs(self) -> PairingNeeds:
        return PairingNeeds(
            tell=self._concerns.tell,
            wait=self._concerns.wait,
            profile_changed=self._concerns.visibility_ended,
            introduction=self._concerns.introduction,
            hello=lambda: hello_of(self._ourselves()),
            discovery=lambda: self._discovery,
            nearby=self._nearby.get,
            session_with=self.sessions.get,
            adopt=self.sessions.adopt,
            became_friend=self._became_friend,
        )

    def _became_friend(self, friend_id: FriendId, hint: Hint | None) -> None:
        self.announce()
        if hint is not None:
            self._met(friend_id, hint)

    def _ourselves(self) -> Ourselves:
        hints = own_hints(self._listener.port, own_interfaces())
        return Ourselves(
            self._stores.installation_id,
            self._listener.port,
            self._stores.aes_is_faster,
            hints,
        )

    def _invite_hints(self) -> tuple[str, ...]:
        """Return our addresses; the last is for another profile on this same computer."""
        port = self._listener.port
        return (*own_hints(port, own_interfaces()), f"tcp://127.0.0.1:{port}")

    def _seen(self, friend_id: FriendId, hint: Hint) -> None:
        self.sessions.look_for(friend_id, [hint], afresh=True)

    def _invite_seen(self, psk: bytes, hint: Hint) -> None:
        self._concerns.wait(self.inviting.found(psk, hint))

    def _met(self, friend_id: FriendId, hint: Hint) -> None:
        """Remember where a friend answers, for the next time; port 0 does not answer."""
        if hint.port:
            self._met_at.add(hint.host)
            self.sessions.look_for(friend_id, [hint], afresh=False)
            self._concerns.spawn(self._remember(friend_id, hint))

    async def _remember(self, friend_id: FriendId, hint: Hint) -> None:
        database = self._stores.database
        await self._storage.run(database.remember_address, friend_id, str(hint), "", time.time())

    def _told_hints(self, friend_id: FriendId, uris: tuple[str, ...]) -> None:
        """Keep the addresses that a friend says they have, as candidates."""
        interfaces = own_interfaces()
        hints = _parsed(uris)
        good = [hint for hint in hints if is_dialable(hint, interfaces, self._listener.port)]
        self.sessions.look_for(friend_id, good, afresh=False)

    def _trouble_changed(self, trouble: Trouble | None) -> None:
        """Show it; when all is well again, dial everybody afresh."""
        self._troubles = frozenset() if trouble is None else frozenset({trouble})
        self._concerns.tell(TroublesChanged(self._troubles))
        if trouble is None:
            for friend in self.book:
                self.sessions.look_for(friend.id, afresh=True)

    def _known_hosts(self) -> frozenset[str]:
        """Return the addresses where friends were met, or are announced now."""
        return self._discovery.recognised_hosts() | self._met_at

    async def _confirmed(self, connected: Connected) -> None:
        """Keep, before anything is said in a session, what its handshake has confirmed."""
        database = self._stores.database
        await self._storage.run(
            database.set_confirmed_timestamp, connected.friend_id, connected.timestamp_ns
        )
        if connected.hint is not None:
            await self._remember(connected.friend_id, connected.hint)

    async def _gone(self, friend_id: FriendId) -> None:
        if self.book.get(friend_id) is not None:
            await self._storage.run(self._stores.database.set_last_seen, friend_id, time.time())


def _parsed(uris: tuple[str, ...]) -> list[Hint]:
    return [hint for uri in uris if (hint := parse_hint(uri)) is not None]

"""Everything about who can be reached: friends, invites, sessions, the port and discovery."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from byhand.domain.events import (
    Event,
    FriendAdded,
    NearbyAppeared,
    NearbyGone,
    Trouble,
    TroublesChanged,
)
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import (
    Hint,
    is_dialable,
    own_hints,
    own_interfaces,
    parse_hint,
)
from byhand.network.discovery import Discovery, Observer
from byhand.network.listener import Acquaintances, Listener
from byhand.network.recognition import Findings
from byhand.protocol.credentials import Introduction
from byhand.protocol.handshake import (
    Established,
    FriendEstablished,
    InviteEstablished,
    LaneEstablished,
    answer,
)
from byhand.protocol.messages import Offer, ProfileUpdate
from byhand.service.door import Door
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, Listeners, Ourselves
from byhand.service.inviting import Inviting
from byhand.service.sessions import Callbacks, Connected, Sessions
from byhand.service.stores import Stores
from byhand.service.worker import Worker

SAVED_APART_SECONDS = 5.0
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
        self._nearby: dict[str, Nearby] = {}
        self._computers_told: dict[FriendId, str] = {}
        self._met_at = {hint.host for uris in stores.addresses.values() for hint in _parsed(uris)}
        self.book = FriendBook(stores, storage, concerns.tell)
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
        door = Door(
            stores.identity,
            self.book,
            concerns.introduction,
            self.inviting.given,
            self.sessions.lane_ticket,
        )
        known = Acquaintances(self._is_known, self.sessions.awaited_lanes)
        self._listener = Listener(
            port, lambda _: answer(door), self._established, acquaintances=known
        )
        own_id = stores.identity.friend_id
        self._discovery = discover(own_id, self._listener.port, self._observer())

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
        for nearby in self._nearby.values():
            yield NearbyAppeared(nearby)

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
        await self.book.remove(friend_id)
        await self._storage.run(self._stores.database.forget_friend, friend_id)
        self.announce()

    def _established(self, sock: socket.socket, established: Established) -> None:
        match established:
            case FriendEstablished(session, friend_id, timestamp):
                self.sessions.adopt(Connected(sock, session, friend_id, timestamp, None))
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
            on_nearby=self._nearby_appeared,
            on_nearby_gone=self._nearby_gone,
        )
        return Observer(findings, self._trouble_changed, self._concerns.visibility_ended)

    def _callbacks(self) -> Callbacks:
        return Callbacks(
            ourselves=self._ourselves,
            listeners=Listeners(
                self._concerns.offered, self._met, self._told_hints, self._told_computer
            ),
            ready=lambda session: self._concerns.ready(session.friend_id),
            confirmed=self._confirmed,
            gone=self._gone,
            is_wanted=self._concerns.is_wanted,
        )

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

    def _told_computer(self, friend_id: FriendId, computer: str) -> None:
        """Keep what a friend calls their computer; often told, it is seldom saved."""
        is_idle = friend_id not in self._computers_told
        self._computers_told[friend_id] = computer
        if is_idle:
            self._concerns.wait(self._keep_computer(friend_id))

    async def _keep_computer(self, friend_id: FriendId) -> None:
        kept = None
        try:
            while kept != self._computers_told[friend_id]:
                if kept is not None:
                    await asyncio.sleep(SAVED_APART_SECONDS)
                kept = self._computers_told[friend_id]
                await self.book.set_computer(friend_id, kept)
        finally:
            del self._computers_told[friend_id]

    def _nearby_appeared(self, nearby: Nearby) -> None:
        self._nearby[nearby.key] = nearby
        self._concerns.tell(NearbyAppeared(nearby))

    def _nearby_gone(self, key: str) -> None:
        if self._nearby.pop(key, None) is not None:
            self._concerns.tell(NearbyGone(key))

    def _trouble_changed(self, trouble: Trouble | None) -> None:
        """Show it; when all is well again, dial everybody afresh."""
        self._troubles = frozenset() if trouble is None else frozenset({trouble})
        self._concerns.tell(TroublesChanged(self._troubles))
        if trouble is None:
            for friend in self.book:
                self.sessions.look_for(friend.id, afresh=True)

    def _is_known(self, host: str) -> bool:
        """Say whether a friend was met at an address, or is announced there now."""
        bare = host.partition("%")[0]
        return bare in self._met_at or bare in self._discovery.recognised_hosts()

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

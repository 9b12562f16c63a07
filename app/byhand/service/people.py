"""Everything about who can be reached: friends, invites, sessions, the port and discovery."""

import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

from byhand.domain.events import Event, FriendAdded, Trouble, TroublesChanged
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.network.discovery import Discovery, Observer
from byhand.network.listener import Acquaintances, Listener
from byhand.network.network_identity import NetworkAround
from byhand.network.recognition import Findings
from byhand.network.showing import Wishes
from byhand.protocol.handshake import (
    Established,
    FriendEstablished,
    InviteEstablished,
    LaneEstablished,
    MemberEstablished,
    PairEstablished,
    answer,
)
from byhand.protocol.messages import ProfileUpdate
from byhand.service.address_book import AddressBook
from byhand.service.concerns import Concerns
from byhand.service.door import Door
from byhand.service.encounters import Encounters
from byhand.service.first_contacts import FirstContact
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, Listeners
from byhand.service.introductions import IntroductionNeeds
from byhand.service.nearby_people import NearbyPeople
from byhand.service.newcomers import Newcomers
from byhand.service.ourselves import Ourselves, hello_of
from byhand.service.pairing import Pairings
from byhand.service.pairing_needs import PairingNeeds
from byhand.service.sessions import Callbacks, Connected, Sessions
from byhand.service.stores import Stores
from byhand.service.told_computers import ToldComputers
from byhand.service.worker import Worker

Discover = Callable[[FriendId, int, Observer], Discovery]
"""Makes the discovery of an id that listens on a port."""


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
        self.addresses = AddressBook(
            stores.addresses, stores.database.friends, storage, lambda: self.port
        )
        self.book = FriendBook(stores, storage, concerns.tell, self._hold_changed)
        self._computers = ToldComputers(self.book, concerns.spawn, concerns.wait)
        memory, spawn = stores.database.friends, concerns.spawn
        self.encounters = Encounters(self.book, self.addresses, memory, storage, spawn)
        callbacks = self._callbacks()
        self.sessions = Sessions(stores.identity, self.book, self.addresses, disk, callbacks)
        own, introduction = stores.identity, concerns.introduction
        self.newcomers = Newcomers(
            own,
            self.book,
            self.addresses,
            introduction,
            self._adopt_newcomer,
            IntroductionNeeds(self.sessions.get, concerns.tell, concerns.spawn, self.announce),
        )
        self.pairing = Pairings(own, self.book, self._pairing_needs())
        tags = self.sessions.lane_ticket, concerns.members.by_tag
        door = Door(own, self.book, introduction, self.newcomers, self.pairing, *tags)
        known = Acquaintances(self._is_known, self._awaited)
        self._listener = Listener(
            port, lambda _: answer(door), self._established, acquaintances=known
        )
        self.discovery = discover(own.friend_id, self.port, self._observer())

    @property
    def port(self) -> int:
        """The TCP port that we listen on."""
        return self._listener.port

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen and look for friends until the block ends."""
        acquainting = self.newcomers.acquainting
        async with self.sessions, acquainting, self._listener, self.discovery:
            self.announce()
            self.sessions.look_for_all()
            yield

    def present(self) -> Iterator[Event]:
        """Yield what is there, as events."""
        yield TroublesChanged(self._troubles)
        for friend in self.book:
            yield FriendAdded(friend, self.book.presence(friend.id))
        yield from self._nearby.present()
        yield from self.pairing.present()
        yield from self.newcomers.introductions.present()

    def announce(self) -> None:
        """Announce to friends, to whom we agreed to meet, and to both ends of open invites."""
        psks = self.book.secrets()
        friends = sorted(psks, key=self.encounters.seen_at, reverse=True)
        wanted = self.newcomers.introduced() | {friend: psks[friend] for friend in friends}
        self.discovery.set_secrets(wanted, self.newcomers.invites())

    def unanswered(self, friend: FriendId) -> None:
        """Take note that a friend was called in vain: they are announced here, or away."""
        self.encounters.unanswered(friend, is_announced=bool(self.discovery.hints_of(friend)))

    def go_by(self, wishes: Wishes) -> None:
        """Announce ourselves as the user wishes."""
        self.discovery.go_by(wishes)

    async def add_address(self, friend_id: FriendId, hint: Hint) -> None:
        """Try an address that the user has typed, now and from now on."""
        await self.addresses.type(friend_id, hint)
        self.sessions.look_for(friend_id, afresh=True)

    @property
    def visible_until(self) -> float:
        """Until when people nearby see our name, in Unix seconds; 0 when only friends do."""
        return self.discovery.visible_until

    def set_visible(self, seconds: float) -> None:
        """Show our name to people nearby for a while; 0 ends that."""
        if seconds > 0:
            self.discovery.show_to_everyone(self._concerns.introduction().name, seconds)
        else:
            self.discovery.show_to_friends()
        self._concerns.profile_changed()

    def tell_names(self, name: str, computer: str) -> None:
        """Tell friends who are here what we call ourselves now."""
        self.sessions.post_all(ProfileUpdate(name=name, computer=computer))

    async def remove(self, friend_id: FriendId) -> None:
        """Forget a friend and hang up."""
        self.sessions.hang_up(friend_id)
        await self.newcomers.introductions.forget(friend_id)
        self.pairing.forget(friend_id)
        await self.book.remove(friend_id)
        self.sessions.hang_up(friend_id)  # they may have called again meanwhile
        self.addresses.forget(friend_id)
        await self._storage.run(self._stores.database.friends.forget_friend, friend_id)
        self.announce()

    def _established(self, sock: socket.socket, established: Established) -> None:
        match established:
            case FriendEstablished(session, friend_id, timestamp, psk):
                connected = Connected(sock, session, friend_id, timestamp, None)
                self.pairing.friend_called(connected, psk)
            case PairEstablished():
                self.pairing.arrived(sock, established)
            case InviteEstablished():
                contact = FirstContact(sock, established)
                self._concerns.spawn(self.newcomers.established(contact))
            case LaneEstablished():
                self.sessions.lane_arrived(sock, established)
            case MemberEstablished():
                self._concerns.members.arrived(sock, established)

    def _adopt_newcomer(self, connected: Connected) -> None:
        self.sessions.adopt(connected)
        if connected.hint is not None:
            # They may hang up before a word is said, and have us some time later.
            self.sessions.look_for(connected.friend_id, [connected.hint], afresh=False)

    def _observer(self) -> Observer:
        findings = Findings(
            on_candidate=self._seen,
            on_invite_candidate=self._invite_seen,
            on_nearby=self._nearby.appeared,
            on_nearby_gone=self._nearby.gone,
        )
        profile_changed = self._concerns.profile_changed
        return Observer(findings, self._trouble_changed, profile_changed, self._networks_changed)

    def _callbacks(self) -> Callbacks:
        return Callbacks(
            ourselves=self._ourselves,
            listeners=Listeners(
                offered=self._concerns.offered,
                synced=self._concerns.synced,
                met_at=self._met,
                addresses_told=self.addresses.tell,
                computer_told=self._computers.called,
                installation_told=self._computers.installed,
                paired=lambda session, message: self.pairing.heard(session, message),  # noqa: PLW0108
                introduced=lambda by, told: self.newcomers.introductions.heard(by, told),  # noqa: PLW0108
                dial_back=lambda session, said: self.sessions.dial_backs.heard(session, said),  # noqa: PLW0108
                grouped=self._concerns.grouped,
            ),
            ready=self._ready,
            confirmed=self.encounters.confirmed,
            gone=self.encounters.gone,
            is_wanted=self._concerns.is_wanted,
            unanswered=self.unanswered,
        )

    def _pairing_needs(self) -> PairingNeeds:
        return PairingNeeds(
            tell=self._concerns.tell,
            wait=self._concerns.wait,
            set_visible=self.set_visible,
            introduction=self._concerns.introduction,
            hello=lambda: hello_of(self._ourselves()),
            discovery=lambda: self.discovery,
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
        return Ourselves(
            self._stores.installation_id,
            self._listener.port,
            self._stores.aes_is_faster,
            self.addresses.own_hints(),
        )

    def _seen(self, friend_id: FriendId, hint: Hint) -> None:
        """Look where a friend, or whom we agreed to meet, seems to be announced."""
        self.sessions.look_for(friend_id, [hint], afresh=True)
        self.newcomers.acquainting.found(friend_id, hint)

    def _ready(self, session: FriendSession) -> None:
        self.newcomers.ready(session)
        self.announce()
        self._concerns.ready(session)

    def _invite_seen(self, psk: bytes, hint: Hint) -> None:
        self._concerns.wait(self.newcomers.inviting.found(psk, hint))

    def _met(self, friend_id: FriendId, hint: Hint) -> None:
        """Remember where a friend answers, for the next time; port 0 does not answer."""
        if hint.port:
            self.sessions.look_for(friend_id, afresh=False)
            self._concerns.spawn(self.addresses.meet(friend_id, hint))

    def _hold_changed(self, friend: Friend) -> None:
        """Hang up on somebody who is held now; look for somebody who is so no more."""
        if friend.is_held:
            self.pairing.forget(friend.id)
            self.sessions.hang_up(friend.id)
        else:
            self.sessions.look_for(friend.id, afresh=True)
        self.announce()

    def _trouble_changed(self, trouble: Trouble | None) -> None:
        """Show it; when all is well again, dial everybody afresh."""
        self._troubles = frozenset() if trouble is None else frozenset({trouble})
        self._concerns.tell(TroublesChanged(self._troubles))
        if trouble is None:
            self.sessions.look_for_all()

    def _networks_changed(self, networks: tuple[NetworkAround, ...]) -> None:
        """Be found, and find everybody, where we are now."""
        self.addresses.move(networks, self.sessions.here())
        self.sessions.move()
        self._concerns.profile_changed()

    def _awaited(self, host: str) -> int:
        """Return how many lanes and members are about to be dialled from an address."""
        return self.sessions.awaited_lanes(host) + self._concerns.members.awaited(host)

    def _is_known(self, host: str) -> bool:
        """Say whether a friend was met at an address, or is announced there now."""
        bare = host.partition("%")[0]
        return self.addresses.is_met_at(bare) or bare in self.discovery.recognised_hosts()

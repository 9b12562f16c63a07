"""A service for the command line's tests: records each order and answers it with set events."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from byhand.domain.events import (
    Event,
    FriendAdded,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.friend import Friend, Path, Presence
from byhand.domain.group import GroupStanding
from byhand.domain.group_events import GroupChanged
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.plan import AS_IT_IS, SendOptions
from byhand.domain.profile import Profile
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import UnknownFriendError
from tests.helpers.fake_orders import (
    FakeFriendOrders,
    FakeHistoryOrders,
    FakeIntroductionOrders,
    FakePairingOrders,
    FakeProfileOrders,
    FakeQueueOrders,
)

ANNA = Friend(FriendId(b"\xaa" * 32), "Anna Lindqvist", "Anna's laptop")
MAREK = Friend(FriendId(b"\xbb" * 32), "Marek Novák", "desktop")
PROFILE = Profile(FriendId(b"\x11" * 32), "Mira Kohl", "Mira's laptop", "/home/mira", 47800)
HERE = Presence(Path.SAME_NETWORK)
AWAY = Presence()


@dataclass(slots=True)
class ScriptedService:
    """Fits `service.orders.Service`; `reactions` maps an order's name to events that follow."""

    known: dict[Friend, Presence] = field(default_factory=lambda: {ANNA: HERE})
    transfers: list[Transfer] = field(default_factory=list)
    groups: list[GroupStanding] = field(default_factory=list)
    reactions: dict[str, Callable[..., Iterable[Event]]] = field(default_factory=dict)
    orders: list[tuple[Any, ...]] = field(default_factory=list)
    moving: dict[TransferId, Progress] = field(default_factory=dict)
    error: Exception | None = None
    observers: list[Callable[[Event], None]] = field(default_factory=list)
    is_open: bool = False
    is_elsewhere: bool = False
    friends: FakeFriendOrders = field(init=False)
    pairing: FakePairingOrders = field(init=False)
    introductions: FakeIntroductionOrders = field(init=False)
    profile: FakeProfileOrders = field(init=False)
    queue: FakeQueueOrders = field(init=False)
    history: FakeHistoryOrders = field(init=False)

    def __post_init__(self) -> None:
        self.friends = FakeFriendOrders(self._order)
        self.pairing = FakePairingOrders(self._order)
        self.introductions = FakeIntroductionOrders(self._order)
        self.profile = FakeProfileOrders(self._order, lambda **_: None)
        self.queue = FakeQueueOrders(self._order)
        self.history = FakeHistoryOrders(self._order)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["ScriptedService"]:
        if self.error:
            raise self.error
        self.is_open = True
        try:
            yield self
        finally:
            self.is_open = False

    def subscribe(self, observer: Callable[[Event], None]) -> Callable[[], None]:
        observer(ProfileChanged(PROFILE))
        for friend, presence in self.known.items():
            observer(FriendAdded(friend, presence))
        for transfer in self.transfers:
            observer(TransferAdded(transfer))
        for standing in self.groups:
            observer(GroupChanged(standing))
        self.observers.append(observer)
        return lambda: self.observers.remove(observer)

    def emit(self, *events: Event) -> None:
        for event in events:
            for observer in self.observers:
                observer(event)

    def progress(self) -> dict[TransferId, Progress]:
        return self.moving

    def friend_named(self, text: str) -> Friend:
        for friend in self.known:
            if friend.name.lower() == text.lower():
                return friend
        raise UnknownFriendError(text)

    def send(
        self,
        paths: Sequence[str],
        to: FriendId,
        at: str | None = None,
        options: SendOptions = AS_IT_IS,
    ) -> TransferId:
        return self._sent("send", to, tuple(paths), to, at, *_unless(options, AS_IT_IS))

    def send_to_all(
        self,
        paths: Sequence[str],
        to: Sequence[FriendId],
        options: SendOptions = AS_IT_IS,
        at: str | None = None,
    ) -> tuple[TransferId, ...]:
        how = _unless(options, AS_IT_IS)
        return tuple(self._sent("send_to_all", each, tuple(paths), each, at, *how) for each in to)

    def send_text(self, text: str, to: FriendId, at: str | None = None) -> TransferId:
        return self._sent("send_text", to, text, to, at)

    def accept(
        self,
        transfer_id: TransferId,
        folder: str | None = None,
        *,
        chosen: Sequence[int] | None = None,
        updates: bool = False,
        in_group: bool = True,
    ) -> None:
        alone = () if in_group else ("alone",)
        extras = (*_unless(chosen, None), *_unless(updates, False), *alone)
        self._order("accept", transfer_id, folder, *extras)

    def stop_passing_on(self, transfer_id: TransferId) -> None:
        self._order("stop_passing_on", transfer_id)

    def decline(self, transfer_id: TransferId) -> None:
        self._order("decline", transfer_id)

    def cancel(self, transfer_id: TransferId) -> None:
        self._order("cancel", transfer_id)

    def send_again(self, transfer_id: TransferId) -> TransferId:
        self._order("send_again", transfer_id)
        return transfer_id

    def set_transfer_limits(self, transfer_id: TransferId, limits: RateLimits) -> None:
        self._order("set_transfer_limits", transfer_id, limits)

    def remove(self, transfer_id: TransferId) -> None:
        self._order("remove", transfer_id)

    def make_invite(self, hours: float = 24.0, at: Sequence[str] = ()) -> None:
        self._order("make_invite", *((hours, list(at)) if at or hours != 24.0 else ()))

    def add_friend(self, link: str) -> None:
        self._order("add_friend", link)

    def check_connection(self, friend_id: FriendId | None = None, /) -> None:
        self._order("check_connection", friend_id)

    def _sent(self, name: str, to: FriendId, *arguments: Any) -> TransferId:
        """Join what is under way to a friend already if there is something; else begin it."""
        underway = next(
            (each for each in self.transfers if each.friend_id == to and not each.is_final), None
        )
        number = sum(order[0] == name for order in self.orders)
        transfer = underway or Transfer(
            TransferId(bytes([number]) * 16),
            Direction.OUTGOING,
            to,
            "gift",
            TransferState.SCANNING,
            created_at=0.0,
        )
        if underway is None:
            self.emit(TransferAdded(transfer))
        self._order(name, transfer, *arguments)
        return transfer.id

    def _order(self, name: str, *arguments: Any) -> None:
        self.orders.append((name, *arguments))
        reaction = self.reactions.get(name)
        self.emit(*(reaction(*arguments) if reaction else ()))


def _unless(value: object, usual: object) -> tuple[object, ...]:
    return () if value == usual else (value,)


def changed(*transfers: Transfer) -> list[Event]:
    """Return what the service tells when a transfer changes, once for each snapshot."""
    return [TransferChanged(transfer) for transfer in transfers]


def offer(friend: Friend = ANNA, *, number: int = 1, title: str = "Concert videos") -> Transfer:
    """Return an incoming offer of one friend, counted and waiting for an answer."""
    return Transfer(
        TransferId(bytes([number]) * 16),
        Direction.INCOMING,
        friend.id,
        title,
        TransferState.OFFERED,
        created_at=0.0,
        total_files=6,
        total_bytes=1_900_000_000,
        is_counted=True,
    )


def lines_of(stream: io.StringIO) -> list[dict[str, Any]]:
    """Return what has been written as JSON lines."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


async def within(seconds: float, waiting: Any) -> Any:
    """Return what is awaited; TimeoutError instead of a hanging test."""
    return await asyncio.wait_for(waiting, seconds)

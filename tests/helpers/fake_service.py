"""A service without network or disk: it records orders and says what the test tells it to say."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from byhand.domain.events import (
    Event,
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    IntroductionChanged,
    IntroductionGone,
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.group import GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.domain.limits import RateLimits
from byhand.domain.pairing import Pairing, PairingId, PairingWindow
from byhand.domain.plan import AS_IT_IS, SendOptions
from byhand.domain.profile import Profile
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.errors import UnknownFriendError, UsageError
from tests.helpers.fake_orders import (
    BAD_ADDRESS,
    FakeFriendOrders,
    FakeHistoryOrders,
    FakeIntroductionOrders,
    FakePairingOrders,
    FakePictureOrders,
    FakeProfileOrders,
    FakeQueueOrders,
)

Observer = Callable[[Event], None]
PROFILE = Profile(
    id=FriendId(b"me" * 16),
    name="Mira Kohl",
    computer="Mira's laptop",
    downloads="/home/mira/Downloads",
    port=47800,
)

TOO_LONG = "too long"
"""No text like this can be sent."""


class FakeService:
    """Takes the orders of the real one; `orders` lists them as (name, arguments)."""

    is_elsewhere = False

    def __init__(self, profile: Profile = PROFILE) -> None:
        self.orders: list[tuple[object, ...]] = []
        self.friends = FakeFriendOrders(self._record)
        self.pairing = FakePairingOrders(self._record)
        self.introductions = FakeIntroductionOrders(self._record)
        self.profile = FakeProfileOrders(self._record, self._change)
        self.queue = FakeQueueOrders(self._record)
        self.history = FakeHistoryOrders(self._record)
        self.pictures = FakePictureOrders(self._record)
        self.latest: dict[TransferId, Progress] = {}
        self.lost: set[TransferId] = set()
        """Transfers to those who are no friends any more."""
        self._own = profile
        self._friends: dict[FriendId, tuple[Friend, Presence]] = {}
        self._nearby: dict[str, Nearby] = {}
        self._transfers: dict[TransferId, Transfer] = {}
        self._groups: dict[TransferId, GroupStanding] = {}
        self._pairings: dict[PairingId, Pairing] = {}
        self._pairing_window = PairingWindow()
        self._introductions: dict[IntroductionId, Introduced] = {}
        self._observers: list[Observer] = []

    # --- what the window and the command line call

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        observer(ProfileChanged(self._own))
        for friend, presence in self._friends.values():
            observer(FriendAdded(friend, presence))
        for nearby in self._nearby.values():
            observer(NearbyAppeared(nearby))
        observer(PairingWindowChanged(self._pairing_window))
        for pairing in self._pairings.values():
            observer(PairingChanged(pairing))
        for introduced in self._introductions.values():
            observer(IntroductionChanged(introduced))
        for transfer in self._transfers.values():
            observer(TransferAdded(transfer))
        for standing in self._groups.values():
            observer(GroupChanged(standing))
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def progress(self) -> dict[TransferId, Progress]:
        return dict(self.latest)

    def send(
        self,
        paths: Sequence[str],
        to: FriendId,
        at: str | None = None,
        options: SendOptions = AS_IT_IS,
    ) -> TransferId:
        self.orders.append(("send", list(paths), to))
        return TransferId(len(self.orders).to_bytes(16, "big"))

    def send_to_all(
        self,
        paths: Sequence[str],
        to: Sequence[FriendId],
        options: SendOptions = AS_IT_IS,
        at: str | None = None,
    ) -> tuple[TransferId, ...]:
        how = () if options == AS_IT_IS else (options,)
        self.orders.append(("send_to_all", list(paths), list(to), *how))
        first = len(self.orders)
        return tuple(TransferId(bytes(14) + bytes((first, place))) for place in range(len(to)))

    def send_text(self, text: str, to: FriendId, at: str | None = None) -> TransferId:
        if text == TOO_LONG:
            raise UsageError("A text may have up to 1 MiB: send a file instead.")
        self.orders.append(("send_text", text, to))
        return TransferId(len(self.orders).to_bytes(16, "big"))

    def send_again(self, transfer_id: TransferId) -> TransferId:
        if transfer_id in self.lost:
            raise UnknownFriendError(transfer_id.hex())
        self.orders.append(("send_again", transfer_id))
        return TransferId(len(self.orders).to_bytes(16, "big"))

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
        picked = () if chosen is None else (list(chosen),)
        extras = (*picked, *((updates,) if updates else ()), *alone)
        self.orders.append(("accept", transfer_id, folder, *extras))

    def stop_passing_on(self, transfer_id: TransferId) -> None:
        self.orders.append(("stop_passing_on", transfer_id))

    def decline(self, transfer_id: TransferId) -> None:
        self.orders.append(("decline", transfer_id))

    def cancel(self, transfer_id: TransferId) -> None:
        self.orders.append(("cancel", transfer_id))

    def set_transfer_limits(self, transfer_id: TransferId, limits: RateLimits) -> None:
        self.orders.append(("set_transfer_limits", transfer_id, limits))

    def remove(self, transfer_id: TransferId) -> None:
        self.orders.append(("remove", transfer_id))

    def check_connection(self, friend_id: FriendId | None = None, /) -> None:
        if friend_id is not None and friend_id not in self._friends:
            raise UnknownFriendError(friend_id.hex())
        self._record("check_connection", friend_id)

    def make_invite(self, hours: float = 24.0, at: Sequence[str] = ()) -> None:
        if BAD_ADDRESS in at:
            raise UsageError("That is not an address; write it as HOST:PORT.")
        extras = (hours, list(at)) if at or hours != 24.0 else ()
        self.orders.append(("make_invite", *extras))

    def add_friend(self, link: str) -> None:
        self.orders.append(("add_friend", link))

    def friend_named(self, text: str) -> Friend:
        return next(friend for friend, _ in self._friends.values() if friend.name == text)

    # --- what the test calls

    @property
    def observer_count(self) -> int:
        """How many listen."""
        return len(self._observers)

    def emit(self, event: Event) -> None:
        """Remember what an event says and tell every observer."""
        match event:
            case ProfileChanged(profile):
                self._own = profile
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self._friends[friend.id] = friend, presence
            case FriendRemoved(friend_id):
                self._friends.pop(friend_id, None)
            case NearbyAppeared(nearby):
                self._nearby[nearby.key] = nearby
            case NearbyGone(key):
                self._nearby.pop(key, None)
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._transfers[transfer.id] = transfer
            case TransferRemoved(transfer_id):
                self._transfers.pop(transfer_id, None)
            case GroupChanged() | GroupOver():
                self._remember_group(event)
            case _:
                self._remember_meeting(event)
        for observer in list(self._observers):
            observer(event)

    def change(self, transfer_id: TransferId, state: TransferState, **changes: object) -> Transfer:
        """Bring a transfer into another state and tell it."""
        transfer = replace(self._transfers[transfer_id], state=state, **changes)
        self.emit(TransferChanged(transfer))
        return transfer

    def _remember_group(self, event: GroupChanged | GroupOver) -> None:
        match event:
            case GroupChanged(standing):
                self._groups[standing.transfer_id] = standing
            case GroupOver(transfer_id):
                self._groups.pop(transfer_id, None)

    def _remember_meeting(self, event: Event) -> None:
        match event:
            case PairingWindowChanged(window):
                self._pairing_window = window
            case PairingChanged(pairing) if pairing.is_final:
                self._pairings.pop(pairing.id, None)
            case PairingChanged(pairing):
                self._pairings[pairing.id] = pairing
            case IntroductionChanged(introduced):
                self._introductions[introduced.id] = introduced
            case IntroductionGone(introduction_id):
                self._introductions.pop(introduction_id, None)
            case _:
                pass

    def _record(self, *order: object) -> None:
        self.orders.append(order)

    def _change(self, **changes: object) -> None:
        self.emit(ProfileChanged(replace(self._own, **changes)))

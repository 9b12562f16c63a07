"""What window and command line may ask of the service: the seam where tests put theirs.

Orders return at once; what comes of them is told as events.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from byhand.domain.events import Event
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.friend import Friend, Policy
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.domain.limits import RateLimits
from byhand.domain.pairing import PairingId
from byhand.domain.plan import AS_IT_IS, SendOptions
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.service.history_orders import HistoryOrders
from byhand.service.profile_orders import ProfileOrders


class FriendOrders(Protocol):
    """What the user says of a friend."""

    def rename(self, friend_id: FriendId, name: str, /) -> None:
        """Give a friend, or with them the whole person, another name; UsageError if it is taken."""

    def remove(self, friend_id: FriendId, /) -> None:
        """Forget a friend; what is under way with them ends."""

    def block(self, friend_id: FriendId, /) -> None:
        """Let nothing come from a friend, nor go to them; what is under way ends."""

    def unblock(self, friend_id: FriendId, /) -> None:
        """Take a friend back, as sure of them as before."""

    def set_mine(self, friend_id: FriendId, is_mine: bool, /) -> None:
        """Keep a friend among the user's own computers, or among other people."""

    def join(self, friend_id: FriendId, person: FriendId, /) -> None:
        """Show a friend as another computer of a person; UsageError if that may not be believed.

        Of two rivals only a verified newcomer may join the one whose name it came by.
        """

    def keep_apart(self, friend_id: FriendId, name: str, /) -> None:
        """Say that a newcomer is somebody else than their rival, and what to call them."""

    def set_policy(self, friend_id: FriendId, policy: Policy, /) -> None:
        """Say what happens to a friend's offers; UsageError for one not verified."""

    def set_limits(self, friend_id: FriendId, limits: RateLimits, /) -> None:
        """Say how fast bytes go to a friend and come from them; UsageError for what cannot be."""

    def confirm_moved(self, friend_id: FriendId, /) -> None:
        """Say that a friend's identity has moved to another computer, and is not a copy."""

    def add_address(self, friend_id: FriendId, address: str, /) -> None:
        """Try HOST or HOST:PORT, too, to reach a friend, and remember it; UsageError."""


class PairingOrders(Protocol):
    """Becoming friends in person, and comparing codes with friends."""

    def open(self) -> None:
        """Let people nearby see us and ask to be paired, for 120 s; PairingWindowChanged."""

    def close(self) -> None:
        """Let nobody ask any more; a pairing under way is refused."""

    def pair(self, nearby_key: str, /, *, is_mine: bool = False) -> None:
        """Pair with somebody nearby; PairingChanged tells how it goes."""

    def accept(self, pairing_id: PairingId, /, *, is_mine: bool = False) -> None:
        """Say yes to somebody who asks to be paired, or to compare codes."""

    def compare_codes(self, friend_id: FriendId, /) -> None:
        """Compare codes with a friend who is there; UsageError for one who is not."""

    def type_code(self, pairing_id: PairingId, digits: str, /) -> None:
        """Give the half that the other side has read out; what is no digit does not count."""

    def put_off(self, pairing_id: PairingId, /) -> None:
        """Become friends now and compare codes another time."""

    def refuse(self, pairing_id: PairingId, /, *, codes_differ: bool = False) -> None:
        """End a pairing; nothing of it is kept."""


class IntroductionOrders(Protocol):
    """Making friends of friends."""

    def introduce(self, friend_id: FriendId, other: FriendId, /) -> None:
        """Introduce two friends to each other; UsageError unless both are there and can do that."""

    def answer(self, introduction_id: IntroductionId, /, *, agrees: bool) -> None:
        """Agree to become friends with somebody whom a friend introduces, or not."""

    def dismiss(self, introduction_id: IntroductionId, /) -> None:
        """Take one that has ended off the screen."""


class QueueOrders(Protocol):
    """What the user says of transfers that are not over."""

    def pause(self, transfer_id: TransferId, /) -> None:
        """Hold a transfer until `resume`; the friend sees who holds it."""

    def resume(self, transfer_id: TransferId, /) -> None:
        """Let a transfer go on, as far as it is up to us."""

    def pause_all(self) -> None:
        """Hold every transfer that is not over."""

    def resume_all(self) -> None:
        """Let every transfer go on."""

    def move(self, transfer_id: TransferId, before: TransferId | None, /) -> None:
        """Put a transfer before another one, or last."""

    def put_off(self, transfer_id: TransferId, /) -> None:
        """Decide later about an offer; the friend is told so."""

    def leave_out(self, transfer_id: TransferId, entries: Sequence[int], /) -> None:
        """Cancel some entries of a transfer, by their index; the rest goes on."""

    def retry(self, transfer_id: TransferId, /) -> TransferId:
        """Offer once more what failed of a transfer of ours; UsageError if nothing did."""

    def request_files(
        self, transfer_id: TransferId, first: int, count: int, query: FileQuery = EVERY_FILE, /
    ) -> None:
        """Tell some entries of a transfer that fit, and where each stands, by FilesPage."""

    def request_room(self, folder: str, /) -> None:
        """Tell how much room there is for files in a folder, by RoomTold."""

    def show_text(self, transfer_id: TransferId, /) -> None:
        """Tell what a text that was sent or received says, by TextShown."""


class Service(Protocol):
    """Everything that window and command line ask for."""

    @property
    def friends(self) -> FriendOrders: ...

    @property
    def pairing(self) -> PairingOrders: ...

    @property
    def introductions(self) -> IntroductionOrders: ...

    @property
    def profile(self) -> ProfileOrders: ...

    @property
    def queue(self) -> QueueOrders: ...

    @property
    def history(self) -> HistoryOrders: ...

    @property
    def is_elsewhere(self) -> bool:
        """Whether another process does what is ordered, and goes on when this one ends."""

    def subscribe(self, observer: Callable[[Event], None], /) -> Callable[[], None]:
        """Tell an observer everything that is there, then every change; return what ends that."""

    def progress(self) -> Mapping[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""

    def friend_named(self, text: str, /) -> Friend:
        """Return the friend of a name, of "NAME/COMPUTER", or of ≥ 8 digits of an id.

        Of a person with several computers it is the one last used, those who are there first.
        Raises UnknownFriendError.
        """

    def send(
        self,
        paths: Sequence[str],
        to: FriendId,
        at: str | None = None,
        options: SendOptions = AS_IT_IS,
    ) -> TransferId:
        """Offer files and folders to a friend, now or when they are back.

        What is on its way to them already is joined. `at` is an address to try as well. Raises
        UnknownFriendError, UsageError.
        """

    def send_to_all(
        self,
        paths: Sequence[str],
        to: Sequence[FriendId],
        options: SendOptions = AS_IT_IS,
        at: str | None = None,
    ) -> tuple[TransferId, ...]:
        """Offer the same to each of some friends, who may pass it on to each other.

        Returns a transfer for each, in their order; `options.group` says whether it may be
        passed on. `at` is tried for each. Raises as `send`, before anybody is offered anything.
        """

    def send_text(self, text: str, to: FriendId, at: str | None = None) -> TransferId:
        """Offer a text, which is shown instead of saved; at most 1 MiB. Raises as `send`."""

    def send_again(self, transfer_id: TransferId, /) -> TransferId:
        """Offer the same files to the same friend once more; UsageError, UnknownFriendError."""

    def accept(
        self,
        transfer_id: TransferId,
        folder: str | None = None,
        *,
        chosen: Sequence[int] | None = None,
        updates: bool = False,
        in_group: bool = True,
    ) -> None:
        """Take what is offered, into a folder; of it `chosen`: ranges [start, count, …].

        `updates`: a folder of that name that is there is brought up to date. `in_group`: pieces
        of what was offered to others, too, may come from them and go to them.
        """

    def stop_passing_on(self, transfer_id: TransferId, /) -> None:
        """Let the others have no more of what is all here; it stays as it is."""

    def decline(self, transfer_id: TransferId) -> None:
        """Do not take what is offered."""

    def cancel(self, transfer_id: TransferId) -> None:
        """End a transfer."""

    def set_transfer_limits(self, transfer_id: TransferId, limits: RateLimits, /) -> None:
        """Say how fast one transfer goes; UsageError for what cannot be."""

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list; nobody gets more of it from here."""

    def make_invite(self, hours: float = 24.0, at: Sequence[str] = ()) -> None:
        """Make a link that turns whoever uses it into a friend; InviteMade tells it.

        It is good for at most 7 days. `at`: HOST or HOST:PORT where we can be reached besides
        our own addresses. UsageError for what cannot be.
        """

    def check_connection(self, friend_id: FriendId | None = None, /) -> None:
        """Find out what stands between us and a friend, or anybody; ConnectionChecked tells.

        A friend who is there is asked to dial back. UnknownFriendError.
        """

    def add_friend(self, link: str, /) -> None:
        """Become a friend of whoever made a link; AddingFriend tells how it goes."""

"""An outgoing transfer that was accepted: opened first, then sent, over any number of sessions."""

from collections.abc import Callable, Iterable

from byhand.domain.bottleneck import Activity
from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan
from byhand.domain.transfer import EntryState, Standing
from byhand.protocol.messages import Status
from byhand.service.accepted_sources import NotOpened, Opened, Opening
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.sending import Sending
from byhand.service.surroundings import CancelOrder, Surroundings, Tick
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry


class AcceptedSending:
    """Hears what is said while it is being opened as soon as it is open."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        ed25519_public: bytes,
        around: Surroundings,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        """`put` hears Opened, which is for `handle`, or NotOpened."""
        self._row = row
        self._ed25519_public = ed25519_public
        self._around = around
        self._put = put
        self._opening = Opening(row, around, put, put_from_thread)
        self._sending: Sending | None = None
        self._early: list[object] = []
        self._session: FriendSession | None = None
        self._number = 0
        # What holds us up, as the receiver was told last in the session.
        self._said = Activity.IDLE
        self._is_held = True
        self.has_turn = False
        """Whether it is among those that may send now."""

    @property
    def wants_turn(self) -> bool:
        """Say whether there is something to send that its turn would let go."""
        return self._sending is not None and self._sending.wants_turn

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""
        sending = self._sending
        return Standing(EntryState.WAITING) if sending is None else sending.entry_state(entry)

    def start(self, sources: Spool[SourceEntry] | None = None, *, is_fresh: bool = False) -> None:
        """Open it; see `Opening.start`."""
        self._opening.start(sources, is_fresh=is_fresh)

    def is_lost(self, event: NotOpened) -> bool:
        """Say whether it cannot be opened any more."""
        return self._opening.is_meant(event)

    def attach(self, session: FriendSession, number: int) -> None:
        """Go on in a session, in which data frames name the transfer by a number."""
        self._session, self._number = session, number
        self._said = Activity.IDLE
        if self._sending is not None:
            self._sending.attach(session, number)

    def detach(self) -> None:
        """The session is gone; what the user wants holds in the next one, too."""
        self._session = None
        self._early = [each for each in self._early if isinstance(each, CancelOrder)]
        if self._sending is not None:
            self._sending.detach()

    def forget_early(self) -> None:
        """Forget what was said before it is open: entries are going to be counted anew."""
        self._early.clear()

    def hold(self, *, is_held: bool) -> None:
        """Send nothing while it is held."""
        self._is_held = is_held
        if self._sending is not None:
            self._sending.hold(is_held=is_held)

    def give_turn(self, *, has_turn: bool) -> None:
        """Let it send, or wait; both sides show that it does."""
        self.has_turn = has_turn
        if self._sending is not None:
            self._sending.give_turn(has_turn=has_turn)
        self._say_turn(others_first=self.wants_turn and not has_turn)

    def written(self, status: Status) -> None:
        """Go by what the receiver has."""
        if self._sending is not None:
            self._sending.written(status)

    def handle(self, event: object) -> None:
        """Handle what the other side says, the user wants and the lanes do."""
        if isinstance(event, Opened):
            self._opened(event)
        elif self._sending is None:
            if not isinstance(event, Tick):
                self._early.append(event)
        else:
            self._sending.handle(event)
            self._say_what_slows()

    def forget(self) -> None:
        """Let go of it, and of what was read of it: it is not accepted any more."""
        self.detach()
        self.forget_early()
        sending, self._sending = self._sending, None
        self._around.spawn(self._forget(sending))

    async def settle(self) -> None:
        """Return once nothing is being opened."""
        await self._opening.settle()

    async def close(self, unheard: Iterable[object]) -> None:
        """Let go of it, to go on with it later unless it has ended; StorageError.

        `unheard` is what came too late to be handled, until nothing was being opened any more.
        """
        is_over = self._row.now.is_final
        for event in unheard:
            if isinstance(event, Opened):
                self._opening.close(event, is_over=is_over)
        await self._opening.settle()
        if self._sending is not None:
            await self._sending.close(is_over=is_over)

    def _say_turn(self, *, others_first: bool) -> None:
        now = self._row.now
        if others_first == now.others_first or now.is_final:
            return
        self._row.update(others_first=others_first)
        self._say_status()

    def _say_what_slows(self) -> None:
        """Tell what holds us up, when it is something else."""
        if self._row.slowing.here is not self._said and not self._row.now.is_final:
            self._say_status()

    def _say_status(self) -> None:
        if self._session is None:
            return
        now, self._said = self._row.now, self._row.slowing.here
        why = Code.BUSY if now.others_first else Code.OK
        status = Status(transfer_id=now.id, written=0, blocked=why, held_up_by=self._said)
        self._session.post(status)

    async def _forget(self, sending: Sending | None) -> None:
        await self._opening.settle()
        if sending is not None:
            await sending.close(is_over=True)
        await self._around.memory.forget_journal(self._row.id)

    def _opened(self, opened: Opened) -> None:
        if self._sending is not None or not self._opening.is_meant(opened):
            self._opening.close(opened, is_over=True)
            return
        totals = opened.totals
        self._row.update(total_files=totals.files, total_bytes=totals.bytes)
        self._sending = Sending(self._row, opened, self._ed25519_public, self._around, self._put)
        self._sending.give_turn(has_turn=self.has_turn)
        if self._session is not None:
            self._sending.attach(self._session, self._number)
        self._sending.hold(is_held=self._is_held)
        early, self._early = self._early, []
        for event in early:
            self._sending.handle(event)

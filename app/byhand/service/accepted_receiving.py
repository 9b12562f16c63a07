"""An incoming transfer that was accepted: it finds its place on a disk, arrives, and is saved."""

from collections.abc import Callable, Sequence

from byhand.domain.codes import Code
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import HELD_STATES, EntryState, Standing, TransferState
from byhand.engine.reports import JournalFailed, ReceivingFailed
from byhand.errors import ByhandError, DiskFullError, StorageError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Cancel, Roots, Sent, Source, Status
from byhand.protocol.resume_messages import HashAnswer, Pieces
from byhand.service.disk_block import DiskBlock
from byhand.service.disk_jobs import DiskJobs
from byhand.service.disk_reports import NotRestored, Prepared, Room, Saved
from byhand.service.early_words import EarlyWords, Word
from byhand.service.friend_session import FriendSession
from byhand.service.part import Part
from byhand.service.receiving import Receiving
from byhand.service.row import Row
from byhand.service.saving import Saving
from byhand.service.skipping import NotHeldBack
from byhand.service.surroundings import Reported, Surroundings, Tick, code_of

_S = TransferState
_MOVING = HELD_STATES | {_S.ACTIVE}
TICKS_TO_RESTORE = 10


class AcceptedReceiving:
    """Goes on by itself once a disk that refused takes more: `block` says why it waits.

    A disk that is not there, any more or after a stop, may come back, too.
    """

    def __init__(
        self,
        row: Row[IncomingPlan],
        identity: LocalIdentity,
        around: Surroundings,
        disk: DiskJobs,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears NotRecorded when the end could not be written down, and Reported."""
        self.block = DiskBlock()
        self._row = row
        self._around = around
        self._put = put
        self._disk = disk
        self._saving = Saving(row, identity, around, put)
        # Why we wait, as the sender was told last in the session.
        self._said = Code.OK
        self._receiving: Receiving | None = None
        self._session: FriendSession | None = None
        # Which session we end: nothing is received in it any more.
        self._ending: FriendSession | None = None
        self._unwanted: list[Sequence[int]] = []
        self._early = EarlyWords()
        self._part, self._ticks = Part(), 0

    def entry_state(self, entry: int) -> Standing:
        """Return where one entry stands, and why; from any thread."""
        receiving = self._receiving
        return Standing(EntryState.WAITING) if receiving is None else receiving.entry_state(entry)

    def start(self, prepared: Prepared) -> None:
        """Receive into what was prepared, or found again."""
        self._receiving = Receiving(self._row, prepared, self._around, self._put)
        self._part = prepared.part
        self.block.found(prepared.arrival.recorder)
        totals = prepared.totals
        self._row.update(total_files=totals.files, total_bytes=totals.bytes)

    def start_over(self) -> None:
        """Forget everything: it is offered once more."""
        self.detach()
        self._stop_receiving()
        self._unwanted.clear()
        self.block.clear()
        self._disk.start_over()

    # Sessions

    def attach(self, session: FriendSession, number: int) -> None:
        """Receive in a session, in which data frames name the transfer by a number."""
        if session is self._ending:
            return
        self._session = session
        if self._receiving is not None and self._row.state is _S.FINALIZING:
            self._receiving.attach_for_end(session, number)
        elif self._receiving is not None:
            self._receiving.attach(session, number)
            self._part.attach(session)
            for event in self._early.take():
                self._take(self._receiving, event)
        # The sender passes over what is wished for while it takes us for blocked.
        if self._said is not self.block.code:
            self._say_status()

    def detach(self) -> None:
        """Take nothing more of the session."""
        self._session, self._said = None, Code.OK
        self._early.take()
        self._row.update(others_first=False)
        if self._receiving is not None:
            self._receiving.detach()
        self._part.detach()

    def hold(self, *, is_held: bool) -> None:
        """Wish for nothing while it is held."""
        if self._receiving is not None and self._row.state is not _S.FINALIZING:
            self._receiving.hold(is_held=is_held)
            # Without the sender the others go on.
            self._part.hold(is_held=self._row.state in (_S.PAUSED, _S.BLOCKED))
            if self._row.state is _S.PAUSED:
                self._disk.settle()

    def go_on(self) -> None:
        """Receive what was thought to be here, once nobody holds it; nothing was saved."""
        if self._receiving is not None:  # else the disk has failed since, and it is found again
            self._row.move(_S.STALLED)
            self._receiving.go_on()

    def give_up_texts(self, entries: Sequence[int]) -> None:
        """Save what there is but for these, which are no texts."""
        if self._receiving is not None:
            self._receiving.give_up_texts(entries)
            self._disk.save()

    # What happens

    def handle(self, event: object) -> Code:
        """Handle what the other side says and the disk does; return why it failed, or OK."""
        match event:
            case Status(blocked=code, held_up_by=number):
                self._row.update(others_first=code is Code.BUSY)
                self._row.slowing.hear(number)
            case Tick():
                self._tick()
            case Room():
                self._there_is_room()
            case NotRestored(error):
                self._block(error)
            case Saved() if self._receiving is not None:
                self._saving.start(self._receiving, event)
            case Reported(by, report) if self._receiving is not None:
                if by is self._receiving.mark:
                    return self._reported(report)
            case Source() | Roots() | Cancel() | Pieces() if self._receiving is None:
                self._keep(event)
            case _ if self._receiving is not None and self._row.state in _MOVING:
                self._take(self._receiving, event)
                self.look_for_end()
        return Code.OK

    def refused(self, error: ByhandError) -> Code:
        """Wait until the disk takes it again; return any reason for which it never will."""
        if isinstance(error, DiskFullError):
            self._block(error)
            if self.block.is_in_doubt:
                self._disk.doubt()
            return Code.OK
        if not self.block.loses(error):
            return code_of(error)
        self._block(error)
        if self._receiving is not None:
            self._let_go()
        return Code.OK

    def cancel_entries(self, ranges: Sequence[int]) -> None:
        """Take entries no more, as our user wants; the sender is told."""
        if self._receiving is None:
            self._unwanted.append(ranges)
        elif self._row.state in _MOVING:
            self._receiving.cancel_entries(ranges, is_told=False)
            self.look_for_end()

    def cancel_unwanted(self) -> None:
        """Do so with what our user did not want before there was anything to receive into."""
        unwanted, self._unwanted = self._unwanted, []
        for ranges in unwanted:
            self.cancel_entries(ranges)

    def look_for_end(self) -> None:
        """Save what is complete: for that the friend need not be here."""
        receiving = self._receiving
        may_end = self._row.state in (_S.ACTIVE, _S.STALLED) and self.block.code is Code.OK
        if receiving is not None and may_end and receiving.is_over():
            receiving.give_up_wrong()
            self._row.move(_S.FINALIZING)
            self._disk.wait_for(receiving.stop())
            self._disk.save()

    def _keep(self, event: Word) -> None:
        """Take it later; of more than is kept the sender speaks again in another session."""
        if self._session is not None and not self._early.keep(event):
            self._end_session()

    def _end_session(self) -> None:
        """Hear no more of it: in another session the sender tells everything anew."""
        if self._session is not None:
            self._ending = self._session
            self._around.spawn(self._session.close(Code.OK))
        self.detach()

    def _take(self, receiving: Receiving, event: object) -> None:
        if self._session is None:
            return  # it was said in a session that we end
        match event:
            case Source():
                receiving.source_failed(event)
            case Roots():
                receiving.proven(event)
            case HashAnswer():
                receiving.answered(event)
            case Sent():
                receiving.served(event)
            case Cancel(entries=list(entries)):
                receiving.cancel_entries(entries, is_told=True)
            case Pieces():
                self._part.hashes_told(event)

    def _reported(self, report: object) -> Code:
        if isinstance(report, ReceivingFailed | JournalFailed):
            return self.refused(report.error)
        if isinstance(report, NotHeldBack) and self._receiving is not None:
            self._part.released(self._receiving.released(report))
        self.look_for_end()
        return Code.OK

    def _tick(self) -> None:
        self._ticks += 1
        self._saving.retry()
        receiving = self._receiving
        if receiving is None:
            if self.block.code is not Code.OK and self._ticks % TICKS_TO_RESTORE == 0:
                self._disk.restore()
            return
        self._around.spawn(receiving.tell_given_up())
        if self._row.state in _MOVING:
            self._say_status()
            if not self._part.is_fed:
                receiving.look_for_silence()
            if receiving.take_leftovers():
                self._disk.remove_given_up()
            if self.block.code is not Code.OK:
                self._disk.look_for_room()
            self.look_for_end()

    # A disk that refuses

    def _block(self, error: ByhandError) -> None:
        self.block.set(error)
        self._say_status()

    def _say_status(self) -> None:
        if self._session is None:
            return
        self._said = self.block.code
        if self._receiving is not None:
            self._receiving.say_status(self.block.code)
        else:
            status = Status(transfer_id=self._row.id, written=0, blocked=self.block.code)
            self._session.post(status)

    def _there_is_room(self) -> None:
        """Go on: the disk takes more again."""
        if self._receiving is None:
            return
        try:
            self._receiving.unblock()
        except StorageError:
            self._let_go()
            self._disk.restore()
            return
        self.block.clear()
        self._say_status()

    def _let_go(self) -> None:
        """Believe what was flushed, to be found again; what the sender vouched for is forgotten."""
        self._end_session()
        self._stop_receiving()
        self._disk.doubt()

    def _stop_receiving(self) -> None:
        """Forget what is received into; nothing is ordered of the disk before that has stopped."""
        receiving, self._receiving = self._receiving, None
        part, self._part = self._part, Part()
        if receiving is not None:
            self._disk.wait_for(receiving.stop())
            self._disk.wait_for(part.close(self._row.now))

    async def close(self) -> None:
        """Take nothing more, and let go of what is on the disk; StorageError."""
        self.detach()
        if self._receiving is not None:
            await self._receiving.stop()
        if await self._part.close(self._row.now):
            self._disk.leave_entries_open()
        await self._disk.close()

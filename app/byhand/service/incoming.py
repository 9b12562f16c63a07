"""One incoming transfer, from the OFFER to our FINISHED."""

import asyncio

from byhand.domain.codes import Code
from byhand.domain.manifest import totals_of
from byhand.domain.transfer import Transfer, TransferState
from byhand.engine.reports import FrameArrived, LaneEnded, ReceivingFailed, ReceivingReport
from byhand.errors import (
    ByhandError,
    DiskFullError,
    RemoteProtocolError,
    UnsafeNameError,
)
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    Offer,
    Roots,
    Sent,
    Source,
    Verdict,
    Withdraw,
)
from byhand.service.disk_jobs import Checked, DiskJobs, DiskRefused, Lied, Saved
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.manifest_reader import ManifestReader
from byhand.service.receiving import Accepted, Prepared, Receiving
from byhand.service.row import Row
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    LimitOrder,
    ShutdownOrder,
    Surroundings,
    Tick,
    code_of,
)

_S = TransferState
_BEFORE_SAVING = frozenset({_S.CHECKING, _S.ACTIVE})


class Incoming:
    """Runs one incoming transfer: everything that concerns it comes through its inbox."""

    def __init__(
        self,
        transfer: Transfer,
        offer: Offer,
        session: FriendSession,
        identity: LocalIdentity,
        around: Surroundings,
    ) -> None:
        self._row = Row(transfer, around.queue)
        self._number = offer.number
        self._session: FriendSession | None = session
        self._identity = identity
        self._around = around
        self._inbox: asyncio.Queue[object] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._manifest = ManifestReader()
        self._digest = b""
        self._jobs = DiskJobs(around, self.put)
        self._receiving: Receiving | None = None

    def put(self, event: object) -> None:
        """Put a message, a report or an order into the inbox; on the loop's thread."""
        self._inbox.put_nowait(event)

    @property
    def was_accepted(self) -> bool:
        """Say whether anything was received."""
        return self._receiving is not None

    async def run(self) -> None:
        """Run until a final state; staging is gone afterwards."""
        try:
            while not self._row.now.is_final:
                self._guarded(await self._inbox.get())
        finally:
            await self._let_go()

    def _guarded(self, event: object) -> None:
        try:
            self._handle(event)
        except RemoteProtocolError as exc:
            self._row.end(_S.FAILED, Code.PROTOCOL)
            if self._session is not None:
                self._session.fail(exc)
        except Exception:
            self._cancel_with(Code.INTERNAL)
            raise

    def _handle(self, event: object) -> None:
        match event:
            case Entries():
                self._list(event)
            case AcceptOrder(folder):
                self._accept(folder)
            case DeclineOrder() | CancelOrder():
                self._refused_by_us(event)
            case LimitOrder(limits):
                self._row.update(limits=limits)
            case ShutdownOrder():
                self._closed_by_us()
            case Withdraw() | Cancel(entries=None):
                self._ended_by_them(event)
            case SessionEnded():
                self._session_lost()
            case Checked() | Lied() | Prepared() | Saved() | DiskRefused() | ReceivingFailed():
                self._after_disk(event)
            case _:
                self._while_receiving(event)

    def _after_disk(
        self, event: Checked | Lied | Prepared | Saved | DiskRefused | ReceivingFailed
    ) -> None:
        match event:
            case Checked():
                self._checked(event)
            case Lied(error):
                raise error
            case Prepared():
                self._start(event)
            case Saved(paths):
                self._saved(paths)
            case DiskRefused(error) | ReceivingFailed(error):
                self._disk_refused(error)

    def _while_receiving(self, event: object) -> None:
        """Handle what concerns an accepted transfer; before or after, it changes nothing."""
        if self._receiving is None or self._row.state is not _S.ACTIVE:
            return
        match event:
            case Source():
                self._receiving.source_failed(event)
            case Roots():
                self._receiving.proven(event)
            case Sent():
                self._receiving.served(event)
            case Tick():
                self._receiving.say_status()
            case FrameArrived() | LaneEnded():
                pass
        if self._receiving.is_over():
            self._receiving.give_up_wrong()
            self._row.move(_S.FINALIZING)
            self._jobs.save(self._receiving)

    # The offer

    def _list(self, message: Entries) -> None:
        """Take a part of the manifest and show how much it is by now."""
        if self._row.state is not _S.OFFERED:
            return
        try:
            more = totals_of(self._manifest.read(message))
        except UnsafeNameError:
            self._answer(Verdict.DECLINE, Code.NAME_REFUSED)
            self._row.end(_S.FAILED, Code.NAME_REFUSED)
            return
        self._row.update(
            total_files=self._row.now.total_files + more.files,
            total_bytes=self._row.now.total_bytes + more.bytes,
        )
        if message.end is not None:
            policy = self._around.policy_of(self._row.now.friend_id)
            self._jobs.check(self._manifest, message.end, policy)

    def _checked(self, event: Checked) -> None:
        """Let the user answer, or their policy: the one that was judged by, if it holds still."""
        self._digest = event.digest
        policy = self._around.policy_of(self._row.now.friend_id)
        if policy is None or event.policy != policy or self._row.state is not _S.OFFERED:
            self._row.update(is_counted=True, is_folder=event.is_folder)
            return
        folder = policy.folder or self._row.now.folder
        self._row.move(
            _S.CHECKING,
            is_counted=True,
            is_folder=event.is_folder,
            folder=folder,
            accepted_by_policy=True,
        )
        self._prepare(folder)

    def _accept(self, folder: str) -> None:
        if self._row.state is not _S.OFFERED or not self._row.now.is_counted:
            return
        self._row.move(_S.CHECKING, folder=folder, code=Code.OK, missing_bytes=0)
        self._prepare(folder)

    def _prepare(self, folder: str) -> None:
        accepted = Accepted(self._row.id, self._number, tuple(self._manifest.entries), self._digest)
        self._jobs.prepare(accepted, folder, self._hear)

    def _start(self, prepared: Prepared) -> None:
        """Answer only now: until there is room nothing has been promised."""
        if self._row.state is not _S.CHECKING or self._session is None:
            return
        accepted = Accepted(self._row.id, self._number, tuple(self._manifest.entries), self._digest)
        prepared.arrival.pieces.bucket = self._around.flow_of(self._row.now).down
        self._receiving = Receiving(self._row, accepted, prepared, self._session)
        self._answer(Verdict.ACCEPT, Code.OK)
        self._around.declines.accepted(self._row.now.friend_id)
        self._around.used(self._row.now.friend_id)
        self._row.move(_S.ACTIVE)
        self._receiving.start()
        self._while_receiving(FrameArrived(0))

    # The end

    def _saved(self, paths: tuple[str, ...]) -> None:
        assert self._receiving is not None
        self._receiving.say_finished(self._identity, self._around.own_id, paths)
        if paths:
            self._around.used(self._row.now.friend_id)
        if not self._receiving.failed:
            self._row.end(_S.DONE)
        elif paths:
            self._row.end(_S.PARTLY_DONE)
        else:
            self._row.end(_S.FAILED, self._row.now.problems[0].code)

    def _disk_refused(self, error: ByhandError) -> None:
        """Tell both sides; before anything was received the offer stays open for another try."""
        missing = error.missing_bytes if isinstance(error, DiskFullError) else None
        self._row.update(missing_bytes=missing or 0)
        if self._row.state is _S.CHECKING:
            self._row.move(_S.OFFERED, code=code_of(error), accepted_by_policy=False)
            return
        self._cancel_with(code_of(error))
        self._row.end(_S.FAILED, code_of(error))

    def _ended_by_them(self, message: Withdraw | Cancel) -> None:
        """End as the sender says, unless everything is here and being saved."""
        code = message.code if isinstance(message, Cancel) else Code.CANCELLED
        if self._row.state is _S.OFFERED:
            self._row.end(_S.WITHDRAWN, code)
        elif self._row.state in _BEFORE_SAVING:
            self._row.end(_S.CANCELLED if code is Code.CANCELLED else _S.FAILED, code)

    def _refused_by_us(self, order: DeclineOrder | CancelOrder) -> None:
        if self._row.state is _S.OFFERED:
            if isinstance(order, DeclineOrder) and self._row.now.code is Code.OK:
                self._around.declines.refused(self._row.now.friend_id)
            # Whoever declines after the disk refused has its reason, and the sender may know.
            self._answer(Verdict.DECLINE, self._row.now.code or Code.DECLINED)
            self._row.end(_S.DECLINED, Code.DECLINED, by_me=True)
        elif self._row.state in _BEFORE_SAVING:
            self._cancel_with(Code.CANCELLED)
            self._row.end(_S.CANCELLED, Code.CANCELLED, by_me=True)

    def _closed_by_us(self) -> None:
        """End with the program; what is being saved is saved."""
        if self._row.state is _S.FINALIZING:
            return
        if self._row.state is _S.ACTIVE:
            self._cancel_with(Code.SHUTDOWN)
        self._row.end(_S.FAILED, Code.SHUTDOWN, by_me=True)

    def _session_lost(self) -> None:
        """What was not answered comes again with the friend; what is being saved is saved."""
        self._session = None
        if self._row.state in (_S.OFFERED, _S.CHECKING):
            self._row.end(_S.WITHDRAWN, Code.CONNECTION_LOST)
        elif self._row.state is _S.ACTIVE:
            self._row.end(_S.FAILED, Code.CONNECTION_LOST)

    async def _let_go(self) -> None:
        """Take nothing more, and leave nothing half-written behind."""
        if self._session is not None:
            self._session.unroute(self._row.id)
        if self._receiving is not None:
            self._receiving.let_go()
        try:
            await self._jobs.let_go()
        finally:
            self._around.ended(self._row.id)

    def _answer(self, verdict: Verdict, code: Code) -> None:
        if self._session is not None:
            answer = Answer(
                transfer_id=self._row.id, digest=self._digest, verdict=verdict, code=code
            )
            self._session.post(answer)

    def _cancel_with(self, code: Code) -> None:
        if self._session is not None:
            self._session.post(Cancel(transfer_id=self._row.id, code=code))

    def _hear(self, report: ReceivingReport) -> None:
        """Take a report from a lane's thread."""
        self._loop.call_soon_threadsafe(self.put, report)

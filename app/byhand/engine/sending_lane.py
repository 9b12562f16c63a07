"""A sending lane: one thread in which transfers take turns to send what their receivers want."""

import logging
import socket
import threading
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from time import monotonic

from byhand.domain.bottleneck import Activity
from byhand.engine.bandwidth import Pacer
from byhand.engine.lane_orders import Drop, Hold, Push, Stop
from byhand.engine.payload_aim import PayloadAim
from byhand.engine.proving import complete
from byhand.engine.reports import LaneEnded, SendingFailed, WishServed
from byhand.engine.wish_frames import Outlet, WishFrames
from byhand.engine.wishes import Wish
from byhand.errors import ByhandError, LocalProtocolError, StorageError
from byhand.network.lane import FrameSender
from byhand.noise.cipher_state import CipherState

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    """What is being sent of a transfer: the steps of one wish, and the wishes after it."""

    push: Push
    frames: WishFrames
    waiting: deque[Wish]
    completes: bool
    is_held: bool = False
    steps: Generator[float | None, None, None] = field(default_factory=lambda: (_ for _ in ()))

    def all_steps(self) -> Generator[float | None, None, None]:
        """Send everything, and find out what is missing; what comes while it does, too.

        Yields how many seconds there is nothing to do, where a group may bring something.
        """
        while self.waiting or self.completes:
            if self.waiting:
                yield from self.frames.of(self.waiting.popleft())
            else:
                self.completes = False
                yield from complete(self.push.pieces)

    def hold(self, *, is_held: bool) -> None:
        """Let it wait for its turn, or take it again."""
        self.is_held = is_held
        self.push.pieces.watch.switch(Activity.IDLE)


class SendingLane:
    """One data connection on which we send; transfers take turns frame by frame.

    One that its limits hold back is passed over: it holds up no other.
    """

    def __init__(
        self,
        index: int,
        sock: socket.socket,
        cipher: CipherState,
        ended: Callable[[LaneEnded], None],
        pacer: Pacer | None = None,
    ) -> None:
        self.index = index
        self._socket = sock
        self._outlet = Outlet(FrameSender(sock, cipher), pacer or Pacer(), PayloadAim())
        self._ended = ended
        self._orders: SimpleQueue[Push | Drop | Hold | Stop] = SimpleQueue()
        self._jobs: dict[int, _Job] = {}
        self._thread = threading.Thread(target=self._run, name=f"sending-lane-{index}", daemon=True)

    def start(self) -> None:
        """Start the thread, which owns the socket from now on."""
        self._thread.start()

    def order(self, order: Push | Drop | Hold | Stop) -> None:
        """Hand an order to the thread; it is read between two steps."""
        self._orders.put(order)
        self._outlet.pacer.wake()

    def close(self, patience_seconds: float = 1.0) -> None:
        """End the lane, by force after a while, and join its thread."""
        self.order(Stop())
        self._thread.join(patience_seconds)
        if self._thread.is_alive():
            self.interrupt()
            self._thread.join()

    def interrupt(self) -> None:
        """Wake the thread from a blocked send; the lane ends."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            logger.debug("lane %d was down already", self.index)
        self.order(Stop())

    def _run(self) -> None:
        error: ByhandError | None = None
        try:
            while self._take_orders():
                self._take_turns()
            self._outlet.sender.finish()
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in a sending lane")
            error = LocalProtocolError(str(exc))
        finally:
            for number in list(self._jobs):
                self._end_job(number)
            self._socket.close()
            self._ended(LaneEnded(self.index, error, self._outlet.sender.frames))

    def _take_orders(self) -> bool:
        """Take all orders that are there, waiting for one if idle; False when told to stop."""
        while True:
            try:
                order = self._orders.get(block=not self._going())
            except Empty:
                return True
            match order:
                case Push():
                    self._start_job(order)
                case Drop(number):
                    self._end_job(number)
                case Hold(number, is_held):
                    if number in self._jobs:
                        self._jobs[number].hold(is_held=is_held)
                case Stop():
                    return False

    def _start_job(self, push: Push) -> None:
        number = push.pieces.number
        push.pieces.epoch = push.epoch
        earlier = self._jobs.get(number)
        if push.extends and earlier is not None:
            earlier.push = push
            earlier.waiting.extend(push.wishes)
            earlier.completes |= push.completes
            earlier.is_held = False
            return
        self._end_job(number)
        frames = WishFrames(push.pieces, self._outlet)
        job = _Job(push, frames, deque(push.wishes), push.completes)
        job.steps = job.all_steps()
        self._jobs[number] = job

    def _end_job(self, number: int) -> None:
        """Forget a transfer; whatever file of it is being read is closed."""
        job = self._jobs.pop(number, None)
        if job is not None:
            job.steps.close()
            job.push.pieces.watch.switch(Activity.IDLE)

    def _going(self) -> list[tuple[int, _Job]]:
        return [(number, job) for number, job in self._jobs.items() if not job.is_held]

    def _take_turns(self) -> None:
        """Let every transfer that may go do one step; if none may, wait for the first."""
        waits = [self._take_turn(number, job) for number, job in self._going()]
        if all(waits):
            self._outlet.pacer.wait(min(waits))

    def _take_turn(self, number: int, job: _Job) -> float:
        """Do one step, which sends at most one frame; return how many seconds to wait, mostly 0."""
        watch = job.push.pieces.watch
        wait = self._outlet.pacer.seconds_to_turn(job.push.pieces.bucket)
        if wait:
            watch.switch(Activity.LIMIT)
            return wait
        watch.switch(Activity.COMPUTING)
        started_at, before = monotonic(), self._outlet.sender.frames
        pause = self._do_step(job)
        if pause is None:
            self._end_job(number)
        elif self._outlet.sender.frames > before:
            self._outlet.aim.took(monotonic() - started_at)
        watch.switch(Activity.IDLE)  # others have their turns
        return pause or 0.0

    def _do_step(self, job: _Job) -> float | None:
        """Do one step of a transfer; return how long it then waits, None after the last.

        That is told.
        """
        try:
            return next(job.steps) or 0.0
        except StopIteration:
            pass
        except StorageError as exc:
            job.push.pieces.tell(SendingFailed(exc))
            return None
        if job.waiting or job.completes:  # it was extended at the last moment
            job.steps = job.all_steps()
            return 0.0
        push, frames = job.push, self._outlet.sender.frames
        push.pieces.tell(WishServed(push.epoch, self.index, frames, push.needs))
        return None

"""One session of a liar: a real handshake, messages both ways, and lanes that they dial."""

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Coroutine
from random import Random
from typing import Final

from byhand.errors import ByhandError
from byhand.network.addresses import Hint
from byhand.network.handshaking import run_handshake
from byhand.noise.cipher_state import CipherState
from byhand.protocol.codec import decode_message
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader, decode_header, frame_bytes, is_end
from byhand.protocol.handshake import FriendEstablished, LaneEstablished, lane_ticket, open_lane
from byhand.protocol.message import Message
from byhand.protocol.messages import Lanes
from byhand.protocol.records import RECORD_PAYLOAD_BYTES, open_record, seal
from tests.fuzz.frame_lies import FrameLies
from tests.fuzz.mouth import Mouth
from tests.helpers.stranger import connected

HANDSHAKE_SECONDS: Final = 20.0


class Inflow:
    """Records as they come over a socket."""

    def __init__(self, sock: socket.socket, opening: CipherState) -> None:
        self._sock = sock
        self._opening = opening
        self._received = bytearray()

    async def record(self) -> bytes | None:
        """Return the next plaintext, None when the other side has hung up."""
        size = await self._take(2)
        sealed = size and await self._take(int.from_bytes(size, "big"))
        return open_record(self._opening, sealed) if sealed else None

    async def _take(self, count: int) -> bytes | None:
        while len(self._received) < count:
            try:
                more = await asyncio.get_running_loop().sock_recv(self._sock, 2**18)
            except OSError:
                return None
            if not more:
                return None
            self._received += more
        taken = bytes(self._received[:count])
        del self._received[:count]
        return taken


class LaneOut:
    """A lane on which the liar sends."""

    def __init__(self, index: int, sock: socket.socket, sealing: CipherState) -> None:
        self.index = index
        self.frames = 0
        self.is_stalled = False
        self._sock = sock
        self._sealing = sealing
        self._turn = asyncio.Lock()

    async def send(self, frame: bytes, record_bytes: int = RECORD_PAYLOAD_BYTES) -> None:
        """Send a frame, in records of so many bytes; nothing while the lane is stalled."""
        if self.is_stalled:
            return
        parts = range(0, len(frame), record_bytes)
        async with self._turn:
            wire = [seal(self._sealing, frame[at : at + record_bytes]) for at in parts]
            await self.send_raw(b"".join(wire))
        self.frames += 1

    async def send_raw(self, wire: bytes) -> None:
        """Send bytes as they are; that nobody listens any more is no matter."""
        try:
            await asyncio.get_running_loop().sock_sendall(self._sock, wire)
        except OSError:
            self.is_stalled = True

    async def break_off(self, frame: bytes, rng: Random) -> None:
        """Hang up amid a record, or amid a frame."""
        wire = seal(self._sealing, frame[: rng.randint(1, min(len(frame), RECORD_PAYLOAD_BYTES))])
        await self.send_raw(wire[: rng.choice((1, 2, 3, len(wire) // 2, len(wire)))])
        self.is_stalled = True
        self._sock.close()


class Talk:
    """A session: `hear` is told every message, `hear_frame` what comes on lanes."""

    def __init__(
        self,
        sock: socket.socket,
        established: FriendEstablished,
        at: Hint,
        mouth: Mouth,
        frame_lies: FrameLies,
        heard: "Counter[str]",
    ) -> None:
        self.session = established.session
        self.mouth = mouth
        self.frame_lies = frame_lies
        self.has_ended = asyncio.Event()
        self.hear: Callable[[Message], None] = lambda _: None
        self.hear_frame: Callable[[int, FrameHeader, bytes], None] = lambda *_: None
        self.cuts_after = -1
        """After how many messages of ours the connection is cut; negative: never."""
        self._heard = heard
        self._sock = sock
        self._at = at
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._lanes: list[socket.socket] = []
        self._lane: asyncio.Future[LaneOut] | None = None
        self._next_index = 0

    def start(self) -> None:
        """Begin to listen and to speak."""
        self.spawn(self._listen())
        self.spawn(self._speak())

    def spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Do something until the session ends."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def say(self, message: Message) -> None:
        """Say something, or what the mouth makes of it."""
        for content in self.mouth.contents(message):
            self.say_content(content)

    def say_content(self, content: bytes) -> None:
        """Send any content in a record that verifies."""
        self._outbox.put_nowait(content)

    async def sending_lane(self) -> LaneOut:
        """Return the lane on which we send, opened now if there is none."""
        if self._lane is None or (self._lane.done() and self._lane.result().is_stalled):
            self._lane = asyncio.get_running_loop().create_future()
            self._next_index += 2
            self.say(Lanes(indices=[self._next_index - 2], direction=0))
        return await asyncio.shield(self._lane)

    def hear_lanes(self, lanes: Lanes) -> None:
        """Dial what was announced: ours, which was echoed, or theirs."""
        for index in lanes.indices:
            if lanes.direction == 1:
                self.say(Lanes(indices=[index], direction=1))
            self.spawn(self._dial(index, lanes.direction))

    async def close(self) -> None:
        """Hang up."""
        self.has_ended.set()
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for sock in (*self._lanes, self._sock):
            sock.close()

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.has_ended.set()
            asyncio.get_running_loop().call_exception_handler(
                {"message": "a liar broke down, or was lied to", "exception": error}
            )

    async def _listen(self) -> None:
        inflow = Inflow(self._sock, self.session.receiving)
        while (content := await inflow.record()) is not None:
            message = decode_message(content)
            assert message is not None, "a message that nobody knows"
            self._heard[type(message).__name__] += 1
            self.hear(message)
        self.has_ended.set()

    async def _speak(self) -> None:
        loop = asyncio.get_running_loop()
        while self.cuts_after != 0:
            content = await self._outbox.get()
            try:
                await loop.sock_sendall(self._sock, seal(self.session.sending, content))
            except OSError:
                break
            self.cuts_after -= 1
        if self.cuts_after == 0:
            self.has_ended.set()

    async def _dial(self, index: int, direction: int) -> None:
        ticket = lane_ticket(self.session, index, direction, 1)
        sock = await connected(self._at)
        self._lanes.append(sock)
        try:
            async with asyncio.timeout(HANDSHAKE_SECONDS):
                established = await run_handshake(sock, open_lane(ticket))
        except (ByhandError, EOFError, OSError):
            return  # whoever lied about a lane is not let in
        assert isinstance(established, LaneEstablished)
        if direction == 0:
            if self._lane is not None and not self._lane.done():
                self._lane.set_result(LaneOut(index, sock, established.session.sending))
            return
        await self._read(index, Inflow(sock, established.session.receiving))

    async def _read(self, index: int, inflow: Inflow) -> None:
        while (record := await inflow.record()) is not None and not is_end(record):
            header = decode_header(record)
            frame = bytearray(record)
            while len(frame) < frame_bytes(header):
                if (more := await inflow.record()) is None:
                    return
                frame += more
            assert len(frame) == frame_bytes(header)
            self.hear_frame(index, header, bytes(frame[HEADER_BYTES:]))

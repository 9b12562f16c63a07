"""A sender who keeps to the protocol; whatever lies there are the mouth makes."""

import asyncio
from typing import Final

from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.ranges import decode_ranges
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    HASH_BYTES,
    FrameHeader,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    Finished,
    Need,
    Roots,
    Sent,
    Source,
    SourceRow,
    Verdict,
)
from byhand.protocol.records import RECORD_PAYLOAD_BYTES
from byhand.protocol.resume_messages import HashAnswer, HashAsk, Pause, Pieces, Resume
from tests.fuzz.gift import Gift
from tests.fuzz.talk import LaneOut, Talk

FRAGMENT_BYTES: Final = 100 * KIB
LANE_TROUBLE: Final = 0.03
"""How often a liar does something to a lane itself, a frame."""


class Giver:
    """Hands one gift over, in one session after another."""

    def __init__(self, gift: Gift, change: tuple[int, bytes] | None = None) -> None:
        """`change`: a file that becomes another one meanwhile, and its new content."""
        self.gift = gift
        self._change_to_come = change
        self._chosen: list[int] = gift.files()
        self.talk: Talk | None = None
        self._serving: asyncio.Task[None] | None = None
        self._wish: list[tuple[int, int]] = []
        self._epoch = self._needs = 0
        self._is_held = False
        self._same: set[tuple[int, int, bytes]] = set()

    def begin(self, talk: Talk) -> None:
        """Take up a session; unless the victim has been offered the gift, it is now."""
        self.talk = talk
        self._epoch = self._needs = 0
        self._wish, self._serving, self._is_held = [], None, False
        self._same.clear()
        if not self.gift.is_offered:
            self._offer()
        elif self.gift.is_accepted and self.gift.sender.generations:
            self._tell_changes()

    def hear(self, message: Message) -> None:
        """Do as a sender does about a message on this gift."""
        match message:
            case Answer(verdict=Verdict.ACCEPT):
                self._hear_choice(message)
            case Answer(verdict=Verdict.DECLINE) | Cancel(entries=None) | Finished():
                self.gift.is_over = True
                self._stop()
            case ErrorReport(code=Code.NOT_FOUND, about=4):
                self._offer()
            case Need():
                self._hear_wish(message)
            case Pause() | Resume():
                self._is_held = isinstance(message, Pause)
                if self._is_held:
                    self._stop()
            case _:
                self._hear_of_hashes(message)

    def _hear_choice(self, answer: Answer) -> None:
        self.gift.is_accepted = True
        if answer.chosen is not None:
            chosen = decode_ranges(answer.chosen, len(self.gift.entries))
            self._chosen = [at for at in self.gift.files() if at in chosen]

    def _hear_of_hashes(self, message: Message) -> None:
        match message:
            case HashAsk():
                asked = decode_ranges(message.entries, len(self.gift.entries))
                rows = [(at, self.gift.root(at)) for at in self.gift.files() if at in asked]
                self._say(HashAnswer(transfer_id=self.gift.id, rows=rows))
            case Pieces():
                for number in range(len(message.hashes) // HASH_BYTES):
                    named = message.hashes[number * HASH_BYTES :][:HASH_BYTES]
                    self._same.add((message.entry, message.first + number, named))

    def _offer(self) -> None:
        assert self.talk is not None
        self._stop()
        self.gift.is_offered = True
        self._say(self.gift.offer())
        for part in self.gift.told(self.talk.mouth.known.rng):
            self._say(part)

    def _hear_wish(self, need: Need) -> None:
        if need.add and need.epoch == self._epoch:
            self._needs += 1
        elif need.epoch > self._epoch:
            self._epoch, self._needs, self._wish = need.epoch, 1, []
            self._stop()
        else:
            return
        if need.wants is None:
            self._wish += self.gift.everything(self._chosen)
        for want in need.wants or ():
            for start, end in decode_ranges(want.ranges, 2**32):
                self._wish += [(want.entry, piece) for piece in range(start, min(end, start + 64))]
        if not need.more and self.talk is not None and not self._is_held:
            self._stop()
            self._serving = self.talk.spawn(self._serve(self._epoch, self._needs))

    async def _serve(self, epoch: int, needs: int) -> None:
        assert self.talk is not None
        lane = await self.talk.sending_lane()
        while self._wish:
            entry, piece = self._wish.pop(0)
            for header, hashes, payload in self._frames(entry, piece):
                for frame in self.talk.frame_lies.frames(header, hashes, payload):
                    await self._send(lane, frame)
        if self._change_to_come is not None and self._change_to_come[0] in self._chosen:
            self._change(*self._change_to_come)
        self._say(Roots(transfer_id=self.gift.id, rows=self.gift.roots()))
        self._say(
            Sent(
                transfer_id=self.gift.id,
                epoch=epoch,
                lanes=[(lane.index, lane.frames)],
                ok=len(self._chosen),
                needs=needs,
            )
        )

    async def _send(self, lane: LaneOut, frame: bytes) -> None:
        assert self.talk is not None
        lies = self.talk.frame_lies
        if lies.rate and lies.rng.random() < LANE_TROUBLE:
            trouble = lies.rng.choice(("stall", "break off", "crumbs"))
            lies.lies[f"lane {trouble}"] += 1
            if trouble == "stall":
                lane.is_stalled = True
            elif trouble == "break off":
                await lane.break_off(frame, lies.rng)
            else:
                crumb = len(frame) // lies.rng.choice((2, 60, 70))
                await lane.send(frame, min(max(crumb, 1), RECORD_PAYLOAD_BYTES))
            return
        await lane.send(frame)

    def _frames(self, entry: int, piece: int) -> list[tuple[FrameHeader, bytes, bytes]]:
        """Return the frames of a piece or pack; of one that there is not, none."""
        assert self.talk is not None
        rng, gift = self.talk.frame_lies.rng, self.gift
        try:
            content = gift.pack(piece) if entry == PACK_INDEX else self._piece(entry, piece)
        except (IndexError, AssertionError, RemoteProtocolError):
            return []
        if not content:
            return []
        digest = blake3(content).digest()
        generation = gift.sender.generations.get(entry, 0) if entry != PACK_INDEX else 0

        def header(flags: int, offset: int = 0, payload: int = 0) -> FrameHeader:
            return FrameHeader(
                *(flags, 1, gift.number, entry, piece, offset, payload, generation, 0)
            )

        if entry != PACK_INDEX and not any(content) and rng.random() < 0.8:
            return [(header(FLAG_ZERO), b"", b"")]
        if (entry, piece, digest) in self._same:
            self._same.discard((entry, piece, digest))
            return [(header(FLAG_SAME), b"", b"")]
        if len(content) > FRAGMENT_BYTES and rng.random() < 0.4:
            parts = range(0, len(content), FRAGMENT_BYTES)
            return [
                (
                    header(
                        FLAG_FRAGMENT
                        | (0 if at else FLAG_HASHES)
                        | (FLAG_LAST if at == parts[-1] else 0),
                        at,
                        len(content[at : at + FRAGMENT_BYTES]),
                    ),
                    b"" if at else digest,
                    content[at : at + FRAGMENT_BYTES],
                )
                for at in parts
            ]
        return [(header(FLAG_HASHES, 0, len(content)), digest, content)]

    def _piece(self, entry: int, piece: int) -> bytes:
        if self.gift.packs.pack_of(entry) is not None:
            return self.gift.sender.content(entry)
        return self.gift.sender.piece(entry, piece)

    def _change(self, entry: int, content: bytes) -> None:
        """Say that a file is another one by now: the receiver asks anew."""
        self._change_to_come = None
        self.gift.change(entry, content)
        self._tell_changes()

    def _tell_changes(self) -> None:
        generations = self.gift.sender.generations.items()
        rows = [SourceRow(entry, Code.SOURCE_CHANGED, each) for entry, each in generations]
        self._say(Source(transfer_id=self.gift.id, rows=rows))

    def _stop(self) -> None:
        if self._serving is not None:
            self._serving.cancel()

    def _say(self, message: Message) -> None:
        if self.talk is not None:
            self.talk.say(message)

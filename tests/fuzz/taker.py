"""A receiver who keeps to the protocol; whatever lies there are the mouth makes."""

import time
from typing import Final

from blake3 import blake3

from byhand.domain.columns import columns_of
from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import PACK_INDEX, Packs, file_root, piece_count
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import TransferId
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.data_frame import FrameHeader
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    Finished,
    Need,
    Offer,
    Sent,
    Source,
    Status,
    Verdict,
    Withdraw,
)
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.protocol.resume_messages import HashAsk, Phase, Pieces, Role, SyncRow
from tests.fuzz.talk import Talk
from tests.helpers.outbound import FrameLog

ABSURD_TIMES: Final = (0, 2**63, 2**64 - 1)

EPOCHS: Final = 5
"""How often the taker wishes for the same in a session."""


class Taker:
    """Takes one transfer of the victim's, in one session after another."""

    def __init__(self, offer: Offer, identity: LocalIdentity, sender: FriendId) -> None:
        self.id = TransferId(offer.transfer_id)
        self.number = offer.number
        self.is_over = False
        self.is_accepted = False
        self.digest = b""
        self.finished: Finished | None = None
        self._identity = identity
        self._sender = sender
        self.talk: Talk | None = None
        self._entries: list[Entry] = []
        self._log: FrameLog | None = None
        self._lane_frames: dict[int, int] = {}
        self._sent: Sent | None = None
        self._epoch = 0
        self._generations: dict[int, int] = {}
        self._failed: set[int] = set()

    def begin(self, talk: Talk) -> None:
        """Take up a session."""
        self.talk = talk
        self._epoch, self._sent = 0, None
        self._lane_frames.clear()

    def row(self) -> SyncRow:
        """Return what SYNC says of it."""
        phase = Phase.ACCEPTED if self.is_accepted else Phase.OFFERED
        return SyncRow(self.id, Role.RECEIVER, phase, self.digest, 0, False)

    def hear(self, message: Message) -> None:
        """Do as a receiver does about a message on this transfer."""
        match message:
            case Offer():
                self.number, self._entries, self.digest = message.number, [], b""
                self.is_accepted = False
            case Entries():
                self._entries += [
                    Entry(each.components, each.kind, each.size, each.allocated, each.mtime_ns)
                    for each in message.entries
                ]
                if message.end is not None:
                    self.digest = message.end.digest
                    self._answer()
            case Cancel(entries=None) | Withdraw():
                self.is_over = True
            case Cancel(entries=list(ranges)):
                given_up = decode_ranges(ranges, len(self._entries))
                self._failed |= {at for at in self._files() if at in given_up}
                self._judge()
            case Source():
                self._hear_source(message)
            case Sent():
                self._sent = message
                self._judge()

    def go_on(self) -> None:
        """Wish for what is missing, as one does once both have said SYNC."""
        if self.is_accepted:
            self._need()

    def hear_frame(self, lane: int, header: FrameHeader, body: bytes) -> None:
        """Take a frame of this transfer."""
        self._lane_frames[lane] = self._lane_frames.get(lane, 0) + 1
        if self._log is not None:
            self._log.take(header, body)
        self._judge()

    def passed(self, lane: int) -> None:
        """Take note of a frame of another transfer."""
        self._lane_frames[lane] = self._lane_frames.get(lane, 0) + 1
        self._judge()

    def _answer(self) -> None:
        assert self.talk is not None
        rng = self.talk.mouth.known.rng
        columns = columns_of(self._entries)
        self._log = FrameLog(columns, Packs(columns))
        if rng.random() < 0.1:
            self._say(Answer(transfer_id=self.id, verdict=Verdict.LATER))
        if rng.random() < 0.05:
            self._say(Answer(transfer_id=self.id, verdict=Verdict.DECLINE))
            self.is_over = True
            return
        self.is_accepted = True
        self._say(Answer(transfer_id=self.id, verdict=Verdict.ACCEPT, digest=self.digest))
        if rng.random() < 0.3:
            asked = [0, len(self._entries)]
            self._say(HashAsk(transfer_id=self.id, entries=asked))
        if rng.random() < 0.2:
            for at in filter(self._size, self._files()):
                piece = bytes(32)
                self._say(
                    Pieces(transfer_id=self.id, entry=at, first=0, generation=0, hashes=piece)
                )
        self._need()

    def _need(self) -> None:
        self._epoch += 1
        self._sent = None
        self._say(Need(transfer_id=self.id, epoch=self._epoch))

    def _want_again(self) -> None:
        """Wish for what did not come, and at last give it all up."""
        if self._epoch < EPOCHS:
            self._need()
            return
        self.is_over = True
        self._say(Cancel(transfer_id=self.id))

    def _hear_source(self, source: Source) -> None:
        for row in source.rows:
            if row.generation == FAILED_GENERATION:
                self._failed.add(row.entry)
            else:
                self._generations[row.entry] = row.generation
        if self.is_accepted:
            self._need()

    def _judge(self) -> None:
        """Say how it ended once all has come that SENT speaks of."""
        sent = self._sent
        if sent is None or sent.epoch != self._epoch or self.is_over or self._log is None:
            return
        if any(self._lane_frames.get(lane, 0) < frames for lane, frames in sent.lanes):
            return
        files = [at for at in self._files() if at not in self._failed]
        roots = [(at, self._root(at)) for at in files]
        whole = [(at, root) for at, root in roots if root is not None]
        if len(whole) < len(files):
            self._want_again()
            return
        self.is_over = True
        self._finish(whole, len(self._files()) - len(files))

    def _finish(self, roots: list[tuple[int, bytes]], bad: int) -> None:
        assert self.talk is not None
        rng = self.talk.mouth.known.rng
        is_absurd = self.talk.mouth.rate > 0 and rng.random() < 0.1
        now = rng.choice(ABSURD_TIMES) if is_absurd else int(time.time())
        delivery = Delivery(
            *(self.id, self._sender, self._identity.friend_id, self.digest), files_digest(roots)
        )
        receipt = sign_receipt(self._identity, delivery, now)
        self._say(Status(transfer_id=self.id, written=sum(map(self._size, self._files()))))
        self.finished = Finished(transfer_id=self.id, ok=len(roots), bad=bad, receipt=receipt)
        self._say(self.finished)

    def _root(self, entry: int) -> bytes | None:
        assert self._log is not None
        size, generation = self._size(entry), self._generations.get(entry, 0)
        count = piece_count(size)
        alone = [self._log.pieces.get((entry, generation, piece)) for piece in range(count)]
        if all(piece is not None for piece in alone):
            return file_root(size, [blake3(piece or b"").digest() for piece in alone])
        number = self._log.packs.pack_of(entry)
        if number is None or (PACK_INDEX, 0, number) not in self._log.pieces:
            return None
        content = self._log.content(entry, generation)
        return file_root(size, [blake3(content).digest()])

    def _files(self) -> list[int]:
        return [at for at, each in enumerate(self._entries) if each.kind is not EntryKind.FOLDER]

    def _size(self, entry: int) -> int:
        return self._entries[entry].size

    def _say(self, message: Message) -> None:
        if self.talk is not None:
            self.talk.say(message)

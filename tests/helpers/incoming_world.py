"""One incoming transfer between a sender who may lie and a real folder, session after session."""

import asyncio
import itertools
import socket
from pathlib import Path

from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.manifest import Entry, EntryKind, manifest_digest
from byhand.domain.pieces import PACK_INDEX, file_root
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.engine.receiving_lane import ReceivingLane
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import FLAG_HASHES, FrameHeader
from byhand.protocol.group_consent import GroupOffer
from byhand.protocol.messages import (
    Entries,
    EntriesEnd,
    EntryRow,
    Offer,
    RootRow,
    Roots,
    Withdraw,
)
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.friend_session import SessionEnded
from byhand.service.incoming import Incoming
from byhand.service.memberships import OpenExchange
from byhand.service.surroundings import AcceptOrder, DeclineOrder, Offered, Synced
from tests.helpers.connection_pair import ALICE, BOB
from tests.helpers.lanes import cipher
from tests.helpers.transfer_parts import Around, FakeSession, Storage, settled

CONTENT = b"hello byhand"
ENTRY = Entry(("file",), EntryKind.FILE, len(CONTENT), len(CONTENT))
ROW = EntryRow(ENTRY.components, ENTRY.kind, ENTRY.size, ENTRY.allocated, 0, False)
END = EntriesEnd(1, ENTRY.size, ENTRY.allocated, manifest_digest([ENTRY]))
HASH = blake3(CONTENT).digest()
NUMBER = 5
FRAME = FrameHeader(FLAG_HASHES, 1, NUMBER, PACK_INDEX, 0, 0, len(CONTENT), 0, 0)
ROOT = file_root(len(CONTENT), [HASH])

_ids = itertools.count(1)


class World:
    """Begins with an OFFER, or goes on with what an earlier run has `stored`."""

    def __init__(
        self,
        storage: Storage,
        folder: Path,
        stored: StoredTransfer | None = None,
        group: GroupOffer | None = None,
        opened: OpenExchange | None = None,
    ) -> None:
        """Of a `group`, if it is offered in one, pieces are exchanged as it is `opened`."""
        self.folder = folder
        self.storage = storage
        self.around = Around(storage, opened=opened)
        self.group = group
        self.session = FakeSession()
        if stored is None:
            self.id = TransferId(next(_ids).to_bytes(16))
            transfer = Transfer(
                self.id,
                Direction.INCOMING,
                ALICE.friend_id,
                "file",
                TransferState.OFFERED,
                0.0,
                folder=str(folder),
            )
            row = self.around.row(transfer, IncomingPlan())
        else:
            assert isinstance(stored.plan, IncomingPlan)
            self.id = stored.transfer.id
            row = self.around.row(stored.transfer, stored.plan)
        self.incoming = Incoming(row, BOB, self.around.real)
        self.run = asyncio.get_running_loop().create_task(self.incoming.run())
        self._open_lane()
        if stored is None:
            self.offer()

    @property
    def transfer(self) -> Transfer:
        transfer = self.around.queue.get(self.id)
        assert transfer is not None
        return transfer

    def state(self) -> TransferState:
        return self.transfer.state

    def offer(self) -> None:
        offer = Offer(transfer_id=self.id, number=NUMBER, title="file", group=self.group)
        self.incoming.offered(Offered(self.session.real, offer, str(self.folder)))

    async def hear(self, *events: object) -> None:
        for event in events:
            self.incoming.put(event)
        await settled()

    async def step(self, *symbols: str) -> None:
        """Let happen what letters stand for: messages of the sender, data, words of our user."""
        for symbol in symbols:
            await self._step(symbol)

    def send_data(self) -> None:
        try:
            self.take(HASH + CONTENT)
        except RemoteProtocolError:  # the lane would end the session
            self.lose_session(Code.PROTOCOL)

    def take(self, body: bytes) -> None:
        """Have the lane take a frame, in the calling thread."""
        self.lane._take(FRAME, memoryview(body), frozenset({FRAME.transfer_number}))

    def lose_session(self, code: Code = Code.CONNECTION_LOST) -> None:
        inbox = self.session.routed.pop(self.id, None)
        if inbox is not None:
            inbox(SessionEnded(code))

    async def meet_again(
        self, phase: Phase | None = None, *, digest: bytes | None = None, is_paused: bool = False
    ) -> SyncRow:
        """Say SYNC with the sender in a new session, who says the same; return our row."""
        self.close_lane()
        self.session = FakeSession()
        self._open_lane()
        ours = self.incoming.sync_row(self.session.real)
        theirs = SyncRow(
            self.id,
            Role.SENDER,
            ours.phase if phase is None else phase,
            ours.digest if digest is None else digest,
            NUMBER,
            is_paused,
        )
        await self.hear(Synced(self.session.real, theirs))
        return ours

    async def end(self) -> None:
        """End it if it has not ended, and see that nothing is left of it."""
        self.incoming.put(DeclineOrder())
        async with asyncio.timeout(20):
            await self.run
        await settled()
        self.close_lane()
        assert self.storage.stagings() == ()
        assert not self.session.routed

    async def _step(self, symbol: str) -> None:
        match symbol:
            case "D":
                self.send_data()
            case "S":
                self.lose_session()
                await settled()
                if not self.run.done():
                    await self.meet_again()
            case _:
                self._say(symbol)
        await settled()

    def _say(self, symbol: str) -> None:
        ours = {"A": AcceptOrder(str(self.folder)), "N": DeclineOrder()}
        theirs = {
            "E": Entries(transfer_id=self.id, first_index=0, entries=[ROW], end=END),
            "R": Roots(transfer_id=self.id, rows=[RootRow(PACK_INDEX, 0, 0, ROOT)]),
            "X": Roots(transfer_id=self.id, rows=[RootRow(PACK_INDEX, 0, 0, bytes(32))]),
            "W": Withdraw(transfer_id=self.id),
        }
        if symbol in ours:
            self.incoming.put(ours[symbol])
        elif self.id in self.session.routed:
            self.session.routed[self.id](theirs[symbol])

    def _open_lane(self) -> None:
        self.near, self.far = socket.socketpair()
        receivers = self.session.lanes.receivers
        self.lane = ReceivingLane(1, self.far, cipher(), receivers, lambda _: None)

    def close_lane(self) -> None:
        self.near.close()
        self.far.close()

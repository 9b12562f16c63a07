"""One outgoing transfer between files and a receiver who may lie, session after session."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from byhand.domain.codes import Code
from byhand.domain.plan import AS_IT_IS, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.engine.source_pieces import SourcePieces
from byhand.protocol.messages import (
    Answer,
    Entries,
    Finished,
    Need,
    Verdict,
)
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.friend_session import SessionEnded
from byhand.service.outgoing import Outgoing
from byhand.service.starting import plan_of
from byhand.service.surroundings import (
    CancelOrder,
    Reported,
    Synced,
)
from tests.helpers.connection_pair import ALICE, BOB
from tests.helpers.transfer_parts import (
    Around,
    FakeLane,
    FakeSession,
    HeldWorker,
    Storage,
    settled,
)

_S = TransferState
ID = TransferId(bytes(16))


class World:
    """One outgoing transfer of Bob's to Alice: begun, or gone on with as `stored`."""

    def __init__(
        self,
        storage: Storage,
        source: Path,
        *,
        is_here: bool = True,
        stored: StoredTransfer | None = None,
        capabilities: frozenset[str] = frozenset(),
    ) -> None:
        self.disk = HeldWorker()
        self.disk.let_go.set()
        self.around = Around(storage, disk=self.disk)
        self.session = FakeSession(capabilities=capabilities)
        transfer = Transfer(ID, Direction.OUTGOING, ALICE.friend_id, "x", _S.SCANNING, 0.0)
        plan = plan_of([str(source)], AS_IT_IS)
        if stored is not None:
            assert isinstance(stored.plan, OutgoingPlan)
            transfer, plan = stored.transfer, stored.plan
        row = self.around.row(transfer, plan)
        session = self.session.real if is_here else None
        self.outgoing = Outgoing(row, ALICE.keys.ed25519, session, self.around.real)
        self.run = asyncio.get_running_loop().create_task(self.outgoing.run())

    @property
    def transfer(self) -> Transfer:
        transfer = self.around.queue.get(ID)
        assert transfer is not None
        return transfer

    def state(self) -> TransferState:
        return self.transfer.state

    @property
    def plan(self) -> OutgoingPlan:
        return self.outgoing.row.plan

    def wishes(self) -> tuple[bool, bool]:
        """Whether it waits to be offered, and whether it counts as offered."""
        return self.outgoing.wants_session, self.outgoing.is_offering

    def counts(self) -> int:
        """How often everything was walked over."""
        return self.disk.given.count("count_all")

    def holds_open(self) -> bool:
        return self.outgoing._offering._sources is not None

    async def hear(self, *events: object) -> None:
        for event in events:
            self.outgoing.put(event)
        await settled()

    async def report(self, *reports: object) -> None:
        """Let what is read of it report something."""
        sending = self.outgoing._accepted._sending
        assert sending is not None
        await self.hear(*(Reported(sending._opened.mark, report) for report in reports))

    def digest(self) -> bytes:
        return [each.end for each in self.session.posted_of(Entries) if each.end][-1].digest

    async def accepted(self) -> FakeLane:
        """Go on to where everything was wished for and a lane is there."""
        await settled()
        lane = self.give_lane(0)
        await self.hear(
            Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=self.digest()),
            Need(transfer_id=ID, epoch=1),
        )
        self.give_turn()
        await settled()
        assert self.state() is _S.ACTIVE
        return lane

    def give_lane(self, index: int) -> FakeLane:
        self.session.lanes.open_lanes = {index}
        self.session.lanes.lane = FakeLane(index)
        return self.session.lanes.lane  # type: ignore[no-any-return]

    def give_turn(self) -> None:
        self.outgoing.give_turn(has_turn=True)

    async def lose_session(self) -> None:
        await self.hear(SessionEnded(Code.CONNECTION_LOST))

    async def meet_again(self, theirs: Callable[[SyncRow], SyncRow | None]) -> SyncRow:
        """Say SYNC with the friend in a new session; return our row."""
        self.session = FakeSession(capabilities=self.session.capabilities)
        ours = self.outgoing.sync_row(self.session.real)
        await self.hear(Synced(self.session.real, theirs(ours)))
        return ours

    def receipt(self, roots: dict[int, bytes], bad: int = 0) -> Finished:
        digest = self.plan.digest
        files = files_digest(roots.items())
        delivery = Delivery(ID, BOB.friend_id, ALICE.friend_id, digest, files)
        return Finished(
            transfer_id=ID, ok=len(roots), bad=bad, receipt=sign_receipt(ALICE, delivery, 1)
        )

    def pieces(self) -> SourcePieces:
        sending = self.outgoing._accepted._sending
        assert sending is not None
        return sending._pieces

    async def close(self) -> None:
        await self.hear(CancelOrder())
        await self.run


def theirs(
    phase: Phase = Phase.ACCEPTED, *, is_paused: bool = False, digest: bytes | None = None
) -> Callable[[SyncRow], SyncRow]:
    """Return what the receiver says of a transfer that both have unfinished."""

    def row(ours: SyncRow) -> SyncRow:
        same = ours.digest if digest is None else digest
        return SyncRow(ID, Role.RECEIVER, phase, same, 0, is_paused)

    return row


def not_listed(_: SyncRow) -> None:
    return None

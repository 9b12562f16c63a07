"""M09: of all orders of messages, only those that keep the protocol ever make a file."""

# ruff: noqa: ASYNC240

import asyncio
import itertools
import os
import socket
import tempfile
from pathlib import Path

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.events import TransferChanged
from byhand.domain.friend import Policy
from byhand.domain.manifest import Entry, EntryKind, manifest_digest
from byhand.domain.pieces import PACK_INDEX, file_root
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.engine.receiving_lane import ReceivingLane
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import FLAG_HASHES, FrameHeader
from byhand.protocol.messages import (
    Answer,
    Entries,
    EntriesEnd,
    EntryRow,
    Finished,
    Offer,
    RootRow,
    Roots,
    Source,
    SourceRow,
    Verdict,
    Withdraw,
)
from byhand.service.disk_jobs import Checked
from byhand.service.friend_session import SessionEnded
from byhand.service.incoming import Incoming
from byhand.service.surroundings import AcceptOrder, DeclineOrder
from tests.helpers.connection_pair import BOB
from tests.helpers.lanes import cipher
from tests.helpers.transfer_parts import Around, FakeSession, settled

ID = TransferId(bytes(16))
CONTENT = b"hello byhand"
ENTRY = Entry(("file",), EntryKind.FILE, len(CONTENT), len(CONTENT))
ROW = EntryRow(ENTRY.components, ENTRY.kind, ENTRY.size, ENTRY.allocated, 0, False)
END = EntriesEnd(1, ENTRY.size, ENTRY.allocated, manifest_digest([ENTRY]))
HASH = blake3(CONTENT).digest()
FRAME = FrameHeader(FLAG_HASHES, 1, 5, PACK_INDEX, 0, 0, len(CONTENT), 0, 0)
ROOT = file_root(len(CONTENT), [HASH])


class World:
    """One incoming transfer between a sender who may lie and a real folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.around = Around()
        self.session = FakeSession()
        transfer = Transfer(
            ID, Direction.INCOMING, self.session.friend_id, "file", TransferState.OFFERED, 0.0
        )
        self.around.queue.add(transfer)
        offer = Offer(transfer_id=ID, number=5, title="file")
        self.incoming = Incoming(transfer, offer, self.session.real, BOB, self.around.real)
        self.run = asyncio.get_running_loop().create_task(self.incoming.run())
        self.near, self.far = socket.socketpair()
        self.lane = ReceivingLane(
            1, self.far, cipher(), self.session.lanes.receivers, lambda _: None
        )

    @property
    def transfer(self) -> Transfer:
        transfer = self.around.queue.get(ID)
        assert transfer is not None
        return transfer

    def state(self) -> TransferState:
        return self.transfer.state

    async def step(self, symbol: str) -> None:
        if symbol == "D":
            self._send_data()
        else:
            self.incoming.put(
                {
                    "E": Entries(transfer_id=ID, first_index=0, entries=[ROW], end=END),
                    "A": AcceptOrder(self.folder),
                    "R": Roots(transfer_id=ID, rows=[RootRow(PACK_INDEX, 0, 0, ROOT)]),
                    "X": Roots(transfer_id=ID, rows=[RootRow(PACK_INDEX, 0, 0, bytes(32))]),
                    "W": Withdraw(transfer_id=ID),
                    "N": DeclineOrder(),
                    "S": SessionEnded(Code.CONNECTION_LOST),
                }[symbol]
            )
        await settled()

    def _send_data(self) -> None:
        try:
            self.lane._take(FRAME, memoryview(HASH + CONTENT))
        except RemoteProtocolError:  # the lane would end the session
            self.incoming.put(SessionEnded(Code.PROTOCOL))

    async def end(self) -> None:
        self.incoming.put(SessionEnded(Code.OK))
        async with asyncio.timeout(20):
            await self.run
        self.near.close()
        self.far.close()
        assert self.around.stagings == set()
        assert not self.session.routed


def makes_a_file(trace: tuple[str, ...]) -> bool:
    """Return what the protocol says of a trace, told apart from how the service is written."""
    listed = accepted = has_data = has_root = is_wrong = False
    for symbol in trace:
        match symbol:
            case "E" if not accepted and listed:
                return False  # entries after the end
            case "E":
                listed = True
            case "A":
                accepted = accepted or listed
            case "D" if not accepted:
                return False  # data that nobody accepted
            case "D":
                has_data = True
            case "R" | "X" if accepted:
                has_root, is_wrong = True, symbol == "X"
            case "W" | "N" | "S":
                return False
        if accepted and has_data and has_root:
            return not is_wrong
    return False


@pytest.mark.parametrize("first", "EADRXWNS")
async def test_M09_only_lawful_orders_of_messages_make_a_file(first: str) -> None:
    seen = 0
    memory = "/dev/shm"
    for rest in itertools.product("EADRXWNS", repeat=3):
        trace = (first, *rest)
        with tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None) as base:
            folder = os.path.join(base, "to")
            os.mkdir(folder)
            world = World(folder)
            for symbol in trace:
                await world.step(symbol)
            await world.end()
            lawful = makes_a_file(trace)
            assert os.listdir(base) == ["to"]
            assert os.listdir(folder) == (["file"] if lawful else []), trace
            assert (world.state() is TransferState.DONE) is lawful, trace
            if lawful:
                assert Path(folder, "file").read_bytes() == CONTENT
            assert len(world.session.posted_of(Finished)) <= 1
            seen += lawful
    assert (seen > 0) is (first == "E")


async def test_a_member_that_its_source_lost_is_not_told_as_finished(tmp_path: Path) -> None:
    world = World(str(tmp_path))
    for symbol in "EAD":
        await world.step(symbol)
    assert world.incoming._receiving is not None
    world.incoming._receiving.say_status()
    assert not any(hasattr(message, "rows") for message in world.session.posted)
    world.incoming.put(Source(transfer_id=ID, rows=[SourceRow(0, Code.SOURCE_GONE, 0)]))
    await world.step("R")
    assert world.state() is TransferState.FAILED
    assert world.transfer.failed_files == 1
    assert list(tmp_path.iterdir()) == []
    await world.end()


async def test_a_name_that_may_not_be_written_is_declined(tmp_path: Path) -> None:
    world = World(str(tmp_path))
    row = EntryRow(("..",), EntryKind.FILE, 1, 1, 0, False)
    world.incoming.put(Entries(transfer_id=ID, first_index=0, entries=[row]))
    await settled()
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.code) == (Verdict.DECLINE, Code.NAME_REFUSED)
    await world.end()


async def test_a_disk_that_refuses_leaves_the_offer_open_for_another_folder(
    tmp_path: Path,
) -> None:
    world = World(str(tmp_path))
    await world.step("E")
    world.incoming.put(AcceptOrder("/proc/nothing/here"))
    await settled()
    assert world.state() is TransferState.OFFERED
    assert world.transfer.code is not Code.OK
    for symbol in "ADR":
        await world.step(symbol)
    assert world.state() is TransferState.DONE
    await world.end()


async def offered_under(policy: Policy | None, folder: Path) -> World:
    world = World(str(folder))
    world.around.policy = policy
    await world.step("E")
    return world


async def test_a_policy_accepts_without_a_question(tmp_path: Path) -> None:
    to = tmp_path / "to"
    to.mkdir()
    world = await offered_under(Policy(True, len(CONTENT), str(to)), tmp_path)
    assert world.state() is TransferState.ACTIVE
    assert world.transfer.accepted_by_policy
    seen = [event.transfer for event in world.around.events if isinstance(event, TransferChanged)]
    assert not any(each.is_counted and each.state is TransferState.OFFERED for each in seen)
    assert world.around.used == [world.session.friend_id]
    for symbol in "DR":
        await world.step(symbol)
    assert world.state() is TransferState.DONE
    assert world.transfer.accepted_by_policy
    assert (to / "file").read_bytes() == CONTENT
    await world.end()


@pytest.mark.parametrize("policy", [None, Policy(True, len(CONTENT) - 1)])
async def test_what_no_policy_accepts_is_asked_about(tmp_path: Path, policy: Policy | None) -> None:
    world = await offered_under(policy, tmp_path)
    assert world.state() is TransferState.OFFERED
    assert world.transfer.is_counted
    assert not world.transfer.accepted_by_policy
    assert list(tmp_path.iterdir()) == []
    await world.end()


@pytest.mark.parametrize("later", [None, Policy(True, len(CONTENT) + 1)])
async def test_a_policy_that_has_changed_meanwhile_accepts_nothing(
    tmp_path: Path, later: Policy | None
) -> None:
    world = World(str(tmp_path))
    world.around.policy = later
    world.incoming.put(Checked(END.digest, False, Policy(True, 2**40)))
    await settled()
    assert world.state() is TransferState.OFFERED
    assert world.transfer.is_counted
    await world.end()


async def test_a_policy_whose_folder_refuses_leaves_an_ordinary_question(tmp_path: Path) -> None:
    world = await offered_under(Policy(True, 1000, "/proc/nothing/here"), tmp_path)
    assert world.state() is TransferState.OFFERED
    assert world.transfer.code is not Code.OK
    assert world.transfer.is_counted
    assert not world.transfer.accepted_by_policy
    for symbol in "ADR":
        await world.step(symbol)
    assert world.state() is TransferState.DONE
    assert not world.transfer.accepted_by_policy
    await world.end()


async def test_what_ended_while_it_was_judged_stays_ended(tmp_path: Path) -> None:
    world = World(str(tmp_path))
    world.around.policy = Policy(True)
    world.incoming.put(Entries(transfer_id=ID, first_index=0, entries=[ROW], end=END))
    world.incoming.put(Withdraw(transfer_id=ID))
    await settled()
    assert world.state() is TransferState.WITHDRAWN
    assert list(tmp_path.iterdir()) == []
    await world.end()


async def test_declining_holds_the_friend_off_and_accepting_forgives(tmp_path: Path) -> None:
    world = World(str(tmp_path))
    declines = world.around.real.declines
    await world.step("N")
    assert declines.is_waiting(world.session.friend_id)
    await world.end()
    world = World(str(tmp_path))
    world.around.real.declines.refused(world.session.friend_id)
    for symbol in "EA":
        await world.step(symbol)
    assert not world.around.real.declines.is_waiting(world.session.friend_id)
    await world.end()


async def test_declining_what_the_disk_refused_is_not_the_friends_fault(tmp_path: Path) -> None:
    world = World(str(tmp_path))
    await world.step("E")
    world.incoming.put(AcceptOrder("/proc/nothing/here"))
    await settled()
    await world.step("N")
    assert world.state() is TransferState.DECLINED
    assert not world.around.real.declines.is_waiting(world.session.friend_id)
    await world.end()


async def test_a_staging_folder_that_cannot_be_remembered_is_not_left_behind(
    tmp_path: Path,
) -> None:
    world = World(str(tmp_path))

    async def refuse(path: str) -> None:
        raise RemoteProtocolError("stands for any error of ours")

    object.__setattr__(world.around.real, "remember_staging", refuse)
    for symbol in "EA":
        await world.step(symbol)
    assert world.state() is TransferState.OFFERED
    assert list(tmp_path.iterdir()) == []
    await world.end()

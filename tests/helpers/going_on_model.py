"""Two friends whom everything befalls in any order; in the end all has arrived, or says why not.

A state machine for hypothesis: tests run it for a few examples, `packaging/dev soak model`
for many.
"""

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from byhand.domain.codes import Code
from byhand.domain.events import Event, TransferAdded, TransferChanged
from byhand.domain.limits import RateLimits
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import UsageError
from tests.helpers.lasting import Friends, Lasting, befriend
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.trees import Tree, snapshot

_S = TransferState
DISK_BYTES = 640 * 1024 * 1024
"""Of which 500 MB are kept free, so that 100 MB fit."""
BIG_BYTES = 2_000_000
MIDDLE_BYTES = 300_000
SMALL_BYTES = 2_000
BYTES_A_SECOND = 8_000_000
MOST_SENDS = 3
GIVEN_UP = frozenset({_S.CANCELLED, _S.WITHDRAWN, _S.DECLINED})
ARRIVED = frozenset({_S.DONE, _S.PARTLY_DONE})
_Result = TypeVar("_Result")


@dataclass
class Sent:
    """Something that was sent: by whom, from where, and everything that its files ever held."""

    transfer_id: TransferId
    sender: Lasting
    receiver: Lasting
    source: Path
    held: dict[str, list[bytes]] = field(default_factory=dict)

    def note(self) -> None:
        """Remember what the files hold now."""
        for path in self.source.iterdir():
            self.held.setdefault(path.name, []).append(path.read_bytes())


class Stage:
    """Where it all takes place: a loop, a disk of Bob's own, and two profiles to begin with."""

    def __init__(self, folder: Path, disk: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self._folder = folder
        self._disk = disk
        self._number = 0
        self._ports = self._befriended()

    def friends(self) -> Friends:
        """Return two who have met before, and have sent nothing to each other."""
        self._number += 1
        place = self._folder / f"run {self._number}"
        shutil.copytree(self._folder / "first", place)
        inbox = self._disk / f"inbox {self._number}"
        return Friends(
            Lasting(place / "alice", place / "alice's downloads", self._ports[0]),
            Lasting(place / "bob", inbox, self._ports[1]),
        )

    def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Let time pass until something is done."""
        return self.loop.run_until_complete(work)

    def source(self) -> Path:
        """Write a folder to be sent, of small files, one of two pieces and one of more."""
        self._number += 1
        folder = self._folder / f"from {self._number}"
        folder.mkdir()
        for number in range(4):
            (folder / f"small {number}").write_bytes(os.urandom(SMALL_BYTES))
        (folder / "middle").write_bytes(os.urandom(MIDDLE_BYTES))
        (folder / "big").write_bytes(os.urandom(BIG_BYTES))
        return folder

    @property
    def disk(self) -> Path:
        """The disk into which Bob receives."""
        return self._disk

    def close(self) -> None:
        """End the loop."""
        self.loop.close()

    def _befriended(self) -> tuple[int, int]:
        first = self._folder / "first"
        alice = Lasting(first / "alice", first / "alice's downloads")
        bob = Lasting(first / "bob", first / "bob's downloads")

        async def meet() -> None:
            await alice.start()
            await bob.start()
            await befriend(alice, bob)
            await bob.stop()
            await alice.stop()

        first.mkdir()
        self.run(meet())
        return alice.port, bob.port


@contextmanager
def stage() -> Iterator[Stage]:
    """Build the stage in memory, where the system has that; skips where no disk can be mounted."""
    memory = "/dev/shm"
    place = memory if os.path.isdir(memory) else None
    with (
        tempfile.TemporaryDirectory(prefix="byhand-model-", dir=place) as folder,
        small_disk(Path(folder) / "disk", DISK_BYTES) as disk,
    ):
        built = Stage(Path(folder), disk)
        try:
            yield built
        finally:
            built.close()


def machine_on(stage: Stage) -> type[RuleBasedStateMachine]:
    """Return the state machine that plays on a stage."""

    class OnStage(GoingOn):
        def __init__(self) -> None:
            super().__init__(stage)

    return OnStage


sides = st.sampled_from(["alice", "bob"])
numbers = st.integers(0, MOST_SENDS - 1)
moments = st.sampled_from([0.0, 0.01, 0.05, 0.15])


class GoingOn(RuleBasedStateMachine):
    """What befalls two friends; every rule lets some time pass behind it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._friends = stage.friends()
        self._sent: list[Sent] = []
        self._filler: Path | None = None

    @initialize()
    def begin(self) -> None:
        """Both are there, and something is under way."""
        for side in self._both():
            self._start(side)
        self.send("alice", 0.05)

    @precondition(lambda self: len(self._sent) < MOST_SENDS)
    @rule(name=sides, moment=moments)
    def send(self, name: str, moment: float) -> None:
        sender = self._side(name)
        if not sender.is_up:
            return
        receiver = next(side for side in self._both() if side is not sender)
        source = self._stage.source()
        transfer_id = self._now(lambda: sender.service.send([str(source)], sender.friend_id))
        sent = Sent(transfer_id, sender, receiver, source)
        sent.note()
        self._sent.append(sent)
        self._order(sender, self._slow(sender, transfer_id), moment)

    @rule(moment=moments)
    def drop_link(self, moment: float) -> None:
        for side in self._both():
            if side.is_up:
                self._order(side, side.cut, moment)
                return

    @rule(moment=moments)
    def renew_session(self, moment: float) -> None:
        """A day passes: the smaller FriendID calls anew, and the old session is replaced."""
        for side in self._both():
            self._order(side, side.grow_old, 0)
        self._wait(moment)

    @rule(name=sides, moment=moments)
    def restart(self, name: str, moment: float) -> None:
        side = self._side(name)
        self._stage.run(side.stop())
        self._start(side)
        self._wait(moment)

    @rule(name=sides, moment=moments)
    def leave(self, name: str, moment: float) -> None:
        self._stage.run(self._side(name).stop())
        self._wait(moment)

    @rule(name=sides, number=numbers, moment=moments)
    def pause(self, name: str, number: int, moment: float) -> None:
        self._to(name, number, lambda side, id_: side.service.queue.pause(id_), moment)

    @rule(name=sides, number=numbers, moment=moments)
    def resume(self, name: str, number: int, moment: float) -> None:
        self._to(name, number, lambda side, id_: side.service.queue.resume(id_), moment)

    @rule(name=sides, number=numbers, moment=moments)
    def cancel(self, name: str, number: int, moment: float) -> None:
        self._to(name, number, lambda side, id_: side.service.cancel(id_), moment)

    @rule(name=sides, number=numbers, entry=st.integers(1, 6), moment=moments)
    def leave_out(self, name: str, number: int, entry: int, moment: float) -> None:
        self._to(name, number, lambda side, id_: side.service.queue.leave_out(id_, [entry]), moment)

    @precondition(lambda self: bool(self._sent))
    @rule(number=numbers, path=st.sampled_from(["small 1", "middle", "big"]), longer=st.booleans())
    def edit_source(self, number: int, path: str, longer: bool) -> None:
        sent = self._sent[number % len(self._sent)]
        with (sent.source / path).open("r+b") as file:
            file.seek(-1 if not longer else 0, os.SEEK_END)
            file.write(os.urandom(1))
        sent.note()
        self._wait(0.01)

    @precondition(lambda self: self._filler is None)
    @rule(moment=moments)
    def fill_disk(self, moment: float) -> None:
        self._filler = fill(self._stage.disk)
        self._wait(moment)

    @precondition(lambda self: self._filler is not None)
    @rule(moment=moments)
    def free_disk(self, moment: float) -> None:
        assert self._filler is not None
        self._filler.unlink()
        self._filler = None
        self._wait(moment)

    @rule()
    def wait(self) -> None:
        self._wait(0.3)

    def teardown(self) -> None:
        """Let everything go on: each transfer ends, alike on both sides, and leaves nothing."""
        try:
            if self._filler is not None:
                self._filler.unlink()
            self._stage.run(self._to_the_end())
            for sent in self._sent:
                self._judge(sent)
            self._stage.run(self._friends.stop())
            left = self._friends.leftovers()
            assert not left, left
        finally:
            self._stage.run(self._friends.stop())
            for side in self._both():
                shutil.rmtree(side.folder, ignore_errors=True)

    # How it is done

    def _both(self) -> tuple[Lasting, Lasting]:
        return self._friends.alice, self._friends.bob

    def _side(self, name: str) -> Lasting:
        return self._friends.alice if name == "alice" else self._friends.bob

    def _start(self, side: Lasting) -> None:
        async def start() -> None:
            await side.start()
            side.service.subscribe(_accepting(side))

        if not side.is_up:
            self._stage.run(start())

    def _slow(self, side: Lasting, transfer_id: TransferId) -> Callable[[], None]:
        limits = RateLimits(up=BYTES_A_SECOND)
        return lambda: side.service.set_transfer_limits(transfer_id, limits)

    def _now(self, order: Callable[[], _Result]) -> _Result:
        async def do() -> _Result:
            return order()

        return self._stage.run(do())

    def _order(self, side: Lasting, order: Callable[[], object], moment: float) -> None:
        if side.is_up:
            with contextlib.suppress(UsageError):  # what cannot be ordered now
                self._now(order)
        self._wait(moment)

    def _to(
        self, name: str, number: int, order: Callable[[Lasting, TransferId], object], moment: float
    ) -> None:
        side = self._side(name)
        if self._sent:
            transfer_id = self._sent[number % len(self._sent)].transfer_id
            self._order(side, lambda: order(side, transfer_id), moment)

    def _wait(self, seconds: float) -> None:
        self._stage.run(asyncio.sleep(seconds))

    async def _to_the_end(self) -> None:
        for side in self._both():
            if not side.is_up:
                await side.start()
                side.service.subscribe(_accepting(side))
            side.service.queue.resume_all()
        for sent in self._sent:
            sent.sender.service.set_transfer_limits(sent.transfer_id, RateLimits())
            await sent.sender.until(lambda sent=sent: self._is_over(sent))  # type: ignore[misc]

    def _is_over(self, sent: Sent) -> bool:
        """Say whether a transfer has ended for both; what the full disk refused is accepted."""
        there, here = self._ends(sent)
        if here is not None and here.state is _S.OFFERED and here.code is not Code.OK:
            sent.receiver.service.accept(sent.transfer_id)
        is_over_there = there is not None and there.is_final
        is_unknown = here is None and there is not None and there.state in GIVEN_UP | {_S.FAILED}
        return is_over_there and (is_unknown or (here is not None and here.is_final))

    def _ends(self, sent: Sent) -> tuple[Transfer | None, Transfer | None]:
        return sent.sender.transfer(sent.transfer_id), sent.receiver.transfer(sent.transfer_id)

    def _judge(self, sent: Sent) -> None:
        """Insist that both say the same, and that what has arrived is what once was there."""
        there, here = self._ends(sent)
        arrived = self._arrived(sent)
        told = f"{_told(there)} there, {_told(here)} here, arrived: {sorted(arrived)}"
        assert there is not None, told
        for name, content in arrived.items():
            assert content in sent.held[name], f"{name} is another: {told}"
        if here is not None and here.state in ARRIVED and there.state in GIVEN_UP:
            # It was being saved when that was heard.
            assert there.ended_by_me, told
            return
        if here is not None and here.state is _S.DECLINED and there.state is _S.FAILED:
            # Declined because the disk had refused: the sender is told that.
            assert there.code is Code.DISK_FULL, told
            return
        states = {each.state for each in (there, here) if each is not None}
        assert len(states) == 1 or states <= GIVEN_UP, told
        if states <= GIVEN_UP | {_S.FAILED}:
            assert not arrived, told
            assert there.state in GIVEN_UP or there.code is not Code.OK, told
            return
        assert here is not None, told
        assert here.done_files == there.done_files == len(arrived), told
        if states == {_S.DONE}:
            assert set(arrived) == set(sent.held), told

    def _arrived(self, sent: Sent) -> Tree:
        folder = sent.receiver.folder / sent.source.name
        return snapshot(folder) if folder.is_dir() else {}


def _told(transfer: Transfer | None) -> str:
    if transfer is None:
        return "unknown"
    by = "by us" if transfer.ended_by_me else "not by us"
    return f"{transfer.state} ({transfer.code.name}, {by}, {transfer.done_files} files)"


def _accepting(side: Lasting) -> Callable[[Event], None]:
    """Return who says yes to every offer at once, once."""

    def hear(event: Event) -> None:
        if not isinstance(event, TransferAdded | TransferChanged):
            return
        transfer = event.transfer
        is_offer = transfer.direction is Direction.INCOMING and transfer.state is _S.OFFERED
        if is_offer and transfer.is_counted and transfer.code is Code.OK:
            service = side.service
            asyncio.get_running_loop().call_soon(service.accept, transfer.id)

    return hear

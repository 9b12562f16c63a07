"""An arrival during which one call to the disk fails, and which is then gone on with."""

import contextlib
import errno
from pathlib import Path

from byhand.domain.pieces import MIB
from byhand.engine.arrival import Arrival
from byhand.engine.reports import JournalFailed, ReceivingFailed
from byhand.errors import ByhandError, DiskFullError, ReadOnlyError, StagingGoneError, StorageError
from byhand.wording.errors import error_sentence
from tests.helpers.arrivals import Receiver
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.trees import Tree, snapshot

OLD: Tree = {"folder": b"here before", "precious": b"x"}
TREE: Tree = {
    "folder": None,
    "folder/big": bytes(range(256)) * 4096 + b"the end",
    "folder/empty": None,
    "folder/member": b"member",
    "folder/nothing": b"",
    "single": b"single",
}
FINAL = {path.replace("folder", "folder (1)", 1): content for path, content in TREE.items()}
ERRORS: dict[int, type[StorageError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EIO: StorageError,
    errno.EACCES: ReadOnlyError,
    errno.EROFS: ReadOnlyError,
}
assert len(TREE["folder/big"] or b"") > MIB  # it comes in pieces, into a part file
_RESTED = {"was_stopped_well": False, "is_same_boot": True}


class HandingOver:
    """Takes one transfer from begin to its final names, over a rest in the middle."""

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self._arrival: Arrival | None = None
        self._path = ""
        self._is_in_doubt = False

    def run(self) -> None:
        """Go on to the end from where it stands; raises what the disk, or a report, says."""
        receiver = self._receiver
        arrival = self._found()
        for limit in (2, 10**9):
            receiver.sender.serve(arrival, limit)
            self._listen()
            receiver.flush(arrival)
            if limit == 2:
                arrival = self._rest(arrival)
        arrival.want_changed()
        arrival.save()
        arrival.discard()

    def let_go(self) -> None:
        """Let go of what is here after an error; of what was not flushed nothing is believed."""
        arrival, self._arrival = self._arrival, None
        self._is_in_doubt = True
        if arrival is not None:
            with contextlib.suppress(StorageError):
                arrival.suspend()
        while not self._receiver.told.empty():
            self._receiver.told.get()  # the same error, if it was of a flush

    def _found(self) -> Arrival:
        receiver, stop = self._receiver, {**_RESTED, "is_in_doubt": self._is_in_doubt}
        try:
            arrival = receiver.resume(self._path, **stop) if self._path else receiver.begin()
        except StagingGoneError:
            arrival = receiver.begin(stale=receiver.journal.journal(**_RESTED))
        self._arrival, self._path, self._is_in_doubt = arrival, arrival.staging.path, False
        return arrival

    def _rest(self, arrival: Arrival) -> Arrival:
        self._arrival = None
        try:
            arrival.suspend()
        except StorageError:
            self._is_in_doubt = True
            raise
        return self._found()

    def _listen(self) -> None:
        while not self._receiver.told.empty():
            report = self._receiver.told.get()
            if isinstance(report, ReceivingFailed | JournalFailed):
                raise report.error


def hand_over_with_a_fault(base: Path, fail_at: int, number: int) -> bool:
    """Let the n-th call fail, look at what is there, and go on; say whether any call failed."""
    base.mkdir()
    for name, content in OLD.items():
        (base / name).write_bytes(content or b"")
    faulty = FaultyDisk(fail_at, number)
    with Receiver(base, TREE, faulty.disk) as receiver:
        handing = HandingOver(receiver)
        try:
            handing.run()
        except ByhandError as exc:
            _judge_error(exc, ERRORS[number])
            handing.let_go()
            _judge(base)
            handing.run()
    assert snapshot(base) == OLD | FINAL
    return faulty.has_failed


def _judge_error(error: ByhandError, expected: type[StorageError]) -> None:
    """Say whether it is one of our errors, the right one, and with words."""
    assert type(error) is expected
    assert error_sentence(error).endswith(".")


def _judge(base: Path) -> None:
    """What was there is as it was; what is new at the top is complete."""
    found = {
        path: content for path, content in snapshot(base).items() if not path.startswith(".byhand-")
    }
    assert found.items() >= OLD.items()
    new = {path: content for path, content in found.items() if path not in OLD}
    tops = {path.split("/")[0] for path in new}
    assert new == {path: content for path, content in FINAL.items() if path.split("/")[0] in tops}

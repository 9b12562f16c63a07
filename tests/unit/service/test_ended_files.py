from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.transfer import (
    Direction,
    EntryState,
    Standing,
    Transfer,
    TransferId,
    TransferState,
)
from byhand.service.ended_files import EndedFiles
from tests.helpers.connection_pair import ALICE

ROOT = b"r" * ROOT_BYTES
CAME = Transfer(
    TransferId(bytes(16)),
    Direction.INCOMING,
    ALICE.friend_id,
    "x",
    TransferState.PARTLY_DONE,
    0.0,
    done_files=3,
)
PLAN = IncomingPlan(SpoolDigest(8, 0, b""), chosen=(0, 7), cancelled=(6, 1))
STORED = StoredTransfer(CAME, PLAN, b"receipt")


def test_each_file_stands_as_the_transfer_ended() -> None:
    outcomes = (EntryOutcome(3, EntryState.FAILED, Code.SOURCE_GONE),)
    files = EndedFiles(STORED, [(0, 2 * ROOT), (5, ROOT)], outcomes)
    assert [files.standing(entry) for entry in range(8)] == [
        Standing(EntryState.DONE),
        Standing(EntryState.DONE),
        Standing(EntryState.FAILED),  # it failed there, which is told by its path only
        Standing(EntryState.FAILED, Code.SOURCE_GONE),
        Standing(EntryState.FAILED),
        Standing(EntryState.DONE),
        Standing(EntryState.CANCELLED, Code.CANCELLED),
        Standing(EntryState.NOT_CHOSEN),
    ]


def test_what_was_sent_stands_alike() -> None:
    plan = OutgoingPlan((b"/x",), manifest=SpoolDigest(2, 0, b""))
    sent = replace(CAME, direction=Direction.OUTGOING, done_files=1)
    files = EndedFiles(StoredTransfer(sent, plan, b"receipt"), [(1, ROOT)], ())
    assert [files.standing(entry).state for entry in (0, 1)] == [
        EntryState.FAILED,
        EntryState.DONE,
    ]


def test_without_the_roots_only_what_is_known_to_have_failed_is_said_to() -> None:
    outcomes = (EntryOutcome(3, EntryState.FAILED, Code.DISK_FULL),)
    files = EndedFiles(STORED, (), outcomes)
    assert files.standing(2) == Standing(EntryState.DONE)
    assert files.standing(3) == Standing(EntryState.FAILED, Code.DISK_FULL)

"""Sample transfers that wait, are held or want something of the user: a row for each state."""

from byhand.domain.codes import Code
from byhand.domain.events import TransferAdded
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, FileProblem, TransferState
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import NOW, sample_service, transfer

_IN, _OUT = Direction.INCOMING, Direction.OUTGOING
_S = TransferState
GIB = 1_000_000_000

RUNNING = transfer(
    20, _OUT, "Anna Lindqvist", "Summer 2026", _S.ACTIVE, total_files=480,
    total_bytes=3_400_000_000, is_folder=True, place=0.5,
)  # fmt: skip
PAUSED_BY_FRIEND = transfer(
    21, _OUT, "Anna Lindqvist", "Scans", _S.PAUSED, total_files=90, total_bytes=2 * GIB,
    is_folder=True, paused_by_friend=True, place=1.0,
)  # fmt: skip
PAUSED_BY_BOTH = transfer(
    22, _IN, "Jonas Weber", "mixdown.flac", _S.PAUSED, total_files=1, total_bytes=GIB,
    paused_by_me=True, paused_by_friend=True, place=2.0,
)  # fmt: skip
FINALIZING = transfer(
    23, _IN, "Priya Nair", "poster.png", _S.FINALIZING, total_files=1, total_bytes=48_000_000,
    place=3.0,
)  # fmt: skip
FULL_HERE = transfer(
    24, _IN, "Sam Okafor", "Photo library", _S.BLOCKED, total_files=9000, total_bytes=40 * GIB,
    is_folder=True, code=Code.DISK_FULL, missing_bytes=1_100_000_000, place=4.0,
)  # fmt: skip
FULL_THERE = transfer(
    25, _OUT, "Jonas Weber", "Festival footage", _S.BLOCKED, total_files=14, total_bytes=30 * GIB,
    is_folder=True, code=Code.DISK_FULL, missing_bytes=9_300_000_000, place=5.0,
)  # fmt: skip
AWAY = transfer(
    26, _OUT, "Elsa Berg", "Garden videos", _S.STALLED, total_files=9, total_bytes=2 * GIB,
    is_folder=True, place=6.0,
)  # fmt: skip
NEXT = transfer(
    27, _OUT, "Anna Lindqvist", "Winter 2026", _S.QUEUED, total_files=300, total_bytes=3 * GIB,
    is_folder=True, place=7.0,
)  # fmt: skip
LATER = transfer(
    28, _OUT, "Dad", "recipes.pdf", _S.QUEUED, total_files=1, total_bytes=4_000_000, place=8.0
)  # fmt: skip
PUT_DOWN = transfer(
    29, _OUT, "Priya Nair", "drafts.zip", _S.QUEUED, total_files=1, total_bytes=90_000_000,
    paused_by_me=True, place=9.0,
)  # fmt: skip
PUT_OFF = transfer(
    30, _OUT, "Marek Novák", "3 files", _S.OFFERED, total_files=3, total_bytes=86_000_000,
    is_put_off=True, place=10.0,
)  # fmt: skip
TEXT_HERE = transfer(
    31, _IN, "Anna Lindqvist", "See you at eight by the old harbour.txt", _S.DONE, total_files=1,
    total_bytes=212, is_text=True, saved_paths=("/profile/texts/1.txt",), ended_at=NOW + 51_000,
)  # fmt: skip
PARTLY_SENT = transfer(
    32, _OUT, "Anna Lindqvist", "Receipts", _S.PARTLY_DONE, total_files=480, is_folder=True,
    done_files=478, failed_files=2, total_bytes=90_000_000, ended_at=NOW + 50_000,
    problems=(
        FileProblem("Receipts/a.pdf", Code.SOURCE_UNREADABLE),
        FileProblem("Receipts/b.pdf", Code.SOURCE_UNREADABLE),
    ),
)  # fmt: skip
HELD = (
    *(RUNNING, PAUSED_BY_FRIEND, PAUSED_BY_BOTH, FINALIZING, FULL_HERE, FULL_THERE, AWAY),
    *(NEXT, LATER, PUT_DOWN, PUT_OFF, TEXT_HERE, PARTLY_SENT),
)
PROGRESS = {
    RUNNING.id: Progress(2_108_000_000, 3_400_000_000, 312, 480, 41_800_000, 31),
    PAUSED_BY_FRIEND.id: Progress(960_000_000, 2 * GIB, 43, 90),
    PAUSED_BY_BOTH.id: Progress(310_000_000, GIB, 0, 1),
    FULL_HERE.id: Progress(34 * GIB, 40 * GIB, 7400, 9000),
    FULL_THERE.id: Progress(7_500_000_000, 30 * GIB, 3, 14),
    AWAY.id: Progress(1_420_000_000, 2 * GIB, 6, 9),
}


def waiting_service() -> FakeService:
    """Return a service whose queue holds nothing but what waits and what wants something."""
    service = sample_service(with_transfers=False)
    for sample in HELD:
        service.emit(TransferAdded(sample))
    service.latest = dict(PROGRESS)
    return service

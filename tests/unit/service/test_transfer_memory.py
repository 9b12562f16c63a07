from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.history import HistoryQuery
from byhand.domain.journal import EntryOutcome, JournalBatch
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.retention import PARTIAL_SECONDS, Retention
from byhand.domain.transfer import Direction, EntryState, Transfer, TransferId, TransferState
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.own_files import keep_own
from byhand.storage.spool_writer import SpoolWriter
from byhand.storage.text_file import keep_text
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import Storage, storage_in

_S = TransferState
RECEIPT = bytes(72)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


def id_of(number: int) -> TransferId:
    return TransferId(bytes([number]) * 16)


def stored(
    number: int,
    state: TransferState = _S.DONE,
    *,
    receipt: bytes = b"",
    is_listed: bool = False,
    text: str = "",
    path: Path | None = None,
) -> StoredTransfer:
    is_over = state in (_S.DONE, _S.CANCELLED)
    transfer = Transfer(
        id_of(number),
        Direction.OUTGOING if path else Direction.INCOMING,
        ALICE.friend_id,
        f"transfer {number}",
        state,
        0.0,
        ended_at=float(number + 1) if is_over else 0.0,
    )
    manifest = SpoolDigest(1, 1, bytes(32))
    if path is not None:
        plan = OutgoingPlan((bytes(path),), manifest=manifest, text=text)
        return StoredTransfer(transfer, plan, receipt, is_listed)
    return StoredTransfer(transfer, IncomingPlan(manifest), receipt, is_listed)


def keep(storage: Storage, *transfers: StoredTransfer) -> None:
    storage.worker.call(storage.database.transfers.save_many, transfers)


def write_spool(storage: Storage, of: StoredTransfer) -> Path:
    path = storage.memory.spool_of(of.transfer)
    writer = SpoolWriter.create(path, ENTRIES)
    writer.append([Entry(("a",), EntryKind.FILE, 1, 1)])
    writer.finish()
    writer.rows.close()
    return path


# What stays of a transfer


async def test_with_a_receipt_the_manifest_stays_to_be_checked(storage: Storage) -> None:
    with_receipt, without = stored(1, receipt=RECEIPT), stored(2)
    paths = [write_spool(storage, each) for each in (with_receipt, without)]
    for each in (with_receipt, without):
        await storage.memory.forget(each)
    assert [path.exists() for path in paths] == [True, False]


async def test_a_text_that_was_sent_is_let_go(storage: Storage, tmp_path: Path) -> None:
    path = tmp_path / "texts" / "1234" / "secret.txt"
    keep_text(path, "a secret")
    await storage.memory.forget(stored(1, receipt=RECEIPT, text="a secret", path=path))
    assert not path.parent.exists()


async def test_what_failed_of_an_ended_transfer_is_remembered(storage: Storage) -> None:
    keep(storage, stored(1, _S.ACTIVE))
    outcome = EntryOutcome(3, EntryState.FAILED)
    storage.worker.call(
        storage.database.journals.record, JournalBatch(id_of(1), outcomes=(outcome,))
    )
    keep(storage, stored(1))
    await storage.memory.forget(stored(1))
    assert list((await storage.memory.load_journal(id_of(1))).outcomes) == [outcome]


async def test_one_that_runs_cannot_be_forgotten(storage: Storage) -> None:
    keep(storage, stored(1, _S.ACTIVE), stored(2))
    paths = [write_spool(storage, stored(number)) for number in (1, 2)]
    for number in (1, 2):
        await storage.memory.delete(id_of(number))
    assert storage.stored(id_of(1)) is not None
    assert storage.stored(id_of(2)) is None
    assert [path.exists() for path in paths] == [True, False]


async def test_clearing_the_history_touches_nothing_that_is_under_way(storage: Storage) -> None:
    """An offer that is being read is not even known to the database."""
    ended, listed, running = stored(1), stored(2, is_listed=True), stored(3, _S.ACTIVE)
    keep(storage, ended, listed, running)
    paths = [write_spool(storage, each) for each in (ended, listed, running, stored(4))]
    await storage.memory.clear()
    assert [path.exists() for path in paths] == [False, True, True, True]
    page = await storage.memory.history_page(HistoryQuery(), 0, 10)
    assert page.items == ()


@pytest.mark.parametrize(
    ("retention", "left"), [(Retention.FOREVER, [True, True]), (Retention.NEVER, [False, True])]
)
async def test_the_history_is_pruned_as_the_user_wants(
    storage: Storage, retention: Retention, left: list[bool]
) -> None:
    keep(storage, stored(1), stored(2, is_listed=True))
    paths = [write_spool(storage, stored(number)) for number in (1, 2)]
    await storage.memory.prune(100.0, retention)
    assert [path.exists() for path in paths] == left


async def test_after_a_kill_files_that_nobody_needs_are_swept(
    storage: Storage, tmp_path: Path
) -> None:
    texts = [tmp_path / "texts" / name / "a text.txt" for name in ("sent", "waits", "unknown")]
    for text in texts:
        keep_text(text, "words")
    waiting = stored(2, _S.QUEUED, text="words", path=texts[1])
    keep(storage, stored(1, text="words", path=texts[0], is_listed=True), waiting)
    known, unknown = write_spool(storage, waiting), write_spool(storage, stored(3))
    await storage.memory.sweep()
    assert [known.exists(), unknown.exists()] == [True, False]
    assert [text.exists() for text in texts] == [False, True, False]
    await storage.memory.sweep()


async def test_a_picture_stays_as_long_as_it_can_be_sent_again(
    storage: Storage, tmp_path: Path
) -> None:
    """One that was written and not queued when we were killed is in no row."""
    names = ("waits", "sent", "off the list", "unknown")
    pictures = [tmp_path / "texts" / name / "Picture.png" for name in names]
    for picture in pictures:
        keep_own(picture, b"PNG")
    waiting = stored(1, _S.QUEUED, path=pictures[0])
    sent, unlisted = stored(2, path=pictures[1], is_listed=True), stored(3, path=pictures[2])
    keep(storage, waiting, sent, unlisted)
    await storage.memory.forget(sent)
    await storage.memory.sweep()
    assert [picture.exists() for picture in pictures] == [True, True, False, False]
    assert len(list((tmp_path / "texts").iterdir())) == 2


async def test_of_what_nothing_has_come_for_long_is_found(storage: Storage) -> None:
    keep(storage, stored(1, _S.STALLED), stored(2, _S.STALLED))
    add = storage.database.stagings.add
    storage.worker.call(add, "/old", 0.0, id_of(1))
    storage.worker.call(add, "/new", 10.0, id_of(2))
    found = await storage.memory.stale(PARTIAL_SECONDS + 1.0)
    assert [(each.path, each.transfer_id) for each in found] == [("/old", id_of(1))]


async def test_where_it_is_built_is_remembered_before_it_is(storage: Storage) -> None:
    keep(storage, stored(1, _S.CHECKING))
    storage.memory.remember_staging(id_of(1), "/one")
    storage.memory.remember_staging(id_of(1), "/two")
    assert sorted(await storage.memory.stagings_of(id_of(1))) == ["/one", "/two"]
    await storage.memory.forget_staging("/one")
    assert await storage.memory.stagings_of(id_of(1)) == ("/two",)

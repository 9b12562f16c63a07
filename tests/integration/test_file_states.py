"""Where each file stands, as both of two whole services tell it: on the way, and after the end."""

import asyncio
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import FileRow, FilesPage, FriendAdded, FriendChanged
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.domain.transfer import EntryState, TransferId, TransferState
from tests.helpers.exchanging import offered
from tests.helpers.two_services import SECONDS, Party

FILM_BYTES = 8_000_000
SLOW = 400_000
_E = EntryState


async def page(somebody: Party, transfer_id: TransferId, query: FileQuery) -> FilesPage:
    before = len(somebody.events)
    somebody.service.queue.request_files(transfer_id, 0, 100, query)

    def pages() -> list[FilesPage]:
        return [each for each in somebody.events[before:] if isinstance(each, FilesPage)]

    await somebody.until(lambda: bool(pages()))
    return pages()[0]


async def rows(
    somebody: Party, transfer_id: TransferId, query: FileQuery = EVERY_FILE
) -> Mapping[str, FileRow]:
    told = await page(somebody, transfer_id, query)
    return {row.path.partition("/")[2]: row for row in told.rows if not row.is_folder}


async def until_some(somebody: Party, transfer_id: TransferId, path: str) -> FileRow:
    """Wait until a part of a file is there, or has gone; nobody is told of that."""
    async with asyncio.timeout(SECONDS):
        while True:
            row = (await rows(somebody, transfer_id))[path]
            if row.state is EntryState.PARTIAL and row.here:
                return row
            await asyncio.sleep(0.05)


async def until_kept(somebody: Party, transfer_id: TransferId) -> None:
    """Wait until nothing runs any more, so that only what was kept can tell; no event does."""
    async with asyncio.timeout(SECONDS):
        transfers = somebody.service._handing_over.transfers
        while transfers.standing_of(transfer_id) is not None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def put(folder: Path) -> Path:
    folder.mkdir()
    (folder / "film.mkv").write_bytes(bytes(range(250)) * (FILM_BYTES // 250))
    for name in ("gone.txt", "left out.txt", "note.txt"):
        (folder / name).write_bytes(name.encode())
    return folder


async def test_both_tell_where_each_file_stands(pair: tuple[Party, Party], tmp_path: Path) -> None:
    alice, bob = pair
    source = put(tmp_path / "box")
    transfer_id = await offered(alice, bob, source)
    alice.service.set_transfer_limits(transfer_id, RateLimits(up=SLOW))
    (source / "gone.txt").unlink()
    bob.service.accept(transfer_id)
    left_out = next(
        row.index for path, row in (await rows(bob, transfer_id)).items() if path == "left out.txt"
    )
    await bob.until_state(transfer_id, TransferState.ACTIVE)
    bob.service.queue.leave_out(transfer_id, [left_out])
    for somebody in pair:
        row = await until_some(somebody, transfer_id, "film.mkv")
        assert 0 < row.here < FILM_BYTES
    alice.service.set_transfer_limits(transfer_id, UNLIMITED)
    for somebody in pair:
        assert (await somebody.until_final(transfer_id)).state is TransferState.PARTLY_DONE
        await until_kept(somebody, transfer_id)
        there = await rows(somebody, transfer_id)
        assert {path: row.state for path, row in there.items()} == {
            "film.mkv": _E.DONE,
            "gone.txt": _E.FAILED,
            "left out.txt": _E.CANCELLED,
            "note.txt": _E.DONE,
        }
        assert there["gone.txt"].code is Code.SOURCE_GONE
        assert list(await rows(somebody, transfer_id, FileQuery(only_problems=True))) == [
            "gone.txt"
        ]
        assert list(await rows(somebody, transfer_id, FileQuery("FILM"))) == ["film.mkv"]


async def test_both_tell_the_same_digest_and_how_they_are_connected(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await offered(alice, bob, put(tmp_path / "box"))
    digests = {(await page(each, transfer_id, EVERY_FILE)).digest for each in pair}
    assert len(digests) == 1
    assert len(digests.pop()) == 32
    for somebody in pair:
        told = [each for each in somebody.events if isinstance(each, FriendAdded | FriendChanged)]
        presence = told[-1].presence
        assert ip_address(presence.address)
        assert presence.cipher in ("AES-256-GCM", "ChaCha20-Poly1305")


@pytest.mark.parametrize("count", [-5, 0])
async def test_no_files_are_told_if_none_are_asked_for(
    pair: tuple[Party, Party], tmp_path: Path, count: int
) -> None:
    alice, bob = pair
    transfer_id = await offered(alice, bob, put(tmp_path / "box"))
    before = len(alice.events)
    alice.service.queue.request_files(transfer_id, 0, count)
    await alice.until(lambda: any(isinstance(each, FilesPage) for each in alice.events[before:]))
    assert [each.rows for each in alice.events[before:] if isinstance(each, FilesPage)] == [()]

"""Two whole services: what was handed over is checked again, and what is damaged comes again."""

import os
from datetime import date
from pathlib import Path

import pytest

from byhand.domain.events import OrderFailed
from byhand.domain.history_events import CheckedAgain
from byhand.domain.pieces import KIB
from byhand.domain.root_chunks import each_root
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.errors import UsageError
from tests.helpers.exchanging import Wire, handed_over, memory_of
from tests.helpers.trees import Tree, snapshot
from tests.helpers.two_services import Party, party, two_services

PIECE = 256 * KIB
DAY = date.today().isoformat()  # noqa: DTZ011  # as people see it
FILES: Tree = {"a": b"a" * 1000, "big": bytes(4 * PIECE), "deep": None, "deep/b": b"b" * 2000}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for path, content in ({"": None} | FILES).items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
    return folder


async def checked(side: Party, transfer_id: TransferId) -> CheckedAgain:
    before = len(side.events)
    side.service.history.check_again(transfer_id)

    def found() -> list[CheckedAgain]:
        return [each for each in side.events[before:] if isinstance(each, CheckedAgain)]

    await side.until(lambda: bool(found()))
    return found()[0]


async def fetched(side: Party, transfer_id: TransferId) -> Transfer:
    """Return the transfer that has brought what was missing."""
    side.service.history.fetch_again(transfer_id)
    return await come(side, transfer_id)


async def come(side: Party, transfer_id: TransferId) -> Transfer:
    def found() -> list[Transfer]:
        known = side.transfers().values()
        return [each for each in known if each.again_of == transfer_id and each.is_final]

    await side.until(lambda: bool(found()))
    assert found()[0].state is TransferState.DONE
    return found()[0]


async def refused(side: Party, transfer_id: TransferId) -> str:
    before = len(side.events)
    side.service.history.fetch_again(transfer_id)

    def found() -> list[UsageError]:
        failed = [each for each in side.events[before:] if isinstance(each, OrderFailed)]
        return [each.error for each in failed if isinstance(each.error, UsageError)]

    await side.until(lambda: bool(found()))
    return str(found()[0])


def shown(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def damage(path: Path) -> bytes:
    """Change one byte and nothing else that one could see; return what is there now."""
    status = path.stat()
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"!")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return path.read_bytes()


async def test_what_is_damaged_comes_again_and_is_kept_beside_it(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    arrived = bob.folder / "photos"
    damaged = damage(arrived / "big")
    (arrived / "deep/b").unlink()
    (arrived / "mine").write_bytes(b"mine")
    found = await checked(bob, transfer_id)
    assert (found.right, found.missing, found.changed) == (1, 1, 1)
    assert found.could_be_fetched
    wire.clear()
    again = await fetched(bob, transfer_id)
    assert snapshot(arrived) == FILES | {"mine": b"mine"}
    assert snapshot(bob.folder / f"photos (replaced {DAY})") == {"big": damaged}
    assert again.accepted_by_policy
    assert (await alice.until_final(again.id)).done_files == 2
    assert wire.lanes < PIECE + 5000, "of the large file one piece"
    after = await checked(bob, transfer_id)
    assert (after.right, after.missing, after.changed, after.could_be_fetched) == (3, 0, 0, False)
    assert shown(bob.folder) == ["photos", f"photos (replaced {DAY})"]


async def test_a_file_alone_is_mended_under_the_name_that_it_was_saved_by(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    (tmp_path / "film.mkv").write_bytes(b"film" * 1000)
    (bob.folder / "film.mkv").write_bytes(b"another film")
    transfer_id = await handed_over(alice, bob, tmp_path / "film.mkv")
    damaged = damage(bob.folder / "film (1).mkv")
    await fetched(bob, transfer_id)
    assert (bob.folder / "film (1).mkv").read_bytes() == b"film" * 1000
    assert (bob.folder / f"film (1) (replaced {DAY}).mkv").read_bytes() == damaged
    assert (bob.folder / "film.mkv").read_bytes() == b"another film"
    assert (await checked(bob, transfer_id)).right == 1


async def test_a_file_alone_that_is_gone_comes_back_to_its_name(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    (tmp_path / "film.mkv").write_bytes(b"film" * 1000)
    (bob.folder / "film.mkv").write_bytes(b"another film")
    transfer_id = await handed_over(alice, bob, tmp_path / "film.mkv")
    (bob.folder / "film (1).mkv").unlink()
    await fetched(bob, transfer_id)
    assert shown(bob.folder) == ["film (1).mkv", "film.mkv"]
    assert (await checked(bob, transfer_id)).right == 1


async def test_another_file_of_the_name_stays_where_it_is(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    (tmp_path / "film.mkv").write_bytes(b"film" * 1000)
    transfer_id = await handed_over(alice, bob, tmp_path / "film.mkv")
    (bob.folder / "mine.mkv").write_bytes(b"mine")
    (bob.folder / "mine.mkv").rename(bob.folder / "film.mkv")
    await fetched(bob, transfer_id)
    assert (bob.folder / "film.mkv").read_bytes() == b"mine"
    assert (bob.folder / "film (1).mkv").read_bytes() == b"film" * 1000


async def test_a_folder_that_is_gone_comes_back(pair: tuple[Party, Party], source: Path) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    (bob.folder / "photos").rename(bob.folder / "gone")
    await fetched(bob, transfer_id)
    assert snapshot(bob.folder / "photos") == FILES
    assert (await checked(bob, transfer_id)).right == 3


async def test_who_asks_twice_is_served_once_and_breaks_nothing(
    pair: tuple[Party, Party], source: Path, caplog: pytest.LogCaptureFixture
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    (bob.folder / "photos/a").unlink()
    await checked(bob, transfer_id)
    bob.service.history.fetch_again(transfer_id)
    await fetched(bob, transfer_id)
    await bob.until_quiet()
    assert snapshot(bob.folder / "photos") == FILES
    assert "a bug" not in caplog.text


async def test_a_friend_who_is_away_is_asked_when_they_are_back(
    tmp_path: Path, source: Path
) -> None:
    async with two_services(tmp_path) as (alice, bob):
        transfer_id = await handed_over(alice, bob, source)
    (tmp_path / "bob's downloads/photos/a").unlink()
    async with party(tmp_path / "bob", tmp_path / "bob's downloads") as bob:
        assert (await checked(bob, transfer_id)).could_be_fetched
        bob.service.history.fetch_again(transfer_id)
        await bob.until_quiet()
        async with party(tmp_path / "alice", tmp_path / "alice's downloads") as alice:
            port = alice.service._people.port
            bob.service.friends.add_address(bob.friend.id, f"127.0.0.1:{port}")
            await come(bob, transfer_id)
    assert snapshot(tmp_path / "bob's downloads/photos") == FILES


async def test_what_has_changed_there_is_not_to_be_had(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    (bob.folder / "photos/a").unlink()
    (source / "a").write_bytes(b"another")
    assert "can't send that again" in await refused(bob, transfer_id)
    assert not [each for each in alice.transfers().values() if each.again_of]


async def test_of_what_is_asked_for_that_comes_which_is_as_it_was(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    for path in ("a", "deep/b"):
        (bob.folder / "photos" / path).unlink()
    (source / "a").write_bytes(b"another")
    await fetched(bob, transfer_id)
    assert snapshot(bob.folder / "photos") == {
        path: content for path, content in FILES.items() if path != "a"
    }


async def test_what_the_sender_has_forgotten_is_not_to_be_had(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    (bob.folder / "photos/a").unlink()
    alice.service.history.forget(transfer_id)
    await alice.until_quiet()
    assert "can't send that again" in await refused(bob, transfer_id)


async def test_nothing_is_asked_for_if_all_is_right_or_came_from_here(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    assert "Nothing of that" in await refused(bob, transfer_id)
    (source / "a").unlink()
    assert not (await checked(alice, transfer_id)).could_be_fetched
    assert "Nobody can be asked" in await refused(alice, transfer_id)


async def test_a_check_says_whether_the_receiver_has_signed_for_it(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, source)
    for side in pair:
        assert (await checked(side, transfer_id)).is_signed_right is True
    for side in pair:
        known = list(each_root(await memory_of(side).roots_of(transfer_id)))
        await memory_of(side).keep_roots(transfer_id, known[1:])
        assert (await checked(side, transfer_id)).is_signed_right is False

"""Files made of what is here already, whatever becomes of that meanwhile."""

import dataclasses
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.arrival import Arrival
from byhand.engine.copying import Copying
from byhand.engine.hash_cache import HashCache
from byhand.errors import DiskFullError
from byhand.protocol.data_frame import FLAG_SAME, FLAG_ZERO
from byhand.storage.disk import SYSTEM_DISK, Buffer
from byhand.storage.existing_files import LocalFile
from byhand.storage.source import present_stamp
from tests.helpers.arrivals import Receiver, give_up
from tests.helpers.changes import append, overwrite
from tests.helpers.trees import Tree, open_descriptors, snapshot

PIECE = 256 * KIB
TREE: Tree = {"big": os.urandom(4 * PIECE + 100), "a": os.urandom(1000), "b": os.urandom(2000)}
BIG, A, B = 0, 1, 2


@pytest.fixture(params=[BIG, A])
def entry(request: pytest.FixtureRequest) -> int:
    assert isinstance(request.param, int)
    return request.param


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    before = open_descriptors()
    with Receiver(tmp_path / "to", TREE) as receiver:
        yield receiver
    assert open_descriptors() == before


def here(folder: Path, content: bytes) -> Path:
    path = folder / "here"
    path.write_bytes(content)
    return path


def found(path: Path) -> LocalFile:
    stamp = present_stamp(str(path))
    assert stamp is not None
    return LocalFile(str(path), stamp)


def steps(
    receiver: Receiver, arrival: Arrival, entry: int, source: LocalFile
) -> "Iterator[bool | None]":
    """Yield None for every step, and at last whether the file was made."""
    copying = Copying(arrival, HashCache(), threading.Event())

    def all_steps() -> Iterator[bool | None]:
        yield (yield from copying.make(entry, receiver.sender.root(entry), source))

    return all_steps()


def made(receiver: Receiver, arrival: Arrival, entry: int, source: LocalFile) -> bool:
    *_, is_made = steps(receiver, arrival, entry, source)
    assert is_made is not None
    return is_made


def nothing_is_left(receiver: Receiver, arrival: Arrival, entry: int) -> bool:
    """Say whether a file is wanted, all of it, and nothing of it lies on the disk."""
    assert arrival.content.is_untouched(entry)
    left = snapshot(Path(arrival.staging.path))
    return left == {"parts": None, "tree": None}


def finish(receiver: Receiver, arrival: Arrival) -> None:
    receiver.sender.serve(arrival)
    receiver.save(arrival)
    assert snapshot(receiver.base) == TREE


def test_a_copy_is_as_good_as_what_comes(receiver: Receiver, tmp_path: Path, entry: int) -> None:
    arrival = receiver.begin()
    content = receiver.sender.content(entry)
    assert made(receiver, arrival, entry, found(here(tmp_path, content)))
    assert arrival.content.states.state(entry) is EntryState.SKIPPED
    assert arrival.content.present_bytes == len(content)
    assert arrival.content.received_bytes == 0
    assert list(arrival.content.states.take_done(10)) == [entry]
    assert entry not in dict(arrival.content.wish())
    finish(receiver, arrival)


def test_a_disk_that_lets_files_share_their_bytes_is_asked_to(tmp_path: Path) -> None:
    written: list[int] = []

    def clone(source: int, target: int) -> bool:
        os.lseek(source, 0, os.SEEK_SET)
        with open(source, "rb", closefd=False) as file:
            os.pwrite(target, file.read(), 0)
        return True

    def write_at(fd: int, data: Buffer, offset: int) -> int:
        written.append(len(data))
        return os.pwrite(fd, data, offset)

    disk = replace(SYSTEM_DISK, clone=clone, write_at=write_at)
    with Receiver(tmp_path / "to", TREE, disk=disk) as receiver:
        arrival = receiver.begin()
        source = found(here(tmp_path, receiver.sender.content(BIG)))
        assert made(receiver, arrival, BIG, source)
        assert not written
        finish(receiver, arrival)


def test_another_file_of_the_size_is_not_taken_for_it(
    receiver: Receiver, tmp_path: Path, entry: int
) -> None:
    arrival = receiver.begin()
    content = bytearray(receiver.sender.content(entry))
    content[-1] ^= 1
    assert not made(receiver, arrival, entry, found(here(tmp_path, bytes(content))))
    assert nothing_is_left(receiver, arrival, entry)
    finish(receiver, arrival)


def test_a_file_that_changed_since_it_was_found_is_not_taken(
    receiver: Receiver, tmp_path: Path, entry: int
) -> None:
    arrival = receiver.begin()
    path = here(tmp_path, receiver.sender.content(entry))
    before = found(path)
    overwrite(path, 0, b"changed")
    assert not made(receiver, arrival, entry, before)
    append(path)
    assert not made(receiver, arrival, entry, found(path))
    path.unlink()
    assert not made(receiver, arrival, entry, before)
    assert nothing_is_left(receiver, arrival, entry)
    finish(receiver, arrival)


def test_a_link_in_the_place_of_a_file_is_not_followed(
    receiver: Receiver, tmp_path: Path, entry: int
) -> None:
    arrival = receiver.begin()
    path = here(tmp_path, receiver.sender.content(entry))
    before = found(path)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert not made(receiver, arrival, entry, before)
    assert nothing_is_left(receiver, arrival, entry)
    arrival.discard()


def test_a_file_that_changes_while_it_is_copied_is_not_taken(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    path = here(tmp_path, receiver.sender.content(BIG))
    copied = steps(receiver, arrival, BIG, found(path))
    next(copied)
    overwrite(path, 3 * PIECE, b"changed")
    *_, is_made = copied
    assert is_made is False
    assert nothing_is_left(receiver, arrival, BIG)
    finish(receiver, arrival)


def test_what_comes_while_a_file_is_copied_is_passed_over(
    receiver: Receiver, tmp_path: Path
) -> None:
    """Whatever a sender says there: it could put other bytes under a root that was compared."""
    arrival = receiver.begin()
    copied = steps(receiver, arrival, BIG, found(here(tmp_path, receiver.sender.content(BIG))))
    next(copied)
    other = dataclasses.replace(receiver.sender, contents=[bytes(5 * PIECE), None, None])
    for piece in range(4):
        other.send_piece(arrival, BIG, piece)
    *_, is_made = copied
    assert is_made is True
    finish(receiver, arrival)


def test_a_pack_that_comes_while_a_member_is_copied_leaves_that_out(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    copied = steps(receiver, arrival, A, found(here(tmp_path, receiver.sender.content(A))))
    next(copied)
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    assert arrival.content.states.state(B) is EntryState.COMPLETE
    *_, is_made = copied
    assert is_made is True
    receiver.sender.vouch(arrival, PACK_INDEX, 0)
    assert arrival.content.states.state(B) is EntryState.DONE
    finish(receiver, arrival)


def test_what_has_begun_to_come_is_not_copied(receiver: Receiver, tmp_path: Path) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, BIG, 3)
    source = found(here(tmp_path, receiver.sender.content(BIG)))
    assert not made(receiver, arrival, BIG, source)
    assert dict(arrival.content.wish())[BIG] == RangeSet([(0, 3), (4, 5)])
    finish(receiver, arrival)


@pytest.mark.parametrize("ends", ["given up", "closed", "stopped"])
def test_a_copy_that_is_not_wanted_any_more_leaves_nothing(
    receiver: Receiver, tmp_path: Path, ends: str
) -> None:
    arrival = receiver.begin()
    copied = steps(receiver, arrival, BIG, found(here(tmp_path, receiver.sender.content(BIG))))
    next(copied)
    if ends == "given up":
        give_up(arrival, [BIG])
    elif ends == "closed":
        arrival.pieces.close()
    if ends == "stopped":
        copied.close()  # type: ignore[attr-defined]  # it is a generator
    else:
        *_, is_made = copied
        assert is_made is False
    assert snapshot(Path(arrival.staging.path)) == {"parts": None, "tree": None}
    arrival.discard()


def test_a_copy_is_found_again_after_a_stop_and_nothing_is_asked_for(
    receiver: Receiver, tmp_path: Path, entry: int
) -> None:
    arrival = receiver.begin()
    assert made(receiver, arrival, entry, found(here(tmp_path, receiver.sender.content(entry))))
    receiver.flush(arrival)
    resumed = receiver.resume(receiver.kill(arrival), was_stopped_well=False, is_same_boot=True)
    assert resumed.content.states.state(entry) is EntryState.SKIPPED
    assert resumed.read_again_bytes == 0
    finish(receiver, resumed)


def test_a_copy_that_was_not_recorded_is_made_again(
    receiver: Receiver, tmp_path: Path, entry: int
) -> None:
    arrival = receiver.begin()
    source = found(here(tmp_path, receiver.sender.content(entry)))
    assert made(receiver, arrival, entry, source)
    resumed = receiver.resume(receiver.kill(arrival), was_stopped_well=False, is_same_boot=True)
    assert nothing_is_left(receiver, resumed, entry)
    assert made(receiver, resumed, entry, source)
    finish(receiver, resumed)


def test_holes_stay_holes(tmp_path: Path) -> None:
    size = 40 * PIECE
    with Receiver(tmp_path / "to", {"big": bytes(size)}) as receiver:
        receiver.accepted = replace(
            receiver.accepted, entries=[replace(receiver.entries[0], allocated=0)]
        )
        arrival = receiver.begin()
        path = tmp_path / "here"
        with path.open("wb") as file:
            file.truncate(size)
        assert made(receiver, arrival, BIG, found(path))
        (saved,) = receiver.save(arrival)
        status = os.stat(saved)
        assert (status.st_size, status.st_blocks) == (size, 0)


def test_a_full_disk_is_told_and_nothing_is_left_of_the_copy(tmp_path: Path) -> None:
    def full(fd: int, data: Buffer, offset: int) -> int:
        raise OSError(28, "No space left on device")

    with Receiver(tmp_path / "to", TREE, disk=replace(SYSTEM_DISK, write_at=full)) as receiver:
        arrival = receiver.begin()
        source = found(here(tmp_path, receiver.sender.content(BIG)))
        with pytest.raises(DiskFullError):
            made(receiver, arrival, BIG, source)
        assert nothing_is_left(receiver, arrival, BIG)
        arrival.discard()


def test_the_file_itself_stays_what_it_is(receiver: Receiver, tmp_path: Path, entry: int) -> None:
    arrival = receiver.begin()
    content = receiver.sender.content(entry)
    path = here(tmp_path, content)
    shutil.copy2(path, tmp_path / "copy")
    assert made(receiver, arrival, entry, found(path))
    finish(receiver, arrival)
    assert path.read_bytes() == content
    assert not os.path.samefile(path, receiver.base / list(TREE)[entry])


# Old bytes


def based(receiver: Receiver, arrival: Arrival, old: LocalFile) -> bool:
    """Let the big file be made out of old bytes; say whether they are kept."""
    copying = Copying(arrival, HashCache(), threading.Event())
    known: list[bytes | None] = []

    def all_steps() -> Iterator[bool | None]:
        known.append((yield from copying.hashes_of(old)))
        assert known[0] is not None
        yield (yield from copying.make_base(BIG, old, known[0]))

    *_, is_kept = all_steps()
    assert is_kept is not None
    return is_kept


@pytest.mark.parametrize("length", [5 * PIECE, 4 * PIECE + 100, 4 * PIECE, 2 * PIECE + 7])
def test_of_an_old_file_only_what_differs_has_to_come(
    receiver: Receiver, tmp_path: Path, length: int
) -> None:
    arrival = receiver.begin()
    old = bytearray((receiver.sender.content(BIG) + bytes(PIECE))[:length])
    old[PIECE] ^= 1
    assert based(receiver, arrival, found(here(tmp_path, bytes(old))))
    assert not arrival.content.is_untouched(BIG)
    ((entry, generation, ((first, hashes),)),) = arrival.content.old.runs()
    assert (entry, generation, first) == (BIG, 0, 0)
    same = {0, *range(2, len(hashes) // 32)}
    assert len(same) == min(length // PIECE, 4) - 1 + (length == 4 * PIECE + 100)
    for piece in range(5):
        if piece in same:
            receiver.sender.send_flag(arrival, FLAG_SAME, BIG, piece, 1)
        else:
            receiver.sender.send_piece(arrival, BIG, piece)
    receiver.sender.vouch(arrival, BIG)
    assert arrival.content.states.state(BIG) is EntryState.DONE
    assert arrival.content.received_bytes == sum(
        len(receiver.sender.piece(BIG, piece)) for piece in range(5) if piece not in same
    )
    finish(receiver, arrival)


def test_zeros_come_where_old_bytes_lie(receiver: Receiver, tmp_path: Path) -> None:
    arrival = receiver.begin()
    receiver.tree = TREE | {"big": bytes(4 * PIECE + 100)}
    receiver.sender.contents[BIG] = receiver.tree["big"]
    assert based(receiver, arrival, found(here(tmp_path, os.urandom(5 * PIECE))))
    receiver.sender.send_flag(arrival, FLAG_ZERO, BIG, 0, 5)
    receiver.sender.vouch(arrival, BIG)
    receiver.sender.serve(arrival)
    receiver.save(arrival)
    assert snapshot(receiver.base) == receiver.tree


def test_a_copy_that_turns_out_to_be_another_file_is_of_use_all_the_same(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    content = bytearray(receiver.sender.content(BIG))
    content[0] ^= 1
    source = found(here(tmp_path, bytes(content)))
    copying = Copying(arrival, HashCache(), threading.Event())
    for _ in copying.make(BIG, receiver.sender.root(BIG), source, is_base=True):
        pass
    assert arrival.content.states.state(BIG) is EntryState.WAITING
    receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 1, 4)
    receiver.sender.send_piece(arrival, BIG, 0)
    receiver.sender.vouch(arrival, BIG)
    assert arrival.content.received_bytes == PIECE
    finish(receiver, arrival)


def test_old_bytes_that_are_not_what_was_named_are_asked_for(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    assert based(receiver, arrival, found(here(tmp_path, receiver.sender.content(BIG))))
    part = Path(arrival.staging.path, "parts", str(BIG))
    with part.open("r+b") as file:
        file.write(b"changed")
    receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 0, 5)
    assert dict(arrival.content.wish())[BIG] == RangeSet([(0, 1)])
    finish(receiver, arrival)


def test_old_bytes_are_forgotten_at_a_kill_and_everything_is_there_once(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    assert based(receiver, arrival, found(here(tmp_path, receiver.sender.content(BIG))))
    receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 0, 2)
    receiver.record()
    resumed = receiver.resume(receiver.kill(arrival), was_stopped_well=False, is_same_boot=True)
    assert dict(resumed.content.wish())[BIG] == RangeSet([(2, 5)])
    assert resumed.content.old.runs() == []
    finish(receiver, resumed)


def test_small_files_and_such_with_other_pieces_are_no_base(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    assert not based(receiver, arrival, found(here(tmp_path, bytes(PIECE - 1))))
    assert nothing_is_left(receiver, arrival, BIG)
    copying = Copying(arrival, HashCache(), threading.Event())
    assert list(copying.make_base(A, found(here(tmp_path, bytes(2 * PIECE))), bytes(64))) == []
    assert nothing_is_left(receiver, arrival, A)
    arrival.discard()

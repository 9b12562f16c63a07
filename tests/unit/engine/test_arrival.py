"""Transfers that are stopped in every way and gone on with."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.journal import Journal
from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.arrival import Arrival
from byhand.engine.trust import Trust
from byhand.errors import RemoteProtocolError, StagingGoneError, StorageError
from byhand.protocol.data_frame import FLAG_SAME, FLAG_ZERO
from byhand.storage.disk import SYSTEM_DISK
from tests.helpers.arrivals import Receiver, give_up
from tests.helpers.trees import Tree, open_descriptors, snapshot

PIECE = 256 * KIB
TREE: Tree = {
    "folder": None,
    "folder/big": os.urandom(4 * PIECE + 100),
    "folder/empty": b"",
    "folder/inner": None,
    "folder/inner/a": os.urandom(1000),
    "folder/inner/b": os.urandom(2000),
    "other": os.urandom(2 * PIECE),
}
BIG, EMPTY, A, B, OTHER = 1, 2, 4, 5, 6

STOPS: dict[str, dict[str, object]] = {
    "stopped": {"was_stopped_well": True, "is_same_boot": True},
    "stopped, other boot": {"was_stopped_well": True, "is_same_boot": False},
    "killed": {"was_stopped_well": False, "is_same_boot": True},
    "power lost": {"was_stopped_well": False, "is_same_boot": False},
}
KILLED, POWER_LOST, STOPPED = STOPS["killed"], STOPS["power lost"], STOPS["stopped"]


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    before = open_descriptors()
    with Receiver(tmp_path / "to", TREE) as receiver:
        yield receiver
    assert open_descriptors() == before


def finish(receiver: Receiver, arrival: Arrival) -> None:
    """Send the rest and save it."""
    receiver.sender.serve(arrival)
    assert arrival.pieces.is_complete()
    assert arrival.content.states.unproven == 0
    receiver.save(arrival)
    assert snapshot(receiver.base) == receiver.tree


def test_what_arrives_without_a_stop_is_saved(receiver: Receiver) -> None:
    arrival = receiver.begin()
    assert arrival.content.present_bytes == 0
    finish(receiver, arrival)
    total = sum(len(content) for content in TREE.values() if content)
    assert arrival.content.present_bytes == arrival.content.received_bytes == total


@pytest.mark.parametrize("how", STOPS)
def test_after_a_stop_in_the_middle_only_the_rest_is_sent(receiver: Receiver, how: str) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, limit=4)  # the pack, and three pieces of the big file
    path = receiver.stop(arrival)
    resumed = receiver.resume(path, **STOPS[how])
    assert resumed.read_again_bytes == 0
    assert resumed.content.present_bytes == 3000 + 3 * PIECE
    assert resumed.content.wish() == (
        (BIG, RangeSet([(3, 5)])),
        (OTHER, RangeSet([(0, 2)])),
    )
    finish(receiver, resumed)


@pytest.mark.parametrize("how", STOPS)
@pytest.mark.parametrize("limit", range(8))
def test_after_any_stop_everything_is_there_once(receiver: Receiver, how: str, limit: int) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, limit)
    receiver.record()
    receiver.sender.serve(arrival, 1)
    path = receiver.kill(arrival)
    resumed = receiver.resume(path, **STOPS[how])
    path = receiver.kill(resumed)
    finish(receiver, receiver.resume(path, **KILLED))


def test_after_kill_9_what_was_recorded_is_not_read_and_what_was_not_is_sent_again(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 2)
    receiver.record()
    receiver.sender.send_piece(arrival, BIG, 3)
    resumed = receiver.resume(receiver.kill(arrival), **KILLED)
    assert resumed.read_again_bytes == 0
    assert dict(resumed.content.wish())[BIG] == RangeSet([(1, 5)])
    finish(receiver, resumed)


def test_after_a_power_loss_only_what_was_not_flushed_is_read_again(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 2)
    receiver.flush(arrival)
    receiver.sender.send_piece(arrival, BIG, 3)
    receiver.sender.send_piece(arrival, BIG, 4)
    receiver.record()
    path = receiver.kill(arrival)
    with Path(path, "parts", str(BIG)).open("r+b") as part:
        part.seek(3 * PIECE)
        part.write(bytes(PIECE))  # never reached the disk
    resumed = receiver.resume(path, **POWER_LOST)
    assert resumed.read_again_bytes == PIECE + 100
    assert dict(resumed.content.wish())[BIG] == RangeSet([(1, 4)])
    # What was dropped is not believed later either.
    again = receiver.resume(receiver.kill(resumed), **KILLED)
    assert dict(again.content.wish())[BIG] == RangeSet([(1, 4)])
    finish(receiver, again)


def test_what_has_to_be_read_again_is_left_when_the_program_ends(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival)
    receiver.record()
    path = receiver.kill(arrival)
    looks = iter([False, False, True])
    receiver.is_stopped = lambda: next(looks)
    with pytest.raises(StorageError):
        receiver.resume(path, **POWER_LOST)
    assert next(looks, None) is None, "it stops as soon as it is told"
    receiver.is_stopped = lambda: False
    resumed = receiver.resume(path, **POWER_LOST)
    assert resumed.read_again_bytes > 2 * PIECE
    finish(receiver, resumed)


def test_a_small_file_that_was_not_flushed_is_read_again_and_dropped_if_it_is_wrong(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 1)
    receiver.record()
    path = receiver.kill(arrival)
    Path(path, "tree/folder/inner/a").write_bytes(bytes(1000))
    resumed = receiver.resume(path, **POWER_LOST)
    assert resumed.read_again_bytes == 3000
    assert dict(resumed.content.wish())[A] == RangeSet([(0, 1)])
    assert B not in dict(resumed.content.wish())
    assert not Path(path, "tree/folder/inner/a").exists()
    finish(receiver, receiver.resume(receiver.kill(resumed), **KILLED))


def changed(path: Path) -> None:
    with path.open("r+b") as file:
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))


@pytest.mark.parametrize("name", ["parts/1", "tree/folder/inner/a"])
def test_M10_what_was_changed_while_we_were_away_is_found_out_and_only_that_is_sent_again(
    receiver: Receiver, name: str
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 5)
    receiver.journal.recorded_at = time.time_ns() - 10 * 10**9
    arrival.settle()
    path = receiver.kill(arrival)
    changed(Path(path, name))
    resumed = receiver.resume(path, **STOPPED)
    lost = PIECE if name == "parts/1" else 1000
    assert resumed.content.present_bytes == 3000 + 4 * PIECE - lost
    finish(receiver, resumed)


def test_M10_after_kill_9_a_file_that_was_changed_much_later_is_read_again(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 5)
    receiver.record()
    receiver.journal.recorded_at -= 10 * 10**9
    path = receiver.kill(arrival)
    changed(Path(path, "parts", str(BIG)))
    resumed = receiver.resume(path, **KILLED)
    assert resumed.read_again_bytes == 4 * PIECE + 3000
    assert dict(resumed.content.wish())[BIG] == RangeSet([(0, 1), (4, 5)])
    finish(receiver, resumed)


def test_M10_another_file_in_the_place_of_a_part_is_not_believed(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    path = receiver.stop(arrival)
    part = Path(path, "parts", str(BIG))
    shutil.copy2(part, part.with_name("copy"))
    part.with_name("copy").replace(part)
    resumed = receiver.resume(path, **KILLED)
    assert dict(resumed.content.wish())[BIG] == RangeSet([(0, 5)])
    finish(receiver, resumed)


@pytest.mark.parametrize("name", ["parts/1", "tree/folder/inner/a", "tree/folder"])
@pytest.mark.parametrize("how", ["gone", "link"])
def test_M10_what_is_gone_or_became_a_link_is_asked_for_again_and_not_followed(
    receiver: Receiver, tmp_path: Path, name: str, how: str
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    path = receiver.stop(arrival)
    place = Path(path, name)
    place.rename(tmp_path / "moved away")
    before = snapshot(tmp_path / "moved away")
    if how == "link":
        place.symlink_to(tmp_path / "moved away")
    if how == "link" and name == "tree/folder":
        with pytest.raises(StorageError):
            receiver.resume(path, **STOPPED)
        place.unlink()
    finish(receiver, receiver.resume(path, **STOPPED))
    assert snapshot(tmp_path / "moved away") == before


def test_a_whole_file_is_believed_or_read_as_its_pieces_would_be(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 6)
    assert arrival.content.states.state(BIG) is EntryState.DONE
    path = receiver.stop(arrival)
    resumed = receiver.resume(path, **STOPPED)
    assert resumed.content.states.state(BIG) is EntryState.DONE
    assert resumed.read_again_bytes == 0
    path = receiver.kill(resumed)
    changed(Path(path, "parts", str(BIG)))
    again = receiver.resume(path, **STOPPED)
    assert again.content.states.state(BIG) is EntryState.PARTIAL
    assert dict(again.content.wish())[BIG] == RangeSet([(0, 1)])
    finish(receiver, again)


def test_a_failed_flush_leaves_only_what_was_durable_before(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 2)
    receiver.flush(arrival)
    receiver.sender.serve(arrival, 2)
    receiver.record()
    resumed = receiver.resume(receiver.kill(arrival), is_in_doubt=True, **STOPPED)
    assert resumed.read_again_bytes == 0
    assert resumed.content.present_bytes == 3000 + PIECE
    finish(receiver, resumed)


def test_what_failed_or_was_cancelled_stays_so(receiver: Receiver) -> None:
    arrival = receiver.begin()
    give_up(arrival, [BIG])
    assert arrival.content.give_up(A, EntryState.CANCELLED, Code.CANCELLED)
    assert not arrival.content.give_up(A, EntryState.FAILED, Code.SOURCE_GONE)
    resumed = receiver.resume(receiver.stop(arrival), **KILLED)
    states = resumed.content.states
    assert (states.state(BIG), states.code(BIG)) == (EntryState.FAILED, Code.SOURCE_GONE)
    assert (states.state(A), states.code(A)) == (EntryState.CANCELLED, Code.CANCELLED)
    assert resumed.content.wish() == ((B, RangeSet([(0, 1)])), (OTHER, RangeSet([(0, 2)])))
    receiver.sender.serve(resumed)
    receiver.save(resumed)
    left_out = ("folder/big", "folder/inner/a")
    assert snapshot(receiver.base) == {k: v for k, v in TREE.items() if k not in left_out}


def test_what_was_given_up_leaves_the_disk(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 3)
    part = Path(arrival.staging.path, "parts", str(BIG))
    assert part.exists()
    give_up(arrival, [BIG])
    assert arrival.content.present_bytes == 3000
    arrival.pieces.remove_given_up()
    assert not part.exists()
    arrival.discard()


def test_only_what_was_chosen_is_wanted_and_saved(tmp_path: Path) -> None:
    chosen = RangeSet([(0, 1), (2, 3), (5, 6)])
    with Receiver(tmp_path / "to", TREE, chosen=chosen) as receiver:
        arrival = receiver.begin()
        assert arrival.content.wish() == ((B, RangeSet([(0, 1)])),)
        receiver.sender.serve(arrival)
        receiver.save(arrival)
        assert snapshot(receiver.base) == {
            key: TREE[key] for key in ("folder", "folder/empty", "folder/inner", "folder/inner/b")
        }


# Vouching


def test_nothing_of_a_pack_is_recorded_before_the_sender_vouches_for_it(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    assert arrival.content.states.unproven == 2
    give_up(arrival, [A])
    receiver.record()
    resumed = receiver.resume(receiver.kill(arrival), **KILLED)
    assert resumed.content.states.state(A) is EntryState.FAILED
    assert dict(resumed.content.wish())[B] == RangeSet([(0, 1)])
    resumed.discard()


def test_of_a_pack_with_a_failed_member_the_others_are_recorded_singly(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    give_up(arrival, [A])
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    receiver.sender.vouch(arrival, PACK_INDEX, 0)
    resumed = receiver.resume(receiver.stop(arrival), **KILLED)
    assert resumed.content.states.state(B) is EntryState.DONE
    assert dict(resumed.content.wish()).keys() == {BIG, OTHER}
    resumed.discard()


def test_in_a_new_session_as_little_as_can_be_is_asked_for_of_what_nobody_vouched_for(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    for piece in range(5):
        receiver.sender.send_piece(arrival, BIG, piece)
    assert arrival.content.wish() == ((OTHER, RangeSet([(0, 2)])),)
    arrival.pieces.new_session()
    assert arrival.content.wish() == (
        (PACK_INDEX, RangeSet([(0, 1)])),
        (BIG, RangeSet([(4, 5)])),
        (OTHER, RangeSet([(0, 2)])),
    )
    assert arrival.content.present_bytes == 4 * PIECE
    finish(receiver, arrival)


def test_a_root_may_come_before_its_file(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.vouch(arrival, PACK_INDEX, 0)
    receiver.sender.vouch(arrival, BIG)
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    for piece in range(5):
        receiver.sender.send_piece(arrival, BIG, piece)
    assert arrival.content.states.unproven == 0
    assert set(arrival.content.states.roots()) == {BIG, EMPTY, A, B}
    arrival.discard()


def test_M05_what_the_sender_did_not_vouch_for_may_be_asked_for_once_more(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    for entry, number in ((BIG, -1), (PACK_INDEX, 0)):
        arrival.content.vouch(entry, number, bytes(32))
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    for piece in range(5):
        receiver.sender.send_piece(arrival, BIG, piece)
    assert arrival.content.states.wrong() == [BIG, A, B]
    assert arrival.content.states.unproven == 0
    for entry in (BIG, A, B):
        arrival.content.ask_again(entry)
    assert arrival.content.states.wrong() == []
    assert arrival.content.present_bytes == 0
    finish(receiver, arrival)


# Sources that change


def test_a_source_that_changes_while_its_last_piece_is_noted_is_received_anew(
    tmp_path: Path,
) -> None:
    """SOURCE comes on the control connection, the piece on a lane: two threads."""
    changes: list[Callable[[], object]] = []

    def close(fd: int) -> None:
        SYSTEM_DISK.close(fd)
        while changes:
            changes.pop()()

    with Receiver(tmp_path / "to", TREE, replace(SYSTEM_DISK, close=close)) as receiver:
        arrival = receiver.begin()
        receiver.sender.send_piece(arrival, OTHER, 0)
        changes.append(lambda: arrival.content.source_changed(OTHER, 1))
        receiver.sender.send_piece(arrival, OTHER, 1)
        assert changes == []
        assert dict(arrival.content.wish())[OTHER] == RangeSet([(0, 2)])
        receiver.sender.generations[OTHER] = 1
        finish(receiver, arrival)


def test_a_source_that_changed_is_sent_again_but_for_pieces_that_are_the_same(
    receiver: Receiver,
) -> None:
    arrival = receiver.begin()
    for piece in (0, 1, 3):
        receiver.sender.send_piece(arrival, BIG, piece)
    named = arrival.content.source_changed(BIG, 1)
    old = [blake3(receiver.sender.piece(BIG, piece)).digest() for piece in (0, 1, 3)]
    assert named == [(0, old[0] + old[1]), (3, old[2])]
    assert dict(arrival.content.wish())[BIG] == RangeSet([(0, 5)])
    assert arrival.content.present_bytes == 0
    receiver.sender.send_piece(arrival, BIG, 2)  # of the old version: passed over
    assert arrival.content.present_bytes == 0
    content = receiver.sender.content(BIG)
    new = content[:PIECE] + os.urandom(PIECE) + content[2 * PIECE :]
    receiver.sender.contents[BIG] = receiver.tree["folder/big"] = new
    receiver.sender.generations[BIG] = 1
    try:
        receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 0, 1)
        receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 3, 1)
        assert dict(arrival.content.wish())[BIG] == RangeSet([(1, 3), (4, 5)])
        assert arrival.content.received_bytes == 3 * PIECE
        resumed = receiver.resume(receiver.stop(arrival), **KILLED)
        assert dict(resumed.content.wish())[BIG] == RangeSet([(1, 3), (4, 5)])
        assert resumed.content.source_changed(BIG, 1)
        receiver.sender.send_flag(resumed, FLAG_SAME, BIG, 0, 1)
        finish(receiver, resumed)
    finally:
        receiver.tree["folder/big"] = content


def test_old_bytes_are_read_back_before_they_are_believed(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, BIG, 0)
    arrival.content.source_changed(BIG, 1)
    changed(Path(arrival.staging.path, "parts", str(BIG)))
    receiver.sender.generations[BIG] = 1
    receiver.sender.send_flag(arrival, FLAG_SAME, BIG, 0, 1)
    assert arrival.pieces.bad_pieces == 1
    assert dict(arrival.content.wish())[BIG] == RangeSet([(0, 5)])
    finish(receiver, arrival)


def test_nothing_is_the_same_that_was_never_named(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, BIG, 0)
    arrival.content.source_changed(BIG, 1)
    receiver.sender.generations[BIG] = 1
    for first, count in ((1, 1), (0, 2)):
        with pytest.raises(RemoteProtocolError):
            receiver.sender.send_flag(arrival, FLAG_SAME, BIG, first, count)
    with pytest.raises(RemoteProtocolError):
        receiver.sender.send_flag(arrival, FLAG_SAME, OTHER, 0, 1)
    arrival.discard()


def test_a_hole_of_the_new_version_does_not_keep_old_bytes(receiver: Receiver) -> None:
    arrival = receiver.begin()
    for piece in range(5):
        receiver.sender.send_piece(arrival, BIG, piece)
    arrival.content.source_changed(BIG, 1)
    receiver.sender.generations[BIG] = 1
    receiver.sender.send_flag(arrival, FLAG_ZERO, BIG, 0, 5)
    arrival.content.vouch(BIG, -1, arrival.content.states.root(BIG))
    give_up(arrival, [A, B, OTHER])
    receiver.save(arrival)
    assert (receiver.base / "folder/big").read_bytes() == bytes(4 * PIECE + 100)


def test_a_member_that_changed_comes_singly(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)
    assert arrival.content.source_changed(A, 1) == []
    receiver.sender.vouch(arrival, PACK_INDEX, 0)
    assert arrival.content.states.state(B) is EntryState.DONE
    assert dict(arrival.content.wish())[A] == RangeSet([(0, 1)])
    receiver.sender.send_piece(arrival, PACK_INDEX, 0)  # holds zeros for all we know
    assert arrival.content.states.state(A) is EntryState.WAITING
    receiver.sender.generations[A] = 1
    finish(receiver, arrival)


def test_what_was_vouched_for_does_not_change_any_more(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival)
    assert arrival.content.source_changed(BIG, 1) == []
    assert not arrival.content.give_up(BIG, EntryState.FAILED, Code.SOURCE_GONE)
    finish(receiver, arrival)


# Places


def test_a_staging_folder_that_is_gone_is_told_apart_from_a_disk_that_is(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    path = receiver.stop(arrival)
    receiver.base.rename(tmp_path / "unplugged")
    with pytest.raises(StorageError) as error:
        receiver.resume(path, **STOPPED)
    assert not isinstance(error.value, StagingGoneError)
    assert not receiver.base.exists()
    (tmp_path / "unplugged").rename(receiver.base)
    shutil.rmtree(path)
    with pytest.raises(StagingGoneError):
        receiver.resume(path, **STOPPED)


@pytest.mark.parametrize("is_same_boot", [True, False])
def test_where_another_folder_lies_than_the_one_accepted_nothing_is_begun(
    receiver: Receiver, tmp_path: Path, is_same_boot: bool
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    receiver.accepted = replace(receiver.accepted, base=arrival.staging.base_identity)
    path = receiver.stop(arrival)
    receiver.base.rename(tmp_path / "unplugged")
    receiver.base.mkdir()
    how = {"was_stopped_well": True, "is_same_boot": is_same_boot}
    with pytest.raises(StorageError, match="not the same folder") as error:
        receiver.resume(path, **how)
    assert not isinstance(error.value, StagingGoneError)
    assert list(receiver.base.iterdir()) == []
    receiver.base.rmdir()
    (tmp_path / "unplugged").rename(receiver.base)
    finish(receiver, receiver.resume(path, **how))


def test_a_folder_that_was_copied_elsewhere_with_what_was_received_is_gone_on_with(
    receiver: Receiver, tmp_path: Path
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    receiver.accepted = replace(receiver.accepted, base=arrival.staging.base_identity)
    path = receiver.stop(arrival)
    receiver.base.rename(tmp_path / "before")
    shutil.copytree(tmp_path / "before", receiver.base)
    finish(receiver, receiver.resume(path, **STOPPED))


@pytest.mark.parametrize(
    ("journal", "is_same"),
    [
        (Journal(recorded_at=1, is_same_boot=True), False),
        (Journal(recorded_at=1, is_same_boot=False), True),
        (Journal(), True),
    ],
    ids=["same boot", "other boot", "nothing recorded"],
)
def test_devices_are_compared_only_where_they_were_not_numbered_anew(
    journal: Journal, is_same: bool
) -> None:
    trust = Trust(journal)
    assert trust.is_same((5, 7), (6, 7)) is is_same
    assert trust.is_same((5, 7), (5, 7))
    assert not trust.is_same((5, 7), (5, 8))


def test_a_transfer_whose_folder_is_gone_begins_again_and_forgets(receiver: Receiver) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 6)
    path = receiver.stop(arrival)
    shutil.rmtree(path)
    arrival = receiver.begin(receiver.journal.journal())
    receiver.flush(arrival)
    assert receiver.journal.journal().durable_runs == ()
    assert receiver.journal.journal().outcomes == ()
    finish(receiver, arrival)


def loosened(path: Path) -> None:
    path.chmod(0o755)


def replaced_by_a_link(path: Path) -> None:
    moved = path.with_name("moved")
    path.rename(moved)
    path.symlink_to(moved)


def replaced_by_a_file(path: Path) -> None:
    shutil.rmtree(path)
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [loosened, replaced_by_a_link, replaced_by_a_file])
def test_M10_what_only_looks_like_our_staging_folder_is_not_entered(
    receiver: Receiver, spoil: Callable[[Path], None]
) -> None:
    arrival = receiver.begin()
    receiver.sender.serve(arrival, 4)
    path = receiver.stop(arrival)
    spoil(Path(path))
    with pytest.raises(StorageError):
        receiver.resume(path, **STOPPED)

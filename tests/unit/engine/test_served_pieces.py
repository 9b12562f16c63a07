"""Reading back what is here for others, wherever it lies by now."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path

from blake3 import blake3

from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.plan import Entered
from byhand.engine.arrival import Arrival
from byhand.engine.held_files import HeldFiles
from byhand.engine.served_pieces import Served
from byhand.storage.final_places import FinalPlaces, Part
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree, open_descriptors

TREE: Tree = {
    "a": None,
    "a/big": os.urandom(600 * KIB),
    "a/one": b"one",
    "two": b"two",
}
BIG = 1
SECONDS = 20.0


def read(receiver: Receiver, arrival: Arrival, entry: int, piece: int) -> Served:
    """Read a piece by the hash that the sender told."""
    sender = receiver.sender
    content = sender.pack(piece) if entry == PACK_INDEX else sender.piece(entry, piece)
    view = memoryview(bytearray(len(content)))
    served = arrival.served.read(entry, piece, blake3(content).digest(), view)
    assert (served is Served.READY) == (view == content)
    return served


def test_pieces_are_read_from_a_part_file_and_packs_from_the_tree(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        assert read(receiver, arrival, BIG, 0) is Served.GONE
        assert not list((Path(arrival.staging.path) / "parts").iterdir()), "reading makes nothing"
        receiver.sender.send_piece(arrival, BIG, 1)
        before = open_descriptors()
        assert read(receiver, arrival, BIG, 1) is Served.READY
        assert read(receiver, arrival, BIG, 0) is Served.GONE, "it is not here yet"
        assert read(receiver, arrival, PACK_INDEX, 0) is Served.GONE
        receiver.sender.send_piece(arrival, PACK_INDEX, 0)
        assert read(receiver, arrival, PACK_INDEX, 0) is Served.READY
        receiver.sender.serve(arrival)
        assert read(receiver, arrival, BIG, 2) is Served.READY, "the file is whole"
        assert len(open_descriptors() - before) <= 1, "the sender's lane opened the folder `a`"
        arrival.discard()


def test_nothing_is_read_while_all_is_saved_and_everything_after_it(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        (receiver.base / "two").write_bytes(b"here before")
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        arrival.served.let_go()
        assert read(receiver, arrival, BIG, 0) is Served.LATER
        arrival.save()
        before = open_descriptors()
        assert read(receiver, arrival, BIG, 0) is Served.READY
        arrival.discard()
        assert read(receiver, arrival, BIG, 2) is Served.READY
        assert read(receiver, arrival, PACK_INDEX, 0) is Served.READY, "`two (1)` is a part of it"
        assert open_descriptors() < before, "nothing stays open"
        arrival.served.close()
        assert read(receiver, arrival, BIG, 0) is Served.LATER


def test_what_is_suspended_is_not_read(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        arrival.suspend()
        assert read(receiver, arrival, BIG, 0) is Served.LATER


def test_a_link_on_the_way_to_what_was_saved_is_not_followed(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        arrival.save()
        os.rename(receiver.base / "a", tmp_path / "moved")
        assert read(receiver, arrival, BIG, 0) is Served.GONE
        (receiver.base / "a").symlink_to(tmp_path / "moved")
        assert read(receiver, arrival, BIG, 0) is Served.GONE
        arrival.discard()


def test_a_base_folder_that_is_another_is_not_read(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        arrival.save()
        arrival.discard()
        os.rename(receiver.base, tmp_path / "moved")
        assert read(receiver, arrival, BIG, 0) is Served.GONE
        os.mkdir(receiver.base)
        os.rename(tmp_path / "moved" / "a", receiver.base / "a")
        assert read(receiver, arrival, BIG, 0) is Served.GONE


def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        receiver.sender.serve(arrival)
        arrival.save()
        (receiver.base / "two").unlink()
        os.mkfifo(receiver.base / "two")
        assert read(receiver, arrival, PACK_INDEX, 0) is Served.GONE
        arrival.discard()


def test_a_file_in_place_is_read_as_long_as_it_is_as_it_was(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        there = receiver.base / "a" / "big"
        there.parent.mkdir()
        content = TREE["a/big"]
        assert content is not None
        there.write_bytes(content)
        arrival = receiver.begin()
        status = (receiver.base / "a").stat()
        entered = [Entered("a", "a", status.st_dev, status.st_ino)]
        arrival.staging.committing.enter(entered, replaces=False)
        file = arrival.staging.existing.file(BIG)
        assert file is not None
        assert HeldFiles(arrival).keep_in_place(BIG, receiver.sender.root(BIG), file.stamp)
        assert read(receiver, arrival, BIG, 0) is Served.READY
        there.write_bytes(content[:-1] + b"x")
        assert read(receiver, arrival, BIG, 0) is Served.GONE
        arrival.discard()


def test_what_was_placed_in_a_folder_that_was_there_is_read(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        (receiver.base / "a").mkdir()
        arrival = receiver.begin()
        status = (receiver.base / "a").stat()
        entered = [Entered("a", "a", status.st_dev, status.st_ino)]
        arrival.staging.committing.enter(entered, replaces=False)
        receiver.sender.serve(arrival)
        arrival.save()
        arrival.discard()
        assert (receiver.base / "a" / "big").read_bytes() == TREE["a/big"]
        assert read(receiver, arrival, BIG, 1) is Served.READY


def test_letting_go_waits_for_a_read_that_is_under_way(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        served = arrival.served
        begun, may_end = threading.Event(), threading.Event()
        order: list[str] = []

        class Slow:
            def fill(self, parts: object, view: memoryview) -> bool:
                begun.set()
                may_end.wait(20)
                order.append("read")
                return True

        served._places = served._staged = Slow()  # type: ignore[assignment]
        reading = threading.Thread(
            target=served.read, args=(BIG, 0, bytes(32), memoryview(bytearray(1)))
        )
        reading.start()
        begun.wait(20)

        def let_go() -> None:
            served.let_go()
            order.append("let go")

        letting = threading.Thread(target=let_go)
        letting.start()
        may_end.set()
        for thread in (reading, letting):
            thread.join()
        assert order == ["read", "let go"]
        arrival.discard()


def test_who_reads_what_was_saved_keeps_nobody_from_letting_go(tmp_path: Path) -> None:
    class Slow(FinalPlaces):
        """Places of which a read takes until it may end."""

        def __init__(self) -> None:
            self.is_begun, self.may_end = threading.Event(), threading.Event()

        def fill(self, parts: Iterable[Part], view: memoryview) -> bool:
            self.is_begun.set()
            return self.may_end.wait(SECONDS)

    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival, slow = receiver.begin(), Slow()
        arrival.served.serve_from(slow)
        reading = threading.Thread(
            target=arrival.served.read, args=(BIG, 0, bytes(32), memoryview(bytearray(9)))
        )
        reading.start()
        assert slow.is_begun.wait(SECONDS)
        letting_go = threading.Thread(target=arrival.served.let_go)
        letting_go.start()
        letting_go.join(SECONDS / 2)
        is_stuck = letting_go.is_alive()
        slow.may_end.set()
        letting_go.join()
        reading.join()
        arrival.discard()
        assert not is_stuck

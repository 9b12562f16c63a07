"""What goes wrong between two machines: it goes on, or both are told and nothing half stays."""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.gifts import make_file
from tests.helpers.lab import needs_lab
from tests.helpers.lab_people import (
    Home,
    at_home,
    both_at_home,
    friends_on_a_slow_cable,
)
from tests.helpers.needs import needs_tool
from tests.helpers.processes import Somebody, copied, ran, running
from tests.helpers.small_disk import fill, make_read_only, small_disk
from tests.helpers.trees import snapshot

pytestmark = [*needs_lab(), needs_tool("mount", "umount")]

RATE = "40mbit"
"""5 MB/s: what takes seconds at that rate can be broken off on the way."""
LONG_BYTES = 20_000_000
RESERVE_BYTES = 500_000_000
"""Byhand leaves so much of a disk free (storage/base_folder.py)."""


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Somebody, Somebody]]:
    """Anna and Marek, who are friends, on two machines with a slow cable between them."""
    place = tmp_path_factory.mktemp("friends")
    with friends_on_a_slow_cable(place, RATE) as both:
        yield both


@pytest.fixture
def friends(neighbours: tuple[Somebody, Somebody], tmp_path: Path) -> tuple[Somebody, Somebody]:
    """The two of them before they have sent anything."""
    return copied(neighbours, tmp_path / "profiles")


@dataclass(frozen=True)
class Scene:
    """Anna's window, Marek's, and the folder where Marek saves; it held something before."""

    anna: Home
    marek: Home
    inbox: Path

    def offer(self, *paths: Path) -> str:
        transfer_id = self.anna.sends(paths, to="Marek")
        self.marek.is_asked(transfer_id)
        return transfer_id

    def begin(self, *paths: Path) -> str:
        """Send something; it is on its way when this returns."""
        transfer_id = self.offer(*paths)
        self.marek.accepts(transfer_id, self.inbox)
        self.marek.sees_it_move(transfer_id)
        assert staging_folders(self.inbox)
        return transfer_id

    def end(self, transfer_id: str) -> tuple[str, str]:
        """Wait for the end on both sides and return what each is told."""
        return told(self.anna, transfer_id), told(self.marek, transfer_id)


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Path]:
    """A folder that must look the same afterwards."""
    folder = tmp_path / "Downloads"
    make_file(folder / "older.txt", 10)
    before = snapshot(folder)
    yield folder
    assert snapshot(folder) == before


@pytest.fixture
def scene(friends: tuple[Somebody, Somebody], inbox: Path) -> Iterator[Scene]:
    with both_at_home(*friends, inbox) as (anna, marek):
        yield Scene(anna, marek, inbox)


def told(home: Home, transfer_id: str) -> str:
    """Return how a transfer ended, as code and sentence, when nothing of it is left here."""
    line = home.sees_the_end(transfer_id)
    return f"{line['state']}/{line['code']}: {line['line']}"


def staging_folders(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".byhand-")]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file that takes a while."""
    return make_file(tmp_path / "film.mov", LONG_BYTES)


def test_a_decline(scene: Scene, long: Path) -> None:
    transfer_id = scene.offer(long)
    scene.marek.declines(transfer_id)
    assert scene.end(transfer_id) == (
        "declined/ok: Marek declined",
        "declined/declined: You declined",
    )


def test_an_offer_taken_back(scene: Scene, long: Path) -> None:
    transfer_id = scene.offer(long)
    scene.anna.cancels(transfer_id)
    assert scene.end(transfer_id) == (
        "withdrawn/cancelled: You took it back",
        "withdrawn/cancelled: Anna took it back",
    )


def test_a_cancel_by_the_sender_on_the_way(scene: Scene, long: Path) -> None:
    transfer_id = scene.begin(long)
    scene.anna.cancels(transfer_id)
    assert scene.end(transfer_id) == (
        "cancelled/cancelled: You cancelled",
        "cancelled/cancelled: Anna cancelled",
    )


def test_a_cancel_by_the_receiver_on_the_way(scene: Scene, long: Path) -> None:
    transfer_id = scene.begin(long)
    scene.marek.cancels(transfer_id)
    assert scene.end(transfer_id) == (
        "cancelled/cancelled: Marek cancelled",
        "cancelled/cancelled: You cancelled",
    )


STOPS = [signal.SIGTERM, signal.SIGKILL]


@pytest.mark.parametrize("stop", STOPS)
def test_a_sender_who_is_stopped_on_the_way_goes_on_at_the_next_start(
    friends: tuple[Somebody, Somebody], tmp_path: Path, long: Path, stop: signal.Signals
) -> None:
    inbox = tmp_path / "inbox"
    with both_at_home(*friends, inbox) as homes:
        scene = Scene(*homes, inbox)
        transfer_id = scene.begin(long)
        scene.anna.window.signal(stop)
        scene.marek.sees(transfer_id, state="stalled", code="ok")
        with at_home(friends[0], inbox) as again:
            assert told(again, transfer_id) == "done/ok: 20 MB · Delivered"
            assert told(scene.marek, transfer_id) == "done/ok: 20 MB · Saved in inbox"
    assert snapshot(inbox) == {"film.mov": long.read_bytes()}


@pytest.mark.parametrize("stop", STOPS)
def test_a_receiver_who_is_stopped_on_the_way_goes_on_at_the_next_start(
    friends: tuple[Somebody, Somebody], tmp_path: Path, long: Path, stop: signal.Signals
) -> None:
    inbox = tmp_path / "inbox"
    with both_at_home(*friends, inbox) as homes:
        scene = Scene(*homes, inbox)
        transfer_id = scene.begin(long)
        scene.marek.window.signal(stop)
        scene.anna.sees(transfer_id, state="stalled", code="ok")
        assert staging_folders(inbox)
        with at_home(friends[1], inbox) as again:
            assert told(again, transfer_id) == "done/ok: 20 MB · Saved in inbox"
            assert told(scene.anna, transfer_id) == "done/ok: 20 MB · Delivered"
    assert snapshot(inbox) == {"film.mov": long.read_bytes()}


def test_a_source_that_is_gone_when_the_offer_is_accepted(scene: Scene, long: Path) -> None:
    transfer_id = scene.offer(long)
    long.unlink()
    scene.marek.accepts(transfer_id, scene.inbox)
    assert scene.end(transfer_id) == (
        "failed/source_gone: “film.mov” is not there any more — put it back and send it again",
        "failed/source_gone: “film.mov” is not there any more at Anna's — ask for it again",
    )


def test_a_source_that_is_changed_on_the_way_arrives_as_it_is_now(
    friends: tuple[Somebody, Somebody], tmp_path: Path, long: Path
) -> None:
    inbox = tmp_path / "inbox"
    with both_at_home(*friends, inbox) as homes:
        scene = Scene(*homes, inbox)
        transfer_id = scene.begin(long)
        with long.open("r+b") as file:
            file.write(b"another beginning")
        assert scene.end(transfer_id) == (
            "done/ok: 20 MB · Delivered",
            "done/ok: 20 MB · Saved in inbox",
        )
    assert snapshot(inbox) == {"film.mov": long.read_bytes()}


def test_one_of_several_sources_that_is_gone(
    friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    sent, inbox = tmp_path / "Ferien", tmp_path / "inbox"
    make_file(sent / "kept.bin", 2_000_000, seed=1)
    make_file(sent / "small.txt", 20, seed=2)
    make_file(sent / "lost.bin", 2_000_000, seed=3)
    make_file(sent / "small lost.txt", 20, seed=4)
    with both_at_home(*friends, inbox) as homes:
        scene = Scene(*homes, inbox)
        transfer_id = scene.offer(sent)
        (sent / "lost.bin").unlink()
        (sent / "small lost.txt").unlink()
        scene.marek.accepts(transfer_id, inbox)
        ends = [home.sees_the_end(transfer_id) for home in homes]
    for end in ends:
        assert end["line"] == "2 of 4 files arrived — 2 disappeared before being sent"
        assert sorted(end["problems"]) == [
            "Ferien/lost.bin disappeared before being sent",
            "Ferien/small lost.txt disappeared before being sent",
        ]
    assert snapshot(inbox / "Ferien") == snapshot(sent)
    assert os.listdir(inbox) == ["Ferien"]


def test_a_disk_too_small_is_said_before_anything_comes_and_another_folder_is_good(
    friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    file, other = make_file(tmp_path / "film.mov", 2_000_000), tmp_path / "other"
    with (
        small_disk(tmp_path / "disk", RESERVE_BYTES + 1_000_000) as small,
        both_at_home(*friends, small) as homes,
    ):
        scene = Scene(*homes, small)
        transfer_id = scene.offer(file)
        scene.marek.accepts(transfer_id, small)
        refused = scene.marek.sees(transfer_id, state="offered", code="disk_full")
        assert abs(refused["missing"] - 1_000_000) < 10_000  # disks count whole blocks
        assert os.listdir(small) == []
        scene.marek.accepts(transfer_id, other)
        assert scene.end(transfer_id) == (
            "done/ok: 2.0 MB · Delivered",
            "done/ok: 2.0 MB · Saved in other",
        )
    assert snapshot(other) == {"film.mov": file.read_bytes()}


def test_a_disk_too_small_where_nobody_is_asked_declines_once_and_says_why(
    friends: tuple[Somebody, Somebody], tmp_path: Path, long: Path
) -> None:
    anna, marek = friends
    with small_disk(tmp_path / "disk", RESERVE_BYTES + 1_000_000) as small:
        arguments = ("receive", "--accept", "friends", "--once", "--into", str(small))
        with running(marek, *arguments) as receiving:
            receiving.wait_for("ready")
            code, lines = ran(anna, "send", str(long), "--to", "Marek")
            assert code == 1
            assert [line["code"] for line in lines if line["event"] == "error"] == ["disk_full"]
            assert receiving.ended() == 3
            (complaint,) = receiving.complaints()
        assert complaint["message"].startswith("Your disk is full — free 19 MB or choose another")
        assert os.listdir(small) == []


def make_album(folder: Path) -> Path:
    """Write a folder of files that take a while one after the other."""
    for number in range(20):
        make_file(folder / f"{number}.jpg", 2_000_000, seed=number)
    return folder


def test_a_disk_that_somebody_else_fills_on_the_way_is_waited_for(
    friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    album = make_album(tmp_path / "Ferien")
    with small_disk(tmp_path / "disk", RESERVE_BYTES + 120_000_000) as small:
        with both_at_home(*friends, small) as homes:
            scene = Scene(*homes, small)
            transfer_id = scene.begin(album)
            filler = fill(small)
            for home in homes:
                home.sees(transfer_id, state="blocked", code="disk_full")
            filler.unlink()
            assert scene.end(transfer_id) == (
                "done/ok: 40 MB · Delivered",
                "done/ok: 40 MB · Saved in disk",
            )
        assert os.listdir(small) == ["Ferien"]
        assert snapshot(small / "Ferien") == snapshot(album)


@pytest.mark.parametrize(
    ("code", "to_anna"),
    [
        ("disk_error", "Marek's disk did not take it — ask them to choose another folder"),
        ("denied", "Marek's folder can't be written to — ask them to choose another"),
    ],
)
def test_a_folder_that_cannot_be_used_leaves_the_offer_open_and_a_decline_says_why(
    friends: tuple[Somebody, Somebody], tmp_path: Path, long: Path, code: str, to_anna: str
) -> None:
    with small_disk(tmp_path / "disk", 2 * RESERVE_BYTES) as small:
        folder = small if code == "denied" else small / "gone" / "Downloads"
        make_read_only(small)
        with both_at_home(*friends, small) as homes:
            scene = Scene(*homes, small)
            transfer_id = scene.offer(long)
            scene.marek.accepts(transfer_id, folder)
            scene.marek.sees(transfer_id, state="offered", code=code)
            scene.marek.declines(transfer_id)
            assert scene.end(transfer_id) == (
                f"failed/{code}: {to_anna}",
                "declined/declined: You declined",
            )


def test_a_folder_that_is_swept_away_on_the_way(
    friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "Downloads"
    inbox.mkdir()
    with both_at_home(*friends, inbox) as homes:
        scene = Scene(*homes, inbox)
        transfer_id = scene.begin(make_album(tmp_path / "Ferien"))
        shutil.rmtree(inbox)
        assert scene.end(transfer_id) == (
            "failed/disk_error: Marek's disk did not take it — ask them to choose another folder",
            "failed/disk_error: “Downloads” is not there any more or can't be used"
            " — choose another folder",
        )
    assert not inbox.exists()

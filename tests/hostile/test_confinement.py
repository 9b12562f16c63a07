"""A mistake in what reads their bytes leads a lane nowhere: the system itself refuses it."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from byhand.domain.manifest import Entry, EntryKind
from byhand.engine.reports import ReceivingReport
from byhand.protocol.data_frame import FLAG_HASHES, FrameHeader
from tests.helpers.lanes import Inbound, lying_lane
from tests.helpers.members import eventually, members, stranger
from tests.helpers.needs import needs_landlock
from tests.hostile.conftest import Oracle

CONTENT = b"harmless"
ENTRIES = [Entry(("file",), EntryKind.FILE, len(CONTENT), len(CONTENT))]
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@pytest.fixture
def mine(tmp_path: Path, oracle: Oracle) -> Path:
    """A folder of the user's, in which nothing may change."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter").write_bytes(b"private")
    oracle.guard(folder)
    return folder


@pytest.fixture
def inbound(tmp_path: Path) -> Iterator[Inbound]:
    inbound = Inbound.of(ENTRIES, tmp_path / "to")
    yield inbound
    inbound.discard()


def does_in_lane(inbound: Inbound, deed: Callable[[], object]) -> BaseException | None:
    """Receive a file, do a deed in the thread that writes it, and return what came of that."""
    outcomes: list[BaseException | None] = []
    told = inbound.pieces.tell

    def tell(report: ReceivingReport) -> None:
        try:
            deed()
        except OSError as exc:
            outcomes.append(exc)
        else:
            outcomes.append(None)
        told(report)

    inbound.pieces.tell = tell
    with lying_lane() as lie:
        lie.receivers.admit(1, inbound.pieces)
        header = FrameHeader(FLAG_HASHES, 1, 1, 0, 0, 0, len(CONTENT), 0, 0)
        lie.send(header, blake3(CONTENT).digest(), CONTENT)
        inbound.wait_until_complete()
        lie.sender.finish()
        assert lie.end().error is None
    assert len(inbound.roots) == 1
    (outcome,) = outcomes
    return outcome


DEEDS: dict[str, Callable[[Path], object]] = {
    "write a file": lambda mine: (mine / "letter").write_bytes(b"forged"),
    "make a file": lambda mine: (mine / "autostart").write_bytes(b"evil"),
    "remove a file": lambda mine: (mine / "letter").unlink(),
    "read a file": lambda mine: (mine / "letter").read_bytes(),
    "list a folder": os.listdir,
    "rename a folder": lambda mine: mine.rename(mine.with_name("theirs")),
    "run a program": lambda _: subprocess.run(["/bin/true"], check=True),
}


@needs_landlock()
@pytest.mark.parametrize("deed", DEEDS)
def test_M11_a_lanes_thread_cannot_touch_what_is_the_users(
    inbound: Inbound, mine: Path, deed: str
) -> None:
    assert isinstance(does_in_lane(inbound, lambda: DEEDS[deed](mine)), PermissionError)


@needs_landlock()
def test_M11_a_lanes_thread_makes_no_file_beside_its_staging_folder(inbound: Inbound) -> None:
    base = Path(inbound.staging.base)
    before = sorted(os.listdir(base))
    outcome = does_in_lane(inbound, lambda: (base / "beside").write_bytes(b"x"))
    assert isinstance(outcome, PermissionError)
    assert sorted(os.listdir(base)) == before


@needs_landlock()
def test_M11_the_open_base_folder_helps_it_as_little(inbound: Inbound) -> None:
    base = inbound.staging._folder.base.fd
    before = sorted(os.listdir(base))
    outcome = does_in_lane(inbound, lambda: os.open("beside", NEW, dir_fd=base))
    assert isinstance(outcome, PermissionError)
    assert sorted(os.listdir(base)) == before


@needs_landlock()
def test_M11_the_transfers_of_another_session_are_out_of_its_reach(
    inbound: Inbound, tmp_path: Path
) -> None:
    other = Inbound.of(ENTRIES, tmp_path / "to")
    tree = Path(other.staging.path) / "tree"
    outcome = does_in_lane(inbound, lambda: (tree / "file").write_bytes(b"forged"))
    assert isinstance(outcome, PermissionError)
    assert list(tree.iterdir()) == []
    other.discard()


@needs_landlock(version=4)
def test_M11_a_lanes_thread_calls_nobody(inbound: Inbound) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as sock:
        outcome = does_in_lane(inbound, lambda: sock.connect(server.getsockname()))
    assert isinstance(outcome, PermissionError)


def test_where_it_may_write_it_can(inbound: Inbound) -> None:
    tree = Path(inbound.staging.path) / "tree"
    assert does_in_lane(inbound, lambda: (tree / "more").write_bytes(b"x")) is None
    (tree / "more").unlink()


@needs_landlock()
@pytest.mark.parametrize("deed", DEEDS)
def test_M11_nor_can_the_thread_that_takes_what_other_members_send(
    tmp_path: Path, mine: Path, deed: str
) -> None:
    outcomes: list[BaseException | None] = []
    with members(tmp_path, {"file": CONTENT}, 1) as (member,), stranger(member) as guest:

        def tell(report: ReceivingReport) -> None:
            try:
                DEEDS[deed](mine)
            except OSError as exc:
                outcomes.append(exc)
            else:
                outcomes.append(None)

        member.arrival.pieces.tell = tell
        guest.has()
        member.tell()
        guest.answer()
        eventually(lambda: outcomes)
        assert member.is_complete()
    assert isinstance(outcomes[0], PermissionError)

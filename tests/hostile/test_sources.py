"""Files that change, go or cannot be read while they are sent; and odd sizes, many, huge."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.domain.pieces import KIB, MIB
from byhand.domain.transfer import EntryState
from byhand.engine.lane_orders import Push
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed, WishServed
from byhand.protocol.codec import wants
from tests.helpers.changes import append, overwrite, touch, wait_for_another_time
from tests.helpers.lanes import Inbound, LanePair, Outbound, lane_pair, scanned, write_tree
from tests.helpers.privileges import without_privileges
from tests.helpers.trees import snapshot

EPOCHS = 5


class Conversation:
    """Both sides of a transfer as PROTOCOL.md, section 11 has them speak, without a session."""

    def __init__(self, source: Path, into: Path, pair: LanePair) -> None:
        self.outbound = Outbound.of(1, scanned(source))
        self.inbound = Inbound.of([each.entry for each in self.outbound.sources], into)
        self.failed: dict[int, Code] = {}
        self._pair = pair
        pair.receivers.admit(1, self.inbound.pieces)

    def run(self) -> None:
        """Wish, serve and wish again until nothing is missing."""
        self.order(self.outbound.push(completes=True))
        for epoch in range(2, EPOCHS + 2):
            self._hear()
            if self.inbound.pieces.is_complete():
                break
            missing = self.inbound.content.wish()
            rows = [row for entry, parts in missing for row in wants(entry, parts.encode())]
            self.order(self.outbound.push_rows(*rows, epoch=epoch))
        assert self.inbound.pieces.is_complete()
        assert self.inbound.content.states.wrong() == []
        assert self.inbound.content.states.unproven == 0

    def order(self, push: Push) -> None:
        self._pair.sending.order(push)

    def save(self) -> None:
        """Give everything its final name; both sides agree on what has arrived."""
        files = [
            entry
            for entry, source in enumerate(self.outbound.sources)
            if source.entry.kind is EntryKind.FILE and entry not in self.failed
        ]
        assert dict(self.outbound.pieces.roots_of(files)) == dict(self.inbound.roots)
        self.inbound.commit()

    def _hear(self) -> None:
        """Take note of what the sender tells until it says SENT, and of all its frames."""
        content = self.inbound.content
        for report in self.outbound.reports_until(WishServed):
            match report:
                case RootKnown(entry, pack, _, root):
                    content.vouch(entry, pack, root)
                case SourceChanged(entry, generation):
                    for first, hashes in content.source_changed(entry, generation):
                        self.outbound.pieces.expect(entry, first, generation, hashes)
                case SourceFailed(entry, code):
                    self.failed[entry] = code
                    content.give_up(entry, EntryState.FAILED, code)
                case WishServed(_, _, frames):
                    self._until_taken(frames)

    def _until_taken(self, frames: int) -> None:
        self.inbound.pieces.is_watched = True
        while self._pair.receiving.frames_taken < frames:
            self.inbound.told.get(timeout=20)
            self.inbound.pieces.has_news = False


def truncate(file: Path) -> None:
    wait_for_another_time(file)
    os.truncate(file, 10)


def edit(file: Path) -> None:
    overwrite(file, 3, b"other")


def replace(file: Path) -> None:
    """Put another file of the same size in its place."""
    other = file.with_name("other")
    other.write_bytes(os.urandom(file.stat().st_size))
    other.replace(file)


def put_link(file: Path) -> None:
    file.rename(file.parent.with_name("moved"))
    file.symlink_to("../moved")


CHANGES: dict[Callable[[Path], None], Code] = {
    touch: Code.OK,
    edit: Code.OK,
    replace: Code.OK,
    append: Code.SOURCE_CHANGED,
    truncate: Code.SOURCE_CHANGED,
    Path.unlink: Code.SOURCE_GONE,
    put_link: Code.SOURCE_CHANGED,
}


@pytest.mark.parametrize("name", ["00000", "00002"])
@pytest.mark.parametrize("change", CHANGES)
def test_M06_a_source_that_changes_before_it_is_read(
    tmp_path: Path, change: Callable[[Path], None], name: str
) -> None:
    source = write_tree(tmp_path / "from", [3 * MIB + 5, 700 * KIB, 1000, 2000])
    with lane_pair() as pair:
        transfer = Conversation(source, tmp_path / "to", pair)
        change(source / name)
        transfer.run()
        transfer.save()
    check(transfer, source, tmp_path / "to/from", name, CHANGES[change])


@pytest.mark.parametrize("change", [touch, edit, append, truncate])
def test_M06_a_source_that_changes_while_it_is_read(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    source = write_tree(tmp_path / "from", [16 * MIB + 5, 700 * KIB, 1000])
    with lane_pair() as pair:
        transfer = Conversation(source, tmp_path / "to", pair)
        transfer.inbound.pieces.is_watched = True
        transfer.order(transfer.outbound.push())
        transfer.inbound.told.get(timeout=20)
        change(source / "00000")
        transfer.inbound.pieces.has_news = False
        transfer.run()
        transfer.save()
    check(transfer, source, tmp_path / "to/from", "00000", CHANGES[change])


def check(transfer: Conversation, source: Path, saved: Path, name: str, code: Code) -> None:
    """See that what was handed over is what is there now, and that the rest was told of."""
    entry = transfer.outbound.index(name)
    failed = {entry: code} if code is not Code.OK else {}
    assert transfer.failed == failed
    now = snapshot(source)
    if failed:
        (source / name).unlink(missing_ok=True)
        now = snapshot(source)
    assert snapshot(saved) == now


def test_M06_a_source_that_may_not_be_read_any_more(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [700 * KIB, 1000])
    tmp_path.chmod(0o755)
    source.chmod(0o755)
    outbound = Outbound.of(1, scanned(source))
    for path in source.iterdir():
        path.chmod(0o000)
    reports = []
    with without_privileges(), lane_pair() as pair:
        pair.receivers.dropped[1] = 0
        pair.sending.order(outbound.push())
        reports = outbound.reports_until(WishServed)
    codes = {each.code for each in reports if isinstance(each, SourceFailed)}
    assert codes <= {Code.SOURCE_UNREADABLE, Code.SOURCE_CHANGED}
    assert codes


def test_M08_thousands_of_tiny_files_arrive_with_right_roots_and_count(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [0, 1, 2, 300] * 1000)
    with lane_pair() as pair:
        transfer = Conversation(source, tmp_path / "to", pair)
        transfer.run()
        transfer.save()
        assert len(dict(transfer.outbound.pieces.roots_of(range(4001)))) == 4000
        # Four packs, three of them for their number of files: not a frame a file.
        assert pair.receiving.frames_taken <= 4
    assert snapshot(tmp_path / "to/from") == snapshot(source)


def test_M08_a_sparse_file_stays_sparse_and_is_the_same(tmp_path: Path) -> None:
    source = tmp_path / "sparse"
    with source.open("wb") as file:
        file.truncate(2**30)
        for place in (0, 2**29 + 1, 2**30 - 5):
            file.seek(place)
            file.write(b"12345")
    if source.stat().st_blocks * 512 > MIB:
        pytest.skip("this file system keeps no holes")
    with lane_pair() as pair:
        transfer = Conversation(source, tmp_path / "to", pair)
        transfer.run()
        transfer.save()
        assert pair.receiving.frames_taken == 5
    saved = tmp_path / "to/sparse"
    assert saved.stat().st_size == 2**30
    assert saved.stat().st_blocks * 512 < MIB
    for place in (0, 2**29, 2**30 - 4096):
        with saved.open("rb") as file, source.open("rb") as original:
            file.seek(place)
            original.seek(place)
            assert file.read(4096) == original.read(4096)
    shutil.rmtree(tmp_path / "to")
